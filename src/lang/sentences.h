/* Dutch text in sentences and words. */
#ifndef BV_LANG_SENTENCES_H
#define BV_LANG_SENTENCES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A stretch of a text in bytes. */
typedef struct bv_stretch {
  uint32_t start, end;
} bv_stretch;

typedef struct bv_stretches {
  bv_stretch *items;
  size_t count, capacity;
} bv_stretches;

/* The sentences of a text (UTF-8, one paragraph, '\n' only as a hard line break), without the white space around them,
 * in the arena. ICU's sentence break iterator with the Dutch exceptions of dutch.md: abbreviations, initials, ordinals,
 * articles of law, quotations and brackets that end behind the full stop. */
bv_stretches bv_sentences(bv_arena *arena, const char *text, size_t length);
/* The words of a text: stretches that hold a letter or a digit, as ICU's word break iterator finds them. */
bv_stretches bv_words_of(bv_arena *arena, const char *text, size_t length);
/* Whether a text holds a letter or a digit. */
bool bv_has_word(const char *text, size_t length);

#endif
