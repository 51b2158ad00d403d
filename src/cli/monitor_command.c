/* bronvast monitor: many results, counted without names. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/lines.h"
#include "base/messages.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "cli/sandbox.h"
#include "monitor/outputs.h"
#include "write/output.h"

enum { MOST_TOLD = 100 };

static const bv_option options[] = {
    {"format", 0, "html|csv|json", MSG_HELP_MONITOR_FORMAT},
    {"period", 0, "kwartaal|jaar", MSG_HELP_MONITOR_PERIOD},
    {"output", 'o', "BESTAND", MSG_HELP_OUTPUT},
    BV_OPTION_NO_SANDBOX,
    {NULL, 0, NULL, NULL},
};

typedef struct job {
  bv_write_overview *write;
  const char *output;
  bool by_year;
  size_t counted, undated, unreadable, wrong;
} job;

/* BV_EXIT_FINE, or the status of wrong use, after a message. */
static int read_job(const bv_given *given, job *j) {
  static const struct {
    const char *name;
    bv_write_overview *write;
  } formats[] = {{"html", bv_write_overview_html}, {"csv", bv_write_overview_csv}, {"json", bv_write_overview_json}};
  const char *format = bv_option_value(&bv_command_monitor, given, "format");
  const char *period = bv_option_value(&bv_command_monitor, given, "period");
  const char *output = bv_option_value(&bv_command_monitor, given, "output");
  *j = (job){.output = output ? output : "-", .by_year = period && strcmp(period, "jaar") == 0};
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (strcmp(format ? format : "html", formats[i].name) == 0)
      j->write = formats[i].write;
  if (!j->write)
    return bv_wrong_use(&bv_command_monitor, MSG_FORMAT_UNKNOWN, format, "html, csv, json");
  if (period && !j->by_year && strcmp(period, "kwartaal") != 0)
    return bv_wrong_use(&bv_command_monitor, MSG_MONITOR_PERIOD_UNKNOWN, period);
  return BV_EXIT_FINE;
}

static void add_line(job *j, bv_monitor *monitor, const char *name, const bv_lines *lines, size_t length, bool cut,
                     size_t *told) {
  const char *error = MSG_MONITOR_LONG_LINE;
  bv_monitor_added added = cut ? BV_MONITOR_WRONG : bv_monitor_add(monitor, lines->line, length, &error);
  j->counted += added == BV_MONITOR_COUNTED;
  j->undated += added == BV_MONITOR_UNDATED;
  j->unreadable += added == BV_MONITOR_UNREADABLE;
  if (added != BV_MONITOR_WRONG)
    return;
  j->wrong++;
  if (++*told <= MOST_TOLD)
    fprintf(stderr, MSG_MONITOR_LINE "\n", name, lines->number, error);
  else if (*told == MOST_TOLD + 1)
    fprintf(stderr, MSG_MONITOR_MORE "\n", name, (int)MOST_TOLD);
}

/* Adds the lines of a file, blank ones aside; false after a message. */
static bool add_file(job *j, bv_monitor *monitor, const char *name) {
  bv_lines lines;
  size_t length, told = 0;
  bool cut, open = bv_lines_open(&lines, name);
  while (open && bv_lines_next(&lines, BV_LONGEST_LINE, &length, &cut))
    if (length > strspn(lines.line, " \t"))
      add_line(j, monitor, name, &lines, length, cut, &told);
  int error = errno;
  if (open)
    bv_lines_close(&lines);
  if (!open || error)
    fprintf(stderr, MSG_READ_CANNOT_OPEN "\n", name, bv_errno_dutch(error));
  return open && !error;
}

static int write_overview(job *j, bv_arena *arena, bv_monitor *monitor) {
  const bv_overview *overview = bv_monitor_overview(monitor, j->wrong);
  bv_buf out = bv_buf_new(arena);
  j->write(&out, overview);
  fprintf(stderr, MSG_MONITOR_SUMMARY "\n", j->counted + j->undated, overview->reports, j->undated, j->unreadable,
          j->wrong);
  if (bv_output_write(j->output, 0644, bv_buf_string(&out), out.length))
    return BV_EXIT_FINE;
  fprintf(stderr, "bronvast: " MSG_CANNOT_WRITE "\n", j->output, bv_errno_dutch(errno));
  return BV_EXIT_TOOL;
}

static void enter_sandbox(bv_arena *arena, const bv_given *given, char **files, const char *output) {
  bv_sandbox sandbox = bv_sandbox_new(arena, bv_option_value(&bv_command_monitor, given, "no-sandbox"));
  while (*files)
    bv_sandbox_read(&sandbox, *files++);
  bv_sandbox_write(&sandbox, output);
  sandbox.untimed = true;
  bv_sandbox_enter(&sandbox);
}

static int run(int argc, char **argv) {
  job j;
  bv_given given = bv_options_read(&bv_command_monitor, argc, argv);
  if (given.done)
    return given.status;
  int status = read_job(&given, &j);
  if (status != BV_EXIT_FINE)
    return status;
  if (given.first == argc)
    return bv_wrong_use(&bv_command_monitor, "%s", MSG_MONITOR_NO_FILE);
  if (bv_path_overwrites(j.output, (const char *const *)argv + given.first, (size_t)(argc - given.first)))
    return bv_wrong_use(&bv_command_monitor, MSG_OUTPUT_IS_INPUT, j.output);
  bv_arena *arena = bv_arena_new();
  enter_sandbox(arena, &given, argv + given.first, j.output);
  bv_monitor *monitor = bv_monitor_new(arena, j.by_year);
  bool all = true;
  for (int i = given.first; i < argc; i++)
    all = add_file(&j, monitor, argv[i]) && all;
  int written = write_overview(&j, arena, monitor);
  bv_monitor_free(monitor);
  bv_arena_free(arena);
  status = all && j.wrong == 0 ? BV_EXIT_FINE : BV_EXIT_UNREADABLE;
  return written > status ? written : status;
}

const bv_command bv_command_monitor = {"monitor", MSG_HELP_MONITOR_USAGE, MSG_HELP_MONITOR, options, run};
