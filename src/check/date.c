/* Dates: of when information is, whether that can be, and whether it is too old to use without saying why (IGJ 5.2). */
#include <stdio.h>
#include <string.h>

#include "base/messages.h"
#include "check/age.h"
#include "check/check.h"
#include "check/voice.h"

/* The attributes that hold a date. */
static bool is_date_key(const char *key) {
  return bv_same(key, "datum") || bv_same(key, "gesteld-op") || bv_same(key, "gereed");
}

/* "2026-10-01" for "1-10-2026", the way dates are written in letters; else NULL. */
static const char *in_our_order(bv_arena *arena, const char *written) {
  int day, month, year, length = 0;
  if (sscanf(written, "%2d%*1[-/.]%2d%*1[-/.]%4d%n", &day, &month, &year, &length) != 3 || written[length] != '\0')
    return NULL;
  bv_date date = {(short)year, (signed char)month, (signed char)day};
  return year >= 1900 && bv_date_valid(date) ? bv_date_iso(arena, date) : NULL;
}

/* "september 2026 heeft 30 dagen", when a date says a day too many; else that it is no month. Of a period, its first
 * wrong half is looked at. */
static const char *calendar_advice(bv_arena *arena, const char *written) {
  bv_period half;
  const char *slash = strchr(written, '/');
  const char *first = slash ? bv_strndup(arena, written, (size_t)(slash - written)) : written;
  const char *wrong = bv_period_parse(first, &half) == BV_DATE_CALENDAR || !slash ? first : slash + 1;
  bv_period month;
  bv_period_parse(bv_strndup(arena, wrong, strlen(wrong) < 7 ? strlen(wrong) : 7), &month);
  if (!month.first.year || month.precision != BV_PRECISION_MONTH)
    return MSG_DATE_CALENDAR_ADVICE;
  return bv_sprintf(arena, MSG_DATE_DAYS_ADVICE, bv_period_dutch(arena, month), month.last.day);
}

static void report_invalid(bv_check *check, const bv_claim *claim, const bv_attribute *attribute) {
  bv_arena *arena = check->document->arena;
  bv_period period;
  const char *value = attribute->value, *better;
  bv_finding *finding;
  switch (bv_period_parse(value, &period)) {
  case BV_DATE_OK:
    break;
  case BV_DATE_SYNTAX:
    finding =
        bv_report(check, BV_RULE_DATUM_ONGELDIG, attribute->value_range, claim, MSG_DATE_SYNTAX, value, attribute->key);
    better = in_our_order(arena, value);
    finding->suggestion = better ? better : MSG_DATE_SYNTAX_ADVICE;
    break;
  case BV_DATE_CALENDAR:
    bv_report(check, BV_RULE_DATUM_ONGELDIG, attribute->value_range, claim, MSG_DATE_CALENDAR, value, attribute->key)
        ->suggestion = calendar_advice(arena, value);
    break;
  case BV_DATE_ORDER:
    finding =
        bv_report(check, BV_RULE_DATUM_ONGELDIG, attribute->value_range, claim, MSG_DATE_ORDER, value, attribute->key);
    better = strchr(value, '/');
    finding->suggestion = bv_sprintf(arena, "%s/%.*s", better + 1, (int)(better - value), value);
    break;
  }
}

static bv_date report_date(const bv_check *check) {
  return check->document->front.date.year ? check->document->front.date : check->today;
}

/* Whether what is written begins, or ends on a day, after the report. "2026-11" is not after 20 November. */
static bool is_after_report(const bv_check *check, const char *written) {
  bv_date report = report_date(check);
  bv_period period, end = bv_period_end(written);
  return report.year && bv_period_parse(written, &period) == BV_DATE_OK && bv_date_compare(end.first, report) > 0;
}

static void report_future(bv_check *check, const bv_claim *claim, const bv_attribute *attribute) {
  bv_arena *arena = check->document->arena;
  bv_report(check, BV_RULE_DATUM_TOEKOMST, attribute->value_range, claim, MSG_DATE_FUTURE,
            bv_period_dutch(arena, bv_period_end(attribute->value)), bv_date_dutch(arena, report_date(check)))
      ->suggestion = MSG_DATE_FUTURE_ADVICE;
}

