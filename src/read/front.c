/* What the entries of the front matter mean. */
#include "read/front.h"

#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "model/vocabulary.h"
#include "read/bytes.h"

/* ---- Entries to fields ---- */

static const char *suggest(bv_reader *reader, const bv_words *words, const char *word) {
  const char *nearest = bv_words_nearest(words, word);
  return nearest ? bv_sprintf(reader->arena, MSG_DID_YOU_MEAN, nearest) : NULL;
}

static const char *clean(bv_reader *reader, const bv_yaml *entry) {
  return bv_clean_string(reader, entry->value, entry->range);
}

static bv_field field_of(bv_reader *reader, const bv_yaml *entry) {
  bv_field field = {.key = entry->key, .key_range = entry->key_range, .value_range = entry->range};
  if (entry->kind == BV_YAML_SCALAR)
    field.value = clean(reader, entry);
  if (entry->kind != BV_YAML_LIST)
    return field;
  size_t count = 0;
  for (const bv_yaml *item = entry->first; item; item = item->next)
    count += item->kind == BV_YAML_SCALAR;
  field.list.items = bv_calloc(reader->arena, count, sizeof *field.list.items);
  field.list.ranges = bv_calloc(reader->arena, count, sizeof *field.list.ranges);
  for (const bv_yaml *item = entry->first; item; item = item->next)
    if (item->kind == BV_YAML_SCALAR) {
      field.list.items[field.list.count] = clean(reader, item);
      field.list.ranges[field.list.count++] = item->range;
    }
  return field;
}

/* The entries of a map with keys from `words`; others, and keys that stand there twice, are reported. At most one field a
 * key, so there are never more than there are words. */
static bv_fields fields_of(bv_reader *reader, const bv_yaml *map, const bv_words *words) {
  bv_fields fields = {.range = map->range};
  bool *seen = bv_calloc(reader->scratch, words->count, sizeof *seen);
  for (const bv_yaml *entry = map->first; entry; entry = entry->next) {
    int known = bv_words_find(words, entry->key);
    if (known < 0) {
      bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, entry->key_range, suggest(reader, words, entry->key),
                     MSG_FRONT_UNKNOWN_KEY, entry->key);
    } else if (seen[known]) {
      bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, entry->key_range, NULL, MSG_FRONT_KEY_TWICE, entry->key);
    } else {
      seen[known] = true;
      BV_PUSH(reader->arena, &fields, field_of(reader, entry));
    }
  }
  return fields;
}

static const bv_field *get(const bv_fields *fields, const char *key) {
  for (size_t i = 0; i < fields->count; i++)
    if (strcmp(fields->items[i].key, key) == 0)
      return &fields->items[i];
  return NULL;
}

/* ---- Fields to values ---- */

/* The text of a field; NULL when it is not there, or is a list or map, which is reported. */
static const char *text(bv_reader *reader, const bv_fields *fields, const char *key) {
  const bv_field *field = get(fields, key);
  if (!field)
    return NULL;
  if (!field->value)
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, field->value_range, NULL, MSG_FRONT_NO_TEXT, key);
  return field->value && *field->value ? field->value : NULL;
}

static void need(bv_reader *reader, const bv_fields *fields, const char *key, const char *of) {
  const bv_field *field = get(fields, key);
  bv_range place = field ? field->key_range : (bv_range){fields->range.start, fields->range.start};
  if (!field || (field->value && !*field->value))
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, place, NULL, MSG_FRONT_MISSING, of, key);
}

/* The index of a word in its table; -1 when the field is not there or says something else, which is reported. */
static int word(bv_reader *reader, const bv_fields *fields, const char *key, const bv_words *words) {
  const char *value = text(reader, fields, key);
  int index = value ? bv_words_find(words, value) : -1;
  if (value && index < 0)
    bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, get(fields, key)->value_range, suggest(reader, words, value),
                   MSG_UNKNOWN_VALUE, value, key);
  return index;
}

