/* Rules on diagnoses: each missing thing is said by one rule. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "../support/drafts.h"
#include "check/check.h"
#include "read/read.h"

static const char *const rules[] = {"diagnose/ongelabeld",        "diagnose/herkomst", "diagnose/bevoegdheid",
                                    "diagnose/niet-geverifieerd", "diagnose/keten",    "diagnose/verouderd",
                                    "diagnose/niet-in-bezit"};

/* The rules of this family that a body raises, each once, as "herkomst bevoegdheid". */
static char *raised_by(const char *body) {
  bv_document *document = bv_checked_body(body);
  static char all[256];
  all[0] = '\0';
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (bv_raised(document, rules[i])) {
      strcat(all, all[0] ? " " : "");
      strcat(all, rules[i] + strlen("diagnose/"));
    }
  bv_document_free(document);
  return all;
}

Test(check_diagnosis, one_missing_thing_is_said_by_one_rule) {
  static const struct {
    const char *attributes, *raised;
  } cases[] = {{".feit bron=psych gesteld-door=psych gesteld-op=2025-06-12 status=bevestigd", ""},
               {".feit bron=psych gesteld-door=psych gesteld-op=2025-06", ""},
               {".feit bron=psych gesteld-door=psych", "herkomst"},
               {".feit bron=psych gesteld-op=2025-06-12", "herkomst"},
               {".feit bron=psych", "herkomst"},
               {".feit bron=psych status=niet-bevestigd", ""},
               {".feit bron=psych gesteld-door=psych gesteld-op=2025-06-31", ""}, /* datum/ongeldig */
               {".feit bron=psych gesteld-door=psyhc gesteld-op=2025-06-12", ""}, /* bron/onbekend */
               {".mening bron=g-moeder", "niet-geverifieerd"},
               {".mening bron=g-moeder status=bevestigd", "niet-geverifieerd"},
               {".mening bron=g-moeder status=niet-bevestigd", ""},
               {".mening bron=g-moeder gesteld-door=psych gesteld-op=2025-06-12", ""}, /* there is a report */
               {".mening bron=g-moeder,psych gesteld-door=psych gesteld-op=2025-06-12", ""},
               {".horen-zeggen bron=verzuim van=moeder", "niet-geverifieerd"}, /* school has it from mother */
               {".feit bron=verzuim", "herkomst"},
               {".feit bron=raad-2023", "keten"},
               {".feit bron=raad-2023 gesteld-door=raad-2023 gesteld-op=2025-06-12", "keten"},
               {".feit bron=psych overgenomen-uit=raad-2023 gesteld-door=psych", "keten"},
               {".feit bron=psych overgenomen-uit=raad-2023 gesteld-door=psych gesteld-op=2025-06-12", ""},
               {".feit bron=raad-2023 gesteld-door=psych gesteld-op=2025-06-12", ""}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char body[256];
    snprintf(body, sizeof body, "[Sam heeft ADHD.]{.diagnose datum=2025-06-12 %s}\n", cases[i].attributes);
    cr_expect(eq(str, raised_by(body), (char *)cases[i].raised), "%s", cases[i].attributes);
  }
}

Test(check_diagnosis, a_diagnosis_ages_to_the_day) {
  static const struct {
    const char *on;
    bool old;
  } cases[] = {{"2024-11-20", false}, {"2024-11-19", true}, {"2024-11", false},
               {"2024-10", true},     {"2024", false},      {"2023", true}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char body[256];
    snprintf(body, sizeof body, "[Sam heeft ADHD.]{.feit .diagnose bron=psych gesteld-door=psych gesteld-op=%s}\n",
             cases[i].on);
    cr_expect(eq(sz, bv_raised_in(body, "diagnose/verouderd"), cases[i].old), "%s", cases[i].on);
  }
  cr_expect(eq(str,
               raised_by("[Sam heeft ADHD.]{.feit .diagnose bron=psych gesteld-door=psych gesteld-op=2020-01-01 "
                         "noodzaak=\"Het blijft.\"}\n"),
               ""));
}

