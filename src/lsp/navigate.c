/* Going from a name to what it names and back, and the outline of a draft. */
#include <string.h>

#include "base/messages.h"
#include "lsp/describe.h"
#include "lsp/features.h"
#include "lsp/place.h"

static json_t *location(bv_lsp_document *document, bv_range range) {
  return json_pack("{s:s, s:o}", "uri", document->uri, "range", bv_lsp_model_range(document, range));
}

static bool names_something(const bv_lsp_named *named) { return named->source || named->person || named->node; }

static bv_lsp_named named_at(bv_arena *arena, const bv_lsp_document *document, uint32_t at) {
  if (!document->model)
    return (bv_lsp_named){0};
  bv_lsp_named named = bv_lsp_place_at(arena, document->model, bv_lsp_to_model(document, at)).named;
  if (named.source && named.source->kind == BV_SOURCE_OPSTELLER)
    named.source = NULL; /* is declared nowhere */
  return named;
}

json_t *bv_lsp_definition(bv_arena *arena, bv_lsp_document *document, uint32_t at) {
  bv_lsp_named named = named_at(arena, document, at);
  return names_something(&named) ? location(document, bv_lsp_declaration(&named)) : json_null();
}

typedef struct listing {
  bv_lsp_document *document;
  json_t *all;
} listing;

static void take(void *context, bv_range range) {
  listing *l = context;
  json_array_append_new(l->all, location(l->document, range));
}

json_t *bv_lsp_references(bv_arena *arena, bv_lsp_document *document, uint32_t at, bool declaration) {
  listing l = {document, json_array()};
  bv_lsp_named named = named_at(arena, document, at);
  if (!names_something(&named))
    return l.all;
  if (declaration)
    take(&l, bv_lsp_declaration(&named));
  bv_lsp_each_reference(arena, document->model, &named, take, &l);
  return l.all;
}

enum { SYMBOL_NAMESPACE = 3, SYMBOL_STRING = 15 }; /* of the protocol */

static json_t *symbol(bv_lsp_document *document, const char *name, const char *detail, int kind, bv_range range,
                      bv_range selection) {
  if (!document->client->hierarchical_symbols)
    return json_pack("{s:s, s:i, s:o}", "name", name, "kind", kind, "location", location(document, range));
  return json_pack("{s:s, s:s, s:i, s:o, s:o}", "name", name, "detail", detail, "kind", kind, "range",
                   bv_lsp_model_range(document, range), "selectionRange", bv_lsp_model_range(document, selection));
}

static json_t *claim_symbol(bv_arena *arena, bv_lsp_document *document, const bv_claim *claim) {
  const char *name = bv_sprintf(arena, "%s %s", claim->number, bv_lsp_claim_opening(arena, claim));
  bv_range start = {claim->range.start, claim->range.start};
  return symbol(document, name, bv_lsp_label_words(claim->label), SYMBOL_STRING, claim->range, start);
}

static json_t *part_symbol(bv_arena *arena, bv_lsp_document *document, const bv_part *part) {
  const bv_node *section = part->section;
  const char *name = bv_sprintf(arena, "%u. %s", part->number, *part->title ? part->title : MSG_LSP_PART_UNTITLED);
  bv_range heading = section->first_child ? section->first_child->range : section->range;
  return symbol(document, name, "", SYMBOL_NAMESPACE, section->range, heading);
}

/* The claims of the part, of which `next` is the first. */
static json_t *claim_symbols(bv_arena *arena, bv_lsp_document *document, const bv_part *part, size_t *next) {
  json_t *all = json_array();
  const bv_document *model = document->model;
  for (; *next < model->claims.count && model->claims.items[*next]->part == part; ++*next)
    json_array_append_new(all, claim_symbol(arena, document, model->claims.items[*next]));
  return all;
}

json_t *bv_lsp_symbols(bv_arena *arena, bv_lsp_document *document) {
  json_t *all = json_array();
  const bv_document *model = document->model;
  size_t next = 0;
  for (size_t i = 0; model && i < model->parts.count; i++) {
    const bv_part *part = &model->parts.items[i];
    json_t *claims = claim_symbols(arena, document, part, &next);
    json_t *section = part->section ? part_symbol(arena, document, part) : NULL;
    if (section)
      json_array_append(all, section);
    if (section && document->client->hierarchical_symbols)
      json_object_set(section, "children", claims);
    else
      json_array_extend(all, claims);
    json_decref(section);
    json_decref(claims);
  }
  return all;
}
