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

static const int deadly[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
enum { DEADLY = sizeof deadly / sizeof *deadly };

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

static bool write_beside(const char *path, mode_t mode, const char *bytes, size_t length) {
  int file = open_beside(path, mode);
  if (file < 0)
    return false;
  bool good = write_all(file, bytes, length) && fsync(file) == 0;
  int problem = errno;
  if (close(file) != 0 && good) {
    good = false;
    problem = errno;
  }
  if (good && rename(pending, path) != 0) {
    good = false;
    problem = errno;
  }
  if (!good)
    unlink(pending);
  has_pending = 0;
  if (good)
    sync_folder(path);
  errno = problem;
  return good;
}

/* With the deadly signals caught. */
static bool write_file(const char *path, mode_t mode, const char *bytes, size_t length) {
  struct sigaction handler = {.sa_handler = remove_pending}, old[DEADLY];
  sigemptyset(&handler.sa_mask);
  for (int i = 0; i < DEADLY; i++)
    sigaction(deadly[i], &handler, &old[i]);
  bool good = write_beside(path, mode, bytes, length);
  int problem = errno;
  for (int i = 0; i < DEADLY; i++)
    sigaction(deadly[i], &old[i], NULL);
  errno = problem;
  return good;
}

/* A pipe or device is written to as it is: it has nothing to replace. */
static bool write_through(const char *path, const char *bytes, size_t length) {
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0)
    return false;
  bool good = write_all(file, bytes, length);
  return close(file) == 0 && good;
}

bool bv_output_write(const char *path, mode_t mode, const char *bytes, size_t length) {
  struct stat about;
  if (strcmp(path, "-") == 0)
    return write_all(STDOUT_FILENO, bytes, length);
  if (stat(path, &about) != 0)
    return write_file(path, mode, bytes, length);
  if (!S_ISREG(about.st_mode))
    return write_through(path, bytes, length);
  char *target = realpath(path, NULL); /* what a link points to is replaced, not the link */
  bool good = target && write_file(target, mode, bytes, length);
  int problem = errno;
  free(target);
  errno = problem;
  return good;
}
