/* Quick fixes: apply the edit, check again. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "../support/editor.h"
#include "base/buf.h"
#include "check/explain.h"
#include "lang/table.h"
#include "lsp/describe.h"
#include "lsp/features.h"
#include "model/vocabulary.h"

static const bv_lsp_client client = {.encoding = BV_LSP_UTF16, .markdown = true, .action_literals = true};

static bv_lsp_document *open_text(const char *text) { return bv_open_in_editor(text, &client); }

static size_t count_rule(const bv_lsp_document *document, bv_rule rule) {
  size_t count = 0;
  for (size_t i = 0; document->model && i < document->model->findings->count; i++)
    count += document->model->findings->items[i].rule == rule && !document->model->findings->items[i].suppressed;
  return count;
}

/* Findings about marks that a fix must not make. */
static size_t count_broken(const bv_lsp_document *document) {
  return count_rule(document, BV_RULE_MARKUP_ATTRIBUUT) + count_rule(document, BV_RULE_MARKUP_NIET_GESLOTEN) +
         count_rule(document, BV_RULE_MARKUP_HTML) + count_rule(document, BV_RULE_MARKUP_DUBBELE_ID);
}

/* The text after the edits of a fix, which the caller frees by its arena. */
static const char *applied(bv_arena *arena, bv_lsp_document *document, const json_t *fix) {
  const json_t *edits = json_object_get(json_object_get(json_object_get(fix, "edit"), "changes"), document->uri);
  bv_buf text = bv_buf_new(arena);
  uint32_t at = 0;
  for (size_t i = 0; i < json_array_size(edits); i++) {
    const json_t *edit = json_array_get(edits, i);
    bv_range range;
    cr_assert(bv_lsp_read_range(document, json_object_get(edit, "range"), &range));
    cr_assert(range.start >= at, "edits in the order of the text");
    bv_buf_add(&text, document->text.bytes + at, range.start - at);
    bv_buf_puts(&text, json_string_value(json_object_get(edit, "newText")));
    at = range.end;
  }
  bv_buf_add(&text, document->text.bytes + at, document->text.length - at);
  return bv_buf_string(&text);
}

static json_t *all_fixes(bv_arena *arena, bv_lsp_document *document) {
  return bv_lsp_fixes(arena, document, (bv_range){0, (uint32_t)document->text.length});
}

static bv_rule rule_of(const json_t *fix) {
  const json_t *diagnostic = json_array_get(json_object_get(fix, "diagnostics"), 0);
  return bv_rule_find(json_string_value(json_object_get(diagnostic, "code")));
}

/* Whether the fix leaves a reason to be written: then the finding stays, or another says that it is empty. */
static bool asks_a_reason(const char *before, const char *after) {
  return (strstr(after, "=\"\"") != NULL) > (strstr(before, "=\"\"") != NULL);
}

static void expect_fix_mends(bv_arena *arena, bv_lsp_document *document, const json_t *fix) {
  const char *title = json_string_value(json_object_get(fix, "title"));
  const char *text = applied(arena, document, fix);
  bv_rule rule = rule_of(fix);
  const char *name = bv_rule_info_of(rule)->name;
  bv_lsp_document *after = open_text(text);
  cr_assert(after->model != NULL, "%s: %s", name, title);
  cr_expect(count_broken(after) <= count_broken(document), "%s: %s breaks:\n%s", name, title, text);
  if (!asks_a_reason(document->text.bytes, text))
    cr_expect(count_rule(after, rule) < count_rule(document, rule), "%s: %s leaves:\n%s", name, title, text);
  bv_lsp_document_free(after);
}

/* The wrong example of every rule: whatever is offered mends what it is offered for. */
Test(lsp_fixes, every_fix_of_every_wrong_example_mends, .timeout = 300) {
  bv_arena *arena = bv_arena_new();
  bv_explanations all = bv_explanations_all(arena);
  size_t fixes = 0;
  for (size_t i = 0; i < all.count; i++) {
    bv_lsp_document *document = open_text(bv_explanation_draft(arena, all.items[i].wrong));
    json_t *list = all_fixes(arena, document);
    for (size_t j = 0; j < json_array_size(list); j++, fixes++)
      expect_fix_mends(arena, document, json_array_get(list, j));
    json_decref(list);
    bv_lsp_document_free(document);
  }
  cr_expect(fixes > 50, "%zu", fixes);
  bv_arena_free(arena);
}

