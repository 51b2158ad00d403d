/* The text of a leaf as nested pieces: the model has runs side by side, both notations have marks around marks.
 *
 * Spans and links stay whole; emphasis is divided where it crosses the edge of one. The same runs give the same tree. */
#ifndef BV_WRITE_INLINE_TREE_H
#define BV_WRITE_INLINE_TREE_H

#include "base/arena.h"
#include "model/node.h"

typedef enum bv_inline_kind {
  BV_INLINE_TEXT,
  BV_INLINE_CODE,
  BV_INLINE_LINK,
  BV_INLINE_STRONG,
  BV_INLINE_EMPHASIS,
  BV_INLINE_SPAN
} bv_inline_kind;

typedef struct bv_inline {
  bv_inline_kind kind;
  uint32_t start, end;            /* bytes of the leaf's text */
  const char *href;               /* of a link */
  const bv_node *span;            /* of a span */
  struct bv_inline *first, *next; /* what it holds; what comes behind it */
} bv_inline;

/* The first piece of a leaf, or NULL when it holds nothing. In the arena. */
const bv_inline *bv_inline_tree(bv_arena *arena, const bv_node *leaf);

#endif
