#include <libxml/hash.h>
#include <string.h>

#include "base/buf.h"
#include "compare/passages.h"

bv_sections bv_sections_of(bv_arena *arena, const bv_document *document) {
  bv_sections all = {0};
  size_t stack[8] = {0}, depth = 0; /* levels run from 1 to 6 */
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    if (node->kind != BV_NODE_SECTION)
      continue;
    while (depth && !bv_node_within(node, all.items[stack[depth - 1]].node))
      depth--;
    const bv_node *heading = node->first_child;
    bool titled = heading && heading->kind == BV_NODE_HEADING;
    bv_section section = {node, titled ? heading->text->bytes : "", depth ? stack[depth - 1] : BV_UNPAIRED};
    if (depth < sizeof stack / sizeof *stack)
      stack[depth++] = all.count;
    BV_PUSH(arena, &all, section);
  }
  return all;
}

size_t bv_section_at(const bv_sections *sections, uint32_t offset) {
  size_t low = 0, high = sections->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (sections->items[middle].node->range.start <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low ? low - 1 : BV_UNPAIRED;
}

/* ---- Pairs ---- */

typedef struct sides {
  const bv_sections *sections;
  const bv_pairs *pairs;
} sides;

static const char *id_key(bv_arena *arena, const void *context, int side, size_t i) {
  (void)arena;
  return ((const sides *)context)->sections[side].items[i].node->attributes.id;
}

/* The title under what it stands under. */
static const char *path_key(bv_arena *arena, const void *context, int side, size_t i) {
  const sides *s = context;
  const bv_section *section = &s->sections[side].items[i];
  const char *around = section->around == BV_UNPAIRED ? "" : bv_pair_name(arena, s->pairs, side, section->around);
  return bv_sprintf(arena, "%s|%s", around, section->title);
}

static const char *title_key(bv_arena *arena, const void *context, int side, size_t i) {
  (void)arena;
  return ((const sides *)context)->sections[side].items[i].title;
}

bv_pairs bv_pair_sections(bv_arena *arena, const bv_sections sections[2]) {
  bv_pairs pairs = bv_pairs_new(arena, sections[0].count, sections[1].count);
  sides s = {sections, &pairs};
  bv_pair_by_key(&pairs, id_key, &s);
  bv_pair_by_key(&pairs, path_key, &s);
  bv_pair_by_key(&pairs, path_key, &s); /* now under sections that were paired just now */
  bv_pair_by_key(&pairs, title_key, &s);
  return pairs;
}

/* How many passages two sections without a pair share. */
typedef struct ballot {
  size_t old_index, new_index, votes;
} ballot;

static void elect(void *payload, void *context, const xmlChar *name) {
  (void)name;
  const ballot *b = payload;
  ballot *best = context;
  if (b->votes > best[b->new_index].votes ||
      (b->votes == best[b->new_index].votes && b->old_index < best[b->new_index].old_index))
    best[b->new_index] = *b;
}

void bv_pair_renamed_sections(bv_arena *arena, const bv_sections sections[2], const bv_passages passages[2],
                              const bv_pairs *passage_pairs, bv_pairs *pairs) {
  bv_arena *scratch = bv_arena_new();
  xmlHashTablePtr ballots = xmlHashCreate(0);
  if (!ballots)
    bv_out_of_memory();
  ballot *best = bv_calloc(arena, sections[1].count + 1, sizeof *best);
  for (size_t i = 0; i < passages[0].count; i++) {
    size_t other = passage_pairs->of[0][i];
    size_t from = bv_section_at(&sections[0], passages[0].items[i].range.start);
    size_t to = other == BV_UNPAIRED ? BV_UNPAIRED : bv_section_at(&sections[1], passages[1].items[other].range.start);
    if (from == BV_UNPAIRED || to == BV_UNPAIRED || pairs->of[0][from] != BV_UNPAIRED ||
        pairs->of[1][to] != BV_UNPAIRED)
      continue;
    const char *name = bv_sprintf(scratch, "%zu %zu", from, to);
    ballot *b = xmlHashLookup(ballots, BAD_CAST name);
    if (!b) {
      b = bv_alloc(scratch, sizeof *b);
      *b = (ballot){from, to, 0};
      xmlHashAddEntry(ballots, BAD_CAST name, b);
    }
    b->votes++;
  }
  xmlHashScan(ballots, elect, best);
  for (size_t k = 0; k < sections[1].count; k++)
    if (best[k].votes && pairs->of[0][best[k].old_index] == BV_UNPAIRED)
      bv_pair(pairs, best[k].old_index, k);
  xmlHashFree(ballots, NULL);
  bv_arena_free(scratch);
}

/* ---- Order ---- */

/* Marks, among new sections (by index, in their order) whose old indexes are given, those that are in none of the
 * longest rows that kept their order. */
static void mark_moved(bv_arena *arena, const size_t *items, const size_t *old_places, size_t count, bool *moved) {
  size_t *tails = bv_calloc(arena, count + 1, sizeof *tails), *before = bv_calloc(arena, count + 1, sizeof *before);
  size_t length = 0;
  for (size_t i = 0; i < count; i++) {
    size_t low = 0, high = length;
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      if (old_places[tails[middle]] < old_places[i])
        low = middle + 1;
      else
        high = middle;
    }
    before[i] = low ? tails[low - 1] : BV_UNPAIRED;
    tails[low] = i;
    length += low == length;
    moved[items[i]] = true;
  }
  for (size_t i = length ? tails[length - 1] : BV_UNPAIRED; i != BV_UNPAIRED; i = before[i])
    moved[items[i]] = false;
}

/* The pair of the section around: BV_UNPAIRED - 1 stands for one that is gone. */
static size_t old_around(const bv_sections sections[2], const bv_pairs *pairs, size_t index) {
  size_t around = sections[1].items[index].around;
  if (around == BV_UNPAIRED)
    return BV_UNPAIRED;
  return pairs->of[1][around] == BV_UNPAIRED ? BV_UNPAIRED - 1 : pairs->of[1][around];
}

bool *bv_moved_sections(bv_arena *arena, const bv_sections sections[2], const bv_pairs *pairs) {
  size_t count = sections[1].count;
  bool *moved = bv_calloc(arena, count + 1, sizeof *moved);
  struct row {
    size_t *items, *places;
    size_t count, item_capacity, place_capacity;
  } *rows = bv_calloc(arena, count + 1, sizeof *rows); /* siblings, by the section around; the last: none around */
  for (size_t k = 0; k < count; k++) {
    size_t old_index = pairs->of[1][k], around = sections[1].items[k].around;
    if (old_index == BV_UNPAIRED)
      continue;
    if (sections[0].items[old_index].around != old_around(sections, pairs, k)) {
      moved[k] = true;
      continue;
    }
    struct row *row = &rows[around == BV_UNPAIRED ? count : around];
    row->items = bv_grow(arena, row->items, row->count, &row->item_capacity, sizeof *row->items);
    row->places = bv_grow(arena, row->places, row->count, &row->place_capacity, sizeof *row->places);
    row->items[row->count] = k;
    row->places[row->count++] = old_index;
  }
  for (size_t i = 0; i <= count; i++)
    if (rows[i].count)
      mark_moved(arena, rows[i].items, rows[i].places, rows[i].count, moved);
  return moved;
}