/* What YAML calls true is `ja` here. */
static const char *as_answer(const char *value) {
  static const char *const pairs[][2] = {{"true", "ja"}, {"yes", "ja"}, {"waar", "ja"},
                                         {"false", "nee"}, {"no", "nee"}, {"neen", "nee"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (strcmp(value, pairs[i][0]) == 0)
      return pairs[i][1];
  return bv_words_nearest(&bv_yes_no, value);
}

static bv_answer answer(bv_reader *reader, const bv_fields *fields, const char *key) {
  const char *value = text(reader, fields, key);
  if (!value)
    return BV_UNSAID;
  int index = bv_words_find(&bv_yes_no, value);
  if (index >= 0)
    return index == 0 ? BV_JA : BV_NEE;
  const char *meant = as_answer(value);
  bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, get(fields, key)->value_range,
                 meant ? bv_sprintf(reader->arena, MSG_DID_YOU_MEAN, meant) : NULL, MSG_FRONT_YES_NO, value, key);
  return BV_UNSAID;
}

static bv_period period(bv_reader *reader, const bv_fields *fields, const char *key) {
  bv_period result = {0};
  const char *value = text(reader, fields, key);
  bv_date_error error = value ? bv_period_parse(value, &result) : BV_DATE_OK;
  if (error)
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, get(fields, key)->value_range, NULL,
                   error == BV_DATE_SYNTAX     ? MSG_FRONT_DATE_SYNTAX
                   : error == BV_DATE_CALENDAR ? MSG_FRONT_DATE_CALENDAR
                                               : MSG_FRONT_DATE_ORDER,
                   value);
  return result;
}

static bv_date date(bv_reader *reader, const bv_fields *fields, const char *key) {
  bv_period result = period(reader, fields, key);
  if (result.first.year && result.precision != BV_PRECISION_DAY) {
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, get(fields, key)->value_range, NULL, MSG_FRONT_DATE_DAY, key);
    return (bv_date){0};
  }
  return result.first;
}

/* ---- Persons and sources ---- */

/* The maps of a list; whatever else stands there is reported. Gives how many there are. */
static size_t count_maps(bv_reader *reader, const bv_yaml *list, const char *key) {
  size_t count = 0;
  if (list && list->kind != BV_YAML_LIST && !(list->kind == BV_YAML_SCALAR && !*list->value))
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, list->range, NULL, MSG_FRONT_NO_LIST, key);
  for (const bv_yaml *item = list && list->kind == BV_YAML_LIST ? list->first : NULL; item; item = item->next) {
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

/* An id is written in attributes, between commas, so not every character can be part of it. */
static const char *id(bv_reader *reader, const bv_fields *fields, const char *of) {
  need(reader, fields, "id", of);
  const char *value = text(reader, fields, "id");
  if (value && strpbrk(value, " \t\n,#{}\"'=\\"))
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, get(fields, "id")->value_range, NULL, MSG_FRONT_ID, value);
  return value;
}

static bv_person read_person(bv_reader *reader, const bv_yaml *map) {
  bv_person person = {.fields = fields_of(reader, map, &bv_person_keys)};
  const bv_fields *fields = &person.fields;
  static const char *const letters[] = {"m", "v", "x"};
  static const bv_words genders = {letters, sizeof letters / sizeof *letters};
  person.id = id(reader, fields, MSG_FRONT_OF_PERSON);
  need(reader, fields, "rol", MSG_FRONT_OF_PERSON);
  person.role = (bv_role)(word(reader, fields, "rol", &bv_roles) + 1);
  person.name = text(reader, fields, "naam");
  if (!person.name)
    person.name = person.id ? person.id : "";
  person.function = text(reader, fields, "functie");
  person.organisation = text(reader, fields, "organisatie");
  person.relation = text(reader, fields, "relatie");
  person.language = text(reader, fields, "taal");
  if (!person.language)
    person.language = "nl";
  int gender = word(reader, fields, "geslacht", &genders);
  person.gender = gender < 0 ? NULL : letters[gender];
  person.born = date(reader, fields, "geboren");
  person.authority = answer(reader, fields, "gezag");
  person.interpreter = answer(reader, fields, "tolk");
  person.translation = answer(reader, fields, "vertaling");
  person.no_reaction = text(reader, fields, "geen-reactie");
  person.no_interview = text(reader, fields, "geen-gesprek");
  return person;
}

static void read_persons(bv_reader *reader, const bv_yaml *list) {
  bv_front *front = &reader->document->front;
  front->persons.capacity = count_maps(reader, list, "personen");
  front->persons.items = bv_calloc(reader->arena, front->persons.capacity, sizeof *front->persons.items);
  for (const bv_yaml *map = list ? next_map(list->first) : NULL; map; map = next_map(map->next))
    front->persons.items[front->persons.count++] = read_person(reader, map);
}

