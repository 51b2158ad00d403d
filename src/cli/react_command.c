/* bronvast react: a filled-in reaction form into the draft. What comes out is read again before it goes anywhere:
 * the same draft, with the reactions in it. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/messages.h"
#include "cli/draft.h"
#include "cli/paths.h"
#include "cli/sandbox.h"
#include "read/form.h"
#include "read/read.h"
#include "write/output.h"
#include "write/react.h"

static const bv_option options[] = {
    {"from", 0, "FORMULIER", MSG_HELP_REACT_FROM},
    {"sent", 0, "BESTAND", MSG_HELP_REACT_SENT},
    {"reader", 0, "ID", MSG_HELP_REACT_READER},
    {"output", 'o', "BESTAND", MSG_HELP_OUTPUT},
    BV_OPTION_TIME_LIMIT,
    BV_OPTION_NO_SANDBOX,
    {NULL, 0, NULL, NULL},
};

typedef struct job {
  bv_arena *arena;
  const char *form_path, *draft_path, *sent_path, *reader, *output;
  const bv_form *form;
  const char *bytes; /* of the draft */
  size_t length;
  bv_document *document, *sent; /* `sent` is the document itself where it was not given */
} job;

static const char *value(const bv_given *given, const char *name) {
  return bv_option_value(&bv_command_react, given, name);
}

static int refuse(const char *path, const char *error, int status) {
  fprintf(stderr, "%s: %s\n", path, error);
  return status;
}

static const char *read_bytes(job *j, const char *path, size_t limit, size_t *length) {
  const char *bytes = bv_file_read(j->arena, path, limit, length);
  if (!bytes)
    refuse(path, bv_sprintf(j->arena, MSG_CANNOT_READ, bv_errno_dutch(errno)), BV_EXIT_UNREADABLE);
  return bytes;
}

/* NULL after a message. */
static bv_document *open_draft(const char *path, const char *bytes, size_t length) {
  bv_read_result read = bytes ? bv_read_bytes(path, bytes, length, NULL) : bv_read_file(path, NULL);
  if (!read.document) {
    refuse(path, read.error, BV_EXIT_UNREADABLE);
    free(read.error);
  }
  return read.document;
}

static bool open_all(job *j) {
  size_t form_length;
  const char *error, *form = read_bytes(j, j->form_path, BV_LARGEST_FORM, &form_length);
  j->form = form ? bv_form_read(j->arena, form, form_length, &error) : NULL;
  if (form && !j->form)
    refuse(j->form_path, error, BV_EXIT_UNREADABLE);
  if (!j->form || !(j->bytes = read_bytes(j, j->draft_path, BV_LARGEST_DRAFT, &j->length)))
    return false;
  j->document = open_draft(j->draft_path, j->bytes, j->length);
  j->sent = j->sent_path && j->document ? open_draft(j->sent_path, NULL, 0) : j->document;
  return j->document && j->sent;
}

/* The draft with the replies; false when it would not be the same draft. */
static bool write_draft(job *j, const bv_replies *replies, bv_buf *out) {
  const char *text = j->document->source->bytes;
  bool xml = text[strspn(text, " \t\r\n")] == '<';
  bv_document *before = xml ? bv_read_bytes(j->draft_path, j->bytes, j->length, NULL).document : j->document;
  if (xml)
    bv_react_xml(out, j->document, replies);
  else
    bv_react_markdown(out, j->document, replies);
  bv_read_result again = bv_read_bytes(j->draft_path, bv_buf_string(out), out->length, NULL);
  bool good = again.document && before && bv_replies_are_in(j->arena, before, again.document, replies);
  free(again.error);
  bv_document_free(again.document);
  if (xml)
    bv_document_free(before);
  return good;
}

