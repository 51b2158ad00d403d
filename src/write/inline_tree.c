#include "write/inline_tree.h"

#include <string.h>

/* Something at one level: a stretch of a run, or a whole span, with what all of it has in common. */
typedef struct item {
  uint32_t start, end;
  const bv_node *span;    /* or NULL */
  unsigned style;
  const char *href;       /* compared by address: two links side by side stay two */
  bool line_break;        /* '\n': no mark begins or ends at it */
} item;

typedef struct items {
  item *items;
  size_t count, capacity;
} items;

typedef struct maker {
  bv_arena *arena;
  const bv_text *text;
} maker;

/* What is open around a piece. */
typedef struct around {
  unsigned style;
  const char *href;
} around;

/* The child of `container` (the leaf or a span) that holds the span; NULL when the run lies in the container itself. */
static const bv_node *child_around(const bv_node *span, const bv_node *container) {
  while (span && span != container && span->parent != container)
    span = span->parent;
  return span == container ? NULL : span;
}

/* The first byte of the text, from `start` up to `end`, that stands behind that place in the source. */
static uint32_t text_behind(const bv_text *text, uint32_t start, uint32_t end, uint32_t place) {
  while (start < end) {
    uint32_t middle = start + (end - start) / 2;
    if (bv_text_source_range(text, middle, middle + 1).start < place)
      start = middle + 1;
    else
      end = middle;
  }
  return start;
}

static const bv_node *next_span(const bv_node *node) { return node ? node->next : NULL; }

/* Spans that hold no text have no run; their place among the runs follows from the source. Adds those that stand
 * before `place` (a byte of the source) and `until` (a span with text); gives the span to go on with. */
static const bv_node *add_empty(maker *m, items *list, const bv_node *span, const bv_node *until, uint32_t at,
                                uint32_t place) {
  for (; span && span != until && span->range.start < place; span = next_span(span))
    BV_PUSH(m->arena, list, (item){.start = at, .end = at, .span = span});
  return span;
}

/* Adds a stretch of a run, its line breaks apart. */
static void add_stretch(maker *m, items *list, const bv_run *run, uint32_t start, uint32_t end) {
  while (start < end) {
    bool line_break = m->text->bytes[start] == '\n' && !(run->style & BV_STYLE_CODE);
    const char *next =
        line_break || (run->style & BV_STYLE_CODE) ? NULL : memchr(m->text->bytes + start, '\n', end - start);
    uint32_t stop = line_break ? start + 1 : next ? (uint32_t)(next - m->text->bytes) : end;
    BV_PUSH(m->arena, list, (item){start, stop, NULL, run->style, run->href, line_break});
    start = stop;
  }
}

/* Adds a run that lies in the container itself, divided where empty spans stand in it. */
static const bv_node *add_run(maker *m, items *list, const bv_run *run, const bv_node *span) {
  uint32_t start = run->start;
  span = add_empty(m, list, span, NULL, start, bv_text_source_range(m->text, start, start + 1).start);
  uint32_t last = bv_text_source_range(m->text, run->end - 1, run->end).start;
  for (; span && span->range.start < last; span = next_span(span)) {
    uint32_t at = text_behind(m->text, start, run->end, span->range.start);
    add_stretch(m, list, run, start, at);
    BV_PUSH(m->arena, list, (item){.start = at, .end = at, .span = span});
    start = at;
  }
  add_stretch(m, list, run, start, run->end);
  return span;
}

/* What stands directly in the container, from the run `first` up to `end`. */
static items items_of(maker *m, const bv_node *container, size_t first, size_t end) {
  items list = {0};
  const bv_node *span = container->first_child;
  for (size_t i = first; i < end;) {
    const bv_run *run = &m->text->runs[i];
    const bv_node *child = child_around(run->span, container);
    if (!child) {
      span = add_run(m, &list, run, span);
      i++;
      continue;
    }
    span = next_span(add_empty(m, &list, span, child, run->start, UINT32_MAX));
    item whole = {run->start, run->end, child, run->style, run->href, false};
    for (; i < end && child_around(m->text->runs[i].span, container) == child; i++) {
      whole.end = m->text->runs[i].end;
      whole.style &= m->text->runs[i].style;
      whole.href = m->text->runs[i].href == whole.href ? whole.href : NULL;
    }
    BV_PUSH(m->arena, &list, whole);
  }
  uint32_t at = end > first ? m->text->runs[end - 1].end : 0;
  add_empty(m, &list, span, NULL, at, UINT32_MAX);
  return list;
}

