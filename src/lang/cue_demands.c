/* What the third field of cues.tsv asks of the words around a form. */
#include <string.h>

#include "lang/cues_read.h"
#include "lang/lists.h"

static bool is(const bv_cue_reading *r, size_t i, const char *word) { return bv_token_is(r->tokens, i, word); }

/* The token of that word from `from` on, in the same clause, at most `most` away; or `count` of the tokens. */
size_t bv_cue_find_ahead(const bv_cue_reading *r, size_t from, const char *word, size_t most) {
  for (size_t i = from; i < r->sentence_past && most-- > 0 && !bv_ends_clause(r->tokens, r->context, i); i++)
    if (is(r, i, word) && !r->tokens->items[i].quoted)
      return i;
  return r->tokens->count;
}

/* "loopt", "krijgt": ends as a verb does behind one person, and is no other small word. */
static bool looks_like_verb(const bv_cue_reading *r, size_t i) {
  const bv_token *token = &r->tokens->items[i];
  size_t length = strlen(token->folded);
  if (token->kind != BV_TOKEN_WORD || token->capital)
    return false;
  return bv_token_in(r->tokens, i, bv_list_verbs_without_t) ||
         (length > 2 && token->folded[length - 1] == 't' && !bv_token_in(r->tokens, i, bv_list_no_verbs_in_t));
}

/* A capital that no rule of spelling asks for: inside a sentence; or at its head, before a verb, on a word that is no
 * plural and no abstract noun: "Sam is". */
bool bv_cue_is_name(const bv_cue_reading *r, size_t i) {
  const bv_token *token = &r->tokens->items[i];
  if (token->kind != BV_TOKEN_WORD || !token->capital || token->quoted)
    return false;
  if (i > r->sentence)
    return !token->upper && !(r->context[i] & (BV_ORGANISATION | BV_DOCUMENT));
  size_t length = strlen(token->folded);
  if (bv_has_ending(token->folded, bv_list_no_name_endings))
    return false;
  if (length && token->folded[length - 1] == 's' && bv_token_in(r->tokens, i + 1, bv_list_plural_verbs))
    return false; /* "Regels zijn" */
  return !bv_token_in(r->tokens, i, bv_list_no_names) && i + 1 < r->tokens->count &&
         (r->context[i + 1] & (BV_COPULA | BV_HAS) || looks_like_verb(r, i + 1));
}

/* Whether somebody is spoken of between two tokens. */
static bool has_person(const bv_cue_reading *r, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (r->context[i] & BV_PERSON || bv_cue_is_name(r, i))
      return true;
  return false;
}

/* The first token of the clause that holds `i`. */
size_t bv_cue_clause_start(const bv_cue_reading *r, size_t i) {
  while (i > r->sentence && !bv_ends_clause(r->tokens, r->context, i - 1))
    i--;
  return i;
}

static bool is_denied(const bv_cue_reading *r, size_t first) {
  for (size_t i = first, most = 3; i-- > r->sentence && most-- > 0;)
    if (r->context[i] & BV_DENIES)
      return true;
  return false;
}

/* "gedraagt zich onveilig", "komt dreigend over". */
static bool is_manner(const bv_cue_reading *r, const bv_cue_candidate *c) {
  unsigned before = bv_context_before(r->tokens, r->context, c->first, BV_CUE_NEAR);
  return before & BV_MANNER || (before & BV_MANNER_WITH && bv_token_in(r->tokens, c->past, bv_list_manner_particles));
}

/* "is door moeder aangepast": what somebody did with a thing, not what it is like. */
static bool is_done_by(const bv_cue_reading *r, const bv_cue_candidate *c) {
  for (size_t i = bv_cue_clause_start(r, c->first); i < c->first; i++)
    if (is(r, i, "door"))
      return true;
  return false;
}

