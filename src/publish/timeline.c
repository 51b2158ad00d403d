/* A timeline of the dated claims: a lane for each source, a mark for each label, the line of two years. */
#include <stdlib.h>

#include "check/age.h"
#include "publish/appendices.h"
#include "publish/notes.h"
#include "publish/svg.h"

/* Right of RIGHT a number of claims still fits. */
enum { WIDTH = 688, LEFT = 216, RIGHT = 656, TOP = 34, LANE = 25, MOST_LANES = 32, MERGE = 10 };

/* Time is drawn in zones, each of its own scale, since most of a report is about its last months. */
typedef struct zone {
  bv_date first, last; /* the days at its edges */
  int left, right;
} zone;

/* The claims of a source, in the order of the document. */
typedef struct lane {
  const bv_report_source *source;
  const bv_claim **items;
  size_t count, capacity;
} lane;

typedef struct timeline {
  bv_publication *publication;
  zone zones[3];
  size_t zone_count;
  bv_date line; /* older than this day is older than two years */
} timeline;

static bool is_shown(const bv_claim *claim) { return claim->date.first.year != 0 && claim->sources.count != 0; }

static void set_zones(timeline *t, bv_date first, bv_date today) {
  bv_date recent = bv_date_add_months(today, -6);
  bv_date edges[4];
  size_t count = 0;
  edges[count++] = bv_date_compare(first, today) < 0 ? first : bv_date_add_days(today, -1);
  if (bv_date_compare(edges[0], t->line) < 0)
    edges[count++] = t->line;
  if (bv_date_compare(edges[0], recent) < 0)
    edges[count++] = recent;
  edges[count++] = today;
  t->zone_count = count - 1;
  /* The last zone takes half the width; the others share the rest. */
  int at = LEFT, rest = t->zone_count > 1 ? (RIGHT - LEFT) / 2 / (int)(t->zone_count - 1) : 0;
  for (size_t i = 0; i < t->zone_count; i++) {
    int right = i + 1 == t->zone_count ? RIGHT : at + rest;
    t->zones[i] = (zone){edges[i], edges[i + 1], at, right};
    at = right;
  }
}

static int place_of(const timeline *t, bv_date day) {
  for (size_t i = 0; i < t->zone_count; i++) {
    const zone *z = &t->zones[i];
    if (bv_date_compare(day, z->last) > 0)
      continue;
    long length = bv_date_days_between(z->first, z->last), from = bv_date_days_between(z->first, day);
    if (from < 0)
      from = 0;
    return z->left + (length ? (int)((z->right - z->left) * from / length) : 0);
  }
  return RIGHT;
}

static void draw_scale(timeline *t, bv_buf *svg, int height) {
  bv_arena *arena = t->publication->arena;
  for (size_t i = 0; i <= t->zone_count; i++) {
    bool last = i == t->zone_count;
    bv_date day = last ? t->zones[i - 1].last : t->zones[i].first;
    int x = last ? RIGHT : t->zones[i].left;
    bool line = bv_date_compare(day, t->line) == 0;
    bv_buf_printf(svg, "<line x1=\"%d\" y1=\"22\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"%d\"%s/>", x, x,
                  height, line ? "#a90061" : "#777", line ? 2 : 1, line ? " stroke-dasharray=\"5 3\"" : "");
    const char *label = bv_sprintf(arena, "%d-%d-%d", day.day, day.month, day.year);
    bv_svg_text(svg, x, 16, last ? "end" : i ? "middle" : "start", line ? "b" : "g", label);
  }
}

/* The claims of one source, those of a label that lie together as one mark with their number. */
static void draw_lane(timeline *t, bv_buf *svg, const lane *of, int y) {
  for (int label = BV_LABEL_FEIT; label <= BV_LABEL_HOREN_ZEGGEN; label++) {
    unsigned count[WIDTH] = {0};
    int middle = y + 5 + (label - 1) * 7;
    for (size_t i = 0; i < of->count; i++) {
      const bv_claim *claim = of->items[i];
      if ((int)claim->label != label)
        continue;
      int first = place_of(t, claim->date.first), last = place_of(t, claim->date.last);
      if (last - first > MERGE)
        bv_buf_printf(svg, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#999\"/>", first, middle, last,
                      middle);
      count[last / MERGE * MERGE]++;
    }
    for (int x = 0; x < WIDTH; x++) {
      if (!count[x])
        continue;
      bv_svg_mark(svg, (bv_label)label, x + MERGE / 2, middle, 5);
      if (count[x] > 1)
        bv_buf_printf(svg, "<text x=\"%d\" y=\"%d\" class=\"s\">%u</text>", x + MERGE / 2 + 5, middle + 3, count[x]);
    }
  }
}