/* The person that a source names; one that is not declared is reported. */
static const bv_person *person_of(bv_reader *reader, const bv_fields *fields) {
  const char *name = text(reader, fields, "persoon");
  if (!name)
    return NULL;
  const bv_person *found = bv_person_find(reader->document, name);
  const bv_front *front = &reader->document->front;
  if (found)
    return found;
  bv_words names = {0};
  const char **items = bv_calloc(reader->scratch, front->persons.count, sizeof *items);
  for (size_t i = 0; i < front->persons.count; i++)
    if (front->persons.items[i].id)
      items[names.count++] = front->persons.items[i].id;
  names.items = items;
  bv_read_report(reader, BV_RULE_MARKUP_VERWIJZING, get(fields, "persoon")->value_range, suggest(reader, &names, name),
                 MSG_UNKNOWN_PERSON, name, "persoon");
  return NULL;
}

static bv_report_source read_source(bv_reader *reader, const bv_yaml *map) {
  bv_report_source source = {.fields = fields_of(reader, map, &bv_source_keys)};
  const bv_fields *fields = &source.fields;
  source.id = id(reader, fields, MSG_FRONT_OF_SOURCE);
  need(reader, fields, "soort", MSG_FRONT_OF_SOURCE);
  source.kind = (bv_source_kind)(word(reader, fields, "soort", &bv_source_kinds) + 1);
  source.kind_name = get(fields, "soort") ? get(fields, "soort")->value : NULL;
  source.person = person_of(reader, fields);
  source.title = text(reader, fields, "titel");
  source.author = text(reader, fields, "auteur");
  source.function = text(reader, fields, "functie");
  source.organisation = text(reader, fields, "organisatie");
  source.reason = text(reader, fields, "reden");
  source.date = period(reader, fields, "datum");
  source.held = answer(reader, fields, "in-bezit");
  source.announced = answer(reader, fields, "aangekondigd");
  source.approved = answer(reader, fields, "geaccordeerd");
  source.annexed = answer(reader, fields, "bijlage");
  source.interpreter = answer(reader, fields, "tolk");
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

static void read_sources(bv_reader *reader, const bv_yaml *list, const bv_fields *author) {
  bv_front *front = &reader->document->front;
  front->sources.capacity = count_maps(reader, list, "bronnen") + 1;
  front->sources.items = bv_calloc(reader->arena, front->sources.capacity, sizeof *front->sources.items);
  front->sources.items[front->sources.count] = author_source(front);
  front->sources.items[front->sources.count++].fields = *author;
  for (const bv_yaml *map = list ? next_map(list->first) : NULL; map; map = next_map(map->next)) {
    bv_report_source source = read_source(reader, map);
    source.number = (unsigned)front->sources.count;
    front->sources.items[front->sources.count++] = source;
  }
}

/* ---- Ids that stand there twice ---- */

typedef struct declared {
  const char *id;
  bv_range range;
} declared;

static int by_id(const void *a, const void *b) {
  const declared *left = a, *right = b;
  int order = strcmp(left->id, right->id);
  return order ? order : left->range.start < right->range.start ? -1 : left->range.start > right->range.start;
}

static void report_twice(bv_reader *reader, declared *ids, size_t count) {
  if (count)
    qsort(ids, count, sizeof *ids, by_id);
  for (size_t i = 1; i < count; i++)
    if (strcmp(ids[i].id, ids[i - 1].id) == 0)
      bv_read_report(reader, BV_RULE_MARKUP_DUBBELE_ID, ids[i].range, NULL, MSG_FRONT_ID_TWICE, ids[i].id);
}

static declared declared_id(const char *name, const bv_fields *fields) {
  const bv_field *field = get(fields, "id");
  return (declared){name, field ? field->value_range : (bv_range){0, 0}};
}

static void report_ids(bv_reader *reader) {
  const bv_front *front = &reader->document->front;
  declared *persons = bv_calloc(reader->scratch, front->persons.count, sizeof *persons);
  declared *sources = bv_calloc(reader->scratch, front->sources.count, sizeof *sources);
  size_t person_count = 0, source_count = 0;
  for (size_t i = 0; i < front->persons.count; i++)
    if (front->persons.items[i].id)
      persons[person_count++] = declared_id(front->persons.items[i].id, &front->persons.items[i].fields);
  for (size_t i = 0; i < front->sources.count; i++)
    if (front->sources.items[i].id)
      sources[source_count++] = declared_id(front->sources.items[i].id, &front->sources.items[i].fields);
  report_twice(reader, persons, person_count);
  report_twice(reader, sources, source_count);
}

/* ---- The top level ---- */

static void read_measures(bv_reader *reader) {
  bv_front *front = &reader->document->front;
  const bv_field *field = get(&front->fields, "maatregel");
  const char **items = field && field->value ? (const char **)&field->value : field ? field->list.items : NULL;
  size_t count = field && field->value ? (*field->value != '\0') : field ? field->list.count : 0;
  if (field && !field->value && !field->list.items)
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, field->value_range, NULL, MSG_FRONT_NO_LIST, "maatregel");
  for (size_t i = 0; i < count; i++) {
    if (bv_words_find(&bv_measures, items[i]) < 0)
      bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, field->value ? field->value_range : field->list.ranges[i],
                     suggest(reader, &bv_measures, items[i]), MSG_UNKNOWN_VALUE, items[i], "maatregel");
    BV_PUSH(reader->arena, &front->measures, items[i]);
  }
}

