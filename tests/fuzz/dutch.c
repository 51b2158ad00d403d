/* Dutch text and dates. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "lang/cues.h"
#include "lang/dates.h"
#include "lang/diagnoses.h"
#include "lang/faithful.h"
#include "lang/plain.h"
#include "targets.h"

void bv_fuzz_language(const char *bytes, size_t length) {
  bv_arena *arena = bv_arena_new();
  bv_buf text = bv_buf_new(arena);
  bv_fuzz_add_text(&text, bytes, length);
  bv_buf_string(&text);
  bv_tokens tokens = bv_tokenize(arena, text.bytes, text.length);
  bv_stretches sentences = bv_sentences(arena, text.bytes, text.length);
  bv_words_of(arena, text.bytes, text.length);
  bool *facts = bv_alloc(arena, sentences.count + 1);
  memset(facts, true, sentences.count + 1);
  bv_cues_in(arena, &tokens, &sentences, NULL, facts, false);
  bv_diagnosis_hits_in(arena, &tokens, NULL);
  bv_simplified plain = bv_simplify(arena, text.bytes, text.length);
  bv_facts before = bv_facts_in(arena, text.bytes, text.length, NULL);
  bv_facts after = bv_facts_in(arena, plain.text, plain.length, NULL);
  if (bv_faithful(arena, &before, &after, NULL).count)
    abort(); /* the promise of lang/plain.h */
  bv_measure_fully(arena, plain.text, plain.length);
  bv_arena_free(arena);
}

/* What was read as a period is written as one that reads the same. */
static void expect_same(bv_arena *arena, bv_period period) {
  bv_period again;
  if (bv_period_parse(bv_period_iso(arena, period), &again) != BV_DATE_OK || bv_date_compare(again.first, period.first) != 0 ||
      bv_date_compare(again.last, period.last) != 0 || again.precision != period.precision)
    abort();
}

/* What becomes of a day when time is added to it. */
static void reckon(bv_date day) {
  if (!bv_date_valid(day))
    abort();
  bv_date_age(day, bv_date_add_years(day, 12));
  bv_date_add_months(day, -25);
  if (day.year < 9990 && bv_date_days_between(day, bv_date_add_days(day, 731)) != 731)
    abort();
}

void bv_fuzz_dates(const char *bytes, size_t length) {
  bv_arena *arena = bv_arena_new();
  bv_buf text = bv_buf_new(arena);
  bv_fuzz_add_text(&text, bytes, length);
  bv_period period;
  if (bv_period_parse(bv_buf_string(&text), &period) == BV_DATE_OK) {
    expect_same(arena, period);
    reckon(period.first);
    reckon(period.last);
    bv_period_dutch(arena, period);
  }
  bv_tokens tokens = bv_tokenize(arena, text.bytes, text.length);
  bv_text_dates dates = bv_dates_in(arena, &tokens);
  for (size_t i = 0; i < dates.count; i++) {
    bv_period said = bv_text_date_said_on(&dates.items[i], (bv_date){2026, 10, 14});
    if (dates.items[i].start > dates.items[i].end || dates.items[i].end > text.length)
      abort();
    if (said.first.year && bv_date_compare(said.first, said.last) > 0)
      abort();
  }
  bv_arena_free(arena);
}
