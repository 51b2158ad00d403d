/* Internal to the review page (bronvast check --format html): its steps.
 *
 * The draft is a row of blocks: lines of the front matter, then the leaves of the tree. Each finding has one block, where it
 * stands in the margin, and a number. Ids on the page: "b-3" a finding, "plek-3" its place, "punt-3.12" a claim, "deel-3" a
 * part, "label-ontbreekt" a rule. */
#ifndef BV_WRITE_REVIEW_H
#define BV_WRITE_REVIEW_H

#include <libxml/hash.h>

#include "base/buf.h"
#include "model/model.h"

enum { BV_REVIEW_MOST_NAMED = 12 /* findings that one stretch of text names */ };

/* A line of the front matter, or a leaf, with the findings first to first + count - 1. */
typedef struct bv_review_block {
  const bv_node *leaf;   /* or NULL: */
  const bv_yaml *list;   /* the entry of the front matter it stands under, or NULL: the whole draft */
  const bv_yaml *line;   /* the entry itself, or an item of that list */
  uint32_t end;          /* in the source: what begins before it, and behind the former block, belongs here */
  size_t first, count;
} bv_review_block;

typedef struct bv_review_page {
  bv_buf *out;
  const bv_document *document;
  xmlHashTablePtr claims; /* by number */
  struct { bv_review_block *items; size_t count, capacity; } blocks;
  size_t front_count;     /* blocks before the first leaf */
} bv_review_page;

/* Fills blocks: every finding of the document in one of them (review_place.c). */
void bv_review_place(bv_review_page *page);
/* Writes the front matter and the draft with their findings beside them (review_front.c, review_text.c). */
void bv_review_front(bv_review_page *page);
void bv_review_text(bv_review_page *page);
/* Begins a block: the place of its text. bv_review_end_block ends that and writes the findings beside it. */
void bv_review_begin_block(bv_review_page *page);
void bv_review_end_block(bv_review_page *page, const bv_review_block *block);
/* The number in the text that leads to the finding (review_margin.c). */
void bv_review_number(bv_review_page *page, size_t index);
/* Begins <mark> for text that those findings (by index, at least one) are about. */
void bv_review_open_mark(bv_review_page *page, const size_t *findings, size_t count);
/* "fout", "waarschuwing", "advies" or "uitzondering": what a finding counts as, here. */
const char *bv_review_kind(const bv_finding *finding);

#endif
