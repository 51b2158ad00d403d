/* What readers are called and told: grammar for every combination, the word list, grounds, templates of an organisation. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "publish/publish.h"
#include "read/read.h"
#include "write/html.h"

static const char people[] = "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Jansen, geslacht: v}\n"
                             "  - {id: vader, rol: ouder, gezag: nee, naam: de heer Bakker, geslacht: m}\n"
                             "  - {id: oma, rol: netwerk, naam: mevrouw Smit, relatie: \"oma (moederszijde)\"}\n"
                             "  - {id: tante, rol: verzorger, naam: mevrouw Blom, relatie: tante}\n";

static const char body[] =
    "## Thuis {#thuis .onderzoek over=sam}\n\n"
    "[Sam was ziek.]{#a .feit bron=g-moeder}\n"
    "[Moeder is moe.]{#b .mening bron=g-moeder}\n"
    "[Oma zag Sam op straat.]{#c .horen-zeggen bron=g-moeder van=oma}\n"
    "[Vader kreeg een OTS en een voorlopige ondertoezichtstelling.]{#d .feit bron=stuk}\n"
    "[De auto van Rietveld.]{#e .feit bron=geheim vertrouwelijk=vader reden=\"privacy: Rietveld wil dat niet.\"}\n";

/* A draft with these children and this text. */
static bv_document *draft(const char *children, const char *text) {
  bv_arena *arena = bv_arena_new();
  const char *markdown = bv_sprintf(
      arena,
      "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\nstatus: concept\nspoed: nee\n"
      "maatregel: [ondertoezichtstelling]\nreactietermijn: 2026-12-04\n"
      "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"
      "personen:\n%s%sbronnen:\n"
      "  - {id: g-moeder, soort: gesprek, persoon: moeder, datum: 2026-10-14, geaccordeerd: ja}\n"
      "  - {id: stuk, soort: document, titel: Besluit, auteur: A. Vos, datum: 2026-10-01, in-bezit: ja}\n"
      "  - {id: geheim, soort: document, titel: Brief van Rietveld, auteur: B. Rietveld, datum: 2026-10-02, in-bezit: ja}\n"
      "---\n\n%s",
      children, people, text);
  bv_read_result read = bv_read_bytes("t.md", markdown, strlen(markdown), NULL);
  cr_assert(read.document != NULL);
  bv_arena_free(arena);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  return read.document;
}

/* The version of a reader as XML, in the document's arena. `texts`: those of an organisation, or NULL. */
static const char *version_with(const bv_document *document, const char *reader, const char *texts) {
  bv_publish_options options = {.reader = reader, .texts = texts};
  xmlDoc *tree = bv_publish(document, document->findings, &options);
  size_t length;
  const char *xml = bv_write_tree(document->arena, tree, &length);
  xmlFreeDoc(tree);
  return xml;
}

static const char *version(const bv_document *document, const char *reader) { return version_with(document, reader, NULL); }

static bool says(const char *xml, const char *words) { return strstr(xml, words) != NULL; }

static bool lacks(const char *xml, const char *words) { return !says(xml, words); }

