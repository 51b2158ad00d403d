/* Rules on labels: what lies outside claims, to the word; and one finding for one fault. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "../support/drafts.h"
#include "base/buf.h"
#include "check/check.h"
#include "read/read.h"

static void expect_bare(const char *body, const char *text) {
  bv_document *document = bv_checked_body(body);
  const bv_finding *finding = bv_raised_at(document, "label/ontbreekt", 0);
  cr_expect(eq(str, (char *)bv_text_of(document, finding), (char *)text), "%s", bv_all_found(document));
  bv_document_free(document);
}

Test(check_label, a_sentence_outside_every_claim_is_found_whole) {
  expect_bare("## Thuis\n\nMoeder werkt. [Sam leest.]{.feit bron=verzuim}\n", "Moeder werkt.");
  expect_bare("## Thuis\n\n- [Sam leest.]{.feit bron=verzuim}\n- Moeder *werkt* in Ede.\n", "Moeder *werkt* in Ede.");
  expect_bare("## Thuis\n\n> “Ik ben er altijd”, zegt moeder.\n", "“Ik ben er altijd”, zegt moeder.");
}

Test(check_label, of_a_sentence_partly_outside_the_words_are_found) {
  expect_bare("## Thuis\n\n[Sam leest]{.feit bron=verzuim} en hij zingt.\n", "en hij zingt");
  expect_bare("## Thuis\n\nEn toen [las Sam]{.feit bron=verzuim} een boek.\n", "En toen");
  expect_bare("## Thuis\n\n[Sam leest]{.feit bron=verzuim}, zingt\nen fluit [graag.]{.feit bron=verzuim}\n",
              "zingt\nen fluit");
  expect_bare("## Thuis\n\n[Daar was de]{.feit bron=verzuim} 3 [in het rapport.]{.feit bron=verzuim}\n", "3");
}

Test(check_label, marks_and_exempt_text_need_no_label) {
  static const char *const bodies[] = {
      "## Thuis\n\n[Sam leest]{.feit bron=verzuim}.\n",
      "## Thuis\n\n[Sam leest]{.feit bron=verzuim} – [hij zingt]{.mening bron=g-moeder}!\n",
      "## Wat de Raad deed {.toelichting}\n\nDe Raad sprak met moeder.\n",
      "## Thuis {.feit bron=verzuim}\n\nSam leest. Sam zingt.\n\n- Sam fluit.\n",
      "::: {.mening bron=g-moeder}\nSam leest.\n\nSam zingt.\n:::\n",
      "## Een kop met woorden\n\n***\n",
      "## Thuis\n\n[Sam leest.]{#leest .feit bron=verzuim}\n\n::: {.reactie van=moeder op=#leest besluit=verwerkt}\nDat klopt.\n:::\n",
      "## Thuis\n\n[Sam leest.]{#leest .feit bron=verzuim}\n\n::: {.voor-ouders bij=#leest}\nSam leest vaak.\n:::\n"};
  for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
    cr_expect(eq(sz, bv_raised_in(bodies[i], "label/ontbreekt"), 0), "%s", bodies[i]);
}

Test(check_label, each_sentence_counts_once) {
  cr_expect(eq(sz, bv_raised_in("Een. Twee is dhr. Jansen. Drie? Vier!\n\nVijf.\n", "label/ontbreekt"), 5));
}

Test(check_label, an_opinion_without_source_lacks_holder_and_source_and_no_more) {
  bv_document *document = bv_checked_body("## Thuis\n\n[Sam is moe.]{.mening}\n");
  cr_expect(eq(sz, bv_raised(document, "label/mening-zonder-houder"), 1));
  cr_expect(eq(sz, bv_raised(document, "bron/ontbreekt"), 1));
  cr_expect(eq(sz, bv_raised(document, "datum/ontbreekt"), 0));
  bv_document_free(document);
}

Test(check_label, a_header_without_holder_is_said_once_at_the_header) {
  bv_document *document = bv_checked_body("## Visie {.mening}\n\nSam is moe.\n\nMoeder is blij.\n");
  cr_assert(eq(sz, bv_raised(document, "label/mening-zonder-houder"), 1), "%s", bv_all_found(document));
  cr_expect(
      eq(str, (char *)bv_text_of(document, bv_raised_at(document, "label/mening-zonder-houder", 0)), "{.mening}"));
  bv_document_free(document);
  cr_expect(eq(sz, bv_raised_in("## Visie {.feit}\n\nSam is moe.\n\nMoeder is blij.\n", "bron/ontbreekt"), 1));
}

Test(check_label, a_misspelt_source_is_not_a_missing_holder) {
  bv_document *document = bv_checked_body("## Thuis\n\n[Sam is moe.]{.mening bron=g-moedr}\n");
  cr_expect(eq(sz, bv_raised(document, "bron/onbekend"), 1));
  cr_expect(eq(sz, bv_raised(document, "label/mening-zonder-houder"), 0));
  bv_document_free(document);
}

static const char *front_with(bv_arena *arena, const char *source, const char *body) {
  return bv_sprintf(
      arena,
      "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"
      "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad}\npersonen: []\nbronnen:\n"
      "  - {id: x, %s, datum: 2026-10-01, in-bezit: ja, aangekondigd: ja, geaccordeerd: ja}\n---\n\n%s",
      source, body);
}

Test(check_label, who_can_hold_an_opinion) {
  static const struct {
    const char *source;
    size_t count;
  } cases[] = {{"soort: document, titel: Brief, auteur: K. Blom", 0},
               {"soort: document, titel: Brief, organisatie: De Meent", 1},
               {"soort: eerder-rapport, titel: Raadsrapport", 1},
               {"soort: eerder-rapport, titel: Raadsrapport, organisatie: Raad", 0},
               {"soort: uitspraak, titel: Beschikking, organisatie: rechtbank", 0},
               {"soort: gesprek, titel: Gesprek", 1},
               {"soort: gesprek, persoon: niemand", 0} /* markup/verwijzing says that nobody is called so */};
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_document *document =
        bv_checked(front_with(arena, cases[i].source, "## Thuis\n\n[Sam is moe.]{.mening bron=x}\n"));
    cr_expect(eq(sz, bv_raised(document, "label/mening-zonder-houder"), cases[i].count), "%s:\n%s", cases[i].source,
              bv_all_found(document));
    bv_document_free(document);
  }
  bv_arena_free(arena);
}