#define FRONT(sources)                                                                                                 \
  "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"                                           \
  "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"             \
  "personen:\n  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\n" sources                                  \
  "---\n\n## School {.onderzoek}\n\n"

#define SOURCES "bronnen:\n  - {id: verzuim, soort: document, titel: Overzicht, auteur: M. Vos, datum: 2026-10-01}\n"

/* Applies the fix of that title and expects the text to hold this. */
static void expect_text(const char *text, bv_rule rule, const char *title, const char *expected) {
  bv_arena *arena = bv_arena_new();
  bv_lsp_document *document = open_text(text);
  json_t *list = all_fixes(arena, document);
  const json_t *found = NULL;
  for (size_t j = 0; j < json_array_size(list) && !found; j++) {
    const json_t *fix = json_array_get(list, j);
    if (rule_of(fix) == rule && strcmp(json_string_value(json_object_get(fix, "title")), title) == 0)
      found = fix;
  }
  cr_expect(found != NULL, "no fix \"%s\" in:\n%s", title, text);
  if (found) {
    const char *after = applied(arena, document, found);
    cr_expect(strstr(after, expected) != NULL, "%s:\n%s", title, after);
    expect_fix_mends(arena, document, found);
  }
  json_decref(list);
  bv_lsp_document_free(document);
  bv_arena_free(arena);
}

Test(lsp_fixes, a_sentence_becomes_a_claim) {
  const bv_rule rule = BV_RULE_LABEL_ONTBREEKT;
  expect_text(FRONT(SOURCES) "Sam was twaalf dagen weg.\n", rule, "Maak er een feit van",
              "[Sam was twaalf dagen weg.]{.feit bron=…}\n");
  expect_text(FRONT(SOURCES) "Sam was twaalf dagen weg. Hij bleef *thuis.*\n", rule, "Maak er een mening van",
              "[Sam was twaalf dagen weg.]{.mening bron=…} Hij");
  expect_text(FRONT(SOURCES) "- Sam was *twaalf* dagen\n  weg 𝄞.\n", rule,
              "Maak er uw eigen mening van (bron=opsteller)",
              "- [Sam was *twaalf* dagen\n  weg 𝄞.]{.mening bron=opsteller}\n");
  expect_text(FRONT(SOURCES) "Sam bleef **thuis.**\n", rule, "Maak er een feit van",
              "[Sam bleef **thuis.**]{.feit bron=…}\n");
  expect_text(FRONT(SOURCES) "### Gesprek {bron=verzuim}\n\nSam was weg.\n", rule, "Maak er een feit van",
              "[Sam was weg.]{.feit}\n");
  expect_text(FRONT(SOURCES) "[Sam was weg]{.feit bron=verzuim} en dat viel op.\n", rule, "Maak er horen zeggen van",
              "[en dat viel op]{.horen-zeggen bron=… van=…}.\n");
}

