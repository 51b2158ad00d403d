/* One figure by period: a line for each group, told apart by its dashes, its marks and its name, and the inspectorate's
 * figure as a dotted line across. */
#include "base/messages.h"
#include "monitor/outputs.h"
#include "publish/svg.h"

enum { WIDTH = 760, HEIGHT = 300, LEFT = 48, RIGHT = 560, TOP = 16, BOTTOM = 250, MOST_LABELS = 8, LINE = 16 };

static const char *const short_titles[] = {MSG_MONITOR_RAAD_SHORT, MSG_MONITOR_GI_SHORT};

static int y_of(int percent) { return BOTTOM - (BOTTOM - TOP) * percent / 100; }

static int x_of(const bv_overview *overview, size_t index) {
  size_t last = overview->periods.count - 1;
  return last ? LEFT + 20 + (int)((size_t)(RIGHT - LEFT - 40) * index / last) : (LEFT + RIGHT) / 2;
}

/* The share of a group in a period, or NULL when it is not shown. */
static const bv_share *share_of(const bv_overview *overview, bv_figure figure, bv_group group, int period) {
  const bv_total *total = bv_overview_total(overview, group, period);
  return total && bv_share_shows(&total->shares[figure]) ? &total->shares[figure] : NULL;
}

static void add_axes(bv_buf *out, const bv_overview *overview) {
  for (int percent = 0; percent <= 100; percent += 25) {
    bv_buf_printf(out, "<path class=\"grid\" d=\"M%d %dH%d\"/>", LEFT, y_of(percent), RIGHT);
    bv_svg_text(out, LEFT - 8, y_of(percent) + 4, "end", "g", bv_sprintf(out->arena, "%d%%", percent));
  }
  size_t step = (overview->periods.count + MOST_LABELS - 1) / MOST_LABELS;
  for (size_t i = 0; i < overview->periods.count; i += step)
    bv_svg_text(out, x_of(overview, i), BOTTOM + 20, "middle", "g",
                bv_period_name(out->arena, overview, overview->periods.items[i]));
}

static void add_mark(bv_buf *out, bv_group group, int x, int y) {
  if (group == BV_GROUP_RAAD)
    bv_buf_printf(out, "<rect class=\"raad mark\" x=\"%d\" y=\"%d\" width=\"10\" height=\"10\"/>", x - 5, y - 5);
  else
    bv_buf_printf(out, "<circle class=\"gi mark\" cx=\"%d\" cy=\"%d\" r=\"5\"/>", x, y);
}

/* The line of a group, broken where nothing is shown; gives the height of its last point, -1 when it has none. */
static int add_line(bv_buf *out, const bv_overview *overview, bv_figure figure, bv_group group) {
  bool drawing = false;
  int last = -1;
  bv_buf path = bv_buf_new(out->arena), marks = bv_buf_new(out->arena);
  for (size_t i = 0; i < overview->periods.count; i++) {
    const bv_share *share = share_of(overview, figure, group, overview->periods.items[i]);
    if (share) {
      last = y_of(bv_share_percent(share));
      bv_buf_printf(&path, "%c%d %d", drawing ? 'L' : 'M', x_of(overview, i), last);
      add_mark(&marks, group, x_of(overview, i), last);
    }
    drawing = share != NULL;
  }
  if (path.length)
    bv_buf_printf(out, "<path class=\"%s line\" d=\"%s\"/>%s", bv_group_name(group), bv_buf_string(&path),
                  bv_buf_string(&marks));
  return last;
}

/* What stands behind the lines: at their heights, or below what stands there already. */
typedef struct labels {
  struct {
    int y;
    const char *text;
    bool then;
  } items[2 * BV_GROUP_COUNT];
  size_t count;
} labels;

static void add_label(labels *all, int y, const char *text, bool then) {
  size_t at = all->count++;
  for (; at > 0 && all->items[at - 1].y > y; at--)
    all->items[at] = all->items[at - 1];
  all->items[at].y = y;
  all->items[at].text = text;
  all->items[at].then = then;
}