static void draw_legend(timeline *t, bv_buf *svg, int y) {
  static const char *const ids[] = {NULL, "label.feit", "label.mening", "label.horen-zeggen"};
  for (int label = BV_LABEL_FEIT; label <= BV_LABEL_HOREN_ZEGGEN; label++) {
    int x = 4 + (label - 1) * 84;
    bv_svg_mark(svg, (bv_label)label, x, y - 4, 8);
    bv_svg_text(svg, x + 10, y, "start", "t", bv_say(t->publication, ids[label], NULL));
  }
  bv_buf_printf(
      svg,
      "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#a90061\" stroke-width=\"2\" stroke-dasharray=\"5 3\"/>",
      290, y - 4, 314, y - 4);
  bv_svg_text(svg, 320, y, "start", "t", bv_say(t->publication, "picture.line", NULL));
}

static void draw_sources(timeline *t, xmlNode *section, const lane *const *lanes, size_t count,
                         const char *alternative) {
  bv_buf svg = bv_buf_new(t->publication->arena);
  int bottom = TOP + (int)count * LANE, height = bottom + 30;
  bv_svg_begin(&svg, WIDTH, height, bv_say(t->publication, "appendix.timeline", NULL));
  for (size_t i = 0; i < count; i++) {
    int y = TOP + (int)i * LANE;
    const bv_report_source *source = lanes[i]->source;
    const char *name = bv_describe_source(t->publication, source);
    if (source->number)
      name = bv_sprintf(t->publication->arena, "%u %s", source->number, name);
    if (i % 2 == 0)
      bv_buf_printf(&svg, "<rect x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#f3f3f3\"/>", y, WIDTH, LANE);
    bv_svg_label(t->publication->arena, &svg, 4, y + LANE / 2 + 3, "s", name, 41);
  }
  draw_scale(t, &svg, bottom);
  for (size_t i = 0; i < count; i++)
    draw_lane(t, &svg, lanes[i], TOP + (int)i * LANE);
  draw_legend(t, &svg, bottom + 20);
  bv_svg_end(&svg);
  bv_add_picture(t->publication, section, &svg, WIDTH, height, alternative);
}

/* The sources on which dated claims rest first, in order; the earliest day; how many claims, and how many old ones. */
static const char *survey(timeline *t, const lane **lanes, size_t *lane_count, bv_date *first) {
  const bv_document *document = t->publication->document;
  const bv_front *front = &document->front;
  lane *all = bv_calloc(t->publication->arena, front->sources.count + 1, sizeof *all);
  size_t count = 0, old = 0;
  *first = front->date;
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (!is_shown(claim))
      continue;
    lane *of = &all[claim->sources.items[0] - front->sources.items];
    of->source = claim->sources.items[0];
    BV_PUSH(t->publication->arena, of, claim);
    if (bv_date_compare(claim->date.first, *first) < 0)
      *first = claim->date.first;
    count++;
    old += bv_is_old_claim(t->publication, claim);
  }
  for (size_t i = 0; i < front->sources.count; i++)
    if (all[i].count)
      lanes[(*lane_count)++] = &all[i];
  bv_arena *arena = t->publication->arena;
  bv_value third = {"oud", bv_sprintf(arena, "%zu", old), old != 1, NULL};
  bv_value second = {"eerste", bv_date_dutch(arena, *first), false, &third};
  bv_value values = {"aantal", bv_sprintf(arena, "%zu", count), count != 1, &second};
  return count ? bv_texts_get(t->publication->texts, "picture.timeline", &values) : NULL;
}

void bv_appendix_timeline(bv_publication *publication, xmlNode *section) {
  const bv_front *front = &publication->document->front;
  timeline t = {.publication = publication};
  const lane **lanes = bv_calloc(publication->arena, front->sources.count + 1, sizeof *lanes);
  size_t lane_count = 0;
  bv_date first;
  const char *alternative = front->date.year ? survey(&t, lanes, &lane_count, &first) : NULL;
  if (!alternative) {
    bv_tree_add_text(section, "p", bv_say(publication, "timeline.none", NULL));
    return;
  }
  t.line = bv_date_add_years(front->date, -publication->config->old_after_years);
  set_zones(&t, first, front->date);
  bv_tree_add_text(section, "p", bv_say(publication, "timeline.intro", NULL));
  size_t pictures = (lane_count + MOST_LANES - 1) / MOST_LANES, each = (lane_count + pictures - 1) / pictures;
  for (size_t at = 0; at < lane_count; at += each)
    draw_sources(&t, section, lanes + at, lane_count - at < each ? lane_count - at : each, alternative);
}
