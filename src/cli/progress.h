/* How far a long run is, on one line of a terminal: how many of how many, which file, how long still. Nothing where standard
 * error is no terminal. */
#ifndef BV_CLI_PROGRESS_H
#define BV_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct bv_progress {
  bool on;
  bool shown; /* a line stands on the screen */
  size_t total;
  struct timespec start, drawn;
} bv_progress;

/* For so many files. */
bv_progress bv_progress_begin(size_t total);
/* Tells that so many are done and that this one was the last of them; seldom enough to read. */
void bv_progress_show(bv_progress *progress, size_t done, const char *name);
/* Takes the line away, before something else is printed and at the end. */
void bv_progress_clear(bv_progress *progress);

#endif
