/* Which hashes can be in a set, at a glance: one bit for many of them, so that what is not in it is told apart without a
 * look into the set (Bloom, 1970, with one hash function). */
#ifndef BV_BASE_SIEVE_H
#define BV_BASE_SIEVE_H

#include <stdbool.h>
#include <stdint.h>

enum { BV_SIEVE_BITS = 1 << 14 };

/* Zeroed: empty. */
typedef struct bv_sieve {
  uint64_t words[BV_SIEVE_BITS / 64];
} bv_sieve;

static inline void bv_sieve_add(bv_sieve *sieve, uint64_t hash) {
  sieve->words[hash % BV_SIEVE_BITS / 64] |= UINT64_C(1) << hash % 64;
}

/* False: surely not added. */
static inline bool bv_sieve_has(const bv_sieve *sieve, uint64_t hash) {
  return sieve->words[hash % BV_SIEVE_BITS / 64] >> hash % 64 & 1;
}

#endif
