/* The figures of the inspectorate (IGJ 5.2), and how ours are counted. */
#include "base/messages.h"
#include "monitor/monitor.h"

const bv_figure_info bv_figures[BV_FIGURE_COUNT] = {
    [BV_FIGURE_SEPARATED] = {.name = "separated",
                             .title = MSG_MONITOR_SEPARATED,
                             .definition = MSG_MONITOR_SEPARATED_DEFINITION,
                             .difference = MSG_MONITOR_SEPARATED_DIFFERENCE,
                             .inspectorate = {66, 50},
                             .more_is_better = true},
    [BV_FIGURE_UNSOURCED] = {.name = "unsourced",
                             .title = MSG_MONITOR_UNSOURCED,
                             .definition = MSG_MONITOR_UNSOURCED_DEFINITION,
                             .difference = MSG_MONITOR_UNSOURCED_DIFFERENCE,
                             .inspectorate = {47, -1}},
    [BV_FIGURE_DIAGNOSES] = {.name = "diagnoses",
                             .title = MSG_MONITOR_DIAGNOSES,
                             .definition = MSG_MONITOR_DIAGNOSES_DEFINITION,
                             .difference = MSG_MONITOR_DIAGNOSES_DIFFERENCE,
                             .inspectorate = {-1, 70}},
    [BV_FIGURE_HEARD] = {.name = "heard",
                         .title = MSG_MONITOR_HEARD,
                         .definition = MSG_MONITOR_HEARD_DEFINITION,
                         .difference = MSG_MONITOR_HEARD_DIFFERENCE,
                         .inspectorate = {95, 70},
                         .more_is_better = true}};

const char *bv_group_name(bv_group group) {
  static const char *const names[] = {"raad", "gi", "all"};
  return names[group];
}

const char *bv_group_title(bv_group group) {
  static const char *const titles[] = {MSG_MONITOR_RAAD, MSG_MONITOR_GI, MSG_MONITOR_ALL};
  return titles[group];
}

int bv_share_percent(const bv_share *share) {
  return share->of ? (int)((200 * share->count + share->of) / (2 * share->of)) : 0;
}

bool bv_share_shows(const bv_share *share) { return share->reports >= BV_MONITOR_LEAST; }
