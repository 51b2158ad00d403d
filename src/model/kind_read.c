#include "model/kind_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/messages.h"
#include "base/nearest.h"
#include "base/xml.h"
#include "lang/notation.h"
#include "lang/title.h"
#include "model/kind_requirements.h"
#include "model/vocabulary.h"

static const char SCHEMA[] = "schemas/soort.rng";

bool bv_kind_fail(bv_kind_loader *loader, const xmlNode *at, const char *message) {
  *loader->error = (bv_kind_error){message, at ? (int)xmlGetLineNo((xmlNodePtr)at) : 1};
  return false;
}

bool bv_kind_is(const xmlNode *element, const char *name) {
  return element->type == XML_ELEMENT_NODE && strcmp((const char *)element->name, name) == 0;
}

/* A copy with every run of white space as one space, and none at the ends. */
static const char *collapse(bv_arena *arena, const char *text) {
  char *copy = bv_strdup(arena, text), *to = copy;
  for (const char *from = copy; *from; from++)
    if (!strchr(" \t\r\n", *from))
      *to++ = *from;
    else if (to > copy && to[-1] != ' ')
      *to++ = ' ';
  if (to > copy && to[-1] == ' ')
    to--;
  *to = '\0';
  return copy;
}

const char *bv_kind_attribute(const bv_kind_loader *loader, const xmlNode *element, const char *name) {
  xmlChar *value = xmlGetNoNsProp(element, BAD_CAST name);
  const char *copy = value ? collapse(loader->kinds->arena, (const char *)value) : NULL;
  xmlFree(value);
  return copy;
}

static const char *text_of(const bv_kind_loader *loader, const xmlNode *element) {
  xmlChar *text = xmlNodeGetContent(element);
  const char *copy = collapse(loader->kinds->arena, text ? (const char *)text : "");
  xmlFree(text);
  return copy;
}

bv_names bv_kind_names(const bv_kind_loader *loader, const char *list) {
  bv_names names = {0};
  char *rest = NULL, *copy = bv_strdup(loader->kinds->arena, list ? list : "");
  for (char *name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest))
    BV_PUSH(loader->kinds->arena, &names, name);
  return names;
}

bool bv_kind_answer(const bv_kind_loader *loader, const xmlNode *element, const char *name, bool otherwise) {
  const char *value = bv_kind_attribute(loader, element, name);
  return value ? strcmp(value, "ja") == 0 : otherwise;
}

static bool read_field(bv_kind_loader *loader, const xmlNode *element) {
  static const char *const types[] = {"datum", "ja-nee", "tekst"};
  bv_kind_field field = {.name = bv_kind_attribute(loader, element, "naam"),
                         .title = bv_kind_attribute(loader, element, "titel"),
                         .required = bv_kind_answer(loader, element, "verplicht", false),
                         .authority = {BV_RULE_MARKUP_VOORBLAD, NULL}};
  const char *type = bv_kind_attribute(loader, element, "type");
  while (strcmp(types[field.type], type) != 0)
    field.type++;
  if (!bv_kind_read_authority(loader, element, &field.authority) ||
      !bv_kind_read_conditions(loader, element, &field.conditions))
    return false;
  for (size_t i = 0; i < loader->kind->fields.count; i++)
    if (strcmp(loader->kind->fields.items[i].name, field.name) == 0) {
      loader->kind->fields.items[i] = field;
      return true;
    }
  BV_PUSH(loader->kinds->arena, &loader->kind->fields, field);
  return true;
}

/* Adds a word by which a subject is known; not when it stands for more forms than there is room for. */
static bool read_word(bv_kind_loader *loader, const xmlNode *element, bv_names *words) {
  const char *word = text_of(loader, element);
  if (strlen(word) > BV_LONGEST_KIND_WORD)
    return bv_kind_fail(loader, element, bv_sprintf(loader->kinds->arena, MSG_KIND_WORD_LONG, BV_LONGEST_KIND_WORD));
  loader->forms += bv_notation_count(word, BV_MOST_KIND_FORMS);
  if (loader->forms > BV_MOST_KIND_FORMS)
    return bv_kind_fail(loader, element, bv_sprintf(loader->kinds->arena, MSG_KIND_FORMS, BV_MOST_KIND_FORMS));
  BV_PUSH(loader->kinds->arena, words, word);
  return true;
}

/* A subject described again replaces what the kind below said of it. */
static bool read_topic(bv_kind_loader *loader, const xmlNode *element) {
  const char *negation = bv_kind_attribute(loader, element, "ontkenning");
  bv_topic topic = {.name = bv_kind_attribute(loader, element, "naam"),
                    .title = bv_kind_attribute(loader, element, "titel"),
                    .negation_counts = !negation || strcmp(negation, "telt") == 0};
  for (const xmlNode *word = element->children; word; word = word->next)
    if (bv_kind_is(word, "woord") && !read_word(loader, word, &topic.words))
      return false;
  for (size_t i = 0; i < loader->kind->topics.count; i++)
    if (strcmp(loader->kind->topics.items[i].name, topic.name) == 0) {
      loader->kind->topics.items[i] = topic;
      return true;
    }
  BV_PUSH(loader->kinds->arena, &loader->kind->topics, topic);
  return true;
}

