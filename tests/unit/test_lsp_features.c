/* What an editor shows of a draft: completions, hovers, where names lead, the outline, findings. The place of the cursor is
 * marked in the tests: "bron=^verzuim". */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "../support/editor.h"
#include "base/buf.h"
#include "lsp/features.h"

static const bv_lsp_client simple = {.encoding = BV_LSP_UTF16},
                           rich = {.encoding = BV_LSP_UTF16, .markdown = true, .hierarchical_symbols = true};

#define FRONT                                                                                                          \
  "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\nstatus: concept\nmaatregel: geen\n"         \
  "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad}\npersonen:\n"                            \
  "  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02, geslacht: m}\n"                                        \
  "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Jansen}\n"                                                    \
  "  - {id: vader, rol: ouder, gezag: nee, naam: de heer Bakker}\n"                                                    \
  "  - {id: juf, rol: professional, naam: mevrouw Vos, functie: intern begeleider}\n"                                  \
  "  - {id: opa, rol: netwerk, naam: opa Jan, relatie: opa (moederszijde)}\nbronnen:\n"                                \
  "  - {id: verzuim, soort: document, titel: Overzicht, auteur: M. Vos, datum: 2026-10-01}\n"                          \
  "  - {id: g-moeder, soort: gesprek, persoon: moeder, datum: 2026-10-14}\n"                                           \
  "  - {id: oud, soort: eerder-rapport, titel: Raadsrapport, datum: 2023-03-02}\n---\n\n"

#define BODY                                                                                                           \
  "## School {#school .onderzoek over=sam}\n\n[Sam was weg.]{#weg .feit bron=verzuim}\n"                               \
  "[Opa zag Sam.]{#zag .horen-zeggen bron=g-moeder van=opa weerspreekt=#weg vertrouwelijk=vader reden=\"privacy: nee\"}\n\n" \
  "::: {.reactie van=moeder op=#weg besluit=verwerkt}\n\nHij was ziek.\n\n:::\n"

/* The text without its mark. */
static char *unmarked(bv_arena *arena, const char *marked) {
  size_t before = strcspn(marked, "^");
  return bv_sprintf(arena, "%.*s%s", (int)before, marked, marked + before + (marked[before] != 0));
}

/* The byte of the text where the marked words stand, at the mark; the first such words. */
static uint32_t place_of(const char *text, const char *marked) {
  bv_arena *arena = bv_arena_new();
  const char *words = unmarked(arena, marked), *at = strstr(text, words);
  cr_assert(at != NULL, "\"%s\" is not in the draft", words);
  bv_arena_free(arena);
  return (uint32_t)((size_t)(at - text) + strcspn(marked, "^"));
}

/* ---- Completion ---- */

static char *labels_of(bv_arena *arena, const json_t *list) {
  const json_t *items = json_object_get(list, "items");
  bv_buf out = bv_buf_new(arena);
  for (size_t i = 0; i < json_array_size(items); i++)
    bv_buf_printf(&out, "%s%s", i ? " " : "", json_string_value(json_object_get(json_array_get(items, i), "label")));
  return (char *)bv_buf_string(&out);
}

static void expect_completions(const char *text, const char *marked, const char *expected) {
  bv_arena *arena = bv_arena_new();
  bv_lsp_document *document = bv_open_in_editor(text, &simple);
  json_t *list = bv_lsp_complete(arena, document, place_of(text, marked));
  cr_expect(eq(str, labels_of(arena, list), (char *)expected), "%s", marked);
  json_decref(list);
  bv_lsp_document_free(document);
  bv_arena_free(arena);
}

