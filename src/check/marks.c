#include "check/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "check/numbers.h"
#include "lang/diagnoses.h"
#include "lang/lists.h"

enum {
  PHRASE_WORDS = 5,
  TELLING_WORDS = 2,  /* so many of them say something */
  TELLING_LENGTH = 4, /* bytes: shorter words seldom do */
  NAME_LENGTH = 3,
  BIRTH_WINDOW = 8 /* tokens between "geboren" and the day */
};

/* A text on its way, with who wants its marks. */
typedef struct cutter {
  bv_arena *arena; /* for what is only needed while cutting */
  const bv_tokens *tokens;
  const bv_common_words *common; /* NULL: whatever is wanted, common or not */
  const bv_wanted_marks *wanted; /* NULL: all */
  bv_take_mark *take;
  void *context;
} cutter;

/* FNV-1a: marks are compared by their hash alone. */
static uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++)
    hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001b3);
  return hash;
}

static uint64_t hash_start(bv_mark_kind kind) { return UINT64_C(0xcbf29ce484222325) + kind; }

static inline void hand_on(const cutter *c, bv_mark_kind kind, uint64_t hash, uint32_t start, uint32_t end) {
  if (!c->wanted || bv_sieve_has(&c->wanted->sieve, hash))
    c->take(c->context, &(bv_mark){hash, kind, start, end});
}

bv_common_words bv_common_words_with(const bv_word_set *declared) {
  return (bv_common_words){declared, bv_words_of_class(BV_WORDS_ORDINARY), bv_words_of_class(BV_WORDS_KNOWN)};
}

static bool ends_sentence(const bv_token *token) {
  return token->kind == BV_TOKEN_MARK && token->folded[0] != '\0' && strchr(".!?:;", token->folded[0]);
}

static bool is_telling(const cutter *c, const bv_token *token) {
  return token->kind == BV_TOKEN_WORD && strlen(token->folded) >= TELLING_LENGTH &&
         !bv_word_set_has(c->common->ordinary, token->folded) && !bv_word_set_has(c->common->declared, token->folded);
}

static bool tells(const cutter *c, const bv_token *const *words) {
  int telling = 0;
  for (int i = 0; i < PHRASE_WORDS; i++)
    telling += is_telling(c, words[i]);
  return telling >= TELLING_WORDS;
}

/* Five words in a row: other marks than the end of a sentence do not interrupt them. The hash rolls along: a polynomial
 * in those of the words (Karp and Rabin, 1987), modulo a power of two. The first word stands where the next one goes. */
static void cut_phrases(const cutter *c) {
  const uint64_t base = UINT64_C(0x9e3779b97f4a7c15), highest = base * base * base * base;
  const bv_token *row[PHRASE_WORDS];
  uint64_t hash = 0;
  int count = 0, next = 0;
  for (size_t i = 0; i < c->tokens->count; i++) {
    const bv_token *token = &c->tokens->items[i];
    if (token->kind == BV_TOKEN_MARK) {
      if (ends_sentence(token))
        hash = 0, count = 0, next = 0;
      continue;
    }
    if (count == PHRASE_WORDS)
      hash -= row[next]->hash * highest;
    else
      count++;
    hash = hash * base + token->hash;
    row[next] = token;
    next = next + 1 == PHRASE_WORDS ? 0 : next + 1;
    if (count == PHRASE_WORDS && (!c->common || tells(c, row)))
      hand_on(c, BV_MARK_PHRASE, hash ^ hash_start(BV_MARK_PHRASE), row[next]->start, token->end);
  }
}

/* The word that opens a sentence has a capital whatever it is. */
static bool opens_sentence(const bv_tokens *tokens, size_t at) {
  while (at > 0 && tokens->items[at - 1].kind == BV_TOKEN_MARK) {
    at--;
    if (!strchr(",()-/", tokens->items[at].folded[0]))
      return true;
  }
  return at == 0;
}

static void cut_names(const cutter *c) {
  for (size_t i = 0; i < c->tokens->count; i++) {
    const bv_token *token = &c->tokens->items[i];
    if (token->kind != BV_TOKEN_WORD || !token->capital || token->upper || strlen(token->folded) < NAME_LENGTH)
      continue;
    if (c->common &&
        (opens_sentence(c->tokens, i) || bv_word_set_has(c->common->declared, token->folded) ||
         bv_word_set_has(c->common->known, token->folded) || bv_word_set_has(c->common->ordinary, token->folded)))
      continue;
    hand_on(c, BV_MARK_NAME, hash_bytes(hash_start(BV_MARK_NAME), token->folded, strlen(token->folded)), token->start,
            token->end);
  }
}

