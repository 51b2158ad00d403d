#include "cli/report.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/messages.h"
#include "cli/sandbox.h"
#include "read/read.h"
#include "write/names.h"

/* ---- One draft ---- */

/* What a function of the format writes of the file, malloc'ed; NULL for nothing. */
static char *written(void (*write)(FILE *, const bv_reported *), const bv_reported *file, size_t *length) {
  char *bytes = NULL;
  *length = 0;
  if (!write)
    return NULL;
  FILE *stream = open_memstream(&bytes, length);
  if (!stream)
    bv_out_of_memory();
  write(stream, file);
  if (ferror(stream) || fclose(stream) != 0)
    bv_out_of_memory();
  if (*length == 0) {
    free(bytes);
    bytes = NULL;
  }
  return bytes;
}

static bv_outcome outcome_of(const bv_report_request *request, const bv_reported *file, int status) {
  bv_outcome outcome = {.status = status, .checked = file->document != NULL};
  outcome.text = written(request->format->file, file, &outcome.text_length);
  outcome.aside = written(request->format->aside, file, &outcome.aside_length);
  return outcome;
}

/* Whether something new that is no exception lies at the threshold or above. */
static bool reaches(const bv_findings *findings, bv_severity threshold) {
  for (size_t i = 0; i < findings->count; i++)
    if (!findings->items[i].suppressed && !findings->items[i].known && findings->items[i].severity >= threshold)
      return true;
  return false;
}

/* Whether a rule that is asked for could not do its work. */
static bool is_unable(const bv_findings *findings) {
  for (size_t i = 0; i < findings->count; i++)
    if (findings->items[i].unable && !findings->items[i].suppressed)
      return true;
  return false;
}

static const bv_since *compare(const bv_report_request *request, bv_document *document, const char *name) {
  if (!request->baseline)
    return NULL;
  return bv_baseline_compare(request->baseline, document, bv_name_as_text(document->arena, name),
                             request->files.count == 1);
}

bv_outcome bv_outcome_of_draft(const bv_report_request *request, size_t index) {
  const bv_file_name *named = &request->files.items[index];
  if (named->error)
    return bv_outcome_of_failure(request, index, named->error, BV_EXIT_UNREADABLE);
  bv_reported file = {.index = index, .name = named->name, .threshold = request->threshold};
  char *error;
  file.config = bv_settings_for(request->settings, named->name);
  bv_document *document = bv_draft_open(named->name, file.config, request->as_of, &error);
  if (!document) {
    const char *why = bv_sandbox_hides(named->name) ? MSG_DRAFT_REPLACED : error;
    bv_outcome outcome = bv_outcome_of_failure(request, index, why, BV_EXIT_UNREADABLE);
    free(error);
    return outcome;
  }
  file.document = document;
  file.since = compare(request, document, named->name);
  int status = reaches(document->findings, request->threshold) ? BV_EXIT_FINDINGS : BV_EXIT_FINE;
  if (is_unable(document->findings))
    status = BV_EXIT_TOOL;
  bv_outcome outcome = outcome_of(request, &file, status);
  bv_document_free(document);
  return outcome;
}

bv_outcome bv_outcome_of_failure(const bv_report_request *request, size_t index, const char *error, int status) {
  const bv_reported file = {
      .index = index, .name = request->files.items[index].name, .error = error, .threshold = request->threshold};
  bv_outcome outcome = outcome_of(request, &file, status);
  outcome.error = strdup(error);
  if (!outcome.error)
    bv_out_of_memory();
  return outcome;
}

void bv_outcome_free(bv_outcome *outcome) {
  free(outcome->text);
  free(outcome->aside);
  free(outcome->error);
  *outcome = (bv_outcome){0};
}

/* ---- All of them ---- */

/* Keeps that the output cannot be written, and says so once. */
static void fail(bv_reporting *report) {
  if (!report->failed) {
    bv_progress_clear(&report->progress);
    fprintf(stderr, "bronvast: " MSG_CANNOT_WRITE "\n", report->request->output, bv_errno_dutch(errno));
  }
  report->failed = true;
}

