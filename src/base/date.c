#include "base/date.h"

#include <ctype.h>
#include <string.h>

static const char *const months[] = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                     "juli",    "augustus", "september", "oktober", "november", "december"};

static int days_in_month(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap);
}

bool bv_date_valid(bv_date date) {
  return date.year >= 1 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

int bv_date_compare(bv_date a, bv_date b) {
  if (a.year != b.year)
    return a.year - b.year;
  if (a.month != b.month)
    return a.month - b.month;
  return a.day - b.day;
}

/* Days from 1 January of year 1. The C library would open the time zone of the computer for this. */
static long day_number(bv_date date) {
  long years = date.year - 1, number = 365 * years + years / 4 - years / 100 + years / 400 + date.day - 1;
  for (int month = 1; month < date.month; month++)
    number += days_in_month(date.year, month);
  return number;
}

long bv_date_days_between(bv_date a, bv_date b) { return day_number(b) - day_number(a); }

static const bv_date first_day = {1, 1, 1}, last_day = {9999, 12, 31};

bv_date bv_date_add_days(bv_date date, long days) {
  if (days < bv_date_days_between(date, first_day))
    return first_day;
  if (days > bv_date_days_between(date, last_day))
    return last_day;
  long left = day_number(date) + days;
  bv_date day = {(short)(left / 365 + 1), 1, 1};
  while (day_number(day) > left)
    day.year--;
  for (left -= day_number(day); left >= days_in_month(day.year, day.month); day.month++)
    left -= days_in_month(day.year, day.month);
  day.day = (signed char)(1 + left);
  return day;
}

bv_date bv_date_add_months(bv_date date, int count) {
  int month = date.year * 12 + date.month - 1 + count;
  if (month < first_day.year * 12)
    return first_day;
  if (month > last_day.year * 12 + 11)
    return last_day;
  bv_date moved = {(short)(month / 12), (signed char)(month % 12 + 1), date.day};
  int longest = days_in_month(moved.year, moved.month);
  if (moved.day > longest)
    moved.day = (signed char)longest;
  return moved;
}

bv_date bv_date_add_years(bv_date date, int years) { return bv_date_add_months(date, 12 * years); }

int bv_date_age(bv_date born, bv_date day) {
  int age = day.year - born.year;
  return bv_date_compare(bv_date_add_years(born, age), day) > 0 ? age - 1 : age;
}

/* Reads exactly `count` digits; moves on only when they are there. */
static bool digits(const char **text, int count, int *value) {
  int number = 0;
  for (int i = 0; i < count; i++) {
    if (!isdigit((unsigned char)(*text)[i]))
      return false;
    number = number * 10 + ((*text)[i] - '0');
  }
  *text += count;
  *value = number;
  return true;
}

/* "-NN" at *text; moves on only when it is there. */
static bool dash_and_two_digits(const char **text, int *value) {
  const char *rest = *text;
  if (*rest != '-')
    return false;
  rest++;
  if (!digits(&rest, 2, value))
    return false;
  *text = rest;
  return true;
}

/* One date of any precision, up to '/' or the end. */
static bv_date_error parse_point(const char **text, bv_period *point) {
  int year, month = 1, day = 1;
  if (!digits(text, 4, &year))
    return BV_DATE_SYNTAX;
  bool has_month = dash_and_two_digits(text, &month);
  bool has_day = has_month && dash_and_two_digits(text, &day);
  if (**text != '\0' && **text != '/')
    return BV_DATE_SYNTAX;
  bv_date first = {(short)year, (signed char)month, (signed char)day};
  if (!bv_date_valid(first))
    return BV_DATE_CALENDAR;
  bv_date last = first;
  if (!has_month)
    last.month = 12;
  if (!has_day)
    last.day = (signed char)days_in_month(last.year, last.month);
  *point = (bv_period){first, last, has_day ? BV_PRECISION_DAY : has_month ? BV_PRECISION_MONTH : BV_PRECISION_YEAR};
  return BV_DATE_OK;
}

bv_date_error bv_period_parse(const char *text, bv_period *period) {
  *period = (bv_period){0};
  bv_period first, last;
  bv_date_error error = parse_point(&text, &first);
  if (error)
    return error;
  if (*text == '\0') {
    *period = first;
    return BV_DATE_OK;
  }
  text++;
  error = parse_point(&text, &last);
  if (error)
    return error;
  if (*text != '\0')
    return BV_DATE_SYNTAX;
  if (bv_date_compare(last.last, first.first) < 0)
    return BV_DATE_ORDER;
  *period = (bv_period){first.first, last.last, BV_PRECISION_PERIOD};
  return BV_DATE_OK;
}

bv_date_error bv_date_parse(const char *text, bv_date *date) {
  bv_period period;
  bv_date_error error = bv_period_parse(text, &period);
  *date = (bv_date){0};
  if (error)
    return error;
  if (period.precision != BV_PRECISION_DAY)
    return BV_DATE_SYNTAX;
  *date = period.first;
  return BV_DATE_OK;
}

const char *bv_date_dutch(bv_arena *arena, bv_date date) {
  return bv_sprintf(arena, "%d %s %d", date.day, months[date.month - 1], date.year);
}

const char *bv_period_dutch(bv_arena *arena, bv_period period) {
  switch (period.precision) {
  case BV_PRECISION_DAY:
    return bv_date_dutch(arena, period.first);
  case BV_PRECISION_MONTH:
    return bv_sprintf(arena, "%s %d", months[period.first.month - 1], period.first.year);
  case BV_PRECISION_YEAR:
    return bv_sprintf(arena, "%d", period.first.year);
  case BV_PRECISION_PERIOD:
    break;
  }
  return bv_sprintf(arena, "%s tot en met %s", bv_date_dutch(arena, period.first), bv_date_dutch(arena, period.last));
}

const char *bv_date_iso(bv_arena *arena, bv_date date) {
  return bv_sprintf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

const char *bv_period_iso(bv_arena *arena, bv_period period) {
  switch (period.precision) {
  case BV_PRECISION_DAY:
    return bv_date_iso(arena, period.first);
  case BV_PRECISION_MONTH:
    return bv_sprintf(arena, "%04d-%02d", period.first.year, period.first.month);
  case BV_PRECISION_YEAR:
    return bv_sprintf(arena, "%04d", period.first.year);
  case BV_PRECISION_PERIOD:
    break;
  }
  return bv_sprintf(arena, "%s/%s", bv_date_iso(arena, period.first), bv_date_iso(arena, period.last));
}
