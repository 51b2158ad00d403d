/* Which words a version for parents prints of a claim, how that is recorded, and how readable the whole becomes. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/drafts.h"
#include "../support/published.h"
#include "../support/run.h"
#include "publish/publish.h"
#include "read/read.h"
#include "write/html.h"
#include "write/language.h"

/* The version of a reader of a body behind the usual front matter, as XML in the document's arena. */
static const char *version(const bv_document *document, const char *reader) {
  bv_publish_options options = {.reader = reader};
  xmlDoc *tree = bv_publish(document, document->findings, &options);
  size_t length;
  const char *xml = bv_write_tree(document->arena, tree, &length);
  xmlFreeDoc(tree);
  return xml;
}

static void expect_version(const char *body, const char *reader, const char *const *has, const char *const *lacks) {
  bv_document *document = bv_checked_body(body);
  const char *xml = version(document, reader), *points = strstr(xml, "id=\"punten\"");
  cr_assert(points != NULL);
  for (; has && *has; has++)
    cr_expect(strstr(points, *has) != NULL, "%s is not in %s", *has, points);
  for (; lacks && *lacks; lacks++)
    cr_expect(strstr(xml, *lacks) == NULL, "%s is in %s", *lacks, xml);
  bv_document_free(document);
}

#define LIST(...) (const char *const[]){__VA_ARGS__, NULL}

Test(publish_plain, a_readable_claim_keeps_its_words) {
  expect_version("## Thuis {#t .onderzoek}\n\n[Als Sam ziek is, belt moeder oma.]{.feit bron=verzuim}\n", NULL,
                 LIST("words=\"own\"", "<p>Als Sam ziek is, belt moeder oma.</p>"), LIST("<changes>"));
}

/* The words of offices are no plain words, however short the sentence. */
Test(publish_plain, a_short_claim_loses_the_words_of_offices) {
  expect_version("## Thuis {#t .onderzoek}\n\n[Indien Sam ziek is, belt moeder oma.]{.feit bron=verzuim}\n", NULL,
                 LIST("words=\"simplified\"", "<p>Als Sam ziek is, belt moeder oma.</p>",
                      "<change kind=\"word\" before=\"Indien\" after=\"Als\"/>"),
                 NULL);
}

Test(publish_plain, a_hard_claim_is_made_plainer_and_keeps_its_markup) {
  expect_version("## Thuis {#t .onderzoek}\n\n"
                 "[Moeder bracht Sam *thans* in de eerste week elke ochtend **lopend** naar school, maar zij was `reeds` reeds "
                 "door haar werk vaak te laat in de klas.]{.feit bron=verzuim}\n",
                 NULL,
                 LIST("words=\"simplified\"", "<em>nu</em>", "<strong>lopend</strong> naar school. Maar zij was <code>reeds</code> al door",
                      "<change kind=\"word\" before=\"thans\" after=\"nu\"/>",
                      "<change kind=\"sentence\" before=\", maar\" after=\". Maar\"/>"),
                 NULL);
}

Test(publish_plain, abbreviations_and_dates_are_written_out_in_every_claim) {
  expect_version("## Thuis {#t .onderzoek}\n\n[Dhr. Bakker kwam op 29-01-2026.]{.feit bron=verzuim}\n", NULL,
                 LIST("<p>De heer Bakker kwam op 29 januari 2026.</p>", "words=\"simplified\"",
                      "<change kind=\"abbreviation\" before=\"Dhr.\" after=\"De heer\"/>",
                      "<change kind=\"date\" before=\"29-01-2026\" after=\"29 januari 2026\"/>"),
                 NULL);
}

/* Across markup, in code, in a quotation between marks or in a block: no word is another one. */
Test(publish_plain, quotations_code_and_words_across_markup_stay) {
  expect_version("## Thuis {#t .onderzoek}\n\n::: {.feit bron=verzuim}\n\n"
                 "Moeder zei tegen de school en tegen de buren in de straat: “Indien hij d.d. 1-2-2026 komt, ga ik.” Dat was met "
                 "*betrekking* tot de lange ruzie om de sleutel van het huis aan de overkant van de weg naar school.\n\n"
                 "> Hij zou reeds d.d. 3-4-2026 weg zijn.\n\n:::\n",
                 NULL, LIST("“Indien hij d.d. 1-2-2026 komt, ga ik.”", "met <em>betrekking</em> tot", "Hij zou reeds d.d. 3-4-2026 weg zijn."),
                 LIST("before="));
}

