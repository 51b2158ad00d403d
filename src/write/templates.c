#include "write/templates.h"

#include <string.h>

#include "base/asset.h"
#include "base/file.h"

enum { LARGEST_TEMPLATE = 4 * 1024 * 1024 };

const char *bv_template_bytes(bv_arena *arena, const char *folder, const char *name, size_t *length) {
  if (strchr(name, '/') || name[0] == '.' || name[0] == '\0')
    return NULL;
  const char *own =
      folder ? bv_file_read(arena, bv_sprintf(arena, "%s/%s", folder, name), LARGEST_TEMPLATE, length) : NULL;
  if (own)
    return own;
  const bv_asset *asset = bv_asset_find(bv_sprintf(arena, "templates/%s", name));
  if (!asset)
    return NULL;
  *length = asset->length;
  return asset->bytes;
}
