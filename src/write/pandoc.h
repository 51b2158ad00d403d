/* PDF, DOCX and Markdown out of our HTML, by pandoc (with WeasyPrint for PDF) as a child process.
 *
 * The child works in a private temporary folder that is removed on every way out, with an environment of its own, limits on
 * its time, memory and files, and SOURCE_DATE_EPOCH set from the draft. What it prints is thrown away: it could hold text of
 * the draft; and no argument holds any, since everybody on the machine can see those. */
#ifndef BV_WRITE_PANDOC_H
#define BV_WRITE_PANDOC_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/date.h"

typedef enum bv_pandoc_format { BV_PANDOC_PDF, BV_PANDOC_DOCX, BV_PANDOC_MARKDOWN } bv_pandoc_format;

typedef struct bv_pandoc_job {
  bv_pandoc_format format;
  const char *html; /* for a word processor or Markdown made with `flow` */
  size_t html_length;
  const char *css; /* of the version: bv_write_css */
  size_t css_length;
  const char *reference; /* DOCX: bv_write_reference; NULL: pandoc's own styles */
  size_t reference_length;
  const char *variant; /* PDF: one of bv_pdf_variants; NULL: the first */
  const char *title; /* of the document */
  bv_date date;      /* of the report; year 0: none */
  bool sandbox;      /* the tools get no network, and no file but what they need */
} bv_pandoc_job;

/* What kinds of PDF the engine makes, the default first: "pdf/ua-1", …; NULL behind the last. */
extern const char *const bv_pdf_variants[];

/* The bytes in the arena. NULL when a tool is missing or fails; then `*error` is a Dutch sentence in the arena. */
const char *bv_pandoc_run(bv_arena *arena, const bv_pandoc_job *job, size_t *length, const char **error);

#endif
