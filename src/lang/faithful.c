#include "lang/faithful.h"

#include <stdlib.h>
#include <string.h>

#include "lang/doers.h"
#include "lang/namesakes.h"

enum { MINUTES_OF_HALF_DAY = 12 * 60, THOUSAND = 1000, LEAST_COMPOUND = 4 };

typedef struct comparison {
  bv_arena *arena;
  const bv_facts *original, *plain, *context;
  bv_differences found;
} comparison;

typedef bool same_function(const bv_fact *a, const bv_fact *b);

static void differ(comparison *c, bv_fact_kind kind, const bv_fact *original, const bv_fact *plain) {
  BV_PUSH(c->arena, &c->found, (bv_difference){kind, original, plain});
}

static bool is_tail(const char *word, const char *tail) {
  size_t length = strlen(word), size = strlen(tail);
  return size >= LEAST_COMPOUND && length > size && strcmp(word + length - size, tail) == 0;
}

/* The same person, or the same office in a longer or shorter word: "gezinsbegeleider" and "begeleider". */
static bool same_person(const bv_fact *a, const bv_fact *b) {
  return bv_may_be_one(a, b) || (b->is_head && is_tail(a->key, b->key)) || (a->is_head && is_tail(b->key, a->key));
}

static bool same_key(const bv_fact *a, const bv_fact *b) { return strcmp(a->key, b->key) == 0; }

/* Dates without a year may be those of any year. */
static bool same_date(const bv_fact *a, const bv_fact *b) {
  return a->date.month == b->date.month && a->date.day == b->date.day &&
         (a->date.year == b->date.year || !a->date.year || !b->date.year);
}

/* Whether `whole` is the month or year of `part`: true, if less exact. */
static bool holds_date(const bv_fact *whole, const bv_fact *part) {
  return (!whole->date.year || whole->date.year == part->date.year) &&
         (!whole->date.month || whole->date.month == part->date.month) &&
         (!whole->date.day || whole->date.day == part->date.day);
}

static bool same_clock(const bv_fact *a, const bv_fact *b) {
  const bv_fact *clock = a->amount.kind == BV_AMOUNT_CLOCK ? a : b, *other = clock == a ? b : a;
  int64_t minutes = clock->amount.thousandths / THOUSAND;
  if (other->amount.kind == BV_AMOUNT_CLOCK) {
    int64_t difference = minutes - other->amount.thousandths / THOUSAND;
    return a->amount.spoken || b->amount.spoken ? difference % MINUTES_OF_HALF_DAY == 0 : difference == 0;
  }
  return strcmp(other->key, "uur") == 0 &&
         minutes % MINUTES_OF_HALF_DAY == other->amount.thousandths * 60 / THOUSAND % MINUTES_OF_HALF_DAY;
}

static bool same_number(const bv_fact *a, const bv_fact *b) {
  if (a->amount.kind == BV_AMOUNT_CLOCK || b->amount.kind == BV_AMOUNT_CLOCK)
    return same_clock(a, b);
  if (a->amount.kind != b->amount.kind)
    return false;
  if (*a->measure && *b->measure)
    return strcmp(a->measure, b->measure) == 0 && a->measured == b->measured;
  return a->amount.thousandths == b->amount.thousandths;
}

static const bv_fact *find(const bv_facts *facts, const bv_fact *wanted, same_function *same) {
  for (size_t i = 0; facts && i < facts->count; i++)
    if (facts->items[i].kind == wanted->kind && same(&facts->items[i], wanted))
      return &facts->items[i];
  return NULL;
}

/* Whether the facts name somebody of that group, or the group itself. */
static bool names_group(const bv_facts *facts, const char *group, bool members) {
  for (size_t i = 0; facts && i < facts->count; i++)
    if (facts->items[i].kind == BV_FACT_PERSON &&
        strcmp(members ? facts->items[i].group : facts->items[i].key, group) == 0)
      return true;
  return false;
}

/* Whether the facts name a person of the text `own`, or the group that stands for that person. Where `own` speaks of
 * that group as well, it named the person beside it. */
