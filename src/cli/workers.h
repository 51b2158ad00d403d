/* Drafts in processes of their own, many at a time: a draft that brings one down costs only its own result, and what
 * libraries keep for a process (hunspell, libxml2) needs no locks. Results go out in the order of the drafts; only a few are
 * held, however many drafts there are. */
#ifndef BV_CLI_WORKERS_H
#define BV_CLI_WORKERS_H

#include "base/limits.h"
#include "cli/report.h"

/* As many as this process may use processors. */
size_t bv_jobs_default(void);
/* Checks and writes all drafts of a report that was begun, with so many processes. Gives 0, or
 * the signal that asked to stop: then the drafts from report->written on were not reached. */
int bv_workers_run(bv_reporting *report, size_t jobs);

#endif
