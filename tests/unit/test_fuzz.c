/* What the fuzzers start from, and every fault they found, goes through the same targets in each run of the tests. */
#include <criterion/criterion.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../fuzz/targets.h"
#include "../support/run.h"

typedef void target(const uint8_t *bytes, size_t length);

/* Feeds every file of the pattern, each behind `kind` when that is not NUL; gives how many there were. */
static size_t feed(const char *pattern, target *to, char kind) {
  glob_t files;
  cr_assert(glob(pattern, 0, NULL, &files) == 0, "no file %s", pattern);
  for (size_t i = 0; i < files.gl_pathc; i++) {
    size_t length;
    char *bytes = bv_slurp(files.gl_pathv[i], &length), *input = malloc(length + 1);
    size_t head = kind != '\0';
    input[0] = kind;
    memcpy(input + head, bytes, length);
    to((const uint8_t *)input, length + head);
    free(input);
    free(bytes);
  }
  size_t count = files.gl_pathc;
  globfree(&files);
  return count;
}

Test(fuzz, drafts_go_all_the_way) {
  cr_assert(feed(SOURCE_DIR "/samples/*.md", bv_fuzz_draft, '\0') >= 6);
  cr_assert(feed(SOURCE_DIR "/tests/format/*.md", bv_fuzz_draft, '\0') > 0);
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
    bv_fuzz_draft((const uint8_t *)bytes, at);
    bv_fuzz_body((const uint8_t *)bytes + at, (length - at) / 8);
  }
  free(bytes);
}

/* What plain.h promises is asked of every line, whatever it says. */
Test(fuzz, plainer_words_say_the_same) {
  size_t length, lines = 0;
  char *bytes = bv_slurp(SOURCE_DIR "/tests/quality/measure.tsv", &length), *rest = NULL;
  for (char *line = strtok_r(bytes, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest), lines++)
    bv_fuzz_language((const uint8_t *)line, strlen(line));
  free(bytes);
  cr_assert(lines > 400);
}

Test(fuzz, files_from_outside) {
  cr_assert(feed(SOURCE_DIR "/schemas/kinds/*.xml", bv_fuzz_file, 'k') >= 3);
  cr_assert(feed(SOURCE_DIR "/samples/*.md", bv_fuzz_file, 'f') >= 6);
  cr_assert(feed(SOURCE_DIR "/schemas/*.json", bv_fuzz_file, 'm') > 0);
  cr_assert(feed(SOURCE_DIR "/schemas/*.json", bv_fuzz_file, 'y') > 0);
}
