/* Rules on dates at their boundaries: the two-year line to the day, leap days, precision, what is written once. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "../support/drafts.h"
#include "check/age.h"
#include "check/check.h"
#include "read/read.h"

/* A draft of that day with one claim. The source is of the same day, so that nothing is younger than it. */
static bv_document *draft_of(const char *day, const char *claim_attributes) {
  char draft[2048];
  snprintf(
      draft, sizeof draft,
      "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: %s\n"
      "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad}\npersonen: []\nbronnen:\n"
      "  - {id: brief, soort: document, titel: Brief, auteur: K. Blom, datum: %s, in-bezit: ja, aangekondigd: ja}\n"
      "---\n\n## Thuis\n\n[Er kwam een brief.]{.feit bron=brief %s}\n",
      day, day, claim_attributes);
  return bv_checked(draft);
}

static void expect_count(const char *day, const char *attributes, const char *rule, size_t count) {
  bv_document *document = draft_of(day, attributes);
  cr_expect(eq(sz, bv_raised(document, rule), count), "on %s, %s:\n%s", day, attributes, bv_all_found(document));
  bv_document_free(document);
}

Test(check_date, the_two_year_line_is_drawn_to_the_day) {
  static const struct {
    const char *day, *date;
    bool old, coarse;
  } cases[] = {
      {"2026-11-20", "2024-11-20", false, false},
      {"2026-11-20", "2024-11-19", true, false},
      {"2026-11-20", "2024-11", false, true},
      {"2026-11-20", "2024-10", true, false},
      {"2026-11-20", "2024-12", false, false},
      {"2026-11-30", "2024-11", false, true},
      {"2026-12-01", "2024-11", true, false},
      {"2026-11-20", "2024", false, true},
      {"2026-11-20", "2023", true, false},
      {"2026-12-31", "2024", false, true},
      {"2027-01-01", "2024", true, false},
      {"2026-11-20", "2010-01-01/2024-11-19", true, false},
      {"2026-11-20", "2010-01-01/2024-11-20", false, false},
      {"2026-11-20", "2010/2024", false, true},
      {"2026-11-20", "2024-11-01/2025", false, false},
      /* 29 February counts as 28 February in a year without one */
      {"2026-02-28", "2024-02-29", false, false},
      {"2026-03-01", "2024-02-29", true, false},
      {"2028-02-29", "2026-02-28", true, false},
      {"2028-02-29", "2026-03-01", false, false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char attributes[64];
    snprintf(attributes, sizeof attributes, "datum=%s", cases[i].date);
    expect_count(cases[i].day, attributes, "datum/verouderd", cases[i].old);
    expect_count(cases[i].day, attributes, "datum/onnauwkeurig", cases[i].coarse);
  }
}

Test(check_date, a_necessity_makes_old_information_usable) {
  expect_count("2026-11-20", "datum=2019-05-01 noodzaak=\"Het laat een patroon zien.\"", "datum/verouderd", 0);
  expect_count("2026-11-20", "datum=2024 noodzaak=\"Het laat een patroon zien.\"", "datum/onnauwkeurig", 0);
  expect_count("2026-11-20", "datum=2019-05-01 noodzaak=\" \"", "datum/verouderd", 1);
}

Test(check_date, the_line_is_measured_from_the_day_asked_for) {
  bv_document *document = draft_of("2026-11-20", "datum=2025-05-01");
  cr_expect(eq(sz, bv_raised(document, "datum/verouderd"), 0));
  bv_check_document(document, bv_config_default(), (bv_date){2027, 5, 2});
  cr_expect(eq(sz, bv_raised(document, "datum/verouderd"), 1));
  bv_document_free(document);
}

Test(check_date, the_age_is_said_in_words) {
  static const struct {
    bv_date from, to;
    const char *age;
  } cases[] = {{{2023, 9, 20}, {2026, 11, 20}, "drie jaar en twee maanden"},
               {{2023, 9, 21}, {2026, 11, 20}, "drie jaar en een maand"},
               {{2024, 11, 20}, {2026, 11, 20}, "twee jaar"},
               {{2024, 11, 19}, {2026, 11, 20}, "ruim twee jaar"},
               {{2024, 2, 29}, {2026, 2, 28}, "twee jaar"},
               {{2024, 12, 31}, {2026, 11, 20}, "een jaar en tien maanden"},
               {{2026, 6, 20}, {2026, 11, 20}, "vijf maanden"},
               {{2026, 11, 19}, {2026, 11, 20}, "een dag"},
               {{1999, 12, 31}, {2026, 11, 20}, "26 jaar en tien maanden"}};
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(str, (char *)bv_age_dutch(arena, cases[i].from, cases[i].to), (char *)cases[i].age));
  bv_arena_free(arena);
}

