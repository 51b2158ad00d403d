/* The monitor: many results of `check --format jsonl`, counted by organisation and period beside the figures that the
 * inspectorate found in 2022. No names of persons, files or references are kept.
 *
 * Results are added one by one and only counts are kept, so that memory grows with the number of cells (organisation
 * and period), not with that of results. An overview is made of cells of BV_MONITOR_LEAST reports and more, and of
 * nothing else: totals are sums of what is shown, so what is not shown cannot be computed back from them. */
#ifndef BV_MONITOR_MONITOR_H
#define BV_MONITOR_MONITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/rule.h"

enum { BV_MONITOR_LEAST = 5 };

typedef enum bv_figure {
  BV_FIGURE_SEPARATED, /* reports in which facts and opinions are fully apart */
  BV_FIGURE_UNSOURCED, /* reports with a diagnosis without origin, of those with a diagnosis */
  BV_FIGURE_DIAGNOSES, /* diagnoses without origin, of all */
  BV_FIGURE_HEARD,     /* reports with what parents and child think of them */
  BV_FIGURE_COUNT
} bv_figure;

/* Who the inspectorate looked at. */
typedef enum bv_group { BV_GROUP_RAAD, BV_GROUP_GI, BV_GROUP_NONE, BV_GROUP_COUNT = BV_GROUP_NONE } bv_group;

typedef struct bv_figure_info {
  const char *name;                 /* "separated", for programs */
  const char *title, *definition;   /* Dutch */
  const char *difference;           /* Dutch: how the inspectorate counted otherwise */
  int inspectorate[BV_GROUP_COUNT]; /* percent in 2022; -1: not given */
  bool more_is_better;
} bv_figure_info;

extern const bv_figure_info bv_figures[BV_FIGURE_COUNT];
/* "raad", "gi"; for people "Raad voor de Kinderbescherming", "gecertificeerde instellingen". */
const char *bv_group_name(bv_group group);
const char *bv_group_title(bv_group group);

/* A share: `count` of `of`. */
typedef struct bv_share {
  size_t reports; /* on which it rests; fewer than BV_MONITOR_LEAST: not shown */
  size_t of, count;
} bv_share;

/* Whole percent. */
int bv_share_percent(const bv_share *share);
bool bv_share_shows(const bv_share *share);

typedef struct bv_rule_tally {
  size_t reports, findings;
} bv_rule_tally;

/* A period as a number: that of its year times four, and the quarter from 0; in years always quarter 0. */
typedef struct bv_cell {
  const char *name; /* of the organisation, of the spellings in this cell the first by bytes; NULL: not said */
  int period;
  bv_share shares[BV_FIGURE_COUNT];
  bv_rule_tally rules[BV_RULE_COUNT];
} bv_cell;

typedef struct bv_monitor bv_monitor;

/* Counts by year, or else by quarter. In the arena. */
bv_monitor *bv_monitor_new(bv_arena *arena, bool by_year);
/* Frees what is not in the arena. */
void bv_monitor_free(bv_monitor *monitor);

typedef enum bv_monitor_added {
  BV_MONITOR_COUNTED,
  BV_MONITOR_UNDATED,    /* a report without date belongs to no period */
  BV_MONITOR_UNREADABLE, /* a file that check could not read: no report */
  BV_MONITOR_WRONG       /* no result; `error` says why, in Dutch, forever */
} bv_monitor_added;

/* Adds one line. */
bv_monitor_added bv_monitor_add(bv_monitor *monitor, const char *line, size_t length, const char **error);

/* ---- What can be shown ---- */

typedef struct bv_organisation {
  const char *name; /* NULL: it was not said */
  bv_group group;
  const bv_cell **cells; /* those that are shown, by period */
  size_t cell_count;
} bv_organisation;

/* Totals of a period, or of all (period -1), for a group; BV_GROUP_NONE: for everyone. */
typedef struct bv_total {
  bv_group group;
  int period;
  bv_share shares[BV_FIGURE_COUNT];
} bv_total;

typedef struct bv_rule_share {
  bv_rule rule;
  bv_rule_tally tally;
} bv_rule_share;

typedef struct bv_overview {
  bool by_year;
  size_t reports; /* that are shown */
  size_t wrong;   /* lines that could not be read: set by the caller */
  struct { bv_organisation *items; size_t count, capacity; } organisations; /* with a cell, by name */
  struct { int *items; size_t count, capacity; } periods; /* in order */
  struct { bv_total *items; size_t count, capacity; } totals; /* that show something, by group and period */
  struct { bv_rule_share *items; size_t count, capacity; } rules; /* the most frequent first */
} bv_overview;

/* In the arena of the monitor. */
const bv_overview *bv_monitor_overview(bv_monitor *monitor, size_t wrong);
/* The totals of that group and period, or NULL. */
const bv_total *bv_overview_total(const bv_overview *overview, bv_group group, int period);
/* "3e kwartaal 2026" or "2026", and "2026-Q3" or "2026". In the arena. */
const char *bv_period_title(bv_arena *arena, const bv_overview *overview, int period);
const char *bv_period_name(bv_arena *arena, const bv_overview *overview, int period);

#endif
