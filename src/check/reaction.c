/* Hearing the other side: everybody reacted or did not for a reason, reactions stand where they belong, and show what
 * was done with them (IGJ 5.1, 5.2, 7.1, 8.2; Kamerbrief). */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "base/messages.h"
#include "check/age.h"
#include "check/check.h"
#include "check/voice.h"

enum { MOST_PARENTS = 8 };

/* For each person, by place in the front matter, whether there is a reaction. */
static bool *reacted(const bv_document *document) {
  bool *any = bv_calloc(document->arena, document->front.persons.count + 1, sizeof *any);
  for (size_t i = 0; i < document->reactions.count; i++)
    if (document->reactions.items[i].from)
      any[document->reactions.items[i].from - document->front.persons.items] = true;
  return any;
}

/* A child of twelve or older is heard: without a day of birth nobody can tell. */
static void report_no_age(bv_check *check, const bv_person *person) {
  bv_report(check, BV_RULE_WEDERHOOR_ONTBREEKT, person->fields.range, NULL, MSG_NOT_HEARD_AGE, person->name)->suggestion =
      bv_sprintf(check->document->arena, MSG_NOT_HEARD_AGE_ADVICE, person->id ? person->id : person->name);
}

static void check_missing(bv_check *check) {
  const bv_front *front = &check->document->front;
  const bool *any = reacted(check->document);
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *person = &front->persons.items[i];
    bool is_parent = person->role == BV_ROLE_OUDER && person->authority == BV_JA;
    if (person->role == BV_ROLE_JEUGDIGE && !person->born.year && !any[i] && bv_is_blank(person->no_reaction))
      report_no_age(check, person);
    if (any[i] || !bv_is_blank(person->no_reaction) || (!is_parent && !bv_is_twelve(person, check->today)))
      continue;
    bv_finding *finding = is_parent
                              ? bv_report(check, BV_RULE_WEDERHOOR_ONTBREEKT, person->fields.range, NULL,
                                          MSG_NOT_HEARD_PARENT, person->name)
                              : bv_report(check, BV_RULE_WEDERHOOR_ONTBREEKT, person->fields.range, NULL,
                                          MSG_NOT_HEARD_CHILD, person->name, bv_date_age(person->born, check->today));
    finding->suggestion = bv_sprintf(check->document->arena, MSG_NOT_HEARD_ADVICE, person->id ? person->id : "");
  }
}

static const char *name_of(const bv_reaction *reaction) { return reaction->from ? reaction->from->name : MSG_SOMEBODY; }

/* References that lead nowhere are markup/verwijzing; here is said what is not there at all. */
static void check_place(bv_check *check) {
  const bv_document *document = check->document;
  for (size_t i = 0; i < document->reactions.count; i++) {
    const bv_reaction *reaction = &document->reactions.items[i];
    bool has_place = reaction->claim || reaction->section || bv_own_attribute(reaction->element, "op");
    if (!bv_own_attribute(reaction->element, "van"))
      bv_report(check, BV_RULE_WEDERHOOR_PLAATS, reaction->range, NULL, MSG_REACTION_OF_NOBODY)->suggestion =
          MSG_REACTION_OF_NOBODY_ADVICE;
    else if (!has_place)
      bv_report(check, BV_RULE_WEDERHOOR_PLAATS, reaction->range, NULL, MSG_REACTION_NOWHERE, name_of(reaction))
          ->suggestion = MSG_REACTION_NOWHERE_ADVICE;
  }
}

/* Whether not all of the reaction was taken over in the text. */
static bool leaves_something(const bv_reaction *reaction) {
  return reaction->decision &&
         (strcmp(reaction->decision, "deels") == 0 || strcmp(reaction->decision, "niet-verwerkt") == 0);
}

static void check_handled(bv_check *check) {
  const bv_document *document = check->document;
  for (size_t i = 0; i < document->reactions.count; i++) {
    const bv_reaction *reaction = &document->reactions.items[i];
    const char *decision = reaction->decision;
    if (bv_is_blank(decision))
      bv_report(check, BV_RULE_WEDERHOOR_ONVERWERKT, reaction->range, NULL, MSG_REACTION_UNDECIDED, name_of(reaction))
          ->suggestion = MSG_REACTION_UNDECIDED_ADVICE;
    else if (leaves_something(reaction) && bv_is_blank(reaction->reason))
      bv_report(check, BV_RULE_WEDERHOOR_ONVERWERKT, reaction->range, NULL, MSG_REACTION_WITHOUT_REASON,
                name_of(reaction), strcmp(decision, "deels") == 0 ? MSG_DECISION_PARTLY : MSG_DECISION_NOT)
          ->suggestion = MSG_REACTION_WITHOUT_REASON_ADVICE;
  }
}

