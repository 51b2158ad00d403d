/* What a command may still do once it reads drafts: read the files that were named, write where its output goes.
 *
 * A command lists these when its options and settings are known, and enters the sandbox before it reads the first byte of a
 * draft. The sandbox holds until the program ends. */
#ifndef BV_CLI_SANDBOX_H
#define BV_CLI_SANDBOX_H

#include "base/arena.h"
#include "base/confine.h"

/* The option of every command that reads drafts. */
#define BV_OPTION_NO_SANDBOX {"no-sandbox", 0, NULL, MSG_HELP_NO_SANDBOX}

typedef struct bv_sandbox {
  bv_arena *arena; /* of its names */
  bool off;        /* --no-sandbox */
  bool workers;    /* the command has processes of its own that read drafts */
  bv_permits permits;
} bv_sandbox;

/* `off`: the value of --no-sandbox, or NULL. */
bv_sandbox bv_sandbox_new(bv_arena *arena, const char *off);
/* A file to read; standard input ("-") and NULL need no permit. */
void bv_sandbox_read(bv_sandbox *sandbox, const char *path);
/* A folder whose files are read, and what links in it lead to; NULL: none. */
void bv_sandbox_read_folder(bv_sandbox *sandbox, const char *folder);
/* A file to write as bv_output_write does ("-", NULL: standard output). */
void bv_sandbox_write(bv_sandbox *sandbox, const char *path);
/* Enters it, and says on standard error what of it cannot be had. */
void bv_sandbox_enter(const bv_sandbox *sandbox);
/* Whether it is the sandbox that keeps a file from us: one that has taken the place of a file we named. */
bool bv_sandbox_hides(const char *path);
/* When more has become known: from here on only what `sandbox` lists of what was allowed. */
void bv_sandbox_narrow(const bv_sandbox *sandbox);

#endif
