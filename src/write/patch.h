/* Changes to a draft that leave every other byte of it as it was: Markdown in its bytes, and what both notations need for
 * a claim that is one by its header alone. */
#ifndef BV_WRITE_PATCH_H
#define BV_WRITE_PATCH_H

#include "base/buf.h"
#include "model/model.h"

typedef struct bv_patch {
  uint32_t at;      /* offset in the source */
  uint32_t until;   /* what stands from there to here goes */
  size_t order;     /* what comes at the same place stays in its order */
  const char *text;
  bool block;       /* stands on lines of its own, between blank lines */
} bv_patch;

typedef struct bv_patches {
  bv_arena *arena;
  const bv_source *source;
  struct { bv_patch *items; size_t count, capacity; } list;
} bv_patches;

bv_patches bv_patches_new(bv_arena *arena, const bv_source *source);
/* Puts text in. */
void bv_patch_text(bv_patches *patches, uint32_t at, const char *text);
/* Puts text in the place of other text. */
void bv_patch_replace(bv_patches *patches, bv_range range, const char *text);
/* Puts Markdown blocks in, with the line ends of the draft. */
void bv_patch_block(bv_patches *patches, uint32_t at, const char *text);
/* Gives more attributes to a claim, section or div: `front` before those that it has, `back` behind them ("" for none). A
 * paragraph that is a claim by its header becomes a span or div, with that label where it needs one of its own. */
void bv_patch_attributes(bv_patches *patches, const bv_node *element, bv_label label, const char *front, const char *back);
/* The start of the line behind a block; NULL: behind everything. */
uint32_t bv_patch_behind(const bv_source *source, const bv_node *block);
/* Adds the draft with all of them. */
void bv_patches_apply(bv_buf *out, bv_patches *patches);

/* For XML: makes a node stand behind another. */
void bv_node_insert_behind(bv_node *place, bv_node *node);
/* For XML: what can bear attributes for the claim, section or div: itself, or a new div around a paragraph, with that
 * label. */
bv_node *bv_bearer_of(bv_arena *arena, bv_node *element, bv_label label);

#endif
