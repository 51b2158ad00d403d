/* What the entries of the front matter mean. */
#include "read/front.h"

#include <string.h>

#include "base/messages.h"
#include "read/fields.h"

static void add_measure(bv_reader *reader, const char *measure, bv_range range) {
  if (bv_words_find(&bv_measures, measure) < 0)
    bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, range, bv_suggest(reader, &bv_measures, measure),
                   MSG_UNKNOWN_VALUE, measure, "maatregel");
  BV_PUSH(reader->arena, &reader->document->front.measures, measure);
}

/* One measure, or a list. */
static void read_measures(bv_reader *reader) {
  const bv_field *field = bv_field_get(&reader->document->front.fields, "maatregel");
  if (!field)
    return;
  if (field->value && *field->value)
    add_measure(reader, field->value, field->value_range);
  for (size_t i = 0; i < field->list.count; i++)
    add_measure(reader, field->list.items[i], field->list.ranges[i]);
  if (!field->value && !field->list.items)
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, field->value_range, NULL, MSG_FRONT_NO_LIST, "maatregel");
}

/* Gives the fields of the author. */
static bv_fields read_author(bv_reader *reader, const bv_yaml *map) {
  bv_front *front = &reader->document->front;
  if (map && map->kind != BV_YAML_MAP) {
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, map->range, NULL, MSG_FRONT_AUTHOR);
    if (map->kind == BV_YAML_SCALAR && *map->value)
      front->author_name = bv_clean_entry(reader, map);
    return (bv_fields){.range = map->range};
  }
  if (!map)
    return (bv_fields){0};
  bv_fields fields = bv_fields_of(reader, map, &bv_author_keys);
  bv_need_field(reader, &fields, "naam", MSG_FRONT_OF_AUTHOR);
  front->author_name = bv_field_text(reader, &fields, "naam");
  front->author_function = bv_field_text(reader, &fields, "functie");
  front->author_organisation = bv_field_text(reader, &fields, "organisatie");
  return fields;
}

static void read_dates(bv_reader *reader) {
  bv_front *front = &reader->document->front;
  const bv_fields *fields = &front->fields;
  front->date = bv_field_date(reader, fields, "datum");
  front->reaction_deadline = bv_field_date(reader, fields, "reactietermijn");
  front->request_received = bv_field_date(reader, fields, "verzoek-ontvangen");
  front->inquiry_started = bv_field_date(reader, fields, "onderzoek-gestart");
  front->hearing = bv_field_date(reader, fields, "zitting");
  front->measure_since = bv_field_date(reader, fields, "maatregel-sinds");
  front->placed_since = bv_field_date(reader, fields, "uithuisgeplaatst-sinds");
  front->expires = bv_field_date(reader, fields, "verloopt");
}

/* The names of the kinds of document: those that were given, else those of the format. */
static bv_words kind_names(bv_reader *reader) {
  const bv_kind_set *kinds = reader->kinds;
  if (!kinds)
    return bv_kinds;
  const char **names = bv_calloc(reader->scratch, kinds->count + 1, sizeof *names);
  size_t count = 0;
  for (size_t i = 0; i < kinds->count; i++)
    if (!kinds->items[i]->abstract)
      names[count++] = kinds->items[i]->name;
  return (bv_words){names, count};
}

/* The keys of the format, and those that the kind of the draft adds. */
static bv_words front_keys(bv_reader *reader) {
  if (!reader->kind)
    return bv_front_keys;
  size_t count = bv_front_keys.count;
  const char **keys = bv_calloc(reader->scratch, count + reader->kind->fields.count, sizeof *keys);
  memcpy(keys, bv_front_keys.items, count * sizeof *keys);
  for (size_t i = 0; i < reader->kind->fields.count; i++)
    keys[count++] = reader->kind->fields.items[i].name;
  return (bv_words){keys, count};
}

static void read_words(bv_reader *reader) {
  static const char *const versions[] = {"1"};
  static const bv_words version = {versions, 1};
  bv_front *front = &reader->document->front;
  const bv_fields *fields = &front->fields;
  bv_field_word(reader, fields, "bronvast", &version);
  const bv_words kinds = kind_names(reader);
  bv_field_word(reader, fields, "soort", &kinds);
  front->kind = bv_field_text(reader, fields, "soort");
  front->reference = bv_field_text(reader, fields, "kenmerk");
  front->definitive = bv_field_word(reader, fields, "status", &bv_states) == 1;
  front->urgent = bv_field_answer(reader, fields, "spoed") == BV_JA;
  front->extension = bv_field_answer(reader, fields, "verlenging") == BV_JA;
}

static void need_top(bv_reader *reader) {
  static const char *const keys[] = {"bronvast", "soort", "kenmerk", "datum", "opsteller", "personen", "bronnen"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    bv_need_field(reader, &reader->document->front.fields, keys[i], MSG_FRONT_OF_FRONT);
}

void bv_fill_front(bv_reader *reader, const bv_yaml *entries, bool complete) {
  bv_front *front = &reader->document->front;
  bv_range range = front->fields.range;
  static const bv_yaml nothing = {.kind = BV_YAML_MAP};
  if (entries && entries->kind != BV_YAML_MAP)
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, entries->range, NULL, MSG_FRONT_NO_ENTRIES);
  front->entries = entries && entries->kind == BV_YAML_MAP ? entries : NULL;
  const bv_yaml *kind = bv_yaml_get(front->entries, "soort");
  reader->kind = reader->kinds && kind && kind->value ? bv_kind_find(reader->kinds, kind->value) : NULL;
  bv_words keys = front_keys(reader);
  front->fields = bv_fields_of(reader, front->entries ? front->entries : &nothing, &keys);
  front->fields.range = range;
  if (complete)
    need_top(reader);
  read_words(reader);
  read_dates(reader);
  read_measures(reader);
  bv_fields author = read_author(reader, bv_yaml_get(entries, "opsteller"));
  bv_read_parties(reader, bv_yaml_get(entries, "personen"), bv_yaml_get(entries, "bronnen"), &author);
}
