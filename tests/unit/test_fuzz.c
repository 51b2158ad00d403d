/* What the fuzzer starts from, and every fault it found, goes through the same targets in each run of the tests. */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../fuzz/targets.h"
#include "../support/run.h"

/* Feeds every file of the pattern; gives how many there were. The bytes end where their memory does. */
static size_t feed(const char *pattern, bv_fuzz_run *run) {
  glob_t files = {0};
  glob(pattern, 0, NULL, &files);
  size_t count = files.gl_pathc;
  for (size_t i = 0; i < count; i++) {
    size_t length;
    char *bytes = bv_slurp(files.gl_pathv[i], &length), *exact = malloc(length ? length : 1);
    memcpy(exact, bytes, length);
    run(exact, length);
    free(exact);
    free(bytes);
  }
  globfree(&files);
  return count;
}

/* The targets by their place: the list is that of the fuzzer, so none can be forgotten. */
ParameterizedTestParameters(fuzz, seeds_and_reproducers) {
  static size_t places[64];
  for (size_t i = 0; i < bv_fuzz_target_count; i++)
    places[i] = i;
  return cr_make_param_array(size_t, places, bv_fuzz_target_count);
}

ParameterizedTest(size_t *place, fuzz, seeds_and_reproducers) {
  const bv_fuzz_target *target = &bv_fuzz_targets[*place];
  char pattern[512];
  snprintf(pattern, sizeof pattern, SOURCE_DIR "/tests/fuzz/seeds/%s/*", target->name);
  cr_expect(feed(pattern, target->run) > 0, "%s has no seeds", target->name);
  snprintf(pattern, sizeof pattern, SOURCE_DIR "/tests/fuzz/reproducers/%s/*", target->name);
  feed(pattern, target->run);
  snprintf(pattern, sizeof pattern, SOURCE_DIR "/tests/fuzz/dictionaries/%s.dict", target->dictionary);
  char *words = bv_slurp(pattern, NULL);
  cr_expect(words != NULL, "%s has no dictionary %s", target->name, target->dictionary);
  free(words);
}

Test(fuzz, every_seed_is_of_a_target) {
  static const char *const folders[] = {SOURCE_DIR "/tests/fuzz/seeds/*", SOURCE_DIR "/tests/fuzz/reproducers/*"};
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
    glob_t found = {0};
    glob(folders[i], 0, NULL, &found);
    for (size_t k = 0; k < found.gl_pathc; k++)
      cr_expect(bv_fuzz_target_find(strrchr(found.gl_pathv[k], '/') + 1) != NULL, "%s", found.gl_pathv[k]);
    globfree(&found);
  }
}

Test(fuzz, whole_samples_and_kinds) {
  cr_assert(feed(SOURCE_DIR "/samples/*.md", bv_fuzz_draft) >= 6);
  cr_assert(feed(SOURCE_DIR "/tests/format/*.md", bv_fuzz_draft) > 0);
  cr_assert(feed(SOURCE_DIR "/schemas/kinds/*.xml", bv_fuzz_kinds) >= 3);
}

/* Found by a fuzzer: the fixed texts were searched without end for a kind that the draft does not name. */
Test(fuzz, a_draft_without_a_kind_comes_to_an_end) {
  static const char *const kinds[] = {"", "soort: \"\"\n", "soort: onbekend\n"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    char draft[256];
    snprintf(draft, sizeof draft, "---\nbronvast: 1\n%sdatum: 2026-11-20\n---\n\n## Deel\n\nHij liep weg.\n", kinds[i]);
    bv_ran ran = bv_run_program(
        (const char *const[]){"bronvast", "render", "--for", "rechtbank", "--as-is", "--to", "xml", "-", NULL}, draft);
    cr_expect(ran.status == 0, "%s: %d, %s", kinds[i], ran.status, ran.err);
    bv_ran_free(&ran);
  }
}

/* Half a sample: everything that was open stays so. */
Test(fuzz, drafts_that_break_off) {
  size_t length;
  char *bytes = bv_slurp(SOURCE_DIR "/samples/raadsrapport-fout.md", &length);
  for (size_t at = 0; at < length; at += length / 40 + 1) {
    bv_fuzz_draft(bytes, at);
    bv_fuzz_body(bytes + at, (length - at) / 8);
  }
  free(bytes);
}

/* What plain.h promises is asked of every line, whatever it says. */
Test(fuzz, plainer_words_say_the_same) {
  size_t length, lines = 0;
  char *bytes = bv_slurp(SOURCE_DIR "/tests/quality/measure.tsv", &length), *rest = NULL;
  for (char *line = strtok_r(bytes, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest), lines++)
    bv_fuzz_language(line, strlen(line));
  free(bytes);
  cr_assert(lines > 400);
}
