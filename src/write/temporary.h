/* What is on the disk for a moment only: the file that is to take the place of a target, and the folder in which a tool
 * outside works. Whatever ends this process removes them: a signal, an error of ours, a lack of memory. Only SIGKILL and
 * a power cut can leave one behind, whose name begins with `.bronvast-` or `bronvast-`; until it is whole only its owner may
 * read it, and then whoever may read the target.
 *
 * One file and one folder at a time. A forked process owns neither: it removes nothing, however it ends. */
#ifndef BV_WRITE_TEMPORARY_H
#define BV_WRITE_TEMPORARY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A new file that only its owner may read, in the folder of `target`: a descriptor for writing, or -1 with errno. */
int bv_temporary_file(const char *target);
/* Gives the file the name of the target; false with errno, and then it is still there. */
bool bv_temporary_file_becomes(const char *target);
/* Removes it; keeps errno. */
void bv_temporary_file_remove(void);

/* A new folder that only its owner may enter, under `base`: its name, or NULL with errno. */
const char *bv_temporary_folder_new(const char *base);
/* Writes a file into it; false with errno. */
bool bv_temporary_folder_add(const char *name, const char *bytes, size_t length);
/* Forks a process that works there: 0 in the child, whose working folder it is; its number in the parent; or -1. */
pid_t bv_temporary_folder_fork(void);
/* Waits for its end: its status as waitpid gives it. */
int bv_temporary_folder_wait(void);
/* Ends the process and all that it started, and removes the folder with all that is in it; keeps errno. */
void bv_temporary_folder_remove(void);

/* Removes both, at any moment: safe in a signal handler and without memory. */
void bv_temporary_clear(void);

#endif