static bv_inline *add_piece(maker *m, bv_inline ***last, bv_inline piece) {
  bv_inline *made = bv_alloc(m->arena, sizeof *made);
  *made = piece;
  **last = made;
  *last = &made->next;
  return made;
}

/* The first run that ends behind the byte of the text. */
static size_t run_at(const bv_text *text, uint32_t at) {
  size_t low = 0, high = text->run_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (text->runs[middle].end <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bv_inline *make_level(maker *m, const bv_node *container, size_t first, size_t end, around open);

/* An item without marks around it. */
static void add_item(maker *m, bv_inline ***last, const item *what, around open) {
  bool code = !what->span && (what->style & BV_STYLE_CODE);
  bv_inline_kind kind = what->span ? BV_INLINE_SPAN : code ? BV_INLINE_CODE : BV_INLINE_TEXT;
  bv_inline *piece = add_piece(m, last, (bv_inline){kind, what->start, what->end, .span = what->span});
  if (what->span) {
    size_t first = run_at(m->text, what->start),
           end = what->end > what->start ? run_at(m->text, what->end - 1) + 1 : first;
    piece->first = make_level(m, what->span, first, end, open);
  }
}

/* Whether the item bears a mark that is not open yet. */
static bool bears(const item *what, bv_inline_kind mark, const char *href, around open) {
  unsigned fresh = what->style & ~open.style;
  switch (mark) {
  case BV_INLINE_LINK:
    return what->href && what->href != open.href && what->href == href;
  case BV_INLINE_STRONG:
    return (fresh & BV_STYLE_STRONG) != 0;
  default:
    return (fresh & BV_STYLE_EMPHASIS) != 0;
  }
}

/* The mark that goes furthest from the first item on; `count` receives over how many. Text without a fresh mark and a
 * span that a mark would only go round give BV_INLINE_TEXT: inside a span marks are looked for again. */
static bv_inline_kind widest_mark(const item *list, size_t left, around open, size_t *count) {
  static const bv_inline_kind marks[] = {BV_INLINE_LINK, BV_INLINE_STRONG, BV_INLINE_EMPHASIS};
  bv_inline_kind best = BV_INLINE_TEXT;
  *count = list[0].span ? 1 : 0;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    size_t n = 0;
    while (n < left && bears(&list[n], marks[i], list[0].href, open))
      n++;
    while (n > 0 && (list[0].line_break || list[n - 1].line_break))
      n--;
    if (n > *count) {
      *count = n;
      best = marks[i];
    }
  }
  return best;
}

static bv_inline *make_pieces(maker *m, const item *list, size_t count, around open) {
  bv_inline *first = NULL, **last = &first;
  for (size_t i = 0, n; i < count;) {
    bv_inline_kind mark = widest_mark(list + i, count - i, open, &n);
    if (mark == BV_INLINE_TEXT) {
      add_item(m, &last, &list[i++], open);
      continue;
    }
    around inside = open;
    if (mark == BV_INLINE_LINK)
      inside.href = list[i].href;
    else
      inside.style |= mark == BV_INLINE_STRONG ? BV_STYLE_STRONG : BV_STYLE_EMPHASIS;
    bv_inline piece = {mark, list[i].start, list[i + n - 1].end, .href = mark == BV_INLINE_LINK ? list[i].href : NULL};
    add_piece(m, &last, piece)->first = make_pieces(m, list + i, n, inside);
    i += n;
  }
  return first;
}

static bv_inline *make_level(maker *m, const bv_node *container, size_t first, size_t end, around open) {
  items list = items_of(m, container, first, end);
  return make_pieces(m, list.items, list.count, open);
}

const bv_inline *bv_inline_tree(bv_arena *arena, const bv_node *leaf) {
  maker m = {arena, leaf->text};
  return make_level(&m, leaf, 0, leaf->text->run_count, (around){0});
}
