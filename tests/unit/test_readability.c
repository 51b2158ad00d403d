/* Syllables against words that were checked one by one, and the formulas against sums made by hand. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/passive.h"
#include "lang/readability.h"
#include "lang/syllables.h"

static size_t syllables_of(const char *text) {
  bv_arena *arena = bv_arena_new();
  bv_tokens tokens = bv_tokenize(arena, text, strlen(text));
  size_t sum = 0;
  for (size_t i = 0; i < tokens.count; i++)
    sum += bv_syllables(&tokens.items[i]);
  bv_arena_free(arena);
  return sum;
}

Test(readability, syllables_are_those_of_the_checked_words) {
  FILE *list = fopen(SOURCE_DIR "/tests/data/lettergrepen.tsv", "r");
  cr_assert(list != NULL);
  char line[256];
  size_t words = 0;
  while (fgets(line, sizeof line, list)) {
    char *tab = strchr(line, '\t');
    if (line[0] == '#' || !tab)
      continue;
    *tab = '\0';
    words++;
    cr_expect(eq(sz, syllables_of(line), (size_t)atoi(tab + 1)), "%s", line);
  }
  fclose(list);
  cr_expect(words >= 2000, "only %zu words", words);
}

Test(readability, syllables_of_numbers_abbreviations_and_odd_words) {
  cr_expect(eq(sz, syllables_of("2026"), 1));
  cr_expect(eq(sz, syllables_of("GGZ"), 3));
  cr_expect(eq(sz, syllables_of("één"), 1));
  cr_expect(eq(sz, syllables_of("geëist"), 2));
  cr_expect(eq(sz, syllables_of("zeeëend"), 2));
  cr_expect(eq(sz, syllables_of("quasi"), 2));
  cr_expect(eq(sz, syllables_of("royaal"), 2));
  cr_expect(eq(sz, syllables_of("hm"), 1));
  cr_expect(eq(sz, syllables_of("…"), 0));
}

static bv_measure measure(const char *text) {
  bv_arena *arena = bv_arena_new();
  bv_measure result = bv_measure_text(arena, text, strlen(text));
  bv_arena_free(arena);
  return result;
}

/* 2 sentences, 7 words, 8 syllables (moe-der gaat graag naar school hij fietst), no long word. */
Test(readability, formulas_give_what_a_sum_by_hand_gives) {
  bv_measure m = measure("Moeder gaat graag naar school. Hij fietst.");
  cr_expect(eq(sz, m.sentences, 2));
  cr_expect(eq(sz, m.words, 7));
  cr_expect(eq(sz, m.syllables, 8));
  cr_expect(eq(sz, m.long_words, 0));
  cr_expect(fabs(bv_flesch_douma(&m) - (206.835 - 0.93 * 3.5 - 77 * 8.0 / 7)) < 1e-9);
  cr_expect(fabs(bv_leesindex(&m) - (195 - 2 * 3.5 - 800.0 * 2 / 3 / 7)) < 1e-9);
  cr_expect(fabs(bv_lix(&m) - 3.5) < 1e-9);
  bv_measure none = measure("… – !");
  cr_expect(eq(sz, none.words, 0));
  cr_expect(bv_flesch_douma(&none) == 0 && bv_leesindex(&none) == 0 && bv_lix(&none) == 0);
}

Test(readability, quotations_do_not_lengthen_a_sentence) {
  bv_measure m = measure("Hij zegt: “Ik wil naar huis want daar is mijn zusje en daar is mijn hond.” Dat is alles.");
  cr_expect(m.longest_sentence <= 3);
  cr_expect(m.words > 15);
}

Test(readability, subordinate_clauses_are_counted) {
  cr_expect(eq(sz, measure("Daan slaapt bij oma.").most_clauses, 0));
  cr_expect(eq(sz, measure("De school ziet dat Daan moe is.").most_clauses, 1));
  cr_expect(eq(sz, measure("De school ziet dat Daan moe is, omdat hij slecht slaapt.").most_clauses, 2));
  cr_expect(eq(sz, measure("Dat huis is klein.").most_clauses, 0));
}

static bool passive(const char *text) {
  bv_arena *arena = bv_arena_new();
  bv_tokens tokens = bv_tokenize(arena, text, strlen(text));
  bool found = bv_is_passive(&tokens, 0, tokens.count);
  bv_arena_free(arena);
  return found;
}

Test(readability, passive_sentences_are_found) {
  static const char *const sentences[] = {
      "Sam werd door oma opgehaald.", "Er wordt gekeken of Sam thuis kan wonen.", "De afspraken zijn besproken met moeder.",
      "Het plan kan worden aangepast.", "Het verslag is op 3 maart verstuurd.", "Moeder zegt dat hij vaak geplaagd wordt.",
      "Morgen worden de kinderen thuisgebracht.", "De rechter werd gebeld en kwam.", "Dat besluit was genomen.", NULL};
  for (const char *const *sentence = sentences; *sentence; sentence++)
    cr_expect(passive(*sentence), "%s", *sentence);
}

Test(readability, active_sentences_are_not_taken_for_passive_ones) {
  static const char *const sentences[] = {
      "Sam is gezond.", "Moeder is naar huis gegaan.", "Vader werd boos en zei dat hij het heeft geregeld.", "Hij wordt twaalf jaar.",
      "Oma is teruggekomen.", "Zijn gebroken arm doet pijn.", "Zij zijn getrouwd geweest.", "Het geluid werd harder.",
      "Moeder heeft de school gebeld.", "De zorgen zijn toegenomen.", "Hij zegt: “Ik word altijd geslagen.”", "Dat was in het verleden.",
      "Sam wordt verliefd, en vader heeft gelachen.", NULL};
  for (const char *const *sentence = sentences; *sentence; sentence++)
    cr_expect(passive(*sentence) == false, "%s", *sentence);
}

Test(readability, difficult_words_are_counted_once_each) {
  bv_arena *arena = bv_arena_new();
  const char *text = "De gezaghebbende ouder is thans bij de communicatiedeskundige. Hij zei: “Derhalve.” In Hardinxveld-Giessendammerland.";
  bv_measure m = bv_measure_fully(arena, text, strlen(text));
  cr_expect(eq(sz, m.difficult_words, 3));
  cr_expect(eq(sz, m.passive_sentences, 0));
  cr_expect(bv_difficult_share(&m) > 15 && bv_difficult_share(&m) < 30);
  bv_measure twice = m;
  bv_measure_add(&twice, &m);
  cr_expect(eq(sz, twice.difficult_words, 6));
  bv_arena_free(arena);
}
