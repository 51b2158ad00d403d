/* Rules on sources: completeness by kind, what is used, and whether all sides are heard. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "../support/drafts.h"
#include "base/buf.h"
#include "check/check.h"
#include "read/read.h"

static const char persons[] = "  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02, geen-reactie: Later.}\n"
                              "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Jansen, geen-reactie: Later.}\n"
                              "  - {id: vader, rol: ouder, gezag: ja, naam: de heer Bakker, geen-reactie: Later.}\n"
                              "  - {id: oma, rol: netwerk, naam: mevrouw Smit}\n"
                              "  - {id: arts, rol: professional, naam: dokter Kok, functie: huisarts}\n";

/* A draft with these persons, these sources (lines without the dash) and this body. */
static bv_document *draft_with(const char *people, const char *const *sources, const char *body) {
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_buf_printf(&draft,
                "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"
                "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad}\npersonen:\n%sbronnen:\n",
                people);
  for (size_t i = 0; sources[i]; i++)
    bv_buf_printf(&draft, "  - {%s}\n", sources[i]);
  bv_buf_printf(&draft, "---\n\n%s", body);
  bv_document *document = bv_checked(bv_buf_string(&draft));
  bv_arena_free(arena);
  return document;
}

static void expect_source(const char *source, const char *body, const char *rule, size_t count) {
  const char *const sources[] = {source, NULL};
  bv_document *document = draft_with(persons, sources, body);
  cr_expect(eq(sz, bv_raised(document, rule), count), "{%s}:\n%s", source, bv_all_found(document));
  bv_document_free(document);
}

Test(check_source, each_kind_says_who_and_when) {
  static const struct {
    const char *source;
    size_t count;
    const char *message;
  } cases[] = {
      {"id: x, soort: gesprek, persoon: oma, datum: 2026-10-01", 0, ""},
      {"id: x, soort: gesprek, datum: 2026-10-01", 1, "van bron \"x\" ontbreekt met wie er is gesproken"},
      {"id: x, soort: gesprek", 1, "van bron \"x\" ontbreken met wie er is gesproken en de datum"},
      {"id: x, soort: gesprek, persoon: oma", 1, "van bron \"x\" ontbreekt de datum"},
      {"id: x, soort: document, titel: Brief, organisatie: De Meent, datum: 2026-10", 1,
       "van bron \"x\" ontbreekt wie het schreef"},
      {"id: x, soort: document, titel: Brief, auteur: K. Blom, datum: 2026", 0, ""},
      {"id: x, soort: observatie, datum: 2026-10-01", 1, "van bron \"x\" ontbreekt wie het zag"},
      {"id: x, soort: melding, organisatie: Veilig Thuis, datum: 2026-10-01", 0, ""},
      {"id: x, soort: melding, datum: 2026-10-01", 1, "van bron \"x\" ontbreekt wie het meldde"},
      {"id: x, soort: uitspraak, titel: Beschikking, datum: 2026-10-01", 1,
       "van bron \"x\" ontbreekt welke rechter of rechtbank het is"},
      {"id: x, soort: eerder-rapport, titel: Raadsrapport, datum: 2026-10-01", 0, ""},
      {"id: x, soort: eerder-rapport, datum: 2026-10-01", 1, "van bron \"x\" ontbreekt van welke organisatie het komt"},
      {"id: x, soort: registratie, titel: Basisregistratie Personen", 1, "van bron \"x\" ontbreekt de datum"},
      /* said by others: a person that is not declared, a date that cannot be */
      {"id: x, soort: gesprek, persoon: oom, datum: 2026-10-01", 0, ""},
      {"id: x, soort: gesprek, persoon: oma, datum: 2026-10-32", 0, ""}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *const sources[] = {cases[i].source, NULL};
    bv_document *document = draft_with(persons, sources, "[Het regent.]{.feit bron=x}\n");
    cr_assert(eq(sz, bv_raised(document, "bron/onvolledig"), cases[i].count), "{%s}:\n%s", cases[i].source,
              bv_all_found(document));
    if (cases[i].count)
      cr_expect(eq(str, (char *)bv_raised_at(document, "bron/onvolledig", 0)->message, (char *)cases[i].message));
    bv_document_free(document);
  }
}

