/* check --watch: a real program, real edits. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../support/background.h"
#include "../support/run.h"

#define FRONT "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\n"
#define WAITING "Wacht op een wijziging"

/* Expects that the program looks again, for the n-th time, and then has said the text so many times. */
static void expect_round(const bv_running *running, size_t round, const char *text, size_t times) {
  cr_assert(bv_wait_for_text(running->err, WAITING, round), "round %zu does not come", round);
  cr_expect(bv_wait_for_text(running->out, text, times), "round %zu: \"%s\" not %zu times", round, text, times);
}

Test(watch, every_way_of_saving_is_seen, .init = bv_enter_folder, .fini = bv_leave_folder) {
  mkdir("map", 0700);
  bv_spill_text("map/a.md", FRONT "Een.\n");
  const char *argv[] = {"bronvast", "check", "--watch", "--format=errorformat", "map/a.md", NULL};
  bv_running running = bv_start_program(argv, bv_entered_folder());
  expect_round(&running, 1, "map/a.md:9:1: error: deze zin", 1);
  bv_spill_text("map/a.md", FRONT "\nEen twee.\n");
  expect_round(&running, 2, "map/a.md:10:1: error: deze zin", 1);
  bv_spill_text("map/.a.md.swp", FRONT "\n\nEen twee drie.\n");
  cr_assert(rename("map/.a.md.swp", "map/a.md") == 0);
  expect_round(&running, 3, "map/a.md:11:1: error: deze zin", 1);
  bv_spill_text("map/bronvast.yaml", "regels:\n  label/ontbreekt: {ernst: advies}\n");
  expect_round(&running, 4, "map/a.md:11:1: note: deze zin", 1);
  cr_assert(unlink("map/a.md") == 0);
  expect_round(&running, 5, "map/a.md:1:1: error: dit bestand bestaat niet", 1);
  kill(running.pid, SIGINT);
  cr_expect(eq(int, bv_wait_for_end(&running), 0));
}

Test(watch, a_folder_gets_new_drafts_and_what_does_not_count_is_no_change, .init = bv_enter_folder, .fini = bv_leave_folder) {
  mkdir("map", 0700);
  mkdir("map/sub", 0700);
  bv_spill_text("map/a.md", FRONT "Een.\n");
  const char *argv[] = {"bronvast", "check", "--watch", "--format=junit", "-o", "map/uit.xml", "map", NULL};
  bv_running running = bv_start_program(argv, bv_entered_folder());
  cr_assert(bv_wait_for_text(running.err, WAITING, 1));
  bv_spill_text("map/onzin.txt", "x");
  bv_spill_text("map/sub/b.md", FRONT "Twee.\n");
  cr_assert(bv_wait_for_text("map/uit.xml", "<testsuite name=\"map/sub/b.md\"", 1));
  cr_assert(bv_wait_for_text(running.err, WAITING, 2));
  usleep(600000);
  char *said = bv_slurp(running.err, NULL);
  size_t rounds = 0;
  for (const char *at = said; (at = strstr(at, WAITING)); at++)
    rounds++;
  cr_expect(eq(sz, rounds, 2), "its own result is no change: %s", said);
  free(said);
  kill(running.pid, SIGTERM);
  cr_expect(eq(int, bv_wait_for_end(&running), 0));
}

Test(watch, a_list_and_a_word_list_count_too, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_spill_text("a.md", FRONT "Een kwiekje.\n");
  bv_spill_text("b.md", FRONT "Twee.\n");
  bv_spill_text("lijst", "a.md\n");
  bv_spill_text("woorden", "");
  const char *argv[] = {"bronvast", "check", "--watch", "--format=errorformat", "--files-from=lijst", "--words=woorden", NULL};
  bv_running running = bv_start_program(argv, bv_entered_folder());
  expect_round(&running, 1, "“kwiekje”", 1);
  bv_spill_text("woorden", "kwiekje\n");
  cr_assert(bv_wait_for_text(running.err, WAITING, 2));
  char *said = bv_slurp(running.out, NULL);
  cr_expect(strstr(strstr(said, "“kwiekje”") + 1, "“kwiekje”") == NULL, "the word is right now");
  free(said);
  bv_spill_text("lijst", "b.md\n");
  expect_round(&running, 3, "b.md:9:1: error: deze zin", 1);
  kill(running.pid, SIGINT);
  cr_expect(eq(int, bv_wait_for_end(&running), 0));
}
