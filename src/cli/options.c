#include "cli/options.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/guard.h"
#include "base/messages.h"

enum { LARGEST_SECONDS = 24 * 60 * 60 };

static const bv_option help_option = {"help", 'h', NULL, MSG_HELP_HELP};

static size_t option_count(const bv_command *command) {
  size_t count = 0;
  while (command->options[count].name)
    count++;
  return count;
}

/* Whether its argument may be left out. */
static bool is_optional(const bv_option *option) { return option->argument && option->argument[0] == '['; }

static void print_option(const bv_option *option) {
  char left[64];
  snprintf(left, sizeof left, "%c%c%c --%s%s%s", option->letter ? '-' : ' ', option->letter ? option->letter : ' ',
           option->letter ? ',' : ' ', option->name, option->argument && !is_optional(option) ? " " : "",
           option->argument ? option->argument : "");
  printf("  %-28s %s\n", left, option->help);
}

static void print_help(const bv_command *command) {
  printf(MSG_HELP_USAGE " bronvast %s %s\n\n%s\n\n", command->name, command->usage, command->purpose);
  for (const bv_option *option = command->options; option->name; option++)
    print_option(option);
  print_option(&help_option);
  puts("\n" MSG_HELP_STATUS);
}

int bv_wrong_use(const bv_command *command, const char *format, ...) {
  va_list arguments;
  fputs("bronvast: ", stderr);
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  if (command)
    fprintf(stderr, "\n" MSG_TRY_COMMAND_HELP "\n", command->name);
  else
    fputs("\n" MSG_TRY_HELP "\n", stderr);
  return BV_EXIT_USAGE;
}

/* getopt's tables, made from ours. Long options without a letter get numbers from 256 on. */
static void make_tables(const bv_command *command, struct option *longs, char *shorts) {
  size_t count = option_count(command);
  *shorts++ = ':'; /* tells a missing argument from an unknown option */
  for (size_t i = 0; i <= count; i++) {
    const bv_option *option = i < count ? &command->options[i] : &help_option;
    int argument = !option->argument ? no_argument : is_optional(option) ? optional_argument : required_argument;
    longs[i] = (struct option){option->name, argument, NULL, 256 + (int)i};
    if (option->letter) {
      *shorts++ = option->letter;
      if (option->argument)
        *shorts++ = ':';
    }
  }
  longs[count + 1] = (struct option){0};
  *shorts = '\0';
}

static size_t index_of(const bv_command *command, int code) {
  size_t count = option_count(command);
  if (code >= 256)
    return (size_t)(code - 256);
  for (size_t i = 0; i < count; i++)
    if (command->options[i].letter == code)
      return i;
  return count;
}

/* Takes the seconds of --time-limit; false after a message. */
static bool take_seconds(const bv_command *command, const char *text) {
  char *end;
  long seconds = strtol(text, &end, 10);
  if (*text < '0' || *text > '9' || *end || seconds < 1 || seconds > LARGEST_SECONDS) {
    bv_wrong_use(command, MSG_TIME_WRONG, text, LARGEST_SECONDS);
    return false;
  }
  bv_guard_set_seconds((unsigned)seconds);
  return true;
}

bv_given bv_options_read(const bv_command *command, int argc, char **argv) {
  struct option longs[BV_MOST_OPTIONS + 2];
  char shorts[2 * BV_MOST_OPTIONS + 4];
  bv_given given = {.status = BV_EXIT_USAGE};
  make_tables(command, longs, shorts);
  opterr = 0;
  optind = 1;
  for (int code; (code = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
    if (code == '?' || code == ':') {
      bv_wrong_use(command, code == ':' ? MSG_OPTION_ARGUMENT : MSG_OPTION_UNKNOWN, argv[optind - 1]);
      given.done = true;
      return given;
    }
    size_t index = index_of(command, code);
    if (index == option_count(command)) {
      print_help(command);
      given.done = true;
      given.status = BV_EXIT_FINE;
      return given;
    }
    given.values[index] = optarg ? optarg : "";
    if (strcmp(command->options[index].name, BV_TIME_LIMIT) == 0 && !take_seconds(command, given.values[index])) {
      given.done = true;
      return given;
    }
  }
  given.first = optind;
  return given;
}

const char *bv_option_value(const bv_command *command, const bv_given *given, const char *name) {
  for (size_t i = 0; command->options[i].name; i++)
    if (strcmp(command->options[i].name, name) == 0)
      return given->values[i];
  return NULL;
}
