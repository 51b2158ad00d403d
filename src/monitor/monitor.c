#include "monitor/monitor.h"

#include <libxml/hash.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/messages.h"
#include "lang/title.h"
#include "monitor/result.h"

/* An organisation with all its cells. */
typedef struct counted {
  struct { bv_cell **items; size_t count, capacity; } cells;
} counted;

struct bv_monitor {
  bv_arena *arena;
  bool by_year;
  xmlHashTablePtr by_key; /* counted, by the key of its name */
  struct { counted **items; size_t count, capacity; } all;
  xmlHashTablePtr cells; /* bv_cell, by key and period */
  size_t cell_count;
};

bv_monitor *bv_monitor_new(bv_arena *arena, bool by_year) {
  bv_monitor *monitor = bv_alloc(arena, sizeof *monitor);
  *monitor = (bv_monitor){.arena = arena, .by_year = by_year, .by_key = xmlHashCreate(0), .cells = xmlHashCreate(0)};
  if (!monitor->by_key || !monitor->cells)
    bv_out_of_memory();
  return monitor;
}

void bv_monitor_free(bv_monitor *monitor) {
  xmlHashFree(monitor->by_key, NULL);
  xmlHashFree(monitor->cells, NULL);
}

static void put(xmlHashTablePtr table, const char *key, void *value) {
  if (xmlHashAddEntry(table, (const xmlChar *)key, value) != 0)
    bv_out_of_memory();
}

static counted *organisation_of(bv_monitor *monitor, const char *key) {
  counted *found = xmlHashLookup(monitor->by_key, (const xmlChar *)key);
  if (!found) {
    found = bv_alloc(monitor->arena, sizeof *found);
    BV_PUSH(monitor->arena, &monitor->all, found);
    put(monitor->by_key, key, found);
  }
  return found;
}

/* What stays of a name when case, accents and marks do not count; a number before it does. */
static const char *key_of(bv_arena *arena, const char *name) {
  return name ? bv_sprintf(arena, "%.*s%s", (int)strspn(name, "0123456789"), name, bv_title_key(arena, name)) : "";
}

/* The cell of an organisation and period, NULL when there are too many. */
static bv_cell *cell_of(bv_monitor *monitor, bv_arena *scratch, const char *name, int period) {
  const char *key = key_of(scratch, name);
  const char *cell_key = bv_sprintf(scratch, "%d %s", period, key);
  bv_cell *cell = xmlHashLookup(monitor->cells, (const xmlChar *)cell_key);
  if (!cell && monitor->cell_count == BV_MOST_CELLS)
    return NULL;
  if (!cell) {
    counted *organisation = organisation_of(monitor, key);
    cell = bv_alloc(monitor->arena, sizeof *cell);
    cell->period = period;
    BV_PUSH(monitor->arena, &organisation->cells, cell);
    put(monitor->cells, cell_key, cell);
    monitor->cell_count++;
  }
  if (*key && (!cell->name || strcmp(name, cell->name) < 0))
    cell->name = bv_strdup(monitor->arena, name);
  return cell;
}

static void add_share(bv_share *to, const bv_share *share) {
  to->reports += share->reports;
  to->of += share->of;
  to->count += share->count;
}

static void count(bv_cell *cell, const bv_result *result) {
  for (size_t i = 0; i < BV_FIGURE_COUNT; i++)
    add_share(&cell->shares[i], &result->shares[i]);
  for (size_t i = 0; i < BV_RULE_COUNT; i++) {
    cell->rules[i].reports += result->rules[i] > 0;
    cell->rules[i].findings += result->rules[i];
  }
}

bv_monitor_added bv_monitor_add(bv_monitor *monitor, const char *line, size_t length, const char **error) {
  bv_arena *scratch = bv_arena_new();
  bv_result result;
  bv_monitor_added added = bv_result_read(scratch, line, length, &result, error);
  if (added == BV_MONITOR_COUNTED) {
    int period = 4 * result.date.year + (monitor->by_year ? 0 : (result.date.month - 1) / 3);
    bv_cell *cell = cell_of(monitor, scratch, result.organisation, period);
    if (cell)
      count(cell, &result);
    else
      added = BV_MONITOR_WRONG, *error = MSG_MONITOR_MANY_CELLS;
  }
  bv_arena_free(scratch);
  return added;
}

static bv_group group_of(bv_arena *arena, const char *name) {
  if (!name)
    return BV_GROUP_NONE;
  const char *key = bv_title_key(arena, name);
  return strstr(key, "raad voor de kinderbescherming") || strcmp(key, "rvdk") == 0 ? BV_GROUP_RAAD : BV_GROUP_GI;
}

static bv_total *total_of(bv_arena *arena, bv_overview *overview, bv_group group, int period) {
  bv_total *found = (bv_total *)bv_overview_total(overview, group, period);
  if (found)
    return found;
  BV_PUSH(arena, &overview->totals, (bv_total){.group = group, .period = period});
  return &overview->totals.items[overview->totals.count - 1];
}

