/* What bronvast does not go beyond: every limit on what comes in, in one list (limits.def).
 *
 * Each becomes a constant BV_<name>. The table of the manual says the same (the tests compare them). What only tunes an
 * algorithm, such as how many words a suggestion is sought among, stands where that is. */
#ifndef BV_BASE_LIMITS_H
#define BV_BASE_LIMITS_H

#include <stddef.h>

#include "base/arena.h"

enum { BV_KB = 1024, BV_MB = 1024 * 1024 };

enum {
#define BV_LIMIT(name, value, unit, of, beyond) BV_##name = (value),
#include "base/limits.def"
#undef BV_LIMIT
};

/* Its place in bv_limits. */
enum {
#define BV_LIMIT(name, value, unit, of, beyond) BV_LIMIT_##name,
#include "base/limits.def"
#undef BV_LIMIT
};

/* How a value is written. */
typedef enum bv_limit_unit { BV_LIMIT_IN_COUNT, BV_LIMIT_IN_BYTES, BV_LIMIT_IN_SECONDS } bv_limit_unit;

typedef struct bv_limit {
  const char *name; /* without BV_ */
  long value;       /* pieces, bytes, seconds */
  bv_limit_unit unit;
  const char *of, *beyond; /* Dutch: what is limited, and what happens to more */
} bv_limit;

extern const bv_limit bv_limits[];
extern const size_t bv_limit_count;

/* "16 MB", "50.000", "60 seconden": in the arena. */
const char *bv_limit_text(bv_arena *arena, const bv_limit *limit);
/* Why a draft is refused that goes beyond the limit of that place: a Dutch sentence in the arena. */
const char *bv_limit_refusal(bv_arena *arena, int limit);
/* A text of at most BV_LONGEST_MESSAGE bytes: that text, or its beginning and "…", in the arena. */
const char *bv_shortened(bv_arena *arena, const char *text);

#endif