/* Somebody who contradicts a claim. */
typedef struct contradiction {
  const bv_claim *target;
  const char *by; /* "mevrouw Jansen", or "3.4" */
  size_t order;
} contradiction;

typedef struct contradictions {
  contradiction *items;
  size_t count, capacity;
} contradictions;

static int by_target(const void *left, const void *right) {
  const contradiction *a = left, *b = right;
  if (a->target->range.start != b->target->range.start)
    return a->target->range.start < b->target->range.start ? -1 : 1;
  if (a->target != b->target) /* one begins where the other does: the outer one first */
    return a->target->range.end > b->target->range.end ? -1 : 1;
  return a->order < b->order ? -1 : 1;
}

/* A reaction that was not, or only partly, taken over stands against the claim. */
static contradictions collect_contradictions(const bv_document *document) {
  contradictions all = {0};
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (claim->contradicts)
      BV_PUSH(document->arena, &all,
              (contradiction){claim->contradicts, bv_sprintf(document->arena, MSG_CONTRADICTED_BY_CLAIM, claim->number),
                              all.count});
  }
  for (size_t i = 0; i < document->reactions.count; i++) {
    const bv_reaction *reaction = &document->reactions.items[i];
    if (reaction->claim && leaves_something(reaction))
      BV_PUSH(document->arena, &all,
              (contradiction){reaction->claim,
                              bv_sprintf(document->arena, MSG_CONTRADICTED_BY_REACTION, name_of(reaction)), all.count});
  }
  if (all.count)
    qsort(all.items, all.count, sizeof *all.items, by_target);
  return all;
}

static void check_contradicted(bv_check *check) {
  contradictions all = collect_contradictions(check->document);
  for (size_t i = 0; i < all.count; i++) {
    const bv_claim *claim = all.items[i].target;
    bool is_first = i == 0 || all.items[i - 1].target != claim;
    if (!is_first || claim->label != BV_LABEL_FEIT || !bv_one_voice(&claim->sources))
      continue;
    bv_report_claim(check, BV_RULE_WEDERHOOR_TEGENSPRAAK, claim, MSG_CONTRADICTED_FACT, all.items[i].by,
                    bv_source_voice(claim->sources.items[0]))
        ->suggestion = MSG_CONTRADICTED_FACT_ADVICE;
  }
}

/* The parents without authority whom nobody spoke with and who did not react, without a reason given. */
typedef struct unheard {
  const bv_person *items[MOST_PARENTS];
  size_t count;
} unheard;

static unheard unheard_parents(const bv_check *check) {
  const bv_front *front = &check->document->front;
  const bool *any = reacted(check->document);
  unheard all = {.count = 0};
  for (size_t i = 0; i < front->persons.count && all.count < MOST_PARENTS; i++) {
    const bv_person *person = &front->persons.items[i];
    bool has_spoken = any[i] || !bv_is_blank(person->no_reaction) || !bv_is_blank(person->no_interview);
    for (size_t k = 0; k < front->sources.count && !has_spoken; k++)
      has_spoken = front->sources.items[k].kind == BV_SOURCE_GESPREK && front->sources.items[k].person == person;
    if (person->role == BV_ROLE_OUDER && person->authority == BV_NEE && !has_spoken)
      all.items[all.count++] = person;
  }
  return all;
}

/* Parts that say what happens next, and who does it. */
static bool is_plan(const bv_node *node) {
  static const char *const classes[] = {"besluit", "omgang",     "terugplaatsing", "hulp-thuis",  "doelen",
                                        "doel",    "veiligheid", "andere-ouder",   "perspectief", "optie"};
  for (; node; node = node->parent)
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
      if (bv_has_class(node, classes[i]))
        return true;
  return false;
}

/* The first place in the plan where the person is named, or NULL. */
static const bv_node *role_in_plan(const bv_document *document, const bv_person *person) {
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    if (bv_names_id(bv_own_attribute(node, "wie"), person->id))
      return node;
    if (bv_names_id(bv_own_attribute(node, "over"), person->id) && is_plan(node))
      return node;
  }
  return NULL;
}

