/* A dictionary that is missing or is not Dutch: said in the result, once for each draft, with status 4; all other rules
 * still hold. The program gets another dictionary by tests/support/other_dictionary.c. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "../support/run.h"

#define DRAFT "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\nSam is gezont.\n"

static void take_away_dictionary(void) {
  setenv("LD_PRELOAD", BUILD_DIR "/tests/support/other_dictionary.so", 1);
  setenv("ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0", 1);
}

/* The same with these files in the place of the dictionary. */
static void replace_dictionary(const char *affixes, const char *words) {
  bv_enter_folder();
  bv_spill_text("nl_NL.aff", affixes);
  bv_spill_text("nl_NL.dic", words);
  setenv("BV_OTHER_DICTIONARY", bv_entered_folder(), 1);
  take_away_dictionary();
}

static size_t occurrences(const char *text, const char *words) {
  size_t count = 0;
  for (; (text = strstr(text, words)) != NULL; text += strlen(words))
    count++;
  return count;
}

/* What is said of the draft, so often as it is given. */
static void expect_said(size_t times, const char *sentence) {
  const char *argv[7] = {"bronvast", "check", "--jobs=1"};
  for (size_t i = 0; i < times; i++)
    argv[3 + i] = "concept.md";
  bv_spill_text("concept.md", DRAFT);
  bv_ran ran = bv_run_program(argv, NULL);
  cr_expect(eq(int, ran.status, 4), "%s%s", ran.out, ran.err);
  cr_expect(eq(sz, occurrences(ran.out, sentence), times), "%s", ran.out);
  cr_expect(eq(sz, occurrences(ran.out, "installeer het woordenboek (Debian: hunspell-nl)"), times), "%s", ran.out);
  cr_expect(eq(sz, occurrences(ran.out, "[label/ontbreekt;"), times), "the other rules still hold: %s", ran.out);
  cr_expect(eq(sz, occurrences(ran.out, "gezont\""), 0), "no word is called wrong: %s", ran.out);
  cr_expect(eq(str, ran.err, ""));
  bv_ran_free(&ran);
}

Test(dictionary, that_is_missing_is_said, .init = bv_enter_folder, .fini = bv_leave_folder) {
  take_away_dictionary();
  expect_said(1, "de spelling is niet nagegaan: het woordenboek /usr/share/hunspell/nl_NL.dic ontbreekt");
  expect_said(3, "de spelling is niet nagegaan: het woordenboek /usr/share/hunspell/nl_NL.dic ontbreekt");
}

Test(dictionary, of_another_language_is_said, .fini = bv_leave_folder) {
  replace_dictionary("SET UTF-8\n", "2\nchildren\nhouse\n");
  expect_said(1, "de spelling is niet nagegaan: /usr/share/hunspell/nl_NL.dic is geen Nederlands woordenboek");
  expect_said(3, "de spelling is niet nagegaan: /usr/share/hunspell/nl_NL.dic is geen Nederlands woordenboek");
}

Test(dictionary, in_another_encoding_is_said, .fini = bv_leave_folder) {
  replace_dictionary("SET ISO8859-1\n", "2\nkinderen\nhuis\n");
  expect_said(1, "is geen Nederlands woordenboek");
}

Test(dictionary, that_is_empty_or_no_dictionary_is_said, .fini = bv_leave_folder) {
  replace_dictionary("", "");
  expect_said(1, "is geen Nederlands woordenboek");
  bv_spill_text("nl_NL.aff", "\x7f" "ELF\x02\x01\xff\xfe\n\n\xff");
  bv_spill_text("nl_NL.dic", "99999999999\n////\n\xff\xfe/\xff\n");
  expect_said(1, "is geen Nederlands woordenboek");
}

/* Who switches the rule off needs no dictionary. */
Test(dictionary, is_not_missed_by_who_does_not_ask_for_spelling, .init = bv_enter_folder, .fini = bv_leave_folder) {
  take_away_dictionary();
  bv_spill_text("bronvast.yaml", "regels:\n  taal/spelling: {ernst: uit, reden: \"Wij lezen zelf na.\"}\n");
  bv_spill_text("concept.md", DRAFT);
  bv_ran ran = bv_run_program((const char *const[]){"bronvast", "check", "concept.md", NULL}, NULL);
  cr_expect(eq(int, ran.status, 1), "%s%s", ran.out, ran.err);
  cr_expect(strstr(ran.out, "onderdrukt (advies): de spelling is niet nagegaan") != NULL, "%s", ran.out);
  bv_ran_free(&ran);
}
