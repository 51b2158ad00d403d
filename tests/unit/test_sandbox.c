/* What a process can still do once it reads drafts: every attempt here is made, in a process of its own. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../support/background.h"
#include "../support/run.h"
#include "base/confine.h"
#include "base/instrumented.h"

enum { UNCONFINED = 255 /* this kernel lacks what the test is about */ };

typedef int attempt(void);

static int status_of(pid_t pid) {
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* ---- Files ---- */

static const bv_permit here[] = {{BV_MAY_READ, "concept.md"}, {BV_MAY_READ, "sjablonen"}, {BV_MAY_REPLACE, "uit"},
                                 {BV_MAY_WRITE, "pijp"},      {BV_MAY_ALL, "eigen"},      {BV_MAY_READ, "bestaat niet"}};

static void make_files(void) {
  static const char *const folders[] = {"sjablonen", "uit", "eigen", "elders"};
  static const char *const files[] = {"concept.md", "ander.md", "sjablonen/a.xsl", "uit/oud.html", "elders/x"};
  bv_enter_folder();
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
    mkdir(folders[i], 0700);
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    bv_spill_text(files[i], "tekst");
  cr_assert(mkfifo("pijp", 0600) == 0 && symlink("../ander.md", "sjablonen/b.xsl") == 0);
}

/* The errno of an attempt with the files above, 0 when it succeeds. */
static int confined(attempt *try) {
  pid_t pid = fork();
  if (pid == 0) {
    bv_permits permits = {(bv_permit *)here, sizeof here / sizeof *here, 0};
    _exit(bv_confine_files(&permits) ? try() : UNCONFINED);
  }
  int status = status_of(pid);
  if (status == UNCONFINED)
    cr_skip_test("no Landlock in this kernel");
  return status;
}

static int opens(const char *path, int flags) {
  int file = open(path, flags | O_NONBLOCK, 0600);
  return file < 0 ? errno : 0;
}

static int outcome(int result) { return result < 0 ? errno : 0; }

static int reads_draft(void) { return opens("concept.md", O_RDONLY); }
static int reads_template(void) { return opens("sjablonen/a.xsl", O_RDONLY); }
static int reads_other(void) { return opens("ander.md", O_RDONLY); }
static int reads_over_link(void) { return opens("sjablonen/b.xsl", O_RDONLY); }
static int reads_system(void) { return opens("/etc/passwd", O_RDONLY); }
static int reads_former_output(void) { return opens("uit/oud.html", O_RDONLY); }
static int lists_folder(void) { return opens("elders", O_RDONLY | O_DIRECTORY); }
static int lists_output(void) { return opens("uit", O_RDONLY | O_DIRECTORY); }
static int writes_draft(void) { return opens("concept.md", O_WRONLY); }
static int empties_draft(void) { return outcome(truncate("concept.md", 0)); }
static int makes_output(void) { return opens("uit/nieuw.html", O_WRONLY | O_CREAT | O_EXCL); }
static int replaces_output(void) { return makes_output() || outcome(rename("uit/nieuw.html", "uit/oud.html")); }
static int makes_elsewhere(void) { return opens("elders/y", O_WRONLY | O_CREAT | O_EXCL); }
static int moves_elsewhere(void) { return outcome(rename("uit/oud.html", "elders/oud.html")); }
static int removes_elsewhere(void) { return outcome(unlink("elders/x")); }
static int makes_folder(void) { return outcome(mkdir("uit/map", 0700)); }
static int makes_link(void) { return outcome(symlink("/etc/passwd", "uit/link")); }
static int runs(void) { return execl("/bin/true", "true", (char *)NULL) < 0 ? errno : 0; }
static int works_in_own_folder(void) {
  return outcome(mkdir("eigen/map", 0700)) || opens("eigen/map/a", O_RDWR | O_CREAT) ||
         outcome(rename("eigen/map/a", "eigen/b")) || outcome(rmdir("eigen/map"));
}

Test(sandbox, what_was_named_can_be_read_and_written, .init = make_files, .fini = bv_leave_folder) {
  cr_expect(eq(int, confined(reads_draft), 0));
  cr_expect(eq(int, confined(reads_template), 0));
  cr_expect(eq(int, confined(lists_output), 0));
  cr_expect(eq(int, confined(replaces_output), 0));
  cr_expect(eq(int, confined(works_in_own_folder), 0));
}

Test(sandbox, nothing_else_can_be_read, .init = make_files, .fini = bv_leave_folder) {
  cr_expect(eq(int, confined(reads_other), EACCES));
  cr_expect(eq(int, confined(reads_over_link), EACCES));
  cr_expect(eq(int, confined(reads_system), EACCES));
  cr_expect(eq(int, confined(reads_former_output), EACCES));
  cr_expect(eq(int, confined(lists_folder), EACCES));
}

Test(sandbox, nothing_else_can_be_written_or_run, .init = make_files, .fini = bv_leave_folder) {
  cr_expect(eq(int, confined(writes_draft), EACCES));
  cr_expect(eq(int, confined(empties_draft), EACCES));
  cr_expect(eq(int, confined(makes_elsewhere), EACCES));
  cr_expect(confined(moves_elsewhere) != 0); /* EXDEV or EACCES, by version */
  cr_expect(eq(int, confined(removes_elsewhere), EACCES));
  cr_expect(eq(int, confined(makes_folder), EACCES));
  cr_expect(eq(int, confined(makes_link), EACCES));
  cr_expect(eq(int, confined(runs), EACCES));
}

/* ---- System calls ---- */

static int limited(bv_calls calls, attempt *try) {
  pid_t pid = fork();
  if (pid == 0)
    _exit(bv_confine_calls(calls) ? try() : UNCONFINED);
  int status = status_of(pid);
  if (status == UNCONFINED)
    cr_skip_test("no seccomp in this kernel");
  return status;
}

static int makes_socket(void) { return outcome(socket(AF_INET, SOCK_STREAM, 0)); }
static int makes_local_socket(void) { return outcome(socket(AF_UNIX, SOCK_STREAM, 0)); }
static int makes_socket_pair(void) {
  int pair[2];
  return outcome(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
}

Test(sandbox, no_process_gets_a_socket) {
  for (int calls = BV_CALLS_READER; calls <= BV_CALLS_TOOLS; calls++) {
    cr_expect(eq(int, limited((bv_calls)calls, makes_socket), EACCES));
    cr_expect(eq(int, limited((bv_calls)calls, makes_local_socket), EACCES));
    cr_expect(eq(int, limited((bv_calls)calls, makes_socket_pair), EACCES));
  }
}

#if !BV_INSTRUMENTED
static int forks(void) {
  pid_t pid = fork();
  if (pid == 0)
    _exit(0);
  return pid < 0 ? errno : status_of(pid);
}
static int enters_name_space(void) { return outcome((int)syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0)); }
static int unshares(void) { return outcome(unshare(CLONE_NEWUSER)); }
static int traces(void) { return outcome((int)ptrace(PTRACE_TRACEME, 0, NULL, NULL)); }
static int loads_code(void) {
  void *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return code == MAP_FAILED ? errno : 0;
}
static int frees_code(void) {
  void *data = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return outcome(mprotect(data, 4096, PROT_READ | PROT_EXEC));
}
static int reads_memory(void) { return outcome((int)syscall(SYS_process_vm_readv, getppid(), NULL, 0, NULL, 0, 0)); }
static int rings(void) { return outcome((int)syscall(SYS_io_uring_setup, 1, NULL)); }
static int kills(void) { return outcome(kill(getppid(), 0)); }
static int changes_mode(void) { return outcome(chmod("/tmp", 0777)); }

Test(sandbox, who_reads_starts_nothing_and_makes_no_code) {
  cr_expect(eq(int, limited(BV_CALLS_READER, forks), ENOSYS));
  cr_expect(eq(int, limited(BV_CALLS_READER, kills), ENOSYS));
  cr_expect(eq(int, limited(BV_CALLS_READER, changes_mode), ENOSYS));
  cr_expect(eq(int, limited(BV_CALLS_WORKERS, forks), 0));
  cr_expect(eq(int, limited(BV_CALLS_WORKERS, enters_name_space), ENOSYS));
  for (int calls = BV_CALLS_READER; calls <= BV_CALLS_WORKERS; calls++) {
    cr_expect(eq(int, limited((bv_calls)calls, loads_code), ENOSYS));
    cr_expect(eq(int, limited((bv_calls)calls, frees_code), ENOSYS));
  }
}

Test(sandbox, what_only_an_intruder_does_ends_the_process) {
  static attempt *const attempts[] = {runs, traces, unshares, reads_memory, rings};
  for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
    cr_expect(eq(int, limited(BV_CALLS_READER, attempts[i]), 128 + SIGSYS), "attempt %zu", i);
    cr_expect(eq(int, limited(BV_CALLS_WORKERS, attempts[i]), 128 + SIGSYS), "attempt %zu", i);
  }
}