static void check_without_authority(bv_check *check) {
  unheard all = unheard_parents(check);
  for (size_t i = 0; i < all.count; i++)
    if (role_in_plan(check->document, all.items[i]))
      bv_report(check, BV_RULE_WEDERHOOR_OUDER_ZONDER_GEZAG, all.items[i]->fields.range, NULL,
                MSG_PARENT_WITHOUT_AUTHORITY, all.items[i]->name)
          ->suggestion = MSG_PARENT_WITHOUT_AUTHORITY_ADVICE;
}

/* A code of ISO 639-1 or -2, with or without a country behind it ("nl", "NL-be", "nld", "dut"), or the name itself. */
static bool is_dutch(const char *language) {
  static const char *const names[] = {"nl", "nld", "dut", "nederlands", "dutch"};
  size_t length = strcspn(language, "-_ (");
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strlen(names[i]) == length && strncasecmp(language, names[i], length) == 0)
      return true;
  return false;
}

/* For each person, by place, bit 1: was spoken with; bit 2: with an interpreter. */
static unsigned char *conversations(const bv_front *front, bv_arena *arena) {
  unsigned char *held = bv_calloc(arena, front->persons.count + 1, 1);
  for (size_t i = 0; i < front->sources.count; i++) {
    const bv_report_source *source = &front->sources.items[i];
    if (source->kind == BV_SOURCE_GESPREK && source->person)
      held[source->person - front->persons.items] |= source->interpreter == BV_JA ? 3 : 1;
  }
  return held;
}

/* The name in Dutch of a language that stands there as a code of ISO 639 ("Turks" for "tr"); else as it was written. */
static const char *language_name(bv_arena *arena, const char *language) {
  enum { LONGEST = 64 };
  UChar name[LONGEST];
  char utf8[3 * LONGEST];
  UErrorCode error = U_ZERO_ERROR;
  uloc_getDisplayLanguage(language, "nl", name, LONGEST, &error);
  if (error != U_ZERO_ERROR) /* not known: ICU gives the code back, with a warning */
    return language;
  u_strToUTF8(utf8, sizeof utf8, NULL, name, -1, &error);
  return U_SUCCESS(error) ? bv_strdup(arena, utf8) : language;
}

static void check_language(bv_check *check) {
  const bv_front *front = &check->document->front;
  const unsigned char *held = conversations(front, check->document->arena);
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *person = &front->persons.items[i];
    bool is_party =
        person->role == BV_ROLE_OUDER || person->role == BV_ROLE_JEUGDIGE || person->role == BV_ROLE_VERZORGER;
    bool has_help = person->interpreter == BV_JA || person->translation == BV_JA || (held[i] & 2);
    if (bv_is_blank(person->language) || is_dutch(person->language) || has_help || (!is_party && !held[i]))
      continue;
    bv_report(check, BV_RULE_WEDERHOOR_TAAL, person->fields.range, NULL, MSG_LANGUAGE_WITHOUT_HELP, person->name,
              language_name(check->document->arena, person->language))
        ->suggestion = MSG_LANGUAGE_WITHOUT_HELP_ADVICE;
  }
}

static void check_deadline(bv_check *check) {
  const bv_front *front = &check->document->front;
  if (!front->date.year || !front->reaction_deadline.year)
    return;
  long days = bv_date_days_between(front->date, front->reaction_deadline);
  if (days >= check->config->reaction_days)
    return;
  bv_range range = bv_field_place(&front->fields, "reactietermijn");
  bv_arena *arena = check->document->arena;
  bv_finding *finding = days < 0 ? bv_report(check, BV_RULE_WEDERHOOR_TERMIJN, range, NULL, MSG_DEADLINE_PAST,
                                             bv_date_dutch(arena, front->reaction_deadline))
                                 : bv_report(check, BV_RULE_WEDERHOOR_TERMIJN, range, NULL, MSG_DEADLINE_SHORT,
                                             bv_age_dutch(arena, front->date, front->reaction_deadline));
  finding->suggestion = bv_sprintf(arena, MSG_DEADLINE_ADVICE,
                                   bv_date_iso(arena, bv_date_add_days(front->date, check->config->reaction_days)));
}

bv_check_function *const bv_checks_reaction[] = {
    check_missing,           check_place,    check_handled,  check_contradicted,
    check_without_authority, check_language, check_deadline, NULL};