static int number_at(const bv_tokens *tokens, size_t at) {
  if (at >= tokens->count || tokens->items[at].kind != BV_TOKEN_NUMBER ||
      tokens->items[at].end - tokens->items[at].start > 4)
    return 0;
  return atoi(tokens->items[at].folded);
}

/* The day that begins with the number at the token: "12 mei 2019", "12-05-2019". `behind` receives the token after it. */
static bool day_at(const bv_tokens *tokens, size_t at, bv_date *day, size_t *behind) {
  int month = 0, year = number_at(tokens, at + 2);
  for (int i = 0; bv_list_months[i]; i++)
    if (bv_token_is(tokens, at + 1, bv_list_months[i]))
      month = i + 1;
  *behind = at + 3;
  if (!month && at + 4 < tokens->count && tokens->items[at + 1].kind == BV_TOKEN_MARK) {
    month = number_at(tokens, at + 2);
    year = number_at(tokens, at + 4);
    *behind = at + 5;
  }
  *day = (bv_date){(short)year, (signed char)(month > 12 ? 0 : month), (signed char)(number_at(tokens, at) % 100)};
  return year > 999 && bv_date_valid(*day);
}

static void cut_births(const cutter *c) {
  size_t until = 0;
  for (size_t i = 0; i < c->tokens->count; i++) {
    bv_date day;
    size_t behind;
    bool is_number = c->tokens->items[i].kind == BV_TOKEN_NUMBER;
    if (!is_number && (bv_token_is(c->tokens, i, "geboren") || bv_token_is(c->tokens, i, "geboortedatum")))
      until = i + BIRTH_WINDOW;
    if (!is_number || (c->common && i >= until) || !day_at(c->tokens, i, &day, &behind))
      continue;
    hand_on(c, BV_MARK_BIRTH, hash_bytes(hash_start(BV_MARK_BIRTH), (const char *)&day, sizeof day),
            c->tokens->items[i].start, c->tokens->items[behind - 1].end);
  }
}

static void cut_addresses(const cutter *c, size_t length) {
  bv_match found = {0, 0};
  while (bv_find_address(c->tokens->text, length, found.end, &found))
    hand_on(c, BV_MARK_ADDRESS,
            hash_bytes(hash_start(BV_MARK_ADDRESS), c->tokens->text + found.start, found.end - found.start),
            (uint32_t)found.start, (uint32_t)found.end);
}

static void cut_diagnoses(const cutter *c) {
  bv_diagnosis_hits_list hits = bv_diagnosis_hits_in(c->arena, c->tokens, NULL);
  for (size_t i = 0; i < hits.count; i++) {
    const bv_diagnosis_hit *hit = &hits.items[i];
    if (hit->certain)
      hand_on(c, BV_MARK_DIAGNOSIS, hash_bytes(hash_start(BV_MARK_DIAGNOSIS), hit->canonical, strlen(hit->canonical)),
              hit->start, hit->end);
  }
}

static bool is_wanted(const cutter *c, bv_mark_kind kind) { return !c->wanted || c->wanted->kinds >> kind & 1; }

static void cut(const cutter *c, size_t length) {
  if (is_wanted(c, BV_MARK_PHRASE))
    cut_phrases(c);
  if (is_wanted(c, BV_MARK_NAME))
    cut_names(c);
  if (is_wanted(c, BV_MARK_BIRTH))
    cut_births(c);
  if (is_wanted(c, BV_MARK_ADDRESS))
    cut_addresses(c, length);
  if (is_wanted(c, BV_MARK_DIAGNOSIS))
    cut_diagnoses(c);
}

void bv_each_distinctive_mark(bv_arena *arena, const char *text, size_t length, const bv_common_words *common,
                              bv_take_mark *take, void *context) {
  bv_tokens tokens = bv_tokenize(arena, text, length);
  cut(&(cutter){.arena = arena, .tokens = &tokens, .common = common, .take = take, .context = context}, length);
}

void bv_want_mark(bv_wanted_marks *wanted, const bv_mark *mark) {
  wanted->kinds |= 1u << mark->kind;
  bv_sieve_add(&wanted->sieve, mark->hash);
}

void bv_each_wanted_mark(bv_arena *scratch, const bv_tokens *tokens, size_t length, const bv_wanted_marks *wanted,
                         bv_take_mark *take, void *context) {
  cut(&(cutter){.arena = scratch, .tokens = tokens, .wanted = wanted, .take = take, .context = context}, length);
}
