/* Dates in the text: what goes stale with the reading, and what contradicts the date of the claim (IGJ 5.2). */
#include "base/messages.h"
#include "check/passage.h"
#include "lang/dates.h"
#include "lang/lists.h"

/* The day on which the claim was said or written down, when its first source has one day. */
static bv_date said_on(const bv_claim *claim) {
  if (claim->sources.count == 0 || claim->sources.items[0]->date.precision != BV_PRECISION_DAY)
    return (bv_date){0};
  return claim->sources.items[0]->date.first;
}

/* Whether the text itself says which date is meant: "vorig jaar (2025)", "gisteren, 3 oktober". */
static bool is_explained(const bv_text_dates *dates, size_t i) {
  enum { CLOSE = 3 };
  const bv_text_date *date = &dates->items[i];
  if (i + 1 < dates->count && dates->items[i + 1].kind != BV_TEXT_DATE_RELATIVE &&
      dates->items[i + 1].first - date->past <= CLOSE)
    return true;
  return i > 0 && dates->items[i - 1].kind != BV_TEXT_DATE_RELATIVE && date->first - dates->items[i - 1].past <= 1;
}

static void report_relative(bv_check *check, const bv_passage *passage, const bv_text_date *date, const bv_claim *claim) {
  bv_arena *arena = check->document->arena;
  bv_period meant = bv_text_date_said_on(date, said_on(claim));
  bv_range range = bv_text_source_range(passage->leaf->text, date->start, date->end);
  bv_finding *finding = bv_report(check, BV_RULE_DATUM_RELATIEF, range, claim, MSG_DATE_RELATIVE,
                                  bv_words_between(arena, passage, date->start, date->end));
  finding->suggestion = MSG_DATE_RELATIVE_ADVICE;
  if (meant.first.year)
    finding->suggestion = bv_sprintf(arena, MSG_DATE_RELATIVE_MEANS, bv_date_dutch(arena, said_on(claim)),
                                     bv_period_dutch(arena, meant));
}

static bool overlap(bv_period a, bv_period b) {
  return bv_date_compare(a.first, b.last) <= 0 && bv_date_compare(b.first, a.last) <= 0;
}

/* Whether a date in the text can be (part of) the period; one without a year in any year of the period. */
static bool fits(const bv_text_date *date, bv_period period) {
  if (date->kind == BV_TEXT_DATE_ABSOLUTE)
    return overlap(date->period, period);
  if (period.last.year - period.first.year > 1)
    return true;
  bv_period tried = date->period;
  for (short year = period.first.year; year <= period.last.year; year++) {
    tried.first.year = tried.last.year = year;
    if (overlap(tried, period))
      return true;
  }
  return false;
}

/* Whether the date tells when something else was: a birth, a beginning, a document, a day to come. */
static bool tells_of_another_day(const bv_passage *passage, const bv_text_date *date) {
  enum { NEAR = 3 };
  for (size_t i = date->first, most = NEAR; i-- > 0 && most-- > 0;)
    if (bv_token_in(&passage->tokens, i, bv_list_before_other_days))
      return true;
  return false;
}

/* Whether the text dates the claim: not in somebody's mouth, and not to a day that is yet to come. */
static bool is_dating(const bv_check *check, const bv_passage *passage, const bv_text_date *date) {
  if (date->kind != BV_TEXT_DATE_ABSOLUTE && date->kind != BV_TEXT_DATE_YEARLESS)
    return false;
  if (date->kind == BV_TEXT_DATE_ABSOLUTE && check->today.year && bv_date_compare(date->period.first, check->today) > 0)
    return false;
  return !passage->tokens.items[date->first].quoted;
}

/* The dates of the text that lie in the claim from `from` on, up to the first that lies in another; one finding when
 * none of them fits the date of the claim. */
static size_t compare(bv_check *check, const bv_passage *passage, const bv_text_dates *dates, size_t from) {
  const bv_claim *claim = bv_claim_at(passage->leaf, dates->items[from].start);
  const bv_text_date *other = NULL;
  bool agrees = false;
  size_t i = from;
  for (; i < dates->count && bv_claim_at(passage->leaf, dates->items[i].start) == claim; i++) {
    if (!claim || claim->label == BV_LABEL_MENING || !claim->date.first.year || !is_dating(check, passage, &dates->items[i]))
      continue;
    agrees |= fits(&dates->items[i], claim->date) || tells_of_another_day(passage, &dates->items[i]) ||
              (claim->is_diagnosis && claim->diagnosis.on.first.year && fits(&dates->items[i], claim->diagnosis.on));
    other = other ? other : &dates->items[i];
  }
  if (other && !agrees) {
    bv_arena *arena = check->document->arena;
    bv_report(check, BV_RULE_DATUM_STRIJDIG, bv_text_source_range(passage->leaf->text, other->start, other->end), claim,
              MSG_DATE_OTHER_THAN_TEXT, bv_words_between(arena, passage, other->start, other->end),
              bv_period_dutch(arena, claim->date))
        ->suggestion = MSG_DATE_OTHER_THAN_TEXT_ADVICE;
  }
  return i;
}

static void read_dates(bv_check *check, const bv_passage *passage, void *state) {
  (void)state;
  if (passage->quoted || !passage->sentences.count)
    return;
  bv_text_dates dates = bv_dates_in(passage->scratch, &passage->tokens);
  for (size_t i = 0; i < dates.count; i++) {
    const bv_text_date *date = &dates.items[i];
    const bv_claim *claim = bv_claim_at(passage->leaf, date->start);
    if (!claim || passage->tokens.items[date->first].quoted)
      continue;
    /* "Dit jaar" and "volgende week" are clear from the date of the claim; what is past goes stale. */
    bool stale = date->kind == BV_TEXT_DATE_RELATIVE && (date->offset < 0 || date->unit == BV_UNIT_VAGUE);
    if (stale && !is_explained(&dates, i))
      report_relative(check, passage, date, claim);
    else if (date->kind == BV_TEXT_DATE_IMPOSSIBLE)
      bv_report(check, BV_RULE_DATUM_ONGELDIG, bv_text_source_range(passage->leaf->text, date->start, date->end), claim,
                MSG_DATE_IMPOSSIBLE, bv_words_between(check->document->arena, passage, date->start, date->end));
  }
  for (size_t i = 0; i < dates.count;)
    i = compare(check, passage, &dates, i);
}

const bv_reader bv_reader_dates = {.read = read_dates};
