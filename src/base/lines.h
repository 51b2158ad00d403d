/* The lines of a file, one at a time: for files of any size. */
#ifndef BV_BASE_LINES_H
#define BV_BASE_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct bv_lines {
  FILE *file;
  char *line;
  size_t capacity;
  size_t number; /* of the line that was given last, from 1 */
} bv_lines;

/* Opens a file ("-": standard input); false with errno. */
bool bv_lines_open(bv_lines *lines, const char *path);
/* The next line without its line end; NULL at the end, or with errno when reading fails. It lives until the next call.
 * A line longer than `most` is given as its first `most` bytes, with `cut` set; the rest is passed over. */
const char *bv_lines_next(bv_lines *lines, size_t most, size_t *length, bool *cut);
void bv_lines_close(bv_lines *lines);

#endif
