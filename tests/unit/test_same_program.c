/* The program says the same whatever the order of its files, the folder it runs in, and its environment. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/chance.h"
#include "../support/generate.h"
#include "../support/run.h"

#define SAMPLES SOURCE_DIR "/samples/"

static const char *const samples[] = {SAMPLES "raadsrapport-fout.md", SAMPLES "plan-van-aanpak.md", SAMPLES "verzoekschrift-spoed-fout.md"};
enum { SAMPLE_COUNT = sizeof samples / sizeof *samples };

/* The report of each sample, in the order of `samples`, of a run that gets them in another order. */
static void checked_in_order(const size_t *order, char **reports) {
  const char *argv[SAMPLE_COUNT + 4] = {"bronvast", "check", "--format=json"};
  for (size_t i = 0; i < SAMPLE_COUNT; i++)
    argv[3 + i] = samples[order[i]];
  bv_ran ran = bv_run_program(argv, NULL);
  json_t *report = json_loads(ran.out, 0, NULL), *files = json_object_get(report, "files");
  cr_assert(eq(sz, json_array_size(files), SAMPLE_COUNT), "%s", ran.err);
  for (size_t i = 0; i < SAMPLE_COUNT; i++)
    reports[order[i]] = json_dumps(json_array_get(files, i), JSON_COMPACT);
  json_decref(report);
  bv_ran_free(&ran);
}

Test(same, whatever_the_order_of_the_files) {
  static const size_t orders[][SAMPLE_COUNT] = {{0, 1, 2}, {2, 0, 1}, {1, 2, 0}, {2, 1, 0}};
  char *first[SAMPLE_COUNT], *reports[SAMPLE_COUNT];
  checked_in_order(orders[0], first);
  for (size_t i = 1; i < sizeof orders / sizeof *orders; i++) {
    checked_in_order(orders[i], reports);
    for (size_t k = 0; k < SAMPLE_COUNT; k++) {
      cr_expect(strcmp(first[k], reports[k]) == 0, "%s", samples[k]);
      free(reports[k]);
    }
  }
  for (size_t k = 0; k < SAMPLE_COUNT; k++)
    free(first[k]);
}

/* ---- Drafts by chance in one call ---- */

enum { DRAFTS = 24, ORDERS = 6 };

/* The name of a file of that number: drafts by chance, of which two are the same, and one that is none. */
static const char *name_of(size_t number) {
  static char names[DRAFTS][16];
  snprintf(names[number], sizeof names[number], "%zu.md", number);
  return names[number];
}

static void write_drafts(void) {
  for (size_t i = 0; i < DRAFTS; i++) {
    char *draft = i == 5 ? strdup("geen concept") : bv_generate_draft(i == 7 ? 4000 : 4000 + (uint32_t)i);
    bv_spill_text(name_of(i), draft);
    free(draft);
  }
}

/* A draw of the files in an order by chance. */
static void shuffle(bv_generator *g, size_t *order) {
  for (size_t i = 0; i < DRAFTS; i++)
    order[i] = i;
  for (size_t i = DRAFTS - 1; i > 0; i--) {
    size_t k = bv_below(g, (uint32_t)i + 1), kept = order[i];
    order[i] = order[k];
    order[k] = kept;
  }
}

/* What is said of each file alone, one behind the other in that order. */
static char *joined(char *const *alone, const size_t *order) {
  char *all = NULL;
  size_t length;
  FILE *out = open_memstream(&all, &length);
  for (size_t i = 0; i < DRAFTS; i++)
    fputs(alone[order[i]], out);
  fclose(out);
  return all;
}

