#include "model/kind_requirements.h"

#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "base/nearest.h"
#include "model/vocabulary.h"

/* "… bestaat niet", with the nearest name when there is one. */
static bool unknown(bv_kind_loader *loader, const xmlNode *at, const char *what, const char *name, const char *nearest) {
  bv_arena *arena = loader->kinds->arena;
  return bv_kind_fail(loader, at,
                      nearest ? bv_sprintf(arena, MSG_KIND_UNKNOWN_NEAREST, what, name, nearest)
                              : bv_sprintf(arena, MSG_KIND_UNKNOWN, what, name));
}

bool bv_kind_find_topic(bv_kind_loader *loader, const xmlNode *at, const char *name, size_t *topic) {
  const bv_kind *kind = loader->kind;
  const char **names = bv_calloc(loader->kinds->arena, kind->topics.count + 1, sizeof *names);
  for (size_t i = 0; i < kind->topics.count; i++) {
    names[i] = kind->topics.items[i].name;
    if (strcmp(names[i], name) == 0) {
      *topic = i;
      return true;
    }
  }
  return unknown(loader, at, MSG_KIND_TOPIC, name, bv_nearest(name, names, kind->topics.count));
}

bool bv_kind_read_authority(bv_kind_loader *loader, const xmlNode *element, bv_authority *authority) {
  const char *rule = bv_kind_attribute(loader, element, "regel"), *norm = bv_kind_attribute(loader, element, "norm");
  if (norm)
    authority->norm = norm;
  if (!rule)
    return true;
  authority->rule = bv_rule_find(rule);
  return authority->rule != BV_RULE_COUNT || unknown(loader, element, MSG_KIND_RULE, rule, bv_rule_nearest(rule));
}

static int number(const bv_kind_loader *loader, const xmlNode *element, const char *name, int otherwise) {
  const char *value = bv_kind_attribute(loader, element, name);
  if (!value)
    return otherwise;
  long read = strtol(value, NULL, 10);
  return read > 100000 ? 100000 : (int)read;
}

static bool read_condition(bv_kind_loader *loader, const xmlNode *element, bv_condition *condition) {
  static const struct { const char *attribute; bv_condition_type type; } types[] = {
      {"maatregel", BV_IF_MEASURE},      {"uithuisplaatsing", BV_IF_PLACEMENT},
      {"spoed", BV_IF_URGENT},           {"uithuisgeplaatst-jaren", BV_IF_PLACED_YEARS},
      {"verlenging", BV_IF_EXTENSION},   {"leeftijd-vanaf", BV_IF_AGE},
      {"ouders", BV_IF_PARENTS},         {"organisatie", BV_IF_ORGANISATION},
      {"veld", BV_IF_FIELD},             {"onderwerp", BV_IF_TOPIC}};
  size_t type = 0;
  while (!(condition->text = bv_kind_attribute(loader, element, types[type].attribute)))
    type++;
  condition->type = types[type].type;
  condition->unless = bv_kind_is(element, "tenzij");
  condition->number = number(loader, element, types[type].attribute, 0);
  condition->answer = strcmp(condition->text, "ja") == 0;
  condition->places = bv_kind_names(loader, bv_kind_attribute(loader, element, "in"));
  if (condition->type == BV_IF_TOPIC)
    return bv_kind_find_topic(loader, element, condition->text, &condition->topic);
  if (condition->type == BV_IF_MEASURE && strcmp(condition->text, "een") != 0 &&
      bv_words_find(&bv_measures, condition->text) < 0)
    return unknown(loader, element, MSG_KIND_MEASURE, condition->text, bv_words_nearest(&bv_measures, condition->text));
  return true;
}

bool bv_kind_read_conditions(bv_kind_loader *loader, const xmlNode *element, bv_conditions *conditions) {
  bool fresh = true;
  for (const xmlNode *child = element->children; child; child = child->next) {
    if (!bv_kind_is(child, "als") && !bv_kind_is(child, "tenzij"))
      continue;
    if (fresh)
      *conditions = (bv_conditions){0};
    fresh = false;
    bv_condition condition = {0};
    if (!read_condition(loader, child, &condition))
      return false;
    BV_PUSH(loader->kinds->arena, conditions, condition);
  }
  return true;
}

