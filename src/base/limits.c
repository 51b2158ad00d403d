#include "base/limits.h"

#include <string.h>

#include "base/messages.h"
#include "base/utf8.h"

const bv_limit bv_limits[] = {
#define BV_LIMIT(name, value, unit, of, beyond) {#name, (value), BV_LIMIT_IN_##unit, of, beyond},
#include "base/limits.def"
#undef BV_LIMIT
};

const size_t bv_limit_count = sizeof bv_limits / sizeof *bv_limits;

/* With a full stop between thousands, as Dutch has it. */
static const char *count_text(bv_arena *arena, long count) {
  return count < 1000 ? bv_sprintf(arena, "%ld", count)
                      : bv_sprintf(arena, "%s.%03ld", count_text(arena, count / 1000), count % 1000);
}

const char *bv_limit_text(bv_arena *arena, const bv_limit *limit) {
  switch (limit->unit) {
  case BV_LIMIT_IN_BYTES:
    return limit->value >= BV_MB ? bv_sprintf(arena, "%ld MB", limit->value / BV_MB)
                                 : bv_sprintf(arena, "%ld kB", limit->value / BV_KB);
  case BV_LIMIT_IN_SECONDS:
    return bv_sprintf(arena, "%s seconden", count_text(arena, limit->value));
  default:
    return count_text(arena, limit->value);
  }
}

const char *bv_limit_refusal(bv_arena *arena, int limit) {
  return bv_sprintf(arena, MSG_READ_MORE, bv_limit_text(arena, &bv_limits[limit]), bv_limits[limit].of);
}

const char *bv_shortened(bv_arena *arena, const char *text) {
  static const char cut[] = "…";
  size_t length = BV_LONGEST_MESSAGE - (sizeof cut - 1);
  if (strnlen(text, BV_LONGEST_MESSAGE + 1) <= BV_LONGEST_MESSAGE)
    return text;
  return bv_sprintf(arena, "%.*s%s", (int)bv_utf8_whole(text, length), text, cut);
}
