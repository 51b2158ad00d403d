/* bronvast lsp: a language server over standard input and output. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/messages.h"
#include "cli/draft.h"
#include "cli/sandbox.h"
#include "lsp/server.h"

static const bv_option options[] = {
    {"stdio", 0, NULL, MSG_HELP_LSP_STDIO}, {"config", 0, "BESTAND", MSG_HELP_CONFIG},
    {"kind", 0, "BESTAND", MSG_HELP_KIND},  {"words", 0, "BESTAND", MSG_HELP_WORDS},
    {"suggest", 0, NULL, MSG_HELP_SUGGEST}, BV_OPTION_TIME_LIMIT,
    BV_OPTION_NO_SANDBOX,
    {NULL, 0, NULL, NULL},
};

static const bv_config *settings(const void *context, const char *path, void **handle) {
  const bv_given *given = context;
  bv_settings *all = malloc(sizeof *all);
  if (!all)
    bv_out_of_memory();
  *all = bv_settings_new(bv_option_value(&bv_command_lsp, given, "config"),
                         bv_option_value(&bv_command_lsp, given, "kind"));
  all->words_path = bv_option_value(&bv_command_lsp, given, "words");
  all->suggest = bv_option_value(&bv_command_lsp, given, "suggest") != NULL;
  *handle = all;
  return bv_settings_for(all, path);
}

static void release(void *handle) {
  bv_settings_free(handle);
  free(handle);
}

/* Which settings stand beside a draft is known only when the editor opens it: every file may be read, none written. */
static void enter_sandbox(const bv_given *given) {
  bv_arena *arena = bv_arena_new();
  bv_sandbox sandbox = bv_sandbox_new(arena, bv_option_value(&bv_command_lsp, given, "no-sandbox"));
  bv_sandbox_read(&sandbox, "/");
  sandbox.untimed = true;
  bv_sandbox_enter(&sandbox);
  bv_arena_free(arena);
}

static int run(int argc, char **argv) {
  bv_given given = bv_options_read(&bv_command_lsp, argc, argv);
  if (given.done)
    return given.status;
  if (given.first < argc)
    return bv_wrong_use(&bv_command_lsp, MSG_LSP_OPERAND, argv[given.first]);
  if (isatty(STDIN_FILENO))
    fputs(MSG_LSP_TERMINAL "\n", stderr);
  enter_sandbox(&given);
  bv_lsp_host host = {&given, settings, release};
  int status = bv_lsp_serve(STDIN_FILENO, stdout, &host);
  if (status >= 0)
    return status;
  fprintf(stderr, MSG_LSP_UNREADABLE "\n", bv_errno_dutch(-status));
  return BV_EXIT_UNREADABLE;
}

const bv_command bv_command_lsp = {"lsp", MSG_HELP_LSP_USAGE, MSG_HELP_LSP, options, run};
