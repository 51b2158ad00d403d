/* Rules on hearing the other side, at their boundaries. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "../support/drafts.h"
#include "check/check.h"
#include "read/read.h"

/* A draft of 20 November 2026 with one person (the fields behind the id) and a body. */
static bv_document *draft_with(const char *person, const char *more_front, const char *body) {
  char draft[2048];
  snprintf(
      draft, sizeof draft,
      "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"
      "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad}\n%spersonen:\n  - {id: x, %s}\n"
      "bronnen:\n  - {id: brief, soort: document, auteur: K. Blom, datum: 2026-10-01, in-bezit: ja, aangekondigd: ja}\n"
      "---\n\n%s",
      more_front, person, body);
  return bv_checked(draft);
}

static void expect_person(const char *person, const char *body, const char *rule, size_t count) {
  bv_document *document = draft_with(person, "", body);
  cr_expect(eq(sz, bv_raised(document, rule), count), "{%s}:\n%s", person, bv_all_found(document));
  bv_document_free(document);
}

Test(check_reaction, those_who_must_be_heard) {
  static const struct {
    const char *person;
    size_t count;
  } cases[] = {{"rol: ouder, gezag: ja, naam: Ans", 1},
               {"rol: ouder, gezag: nee, naam: Ans", 0},
               {"rol: ouder, gezag: ja, naam: Ans, geen-reactie: \"Zij las het niet.\"", 0},
               {"rol: ouder, gezag: ja, naam: Ans, geen-reactie: \" \"", 1},
               {"rol: jeugdige, naam: Sam, geboren: 2014-11-20", 1}, /* twelve today */
               {"rol: jeugdige, naam: Sam, geboren: 2014-11-21", 0}, /* twelve tomorrow */
               {"rol: jeugdige, naam: Sam", 1}, /* who knows */
               {"rol: jeugdige, naam: Sam, geen-reactie: \"Hij is nog niet geboren.\"", 0},
               {"rol: netwerk, naam: Sam, geboren: 1960-01-01", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_person(cases[i].person, "[Het regent.]{.feit bron=brief}\n", "wederhoor/ontbreekt", cases[i].count);
  expect_person("rol: ouder, gezag: ja, naam: Ans",
                "[Het regent.]{#a .feit bron=brief}\n\n::: {.reactie van=x op=#a besluit=verwerkt}\nNee.\n:::\n",
                "wederhoor/ontbreekt", 0);
}

Test(check_reaction, a_child_born_on_a_leap_day_is_twelve_on_the_last_of_february) {
  static const struct {
    bv_date day;
    size_t count;
  } cases[] = {{{2024, 2, 28}, 0}, {{2024, 2, 29}, 1}, {{2026, 2, 27}, 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_document *document = draft_with("rol: jeugdige, naam: Sam, geboren: 2012-02-29", "", "");
    document->findings->count = 0;
    bv_check_document(document, bv_config_default(), cases[i].day);
    cr_expect(eq(sz, bv_raised(document, "wederhoor/ontbreekt"), cases[i].count), "%d-%d-%d", cases[i].day.year,
              cases[i].day.month, cases[i].day.day);
    bv_document_free(document);
  }
}

Test(check_reaction, a_reaction_has_a_place_and_a_decision) {
  static const struct {
    const char *attributes;
    size_t nowhere, undecided;
  } cases[] = {{"van=moeder op=#a besluit=verwerkt", 0, 0},
               {"van=moeder besluit=verwerkt", 1, 0},
               {"op=#a besluit=verwerkt", 1, 0},
               {"van=moeder op=#b besluit=verwerkt", 0, 0}, /* markup/verwijzing */
               {"van=moeder op=#deel besluit=verwerkt", 0, 0},
               {"van=moeder op=#a", 0, 1},
               {"van=moeder op=#a besluit=deels", 0, 1},
               {"van=moeder op=#a besluit=deels reden=\"Een datum is aangepast.\"", 0, 0},
               {"van=moeder op=#a besluit=niet-verwerkt reden=\"\"", 0, 1},
               {"van=moeder", 1, 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char body[512];
    snprintf(body, sizeof body,
             "## Deel {#deel}\n\n[Het regent.]{#a .feit bron=verzuim,g-moeder}\n\n::: {.reactie %s}\nNee.\n:::\n",
             cases[i].attributes);
    bv_document *document = bv_checked_body(body);
    cr_expect(eq(sz, bv_raised(document, "wederhoor/plaats"), cases[i].nowhere), "%s", cases[i].attributes);
    cr_expect(eq(sz, bv_raised(document, "wederhoor/onverwerkt"), cases[i].undecided), "%s", cases[i].attributes);
    bv_document_free(document);
  }
}

Test(check_reaction, a_contradicted_fact_needs_a_second_voice) {
  static const struct {
    const char *fact, *answer;
    size_t count;
  } cases[] = {
      {".feit bron=verzuim", "[Nee.]{.mening bron=g-moeder weerspreekt=#a}", 1},
      {".feit bron=verzuim", "[Nee.]{.mening bron=g-moeder}", 0},
      {".feit bron=verzuim,psych", "[Nee.]{.mening bron=g-moeder weerspreekt=#a}", 0},
      {".mening bron=verzuim", "[Nee.]{.mening bron=g-moeder weerspreekt=#a}", 0},
      {".feit bron=verzuim", "::: {.reactie van=moeder op=#a besluit=verwerkt}\nNee.\n:::", 0},
      {".feit bron=verzuim", "::: {.reactie van=moeder op=#a besluit=niet-verwerkt reden=\"Zo.\"}\nNee.\n:::", 1},
      {".feit bron=verzuim", "::: {.reactie van=moeder op=#a besluit=deels reden=\"Zo.\"}\nNee.\n:::", 1},
      {".feit bron=verzuim",
       "[Nee.]{.mening bron=g-moeder weerspreekt=#a}\n\n[Nooit.]{.mening bron=psych weerspreekt=#a}", 1},
      {".feit", "[Nee.]{.mening bron=g-moeder weerspreekt=#a}", 0} /* bron/ontbreekt */};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char body[512];
    snprintf(body, sizeof body, "## Deel\n\n[Het regent.]{#a %s}\n\n%s\n", cases[i].fact, cases[i].answer);
    cr_expect(eq(sz, bv_raised_in(body, "wederhoor/tegenspraak"), cases[i].count), "%s", body);
  }
}

Test(check_reaction, a_parent_without_authority_in_the_plan_is_heard) {
  static const char father[] = "rol: ouder, gezag: nee, naam: Bas";
  static const struct {
    const char *person, *body;
    size_t count;
  } cases[] = {
      {father, "## Omgang {.omgang}\n\n[Zo.]{.mening bron=opsteller over=x}\n", 1},
      {father, "## Doelen {.doelen}\n\n::: {.doel wie=x gereed=2027-01-01 .mening bron=opsteller}\nBellen.\n:::\n", 1},
      {father, "## School {.onderzoek}\n\n[Zo.]{.mening bron=opsteller over=x}\n", 0},
      {father,
       "## Omgang {.omgang}\n\n[Zo.]{#a .mening bron=opsteller over=x}\n\n"
       "::: {.reactie van=x op=#a besluit=verwerkt}\nGoed.\n:::\n",
       0},
      {"rol: ouder, gezag: nee, naam: Bas, geen-gesprek: \"Hij is overleden.\"",
       "## Omgang {.omgang}\n\n[Zo.]{.mening bron=opsteller over=x}\n", 0},
      {"rol: ouder, gezag: ja, naam: Bas", "## Omgang {.omgang}\n\n[Zo.]{.mening bron=opsteller over=x}\n", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_person(cases[i].person, cases[i].body, "wederhoor/ouder-zonder-gezag", cases[i].count);
}

Test(check_reaction, another_language_asks_for_help) {
  static const struct {
    const char *person;
    size_t count;
  } cases[] = {{"rol: ouder, gezag: nee, naam: Ola", 0},
               {"rol: ouder, gezag: nee, naam: Ola, taal: nl", 0},
               {"rol: ouder, gezag: nee, naam: Ola, taal: nl-BE", 0},
               {"rol: ouder, gezag: nee, naam: Ola, taal: nld", 0},
               {"rol: ouder, gezag: nee, naam: Ola, taal: DUT", 0},
               {"rol: ouder, gezag: nee, naam: Ola, taal: nl_NL", 0},
               {"rol: ouder, gezag: nee, naam: Ola, taal: Nederlands", 0},
               {"rol: ouder, gezag: nee, naam: Ola, taal: Nederlands (Vlaams)", 0},
               {"rol: ouder, gezag: nee, naam: Ola, taal: Nederlandse Gebarentaal", 1},
               {"rol: ouder, gezag: nee, naam: Ola, taal: nds", 1},
               {"rol: ouder, gezag: nee, naam: Ola, taal: n", 1},
               {"rol: ouder, gezag: nee, naam: Ola, taal: pl", 1},
               {"rol: ouder, gezag: nee, naam: Ola, taal: pl, tolk: nee", 1},
               {"rol: ouder, gezag: nee, naam: Ola, taal: pl, tolk: ja", 0},
               {"rol: ouder, gezag: nee, naam: Ola, taal: pl, vertaling: ja", 0},
               {"rol: netwerk, naam: Ola, taal: pl", 0} /* nobody spoke with her */};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_person(cases[i].person, "", "wederhoor/taal", cases[i].count);
}

Test(check_reaction, a_language_is_named_in_dutch) {
  static const struct {
    const char *written, *named;
  } cases[] = {{"tr", "(Turks)"},     {"tir", "(Tigrinya)"},         {"PL", "(Pools)"},
               {"ar-MA", "(Arabisch)"}, {"Arabisch", "(Arabisch)"}, {"Berbers (Riffijns)", "(Berbers (Riffijns))"},
               {"xx", "(xx)"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char person[96];
    snprintf(person, sizeof person, "rol: ouder, gezag: nee, naam: Ola, taal: %s", cases[i].written);
    bv_document *document = draft_with(person, "", "");
    const char *message = bv_raised_at(document, "wederhoor/taal", 0)->message;
    cr_expect(strstr(message, cases[i].named) != NULL, "%s", message);
    bv_document_free(document);
  }
}

Test(check_reaction, seven_days_to_react) {
  static const struct {
    const char *deadline;
    size_t count;
  } cases[] = {{"2026-11-27", 0}, {"2026-11-26", 1}, {"2026-11-20", 1}, {"2026-11-19", 1}, {"2026-12-24", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char front[64];
    snprintf(front, sizeof front, "reactietermijn: %s\n", cases[i].deadline);
    bv_document *document = draft_with("rol: netwerk, naam: Oma", front, "");
    cr_expect(eq(sz, bv_raised(document, "wederhoor/termijn"), cases[i].count), "%s", cases[i].deadline);
    if (cases[i].count) {
      const bv_finding *finding = bv_raised_at(document, "wederhoor/termijn", 0);
      cr_expect(eq(str, (char *)bv_text_of(document, finding), (char *)cases[i].deadline));
      cr_expect(eq(str, (char *)finding->suggestion, "geef ten minste tijd tot 2026-11-27"));
    }
    bv_document_free(document);
  }
}