/* "is onveilig", "dat hij onveilig is", "een onveilige moeder", "komt onveilig over". */
static bool is_property(const bv_cue_reading *r, const bv_cue_candidate *c) {
  if (c->past < r->tokens->count && r->context[c->past] & BV_PERSON && !(c->first && is(r, c->first - 1, "of")))
    return true;
  if (is_done_by(r, c))
    return false;
  if (is_manner(r, c))
    return true;
  if (bv_context_before(r->tokens, r->context, c->first, BV_CUE_NEAR) & BV_COPULA)
    return c->past >= r->sentence_past || bv_ends_clause(r->tokens, r->context, c->past) ||
           !(c->first && is(r, c->first - 1, "een")) || r->context[c->past] & BV_PERSON;
  return c->past < r->tokens->count && r->context[c->past] & BV_COPULA &&
         (c->past + 1 >= r->sentence_past || bv_ends_clause(r->tokens, r->context, c->past + 1));
}

/* The clause speaks of what there is between people. */
static bool is_about_bond(const bv_cue_reading *r, const bv_cue_candidate *c) {
  for (size_t i = bv_cue_clause_start(r, c->first); i < c->past; i++)
    if (r->context[i] & BV_BOND)
      return true;
  return false;
}

/* Somebody, or the family of the report: "ouders" are any parents only where the sentence is about the system. */
static bool is_about_family(const bv_cue_reading *r, size_t from, size_t to) {
  bool family = false, policy = false;
  for (size_t i = from; i < to; i++)
    family |= (r->context[i] & BV_FAMILY) != 0;
  for (size_t i = r->sentence; family && i < r->sentence_past; i++)
    policy |= (r->context[i] & BV_POLICY) != 0;
  return (family && !policy) || has_person(r, from, to);
}

/* The clause speaks of somebody, or of the state somebody lives in: a ladder may be unsafe without judgement. */
static bool is_about_life(const bv_cue_reading *r, const bv_cue_candidate *c) {
  size_t past = c->past < r->sentence_past ? c->past + 1 : c->past;
  for (size_t i = bv_cue_clause_start(r, c->first); i < past; i++)
    if (r->context[i] & (BV_SITUATION | BV_PERSON | BV_PEOPLE) || bv_cue_is_name(r, i))
      return true;
  return false;
}

/* Somebody, or what there is between people, of which the clause before `past` tells something: not "de auto van moeder". */
static bool has_bearer(const bv_cue_reading *r, size_t from, size_t past) {
  for (size_t i = from; i < past; i++) {
    if (!(r->context[i] & (BV_PERSON | BV_FAMILY | BV_BOND)) && !bv_cue_is_name(r, i))
      continue;
    size_t before = i;
    if (before > from && r->context[before - 1] & (BV_ARTICLE | BV_DEFINITE))
      before--;
    if (before == from ||
        (!(r->context[before - 1] & BV_PREPOSITION) && !bv_token_in(r->tokens, before - 1, bv_list_not_bearing)))
      return true;
  }
  return false;
}

static bool ends_at(const bv_cue_reading *r, size_t i) {
  return i >= r->sentence_past || bv_ends_clause(r->tokens, r->context, i) || is(r, i, "en");
}

/* "is gezeglijk", "dat hij gezeglijk is", "is een gezeglijke, wat stille jongen"; `past`: behind the last of the words. */
static bool is_said_of_somebody(const bv_cue_reading *r, const bv_cue_candidate *c, size_t past) {
  enum { FAR = 4 }; /* tokens between a property and its noun */
  if (!has_bearer(r, bv_cue_clause_start(r, c->first), c->first))
    return false;
  if (past < r->sentence_past && r->context[past] & BV_COPULA && ends_at(r, past + 1))
    return true;
  if (!(bv_context_before(r->tokens, r->context, c->first, BV_CUE_NEAR) & BV_COPULA) || is(r, c->first - 1, "te"))
    return false;
  unsigned before = r->context[c->first - 1]; /* "zijn" is a verb here, and may be somebody's */
  if (!is(r, c->first - 1, "een"))
    return ends_at(r, past) && (before & BV_COPULA || !(before & (BV_ARTICLE | BV_DEFINITE | BV_PREPOSITION)));
  for (size_t i = past; i < r->sentence_past && i < past + FAR; i++)
    if (r->context[i] & BV_PERSON)
      return true;
  return false;
}

