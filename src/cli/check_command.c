/* bronvast check: reads drafts, runs the rules, reports what was found. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/messages.h"
#include "cli/paths.h"
#include "cli/report.h"
#include "cli/sandbox.h"
#include "cli/watch.h"
#include "cli/workers.h"

static const bv_option options[] = {
    {"format", 0, "VORM", MSG_HELP_FORMAT},
    {"output", 'o', "BESTAND", MSG_HELP_OUTPUT},
    {"as-of", 0, "DATUM", MSG_HELP_AS_OF},
    {"threshold", 0, "ERNST", MSG_HELP_THRESHOLD},
    {"config", 0, "BESTAND", MSG_HELP_CONFIG},
    {"kind", 0, "BESTAND", MSG_HELP_KIND},
    {"words", 0, "BESTAND", MSG_HELP_WORDS},
    {"suggest", 0, NULL, MSG_HELP_SUGGEST},
    {"baseline", 0, "BESTAND", MSG_HELP_BASELINE},
    {"files-from", 0, "BESTAND", MSG_HELP_FILES_FROM},
    {"null", '0', NULL, MSG_HELP_NULL},
    {"jobs", 'j', "AANTAL", MSG_HELP_JOBS},
    {"watch", 0, NULL, MSG_HELP_WATCH},
    {"show-config", 0, NULL, MSG_HELP_SHOW_CONFIG},
    BV_OPTION_TIME_LIMIT,
    BV_OPTION_NO_SANDBOX,
    {NULL, 0, NULL, NULL},
};

/* What the command line asks. */
typedef struct asked {
  const bv_given *given;
  char **operands; /* ends in NULL */
  const bv_findings_format *format;
  bv_date as_of;
  bv_severity threshold;
  size_t jobs;
} asked;

static const char *value(const asked *a, const char *option) { return bv_option_value(&bv_command_check, a->given, option); }

static bool read_severity(const char *word, bv_severity *severity) {
  for (int s = BV_ADVIES; s <= BV_FOUT; s++)
    if (strcmp(word, bv_severity_dutch((bv_severity)s)) == 0) {
      *severity = (bv_severity)s;
      return true;
    }
  return false;
}

static bool read_jobs(const char *word, size_t *jobs) {
  size_t digits = strspn(word, "0123456789");
  *jobs = digits && digits < 6 && !word[digits] ? strtoul(word, NULL, 10) : 0;
  return *jobs > 0 && *jobs <= BV_MOST_JOBS;
}

/* Whether the drafts come from standard input, as a draft or as a list of names. */
static bool asks_standard_input(const asked *a) {
  const char *list = value(a, "files-from");
  bool asks = list && strcmp(list, "-") == 0;
  for (char **name = a->operands; *name; name++)
    asks = asks || strcmp(*name, "-") == 0;
  return asks;
}

/* What goes together: BV_EXIT_FINE, or the status of wrong use after a message. */
static int check_together(const asked *a) {
  if (value(a, "null") && !value(a, "files-from"))
    return bv_wrong_use(&bv_command_check, "%s", MSG_NULL_WITHOUT_LIST);
  if (value(a, "watch") && asks_standard_input(a))
    return bv_wrong_use(&bv_command_check, "%s", MSG_WATCH_STANDARD_INPUT);
  if (!*a->operands && !value(a, "files-from") && !value(a, "show-config"))
    return bv_wrong_use(&bv_command_check, "%s", MSG_FILE_MISSING);
  return BV_EXIT_FINE;
}

/* BV_EXIT_FINE, or the status of wrong use, after a message. */
static int read_asked(asked *a) {
  const char *format = value(a, "format"), *as_of = value(a, "as-of");
  const char *threshold = value(a, "threshold"), *jobs = value(a, "jobs");
  a->format = &bv_findings_text;
  a->threshold = BV_FOUT;
  a->jobs = bv_jobs_default();
  if (format && !(a->format = bv_findings_format_find(format)))
    return bv_wrong_use(&bv_command_check, MSG_FORMAT_UNKNOWN, format, bv_findings_format_names());
  if (as_of && bv_date_parse(as_of, &a->as_of) != BV_DATE_OK)
    return bv_wrong_use(&bv_command_check, MSG_DATE_WRONG, as_of);
  if (threshold && !read_severity(threshold, &a->threshold))
    return bv_wrong_use(&bv_command_check, MSG_THRESHOLD_UNKNOWN, threshold);
  if (jobs && !read_jobs(jobs, &a->jobs))
    return bv_wrong_use(&bv_command_check, MSG_JOBS_WRONG, jobs, BV_MOST_JOBS);
  return check_together(a);
}

/* ---- One run ---- */

/* The drafts that are asked. NULL in `error`, or why the list cannot be read. */
static bv_files list_files(bv_arena *arena, const asked *a, const char **error) {
  bv_files files = {0};
  const char *list = value(a, "files-from");
  for (char **name = a->operands; *name; name++)
    bv_files_add(arena, &files, *name);
  *error = list ? bv_files_add_list(arena, &files, list, value(a, "null") != NULL) : NULL;
  return files;
}

/* Settings that are wrong are found before anything is written. */
static bool settings_are_right(const bv_report_request *request) {
  for (size_t i = 0; i < request->files.count; i++)
    if (!bv_settings_for(request->settings, request->files.items[i].name))
      return false;
  return true;
}

