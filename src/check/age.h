/* How old information is at the date of a report: the two-year line of the inspectorate (IGJ 5.2), drawn in one place
 * for the rules and for the court version's list of old information. */
#ifndef BV_CHECK_AGE_H
#define BV_CHECK_AGE_H

#include "base/date.h"

/* Whether the last possible day of the period, plus `years` calendar years, lies before `today` (29 February counts as
 * 28 February in a year without one). False when either date is missing. */
bool bv_is_older(bv_period period, int years, bv_date today);
/* Whether the period is too coarse to tell: its first possible day is older than the line, its last is not. */
bool bv_line_runs_through(bv_period period, int years, bv_date today);
/* What a written date says about its end: the period behind the '/', else the whole. No date when it cannot be read. */
bv_period bv_period_end(const char *written);
/* "twee", up to twenty; digits above. */
const char *bv_number_dutch(bv_arena *arena, long count);
/* The time between two days in words, in the arena: "drie jaar en twee maanden", "ruim twee jaar", "vier maanden",
 * "negen dagen". */
const char *bv_age_dutch(bv_arena *arena, bv_date from, bv_date to);

#endif
