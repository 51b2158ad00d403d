/* Old information told more than once (IGJ 5.2): the same event in other words, known by its day and its rare words. */
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "check/age.h"
#include "check/passage.h"
#include "check/voice.h"

enum {
  SHORTEST_WORD = 5, /* letters: shorter words are in every claim */
  STEM = 6,          /* bytes that the forms of a word have in common */
  MOST_CLAIMS = 6,   /* a word in more old claims than this is not rare */
  MOST_WORDS = 60    /* of a claim that are looked at */
};

/* A rare word of an old claim. */
typedef struct entry {
  uint64_t stem;
  uint32_t claim; /* index in the list of old claims */
} entry;

/* Two old claims that share a word; equal pairs stand together after sorting. */
typedef struct pair {
  uint32_t first, second;
} pair;

typedef struct memory {
  bv_check *check;
  struct { const bv_claim **items; size_t count, capacity; } old;
  struct { unsigned *items; size_t count, capacity; } words; /* how many of them each old claim has */
  struct { entry *items; size_t count, capacity; } entries;
  struct { pair *items; size_t count, capacity; } pairs;
} memory;

static uint64_t stem_of(const char *word) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = 0; i < STEM && word[i]; i++)
    hash = (hash ^ (unsigned char)word[i]) * 1099511628211u;
  return hash;
}

static void add_claim(memory *m, const bv_claim *claim) {
  bv_arena *arena = m->check->document->arena;
  bv_tokens tokens = bv_words_of_claim(arena, m->check, claim).tokens;
  unsigned words = 0;
  for (size_t i = 0; i < tokens.count && words < MOST_WORDS; i++) {
    const bv_token *token = &tokens.items[i];
    if (token->kind != BV_TOKEN_WORD || strlen(token->folded) < SHORTEST_WORD || (token->capital && i > 0))
      continue;
    BV_PUSH(arena, &m->entries, (entry){stem_of(token->folded), (uint32_t)m->old.count});
    words++;
  }
  BV_PUSH(arena, &m->old, claim);
  BV_PUSH(arena, &m->words, words);
}

static int compare_entries(const void *a, const void *b) {
  const entry *x = a, *y = b;
  if (x->stem != y->stem)
    return x->stem < y->stem ? -1 : 1;
  return x->claim < y->claim ? -1 : x->claim > y->claim;
}

static int compare_pairs(const void *a, const void *b) {
  const pair *x = a, *y = b;
  if (x->second != y->second)
    return x->second < y->second ? -1 : 1;
  return x->first < y->first ? -1 : x->first > y->first;
}

/* Every word that a few old claims share makes pairs of them. */
static void find_pairs(memory *m) {
  if (!m->entries.count)
    return;
  qsort(m->entries.items, m->entries.count, sizeof *m->entries.items, compare_entries);
  for (size_t from = 0, past; from < m->entries.count; from = past) {
    uint32_t claims[MOST_CLAIMS];
    size_t count = 0;
    for (past = from; past < m->entries.count && m->entries.items[past].stem == m->entries.items[from].stem; past++) {
      uint32_t claim = m->entries.items[past].claim;
      if (count && claims[(count - 1) % MOST_CLAIMS] == claim)
        continue;
      claims[count++ % MOST_CLAIMS] = claim;
    }
    for (size_t b = 1; count <= MOST_CLAIMS && b < count; b++)
      for (size_t a = 0; a < b; a++)
        BV_PUSH(m->check->document->arena, &m->pairs, (pair){claims[a], claims[b]});
  }
  if (m->pairs.count)
    qsort(m->pairs.items, m->pairs.count, sizeof *m->pairs.items, compare_pairs);
}

/* Both were dated by hand, to the same day. */
static bool same_day(const bv_claim *a, const bv_claim *b) {
  return a->date_origin != BV_DATE_FROM_SOURCE && b->date_origin != BV_DATE_FROM_SOURCE &&
         a->date.precision == BV_PRECISION_DAY && bv_date_compare(a->date.first, b->date.first) == 0 &&
         bv_date_compare(a->date.last, b->date.last) == 0;
}

/* Two words on the same day, or three words that are most of the shorter claim. Who contradicts must repeat. */
static bool is_repetition(const memory *m, pair p, unsigned shared) {
  const bv_claim *a = m->old.items[p.first], *b = m->old.items[p.second];
  if (a->contradicts == b || b->contradicts == a || a->around == b || b->around == a)
    return false;
  unsigned shorter = m->words.items[p.first] < m->words.items[p.second] ? m->words.items[p.first] : m->words.items[p.second];
  return (shared >= 2 && same_day(a, b)) || (shared >= 3 && 3 * shared >= 2 * shorter);
}

static void report_repetition(const memory *m, pair p) {
  const bv_claim *first = m->old.items[p.first], *again = m->old.items[p.second];
  const char *text = bv_claim_text(m->check->document->arena, first);
  bv_report_claim(m->check, BV_RULE_DATUM_HERHAALD, again, MSG_OLD_TOLD_TWICE, first->number,
                  bv_excerpt(m->check->document->arena, text, strlen(text)))
      ->suggestion = MSG_OLD_TOLD_TWICE_ADVICE;
}

static void check_repeated(bv_check *check) {
  memory m = {.check = check};
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    if (bv_is_older(claim->date, check->config->old_after_years, check->today))
      add_claim(&m, claim);
  }
  find_pairs(&m);
  const bv_claim *said = NULL;
  for (size_t from = 0, past; from < m.pairs.count; from = past) {
    pair p = m.pairs.items[from];
    for (past = from; past < m.pairs.count && compare_pairs(&m.pairs.items[past], &p) == 0; past++) {
    }
    if (m.old.items[p.second] != said && is_repetition(&m, p, (unsigned)(past - from))) {
      said = m.old.items[p.second];
      report_repetition(&m, p);
    }
  }
}

bv_check_function *const bv_checks_repeated[] = {check_repeated, NULL};