static void write_labels(bv_buf *out, labels *all) {
  for (size_t i = 1; i < all->count; i++)
    if (all->items[i].y < all->items[i - 1].y + LINE)
      all->items[i].y = all->items[i - 1].y + LINE;
  for (size_t i = all->count; i-- > 0;) { /* and back, from the lower edge */
    int most = i + 1 < all->count ? all->items[i + 1].y - LINE : BOTTOM + 4;
    if (all->items[i].y > most)
      all->items[i].y = most;
  }
  for (size_t i = 0; i < all->count; i++)
    bv_svg_text(out, RIGHT + 10, all->items[i].y + 4, "start", all->items[i].then ? "g" : "b", all->items[i].text);
}

static void add_group(bv_buf *out, const bv_overview *overview, bv_figure figure, bv_group group, labels *all) {
  int then = bv_figures[figure].inspectorate[group], last = add_line(out, overview, figure, group);
  if (last >= 0)
    add_label(all, last, short_titles[group], false);
  if (then < 0)
    return;
  bv_buf_printf(out, "<path class=\"%s then\" d=\"M%d %dH%d\"/>", bv_group_name(group), LEFT, y_of(then), RIGHT);
  add_label(all, y_of(then), bv_sprintf(out->arena, MSG_MONITOR_CHART_THEN, short_titles[group], then), true);
}

/* From which share in which period to which, in a sentence. */
static void add_course(bv_buf *out, const bv_overview *overview, bv_group group, const bv_share *first, int from,
                       const bv_share *last, int to) {
  const char *title = bv_group_title(group), *since = bv_period_title(out->arena, overview, from);
  if (first == last)
    bv_buf_printf(out, overview->by_year ? MSG_MONITOR_CHART_ONE_YEAR : MSG_MONITOR_CHART_ONE, title,
                  bv_share_percent(first), since);
  else
    bv_buf_printf(out, overview->by_year ? MSG_MONITOR_CHART_FROM_YEAR : MSG_MONITOR_CHART_FROM, title,
                  bv_share_percent(first), since, bv_share_percent(last), bv_period_title(out->arena, overview, to));
  bv_buf_putc(out, ' ');
}

/* What the picture shows of a group, in sentences. */
static void add_description(bv_buf *out, const bv_overview *overview, bv_figure figure, bv_group group) {
  const bv_share *first = NULL, *last = NULL;
  int from = 0, to = 0;
  for (size_t i = 0; i < overview->periods.count; i++) {
    const bv_share *share = share_of(overview, figure, group, overview->periods.items[i]);
    if (!share)
      continue;
    last = share;
    to = overview->periods.items[i];
    from = first ? from : to;
    first = first ? first : share;
  }
  if (first)
    add_course(out, overview, group, first, from, last, to);
  if (bv_figures[figure].inspectorate[group] >= 0)
    bv_buf_printf(out, MSG_MONITOR_CHART_INSPECTORATE " ", short_titles[group], bv_figures[figure].inspectorate[group]);
}

void bv_write_chart(bv_buf *out, const bv_overview *overview, bv_figure figure) {
  const char *name = bv_figures[figure].name;
  labels all = {.count = 0};
  bv_buf_printf(out,
                "<svg class=\"chart\" role=\"img\" aria-labelledby=\"%s-naam %s-inhoud\" viewBox=\"0 0 %d %d\">\n"
                "<title id=\"%s-naam\">" MSG_MONITOR_CHART "</title>\n<desc id=\"%s-inhoud\">",
                name, name, WIDTH, HEIGHT, name, bv_figures[figure].title, name);
  for (bv_group group = 0; group < BV_GROUP_COUNT; group++)
    add_description(out, overview, figure, group);
  bv_buf_puts(out, MSG_MONITOR_CHART_TABLE "</desc>\n");
  add_axes(out, overview);
  for (bv_group group = 0; group < BV_GROUP_COUNT; group++)
    add_group(out, overview, figure, group, &all);
  write_labels(out, &all);
  bv_buf_puts(out, "</svg>\n");
}
