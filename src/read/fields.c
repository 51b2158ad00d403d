#include "read/fields.h"

#include <string.h>

#include "base/messages.h"
#include "base/utf8.h"
#include "read/bytes.h"

const char *bv_suggest(bv_reader *reader, const bv_words *words, const char *word) {
  const char *nearest = bv_words_nearest(words, word);
  return nearest ? bv_sprintf(reader->arena, MSG_DID_YOU_MEAN, nearest) : NULL;
}

const char *bv_clean_entry(bv_reader *reader, const bv_yaml *entry) {
  return bv_clean_string(reader, entry->value, entry->range);
}

/* The text of an entry, as far as it is not too long to stand with each claim. */
static const char *text_of(bv_reader *reader, const bv_yaml *entry, const char *key) {
  const char *text = bv_clean_entry(reader, entry);
  size_t length = BV_LONGEST_FIELD;
  if (strnlen(text, length + 1) <= length)
    return text;
  bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, entry->range, NULL, MSG_VALUE_LONG, key,
                 bv_limit_text(reader->scratch, &bv_limits[BV_LIMIT_LONGEST_FIELD]));
  return bv_strndup(reader->arena, text, bv_utf8_whole(text, length));
}

static bv_field field_of(bv_reader *reader, const bv_yaml *entry) {
  bv_field field = {.key = entry->key, .key_range = entry->key_range, .value_range = entry->range};
  if (entry->kind == BV_YAML_SCALAR)
    field.value = text_of(reader, entry, entry->key);
  if (entry->kind != BV_YAML_LIST)
    return field;
  size_t count = 0;
  for (const bv_yaml *item = entry->first; item; item = item->next)
    count += item->kind == BV_YAML_SCALAR;
  field.list.items = bv_calloc(reader->arena, count, sizeof *field.list.items);
  field.list.ranges = bv_calloc(reader->arena, count, sizeof *field.list.ranges);
  for (const bv_yaml *item = entry->first; item; item = item->next)
    if (item->kind == BV_YAML_SCALAR) {
      field.list.items[field.list.count] = text_of(reader, item, entry->key);
      field.list.ranges[field.list.count++] = item->range;
    }
  return field;
}

bv_fields bv_fields_of(bv_reader *reader, const bv_yaml *map, const bv_words *words) {
  bv_fields fields = {.range = map->range};
  bool *seen = bv_calloc(reader->scratch, words->count, sizeof *seen);
  for (const bv_yaml *entry = map->first; entry; entry = entry->next) {
    int known = bv_words_find(words, entry->key);
    if (known < 0) {
      bool exception = strcmp(entry->key, "negeer") == 0; /* it belongs to the text; whoever meant it is told the way */
      bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, entry->key_range,
                     exception ? MSG_FRONT_IGNORE_ADVICE : bv_suggest(reader, words, entry->key), MSG_FRONT_UNKNOWN_KEY, bv_clean_string(reader, entry->key, entry->key_range));
    } else if (seen[known]) {
      bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, entry->key_range, NULL, MSG_FRONT_KEY_TWICE, entry->key);
    } else {
      seen[known] = true;
      BV_PUSH(reader->arena, &fields, field_of(reader, entry));
    }
  }
  return fields;
}

const bv_field *bv_field_get(const bv_fields *fields, const char *key) {
  for (size_t i = 0; i < fields->count; i++)
    if (bv_same(fields->items[i].key, key))
      return &fields->items[i];
  return NULL;
}

const char *bv_field_text(bv_reader *reader, const bv_fields *fields, const char *key) {
  const bv_field *field = bv_field_get(fields, key);
  if (!field)
    return NULL;
  if (!field->value)
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, field->value_range, NULL, MSG_FRONT_NO_TEXT, key);
  return field->value && *field->value ? field->value : NULL;
}

/* The part of a range that lies on its first line. */
static bv_range first_line(const bv_reader *reader, bv_range range) {
  const bv_source *source = reader->document->source;
  uint32_t end = bv_source_line(source, bv_source_position(source, range.start).line).end;
  return (bv_range){range.start, end < range.end ? end : range.end};
}

void bv_need_field(bv_reader *reader, const bv_fields *fields, const char *key, const char *of) {
  const bv_field *field = bv_field_get(fields, key);
  if (!field || (field->value && !*field->value))
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, field ? field->key_range : first_line(reader, fields->range), NULL,
                   MSG_FRONT_MISSING, of, key);
}

/* Where the value of a field stands, or all of them when it is not there. */
static bv_range value_range(const bv_fields *fields, const char *key) {
  const bv_field *field = bv_field_get(fields, key);
  return field ? field->value_range : fields->range;
}

int bv_field_word(bv_reader *reader, const bv_fields *fields, const char *key, const bv_words *words) {
  const char *value = bv_field_text(reader, fields, key);
  int index = value ? bv_words_find(words, value) : -1;
  if (value && index < 0)
    bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, value_range(fields, key),
                   bv_suggest(reader, words, value), MSG_UNKNOWN_VALUE, value, key);
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

bv_answer bv_field_answer(bv_reader *reader, const bv_fields *fields, const char *key) {
  const char *value = bv_field_text(reader, fields, key);
  if (!value)
    return BV_UNSAID;
  int index = bv_words_find(&bv_yes_no, value);
  if (index >= 0)
    return index == 0 ? BV_JA : BV_NEE;
  const char *meant = as_answer(value);
  bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, value_range(fields, key),
                 meant ? bv_sprintf(reader->arena, MSG_DID_YOU_MEAN, meant) : NULL, MSG_FRONT_YES_NO, value, key);
  return BV_UNSAID;
}

bv_period bv_field_period(bv_reader *reader, const bv_fields *fields, const char *key) {
  bv_period result = {0};
  const char *value = bv_field_text(reader, fields, key);
  bv_date_error error = value ? bv_period_parse(value, &result) : BV_DATE_OK;
  if (error)
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, value_range(fields, key), NULL,
                   error == BV_DATE_SYNTAX     ? MSG_FRONT_DATE_SYNTAX
                   : error == BV_DATE_CALENDAR ? MSG_FRONT_DATE_CALENDAR
                                               : MSG_FRONT_DATE_ORDER,
                   value);
  return result;
}

bv_date bv_field_date(bv_reader *reader, const bv_fields *fields, const char *key) {
  bv_period result = bv_field_period(reader, fields, key);
  if (result.first.year && result.precision != BV_PRECISION_DAY) {
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, value_range(fields, key), NULL, MSG_FRONT_DATE_DAY, key);
    return (bv_date){0};
  }
  return result.first;
}
