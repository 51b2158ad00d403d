/* Findings as text for people and as JSON for programs (the contract is commands.md; schemas/bevindingen.schema.json).
 *
 * A report over several files: begin, one call for each file, end. Nothing but these bytes goes to the stream; write
 * errors stay in the stream (ferror). */
#ifndef BV_WRITE_FINDINGS_H
#define BV_WRITE_FINDINGS_H

#include <stdio.h>

#include "model/model.h"

typedef struct bv_findings_format {
  const char *name;
  void (*begin)(FILE *out);
  /* A file that was read; `first` for the first of the report. */
  void (*file)(FILE *out, const bv_document *document, bool first);
  /* A file that was not: `error` says why, in Dutch. */
  void (*failure)(FILE *out, const char *name, const char *error, bool first);
  void (*end)(FILE *out);
} bv_findings_format;

/* "text" or "json"; NULL for a name that is none. */
const bv_findings_format *bv_findings_format_find(const char *name);
/* "text, json": for messages. */
const char *bv_findings_format_names(void);

extern const bv_findings_format bv_findings_text, bv_findings_json;

#endif
