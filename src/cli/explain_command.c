/* bronvast explain: what the rules ask, and on which norms they rest. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/messages.h"
#include "cli/options.h"
#include "write/output.h"
#include "write/rules.h"

static const bv_option options[] = {
    {"to", 0, "text|html", MSG_HELP_EXPLAIN_TO},
    {"norms", 0, NULL, MSG_HELP_NORMS},
    {"output", 'o', "BESTAND", MSG_HELP_OUTPUT},
    {NULL, 0, NULL, NULL},
};

static int unknown_rule(const char *name) {
  const char *nearest = bv_rule_nearest(name);
  if (nearest)
    return bv_wrong_use(&bv_command_explain, MSG_RULE_UNKNOWN_NEAREST, name, nearest);
  return bv_wrong_use(&bv_command_explain, MSG_RULE_UNKNOWN, name);
}

/* The rules named, or the list of all. */
static int write_text(bv_buf *out, char **names) {
  if (!*names)
    bv_write_rule_list(out);
  for (char **name = names; *name; name++) {
    bv_rule rule = bv_rule_find(*name);
    if (rule == BV_RULE_COUNT)
      return unknown_rule(*name);
    if (name != names)
      bv_buf_puts(out, "\n\n");
    bv_write_rule(out, rule);
  }
  return BV_EXIT_FINE;
}

static int write_out(const bv_buf *out, const char *path) {
  path = path ? path : "-";
  if (bv_output_write(path, 0644, bv_buf_string(out), out->length))
    return BV_EXIT_FINE;
  fprintf(stderr, "bronvast: " MSG_CANNOT_WRITE "\n", path, bv_errno_dutch(errno));
  return BV_EXIT_TOOL;
}

static int run(int argc, char **argv) {
  bv_given given = bv_options_read(&bv_command_explain, argc, argv);
  if (given.done)
    return given.status;
  const char *to = bv_option_value(&bv_command_explain, &given, "to");
  bool html = to && strcmp(to, "html") == 0;
  if (to && !html && strcmp(to, "text") != 0)
    return bv_wrong_use(&bv_command_explain, MSG_FORMAT_UNKNOWN, to, "text, html");
  bv_arena *arena = bv_arena_new();
  bv_buf out = bv_buf_new(arena);
  int status = BV_EXIT_FINE;
  if (html)
    bv_write_rules_html(&out);
  else if (bv_option_value(&bv_command_explain, &given, "norms"))
    bv_write_norms(&out);
  else
    status = write_text(&out, argv + given.first);
  if (status == BV_EXIT_FINE)
    status = write_out(&out, bv_option_value(&bv_command_explain, &given, "output"));
  bv_arena_free(arena);
  return status;
}

const bv_command bv_command_explain = {"explain", MSG_HELP_EXPLAIN_USAGE, MSG_HELP_EXPLAIN, options, run};