Test(check_source, informants_are_announced_unless_they_are_the_family_itself) {
  static const struct {
    const char *source;
    size_t count;
  } cases[] = {{"id: x, soort: gesprek, persoon: oma, datum: 2026-10-01, geaccordeerd: ja", 1},
               {"id: x, soort: gesprek, persoon: oma, datum: 2026-10-01, geaccordeerd: ja, aangekondigd: nee", 1},
               {"id: x, soort: gesprek, persoon: oma, datum: 2026-10-01, geaccordeerd: ja, aangekondigd: ja", 0},
               {"id: x, soort: gesprek, persoon: moeder, datum: 2026-10-01, geaccordeerd: ja", 0},
               {"id: x, soort: gesprek, persoon: sam, datum: 2026-10-01, geaccordeerd: ja", 0},
               {"id: x, soort: document, auteur: K. Blom, datum: 2026-10-01", 1},
               {"id: x, soort: document, persoon: moeder, titel: Brief van moeder, datum: 2026-10-01", 0},
               {"id: x, soort: melding, organisatie: politie, datum: 2026-10-01", 0},
               {"id: x, soort: eerder-rapport, titel: Raadsrapport, datum: 2026-10-01", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_source(cases[i].source, "[Het regent.]{.feit bron=x}\n", "bron/niet-aangekondigd", cases[i].count);
}

Test(check_source, a_conversation_is_approved_or_it_says_why_not) {
  static const struct {
    const char *rest;
    size_t count;
  } cases[] = {{"geaccordeerd: ja", 0},
               {"geaccordeerd: nee", 1},
               {"geaccordeerd: nee, reden: \"Zij lag ziek.\"", 0},
               {"geaccordeerd: nee, reden: \" \"", 1},
               {"tolk: ja", 1},
               {"reden: \"Zij lag ziek.\"", 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char source[256];
    snprintf(source, sizeof source, "id: x, soort: gesprek, persoon: moeder, datum: 2026-10-01, %s", cases[i].rest);
    expect_source(source, "[Het regent.]{.feit bron=x}\n", "bron/niet-geaccordeerd", cases[i].count);
  }
}

Test(check_source, experts_of_elsewhere_that_are_cited_are_annexed) {
  static const struct {
    const char *rest;
    size_t count;
  } cases[] = {{"functie: gz-psycholoog", 1},
               {"functie: Orthopedagoog-generalist, bijlage: nee", 1},
               {"functie: gz-psycholoog, bijlage: ja", 0},
               {"functie: gz-psycholoog, organisatie: Raad", 0}, /* of the author's own organisation */
               {"functie: gz-psycholoog, in-bezit: nee", 0},     /* cannot be annexed: another rule */
               {"functie: intern begeleider", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char source[256];
    snprintf(source, sizeof source, "id: x, soort: document, auteur: A. Smit, datum: 2026-10-01, aangekondigd: ja, %s",
             cases[i].rest);
    expect_source(source, "[Het regent.]{.feit bron=x}\n", "bron/bijlage", cases[i].count);
    expect_source(source, "[Het regent.]{.feit bron=opsteller}\n", "bron/bijlage", 0);
  }
}

Test(check_source, a_source_counts_as_used_wherever_it_is_cited) {
  static const struct {
    const char *body;
    size_t unused;
  } cases[] = {{"[Het regent.]{.feit bron=x,y}\n", 0},
               {"[Het regent.]{.feit bron=x}\n", 1},
               {"[Het regent.]{.feit bron=x overgenomen-uit=y}\n", 0},
               {"[Sam heeft ADHD.]{.feit .diagnose bron=x gesteld-door=y gesteld-op=2026}\n", 0},
               {"## Weer {.feit bron=x,y}\n\nHet regent.\n", 0},
               {"[Het regent.]{.feit bron=x} [Het waait.]{.feit bron=z}\n", 1},
               {"Niets.\n", 2}};
  static const char *const sources[] = {"id: x, soort: melding, organisatie: politie, datum: 2026-10-01",
                                        "id: y, soort: eerder-rapport, titel: Raadsrapport, datum: 2026-10-01", NULL};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_document *document = draft_with(persons, sources, cases[i].body);
    cr_expect(eq(sz, bv_raised(document, "bron/ongebruikt"), cases[i].unused), "%s\n%s", cases[i].body,
              bv_all_found(document));
    bv_document_free(document);
  }
}

Test(check_source, a_misspelt_source_is_not_also_unused) {
  static const char *const sources[] = {"id: melding-politie, soort: melding, organisatie: politie, datum: 2026-10-01",
                                        NULL};
  bv_document *document = draft_with(persons, sources, "[Het regent.]{.feit bron=melding-polite}\n");
  cr_expect(eq(sz, bv_raised(document, "bron/onbekend"), 1));
  cr_expect(eq(sz, bv_raised(document, "bron/ongebruikt"), 0));
  bv_document_free(document);
  document = draft_with(persons, sources, "[Het regent.]{.feit bron=opsteller,melding-polite}\n");
  cr_expect(eq(sz, bv_raised(document, "bron/ongebruikt"), 0), "one of several");
  bv_document_free(document);
}

Test(check_source, a_fact_rests_on_something_seen) {
  static const char *const sources[] = {
      "id: brief, soort: document, auteur: K. Blom, datum: 2026-10-01, in-bezit: nee, aangekondigd: ja",
      "id: gezien, soort: document, auteur: K. Blom, datum: 2026-10-01, in-bezit: ja, aangekondigd: ja", NULL};
  static const struct {
    const char *attributes;
    size_t count;
  } cases[] = {{".feit bron=brief", 1},
               {".feit bron=brief,gezien", 0},
               {".feit bron=gezien", 0},
               {".mening bron=brief", 0},
               {".feit .diagnose bron=brief gesteld-door=brief gesteld-op=2026", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char body[256];
    snprintf(body, sizeof body, "[De huur is niet betaald.]{%s}\n", cases[i].attributes);
    bv_document *document = draft_with(persons, sources, body);
    cr_expect(eq(sz, bv_raised(document, "bron/niet-in-bezit"), cases[i].count), "%s", cases[i].attributes);
    bv_document_free(document);
  }
}

Test(check_source, what_was_copied_names_its_origin) {
  static const struct {
    const char *claim;
    size_t count;
  } cases[] = {{"[Sam was ziek.]{.feit bron=verzuim overgenomen-uit=raad-2023 datum=2025-01}", 0},
               {"[Sam was ziek.]{.feit bron=raad-2023 overgenomen-uit=raad-2023 datum=2025-01}", 1},
               {"[Sam was ziek.]{.feit bron=raad-2023 datum=2025-01}", 1},
               {"[Sam was ziek.]{.feit overgenomen-uit=raad-2023 datum=2025-01}", 1},
               {"[Sam was ziek.]{.mening overgenomen-uit=raad-2023 datum=2025-01}", 1},
               {"[Sam was ziek.]{.feit bron=verzuim overgenomen-uit=raad-2032 datum=2025-01}", 0}, /* bron/onbekend */
               {"[Uit het raadsrapport van 2023 blijkt dat Sam ziek was.]{.feit bron=verzuim}", 1},
               {"[Volgens het eerdere rapport was Sam ziek.]{.feit bron=g-moeder}", 1},
               {"[Volgens het *vorige* rapport was Sam ziek.]{.feit bron=g-moeder}", 1},
               {"[Moeder zegt: “Volgens het raadsrapport ben ik lui.”]{.mening bron=g-moeder}", 0},
               {"[In dit raadsrapport staan drie soorten zinnen.]{.feit bron=opsteller}", 0},
               {"[Het rapport van school is van oktober 2026.]{.feit bron=opsteller}", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_document *document = bv_checked_body(cases[i].claim);
    cr_expect(eq(sz, bv_raised(document, "bron/overgenomen"), cases[i].count), "%s\n%s", cases[i].claim,
              bv_all_found(document));
    cr_expect(bv_raised(document, "bron/ontbreekt") + bv_raised(document, "label/mening-zonder-houder") == 0, "%s",
              cases[i].claim);
    bv_document_free(document);
  }
}

Test(check_source, an_earlier_report_is_the_origin_of_its_own_judgement) {
  static const char *const sources[] = {
      "id: raad, soort: eerder-rapport, titel: Raadsrapport, organisatie: Raad, datum: 2026-01-01, in-bezit: ja", NULL};
  bv_document *document =
      draft_with(persons, sources, "[De Raad vond in januari dat hulp genoeg was.]{.mening bron=raad}\n");
  cr_expect(eq(sz, bv_raised(document, "bron/overgenomen"), 0), "%s", bv_all_found(document));
  bv_document_free(document);
}

Test(check_source, repetition_of_one_voice_is_no_confirmation) {
  static const struct {
    const char *attributes;
    size_t count;
  } cases[] = {{".horen-zeggen bron=g-moeder,verzuim van=oma", 1},
               {".horen-zeggen bron=g-moeder,verzuim van=oma,vader", 0},
               {".horen-zeggen bron=g-moeder van=oma", 0},
               {".feit bron=psych,raad-2023 overgenomen-uit=raad-2023", 1},
               {".feit bron=psych,verzuim overgenomen-uit=raad-2023", 0},
               {".feit bron=psych,verzuim", 0},
               {".feit bron=psych,psych", 1}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char body[256];
    snprintf(body, sizeof body, "[Sam was op straat.]{%s datum=2025-05}\n", cases[i].attributes);
    cr_expect(eq(sz, bv_raised_in(body, "bron/zelfde-stem"), cases[i].count), "%s", cases[i].attributes);
  }
}

/* `count` claims of a source about somebody. */
static void add_claims(bv_buf *body, int count, const char *source, const char *about) {
  for (int i = 0; i < count; i++)
    bv_buf_printf(body, "[Punt %d.]{.feit bron=%s over=%s}\n\n", i, source, about);
}

static const char *const both_parents[] = {
    "id: g-moeder, soort: gesprek, persoon: moeder, datum: 2026-10-01, geaccordeerd: ja",
    "id: g-vader, soort: gesprek, persoon: vader, datum: 2026-10-01, geaccordeerd: ja",
    "id: g-oma, soort: gesprek, persoon: oma, datum: 2026-10-01, geaccordeerd: ja, aangekondigd: ja", NULL};

Test(check_source, parents_speak_about_each_other_in_balance) {
  static const struct {
    int of_mother, of_father;
    size_t count;
  } cases[] = {{4, 0, 0}, {5, 0, 1}, {5, 1, 0}, {6, 1, 1}, {8, 2, 0}, {9, 2, 1}, {0, 9, 1}, {20, 20, 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_buf body = bv_buf_new(arena);
    add_claims(&body, cases[i].of_mother, "g-moeder", "vader");
    add_claims(&body, cases[i].of_father, "g-vader", "moeder");
    add_claims(&body, 3, "g-vader", "vader"); /* both speak for themselves */
    add_claims(&body, 3, "g-moeder", "moeder");
    bv_document *document = draft_with(persons, both_parents, bv_buf_string(&body));
    cr_expect(eq(sz, bv_raised(document, "bron/eenzijdig"), cases[i].count), "%d against %d:\n%s", cases[i].of_mother,
              cases[i].of_father, bv_all_found(document));
    bv_document_free(document);
    bv_arena_free(arena);
  }
}

Test(check_source, somebody_spoken_about_is_a_source_too) {
  static const struct {
    int count;
    const char *source, *about;
    size_t raised;
  } cases[] = {{2, "g-moeder", "oma", 0},  {3, "g-moeder", "oma", 1},
               {3, "g-oma", "oma", 0},     {3, "opsteller", "oma", 0}, /* the author's own weighing */
               {3, "g-moeder", "arts", 0},                             /* a professional */
               {3, "g-moeder", "sam", 0} /* says why he does not speak */};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_buf body = bv_buf_new(arena);
    add_claims(&body, cases[i].count, cases[i].source, cases[i].about);
    bv_document *document = draft_with(persons, both_parents, bv_buf_string(&body));
    cr_expect(eq(sz, bv_raised(document, "bron/eenzijdig"), cases[i].raised), "%d of %s about %s:\n%s", cases[i].count,
              cases[i].source, cases[i].about, bv_all_found(document));
    bv_document_free(document);
    bv_arena_free(arena);
  }
}

Test(check_source, informants_are_not_all_professionals) {
  static const char *const sources[] = {
      "id: a, soort: document, auteur: A. Bos, functie: leerkracht, datum: 2026-10-01, aangekondigd: ja",
      "id: b, soort: document, auteur: B. Bos, functie: wijkagent, datum: 2026-10-01, aangekondigd: ja",
      "id: c, soort: gesprek, persoon: arts, datum: 2026-10-01, aangekondigd: ja, geaccordeerd: ja",
      "id: d, soort: gesprek, persoon: moeder, datum: 2026-10-01, geaccordeerd: ja",
      NULL,
      NULL};
  bv_document *document = draft_with(persons, sources, "Niets.\n");
  cr_assert(eq(sz, bv_raised(document, "bron/eenzijdig"), 1), "%s", bv_all_found(document));
  cr_expect(eq(str, (char *)bv_text_of(document, bv_raised_at(document, "bron/eenzijdig", 0)), "bronnen"));
  bv_document_free(document);
  const char *more[6];
  memcpy(more, sources, sizeof sources);
  more[4] = "id: e, soort: gesprek, persoon: oma, datum: 2026-10-01, aangekondigd: ja, geaccordeerd: ja";
  document = draft_with(persons, more, "Niets.\n");
  cr_expect(eq(sz, bv_raised(document, "bron/eenzijdig"), 0));
  bv_document_free(document);
}

Test(check_source, an_empty_list_and_strange_ids_break_nothing) {
  static const char *const sources[] = {"soort: document", "id: \"\", soort: gesprek", "id: x", NULL};
  bv_document *document =
      draft_with(persons, sources, "[Het regent.]{.mening bron=x,,x}\n[Het waait.]{.feit bron=\",\"}\n");
  cr_expect(document->findings->count > 0);
  bv_document_free(document);
}
