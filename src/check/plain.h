/* Internal to checking: the texts that the author wrote for the parents. */
#ifndef BV_CHECK_PLAIN_H
#define BV_CHECK_PLAIN_H

#include "check/check.h"
#include "lang/facts.h"

/* One text for the parents: an `ouders` attribute, or all the leaves of a .voor-ouders block. */
typedef struct bv_plain_passage {
  const char *text;
  size_t length;
  const bv_claim *claim;         /* that it renders, or … */
  const bv_node *section;        /* … a section or div; both NULL when it renders nothing */
  const bv_attribute *attribute; /* where it stands: here, or … */
  const bv_node *element;        /* … in this block */
  bv_tokens tokens;
  bv_stretches sentences;
} bv_plain_passage;

typedef struct bv_plain_passages {
  bv_plain_passage *items;
  size_t count, capacity;
} bv_plain_passages;

/* All texts for the parents, in the document's arena: those in attributes first, each in the order of the document. */
bv_plain_passages bv_plain_passages_of(const bv_document *document);
/* Gives a passage its words; the text must live as long, tokens and sentences come in the arena. */
void bv_plain_set_text(bv_arena *arena, bv_plain_passage *passage, const char *text, size_t length);
/* The place in the source of a stretch of the passage; the whole passage where its bytes were escaped. */
bv_range bv_plain_place(const bv_plain_passage *passage, uint32_t start, uint32_t end);

/* ouders/niet-getrouw (fidelity.c). */
void bv_check_fidelity(bv_check *check, const bv_plain_passages *passages);

#endif
