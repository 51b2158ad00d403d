/* The program says the same whatever the order of its files, the folder it runs in, and its environment. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* The court's version of the first sample. */
static bv_ran render(void) {
  bv_ran ran = bv_run_program((const char *const[]){"bronvast", "render", "--for=rechtbank", "--as-is", samples[0], NULL}, NULL);
  cr_assert(eq(int, ran.status, 0), "%s", ran.err);
  return ran;
}

Test(same, whatever_the_environment_of_the_program) {
  bv_ran first = render();
  char *folder = bv_temporary_folder();
  cr_assert(chdir(folder) == 0);
  clearenv();
  setenv("PATH", "/usr/bin:/bin", 1);
  setenv("LC_ALL", "tr_TR.UTF-8", 1);
  setenv("TZ", "Pacific/Kiritimati", 1);
  setenv("SOURCE_DATE_EPOCH", "1", 1);
  bv_ran again = render();
  cr_expect(first.out_length == again.out_length && memcmp(first.out, again.out, first.out_length) == 0);
  cr_assert(chdir("/") == 0);
  bv_remove_folder(folder);
  free(folder);
  bv_ran_free(&first);
  bv_ran_free(&again);
}