Test(check_date, what_lies_after_the_report_is_found) {
  static const struct {
    const char *attributes;
    size_t count;
  } cases[] = {{"datum=2026-11-20", 0},
               {"datum=2026-11-21", 1},
               {"datum=2026-11", 0}, /* the month of the report may be before it */
               {"datum=2026-12", 1},
               {"datum=2026", 0},
               {"datum=2026-11-01/2026-11-30", 1},
               {"datum=2026-11-01/2026-11", 0},
               {"datum=2026-11-01/2027", 1},
               {".diagnose gesteld-door=brief gesteld-op=2027-01-01", 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_count("2026-11-20", cases[i].attributes, "datum/toekomst", cases[i].count);
}

Test(check_date, plans_and_reactions_come_after_the_report) {
  static const char body[] =
      "## Doelen {.doelen .mening bron=g-moeder}\n\n"
      "::: {#rust .doel wie=moeder gereed=2027-05-01}\nMoeder slaapt zes uur.\n:::\n\n"
      "::: {.reactie van=moeder op=#rust datum=2026-12-01 besluit=verwerkt}\nDat is goed.\n:::\n";
  cr_expect(eq(sz, bv_raised_in(body, "datum/toekomst"), 0));
}

Test(check_date, dates_that_cannot_be_are_told_apart_and_mended) {
  static const struct {
    const char *written, *message, *advice;
  } cases[] = {{"2026-02-30", "\"2026-02-30\" bij datum staat niet op de kalender",
                "kijk de datum na: februari 2026 heeft 28 dagen"},
               {"2026-09-01/2026-09-31", "\"2026-09-01/2026-09-31\" bij datum staat niet op de kalender",
                "kijk de datum na: september 2026 heeft 30 dagen"},
               {"2026-13-01", "\"2026-13-01\" bij datum staat niet op de kalender",
                "kijk de datum na: een jaar heeft twaalf maanden"},
               {"2026-10-02/2026-10-01", "de periode \"2026-10-02/2026-10-01\" bij datum eindigt voordat zij begint",
                "2026-10-01/2026-10-02"},
               {"1-10-2026", "\"1-10-2026\" bij datum is geen datum die bronvast kan lezen", "2026-10-01"},
               {"03/09/2026", "\"03/09/2026\" bij datum is geen datum die bronvast kan lezen", "2026-09-03"},
               {"31-02-2026", "\"31-02-2026\" bij datum is geen datum die bronvast kan lezen", NULL},
               {"oktober", "\"oktober\" bij datum is geen datum die bronvast kan lezen", NULL},
               {"2026-10-01/", "\"2026-10-01/\" bij datum is geen datum die bronvast kan lezen", NULL}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char attributes[64];
    snprintf(attributes, sizeof attributes, "datum=%s", cases[i].written);
    bv_document *document = draft_of("2026-11-20", attributes);
    const bv_finding *finding = bv_raised_at(document, "datum/ongeldig", 0);
    cr_expect(eq(str, (char *)finding->message, (char *)cases[i].message));
    cr_expect(ne(ptr, (void *)finding->suggestion, NULL));
    if (cases[i].advice && finding->suggestion)
      cr_expect(eq(str, (char *)finding->suggestion, (char *)cases[i].advice));
    cr_expect(eq(str, (char *)bv_text_of(document, finding), (char *)cases[i].written));
    cr_expect(eq(sz, bv_raised(document, "datum/ontbreekt"), 0), "one fault, one finding");
    bv_document_free(document);
  }
}

Test(check_date, a_fault_in_a_header_is_said_once) {
  static const char body[] =
      "## School {.feit bron=verzuim datum=2026-13}\n\nSam las.\n\nSam schreef.\n\nSam rekende.\n";
  cr_expect(eq(sz, bv_raised_in(body, "datum/ongeldig"), 1));
  static const char coarse[] =
      "## School {.feit bron=verzuim datum=2024}\n\nSam las.\n\nSam schreef.\n\nSam rekende.\n";
  cr_expect(eq(sz, bv_raised_in(coarse, "datum/onnauwkeurig"), 1));
  static const char old[] = "## School {.feit bron=verzuim datum=2021}\n\nSam las.\n\nSam schreef.\n\nSam rekende.\n";
  cr_expect(eq(sz, bv_raised_in(old, "datum/verouderd"), 3), "each claim needs a necessity of its own");
}

Test(check_date, a_claim_is_not_younger_than_its_source) {
  /* verzuim is of 1 October 2026, g-moeder of 14 October, the author of 20 November */
  static const struct {
    const char *attributes;
    size_t count;
  } cases[] = {{"bron=verzuim datum=2026-10-01", 0},
               {"bron=verzuim datum=2026-10-02", 1},
               {"bron=verzuim datum=2026-10", 0},
               {"bron=verzuim datum=2026-11", 1},
               {"bron=verzuim datum=2026-09-01/2026-10-31", 1},
               {"bron=verzuim,g-moeder datum=2026-10-14", 0},
               {"bron=verzuim,opsteller datum=2026-11-19", 0},
               {"bron=verzuim datum=2027-01-01", 0}, /* datum/toekomst says it */
               /* what stood in a report of 2 March 2023 cannot come from verzuim */
               {"bron=verzuim overgenomen-uit=raad-2023 datum=2023-01", 1},
               {"bron=verzuim .diagnose gesteld-door=psych gesteld-op=2026-10-20 datum=2026-10-01", 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char body[256];
    snprintf(body, sizeof body, "## School\n\n[Sam las een boek.]{.feit %s}\n", cases[i].attributes);
    cr_expect(eq(sz, bv_raised_in(body, "datum/strijdig"), cases[i].count), "%s", cases[i].attributes);
  }
}

Test(check_date, a_source_without_date_is_said_once_at_the_first_claim) {
  static const char draft[] =
      "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"
      "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad}\npersonen: []\nbronnen:\n"
      "  - {id: brief, soort: document, titel: Brief, auteur: K. Blom, in-bezit: ja, aangekondigd: ja}\n"
      "---\n\n## Thuis\n\n[Eén.]{.feit bron=brief datum=2026-10}\n[Twee.]{.feit bron=brief}\n[Drie.]{.mening bron=brief}\n";
  bv_document *document = bv_checked(draft);
  cr_assert(eq(sz, bv_raised(document, "datum/ontbreekt"), 1), "%s", bv_all_found(document));
  const bv_finding *finding = bv_raised_at(document, "datum/ontbreekt", 0);
  cr_expect(eq(str, (char *)finding->claim, "1.2"));
  cr_expect(ne(ptr, strstr(finding->message, "zo zijn er 2"), NULL), "%s", finding->message);
  cr_expect(eq(sz, bv_raised(document, "bron/onvolledig"), 1));
  bv_document_free(document);
}

Test(check_date, a_claim_without_source_does_not_miss_a_date_as_well) {
  bv_document *document = bv_checked_body("## Thuis\n\n[Er kwam een brief.]{.feit}\n");
  cr_expect(eq(sz, bv_raised(document, "bron/ontbreekt"), 1));
  cr_expect(eq(sz, bv_raised(document, "datum/ontbreekt"), 0));
  bv_document_free(document);
}

Test(check_date, an_old_diagnosis_is_said_by_one_rule) {
  bv_document *document =
      bv_checked_body("## Thuis\n\n[Bij Sam is ADHD vastgesteld.]{.feit .diagnose bron=psych datum=2021-03-01"
                      " gesteld-door=psych gesteld-op=2021-03-01 status=bevestigd}\n");
  cr_expect(eq(sz, bv_raised(document, "diagnose/verouderd"), 1));
  cr_expect(eq(sz, bv_raised(document, "datum/verouderd"), 0));
  bv_document_free(document);
}
