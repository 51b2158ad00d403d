/* Dates in running text: all the forms of Dutch reports, and what is no date. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buf.h"
#include "lang/dates.h"

/* The dates of a text as one line: periods as ISO, "--MM-DD/--MM-DD" without year, "~unit offset" for relative ones, "!" for
 * what no calendar has. */
static char *dates_line(bv_arena *arena, const char *text) {
  static const char *const units[] = {"?", "dag", "week", "maand", "jaar"};
  bv_tokens tokens = bv_tokenize(arena, text, strlen(text));
  bv_text_dates dates = bv_dates_in(arena, &tokens);
  bv_buf buf = bv_buf_new(arena);
  for (size_t i = 0; i < dates.count; i++) {
    const bv_text_date *d = &dates.items[i];
    bv_buf_puts(&buf, i ? "; " : "");
    if (d->kind == BV_TEXT_DATE_ABSOLUTE)
      bv_buf_puts(&buf, bv_period_iso(arena, d->period));
    else if (d->kind == BV_TEXT_DATE_YEARLESS)
      bv_buf_printf(&buf, "--%02d-%02d/--%02d-%02d", d->period.first.month, d->period.first.day, d->period.last.month,
                    d->period.last.day);
    else if (d->kind == BV_TEXT_DATE_RELATIVE)
      bv_buf_printf(&buf, "~%s %d", units[d->unit], d->offset);
    else
      bv_buf_puts(&buf, "!");
  }
  return (char *)bv_buf_string(&buf);
}

static void check_dates(const char *const (*cases)[2], size_t count) {
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < count; i++)
    cr_expect(eq(str, dates_line(arena, cases[i][0]), (char *)cases[i][1]), "%s", cases[i][0]);
  bv_arena_free(arena);
}
#define CHECK_DATES(cases) check_dates(cases, sizeof(cases) / sizeof *(cases))

Test(dates, days) {
  static const char *const cases[][2] = {
      {"Op 29-01-2010 is Sam geboren.", "2010-01-29"},
      {"Op 26/09/99 en op 26.09.1999 was er een zitting.", "1999-09-26; 1999-09-26"},
      {"De brief van 25 feb. 2009 is zoek.", "2009-02-25"},
      {"Op 3 maart '09 verhuisde zij.", "2009-03-03"},
      {"De beschikking d.d. 3 maart is er.", "--03-03/--03-03"},
      {"Op 19-20 november was hij weg.", "--11-19/--11-20"},
      {"Van 19 november tot en met 3 december 2021.", "2021-11-19; 2021-12-03"},
      {"Tussen 30 december en 2 januari 2022 sliep hij daar.", "2021-12-30; 2022-01-02"},
      {"Zie 2026-10-01.", "2026-10-01"},
      {"Op maandag 3 okt. 2022 en di 4 okt 2022.", "2022-10-03; 2022-10-04"},
      {"De afspraak was 3 t/m 5 mei 2024.", "2024-05-03/2024-05-05"},
  };
  CHECK_DATES(cases);
}

Test(dates, coarser_than_days) {
  static const char *const cases[][2] = {
      {"In maart 2024 begon het.", "2024-03"},
      {"Zij sprak in mei met de juf.", "--05-01/--05-31"},
      {"In de zomer van 2023 en het najaar van 2022.", "2023-06-01/2023-09-23; 2022-09-01/2022-12-21"},
      {"Zomer 2023 ging goed.", "2023-06-01/2023-09-23"},
      {"Winter 2021/2022 was zwaar.", "2021-12-01/2022-03-21"},
      {"In de winter van 2021.", "2020-12-01/2022-03-21"},
      {"In het derde kwartaal van 2023.", "2023-07-01/2023-09-30"},
      {"Q1 2024", "2024-01-01/2024-03-31"},
      {"Begin 2022 en eind maart 2024.", "2022-01-01/2022-05-31; 2024-03-15/2024-03-31"},
      {"Met kerst 2021 en Pasen 2024.", "2021-12-24/2021-12-27; 2024-03-31/2024-04-01"},
      {"Sinds 2019 woont hij hier.", "2019"},
      {"In schooljaar 2021-2022.", "2021-08-01/2022-07-31"},
      {"Uit '09 is niets bekend.", "2009"},
  };
  CHECK_DATES(cases);
}

Test(dates, relative_ones_count_from_who_says_it) {
  static const char *const cases[][2] = {
      {"Vorig jaar was hij ziek.", "~jaar -1"},      {"Twee jaar geleden begon het.", "~jaar -2"},
      {"Drie weken geleden en gisteren.", "~week -3; ~dag -1"},
      {"Onlangs is zij verhuisd.", "~? 0"},          {"Een paar jaar geleden, of jaren geleden.", "~? 0; ~? 0"},
      {"De afgelopen maanden ging het beter.", "~? 0"},
  };
  CHECK_DATES(cases);
  static const char text[] = "vorige maand, vorig jaar, vorige week, onlangs";
  bv_arena *arena = bv_arena_new();
  bv_tokens tokens = bv_tokenize(arena, text, strlen(text));
  bv_text_dates dates = bv_dates_in(arena, &tokens);
  static const char *const said[] = {"2025-12", "2025", "2026-01-05/2026-01-11"};
  for (size_t i = 0; i < 3; i++)
    cr_expect(eq(str, (char *)bv_period_iso(arena, bv_text_date_said_on(&dates.items[i], (bv_date){2026, 1, 14})),
                 (char *)said[i]));
  cr_expect(eq(int, bv_text_date_said_on(&dates.items[3], (bv_date){2026, 1, 14}).first.year, 0));
  bv_arena_free(arena);
}

Test(dates, pitfalls) {
  static const char *const cases[][2] = {
      {"Op 31-02-2024 kwam hij niet.", "!"},        {"Op 31 april 2024.", "!"},
      {"Het werd 3-4.", ""},                        {"Zij do, zo en za.", ""},
      {"Mei is een mooie naam.", ""},               {"Om 10.30 uur, artikel 3.2.1.", ""},
      {"Bel 06-12-34-56.", ""},                     {"Een bedrag van 2000 euro.", ""},
      {"ECLI:NL:RBAMS:2021:1234", ""},              {"artikel 1:265b BW", ""},
      {"Een week later belde hij.", ""},            {"Hij zit in groep 5.", ""},
      {"De marathon van 10 km.", ""},               {"Zij is 12 jaar.", ""},
      {"het meest recente verslag", ""},            {"12 augustus", "--08-12/--08-12"},
      {"Kamerstuk 31839, nr. 972", ""},             {"", ""},
  };
  CHECK_DATES(cases);
}

Test(dates, hostile_texts_take_linear_time, .timeout = 10) {
  static const char *const pieces[] = {"1-", "3 en ", "'", "begin ", "1-1-2000-", "mei ", "van 3 mei tot "};
  bv_arena *arena = bv_arena_new();
  for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
    bv_buf buf = bv_buf_new(arena);
    while (buf.length < 1000000)
      bv_buf_puts(&buf, pieces[p]);
    bv_tokens tokens = bv_tokenize(arena, buf.bytes, buf.length);
    bv_dates_in(arena, &tokens);
  }
  bv_arena_free(arena);
}