Test(sandbox, tools_may_start_programs_and_no_more) {
  cr_expect(eq(int, limited(BV_CALLS_TOOLS, runs), 0));
  cr_expect(eq(int, limited(BV_CALLS_TOOLS, forks), 0));
  cr_expect(eq(int, limited(BV_CALLS_TOOLS, traces), EPERM));
  cr_expect(eq(int, limited(BV_CALLS_TOOLS, unshares), EPERM));
  cr_expect(eq(int, limited(BV_CALLS_TOOLS, reads_memory), EPERM));
}
#endif

static int keeps_memory(void) {
  struct rlimit core;
  bv_keep_memory_private();
  return prctl(PR_GET_DUMPABLE) != 0 || getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_max != 0;
}

Test(sandbox, the_memory_is_not_for_others) {
  pid_t pid = fork();
  if (pid == 0)
    _exit(keeps_memory());
  cr_expect(eq(int, status_of(pid), 0));
}

/* ---- The program ---- */

#define DRAFT "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\nHij liep weg.\n"
#define OFF "bronvast: zonder afscherming (--no-sandbox)"

/* The word behind a key in what the system says of a process. */
static int told_of(pid_t pid, const char *file, const char *key) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/%s", pid, file);
  char *text = bv_slurp(path, NULL), *at = text ? strstr(text, key) : NULL;
  int value = at ? atoi(at + strlen(key)) : -1;
  free(text);
  return value;
}

