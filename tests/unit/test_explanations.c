/* Every rule is explained, and its examples do what they say: the wrong one raises the rule, the right one does not. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/drafts.h"
#include "../support/run.h"
#include "base/asset.h"
#include "check/explain.h"
#include "read/read.h"

typedef struct numbered {
  int rule;
} numbered;

ParameterizedTestParameters(explanations, examples_raise_their_rule) {
  static numbered all[BV_RULE_COUNT];
  for (int i = 0; i < BV_RULE_COUNT; i++)
    all[i].rule = i;
  return cr_make_param_array(numbered, all, BV_RULE_COUNT);
}

ParameterizedTest(const numbered *n, explanations, examples_raise_their_rule) {
  bv_arena *arena = bv_arena_new();
  const char *name = bv_rule_info_of((bv_rule)n->rule)->name;
  bv_explanations all = bv_explanations_all(arena);
  const bv_explanation *e = bv_explanation_of(&all, (bv_rule)n->rule);
  cr_assert(e != NULL, "%s has no explanation under src/check/regels/", name);
  cr_assert(e->wrong && e->right, "%s lacks a wrong or a right example", name);
  cr_expect(strlen(e->text) > 60, "%s is explained in too few words", name);
  bv_document *wrong = bv_checked(bv_explanation_draft(arena, e->wrong));
  cr_expect(bv_raised(wrong, name) > 0, "the wrong example of %s does not raise it:\n%s", name, bv_all_found(wrong));
  bv_document_free(wrong);
  bv_document *right = bv_checked(bv_explanation_draft(arena, e->right));
  cr_expect(eq(sz, bv_raised(right, name), 0), "the right example of %s raises it:\n%s", name, bv_all_found(right));
  bv_document_free(right);
  bv_arena_free(arena);
}

/* What a rule says of its wrong example: place, severity, message, proposal. */
static void write_findings(FILE *out, bv_rule rule, const bv_document *document) {
  fprintf(out, "%s\n", bv_rule_info_of(rule)->name);
  for (size_t i = 0; i < document->findings->count; i++) {
    const bv_finding *finding = &document->findings->items[i];
    if (finding->rule != rule)
      continue;
    bv_position place = bv_source_position(document->source, finding->range.start);
    fprintf(out, "  %u:%u %s: %s\n", place.line, place.column, bv_severity_dutch(finding->severity), finding->message);
    if (finding->suggestion)
      fprintf(out, "    %s\n", finding->suggestion);
  }
}

/* Every rule stands in this golden, with its words; after a change that is meant: make goldens. */
Test(explanations, every_rule_says_what_the_golden_says) {
  static const char golden[] = SOURCE_DIR "/tests/golden/regels.txt";
  bv_arena *arena = bv_arena_new();
  bv_explanations all = bv_explanations_all(arena);
  char *text = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&text, &length);
  for (int rule = 0; rule < BV_RULE_COUNT; rule++) {
    const bv_explanation *e = bv_explanation_of(&all, (bv_rule)rule);
    bv_document *wrong = bv_checked(bv_explanation_draft(arena, e->wrong));
    write_findings(out, (bv_rule)rule, wrong);
    bv_document_free(wrong);
  }
  fclose(out);
  if (getenv("BRONVAST_UPDATE_GOLDENS"))
    bv_spill(golden, text, length);
  char *expected = bv_slurp(golden, NULL);
  cr_assert(expected != NULL, "%s is missing", golden);
  cr_expect(eq(str, text, expected));
  free(expected);
  free(text);
  bv_arena_free(arena);
}

Test(explanations, each_explains_a_rule_and_each_rule_once) {
  bv_arena *arena = bv_arena_new();
  bv_explanations all = bv_explanations_all(arena);
  bool seen[BV_RULE_COUNT] = {false};
  for (size_t i = 0; i < all.count; i++) {
    cr_assert(all.items[i].rule != BV_RULE_COUNT, "there is no rule \"%s\"", all.items[i].name);
    cr_expect(eq(int, seen[all.items[i].rule], false), "%s is explained twice", all.items[i].name);
    seen[all.items[i].rule] = true;
  }
  bv_arena_free(arena);
}

/* A right example is an example to follow: it holds no other fault either, but for what a few lines cannot have. */
Test(explanations, right_examples_hold_no_other_fault) {
  static const char *const expected[] = {"opbouw/", "bron/ongebruikt", "ouders/", "taal/", "wederhoor/ontbreekt"};
  bv_arena *arena = bv_arena_new();
  bv_explanations all = bv_explanations_all(arena);
  for (size_t i = 0; i < all.count; i++) {
    if (!all.items[i].right || strncmp(all.items[i].name, "opbouw/", 7) == 0)
      continue;
    bv_document *right = bv_checked(bv_explanation_draft(arena, all.items[i].right));
    for (size_t k = 0; k < right->findings->count; k++) {
      const bv_finding *finding = &right->findings->items[k];
      bool is_expected = finding->suppressed || finding->severity != BV_FOUT;
      for (size_t x = 0; x < sizeof expected / sizeof *expected; x++)
        is_expected |= strncmp(bv_rule_info_of(finding->rule)->name, expected[x], strlen(expected[x])) == 0;
      cr_expect(is_expected, "the right example of %s raises %s: %s", all.items[i].name,
                bv_rule_info_of(finding->rule)->name, finding->message);
    }
    bv_document_free(right);
  }
  bv_arena_free(arena);
}

Test(explanations, the_front_matter_of_examples_is_in_order) {
  static const char *const expected[] = {"opbouw/", "bron/ongebruikt", "ouders/"};
  bv_document *document = bv_checked_body("");
  for (size_t k = 0; k < document->findings->count; k++) {
    const char *name = bv_rule_info_of(document->findings->items[k].rule)->name;
    bool is_expected = false;
    for (size_t x = 0; x < sizeof expected / sizeof *expected; x++)
      is_expected |= strncmp(name, expected[x], strlen(expected[x])) == 0;
    cr_expect(is_expected, "src/check/regels/voorblad.md raises %s: %s", name, document->findings->items[k].message);
  }
  bv_document_free(document);
}

Test(explanations, files_are_read_as_they_are_written) {
  static const char text[] =
      "remark before the first rule\n# bron/vaag\n\nEen.\n\nTwee.\n\n## Fout\n~~~\n## Kop\n\nTekst.\n~~~\n"
      "\n## Goed\n~~~\n---\nx: 1\n---\n~~~\n# geen/regel\nZonder voorbeelden.";
  bv_arena *arena = bv_arena_new();
  bv_explanations all = bv_explanations_read(arena, text, strlen(text));
  cr_assert(eq(sz, all.count, 2));
  cr_expect(eq(str, (char *)all.items[0].text, "Een.\n\nTwee."));
  cr_expect(eq(str, (char *)all.items[0].wrong, "## Kop\n\nTekst.\n"), "a heading inside the tildes is snippet");
  cr_expect(eq(str, (char *)bv_explanation_draft(arena, all.items[0].right), "---\nx: 1\n---\n"),
            "a whole draft stays so");
  cr_expect(ne(ptr, strstr(bv_explanation_draft(arena, all.items[0].wrong), "bronvast: 1"), NULL));
  cr_expect(eq(int, all.items[1].rule, BV_RULE_COUNT));
  cr_expect(eq(str, (char *)all.items[1].text, "Zonder voorbeelden."));
  cr_expect(eq(ptr, (void *)all.items[1].wrong, NULL));
  cr_expect(eq(sz, bv_explanations_read(arena, "~~~\n# x\n", 8).count, 1), "tildes before a rule mean nothing");
  bv_arena_free(arena);
}
