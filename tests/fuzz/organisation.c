/* What an organisation sets. */
#include <string.h>

#include "check/check.h"
#include "targets.h"

/* Ours in a set of its own, without reading them each time. */
static bv_kind_set *our_kinds(bv_arena *arena) {
  bv_kind_set *kinds = bv_alloc(arena, sizeof *kinds);
  const bv_kind_set *ours = bv_config_default()->kinds;
  *kinds = (bv_kind_set){.arena = arena};
  for (size_t i = 0; i < ours->count; i++)
    BV_PUSH(arena, kinds, ours->items[i]);
  return kinds;
}

void bv_fuzz_kinds(const char *bytes, size_t length) {
  bv_arena *arena = bv_arena_new();
  bv_kind_set *kinds = our_kinds(arena);
  bv_kind_set_load_bytes(kinds, "soort.xml", bytes, length);
  bv_arena_free(arena);
}

void bv_fuzz_settings(const char *bytes, size_t length) {
  bv_arena *arena = bv_arena_new();
  bv_config *config = bv_alloc(arena, sizeof *config);
  bv_config_errors errors = {0};
  *config = *bv_config_default();
  config->kinds = our_kinds(arena);
  bv_config_read(arena, config, "/bestaat-niet/bronvast.yaml", bv_strndup(arena, bytes, length), length, &errors);
  bv_arena_free(arena);
}
