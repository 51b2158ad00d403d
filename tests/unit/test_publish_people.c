/* Grammar: what a version says to whom, for every combination of persons and genders that a front matter can give. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "../support/published.h"
#include "lang/table.h"
#include "lang/tokens.h"
#include "publish/publish.h"
#include "read/read.h"

static const char body[] = "## Thuis {#thuis .onderzoek}\n\n"
                           "[Het ging goed.]{#a .mening bron=g-kind,g-ouder}\n[Het was zo.]{#b .horen-zeggen bron=g-kind van=o1}\n"
                           "[Het kon.]{#c .horen-zeggen bron=g-ouder van=k1,tante}\n[Het was druk.]{.feit bron=opsteller}\n\n"
                           "## Besluit {.besluit}\n\n[Zo is het beter.]{.mening bron=opsteller}\n\n"
                           "::: {.reactie van=o1 datum=2026-11-10 op=#a besluit=verwerkt}\n\nZo ging het.\n\n:::\n";

static const char *gender(bv_arena *arena, const char *letter) {
  return *letter ? bv_sprintf(arena, ", geslacht: %s", letter) : "";
}

/* A draft of that kind. `children` and `parents`: a gender for each ("m", "v", "x", or "" where none is given), ending in
 * NULL; names are the same for all. */
static bv_document *draft(const char *kind, const char *measures, const char *const *children, const char *const *parents) {
  static const char *const names[] = {"Sam", "Evi", "Bo"}, *const adults[] = {"R. Jansen", "K. Bakker"};
  bv_arena *arena = bv_arena_new();
  const char *persons = "  - {id: tante, rol: verzorger, naam: mevrouw Blom, relatie: tante}\n";
  for (size_t i = 0; children[i]; i++)
    persons = bv_sprintf(arena, "%s  - {id: k%zu, rol: jeugdige, naam: %s, geboren: 201%zu-05-02%s}\n", persons, i + 1, names[i],
                         i + 1, gender(arena, children[i]));
  for (size_t i = 0; parents[i]; i++)
    persons = bv_sprintf(arena, "%s  - {id: o%zu, rol: ouder, gezag: %s, naam: %s%s}\n", persons, i + 1, i ? "nee" : "ja", adults[i],
                         gender(arena, parents[i]));
  const char *markdown = bv_sprintf(
      arena,
      "---\nbronvast: 1\nsoort: %s\nkenmerk: K-1\ndatum: 2026-11-20\nstatus: concept\nspoed: nee\nmaatregel: [%s]\n"
      "reactietermijn: 2026-12-04\nzitting: 2026-12-10\n"
      "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"
      "personen:\n%sbronnen:\n  - {id: g-ouder, soort: gesprek, persoon: o1, datum: 2026-10-14, geaccordeerd: ja}\n"
      "  - {id: g-kind, soort: gesprek, persoon: k1, datum: 2026-10-15, geaccordeerd: ja}\n---\n\n%s",
      kind, measures, persons, body);
  bv_read_result read = bv_read_bytes("t.md", markdown, strlen(markdown), NULL);
  cr_assert(read.document != NULL);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  bv_arena_free(arena);
  return read.document;
}

/* All that the version says, a block on a line; in the arena of the document. */
static const char *said(const bv_document *document, const char *reader, bool short_version) {
  bv_publish_options options = {.reader = reader, .short_version = short_version};
  xmlDoc *tree = bv_publish(document, document->findings, &options);
  bv_buf out = bv_buf_new(document->arena);
  xmlNode *root = xmlDocGetRootElement(tree);
  for (xmlNode *node = root; node; node = bv_element_following(node, root))
    if (node->type == XML_TEXT_NODE)
      bv_buf_puts(&out, (const char *)node->content);
  xmlFreeDoc(tree);
  return bv_buf_string(&out);
}

