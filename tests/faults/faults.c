/* Makes calls of the C library fail, in a program that is started with this library in LD_PRELOAD.
 *
 *   BV_FAULT_COUNTS=FILE  holds a bv_fault_counts: how many calls there were. Without it nothing is counted and nothing fails.
 *   BV_FAULT="KIND N HOW" what the N-th call of that kind gets. HOW: "once", it fails; "on", it and all that follow do;
 *                         "part", a read or write does one byte; "again", it is interrupted (EINTR); a number, that signal
 *                         comes before it, and it does its work; "each", at every call from the N-th on a copy of the
 *                         process goes on in which it fails, and must end with BV_FAULT_END.
 *
 * Forked processes go on counting where the program is. Calls that the C library makes inside itself, such as the writes
 * of stdio, are not seen: for those the tests use real means, full devices and limits on the size of files. */
#include "faults.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_SECONDS = 20 };

typedef enum fate { AS_USUAL, FAILS, PARTLY } fate;

static bv_fault_counts *counts;
static struct {
  bv_fault_kind kind;
  unsigned n;
  bool on, part, again, each;
  int signal_number;
} fault;

#define NAME(name, number) #name,
static const char *const names[] = {BV_FAULT_KINDS(NAME)};
#define NUMBER(name, number) number,
static const int numbers[] = {BV_FAULT_KINDS(NUMBER)};

static void read_fault(const char *text) {
  char kind[16], how[16];
  fault.kind = BV_FAULT_COUNT;
  if (!text || sscanf(text, "%15s %u %15s", kind, &fault.n, how) != 3)
    return;
  for (int i = 0; i < BV_FAULT_COUNT; i++)
    if (strcmp(kind, names[i]) == 0)
      fault.kind = (bv_fault_kind)i;
  fault.on = strcmp(how, "on") == 0;
  fault.part = strcmp(how, "part") == 0;
  fault.again = strcmp(how, "again") == 0;
  fault.each = strcmp(how, "each") == 0;
  fault.signal_number = atoi(how);
}

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("BV_FAULT_COUNTS");
  int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0)
    return;
  read_fault(getenv("BV_FAULT"));
  void *shared = mmap(NULL, sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (shared != MAP_FAILED)
    counts = shared;
}

#define NEXT(name)                                                                                                   \
  static __typeof__(name) *next;                                                                                     \
  if (!next)                                                                                                         \
  next = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

static pid_t copy_process(void) {
  NEXT(fork);
  return next();
}