Test(check_label, hearsay_is_from_somebody_else) {
  static const struct {
    const char *attributes;
    size_t count;
  } cases[] = {{"bron=g-moeder van=oma", 0},
               {"bron=g-moeder", 1},
               {"bron=g-moeder van=\"\"", 1},
               {"bron=g-moeder van=moeder", 1},
               {"bron=g-moeder,verzuim van=moeder", 1},
               {"bron=g-moeder van=oom", 0} /* markup/verwijzing */};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char body[256];
    snprintf(body, sizeof body, "## Thuis\n\n[Sam was op straat.]{.horen-zeggen %s}\n", cases[i].attributes);
    cr_expect(eq(sz, bv_raised_in(body, "label/horen-zeggen-zonder-van"), cases[i].count), "%s", cases[i].attributes);
  }
}

Test(check_label, two_labels_are_counted_by_kind) {
  cr_expect(eq(sz, bv_raised_in("[Sam leest.]{.feit .feit bron=verzuim}\n", "label/dubbel"), 0));
  cr_expect(eq(sz, bv_raised_in("[Sam leest.]{.feit .horen-zeggen bron=verzuim van=oma}\n", "label/dubbel"), 1));
  cr_expect(
      eq(sz, bv_raised_in("## Thuis {.feit .mening bron=verzuim}\n\nSam leest.\n\nSam zingt.\n", "label/dubbel"), 1));
  cr_expect(eq(sz, bv_raised_in("## Thuis {.mening bron=verzuim}\n\n[Sam leest.]{.feit}\n", "label/dubbel"), 0),
            "what stands nearer wins");
}

Test(check_label, very_many_sentences_and_spans_take_time_in_proportion, .timeout = 20) {
  bv_arena *arena = bv_arena_new();
  bv_buf body = bv_buf_new(arena);
  for (int i = 0; i < 20000; i++)
    bv_buf_puts(&body, "[Sam leest.]{.feit bron=verzuim} Moeder werkt. ");
  cr_expect(eq(sz, bv_raised_in(bv_buf_string(&body), "label/ontbreekt"), 20000));
  bv_arena_free(arena);
}