Test(lsp_features, values_of_the_front_matter_are_completed) {
  static const char *const cases[][2] = {
      {"soort: ^raadsrapport", "plan-van-aanpak raadsrapport verzoekschrift"},
      {"status: ^concept", "concept definitief"},
      {"rol: ^jeugdige", "jeugdige ouder verzorger netwerk professional ander"},
      {"geslacht: ^m", "m v x"},
      {"gezag: ^ja", "ja nee"},
      {"persoon: ^moeder", "sam moeder vader juf opa"},
      {"soort: ^gesprek", "gesprek document observatie melding eerder-rapport uitspraak registratie"},
      {"kenmerk: ^K-1", ""},
      {"opsteller: {^naam", "naam functie organisatie"},
      {"titel: Overzicht, ^auteur", "id soort persoon titel auteur functie organisatie datum in-bezit aangekondigd "
                                    "geaccordeerd bijlage tolk reden"},
      {"rol: ouder, ^gezag: ja", "id rol naam geboren gezag functie organisatie relatie geslacht taal tolk vertaling "
                                 "geen-reactie geen-gesprek"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_completions(FRONT BODY, cases[i][0], cases[i][1]);
}

Test(lsp_features, values_of_attributes_are_completed) {
  static const char *const cases[][2] = {
      {"{.feit bron=^}", "opsteller verzuim g-moeder oud"},
      {"{.feit bron=verzuim,^}", "opsteller verzuim g-moeder oud"},
      {"{.horen-zeggen van=^}", "sam moeder vader juf opa"},
      {"{.feit over=sam,^}", "sam moeder vader juf opa"},
      {"{.feit vertrouwelijk=^}", "sam moeder vader juf opa"},
      {"{.doel wie=^}", "sam moeder vader juf opa"},
      {"{.diagnose gesteld-door=^}", "opsteller verzuim g-moeder oud juf"},
      {"{.diagnose status=^}", "bevestigd niet-bevestigd"},
      {"{.feit overgenomen-uit=^}", "oud"},
      {"{.optie uitkomst=^}", "gekozen afgewezen"},
      {"{.kernoordeel nr=^}", "1 2 3 4 5"},
      {"{.reactie besluit=^}", "verwerkt deels niet-verwerkt"},
      {"{.reactie op=^}", "#school #weg #zag"},
      {"{.voor-ouders bij=^}", "#school #weg #zag"},
      {"{.feit weerspreekt=^}", "#weg #zag"},
      {"{.feit reden=^}", ""},
      {"zonder ^accolades", ""}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    const char *text = bv_sprintf(arena, "%s%s\n[Nieuw.]%s\n", FRONT, BODY, unmarked(arena, cases[i][0]));
    expect_completions(text, cases[i][0], cases[i][1]);
    bv_arena_free(arena);
  }
}

/* The item of that label, which must be there. */
static const json_t *item_of(const json_t *list, const char *label) {
  const json_t *items = json_object_get(list, "items");
  for (size_t i = 0; i < json_array_size(items); i++)
    if (strcmp(json_string_value(json_object_get(json_array_get(items, i), "label")), label) == 0)
      return json_array_get(items, i);
  cr_fatal("no %s among what can be chosen", label);
  return NULL;
}

/* What is typed when that is chosen at the mark, and what is said of it. */
static void expect_choice(const char *body, const char *marked, const char *label, const char *typed, const char *detail) {
  bv_arena *arena = bv_arena_new();
  const char *text = bv_sprintf(arena, "%s%s", FRONT, unmarked(arena, body));
  bv_lsp_document *document = bv_open_in_editor(text, &simple);
  json_t *list = bv_lsp_complete(arena, document, place_of(text, marked));
  const json_t *item = item_of(list, label);
  const char *inserted = json_string_value(json_object_get(json_object_get(item, "textEdit"), "newText"));
  cr_expect(eq(str, (char *)inserted, (char *)typed), "%s", marked);
  const char *said = json_string_value(json_object_get(item, "detail"));
  cr_expect(strstr(said ? said : "", detail) != NULL, "%s: %s", marked, said);
  json_decref(list);
  bv_lsp_document_free(document);
  bv_arena_free(arena);
}

Test(lsp_features, what_is_chosen_fits_what_stands_there) {
  expect_choice("[Een.]{^}\n", "{^}", ".feit", ".feit", "Feit: het is gezien");
  expect_choice("[Een.]{^}\n", "{^}", "bron", "bron=", "");
  expect_choice("[Een.]{br^=verzuim}\n", "br^=", "bron", "bron", "");
  expect_choice("[Een.]{.fe^}\n", ".fe^", "feit", "feit", "Feit");
  expect_choice("[Een.]{.feit bron=^}\n", "bron=^}", "g-moeder", "g-moeder", "bron 2: gesprek met mevrouw Jansen, 14 oktober 2026");
  expect_choice("[Een.]{.feit bron=^}\n", "bron=^}", "opsteller", "opsteller", "de opsteller, N. de Wit");
  expect_choice("[Een.]{.feit over=^}\n", "over=^}", "vader", "vader", "de heer Bakker, ouder zonder gezag");
  expect_choice("[Een.]{.feit over=^}\n", "over=^}", "opa", "opa", "opa Jan, opa (moederszijde)");
  expect_choice("[Een.]{.feit over=^}\n", "over=^}", "juf", "juf", "mevrouw Vos, professional, intern begeleider");
  expect_choice("[Een.]{.feit negeer=^}\n", "negeer=^}", "datum/verouderd", "datum/verouderd", "ouder dan twee jaar");
  expect_choice("## Deel {#d}\n\n[Een.]{#a .feit bron=oud}\n[Twee.]{.feit weerspreekt=#^}\n", "=#^}", "#a", "a", "1.1 Een.");
  expect_choice("## Deel {#d}\n\n[Een.]{.feit bron=oud}\n\n::: {.reactie op=^}\n\nTwee.\n\n:::\n", "op=^}", "#d", "#d", "Deel");
  expect_choice("", "kenm^erk:", "kenmerk", "kenmerk", "");
  expect_choice("\n", "kenm^erk:", "onderzoek-gestart", "onderzoek-gestart", "");
}

/* While the text is no draft, the names are those of the last draft there was. */
Test(lsp_features, names_stay_known_while_the_text_is_broken) {
  bv_arena *arena = bv_arena_new();
  bv_lsp_document *document = bv_open_in_editor(FRONT BODY "\n[Een.]{.feit bron=}\n", &simple);
  cr_assert(bv_lsp_document_edit(document, &(bv_range){0, 4}, "", 0));
  bv_lsp_document_check(document);
  cr_expect(document->model == NULL && document->error != NULL);
  json_t *list = bv_lsp_complete(arena, document, place_of(document->text.bytes, "bron=^}"));
  cr_expect(eq(str, labels_of(arena, list), "opsteller verzuim g-moeder oud"));
  json_decref(list);
  json_t *hover = bv_lsp_hover(arena, document, 30), *outline = bv_lsp_symbols(arena, document);
  bool silent = json_is_null(hover);
  cr_expect(silent && json_array_size(outline) == 0, "of a text that is no draft nothing is said");
  json_decref(hover);
  json_decref(outline);
  json_t *findings = bv_lsp_diagnostics(document);
  const json_t *first = json_array_get(findings, 0);
  cr_expect(eq(sz, json_array_size(findings), 1));
  cr_expect(eq(str, (char *)json_string_value(json_object_get(first, "code")), "markup/voorblad"));
  json_decref(findings);
  bv_lsp_document_free(document);
  bv_arena_free(arena);
}

/* ---- Hovers ---- */

static char *hover_at(bv_arena *arena, const char *text, const char *marked, const bv_lsp_client *client) {
  bv_lsp_document *document = bv_open_in_editor(text, client);
  json_t *hover = bv_lsp_hover(arena, document, place_of(text, marked));
  const char *value = json_string_value(json_object_get(json_object_get(hover, "contents"), "value"));
  char *copy = bv_strdup(arena, value ? value : "");
  json_decref(hover);
  bv_lsp_document_free(document);
  return copy;
}

Test(lsp_features, what_is_pointed_at_is_explained) {
  static const char *const cases[][2] = {
      {"bron=verz^uim", "bron 1: Overzicht, M. Vos, 1 oktober 2026"},
      {"bron=g-mo^eder", "bron 2: gesprek met mevrouw Jansen, 14 oktober 2026"},
      {"van=mo^eder op", "mevrouw Jansen, ouder met gezag"},
      {"van=o^pa", "opa Jan, opa (moederszijde)"},
      {"vertrouwelijk=vad^er", "de heer Bakker, ouder zonder gezag"},
      {"weerspreekt=#w^eg", "Bewering 1.1: feit"},
      {"{#sch^ool", "de naam van dit deel: #school"},
      {"{id: verz^uim", "bron 1: Overzicht"},
      {"{id: mo^eder", "mevrouw Jansen, ouder met gezag"},
      {"persoon: mo^eder", "mevrouw Jansen, ouder met gezag"},
      {".horen^-zeggen", ".horen-zeggen: Van horen zeggen: de bron heeft het van een ander"},
      {"besl^uit=", "besluit: "},
      {"kenm^erk:", "kenmerk: "},
      {"gez^ag: ja", "gezag: "},
      {"tit^el: Overzicht", "titel: "},
      {"func^tie: raads", "functie: "},
      {"Opa z^ag", "Bewering 1.2: van horen zeggen\nbron 2: gesprek met mevrouw Jansen, 14 oktober 2026\nvan: opa Jan\n"
                   "14 oktober 2026, een maand voor het rapport\nover: Sam\nniet voor: de heer Bakker"},
      {"Sam w^as", "Bewering 1.1: feit"}};
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *said = hover_at(arena, FRONT BODY, cases[i][0], &simple);
    cr_expect(strstr(said, cases[i][1]) != NULL, "%s: %s", cases[i][0], said);
  }
  cr_expect(eq(str, hover_at(arena, FRONT BODY "\n\n::: {.toelichting}\n\nGewone tekst.\n\n:::\n", "Gewone t^ekst", &simple), ""));
  bv_arena_free(arena);
}

Test(lsp_features, a_finding_is_explained_with_what_to_do) {
  static const char text[] = FRONT "## School {.onderzoek}\n\nSam liep weg.\n\n[Sam sliep.]{.feit bron=verzuim datum=2020 "
                                   "negeer=datum/verouderd reden=\"Het *blijft* nodig.\"}\n";
  bv_arena *arena = bv_arena_new();
  const char *said = hover_at(arena, text, "Sam l^iep", &simple);
  cr_expect(strncmp(said, "fout label/ontbreekt (Jeugdwet 3.3; IGJ 5.2)\n", 45) == 0, "%s", said);
  cr_expect(strstr(said, "\nVoorstel: zet de zin tussen [ en ]{.feit bron=…}") != NULL, "%s", said);
  said = hover_at(arena, text, "Sam l^iep", &rich);
  cr_expect(strstr(said, "**fout** `label/ontbreekt` (Jeugdwet 3.3; IGJ 5.2)\n\n") != NULL, "%s", said);
  cr_expect(strstr(said, "*Voorstel:* zet de zin tussen \\[ en \\]\\{\\.feit bron=…\\}") != NULL, "%s", said);
  said = hover_at(arena, text, "Sam s^liep", &rich);
  cr_expect(strstr(said, "*Onderdrukt:* Het \\*blijft\\* nodig\\.") != NULL, "%s", said);
  cr_expect(strstr(said, "\n\n---\n\n**Bewering 1.1**: feit\n\n- bron 1: Overzicht") != NULL, "%s", said);
  bv_arena_free(arena);
}

/* ---- Where names lead ---- */

/* The words that a list of places holds, each with its line. */
static char *words_at(bv_arena *arena, bv_lsp_document *document, const json_t *places) {
  bv_buf out = bv_buf_new(arena);
  size_t count = json_is_array(places) ? json_array_size(places) : 1;
  for (size_t i = 0; i < count && !json_is_null(places); i++) {
    const json_t *place = json_is_array(places) ? json_array_get(places, i) : places, *range = json_object_get(place, "range");
    bv_range bytes;
    cr_assert(bv_lsp_read_range(document, range, &bytes));
    bv_buf_printf(&out, "%s%d:%.*s", i ? " " : "",
                  (int)json_integer_value(json_object_get(json_object_get(range, "start"), "line")) + 1,
                  (int)(bytes.end - bytes.start), document->text.bytes + bytes.start);
  }
  return (char *)bv_buf_string(&out);
}

Test(lsp_features, a_name_leads_to_what_it_names_and_back) {
  static const struct { const char *marked, *declared, *named; } cases[] = {
      {"bron=verz^uim", "16:verzuim", "23:verzuim"},
      {"{id: g-mo^eder", "17:g-moeder", "24:g-moeder"},
      {"van=mo^eder op", "11:moeder", "17:moeder 26:moeder"},
      {"over=s^am", "10:sam", "21:sam"},
      {"op=#w^eg", "23:weg", "24:#weg 26:#weg"},
      {"{#sch^ool", "21:school", ""},
      {"Sam w^as", "", ""},
      {"kenm^erk", "", ""}};
  bv_arena *arena = bv_arena_new();
  bv_lsp_document *document = bv_open_in_editor(FRONT BODY, &simple);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t at = place_of(FRONT BODY, cases[i].marked);
    json_t *declared = bv_lsp_definition(arena, document, at), *named = bv_lsp_references(arena, document, at, false);
    json_t *both = bv_lsp_references(arena, document, at, true);
    cr_expect(eq(str, words_at(arena, document, declared), (char *)cases[i].declared), "%s", cases[i].marked);
    cr_expect(eq(str, words_at(arena, document, named), (char *)cases[i].named), "%s", cases[i].marked);
    cr_expect(eq(sz, json_array_size(both), json_array_size(named) + (*cases[i].declared != '\0')), "%s", cases[i].marked);
    json_decref(declared);
    json_decref(named);
    json_decref(both);
  }
  bv_lsp_document_free(document);
  bv_arena_free(arena);
}

