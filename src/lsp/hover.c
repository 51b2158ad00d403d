/* What stands at a place, in words. */
#include "base/messages.h"
#include "check/explain.h"
#include "lsp/describe.h"
#include "lsp/features.h"
#include "lsp/place.h"

/* A hover on its way: pieces with a line between them. */
typedef struct hover {
  bv_buf text;
  bool markdown;
} hover;

static void begin_piece(hover *h) {
  if (h->text.length)
    bv_buf_puts(&h->text, h->markdown ? "\n\n---\n\n" : "\n\n");
}

static void add_finding(hover *h, const bv_explanations *explanations, const bv_finding *finding) {
  const bv_explanation *explanation = bv_explanation_of(explanations, finding->rule);
  begin_piece(h);
  bv_buf_printf(&h->text, h->markdown ? "**%s** `%s` (%s)\n\n" : "%s %s (%s)\n", bv_severity_dutch(finding->severity),
                bv_rule_info_of(finding->rule)->name, finding->norm);
  bv_lsp_add_text(&h->text, h->markdown, finding->message);
  if (finding->suggestion) {
    bv_buf_puts(&h->text, h->markdown ? "\n\n*" MSG_LSP_ADVICE "* " : "\n" MSG_LSP_ADVICE " ");
    bv_lsp_add_text(&h->text, h->markdown, finding->suggestion);
  }
  if (finding->suppressed) {
    bv_buf_puts(&h->text, h->markdown ? "\n\n*" MSG_LSP_SUPPRESSED "* " : "\n" MSG_LSP_SUPPRESSED " ");
    bv_lsp_add_text(&h->text, h->markdown, finding->reason ? finding->reason : "");
  }
  if (explanation)
    bv_buf_printf(&h->text, "\n\n%s", explanation->text);
}

/* A finding about a whole part covers all of it; at more than these the rest is a heap. */
enum { MOST_FINDINGS = 3 };

static void add_findings(hover *h, const bv_document *model, uint32_t offset) {
  bv_explanations explanations = {0};
  size_t count = 0;
  for (size_t i = 0; i < model->findings->count && count < MOST_FINDINGS; i++) {
    const bv_finding *finding = &model->findings->items[i];
    bv_range range = bv_lsp_shown(model, finding);
    if (range.start > offset || offset >= range.end)
      continue;
    if (count++ == 0)
      explanations = bv_explanations_all(h->text.arena);
    add_finding(h, &explanations, finding);
  }
}

static void add_named(hover *h, const bv_document *model, const bv_lsp_named *named) {
  begin_piece(h);
  if (named->source)
    bv_lsp_add_text(&h->text, h->markdown, bv_lsp_source_words(h->text.arena, named->source));
  else if (named->person)
    bv_lsp_add_text(&h->text, h->markdown, bv_lsp_person_words(h->text.arena, named->person));
  else if (named->node->claim)
    bv_lsp_add_claim(&h->text, h->markdown, model, named->node->claim);
  else
    bv_buf_printf(&h->text, MSG_LSP_PLACE_NAME, named->node->attributes.id);
}

static const char *list_of(const bv_words *keys) {
  return keys == &bv_person_keys   ? BV_LSP_PERSON
         : keys == &bv_source_keys ? BV_LSP_SOURCE
         : keys == &bv_author_keys ? BV_LSP_AUTHOR
                                   : BV_LSP_FRONT;
}

static void add_word(hover *h, const bv_lsp_place *place, const bv_kind *kind) {
  bv_arena *arena = h->text.arena;
  const char *word, *meaning;
  if (place->class_name) {
    word = bv_sprintf(arena, ".%s", place->class_name->name);
    meaning = bv_lsp_meaning(arena, BV_LSP_CLASS, place->class_name->name, kind);
  } else if (place->attribute) {
    word = place->attribute->key;
    meaning = bv_lsp_meaning(arena, BV_LSP_ATTRIBUTE, word, kind);
  } else {
    word = place->field->key;
    meaning = bv_lsp_meaning(arena, list_of(place->keys), word, kind);
  }
  if (!meaning)
    return;
  begin_piece(h);
  bv_buf_printf(&h->text, h->markdown ? "`%s`\n\n%s" : "%s: %s", word, meaning);
}

/* The claim that an attribute or the text belongs to; not where the word names another. */
static void add_claim_at(hover *h, const bv_document *model, const bv_lsp_place *place, uint32_t offset) {
  const bv_claim *claim = bv_lsp_claim_at(model, offset);
  if (!claim || (place->named.node && place->named.node->claim))
    return;
  begin_piece(h);
  bv_lsp_add_claim(&h->text, h->markdown, model, claim);
}

json_t *bv_lsp_hover(bv_arena *arena, bv_lsp_document *document, uint32_t at) {
  const bv_document *model = document->model;
  if (!model)
    return json_null();
  hover h = {bv_buf_new(arena), document->client->markdown};
  uint32_t offset = bv_lsp_to_model(document, at);
  bv_lsp_place place = bv_lsp_place_at(arena, model, offset);
  const bv_kind *kind = model->front.kind ? bv_kind_find(bv_lsp_config(document)->kinds, model->front.kind) : NULL;
  add_findings(&h, model, offset);
  if (place.named.source || place.named.person || place.named.node)
    add_named(&h, model, &place.named);
  else if (place.class_name || place.attribute || place.field)
    add_word(&h, &place, kind);
  add_claim_at(&h, model, &place, offset);
  if (!h.text.length)
    return json_null();
  json_t *result = json_pack("{s:{s:s, s:s}}", "contents", "kind", h.markdown ? "markdown" : "plaintext", "value",
                             bv_buf_string(&h.text));
  if (place.range.end > place.range.start)
    json_object_set_new(result, "range", bv_lsp_model_range(document, place.range));
  return result;
}
