#include "lang/wordforms.h"

#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "base/arena.h"
#include "base/utf8.h"

enum { FIRST_SLOTS = 1 << 12 };

typedef struct slot {
  uint32_t hash;
  bv_wordform *form; /* NULL: empty */
} slot;

struct bv_wordforms {
  bv_arena *arena;
  size_t count, capacity; /* of slots: a power of two, never more than half full */
  slot *slots;
};

static tss_t key;

static void forget(void *memory) {
  bv_wordforms *all = memory;
  bv_arena_free(all->arena);
  free(all->slots);
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

/* The slot of a form, or the empty one where it belongs. */
static slot *slot_of(slot *slots, size_t capacity, const char *folded, size_t length, uint32_t hash) {
  size_t at = hash & (capacity - 1);
  while (slots[at].form && (slots[at].hash != hash || memcmp(slots[at].form->folded, folded, length + 1) != 0))
    at = (at + 1) & (capacity - 1);
  return &slots[at];
}

/* Twice the slots: no more memory than the forms met so far need, so that the table stays in the cache. */
static void grow(bv_wordforms *all) {
  size_t capacity = all->capacity ? 2 * all->capacity : FIRST_SLOTS;
  slot *slots = calloc(capacity, sizeof *slots);
  if (!slots)
    bv_out_of_memory();
  for (size_t i = 0; i < all->capacity; i++) {
    const bv_wordform *form = all->slots[i].form;
    if (form)
      *slot_of(slots, capacity, form->folded, strlen(form->folded), form->hash) = all->slots[i];
  }
  free(all->slots);
  all->slots = slots;
  all->capacity = capacity;
}

bv_wordform *bv_wordform_of(bv_wordforms *all, const char *folded, size_t length, uint32_t hash) {
  if (length > BV_LONGEST_FORM)
    return NULL;
  if (2 * all->count >= all->capacity)
    grow(all);
  slot *place = slot_of(all->slots, all->capacity, folded, length, hash);
  if (place->form || all->count == BV_MOST_FORMS)
    return place->form;
  bv_wordform *form = bv_alloc(all->arena, sizeof *form);
  form->hash = hash;
  memcpy(form->folded, folded, length);
  form->letters = (uint8_t)bv_utf8_count(folded, length);
  all->count++;
  *place = (slot){hash, form};
  return form;
}