/* A draft that does not come: the program has read its options and waits for it. */
static void expect_confined(const char *const argv[], size_t children) {
  unlink("pijp.md"); /* a worker of the command before may still hold that one */
  cr_assert(mkfifo("pijp.md", 0600) == 0);
  bv_running running = bv_start_program(argv, bv_entered_folder());
  int pipe = -1;
  for (int i = 0; i < 2000 && pipe < 0; i++, usleep(10000))
    pipe = open("pijp.md", O_WRONLY | O_NONBLOCK);
  cr_assert(pipe >= 0, "%s waits for no draft", argv[1]);
  pid_t reader = running.pid;
  if (children)
    cr_assert(bv_wait_for_children(&running, children, &reader));
  cr_expect(eq(int, told_of(reader, "status", "\nSeccomp:"), 2), "%s", argv[1]);
  cr_expect(eq(int, told_of(reader, "status", "\nNoNewPrivs:"), 1), "%s", argv[1]);
  cr_expect(eq(int, told_of(reader, "limits", "\nMax core file size"), 0), "%s", argv[1]);
  kill(running.pid, SIGKILL);
  bv_wait_for_end(&running);
  close(pipe);
}

Test(sandbox, every_command_is_in_it_before_it_reads_a_draft, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const commands[][8] = {{"b", "check", "pijp.md"},
                                            {"b", "render", "--for=rechtbank", "pijp.md"},
                                            {"b", "convert", "--to=xml", "pijp.md"},
                                            {"b", "compare", "pijp.md", "a.md"},
                                            {"b", "review", "--from=pijp.md", "a.md"},
                                            {"b", "react", "--from=pijp.md", "a.md"},
                                            {"b", "verify", "pijp.md"},
                                            {"b", "monitor", "pijp.md"}};
  static const char *const many[] = {"b", "check", "-j1", "pijp.md", "a.md", NULL};
  static const char *const pdf[] = {"b", "render", "--for=rechtbank", "--to=pdf", "-o", "a.pdf", "pijp.md", NULL};
  bv_spill_text("a.md", DRAFT);
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    expect_confined(commands[i], 0);
  expect_confined(many, 1);
  expect_confined(pdf, 0);
}

