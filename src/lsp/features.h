/* What an editor asks about a document. Every function gives the JSON of the protocol, which the caller frees, and uses
 * the arena for what it needs on the way. The document has been checked; `at` and `range` are bytes of its text. */
#ifndef BV_LSP_FEATURES_H
#define BV_LSP_FEATURES_H

#include "base/arena.h"
#include "lsp/document.h"

/* The findings that are not suppressed, in the order of the text. */
json_t *bv_lsp_diagnostics(bv_lsp_document *document);
/* Where a finding shows, in the model's source: what is missing from the whole has no place of its own, and shows at a
 * line. */
bv_range bv_lsp_shown(const bv_document *model, const bv_finding *finding);
/* One of them. */
json_t *bv_lsp_diagnostic(bv_lsp_document *document, const bv_finding *finding);
/* The finding, the claim and the word at a place, explained; null when there is nothing to say. */
json_t *bv_lsp_hover(bv_arena *arena, bv_lsp_document *document, uint32_t at);
/* Classes, keys, values and names that can stand at a place. */
json_t *bv_lsp_complete(bv_arena *arena, bv_lsp_document *document, uint32_t at);
/* Whether anything can stand there at all; needs no model. */
bool bv_lsp_can_complete(const bv_lsp_document *document, uint32_t at);
/* Where the source, person or claim that is named at a place is declared, or null. */
json_t *bv_lsp_definition(bv_arena *arena, bv_lsp_document *document, uint32_t at);
/* Where it is named. */
json_t *bv_lsp_references(bv_arena *arena, bv_lsp_document *document, uint32_t at, bool declaration);
/* The parts with their claims, numbered. */
json_t *bv_lsp_symbols(bv_arena *arena, bv_lsp_document *document);
/* Quick fixes for the findings that touch a range. */
json_t *bv_lsp_fixes(bv_arena *arena, bv_lsp_document *document, bv_range range);

#endif