static bool is_said(const bv_cue_reading *r, const bv_cue_candidate *c) { return is_said_of_somebody(r, c, c->past); }

static bool is_said_with_next(const bv_cue_reading *r, const bv_cue_candidate *c) {
  return c->past < r->sentence_past && is_said_of_somebody(r, c, c->past + 1);
}

bool bv_cue_is_about_case(const bv_cue_reading *r) {
  enum { SHORT = 14, SUBJECT = 3, THERE = 8 }; /* tokens: of the sentence, and where what it is about must stand */
  size_t first = r->sentence, length = r->sentence_past - first;
  bool there = bv_token_is(r->tokens, first, "er");
  if (length > SHORT || !(there || bv_token_in(r->tokens, first, bv_list_of_case)))
    return false;
  for (size_t i = first; i < r->sentence_past; i++)
    if (bv_token_in(r->tokens, i, bv_list_in_policy))
      return false;
  for (size_t i = first + 1; i < r->sentence_past && i < first + (there ? THERE : SUBJECT); i++)
    if (r->context[i] & (BV_SITUATION | BV_BOND | BV_FAMILY) && !is(r, i + 1, "van") &&
        (!there || bv_token_in(r->tokens, i - 1, bv_list_of_case)))
      return true;
  return false;
}

static bool follows_somebody(const bv_cue_reading *r, const bv_cue_candidate *c) {
  return is_about_family(r, bv_cue_clause_start(r, c->first), c->past + 1 < r->sentence_past ? c->past + 1 : c->past) ||
         bv_cue_is_about_case(r);
}

static bool has_family_in_sentence(const bv_cue_reading *r, const bv_cue_candidate *c) {
  (void)c;
  return is_about_family(r, r->sentence, r->sentence_past) || bv_cue_is_about_case(r);
}

static bool follows_copula(const bv_cue_reading *r, const bv_cue_candidate *c) {
  return bv_context_before(r->tokens, r->context, c->first, BV_CUE_NEAR) & (BV_COPULA | BV_HAS);
}

static bool precedes_somebody(const bv_cue_reading *r, const bv_cue_candidate *c) {
  return c->past < r->sentence_past && r->context[c->past] & BV_PERSON;
}

static bool opens_sentence(const bv_cue_reading *r, const bv_cue_candidate *c) {
  return c->first == r->sentence && r->tokens->items[c->first].capital;
}

static bool is_not_denied(const bv_cue_reading *r, const bv_cue_candidate *c) { return !is_denied(r, c->first); }

/* The letters of the third field; cues.tsv says what each asks. */
static const struct {
  char letter;
  bv_cue_judge *is_met;
} demands[] = {{'e', is_property},   {'p', follows_somebody},  {'s', is_about_life},     {'i', has_family_in_sentence},
               {'c', follows_copula}, {'k', precedes_somebody}, {'t', is_about_bond},     {'h', is_said},
               {'w', is_said_with_next}, {'b', opens_sentence}, {'n', is_not_denied}};

/* Whether one of the words ('|' between them) follows in the clause. */
static bool is_followed_by(const bv_cue_reading *r, const bv_cue_candidate *c, const char *words) {
  char word[32];
  while (bv_next_part(&words, '|', word, sizeof word))
    if (bv_cue_find_ahead(r, c->past, word, BV_CUE_FAR) < r->tokens->count)
      return true;
  return false;
}

bool bv_cue_meets_demands(const bv_cue_reading *r, const bv_cue_candidate *c) {
  const char *letter = c->row->fields[BV_CUE_DEMANDS];
  for (; *letter && *letter != '+'; letter++)
    for (size_t d = 0; d < sizeof demands / sizeof *demands; d++)
      if (demands[d].letter == *letter && !demands[d].is_met(r, c))
        return false;
  return !*letter || is_followed_by(r, c, letter + 1);
}
