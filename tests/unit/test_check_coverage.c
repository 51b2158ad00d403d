/* How far each part is covered, counted by hand. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "../support/drafts.h"
#include "check/counts.h"
#include "check/coverage.h"
#include "read/read.h"

static const char body[] =
    "[Vooraf.]{.feit bron=verzuim}\n\n"
    "## Een {.onderzoek}\n\n"
    "[Aap.]{.feit bron=verzuim} [Noot.]{.mening bron=opsteller} [Mies.]{.horen-zeggen bron=g-moeder van=oma}\n"
    "[Wim.]{.feit} Een zin zonder label.\n"
    "[ADHD.]{.feit .diagnose bron=psych gesteld-door=psych gesteld-op=2025-06-12 status=bevestigd}\n"
    "[ADHD.]{.feit .diagnose bron=psych gesteld-door=psych}\n"
    "[ADHD.]{.feit .diagnose bron=psych gesteld-op=2025-06-12}\n"
    "[ADHD.]{.feit .diagnose bron=psych gesteld-door=oma gesteld-op=2025-06-12 status=bevestigd}\n\n"
    "## Twee {.onderzoek}\n\n"
    "::: {.toelichting}\n\nDit is uitleg. Dit ook.\n\n:::\n\n"
    "[Oud.]{.feit bron=raad-2023,verzuim datum=2019 negeer=datum/verouderd reden=\"Ja.\"}\n\n"
    "::: {.reactie van=moeder op=#x besluit=verwerkt}\n\nNee.\n\n:::\n";

static void expect_part(const bv_coverage *part, const char *name, const size_t expected[9]) {
  const size_t got[9] = {part->sentences, part->unlabelled, part->claims,    part->facts, part->opinions,
                         part->hearsay,   part->with_source, part->with_date, part->diagnoses};
  for (size_t i = 0; i < 9; i++)
    cr_expect(eq(sz, got[i], expected[i]), "%s, figure %zu", name, i);
}

Test(check_coverage, is_counted_for_each_part) {
  bv_document *document = bv_checked_body(body);
  const bv_coverage *parts = bv_coverage_of(document->arena, document);
  cr_assert(eq(sz, document->parts.count, 3));
  /* sentences, unlabelled, claims, facts, opinions, hearsay, with a source, with a date, diagnoses */
  expect_part(&parts[0], "before the parts", (size_t[]){1, 0, 1, 1, 0, 0, 1, 1, 0});
  expect_part(&parts[1], "the first", (size_t[]){9, 1, 8, 6, 1, 1, 7, 7, 4});
  expect_part(&parts[2], "the second", (size_t[]){1, 0, 1, 1, 0, 0, 1, 1, 0});
  cr_expect(eq(sz, parts[1].traced, 2));
  cr_expect(eq(sz, parts[0].traced + parts[2].traced, 0));
  cr_expect(eq(sz, parts[2].suppressed, 1));
  cr_expect(eq(sz, parts[0].suppressed + parts[1].suppressed, 0));
  size_t all = 0;
  for (size_t p = 0; p < 3; p++)
    for (int severity = BV_ADVIES; severity <= BV_FOUT; severity++)
      all += parts[p].findings[severity];
  cr_expect(eq(sz, all + 1, document->findings->count), "every finding is in one part");
  cr_expect(parts[0].findings[BV_FOUT] > parts[2].findings[BV_FOUT], "what is missing from the whole counts with the front matter");
  bv_document_free(document);
}

Test(check_coverage, of_the_whole_is_the_sum) {
  bv_document *document = bv_checked_body(body);
  bv_counts counts = bv_count(document);
  const size_t got[] = {counts.sentences, counts.claims,     counts.facts,  counts.opinions, counts.hearsay,   counts.diagnoses,
                        counts.unlabelled, counts.exempt, counts.sources, counts.reactions, counts.suppressed};
  const size_t expected[] = {11, 10, 8, 1, 1, 4, 1, 2, 4, 1, 1};
  for (size_t i = 0; i < sizeof got / sizeof *got; i++)
    cr_expect(eq(sz, got[i], expected[i]), "figure %zu", i);
  cr_expect(eq(sz, counts.errors + counts.warnings + counts.notes + counts.suppressed, document->findings->count));
  bv_document_free(document);
}