static bool is_named(const bv_facts *facts, const bv_fact *person, const bv_facts *own) {
  if (find(facts, person, same_person))
    return true;
  if (person->is_group)
    return names_group(facts, person->key, true);
  return *person->group && names_group(facts, person->group, false) && !names_group(own, person->group, false);
}

/* Whether the word occurs in the text at all: an original may write it small. */
static bool has_token(const bv_facts *facts, const char *folded) {
  for (size_t i = 0; facts && i < facts->tokens.count; i++)
    if (strcmp(facts->tokens.items[i].folded, folded) == 0)
      return true;
  return false;
}

static bool is_kin_unmatched(const bv_fact *fact, const bv_facts *own, const bv_facts *other) {
  return fact->kind == BV_FACT_PERSON && fact->kin && !is_named(other, fact, own);
}

/* A relative can be named from another side: "de broer van vader" is "zijn oom". */
static bool names_kin_otherwise(const comparison *c) {
  const bv_fact **unmatched = bv_calloc(c->arena, c->plain->count + 1, sizeof *unmatched);
  size_t count = 0;
  for (size_t i = 0; i < c->plain->count; i++)
    if (is_kin_unmatched(&c->plain->items[i], c->plain, c->original))
      unmatched[count++] = &c->plain->items[i];
  for (size_t i = 0; count && i < c->original->count; i++)
    if (is_kin_unmatched(&c->original->items[i], c->original, c->plain))
      for (size_t k = 0; k < count; k++)
        if (bv_may_be_same_relative(&c->original->items[i], unmatched[k]))
          return true;
  return false;
}

static bool names_anybody(const bv_facts *facts) {
  for (size_t i = 0; i < facts->count; i++)
    if (facts->items[i].kind == BV_FACT_PERSON)
      return true;
  return false;
}

/* Whether a pronoun of the text can mean that person. "zijn" is one before a noun, else a verb. */
static bool is_meant(const bv_facts *facts, const bv_fact *person) {
  for (size_t i = 0; i < facts->tokens.count; i++) {
    const char *folded = facts->tokens.items[i].folded, *gender = bv_pronoun_gender(folded);
    bool owner = strcmp(folded, "zijn") == 0 && i + 1 < facts->tokens.count &&
                 facts->tokens.items[i + 1].kind == BV_TOKEN_WORD && !bv_is_filler(facts->tokens.items[i + 1].folded);
    if (owner)
      gender = "m";
    if (gender && (!*gender || !*person->gender || strcmp(gender, person->gender) == 0))
      return true;
  }
  return !names_anybody(facts);
}

/* Whether the marks of the original let the plain text name the person. */
static bool may_be_named(const comparison *c, const bv_fact *person) {
  bool about = false;
  for (size_t i = 0; c->context && i < c->context->count; i++) {
    const bv_fact *fact = &c->context->items[i];
    if (fact->kind != BV_FACT_PERSON || !same_person(fact, person))
      continue;
    if (!fact->soft)
      return true;
    about = true;
  }
  return (about || is_named(c->context, person, NULL)) && is_meant(c->original, person);
}

static bool is_asked(const bv_fact *fact, bool kin) {
  return fact->kind == BV_FACT_PERSON && !fact->soft && !(kin && fact->kin);
}

static void compare_persons(comparison *c, bool both_ways) {
  bool kin = names_kin_otherwise(c);
  const bv_fact *lost = NULL, *added = NULL;
  for (size_t i = 0; i < c->plain->count && !added; i++) {
    const bv_fact *fact = &c->plain->items[i];
    if (is_asked(fact, kin) && !is_named(c->original, fact, c->plain) && !may_be_named(c, fact))
      added = fact;
  }
  for (size_t i = 0; both_ways && i < c->original->count && !lost; i++) {
    const bv_fact *fact = &c->original->items[i];
    if (is_asked(fact, kin) && !is_named(c->plain, fact, c->original))
      lost = fact;
  }
  if (!lost && !added && both_ways) {
    bv_changed changed = bv_changed_doer(c->arena, c->original, c->plain, same_person);
    lost = changed.original;
    added = changed.plain;
  }
  if (lost || added)
    differ(c, BV_FACT_PERSON, lost, added);
}

