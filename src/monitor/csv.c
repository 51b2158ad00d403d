/* The overview for a spreadsheet: a line for each share, ends of lines and quotation as in RFC 4180. */
#include <string.h>

#include "monitor/outputs.h"

/* A text between quotation marks. What a spreadsheet would take for a formula gets an apostrophe before it. */
static void add_text(bv_buf *out, const char *text) {
  bv_buf_putc(out, '"');
  if (*text && strchr("=+-@\t\r", *text))
    bv_buf_putc(out, '\'');
  for (; *text; text++) {
    if (*text == '"')
      bv_buf_putc(out, '"');
    bv_buf_putc(out, *text);
  }
  bv_buf_puts(out, "\",");
}

static void add_share(bv_buf *out, const bv_share *share) {
  bv_buf_printf(out, "%zu,%zu,%zu,%d,", share->reports, share->of, share->count, bv_share_percent(share));
}

static void add_line(bv_buf *out, const bv_overview *overview, const char *level, bv_figure figure, bv_group group,
                     const char *organisation, int period, const bv_share *share) {
  int inspectorate = group == BV_GROUP_NONE ? -1 : bv_figures[figure].inspectorate[group];
  if (!bv_share_shows(share))
    return;
  bv_buf_printf(out, "%s,%s,%s,", level, bv_figures[figure].name, bv_group_name(group));
  add_text(out, organisation);
  bv_buf_printf(out, "%s,", period < 0 ? "" : bv_period_name(out->arena, overview, period));
  add_share(out, share);
  if (inspectorate >= 0)
    bv_buf_printf(out, "%d", inspectorate);
  bv_buf_puts(out, "\r\n");
}

static void add_rules(bv_buf *out, const bv_overview *overview) {
  for (size_t i = 0; i < overview->rules.count; i++) {
    const bv_rule_share *rule = &overview->rules.items[i];
    bv_share share = {overview->reports, overview->reports, rule->tally.reports};
    bv_buf_printf(out, "rule,%s,all,\"\",,", bv_rule_info_of(rule->rule)->name);
    add_share(out, &share);
    bv_buf_puts(out, "\r\n");
  }
}

void bv_write_overview_csv(bv_buf *out, const bv_overview *overview) {
  bv_buf_puts(out, "level,figure,group,organisation,period,reports,of,count,percent,inspectorate_2022\r\n");
  for (bv_figure figure = 0; figure < BV_FIGURE_COUNT; figure++) {
    for (size_t i = 0; i < overview->totals.count; i++) {
      const bv_total *total = &overview->totals.items[i];
      add_line(out, overview, "group", figure, total->group, "", total->period, &total->shares[figure]);
    }
    for (size_t i = 0; i < overview->organisations.count; i++) {
      const bv_organisation *o = &overview->organisations.items[i];
      for (size_t j = 0; j < o->cell_count; j++)
        add_line(out, overview, "organisation", figure, o->group, o->name ? o->name : "", o->cells[j]->period,
                 &o->cells[j]->shares[figure]);
    }
  }
  add_rules(out, overview);
}
