/* The built program as it runs: started, watched, stopped. */
#ifndef BV_TESTS_BACKGROUND_H
#define BV_TESTS_BACKGROUND_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

typedef struct bv_running {
  pid_t pid;
  char out[300], err[300]; /* files with what it says */
} bv_running;

/* Starts the program under test, whatever argv[0] is, with its output in hidden files in the folder. */
bv_running bv_start_program(const char *const argv[], const char *folder);
/* Waits, at most twenty seconds, until the file holds the text so many times; whether it does. */
bool bv_wait_for_text(const char *path, const char *text, size_t times);
/* Waits, at most twenty seconds, until the program has that many children; whether it has. `first` receives the first. */
bool bv_wait_for_children(const bv_running *running, size_t count, pid_t *first);
/* Waits, at most twenty seconds, for the end; the exit status, or 128 + the signal. A program that does not end is killed and
 * gives -1. */
int bv_wait_for_end(const bv_running *running);

#endif
