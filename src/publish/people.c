#include "publish/people.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"

const char *bv_join(bv_publication *publication, const char *const *items, size_t count) {
  return bv_enumerate(publication->arena, items, count, MSG_AND);
}

static bool is(const char *value, const char *word) { return value && strcmp(value, word) == 0; }

/* "moeder", "vader" or "ouder". */
static const char *parent_word(const bv_person *parent) {
  return is(parent->gender, "v") ? "moeder" : is(parent->gender, "m") ? "vader" : "ouder";
}

/* Whether "moeder" says which of the parents is meant. */
static bool parent_word_is_unique(const bv_publication *publication, const bv_person *parent) {
  return is(parent->gender, "v") ? publication->mothers == 1 : is(parent->gender, "m") && publication->fathers == 1;
}

const char *bv_person_short(bv_publication *publication, const bv_person *person) {
  if (person->role == BV_ROLE_OUDER && parent_word_is_unique(publication, person))
    return parent_word(person);
  if (person->role == BV_ROLE_PROFESSIONAL && person->function)
    return bv_sprintf(publication->arena, "%s, %s", person->name, person->function);
  if (person->role != BV_ROLE_JEUGDIGE && person->role != BV_ROLE_OUDER && person->relation)
    return person->relation;
  return person->name;
}

const char *bv_persons_short(bv_publication *publication, const bv_person_list *persons) {
  const char *names[BV_MOST_LISTED];
  size_t count = bv_listed(persons->count);
  for (size_t i = 0; i < count; i++)
    names[i] = bv_person_short(publication, persons->items[i]);
  return bv_join(publication, names, count);
}

/* The name with what the person is, in brackets; behind a comma when that has brackets itself. */
static const char *named_with(bv_publication *publication, const bv_person *person, const char *what) {
  if (!what)
    return person->name;
  return strchr(what, '(') ? bv_sprintf(publication->arena, "%s, %s", person->name, what)
                           : bv_sprintf(publication->arena, "%s (%s)", person->name, what);
}

const char *bv_person_full(bv_publication *publication, const bv_person *person) {
  if (person->role == BV_ROLE_OUDER)
    return bv_sprintf(publication->arena, "%s (%s)", parent_word(person), person->name);
  if (person->role == BV_ROLE_JEUGDIGE)
    return person->name;
  if (person->relation)
    return bv_sprintf(publication->arena, "%s, %s", person->name, person->relation);
  return bv_person_short(publication, person);
}

static bool is_child_audience(const bv_publication *publication) {
  return publication->audience == BV_AUDIENCE_CHILD_12 || publication->audience == BV_AUDIENCE_CHILD_16;
}

/* "moeder", or for a child "je moeder". */
static const char *parent_word_for_reader(bv_publication *publication, const bv_person *parent) {
  const char *id = is(parent->gender, "m") ? "parent.m" : is(parent->gender, "v") ? "parent.v" : "parent.x";
  return bv_say(publication, id, NULL);
}

bv_designation bv_person_for_reader(bv_publication *publication, const bv_person *person, bv_case use) {
  if (person == publication->reader)
    return (bv_designation){!is_child_audience(publication) ? "u" : use == BV_SUBJECT ? "jij" : "jou", false, true};
  const char *text = person->name;
  if (person->role == BV_ROLE_OUDER) {
    const char *word = parent_word_for_reader(publication, person);
    bool enough = is_child_audience(publication) && parent_word_is_unique(publication, person);
    text = enough ? word : named_with(publication, person, word);
  } else if (person->role != BV_ROLE_JEUGDIGE) {
    text = named_with(publication, person, person->relation ? person->relation : person->function);
  }
  return (bv_designation){text, false, false};
}

void bv_reader_first(const char **names, size_t count, const char *self) {
  size_t at = 0;
  while (at < count && strcmp(names[at], self) != 0)
    at++;
  if (at == count)
    return;
  memmove(names + 1, names, at * sizeof *names);
  names[0] = self;
}

bv_designation bv_persons_for_reader(bv_publication *publication, const bv_person_list *persons, bv_case use) {
  if (persons->count == 1)
    return bv_person_for_reader(publication, persons->items[0], use);
  const char *texts[BV_MOST_LISTED];
  size_t count = bv_listed(persons->count);
  for (size_t i = 0; i < count; i++) {
    bv_designation one = bv_person_for_reader(publication, persons->items[i], use);
    texts[i] = one.text;
    if (one.self)
      bv_reader_first(texts, i + 1, one.text);
  }
  return (bv_designation){bv_join(publication, texts, count), count > 1, false};
}

bv_designation bv_voice_for_reader(bv_publication *publication, const bv_report_source *source, bv_case use) {
  if (source->kind == BV_SOURCE_OPSTELLER)
    return (bv_designation){bv_say(publication, "organisation.short", NULL), false, false};
  if (source->person)
    return bv_person_for_reader(publication, source->person, use);
  const char *voice = bv_source_voice(source);
  if (source->author && source->function)
    voice = bv_sprintf(publication->arena, "%s (%s)", source->author, source->function);
  return (bv_designation){voice, false, false};
}

bool bv_is_own_voice(const bv_publication *publication, const bv_report_source *source) {
  const char *organisation = publication->document->front.author_organisation;
  if (source->kind == BV_SOURCE_OPSTELLER)
    return true;
  const char *of_source = source->organisation ? source->organisation
                          : source->person     ? source->person->organisation
                                               : NULL;
  return organisation && of_source && strcmp(organisation, of_source) == 0;
}