static void compare_names(comparison *c) {
  for (size_t i = 0; i < c->plain->count; i++) {
    const bv_fact *fact = &c->plain->items[i];
    if (fact->kind == BV_FACT_NAME && !has_token(c->original, fact->key) && !has_token(c->context, fact->key))
      differ(c, BV_FACT_NAME, NULL, fact);
  }
}

static bool adds_date(const comparison *c, const bv_fact *date) {
  const bv_facts *sides[] = {c->original, c->context};
  for (size_t s = 0; s < 2; s++)
    for (size_t i = 0; sides[s] && i < sides[s]->count; i++)
      if (sides[s]->items[i].kind == BV_FACT_DATE &&
          (same_date(&sides[s]->items[i], date) || holds_date(date, &sides[s]->items[i])))
        return false;
  return true;
}

static void compare_dates(comparison *c, bool both_ways) {
  const bv_fact *lost = NULL, *added = NULL;
  for (size_t i = 0; i < c->plain->count && !added; i++)
    if (c->plain->items[i].kind == BV_FACT_DATE && adds_date(c, &c->plain->items[i]))
      added = &c->plain->items[i];
  for (size_t i = 0; both_ways && i < c->original->count && !lost; i++)
    if (c->original->items[i].kind == BV_FACT_DATE && !find(c->plain, &c->original->items[i], same_date))
      lost = &c->original->items[i];
  if (lost || added)
    differ(c, BV_FACT_DATE, lost, added);
}

/* Whether a date stands right behind the weekday: then the day is told by the date. */
static bool is_dated(const bv_facts *facts, const bv_fact *weekday) {
  for (size_t i = 0; i < facts->count; i++)
    if (facts->items[i].kind == BV_FACT_DATE && facts->items[i].token == weekday->token + 1)
      return true;
  return false;
}

static void compare_weekdays(comparison *c, bool both_ways) {
  const bv_fact *lost = NULL, *added = NULL;
  for (size_t i = 0; i < c->plain->count && !added; i++)
    if (c->plain->items[i].kind == BV_FACT_WEEKDAY && !find(c->original, &c->plain->items[i], same_key))
      added = &c->plain->items[i];
  for (size_t i = 0; both_ways && i < c->original->count && !lost; i++) {
    const bv_fact *fact = &c->original->items[i];
    if (fact->kind == BV_FACT_WEEKDAY && !find(c->plain, fact, same_key) && !is_dated(c->original, fact))
      lost = fact;
  }
  if (lost || added)
    differ(c, BV_FACT_WEEKDAY, lost, added);
}

/* Whether the facts have that number counting that word. */
static bool counts_word(const bv_facts *facts, const char *word, const bv_fact *number) {
  for (size_t i = 0; i < facts->count; i++) {
    const bv_fact *fact = &facts->items[i];
    if (fact->kind == BV_FACT_NUMBER && strcmp(fact->key, word) == 0 && (!number || same_number(fact, number)))
      return true;
  }
  return false;
}

/* A number that both texts have, but of which the plain text makes another for the same word: "vier glazen" of "twee". */
static bool is_moved(const bv_fact *fact, const bv_facts *other) {
  return *fact->key && counts_word(other, fact->key, NULL) && !counts_word(other, fact->key, fact);
}

static const bv_fact *first_number(const comparison *c, const bv_facts *facts, const bv_facts *other, bool moved) {
  for (size_t i = 0; i < facts->count; i++) {
    const bv_fact *fact = &facts->items[i];
    if (fact->kind != BV_FACT_NUMBER || fact->amount.weak)
      continue;
    bool known = find(other, fact, same_number) || (facts == c->plain && find(c->context, fact, same_number));
    if (moved ? is_moved(fact, other) : !known)
      return fact;
  }
  return NULL;
}

