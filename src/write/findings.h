/* Reports of findings: as text for people, and in the forms that programs read (the contract is commands.md; JSON has
 * schemas/bevindingen.schema.json).
 *
 * A report over several files: begin, file for each in its order, end. Files may be written by other processes than the
 * one that begins and ends, so a format keeps nothing between the calls: what its end needs of a file, its `aside` gives.
 * Nothing but these bytes goes to the stream; write errors stay in the stream (ferror). */
#ifndef BV_WRITE_FINDINGS_H
#define BV_WRITE_FINDINGS_H

#include <stdio.h>

#include "check/baseline.h"
#include "check/config.h"
#include "model/model.h"

/* A file of the report: a draft that was checked, or why it was not. */
typedef struct bv_reported {
  size_t index;                /* its place in the report, from 0 */
  const char *name;            /* as the user gave it: any bytes */
  const bv_document *document; /* or NULL: */
  const char *error;           /* then why it was not checked, a Dutch sentence */
  const bv_config *config;     /* the settings it was checked with; NULL: not known */
  bv_severity threshold;       /* findings from here on count */
  const bv_since *since;       /* what has changed since a former result, or NULL */
} bv_reported;

/* How a report ends. */
typedef struct bv_report_end {
  const char *asides; /* what `aside` gave of all files, joined */
  int status;         /* the exit status */
  bool complete;      /* every file was a draft and was checked */
} bv_report_end;

/* Functions that are NULL write nothing. */
typedef struct bv_findings_format {
  const char *name;
  bool single;         /* a report over one file only */
  const char *between; /* what stands between two files that both wrote something, or NULL */
  void (*begin)(FILE *out);
  void (*file)(FILE *out, const bv_reported *file);
  void (*aside)(FILE *aside, const bv_reported *file);
  void (*end)(FILE *out, const bv_report_end *end);
} bv_findings_format;

/* The format of that name, or NULL. */
const bv_findings_format *bv_findings_format_find(const char *name);
/* "text, json, …": for messages. */
const char *bv_findings_format_names(void);

/* One finding as the text form shows it. */
void bv_write_finding_text(FILE *out, const char *name, const bv_document *document, const bv_finding *finding);

extern const bv_findings_format bv_findings_text, bv_findings_json, bv_findings_jsonl, bv_findings_sarif,
    bv_findings_junit, bv_findings_errorformat, bv_findings_html;

#endif