/* The part of that class to read into: that of the kind below, or a new one. */
static bv_kind_part *part_to_read(bv_kind_loader *loader, const char *class_name) {
  bv_kind *kind = loader->kind;
  bv_kind_part *part = (bv_kind_part *)bv_kind_part_of_class(kind, class_name);
  if (part)
    return part;
  BV_PUSH(loader->kinds->arena, &kind->parts,
          (bv_kind_part){.class_name = class_name,
                         .required = true,
                         .bears_claims = true,
                         .authority = {BV_RULE_OPBOUW_ONDERDEEL, NULL}});
  return &kind->parts.items[kind->parts.count - 1];
}

static bool read_part(bv_kind_loader *loader, const xmlNode *element) {
  bv_arena *arena = loader->kinds->arena;
  bv_kind_part *part = part_to_read(loader, bv_kind_attribute(loader, element, "klasse"));
  const char *title = bv_kind_attribute(loader, element, "titel");
  if (!title && !part->title)
    return bv_kind_fail(loader, element, bv_sprintf(arena, MSG_KIND_PART_TITLE, part->class_name));
  if (title) {
    part->title = title;
    BV_PUSH(arena, &part->titles, bv_title_key(arena, title));
  }
  part->required = bv_kind_answer(loader, element, "verplicht", part->required);
  part->bears_claims = bv_kind_answer(loader, element, "beweringen", part->bears_claims);
  if (!bv_kind_read_authority(loader, element, &part->authority))
    return false;
  for (const xmlNode *child = element->children; child; child = child->next) {
    if (bv_kind_is(child, "herken"))
      BV_PUSH(arena, &part->titles, bv_title_key(arena, text_of(loader, child)));
    else if (bv_kind_is(child, "vraag"))
      part->question = text_of(loader, child);
    else if (!bv_kind_read_requirement(loader, child, part->authority, &part->requirements))
      return false;
  }
  return bv_kind_read_conditions(loader, element, &part->conditions);
}

static void drop_topic(bv_requirements *requirements, size_t topic) {
  size_t kept = 0;
  for (size_t i = 0; i < requirements->count; i++) {
    bv_requirement *requirement = &requirements->items[i];
    size_t topics = 0;
    for (size_t t = 0; t < requirement->topics.count; t++)
      if (requirement->topics.items[t] != topic)
        requirement->topics.items[topics++] = requirement->topics.items[t];
    requirement->topics.count = topics;
    if (requirement->type != BV_REQUIRE_TOPICS || topics > 0)
      requirements->items[kept++] = *requirement;
  }
  requirements->count = kept;
}

/* Takes away a part with all that was asked of it, or a subject wherever it was asked for. */
static bool read_dropped(bv_kind_loader *loader, const xmlNode *element) {
  bv_kind *kind = loader->kind;
  const char *class_name = bv_kind_attribute(loader, element, "klasse");
  if (class_name) {
    bv_kind_part *part = (bv_kind_part *)bv_kind_part_of_class(kind, class_name);
    if (!part)
      return bv_kind_fail(loader, element, bv_sprintf(loader->kinds->arena, MSG_KIND_NO_PART, class_name));
    bv_kind_part *past = kind->parts.items + kind->parts.count--;
    memmove(part, part + 1, (size_t)(past - part - 1) * sizeof *part);
    return true;
  }
  size_t topic;
  if (!bv_kind_find_topic(loader, element, bv_kind_attribute(loader, element, "onderwerp"), &topic))
    return false;
  drop_topic(&kind->requirements, topic);
  for (size_t i = 0; i < kind->parts.count; i++)
    drop_topic(&kind->parts.items[i].requirements, topic);
  return true;
}

#define COPY(arena, list)                                                                                              \
  ((list)->items = memcpy(bv_calloc((arena), (list)->count + 1, sizeof *(list)->items),                                \
                          (list)->count ? (const void *)(list)->items : "", (list)->count * sizeof *(list)->items),    \
   (list)->capacity = (list)->count)

static void copy_requirements(bv_arena *arena, bv_requirements *requirements) {
  COPY(arena, requirements);
  for (size_t i = 0; i < requirements->count; i++)
    COPY(arena, &requirements->items[i].topics);
}

/* Makes the kind a copy of another, whose lists it may then change. */
static void copy_kind(bv_arena *arena, bv_kind *kind, const bv_kind *base) {
  *kind = *base;
  COPY(arena, &kind->fields);
  COPY(arena, &kind->topics);
  COPY(arena, &kind->parts);
  copy_requirements(arena, &kind->requirements);
  for (size_t i = 0; i < kind->parts.count; i++) {
    bv_kind_part *part = &kind->parts.items[i];
    COPY(arena, &part->titles);
    COPY(arena, &part->conditions);
    copy_requirements(arena, &part->requirements);
  }
}

