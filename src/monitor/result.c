#include "monitor/result.h"

#include <jansson.h>
#include <string.h>

#include "base/messages.h"

/* What the findings of a report say, open ones only. */
typedef struct signs {
  size_t mixed, unsourced, untagged, unheard;
} signs;

static bool is_in(const char *rule, const char *const *names) {
  for (; *names; names++)
    if (strcmp(rule, *names) == 0)
      return true;
  return false;
}

/* Counts a finding; false when it is none. A diagnosis that nobody marked is one all the same, also where it is
 * excepted. */
static bool read_finding(const json_t *finding, bv_result *result, signs *s) {
  static const char *const unsourced[] = {"diagnose/ongelabeld", "diagnose/herkomst", "diagnose/keten", NULL};
  const char *rule = json_string_value(json_object_get(finding, "rule"));
  const char *severity = json_string_value(json_object_get(finding, "severity"));
  const json_t *suppressed = json_object_get(finding, "suppressed");
  if (!rule || !severity || !json_is_boolean(suppressed))
    return false;
  s->untagged += strcmp(rule, unsourced[0]) == 0;
  if (json_is_true(suppressed))
    return true;
  bv_rule known = bv_rule_find(rule);
  if (known != BV_RULE_COUNT)
    result->rules[known]++;
  s->mixed += strncmp(rule, "label/", 6) == 0 && strcmp(severity, "note") != 0;
  s->unsourced += is_in(rule, unsourced);
  s->unheard += strcmp(rule, "wederhoor/ontbreekt") == 0;
  return true;
}

static bool read_findings(const json_t *list, bv_result *result, signs *s) {
  size_t i;
  json_t *finding;
  bool good = json_is_array(list);
  json_array_foreach(list, i, finding) good = good && read_finding(finding, result, s);
  return good;
}

static bool read_count(const json_t *counts, const char *key, size_t *count) {
  const json_t *value = json_object_get(counts, key);
  json_int_t number = json_integer_value(value);
  *count = (size_t)number;
  return json_is_integer(value) && number >= 0 && number <= 1000000000;
}

/* A date, or null. */
static bool read_date(const json_t *value, bv_date *date) {
  *date = (bv_date){0};
  return json_is_null(value) || (json_is_string(value) && bv_date_parse(json_string_value(value), date) == BV_DATE_OK);
}

static bool read_report(bv_arena *arena, const json_t *object, bv_result *result) {
  const json_t *counts = json_object_get(object, "counts"), *organisation = json_object_get(object, "organisation");
  size_t diagnoses, reactions;
  signs s = {0};
  if (!json_is_string(json_object_get(object, "file")) || !read_date(json_object_get(object, "date"), &result->date) ||
      !read_count(counts, "diagnoses", &diagnoses) || !read_count(counts, "reactions", &reactions) ||
      !read_findings(json_object_get(object, "findings"), result, &s) ||
      (organisation && !json_is_string(organisation) && !json_is_null(organisation)))
    return false;
  if (json_is_string(organisation))
    result->organisation = bv_strdup(arena, json_string_value(organisation));
  size_t mentioned = diagnoses + s.untagged;
  bool any = mentioned > 0;
  result->shares[BV_FIGURE_SEPARATED] = (bv_share){1, 1, s.mixed == 0};
  result->shares[BV_FIGURE_UNSOURCED] = (bv_share){any, any, any && s.unsourced > 0};
  result->shares[BV_FIGURE_DIAGNOSES] = (bv_share){any, mentioned, s.unsourced < mentioned ? s.unsourced : mentioned};
  result->shares[BV_FIGURE_HEARD] = (bv_share){1, 1, reactions > 0 && s.unheard == 0};
  return true;
}

bv_monitor_added bv_result_read(bv_arena *arena, const char *line, size_t length, bv_result *result,
                                const char **error) {
  *result = (bv_result){0};
  json_t *object = json_loadb(line, length, JSON_REJECT_DUPLICATES, NULL);
  bv_monitor_added added = BV_MONITOR_WRONG;
  *error = object ? MSG_MONITOR_NO_RESULT : MSG_MONITOR_NO_JSON;
  if (json_is_string(json_object_get(object, "error")) && json_is_string(json_object_get(object, "file")))
    added = BV_MONITOR_UNREADABLE;
  else if (json_is_object(object) && read_report(arena, object, result))
    added = result->date.year ? BV_MONITOR_COUNTED : BV_MONITOR_UNDATED;
  json_decref(object);
  return added;
}
