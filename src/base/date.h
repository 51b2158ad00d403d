/* Dates of the calendar and periods with their precision (Gregorian, no clock, no time zone). */
#ifndef BV_BASE_DATE_H
#define BV_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct bv_date {
  short year;        /* 1 to 9999; 0: no date */
  signed char month; /* 1 to 12 */
  signed char day;   /* 1 to 31 */
} bv_date;

typedef enum bv_precision { BV_PRECISION_DAY, BV_PRECISION_MONTH, BV_PRECISION_YEAR, BV_PRECISION_PERIOD } bv_precision;

/* From the first possible day to the last, both included. */
typedef struct bv_period {
  bv_date first, last; /* first.year == 0: no period */
  bv_precision precision;
} bv_period;

typedef enum bv_date_error { BV_DATE_OK, BV_DATE_SYNTAX, BV_DATE_CALENDAR, BV_DATE_ORDER } bv_date_error;

bool bv_date_valid(bv_date date);
/* Negative, zero or positive as `a` is before, the same as or after `b`. */
int bv_date_compare(bv_date a, bv_date b);
/* Days from `a` to `b`, negative when `b` is earlier. */
long bv_date_days_between(bv_date a, bv_date b);
/* The sums that follow stay within the years 1 to 9999: what would lie outside is the first or last day of those.
 * `days` later (or earlier, when negative). */
bv_date bv_date_add_days(bv_date date, long days);
/* The same day `years` later; 29 February becomes 28 February in a year without one. */
bv_date bv_date_add_years(bv_date date, int years);
/* The same day `months` later, or the last day of that month where it has no such day. */
bv_date bv_date_add_months(bv_date date, int count);
/* Whole years from birth to the day. */
int bv_date_age(bv_date born, bv_date day);

/* Reads `2026-10-01`, `2026-10`, `2026` or `FIRST/LAST` of such. On an error `period` has no date. BV_DATE_SYNTAX: another
 * form; BV_DATE_CALENDAR: no such day or month; BV_DATE_ORDER: ends before it starts. */
bv_date_error bv_period_parse(const char *text, bv_period *period);
/* As bv_period_parse, for one full day only. */
bv_date_error bv_date_parse(const char *text, bv_date *date);

/* "14 oktober 2026", in the arena. */
const char *bv_date_dutch(bv_arena *arena, bv_date date);
/* "14 oktober 2026", "oktober 2026", "2026" or "1 september 2026 tot en met 1 oktober 2026". */
const char *bv_period_dutch(bv_arena *arena, bv_period period);
/* "2026-10-14"; "2026-10", "2026" and "2026-09-01/2026-10-01" for periods: what bv_period_parse reads. */
const char *bv_date_iso(bv_arena *arena, bv_date date);
const char *bv_period_iso(bv_arena *arena, bv_period period);

#endif