static void compare_numbers(comparison *c, bool both_ways) {
  const bv_fact *added = first_number(c, c->plain, c->original, false);
  const bv_fact *lost = both_ways ? first_number(c, c->original, c->plain, false) : NULL;
  if (!lost && !added && both_ways) {
    added = first_number(c, c->plain, c->original, true);
    lost = first_number(c, c->original, c->plain, true);
    if (!lost || !added || strcmp(lost->key, added->key) != 0)
      return;
  }
  if (lost || added)
    differ(c, BV_FACT_NUMBER, lost, added);
}

static bool same_words(const comparison *c, const bv_fact *a, const bv_fact *b) {
  size_t length = a->end - a->start;
  return strcmp(a->key, b->key) == 0 && a->soft == b->soft && length == b->end - b->start &&
         strncasecmp(c->original->tokens.text + a->start, c->plain->tokens.text + b->start, length) == 0;
}

typedef struct tally {
  const bv_fact *first; /* the first hard one that the other text does not have */
  size_t hard, soft;    /* those that the other text does not have */
  size_t total;         /* all hard ones */
} tally;

/* Counts the words of a kind that each text has more of than the other; equal words cancel first, then equal meanings. */
static void weigh(const comparison *c, bv_fact_kind kind, tally *original, tally *plain) {
  bool *taken = bv_calloc(c->arena, c->plain->count + 1, sizeof *taken);
  bool *done = bv_calloc(c->arena, c->original->count + 1, sizeof *done);
  for (int round = 0; round < 2; round++)
    for (size_t i = 0; i < c->original->count; i++)
      for (size_t k = 0; !done[i] && c->original->items[i].kind == kind && k < c->plain->count; k++) {
        const bv_fact *a = &c->original->items[i], *b = &c->plain->items[k];
        if (b->kind == kind && !taken[k] && (round ? !a->soft && !b->soft && same_key(a, b) : same_words(c, a, b)))
          done[i] = taken[k] = true;
      }
  const struct {
    const bv_facts *facts;
    const bool *gone;
    tally *tally;
  } sides[] = {{c->original, done, original}, {c->plain, taken, plain}};
  for (size_t s = 0; s < 2; s++)
    for (size_t i = 0; i < sides[s].facts->count; i++) {
      const bv_fact *fact = &sides[s].facts->items[i];
      if (fact->kind != kind)
        continue;
      sides[s].tally->total += !fact->soft;
      if (sides[s].gone[i])
        continue;
      sides[s].tally->soft += fact->soft;
      sides[s].tally->hard += !fact->soft;
      if (!fact->soft && !sides[s].tally->first)
        sides[s].tally->first = fact;
    }
}

static bool is_end(const bv_token *token) {
  return token->kind == BV_TOKEN_MARK && token->folded[0] && strchr(".;:?!", token->folded[0]);
}

static bool is_dated_at(const bv_facts *facts, uint32_t offset) {
  for (size_t i = 0; i < facts->count; i++)
    if (facts->items[i].kind == BV_FACT_DATE && facts->items[i].start <= offset && offset < facts->items[i].end)
      return true;
  return false;
}

/* Whether a token of the plain text says what happens: no small word, person, number or date. A name says nothing, letters
 * that stand for words do: "geen ADHD". */
static bool is_telling(const comparison *c, const bv_token *token) {
  return token->kind == BV_TOKEN_WORD && (!token->capital || token->upper) && !bv_is_filler(token->folded) &&
         !bv_person_word(token->folded) && !bv_pronoun_gender(token->folded) && bv_number_word(token->folded) < 0 &&
         !is_dated_at(c->plain, token->start);
}

/* Whether the words around a fact of the plain text, in its sentence, are those of the original: at least one that says
 * something, and no other. Then what it adds is added to the same thing, and not another way to say it. */
