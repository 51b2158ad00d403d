/* PDF, DOCX and Markdown out of our HTML, by pandoc (with WeasyPrint for PDF) as a child process.
 *
 * The child works in a private temporary folder that is removed on every way out, with an environment of its own, a limit on
 * its time, and SOURCE_DATE_EPOCH set from the draft. What it prints is thrown away: it could hold text of the draft. */
#ifndef BV_WRITE_PANDOC_H
#define BV_WRITE_PANDOC_H

#include "base/arena.h"
#include "base/date.h"

typedef enum bv_pandoc_format { BV_PANDOC_PDF, BV_PANDOC_DOCX, BV_PANDOC_MARKDOWN } bv_pandoc_format;

typedef struct bv_pandoc_job {
  bv_pandoc_format format;
  const char *html; /* made with for_print */
  size_t html_length;
  const char *css; /* of the version: bv_write_css */
  size_t css_length;
  const char *title; /* of the document */
  bv_date date;      /* of the report; year 0: none */
} bv_pandoc_job;

/* The bytes in the arena. NULL when a tool is missing or fails; then `*error` is a Dutch sentence in the arena. */
const char *bv_pandoc_run(bv_arena *arena, const bv_pandoc_job *job, size_t *length, const char **error);

#endif