static void tell(const job *j, const bv_replies *replies) {
  const bv_form *form = j->form;
  const char *who = form->reader ? form->reader : j->reader, *date = bv_date_dutch(j->arena, form->date);
  const char *word = replies->count == 1 ? MSG_REACTION_ONE : MSG_REACTION_MANY;
  if (form->name && *form->name)
    fprintf(stderr, MSG_REACT_FILLED_IN "\n", who, date, form->name, replies->count, word);
  else
    fprintf(stderr, MSG_REACT_DONE "\n", who, date, replies->count, word);
  if (form->general)
    fprintf(stderr, "%s\n", MSG_REACT_GENERAL);
}

static int react(job *j) {
  bv_replies replies = {0};
  const char *error;
  size_t mark;
  if (!open_all(j))
    return BV_EXIT_UNREADABLE;
  if (!bv_draft_is_clean(j->document->source, j->bytes, j->length, &mark))
    return refuse(j->draft_path, MSG_REACT_BYTES, BV_EXIT_FINDINGS);
  if (!bv_replies_to(j->arena, j->document, j->sent, j->form, j->reader, &replies, &error))
    return refuse(j->form_path, error, BV_EXIT_FINDINGS);
  bv_buf out = bv_buf_new(j->arena);
  bv_buf_add(&out, j->bytes, mark);
  if (!write_draft(j, &replies, &out))
    return refuse(j->draft_path, MSG_REACT_IMPOSSIBLE, BV_EXIT_FINDINGS);
  if (!bv_output_write(j->output, bv_output_mode_of(j->draft_path), bv_buf_string(&out), out.length)) {
    fprintf(stderr, "bronvast: " MSG_CANNOT_WRITE "\n", j->output, bv_errno_dutch(errno));
    return BV_EXIT_TOOL;
  }
  tell(j, &replies);
  return BV_EXIT_FINE;
}

static int read_job(const bv_given *given, int argc, char **argv, job *j) {
  const char *output = value(given, "output");
  *j = (job){.form_path = value(given, "from"), .sent_path = value(given, "sent"), .reader = value(given, "reader"),
             .output = output ? output : "-"};
  if (!j->form_path)
    return bv_wrong_use(&bv_command_react, "%s", MSG_REACT_FROM_MISSING);
  if (argc - given->first != 1)
    return bv_wrong_use(&bv_command_react, "%s", given->first == argc ? MSG_FILE_MISSING : MSG_ONE_FILE);
  j->draft_path = argv[given->first];
  if (bv_path_overwrites(j->output, (const char *const[]){j->form_path, j->sent_path}, 2))
    return bv_wrong_use(&bv_command_react, MSG_OUTPUT_IS_INPUT, j->output);
  bool form = strcmp(j->form_path, "-") == 0, draft = strcmp(j->draft_path, "-") == 0;
  bool sent = j->sent_path && strcmp(j->sent_path, "-") == 0;
  return form + draft + sent > 1 ? bv_wrong_use(&bv_command_react, "%s", MSG_REACT_TWO_INPUTS) : BV_EXIT_FINE;
}

static void enter_sandbox(const job *j, const char *off) {
  bv_sandbox sandbox = bv_sandbox_new(j->arena, off);
  bv_sandbox_read(&sandbox, j->form_path);
  bv_sandbox_read(&sandbox, j->draft_path);
  bv_sandbox_read(&sandbox, j->sent_path);
  bv_sandbox_write(&sandbox, j->output);
  bv_sandbox_enter(&sandbox);
}

static int run(int argc, char **argv) {
  job j;
  bv_given given = bv_options_read(&bv_command_react, argc, argv);
  if (given.done)
    return given.status;
  int status = read_job(&given, argc, argv, &j);
  if (status != BV_EXIT_FINE)
    return status;
  j.arena = bv_arena_new();
  enter_sandbox(&j, value(&given, "no-sandbox"));
  status = react(&j);
  if (j.sent != j.document)
    bv_document_free(j.sent);
  bv_document_free(j.document);
  bv_arena_free(j.arena);
  return status;
}

const bv_command bv_command_react = {"react", MSG_HELP_REACT_USAGE, MSG_HELP_REACT, options, run};
