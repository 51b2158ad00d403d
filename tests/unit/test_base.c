/* Arena, buffers, UTF-8, dates, positions, nearest words. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/nearest.h"
#include "base/source.h"
#include "base/utf8.h"

Test(base, positions_count_code_points) {
  bv_arena *arena = bv_arena_new();
  const char *text = "één\r\ntwee 👩‍👧 x\n";
  bv_source *source = bv_source_new(arena, "t", text, strlen(text));
  bv_position x = bv_source_position(source, (uint32_t)(strchr(text, 'x') - text));
  cr_assert(eq(u32, x.line, 2));
  cr_assert(eq(u32, x.column, 10));
  cr_assert(eq(u32, bv_source_line(source, 1).end, 5), "the carriage return is not part of the line");
  cr_assert(eq(u32, bv_source_position(source, 1000).line, 3));
  bv_arena_free(arena);
}

Test(base, positions_on_a_long_line) {
  bv_arena *arena = bv_arena_new();
  char *text = bv_alloc(arena, 3 * 5000 + 1);
  for (size_t i = 0; i < 5000; i++)
    memcpy(text + 3 * i, i == 10 ? "ab\n" : "€", 3);
  bv_source *source = bv_source_new(arena, "t", text, 3 * 5000);
  for (uint32_t i = 11; i < 5000; i += 7) {
    bv_position place = bv_source_position(source, 3 * i);
    cr_assert(place.line == 2 && place.column == i - 10, "%u: %u:%u", i, place.line, place.column);
  }
  bv_arena_free(arena);
}

Test(base, periods_keep_their_precision) {
  bv_period period;
  bv_arena *arena = bv_arena_new();
  cr_assert(eq(int, bv_period_parse("2026-02", &period), BV_DATE_OK));
  cr_assert(eq(int, period.last.day, 28));
  cr_assert(eq(int, period.precision, BV_PRECISION_MONTH));
  cr_assert(eq(str, (char *)bv_period_dutch(arena, period), "februari 2026"));
  cr_assert(eq(int, bv_period_parse("2024-02-29/2026", &period), BV_DATE_OK));
  cr_assert(eq(str, (char *)bv_period_dutch(arena, period), "29 februari 2024 tot en met 31 december 2026"));
  cr_assert(eq(str, (char *)bv_period_iso(arena, period), "2024-02-29/2026-12-31"));
  bv_arena_free(arena);
}

Test(base, wrong_dates_are_told_apart) {
  static const struct { const char *text; bv_date_error error; } cases[] = {
      {"2026-02-29", BV_DATE_CALENDAR}, {"2026-13", BV_DATE_CALENDAR},  {"0000", BV_DATE_CALENDAR},
      {"1-10-2026", BV_DATE_SYNTAX},    {"2026-1-1", BV_DATE_SYNTAX},   {"", BV_DATE_SYNTAX},
      {"2026-", BV_DATE_SYNTAX},        {"2026-10-01x", BV_DATE_SYNTAX}, {"2026-10/2026-09", BV_DATE_ORDER},
      {"2026/", BV_DATE_SYNTAX},        {"2026/2027/2028", BV_DATE_SYNTAX}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_period period;
    cr_assert(eq(int, bv_period_parse(cases[i].text, &period), cases[i].error), "%s", cases[i].text);
    cr_assert(eq(int, period.first.year, 0));
  }
}

Test(base, years_and_ages) {
  bv_date leap = {2024, 2, 29}, born = {2013, 5, 2};
  bv_date two_later = bv_date_add_years(leap, 2);
  cr_assert(two_later.year == 2026 && two_later.month == 2 && two_later.day == 28);
  cr_assert(eq(int, bv_date_age(born, (bv_date){2026, 5, 1}), 12));
  cr_assert(eq(int, bv_date_age(born, (bv_date){2026, 5, 2}), 13));
  cr_assert(eq(long, bv_date_days_between((bv_date){2026, 3, 28}, (bv_date){2026, 4, 4}), 7));
  bv_date december = bv_date_add_months((bv_date){2026, 1, 31}, -1);
  cr_assert(december.year == 2025 && december.month == 12 && december.day == 31);
}

/* A report of the year 1 is hostile, and its two-year line lies nowhere. */
Test(base, reckoning_stays_within_the_calendar) {
  bv_date first = {1, 1, 1}, last = {9999, 12, 31};
  cr_expect(bv_date_compare(bv_date_add_years(first, -2), first) == 0);
  cr_expect(bv_date_compare(bv_date_add_months((bv_date){1, 3, 31}, -1), (bv_date){1, 2, 28}) == 0);
  cr_expect(bv_date_compare(bv_date_add_months(first, -1), first) == 0);
  cr_expect(bv_date_compare(bv_date_add_days((bv_date){1, 1, 2}, -1), first) == 0);
  cr_expect(bv_date_compare(bv_date_add_days(first, -1), first) == 0);
  cr_expect(bv_date_compare(bv_date_add_days(last, 1), last) == 0);
  cr_expect(bv_date_compare(bv_date_add_years(last, 1), last) == 0);
  cr_expect(bv_date_compare(bv_date_add_months((bv_date){9999, 11, 30}, 1), (bv_date){9999, 12, 30}) == 0);
}

