/* What a process gives up before it reads what a stranger wrote: files by Landlock, system calls by seccomp.
 *
 * Both hold for the rest of the process and for all that it starts; nothing takes them back. Files and devices that are
 * open already stay usable. Each function may be called again: a second time can only take more away. */
#ifndef BV_BASE_CONFINE_H
#define BV_BASE_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

typedef enum bv_access {
  BV_MAY_READ,    /* this file, or all that is under this folder */
  BV_MAY_WRITE,   /* this file, which is there: a pipe or a device */
  BV_MAY_REPLACE, /* make, rename and remove files under this folder, and list it; what is there is not read */
  BV_MAY_RUN,     /* read and run programs under this folder, or this one */
  BV_MAY_ALL      /* whatever is under this folder */
} bv_access;

typedef struct bv_permit {
  bv_access access;
  const char *path; /* links in it are followed; what is not there is passed by */
} bv_permit;

typedef struct bv_permits {
  bv_permit *items;
  size_t count, capacity;
} bv_permits;

typedef enum bv_calls {
  BV_CALLS_READER,  /* one that reads drafts: what it needs, and nothing else; no program, no other process */
  BV_CALLS_WORKERS, /* the same, with processes of its own */
  BV_CALLS_TOOLS    /* programs that are not ours: whatever they need, but no socket and no rights over others */
} bv_calls;

/* From here on no file may be opened or made but those named; no TCP, and no signals to processes outside. As much of it as
 * the kernel knows. False when it knows no Landlock: then nothing is taken away. */
bool bv_confine_files(const bv_permits *permits);

/* From here on no system calls but those. A socket is refused (EACCES), an unknown call does not exist (ENOSYS), and a call
 * that only an intruder makes ends the process. In builds that check or count themselves, which need more, BV_CALLS_TOOLS stands in.
 * False when the kernel knows no seccomp. */
bool bv_confine_calls(bv_calls calls);

/* No core file, and no other process of the same user may look into the memory: both would hold the draft. */
void bv_keep_memory_private(void);

#endif
