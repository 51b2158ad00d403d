/* Dates in running text: every form in which Dutch reports date things (dutch.md), as an interval with its precision.
 * No day is invented: what the text leaves open stays open. */
#ifndef BV_LANG_DATES_H
#define BV_LANG_DATES_H

#include "base/date.h"
#include "lang/tokens.h"

typedef enum bv_text_date_kind {
  BV_TEXT_DATE_ABSOLUTE,  /* "3 maart 2024", "zomer 2023", "eind 2022" */
  BV_TEXT_DATE_YEARLESS,  /* "3 maart", "in oktober": `period` has months and days, and year 0 */
  BV_TEXT_DATE_RELATIVE,  /* "vorig jaar", "onlangs": counts from the moment it was said */
  BV_TEXT_DATE_IMPOSSIBLE /* "31-02-2024" */
} bv_text_date_kind;

typedef enum bv_date_unit { BV_UNIT_VAGUE, BV_UNIT_DAY, BV_UNIT_WEEK, BV_UNIT_MONTH, BV_UNIT_YEAR } bv_date_unit;

typedef struct bv_text_date {
  uint32_t start, end; /* bytes of the text */
  size_t first, past;  /* tokens */
  bv_text_date_kind kind;
  bv_period period;    /* absolute and yearless ones */
  bv_date_unit unit;   /* relative ones: so many units from when it was said; vague: "onlangs" */
  int offset;
} bv_text_date;

typedef struct bv_text_dates {
  bv_text_date *items;
  size_t count, capacity;
} bv_text_dates;

/* The dates of a text, in order, in the arena. */
bv_text_dates bv_dates_in(bv_arena *arena, const bv_tokens *tokens);
/* What a relative date means when it is said on that day: "vorig jaar", said on 14 October 2026, is 2025. No period for
 * vague ones. An absolute date is its own period; a yearless one has none. */
bv_period bv_text_date_said_on(const bv_text_date *date, bv_date day);

#endif
