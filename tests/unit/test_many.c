/* Many drafts in one call: folders, lists, processes that come to their end, interrupts, memory. */
#define _XOPEN_SOURCE 700
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../support/background.h"
#include "../support/blocks.h"
#include "../support/run.h"

#define FRONT "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\n"

static char *folder;

static void enter(void) {
  folder = bv_temporary_folder();
  cr_assert(chdir(folder) == 0);
}

static void leave(void) {
  cr_assert(chdir("/") == 0);
  bv_remove_folder(folder);
  free(folder);
}

static void write_text(const char *name, const char *text) { bv_spill(name, text, strlen(text)); }

static void write_draft(const char *name) { write_text(name, FRONT "Hij liep weg.\n"); }

/* The names of the files of a report, each with a newline behind it. */
static char *names_in(const char *lines) {
  char *names = NULL, *copy = strdup(lines), *rest = NULL;
  size_t length;
  FILE *stream = open_memstream(&names, &length);
  for (char *line = strtok_r(copy, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
    json_t *file = json_loads(line, 0, NULL);
    cr_assert(file != NULL, "%s", line);
    fprintf(stream, "%s\n", json_string_value(json_object_get(file, "file")));
    json_decref(file);
  }
  fclose(stream);
  free(copy);
  return names;
}

static void expect_names(const char *const argv[], const char *input, int status, const char *names) {
  bv_ran ran = bv_run_program(argv, input);
  cr_expect(eq(int, ran.status, status), "%s", ran.err);
  char *found = names_in(ran.out);
  cr_expect(eq(str, found, (char *)names));
  free(found);
  bv_ran_free(&ran);
}

/* ---- Which files ---- */

Test(many, of_a_folder_every_draft_in_the_order_of_names, .init = enter, .fini = leave) {
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
  write_text("map/README.md", "# Lees mij\n\nbronvast: dit is geen voorblad.\n");
  write_text("map/notitie.md", "---\ntitel: anders\n---\n\nbronvast: 1\n");
  write_text("map/anders.xml", "<a/>");
  write_text("map/x.xml", "<?xml version=\"1.0\"?>\n<concept xmlns=\"urn:bronvast:concept:1\"></concept>\n");
  cr_assert(symlink("..", "map/b/kring") == 0 && symlink("../d.txt", "map/b/a.md") == 0);
  const char *argv[] = {"bronvast", "check", "--format=jsonl", "map/", NULL};
  expect_names(argv, NULL, 3, "map/b-a.md\nmap/b/a.md\nmap/b/z.md\nmap/c.md\nmap/x.xml\n");
}

Test(many, a_folder_without_drafts_is_said, .init = enter, .fini = leave) {
  mkdir("leeg", 0700);
  write_draft("a.md");
  const char *argv[] = {"bronvast", "check", "--format=jsonl", "leeg", "a.md", NULL};
  bv_ran ran = bv_run_program(argv, NULL);
  cr_expect(eq(int, ran.status, 3));
  cr_expect(strstr(ran.err, "leeg: in deze map staat geen concept") != NULL);
  char *names = names_in(ran.out);
  cr_expect(eq(str, names, "leeg\na.md\n"));
  free(names);
  bv_ran_free(&ran);
}

Test(many, names_come_from_a_list, .init = enter, .fini = leave) {
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

Test(many, wrong_use_is_said_before_anything_is_written, .init = enter, .fini = leave) {
  static const struct { const char *words[3]; int status; } cases[] = {
      {{"-0", "a.md"}, 2},          {{"--jobs=0", "a.md"}, 2},          {{"--jobs=x", "a.md"}, 2},
      {{"--jobs=257", "a.md"}, 2},  {{"--watch", "-"}, 2},              {{"--watch", "--files-from=-"}, 2},
      {{"--files-from=weg"}, 3},    {{"--config=fout.yaml", "a.md", "a.md"}, 2}};
  write_draft("a.md");
  write_text("fout.yaml", "onzin: 1\n");
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

Test(many, the_number_of_jobs_changes_nothing, .init = enter, .fini = leave) {
  static const char *const jobs[] = {"-j1", "-j2", "--jobs=7", "-j256"};
  static const char *const formats[] = {"text", "json", "sarif", "junit"};
  mkdir("map", 0700);
  for (int i = 0; i < 40; i++) {
    char name[32];
    snprintf(name, sizeof name, "map/%02d.md", i);
    if (i % 7 == 3)
      write_text(name, "---\nbronvast: 1\n");
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
Test(many, one_call_says_what_single_calls_say, .init = enter, .fini = leave) {
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

/* ---- What goes wrong under way ---- */

/* Lets a worker wait in a file that does not answer: a named pipe. */
static bv_running start_with_pipe(const char *output, const char *jobs) {
  cr_assert(mkfifo("pijp.md", 0600) == 0);
  write_draft("a.md");
  write_draft("b.md");
  const char *argv[] = {"bronvast", "check", "--format=jsonl", "-o", output, jobs, "pijp.md", "a.md", "b.md", NULL};
  return bv_start_program(argv, folder);
}

/* A writer of the pipe shows that a worker reads it. */
static int open_pipe(void) {
  for (int i = 0; i < 2000; i++) {
    int pipe = open("pijp.md", O_WRONLY | O_NONBLOCK);
    if (pipe >= 0)
      return pipe;
    usleep(10000);
  }
  cr_assert(false, "nobody reads the pipe");
  return -1;
}

Test(many, a_killed_worker_costs_only_its_own_draft, .init = enter, .fini = leave) {
  bv_running running = start_with_pipe("uit.jsonl", "-j2");
  pid_t first;
  int pipe = open_pipe();
  cr_assert(bv_wait_for_children(&running, 2, &first));
  kill(first, SIGKILL);
  cr_expect(eq(int, bv_wait_for_end(&running), 4));
  close(pipe);
  char *lines = bv_slurp("uit.jsonl", NULL), *names = names_in(lines), *said = bv_slurp(running.err, NULL);
  cr_expect(eq(str, names, "pijp.md\na.md\nb.md\n"));
  cr_expect(strncmp(lines, "{\"file\":\"pijp.md\",\"error\":\"het nakijken van dit bestand is afgebroken (signaal 9)", 75) == 0,
            "%.200s", lines);
  cr_expect(strstr(strchr(lines, '\n'), "\"error\":") == NULL, "the others were checked");
  cr_expect(strncmp(said, "pijp.md: het nakijken", 21) == 0, "%s", said);
  free(lines);
  free(names);
  free(said);
}

Test(many, a_draft_removed_under_way_costs_only_its_own_result, .init = enter, .fini = leave) {
  bv_running running = start_with_pipe("uit.jsonl", "-j1");
  int pipe = open_pipe();
  cr_assert(unlink("a.md") == 0);
  static const char draft[] = FRONT "Zij kwam terug.\n";
  cr_assert(write(pipe, draft, sizeof draft - 1) == sizeof draft - 1);
  close(pipe);
  cr_expect(eq(int, bv_wait_for_end(&running), 3));
  char *lines = bv_slurp("uit.jsonl", NULL), *names = names_in(lines);
  cr_expect(eq(str, names, "pijp.md\na.md\nb.md\n"));
  cr_expect(strstr(lines, "{\"file\":\"a.md\",\"error\":\"dit bestand bestaat niet") != NULL, "%s", lines);
  free(lines);
  free(names);
}

static size_t files_here(void) {
  DIR *here = opendir(".");
  size_t count = 0;
  while (readdir(here))
    count++;
  closedir(here);
  return count;
}

Test(many, an_interrupt_leaves_the_old_file_and_nothing_else, .init = enter, .fini = leave) {
  write_text("uit.jsonl", "oud\n");
  bv_running running = start_with_pipe("uit.jsonl", "-j2");
  int pipe = open_pipe();
  pid_t first;
  cr_assert(bv_wait_for_children(&running, 2, &first));
  kill(running.pid, SIGINT);
  cr_expect(eq(int, bv_wait_for_end(&running), 128 + SIGINT));
  close(pipe);
  char *old = bv_slurp("uit.jsonl", NULL), *said = bv_slurp(running.err, NULL);
  cr_expect(eq(str, old, "oud\n"));
  cr_expect(strstr(said, "bronvast: onderbroken; 3 van 3 bestanden zijn niet nagekeken") != NULL, "%s", said);
  cr_expect(eq(sz, files_here(), 2 + 6), "only the drafts, the pipe, the result and what was said");
  cr_expect(kill(first, 0) != 0, "no worker is left");
  free(old);
  free(said);
}

Test(many, an_interrupt_ends_a_report_that_programs_can_read, .init = enter, .fini = leave) {
  bv_running running = start_with_pipe("-", "-j2");
  int pipe = open_pipe();
  kill(running.pid, SIGTERM);
  cr_expect(eq(int, bv_wait_for_end(&running), 128 + SIGTERM));
  close(pipe);
  char *lines = bv_slurp(running.out, NULL), *names = names_in(lines);
  cr_expect(eq(str, names, "pijp.md\na.md\nb.md\n"));
  cr_expect(strstr(lines, "{\"file\":\"pijp.md\",\"error\":\"niet nagekeken: de opdracht is onderbroken\"}") != NULL);
  free(lines);
  free(names);
}

/* ---- Memory and the screen ---- */

/* The peak of the memory, in kB, of checking the folder so many times. */
static long peak(size_t times) {
  const char *argv[64] = {BUILD_DIR "/bronvast", "check", "--format=sarif", "-j2"};
  cr_assert(times < 60);
  for (size_t i = 0; i < times; i++)
    argv[4 + i] = "map";
  pid_t pid = fork();
  if (pid == 0) {
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    execv(argv[0], (char *const *)argv);
    _exit(127);
  }
  struct rusage used;
  int status;
  cr_assert(wait4(pid, &status, 0, &used) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 1);
  return used.ru_maxrss;
}

/* Fifty times the drafts: the largest of all processes takes no tenth more. */
Test(many, memory_does_not_grow_with_their_number, .init = enter, .fini = leave) {
  mkdir("map", 0700);
  for (int i = 0; i < 20; i++) {
    char name[32];
    snprintf(name, sizeof name, "map/%02d.md", i);
    write_draft(name);
  }
  long one = peak(1), fifty = peak(50);
#ifndef __SANITIZE_ADDRESS__
  cr_expect(fifty < one + one / 10, "%ld kB for 20 drafts, %ld kB for 1,000", one, fifty);
#else
  (void)one, (void)fifty;
#endif
}

/* What the program shows on a terminal of its own as standard error, with slow files. */
static char *shown_on_terminal(void) {
  int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  cr_assert(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
  int slave = open(ptsname(terminal), O_RDWR | O_NOCTTY);
  pid_t pid = fork();
  if (pid == 0) {
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(slave, STDERR_FILENO);
    setenv("TERM", "xterm", 1);
    execl(BUILD_DIR "/bronvast", "bronvast", "check", "-j1", "a.md", "pijp.md", "b\x1b[31m.md", (char *)NULL);
    _exit(127);
  }
  int pipe = open_pipe();
  usleep(700000);
  static const char draft[] = FRONT "Zij kwam terug.\n";
  cr_assert(write(pipe, draft, sizeof draft - 1) == sizeof draft - 1);
  close(pipe);
  waitpid(pid, NULL, 0);
  char *shown = calloc(1, 4096);
  cr_assert(read(terminal, shown, 4095) >= 0);
  close(slave);
  close(terminal);
  return shown;
}

Test(many, progress_is_shown_on_a_terminal_and_taken_away, .init = enter, .fini = leave) {
  write_draft("a.md");
  write_draft("b\x1b[31m.md");
  cr_assert(mkfifo("pijp.md", 0600) == 0);
  char *shown = shown_on_terminal();
  size_t length = strlen(shown);
  cr_expect(strstr(shown, "2 van 3, nog 0:0") != NULL, "%s", shown);
  cr_expect(strstr(shown, "\x1b[31m") == NULL, "names give the terminal no orders");
  cr_expect(length > 4 && strcmp(shown + length - 4, "\r\033[K") == 0);
  free(shown);
}

Test(many, no_progress_in_a_pipe, .init = enter, .fini = leave) {
  write_draft("a.md");
  const char *argv[] = {"bronvast", "check", "a.md", "a.md", "a.md", NULL};
  bv_ran ran = bv_run_program(argv, NULL);
  cr_expect(eq(str, ran.err, ""));
  bv_ran_free(&ran);
}

/* ---- What the manual shows ---- */

/* Writes the block of the manual that is this file, and lets programs find ours. */
static void write_from_manual(const char *info, const char *name) {
  bv_arena *arena = bv_arena_new();
  bv_block_list blocks = bv_read_code_blocks(arena, SOURCE_DIR "/doc/handleiding.md");
  bool found = false;
  for (size_t i = 0; i < blocks.count; i++)
    if (strcmp(blocks.items[i].info, info) == 0) {
      write_text(name, blocks.items[i].text);
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

Test(many, the_makefile_of_the_manual_works, .init = enter, .fini = leave) {
  const char *make[] = {"make", "-s", "-j2", NULL};
  write_from_manual("make bestand Makefile", "Makefile");
  mkdir("dossiers", 0700);
  write_draft("dossiers/a.md");
  write_draft("dossiers/b.md");
  expect_status(make, 0);
  char *lines = bv_slurp("uitkomst.jsonl", NULL), *names = names_in(lines);
  cr_expect(eq(str, names, "dossiers/a.md\ndossiers/b.md\n"));
  free(lines);
  free(names);
  write_text("dossiers/c.md", "geen concept");
  expect_status(make, 2);
}

/* A new finding stops the commit, a known one does not. */
Test(many, the_hook_of_the_manual_works, .init = enter, .fini = leave) {
  static const char *const steps[][6] = {{"git", "init", "-q"}, {"git", "add", "dossiers"}};
  const char *keep[] = {"bronvast", "check", "--format=jsonl", "-o", "basis.jsonl", "dossiers", NULL};
  const char *hook[] = {"./pre-commit", "", NULL};
  if (system("git --version >/dev/null 2>&1") != 0)
    cr_skip_test("git is not here");
  write_from_manual("sh bestand pre-commit", "pre-commit");
  cr_assert(chmod("pre-commit", 0700) == 0);
  mkdir("dossiers", 0700);
  write_draft("dossiers/a.md");
  write_text("dossiers/lijst.txt", "geen concept");
  expect_status(keep, 1);
  for (size_t i = 0; i < 2; i++)
    expect_status(steps[i], 0);
  expect_status(hook, 0);
  write_text("dossiers/a.md", FRONT "Hij liep weg.\n\nZij ook.\n");
  expect_status(hook, 1);
}