Test(check_diagnosis, it_is_named_in_the_message) {
  bv_document *document = bv_checked_body("[Bij Sam is een autismespectrumstoornis gezien.]{.feit .diagnose bron=psych "
                                          "gesteld-door=psych gesteld-op=2021-02-03}\n");
  cr_expect(eq(
      str, (char *)bv_raised_at(document, "diagnose/verouderd", 0)->message,
      "de diagnose \"autismespectrumstoornis\" is gesteld op 3 februari 2021, vijf jaar en negen maanden voor het rapport"));
  bv_document_free(document);
}

/* A draft in which somebody with that function made a diagnosis. */
static size_t raised_for(const char *function) {
  char draft[1024];
  snprintf(
      draft, sizeof draft,
      "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"
      "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad}\npersonen:\n"
      "  - {id: x, rol: professional, naam: dokter Kok%s%s}\n"
      "bronnen:\n  - {id: g, soort: gesprek, persoon: x, datum: 2026-10-01, aangekondigd: ja, geaccordeerd: ja}\n---\n\n"
      "[Sam heeft ADHD.]{.feit .diagnose bron=g gesteld-door=x gesteld-op=2026-09}\n",
      function[0] ? ", functie: " : "", function);
  bv_document *document = bv_checked(draft);
  size_t count = bv_raised(document, "diagnose/bevoegdheid");
  bv_document_free(document);
  return count;
}

Test(check_diagnosis, professions_are_known_however_they_are_written) {
  static const struct {
    const char *function;
    size_t count;
  } cases[] = {{"psychiater", 0},
               {"Kinder- en jeugdpsychiater", 0},
               {"GZ-psycholoog", 0},
               {"kinderarts", 0},
               {"huisarts", 0},
               {"klinisch psycholoog en psychotherapeut", 0},
               {"orthopedagoog-generalist in opleiding", 0},
               {"", 1},
               {"leerkracht", 1},
               {"dierenarts", 1},
               {"artsenbezoeker", 1},
               {"intern begeleider", 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(sz, raised_for(cases[i].function), cases[i].count), "%s", cases[i].function);
}

Test(check_diagnosis, in_plain_text_it_is_found_where_it_states_something) {
  static const struct {
    const char *body;
    size_t count;
  } cases[] = {
      {"[Sam heeft ADHD.]{.feit bron=psych}\n", 1},
      {"[Sam heeft ADHD; de ADHD is laat gezien.]{.feit bron=psych}\n", 1}, /* once for a claim */
      {"[Sam heeft ADHD en PTSS.]{.feit bron=psych}\n", 2},
      {"[Sam heeft ADHD.]{.feit bron=psych} [Zijn broer heeft ADHD.]{.feit bron=psych}\n", 2},
      {"[Er is geen ADHD vastgesteld.]{.feit bron=psych}\n", 0},
      {"[Sam heeft [ADHD]{.feit .diagnose bron=psych}.]{.mening bron=g-moeder}\n", 0},
      {"::: {.feit .diagnose bron=psych}\nSam heeft ADHD. [Moeder ook, die ADHD.]{.mening bron=g-moeder}\n:::\n", 0},
      {"Sam heeft ADHD.\n", 1},
      {"## Werkwijze {.toelichting}\n\nSam heeft ADHD.\n", 1},
      {"## ADHD\n\n[Sam is druk.]{.mening bron=g-moeder}\n", 0},
      {"[Sam is druk.]{#a .mening bron=g-moeder}\n\n::: {.reactie van=moeder op=#a besluit=verwerkt}\nSam heeft ADHD.\n:::\n",
       0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(sz, bv_raised_in(cases[i].body, "diagnose/ongelabeld"), cases[i].count), "%s", cases[i].body);
}

Test(check_diagnosis, an_untagged_one_is_underlined_to_the_letter) {
  bv_document *document =
      bv_checked_body("[Vader – één van de ouders – heeft *PTSS*, zegt oma.]{.horen-zeggen bron=g-moeder van=oma}\n");
  cr_expect(eq(str, (char *)bv_text_of(document, bv_raised_at(document, "diagnose/ongelabeld", 0)), "PTSS"));
  bv_document_free(document);
}