Test(lsp_fixes, an_unknown_source_is_declared_behind_the_others) {
  const bv_rule rule = BV_RULE_BRON_ONBEKEND;
  static const char title[] = "Zet bron \"arts\" op het voorblad", claim[] = "[Sam was weg.]{.feit bron=arts}\n";
  bv_arena *arena = bv_arena_new();
  static const char *const cases[][2] = {
      {FRONT(SOURCES), "datum: 2026-10-01}\n  - {id: arts, soort: …, datum: …}\n---\n"},
      {FRONT(""), "geboren: 2013-05-02}\nbronnen:\n  - {id: arts, soort: …, datum: …}\n---\n"},
      {FRONT("bronnen:\n"), "bronnen:\n  - {id: arts, soort: …, datum: …}\n---\n"},
      {FRONT("bronnen: [{id: a, soort: melding, auteur: B, datum: 2026}]\n"),
       "datum: 2026}, {id: arts, soort: …, datum: …}]\n"},
      {FRONT("bronnen:\n- id: a\n  soort: melding\n  datum: 2026\nzitting: 2027-01-01\n"),
       "  datum: 2026\n- {id: arts, soort: …, datum: …}\nzitting:"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_text(bv_sprintf(arena, "%s%s", cases[i][0], claim), rule, title, cases[i][1]);
  bv_arena_free(arena);
}

Test(lsp_fixes, words_nearly_right_are_replaced) {
  expect_text(FRONT(SOURCES) "[Sam was weg.]{.feit bron=verzium}\n", BV_RULE_BRON_ONBEKEND, "Verander in \"verzuim\"",
              "{.feit bron=verzuim}");
  expect_text(FRONT(SOURCES) "[Sam was weg.]{.feti bron=verzuim}\n", BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT,
              "Verander in \".feit\"", "{.feit bron=verzuim}");
  expect_text(FRONT(SOURCES) "[Sam was weg.]{.feit bron=verzuim ovre=sam}\n", BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT,
              "Verander in \"over\"", "bron=verzuim over=sam}");
}

Test(lsp_fixes, attributes_and_exceptions_are_added) {
  expect_text(FRONT(SOURCES) "[Sam was weg.]{.feit\n}\n", BV_RULE_BRON_ONTBREEKT, "Voeg bron=… toe",
              "{.feit bron=…\n}");
  expect_text(FRONT(SOURCES) "::: {.mening}\nSam is lief.\n:::\n", BV_RULE_LABEL_MENING_ZONDER_HOUDER,
              "Voeg bron=opsteller toe", "::: {.mening bron=opsteller}\n");
  expect_text(FRONT(SOURCES) "[Sam was in 2021 weg.]{.feit bron=verzuim datum=2021}\n", BV_RULE_DATUM_VEROUDERD,
              "Voeg noodzaak=\"\" toe", "datum=2021 noodzaak=\"\"}");
  expect_text(FRONT(SOURCES) "[Sam lijkt moe.]{.feit bron=verzuim}\n", BV_RULE_LABEL_FEIT_IS_OORDEEL,
              "Negeer label/feit-is-oordeel hier, met een reden",
              "{.feit bron=verzuim negeer=label/feit-is-oordeel reden=\"\"}");
  expect_text(FRONT(SOURCES) "[Sam heeft ADHD.]{.feit bron=verzuim}\n", BV_RULE_DIAGNOSE_ONGELABELD,
              "Voeg .diagnose status=niet-bevestigd toe", "{.feit bron=verzuim .diagnose status=niet-bevestigd}");
}

Test(lsp_fixes, a_draft_in_xml_or_without_findings_gets_none) {
  bv_arena *arena = bv_arena_new();
  static const char *const texts[] = {"<concept xmlns=\"urn:bronvast:concept:1\"/>", "Gewone tekst.\n", "",
                                      "---\ntitle: Een blog\n---\n\nTekst.\n"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    bv_lsp_document *document = open_text(texts[i]);
    json_t *list = all_fixes(arena, document);
    cr_expect(json_array_size(list) == 0, "%s", texts[i]);
    json_decref(list);
    bv_lsp_document_free(document);
  }
  bv_arena_free(arena);
}

/* Every word of the format can be pointed at. */
static void expect_meanings(bv_arena *arena, const char *list, const bv_words *words) {
  for (size_t i = 0; i < words->count; i++)
    cr_expect(bv_lsp_meaning(arena, list, words->items[i], NULL) != NULL, "%s %s", list, words->items[i]);
}

Test(lsp_fixes, every_word_of_the_format_has_a_meaning) {
  bv_arena *arena = bv_arena_new();
  size_t words = bv_known_classes.count + bv_known_attributes.count + bv_front_keys.count + bv_author_keys.count +
                 bv_person_keys.count + bv_source_keys.count;
  cr_expect(eq(sz, bv_table_read(arena, "src/lsp/words.tsv").count, words)); /* and no other word has one */
  expect_meanings(arena, BV_LSP_CLASS, &bv_known_classes);
  expect_meanings(arena, BV_LSP_ATTRIBUTE, &bv_known_attributes);
  expect_meanings(arena, BV_LSP_FRONT, &bv_front_keys);
  expect_meanings(arena, BV_LSP_AUTHOR, &bv_author_keys);
  expect_meanings(arena, BV_LSP_PERSON, &bv_person_keys);
  expect_meanings(arena, BV_LSP_SOURCE, &bv_source_keys);
  bv_arena_free(arena);
}
