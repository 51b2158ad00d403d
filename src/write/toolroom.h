/* A process that runs pandoc for one that reads drafts, so that the latter can give up the right to start programs.
 *
 * It is started before anything of a draft is read, takes jobs and gives back what the tools made. When the process that
 * started it ends, however that happens, it ends the tools, removes their folder and ends too. */
#ifndef BV_WRITE_TOOLROOM_H
#define BV_WRITE_TOOLROOM_H

#include "write/pandoc.h"

typedef struct bv_toolroom bv_toolroom;

/* NULL with errno when the system gives no process. `sandbox`: the tools get no network and no file but what they need. */
bv_toolroom *bv_toolroom_open(bool sandbox);
/* As bv_pandoc_run. A signal that ends this process is let in only when the folder has been removed. */
const char *bv_toolroom_run(bv_toolroom *room, bv_arena *arena, const bv_pandoc_job *job, size_t *length, const char **error);
/* NULL is fine. */
void bv_toolroom_close(bv_toolroom *room);

#endif
