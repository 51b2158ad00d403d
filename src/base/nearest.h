/* The nearest known word, for "bedoelt u …?". */
#ifndef BV_BASE_NEAREST_H
#define BV_BASE_NEAREST_H

#include <stddef.h>

/* The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours; bytes, case ignored) to
 * `word`, when that distance is at most a third of the length of the word, and never more than three; else NULL. Among
 * equals the first. Words longer than 63 bytes have no neighbour. */
const char *bv_nearest(const char *word, const char *const *candidates, size_t count);

#endif
