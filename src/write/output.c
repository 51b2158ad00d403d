#include "write/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The temporary file of this moment, for the signal handler. */
static char pending[4096];
static volatile sig_atomic_t has_pending;

static const int deadly[BV_OUTPUT_SIGNALS] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};

static void remove_pending(int signal_number) {
  if (has_pending)
    unlink(pending);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

static bool write_all(int file, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(file, bytes, length);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return false;
    bytes += written;
    length -= (size_t)written;
  }
  return true;
}

mode_t bv_output_mode_of(const char *path) {
  struct stat about;
  if (strcmp(path, "-") == 0 || stat(path, &about) != 0)
    return 0600;
  return about.st_mode & 0666;
}

/* Opens a temporary file beside the target, with its permissions. */
static int open_beside(const char *path, mode_t mode) {
  struct stat old;
  if (snprintf(pending, sizeof pending, "%s.XXXXXX", path) >= (int)sizeof pending) {
    errno = ENAMETOOLONG;
    return -1;
  }
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &before); /* no signal between the file and the mark that it is there */
  int file = mkostemp(pending, O_CLOEXEC);
  has_pending = file >= 0;
  sigprocmask(SIG_SETMASK, &before, NULL);
  if (file < 0)
    return -1;
  if (fchmod(file, stat(path, &old) == 0 ? old.st_mode & 07777 : mode) != 0)
    errno = 0; /* a file system without permissions: nothing to follow */
  return file;
}

/* So that the new name itself survives a power cut; a file system that cannot is no failure. */
static void sync_folder(const char *path) {
  char folder[sizeof pending];
  const char *slash = strrchr(path, '/');
  snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path + 1) : 1, slash ? path : ".");
  int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file >= 0) {
    fsync(file);
    close(file);
  }
}

/* Nothing is left to be removed: signals do again what they did. */
static void release(bv_output *output) {
  int problem = errno;
  has_pending = 0;
  for (int i = 0; i < BV_OUTPUT_SIGNALS; i++)
    sigaction(deadly[i], &output->before[i], NULL);
  free(output->target);
  errno = problem;
}

/* The temporary file that will take the place of the target. A signal that is ignored, as nohup does, stays so. */
static bool begin_beside(bv_output *output, mode_t mode) {
  struct sigaction handler = {.sa_handler = remove_pending};
  sigemptyset(&handler.sa_mask);
  for (int i = 0; i < BV_OUTPUT_SIGNALS; i++) {
    sigaction(deadly[i], NULL, &output->before[i]);
    if (output->before[i].sa_handler != SIG_IGN)
      sigaction(deadly[i], &handler, NULL);
  }
  output->file = open_beside(output->target, mode);
  if (output->file < 0)
    release(output);
  return output->file >= 0;
}

bool bv_output_begin(bv_output *output, const char *path, mode_t mode) {
  struct stat about;
  *output = (bv_output){.file = STDOUT_FILENO, .standard = strcmp(path, "-") == 0};
  if (output->standard)
    return true;
  bool exists = stat(path, &about) == 0;
  if (exists && !S_ISREG(about.st_mode)) { /* a pipe or device is written to as it is: it has nothing to replace */
    output->file = open(path, O_WRONLY | O_CLOEXEC);
    return output->file >= 0;
  }
  output->target = exists ? realpath(path, NULL) : strdup(path); /* what a link points to is replaced, not the link */
  return output->target && begin_beside(output, mode);
}

bool bv_output_add(bv_output *output, const char *bytes, size_t length) { return write_all(output->file, bytes, length); }

bool bv_output_commit(bv_output *output) {
  if (!output->target)
    return output->standard || close(output->file) == 0;
  bool good = fsync(output->file) == 0;
  int problem = errno;
  if (close(output->file) != 0 && good) {
    good = false;
    problem = errno;
  }
  if (good && rename(pending, output->target) != 0) {
    good = false;
    problem = errno;
  }
  if (good)
    sync_folder(output->target);
  else
    unlink(pending);
  errno = problem;
  release(output);
  return good;
}

void bv_output_abandon(bv_output *output) {
  int problem = errno;
  if (!output->standard)
    close(output->file);
  if (output->target) {
    unlink(pending);
    release(output);
  }
  errno = problem;
}

bool bv_output_write(const char *path, mode_t mode, const char *bytes, size_t length) {
  bv_output output;
  if (!bv_output_begin(&output, path, mode))
    return false;
  if (bv_output_add(&output, bytes, length))
    return bv_output_commit(&output);
  bv_output_abandon(&output);
  return false;
}
