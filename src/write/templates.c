#include "write/templates.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/asset.h"
#include "base/data_address.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/messages.h"
#include "base/nearest.h"
#include "base/xml.h"
#include "write/css.h"

enum { MOST_NAMES = 128 };
static const char OURS[] = "templates/";

static const struct { const char *ending, *type; } types[] = {
    {".svg", "image/svg+xml"}, {".png", "image/png"},   {".jpg", "image/jpeg"}, {".jpeg", "image/jpeg"},
    {".woff2", "font/woff2"},  {".woff", "font/woff"},  {".ttf", "font/ttf"},   {".otf", "font/otf"},
};
enum { TYPES = sizeof types / sizeof *types };
/* What else an organisation may have. */
static const char *const own_names[] = {"huisstijl.css", "logo.svg", "logo.png", "logo.jpg"};
enum { OWN_NAMES = sizeof own_names / sizeof *own_names };

static bool has_ending(const char *name, const char *ending) {
  size_t length = strlen(name), tail = strlen(ending);
  return length > tail && strcasecmp(name + length - tail, ending) == 0;
}

static const char *type_of(const char *name) {
  for (size_t i = 0; i < TYPES; i++)
    if (has_ending(name, types[i].ending))
      return types[i].type;
  return NULL;
}

/* A name of a file in the folder itself. */
static bool is_plain(const char *name) { return *name && *name != '.' && !strchr(name, '/'); }

static const char *own_bytes(bv_arena *arena, const char *folder, const char *name, size_t *length) {
  return folder && is_plain(name) ? bv_file_read(arena, bv_sprintf(arena, "%s/%s", folder, name), BV_LARGEST_TEMPLATE, length) : NULL;
}

const char *bv_template_bytes(bv_arena *arena, const char *folder, const char *name, size_t *length) {
  const char *own = own_bytes(arena, folder, name, length);
  const bv_asset *asset = own || !is_plain(name) ? NULL : bv_asset_find(bv_sprintf(arena, "%s%s", OURS, name));
  if (asset)
    *length = asset->length;
  return asset ? asset->bytes : own;
}

const char *bv_template_logo(bv_arena *arena, const char *folder) {
  for (size_t i = 1, length; i < OWN_NAMES; i++) {
    const char *bytes = own_bytes(arena, folder, own_names[i], &length);
    if (bytes)
      return bv_data_address(arena, type_of(own_names[i]), bytes, length);
  }
  return NULL;
}

/* What a style sheet may name: a picture or font of the folder. */
typedef struct surroundings {
  bv_arena *arena;
  const char *folder;
} surroundings;

static const char *address_in_folder(void *context, const char *name) {
  const surroundings *at = context;
  size_t length;
  const char *type = type_of(name), *bytes = type ? own_bytes(at->arena, at->folder, name, &length) : NULL;
  return bytes ? bv_data_address(at->arena, type, bytes, length) : NULL;
}

void bv_template_css(bv_arena *arena, const char *folder, const char *name, bv_buf *out) {
  size_t length;
  const char *css = bv_template_bytes(arena, folder, name, &length);
  bv_css_error error = {0};
  surroundings at = {arena, folder};
  if (css)
    bv_css_embed(arena, css, length, address_in_folder, &at, out, &error);
}

/* ---- Looking a folder over ---- */

static const char *wrong_css(bv_arena *arena, const char *folder, const char *name, const char *bytes, size_t length) {
  bv_css_error error = {0};
  surroundings at = {arena, folder};
  bv_buf out = bv_buf_new(arena);
  bv_css_embed(arena, bytes, length, address_in_folder, &at, &out, &error);
  return error.line ? bv_sprintf(arena, error.import ? MSG_TEMPLATE_CSS_IMPORT : MSG_TEMPLATE_CSS_URL, name, error.line, error.what)
                    : NULL;
}

static const char *wrong_xml(bv_arena *arena, const char *name, const char *bytes, size_t length) {
  bv_xml_error error;
  xmlDoc *document = bv_xml_parse(arena, bytes, length, &error);
  xmlFreeDoc(document);
  return document ? NULL : bv_sprintf(arena, MSG_TEMPLATE_WRONG, name, error.line, (int)strlen(error.message), error.message);
}

/* Whether anything would look at a file of that name: ours, the organisation's own, what a style sheet may name, and style
 * sheets of XSLT, which may import one another by any name. */
static bool is_used(bv_arena *arena, const char *name) {
  for (size_t i = 0; i < OWN_NAMES; i++)
    if (strcmp(name, own_names[i]) == 0)
      return true;
  return type_of(name) || has_ending(name, ".xsl") || bv_asset_find(bv_sprintf(arena, "%s%s", OURS, name));
}

/* A file that looks like a template and that nothing uses: its name has been mistyped. */
static const char *unused(bv_arena *arena, const char *name) {
  const char *names[MOST_NAMES];
  size_t count = 0;
  for (size_t i = 0; i < OWN_NAMES; i++)
    names[count++] = own_names[i];
  for (size_t i = 0; i < bv_asset_count && count < MOST_NAMES; i++)
    if (strncmp(bv_assets[i].name, OURS, sizeof OURS - 1) == 0)
      names[count++] = bv_assets[i].name + sizeof OURS - 1;
  const char *nearest = bv_nearest(name, names, count);
  return nearest ? bv_sprintf(arena, MSG_TEMPLATE_UNUSED_NEAREST, name, nearest) : bv_sprintf(arena, MSG_TEMPLATE_UNUSED, name);
}

static const char *wrong_file(bv_arena *arena, const char *folder, const char *name) {
  bool css = has_ending(name, ".css"), xml = has_ending(name, ".xml") || has_ending(name, ".xsl");
  size_t length;
  if (!is_used(arena, name))
    return css || xml || has_ending(name, ".js") ? unused(arena, name) : NULL;
  const char *bytes = own_bytes(arena, folder, name, &length);
  if (!bytes)
    return bv_sprintf(arena, MSG_TEMPLATE_UNREADABLE, name, bv_errno_dutch(errno));
  return css ? wrong_css(arena, folder, name, bytes, length) : xml ? wrong_xml(arena, name, bytes, length) : NULL;
}

static int by_name(const void *left, const void *right) {
  return strcmp(*(const char *const *)left, *(const char *const *)right);
}

const char *bv_templates_error(bv_arena *arena, const char *folder) {
  struct { const char **items; size_t count, capacity; } names = {0};
  const char *error = NULL;
  DIR *directory = folder ? opendir(folder) : NULL;
  if (folder && !directory)
    return bv_sprintf(arena, MSG_TEMPLATES_FOLDER, folder, bv_errno_dutch(errno));
  for (const struct dirent *entry; directory && (entry = readdir(directory)) != NULL;)
    if (entry->d_name[0] != '.')
      BV_PUSH(arena, &names, bv_strdup(arena, entry->d_name));
  if (directory)
    closedir(directory);
  if (names.count) /* the same error whatever the order of the file system */
    qsort(names.items, names.count, sizeof *names.items, by_name);
  for (size_t i = 0; i < names.count && !error; i++)
    error = wrong_file(arena, folder, names.items[i]);
  return error ? bv_sprintf(arena, "%s: %s", folder, error) : NULL;
}
