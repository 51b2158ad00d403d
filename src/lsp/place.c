#include "lsp/place.h"

#include <string.h>

#include "check/voice.h"

/* What the value of an attribute or field names. */
typedef enum target { TARGET_NONE, TARGET_SOURCE, TARGET_PERSON, TARGET_EITHER, TARGET_NODE } target;

static target target_of(const char *key) {
  static const struct {
    const char *key;
    target kind;
  } targets[] = {{"bron", TARGET_SOURCE},
                 {"overgenomen-uit", TARGET_SOURCE},
                 {"gesteld-door", TARGET_EITHER},
                 {"van", TARGET_PERSON},
                 {"over", TARGET_PERSON},
                 {"vertrouwelijk", TARGET_PERSON},
                 {"wie", TARGET_PERSON},
                 {"persoon", TARGET_PERSON},
                 {"op", TARGET_NODE},
                 {"bij", TARGET_NODE},
                 {"weerspreekt", TARGET_NODE}};
  for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
    if (strcmp(key, targets[i].key) == 0)
      return targets[i].kind;
  return TARGET_NONE;
}

static const bv_node *find_node(const bv_document *document, const char *id) {
  id += *id == '#';
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    if (node->attributes.id && strcmp(node->attributes.id, id) == 0)
      return node;
  return NULL;
}

static bv_lsp_named find_named(const bv_document *document, target kind, const char *id) {
  bv_lsp_named named = {0};
  if (kind == TARGET_SOURCE || kind == TARGET_EITHER)
    named.source = bv_source_find(document, id);
  if (kind == TARGET_PERSON || (kind == TARGET_EITHER && !named.source))
    named.person = bv_person_find(document, id);
  if (kind == TARGET_NODE)
    named.node = find_node(document, id);
  return named;
}

/* The end counts too: there stands the cursor of who has just typed the word. */
static bool holds(bv_range range, uint32_t offset) { return range.start <= offset && offset <= range.end; }

typedef struct search {
  uint32_t offset;
  const char *id;
  bv_range range;
} search;

static void take_at(void *context, const char *id, bv_range range) {
  search *s = context;
  if (!s->id && holds(range, s->offset)) {
    s->id = id;
    s->range = range;
  }
}

static void look_at_value(bv_arena *arena, const bv_document *document, const bv_attribute *attribute, uint32_t offset,
                          bv_lsp_place *place) {
  target kind = target_of(attribute->key);
  search s = {.offset = offset};
  *place = (bv_lsp_place){.attribute = attribute, .range = attribute->value_range, .value = true};
  if (kind != TARGET_NONE)
    bv_each_id(arena, attribute, take_at, &s);
  if (!s.id)
    return;
  place->range = s.range;
  place->named = find_named(document, kind, s.id);
}

static void look_at_attributes(bv_arena *arena, const bv_document *document, const bv_node *node, uint32_t offset,
                               bv_lsp_place *place) {
  const bv_attributes *attributes = &node->attributes;
  if (attributes->id && holds(attributes->id_range, offset))
    *place = (bv_lsp_place){.range = attributes->id_range, .named.node = node};
  for (size_t i = 0; i < attributes->classes.count; i++)
    if (holds(attributes->classes.items[i].range, offset))
      *place = (bv_lsp_place){.range = attributes->classes.items[i].range, .class_name = &attributes->classes.items[i]};
  for (size_t i = 0; i < attributes->pairs.count; i++) {
    const bv_attribute *attribute = &attributes->pairs.items[i];
    if (holds(attribute->key_range, offset))
      *place = (bv_lsp_place){.range = attribute->key_range, .attribute = attribute};
    else if (holds(attribute->value_range, offset))
      look_at_value(arena, document, attribute, offset, place);
  }
}

