/* Completion: what can stand at a place. */
#include <string.h>

#include "check/voice.h"
#include "lsp/context.h"
#include "lsp/describe.h"
#include "lsp/features.h"
#include "model/vocabulary.h"

enum { ITEM_FIELD = 5, ITEM_CLASS = 7, ITEM_PROPERTY = 10, ITEM_VALUE = 12, ITEM_REFERENCE = 18 }; /* of the protocol */

enum { MOST_ITEMS = 2000 };

/* A list of completions on its way. */
typedef struct completion {
  bv_arena *arena;
  bv_lsp_document *document;
  const bv_document *names; /* what is declared; NULL: nothing is known */
  const bv_kind *kind;      /* of the draft, or NULL */
  bv_lsp_context context;
  json_t *items;
} completion;

/* `insert`: what is typed when it is chosen. */
static void add(completion *c, const char *label, const char *insert, int kind, const char *detail) {
  size_t count = json_array_size(c->items);
  if (count >= MOST_ITEMS)
    return;
  json_t *item = json_pack("{s:s, s:i, s:s, s:s, s:{s:o, s:s}}", "label", label, "kind", kind, "sortText",
                           bv_sprintf(c->arena, "%04zu", count), "filterText", insert, "textEdit", "range",
                           bv_lsp_text_range(c->document, c->context.word), "newText", insert);
  if (detail)
    json_object_set_new(item, "detail", json_string(detail));
  json_array_append_new(c->items, item);
}

static void add_words(completion *c, const bv_words *words, int kind, const char *list, const char *before,
                      const char *behind) {
  for (size_t i = 0; i < words->count; i++)
    add(c, bv_sprintf(c->arena, "%s%s", before, words->items[i]),
        bv_sprintf(c->arena, "%s%s%s", before, words->items[i], behind), kind,
        list ? bv_lsp_meaning(c->arena, list, words->items[i], c->kind) : NULL);
}

static void add_class(completion *c, const char *name, const char *title, const char *before) {
  if (bv_words_find(&bv_known_classes, name) < 0)
    add(c, bv_sprintf(c->arena, "%s%s", before, name), bv_sprintf(c->arena, "%s%s", before, name), ITEM_CLASS, title);
}

/* The classes of the format, and those that only this kind of document has. */
static void add_classes(completion *c, const char *before) {
  add_words(c, &bv_known_classes, ITEM_CLASS, BV_LSP_CLASS, before, "");
  for (size_t i = 0; c->kind && i < c->kind->parts.count; i++)
    add_class(c, c->kind->parts.items[i].class_name, c->kind->parts.items[i].title, before);
  for (size_t i = 0; c->kind && i < c->kind->topics.count; i++)
    add_class(c, c->kind->topics.items[i].name, c->kind->topics.items[i].title, before);
}

static void add_sources(completion *c, bool only_reports) {
  for (size_t i = 0; c->names && i < c->names->front.sources.count; i++) {
    const bv_report_source *source = &c->names->front.sources.items[i];
    if (source->id && (!only_reports || source->kind == BV_SOURCE_EERDER_RAPPORT))
      add(c, source->id, source->id, ITEM_REFERENCE, bv_lsp_source_words(c->arena, source));
  }
}

static void add_persons(completion *c, bool with_function) {
  for (size_t i = 0; c->names && i < c->names->front.persons.count; i++) {
    const bv_person *person = &c->names->front.persons.items[i];
    if (person->id && (!with_function || !bv_is_blank(person->function)))
      add(c, person->id, person->id, ITEM_REFERENCE, bv_lsp_person_words(c->arena, person));
  }
}

static const char *node_words(bv_arena *arena, const bv_node *node) {
  if (node->claim)
    return bv_sprintf(arena, "%s %s", node->claim->number, bv_lsp_claim_opening(arena, node->claim));
  return node->kind == BV_NODE_SECTION && node->first_child && node->first_child->text ? node->first_child->text->bytes
                                                                                       : NULL;
}

/* Names behind `#`: of claims only, or of every part that has one. */
static void add_nodes(completion *c, bool only_claims) {
  const bv_node *root = c->names ? c->names->root : NULL;
  bool marked = c->context.word.start > 0 && c->document->text.bytes[c->context.word.start - 1] == '#';
  for (const bv_node *node = root; node; node = bv_node_following(node, root)) {
    if (!node->attributes.id || (only_claims && !node->claim))
      continue;
    const char *label = bv_sprintf(c->arena, "#%s", node->attributes.id);
    add(c, label, label + marked, ITEM_REFERENCE, node_words(c->arena, node));
  }
}

static void add_rules(completion *c) {
  for (bv_rule rule = 0; rule < BV_RULE_COUNT; rule++)
    add(c, bv_rule_info_of(rule)->name, bv_rule_info_of(rule)->name, ITEM_VALUE, bv_rule_info_of(rule)->summary);
}

