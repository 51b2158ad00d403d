#include "background.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "run.h"

enum { TRIES = 2000 };

static void wait_a_little(void) { nanosleep(&(struct timespec){.tv_nsec = 10 * 1000 * 1000}, NULL); }

bv_running bv_start_program(const char *const argv[], const char *folder) {
  bv_running running;
  snprintf(running.out, sizeof running.out, "%s/.uit", folder);
  snprintf(running.err, sizeof running.err, "%s/.fout", folder);
  running.pid = fork();
  if (running.pid == 0) {
    int in = open("/dev/null", O_RDONLY), out = open(running.out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    int err = open(running.err, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    execv(BUILD_DIR "/bronvast", (char *const *)argv);
    _exit(127);
  }
  return running;
}

static size_t count_in(const char *path, const char *text) {
  char *bytes = bv_slurp(path, NULL);
  size_t count = 0;
  for (const char *at = bytes; at && (at = strstr(at, text)); at++)
    count++;
  free(bytes);
  return count;
}

bool bv_wait_for_text(const char *path, const char *text, size_t times) {
  for (int i = 0; i < TRIES && count_in(path, text) < times; i++)
    wait_a_little();
  return count_in(path, text) >= times;
}

bool bv_wait_for_children(const bv_running *running, size_t count, pid_t *first) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/task/%d/children", running->pid, running->pid);
  for (int i = 0; i < TRIES; i++, wait_a_little()) {
    char *children = bv_slurp(path, NULL);
    size_t found = 0;
    *first = children ? (pid_t)atoi(children) : 0;
    for (const char *at = children; at && *at; at++)
      found += *at == ' ';
    free(children);
    if (found == count)
      return true;
  }
  return false;
}

int bv_wait_for_end(const bv_running *running) {
  int status;
  for (int i = 0; i < TRIES; i++, wait_a_little())
    if (waitpid(running->pid, &status, WNOHANG) == running->pid)
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  kill(running->pid, SIGKILL);
  waitpid(running->pid, &status, 0);
  return -1;
}
