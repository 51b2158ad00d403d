/* A former result: what stood in it is known, and only what is new counts. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/run.h"

#define FRONT "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\n"
#define FIRST "Hij liep weg.\n\n"
#define SECOND "Zij kwam terug.\n\n"
#define THIRD "Het regende hard.\n\n"

static bv_ran check(const char *a, const char *b, const char *c, const char *d) {
  const char *argv[] = {"bronvast", "check", a, b, c, d, NULL};
  return bv_run_program(argv, NULL);
}

/* Keeps the result on the drafts in basis.json. */
static void keep(const char *format, const char *name, const char *second) {
  bv_ran ran = check(format, "--output=basis.json", name, second);
  cr_assert(ran.status <= 3, "%s", ran.err);
  bv_ran_free(&ran);
}

static void expect(const char *name, int status, long known, long fresh, long solved) {
  bv_ran ran = check("--format=json", "--baseline=basis.json", name, NULL);
  cr_expect(eq(int, ran.status, status), "%s: %s", name, ran.err);
  json_t *report = json_loads(ran.out, 0, NULL);
  const json_t *file = json_array_get(json_object_get(report, "files"), 0), *since = json_object_get(file, "baseline");
  cr_expect(eq(long, (long)json_integer_value(json_object_get(since, "known")), known));
  cr_expect(eq(long, (long)json_integer_value(json_object_get(since, "new")), fresh));
  cr_expect(eq(long, (long)json_integer_value(json_object_get(since, "solved")), solved));
  const json_t *findings = json_object_get(file, "findings");
  long marked = 0;
  for (size_t i = 0; i < json_array_size(findings); i++) {
    const json_t *finding = json_array_get(findings, i);
    marked += json_is_true(json_object_get(finding, "known")) && json_is_false(json_object_get(finding, "suppressed"));
  }
  cr_expect(eq(long, marked, known));
  json_decref(report);
  bv_ran_free(&ran);
}

/* How many findings a draft without content has, of which all but those about sentences are the same each time. */
static long findings_of(const char *name) {
  bv_ran ran = check("--format=json", name, NULL, NULL);
  json_t *report = json_loads(ran.out, 0, NULL);
  long count = (long)json_array_size(json_object_get(json_array_get(json_object_get(report, "files"), 0), "findings"));
  json_decref(report);
  bv_ran_free(&ran);
  return count;
}

Test(baseline, only_what_is_new_counts, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_spill_text("a.md", FRONT FIRST SECOND);
  keep("--format=json", "a.md", NULL);
  long all = findings_of("a.md");
  expect("a.md", 0, all, 0, 0);
  bv_spill_text("a.md", FRONT "### Nieuw\n\n" SECOND "- " FIRST);
  expect("a.md", 0, all, 0, 0);
  bv_spill_text("a.md", FRONT SECOND);
  expect("a.md", 0, all - 1, 0, 1);
  bv_spill_text("a.md", FRONT THIRD SECOND);
  expect("a.md", 1, all - 1, 1, 1);
  bv_spill_text("a.md", FRONT FIRST FIRST SECOND);
  expect("a.md", 1, all, 1, 0);
}

Test(baseline, a_former_exception_that_is_none_now_is_new, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_spill_text("a.md", FRONT "::: {negeer=label/ontbreekt reden=\"later\"}\n" FIRST ":::\n");
  keep("--format=json", "a.md", NULL);
  long others = findings_of("a.md") - 1;
  expect("a.md", 0, others, 0, 0);
  bv_spill_text("a.md", FRONT FIRST);
  expect("a.md", 1, others, 1, 0);
}

Test(baseline, json_lines_and_several_files, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_spill_text("a.md", FRONT FIRST);
  bv_spill_text("b.md", FRONT SECOND);
  keep("--format=jsonl", "a.md", "b.md");
  long all = findings_of("a.md");
  expect("a.md", 0, all, 0, 0);
  expect("./b.md", 0, all, 0, 0);
  bv_spill_text("b.md", FRONT FIRST);
  expect("b.md", 1, all - 1, 1, 1);
  bv_spill_text("c.md", FRONT SECOND);
  expect("c.md", 1, 0, all, 0);
}

Test(baseline, of_one_file_holds_for_one_draft_of_any_name, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_spill_text("a.md", FRONT FIRST);
  keep("--format=json", "a.md", NULL);
  bv_spill_text("b.md", FRONT FIRST);
  expect("b.md", 0, findings_of("a.md"), 0, 0);
}

static void convert(const char *from, const char *to) {
  const char *argv[] = {"bronvast", "convert", "--to=xml", "-o", to, from, NULL};
  bv_ran ran = bv_run_program(argv, NULL);
  cr_assert(eq(int, ran.status, 0), "%s", ran.err);
  bv_ran_free(&ran);
}

static void bring(const char *sample, const char *name) {
  char path[256];
  snprintf(path, sizeof path, SOURCE_DIR "/samples/%s.md", sample);
  char *text = bv_slurp(path, NULL);
  bv_spill_text(name, text);
  free(text);
}

Test(baseline, holds_for_the_draft_in_its_other_notation, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bring("raadsrapport-fout", "a.md");
  bring("plan-van-aanpak-fout", "b.md");
  keep("--format=json", "a.md", "b.md");
  convert("a.md", "a.xml");
  convert("b.md", "b.xml");
  expect("a.xml", 0, findings_of("a.md"), 0, 0);
  expect("./b.xml", 0, findings_of("b.md"), 0, 0);
  keep("--format=jsonl", "a.xml", "b.xml");
  expect("a.md", 0, findings_of("a.xml"), 0, 0);
}

