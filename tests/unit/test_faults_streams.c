/* Streams and files that fail by themselves: full devices, pipes nobody reads, descriptors that are closed, limits. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../faults/stage.h"
#include "../support/background.h"
#include "../support/run.h"

/* How the program finds its streams. */
typedef struct streams {
  const char *in, *out, *err; /* NULL: nothing, "uit" and "fout" */
  bool closed[3];
  bool nobody_reads;          /* standard output is a pipe without a reader */
  bool pipe_ignored;          /* SIGPIPE is, as under many programs that start others */
  bool children_ignored;      /* SIGCHLD is */
  rlim_t largest;             /* file, in bytes; 0: any */
} streams;

static void put(int file, int standard) {
  dup2(file, standard);
  close(file);
}

static _Noreturn void become(const char *const argv[], const streams *s) {
  int ends[2];
  put(open(s->in ? s->in : "/dev/null", O_RDONLY), STDIN_FILENO);
  put(open(s->out ? s->out : "uit", O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
  put(open(s->err ? s->err : "fout", O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
  if (s->nobody_reads && pipe(ends) == 0) {
    put(ends[1], STDOUT_FILENO);
    close(ends[0]);
  }
  signal(SIGPIPE, s->pipe_ignored ? SIG_IGN : SIG_DFL);
  signal(SIGCHLD, s->children_ignored ? SIG_IGN : SIG_DFL);
  for (int i = 0; i < 3; i++)
    if (s->closed[i])
      close(i);
  if (s->largest)
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){s->largest, s->largest});
  execv(BUILD_DIR "/bronvast", (char *const *)argv);
  _exit(127);
}

/* The exit status, or minus the signal. */
static int run(const char *const argv[], streams s) {
  int status;
  pid_t pid = fork();
  if (pid == 0)
    become(argv, &s);
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static void expect_text(const char *path, const char *text) {
  char *bytes = bv_slurp(path, NULL);
  cr_expect(eq(str, bytes, (char *)text), "%s", path);
  free(bytes);
}

/* What writes to standard output, one command or another. */
static const char *const printing[][9] = {
    {"bronvast", "--help"},
    {"bronvast", "--version"},
    {"bronvast", "check", "--help"},
    {"bronvast", "check", "concept.md"},
    {"bronvast", "check", "--format=json", "concept.md"},
    {"bronvast", "check", "--format=sarif", "-j2", "concept.md", "oud.md"},
    {"bronvast", "check", "--show-config"},
    {"bronvast", "render", "--for=rechtbank", "--as-is", "concept.md"},
    {"bronvast", "convert", "--to=xml", "concept.md"},
    {"bronvast", "compare", "oud.md", "concept.md"},
    {"bronvast", "review", "--from=beoordeling.json", "concept.md"},
    {"bronvast", "react", "--from=formulier.json", "concept.md"},
    {"bronvast", "explain"},
    {"bronvast", "explain", "diagnose/ongelabeld"},
    {"bronvast", "lsp"},
};
enum { PRINTING = sizeof printing / sizeof *printing };

#define SHUTDOWN "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}"

static void enter(void) {
  char text[256];
  bv_enter_folder();
  bv_stage_fill();
  snprintf(text, sizeof text, "Content-Length: %zu\r\n\r\n" SHUTDOWN, strlen(SHUTDOWN));
  bv_spill_text("in", text);
}

static bool ends_with(const char *text, const char *end) {
  size_t length = strlen(text), more = strlen(end);
  return length >= more && strcmp(text + length - more, end) == 0;
}

static void expect_last_message(const char *const argv[], const char *text) {
  char *said = bv_slurp("fout", NULL);
  cr_expect(ends_with(said, text), "%s %s: %s", argv[1], argv[2] ? argv[2] : "", said);
  cr_expect(strstr(said, "Zilverlinde") == NULL, "%s names the draft", argv[1]);
  free(said);
}

Test(faults_streams, a_full_device_is_said_once, .init = enter, .fini = bv_leave_folder) {
  for (size_t i = 0; i < PRINTING; i++) {
    cr_expect(eq(int, run(printing[i], (streams){.in = "in", .out = "/dev/full"}), 4), "%s", printing[i][1]);
    expect_last_message(printing[i], "bronvast: kan - niet schrijven: de schijf is vol\n");
  }
}

/* By the custom of pipes the reader's end is no fault to be told about. */
Test(faults_streams, a_pipe_that_nobody_reads_ends_quietly, .init = enter, .fini = bv_leave_folder) {
  for (size_t i = 0; i < PRINTING; i++) {
    cr_expect(eq(int, run(printing[i], (streams){.in = "in", .nobody_reads = true}), -SIGPIPE), "%s", printing[i][1]);
    cr_expect(eq(int, run(printing[i], (streams){.in = "in", .nobody_reads = true, .pipe_ignored = true}), 4), "%s",
              printing[i][1]);
    expect_last_message(printing[i], "bronvast: kan - niet schrijven: de ontvanger is gestopt\n");
  }
}

Test(faults_streams, closed_output_is_no_success, .init = enter, .fini = bv_leave_folder) {
  for (size_t i = 0; i < PRINTING; i++)
    cr_expect(eq(int, run(printing[i], (streams){.in = "in", .closed = {false, true, false}}), 4), "%s", printing[i][1]);
}

Test(faults_streams, closed_input_cannot_be_read, .init = enter, .fini = bv_leave_folder) {
  static const char *const argv[] = {"bronvast", "check", "-", NULL};
  cr_expect(eq(int, run(argv, (streams){.closed = {true, false, false}}), 3));
}

/* Without care the output would get the descriptor of the messages, and then the messages. */
Test(faults_streams, messages_go_into_no_file, .init = enter, .fini = bv_leave_folder) {
  static const char *const argv[] = {"bronvast", "check", "--format=json", "-o", "uit.json", "concept.md", "geen.md", NULL};
  cr_expect(eq(int, run(argv, (streams){0}), 3));
  char *right = bv_slurp("uit.json", NULL);
  for (int closed = 1; closed < 8; closed++) {
    bv_spill_text("uit.json", "oud");
    cr_expect(eq(int, run(argv, (streams){.closed = {closed & 1, closed & 2, closed & 4}}), 3), "%d", closed);
    expect_text("uit.json", right);
  }
  bv_spill_text("uit.json", "oud");
  cr_expect(eq(int, run(argv, (streams){.err = "/dev/full"}), 3)); /* a message that cannot be written changes nothing */
  expect_text("uit.json", right);
  free(right);
}

/* How a tool or a worker ended is known all the same. */
Test(faults_streams, children_are_waited_for_whoever_started_us, .init = enter, .fini = bv_leave_folder) {
  static const char *const failing[] = {"bronvast", "render", "--for=rechtbank", "--as-is", "--to=docx", "concept.md", NULL};
  static const char *const checking[] = {"bronvast", "check", "--format=json", "-j2", "concept.md", "oud.md", NULL};
  cr_expect(eq(int, run(checking, (streams){0}), run(checking, (streams){.children_ignored = true})));
  mkdir("bin", 0700);
  bv_spill_text("bin/pandoc", "#!/bin/sh\necho half > uit.docx\nexit 5\n");
  chmod("bin/pandoc", 0700);
  char path[300];
  snprintf(path, sizeof path, "%s/bin:/usr/bin:/bin", bv_entered_folder());
  setenv("PATH", path, 1);
  cr_expect(eq(int, run(failing, (streams){.children_ignored = true}), 4));
  expect_text("uit", "");
}

/* A file that may not grow, as on a disk with a quota: the old one stays, and nothing beside it. */
Test(faults_streams, a_file_that_may_not_grow_is_not_begun, .init = enter, .fini = bv_leave_folder) {
  static const char *const to_file[] = {"bronvast", "render", "--for=rechtbank", "--as-is", "-o", "uit.html", "concept.md", NULL};
  static const char *const to_output[] = {"bronvast", "render", "--for=rechtbank", "--as-is", "concept.md", NULL};
  for (rlim_t largest = 1; largest < 5000; largest = 3 * largest + 7) {
    bv_spill_text("uit.html", "oud");
    cr_expect(eq(int, run(to_file, (streams){.largest = largest, .err = "/dev/null"}), 4), "%ju", (uintmax_t)largest);
    expect_text("uit.html", "oud");
    cr_expect(eq(int, run(to_output, (streams){.largest = largest, .err = "/dev/null"}), 4), "%ju", (uintmax_t)largest);
  }
}

/* A core file would hold the draft: there is none, whatever limit the program was started with. */
Test(faults_streams, no_core_file_is_made, .init = enter, .fini = bv_leave_folder) {
  static const char *const argv[] = {"bronvast", "check", "pijp.md", NULL};
  static const int numbers[] = {SIGSEGV, SIGABRT, SIGQUIT, SIGBUS};
  setrlimit(RLIMIT_CORE, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY});
  setenv("ASAN_OPTIONS", "handle_segv=0:handle_sigbus=0", 1); /* it would end the program itself, in its own way */
  cr_assert(mkfifo("pijp.md", 0600) == 0);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    int status, pipe;
    bv_running running = bv_start_program(argv, bv_entered_folder());
    while ((pipe = open("pijp.md", O_WRONLY | O_NONBLOCK)) < 0) /* until it reads the draft */
      usleep(10000);
    kill(running.pid, numbers[i]);
    waitpid(running.pid, &status, 0);
    close(pipe);
    while ((pipe = open("pijp.md", O_WRONLY | O_NONBLOCK)) >= 0) { /* until who read it for the program is gone too */
      close(pipe);
      usleep(1000);
    }
    cr_expect(eq(int, status, numbers[i]), "ended by the signal alone: WCOREDUMP would add a bit");
    cr_expect(eq(int, access("core", F_OK), -1));
  }
}
