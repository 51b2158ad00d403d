/* Command-line options by GNU conventions, on getopt_long, with every message and the help in Dutch from one table. */
#ifndef BV_CLI_OPTIONS_H
#define BV_CLI_OPTIONS_H

#include <stdbool.h>

enum { BV_MOST_OPTIONS = 32 };

typedef struct bv_option {
  const char *name;     /* long name, without dashes */
  char letter;          /* short name, or 0 */
  const char *argument; /* name of its argument in the help, "[=NAME]" when it may be left out; NULL: it takes none */
  const char *help;     /* one line */
} bv_option;

typedef struct bv_command {
  const char *name;
  const char *usage;        /* what follows "bronvast NAME" */
  const char *purpose;      /* one sentence */
  const bv_option *options; /* ends with a NULL name; --help is always there */
  int (*run)(int argc, char **argv);
} bv_command;

/* The options given: values[i] belongs to command->options[i]: its argument, "" when it has none, NULL when it was not
 * given. argv[first] on are the operands. */
typedef struct bv_given {
  const char *values[BV_MOST_OPTIONS];
  int first;
  bool done;  /* --help was printed, or the use was wrong: end with `status` */
  int status;
} bv_given;

/* An option that bv_options_read takes itself: seconds, for base/guard.h. */
#define BV_TIME_LIMIT "time-limit"

/* Exit statuses: the contract of commands.md. The larger is the worse. */
enum { BV_EXIT_FINE, BV_EXIT_FINDINGS, BV_EXIT_USAGE, BV_EXIT_UNREADABLE, BV_EXIT_TOOL };

/* Reads argv[1] on (argv[0] is the command's name). */
bv_given bv_options_read(const bv_command *command, int argc, char **argv);
/* The value of an option by its long name, or NULL. */
const char *bv_option_value(const bv_command *command, const bv_given *given, const char *name);
/* Prints "bronvast: …" and how to get help to standard error; gives BV_EXIT_USAGE. */
int bv_wrong_use(const bv_command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

extern const bv_command bv_command_check, bv_command_render, bv_command_explain, bv_command_convert, bv_command_verify,
    bv_command_react, bv_command_compare, bv_command_review, bv_command_lsp, bv_command_monitor;

#endif
