#include "lang/doers.h"

#include <string.h>

#include "lang/lists.h"

/* Tokens around a person: two before and two behind; "" beyond the ends of the sentence. */
typedef struct surroundings {
  const bv_fact *person;
  const char *before[2], *behind[2]; /* the nearest first */
} surroundings;

typedef struct places {
  surroundings *items;
  size_t count, capacity;
} places;

static bool is_end(const bv_token *token) {
  return token->kind == BV_TOKEN_MARK && token->folded[0] && strchr(".;:?!", token->folded[0]);
}

static const char *word_at(const bv_tokens *tokens, size_t at) {
  return at < tokens->count && !is_end(&tokens->items[at]) ? tokens->items[at].folded : "";
}

static places read_places(bv_arena *arena, const bv_facts *facts) {
  places found = {0};
  const bv_tokens *tokens = &facts->tokens;
  for (size_t i = 0; i < facts->count; i++) {
    const bv_fact *fact = &facts->items[i];
    if (fact->kind != BV_FACT_PERSON || fact->soft)
      continue;
    size_t past = bv_fact_past(facts, fact);
    surroundings place = {.person = fact, .before = {"", ""}, .behind = {word_at(tokens, past), ""}};
    if (*place.behind[0])
      place.behind[1] = word_at(tokens, past + 1);
    place.before[0] = fact->token ? word_at(tokens, fact->token - 1) : "";
    if (*place.before[0])
      place.before[1] = fact->token > 1 ? word_at(tokens, fact->token - 2) : "";
    BV_PUSH(arena, &found, place);
  }
  return found;
}

static bool tells(const char *word) {
  return *word && strlen(word) > 3 && !bv_is_filler(word) && !bv_person_word(word) && !bv_pronoun_gender(word);
}

/* Whether the words around two persons are the same, and say something. */
static bool same_place(const surroundings *a, const surroundings *b) {
  bool before = *a->before[0] && bv_same(a->before[0], b->before[0]),
       behind = *a->behind[0] && bv_same(a->behind[0], b->behind[0]);
  bool two_before = before && *a->before[1] && bv_same(a->before[1], b->before[1]);
  bool two_behind = behind && *a->behind[1] && bv_same(a->behind[1], b->behind[1]);
  return (two_before && (tells(a->before[0]) || tells(a->before[1]))) ||
         (two_behind && (tells(a->behind[0]) || tells(a->behind[1]))) ||
         (before && behind && (tells(a->before[0]) || tells(a->behind[0])));
}

/* Whether the person is named elsewhere in the sentence of the place: then the sentence was turned around, and nobody
 * changed. */
static bool is_moved(const places *plain, size_t at, const bv_fact *person, const bv_tokens *tokens,
                     bool (*same)(const bv_fact *, const bv_fact *)) {
  for (int step = -1; step <= 1; step += 2)
    for (size_t i = at + (size_t)step, from = plain->items[at].person->token; i < plain->count; i += (size_t)step) {
      size_t to = plain->items[i].person->token;
      for (; from != to && !is_end(&tokens->items[from]); from += (size_t)step) {
      }
      if (from != to)
        break;
      if (same(plain->items[i].person, person))
        return true;
    }
  return false;
}

/* "vader en vader", "vader vindt vader": nobody is named twice so. */
static bool is_twice(const bv_facts *facts, const surroundings *place, const surroundings *next,
                     bool (*same)(const bv_fact *, const bv_fact *)) {
  size_t past = bv_fact_past(facts, place->person);
  return next && bv_token_in(&facts->tokens, past, bv_list_between_pronouns) && next->person->token == past + 1 &&
         same(place->person, next->person);
}

/* Whether the original says that of the same person itself. */
static bool says_twice(const bv_facts *facts, const places *all, const bv_fact *person,
                       bool (*same)(const bv_fact *, const bv_fact *)) {
  for (size_t i = 0; i + 1 < all->count; i++)
    if (same(all->items[i].person, person) && is_twice(facts, &all->items[i], &all->items[i + 1], same))
      return true;
  return false;
}

static size_t mentions(const places *all, const bv_fact *person, bool (*same)(const bv_fact *, const bv_fact *)) {
  size_t count = 0;
  for (size_t i = 0; i < all->count; i++)
    count += same(all->items[i].person, person);
  return count;
}

/* Who stands beside that person in the original: "moeder en vader" for "vader en vader". */
static const bv_fact *companion(const places *original, const surroundings *twice,
                                bool (*same)(const bv_fact *, const bv_fact *)) {
  for (size_t i = 0; i + 1 < original->count; i++)
    if (bv_same(original->items[i].behind[0], twice->behind[0]) &&
        same(original->items[i + 1].person, twice->person))
      return original->items[i].person;
  return NULL;
}

/* Whom the original has in that place of the plain text, when it has others only; NULL when it has the same or nobody. */
static const bv_fact *replaced(const places *original, const places *plain, size_t at, const bv_tokens *tokens,
                               bool (*same)(const bv_fact *, const bv_fact *)) {
  const surroundings *place = &plain->items[at];
  const bv_fact *other = NULL;
  for (size_t i = 0; i < original->count; i++) {
    const bv_fact *person = original->items[i].person;
    if (!same_place(&original->items[i], place))
      continue;
    if (same(person, place->person) || person->is_group || place->person->is_group ||
        is_moved(plain, at, person, tokens, same))
      return NULL;
    other = person;
  }
  return other;
}

bv_changed bv_changed_doer(bv_arena *arena, const bv_facts *original, const bv_facts *plain,
                           bool (*same)(const bv_fact *, const bv_fact *)) {
  places first = read_places(arena, original), second = read_places(arena, plain);
  for (size_t i = 0; i < second.count; i++) {
    const surroundings *place = &second.items[i];
    if (is_twice(plain, place, i + 1 < second.count ? place + 1 : NULL, same) &&
        !says_twice(original, &first, place->person, same))
      return (bv_changed){companion(&first, place, same), place->person};
    const bv_fact *other = replaced(&first, &second, i, &plain->tokens, same);
    if (other && mentions(&second, place->person, same) > mentions(&first, place->person, same))
      return (bv_changed){other, place->person};
  }
  return (bv_changed){0};
}