Test(sandbox, without_it_the_program_says_so_and_does_the_same, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const commands[][8] = {{"bronvast", "check", "a.md", "a.md"},
                                            {"bronvast", "render", "--for=rechtbank", "--as-is", "a.md"},
                                            {"bronvast", "render", "--for=ouders", "--to=markdown", "a.md"},
                                            {"bronvast", "convert", "--to=xml", "a.md"},
                                            {"bronvast", "compare", "a.md", "a.md"}};
  bv_spill_text("a.md", DRAFT);
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
    const char *argv[9] = {commands[i][0], commands[i][1], "--no-sandbox"};
    for (size_t k = 2; k < 7; k++)
      argv[k + 1] = commands[i][k];
    bv_ran with = bv_run_program(commands[i], NULL), without = bv_run_program(argv, NULL);
    cr_expect(eq(int, with.status, without.status));
    cr_expect(eq(str, with.out, without.out));
    cr_expect(strncmp(without.err, OFF, strlen(OFF)) == 0, "%s", without.err);
    cr_expect(eq(str, with.err, strchr(without.err, '\n') + 1));
    bv_ran_free(&with);
    bv_ran_free(&without);
  }
}

/* An editor saves by giving a new file the name of the old one: that new file nobody named. */
Test(sandbox, a_draft_that_is_replaced_under_way_is_told, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const argv[] = {"b", "check", "-j1", "--format=jsonl", "pijp.md", "a.md", NULL};
  if (!bv_has_landlock())
    cr_skip_test("no Landlock in this kernel");
  cr_assert(mkfifo("pijp.md", 0600) == 0);
  bv_spill_text("a.md", DRAFT);
  bv_running running = bv_start_program(argv, bv_entered_folder());
  FILE *pipe = fopen("pijp.md", "w"); /* waits until it is read */
  bv_spill_text("nieuw", DRAFT);
  cr_assert(pipe && rename("nieuw", "a.md") == 0);
  fputs(DRAFT, pipe);
  fclose(pipe);
  cr_expect(eq(int, bv_wait_for_end(&running), 3));
  char *said = bv_slurp(running.err, NULL);
  cr_expect(eq(str, said, "a.md: dit bestand is tijdens het nakijken opnieuw bewaard; kijk het nog eens na\n"));
  free(said);
}

/* What the program says on a kernel that does not know those calls. */
static char *said_without(const char *const calls[], int *status) {
  pid_t pid = fork();
  if (pid == 0) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    for (; *calls; calls++)
      seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), seccomp_syscall_resolve_name(*calls), 0);
    int out = open("uit", O_WRONLY | O_CREAT | O_TRUNC, 0600), err = open("fout", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    if (seccomp_load(filter) == 0)
      execl(BUILD_DIR "/bronvast", "bronvast", "check", "a.md", (char *)NULL);
    _exit(127);
  }
  *status = status_of(pid);
  return bv_slurp("fout", NULL);
}

Test(sandbox, an_old_kernel_is_told_and_is_no_obstacle, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const char *const without_landlock[] = {"landlock_create_ruleset", NULL};
  static const char *const without_both[] = {"landlock_create_ruleset", "seccomp", "prctl", NULL};
  int status;
  bv_spill_text("a.md", DRAFT);
  char *said = said_without(without_landlock, &status);
  cr_expect(eq(int, status, 1));
  cr_expect(eq(str, said, "bronvast: minder afscherming, want dit systeem heeft Landlock niet (zie man bronvast, AFSCHERMING)\n"));
  free(said);
  if (BV_SANITIZED) /* the leak checker cannot do without prctl */
    return;
  said = said_without(without_both, &status);
  cr_expect(eq(int, status, 1));
  cr_expect(strstr(said, "heeft Landlock en seccomp niet") != NULL, "%s", said);
  free(said);
}
