/* The overview as a page: figures in tables, a picture of each over time. */
#include "base/messages.h"
#include "monitor/outputs.h"
#include "write/page.h"

enum { MOST_RULES = 20 };

static void add_paragraph(bv_buf *out, const char *lead, const char *text) {
  bv_buf_puts(out, "<p>");
  if (lead)
    bv_buf_printf(out, "<strong>%s</strong> ", lead);
  bv_page_text(out, text);
  bv_buf_puts(out, "</p>\n");
}

static void begin_table(bv_buf *out, const char *caption, const char *const *columns) {
  bv_buf_puts(out, "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
  bv_page_text(out, caption);
  bv_buf_puts(out, "\">\n<table>\n<caption>");
  bv_page_text(out, caption);
  bv_buf_puts(out, "</caption>\n<thead><tr>");
  for (; *columns; columns++)
    bv_buf_printf(out, "<th scope=\"col\">%s</th>", *columns);
  bv_buf_puts(out, "</tr></thead>\n<tbody>\n");
}

static void end_table(bv_buf *out) { bv_buf_puts(out, "</tbody>\n</table>\n</div>\n"); }

static void add_percent(bv_buf *out, int percent, const char *absent) {
  if (percent < 0)
    bv_buf_printf(out, "<td class=\"none\">%s</td>", absent);
  else
    bv_buf_printf(out, "<td class=\"number\">%d%%</td>", percent);
}

static int percent_of(const bv_total *total, bv_figure figure) {
  return total && bv_share_shows(&total->shares[figure]) ? bv_share_percent(&total->shares[figure]) : -1;
}

static void write_brief(bv_buf *out, const bv_overview *overview) {
  static const char *const columns[] = {MSG_MONITOR_FIGURE, MSG_MONITOR_ORGANISATION, MSG_MONITOR_NOW, MSG_MONITOR_THEN,
                                        NULL};
  bv_buf_puts(out, "<section aria-labelledby=\"kort\">\n<h2 id=\"kort\">" MSG_MONITOR_BRIEF "</h2>\n");
  begin_table(out, MSG_MONITOR_BRIEF_CAPTION, columns);
  for (bv_figure figure = 0; figure < BV_FIGURE_COUNT; figure++)
    for (bv_group group = 0; group < BV_GROUP_COUNT; group++) {
      bv_buf_printf(out, "<tr><th scope=\"row\"><a href=\"#%s\">%s</a></th><td>%s</td>", bv_figures[figure].name,
                    bv_figures[figure].title, bv_group_title(group));
      add_percent(out, percent_of(bv_overview_total(overview, group, -1), figure), MSG_MONITOR_ABSENT);
      add_percent(out, bv_figures[figure].inspectorate[group], MSG_MONITOR_NOT_GIVEN);
      bv_buf_puts(out, "</tr>\n");
    }
  end_table(out);
  bv_buf_puts(out, "</section>\n");
}

/* A row: what, when, and the share with the numbers it is made of. */
static void add_row(bv_buf *out, const bv_overview *overview, const char *what, int period, const bv_share *share) {
  if (!bv_share_shows(share))
    return;
  bv_buf_puts(out, "<tr><th scope=\"row\">");
  bv_page_text(out, what);
  bv_buf_printf(out,
                "</th><td>%s</td><td class=\"number\">%zu</td><td class=\"number\">%zu van %zu</td>"
                "<td class=\"number\">%d%%</td></tr>\n",
                bv_period_title(out->arena, overview, period), share->reports, share->count, share->of,
                bv_share_percent(share));
}

static const char *const share_columns[] = {MSG_MONITOR_ORGANISATION, MSG_MONITOR_PERIOD, MSG_MONITOR_REPORT_COUNT,
                                            MSG_MONITOR_COUNT,        MSG_MONITOR_SHARE,  NULL};

static void write_groups(bv_buf *out, const bv_overview *overview, bv_figure figure) {
  begin_table(out, bv_sprintf(out->arena, MSG_MONITOR_BY_PERIOD, bv_figures[figure].title), share_columns);
  for (size_t i = 0; i < overview->totals.count; i++) {
    const bv_total *total = &overview->totals.items[i];
    if (total->period >= 0)
      add_row(out, overview, bv_group_title(total->group), total->period, &total->shares[figure]);
  }
  end_table(out);
}

static void write_organisations(bv_buf *out, const bv_overview *overview, bv_figure figure) {
  begin_table(out, bv_sprintf(out->arena, MSG_MONITOR_BY_ORGANISATION, bv_figures[figure].title), share_columns);
  for (size_t i = 0; i < overview->organisations.count; i++) {
    const bv_organisation *o = &overview->organisations.items[i];
    for (size_t j = 0; j < o->cell_count; j++)
      add_row(out, overview, o->name ? o->name : MSG_MONITOR_UNNAMED, o->cells[j]->period,
              &o->cells[j]->shares[figure]);
  }
  end_table(out);
}

static void write_figure(bv_buf *out, const bv_overview *overview, bv_figure figure) {
  const bv_figure_info *info = &bv_figures[figure];
  bv_buf_printf(out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", info->name, info->name, info->title);
  add_paragraph(out, MSG_MONITOR_HOW, info->definition);
  add_paragraph(out, MSG_MONITOR_OTHERWISE, info->difference);
  add_paragraph(out, NULL, info->more_is_better ? MSG_MONITOR_MORE_BETTER : MSG_MONITOR_LESS_BETTER);
  bv_write_chart(out, overview, figure);
  write_groups(out, overview, figure);
  write_organisations(out, overview, figure);
  bv_buf_puts(out, "</section>\n");
}

static void write_rules(bv_buf *out, const bv_overview *overview) {
  static const char *const columns[] = {MSG_MONITOR_RULE,  MSG_MONITOR_ABOUT,    MSG_MONITOR_REPORT_COUNT,
                                        MSG_MONITOR_SHARE, MSG_MONITOR_FINDINGS, NULL};
  bv_buf_puts(out, "<section aria-labelledby=\"regels\">\n<h2 id=\"regels\">" MSG_MONITOR_RULES "</h2>\n");
  begin_table(out, MSG_MONITOR_RULES_CAPTION, columns);
  for (size_t i = 0; i < overview->rules.count && i < MOST_RULES; i++) {
    const bv_rule_share *rule = &overview->rules.items[i];
    bv_share share = {overview->reports, overview->reports, rule->tally.reports};
    int percent = bv_share_percent(&share);
    bv_buf_printf(out, "<tr><th scope=\"row\"><code>%s</code></th><td>", bv_rule_info_of(rule->rule)->name);
    bv_page_text(out, bv_rule_info_of(rule->rule)->summary);
    bv_buf_printf(
        out,
        "</td><td class=\"number\">%zu</td><td class=\"number\">%d%%<svg class=\"bar\" viewBox=\"0 0 100 6\" "
        "aria-hidden=\"true\"><rect width=\"%d\" height=\"6\"/></svg></td><td class=\"number\">%zu</td></tr>\n",
        rule->tally.reports, percent, percent, rule->tally.findings);
  }
  end_table(out);
  bv_buf_puts(out, "</section>\n");
}

void bv_write_overview_html(bv_buf *out, const bv_overview *overview) {
  bv_page_begin(out, MSG_MONITOR_TITLE, "monitor.css");
  bv_buf_puts(out, "<main>\n<h1>" MSG_MONITOR_TITLE "</h1>\n");
  add_paragraph(out, NULL, MSG_MONITOR_INTRODUCTION);
  add_paragraph(out, NULL, MSG_MONITOR_LIMITS);
  add_paragraph(out, NULL, MSG_MONITOR_LEAST);
  add_paragraph(out, NULL, bv_sprintf(out->arena, MSG_MONITOR_REPORTS, overview->reports));
  if (overview->wrong)
    add_paragraph(out, NULL, bv_sprintf(out->arena, MSG_MONITOR_WRONG_LINES, overview->wrong));
  if (overview->reports) {
    write_brief(out, overview);
    for (bv_figure figure = 0; figure < BV_FIGURE_COUNT; figure++)
      write_figure(out, overview, figure);
    write_rules(out, overview);
  } else {
    add_paragraph(out, NULL, MSG_MONITOR_NOTHING);
  }
  bv_buf_puts(out, "</main>\n");
  bv_page_end(out, NULL);
}
