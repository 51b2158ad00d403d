#include "cli/draft.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/messages.h"
#include "read/read.h"

bv_settings bv_settings_new(const char *config_path, const char *kind_path) {
  return (bv_settings){.arena = bv_arena_new(), .config_path = config_path, .kind_path = kind_path};
}

void bv_settings_free(bv_settings *settings) { bv_arena_free(settings->arena); }

enum { LARGEST_WORD_LIST = 4 * 1024 * 1024 };

/* Adds the words of a file, one a line, to those of the organisation; false after an error. */
static bool add_words(bv_settings *settings, bv_config *config) {
  struct { const char **items; size_t count, capacity; } all = {0};
  size_t length;
  char *text = bv_file_read(settings->arena, settings->words_path, LARGEST_WORD_LIST, &length), *rest = NULL;
  if (!text) {
    fprintf(stderr, MSG_READ_CANNOT_OPEN "\n", settings->words_path, bv_errno_dutch(errno));
    return false;
  }
  for (size_t i = 0; i < config->word_count; i++)
    BV_PUSH(settings->arena, &all, config->words[i]);
  for (const char *word = strtok_r(text, "\r\n", &rest); word; word = strtok_r(NULL, "\r\n", &rest))
    BV_PUSH(settings->arena, &all, word);
  config->words = all.items;
  config->word_count = all.count;
  return true;
}

/* Our settings, with the kinds of the search path, a file (NULL: none) and --kind over them, in that order; NULL after
 * errors. */
static const bv_config *load(bv_settings *settings, const char *path) {
  bv_config_errors errors = {0};
  bv_config *config = bv_config_new(settings->arena);
  const char *error = bv_kind_set_load_search_path(config->kinds);
  bool good = !error && (!path || bv_config_load(settings->arena, config, path, &errors));
  if (good && settings->kind_path)
    error = bv_kind_set_load_file(config->kinds, settings->kind_path);
  for (size_t i = 0; i < errors.count; i++)
    fprintf(stderr, "%s\n", errors.items[i]);
  if (error)
    fprintf(stderr, "%s\n", error);
  good = good && !error && (!settings->words_path || add_words(settings, config));
  config->suggest = settings->suggest;
  return good ? config : NULL;
}

static bool same(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }

static const bv_config *find_config(bv_settings *settings, const char *draft) {
  bv_arena *scratch = bv_arena_new();
  const char *path = settings->config_path ? settings->config_path : bv_config_find(scratch, draft);
  size_t at = 0;
  while (at < settings->loaded.count && !same(path, settings->loaded.items[at].path))
    at++;
  if (at == settings->loaded.count) {
    bv_loaded_config loaded = {.path = path ? bv_strdup(settings->arena, path) : NULL};
    loaded.config = load(settings, loaded.path);
    BV_PUSH(settings->arena, &settings->loaded, loaded);
  }
  bv_arena_free(scratch);
  return settings->loaded.items[at].config;
}

const bv_config *bv_settings_for(bv_settings *settings, const char *draft) {
  const char *slash = strrchr(draft, '/');
  size_t length = slash ? (size_t)(slash - draft) + 1 : 0, count = settings->folders.count;
  for (size_t i = 0; i < count; i++) {
    size_t at = (settings->last + i) % count;
    const bv_draft_folder *folder = &settings->folders.items[at];
    if (folder->length == length && memcmp(folder->name, draft, length) == 0) {
      settings->last = at;
      return folder->config;
    }
  }
  const bv_config *config = find_config(settings, draft);
  BV_PUSH(settings->arena, &settings->folders,
          (bv_draft_folder){bv_strndup(settings->arena, draft, length), length, config});
  settings->last = count;
  return config;
}

bv_document *bv_draft_open(const char *name, const bv_config *config, bv_date as_of, char **error) {
  bv_read_result read = bv_read_file(name, config->kinds);
  *error = read.error;
  if (read.document)
    bv_check_document(read.document, config, as_of);
  return read.document;
}

bool bv_draft_is_clean(const bv_source *source, const char *bytes, size_t length, size_t *mark) {
  *mark = length >= source->length ? length - source->length : 1;
  return (*mark == 0 || (*mark == 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)) &&
         memcmp(bytes + *mark, source->bytes, source->length) == 0;
}