static void expect_said(const char *kind, const char *measures, const char *const *children, const char *const *parents,
                        const char *reader, const char *words) {
  bv_document *document = draft(kind, measures, children, parents);
  const char *text = said(document, reader, false);
  cr_expect(strstr(text, words) != NULL, "%s is not in: %s", words, text);
  bv_document_free(document);
}

#define LIST(...) (const char *const[]){__VA_ARGS__, NULL}

Test(publish_people, brothers_and_sisters_are_called_what_they_are) {
  static const char ots[] = "ondertoezichtstelling", report[] = "raadsrapport";
  expect_said(report, ots, LIST("m"), LIST("v"), "k1", "Het rapport over jou\n");
  expect_said(report, ots, LIST("m", "v"), LIST("v"), "k1", "Het rapport over jou en je zus Evi\n");
  expect_said(report, ots, LIST("v", "m", "m"), LIST("v"), "k1", "Het rapport over jou en je broers Evi en Bo\n");
  expect_said(report, ots, LIST("v", "m", "v"), LIST("v"), "k1", "Het rapport over jou, je broer Evi en je zus Bo\n");
  expect_said(report, ots, LIST("v", "x", "v"), LIST("v"), "k1", "Het rapport over jou, Evi en je zus Bo\n");
  expect_said(report, ots, LIST("v", ""), LIST("v"), "k1", "Het rapport over jou en Evi\n");
  expect_said(report, ots, LIST("v", ""), LIST("v"), "o1", "Het rapport over uw kinderen Sam en Evi\n");
  expect_said(report, ots, LIST("x"), LIST("v"), "o1", "Het rapport over uw kind Sam\n");
  expect_said(report, ots, LIST("x"), LIST("v"), "tante", "Het rapport over Sam\n");
  expect_said("plan-van-aanpak", "geen", LIST(NULL), LIST("v"), "o1", "Het plan voor het gezin\n");
}

Test(publish_people, a_parent_is_called_so_that_it_is_clear_who) {
  static const char ots[] = "ondertoezichtstelling", report[] = "raadsrapport";
  expect_said(report, ots, LIST("m"), LIST("v", "m"), "k1", "Dit vinden jij en je moeder.");
  expect_said(report, ots, LIST("m"), LIST("v", "v"), "k1", "Dit vinden jij en R. Jansen (je moeder).");
  expect_said(report, ots, LIST("m"), LIST("x", "v"), "k1", "Dit heb jij gehoord van R. Jansen (je ouder).");
  expect_said(report, ots, LIST("m"), LIST("m", "v"), "o2", "Dit vinden Sam en R. Jansen (vader).");
  expect_said(report, ots, LIST("m"), LIST("", "v"), "o2", "Dit heeft Sam gehoord van R. Jansen (ouder).");
  expect_said(report, ots, LIST("m"), LIST("m", "v"), "o1", "Dit vinden u en Sam.");
  expect_said(report, ots, LIST("m"), LIST("m", "v"), "o1", "Dit hebt u gehoord van Sam en mevrouw Blom (tante).");
  expect_said(report, ots, LIST("m"), LIST("m", "v"), "tante", "Dit heeft R. Jansen (vader) gehoord van u en Sam.");
  expect_said(report, ots, LIST("m"), LIST("m"), "k1", "zonder je vader erbij");
  expect_said(report, ots, LIST("m"), LIST("m"), "k1", "Je vader moet meewerken aan die hulp.");
  expect_said(report, ots, LIST("m"), LIST("m", "v"), "k1", "Je ouders moeten meewerken aan die hulp.");
}

