/* Fingerprints of findings: the same after lines have moved, another one for other words. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "read/read.h"

#include "../support/run.h"

static const char front[] = "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n"
                            "personen:\n  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Jansen}\n"
                            "bronnen:\n  - {id: g, soort: gesprek, persoon: moeder, datum: 2026-10-14}\n---\n\n";

static bv_document *check(const char *body) {
  bv_arena *scratch = bv_arena_new();
  const char *text = bv_sprintf(scratch, "%s%s", front, body);
  bv_document *document = bv_read_bytes("x.md", text, strlen(text), NULL).document;
  cr_assert(document != NULL);
  bv_check_document(document, bv_config_default(), (bv_date){0});
  bv_arena_free(scratch);
  return document;
}

/* The fingerprint of the n-th finding (from 1) of the rule, or "". */
static const char *of(const bv_document *document, bv_rule rule, size_t n) {
  for (size_t i = 0; i < document->findings->count; i++)
    if (document->findings->items[i].rule == rule && --n == 0)
      return document->findings->items[i].fingerprint;
  return "";
}

static void expect_same(const char *before, const char *after, bv_rule rule, bool same) {
  bv_document *one = check(before), *two = check(after);
  const char *left = of(one, rule, 1), *right = of(two, rule, 1);
  cr_expect(strlen(left) > 33 && strlen(right) > 33, "%s\n%s", before, after);
  bool are_same = strcmp(left, right) == 0;
  cr_expect(are_same == same, "%s: %s\n%s: %s", before, left, after, right);
  bv_document_free(one);
  bv_document_free(two);
}

#define CLAIM "[Sam lijkt moe in de ochtend.]{.feit bron=g}"

Test(fingerprint, moves_with_its_words) {
  expect_same("## Deel\n\n" CLAIM "\n", "## Begin\n\nNieuw.\n\n## Deel\n\n[Sam zwemt.]{.feit bron=g} " CLAIM "\n",
              BV_RULE_LABEL_FEIT_IS_OORDEEL, true);
  expect_same("## Deel\n\n" CLAIM "\n", "## Deel\n\n[Sam *lijkt* moe,\nin de ochtend]{.feit\nbron=g datum=2026-10}\n",
              BV_RULE_LABEL_FEIT_IS_OORDEEL, true);
  expect_same("## Deel\n\n" CLAIM "\n", "## Deel\n\n[Sam lijkt moe in de avond.]{.feit bron=g}\n",
              BV_RULE_LABEL_FEIT_IS_OORDEEL, false);
  expect_same("## Deel\n\nHij liep weg.\n", "## Deel\n\nOok.\n\n- Hij\n  liep weg.\n", BV_RULE_LABEL_ONTBREEKT, false);
  expect_same("## Deel\n\nHij liep weg.\n", "## Ander\n\n- Hij\n  liep weg.\n", BV_RULE_LABEL_ONTBREEKT, true);
  expect_same("## Deel\n", "## Ander deel\n\nMet tekst.\n", BV_RULE_OPBOUW_ONDERDEEL, true);
}

/* The rule counts as well as the words, and so does the place within a claim. */
Test(fingerprint, tells_findings_of_one_claim_apart) {
  bv_document *document = check("## Deel\n\n[Sam lijkt moe en vermoedelijk ziek via de tamtam.]{.feit bron=x}\n");
  for (size_t i = 0; i < document->findings->count; i++)
    for (size_t k = 0; k < i; k++)
      cr_expect(strcmp(document->findings->items[i].fingerprint, document->findings->items[k].fingerprint) != 0);
  cr_expect(document->findings->count > 4);
  bv_document_free(document);
}

Test(fingerprint, equal_findings_are_numbered_in_order) {
  bv_document *document = check("## Deel\n\nHij liep weg. Hij liep weg.\n\nHij liep weg.\n");
  const char *first = of(document, BV_RULE_LABEL_ONTBREEKT, 1);
  for (size_t n = 1; n <= 3; n++) {
    const char *other = of(document, BV_RULE_LABEL_ONTBREEKT, n);
    cr_expect(strncmp(first, other, 33) == 0, "%s %s", first, other);
    cr_expect(eq(sz, (size_t)atoi(other + 33), n));
  }
  bv_document_free(document);
}

/* The claim of every finding of the samples is found by its number: where it is not, its words would not count. */
Test(fingerprint, of_the_samples_are_all_different_and_hide_the_text) {
  static const char *const samples[] = {"raadsrapport-fout", "plan-van-aanpak-fout", "verzoekschrift-spoed-fout"};
  for (size_t s = 0; s < sizeof samples / sizeof *samples; s++) {
    char path[256];
    snprintf(path, sizeof path, SOURCE_DIR "/samples/%s.md", samples[s]);
    bv_document *document = bv_read_file(path, NULL).document;
    cr_assert(document != NULL);
    bv_check_document(document, bv_config_default(), (bv_date){0});
    for (size_t i = 0; i < document->findings->count; i++) {
      const char *mark = document->findings->items[i].fingerprint;
      cr_expect(strspn(mark, "0123456789abcdef") == 32 && mark[32] == ':', "%s", mark);
      for (size_t k = 0; k < i; k++)
        cr_expect(strcmp(mark, document->findings->items[k].fingerprint) != 0);
    }
    bv_document_free(document);
  }
}
