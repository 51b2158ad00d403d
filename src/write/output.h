/* Files written whole or not at all.
 *
 * The bytes go to a temporary file beside the target, which is synced and renamed: a run that is killed leaves the old
 * file or the new one. The temporary file is removed on every way out, SIGINT, SIGTERM, SIGHUP and SIGPIPE included. */
#ifndef BV_WRITE_OUTPUT_H
#define BV_WRITE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Writes `length` bytes to `path` ("-": standard output). `mode`: permission bits of a new file (those of the draft: what
 * comes out is as private as what went in); a file that is replaced keeps its own. On failure errno says why. */
bool bv_output_write(const char *path, mode_t mode, const char *bytes, size_t length);

/* The permission bits of a file without execution, or 0600 for what has none (standard input). */
mode_t bv_output_mode_of(const char *path);

#endif