Test(publish_people, what_is_asked_is_said_to_whom_it_asks_something) {
  static const char both[] = "ondertoezichtstelling, machtiging-uithuisplaatsing", report[] = "raadsrapport";
  expect_said(report, both, LIST("m"), LIST("m", "v"), "o1", "U moet dan meewerken aan die hulp.\n");
  expect_said(report, both, LIST("m"), LIST("m", "v"), "o2", "Een ouder met gezag moet dan meewerken aan die hulp.\n");
  expect_said(report, both, LIST("m", "v"), LIST("m", "v"), "tante",
              "Een kind mag dan een tijd ergens anders wonen. Verderop staat om wie het gaat.");
  expect_said(report, "geen", LIST("m"), LIST("m"), "o1", "De Raad vraagt de rechter niet om een maatregel.");
  expect_said("plan-van-aanpak", "geen", LIST("m"), LIST("m"), "o1", "Er is geen maatregel van de kinderrechter.");
}

/* "u" and "je" do not stand in one version, and nothing is left open or empty in a sentence. */
static void expect_one_form(const bv_document *document, const char *reader, const char *text) {
  static const char *const formal[] = {"u", "uw", NULL}, *const informal[] = {"je", "jij", "jou", "jouw", "jezelf", NULL};
  bool child = reader && reader[0] == 'k';
  bv_tokens tokens = bv_tokenize(document->arena, text, strlen(text));
  for (size_t i = 0; i < tokens.count; i++)
    cr_expect(false == (bv_token_in(&tokens, i, child ? formal : informal)), "%s is told: %.*s", reader, 120,
              text + (tokens.items[i].start > 60 ? tokens.items[i].start - 60 : 0));
  static const char *const wrong[] = {"  ", " .", " ,", "{", "}", "..", ",,", "()", " )", NULL};
  for (const char *const *mark = wrong; *mark; mark++)
    cr_expect(strstr(text, *mark) == NULL, "%s is told “%s”: %.80s", reader, *mark, strstr(text, *mark));
}

Test(publish_people, every_combination_is_whole_sentences_in_one_form) {
  static const char *const genders[] = {"m", "v", "x", ""}, *const kinds[] = {"raadsrapport", "plan-van-aanpak", "verzoekschrift"};
  static const char *const measures[] = {"ondertoezichtstelling", "geen", "ondertoezichtstelling, machtiging-uithuisplaatsing",
                                         "voorlopige-ondertoezichtstelling, spoedmachtiging-uithuisplaatsing",
                                         "verlenging-ondertoezichtstelling, verlenging-machtiging-uithuisplaatsing",
                                         "gezagsbeeindigende-maatregel"};
  static const char *const readers[] = {"o1", "o2", "k1", "k2", "tante", NULL};
  size_t at = 0, versions = 0;
  for (size_t first = 0; first < 4; first++)
    for (size_t second = 0; second < 5; second++)
      for (size_t parent = 0; parent < 4; parent++)
        for (size_t other = 0; other < 5; other++, at++) {
          const char *children[] = {genders[first], second < 4 ? genders[second] : NULL, NULL};
          const char *parents[] = {genders[parent], other < 4 ? genders[other] : NULL, NULL};
          bv_document *document = draft(kinds[at % 3], measures[at % 6], children, parents);
          for (size_t r = at % 2; r < sizeof readers / sizeof *readers; r += 2)
            if (!bv_publish_reader_error(document->arena, document, readers[r])) {
              expect_one_form(document, readers[r], said(document, readers[r], at % 5 == 0));
              versions++;
            }
          bv_document_free(document);
        }
  cr_expect(versions > 900, "only %zu versions", versions);
}

/* The word list too: every explanation, for parents and for children. */
Test(publish_people, the_word_list_speaks_to_its_reader) {
  bv_arena *arena = bv_arena_new();
  bv_document *document = draft("raadsrapport", "geen", LIST("m"), LIST("m"));
  bv_table table = bv_table_read(arena, "src/lang/jargon.tsv");
  for (size_t i = 0; i < table.count; i++) {
    const char *const *fields = table.items[i].fields;
    expect_one_form(document, "o1", fields[4]);
    expect_one_form(document, "k1", *fields[5] ? fields[5] : fields[4]);
  }
  cr_expect(table.count > 150);
  bv_document_free(document);
  bv_arena_free(arena);
}
