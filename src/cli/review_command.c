/* bronvast review: what a reviewer marked on the review page, back to the draft: exceptions go into it, remarks are
 * shown where they belong. What comes out is read and checked again before it goes anywhere. */
#include <errno.h>
#include <libxml/hash.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/messages.h"
#include "cli/draft.h"
#include "cli/sandbox.h"
#include "read/read.h"
#include "read/review.h"
#include "write/except.h"
#include "write/findings.h"
#include "write/names.h"
#include "write/output.h"

static const bv_option options[] = {
    {"from", 0, "BEOORDELING", MSG_HELP_REVIEW_FROM},
    {"output", 'o', "BESTAND", MSG_HELP_REVIEW_OUTPUT},
    {"as-of", 0, "DATUM", MSG_HELP_AS_OF},
    {"config", 0, "BESTAND", MSG_HELP_CONFIG},
    {"kind", 0, "BESTAND", MSG_HELP_KIND},
    {"words", 0, "BESTAND", MSG_HELP_WORDS},
    {"suggest", 0, NULL, MSG_HELP_SUGGEST},
    BV_OPTION_TIME_LIMIT,
    BV_OPTION_NO_SANDBOX,
    {NULL, 0, NULL, NULL},
};

typedef struct job {
  bv_arena *arena;
  const char *review_path, *draft_path, *output; /* output: NULL when nothing is written */
  bv_date as_of;
  const bv_config *config;
  const bv_review *review;
  const char *bytes; /* of the draft */
  size_t length;
  bv_document *document;
  bv_exceptions exceptions;
  struct {
    const bv_review_mark **items;
    size_t count, capacity;
  } marks; /* by finding, or NULL */
} job;

static const char *value(const bv_given *given, const char *name) {
  return bv_option_value(&bv_command_review, given, name);
}

static int refuse(const char *path, const char *error, int status) {
  fprintf(stderr, "%s: %s\n", path, error);
  return status;
}

/* ---- Reading ---- */

static const char *read_bytes(job *j, const char *path, size_t limit, size_t *length) {
  const char *bytes = bv_file_read(j->arena, path, limit, length);
  if (!bytes)
    refuse(path, bv_sprintf(j->arena, MSG_CANNOT_READ, bv_errno_dutch(errno)), BV_EXIT_UNREADABLE);
  return bytes;
}

/* Reads and checks a state of the draft; NULL after a message. */
static bv_document *check_draft(const job *j, const char *bytes, size_t length) {
  bv_read_result read = bv_read_bytes(j->draft_path, bytes, length, j->config->kinds);
  if (!read.document)
    refuse(j->draft_path, read.error, BV_EXIT_UNREADABLE);
  else
    bv_check_document(read.document, j->config, j->as_of);
  free(read.error);
  return read.document;
}

static bool open_all(job *j) {
  size_t length;
  const char *error, *review = read_bytes(j, j->review_path, BV_LARGEST_REVIEW, &length);
  j->review = review ? bv_review_read(j->arena, review, length, &error) : NULL;
  if (review && !j->review)
    refuse(j->review_path, error, BV_EXIT_UNREADABLE);
  if (!j->review || !(j->bytes = read_bytes(j, j->draft_path, BV_LARGEST_DRAFT, &j->length)))
    return false;
  j->document = check_draft(j, j->bytes, j->length);
  return j->document != NULL;
}

/* ---- What the reviewer says ---- */

static const char *on_one_line(bv_arena *arena, const char *text) {
  char *line = bv_strdup(arena, text);
  for (char *at = line; *at; at++)
    if (*at == '\n' || *at == '\t')
      *at = ' ';
  return line;
}

/* The reason of an exception: the remark, with who made it and when. */
static const char *reason_of(const job *j, const bv_review_mark *mark) {
  return bv_sprintf(j->arena, MSG_REVIEW_REASON_BY, on_one_line(j->arena, mark->remark), j->review->reviewer,
                    bv_date_iso(j->arena, j->review->date));
}

static const char *match(job *j, xmlHashTablePtr findings, const bv_review_mark *mark) {
  const bv_finding *finding = xmlHashLookup(findings, BAD_CAST mark->fingerprint);
  if (!finding || strcmp(bv_rule_info_of(finding->rule)->name, mark->rule) != 0 || finding->suppressed)
    return bv_sprintf(j->arena, MSG_REVIEW_NO_FINDING, mark->rule);
  size_t index = (size_t)(finding - j->document->findings->items);
  if (j->marks.items[index])
    return bv_sprintf(j->arena, MSG_REVIEW_TWICE, mark->rule);
  j->marks.items[index] = mark;
  if (mark->verdict == BV_VERDICT_DISAGREE)
    BV_PUSH(j->arena, &j->exceptions, (bv_exception){.finding = index, .reason = reason_of(j, mark)});
  return NULL;
}

