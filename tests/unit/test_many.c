/* Many drafts in one call: folders, lists, the same results however many at a time, and what the manual shows of it. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../support/blocks.h"
#include "../support/lines.h"
#include "../support/run.h"

#define FRONT "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\n"

static void write_draft(const char *name) { bv_spill_text(name, FRONT "Hij liep weg.\n"); }

static void expect_names(const char *const argv[], const char *input, int status, const char *names) {
  bv_ran ran = bv_run_program(argv, input);
  cr_expect(eq(int, ran.status, status), "%s", ran.err);
  char *found = bv_names_of_files(ran.out);
  cr_expect(eq(str, found, (char *)names));
  free(found);
  bv_ran_free(&ran);
}

/* ---- Which files ---- */

Test(many, of_a_folder_every_draft_in_the_order_of_names, .init = bv_enter_folder, .fini = bv_leave_folder) {
  mkdir("map", 0700);
  mkdir("map/b", 0700);
  mkdir("map/.git", 0700);
  mkdir("map/leeg", 0700);
  write_draft("map/c.md");
  write_draft("map/b/z.md");
  write_draft("map/b-a.md");
  write_draft("map/.verborgen.md");
  write_draft("map/.git/x.md");
  write_draft("map/d.txt");
  bv_spill_text("map/README.md", "# Lees mij\n\nbronvast: dit is geen voorblad.\n");
  bv_spill_text("map/notitie.md", "---\ntitel: anders\n---\n\nbronvast: 1\n");
  bv_spill_text("map/anders.xml", "<a/>");
  bv_spill_text("map/x.xml", "<?xml version=\"1.0\"?>\n<concept xmlns=\"urn:bronvast:concept:1\"></concept>\n");
  cr_assert(symlink("..", "map/b/kring") == 0 && symlink("../d.txt", "map/b/a.md") == 0);
  const char *argv[] = {"bronvast", "check", "--format=jsonl", "map/", NULL};
  expect_names(argv, NULL, 3, "map/b-a.md\nmap/b/a.md\nmap/b/z.md\nmap/c.md\nmap/x.xml\n");
}

Test(many, a_folder_without_drafts_is_said, .init = bv_enter_folder, .fini = bv_leave_folder) {
  mkdir("leeg", 0700);
  write_draft("a.md");
  const char *argv[] = {"bronvast", "check", "--format=jsonl", "leeg", "a.md", NULL};
  bv_ran ran = bv_run_program(argv, NULL);
  cr_expect(eq(int, ran.status, 3));
  cr_expect(strstr(ran.err, "leeg: in deze map staat geen concept") != NULL);
  char *names = bv_names_of_files(ran.out);
  cr_expect(eq(str, names, "leeg\na.md\n"));
  free(names);
  bv_ran_free(&ran);
}

Test(many, names_come_from_a_list, .init = bv_enter_folder, .fini = bv_leave_folder) {
  write_draft("a.md");
  write_draft("met\nregel.md");
  mkdir("map", 0700);
  write_draft("map/b.md");
  const char *lines[] = {"bronvast", "check", "--format=jsonl", "--files-from=-", "a.md", NULL};
  expect_names(lines, "map\r\n\na.md", 1, "a.md\nmap/b.md\na.md\n");
  FILE *list = fopen("lijst", "w");
  fwrite("met\nregel.md\0a.md\0", 1, 18, list);
  fclose(list);
  const char *nul[] = {"bronvast", "check", "--format=jsonl", "-0", "--files-from", "lijst", NULL};
  expect_names(nul, NULL, 1, "met\nregel.md\na.md\n");
  const char *empty[] = {"bronvast", "check", "--format=json", "--files-from=-", NULL};
  bv_ran ran = bv_run_program(empty, "");
  cr_expect(eq(int, ran.status, 0), "nothing to check is no fault");
  json_t *report = json_loads(ran.out, 0, NULL);
  cr_expect(eq(sz, json_array_size(json_object_get(report, "files")), 0), "%s", ran.out);
  json_decref(report);
  bv_ran_free(&ran);
}

Test(many, wrong_use_is_said_before_anything_is_written, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const struct { const char *words[3]; int status; } cases[] = {
      {{"-0", "a.md"}, 2},          {{"--jobs=0", "a.md"}, 2},          {{"--jobs=x", "a.md"}, 2},
      {{"--jobs=257", "a.md"}, 2},  {{"--watch", "-"}, 2},              {{"--watch", "--files-from=-"}, 2},
      {{"--files-from=weg"}, 3},    {{"--config=fout.yaml", "a.md", "a.md"}, 2}};
  write_draft("a.md");
  bv_spill_text("fout.yaml", "onzin: 1\n");
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *argv[] = {"bronvast", "check", cases[i].words[0], cases[i].words[1], cases[i].words[2], NULL};
    bv_ran ran = bv_run_program(argv, NULL);
    cr_expect(eq(int, ran.status, cases[i].status), "case %zu: %s", i, ran.err);
    cr_expect(eq(str, ran.out, ""));
    cr_expect(strlen(ran.err) > 10, "case %zu", i);
    bv_ran_free(&ran);
  }
}

