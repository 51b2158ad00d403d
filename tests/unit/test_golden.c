/* Outputs of the samples and the list of norms, byte for byte, and the faults planted in the samples, each at its line.
 *
 * After a change that is meant: `make goldens`, then read the difference before it is committed. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/run.h"

#define GOLDEN SOURCE_DIR "/tests/golden/"

typedef struct output {
  char golden[64];
  char arguments[5][48]; /* of bronvast, from the source directory */
  int status;
} output;

#define CHECK(name, status) {name ".findings.json", {"check", "--format=json", "samples/" name ".md"}, status}
#define COURT(name) {name ".rechtbank.html", {"render", "--for=rechtbank", "samples/" name ".md"}, 0}
#define PARENT(name, reader) \
  {name "." reader ".html", {"render", "--for=ouders", "--reader=" reader, "samples/" name ".md"}, 0}

static const output outputs[] = {
    CHECK("raadsrapport", 0),          CHECK("raadsrapport-fout", 1),       CHECK("plan-van-aanpak", 0),
    CHECK("plan-van-aanpak-fout", 1),  CHECK("verzoekschrift-spoed", 0),    CHECK("verzoekschrift-spoed-fout", 1),
    COURT("raadsrapport"),             COURT("plan-van-aanpak"),            COURT("verzoekschrift-spoed"),
    {"normen.txt", {"explain", "--norms", "--to=text"}, 0},
    PARENT("raadsrapport", "moeder"),  PARENT("raadsrapport", "vader"),     PARENT("raadsrapport", "daan"),
    PARENT("plan-van-aanpak", "moeder"), PARENT("verzoekschrift-spoed", "vader"),
};

ParameterizedTestParameters(golden, outputs_are_the_same) {
  return cr_make_param_array(const output, (output *)outputs, sizeof outputs / sizeof *outputs);
}

/* Where two texts part, for a message a person can use. */
static size_t line_of_difference(const char *a, const char *b) {
  size_t line = 1;
  for (; *a && *a == *b; a++, b++)
    line += *a == '\n';
  return line;
}

ParameterizedTest(const output *o, golden, outputs_are_the_same) {
  const char *argv[] = {"bronvast", o->arguments[0], o->arguments[1], o->arguments[2],
                        o->arguments[3][0] ? o->arguments[3] : NULL, NULL};
  char path[256];
  size_t length = 0;
  cr_assert(chdir(SOURCE_DIR) == 0);
  bv_ran ran = bv_run_program(argv, NULL);
  cr_assert(eq(int, ran.status, o->status), "%s: %s", o->golden, ran.err);
  snprintf(path, sizeof path, GOLDEN "%s", o->golden);
  if (getenv("BRONVAST_UPDATE_GOLDENS"))
    bv_spill(path, ran.out, ran.out_length);
  char *expected = bv_slurp(path, &length);
  cr_assert(expected != NULL, "%s is missing", o->golden);
  cr_assert(length == ran.out_length && memcmp(expected, ran.out, length) == 0, "%s differs from line %zu on", o->golden,
            line_of_difference(expected, ran.out));
  free(expected);
  bv_ran_free(&ran);
}

static const char *const faulty[] = {"raadsrapport-fout", "plan-van-aanpak-fout", "verzoekschrift-spoed-fout"};

/* Whether the findings hold one of that rule on that line. */
static bool found(json_t *findings, long line, const char *rule) {
  size_t i;
  json_t *finding;
  json_array_foreach(findings, i, finding) if (json_integer_value(json_object_get(finding, "line")) == line &&
                                               strcmp(json_string_value(json_object_get(finding, "rule")), rule) == 0) return true;
  return false;
}

static void expect_planted(const char *name, json_t *findings) {
  char path[256], line[1024], rule[64];
  snprintf(path, sizeof path, SOURCE_DIR "/samples/%s.verwacht.tsv", name);
  FILE *planted = fopen(path, "r");
  cr_assert(planted != NULL, "%s", path);
  size_t faults = 0;
  for (long at; fgets(line, sizeof line, planted);) {
    if (line[0] == '#' || sscanf(line, "%ld\t%63[^\t\n]", &at, rule) != 2)
      continue;
    faults++;
    cr_expect(found(findings, at, rule), "%s: nothing found of: %s", name, line);
  }
  fclose(planted);
  cr_expect(faults >= 25, "%s: only %zu faults", name, faults);
}

Test(golden, every_planted_fault_is_found_at_its_line) {
  for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
    char path[256];
    snprintf(path, sizeof path, GOLDEN "%s.findings.json", faulty[i]);
    json_t *report = json_load_file(path, 0, NULL);
    cr_assert(report != NULL, "%s", path);
    expect_planted(faulty[i], json_object_get(json_array_get(json_object_get(report, "files"), 0), "findings"));
    json_decref(report);
  }
}