static void put(bv_reporting *report, const char *bytes, size_t length) {
  if (!report->failed && length && !bv_output_add(&report->output, bytes, length))
    fail(report);
}

/* As private as the most private of the drafts. */
static mode_t mode_of(const bv_files *files) {
  mode_t mode = 0666;
  for (size_t i = 0; i < files->count; i++)
    if (!files->items[i].error)
      mode &= bv_output_mode_of(files->items[i].name);
  return files->count ? mode : 0600;
}

bool bv_reporting_begin(bv_reporting *report, const bv_report_request *request) {
  char *bytes = NULL;
  size_t length = 0;
  *report = (bv_reporting){.request = request, .complete = true, .progress = bv_progress_begin(request->files.count)};
  if (!bv_output_begin(&report->output, request->output, mode_of(&request->files))) {
    fail(report);
    return false;
  }
  report->on_screen = isatty(report->output.file);
  report->asides = open_memstream(&report->aside_bytes, &report->aside_length);
  FILE *begin = open_memstream(&bytes, &length);
  if (!report->asides || !begin)
    bv_out_of_memory();
  if (request->format->begin)
    request->format->begin(begin);
  if (fclose(begin) != 0)
    bv_out_of_memory();
  put(report, bytes, length);
  free(bytes);
  return true;
}

void bv_reporting_add(bv_reporting *report, bv_outcome *outcome) {
  const char *name = report->request->files.items[report->written].name, *between = report->request->format->between;
  report->written++;
  if (outcome->error || (outcome->text && report->on_screen))
    bv_progress_clear(&report->progress);
  if (outcome->error) {
    bv_arena *scratch = bv_arena_new();
    fprintf(stderr, "%s: %s\n", bv_name_as_line(scratch, name), outcome->error);
    bv_arena_free(scratch);
  }
  if (outcome->text && report->any && between)
    put(report, between, strlen(between));
  put(report, outcome->text, outcome->text_length);
  fwrite(outcome->aside ? outcome->aside : "", 1, outcome->aside_length, report->asides);
  report->any = report->any || outcome->text;
  report->complete = report->complete && outcome->checked;
  report->status = outcome->status > report->status ? outcome->status : report->status;
  bv_outcome_free(outcome);
  bv_progress_show(&report->progress, report->written, name);
}

/* Writes what ends the report. */
static void put_end(bv_reporting *report) {
  char *bytes = NULL;
  size_t length = 0;
  FILE *stream = open_memstream(&bytes, &length);
  if (!stream || fclose(report->asides) != 0)
    bv_out_of_memory();
  const bv_report_end end = {report->aside_bytes, report->status, report->complete};
  if (report->request->format->end)
    report->request->format->end(stream, &end);
  if (fclose(stream) != 0)
    bv_out_of_memory();
  put(report, bytes, length);
  free(bytes);
  free(report->aside_bytes);
}

int bv_reporting_end(bv_reporting *report) {
  bv_progress_clear(&report->progress);
  put_end(report);
  if (report->failed)
    bv_output_abandon(&report->output);
  else if (!bv_output_commit(&report->output))
    fail(report);
  return report->failed ? BV_EXIT_TOOL : report->status;
}

void bv_reporting_interrupt(bv_reporting *report) {
  size_t total = report->request->files.count, left = total - report->written;
  report->progress.on = false;
  bv_progress_clear(&report->progress);
  while (report->written < total && !report->output.target) {
    bv_outcome outcome = bv_outcome_of_failure(report->request, report->written, MSG_INTERRUPTED, BV_EXIT_TOOL);
    free(outcome.error);
    outcome.error = NULL;
    bv_reporting_add(report, &outcome);
  }
  put_end(report);
  bv_output_abandon(&report->output);
  fprintf(stderr, MSG_INTERRUPTED_COUNT "\n", left, total);
}
