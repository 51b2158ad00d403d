/* The timeline of the parents' version: a row for each month of the last year and for each year before it, with a mark for
 * every dated point. */
#include <stdlib.h>

#include "publish/filter.h"
#include "publish/notes.h"
#include "publish/parents.h"
#include "publish/people.h"
#include "publish/svg.h"

enum { WIDTH = 400, AXIS = 146, LEFT = 168, STEP = 18, PER_LINE = 13, FOR_COUNT = 8, MOST_LINES = 12, MOST_ROWS = 36,
       LABELS = 4 };

/* A month, or a whole year (month 0), as far as it is old or not. */
typedef struct when {
  bool old;
  int year, month;
  bv_label label;
} when;

typedef struct row {
  when at;
  size_t counts[LABELS], count;
} row;

typedef struct times {
  bv_publication *publication;
  when *items; /* of each dated point */
  size_t count, capacity;
  row rows[MOST_ROWS];
  size_t row_count;
  bool merged; /* the first row holds what came before it too */
  int first_year, last_year;
  bv_buf svg;
  int y;
} times;

static bool is_whole_year(bv_period period) {
  return period.precision == BV_PRECISION_YEAR ||
         (period.first.month == 1 && period.first.day == 1 && period.last.month == 12 && period.last.day == 31);
}

/* Months within a year before the report are told apart; of a year nothing finer is made. */
static when when_of(const bv_publication *publication, const bv_claim *claim) {
  bv_date today = publication->document->front.date;
  bv_date last = bv_date_compare(claim->date.last, today) < 0 ? claim->date.last : today;
  bool recent = bv_date_compare(last, bv_date_add_years(today, -1)) > 0 && !is_whole_year(claim->date);
  return (when){bv_is_old_claim(publication, claim), last.year, recent ? last.month : 0, claim->label};
}

static int compare_rows(const when *a, const when *b) {
  if (a->old != b->old)
    return a->old ? -1 : 1;
  return a->year != b->year ? a->year - b->year : a->month - b->month;
}

static int by_time(const void *left, const void *right) { return compare_rows(left, right); }

static void collect(times *t) {
  const bv_document *document = t->publication->document;
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (!claim->date.first.year || claim->label == BV_LABEL_NONE || bv_claim_is_withheld(t->publication, claim))
      continue;
    BV_PUSH(t->publication->arena, t, when_of(t->publication, claim));
    if (t->count == 1 || claim->date.first.year < t->first_year)
      t->first_year = claim->date.first.year;
    if (t->count == 1 || claim->date.last.year > t->last_year)
      t->last_year = claim->date.last.year;
  }
  if (t->count)
    qsort(t->items, t->count, sizeof *t->items, by_time);
}

/* The latest rows; what does not fit comes into the first of them. */
static void make_rows(times *t) {
  size_t rows = 0, at = 0;
  for (size_t i = 0; i < t->count; i++)
    rows += i == 0 || compare_rows(&t->items[i - 1], &t->items[i]) != 0;
  t->merged = rows > MOST_ROWS;
  t->row_count = t->merged ? MOST_ROWS : rows;
  size_t extra = rows - t->row_count;
  for (size_t i = 0; i < t->count; i++) {
    at += i != 0 && compare_rows(&t->items[i - 1], &t->items[i]) != 0;
    row *of = &t->rows[at < extra ? 0 : at - extra];
    of->at = t->items[i];
    of->counts[t->items[i].label]++;
    of->count++;
  }
}

static const char *number(const times *t, size_t count) { return bv_sprintf(t->publication->arena, "%zu", count); }

/* "oktober 2026", "2025", "tot en met 2009" */
static const char *name_of(const times *t, const row *of) {
  bv_date first = {(short)of->at.year, (signed char)(of->at.month ? of->at.month : 1), 1};
  bv_period period = {first, first, of->at.month ? BV_PRECISION_MONTH : BV_PRECISION_YEAR};
  const char *name = bv_period_dutch(t->publication->arena, period);
  return t->merged && of == t->rows ? bv_say(t->publication, "picture.times.before", "jaar", name, NULL) : name;
}

static void draw_legend(times *t) {
  static const char *const ids[LABELS] = {NULL, "picture.times.fact", "picture.times.opinion", "picture.times.hearsay"};
  for (int label = BV_LABEL_FEIT; label < LABELS; label++) {
    t->y += 24;
    bv_svg_mark(&t->svg, (bv_label)label, 12, t->y - 6, 12);
    bv_svg_text(&t->svg, 28, t->y, "start", "t", bv_say(t->publication, ids[label], NULL));
  }
  t->y += 16;
}

/* What stands at a place in the grid of marks of a row. */
static int x_of(size_t place) { return LEFT + (int)(place % PER_LINE) * STEP; }
static int y_of(const times *t, size_t place) { return t->y + 14 + (int)(place / PER_LINE) * STEP; }

