/* The processes that check many drafts: one that comes to its end, an interrupt, memory, what a terminal shows. */
#define _XOPEN_SOURCE 700
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../support/background.h"
#include "../support/lines.h"
#include "../support/run.h"

#define FRONT "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\n"

static void write_draft(const char *name) { bv_spill_text(name, FRONT "Hij liep weg.\n"); }

/* ---- What goes wrong under way ---- */

/* Lets a worker wait in a file that does not answer: a named pipe. */
static bv_running start_with_pipe(const char *output, const char *jobs) {
  cr_assert(mkfifo("pijp.md", 0600) == 0);
  write_draft("a.md");
  write_draft("b.md");
  const char *argv[] = {"bronvast", "check", "--format=jsonl", "-o", output, jobs, "pijp.md", "a.md", "b.md", NULL};
  return bv_start_program(argv, bv_entered_folder());
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

Test(workers, a_killed_worker_costs_only_its_own_draft, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_running running = start_with_pipe("uit.jsonl", "-j2");
  pid_t first;
  int pipe = open_pipe();
  cr_assert(bv_wait_for_children(&running, 2, &first));
  kill(first, SIGKILL);
  cr_expect(eq(int, bv_wait_for_end(&running), 4));
  close(pipe);
  char *lines = bv_slurp("uit.jsonl", NULL), *names = bv_names_of_files(lines), *said = bv_slurp(running.err, NULL);
  cr_expect(eq(str, names, "pijp.md\na.md\nb.md\n"));
  cr_expect(strncmp(lines, "{\"file\":\"pijp.md\",\"error\":\"het nakijken van dit bestand is afgebroken (signaal 9)", 75) == 0,
            "%.200s", lines);
  cr_expect(strstr(strchr(lines, '\n'), "\"error\":") == NULL, "the others were checked");
  cr_expect(strncmp(said, "pijp.md: het nakijken", 21) == 0, "%s", said);
  free(lines);
  free(names);
  free(said);
}

Test(workers, a_draft_removed_under_way_costs_only_its_own_result, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_running running = start_with_pipe("uit.jsonl", "-j1");
  int pipe = open_pipe();
  cr_assert(unlink("a.md") == 0);
  static const char draft[] = FRONT "Zij kwam terug.\n";
  cr_assert(write(pipe, draft, sizeof draft - 1) == sizeof draft - 1);
  close(pipe);
  cr_expect(eq(int, bv_wait_for_end(&running), 3));
  char *lines = bv_slurp("uit.jsonl", NULL), *names = bv_names_of_files(lines);
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

Test(workers, an_interrupt_leaves_the_old_file_and_nothing_else, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_spill_text("uit.jsonl", "oud\n");
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

Test(workers, an_interrupt_ends_a_report_that_programs_can_read, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_running running = start_with_pipe("-", "-j2");
  int pipe = open_pipe();
  kill(running.pid, SIGTERM);
  cr_expect(eq(int, bv_wait_for_end(&running), 128 + SIGTERM));
  close(pipe);
  char *lines = bv_slurp(running.out, NULL), *names = bv_names_of_files(lines);
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
Test(workers, memory_does_not_grow_with_their_number, .init = bv_enter_folder, .fini = bv_leave_folder) {
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

Test(workers, progress_is_shown_on_a_terminal_and_taken_away, .init = bv_enter_folder, .fini = bv_leave_folder) {
  write_draft("a.md");
  write_draft("b\x1b[31m.md");
  cr_assert(mkfifo("pijp.md", 0600) == 0);
  char *shown = shown_on_terminal();
  size_t length = strlen(shown);
  cr_expect(strstr(shown, " van 3, nog 0:0") != NULL, "%s", shown); /* "2", or "1" where the machine was busy with others */
  cr_expect(strstr(shown, "\x1b[31m") == NULL, "names give the terminal no orders");
  cr_expect(length > 4 && strcmp(shown + length - 4, "\r\033[K") == 0);
  free(shown);
}

Test(workers, no_progress_in_a_pipe, .init = bv_enter_folder, .fini = bv_leave_folder) {
  write_draft("a.md");
  const char *argv[] = {"bronvast", "check", "a.md", "a.md", "a.md", NULL};
  bv_ran ran = bv_run_program(argv, NULL);
  cr_expect(eq(str, ran.err, ""));
  bv_ran_free(&ran);
}

/* As nohup starts it: hanging up the terminal ends nothing. */
Test(workers, a_signal_that_was_ignored_stays_so, .init = bv_enter_folder, .fini = bv_leave_folder) {
  signal(SIGHUP, SIG_IGN);
  bv_running running = start_with_pipe("uit.jsonl", "-j2");
  signal(SIGHUP, SIG_DFL);
  int pipe = open_pipe();
  pid_t first;
  cr_assert(bv_wait_for_children(&running, 2, &first));
  kill(running.pid, SIGHUP);
  kill(first, SIGHUP);
  static const char draft[] = FRONT "Zij kwam terug.\n";
  cr_assert(write(pipe, draft, sizeof draft - 1) == sizeof draft - 1);
  close(pipe);
  cr_expect(eq(int, bv_wait_for_end(&running), 1));
}
