#include "lang/wordforms.h"

#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "base/arena.h"
#include "base/utf8.h"

enum { SLOTS = 2 * BV_MOST_FORMS };

struct bv_wordforms {
  bv_arena *arena;
  size_t count;
  struct {
    uint32_t hash;
    bv_wordform *form; /* NULL: empty */
  } slots[SLOTS];
};

static tss_t key;

static void forget(void *memory) {
  bv_wordforms *all = memory;
  bv_arena_free(all->arena);
  free(all);
}

static void prepare(void) {
  if (tss_create(&key, forget) != thrd_success)
    bv_out_of_memory();
}

bv_wordforms *bv_wordforms_own(void) {
  static once_flag prepared = ONCE_FLAG_INIT;
  call_once(&prepared, prepare);
  bv_wordforms *all = tss_get(key);
  if (all)
    return all;
  all = calloc(1, sizeof *all);
  if (!all || tss_set(key, all) != thrd_success)
    bv_out_of_memory();
  all->arena = bv_arena_new();
  return all;
}

bv_wordform *bv_wordform_of(bv_wordforms *all, const char *folded, size_t length, uint32_t hash) {
  if (length > BV_LONGEST_FORM)
    return NULL;
  size_t slot = hash % SLOTS;
  for (; all->slots[slot].form; slot = (slot + 1) % SLOTS)
    if (all->slots[slot].hash == hash && memcmp(all->slots[slot].form->folded, folded, length + 1) == 0)
      return all->slots[slot].form;
  if (all->count == BV_MOST_FORMS)
    return NULL;
  bv_wordform *form = bv_alloc(all->arena, sizeof *form);
  form->hash = hash;
  memcpy(form->folded, folded, length);
  form->letters = (uint8_t)bv_utf8_count(folded, length);
  all->count++;
  all->slots[slot].hash = hash;
  return all->slots[slot].form = form;
}
