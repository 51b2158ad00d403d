/* What check and render share: the settings that hold for a draft, and reading and checking it. */
#ifndef BV_CLI_DRAFT_H
#define BV_CLI_DRAFT_H

#include "check/check.h"
#include "cli/options.h"

/* The settings of a run: from --config and --kind, or what is found beside each draft. Kept from draft to draft. */
typedef struct bv_settings {
  bv_arena *arena;
  const char *config_path;    /* --config, or NULL */
  const char *kind_path;      /* --kind, or NULL */
  const char *words_path;     /* --words, or NULL */
  bool suggest;               /* --suggest */
  const char *loaded_path;    /* the bronvast.yaml in force, or NULL */
  const bv_config *config;    /* in force; NULL: none was loaded yet */
} bv_settings;

bv_settings bv_settings_new(const char *config_path, const char *kind_path);
void bv_settings_free(bv_settings *settings);
/* The settings in force for a draft ("-" too), or NULL after its errors were printed to standard error. */
const bv_config *bv_settings_for(bv_settings *settings, const char *draft);

/* Reads and checks a draft. NULL when it is no draft; then `*error` is a Dutch sentence that the caller frees. */
bv_document *bv_draft_open(const char *name, const bv_config *config, bv_date as_of, char **error);

#endif
