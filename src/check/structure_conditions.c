/* Conditions of a kind of document, held against a draft. */
#include <string.h>
#include <strings.h>

#include "check/structure.h"

const bv_field *bv_front_field(const bv_front *front, const char *key) {
  for (size_t i = 0; i < front->fields.count; i++)
    if (strcmp(front->fields.items[i].key, key) == 0)
      return &front->fields.items[i];
  return NULL;
}

bv_date bv_front_date(const bv_front *front, const char *key, bv_range *range) {
  const bv_field *field = bv_front_field(front, key);
  bv_date date = {0};
  if (!field || !field->value || bv_date_parse(field->value, &date) != BV_DATE_OK)
    return (bv_date){0};
  if (range)
    *range = field->value_range;
  return date;
}

bool bv_mentioned_in(const bv_structure *structure, const bv_names *places, size_t topic) {
  if (places->count == 0)
    return bv_mentioned(structure->mentions, structure->kind->parts.count + BV_PLACE_DOCUMENT, topic);
  for (size_t i = 0; i < places->count; i++) {
    size_t place;
    if (bv_place_of(structure->kind, places->items[i], &place) && bv_mentioned(structure->mentions, place, topic))
      return true;
  }
  return false;
}

/* Whether a measure is asked: that one, or ("een") any but "geen". */
static bool asks_measure(const bv_front *front, const char *name) {
  for (size_t i = 0; i < front->measures.count; i++)
    if (strcmp(name, "een") == 0 ? strcmp(front->measures.items[i], "geen") != 0
                                 : strcmp(front->measures.items[i], name) == 0)
      return true;
  return false;
}

/* An extension, by its own key or by the name of a measure. */
static bool asks_extension(const bv_front *front) {
  static const char prefix[] = "verlenging-";
  for (size_t i = 0; i < front->measures.count; i++)
    if (strncmp(front->measures.items[i], prefix, sizeof prefix - 1) == 0)
      return true;
  return front->extension;
}

static bool is_placement(const bv_front *front, const char *how) {
  bool asked = bv_asks_placement(front), runs = front->placed_since.year != 0;
  if (strcmp(how, "gevraagd") == 0)
    return asked;
  return strcmp(how, "loopt") == 0 ? runs : asked || runs;
}

static bool has_child_of(const bv_front *front, int age, bv_date today) {
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *person = &front->persons.items[i];
    if (person->role == BV_ROLE_JEUGDIGE && person->born.year && today.year && bv_date_age(person->born, today) >= age)
      return true;
  }
  return false;
}

static int parent_count(const bv_front *front) {
  int count = 0;
  for (size_t i = 0; i < front->persons.count; i++)
    count += front->persons.items[i].role == BV_ROLE_OUDER;
  return count;
}

static bool placed_for(const bv_front *front, int years, bv_date today) {
  return front->placed_since.year && today.year &&
         bv_date_compare(bv_date_add_years(front->placed_since, years), today) <= 0;
}

static bool holds(const bv_structure *structure, const bv_condition *condition) {
  const bv_front *front = &structure->check->document->front;
  bv_date today = structure->check->today;
  switch (condition->type) {
  case BV_IF_MEASURE:
    return asks_measure(front, condition->text);
  case BV_IF_PLACEMENT:
    return is_placement(front, condition->text);
  case BV_IF_PLACED_YEARS:
    return placed_for(front, condition->number, today);
  case BV_IF_URGENT:
    return front->urgent == condition->answer;
  case BV_IF_EXTENSION:
    return asks_extension(front) == condition->answer;
  case BV_IF_AGE:
    return has_child_of(front, condition->number, today);
  case BV_IF_PARENTS:
    return parent_count(front) >= condition->number;
  case BV_IF_ORGANISATION:
    return front->author_organisation && strcasestr(front->author_organisation, condition->text);
  case BV_IF_FIELD:
    return bv_front_field(front, condition->text) != NULL;
  case BV_IF_TOPIC:
    return bv_mentioned_in(structure, &condition->places, condition->topic);
  }
  return false;
}

bool bv_conditions_hold(const bv_structure *structure, const bv_conditions *conditions) {
  for (size_t i = 0; i < conditions->count; i++)
    if (holds(structure, &conditions->items[i]) == conditions->items[i].unless)
      return false;
  return true;
}
