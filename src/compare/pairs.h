/* Internal to comparing: which thing of the old draft is which of the new one. */
#ifndef BV_COMPARE_PAIRS_H
#define BV_COMPARE_PAIRS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

#define BV_UNPAIRED ((size_t)-1)

/* Both by index: of[0][i] is the new one of the i-th old, of[1][k] the old one of the k-th new. */
typedef struct bv_pairs {
  size_t *of[2], counts[2];
} bv_pairs;

/* No pairs yet. */
bv_pairs bv_pairs_new(bv_arena *arena, size_t old_count, size_t new_count);
void bv_pair(bv_pairs *pairs, size_t old_index, size_t new_index);
/* Gives the key of a thing on a side (0: old, 1: new), in the arena; NULL: it takes no part. */
typedef const char *bv_pair_key(bv_arena *arena, const void *context, int side, size_t index);
/* Pairs those that have no other yet and have the same key, each with the first. */
void bv_pair_by_key(bv_pairs *pairs, bv_pair_key *key, const void *context);
/* A name for the thing that is the same for both of a pair, and another for every other thing. In the arena. */
const char *bv_pair_name(bv_arena *arena, const bv_pairs *pairs, int side, size_t index);

#endif
