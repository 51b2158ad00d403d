/* Doing something again whenever a draft has changed, for those who write. */
#ifndef BV_CLI_WATCH_H
#define BV_CLI_WATCH_H

#include "cli/files.h"

/* What is watched, and what is done. */
typedef struct bv_watched {
  /* The drafts of this moment, in the arena. */
  bv_files (*list)(bv_arena *arena, void *context);
  /* Checks them; runs in a process of its own, whose end is no end of the watch. */
  void (*check)(void *context);
  void *context;
  const char *const *others; /* other files that count, "settings.yaml"; ends in NULL */
  bool own_settings;         /* the settings are one of them: none is looked for beside a draft */
  bool clear;                /* begin each time with an empty screen */
} bv_watched;

/* Checks, and checks again after every change of a draft, of the settings beside it or of what a folder holds, until SIGINT
 * or SIGTERM. The exit status. */
int bv_watch(const bv_watched *watched);

#endif
