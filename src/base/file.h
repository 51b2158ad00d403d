/* A file as bytes. */
#ifndef BV_BASE_FILE_H
#define BV_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* All bytes of a file ("-": standard input) with a NUL behind the last, in the arena. NULL with errno set when it cannot
 * be read; EFBIG when it is larger than `limit`. */
char *bv_file_read(bv_arena *arena, const char *path, size_t limit, size_t *length);

/* The first bytes of a file, at most `most`, in the same way. */
char *bv_file_head(bv_arena *arena, const char *path, size_t most, size_t *length);

/* Writes all bytes to a descriptor, in as many steps as it takes; false with errno. */
bool bv_write_all(int file, const char *bytes, size_t length);

/* What an errno means, in Dutch, as the end of a sentence: "dat bestaat niet". Lives forever. */
const char *bv_errno_dutch(int number);

#endif
