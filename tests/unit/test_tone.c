/* What no list of words tells: how a sentence speaks as a whole, learned from the sentences in src/lang/examples. None of the
 * sentences here is one of those. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "../support/drafts.h"
#include "lang/tone_weights.h"
#include "read/read.h"

/* How often the rule is raised on the sentence under that label. */
static size_t raised(const char *rule, const char *label, const char *sentence) {
  char body[512];
  snprintf(body, sizeof body, "## Thuis {.onderzoek}\n\n[%s]{.%s bron=verzuim}\n", sentence, label);
  return bv_raised_in(body, rule);
}

static bool is_noticed(const char *sentence) {
  return raised("label/feit-is-oordeel", "feit", sentence) + raised("label/deskundig-oordeel", "feit", sentence) +
             raised("label/kleuring", "feit", sentence) + raised("label/feit-is-horen-zeggen", "feit", sentence) +
             raised("bron/vaag", "feit", sentence) > 0;
}

Test(tone, judgements_that_no_list_has) {
  static const char *const all[] = {"De ouders slagen er niet in om hun ruzies bij de kinderen weg te houden.",
                                    "Sam trekt zich op aan de aandacht van zijn juf.",
                                    "Voor Sam is het van belang dat hij weet waar hij aan toe is.",
                                    "Sam verdient een plek waar hij tot rust komt.",
                                    "Zonder zijn oma was Sam nergens geweest.",
                                    "Moeder ziet niet wat haar baby nodig heeft.",
                                    "Moeder weet haar kinderen goed gerust te stellen."};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    cr_expect(is_noticed(all[i]), "%s", all[i]);
}

Test(tone, facts_with_the_same_words) {
  static const char *const all[] = {"Een vast ritme staat niet op het rooster van Sam.",
                                    "De nieuwe school van Sam heeft een gymzaal.",
                                    "Vader heeft geen jas aan.",
                                    "Sam hangt zijn jas aan de kapstok van de juf.",
                                    "De tuin van moeder is even groot als die van de buren.",
                                    "Sam kreeg een plek bij het raam.",
                                    "Moeder neemt de kinderen mee op de fiets."};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    cr_expect(not(is_noticed(all[i])), "%s", all[i]);
}

/* Only of a fact is it asked whether it is one. */
Test(tone, opinions_are_not_asked) {
  static const char sentence[] = "Sam verdient een plek waar hij tot rust komt.";
  cr_expect(eq(sz, raised("label/feit-is-oordeel", "feit", sentence), 1));
  cr_expect(eq(sz, raised("label/feit-is-oordeel", "mening", sentence), 0));
}

/* What names nobody is about whom its paragraph is about, or the one before. */
Test(tone, who_it_is_about_stands_before) {
#define DOUBT "[Zo komt er nooit rust.]{.feit bron=verzuim}\n"
  static const char rule[] = "label/feit-is-oordeel";
  cr_expect(eq(sz, bv_raised_in("## Thuis {.onderzoek}\n\n[Het regende.]{.feit bron=verzuim}\n\n" DOUBT, rule), 0));
  cr_expect(eq(sz, bv_raised_in("## Thuis {.onderzoek}\n\n[Sam tilde de tas.]{.feit bron=verzuim}\n" DOUBT, rule), 1));
  cr_expect(eq(sz, bv_raised_in("## Thuis {.onderzoek}\n\n[Sam tilde de tas.]{.feit bron=verzuim}\n\n" DOUBT, rule), 1));
#undef DOUBT
}

/* The message names words of the sentence, and is less sure than one that rests on a list. */
Test(tone, the_message_asks) {
  bv_document *document = bv_checked("---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-01\n---\n\n## Thuis {.onderzoek}\n\n"
                                     "[Vader bracht de tas, en het is van belang dat Sam weet waar hij aan toe is.]{.feit}\n");
  bool found = false;
  for (size_t i = 0; i < document->findings->count; i++) {
    const bv_finding *finding = &document->findings->items[i];
    if (finding->rule != BV_RULE_LABEL_FEIT_IS_OORDEEL)
      continue;
    found = true;
    cr_expect(ne(ptr, (void *)strstr(finding->message, "het is van belang dat"), NULL), "%s", finding->message);
    cr_expect(ne(ptr, (void *)strstr(finding->message, "?"), NULL), "%s", finding->message);
  }
  cr_expect(found);
  bv_document_free(document);
}

/* A search in them leans on their order. */
Test(tone, weights_are_in_order) {
  cr_assert(gt(sz, bv_tone_weight_count, 1000));
  for (size_t i = 1; i < bv_tone_weight_count; i++)
    cr_assert(lt(u32, bv_tone_weights[i - 1].sign, bv_tone_weights[i].sign));
}