/* Dates as they are written, each looked at once where it stands: what inherits them is not looked at again. */
static void check_written(bv_check *check) {
  const bv_document *document = check->document;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    for (size_t i = 0; i < node->attributes.pairs.count; i++) {
      const bv_attribute *attribute = &node->attributes.pairs.items[i];
      if (!is_date_key(attribute->key))
        continue;
      report_invalid(check, node->claim, attribute);
      /* A goal is reached, and a reaction given, after the report was written. */
      if (!bv_same(attribute->key, "gereed") && !bv_has_class(node, "reactie") &&
          is_after_report(check, attribute->value))
        report_future(check, node->claim, attribute);
    }
}

static void check_source_dates(bv_check *check) {
  const bv_front *front = &check->document->front;
  for (size_t i = 0; i < front->sources.count; i++) {
    const bv_report_source *source = &front->sources.items[i];
    const bv_field *field = bv_field_of(&source->fields, "datum");
    if (field && field->value && is_after_report(check, field->value))
      bv_report(check, BV_RULE_DATUM_TOEKOMST, source->fields.range, NULL, MSG_SOURCE_FUTURE, bv_source_id(source),
                bv_period_dutch(check->document->arena, source->date),
                bv_date_dutch(check->document->arena, report_date(check)))
          ->suggestion = MSG_SOURCE_FUTURE_ADVICE;
  }
}

/* A source without a date is one fault, however many claims have none for it: said at the first of them. */
static void check_missing(bv_check *check) {
  const bv_document *document = check->document;
  const bv_front *front = &document->front;
  const bv_claim **first = bv_calloc(document->arena, front->sources.count + 1, sizeof *first);
  size_t *count = bv_calloc(document->arena, front->sources.count + 1, sizeof *count);
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (claim->date_attribute || claim->date.first.year || claim->sources.count == 0)
      continue;
    const bv_report_source *source = claim->sources.items[0];
    if (source->kind == BV_SOURCE_OPSTELLER || bv_is_declared(&source->fields, "datum"))
      continue;
    size_t index = (size_t)(source - front->sources.items);
    if (!first[index])
      first[index] = claim;
    count[index]++;
  }
  for (size_t i = 0; i < front->sources.count; i++) {
    if (!first[i])
      continue;
    bv_finding *finding = count[i] == 1 ? bv_report_claim(check, BV_RULE_DATUM_ONTBREEKT, first[i], MSG_DATE_MISSING,
                                                          front->sources.items[i].id)
                                        : bv_report_claim(check, BV_RULE_DATUM_ONTBREEKT, first[i],
                                                          MSG_DATE_MISSING_MANY, front->sources.items[i].id, count[i]);
    finding->suggestion = MSG_DATE_MISSING_ADVICE;
  }
}

static void check_old(bv_check *check) {
  bv_arena *arena = check->document->arena;
  int years = check->config->old_after_years;
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    if (!bv_is_older(claim->date, years, check->today) || !bv_is_blank(claim->necessity))
      continue;
    /* An old diagnosis is spoken of once, by diagnose/verouderd. */
    if ((claim->is_diagnosis && bv_is_older(claim->diagnosis.on, years, check->today)) ||
        !bv_has_own_words(claim))
      continue;
    bv_report_claim(check, BV_RULE_DATUM_VEROUDERD, claim, MSG_DATE_OLD, bv_period_dutch(arena, claim->date),
                    bv_age_dutch(arena, claim->date.last, check->today))
        ->suggestion = MSG_DATE_OLD_ADVICE;
  }
}

/* The date of the claim as it was written, by itself or by its source; or NULL. */
static const char *written_date(const bv_claim *claim) {
  if (claim->date_attribute)
    return claim->date_attribute->value;
  for (size_t i = 0; i < claim->sources.count; i++)
    if (claim->sources.items[i]->date.first.year) {
      const bv_field *field = bv_field_of(&claim->sources.items[i]->fields, "datum");
      return field ? field->value : NULL;
    }
  return NULL;
}

