/* Whatever fails, whenever it fails: every call of every command, allocations, signals. The long run is `make faults`. */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "../faults/stage.h"
#include "../support/run.h"

/* What the commands are tested with: those that a whole run of takes some hundredths of a second. */
static const bv_scene scenes[] = {
    {.argv = {"bronvast", "check", "concept.md"}, .reports = true},
    {.argv = {"bronvast", "check", "--format=json", "-o", "uit.json", "concept.md"},
     .target = "uit.json", .starts_anew = true, .reports = true},
    {.argv = {"bronvast", "check", "--format=sarif", "-"},
     .input = "---\nbronvast: 1\n---\n\nMoeder liep weg.\n", .reports = true},
    {.argv = {"bronvast", "check", "--format=html", "-o", "uit.html", "concept.md"},
     .target = "uit.html", .reports = true},
    {.argv = {"bronvast", "check", "--format=jsonl", "-j2", "-o", "uit.jsonl", "concept.md", "oud.md", "concept.md"},
     .target = "uit.jsonl", .reports = true},
    {.argv = {"bronvast", "check", "-j2", "."}, .reports = true},
    {.argv = {"bronvast", "check", "map/concept.md"}, .reports = true},
    {.argv = {"bronvast", "render", "--for=rechtbank", "--as-is", "-o", "uit.html", "concept.md"},
     .target = "uit.html", .starts_anew = true},
    {.argv = {"bronvast", "render", "--for=rechtbank", "--as-is", "--to=xml", "concept.md"}},
    {.argv = {"bronvast", "render", "--for=ouders", "--reader=moeder", "--manifest=manifest.json", "-o", "uit.html",
              "concept.md"},
     .target = "uit.html"},
    {.argv = {"bronvast", "verify", "manifest.json"}, .reports = true},
    {.argv = {"bronvast", "convert", "--to=xml", "-o", "uit.xml", "concept.md"}, .target = "uit.xml"},
    {.argv = {"bronvast", "compare", "--format=html", "-o", "uit.html", "oud.md", "concept.md"}, .target = "uit.html"},
    {.argv = {"bronvast", "review", "--from=beoordeling.json", "-o", "uit.md", "concept.md"}, .target = "uit.md"},
    {.argv = {"bronvast", "react", "--from=formulier.json", "-o", "uit.md", "concept.md"}, .target = "uit.md"},
    {.argv = {"bronvast", "monitor", "-o", "uit.html", "uitkomst.jsonl"}, .target = "uit.html", .reports = true},
    {.argv = {"bronvast", "lsp", "--suggest"}, .input_file = "gesprek", .talks = true},
    {.argv = {"bronvast", "explain", "--to=html", "-o", "uit.html"}, .target = "uit.html"},
    {.argv = {"bronvast", "explain", "diagnose/ongelabeld"}},
};
enum { SCENES = sizeof scenes / sizeof *scenes };

static const bv_scene made_by_tools =
    {.argv = {"bronvast", "render", "--for=rechtbank", "--as-is", "--to=docx", "-o", "uit.docx", "concept.md"},
     .target = "uit.docx"};

/* ---- What fails ---- */

static const bv_fault_kind failing[] = {BV_FAULT_open, BV_FAULT_make,   BV_FAULT_look,  BV_FAULT_read, BV_FAULT_write,
                                        BV_FAULT_sync, BV_FAULT_rename, BV_FAULT_close, BV_FAULT_mode, BV_FAULT_remove,
                                        BV_FAULT_fork, BV_FAULT_pipe,   BV_FAULT_dup,   BV_FAULT_COUNT};
static const bv_fault_kind interrupted[] = {BV_FAULT_read, BV_FAULT_write, BV_FAULT_wait, BV_FAULT_COUNT};
static const bv_fault_kind partial[] = {BV_FAULT_read, BV_FAULT_write, BV_FAULT_COUNT};
static const bv_fault_kind moments[] = {BV_FAULT_open, BV_FAULT_make,   BV_FAULT_write, BV_FAULT_sync, BV_FAULT_rename,
                                        BV_FAULT_fork, BV_FAULT_COUNT};

enum { EVERY = 1000000 };

static void enter(void) {
  bv_enter_folder();
  bv_stage_fill();
}

static bool names_manifest(const bv_scene *scene) {
  for (const char *const *word = scene->argv; *word; word++)
    if (strstr(*word, "manifest.json"))
      return true;
  return false;
}

/* With the manifest of a version, where the scene reads one. */
static bv_stage *begin(const bv_scene *scene) {
  static const char *const render[] = {"bronvast", "render", "--for=rechtbank", "--as-is", "--manifest=manifest.json",
                                       "-o", "rechtbank.html", "concept.md", NULL};
  if (names_manifest(scene)) {
    bv_ran ran = bv_run_program(render, NULL);
    cr_assert(ran.status == 0, "%s", ran.err);
    bv_ran_free(&ran);
  }
  return bv_stage_new(scene);
}