/* A field of the front matter; `of` is the person or source that the entry declares. */
static void look_at_fields(const bv_document *document, const bv_fields *fields, const bv_words *keys, bv_lsp_named of,
                           uint32_t offset, bv_lsp_place *place) {
  for (size_t i = 0; i < fields->count; i++) {
    const bv_field *field = &fields->items[i];
    bool value = field->value && *field->value && holds(field->value_range, offset);
    if (!value && !holds(field->key_range, offset))
      continue;
    *place = (bv_lsp_place){
        .range = value ? field->value_range : field->key_range, .field = field, .keys = keys, .value = value};
    if (value && strcmp(field->key, "id") == 0)
      place->named = of;
    else if (value)
      place->named = find_named(document, target_of(field->key), field->value);
  }
}

static void look_at_front(const bv_document *document, uint32_t offset, bv_lsp_place *place) {
  const bv_front *front = &document->front;
  look_at_fields(document, &front->fields, &bv_front_keys, (bv_lsp_named){0}, offset, place);
  for (size_t i = 0; i < front->persons.count; i++)
    look_at_fields(document, &front->persons.items[i].fields, &bv_person_keys,
                   (bv_lsp_named){.person = &front->persons.items[i]}, offset, place);
  for (size_t i = 0; i < front->sources.count; i++)
    look_at_fields(document, &front->sources.items[i].fields, i == 0 ? &bv_author_keys : &bv_source_keys,
                   (bv_lsp_named){.source = i == 0 ? NULL : &front->sources.items[i]}, offset, place);
}

bv_lsp_place bv_lsp_place_at(bv_arena *arena, const bv_document *document, uint32_t offset) {
  bv_lsp_place place = {0};
  if (holds(document->front.fields.range, offset))
    look_at_front(document, offset, &place);
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    if (holds(node->attributes.range, offset))
      look_at_attributes(arena, document, node, offset, &place);
  return place;
}

const bv_claim *bv_lsp_claim_at(const bv_document *document, uint32_t offset) {
  const bv_claim *found = NULL;
  for (size_t i = 0; i < document->claims.count; i++)
    if (document->claims.items[i]->range.start <= offset && offset < document->claims.items[i]->range.end)
      found = document->claims.items[i]; /* one inside another begins later */
  return found;
}

bv_range bv_lsp_declaration(const bv_lsp_named *named) {
  if (named->node)
    return named->node->attributes.id_range;
  return bv_field_place(named->source ? &named->source->fields : &named->person->fields, "id");
}

typedef struct references {
  const bv_document *document;
  const bv_lsp_named *named;
  target kind;
  bv_lsp_take_range *take;
  void *context;
} references;

static bool is_meant(const references *r, const char *id) {
  if (r->named->source)
    return (r->kind == TARGET_SOURCE || r->kind == TARGET_EITHER) && strcmp(id, r->named->source->id) == 0;
  if (r->named->person)
    return (r->kind == TARGET_PERSON || r->kind == TARGET_EITHER) && strcmp(id, r->named->person->id) == 0;
  return r->kind == TARGET_NODE && strcmp(id + (*id == '#'), r->named->node->attributes.id) == 0;
}

static void take_reference(void *context, const char *id, bv_range range) {
  references *r = context;
  if (is_meant(r, id))
    r->take(r->context, range);
}

void bv_lsp_each_reference(bv_arena *arena, const bv_document *document, const bv_lsp_named *named,
                           bv_lsp_take_range *take, void *context) {
  references r = {.document = document, .named = named, .take = take, .context = context};
  for (size_t i = 0; named->person && i < document->front.sources.count; i++)
    if (document->front.sources.items[i].person == named->person)
      take(context, bv_field_place(&document->front.sources.items[i].fields, "persoon"));
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    for (size_t i = 0; i < node->attributes.pairs.count; i++) {
      const bv_attribute *attribute = &node->attributes.pairs.items[i];
      r.kind = target_of(attribute->key);
      if (r.kind != TARGET_NONE)
        bv_each_id(arena, attribute, take_reference, &r);
    }
}