static void check_coarse(bv_check *check) {
  bv_arena *arena = check->document->arena;
  int years = check->config->old_after_years;
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    const char *written = written_date(claim);
    if (!written || !claim->date.first.year || !bv_is_blank(claim->necessity))
      continue;
    bv_period end = bv_period_end(written);
    if (end.precision != BV_PRECISION_MONTH && end.precision != BV_PRECISION_YEAR)
      continue;
    if (!bv_line_runs_through(end, years, check->today))
      continue;
    bv_place place = bv_fault_place(claim, claim->date_attribute);
    bv_report(check, BV_RULE_DATUM_ONNAUWKEURIG, place.range, place.claim, MSG_DATE_COARSE, bv_period_dutch(arena, end),
              bv_number_dutch(arena, years))
        ->suggestion = end.precision == BV_PRECISION_YEAR ? MSG_DATE_COARSE_YEAR_ADVICE : MSG_DATE_COARSE_MONTH_ADVICE;
  }
}

/* The source of the claim that was made last; NULL when there is none, or one of them has no date. */
static const bv_report_source *latest_source(const bv_claim *claim) {
  const bv_report_source *latest = NULL;
  for (size_t i = 0; i < claim->sources.count; i++) {
    const bv_report_source *source = claim->sources.items[i];
    if (!source->date.first.year)
      return NULL;
    if (!latest || bv_date_compare(source->date.last, latest->date.last) > 0)
      latest = source;
  }
  return latest;
}

/* A source cannot know what happened after it. Where the day is not said, it may have been before. */
static bool is_younger(const char *written, const bv_report_source *source) {
  bv_period end = bv_period_end(written);
  return end.first.year && bv_date_compare(end.first, source->date.last) > 0;
}

static void report_younger(bv_check *check, bv_place place, const char *message_date, const bv_report_source *latest,
                           bool is_diagnosis) {
  const char *source_date = bv_period_dutch(check->document->arena, latest->date);
  bv_report(check, BV_RULE_DATUM_STRIJDIG, place.range, place.claim,
            is_diagnosis ? MSG_DIAGNOSIS_YOUNGER_THAN_SOURCE : MSG_DATE_YOUNGER_THAN_SOURCE, message_date, latest->id,
            source_date)
      ->suggestion = MSG_DATE_YOUNGER_ADVICE;
}

static void check_younger_than_source(bv_check *check) {
  bv_arena *arena = check->document->arena;
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    const bv_report_source *latest = latest_source(claim);
    const bv_attribute *about = claim->date_attribute, *made = bv_own_attribute(claim->element, "gesteld-op");
    if (!latest)
      continue;
    if (about && claim->date.first.year && is_younger(about->value, latest) && !is_after_report(check, about->value))
      report_younger(check, bv_fault_place(claim, about), bv_period_dutch(arena, claim->date), latest, false);
    else if (made && claim->diagnosis.on.first.year && is_younger(made->value, latest) &&
             !is_after_report(check, made->value))
      report_younger(check, bv_fault_place(claim, made), bv_period_dutch(arena, claim->diagnosis.on), latest, true);
  }
}

/* What stood in an earlier report cannot come from a source that was made later. */
static void check_younger_than_copy(bv_check *check) {
  bv_arena *arena = check->document->arena;
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    if (!claim->copied_from || !claim->copied_from->date.first.year || claim->sources.count != 1)
      continue;
    const bv_report_source *source = claim->sources.items[0];
    if (!source->date.first.year || bv_date_compare(source->date.first, claim->copied_from->date.last) <= 0)
      continue;
    bv_place place = bv_fault_place(claim, claim->copied_attribute);
    bv_report(check, BV_RULE_DATUM_STRIJDIG, place.range, place.claim, MSG_ORIGINAL_YOUNGER_THAN_COPY, source->id,
              bv_period_dutch(arena, source->date), claim->copied_from->id,
              bv_period_dutch(arena, claim->copied_from->date))
        ->suggestion = MSG_ORIGINAL_YOUNGER_ADVICE;
  }
}

bv_check_function *const bv_checks_date[] = {
    check_written, check_source_dates,        check_missing,           check_old,
    check_coarse,  check_younger_than_source, check_younger_than_copy, NULL};
