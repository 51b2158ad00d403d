/* bronvast check: reads drafts, runs the rules, reports what was found. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "cli/draft.h"
#include "read/read.h"
#include "write/findings.h"

static const bv_option options[] = {
    {"format", 0, "text|json", MSG_HELP_FORMAT},
    {"as-of", 0, "DATUM", MSG_HELP_AS_OF},
    {"threshold", 0, "ERNST", MSG_HELP_THRESHOLD},
    {"config", 0, "BESTAND", MSG_HELP_CONFIG},
    {"kind", 0, "BESTAND", MSG_HELP_KIND},
    {"words", 0, "BESTAND", MSG_HELP_WORDS},
    {"suggest", 0, NULL, MSG_HELP_SUGGEST},
    {"show-config", 0, NULL, MSG_HELP_SHOW_CONFIG},
    {NULL, 0, NULL, NULL},
};

typedef struct settings {
  const bv_findings_format *format;
  bv_date as_of;
  bv_severity threshold;
} settings;

static bool read_severity(const char *word, bv_severity *severity) {
  for (int s = BV_ADVIES; s <= BV_FOUT; s++)
    if (strcmp(word, bv_severity_dutch((bv_severity)s)) == 0) {
      *severity = (bv_severity)s;
      return true;
    }
  return false;
}

/* BV_EXIT_FINE, or the status of wrong use, after a message. */
static int read_settings(const bv_given *given, settings *s) {
  const char *format = bv_option_value(&bv_command_check, given, "format");
  const char *as_of = bv_option_value(&bv_command_check, given, "as-of");
  const char *threshold = bv_option_value(&bv_command_check, given, "threshold");
  *s = (settings){.format = &bv_findings_text, .threshold = BV_FOUT};
  if (format && !(s->format = bv_findings_format_find(format)))
    return bv_wrong_use(&bv_command_check, MSG_FORMAT_UNKNOWN, format, bv_findings_format_names());
  if (as_of && bv_date_parse(as_of, &s->as_of) != BV_DATE_OK)
    return bv_wrong_use(&bv_command_check, MSG_DATE_WRONG, as_of);
  if (threshold && !read_severity(threshold, &s->threshold))
    return bv_wrong_use(&bv_command_check, MSG_THRESHOLD_UNKNOWN, threshold);
  return BV_EXIT_FINE;
}

static bool reaches(const bv_findings *findings, bv_severity threshold) {
  for (int severity = (int)threshold; severity <= BV_FOUT; severity++)
    if (bv_findings_count(findings, (bv_severity)severity) > 0)
      return true;
  return false;
}

/* One file: its status. */
static int check_file(const char *name, const bv_config *config, const settings *s, bool first) {
  char *error;
  bv_document *document = bv_draft_open(name, config, s->as_of, &error);
  if (!document) {
    fprintf(stderr, "%s: %s\n", name, error);
    s->format->failure(stdout, name, error, first);
    free(error);
    return BV_EXIT_UNREADABLE;
  }
  s->format->file(stdout, document, first);
  int status = reaches(document->findings, s->threshold) ? BV_EXIT_FINDINGS : BV_EXIT_FINE;
  bv_document_free(document);
  return status;
}

/* All files: the worst status. */
static int check_files(char **names, int count, bv_settings *all, const settings *s) {
  int worst = BV_EXIT_FINE;
  s->format->begin(stdout);
  for (int i = 0; i < count; i++) {
    const bv_config *config = bv_settings_for(all, names[i]);
    if (!config)
      return BV_EXIT_USAGE;
    int status = check_file(names[i], config, s, i == 0);
    worst = status > worst ? status : worst;
  }
  s->format->end(stdout);
  return worst;
}

static int show_config(bv_settings *all, const char *draft) {
  const bv_config *config = bv_settings_for(all, draft ? draft : "-");
  if (!config)
    return BV_EXIT_USAGE;
  bv_config_print(stdout, config);
  return BV_EXIT_FINE;
}

static int run(int argc, char **argv) {
  settings s;
  bv_given given = bv_options_read(&bv_command_check, argc, argv);
  if (given.done)
    return given.status;
  int status = read_settings(&given, &s);
  if (status != BV_EXIT_FINE)
    return status;
  bv_settings all = bv_settings_new(bv_option_value(&bv_command_check, &given, "config"),
                                    bv_option_value(&bv_command_check, &given, "kind"));
  all.words_path = bv_option_value(&bv_command_check, &given, "words");
  all.suggest = bv_option_value(&bv_command_check, &given, "suggest") != NULL;
  if (bv_option_value(&bv_command_check, &given, "show-config"))
    status = show_config(&all, argv[given.first]);
  else if (given.first == argc)
    status = bv_wrong_use(&bv_command_check, "%s", MSG_FILE_MISSING);
  else
    status = check_files(argv + given.first, argc - given.first, &all, &s);
  bv_settings_free(&all);
  return status;
}

const bv_command bv_command_check = {"check", MSG_HELP_CHECK_USAGE, MSG_HELP_CHECK, options, run};