/* Finds each finding again; NULL, or what is wrong. */
static const char *match_all(job *j) {
  const bv_findings *findings = j->document->findings;
  const char *error = NULL;
  if (strcmp(j->review->draft, j->document->source->sha256) != 0)
    return MSG_REVIEW_WRONG_DRAFT;
  xmlHashTablePtr by_fingerprint = xmlHashCreate(0);
  if (!by_fingerprint)
    bv_out_of_memory();
  for (size_t i = 0; i < findings->count; i++)
    xmlHashAddEntry(by_fingerprint, BAD_CAST findings->items[i].fingerprint, &findings->items[i]);
  for (size_t i = 0; i < findings->count; i++) /* a review of an earlier version */
    xmlHashAddEntry(by_fingerprint, BAD_CAST findings->items[i].first_fingerprint, &findings->items[i]);
  j->marks.items = bv_calloc(j->arena, findings->count + 1, sizeof *j->marks.items);
  for (size_t i = 0; !error && i < j->review->marks.count; i++)
    error = match(j, by_fingerprint, &j->review->marks.items[i]);
  xmlHashFree(by_fingerprint, NULL);
  return error;
}

/* ---- The draft with its exceptions ---- */

static size_t count_placed(const job *j) {
  size_t placed = 0;
  for (size_t i = 0; i < j->exceptions.count; i++)
    placed += j->exceptions.items[i].element != NULL;
  return placed;
}

/* Without exceptions the draft as it is, behind its byte order mark. False when it would not be the same draft. */
static bool write_draft(job *j, size_t mark, bv_buf *out) {
  const char *text = j->document->source->bytes;
  bv_buf_add(out, j->bytes, count_placed(j) ? mark : j->length);
  if (!count_placed(j))
    return true;
  if (text[strspn(text, " \t\r\n")] != '<') {
    bv_except_markdown(out, j->document, &j->exceptions);
  } else {
    bv_document *changed = check_draft(j, j->bytes, j->length);
    bv_exceptions same = {0};
    for (size_t i = 0; i < j->exceptions.count; i++)
      BV_PUSH(j->arena, &same,
              (bv_exception){.finding = j->exceptions.items[i].finding, .reason = j->exceptions.items[i].reason});
    bv_exceptions_place(j->arena, changed, &same);
    bv_except_xml(out, changed, &same);
    bv_document_free(changed);
  }
  bv_document *after = check_draft(j, bv_buf_string(out), out->length);
  bool good = after && bv_exceptions_are_in(j->arena, j->document, after, &j->exceptions);
  bv_document_free(after);
  return good;
}

/* ---- What is shown ---- */

/* Whether something is left to do: a remark, or an exception that could not be put in. */
static size_t show_remarks(const job *j, FILE *out) {
  const char *who = j->review->reviewer, *when = bv_date_dutch(j->arena, j->review->date);
  const char **obstacles = bv_calloc(j->arena, j->document->findings->count + 1, sizeof *obstacles);
  size_t shown = 0;
  for (size_t i = 0; i < j->exceptions.count; i++)
    obstacles[j->exceptions.items[i].finding] = j->exceptions.items[i].obstacle;
  for (size_t i = 0; i < j->document->findings->count; i++) {
    const bv_review_mark *mark = j->marks.items[i];
    bool exception = mark && mark->verdict == BV_VERDICT_DISAGREE;
    if (!mark || !mark->remark || (exception && !obstacles[i]))
      continue;
    bv_write_finding_text(out, bv_name_as_line(j->arena, j->draft_path), j->document, &j->document->findings->items[i]);
    fprintf(out, "    ");
    fprintf(out, exception ? MSG_REVIEW_SAYS_EXCEPTION : MSG_REVIEW_SAYS, who, when,
            on_one_line(j->arena, mark->remark));
    fputc('\n', out);
    if (exception)
      fprintf(out, "    " MSG_REVIEW_NOT_PLACED "\n", obstacles[i]);
    shown++;
  }
  return shown;
}

