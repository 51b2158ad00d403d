/* Data files compiled into the program: word lists, kinds of document, schemas, templates, explanations of rules. */
#ifndef BV_BASE_ASSET_H
#define BV_BASE_ASSET_H

#include <stddef.h>

typedef struct bv_asset {
  const char *name;  /* path in the source tree, "templates/rechtbank.xsl" */
  const char *bytes; /* NUL behind the last byte */
  size_t length;
} bv_asset;

extern const bv_asset bv_assets[];
extern const size_t bv_asset_count;

/* The asset of that name, or NULL. */
const bv_asset *bv_asset_find(const char *name);

#endif
