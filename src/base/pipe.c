#include "base/pipe.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/instrumented.h"

#ifdef BV_COVERAGE_FOLDER
#include <gcov.h>
#endif

static void close_both(const int ends[2]) {
  close(ends[0]);
  close(ends[1]);
}

pid_t bv_helper_start(bv_helper *helper) {
  int there[2], back[2];
  *helper = (bv_helper){-1, -1, -1};
  if (pipe2(there, O_CLOEXEC) != 0)
    return -1;
  if (pipe2(back, O_CLOEXEC) != 0) {
    close_both(there);
    return -1;
  }
  fflush(NULL);
  helper->pid = fork();
  if (helper->pid < 0) {
    close_both(there);
    close_both(back);
    return -1;
  }
  bool ours = helper->pid > 0;
  close(there[ours ? 0 : 1]);
  close(back[ours ? 1 : 0]);
  helper->to = ours ? there[1] : back[1];
  helper->from = ours ? back[0] : there[0];
  return helper->pid;
}

int bv_helper_end(bv_helper *helper) {
  int status = 0;
  close(helper->to);
  close(helper->from);
  helper->to = helper->from = -1;
  while (waitpid(helper->pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

void bv_helper_leave(int status) {
#ifdef BV_COVERAGE_FOLDER
  __gcov_dump();
#endif
  _exit(status);
}

bool bv_pipe_send(int to, const void *bytes, size_t length) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
  sigaction(SIGPIPE, &ignore, &before);
  bool sent = bv_write_all(to, bytes, length);
  sigaction(SIGPIPE, &before, NULL);
  return sent;
}

bool bv_pipe_receive(int from, void *bytes, size_t length) {
  for (char *at = bytes; length > 0;) {
    ssize_t count = read(from, at, length);
    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      return false;
    at += count;
    length -= (size_t)count;
  }
  return true;
}
