/* A library that gets NULL does what it likes: libxml2 and libxslt go on with a tree or a text that lacks its end, cmark
 * prints and aborts, hunspell throws an exception through C. So none of them gets NULL: the functions of the C library
 * that give memory are replaced here, for the program and for all that it loads, by ones that ask the next in line and
 * end the program when it has nothing. The C library documents that a program may replace them.
 *
 * Not under AddressSanitizer, which replaces them itself and ends the program at the same moment. */
#include "cli/memory.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/messages.h"
#include "cli/options.h"
#include "write/temporary.h"

static _Noreturn void end_in_silence(void) {
  bv_temporary_clear();
  _exit(BV_EXIT_UNREADABLE);
}

static void end(void) {
  static const char message[] = MSG_OUT_OF_MEMORY "\n";
  (void)!write(STDERR_FILENO, message, sizeof message - 1);
  end_in_silence();
}

void bv_memory_guard(void) { bv_on_out_of_memory(end); }

void bv_memory_guard_in_silence(void) { bv_on_out_of_memory(end_in_silence); }

#ifndef __SANITIZE_ADDRESS__

#define REPLACED __attribute__((visibility("default")))

/* The function of that name behind ours. It never asks for memory itself unless there is none of that name. */
#define NEXT(name)                                                                                                   \
  static __typeof__(name) *next;                                                                                     \
  if (!next)                                                                                                         \
  next = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

static void *there(void *memory) {
  if (!memory)
    bv_out_of_memory();
  return memory;
}

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): the names of the C library are reserved ones */
REPLACED void *malloc(size_t size) {
  NEXT(malloc);
  return there(next(size));
}

REPLACED void *calloc(size_t count, size_t size) {
  NEXT(calloc);
  return there(next(count, size));
}

REPLACED void *realloc(void *memory, size_t size) {
  NEXT(realloc);
  void *moved = next(memory, size);
  return size ? there(moved) : moved; /* nothing of no size is no lack */
}

REPLACED void *aligned_alloc(size_t alignment, size_t size) {
  NEXT(aligned_alloc);
  return there(next(alignment, size));
}

REPLACED int posix_memalign(void **memory, size_t alignment, size_t size) {
  NEXT(posix_memalign);
  int problem = next(memory, alignment, size);
  if (problem == ENOMEM)
    bv_out_of_memory();
  return problem;
}
/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */

#endif