/* So that a result never takes the place of a draft. */
static bool is_draft(const bv_files *files, const char *output) {
  for (size_t i = 0; i < files->count; i++)
    if (bv_path_overwrites(output, &files->items[i].name, 1))
      return true;
  return false;
}

/* The former result, or NULL after a message and with the status in `status`. */
static const bv_baseline *read_baseline(bv_arena *arena, const char *path, int *status) {
  size_t length;
  const char *bytes = bv_file_read(arena, path, BV_LARGEST_BASELINE, &length), *error = NULL;
  const bv_baseline *baseline = bytes ? bv_baseline_read(arena, bytes, length, &error) : NULL;
  if (!bytes)
    error = bv_sprintf(arena, MSG_CANNOT_READ, bv_errno_dutch(errno));
  if (!baseline) {
    fprintf(stderr, "%s: %s\n", path, error);
    *status = BV_EXIT_UNREADABLE;
  }
  return baseline;
}

/* From here on the drafts and the former result are read, and the outcome is written. */
static void enter_sandbox(bv_arena *arena, const asked *a, const bv_report_request *request) {
  bv_sandbox sandbox = bv_sandbox_new(arena, value(a, "no-sandbox"));
  for (size_t i = 0; i < request->files.count; i++)
    bv_sandbox_read(&sandbox, request->files.items[i].name);
  bv_sandbox_read(&sandbox, value(a, "baseline"));
  bv_sandbox_write(&sandbox, request->output);
  sandbox.workers = sandbox.untimed = true;
  bv_sandbox_enter(&sandbox);
}

static int run_report(const bv_report_request *request, size_t jobs) {
  bv_reporting report;
  if (!bv_reporting_begin(&report, request))
    return BV_EXIT_TOOL;
  int signal_number = bv_workers_run(&report, jobs);
  if (!signal_number)
    return bv_reporting_end(&report);
  bv_reporting_interrupt(&report);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
  return BV_EXIT_TOOL;
}

static int check_files(bv_arena *arena, const asked *a, bv_settings *settings) {
  const char *error, *output = value(a, "output"), *former = value(a, "baseline");
  int status = BV_EXIT_FINE;
  bv_report_request request = {.format = a->format, .as_of = a->as_of, .threshold = a->threshold, .settings = settings,
                               .output = output ? output : "-", .confined = !value(a, "no-sandbox")};
  request.files = list_files(arena, a, &error);
  if (error) {
    fprintf(stderr, "%s: %s\n", value(a, "files-from"), error);
    return BV_EXIT_UNREADABLE;
  }
  if (a->format->single && request.files.count != 1)
    return bv_wrong_use(&bv_command_check, MSG_FORMAT_SINGLE, a->format->name, request.files.count);
  if (is_draft(&request.files, request.output))
    return bv_wrong_use(&bv_command_check, MSG_OUTPUT_IS_DRAFT, request.output);
  if (!settings_are_right(&request))
    return BV_EXIT_USAGE;
  enter_sandbox(arena, a, &request);
  if (former && !(request.baseline = read_baseline(arena, former, &status)))
    return status;
  return run_report(&request, a->jobs);
}

static int show_config(bv_settings *settings, const char *draft) {
  const bv_config *config = bv_settings_for(settings, draft ? draft : "-");
  if (!config)
    return BV_EXIT_USAGE;
  bv_config_print(stdout, config);
  return BV_EXIT_FINE;
}

/* Everything that is read is read again, so that it can be done again. */
static int run_once(const asked *a) {
  bv_arena *arena = bv_arena_new();
  bv_settings settings = bv_settings_new(value(a, "config"), value(a, "kind"));
  settings.words_path = value(a, "words");
  settings.suggest = value(a, "suggest") != NULL;
  int status = value(a, "show-config") ? show_config(&settings, *a->operands) : check_files(arena, a, &settings);
  bv_settings_free(&settings);
  bv_arena_free(arena);
  return status;
}

/* ---- Watching ---- */

static bv_files watched_files(bv_arena *arena, void *context) {
  const char *error;
  return list_files(arena, context, &error);
}

static void check_watched(void *context) { run_once(context); }

static int watch(asked *a) {
  static const char *const options_with_files[] = {"config", "kind", "words", "files-from", "baseline"};
  const char *output = value(a, "output"), *others[sizeof options_with_files / sizeof *options_with_files + 1] = {NULL};
  for (size_t i = 0, count = 0; i < sizeof options_with_files / sizeof *options_with_files; i++)
    if (value(a, options_with_files[i]))
      others[count++] = value(a, options_with_files[i]);
  const bv_watched watched = {.list = watched_files, .check = check_watched, .context = a, .others = others,
                              .own_settings = value(a, "config") != NULL,
                              .clear = (!output || strcmp(output, "-") == 0) && isatty(STDOUT_FILENO)};
  return bv_watch(&watched);
}

static int run(int argc, char **argv) {
  bv_given given = bv_options_read(&bv_command_check, argc, argv);
  if (given.done)
    return given.status;
  asked a = {.given = &given, .operands = argv + given.first};
  int status = read_asked(&a);
  if (status != BV_EXIT_FINE)
    return status;
  return value(&a, "watch") ? watch(&a) : run_once(&a);
}

const bv_command bv_command_check = {"check", MSG_HELP_CHECK_USAGE, MSG_HELP_CHECK, options, run};
