#include "check/age.h"

#include <string.h>

static bool known(bv_period period, bv_date today) { return period.first.year != 0 && today.year != 0; }

static bool is_before_line(bv_date day, int years, bv_date today) {
  return bv_date_compare(bv_date_add_years(day, years), today) < 0;
}

bool bv_is_older(bv_period period, int years, bv_date today) {
  return known(period, today) && is_before_line(period.last, years, today);
}

bool bv_line_runs_through(bv_period period, int years, bv_date today) {
  return known(period, today) && is_before_line(period.first, years, today) &&
         !is_before_line(period.last, years, today);
}

bv_period bv_period_end(const char *written) {
  bv_period end;
  const char *slash = strchr(written, '/');
  bv_period_parse(slash ? slash + 1 : written, &end);
  return end;
}

const char *bv_number_dutch(bv_arena *arena, long count) {
  static const char *const words[] = {"nul",      "een",       "twee",     "drie",     "vier",    "vijf",
                                      "zes",      "zeven",     "acht",     "negen",    "tien",    "elf",
                                      "twaalf",   "dertien",   "veertien", "vijftien", "zestien", "zeventien",
                                      "achttien", "negentien", "twintig"};
  if (count >= 0 && (size_t)count < sizeof words / sizeof *words)
    return words[count];
  return bv_sprintf(arena, "%ld", count);
}

const char *bv_age_dutch(bv_arena *arena, bv_date from, bv_date to) {
  int months = 12 * (to.year - from.year) + to.month - from.month;
  if (bv_date_compare(bv_date_add_months(from, months), to) > 0)
    months--;
  long days = bv_date_days_between(bv_date_add_months(from, months), to);
  if (months <= 0) {
    days = bv_date_days_between(from, to);
    return bv_sprintf(arena, "%s %s", bv_number_dutch(arena, days), days == 1 ? "dag" : "dagen");
  }
  const char *in_months =
      bv_sprintf(arena, "%s %s", bv_number_dutch(arena, months % 12), months % 12 == 1 ? "maand" : "maanden");
  if (months < 12)
    return in_months;
  const char *in_years = bv_sprintf(arena, "%s jaar", bv_number_dutch(arena, months / 12));
  if (months % 12 != 0)
    return bv_sprintf(arena, "%s en %s", in_years, in_months);
  return days ? bv_sprintf(arena, "ruim %s", in_years) : in_years;
}