/* The fingerprint that the reaction of this sample had when attributes counted for it. */
Test(baseline, of_an_earlier_version_holds, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char now[] = "58a48fa15e8539cab3adc946c38e9929:1", first[] = "789a83e20c99d9c64c784e882d5a8bd0:1";
  bring("plan-van-aanpak-fout", "a.md");
  keep("--format=json", "a.md", NULL);
  char *basis = bv_slurp("basis.json", NULL), *place = strstr(basis, now);
  cr_assert(place != NULL);
  memcpy(place, first, strlen(first));
  bv_spill_text("basis.json", basis);
  free(basis);
  expect("a.md", 0, findings_of("a.md"), 0, 0);
}

Test(baseline, is_shown_in_every_format, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const struct { const char *format, *known, *fresh, *solved; } forms[] = {
      {"--format=text", "bekend (fout): deze zin", ": fout: deze zin", "; nieuw 1, bekend "},
      {"--format=sarif", "\"baselineState\":\"unchanged\"", "\"baselineState\":\"new\"", "\"baselineState\":\"absent\""},
      {"--format=junit", "<skipped message=\"bekend\"/>", "<failure ", "<testsuite "},
      {"--format=errorformat", ": error: bekend: deze zin", ": error: deze zin", "a.md"}};
  bv_spill_text("a.md", FRONT FIRST SECOND);
  keep("--format=json", "a.md", NULL);
  bv_spill_text("a.md", FRONT FIRST THIRD);
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    bv_ran ran = check(forms[i].format, "--baseline=basis.json", "a.md", NULL);
    cr_expect(eq(int, ran.status, 1));
    cr_expect(strstr(ran.out, forms[i].known) != NULL, "%s: %s", forms[i].format, ran.out);
    cr_expect(strstr(ran.out, forms[i].fresh) != NULL, "%s: %s", forms[i].format, ran.out);
    cr_expect(strstr(ran.out, forms[i].solved) != NULL, "%s: %s", forms[i].format, ran.out);
    bv_ran_free(&ran);
  }
}

/* From top to bottom, and from left to right. */
Test(baseline, what_is_solved_is_told_in_the_order_of_the_draft, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_spill_text("a.md", FRONT "Een gezonte en een fietz en een schoool. Nee.\n\nEen huiss, een moederr en een vaderr.\n");
  keep("--format=json", "a.md", NULL);
  bv_spill_text("a.md", FRONT "Een dag.\n");
  bv_ran ran = check("--format=sarif", "--baseline=basis.json", "a.md", NULL);
  json_t *report = json_loads(ran.out, 0, NULL), *run = json_array_get(json_object_get(report, "runs"), 0), *result;
  long before = 0;
  size_t i, solved = 0;
  json_array_foreach(json_object_get(run, "results"), i, result) {
    json_int_t line = 0, column = 0;
    const char *state = json_string_value(json_object_get(result, "baselineState"));
    if (strcmp(state, "absent") != 0)
      continue;
    json_unpack(result, "{s:[{s:{s:{s:I, s:I}}}]}", "locations", "physicalLocation", "region", "startLine", &line, "startColumn", &column);
    cr_expect(1000 * line + column >= before, "%ld comes after %ld", (long)(1000 * line + column), before);
    before = (long)(1000 * line + column);
    solved++;
  }
  cr_expect(solved >= 8, "two sentences and six words: %zu", solved);
  cr_expect(before > 9000, "the last of them stood in the text, behind the front matter: %ld", before);
  json_decref(report);
  bv_ran_free(&ran);
}

Test(baseline, that_is_none_is_refused, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const wrong[] = {"geen json", "[]", "{\"a\": 1}", "{\"files\": [{}]}", "{\"files\": [1]}", "{", "1",
                                      "{\"file\": \"a.md\", \"findings\": [{\"rule\": \"x\"}]}", "\xff",
                                      "{\"file\": \"a.md\", \"findings\": []} {"};
  bv_spill_text("a.md", FRONT FIRST);
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    bv_spill_text("basis.json", wrong[i]);
    bv_ran ran = check("--baseline=basis.json", "a.md", NULL, NULL);
    cr_expect(eq(int, ran.status, 3), "%s", wrong[i]);
    cr_expect(strstr(ran.err, "basis.json: dit is geen uitkomst") != NULL, "%s: %s", wrong[i], ran.err);
    cr_expect(eq(str, ran.out, ""));
    bv_ran_free(&ran);
  }
  bv_ran missing = check("--baseline=weg.json", "a.md", NULL, NULL);
  cr_expect(eq(int, missing.status, 3));
  bv_ran_free(&missing);
}

/* A former run that could not read a file says nothing about it, and all about the others. */
Test(baseline, a_file_that_could_not_be_read_is_new, .init = bv_enter_folder, .fini = bv_leave_folder) {
  const char *argv[] = {"bronvast", "check", "--format=jsonl", "--output=basis.json", "a.md", "b.md", "c.md", NULL};
  bv_spill_text("a.md", "geen concept");
  bv_spill_text("b.md", FRONT FIRST);
  bv_spill_text("c.md", FRONT SECOND);
  bv_ran ran = bv_run_program(argv, NULL);
  cr_assert(eq(int, ran.status, 3), "%s", ran.err);
  bv_ran_free(&ran);
  bv_spill_text("a.md", FRONT FIRST);
  expect("b.md", 0, findings_of("b.md"), 0, 0);
  expect("a.md", 1, 0, findings_of("a.md"), 0);
}