static bool read_head(bv_kind_loader *loader, const xmlNode *root) {
  bv_arena *arena = loader->kinds->arena;
  const char *base_name = bv_kind_attribute(loader, root, "op-basis-van");
  const bv_kind *base = NULL;
  const char *title = bv_kind_attribute(loader, root, "titel");
  for (size_t i = 0; base_name && i < loader->kinds->count; i++)
    if (strcmp(loader->kinds->items[i]->name, base_name) == 0)
      base = loader->kinds->items[i];
  if (base_name && !base)
    return bv_kind_fail(loader, root, bv_sprintf(arena, MSG_KIND_NO_BASE, base_name));
  if (!base && !title)
    return bv_kind_fail(loader, root, MSG_KIND_TITLE);
  if (base)
    copy_kind(arena, loader->kind, base);
  loader->kind->name = bv_kind_attribute(loader, root, "naam");
  loader->kind->abstract = !bv_kind_answer(loader, root, "zelfstandig", true);
  if (title)
    loader->kind->title = title;
  for (const xmlNode *child = root->children; child; child = child->next)
    if (bv_kind_is(child, "vervalt") && !base)
      return bv_kind_fail(loader, child, MSG_KIND_DROPPED);
  return true;
}

/* Whether an earlier sibling has the same element name and the same value of the attribute. */
static bool stands_twice(const bv_kind_loader *loader, const xmlNode *element) {
  const char *key = bv_kind_is(element, "onderdeel") ? "klasse" : "naam";
  const char *name = bv_kind_attribute(loader, element, key);
  for (const xmlNode *earlier = element->prev; name && earlier; earlier = earlier->prev)
    if (bv_kind_is(earlier, (const char *)element->name) && strcmp(name, bv_kind_attribute(loader, earlier, key)) == 0)
      return true;
  return false;
}

/* Reads the children of the root: subjects first, since all else may name them. */
static bool read_children(bv_kind_loader *loader, const xmlNode *root) {
  const bv_authority general = {BV_RULE_OPBOUW_ONDERDEEL, NULL};
  for (const xmlNode *child = root->children; child; child = child->next) {
    if ((bv_kind_is(child, "veld") || bv_kind_is(child, "onderwerp") || bv_kind_is(child, "onderdeel")) &&
        stands_twice(loader, child))
      return bv_kind_fail(loader, child, MSG_KIND_TWICE);
    if (bv_kind_is(child, "onderwerp") && !read_topic(loader, child))
      return false;
  }
  for (const xmlNode *child = root->children; child; child = child->next) {
    bool good = bv_kind_is(child, "vervalt")     ? read_dropped(loader, child)
                : bv_kind_is(child, "veld")      ? read_field(loader, child)
                : bv_kind_is(child, "onderdeel") ? read_part(loader, child)
                : bv_kind_is(child, "onderwerp")
                    ? true
                    : bv_kind_read_requirement(loader, child, general, &loader->kind->requirements);
    if (!good)
      return false;
  }
  return true;
}

/* The node after `node` in document order, not leaving `root`; NULL at the end. */
static const xmlNode *following(const xmlNode *node, const xmlNode *root) {
  if (node->type == XML_ELEMENT_NODE && node->children)
    return node->children;
  while (node != root && !node->next)
    node = node->parent;
  return node == root ? NULL : node->next;
}

/* Whether every place that an element names with `in` exists: known only when all parts are. */
static bool check_places(bv_kind_loader *loader, const xmlNode *root) {
  for (const xmlNode *node = root; node; node = following(node, root)) {
    if (node->type != XML_ELEMENT_NODE)
      continue;
    bv_names places = bv_kind_names(loader, bv_kind_attribute(loader, node, "in"));
    for (size_t i = 0; i < places.count; i++)
      if (!strchr("*@", places.items[i][0]) && !bv_kind_part_of_class(loader->kind, places.items[i]))
        return bv_kind_fail(loader, node, bv_sprintf(loader->kinds->arena, MSG_KIND_NO_PART, places.items[i]));
  }
  return true;
}

bv_kind *bv_kind_read(const bv_kind_set *kinds, const char *bytes, size_t length, bool own, bv_kind_error *error) {
  bv_xml_error wrong = {0};
  bv_kind_loader loader = {kinds, bv_alloc(kinds->arena, sizeof(bv_kind)), error, 0};
  xmlDocPtr document = bv_xml_parse(kinds->arena, bytes, length, &wrong);
  bool good = document && (own || bv_xml_validate(kinds->arena, document, SCHEMA, &wrong));
  if (good) {
    const xmlNode *root = xmlDocGetRootElement(document);
    good = read_head(&loader, root) && read_children(&loader, root) && check_places(&loader, root);
  } else {
    *error = (bv_kind_error){wrong.message, wrong.line};
  }
  xmlFreeDoc(document);
  return good ? loader.kind : NULL;
}