static bool is_literal(const comparison *c, const bv_fact *fact) {
  const bv_tokens *tokens = &c->plain->tokens;
  size_t from = fact->token, past = from, telling = 0;
  while (from && !is_end(&tokens->items[from - 1]))
    from--;
  while (past < tokens->count && !is_end(&tokens->items[past]))
    past++;
  for (size_t i = from; i < past; i++) {
    const bv_token *token = &tokens->items[i];
    if (token->start == fact->start || !is_telling(c, token))
      continue;
    if (!has_token(c->original, token->folded))
      return false;
    telling++;
  }
  return telling > 0;
}

static void compare_tallies(comparison *c, bv_fact_kind kind, bool added_counts) {
  tally original = {0}, plain = {0};
  weigh(c, kind, &original, &plain);
  size_t stand_in = plain.soft > original.soft ? plain.soft - original.soft : 0;
  if (original.hard > plain.hard + stand_in)
    differ(c, kind, original.first, NULL);
  else if (added_counts && plain.hard > original.hard + original.soft && is_literal(c, plain.first))
    differ(c, kind, NULL, plain.first);
}

/* The first word on how often it happens of which the other text has no equal. */
static const bv_fact *first_often(const bv_facts *facts, const bv_facts *other, bool soft_only) {
  for (size_t i = 0; i < facts->count; i++) {
    const bv_fact *fact = &facts->items[i];
    if (fact->kind == BV_FACT_OFTEN && (fact->soft || !soft_only) && !find(other, fact, same_key))
      return fact;
  }
  return NULL;
}

/* "vaak" is no "soms", and without "soms" it reads as always. */
static void compare_often(comparison *c) {
  const bv_fact *lost = first_often(c->original, c->plain, false), *changed = first_often(c->plain, c->original, false);
  if (lost && changed)
    differ(c, BV_FACT_OFTEN, lost, changed);
  else if ((lost = first_often(c->original, c->plain, true)))
    differ(c, BV_FACT_OFTEN, lost, NULL);
}

static bool is_verbatim(const bv_facts *original, const bv_facts *plain, const bv_fact *quote) {
  size_t first = quote->token + 1, count = 0;
  while (first + count < plain->tokens.count && plain->tokens.items[first + count].start < quote->end)
    count++;
  while (count && plain->tokens.items[first + count - 1].kind == BV_TOKEN_MARK)
    count--;
  for (size_t i = 0; i + count <= original->tokens.count; i++) {
    size_t same = 0;
    while (same < count &&
           strcmp(original->tokens.items[i + same].folded, plain->tokens.items[first + same].folded) == 0)
      same++;
    if (same == count)
      return true;
  }
  return false;
}

static void compare_quotes(comparison *c) {
  for (size_t i = 0; i < c->plain->count; i++) {
    const bv_fact *fact = &c->plain->items[i];
    if (fact->kind == BV_FACT_QUOTE && !is_verbatim(c->original, c->plain, fact))
      differ(c, BV_FACT_QUOTE, NULL, fact);
  }
}

bv_differences bv_faithful(bv_arena *arena, const bv_facts *original, const bv_facts *plain, const bv_facts *context) {
  comparison c = {arena, original, plain, context, {0}};
  if (original->full || plain->full)
    return c.found;
  compare_persons(&c, true);
  compare_names(&c);
  compare_dates(&c, true);
  compare_weekdays(&c, true);
  compare_numbers(&c, true);
  compare_tallies(&c, BV_FACT_NEGATION, true);
  compare_tallies(&c, BV_FACT_DOUBT, true);
  compare_tallies(&c, BV_FACT_ROUGH, false);
  compare_tallies(&c, BV_FACT_HOLDER, false);
  compare_often(&c);
  compare_quotes(&c);
  return c.found;
}

bv_differences bv_faithful_additions(bv_arena *arena, const bv_facts *original, const bv_facts *plain,
                                     const bv_facts *context) {
  comparison c = {arena, original, plain, context, {0}};
  if (original->full || plain->full)
    return c.found;
  compare_persons(&c, false);
  compare_names(&c);
  compare_dates(&c, false);
  compare_weekdays(&c, false);
  compare_numbers(&c, false);
  return c.found;
}
