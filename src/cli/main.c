#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/confine.h"
#include "base/file.h"
#include "base/guard.h"
#include "base/messages.h"
#include "base/nearest.h"
#include "bronvast.h"
#include "cli/memory.h"
#include "cli/options.h"
#include "write/temporary.h"

static const bv_command *const commands[] = {&bv_command_check, &bv_command_render, &bv_command_convert,
                                             &bv_command_compare, &bv_command_review, &bv_command_verify,
                                             &bv_command_react, &bv_command_explain, &bv_command_lsp,
                                             &bv_command_monitor};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void no_time(void) {
  static const char message[] = MSG_OUT_OF_TIME "\n";
  bv_temporary_clear();
  (void)!write(STDERR_FILENO, message, sizeof message - 1);
  _exit(BV_EXIT_UNREADABLE);
}

static void print_help(void) {
  puts(MSG_HELP_INTRODUCTION);
  for (size_t i = 0; i < COMMAND_COUNT; i++)
    printf("  bronvast %-8s %s\n", commands[i]->name, commands[i]->purpose);
  puts("\n" MSG_HELP_MORE "\n\n" MSG_HELP_STATUS);
}

static int unknown_command(const char *name) {
  const char *names[COMMAND_COUNT];
  for (size_t i = 0; i < COMMAND_COUNT; i++)
    names[i] = commands[i]->name;
  const char *nearest = bv_nearest(name, names, COMMAND_COUNT);
  if (nearest)
    return bv_wrong_use(NULL, MSG_COMMAND_UNKNOWN_NEAREST, name, nearest);
  return bv_wrong_use(NULL, MSG_COMMAND_UNKNOWN, name);
}

static int run(int argc, char **argv) {
  if (argc < 2)
    return bv_wrong_use(NULL, "%s", MSG_COMMAND_MISSING);
  if (strcmp(argv[1], "--version") == 0) {
    printf("bronvast %s\n", bv_version());
    return BV_EXIT_FINE;
  }
  if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
    print_help();
    return BV_EXIT_FINE;
  }
  for (size_t i = 0; i < COMMAND_COUNT; i++)
    if (strcmp(argv[1], commands[i]->name) == 0)
      return commands[i]->run(argc - 1, argv + 1);
  return unknown_command(argv[1]);
}

/* A standard descriptor that was closed is taken by a file that fails on every use: else it would go to the next file
 * that is opened, and messages into that. */
static void fill_standard_descriptors(void) {
  for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
    if (fcntl(file, F_GETFD) < 0 && open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY) != file)
      _exit(BV_EXIT_TOOL);
}

/* A full disk or a closed pipe shows here at the latest; false with errno. */
static bool close_output(void) {
  bool good = !ferror(stdout);
  return fclose(stdout) == 0 && good;
}

int main(int argc, char **argv) {
  fill_standard_descriptors();
  bv_keep_memory_private();
  signal(SIGCHLD, SIG_DFL); /* whoever started us may ignore it, and then no child could be waited for */
  signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error of the write, and is said */
  bv_memory_guard();
  bv_guard_memory();
  bv_on_out_of_time(no_time);
  LIBXML_TEST_VERSION
  int status = run(argc, argv);
  if (!close_output()) {
    fprintf(stderr, "bronvast: " MSG_CANNOT_WRITE "\n", "-", bv_errno_dutch(errno));
    return BV_EXIT_TOOL;
  }
  return status;
}
