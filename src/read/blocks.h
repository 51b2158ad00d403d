/* The first of two passes of cmark: which blocks the body has.
 *
 * cmark does not know fenced divs. So the body is copied line by line, with each fence line replaced by a block of raw
 * HTML, which cmark sees at every depth of lists and quotations; and with all that has a meaning inside a paragraph
 * replaced by '|', so that cmark gives back each paragraph as plain lines, whose length tells how much of the line belongs
 * to its containers. A line of mere text is copied as one letter, which says as much. Line numbers of the copy are those
 * of the body. */
#ifndef BV_READ_BLOCKS_H
#define BV_READ_BLOCKS_H

#include <cmark.h>

#include "read/attributes.h"

typedef struct bv_fence {
  bool opens;
  bool begins_item;   /* stands right behind the marker of a list item */
  bool below_quote;   /* a line of a quotation that it is not part of stands right above it */
  uint32_t lines;     /* that it stands on; attributes may run over several */
  bv_range range;     /* from its first colon to the end of its last line */
  bv_attributes attributes;
  bv_range rest;      /* text that stands behind the attributes and does not belong there; or empty */
} bv_fence;

typedef struct bv_blocks {
  const char *copy;
  const uint32_t *line_starts; /* in the copy; one more than there are lines */
  uint32_t line_count;
  uint32_t first_line;         /* of the body in the source, from 1 */
  struct { bv_fence *items; size_t count, capacity; } fences;
  cmark_node *document;        /* the caller frees it */
} bv_blocks;

/* Makes the copy of the body, from that line of the source on, and lets cmark read it. Reports wrong attributes of
 * fences. */
bv_blocks bv_read_blocks(bv_reader *reader, uint32_t first_line);
/* The fence that a node of raw HTML stands for, or NULL. */
bv_fence *bv_fence_of(const bv_blocks *blocks, cmark_node *node);
/* The line of the source for one of the copy (both from 1). */
uint32_t bv_source_line_of(const bv_blocks *blocks, int line);
/* The place in the source of the last `length` bytes of a line of the copy, trailing white space left aside. */
bv_range bv_line_tail(const bv_reader *reader, const bv_blocks *blocks, int line, size_t length);

#endif
