/* One-sidedness: the people a report speaks about are its sources too (IGJ 3.2.2). Counts, with thresholds high enough
 * that a finding is true of the report as a whole and not of one sentence. */
#include "check/balance.h"

#include <string.h>

#include "base/messages.h"
#include "check/voice.h"

enum {
  MANY_ABOUT = 3,         /* so many claims about somebody, and none from them */
  MANY_PROFESSIONALS = 3, /* so many professional informants, and nobody from the network */
  MANY_MORE = 5,          /* so many claims of one parent about the other, … */
  TIMES_MORE = 3,         /* … and so many times the reverse */
  MOST_PARENTS = 8
};

typedef struct tally {
  size_t about;    /* claims about the person, the author's own judgements aside */
  bool speaks;     /* the person is a source of one of those */
  bool has_spoken; /* reacted, or gave a reason why not */
} tally;

typedef struct parents {
  const bv_person *items[MOST_PARENTS];
  size_t count;
  size_t claims[MOST_PARENTS][MOST_PARENTS]; /* [a][b]: of a about b */
} parents;

static size_t index_of(const bv_check *check, const bv_person *person) {
  return (size_t)(person - check->document->front.persons.items);
}

static bool is_source_of(const bv_claim *claim, const bv_person *person) {
  for (size_t i = 0; i < claim->sources.count && i < BV_MOST_NAMED; i++)
    if (bv_speaks(claim->sources.items[i], person))
      return true;
  return false;
}

/* Information somebody gave or wrote: not the author's own weighing. */
static bool is_information(const bv_claim *claim) {
  for (size_t i = 0; i < claim->sources.count; i++)
    if (claim->sources.items[i]->kind != BV_SOURCE_OPSTELLER)
      return true;
  return false;
}

static void count_parents(parents *all, const bv_claim *claim) {
  for (size_t a = 0; a < all->count; a++) {
    if (!is_source_of(claim, all->items[a]))
      continue;
    for (size_t b = 0; b < all->count; b++)
      all->claims[a][b] += a != b && bv_has_person(&claim->about, all->items[b]);
  }
}

static void count_claims(const bv_check *check, tally *tallies, parents *all) {
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    if (!is_information(claim))
      continue;
    count_parents(all, claim);
    for (size_t k = 0; k < claim->about.count && k < BV_MOST_NAMED; k++) {
      tally *about = &tallies[index_of(check, claim->about.items[k])];
      about->about++;
      about->speaks |= is_source_of(claim, claim->about.items[k]);
    }
  }
}

static tally *count_all(const bv_check *check, parents *all) {
  const bv_document *document = check->document;
  tally *tallies = bv_calloc(document->arena, document->front.persons.count + 1, sizeof *tallies);
  for (size_t i = 0; i < document->front.persons.count; i++) {
    const bv_person *person = &document->front.persons.items[i];
    tallies[i].has_spoken = !bv_is_blank(person->no_reaction) || !bv_is_blank(person->no_interview);
    if (person->role == BV_ROLE_OUDER && all->count < MOST_PARENTS)
      all->items[all->count++] = person;
  }
  for (size_t i = 0; i < document->reactions.count; i++)
    if (document->reactions.items[i].from)
      tallies[index_of(check, document->reactions.items[i].from)].has_spoken = true;
  count_claims(check, tallies, all);
  return tallies;
}

/* Professionals speak about others and not for themselves; of a small child nobody expects it. */
static bool should_speak(const bv_check *check, const bv_person *person) {
  if (person->role == BV_ROLE_JEUGDIGE)
    return bv_is_twelve(person, check->today);
  return bv_is_family(person);
}

static bool is_unheard(const bv_check *check, const tally *tallies, const bv_person *person) {
  const tally *t = &tallies[index_of(check, person)];
  return t->about >= MANY_ABOUT && !t->speaks && !t->has_spoken && should_speak(check, person);
}

static void check_unheard(bv_check *check, const tally *tallies) {
  const bv_front *front = &check->document->front;
  for (size_t i = 0; i < front->persons.count; i++)
    if (is_unheard(check, tallies, &front->persons.items[i]))
      bv_report(check, BV_RULE_BRON_EENZIJDIG, front->persons.items[i].fields.range, NULL, MSG_ONE_SIDED_UNHEARD,
                tallies[i].about, front->persons.items[i].name)
          ->suggestion = MSG_ONE_SIDED_UNHEARD_ADVICE;
}

static bool is_informant(const bv_report_source *source) {
  return source->kind == BV_SOURCE_GESPREK || source->kind == BV_SOURCE_DOCUMENT || source->kind == BV_SOURCE_MELDING;
}

static bool is_professional(const bv_front *front, const bv_report_source *source) {
  if (source->person)
    return source->person->role == BV_ROLE_PROFESSIONAL;
  bool is_own = source->organisation && front->author_organisation &&
                strcmp(source->organisation, front->author_organisation) == 0;
  return !is_own && (!bv_is_blank(source->function) || !bv_is_blank(source->organisation));
}

static bool is_from_network(const bv_report_source *source) {
  return source->person && (source->person->role == BV_ROLE_NETWERK || source->person->role == BV_ROLE_VERZORGER ||
                            source->person->role == BV_ROLE_ANDER);
}

static void check_network(bv_check *check) {
  const bv_front *front = &check->document->front;
  const char *last = NULL;
  size_t professionals = 0;
  for (size_t i = 0; i < front->sources.count; i++) {
    const bv_report_source *source = &front->sources.items[i];
    if (is_from_network(source))
      return;
    if (!is_informant(source) || !is_professional(front, source))
      continue;
    const char *voice = bv_source_voice(source);
    professionals += !last || strcmp(last, voice) != 0;
    last = voice;
  }
  if (professionals < MANY_PROFESSIONALS)
    return;
  const bv_field *list = bv_field_of(&front->fields, "bronnen");
  bv_report(check, BV_RULE_BRON_EENZIJDIG, list ? list->key_range : front->fields.range, NULL,
            MSG_ONE_SIDED_PROFESSIONALS, professionals)
      ->suggestion = MSG_ONE_SIDED_PROFESSIONALS_ADVICE;
}

static void check_parents(bv_check *check, const tally *tallies, const parents *all) {
  for (size_t a = 0; a < all->count; a++)
    for (size_t b = 0; b < all->count; b++) {
      size_t of = all->claims[a][b], reverse = all->claims[b][a];
      const bv_person *about = all->items[b];
      if (a == b || of < MANY_MORE || of < TIMES_MORE * (reverse + 1) || is_unheard(check, tallies, about))
        continue;
      bv_report(check, BV_RULE_BRON_EENZIJDIG, about->fields.range, NULL, MSG_ONE_SIDED_PARENTS, all->items[a]->name,
                of, about->name, about->name, reverse)
          ->suggestion = bv_sprintf(check->document->arena, MSG_ONE_SIDED_PARENTS_ADVICE, about->name);
    }
}

void bv_check_balance(bv_check *check) {
  parents all = {.count = 0};
  const tally *tallies = count_all(check, &all);
  check_unheard(check, tallies);
  check_network(check);
  check_parents(check, tallies, &all);
}
