/* What check and render share: the settings that hold for a draft, and reading and checking it. */
#ifndef BV_CLI_DRAFT_H
#define BV_CLI_DRAFT_H

#include "check/check.h"
#include "cli/options.h"

/* One bronvast.yaml, or none. */
typedef struct bv_loaded_config {
  const char *path;        /* NULL: no file */
  const bv_config *config; /* NULL: it was wrong */
} bv_loaded_config;

/* What holds for the drafts of one folder, so that it is looked for once: whatever happens meanwhile, what was found right
 * stays in force. */
typedef struct bv_draft_folder {
  const char *name; /* what stands before the last name in the path of a draft */
  size_t length;
  const bv_config *config;
} bv_draft_folder;

/* The settings of a run: from --config and --kind, or what is found beside each draft. Each file is read once. */
typedef struct bv_settings {
  bv_arena *arena;
  const char *config_path;    /* --config, or NULL */
  const char *kind_path;      /* --kind, or NULL */
  const char *words_path;     /* --words, or NULL */
  bool suggest;               /* --suggest */
  struct { bv_loaded_config *items; size_t count, capacity; } loaded;
  struct { bv_draft_folder *items; size_t count, capacity; } folders;
  size_t last; /* folder that was asked: the next draft mostly stands in it too */
} bv_settings;

bv_settings bv_settings_new(const char *config_path, const char *kind_path);
void bv_settings_free(bv_settings *settings);
/* The settings in force for a draft ("-" too), or NULL after their errors were printed to standard error, once. */
const bv_config *bv_settings_for(bv_settings *settings, const char *draft);

/* Reads and checks a draft. NULL when it is no draft; then `*error` is a Dutch sentence that the caller frees. */
bv_document *bv_draft_open(const char *name, const bv_config *config, bv_date as_of, char **error);
/* Whether the source is those bytes as they stand, so that what is written back is its own; a byte order mark of `mark`
 * bytes aside. */
bool bv_draft_is_clean(const bv_source *source, const char *bytes, size_t length, size_t *mark);

#endif
