/* Changes to a draft in Markdown, as quick fixes make them. Places are bytes of the model's source. */
#ifndef BV_LSP_EDITS_H
#define BV_LSP_EDITS_H

#include "model/model.h"

/* What the writer has to fill in: no value that the format knows, so that a finding stays until it is filled in. */
#define BV_LSP_FILL_IN "…"

typedef struct bv_lsp_edit {
  bv_range range;   /* is replaced */
  const char *text; /* in the arena or forever */
} bv_lsp_edit;

typedef struct bv_lsp_edits {
  bv_lsp_edit *items; /* do not touch each other */
  size_t count, capacity;
} bv_lsp_edits;

/* Each adds its edits; false, and nothing added, when it cannot be done. */

/* Adds words to the attributes of a node, which must have some between braces. */
bool bv_lsp_add_attributes(bv_arena *arena, const bv_document *document, const bv_node *node, const char *words,
                           bv_lsp_edits *edits);
/* Makes a span of a stretch of running text; marks of emphasis that it cuts through are taken in. */
bool bv_lsp_wrap(bv_arena *arena, const bv_document *document, bv_range range, const char *attributes,
                 bv_lsp_edits *edits);
/* Declares a source of that id on the front matter, behind the others. */
bool bv_lsp_declare_source(bv_arena *arena, const bv_document *document, const char *id, bv_lsp_edits *edits);
/* Adds an exception for a rule to a node, with a reason to fill in. */
bool bv_lsp_add_exception(bv_arena *arena, const bv_document *document, const bv_node *node, const char *rule,
                          bv_lsp_edits *edits);

#endif
