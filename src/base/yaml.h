/* YAML as people write it in front matter and settings: maps, lists and plain words, each with its place.
 *
 * Nothing else of YAML is let in: no anchors and aliases (which can be made to explode), no tags, no second document, no
 * key that is a list. Values stay text: whether `nee` or `2026-10-01` is meant is for the caller to say. */
#ifndef BV_BASE_YAML_H
#define BV_BASE_YAML_H

#include "base/arena.h"
#include "base/source.h"

typedef enum bv_yaml_kind { BV_YAML_SCALAR, BV_YAML_LIST, BV_YAML_MAP } bv_yaml_kind;

typedef struct bv_yaml bv_yaml;

struct bv_yaml {
  bv_yaml_kind kind;
  const char *key;       /* in a map: its name; else NULL */
  bv_range key_range;
  const char *value;     /* of a scalar, "" where nothing stands; else NULL */
  bv_range range;        /* of the value: of a scalar without its quotation marks */
  bv_yaml *first, *next; /* what a list or map holds, in the order of the text */
};

typedef struct bv_yaml_error {
  const char *message; /* Dutch, without a place; lives forever */
  bv_range range;
} bv_yaml_error;

/* Reads `length` bytes of valid UTF-8. Ranges count from `offset`, the place of the first byte in its file. Gives a map or
 * list in the arena (an empty map for an empty text), or NULL with what is wrong in `error`. */
const bv_yaml *bv_yaml_parse(bv_arena *arena, const char *text, size_t length, uint32_t offset, bv_yaml_error *error);
/* The first entry of a map with that key, or NULL; `map` may be NULL or another kind. */
const bv_yaml *bv_yaml_get(const bv_yaml *map, const char *key);

#endif
