/* Builds the text of one leaf: bytes, runs, segments, and the spans as nodes. */
#ifndef BV_READ_WRITER_H
#define BV_READ_WRITER_H

#include "base/buf.h"
#include "read/reader.h"

typedef struct bv_leaf_writer {
  bv_reader *reader;
  bv_node *leaf;
  bv_buf text;
  struct { bv_run *items; size_t count, capacity; } runs;
  struct { bv_segment *items; size_t count, capacity; } segments;
  bool one_to_one;           /* whether the last segment may grow */
  unsigned emphasis, strong, code; /* how many are open around what comes */
  const char *href;
  bv_node *span;             /* innermost that is open, or NULL */
  unsigned span_depth, flat; /* how many are open; how many more have no node of their own, being too deep */
} bv_leaf_writer;

/* An empty writer for the leaf; its memory belongs to the document. White space at the edges of a text falls away, but in
 * a verbatim block it counts. */
bv_leaf_writer bv_leaf_writer_new(bv_reader *reader, bv_node *leaf);
/* Adds a stretch of text that stands so in the source. */
void bv_write_plain(bv_leaf_writer *writer, const char *bytes, size_t length, bv_range source);
/* Adds one character that is written otherwise in the source: an escape, an entity, a line end. */
void bv_write_character(bv_leaf_writer *writer, const char *bytes, bv_range source);
/* Begins a span with that place and those attributes. */
void bv_write_open_span(bv_leaf_writer *writer, bv_range range, const bv_attributes *attributes);
void bv_write_close_span(bv_leaf_writer *writer);
/* Gives the text to the leaf. */
void bv_leaf_writer_finish(bv_leaf_writer *writer);

#endif
