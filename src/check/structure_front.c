/* What the front matter must say for a kind of document: its own keys, who was spoken to, and whether terms were kept.
 */
#include <string.h>

#include "base/messages.h"
#include "check/structure.h"

static bool is_of_type(const bv_field *field, bv_field_type type) {
  bv_date date;
  if (!field->value)
    return false;
  if (type == BV_FIELD_DATE)
    return bv_date_parse(field->value, &date) == BV_DATE_OK;
  return type == BV_FIELD_TEXT || bv_words_find(&bv_yes_no, field->value) >= 0;
}

/* The keys of the format itself are checked when the front matter is read; only those that a kind adds are here. */
static void check_type(const bv_structure *structure, const bv_kind_field *kind_field, const bv_field *field) {
  static const char *const types[] = {MSG_FIELD_DATE, MSG_FIELD_ANSWER, MSG_FIELD_TEXT};
  static const bv_authority front = {BV_RULE_MARKUP_VOORBLAD, NULL};
  if (bv_words_find(&bv_front_keys, kind_field->name) < 0 && !is_of_type(field, kind_field->type))
    bv_report_structure(structure, &front, field->value_range, MSG_FIELD_TYPE, kind_field->name,
                        types[kind_field->type]);
}

void bv_check_kind_fields(const bv_structure *structure) {
  const bv_front *front = &structure->check->document->front;
  for (size_t i = 0; i < structure->kind->fields.count; i++) {
    const bv_kind_field *kind_field = &structure->kind->fields.items[i];
    const bv_field *field = bv_front_field(front, kind_field->name);
    if (field)
      check_type(structure, kind_field, field);
    else if (kind_field->required && bv_conditions_hold(structure, &kind_field->conditions))
      bv_report_structure(structure, &kind_field->authority,
                          (bv_range){front->fields.range.start, front->fields.range.start}, MSG_FIELD_MISSING,
                          kind_field->name, kind_field->title);
  }
}

static bool was_spoken_to(const bv_front *front, const bv_person *person) {
  for (size_t i = 0; i < front->sources.count; i++)
    if (front->sources.items[i].kind == BV_SOURCE_GESPREK && front->sources.items[i].person == person)
      return true;
  return false;
}

void bv_require_interview(const bv_structure *structure, const bv_requirement *requirement) {
  const bv_front *front = &structure->check->document->front;
  bv_date today = structure->check->today;
  int role = bv_words_find(&bv_roles, requirement->role) + 1;
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *person = &front->persons.items[i];
    bool has_age = person->born.year && today.year;
    int age = has_age ? bv_date_age(person->born, today) : 0;
    bool wanted = (int)person->role == role &&
                  (requirement->age_from == 0 || (has_age && age >= requirement->age_from)) &&
                  (requirement->age_until == 0 || (has_age && age < requirement->age_until));
    if (!wanted || was_spoken_to(front, person) || (person->no_interview && *person->no_interview))
      continue;
    bv_finding *finding = has_age ? bv_report_structure(structure, &requirement->authority, person->fields.range,
                                                        MSG_INTERVIEW_AGE, person->name, age)
                                  : bv_report_structure(structure, &requirement->authority, person->fields.range,
                                                        MSG_INTERVIEW, person->name);
    finding->suggestion = MSG_INTERVIEW_ADVICE;
  }
}

static int days_of(const bv_structure *structure, const bv_requirement *requirement) {
  return requirement->term ? structure->check->config->terms[bv_words_find(&bv_term_names, requirement->term)]
                           : requirement->days;
}

/* What a date of the front matter is called: the kind says it in words. */
static const char *title_of(const bv_structure *structure, const char *key) {
  const bv_kind_field *field = bv_kind_field_of(structure->kind, key);
  return field ? field->title : strcmp(key, "datum") == 0 ? MSG_TERM_TODAY : key;
}

void bv_require_term(const bv_structure *structure, const bv_requirement *requirement) {
  const bv_document *document = structure->check->document;
  bv_range range = {0, 0};
  bv_date from = bv_front_date(&document->front, requirement->from, NULL);
  bv_date until = bv_front_date(&document->front, requirement->until, &range);
  if (!from.year || !until.year)
    return;
  long days = bv_date_days_between(from, until);
  int limit = days_of(structure, requirement);
  if (requirement->at_least ? days >= limit : days <= limit)
    return;
  bv_report_structure(structure, &requirement->authority, range, requirement->at_least ? MSG_TERM_SHORT : MSG_TERM_LONG,
                      title_of(structure, requirement->from), bv_date_dutch(document->arena, from),
                      title_of(structure, requirement->until), bv_date_dutch(document->arena, until), days, limit);
}
