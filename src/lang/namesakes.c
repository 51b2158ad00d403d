#include "lang/namesakes.h"

#include <string.h>

#include "lang/lists.h"

const char *bv_side_at(const bv_tokens *tokens, size_t *past) {
  size_t at = *past;
  while (at < *past + 3 && bv_token_in(tokens, at, bv_list_before_side))
    at++;
  bool apart = bv_token_in(tokens, at + 1, bv_list_sides); /* "moeders kant" */
  bool mothers = bv_token_in(tokens, at, bv_list_mothers_side) || (apart && bv_token_is(tokens, at, "moeders"));
  bool fathers = bv_token_in(tokens, at, bv_list_fathers_side) || (apart && bv_token_is(tokens, at, "vaders"));
  const char *side = mothers ? "moeder" : fathers ? "vader" : "";
  if (!*side)
    return "";
  bool closes = bv_token_is(tokens, *past, "(") && bv_token_is(tokens, at + 1 + apart, ")");
  *past = at + 1 + apart + closes;
  return side;
}

/* Whether `a` is a parent who may be the mother or the father, and `b` is what such a one is called. */
static bool may_be_parent(const bv_fact *a, const bv_fact *b) {
  return bv_same(a->also, BV_EITHER_PARENT) && (bv_same(b->key, "moeder") || bv_same(b->key, "vader")) &&
         (!*a->gender || bv_same(a->gender, b->gender));
}

bool bv_may_be_one(const bv_fact *a, const bv_fact *b) {
  return (!*a->side || !*b->side || bv_same(a->side, b->side)) &&
         (!a->initial || !b->initial || a->initial == b->initial) &&
         (bv_same(a->key, b->key) || bv_same(a->also, b->key) || bv_same(a->key, b->also) ||
          may_be_parent(a, b) || may_be_parent(b, a));
}

bool bv_may_be_same_relative(const bv_fact *a, const bv_fact *b) {
  static const char *const pairs[][2] = {
      {"broer", "oom"},         {"zus", "tante"},      {"moeder", "oma"},           {"vader", "opa"},
      {"partner", "vader"},     {"partner", "moeder"}, {"partner", "stiefvader"},   {"partner", "stiefmoeder"},
      {"vriend", "stiefvader"}, {"vriend", "vader"},   {"vriendin", "stiefmoeder"}, {"vriendin", "moeder"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if ((bv_same(a->key, pairs[i][0]) && bv_same(b->key, pairs[i][1])) ||
        (bv_same(a->key, pairs[i][1]) && bv_same(b->key, pairs[i][0])))
      return true;
  return false;
}

const char *bv_also_of(const char *extra) {
  const char *also = strstr(extra, "ook ");
  return also ? also + strlen("ook ") : "";
}

const char *bv_title_gender(const bv_tokens *tokens, size_t at) {
  bv_wordform *form = at < tokens->count ? tokens->items[at].form : NULL;
  if (form && form->is_no_title)
    return "";
  const char *gender = bv_token_in(tokens, at, bv_list_titles_of_women) ? "v"
                       : bv_token_in(tokens, at, bv_list_titles_of_men) ? "m"
                                                                        : "";
  if (form)
    form->is_no_title = !*gender;
  return gender;
}

/* Whether the word stands for one of several, of whom the fact names one. */
static bool is_word_for(const bv_fact *word, const bv_fact *one) {
  return word->kind == BV_FACT_PERSON && one->kind == BV_FACT_PERSON && !word->is_one_of && one->is_one_of &&
         bv_same(word->key, one->also) && bv_may_be_one(word, one);
}

static void settle(bv_fact *word, const bv_fact *one) {
  word->is_one_of = true;
  word->key = one->key;
  word->also = one->also;
  word->side = one->side;
}

/* "oma Jansen", "oma, mevrouw Jansen", "mevrouw Jansen (oma)": nothing but these between a fact and a token. */
static bool stand_together(const bv_facts *facts, const bv_fact *first, size_t second) {
  size_t at = bv_fact_past(facts, first);
  while (at < second && bv_token_in(&facts->tokens, at, bv_list_between_namesakes))
    at++;
  return at == second;
}

const bv_term *bv_namesake_of(const bv_facts *facts, size_t at, const bv_term *first) {
  enum { KEY = 2, EXTRA, GROUP, GENDER };
  const bv_fact *word = facts->count ? &facts->items[facts->count - 1] : NULL;
  const char *role = word && word->kind == BV_FACT_PERSON && stand_together(facts, word, at) ? word->key : "";
  for (const bv_term *term = first; *role && term; term = term->next)
    if (bv_same(term->row->fields[KEY], role) || bv_same(bv_also_of(term->row->fields[EXTRA]), role))
      return term;
  const char *gender = bv_title_gender(&facts->tokens, at);
  for (const bv_term *term = first; *gender && term; term = term->next)
    if (bv_same(term->row->fields[GENDER], gender))
      return term;
  return first;
}

/* The only one of them that the facts name; NULL when they name none, or more. */
static const bv_fact *only_one(const bv_facts *facts, const bv_fact *word) {
  const bv_fact *one = NULL;
  for (size_t i = 0; i < facts->count; i++) {
    const bv_fact *fact = &facts->items[i];
    if (!is_word_for(word, fact))
      continue;
    if (one && !bv_same(one->key, fact->key))
      return NULL;
    one = fact;
  }
  return one;
}

/* "de andere oma" is not the one who was named. */
static bool is_another(const bv_facts *facts, const bv_fact *word) {
  return word->token && bv_token_in(&facts->tokens, word->token - 1, bv_list_another);
}

bool bv_has_open_namesake(const bv_facts *original, const bv_facts *plain) {
  for (size_t i = 0; i < plain->count; i++) {
    const bv_fact *one = &plain->items[i];
    for (size_t k = 0; (one->is_one_of || *one->side) && k < original->count; k++) {
      const bv_fact *word = &original->items[k];
      if (is_word_for(word, one) || (*one->side && !*word->side && bv_same(word->key, one->key)))
        return true;
    }
  }
  return false;
}

void bv_settle_namesakes_by(bv_facts *facts, const bv_facts *others) {
  bool any = false;
  for (size_t i = 0; i < others->count && !any; i++)
    any = others->items[i].is_one_of;
  for (size_t i = 0; any && i < facts->count; i++) {
    const bv_fact *one = is_another(facts, &facts->items[i]) ? NULL : only_one(others, &facts->items[i]);
    if (one)
      settle(&facts->items[i], one);
  }
}

void bv_settle_namesakes(bv_facts *facts) {
  bool any = false;
  for (size_t i = 0; i < facts->count; i++) {
    bv_fact *fact = &facts->items[i], *next = i + 1 < facts->count ? fact + 1 : NULL;
    any |= fact->is_one_of;
    if (next && is_word_for(fact, next) && stand_together(facts, fact, next->token))
      settle(fact, next), fact->end = next->end;
    else if (i && is_word_for(fact, fact - 1) && stand_together(facts, fact - 1, fact->token))
      settle(fact, fact - 1);
  }
  if (any)
    bv_settle_namesakes_by(facts, facts);
}