/* A mark for each point, and behind them how many there are; how many lines that takes. */
static int draw_marks(times *t, const row *of) {
  size_t place = 0;
  for (int label = BV_LABEL_FEIT; label < LABELS; label++)
    for (size_t i = 0; i < of->counts[label] && place < PER_LINE * MOST_LINES; i++, place++)
      bv_svg_mark(&t->svg, (bv_label)label, x_of(place), y_of(t, place), 12);
  if (place % PER_LINE == 0 || place % PER_LINE > FOR_COUNT)
    place = (place + PER_LINE - 1) / PER_LINE * PER_LINE;
  bv_value count = {"aantal", number(t, of->count), of->count != 1, NULL};
  bv_svg_text(&t->svg, x_of(place) - 6, y_of(t, place) + 5, "start", "g",
              bv_texts_get(t->publication->texts, "picture.times.count", &count));
  return (int)(place / PER_LINE) + 1;
}

static void draw_row(times *t, const row *of) {
  bv_svg_text(&t->svg, AXIS - 14, t->y + 20, "end", "t", name_of(t, of));
  bv_buf_printf(&t->svg, "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#1b1b1b\"/>", AXIS, t->y + 14);
  t->y += draw_marks(t, of) * STEP + 12;
}

static void draw_line(times *t) {
  bv_svg_text(&t->svg, AXIS + 16, t->y + 18, "start", "g", bv_say(t->publication, "picture.times.line", NULL));
  t->y += 28;
  bv_buf_printf(&t->svg,
                "<line x1=\"4\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#1b1b1b\" stroke-width=\"2\" stroke-dasharray=\"8 5\"/>",
                t->y, WIDTH - 4, t->y);
  t->y += 6;
}

static void draw(times *t) {
  draw_legend(t);
  int top = t->y + 6;
  for (size_t i = 0; i < t->row_count; i++) {
    draw_row(t, &t->rows[i]);
    bool last = i + 1 == t->row_count;
    if (t->rows[i].at.old && (last || !t->rows[i + 1].at.old))
      draw_line(t);
  }
  bv_buf_printf(&t->svg, "<path d=\"M%d %dV%d\" stroke=\"#1b1b1b\" stroke-width=\"2\"/>", AXIS, top, t->y + 20);
  bv_buf_printf(&t->svg, "<circle cx=\"%d\" cy=\"%d\" r=\"7\" fill=\"#1b1b1b\"/>", AXIS, t->y + 20);
  bv_svg_text(&t->svg, AXIS + 16, t->y + 26, "start", "b",
              bv_date_dutch(t->publication->arena, t->publication->document->front.date));
  t->y += 40;
}

/* "punt 4.1 en punt 6.2" */
static const char *old_points(const times *t) {
  const bv_document *document = t->publication->document;
  const char *names[BV_MOST_LISTED];
  size_t count = 0;
  for (size_t i = 0; i < document->claims.count && count < BV_MOST_LISTED; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (claim->label != BV_LABEL_NONE && bv_is_old_claim(t->publication, claim) &&
        !bv_claim_is_withheld(t->publication, claim))
      names[count++] = bv_say(t->publication, "point.name", "nr", claim->number, NULL);
  }
  bv_value values = {"punten", bv_join(t->publication, names, count), count != 1, NULL};
  return count ? bv_texts_get(t->publication->texts, "picture.times.old", &values) : NULL;
}

static const char *alternative(const times *t) {
  bv_arena *arena = t->publication->arena;
  const row *most = &t->rows[0];
  for (size_t i = 1; i < t->row_count; i++)
    if (t->rows[i].count >= most->count)
      most = &t->rows[i];
  const char *years = bv_say(t->publication, t->first_year == t->last_year ? "picture.times.year" : "picture.times.years",
                             "eerste", number(t, (size_t)t->first_year), "laatste", number(t, (size_t)t->last_year), NULL);
  bv_value third = {"meeste", name_of(t, most), false, NULL};
  bv_value second = {"jaren", years, false, &third};
  bv_value values = {"aantal", number(t, t->count), t->count != 1, &second};
  const char *shown = bv_texts_get(t->publication->texts, "picture.times", &values), *old = old_points(t);
  return old ? bv_sprintf(arena, "%s %s", shown, old) : shown;
}

void bv_add_times_picture(bv_publication *publication, xmlNode *chapter) {
  times t = {.publication = publication, .svg = bv_buf_new(publication->arena)};
  if (publication->document->front.date.year)
    collect(&t);
  if (!t.count)
    return;
  make_rows(&t);
  draw(&t);
  bv_buf svg = bv_buf_new(publication->arena);
  bv_svg_begin_large(&svg, WIDTH, t.y, bv_say(publication, "picture.times.title", NULL));
  bv_buf_puts(&svg, bv_buf_string(&t.svg));
  bv_svg_end(&svg);
  bv_add_picture(publication, chapter, &svg, WIDTH, t.y, alternative(&t));
}
