/* For LD_PRELOAD: gives a program other files for the Dutch dictionary of the system. With BV_OTHER_DICTIONARY, the folder
 * with nl_NL.aff and nl_NL.dic in it; without, there is no dictionary. They are opened before the program begins, so that
 * nothing it does to itself changes what it gets. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const endings[] = {".aff", ".dic"};
static int files[] = {-1, -1};

__attribute__((constructor)) static void open_files(void) {
  const char *folder = getenv("BV_OTHER_DICTIONARY");
  char path[512];
  for (int i = 0; folder && i < 2; i++) {
    snprintf(path, sizeof path, "%s/nl_NL%s", folder, endings[i]);
    files[i] = open(path, O_RDONLY | O_CLOEXEC);
  }
}

/* Which of the two files the path names; -1: another. */
static int file_of(const char *path) {
  const char *name = strstr(path, "/hunspell/nl_NL");
  for (int i = 0; name && i < 2; i++)
    if (strcmp(name + strlen("/hunspell/nl_NL"), endings[i]) == 0)
      return i;
  return -1;
}

/* The file from its begin, each time anew; -1 with errno when there is none. */
static int open_other(int file) {
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", files[file]);
  int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
  if (files[file] >= 0)
    return real(path, O_RDONLY | O_CLOEXEC);
  errno = ENOENT;
  return -1;
}

int access(const char *path, int mode) {
  int file = file_of(path);
  if (file < 0)
    return ((int (*)(const char *, int))dlsym(RTLD_NEXT, "access"))(path, mode);
  if (files[file] >= 0)
    return 0;
  errno = ENOENT;
  return -1;
}

static int open_with(const char *function, const char *path, int flags, va_list arguments) {
  int file = file_of(path), mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, int) : 0;
  return file < 0 ? ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, function))(path, flags, mode) : open_other(file);
}

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  int opened = open_with("open", path, flags, arguments);
  va_end(arguments);
  return opened;
}

int open64(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  int opened = open_with("open64", path, flags, arguments);
  va_end(arguments);
  return opened;
}

static FILE *fopen_with(const char *function, const char *path, const char *mode) {
  int file = file_of(path), opened;
  if (file < 0)
    return ((FILE * (*)(const char *, const char *)) dlsym(RTLD_NEXT, function))(path, mode);
  opened = open_other(file);
  return opened < 0 ? NULL : fdopen(opened, mode);
}

FILE *fopen(const char *path, const char *mode) { return fopen_with("fopen", path, mode); }
FILE *fopen64(const char *path, const char *mode) { return fopen_with("fopen64", path, mode); }