/* Gives the fields of the author. */
static bv_fields read_author(bv_reader *reader, const bv_yaml *map) {
  bv_front *front = &reader->document->front;
  if (map && map->kind != BV_YAML_MAP) {
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, map->range, NULL, MSG_FRONT_AUTHOR);
    if (map->kind == BV_YAML_SCALAR && *map->value)
      front->author_name = clean(reader, map);
    return (bv_fields){.range = map->range};
  }
  if (!map)
    return (bv_fields){0};
  bv_fields fields = fields_of(reader, map, &bv_author_keys);
  need(reader, &fields, "naam", MSG_FRONT_OF_AUTHOR);
  front->author_name = text(reader, &fields, "naam");
  front->author_function = text(reader, &fields, "functie");
  front->author_organisation = text(reader, &fields, "organisatie");
  return fields;
}

static void read_dates(bv_reader *reader) {
  bv_front *front = &reader->document->front;
  const bv_fields *fields = &front->fields;
  front->date = date(reader, fields, "datum");
  front->reaction_deadline = date(reader, fields, "reactietermijn");
  front->request_received = date(reader, fields, "verzoek-ontvangen");
  front->inquiry_started = date(reader, fields, "onderzoek-gestart");
  front->hearing = date(reader, fields, "zitting");
  front->measure_since = date(reader, fields, "maatregel-sinds");
  front->placed_since = date(reader, fields, "uithuisgeplaatst-sinds");
  front->expires = date(reader, fields, "verloopt");
}

static void read_words(bv_reader *reader) {
  static const char *const versions[] = {"1"}, *const states[] = {"concept", "definitief"};
  static const bv_words version = {versions, 1}, status = {states, 2};
  bv_front *front = &reader->document->front;
  const bv_fields *fields = &front->fields;
  word(reader, fields, "bronvast", &version);
  word(reader, fields, "soort", &bv_kinds);
  front->kind = text(reader, fields, "soort");
  front->reference = text(reader, fields, "kenmerk");
  front->definitive = word(reader, fields, "status", &status) == 1;
  front->urgent = answer(reader, fields, "spoed") == BV_JA;
  front->extension = answer(reader, fields, "verlenging") == BV_JA;
}

static void need_top(bv_reader *reader) {
  static const char *const keys[] = {"bronvast", "soort", "kenmerk", "datum", "opsteller", "personen", "bronnen"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    need(reader, &reader->document->front.fields, keys[i], MSG_FRONT_OF_FRONT);
}

void bv_fill_front(bv_reader *reader, const bv_yaml *entries, bool complete) {
  bv_front *front = &reader->document->front;
  bv_range range = front->fields.range;
  static const bv_yaml nothing = {.kind = BV_YAML_MAP};
  front->entries = entries && entries->kind == BV_YAML_MAP ? entries : NULL;
  if (entries && entries->kind != BV_YAML_MAP)
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, entries->range, NULL, MSG_FRONT_NO_ENTRIES);
  front->fields = fields_of(reader, entries && entries->kind == BV_YAML_MAP ? entries : &nothing, &bv_front_keys);
  front->fields.range = range;
  if (complete)
    need_top(reader);
  read_words(reader);
  read_dates(reader);
  read_measures(reader);
  bv_fields author = read_author(reader, bv_yaml_get(entries, "opsteller"));
  read_persons(reader, bv_yaml_get(entries, "personen"));
  read_sources(reader, bv_yaml_get(entries, "bronnen"), &author);
  report_ids(reader);
}