static bool read_topics(bv_kind_loader *loader, const xmlNode *element, bv_requirement *requirement) {
  bv_names names = bv_kind_names(loader, bv_kind_attribute(loader, element, "onderwerpen"));
  for (size_t i = 0; i < names.count; i++) {
    size_t topic;
    if (!bv_kind_find_topic(loader, element, names.items[i], &topic))
      return false;
    BV_PUSH(loader->kinds->arena, &requirement->topics, topic);
  }
  return true;
}

/* A term runs between two dates of the front matter: the format's own keys, or fields of this kind. */
static bool read_term(bv_kind_loader *loader, const xmlNode *element, bv_requirement *requirement) {
  requirement->from = bv_kind_attribute(loader, element, "van");
  requirement->until = bv_kind_attribute(loader, element, "tot");
  requirement->term = bv_kind_attribute(loader, element, "naam");
  requirement->days = number(loader, element, "dagen", 0);
  requirement->at_least = strcmp(bv_kind_attribute(loader, element, "soort"), "minstens") == 0;
  const char *keys[] = {requirement->from, requirement->until};
  for (size_t i = 0; i < 2; i++)
    if (bv_words_find(&bv_front_keys, keys[i]) < 0 && !bv_kind_field_of(loader->kind, keys[i]))
      return unknown(loader, element, MSG_KIND_FIELD, keys[i], bv_words_nearest(&bv_front_keys, keys[i]));
  if (requirement->term && bv_words_find(&bv_term_names, requirement->term) < 0)
    return unknown(loader, element, MSG_KIND_TERM, requirement->term,
                   bv_words_nearest(&bv_term_names, requirement->term));
  return true;
}

bool bv_kind_read_requirement(bv_kind_loader *loader, const xmlNode *element, bv_authority around,
                              bv_requirements *requirements) {
  const struct { const char *name; bv_requirement_type type; bv_rule rule; } types[] = {
      {"noemt", BV_REQUIRE_TOPICS, around.rule},
      {"kernoordeel", BV_REQUIRE_JUDGEMENT, BV_RULE_OPBOUW_KERNOORDELEN},
      {"opties", BV_REQUIRE_OPTIONS, BV_RULE_OPBOUW_AFWEGING},
      {"doelen", BV_REQUIRE_GOALS, BV_RULE_OPBOUW_DOELEN},
      {"gesprek", BV_REQUIRE_INTERVIEW, BV_RULE_OPBOUW_JEUGDIGE_GEHOORD},
      {"termijn", BV_REQUIRE_TERM, BV_RULE_OPBOUW_TERMIJN}};
  size_t type = 0, count = sizeof types / sizeof *types;
  while (type < count && !bv_kind_is(element, types[type].name))
    type++;
  if (type == count)
    return true;
  bv_requirement requirement = {.type = types[type].type,
                                .authority = {types[type].rule, types[type].rule == around.rule ? around.norm : NULL},
                                .places = bv_kind_names(loader, bv_kind_attribute(loader, element, "in")),
                                .minimum = number(loader, element, "minstens", 0),
                                .number = number(loader, element, "nr", 0),
                                .title = bv_kind_attribute(loader, element, "titel"),
                                .role = bv_kind_attribute(loader, element, "rol"),
                                .age_from = number(loader, element, "vanaf", 0)};
  requirement.age_until = requirement.type == BV_REQUIRE_INTERVIEW ? number(loader, element, "tot", 0) : 0;
  if (!bv_kind_read_authority(loader, element, &requirement.authority) ||
      !bv_kind_read_conditions(loader, element, &requirement.conditions))
    return false;
  if (requirement.type == BV_REQUIRE_TOPICS && !read_topics(loader, element, &requirement))
    return false;
  if (requirement.type == BV_REQUIRE_TERM && !read_term(loader, element, &requirement))
    return false;
  BV_PUSH(loader->kinds->arena, requirements, requirement);
  return true;
}
