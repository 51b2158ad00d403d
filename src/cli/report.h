/* A report over drafts: each is checked and written by itself, as bytes that another process can have made, and the
 * pieces go out in the order in which the drafts were given. */
#ifndef BV_CLI_REPORT_H
#define BV_CLI_REPORT_H

#include "check/baseline.h"
#include "cli/draft.h"
#include "cli/files.h"
#include "cli/progress.h"
#include "write/findings.h"
#include "write/output.h"

/* What is asked. */
typedef struct bv_report_request {
  const bv_findings_format *format;
  bv_date as_of; /* year 0: the date of each draft */
  bv_severity threshold;
  bv_settings *settings;
  const bv_baseline *baseline; /* or NULL */
  bv_files files;
  const char *output; /* "-": standard output */
  bool confined;      /* who reads drafts may start nobody */
} bv_report_request;

/* What came of one draft; the strings are malloc'ed. */
typedef struct bv_outcome {
  int status;
  bool checked;              /* it was a draft, and was checked */
  char *text, *aside;        /* what the format wrote of it; NULL: nothing */
  size_t text_length, aside_length;
  char *error;               /* for standard error, or NULL */
} bv_outcome;

/* A report on its way. */
typedef struct bv_reporting {
  const bv_report_request *request;
  bv_output output;
  FILE *asides;
  char *aside_bytes;
  size_t aside_length;
  size_t written;   /* drafts */
  bool any;         /* one of them wrote something */
  bool on_screen;   /* the output is a terminal, as the progress may be */
  bool complete, failed;
  int status;       /* the worst so far */
  bv_progress progress;
} bv_reporting;

/* Checks the draft of that index. Prints nothing. */
bv_outcome bv_outcome_of_draft(const bv_report_request *request, size_t index);
/* The outcome of a draft that was not checked: why, as a Dutch sentence. */
bv_outcome bv_outcome_of_failure(const bv_report_request *request, size_t index, const char *error, int status);
void bv_outcome_free(bv_outcome *outcome);

/* Opens the output; false after a message. */
bool bv_reporting_begin(bv_reporting *report, const bv_report_request *request);
/* Writes the outcome of the next draft and frees it. After a write that failed nothing more is written. */
void bv_reporting_add(bv_reporting *report, bv_outcome *outcome);
/* Ends the report: the exit status, which is BV_EXIT_TOOL after a message when it could not be written. */
int bv_reporting_end(bv_reporting *report);
/* Ends it early: a file keeps what it held; what goes elsewhere is ended so that programs can read it, with the drafts
 * that were not reached as not checked. Says on standard error how many. */
void bv_reporting_interrupt(bv_reporting *report);

#endif
