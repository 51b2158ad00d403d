/* The overview for programs. */
#include <jansson.h>
#include <stdlib.h>

#include "bronvast.h"
#include "monitor/outputs.h"

static json_t *share_json(const bv_share *share) {
  return json_pack("{s:I, s:I, s:I, s:i}", "reports", (json_int_t)share->reports, "of", (json_int_t)share->of, "count",
                   (json_int_t)share->count, "percent", bv_share_percent(share));
}

/* The shares that are shown, by figure. */
static json_t *shares_json(const bv_share *shares) {
  json_t *object = json_object();
  for (bv_figure figure = 0; figure < BV_FIGURE_COUNT; figure++)
    if (bv_share_shows(&shares[figure]))
      json_object_set_new(object, bv_figures[figure].name, share_json(&shares[figure]));
  return object;
}

static json_t *period_json(bv_arena *arena, const bv_overview *overview, int period) {
  return period < 0 ? json_null() : json_string(bv_period_name(arena, overview, period));
}

static json_t *figures_json(void) {
  json_t *object = json_object();
  for (bv_figure figure = 0; figure < BV_FIGURE_COUNT; figure++) {
    const bv_figure_info *info = &bv_figures[figure];
    json_t *inspectorate = json_object();
    for (bv_group group = 0; group < BV_GROUP_COUNT; group++)
      json_object_set_new(inspectorate, bv_group_name(group),
                          info->inspectorate[group] < 0 ? json_null() : json_integer(info->inspectorate[group]));
    json_object_set_new(object, info->name,
                        json_pack("{s:s, s:s, s:s, s:o}", "title", info->title, "definition", info->definition,
                                  "difference", info->difference, "inspectorate_2022", inspectorate));
  }
  return object;
}

static json_t *totals_json(bv_arena *arena, const bv_overview *overview) {
  json_t *list = json_array();
  for (size_t i = 0; i < overview->totals.count; i++) {
    const bv_total *total = &overview->totals.items[i];
    json_array_append_new(list, json_pack("{s:s, s:o, s:o}", "group", bv_group_name(total->group), "period",
                                          period_json(arena, overview, total->period), "figures",
                                          shares_json(total->shares)));
  }
  return list;
}

static json_t *organisations_json(bv_arena *arena, const bv_overview *overview) {
  json_t *list = json_array();
  for (size_t i = 0; i < overview->organisations.count; i++) {
    const bv_organisation *o = &overview->organisations.items[i];
    json_t *periods = json_array();
    for (size_t j = 0; j < o->cell_count; j++)
      json_array_append_new(periods,
                            json_pack("{s:o, s:o}", "period", period_json(arena, overview, o->cells[j]->period),
                                      "figures", shares_json(o->cells[j]->shares)));
    json_array_append_new(list, json_pack("{s:s?, s:s, s:o}", "organisation", o->name, "group", bv_group_name(o->group),
                                          "periods", periods));
  }
  return list;
}

static json_t *rules_json(const bv_overview *overview) {
  json_t *list = json_array();
  for (size_t i = 0; i < overview->rules.count; i++) {
    const bv_rule_share *rule = &overview->rules.items[i];
    json_array_append_new(list,
                          json_pack("{s:s, s:I, s:I}", "rule", bv_rule_info_of(rule->rule)->name, "reports",
                                    (json_int_t)rule->tally.reports, "findings", (json_int_t)rule->tally.findings));
  }
  return list;
}

void bv_write_overview_json(bv_buf *out, const bv_overview *overview) {
  json_t *object =
      json_pack("{s:s, s:s, s:s, s:i, s:I, s:I, s:o, s:o, s:o, s:o}", "tool", "bronvast", "version", bv_version(),
                "period", overview->by_year ? "year" : "quarter", "least", (int)BV_MONITOR_LEAST, "reports",
                (json_int_t)overview->reports, "wrong_lines", (json_int_t)overview->wrong, "figures", figures_json(),
                "totals", totals_json(out->arena, overview), "organisations", organisations_json(out->arena, overview),
                "rules", rules_json(overview));
  char *text = json_dumps(object, JSON_INDENT(2));
  json_decref(object);
  if (!text)
    bv_out_of_memory();
  bv_buf_puts(out, text);
  bv_buf_putc(out, '\n');
  free(text);
}
