#include "compare/pairs.h"

#include <libxml/hash.h>
#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <string.h>

#include "base/arena.h"

bv_pairs bv_pairs_new(bv_arena *arena, size_t old_count, size_t new_count) {
  bv_pairs pairs = {.counts = {old_count, new_count}};
  for (int side = 0; side < 2; side++) {
    pairs.of[side] = bv_calloc(arena, pairs.counts[side] + 1, sizeof *pairs.of[side]);
    for (size_t i = 0; i < pairs.counts[side]; i++)
      pairs.of[side][i] = BV_UNPAIRED;
  }
  return pairs;
}

void bv_pair(bv_pairs *pairs, size_t old_index, size_t new_index) {
  pairs->of[0][old_index] = new_index;
  pairs->of[1][new_index] = old_index;
}

/* The old things of one key, the first on top. */
typedef struct waiting {
  size_t index;
  struct waiting *next;
} waiting;

enum { LONGEST_NAME = 64 };

/* A key that the hash table spreads well: its own function forgets how a text began that ends in thousands of equal bytes, so
 * that findings which quote one long value would all lie in one row. */
static const char *short_name(bv_arena *arena, const char *key) {
  size_t length = key ? strlen(key) : 0;
  if (length <= LONGEST_NAME)
    return key;
  struct sha256_ctx hash;
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_init(&hash);
  sha256_update(&hash, length, (const uint8_t *)key);
  sha256_digest(&hash, sizeof digest, digest);
  char *name = bv_alloc(arena, 1 + BASE16_ENCODE_LENGTH(sizeof digest) + 1);
  *name = '#';
  base16_encode_update(name + 1, sizeof digest, digest);
  return name;
}

void bv_pair_by_key(bv_pairs *pairs, bv_pair_key *key, const void *context) {
  bv_arena *scratch = bv_arena_new();
  xmlHashTablePtr table = xmlHashCreate(0);
  if (!table)
    bv_out_of_memory();
  for (size_t i = pairs->counts[0]; i-- > 0;) {
    const char *name = pairs->of[0][i] == BV_UNPAIRED ? short_name(scratch, key(scratch, context, 0, i)) : NULL;
    if (!name)
      continue;
    waiting *top = bv_alloc(scratch, sizeof *top);
    *top = (waiting){i, xmlHashLookup(table, BAD_CAST name)};
    xmlHashUpdateEntry(table, BAD_CAST name, top, NULL);
  }
  for (size_t k = 0; k < pairs->counts[1]; k++) {
    const char *name = pairs->of[1][k] == BV_UNPAIRED ? short_name(scratch, key(scratch, context, 1, k)) : NULL;
    waiting *top = name ? xmlHashLookup(table, BAD_CAST name) : NULL;
    if (!top || top->index == BV_UNPAIRED)
      continue;
    bv_pair(pairs, top->index, k);
    *top = top->next ? *top->next : (waiting){BV_UNPAIRED, NULL};
  }
  xmlHashFree(table, NULL);
  bv_arena_free(scratch);
}

const char *bv_pair_name(bv_arena *arena, const bv_pairs *pairs, int side, size_t index) {
  if (pairs->of[side][index] == BV_UNPAIRED)
    return bv_sprintf(arena, "%c%zu", side ? 'n' : 'o', index);
  return bv_sprintf(arena, "p%zu", side ? index : pairs->of[0][index]);
}