Test(publish_plain, what_stays_too_hard_gets_what_is_safe_and_is_explained) {
  const char *body = "## Thuis {#t .onderzoek}\n\n"
                     "[De systemische en intergenerationele problematiek prevaleert thans t.a.v. de ontwikkelingsbehoefte.]{.mening bron=verzuim}\n";
  expect_version(body, NULL, LIST("words=\"hard\"", " nu over de ", "before=\"thans\" after=\"nu\"", ">systemische</link>", "<name>systemisch</name>",
                                  "<explanation>Met het hele gezin.</explanation>"),
                 NULL);
  cr_expect(bv_raised_in(body, "ouders/ontbreekt") == 1);
}

/* What a reader may not see is in no change: neither its words nor those beside it. */
Test(publish_plain, no_change_holds_what_is_withheld) {
  const char *body = "## Thuis {#t .onderzoek}\n\n"
                     "[Moeder zag dhr. Bakker op 29-01-2026 en [belde d.d. 30-01-2026 met m.b.t. Rietveld]{.feit bron=verzuim vertrouwelijk=vader "
                     "reden=\"privacy: dat wil hij niet.\"} i.p.v. thuis.]{.feit bron=verzuim}\n";
  expect_version(body, "vader", LIST("Moeder zag de heer Bakker op 29 januari 2026 en <gap>[…]</gap> in plaats van thuis."),
                 LIST("Rietveld", "30 januari", "30-01"));
  expect_version(body, "moeder", LIST("belde van 30 januari 2026 met over Rietveld in plaats van thuis."), NULL);
}

Test(publish_plain, the_authors_text_goes_first_whatever_it_names) {
  expect_version("## Thuis {#t .onderzoek}\n\n[Sam is reeds ziek d.d. nu.]{#a .feit bron=verzuim ouders=\"Sam is al ziek.\"}\n\n"
                 "### Werk {#w .feit bron=verzuim}\n\n[Moeder is thans aan het werk.]{#naam}\n\n"
                 "::: {.voor-ouders bij=#naam}\n\nMoeder werkt nu.\n\n:::\n",
                 NULL, LIST("<p>Sam is al ziek.</p>", "<p>Moeder werkt nu.</p>", "words=\"author\""), LIST("thans", "reeds"));
}

Test(publish_plain, an_explanation_gives_way_to_its_plain_text) {
  const char *const has[] = {"<p>Wij praatten met moeder.</p>", "Sam was ziek.", "Iets anders.", NULL};
  expect_version("## Werkwijze {#w .verantwoording}\n\n### Hoe {#hoe .toelichting}\n\nDe Raad voerde diverse gesprekken.\n\n"
                 "::: {.voor-ouders bij=#hoe}\n\nWij praatten met moeder.\n\n:::\n\n[Sam was ziek.]{.feit bron=verzuim}\n\n"
                 "### Nog iets {.toelichting}\n\nIets anders.\n",
                 NULL, has, LIST("diverse gesprekken"));
}

/* ---- The accounts on the command line ---- */

static bv_ran render(const char *option, const char *draft) {
  return bv_run_program((const char *const[]){"bronvast", "render", "--for", "ouders", option, "-", NULL}, draft);
}

static const char draft[] = "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\nstatus: concept\nspoed: nee\n"
                            "maatregel: [geen]\nopsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de "
                            "Kinderbescherming}\npersonen:\n  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\nbronnen:\n"
                            "  - {id: stuk, soort: document, titel: Besluit, auteur: A. Vos, datum: 2026-10-01, in-bezit: ja}\n---\n\n"
                            "## Thuis {#t .onderzoek}\n\n[Sam is ziek.]{.feit bron=stuk ouders=\"Sam is ziek.\"}\n[Sam slaapt.]{.feit bron=stuk}\n"
                            "[Dhr. Bakker kwam.]{.feit bron=stuk}\n[De systemische problematiek prevaleert.]{.feit bron=stuk}\n";