Test(same, whatever_the_other_files_and_how_many_at_a_time, .init = bv_enter_folder, .fini = bv_leave_folder, .timeout = 120) {
  static const char *const jobs[] = {"-j1", "-j2", "-j7"};
  char *alone[DRAFTS];
  bv_generator g = {.state = 20261120};
  write_drafts();
  for (size_t i = 0; i < DRAFTS; i++) {
    bv_ran ran = bv_run_program((const char *const[]){"bronvast", "check", "--format=jsonl", name_of(i), NULL}, NULL);
    cr_expect(eq(int, ran.status, i == 5 ? 3 : 1), "%zu: %s", i, ran.err);
    alone[i] = strdup(ran.out);
    bv_ran_free(&ran);
  }
  for (size_t n = 0; n < ORDERS; n++) {
    size_t order[DRAFTS];
    const char *argv[DRAFTS + 5] = {"bronvast", "check", "--format=jsonl", jobs[n % 3]};
    shuffle(&g, order);
    for (size_t i = 0; i < DRAFTS; i++)
      argv[4 + i] = name_of(order[i]);
    bv_ran ran = bv_run_program(argv, NULL);
    char *expected = joined(alone, order);
    cr_expect(strcmp(expected, ran.out) == 0, "order %zu, %s", n, jobs[n % 3]);
    free(expected);
    bv_ran_free(&ran);
  }
  for (size_t i = 0; i < DRAFTS; i++)
    free(alone[i]);
}

/* ---- The environment ---- */

static const char *const commands[][6] = {
    {"check", "--format=json"}, {"check", "--format=text"}, {"check", "--format=sarif", "--suggest"}, {"check", "--format=html"},
    {"render", "--for=rechtbank", "--as-is"}, {"render", "--for=rechtbank", "--as-is", "--to=docx"},
    {"render", "--for=ouders", "--reader=moeder", "--as-is"}, {"convert", "--to=xml"}, {"explain", "datum/verouderd"}};
enum { COMMANDS = sizeof commands / sizeof *commands };

static bv_ran run_command(size_t number, const char *draft) {
  const char *argv[8] = {"bronvast"};
  size_t n = 1;
  for (size_t i = 0; commands[number][i]; i++)
    argv[n++] = commands[number][i];
  if (strcmp(argv[1], "explain") != 0)
    argv[n++] = draft;
  return bv_run_program(argv, NULL);
}

/* A locale of that name in the folder, when this system can make it; the program gets its name all the same. */
static void make_locale(const char *name, const char *charset) {
  char command[160];
  snprintf(command, sizeof command, "localedef -i tr_TR -f %s ./%s > log 2>&1", charset, name);
  (void)!system(command);
}

Test(same, whatever_the_environment_of_the_program, .init = bv_enter_folder, .fini = bv_leave_folder, .timeout = 120) {
  static const char *const environments[][4] = {
      {"tr_TR.UTF-8", "Pacific/Kiritimati", "1", "/"}, {"tr_TR.ISO-8859-9", "America/Los_Angeles", "4000000000", "/usr"}};
  bv_ran first[COMMANDS];
  make_locale("tr_TR.UTF-8", "UTF-8");
  make_locale("tr_TR.ISO-8859-9", "ISO-8859-9");
  for (size_t i = 0; i < COMMANDS; i++) {
    first[i] = run_command(i, samples[0]);
    cr_expect(first[i].status < 2 && first[i].out_length > 100, "%s: %s", commands[i][1], first[i].err);
  }
  for (size_t e = 0; e < sizeof environments / sizeof *environments; e++) {
    clearenv();
    setenv("PATH", "/usr/bin:/bin", 1);
    setenv("LOCPATH", bv_entered_folder(), 1);
    setenv("LC_ALL", environments[e][0], 1);
    setenv("LANGUAGE", "tr", 1);
    setenv("TZ", environments[e][1], 1);
    setenv("SOURCE_DATE_EPOCH", environments[e][2], 1);
    cr_assert(chdir(environments[e][3]) == 0);
    for (size_t i = 0; i < COMMANDS; i++) {
      bv_ran again = run_command(i, samples[0]);
      cr_expect(first[i].out_length == again.out_length && memcmp(first[i].out, again.out, again.out_length) == 0, "%s %s in %s",
                commands[i][0], commands[i][1], environments[e][0]);
      cr_expect(eq(int, first[i].status, again.status), "%s", again.err);
      cr_expect(eq(str, first[i].err, again.err));
      bv_ran_free(&again);
    }
  }
  for (size_t i = 0; i < COMMANDS; i++)
    bv_ran_free(&first[i]);
}