Test(base, days_are_those_of_the_calendar) {
  cr_expect(bv_date_days_between((bv_date){1970, 1, 1}, (bv_date){2026, 11, 20}) == 20777);
  cr_expect(bv_date_days_between((bv_date){2024, 2, 28}, (bv_date){2024, 3, 1}) == 2);
  cr_expect(bv_date_days_between((bv_date){2023, 3, 1}, (bv_date){2023, 2, 28}) == -1);
  enum { STEP = 29 };
  bv_date day = {1, 1, 1};
  for (long number = 0; number <= 3652058; number += STEP, day = bv_date_add_days(day, STEP)) {
    struct tm tm;
    time_t seconds = (number - 719162) * 86400;
    gmtime_r(&seconds, &tm);
    bool same = day.year == tm.tm_year + 1900 && day.month == tm.tm_mon + 1 && day.day == tm.tm_mday;
    cr_assert(same && bv_date_days_between((bv_date){1, 1, 1}, day) == number, "day %ld", number);
  }
  cr_expect(bv_date_compare(day, (bv_date){9999, 12, 31}) == 0);
}

Test(base, utf8_refuses_what_is_not) {
  uint32_t c = 0;
  cr_assert(eq(sz, bv_utf8_decode("ë", 2, &c), 2));
  cr_assert(eq(u32, c, 0xEB));
  cr_assert(eq(sz, bv_utf8_decode("\xC0\x80", 2, &c), 0), "overlong");
  cr_assert(eq(sz, bv_utf8_decode("\xED\xA0\x80", 3, &c), 0), "surrogate");
  cr_assert(eq(sz, bv_utf8_decode("\xC3", 1, &c), 0), "cut off");
}

Test(base, nearest_word) {
  static const char *const words[] = {"bron", "datum", "horen-zeggen", "overgenomen-uit"};
  cr_assert(eq(str, (char *)bv_nearest("bornn", words, 4), "bron"));
  cr_assert(eq(str, (char *)bv_nearest("horenzeggen", words, 4), "horen-zeggen"));
  cr_assert(bv_nearest("kleur", words, 4) == NULL);
  cr_assert(bv_nearest("", words, 4) == NULL);
}

Test(base, buffers_grow) {
  bv_arena *arena = bv_arena_new();
  bv_buf buf = bv_buf_new(arena);
  cr_assert(eq(str, (char *)bv_buf_string(&buf), ""));
  for (int i = 0; i < 10000; i++)
    bv_buf_printf(&buf, "%d,", i % 10);
  cr_assert(eq(sz, buf.length, 20000));
  cr_assert(eq(sz, strlen(buf.bytes), 20000));
  bv_arena_free(arena);
}
