/* Pairs by resemblance. Words that few passages have weigh most, and only those lead from one passage to another: the
 * work stays in proportion to the text, whatever it says. */
#include <libxml/hash.h>
#include <stdlib.h>
#include <string.h>

#include "compare/passages.h"
#include "lang/tokens.h"

enum { MOST_LEADS = 64 /* passages that a word may lead to */, MOST_TRIED = 8 /* of those it leads to, per passage */ };

static const double alike = 0.5, alike_at_home = 0.4;

typedef struct word {
  size_t number; /* in the order in which words came */
  size_t df;     /* passages that have it, on both sides */
  size_t last;   /* the mark of the passage that was counted last */
  size_t weight;
  struct {
    size_t *items;
    size_t count, capacity;
  } leads; /* old passages without a pair */
} word;

/* The distinct words of a passage, in the order of their numbers. */
typedef struct vocabulary {
  word **items;
  size_t count, capacity, weight;
} vocabulary;

typedef struct likeness {
  double score;
  size_t old_index, new_index;
  bool home;
} likeness;

typedef struct search {
  bv_arena *arena;
  const bv_passages *passages;
  const char *const *const *homes;
  bv_pairs *pairs;
  xmlHashTablePtr words;
  vocabulary *vocabularies[2];
  size_t *touched; /* by old passage: the weight of shared words so far */
  struct {
    likeness *items;
    size_t count, capacity;
  } found;
} search;

static int by_number(const void *a, const void *b) {
  const word *left = *(word *const *)a, *right = *(word *const *)b;
  return left->number < right->number ? -1 : left->number > right->number;
}

static word *word_of(search *s, const char *folded) {
  word *known = xmlHashLookup(s->words, BAD_CAST folded);
  if (!known) {
    known = bv_alloc(s->arena, sizeof *known);
    known->number = (size_t)xmlHashSize(s->words);
    xmlHashAddEntry(s->words, BAD_CAST folded, known);
  }
  return known;
}

static void read_words(search *s, int side, size_t index) {
  const char *text = s->passages[side].items[index].text;
  vocabulary *own = &s->vocabularies[side][index];
  bv_tokens tokens = bv_tokenize(s->arena, text, strlen(text));
  size_t mark = 2 * index + (size_t)side + 1;
  for (size_t i = 0; i < tokens.count; i++) {
    word *w = tokens.items[i].kind == BV_TOKEN_MARK ? NULL : word_of(s, tokens.items[i].folded);
    if (!w || w->last == mark)
      continue;
    w->last = mark;
    w->df++;
    BV_PUSH(s->arena, own, w);
    if (side == 0 && s->pairs->of[0][index] == BV_UNPAIRED && w->leads.count <= MOST_LEADS)
      BV_PUSH(s->arena, &w->leads, index);
  }
  if (own->count)
    qsort(own->items, own->count, sizeof *own->items, by_number);
}

/* One for every halving of the passages that a word picks out. */
static size_t weight_of(size_t all, size_t df) {
  size_t weight = 1;
  for (; df * 2 <= all; df *= 2)
    weight++;
  return weight;
}

static void weigh(search *s) {
  size_t all = s->passages[0].count + s->passages[1].count;
  for (int side = 0; side < 2; side++)
    for (size_t i = 0; i < s->passages[side].count; i++)
      for (size_t k = 0; k < s->vocabularies[side][i].count; k++) {
        word *w = s->vocabularies[side][i].items[k];
        w->weight = w->weight ? w->weight : weight_of(all, w->df);
        s->vocabularies[side][i].weight += w->weight;
      }
}

static double resemblance(const vocabulary *a, const vocabulary *b) {
  size_t shared = 0, all = a->weight + b->weight;
  for (size_t i = 0, k = 0; i < a->count && k < b->count;)
    if (a->items[i] == b->items[k]) {
      shared += a->items[i]->weight;
      i++, k++;
    } else if (a->items[i]->number < b->items[k]->number) {
      i++;
    } else {
      k++;
    }
  return all ? 2.0 * (double)shared / (double)all : 0;
}

/* Keeps the old passage among the most promising for a new one. */
static void propose(const search *s, size_t *best, size_t *count, size_t candidate) {
  size_t place = *count;
  while (place > 0 && s->touched[best[place - 1]] < s->touched[candidate])
    place--;
  if (place == MOST_TRIED)
    return;
  *count += *count < MOST_TRIED;
  memmove(best + place + 1, best + place, (*count - place - 1) * sizeof *best);
  best[place] = candidate;
}

static void look_for(search *s, size_t index) {
  const vocabulary *own = &s->vocabularies[1][index];
  struct {
    size_t *items;
    size_t count, capacity;
  } reached = {0};
  size_t best[MOST_TRIED], count = 0;
  bv_arena *scratch = bv_arena_new();
  for (size_t i = 0; i < own->count; i++)
    for (size_t k = 0; own->items[i]->leads.count <= MOST_LEADS && k < own->items[i]->leads.count; k++) {
      size_t old_index = own->items[i]->leads.items[k];
      if (!s->touched[old_index])
        BV_PUSH(scratch, &reached, old_index);
      s->touched[old_index] += own->items[i]->weight;
    }
  for (size_t i = 0; i < reached.count; i++)
    propose(s, best, &count, reached.items[i]);
  for (size_t i = 0; i < count; i++) {
    bool home = strcmp(s->homes[0][best[i]], s->homes[1][index]) == 0;
    double score = resemblance(&s->vocabularies[0][best[i]], own);
    if (score >= (home ? alike_at_home : alike))
      BV_PUSH(s->arena, &s->found, (likeness){score, best[i], index, home});
  }
  for (size_t i = 0; i < reached.count; i++)
    s->touched[reached.items[i]] = 0;
  bv_arena_free(scratch);
}

/* The most alike first; then those of the same part; then in the order of the draft. */
static int by_likeness(const void *a, const void *b) {
  const likeness *left = a, *right = b;
  if (left->score > right->score || left->score < right->score)
    return left->score > right->score ? -1 : 1;
  if (left->home != right->home)
    return left->home ? -1 : 1;
  if (left->new_index != right->new_index)
    return left->new_index < right->new_index ? -1 : 1;
  return left->old_index < right->old_index ? -1 : 1;
}

void bv_pair_similar(const bv_passages passages[2], const char *const *const homes[2], bv_pairs *pairs) {
  search s = {.arena = bv_arena_new(), .passages = passages, .homes = homes, .pairs = pairs, .words = xmlHashCreate(0)};
  if (!s.words)
    bv_out_of_memory();
  for (int side = 0; side < 2; side++) {
    s.vocabularies[side] = bv_calloc(s.arena, passages[side].count + 1, sizeof *s.vocabularies[side]);
    for (size_t i = 0; i < passages[side].count; i++)
      read_words(&s, side, i);
  }
  weigh(&s);
  s.touched = bv_calloc(s.arena, passages[0].count + 1, sizeof *s.touched);
  for (size_t i = 0; i < passages[1].count; i++)
    if (pairs->of[1][i] == BV_UNPAIRED)
      look_for(&s, i);
  if (s.found.count)
    qsort(s.found.items, s.found.count, sizeof *s.found.items, by_likeness);
  for (size_t i = 0; i < s.found.count; i++) {
    const likeness *l = &s.found.items[i];
    if (pairs->of[0][l->old_index] == BV_UNPAIRED && pairs->of[1][l->new_index] == BV_UNPAIRED)
      bv_pair(pairs, l->old_index, l->new_index);
  }
  xmlHashFree(s.words, NULL);
  bv_arena_free(s.arena);
}