static int end_of(pid_t copy) {
  NEXT(waitpid);
  int status = 0;
  while (next(copy, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

/* In the copy the call fails; here nothing happened. */
static fate try_in_copy(void) {
  int before = errno;
  pid_t copy = copy_process();
  if (copy == 0) {
    counts = NULL;
    alarm(MOST_SECONDS);
    errno = ENOMEM;
    return FAILS;
  }
  int status = end_of(copy);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != BV_FAULT_END)
    atomic_fetch_add(&counts->wrong, 1);
  errno = before;
  return AS_USUAL;
}

/* Counts a call and decides what becomes of it; errno is set when it fails. */
static fate next_call(bv_fault_kind kind) {
  if (!counts)
    return AS_USUAL;
  unsigned n = atomic_fetch_add(&counts->calls[kind], 1) + 1;
  if (kind != fault.kind || (fault.on || fault.each ? n < fault.n : n != fault.n))
    return AS_USUAL;
  atomic_store(&counts->struck, 1);
  if (fault.each)
    return try_in_copy();
  if (fault.signal_number) {
    int before = errno;
    raise(fault.signal_number);
    errno = before;
    return AS_USUAL;
  }
  if (fault.part)
    return PARTLY;
  errno = fault.again ? EINTR : numbers[kind];
  return FAILS;
}

/* A function that fails with `failed`; `parameters` and `arguments` in parentheses. */
#define WRAP(kind, type, name, failed, parameters, arguments)                                                        \
  type name parameters {                                                                                             \
    NEXT(name);                                                                                                      \
    return next_call(BV_FAULT_##kind) == FAILS ? (failed) : next arguments;                                          \
  }

#ifndef __SANITIZE_ADDRESS__ /* which gives memory itself */
WRAP(memory, void *, malloc, NULL, (size_t size), (size))
WRAP(memory, void *, calloc, NULL, (size_t count, size_t size), (count, size))
WRAP(memory, void *, realloc, NULL, (void *memory, size_t size), (memory, size))
WRAP(memory, void *, aligned_alloc, NULL, (size_t alignment, size_t size), (alignment, size))
WRAP(memory, int, posix_memalign, ENOMEM, (void **memory, size_t alignment, size_t size), (memory, alignment, size))
#endif

WRAP(open, FILE *, fopen, NULL, (const char *path, const char *mode), (path, mode))
WRAP(open, FILE *, fopen64, NULL, (const char *path, const char *mode), (path, mode))
WRAP(open, DIR *, opendir, NULL, (const char *path), (path))
WRAP(make, int, mkostemp, -1, (char *path, int flags), (path, flags))
WRAP(make, char *, mkdtemp, NULL, (char *path), (path))
WRAP(look, int, stat, -1, (const char *path, struct stat *about), (path, about))
WRAP(look, int, lstat, -1, (const char *path, struct stat *about), (path, about))
WRAP(look, int, access, -1, (const char *path, int mode), (path, mode))
WRAP(look, char *, realpath, NULL, (const char *path, char *real), (path, real))
WRAP(read, size_t, fread, 0, (void *bytes, size_t size, size_t count, FILE *file), (bytes, size, count, file))
WRAP(read, ssize_t, getdents64, -1, (int file, void *bytes, size_t size), (file, bytes, size))
WRAP(read, struct dirent *, readdir, NULL, (DIR *folder), (folder))
WRAP(write, ssize_t, writev, -1, (int file, const struct iovec *parts, int count), (file, parts, count))
WRAP(sync, int, fsync, -1, (int file), (file))
WRAP(sync, int, fdatasync, -1, (int file), (file))
WRAP(rename, int, rename, -1, (const char *from, const char *to), (from, to))
WRAP(mode, int, fchmod, -1, (int file, mode_t mode), (file, mode))
WRAP(remove, int, unlink, -1, (const char *path), (path))
WRAP(remove, int, rmdir, -1, (const char *path), (path))
WRAP(remove, int, unlinkat, -1, (int folder, const char *path, int flags), (folder, path, flags))
WRAP(fork, pid_t, fork, -1, (void), ())
WRAP(pipe, int, pipe2, -1, (int ends[2], int flags), (ends, flags))
WRAP(dup, int, dup, -1, (int file), (file))
WRAP(dup, int, dup2, -1, (int from, int to), (from, to))
WRAP(wait, pid_t, waitpid, -1, (pid_t pid, int *status, int options), (pid, status, options))
WRAP(wait, int, waitid, -1, (idtype_t type, id_t id, siginfo_t *about, int options), (type, id, about, options))

/* A closed file is closed, whatever is said of it. */
int close(int file) {
  NEXT(close);
  fate f = next_call(BV_FAULT_close);
  int number = errno, result = next(file);
  if (f == FAILS)
    errno = number;
  return f == FAILS ? -1 : result;
}

ssize_t read(int file, void *bytes, size_t size) {
  NEXT(read);
  fate f = next_call(BV_FAULT_read);
  return f == FAILS ? -1 : next(file, bytes, f == PARTLY && size ? 1 : size);
}

ssize_t write(int file, const void *bytes, size_t size) {
  NEXT(write);
  fate f = next_call(BV_FAULT_write);
  return f == FAILS ? -1 : next(file, bytes, f == PARTLY && size ? 1 : size);
}

/* The third parameter is there when a file can be made. */
#define MODE_BEHIND(flags, mode)                                                                                     \
  va_list rest;                                                                                                      \
  va_start(rest, flags);                                                                                             \
  mode_t mode = (flags) & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                                          \
  va_end(rest)

int open(const char *path, int flags, ...) {
  NEXT(open);
  MODE_BEHIND(flags, mode);
  return next_call(BV_FAULT_open) == FAILS ? -1 : next(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  NEXT(open64);
  MODE_BEHIND(flags, mode);
  return next_call(BV_FAULT_open) == FAILS ? -1 : next(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  NEXT(openat);
  MODE_BEHIND(flags, mode);
  return next_call(BV_FAULT_open) == FAILS ? -1 : next(folder, path, flags, mode);
}
