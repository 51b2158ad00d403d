#include "run.h"

#include <fcntl.h>
#include <ftw.h>
#include <linux/landlock.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

char *bv_slurp(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file)
    return NULL;
  char *bytes = NULL;
  size_t size = 0;
  FILE *copy = open_memstream(&bytes, &size);
  char buffer[65536];
  for (size_t n; (n = fread(buffer, 1, sizeof buffer, file)) > 0;)
    fwrite(buffer, 1, n, copy);
  bool failed = ferror(file);
  fclose(file);
  fclose(copy);
  if (failed) {
    free(bytes);
    return NULL;
  }
  if (length)
    *length = size;
  return bytes;
}

void bv_spill(const char *path, const char *bytes, size_t length) {
  FILE *file = fopen(path, "wb");
  if (!file || fwrite(bytes, 1, length, file) != length || fclose(file) != 0)
    abort();
}

void bv_spill_text(const char *path, const char *text) { bv_spill(path, text, strlen(text)); }

char *bv_temporary_folder(void) {
  char *name = strdup("/tmp/bronvast-test-XXXXXX");
  if (!name || !mkdtemp(name))
    abort();
  return name;
}

static int remove_one(const char *path, const struct stat *about, int type, struct FTW *where) {
  (void)about, (void)type, (void)where;
  return remove(path);
}

void bv_remove_folder(const char *path) { nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS); }

void bv_need_program(const char *name) {
  char command[64];
  snprintf(command, sizeof command, "command -v %s > /dev/null", name);
  if (system(command) == 0)
    return;
  fprintf(stderr, "%s is not there; ./bootstrap check installs it\n", name);
  abort();
}

static char *entered;

void bv_enter_folder(void) {
  entered = bv_temporary_folder();
  if (chdir(entered) != 0)
    abort();
}

void bv_leave_folder(void) {
  if (chdir("/") != 0)
    abort();
  bv_remove_folder(entered);
  free(entered);
}

const char *bv_entered_folder(void) { return entered; }

static void child(const char *const argv[], int in, int out, int err) {
  struct rlimit memory = {2ul << 30, 2ul << 30}, time = {60, 60};
  dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  if (!SANITIZED)
    setrlimit(RLIMIT_AS, &memory);
  setrlimit(RLIMIT_CPU, &time);
  const char *program = strcmp(argv[0], "bronvast") == 0 ? BUILD_DIR "/bronvast" : argv[0];
  execvp(program, (char *const *)argv);
  _exit(127);
}

bool bv_has_landlock(void) {
  return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) >= 1;
}

static void leave_out_kernel(char *err) {
  static const char beginning[] = "bronvast: minder afscherming, want dit systeem heeft ";
  char *line = bv_has_landlock() ? NULL : strstr(err, beginning), *next = line ? strchr(line, '\n') : NULL;
  if (next)
    memmove(line, next + 1, strlen(next));
}

bv_ran bv_run_program(const char *const argv[], const char *input) {
  char *folder = bv_temporary_folder();
  char in[64], out[64], err[64];
  snprintf(in, sizeof in, "%s/in", folder);
  snprintf(out, sizeof out, "%s/out", folder);
  snprintf(err, sizeof err, "%s/err", folder);
  bv_spill(in, input ? input : "", input ? strlen(input) : 0);
  int files[] = {open(in, O_RDONLY | O_CLOEXEC), open(out, O_WRONLY | O_CREAT | O_CLOEXEC, 0600),
                 open(err, O_WRONLY | O_CREAT | O_CLOEXEC, 0600)};
  pid_t pid = fork();
  if (pid == 0)
    child(argv, files[0], files[1], files[2]);
  int status = 0;
  waitpid(pid, &status, 0);
  for (int i = 0; i < 3; i++)
    close(files[i]);
  bv_ran ran = {.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
  ran.out = bv_slurp(out, &ran.out_length);
  ran.err = bv_slurp(err, NULL);
  leave_out_kernel(ran.err);
  bv_remove_folder(folder);
  free(folder);
  return ran;
}

void bv_ran_free(bv_ran *ran) {
  free(ran->out);
  free(ran->err);
}
