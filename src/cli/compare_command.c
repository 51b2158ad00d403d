/* bronvast compare: what changed between two versions of a draft. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/messages.h"
#include "cli/draft.h"
#include "cli/paths.h"
#include "cli/sandbox.h"
#include "read/read.h"
#include "write/compare.h"
#include "write/output.h"

static const bv_option options[] = {
    {"format", 0, "text|json|html", MSG_HELP_COMPARE_FORMAT},
    {"output", 'o', "BESTAND", MSG_HELP_OUTPUT},
    {"as-of", 0, "DATUM", MSG_HELP_AS_OF},
    {"config", 0, "BESTAND", MSG_HELP_CONFIG},
    {"kind", 0, "BESTAND", MSG_HELP_KIND},
    {"words", 0, "BESTAND", MSG_HELP_WORDS},
    BV_OPTION_TIME_LIMIT,
    BV_OPTION_NO_SANDBOX,
    {NULL, 0, NULL, NULL},
};

typedef void write_function(bv_buf *out, const bv_comparison *comparison);

typedef struct job {
  const char *names[2], *output;
  const char *no_sandbox;
  write_function *write;
  bv_date as_of;
} job;

static const char *value(const bv_given *given, const char *name) {
  return bv_option_value(&bv_command_compare, given, name);
}

static write_function *writer_of(const char *format) {
  static const struct {
    const char *name;
    write_function *write;
  } writers[] = {
      {"text", bv_write_comparison_text}, {"json", bv_write_comparison_json}, {"html", bv_write_comparison_html}};
  for (size_t i = 0; i < sizeof writers / sizeof *writers; i++)
    if (strcmp(format, writers[i].name) == 0)
      return writers[i].write;
  return NULL;
}

/* NULL after a message. */
static bv_document *open_draft(const char *name, const bv_config *config, bv_date as_of) {
  char *error;
  bv_document *document = bv_draft_open(name, config, as_of, &error);
  if (!document) {
    fprintf(stderr, "%s: %s\n", name, error);
    free(error);
  }
  return document;
}

static int compare(const job *j, const bv_document *old_draft, const bv_document *new_draft) {
  bv_arena *arena = bv_arena_new();
  bv_buf out = bv_buf_new(arena);
  const bv_comparison *comparison = bv_compare(arena, old_draft, new_draft);
  int status = comparison->changes.count ? BV_EXIT_FINDINGS : BV_EXIT_FINE;
  j->write(&out, comparison);
  mode_t mode = bv_output_mode_of(j->names[0]) & bv_output_mode_of(j->names[1]); /* it holds words of both */
  if (!bv_output_write(j->output, mode, bv_buf_string(&out), out.length)) {
    fprintf(stderr, "bronvast: " MSG_CANNOT_WRITE "\n", j->output, bv_errno_dutch(errno));
    status = BV_EXIT_TOOL;
  }
  bv_arena_free(arena);
  return status;
}

static void enter_sandbox(const job *j, bv_arena *arena) {
  bv_sandbox sandbox = bv_sandbox_new(arena, j->no_sandbox);
  bv_sandbox_read(&sandbox, j->names[0]);
  bv_sandbox_read(&sandbox, j->names[1]);
  bv_sandbox_write(&sandbox, j->output);
  bv_sandbox_enter(&sandbox);
}

/* Both are judged by the settings of the new draft, so that what differs comes from the drafts. */
static int run_job(const job *j, bv_settings *settings) {
  const bv_config *config = bv_settings_for(settings, j->names[1]);
  if (!config)
    return BV_EXIT_USAGE;
  enter_sandbox(j, settings->arena);
  bv_document *old_draft = open_draft(j->names[0], config, j->as_of);
  bv_document *new_draft = open_draft(j->names[1], config, j->as_of);
  int status = old_draft && new_draft ? compare(j, old_draft, new_draft) : BV_EXIT_UNREADABLE;
  bv_document_free(old_draft);
  bv_document_free(new_draft);
  return status;
}

/* BV_EXIT_FINE, or the status of wrong use, after a message. */
static int read_job(const bv_given *given, int argc, char **argv, job *j) {
  const char *format = value(given, "format"), *as_of = value(given, "as-of"), *output = value(given, "output");
  *j = (job){.output = output ? output : "-", .write = writer_of(format ? format : "text"),
             .no_sandbox = value(given, "no-sandbox")};
  if (!j->write)
    return bv_wrong_use(&bv_command_compare, MSG_FORMAT_UNKNOWN, format, "text, json, html");
  if (as_of && bv_date_parse(as_of, &j->as_of) != BV_DATE_OK)
    return bv_wrong_use(&bv_command_compare, MSG_DATE_WRONG, as_of);
  if (argc - given->first != 2)
    return bv_wrong_use(&bv_command_compare, "%s", MSG_COMPARE_TWO);
  j->names[0] = argv[given->first];
  j->names[1] = argv[given->first + 1];
  if (bv_path_overwrites(j->output, j->names, 2))
    return bv_wrong_use(&bv_command_compare, MSG_OUTPUT_IS_DRAFT, j->output);
  if (strcmp(j->names[0], "-") == 0 && strcmp(j->names[1], "-") == 0)
    return bv_wrong_use(&bv_command_compare, "%s", MSG_COMPARE_STANDARD_INPUT);
  return BV_EXIT_FINE;
}

static int run(int argc, char **argv) {
  job j;
  bv_given given = bv_options_read(&bv_command_compare, argc, argv);
  if (given.done)
    return given.status;
  int status = read_job(&given, argc, argv, &j);
  if (status != BV_EXIT_FINE)
    return status;
  bv_settings settings = bv_settings_new(value(&given, "config"), value(&given, "kind"));
  settings.words_path = value(&given, "words");
  status = run_job(&j, &settings);
  bv_settings_free(&settings);
  return status;
}

const bv_command bv_command_compare = {"compare", MSG_HELP_COMPARE_USAGE, MSG_HELP_COMPARE, options, run};