/* ---- The same, however many at a time ---- */

Test(many, the_number_of_jobs_changes_nothing, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const jobs[] = {"-j1", "-j2", "--jobs=7", "-j256"};
  static const char *const formats[] = {"text", "json", "sarif", "junit"};
  mkdir("map", 0700);
  for (int i = 0; i < 40; i++) {
    char name[32];
    snprintf(name, sizeof name, "map/%02d.md", i);
    if (i % 7 == 3)
      bv_spill_text(name, "---\nbronvast: 1\n");
    else
      write_draft(name);
  }
  for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
    bv_ran first = {0};
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
      const char *argv[] = {"bronvast", "check", "--format", formats[f], jobs[i], "map", "weg.md", NULL};
      bv_ran ran = bv_run_program(argv, NULL);
      cr_expect(eq(int, ran.status, 3));
      if (i == 0) {
        first = ran;
        continue;
      }
      cr_expect(strcmp(first.out, ran.out) == 0, "%s with %s", formats[f], jobs[i]);
      cr_expect(strcmp(first.err, ran.err) == 0, "%s with %s: %s", formats[f], jobs[i], ran.err);
      bv_ran_free(&ran);
    }
    bv_ran_free(&first);
  }
}

/* The results of single runs, put one behind the other, are that of one run. */
Test(many, one_call_says_what_single_calls_say, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const names[] = {"raadsrapport-fout", "plan-van-aanpak-fout", "verzoekschrift-spoed-fout"};
  char paths[3][256], *joined = NULL;
  size_t length;
  FILE *stream = open_memstream(&joined, &length);
  for (int i = 0; i < 3; i++) {
    snprintf(paths[i], sizeof paths[i], SOURCE_DIR "/samples/%s.md", names[i]);
    const char *argv[] = {"bronvast", "check", "--format=jsonl", paths[i], NULL};
    bv_ran ran = bv_run_program(argv, NULL);
    fputs(ran.out, stream);
    bv_ran_free(&ran);
  }
  fclose(stream);
  const char *argv[] = {"bronvast", "check", "--format=jsonl", "-j2", paths[0], paths[1], paths[2], NULL};
  bv_ran ran = bv_run_program(argv, NULL);
  cr_expect(strcmp(joined, ran.out) == 0);
  bv_ran_free(&ran);
  free(joined);
}

/* ---- What the manual shows ---- */

/* Writes the block of the manual that is this file, and lets programs find ours. */
static void write_from_manual(const char *info, const char *name) {
  bv_arena *arena = bv_arena_new();
  bv_block_list blocks = bv_read_code_blocks(arena, SOURCE_DIR "/doc/handleiding.md");
  bool found = false;
  for (size_t i = 0; i < blocks.count; i++)
    if (strcmp(blocks.items[i].info, info) == 0) {
      bv_spill_text(name, blocks.items[i].text);
      found = true;
    }
  cr_assert(found, "the manual shows no %s", info);
  cr_assert(setenv("PATH", bv_sprintf(arena, "%s:%s", BUILD_DIR, getenv("PATH")), 1) == 0);
  bv_arena_free(arena);
}

static void expect_status(const char *const argv[], int status) {
  bv_ran ran = bv_run_program(argv, NULL);
  cr_expect(eq(int, ran.status, status), "%s %s: %s", argv[0], argv[1], ran.err);
  bv_ran_free(&ran);
}

Test(many, the_makefile_of_the_manual_works, .init = bv_enter_folder, .fini = bv_leave_folder) {
  const char *make[] = {"make", "-s", "-j2", NULL};
  write_from_manual("make bestand Makefile", "Makefile");
  mkdir("dossiers", 0700);
  write_draft("dossiers/a.md");
  write_draft("dossiers/b.md");
  expect_status(make, 0);
  char *lines = bv_slurp("uitkomst.jsonl", NULL), *names = bv_names_of_files(lines);
  cr_expect(eq(str, names, "dossiers/a.md\ndossiers/b.md\n"));
  free(lines);
  free(names);
  bv_spill_text("dossiers/c.md", "geen concept");
  expect_status(make, 2);
}

/* A new finding stops the commit, a known one does not. */
Test(many, the_hook_of_the_manual_works, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const steps[][6] = {{"git", "init", "-q"}, {"git", "add", "dossiers"}};
  const char *keep[] = {"bronvast", "check", "--format=jsonl", "-o", "basis.jsonl", "dossiers", NULL};
  const char *hook[] = {"./pre-commit", "", NULL};
  bv_need_program("git");
  write_from_manual("sh bestand pre-commit", "pre-commit");
  cr_assert(chmod("pre-commit", 0700) == 0);
  mkdir("dossiers", 0700);
  write_draft("dossiers/a.md");
  bv_spill_text("dossiers/lijst.txt", "geen concept");
  expect_status(keep, 1);
  for (size_t i = 0; i < 2; i++)
    expect_status(steps[i], 0);
  expect_status(hook, 0);
  bv_spill_text("dossiers/a.md", FRONT "Hij liep weg.\n\nZij ook.\n");
  expect_status(hook, 1);
}