Test(publish_words, the_children_are_named_by_number_and_gender) {
  static const struct { const char *children, *mother; } cases[] = {
      {"  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02, geslacht: m}\n", "<title>Het rapport over uw zoon Sam</title>"},
      {"  - {id: sam, rol: jeugdige, naam: Noor, geboren: 2013-05-02, geslacht: v}\n", "<title>Het rapport over uw dochter Noor</title>"},
      {"  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02, geslacht: x}\n", "<title>Het rapport over uw kind Sam</title>"},
      {"  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\n", "<title>Het rapport over uw kind Sam</title>"},
      {"  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02, geslacht: m}\n"
       "  - {id: tim, rol: jeugdige, naam: Tim, geboren: 2015-05-02, geslacht: m}\n",
       "<title>Het rapport over uw zonen Sam en Tim</title>"},
      {"  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02, geslacht: m}\n"
       "  - {id: evi, rol: jeugdige, naam: Evi, geboren: 2015-05-02, geslacht: v}\n"
       "  - {id: tim, rol: jeugdige, naam: Tim, geboren: 2016-05-02, geslacht: m}\n",
       "<title>Het rapport over uw kinderen Sam, Evi en Tim</title>"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_document *document = draft(cases[i].children, body);
    const char *xml = version(document, "moeder");
    cr_assert(says(xml, cases[i].mother), "case %zu: %.900s", i, xml);
    cr_assert(says(xml, i < 4 ? " gaat daardoor niet" : " gaan daardoor niet"), "case %zu", i);
    bv_document_free(document);
  }
}

Test(publish_words, each_reader_is_addressed_by_role) {
  bv_document *document = draft("  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02, geslacht: m}\n"
                                "  - {id: evi, rol: jeugdige, naam: Evi, geboren: 2010-11-20, geslacht: v}\n",
                                body);
  const char *mother = version(document, "moeder"), *father = version(document, "vader");
  const char *sam = version(document, "sam"), *evi = version(document, "evi"), *aunt = version(document, "tante");
  cr_assert(says(mother, "audience=\"ouder-gezag\"") && says(father, "audience=\"ouder\""));
  cr_assert(says(sam, "audience=\"kind-12\"") && says(evi, "audience=\"kind-16\""), "sixteen on the day itself");
  cr_assert(says(mother, "Dit vindt u.") && says(mother, "het gesprek met u op 14 oktober 2026"));
  cr_assert(says(mother, "Dit hebt u gehoord van mevrouw Smit, oma (moederszijde)."));
  cr_assert(says(father, "Dit vindt mevrouw Jansen (moeder)."));
  cr_assert(says(father, "Dit heeft mevrouw Jansen (moeder) gehoord van mevrouw Smit, oma (moederszijde)."));
  cr_assert(says(sam, "Het rapport over jou en je zus Evi") && says(evi, "Het rapport over jou en je broer Sam"));
  cr_assert(says(sam, "Dit vindt je moeder.") && lacks(sam, "Uw rechten"));
  cr_assert(says(aunt, "Het rapport over Sam en Evi"), "a carer's children they are not");
  cr_assert(says(father, "Dan beslist de rechter of u mee mag praten.") && lacks(mother, "Dan beslist de rechter of u mee mag praten."));
  bv_document_free(document);
}

Test(publish_words, some_have_no_version_and_are_told_why) {
  bv_document *document = draft("  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2014-11-21}\n"
                                "  - {id: tim, rol: jeugdige, naam: Tim, geboren: 2014-11-20}\n"
                                "  - {id: bo, rol: jeugdige, naam: Bo}\n",
                                body);
  bv_arena *arena = document->arena;
  cr_assert(bv_publish_reader_error(arena, document, NULL) == NULL);
  cr_assert(bv_publish_reader_error(arena, document, "tim") == NULL);
  cr_assert(says(bv_publish_reader_error(arena, document, "sam"), "11 jaar"));
  cr_assert(says(bv_publish_reader_error(arena, document, "bo"), "leeftijd van Bo"));
  cr_assert(says(bv_publish_reader_error(arena, document, "oma"), "geen ouder"));
  cr_assert(says(bv_publish_reader_error(arena, document, "niemand"), "niemand"));
  bv_document_free(document);
}

Test(publish_words, what_is_withheld_leaves_a_number_and_a_ground) {
  bv_document *document = draft("  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\n", body);
  const char *father = version(document, "vader"), *mother = version(document, "moeder"), *nobody = version(document, NULL);
  cr_assert(lacks(father, "Rietveld") && lacks(nobody, "Rietveld"), "neither its text, its source, nor its reason");
  cr_assert(says(father, "<withheld-claim number=\"1.5\">Dit gaat over het privéleven van iemand anders.</withheld-claim>"));
  cr_assert(says(father, "Er is nog 1 bron die u niet te zien krijgt."));
  cr_assert(says(mother, "De auto van Rietveld.") && says(mother, "Brief van Rietveld") && lacks(mother, "<withheld>"));
  bv_document_free(document);
}

Test(publish_words, a_misspelt_name_withholds_from_everybody) {
  bv_document *document = draft("  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\n",
                                "## Thuis {#thuis .onderzoek}\n\n[Het geheim.]{.feit bron=stuk vertrouwelijk=vadr reden=\"Zo is het.\"}\n");
  cr_assert(lacks(version(document, "vader"), "geheim") && lacks(version(document, "moeder"), "geheim"));
  bv_document_free(document);
}

Test(publish_words, words_inside_a_sentence_leave_a_gap) {
  bv_document *document = draft(
      "  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\n",
      "## Thuis {#thuis .onderzoek}\n\n[Moeder zegt dat [Sam stal]{.feit bron=stuk vertrouwelijk=vader reden=\"Zo is het.\"} en "
      "spijt heeft. [Hij bood excuses aan.]{.feit bron=stuk}]{.mening bron=g-moeder}\n");
  cr_assert(says(version(document, "vader"), "<p>Moeder zegt dat <gap>[…]</gap> en spijt heeft. </p>"));
  cr_assert(says(version(document, "moeder"), "<p>Moeder zegt dat Sam stal en spijt heeft. </p>"), "a whole sentence has its own point");
  bv_document_free(document);
}

Test(publish_words, the_word_list_has_the_words_that_occur_and_no_others) {
  bv_document *document = draft("  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\n", body);
  const char *xml = version(document, "moeder");
  cr_assert(says(xml, "<name>voorlopige ondertoezichtstelling (VOTS)</name>"));
  cr_assert(says(xml, "<name>ondertoezichtstelling (OTS)</name>"), "by its abbreviation");
  cr_assert(lacks(xml, "<name>pleegzorg"));
  cr_assert(says(version(document, "sam"), "Deze persoon komt alleen op voor jou"), "for children in their own words");
  bv_document_free(document);
}

Test(publish_words, an_organisation_has_its_own_words) {
  bv_document *document = draft("  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02, geslacht: m}\n", body);
  const char *xml = version_with(document, "moeder",
                                 "<texts><text id='chapter.rights'>Waar u recht op hebt, mevrouw {niets}</text>"
                                 "<topic of='rights'><title>Bel ons</title><p>Wij zijn er voor {kinderen}.</p></topic></texts>");
  cr_assert(says(xml, "<title>Waar u recht op hebt, mevrouw </title>") && says(xml, "<p>Wij zijn er voor uw zoon Sam.</p>"));
  cr_assert(lacks(xml, "<title>Een advocaat</title>"), "its rights replace ours");
  cr_assert(says(xml, "<title>In het kort</title>"), "what it leaves out is ours");
  bv_document_free(document);
}

/* The HTML with a folder in which one template has this text; NULL when it failed. */
static const char *html_with(const bv_document *document, const char *name, const char *text, const char **error) {
  char folder[] = "/tmp/bronvast-test-XXXXXX";
  cr_assert(mkdtemp(folder) != NULL);
  const char *path = bv_sprintf(document->arena, "%s/%s", folder, name);
  FILE *file = fopen(path, "w");
  fputs(text, file);
  fclose(file);
  bv_publish_options publish = {0};
  xmlDoc *tree = bv_publish(document, document->findings, &publish);
  bv_html_options options = {.templates = bv_strdup(document->arena, folder)};
  size_t length;
  const char *html = bv_write_html(document->arena, tree, &options, &length, error);
  xmlFreeDoc(tree);
  unlink(path);
  rmdir(folder);
  return html;
}

#define XSL(content) "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>" content "</xsl:stylesheet>"

Test(publish_words, an_organisation_has_its_own_templates) {
  bv_document *document = draft("  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\n", body);
  const char *error = NULL;
  const char *html = html_with(document, "ouders.xsl", XSL("<xsl:import href='gemeen.xsl'/><xsl:template name='document'>Eigen huis"
                                                           "</xsl:template>"), &error);
  cr_assert(html && says(html, "Eigen huis") && says(html, "<!DOCTYPE html>"), "%s", error ? error : "");
  html = html_with(document, "huisstijl.css", "h1 { color: #a90061 }", &error);
  cr_assert(html && says(html, "h1 { color: #a90061 }"));
  bv_document_free(document);
}

Test(publish_words, a_wrong_template_gives_its_line_and_reaches_nothing) {
  bv_document *document = draft("  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\n", body);
  const char *error = NULL;
  cr_assert(html_with(document, "ouders.xsl", "<xsl:stylesheet\n\n<", &error) == NULL);
  cr_assert(says(error, "ouders.xsl") && says(error, "regel 3"), "%s", error);
  error = NULL;
  cr_assert(html_with(document, "ouders.xsl", XSL("<xsl:import href='../geheim.xsl'/>"), &error) == NULL);
  cr_assert(says(error, "geheim.xsl"), "%s", error);
  static const char *const reaching[] = {
      XSL("<xsl:template match='/'><p><xsl:copy-of select=\"document('/etc/passwd')\"/><xsl:copy-of select=\"document('gemeen.xsl')\"/>"
          "</p></xsl:template>"),
      XSL("<xsl:template match='/'><p><xsl:value-of select=\"unparsed-text('/etc/passwd')\"/></p></xsl:template>")};
  for (size_t i = 0; i < sizeof reaching / sizeof *reaching; i++) {
    const char *html = html_with(document, "ouders.xsl", reaching[i], &error);
    cr_assert(html == NULL || (lacks(html, "root:") && lacks(html, "stylesheet")), "%s", html);
  }
  bv_document_free(document);
}