static void add_to_total(bv_arena *arena, bv_overview *overview, bv_group group, int period, const bv_cell *cell) {
  bv_total *total = total_of(arena, overview, group, period);
  for (size_t i = 0; i < BV_FIGURE_COUNT; i++)
    if (bv_share_shows(&cell->shares[i]))
      add_share(&total->shares[i], &cell->shares[i]);
}

/* Adds a cell that is shown to the totals it is part of. */
static void add_cell(bv_arena *arena, bv_overview *overview, bv_group group, const bv_cell *cell) {
  add_to_total(arena, overview, BV_GROUP_NONE, -1, cell);
  add_to_total(arena, overview, BV_GROUP_NONE, cell->period, cell);
  if (group != BV_GROUP_NONE) {
    add_to_total(arena, overview, group, -1, cell);
    add_to_total(arena, overview, group, cell->period, cell);
  }
  overview->reports += cell->shares[BV_FIGURE_SEPARATED].reports;
  for (size_t i = 0; i < BV_RULE_COUNT; i++) {
    overview->rules.items[i].tally.reports += cell->rules[i].reports;
    overview->rules.items[i].tally.findings += cell->rules[i].findings;
  }
}

static int by_period(const void *left, const void *right) {
  const bv_cell *const *a = left, *const *b = right;
  return (*a)->period < (*b)->period ? -1 : (*a)->period > (*b)->period;
}

static void add_organisation(bv_arena *arena, bv_overview *overview, const counted *from) {
  bv_organisation organisation = {.group = group_of(arena, from->cells.items[0]->name)};
  organisation.cells = bv_calloc(arena, from->cells.count, sizeof *organisation.cells);
  for (size_t i = 0; i < from->cells.count; i++)
    if (bv_share_shows(&from->cells.items[i]->shares[BV_FIGURE_SEPARATED])) {
      const bv_cell *cell = from->cells.items[i];
      organisation.cells[organisation.cell_count++] = cell;
      if (!organisation.name || strcmp(cell->name, organisation.name) < 0)
        organisation.name = cell->name;
      add_cell(arena, overview, organisation.group, cell);
    }
  if (organisation.cell_count == 0)
    return;
  qsort(organisation.cells, organisation.cell_count, sizeof *organisation.cells, by_period);
  BV_PUSH(arena, &overview->organisations, organisation);
}

/* By name; what has none comes last. */
static int by_name(const void *left, const void *right) {
  const bv_organisation *a = left, *b = right;
  if (!a->name || !b->name)
    return (a->name == NULL) - (b->name == NULL);
  return strcmp(a->name, b->name);
}

static int by_group_and_period(const void *left, const void *right) {
  const bv_total *a = left, *b = right;
  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  return a->period < b->period ? -1 : a->period > b->period;
}

static int by_reports(const void *left, const void *right) {
  const bv_rule_share *a = left, *b = right;
  if (a->tally.reports != b->tally.reports)
    return a->tally.reports > b->tally.reports ? -1 : 1;
  return a->rule < b->rule ? -1 : 1;
}

#define SORT(list, compare)                                                                                            \
  do {                                                                                                                 \
    if ((list).count)                                                                                                  \
      qsort((list).items, (list).count, sizeof *(list).items, (compare));                                              \
  } while (0)

const bv_overview *bv_monitor_overview(bv_monitor *monitor, size_t wrong) {
  bv_arena *arena = monitor->arena;
  bv_overview *overview = bv_alloc(arena, sizeof *overview);
  *overview = (bv_overview){.by_year = monitor->by_year, .wrong = wrong};
  for (bv_rule rule = 0; rule < BV_RULE_COUNT; rule++)
    BV_PUSH(arena, &overview->rules, (bv_rule_share){.rule = rule});
  for (size_t i = 0; i < monitor->all.count; i++)
    add_organisation(arena, overview, monitor->all.items[i]);
  SORT(overview->organisations, by_name);
  SORT(overview->totals, by_group_and_period);
  SORT(overview->rules, by_reports);
  while (overview->rules.count && overview->rules.items[overview->rules.count - 1].tally.reports < BV_MONITOR_LEAST)
    overview->rules.count--;
  for (size_t i = 0; i < overview->totals.count; i++)
    if (overview->totals.items[i].group == BV_GROUP_NONE && overview->totals.items[i].period >= 0)
      BV_PUSH(arena, &overview->periods, overview->totals.items[i].period);
  return overview;
}

const bv_total *bv_overview_total(const bv_overview *overview, bv_group group, int period) {
  for (size_t i = 0; i < overview->totals.count; i++)
    if (overview->totals.items[i].group == group && overview->totals.items[i].period == period)
      return &overview->totals.items[i];
  return NULL;
}

const char *bv_period_title(bv_arena *arena, const bv_overview *overview, int period) {
  return overview->by_year ? bv_sprintf(arena, "%d", period / 4)
                           : bv_sprintf(arena, MSG_MONITOR_QUARTER, period % 4 + 1, period / 4);
}

const char *bv_period_name(bv_arena *arena, const bv_overview *overview, int period) {
  return overview->by_year ? bv_sprintf(arena, "%d", period / 4)
                           : bv_sprintf(arena, "%d-Q%d", period / 4, period % 4 + 1);
}
