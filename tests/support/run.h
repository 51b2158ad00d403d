/* Runs the built program (or any other) and keeps what it said. */
#ifndef BV_TESTS_RUN_H
#define BV_TESTS_RUN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct bv_ran {
  int status;      /* exit status, or 128 + the signal that ended it */
  char *out, *err; /* NUL-terminated; freed by bv_ran_free */
  size_t out_length;
} bv_ran;

/* Runs argv[0] ("bronvast" stands for the program under test), with `input` (may be NULL) as standard input. argv ends
 * in NULL. Memory is limited to 2 GiB (not under sanitizers) and CPU time to 60 seconds. */
bv_ran bv_run_program(const char *const argv[], const char *input);
void bv_ran_free(bv_ran *ran);

/* Whether this kernel knows Landlock. Where it does not, the program says so on every run, and bv_run_program leaves that line
 * out of `err`: no test but those of the sandbox is about it. */
bool bv_has_landlock(void);

/* A file's bytes with a NUL behind them, from malloc; NULL when it cannot be read. `length` may be NULL. */
char *bv_slurp(const char *path, size_t *length);
/* Writes a file of the test's; aborts when it cannot. */
void bv_spill(const char *path, const char *bytes, size_t length);
/* The same of a text. */
void bv_spill_text(const char *path, const char *text);
/* A new empty folder under the system's temporary one; the caller frees the name and removes the folder. */
char *bv_temporary_folder(void);
/* Removes a folder and all in it. */
void bv_remove_folder(const char *path);
/* Ends the test when that program is not there: `./bootstrap check` installs every one that a test needs. */
void bv_need_program(const char *name);
/* For a test's .init and .fini: works in a new empty folder, which is removed at the end. */
void bv_enter_folder(void);
void bv_leave_folder(void);
/* The name of the folder that was entered. */
const char *bv_entered_folder(void);

#endif
