/* Files written whole or not at all.
 *
 * The bytes go to a temporary file beside the target, which is synced and renamed: a run that is killed leaves the old
 * file or the new one. The temporary file is removed on every way out (write/temporary.h). */
#ifndef BV_WRITE_OUTPUT_H
#define BV_WRITE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* An output on its way. One at a time. */
typedef struct bv_output {
  int file;
  char *target;  /* what is replaced at the end, malloc'ed; NULL: the bytes go straight to a pipe, device or terminal */
  bool standard; /* standard output, which stays open */
  mode_t mode;   /* that the target gets */
} bv_output;

/* Writes `length` bytes to `path` ("-": standard output). `mode`: permission bits of a new file (those of the draft: what
 * comes out is as private as what went in); a file that is replaced keeps its own. On failure errno says why. */
bool bv_output_write(const char *path, mode_t mode, const char *bytes, size_t length);

/* The same in pieces, for what is too large to hold: begin, any number of pieces, and commit, after which the target is
 * there; or abandon, which leaves what was there (a pipe or terminal keeps what it got). Each gives false with errno; after
 * a begin that failed, nothing is to be ended. */
bool bv_output_begin(bv_output *output, const char *path, mode_t mode);
bool bv_output_add(bv_output *output, const char *bytes, size_t length);
bool bv_output_commit(bv_output *output);
void bv_output_abandon(bv_output *output);

/* The permission bits of a file without execution, or 0600 for what has none (standard input). */
mode_t bv_output_mode_of(const char *path);

#endif
