/* Persons and sources of the front matter. */
#include <libxml/hash.h>
#include <string.h>

#include "base/messages.h"
#include "read/fields.h"

/* Who is declared, by id. */
typedef struct parties {
  bv_reader *reader;
  xmlHashTablePtr persons, sources;
} parties;

static const bv_yaml *first_item(const bv_yaml *list) { return list && list->kind == BV_YAML_LIST ? list->first : NULL; }

/* The maps of a list; whatever else stands there is reported. Gives how many there are. */
static size_t count_maps(bv_reader *reader, const bv_yaml *list, const char *key) {
  size_t count = 0;
  if (list && list->kind != BV_YAML_LIST && !(list->kind == BV_YAML_SCALAR && !*list->value))
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, list->range, NULL, MSG_FRONT_NO_LIST, key);
  for (const bv_yaml *item = first_item(list); item; item = item->next) {
    if (item->kind == BV_YAML_MAP)
      count++;
    else
      bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, item->range, NULL, MSG_FRONT_NO_MAP, key);
  }
  return count;
}

static const bv_yaml *next_map(const bv_yaml *item) {
  while (item && item->kind != BV_YAML_MAP)
    item = item->next;
  return item;
}

/* The id of a person or source; one that is taken already is reported. It is written in attributes, between commas, so
 * not every character can be part of it. */
static const char *read_id(bv_reader *reader, const bv_fields *fields, const char *of) {
  bv_need_field(reader, fields, "id", of);
  const char *id = bv_field_text(reader, fields, "id");
  if (id && strpbrk(id, " \t\n,#{}\"'=\\"))
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, bv_field_get(fields, "id")->value_range, NULL, MSG_FRONT_ID, id);
  return id;
}

static void declare(bv_reader *reader, xmlHashTablePtr table, const char *id, const bv_fields *fields, void *what) {
  if (id && xmlHashAddEntry(table, (const xmlChar *)id, what) != 0)
    bv_read_report(reader, BV_RULE_MARKUP_DUBBELE_ID, bv_field_get(fields, "id")->value_range, NULL, MSG_FRONT_ID_TWICE,
                   id);
}

static bv_person read_person(bv_reader *reader, const bv_yaml *map) {
  bv_person person = {.fields = bv_fields_of(reader, map, &bv_person_keys)};
  const bv_fields *fields = &person.fields;
  person.id = read_id(reader, fields, MSG_FRONT_OF_PERSON);
  bv_need_field(reader, fields, "rol", MSG_FRONT_OF_PERSON);
  person.role = (bv_role)(bv_field_word(reader, fields, "rol", &bv_roles) + 1);
  person.name = bv_field_text(reader, fields, "naam");
  if (!person.name)
    person.name = person.id ? person.id : "";
  person.function = bv_field_text(reader, fields, "functie");
  person.organisation = bv_field_text(reader, fields, "organisatie");
  person.relation = bv_field_text(reader, fields, "relatie");
  person.language = bv_field_text(reader, fields, "taal");
  if (!person.language)
    person.language = "nl";
  int gender = bv_field_word(reader, fields, "geslacht", &bv_genders);
  person.gender = gender < 0 ? NULL : bv_genders.items[gender];
  person.born = bv_field_date(reader, fields, "geboren");
  person.authority = bv_field_answer(reader, fields, "gezag");
  person.interpreter = bv_field_answer(reader, fields, "tolk");
  person.translation = bv_field_answer(reader, fields, "vertaling");
  person.no_reaction = bv_field_text(reader, fields, "geen-reactie");
  person.no_interview = bv_field_text(reader, fields, "geen-gesprek");
  return person;
}

static void read_persons(parties *p, const bv_yaml *list) {
  bv_front *front = &p->reader->document->front;
  front->persons.capacity = count_maps(p->reader, list, "personen");
  front->persons.items = bv_calloc(p->reader->arena, front->persons.capacity, sizeof *front->persons.items);
  for (const bv_yaml *map = next_map(first_item(list)); map; map = next_map(map->next)) {
    bv_person *person = &front->persons.items[front->persons.count++];
    *person = read_person(p->reader, map);
    declare(p->reader, p->persons, person->id, &person->fields, person);
  }
}

/* The declared id nearest to a wrong one, as a suggestion, or NULL. A front matter with very many persons is hostile, and
 * not looked through. */
