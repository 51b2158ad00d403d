#include "model/kind.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/asset.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/messages.h"
#include "base/nearest.h"
#include "base/same.h"
#include "lang/title.h"
#include "model/kind_read.h"

static void put(bv_kind_set *kinds, bv_kind *kind) {
  for (size_t i = 0; i < kinds->count; i++)
    if (strcmp(kinds->items[i]->name, kind->name) == 0) {
      kinds->items[i] = kind;
      return;
    }
  BV_PUSH(kinds->arena, kinds, kind);
}

static const char *load(bv_kind_set *kinds, const char *name, const char *bytes, size_t length, bool own) {
  bv_kind_error error = {0};
  bv_kind *kind = bv_kind_read(kinds, bytes, length, own, &error);
  if (!kind)
    return bv_sprintf(kinds->arena, MSG_KIND_WRONG, name, error.line, error.message);
  kind->origin = bv_strdup(kinds->arena, name);
  bv_kind_index_words(kinds->arena, kind);
  put(kinds, kind);
  return NULL;
}

const char *bv_kind_set_load_bytes(bv_kind_set *kinds, const char *name, const char *bytes, size_t length) {
  return load(kinds, name, bytes, length, false);
}

bv_kind_set *bv_kind_set_new(bv_arena *arena) {
  static const char directory[] = "schemas/kinds/";
  bv_kind_set *kinds = bv_alloc(arena, sizeof *kinds);
  kinds->arena = arena;
  for (size_t i = 0; i < bv_asset_count; i++) {
    const bv_asset *asset = &bv_assets[i];
    if (strncmp(asset->name, directory, sizeof directory - 1) != 0)
      continue;
    const char *wrong = load(kinds, asset->name, asset->bytes, asset->length, true);
    if (wrong) { /* a mistake in the build, which the tests find */
      fprintf(stderr, "bronvast: %s\n", wrong);
      abort();
    }
    kinds->items[kinds->count - 1]->origin = NULL;
  }
  return kinds;
}

const char *bv_kind_set_load_file(bv_kind_set *kinds, const char *path) {
  size_t length;
  const char *bytes = bv_file_read(kinds->arena, path, BV_LARGEST_CONFIG, &length);
  if (!bytes)
    return bv_sprintf(kinds->arena, MSG_READ_CANNOT_OPEN, path, bv_errno_dutch(errno));
  return bv_kind_set_load_bytes(kinds, path, bytes, length);
}

static int is_xml(const struct dirent *entry) {
  size_t length = strlen(entry->d_name);
  return length > 4 && entry->d_name[0] != '.' && strcmp(entry->d_name + length - 4, ".xml") == 0;
}

static int by_bytes(const struct dirent **a, const struct dirent **b) { return strcmp((*a)->d_name, (*b)->d_name); }

const char *bv_kind_set_load_directory(bv_kind_set *kinds, const char *path) {
  struct dirent **entries = NULL;
  int count = scandir(path, &entries, is_xml, by_bytes); /* by bytes: the order must not depend on the locale */
  if (count < 0 && errno == ENOMEM)
    bv_out_of_memory();
  if (count < 0)
    return errno == ENOENT || errno == ENOTDIR
               ? NULL
               : bv_sprintf(kinds->arena, MSG_READ_CANNOT_OPEN, path, bv_errno_dutch(errno));
  const char *wrong = NULL;
  for (int i = 0; i < count; i++) {
    if (!wrong)
      wrong = bv_kind_set_load_file(kinds, bv_sprintf(kinds->arena, "%s/%s", path, entries[i]->d_name));
    free(entries[i]);
  }
  free(entries);
  return wrong;
}

const char *bv_kind_set_load_search_path(bv_kind_set *kinds) {
  const char *wrong = bv_kind_set_load_directory(kinds, "/etc/bronvast/kinds");
  const char *settings = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
  if (wrong)
    return wrong;
  if (settings && settings[0] == '/') /* the XDG specification: a relative path is to be ignored */
    return bv_kind_set_load_directory(kinds, bv_sprintf(kinds->arena, "%s/bronvast/kinds", settings));
  if (home && home[0] == '/')
    return bv_kind_set_load_directory(kinds, bv_sprintf(kinds->arena, "%s/.config/bronvast/kinds", home));
  return NULL;
}

const bv_kind *bv_kind_find(const bv_kind_set *kinds, const char *name) {
  for (size_t i = 0; i < kinds->count; i++)
    if (!kinds->items[i]->abstract && strcmp(kinds->items[i]->name, name) == 0)
      return kinds->items[i];
  return NULL;
}

const char *bv_kind_nearest(const bv_kind_set *kinds, const char *name) {
  const char **names = bv_calloc(kinds->arena, kinds->count, sizeof *names);
  size_t count = 0;
  for (size_t i = 0; i < kinds->count; i++)
    if (!kinds->items[i]->abstract)
      names[count++] = kinds->items[i]->name;
  return bv_nearest(name, names, count);
}

const bv_kind_part *bv_kind_part_of_class(const bv_kind *kind, const char *class_name) {
  for (size_t i = 0; i < kind->parts.count; i++)
    if (bv_same(kind->parts.items[i].class_name, class_name))
      return &kind->parts.items[i];
  return NULL;
}

static bool has_title(const bv_kind_part *part, const char *key) {
  for (size_t i = 0; i < part->titles.count; i++)
    if (bv_same(part->titles.items[i], key))
      return true;
  return false;
}

const bv_kind_part *bv_kind_part_of_title(const bv_kind *kind, const char *title) {
  bv_arena *scratch = bv_arena_new();
  const char *key = bv_title_key(scratch, title);
  const bv_kind_part *found = NULL;
  for (size_t i = 0; i < kind->parts.count && !found; i++)
    if (has_title(&kind->parts.items[i], key))
      found = &kind->parts.items[i];
  bv_arena_free(scratch);
  return found;
}

bool bv_kind_knows_class(const bv_kind *kind, const char *name) {
  for (size_t i = 0; i < kind->topics.count; i++)
    if (bv_same(kind->topics.items[i].name, name))
      return true;
  return bv_kind_part_of_class(kind, name) != NULL;
}

const bv_kind_field *bv_kind_field_of(const bv_kind *kind, const char *key) {
  for (size_t i = 0; i < kind->fields.count; i++)
    if (bv_same(kind->fields.items[i].name, key))
      return &kind->fields.items[i];
  return NULL;
}