Test(publish_plain, explain_says_which_words_each_point_has) {
  bv_ran ran = render("--explain", draft);
  cr_assert(ran.status == 0, "%s", ran.err);
  cr_expect(strstr(ran.err, "   1.1 de tekst voor ouders van de opsteller\n   1.2 de woorden van de bewering zelf\n") != NULL, "%s", ran.err);
  cr_expect(strstr(ran.err, "   1.3 de woorden van de bewering zelf, eenvoudiger gemaakt\n       “Dhr.” werd “De heer”\n") != NULL, "%s", ran.err);
  cr_expect(strstr(ran.err, "moeilijke woorden: systemische, problematiek, prevaleert\n") != NULL, "%s", ran.err);
  cr_expect(strstr(ran.err, "Samen 4: 1 van de opsteller, 1 met eigen woorden, 1 eenvoudiger gemaakt, 1 nog te moeilijk.") != NULL);
  cr_expect(strncmp(ran.out, "<!DOCTYPE html>", 15) == 0 && strstr(ran.out, "werd “De heer”") == NULL, "the version itself has no account");
  bv_ran_free(&ran);
}

Test(publish_plain, measure_is_an_indication_and_never_a_level) {
  bv_ran ran = render("--measure", draft);
  cr_assert(ran.status == 0, "%s", ran.err);
  cr_expect(strstr(ran.err, "Indicatie taalniveau (geen officiële maat)") != NULL && strstr(ran.err, "B1") == NULL && strstr(ran.err, "LiNT") == NULL);
  cr_expect(strstr(ran.err, "  Deel 1: Thuis\n") != NULL && strstr(ran.err, "  Geheel\n") != NULL, "%s", ran.err);
  bv_ran_free(&ran);
  ran = bv_run_program((const char *const[]){"bronvast", "render", "--for", "rechtbank", "--measure", "-", NULL}, draft);
  cr_expect(ran.status == 2 && strstr(ran.err, "--measure hoort bij --for ouders") != NULL, "%s", ran.err);
  bv_ran_free(&ran);
}

/* ---- The whole document meets the indication, for every sample and every reader ---- */

static void expect_readable(const char *sample, const bv_document *document, const char *reader, bool short_version) {
  bv_publish_options options = {.reader = reader, .short_version = short_version};
  xmlDoc *tree = bv_publish(document, document->findings, &options);
  xmlNode *body = bv_element_find(xmlDocGetRootElement(tree), "body", NULL, NULL);
  bv_measure measure = bv_measure_published(body);
  bv_buf account = bv_buf_new(document->arena);
  bv_write_measures(&account, tree, &bv_usual_limits, 10);
  cr_expect(measure.words > (short_version ? 300 : 3000), "%s, %s: only %zu words", sample, reader, measure.words);
  cr_expect(bv_average_words(&measure) <= bv_usual_limits.average_words &&
                measure.longest_sentence <= (size_t)bv_usual_limits.longer_sentence &&
                bv_flesch_douma(&measure) >= bv_usual_limits.flesch_douma && bv_passive_share(&measure) <= 10,
            "%s, %s%s:\n%s", sample, reader, short_version ? ", short" : "", bv_buf_string(&account));
  xmlFreeDoc(tree);
}

static const char *const samples[] = {"raadsrapport", "plan-van-aanpak", "verzoekschrift-spoed"};

Test(publish_plain, every_version_of_every_sample_meets_the_indication) {
  size_t versions = 0;
  for (size_t s = 0; s < sizeof samples / sizeof *samples; s++) {
    char path[512], *reason = NULL;
    snprintf(path, sizeof path, SOURCE_DIR "/samples/%s.md", samples[s]);
    bv_read_result read = bv_read_file(path, NULL);
    reason = read.error;
    cr_assert(read.document != NULL, "%s: %s", path, reason);
    bv_check_document(read.document, bv_config_default(), (bv_date){0});
    const bv_front *front = &read.document->front;
    for (size_t i = 0; i <= front->persons.count; i++) {
      const char *reader = i < front->persons.count ? front->persons.items[i].id : NULL;
      if (bv_publish_reader_error(read.document->arena, read.document, reader))
        continue;
      expect_readable(samples[s], read.document, reader, false);
      expect_readable(samples[s], read.document, reader, true);
      versions++;
    }
    bv_document_free(read.document);
  }
  cr_expect(versions >= 12, "only %zu versions", versions);
}
