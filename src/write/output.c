#include "write/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "write/temporary.h"

mode_t bv_output_mode_of(const char *path) {
  struct stat about;
  if (strcmp(path, "-") == 0 || stat(path, &about) != 0)
    return 0600;
  return about.st_mode & 0666;
}

/* So that the new name itself survives a power cut; a file system that cannot is no failure. */
static void sync_folder(const char *path) {
  char folder[PATH_MAX];
  const char *slash = strrchr(path, '/');
  snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path + 1) : 1, slash ? path : ".");
  int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file >= 0) {
    fsync(file);
    close(file);
  }
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
  if (!output->target)
    return false;
  output->mode = exists ? about.st_mode & 07777 : mode;
  output->file = bv_temporary_file(output->target);
  if (output->file < 0)
    free(output->target);
  return output->file >= 0;
}

bool bv_output_add(bv_output *output, const char *bytes, size_t length) {
  return bv_write_all(output->file, bytes, length);
}

/* Whole on the disk, with its permissions; a file system that knows none has none to give. */
static bool finish(bv_output *output) {
  (void)!fchmod(output->file, output->mode);
  bool synced = fsync(output->file) == 0;
  int problem = errno;
  bool closed = close(output->file) == 0;
  if (!synced)
    errno = problem;
  return synced && closed;
}

bool bv_output_commit(bv_output *output) {
  if (!output->target)
    return output->standard || close(output->file) == 0;
  bool good = finish(output) && bv_temporary_file_becomes(output->target);
  if (good)
    sync_folder(output->target);
  else
    bv_temporary_file_remove();
  free(output->target);
  return good;
}

void bv_output_abandon(bv_output *output) {
  int problem = errno;
  if (!output->standard)
    close(output->file);
  if (output->target)
    bv_temporary_file_remove();
  errno = problem;
  free(output->target);
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
