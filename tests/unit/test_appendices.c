/* What the appendices and notes of the court's version say, in the published tree that the program writes. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "../support/run.h"
#include "base/buf.h"

static const char front[] =
    "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\nmaatregel: [ondertoezichtstelling]\n"
    "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"
    "personen:\n  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\n"
    "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Jansen, geslacht: v}\n%s"
    "bronnen:\n  - {id: verzuim, soort: document, titel: Verzuim, auteur: M. Vos, datum: 2026-10-01, in-bezit: ja}\n"
    "  - {id: oud, soort: document, titel: Oude brief, auteur: M. Vos, datum: 2021-03-01, in-bezit: ja}\n"
    "  - {id: psych, soort: document, titel: Verslag, auteur: A. Smit, functie: gz-psycholoog, datum: 2026-06-12, in-bezit: ja, bijlage: ja}\n"
    "  - {id: raad, soort: eerder-rapport, titel: Raadsrapport, datum: 2023-03-02, in-bezit: ja}\n---\n\n"
    "## School {#school .onderzoek}\n\n";

static bv_arena *arena;
static void begin(void) { arena = bv_arena_new(); }
static void end(void) { bv_arena_free(arena); }
TestSuite(appendices, .init = begin, .fini = end);

/* The tree of the court's version of a draft with these further persons and this text. */
static const char *tree_of(const char *persons, const char *text) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  const char *draft = bv_sprintf(arena, bv_sprintf(arena, "%s%%s", front), persons, text);
#pragma GCC diagnostic pop
  bv_ran ran = bv_run_program((const char *const[]){"bronvast", "render", "--for=rechtbank", "--as-is", "--to=xml", "-", NULL}, draft);
  cr_assert(eq(int, ran.status, 0), "%s", ran.err);
  const char *tree = bv_strdup(arena, ran.out);
  bv_ran_free(&ran);
  return tree;
}

/* What stands from one text to the next that ends it. */
static const char *between(const char *tree, const char *from, const char *to) {
  const char *start = strstr(tree, from), *stop = start ? strstr(start, to) : NULL;
  cr_assert(stop != NULL, "no %s", from);
  return bv_strndup(arena, start, (size_t)(stop - start));
}

Test(appendices, a_source_says_what_rests_on_it_and_what_only_came_through_it) {
  const char *tree = tree_of("", "[Sam was er niet.]{.feit bron=verzuim over=sam}\n\n"
                                 "[Sam was toen ziek.]{.feit bron=verzuim overgenomen-uit=raad over=sam}\n\n"
                                 "[Sam heeft ADHD.]{.feit bron=verzuim .diagnose gesteld-door=psych gesteld-op=2026-06-12 status=bevestigd over=sam}\n");
  cr_expect(strstr(between(tree, "id=\"bron-1\"", "</row>"), "#punt-1.1\">1.1</link>–") != NULL);
  cr_expect(strstr(between(tree, "id=\"bron-4\"", "</row>"), "overgenomen: <link href=\"#punt-1.2\">") != NULL, "%s", tree);
  const char *report = between(tree, "id=\"bron-3\"", "</row>");
  cr_expect(strstr(report, "diagnose: <link href=\"#punt-1.3\">") && strstr(report, "(bijlage bij dit stuk)"), "%s", report);
}

Test(appendices, old_information_shows_its_date_even_when_its_source_was_just_named) {
  const char *tree = tree_of("", "[Sam was er niet.]{.feit bron=oud}\n\n[Sam was moe.]{.feit bron=oud noodzaak=\"Het duurt nog.\"}\n");
  const char *notes = between(tree, "<notes of=\"1.2\">", "</notes>");
  cr_expect(strstr(notes, "1 maart 2021") && strstr(notes, "Het duurt nog."), "%s", notes);
}

Test(appendices, a_diagnosis_by_a_person_whose_report_is_held_is_not_said_to_lack_it) {
  static const char persons[] = "  - {id: smit, rol: professional, naam: A. Smit, functie: gz-psycholoog}\n";
  const char *held = tree_of(persons, "[Sam heeft ADHD.]{.feit bron=psych .diagnose gesteld-door=smit gesteld-op=2026-06-12 status=bevestigd}\n");
  const char *told = tree_of(persons, "[Sam heeft ADHD.]{.feit bron=raad .diagnose gesteld-door=smit gesteld-op=2026-06-12 status=bevestigd}\n");
  cr_expect(strstr(held, "kind=\"not-held\"") == NULL);
  cr_expect(strstr(told, "kind=\"not-held\"") != NULL);
}

Test(appendices, a_claim_leads_to_its_reaction_and_that_to_the_claim) {
  const char *tree = tree_of("", "[Sam was er niet.]{#a .feit bron=verzuim}\n\n::: {.reactie van=moeder datum=2026-11-10 op=#a "
                                 "besluit=verwerkt}\n\nSam was ziek.\n\n:::\n");
  cr_expect(strstr(between(tree, "<notes of=\"1.1\">", "</notes>"), "<link href=\"#reactie-1\">Reactie van moeder</link>") != NULL);
  cr_expect(strstr(between(tree, "<reaction ", "</title>"), "op <link href=\"#punt-1.1\">1.1</link>, 10 november 2026") != NULL);
}

Test(appendices, what_is_open_stands_in_the_account_by_rule_and_claim) {
  const char *table = between(tree_of("", "[Sam was er niet.]{.feit bron=oud}\n\n[Sam was moe.]{.feit bron=oud}\n"),
                              "<table class=\"open\">", "</table>");
  const char *row = between(table, "datum/verouderd", "</row>");
  cr_expect(strstr(row, "<cell>2</cell>") && strstr(row, "#punt-1.1") && strstr(row, "#punt-1.2"), "%s", row);
}

Test(appendices, more_persons_than_a_table_holds_are_told) {
  bv_buf persons = bv_buf_new(arena), text = bv_buf_new(arena);
  for (int i = 0; i < 40; i++) {
    bv_buf_printf(&persons, "  - {id: p%d, rol: netwerk, naam: Persoon %d}\n", i, i);
    bv_buf_printf(&text, "[Dit gaat over iemand.]{.feit bron=verzuim over=p%d}\n\n", i);
  }
  const char *tree = tree_of(bv_buf_string(&persons), bv_buf_string(&text));
  size_t tables = 0;
  for (const char *at = tree; (at = strstr(at, "<table class=\"matrix\">")) != NULL; at++)
    tables++;
  cr_expect(eq(sz, tables, 4));
  cr_expect(strstr(tree, "nog 16 personen") != NULL);
  cr_expect(strstr(tree_of("", "[Sam was er niet.]{.feit bron=verzuim}\n"), "<table class=\"matrix\">") == NULL);
}
