/* The plain-language engine: what it replaces, what it must leave alone, where it splits; and the rules that rest on
 * it. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "../support/drafts.h"
#include "lang/faithful.h"
#include "lang/plain.h"
#include "lang/table.h"
#include "lang/terms.h"
#include "read/read.h"

static void becomes(const char *text, const char *plain) {
  bv_arena *arena = bv_arena_new();
  bv_simplified result = bv_simplify(arena, text, strlen(text));
  cr_expect(eq(str, (char *)result.text, (char *)plain));
  cr_expect(eq(sz, result.length, strlen(plain)));
  bv_arena_free(arena);
}

static void stays(const char *text) { becomes(text, text); }

Test(plain, official_words_become_everyday_words) {
  becomes("Indien moeder ziek is, belt zij tevens oma.", "Als moeder ziek is, belt zij ook oma.");
  becomes("Thans woont Sam reeds bij oma.", "Nu woont Sam al bij oma.");
  becomes("Moeder praat met betrekking tot Sam.", "Moeder praat over Sam.");
  becomes("Sam kwam nimmer te laat.", "Sam kwam nooit te laat.");
}

Test(plain, abbreviations_and_dates_are_written_out) {
  becomes("Sam krijgt bijv. hulp i.p.v. straf.", "Sam krijgt bijvoorbeeld hulp in plaats van straf.");
  becomes("Dhr. Bakker kwam op 29-01-2026.", "De heer Bakker kwam op 29 januari 2026.");
  becomes("Hij leest, fietst, etc.", "Hij leest, fietst, enzovoort.");
}

Test(plain, quotations_names_and_evidence_are_left_alone) {
  stays("Moeder zegt: “Indien hij komt, ga ik.”");
  stays("Volgens vader is Sam kennelijk moe.");
  stays("Conform de brief zou Sam blijven.");
  stays("De Stichting Thans Wonen hielp moeder.");
  stays("De betreffende ouder kwam gedurende drie weken.");
}

Test(plain, sentences_are_split_where_both_halves_stand) {
  becomes("Sam ging in de week van de toets elke dag met de fiets naar school, en hij was steeds op tijd in de klas.",
          "Sam ging in de week van de toets elke dag met de fiets naar school. Hij was steeds op tijd in de klas.");
  becomes(
      "Moeder bracht Sam in de eerste week elke ochtend lopend naar school, maar zij was door haar werk vaak te laat.",
      "Moeder bracht Sam in de eerste week elke ochtend lopend naar school. Maar zij was door haar werk vaak te laat.");
}

Test(plain, sentences_are_not_split_where_a_half_would_say_something_else) {
  stays("Vader zegt dat moeder in die week elke avond weg was bij een vriendin, en zij was dan pas laat thuis.");
  stays("Misschien ging Sam in die week elke dag met de fiets naar zijn oude school, en hij was dan op tijd.");
  stays("Als Sam in de week van de toets elke dag met de fiets naar school gaat, en hij is op tijd, krijgt hij een "
        "ijsje.");
  stays("Sam houdt van voetbal op het grote veld achter de school, van tekenen, van lezen in bed, en van zijn hond.");
}

Test(plain, changes_are_recorded_with_their_place) {
  bv_arena *arena = bv_arena_new();
  const char *text = "Sam is thans ziek.";
  bv_simplified result = bv_simplify(arena, text, strlen(text));
  cr_assert(eq(sz, result.changes.count, 1));
  cr_expect(eq(str, (char *)result.changes.items[0].before, "thans"));
  cr_expect(eq(str, (char *)result.changes.items[0].after, "nu"));
  cr_expect(eq(u32, result.changes.items[0].start, 7));
  cr_expect(eq(u32, result.changes.items[0].end, 12));
  cr_expect(result.readable);
  bv_arena_free(arena);
}

Test(plain, nothing_changes_in_or_across_what_is_fixed) {
  bv_arena *arena = bv_arena_new();
  const char *text = "Sam is thans en reeds thans met betrekking tot school ziek.";
  bv_stretch places[] = {{7, 12}, {16, 16}, {22, 22}, {36, 36}};
  bv_stretches fixed = {places, 4, 4};
  bv_simplified result = bv_simplify_around(arena, text, strlen(text), &fixed);
  cr_expect(eq(str, (char *)result.text, "Sam is thans en al nu met betrekking tot school ziek."));
  bv_arena_free(arena);
}

/* Found by a fuzzer: a text that names somebody twice says the same as itself. */
Test(plain, what_is_odd_already_stays_faithful) {
  stays("Vader zag een kind en vader en vader is twee maanden weg.");
  bv_arena *arena = bv_arena_new();
  const char *text = "Vader zag een kind en vader en vader is twee maanden weg.";
  bv_facts facts = bv_facts_in(arena, text, strlen(text), NULL);
  cr_expect(eq(sz, bv_faithful(arena, &facts, &facts, NULL).count, 0));
  bv_arena_free(arena);
}

