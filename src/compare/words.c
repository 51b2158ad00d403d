#include "compare/words.h"

#include <string.h>

#include "base/buf.h"

enum {
  MOST_CELLS = 4 * 1024 * 1024
}; /* of the table below: two texts of two thousand words that have nothing in common */

static const char blanks[] = " \t\r\n";

typedef struct words {
  struct word {
    const char *bytes;
    size_t length;
  } * items;
  size_t count, capacity;
} words;

static words split(bv_arena *arena, const char *text) {
  words all = {0};
  for (text += strspn(text, blanks); *text; text += strspn(text, blanks)) {
    size_t length = strcspn(text, blanks);
    BV_PUSH(arena, &all, (struct word){text, length});
    text += length;
  }
  return all;
}

static bool same(const struct word *a, const struct word *b) {
  return a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
}

/* Adds words to the last run when they are of its kind. */
static void add(bv_arena *arena, bv_word_runs *runs, bv_word_change change, const struct word *first, size_t count) {
  if (!count)
    return;
  bv_buf text = bv_buf_new(arena);
  bool more = runs->count && runs->items[runs->count - 1].change == change;
  if (more)
    bv_buf_printf(&text, "%s ", runs->items[runs->count - 1].text);
  for (size_t i = 0; i < count; i++) {
    if (i)
      bv_buf_putc(&text, ' ');
    bv_buf_add(&text, first[i].bytes, first[i].length);
  }
  bv_word_run run = {change, bv_buf_string(&text)};
  if (more)
    runs->items[runs->count - 1] = run;
  else
    BV_PUSH(arena, runs, run);
}

/* How many words the rests of both, from each place on, have in common in their order. */
static unsigned *fill(bv_arena *arena, const struct word *a, size_t n, const struct word *b, size_t m) {
  unsigned *table = bv_calloc(arena, (n + 1) * (m + 1), sizeof *table);
  for (size_t i = n; i-- > 0;)
    for (size_t k = m; k-- > 0;) {
      unsigned down = table[(i + 1) * (m + 1) + k], right = table[i * (m + 1) + k + 1];
      table[i * (m + 1) + k] = same(&a[i], &b[k]) ? table[(i + 1) * (m + 1) + k + 1] + 1 : down > right ? down : right;
    }
  return table;
}

static void compare_middle(bv_arena *arena, bv_word_runs *runs, const struct word *a, size_t n, const struct word *b,
                           size_t m) {
  bv_arena *scratch = bv_arena_new();
  const unsigned *table = n * m <= MOST_CELLS ? fill(scratch, a, n, b, m) : NULL;
  size_t i = 0, k = 0;
  while (table && i < n && k < m) {
    size_t from_i = i;
    while (i < n && k < m && same(&a[i], &b[k]))
      i++, k++;
    add(arena, runs, BV_WORDS_SAME, a + from_i, i - from_i);
    size_t from_k = k;
    from_i = i;
    while (i < n && k < m && !same(&a[i], &b[k]))
      if (table[(i + 1) * (m + 1) + k] >= table[i * (m + 1) + k + 1])
        i++;
      else
        k++;
    if (i == n || k == m)
      i = n, k = m;
    add(arena, runs, BV_WORDS_REMOVED, a + from_i, i - from_i);
    add(arena, runs, BV_WORDS_ADDED, b + from_k, k - from_k);
  }
  add(arena, runs, BV_WORDS_REMOVED, a + i, n - i);
  add(arena, runs, BV_WORDS_ADDED, b + k, m - k);
  bv_arena_free(scratch);
}

bv_word_runs bv_compare_words(bv_arena *arena, const char *before, const char *after) {
  bv_word_runs runs = {0};
  words a = split(arena, before), b = split(arena, after);
  size_t head = 0, tail = 0, shortest = a.count < b.count ? a.count : b.count;
  while (head < shortest && same(&a.items[head], &b.items[head]))
    head++;
  while (tail < shortest - head && same(&a.items[a.count - 1 - tail], &b.items[b.count - 1 - tail]))
    tail++;
  add(arena, &runs, BV_WORDS_SAME, a.items, head);
  compare_middle(arena, &runs, a.items + head, a.count - head - tail, b.items + head, b.count - head - tail);
  add(arena, &runs, BV_WORDS_SAME, a.items + a.count - tail, tail);
  return runs;
}