/* The author is a source that is declared nowhere. */
Test(lsp_features, the_author_leads_nowhere) {
  static const char text[] = FRONT "## Deel\n\n[Een.]{.mening bron=opsteller}\n";
  bv_arena *arena = bv_arena_new();
  bv_lsp_document *document = bv_open_in_editor(text, &simple);
  json_t *declared = bv_lsp_definition(arena, document, place_of(text, "bron=op^steller"));
  bool nowhere = json_is_null(declared);
  cr_expect(nowhere);
  json_decref(declared);
  bv_lsp_document_free(document);
  bv_arena_free(arena);
}

/* ---- The outline ---- */

static const char *name_of(const json_t *symbol) { return json_string_value(json_object_get(symbol, "name")); }

Test(lsp_features, the_outline_has_parts_and_claims) {
  static const char text[] = FRONT "[Vooraf.]{.mening bron=oud}\n\n" BODY "\n## {.besluit}\n\n[Slot.]{.feit bron=oud}\n";
  static const char *const flat[] = {"0.1 Vooraf.", "1. School", "1.1 Sam was weg.", "1.2 Opa zag Sam.", "2. zonder titel", "2.1 Slot."};
  bv_arena *arena = bv_arena_new();
  bv_lsp_document *document = bv_open_in_editor(text, &simple);
  json_t *list = bv_lsp_symbols(arena, document);
  cr_assert(eq(sz, json_array_size(list), 6));
  for (size_t i = 0; i < 6; i++)
    cr_expect(eq(str, (char *)name_of(json_array_get(list, i)), (char *)flat[i]));
  json_decref(list);
  bv_lsp_document_free(document);
  document = bv_open_in_editor(text, &rich);
  list = bv_lsp_symbols(arena, document);
  cr_assert(eq(sz, json_array_size(list), 3));
  const json_t *part = json_array_get(list, 1), *claims = json_object_get(part, "children");
  cr_expect(eq(str, (char *)name_of(part), "1. School"));
  cr_assert(eq(sz, json_array_size(claims), 2));
  cr_expect(eq(str, (char *)json_string_value(json_object_get(json_array_get(claims, 1), "detail")), "van horen zeggen"));
  json_decref(list);
  bv_lsp_document_free(document);
  bv_arena_free(arena);
}

