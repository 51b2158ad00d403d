/* Looks through the content of one leaf for what cmark does not know: spans with attributes, attributes of a header,
 * comments, hard line breaks; and reports brackets and braces that are out of place. */
#ifndef BV_READ_SCAN_H
#define BV_READ_SCAN_H

#include "read/attributes.h"

typedef enum bv_mark_kind {
  BV_MARK_OPEN,  /* the [ of a span */
  BV_MARK_CLOSE, /* the ] of a span, with its attributes */
  BV_MARK_BREAK, /* a hard line break */
  BV_MARK_BRACKET, /* a bracket that is text: cmark takes long over many that lead to no link */
  BV_MARK_DROP   /* a comment */
} bv_mark_kind;

/* A stretch of the content that cmark gets to see as one harmless character. */
typedef struct bv_mark {
  bv_mark_kind kind;
  uint32_t at, length;
  uint32_t end;               /* of an opening: place behind the whole span */
  bv_attributes *attributes;  /* of an opening */
} bv_mark;

typedef struct bv_leaf {
  bv_node *node;
  bv_content content;
  uint32_t end;         /* place where the text ends: before the attributes of a header */
  bv_attributes header; /* those */
  struct { bv_mark *items; size_t count, capacity; } marks; /* in the order of the content */
} bv_leaf;

/* Fills end, header and marks from node and content. */
void bv_scan_leaf(bv_reader *reader, bv_leaf *leaf);

#endif
