#include "base/asset.h"

#include <string.h>

const bv_asset *bv_asset_find(const char *name) {
  for (size_t i = 0; i < bv_asset_count; i++)
    if (strcmp(bv_assets[i].name, name) == 0)
      return &bv_assets[i];
  return NULL;
}
