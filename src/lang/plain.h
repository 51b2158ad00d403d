/* Plain language without an author: a text in its own words where they are plain, else with its official words
 * replaced, its abbreviations in full, its dates written out, and its long sentences split where both halves stay true.
 *
 * Only what src/lang/pairs.tsv calls safe is replaced, never in a quotation or a name, and nothing that the comparison
 * of lang/faithful.h would notice: what it notices is undone. Nothing is invented and nothing weakened. */
#ifndef BV_LANG_PLAIN_H
#define BV_LANG_PLAIN_H

#include "lang/readability.h"

typedef enum bv_change_kind {
  BV_CHANGE_WORD, BV_CHANGE_ABBREVIATION, BV_CHANGE_DATE, BV_CHANGE_SENTENCE
} bv_change_kind;

typedef struct bv_simplification {
  bv_change_kind kind;
  const char *before, *after;
  uint32_t start, end; /* bytes of the text that was given: where `before` stood */
} bv_simplification;

typedef struct bv_simplifications {
  bv_simplification *items;
  size_t count, capacity;
} bv_simplifications;

typedef struct bv_simplified {
  const char *text; /* NUL behind the last byte */
  size_t length;
  bv_simplifications changes; /* in the order of the text; none: it is the text that was given */
  bv_measure measure;         /* of `text` */
  bool readable;              /* `text` meets the indication */
} bv_simplified;

/* The text (valid UTF-8, some sentences) in plainer words, in the arena. */
bv_simplified bv_simplify(bv_arena *arena, const char *text, size_t length);
/* The same, where no change may touch the bytes of a stretch of `fixed` nor go across one that is empty: markup, and
 * what somebody else wrote. The stretches are in the order of the text and do not overlap. */
bv_simplified bv_simplify_around(bv_arena *arena, const char *text, size_t length, const bv_stretches *fixed);

#endif
