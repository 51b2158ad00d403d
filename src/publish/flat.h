/* The text of a published element as one string: what language is measured and simplified on, with the way back to the
 * text nodes that it stands in. What a reader does not get is not in the tree, so not in the string either. */
#ifndef BV_PUBLISH_FLAT_H
#define BV_PUBLISH_FLAT_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "lang/sentences.h"

typedef struct bv_flat_piece {
  xmlNode *node; /* a text node */
  uint32_t start, end; /* of the string */
} bv_flat_piece;

typedef struct bv_flat {
  const char *text; /* each block on a line of its own; valid UTF-8 */
  size_t length;
  struct { bv_flat_piece *items; size_t count, capacity; } pieces;
  bv_stretches fixed; /* code, gaps and line ends; and, empty, where text nodes meet: for bv_simplify_around */
} bv_flat;

/* Whether what is in an element stays out of the string. */
typedef bool bv_flat_leave_out(const xmlNode *element);

/* The string of what is below `root`, in the arena; block quotations and verbatim blocks, which nobody may change, stay
 * out, and the elements of which `leave_out` (may be NULL) is true. */
bv_flat bv_flatten(bv_arena *arena, xmlNode *root, bv_flat_leave_out *leave_out);

#endif