bv_audience bv_audience_of(const bv_document *document, const bv_person *reader) {
  if (!reader)
    return BV_AUDIENCE_GENERAL;
  if (reader->role == BV_ROLE_OUDER)
    return reader->authority == BV_JA ? BV_AUDIENCE_PARENT_AUTHORITY : BV_AUDIENCE_PARENT;
  if (reader->role != BV_ROLE_JEUGDIGE)
    return BV_AUDIENCE_CARER;
  bool sixteen =
      reader->born.year && document->front.date.year && bv_date_age(reader->born, document->front.date) >= 16;
  return sixteen ? BV_AUDIENCE_CHILD_16 : BV_AUDIENCE_CHILD_12;
}

typedef struct children {
  const bv_person **items;
  const char **names;
  size_t count, sons, daughters;
} children;

/* The children of the report, without the reader. */
static children collect_children(const bv_publication *publication) {
  const bv_front *front = &publication->document->front;
  children all = {.names = bv_calloc(publication->arena, front->persons.count + 1, sizeof *all.names),
                  .items = bv_calloc(publication->arena, front->persons.count + 1, sizeof *all.items)};
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *person = &front->persons.items[i];
    if (person->role != BV_ROLE_JEUGDIGE || person == publication->reader)
      continue;
    all.items[all.count] = person;
    all.names[all.count++] = person->name;
    all.sons += is(person->gender, "m");
    all.daughters += is(person->gender, "v");
  }
  return all;
}

/* "uw dochter Noor", "je broers Sam en Tim". */
static const char *call_together(bv_publication *publication, const children *all, const char *kind) {
  const char *id = bv_sprintf(publication->arena, "children.%s.%s", kind, all->count > 1 ? "many" : "one");
  return bv_sprintf(publication->arena, "%s %s", bv_say(publication, id, NULL),
                    bv_join(publication, all->names, all->count));
}

/* For a child, with its brothers and sisters: "jou, je broer Sam en je zus Evi"; of whom no gender is given, by name. */
static const char *call_siblings(bv_publication *publication, const children *all) {
  const char **called = bv_calloc(publication->arena, all->count + 1, sizeof *called);
  called[0] = "jou";
  for (size_t i = 0; i < all->count; i++) {
    const char *gender = all->items[i]->gender;
    const char *id = is(gender, "m") ? "children.sons.one" : is(gender, "v") ? "children.daughters.one" : NULL;
    called[i + 1] = id ? bv_sprintf(publication->arena, "%s %s", bv_say(publication, id, NULL), all->names[i])
                       : all->names[i];
  }
  return bv_join(publication, called, all->count + 1);
}

/* What the report is about: "uw kinderen Noor en Sam"; for a carer the names alone. */
static const char *call_children(bv_publication *publication, const children *all) {
  const char *same = all->sons == all->count ? "sons" : all->daughters == all->count ? "daughters" : NULL;
  bool parent = publication->audience == BV_AUDIENCE_PARENT || publication->audience == BV_AUDIENCE_PARENT_AUTHORITY;
  if (is_child_audience(publication) && (!same || all->count < 2))
    return call_siblings(publication, all);
  if (is_child_audience(publication))
    return bv_sprintf(publication->arena, "jou en %s", call_together(publication, all, same));
  if (!all->count)
    return bv_say(publication, "family", NULL);
  return parent ? call_together(publication, all, same ? same : "mixed") : bv_join(publication, all->names, all->count);
}

/* {ouders}, for a child: "je moeder" when there is one parent, else "je ouders". */
static void define_parents(bv_publication *publication) {
  const bv_front *front = &publication->document->front;
  const bv_person *parent = NULL;
  size_t count = 0;
  for (size_t i = 0; i < front->persons.count; i++)
    if (front->persons.items[i].role == BV_ROLE_OUDER) {
      parent = &front->persons.items[i];
      count++;
    }
  bv_texts_define(publication->texts, "ouders",
                  count == 1 ? parent_word_for_reader(publication, parent) : bv_say(publication, "parent.more", NULL),
                  count != 1);
}

static const char *date_or_empty(bv_publication *publication, bv_date date) {
  return date.year ? bv_date_dutch(publication->arena, date) : "";
}

static void define_organisation(bv_publication *publication) {
  const bv_front *front = &publication->document->front;
  const char *organisation = front->author_organisation ? front->author_organisation : "";
  bv_texts_define(publication->texts, "organisatie-lang", organisation, false);
  bool council = strcmp(organisation, "Raad voor de Kinderbescherming") == 0;
  bv_texts_define(publication->texts, "organisatie",
                  council         ? bv_say(publication, "organisation.council", NULL)
                  : *organisation ? organisation
                                  : bv_say(publication, "organisation.none", NULL),
                  false);
}

void bv_define_people(bv_publication *publication) {
  const bv_front *front = &publication->document->front;
  bv_texts *texts = publication->texts;
  define_organisation(publication);
  const char *author = front->author_name ? front->author_name : "";
  if (front->author_function && *author)
    author = bv_sprintf(publication->arena, "%s (%s)", author, front->author_function);
  bv_texts_define(texts, "opsteller", author, false);
  bv_texts_define(texts, "kenmerk", front->reference ? front->reference : "", false);
  bv_texts_define(texts, "datum", date_or_empty(publication, front->date), false);
  bv_texts_define(texts, "termijn", date_or_empty(publication, front->reaction_deadline), false);
  bv_texts_define(texts, "zitting", date_or_empty(publication, front->hearing), false);
  children all = collect_children(publication);
  bv_texts_define(texts, "namen",
                  all.count ? bv_join(publication, all.names, all.count) : bv_say(publication, "child", NULL),
                  all.count > 1);
  bv_texts_define(texts, "kinderen", call_children(publication, &all), all.count > 1);
  define_parents(publication);
  if (publication->reader)
    bv_texts_define(texts, "lezer", publication->reader->name, false);
}