/* An abbreviation that stands for two words is left alone. */
Test(plain, what_has_two_meanings_stays) {
  stays("De gem. Utrecht belde.");
  stays("Sam was tien min. te laat.");
}

/* Every claim of the samples: what the engine makes of it says the same, and its quotations are untouched. */
Test(plain, claims_of_the_samples_keep_what_they_say) {
  static const char *const samples[] = {"raadsrapport", "plan-van-aanpak", "verzoekschrift-spoed"};
  for (size_t s = 0; s < sizeof samples / sizeof *samples; s++) {
    char path[256];
    snprintf(path, sizeof path, SOURCE_DIR "/samples/%s.md", samples[s]);
    bv_document *document = bv_read_file(path, NULL).document;
    cr_assert(document != NULL);
    for (size_t i = 0; i < document->claims.count; i++) {
      const char *text = bv_claim_text(document->arena, document->claims.items[i]);
      bv_simplified plain = bv_simplify(document->arena, text, strlen(text));
      bv_facts first = bv_facts_in(document->arena, text, strlen(text), NULL);
      bv_facts second = bv_facts_in(document->arena, plain.text, plain.length, NULL);
      cr_expect(eq(sz, bv_faithful(document->arena, &first, &second, NULL).count, 0), "%s → %s", text, plain.text);
    }
    bv_document_free(document);
  }
}

/* Each safe pair, in the middle of a sentence: it is replaced, and comparing notices nothing. */
Test(plain, every_safe_pair_is_used) {
  bv_arena *arena = bv_arena_new();
  bv_table pairs = bv_table_read(arena, "src/lang/pairs.tsv");
  size_t safe = 0;
  for (size_t i = 0; i < pairs.count; i++) {
    const bv_row *row = &pairs.items[i];
    if (row->fields[2][0] != 'S')
      continue;
    safe++;
    const char *text = bv_sprintf(arena, "Sam kwam %s met zijn fiets naar huis.", row->fields[0]);
    const char *expected = bv_sprintf(arena, "Sam kwam %s met zijn fiets naar huis.", row->fields[1]);
    cr_expect(eq(str, (char *)bv_simplify(arena, text, strlen(text)).text, (char *)expected));
  }
  cr_expect(safe > 120, "only %zu", safe);
  cr_expect(pairs.count >= 195, "only %zu", pairs.count);
  bv_arena_free(arena);
}

Test(plain, hostile_texts_are_survived) {
  bv_arena *arena = bv_arena_new();
  enum { LENGTH = 600000 };
  static const char *const pieces[] = {"thans ", "m.b.t. ", "\"", ", en zij is ", "niet ", "a",
                                       "12.",    "één ",    "[",  "vier"};
  for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
    char *text = bv_alloc(arena, LENGTH + 16);
    size_t length = 0;
    for (; length < LENGTH; length += strlen(pieces[p]))
      strcpy(text + length, pieces[p]);
    bv_simplified result = bv_simplify(arena, text, length);
    cr_expect(result.text != NULL && strlen(result.text) == result.length);
  }
  stays("");
  stays(" ");
  bv_arena_free(arena);
}

Test(plain, a_short_or_simplified_claim_needs_no_text_of_the_author) {
  cr_expect(eq(sz, bv_raised_in("[Sam was twaalf dagen niet op school.]{.feit bron=verzuim}", "ouders/ontbreekt"), 0));
  cr_expect(eq(
      sz,
      bv_raised_in("[Indien Sam ziek is, belt moeder onverwijld de school.]{.feit bron=verzuim}", "ouders/ontbreekt"),
      0));
}

Test(plain, a_block_for_a_section_serves_the_claims_in_it) {
  const char *claim =
      "[De intern begeleider vindt dat Sam door de wisselende slaaptijden thuis en de lange reistijd naar school niet "
      "in staat is om de lessen van de eerste twee uren met voldoende aandacht te volgen.]{.mening bron=verzuim}\n";
  char body[1024];
  snprintf(body, sizeof body, "## School {#s .onderzoek}\n\n%s", claim);
  cr_expect(eq(sz, bv_raised_in(body, "ouders/ontbreekt"), 1));
  snprintf(body, sizeof body,
           "## School {#s .onderzoek}\n\n%s\n::: {.voor-ouders bij=#s}\nSam let op school niet goed op.\n:::\n", claim);
  cr_expect(eq(sz, bv_raised_in(body, "ouders/ontbreekt"), 0));
}