static void summarize(const job *j, FILE *out, size_t remarks) {
  size_t placed = count_placed(j);
  fprintf(out, MSG_REVIEW_SUMMARY, j->review->reviewer, bv_date_dutch(j->arena, j->review->date), remarks,
          remarks == 1 ? MSG_REVIEW_REMARK_ONE : MSG_REVIEW_REMARK_MANY, placed,
          placed == 1 ? MSG_REVIEW_EXCEPTION : MSG_REVIEW_EXCEPTION_MANY);
  fprintf(out, "%s.\n", !placed ? "" : j->output ? MSG_REVIEW_WRITTEN : MSG_REVIEW_NOT_WRITTEN);
}

static int review(job *j) {
  if (!open_all(j))
    return BV_EXIT_UNREADABLE;
  const char *error = match_all(j);
  if (error)
    return refuse(j->review_path, error, BV_EXIT_FINDINGS);
  size_t mark;
  if (!bv_draft_is_clean(j->document->source, j->bytes, j->length, &mark))
    return refuse(j->draft_path, MSG_REACT_BYTES, BV_EXIT_FINDINGS);
  bv_exceptions_place(j->arena, j->document, &j->exceptions);
  bv_buf out = bv_buf_new(j->arena);
  if (!write_draft(j, mark, &out))
    return refuse(j->draft_path, MSG_REVIEW_IMPOSSIBLE, BV_EXIT_FINDINGS);
  if (j->output && !bv_output_write(j->output, bv_output_mode_of(j->draft_path), bv_buf_string(&out), out.length)) {
    fprintf(stderr, "bronvast: " MSG_CANNOT_WRITE "\n", j->output, bv_errno_dutch(errno));
    return BV_EXIT_TOOL;
  }
  FILE *shown = j->output && strcmp(j->output, "-") == 0 ? stderr : stdout;
  size_t remarks = show_remarks(j, shown);
  summarize(j, shown, remarks);
  return remarks ? BV_EXIT_FINDINGS : BV_EXIT_FINE;
}

/* ---- The command ---- */

static int read_job(const bv_given *given, int argc, char **argv, job *j) {
  const char *as_of = value(given, "as-of");
  *j = (job){.review_path = value(given, "from"), .output = value(given, "output")};
  if (!j->review_path)
    return bv_wrong_use(&bv_command_review, "%s", MSG_REVIEW_FROM_OPTION);
  if (as_of && bv_date_parse(as_of, &j->as_of) != BV_DATE_OK)
    return bv_wrong_use(&bv_command_review, MSG_DATE_WRONG, as_of);
  if (argc - given->first != 1)
    return bv_wrong_use(&bv_command_review, "%s", given->first == argc ? MSG_FILE_MISSING : MSG_ONE_FILE);
  j->draft_path = argv[given->first];
  if (strcmp(j->review_path, "-") == 0 && strcmp(j->draft_path, "-") == 0)
    return bv_wrong_use(&bv_command_review, "%s", MSG_REVIEW_TWO_INPUTS);
  return BV_EXIT_FINE;
}

static void enter_sandbox(const job *j, const char *off) {
  bv_sandbox sandbox = bv_sandbox_new(j->arena, off);
  bv_sandbox_read(&sandbox, j->review_path);
  bv_sandbox_read(&sandbox, j->draft_path);
  bv_sandbox_write(&sandbox, j->output);
  bv_sandbox_enter(&sandbox);
}

static int run(int argc, char **argv) {
  job j;
  bv_given given = bv_options_read(&bv_command_review, argc, argv);
  if (given.done)
    return given.status;
  int status = read_job(&given, argc, argv, &j);
  if (status != BV_EXIT_FINE)
    return status;
  bv_settings settings = bv_settings_new(value(&given, "config"), value(&given, "kind"));
  settings.words_path = value(&given, "words");
  settings.suggest = value(&given, "suggest") != NULL;
  j.config = bv_settings_for(&settings, j.draft_path);
  j.arena = bv_arena_new();
  if (j.config)
    enter_sandbox(&j, value(&given, "no-sandbox"));
  status = j.config ? review(&j) : BV_EXIT_USAGE;
  bv_document_free(j.document);
  bv_arena_free(j.arena);
  bv_settings_free(&settings);
  return status;
}

const bv_command bv_command_review = {"review", MSG_HELP_REVIEW_USAGE, MSG_HELP_REVIEW, options, run};
