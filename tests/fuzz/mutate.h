/* Mutations that keep what a reader would stop at, so that more of them reach what lies behind. */
#ifndef BV_TESTS_FUZZ_MUTATE_H
#define BV_TESTS_FUZZ_MUTATE_H

#include "targets.h"

/* Changes the bytes in place; `most` is how many there may be. Gives the new length. */
size_t bv_fuzz_mutate(bv_fuzz_mutation how, uint8_t *bytes, size_t length, size_t most, unsigned chance);

#endif
