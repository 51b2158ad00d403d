/* The drafts of a run: files, folders, and lists of names. */
#ifndef BV_CLI_FILES_H
#define BV_CLI_FILES_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct bv_file_name {
  const char *name;
  const char *error; /* why there is nothing to check under this name, a Dutch sentence; or NULL */
} bv_file_name;

typedef struct bv_files {
  bv_file_name *items;
  size_t count, capacity;
  struct { const char **items; size_t count, capacity; } folders; /* that were looked through */
} bv_files;

/* Adds a file, or of a folder every draft in it and below it: *.md and *.xml that begin as a draft does, in the order of
 * the bytes of their paths. Hidden files and folders, and links to folders, are passed by. In the arena. */
void bv_files_add(bv_arena *arena, bv_files *files, const char *name);
/* Adds the names in a file ("-": standard input), one a line, or with a NUL behind each. NULL, or why the list cannot be
 * read (a Dutch sentence). */
const char *bv_files_add_list(bv_arena *arena, bv_files *files, const char *list, bool nul);

#endif