static struct criterion_test_params each_scene(void) {
  static int indexes[SCENES];
  for (int i = 0; i < SCENES; i++)
    indexes[i] = i;
  return cr_make_param_array(int, indexes, SCENES);
}

ParameterizedTestParameters(faults, calls_that_fail) { return each_scene(); }

ParameterizedTest(int *scene, faults, calls_that_fail, .init = enter, .fini = bv_leave_folder) {
  bool all = bv_stage_long();
  bv_stage *stage = begin(&scenes[*scene]);
  bv_stage_disturb_each(stage, failing, "once", all ? EVERY : 5);
  bv_stage_disturb_each(stage, failing, "on", all ? EVERY : 2);
  bv_stage_disturb_each(stage, interrupted, "again", all ? EVERY : 2);
  bv_stage_disturb_each(stage, partial, "part", all ? EVERY : 2);
  bv_stage_free(stage);
}

#ifndef __SANITIZE_ADDRESS__ /* which gives memory itself, and ends the program when there is none */
static const bv_fault_kind memory[] = {BV_FAULT_memory, BV_FAULT_COUNT};

ParameterizedTestParameters(faults, memory_that_runs_out) { return each_scene(); }

ParameterizedTest(int *scene, faults, memory_that_runs_out, .init = enter, .fini = bv_leave_folder) {
  bv_stage *stage = begin(&scenes[*scene]);
  bv_stage_disturb_each(stage, memory, "once", bv_stage_long() ? 200 : 12);
  bv_stage_disturb_each(stage, memory, "on", bv_stage_long() ? 50 : 2);
  bv_stage_free(stage);
}

/* In a copy of the process each, which the sandbox would not allow. */
ParameterizedTestParameters(faults, every_allocation_in_the_long_run) { return each_scene(); }

ParameterizedTest(int *scene, faults, every_allocation_in_the_long_run, .init = enter, .fini = bv_leave_folder) {
  bv_scene open = scenes[*scene];
  size_t count = 0;
  if (!bv_stage_long() || strcmp(open.argv[1], "explain") == 0 || strcmp(open.argv[1], "monitor") == 0)
    return;
  while (open.argv[count])
    count++;
  memmove(open.argv + 3, open.argv + 2, (count - 2) * sizeof *open.argv);
  open.argv[2] = "--no-sandbox";
  bv_stage *stage = begin(&open);
  bv_stage_starve(stage);
  bv_stage_free(stage);
}
#endif

/* ---- Signals ---- */

ParameterizedTestParameters(faults, signals_at_any_call) { return each_scene(); }

ParameterizedTest(int *scene, faults, signals_at_any_call, .init = enter, .fini = bv_leave_folder) {
  static const int numbers[] = {SIGTERM, SIGKILL, SIGINT, SIGHUP, SIGQUIT, SIGPIPE, SIGXCPU, SIGSEGV, SIGABRT};
  size_t count = bv_stage_long() ? sizeof numbers / sizeof *numbers : 2;
  bv_stage *stage = begin(&scenes[*scene]);
  for (size_t i = 0; i < count; i++) {
    char how[8];
    snprintf(how, sizeof how, "%d", numbers[i]);
    bv_stage_disturb_each(stage, moments, how, bv_stage_long() ? EVERY : 2);
  }
  bv_stage_free(stage);
}

Test(faults, all_signals_between_the_file_and_its_name, .init = enter, .fini = bv_leave_folder) {
  static const int numbers[] = {SIGTERM, SIGKILL, SIGINT, SIGHUP, SIGQUIT, SIGPIPE, SIGXCPU, SIGSEGV, SIGABRT, SIGUSR1};
  bv_stage *stage = begin(&scenes[1]);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    char how[32];
    snprintf(how, sizeof how, "sync 1 %d", numbers[i]);
    bv_stage_disturb(stage, how);
  }
  bv_stage_free(stage);
}

/* ---- The tools outside ---- */

Test(faults, tools_that_cannot_work, .init = enter, .fini = bv_leave_folder, .timeout = 3600) {
  bv_need_program("pandoc");
  bool all = bv_stage_long();
  bv_stage *stage = begin(&made_by_tools);
  bv_stage_disturb_each(stage, failing, "once", all ? EVERY : 1);
  bv_stage_disturb_each(stage, interrupted, "again", all ? EVERY : 1);
  if (all)
    bv_stage_disturb_each(stage, failing, "on", EVERY);
  bv_stage_free(stage);
}

Test(faults, tools_that_are_struck, .init = enter, .fini = bv_leave_folder, .timeout = 3600) {
  static const int numbers[] = {SIGTERM, SIGKILL, SIGINT, SIGHUP};
  bv_need_program("pandoc");
  bv_stage *stage = begin(&made_by_tools);
  for (unsigned milliseconds = 20; milliseconds < 1000; milliseconds += bv_stage_long() ? 20 : 300)
    for (size_t i = 0; i < (bv_stage_long() ? 4 : 2); i++)
      bv_stage_strike(stage, numbers[i], milliseconds);
  bv_stage_free(stage);
}
