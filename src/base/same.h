/* Whether two strings are the same: for names that are compared with many, of which the first byte tells most apart. */
#ifndef BV_BASE_SAME_H
#define BV_BASE_SAME_H

#include <stdbool.h>
#include <string.h>

static inline bool bv_same(const char *a, const char *b) { return *a == *b && strcmp(a, b) == 0; }

#endif
