/* The invariants of the two versions, over a thousand drafts by chance, over all samples, and over small drafts that each
 * broke one of them once. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/generate.h"
#include "../support/properties.h"
#include "base/file.h"
#include "check/explain.h"
#include "read/read.h"

enum { DRAFTS = 1000, RANGE = 50 };

ParameterizedTestParameters(properties, hold_of_drafts_by_chance) {
  static uint32_t firsts[DRAFTS / RANGE];
  for (uint32_t i = 0; i < DRAFTS / RANGE; i++)
    firsts[i] = 1 + i * RANGE;
  return cr_make_param_array(uint32_t, firsts, DRAFTS / RANGE);
}

ParameterizedTest(uint32_t *first, properties, hold_of_drafts_by_chance) {
  bv_evidence evidence = {0};
  for (uint32_t seed = *first; seed < *first + RANGE; seed++) {
    char name[32], *draft = bv_generate_draft(seed);
    snprintf(name, sizeof name, "draft %u", (unsigned)seed);
    bv_expect_properties(name, draft, strlen(draft), &evidence);
    free(draft);
  }
  cr_expect(evidence.versions > 6 * RANGE, "only %zu versions", evidence.versions);
  cr_expect(evidence.claims > 10 * RANGE, "only %zu claims", evidence.claims);
  cr_expect(evidence.withheld_claims > 5 * RANGE, "only %zu claims withheld", evidence.withheld_claims);
  cr_expect(evidence.secrets > 100 * RANGE, "only %zu secrets", evidence.secrets);
  cr_expect(evidence.reactions > RANGE, "only %zu reactions", evidence.reactions);
  cr_expect(evidence.plain_texts > 5 * RANGE, "only %zu plain texts", evidence.plain_texts);
  cr_expect(evidence.quotations > 5 * RANGE, "only %zu quotations", evidence.quotations);
  cr_expect(evidence.changes > RANGE, "only %zu changes", evidence.changes);
}

Test(properties, hold_of_the_samples) {
  glob_t samples;
  bv_evidence evidence = {0};
  cr_assert(eq(int, glob(SOURCE_DIR "/samples/*.md", 0, NULL, &samples), 0));
  cr_assert(samples.gl_pathc >= 6);
  for (size_t i = 0; i < samples.gl_pathc; i++) {
    bv_arena *arena = bv_arena_new();
    size_t length;
    const char *bytes = bv_file_read(arena, samples.gl_pathv[i], BV_LARGEST_DRAFT, &length);
    cr_assert(bytes != NULL, "%s", samples.gl_pathv[i]);
    bv_expect_properties(samples.gl_pathv[i], bytes, length, &evidence);
    bv_arena_free(arena);
  }
  globfree(&samples);
  cr_expect(evidence.secrets > 100, "only %zu secrets", evidence.secrets);
}

/* A body that once broke a property, and how. */
typedef struct small_draft {
  const char *what, *body;
} small_draft;

static const small_draft small_drafts[] = {
    {"a reaction is written while claims of another text are still to be noted",
     "## Deel {#deel .onderzoek}\n\n::: {#a .mening bron=g-moeder}\n\n[Een.]{#b bron=verzuim}\n\n::: {#c bron=verzuim}\n\n"
     "[Twee.]{#d bron=psych}\n\n:::\n\n:::\n\n::: {.reactie van=moeder datum=2026-11-10 op=#d besluit=verwerkt}\n\nDrie.\n\n:::\n"},
    {"a reaction to a div that is no claim",
     "## Deel {#deel .afweging}\n\n::: {#keuze .optie uitkomst=gekozen}\n\n[Een.]{.mening bron=opsteller}\n\n:::\n\n"
     "::: {.reactie van=moeder datum=2026-11-10 op=#keuze besluit=verwerkt}\n\nTwee.\n\n:::\n"},
    {"a reaction to a span that is no claim",
     "## Deel {#deel .onderzoek}\n\n[Een [twee]{#stuk} drie.]{.feit bron=verzuim}\n\n"
     "::: {.reactie van=moeder datum=2026-11-10 op=#stuk besluit=verwerkt}\n\nVier.\n\n:::\n"},
    {"a name that is nobody's withholds from all",
     "## Deel {#deel .onderzoek}\n\n[Vader slaat.]{.feit bron=verzuim vertrouwelijk=vadr reden=\"veiligheid: angst\"}\n"},
    {"a difficult word in the decision on a reaction",
     "## Deel {#deel .onderzoek}\n\n[Een.]{#a .feit bron=verzuim}\n\n"
     "::: {.reactie van=moeder datum=2026-11-10 op=#a besluit=deels reden=\"De ondertoezichtstelling blijft nodig.\"}\n\nTwee.\n\n:::\n"},
    {"a claim in a heading", "## Deel [een.]{.feit bron=verzuim} {#deel .onderzoek}\n\n[Twee.]{.feit bron=verzuim}\n"},
    {"an empty claim in a heading", "## Deel []{.feit bron=verzuim} {#deel .onderzoek}\n\n[Een.]{.feit bron=verzuim}\n"},
    {"a list with an item that makes no claim", "## Deel {#deel .onderzoek}\n\n- [Een.]{.feit bron=verzuim}\n\n- Twee.\n"},
};

Test(properties, hold_of_drafts_that_broke_them) {
  for (size_t i = 0; i < sizeof small_drafts / sizeof *small_drafts; i++) {
    bv_arena *arena = bv_arena_new();
    bv_evidence evidence = {0};
    const char *draft = bv_explanation_draft(arena, small_drafts[i].body);
    bv_expect_properties(small_drafts[i].what, draft, strlen(draft), &evidence);
    bv_arena_free(arena);
  }
}