static const char *suggest_person(const parties *p, const char *name) {
  enum { MOST = 500 };
  const char *items[MOST];
  bv_words names = {items, 0};
  const bv_front *front = &p->reader->document->front;
  if (!bv_read_listed(p->reader, BV_RULE_MARKUP_VERWIJZING))
    return NULL;
  for (size_t i = 0; i < front->persons.count && names.count < MOST; i++)
    if (front->persons.items[i].id)
      items[names.count++] = front->persons.items[i].id;
  return bv_suggest(p->reader, &names, name);
}

/* The person that a source names; one that is not declared is reported. */
static const bv_person *person_of(const parties *p, const bv_fields *fields) {
  const char *name = bv_field_text(p->reader, fields, "persoon");
  const bv_person *person = name ? xmlHashLookup(p->persons, (const xmlChar *)name) : NULL;
  if (name && !person)
    bv_read_report(p->reader, BV_RULE_MARKUP_VERWIJZING, bv_field_get(fields, "persoon")->value_range,
                   suggest_person(p, name), MSG_UNKNOWN_PERSON, name, "persoon");
  return person;
}

static bv_report_source read_source(const parties *p, const bv_yaml *map) {
  bv_reader *reader = p->reader;
  bv_report_source source = {.fields = bv_fields_of(reader, map, &bv_source_keys)};
  const bv_fields *fields = &source.fields;
  source.id = read_id(reader, fields, MSG_FRONT_OF_SOURCE);
  bv_need_field(reader, fields, "soort", MSG_FRONT_OF_SOURCE);
  source.kind = (bv_source_kind)(bv_field_word(reader, fields, "soort", &bv_source_kinds) + 1);
  source.kind_name = bv_field_get(fields, "soort") ? bv_field_get(fields, "soort")->value : NULL;
  source.person = person_of(p, fields);
  source.title = bv_field_text(reader, fields, "titel");
  source.author = bv_field_text(reader, fields, "auteur");
  source.function = bv_field_text(reader, fields, "functie");
  source.organisation = bv_field_text(reader, fields, "organisatie");
  source.reason = bv_field_text(reader, fields, "reden");
  source.date = bv_field_period(reader, fields, "datum");
  source.held = bv_field_answer(reader, fields, "in-bezit");
  source.announced = bv_field_answer(reader, fields, "aangekondigd");
  source.approved = bv_field_answer(reader, fields, "geaccordeerd");
  source.annexed = bv_field_answer(reader, fields, "bijlage");
  source.interpreter = bv_field_answer(reader, fields, "tolk");
  return source;
}

/* The author is a source that needs no declaration: dated as the report, and first. */
static bv_report_source author_source(const bv_front *front) {
  bv_report_source author = {.id = "opsteller",
                             .kind = BV_SOURCE_OPSTELLER,
                             .kind_name = "opsteller",
                             .author = front->author_name,
                             .function = front->author_function,
                             .organisation = front->author_organisation};
  if (front->date.year)
    author.date = (bv_period){front->date, front->date, BV_PRECISION_DAY};
  return author;
}

static void read_sources(parties *p, const bv_yaml *list, const bv_fields *author) {
  bv_front *front = &p->reader->document->front;
  front->sources.capacity = count_maps(p->reader, list, "bronnen") + 1;
  front->sources.items = bv_calloc(p->reader->arena, front->sources.capacity, sizeof *front->sources.items);
  bv_report_source *first = &front->sources.items[front->sources.count++];
  *first = author_source(front);
  first->fields = *author;
  xmlHashAddEntry(p->sources, (const xmlChar *)first->id, first);
  for (const bv_yaml *map = next_map(first_item(list)); map; map = next_map(map->next)) {
    bv_report_source *source = &front->sources.items[front->sources.count];
    *source = read_source(p, map);
    source->number = (unsigned)front->sources.count++;
    declare(p->reader, p->sources, source->id, &source->fields, source);
  }
}

void bv_read_parties(bv_reader *reader, const bv_yaml *persons, const bv_yaml *sources, const bv_fields *author) {
  parties p = {reader, xmlHashCreate(0), xmlHashCreate(0)};
  if (!p.persons || !p.sources)
    bv_out_of_memory();
  read_persons(&p, persons);
  read_sources(&p, sources, author);
  xmlHashFree(p.persons, NULL);
  xmlHashFree(p.sources, NULL);
}
