/* Paths of files as seen from a folder, so that files that stand together can be moved together. */
#ifndef BV_CLI_PATHS_H
#define BV_CLI_PATHS_H

#include <stdbool.h>

#include "base/arena.h"

/* The path of `file` from the folder in which `from` stands: "court.html", "../concept.md". Neither need exist, but their
 * folders must. NULL with errno when one does not. */
const char *bv_path_from(bv_arena *arena, const char *from, const char *file);
/* The path of a file that is named from the folder in which `from` stands. */
const char *bv_path_beside(bv_arena *arena, const char *from, const char *name);
/* Whether writing to `output` would take the place of one of those inputs, of which any may be NULL. */
bool bv_path_overwrites(const char *output, const char *const *inputs, size_t count);
/* Whether both are the same file, or would be. */
bool bv_path_same(bv_arena *arena, const char *a, const char *b);

#endif
