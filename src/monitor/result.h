/* One line of results, as far as the monitor looks at it. */
#ifndef BV_MONITOR_RESULT_H
#define BV_MONITOR_RESULT_H

#include "base/date.h"
#include "monitor/monitor.h"

typedef struct bv_result {
  bv_date date;             /* year 0: none */
  const char *organisation; /* in the arena; NULL: not said */
  bv_share shares[BV_FIGURE_COUNT];
  size_t rules[BV_RULE_COUNT]; /* open findings */
} bv_result;

/* Reads a line; what is in the arena can go when the result has been counted. `error` is set for BV_MONITOR_WRONG. */
bv_monitor_added bv_result_read(bv_arena *arena, const char *line, size_t length, bv_result *result,
                                const char **error);

#endif