/* ---- Findings ---- */

Test(lsp_features, findings_stand_where_check_has_them) {
  bv_lsp_document *document = bv_open_in_editor(FRONT "## Deel\n\nSam liep weg.\n", &simple);
  json_t *all = bv_lsp_diagnostics(document);
  bool found = false;
  cr_expect(eq(sz, json_array_size(all), document->model->findings->count));
  for (size_t i = 0; i < json_array_size(all); i++) {
    const json_t *one = json_array_get(all, i), *range = json_object_get(one, "range");
    const char *code = json_string_value(json_object_get(one, "code")), *said = json_string_value(json_object_get(one, "message"));
    bv_range bytes;
    int severity = (int)json_integer_value(json_object_get(one, "severity"));
    const bv_finding *finding = &document->model->findings->items[i];
    cr_expect(eq(int, severity, finding->severity == BV_FOUT ? 1 : finding->severity == BV_WAARSCHUWING ? 2 : 3), "%s", code);
    cr_assert(bv_lsp_read_range(document, range, &bytes) && bytes.end > bytes.start, "%s shows nowhere", code);
    if (strcmp(code, "label/ontbreekt") != 0)
      continue;
    found = true;
    cr_expect(strncmp(document->text.bytes + bytes.start, "Sam liep weg.", bytes.end - bytes.start) == 0);
    cr_expect(strstr(said, "deze zin heeft geen label: feit, mening of horen zeggen [Jeugdwet 3.3; IGJ 5.2]\nvoorstel: ") != NULL, "%s", said);
  }
  cr_expect(found);
  json_decref(all);
  bv_lsp_document_free(document);
}