static void add_values(completion *c) {
  static const struct {
    const char *key;
    const bv_words *words;
  } choices[] = {{"besluit", &bv_decisions},
                 {"status", &bv_diagnosis_status},
                 {"uitkomst", &bv_outcomes},
                 {"nr", &bv_judgement_numbers}};
  const char *key = c->context.key;
  for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
    if (strcmp(key, choices[i].key) == 0)
      add_words(c, choices[i].words, ITEM_VALUE, NULL, "", "");
  bool maker = strcmp(key, "gesteld-door") == 0, copied = strcmp(key, "overgenomen-uit") == 0;
  if (strcmp(key, "bron") == 0 || maker || copied)
    add_sources(c, copied);
  if (maker || strcmp(key, "van") == 0 || strcmp(key, "over") == 0 || strcmp(key, "vertrouwelijk") == 0 ||
      strcmp(key, "wie") == 0)
    add_persons(c, maker);
  if (strcmp(key, "weerspreekt") == 0 || strcmp(key, "op") == 0 || strcmp(key, "bij") == 0)
    add_nodes(c, *key == 'w');
  if (strcmp(key, "negeer") == 0)
    add_rules(c);
}

static void add_front_keys(completion *c) {
  static const struct {
    const char *list;
    const bv_words *words;
  } lists[] = {{BV_LSP_FRONT, &bv_front_keys},
               {BV_LSP_AUTHOR, &bv_author_keys},
               {BV_LSP_PERSON, &bv_person_keys},
               {BV_LSP_SOURCE, &bv_source_keys}};
  bool written = c->document->text.bytes[c->context.word.end] == ':';
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    if (strcmp(lists[i].list, c->context.list) == 0)
      add_words(c, lists[i].words, ITEM_FIELD, c->context.list, "", written ? "" : ": ");
  for (size_t i = 0; c->kind && strcmp(c->context.list, BV_LSP_FRONT) == 0 && i < c->kind->fields.count; i++) {
    const bv_kind_field *field = &c->kind->fields.items[i];
    if (bv_words_find(&bv_front_keys, field->name) < 0)
      add(c, field->name, bv_sprintf(c->arena, "%s%s", field->name, written ? "" : ": "), ITEM_FIELD, field->title);
  }
}

static bool is_yes_no(const completion *c) {
  static const char *const keys[] = {"spoed",    "verlenging",   "gezag",        "tolk",   "vertaling",
                                     "in-bezit", "aangekondigd", "geaccordeerd", "bijlage"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (strcmp(c->context.key, keys[i]) == 0)
      return true;
  for (size_t i = 0; c->kind && i < c->kind->fields.count; i++)
    if (strcmp(c->kind->fields.items[i].name, c->context.key) == 0)
      return c->kind->fields.items[i].type == BV_FIELD_ANSWER;
  return false;
}

static void add_kinds(completion *c) {
  const bv_kind_set *kinds = bv_lsp_config(c->document)->kinds;
  for (size_t i = 0; i < kinds->count; i++)
    if (!kinds->items[i]->abstract)
      add(c, kinds->items[i]->name, kinds->items[i]->name, ITEM_VALUE, kinds->items[i]->title);
}

static void add_front_values(completion *c) {
  static const struct {
    const char *list, *key;
    const bv_words *words;
  } choices[] = {{BV_LSP_FRONT, "status", &bv_states},
                 {BV_LSP_FRONT, "maatregel", &bv_measures},
                 {BV_LSP_PERSON, "rol", &bv_roles},
                 {BV_LSP_PERSON, "geslacht", &bv_genders},
                 {BV_LSP_SOURCE, "soort", &bv_source_kinds}};
  bool front = strcmp(c->context.list, BV_LSP_FRONT) == 0, source = strcmp(c->context.list, BV_LSP_SOURCE) == 0;
  for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
    if (strcmp(c->context.list, choices[i].list) == 0 && strcmp(c->context.key, choices[i].key) == 0)
      add_words(c, choices[i].words, ITEM_VALUE, NULL, "", "");
  if (front && strcmp(c->context.key, "soort") == 0)
    add_kinds(c);
  if (source && strcmp(c->context.key, "persoon") == 0)
    add_persons(c, false);
  if (is_yes_no(c))
    add_words(c, &bv_yes_no, ITEM_VALUE, NULL, "", "");
}

bool bv_lsp_can_complete(const bv_lsp_document *document, uint32_t at) {
  bv_arena *arena = bv_arena_new();
  bool can = bv_lsp_context_at(arena, &document->text, at).slot != BV_LSP_NOTHING;
  bv_arena_free(arena);
  return can;
}

json_t *bv_lsp_complete(bv_arena *arena, bv_lsp_document *document, uint32_t at) {
  completion c = {.arena = arena,
                  .document = document,
                  .names = document->names,
                  .context = bv_lsp_context_at(arena, &document->text, at),
                  .items = json_array()};
  if (c.names && c.names->front.kind)
    c.kind = bv_kind_find(bv_lsp_config(document)->kinds, c.names->front.kind);
  bool written = document->text.bytes[c.context.word.end] == '=';
  switch (c.context.slot) {
  case BV_LSP_NOTHING:
    break;
  case BV_LSP_ATTRIBUTE_SLOT:
    if (!written)
      add_classes(&c, ".");
    add_words(&c, &bv_known_attributes, ITEM_PROPERTY, BV_LSP_ATTRIBUTE, "", written ? "" : "=");
    break;
  case BV_LSP_CLASS_SLOT:
    add_classes(&c, "");
    break;
  case BV_LSP_VALUE_SLOT:
    add_values(&c);
    break;
  case BV_LSP_FRONT_KEY_SLOT:
    add_front_keys(&c);
    break;
  case BV_LSP_FRONT_VALUE_SLOT:
    add_front_values(&c);
    break;
  }
  return json_pack("{s:b, s:o}", "isIncomplete", 0, "items", c.items);
}
