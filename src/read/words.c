/* Whether the attributes of the tree say what the format knows. A word that is known elsewhere, or nearly, is suggested. */
#include <string.h>

#include "base/messages.h"
#include "base/same.h"
#include "base/utf8.h"
#include "model/vocabulary.h"
#include "read/reader.h"

/* Keys whose values are words of the format. */
static const struct {
  const char *key;
  const bv_words *words;
} choices[] = {{"besluit", &bv_decisions}, {"status", &bv_diagnosis_status}, {"uitkomst", &bv_outcomes},
             {"nr", &bv_judgement_numbers}};

static const char *suggestion(const bv_reader *reader, const char *mark, const char *nearest) {
  return nearest ? bv_sprintf(reader->arena, MSG_DID_YOU_MEAN, bv_sprintf(reader->arena, "%s%s", mark, nearest)) : NULL;
}

static void check_class(bv_reader *reader, const bv_class *class) {
  bool of_kind = reader->kind && bv_kind_knows_class(reader->kind, class->name);
  if (!of_kind && bv_words_find(&bv_known_classes, class->name) < 0)
    bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, class->range,
                   suggestion(reader, ".", bv_words_nearest(&bv_known_classes, class->name)), MSG_UNKNOWN_CLASS,
                   class->name);
}

/* All words of a table, for a message. */
static const char *list_of(const bv_reader *reader, const bv_words *words) {
  const char *list = words->items[0];
  for (size_t i = 1; i < words->count; i++)
    list = bv_sprintf(reader->arena, "%s, %s", list, words->items[i]);
  return list;
}

/* Keys whose values are lists of names. */
static const char *const lists[] = {"bron", "over", "van", "vertrouwelijk", "wie", "negeer"};

static bool is_list(const char *key) {
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    if (bv_same(key, lists[i]))
      return true;
  return false;
}

/* Cuts off what is longer than a value may be, and reports it; likewise a list of which the end is not looked at. */
static void check_length(bv_reader *reader, bv_attribute *attribute) {
  size_t length = BV_LONGEST_VALUE, names = 0;
  if (strnlen(attribute->value, length + 1) > length) {
    bv_read_report(reader, BV_RULE_MARKUP_ATTRIBUUT, attribute->value_range, NULL, MSG_VALUE_LONG, attribute->key,
                   bv_limit_text(reader->scratch, &bv_limits[BV_LIMIT_LONGEST_VALUE]));
    attribute->value = bv_strndup(reader->arena, attribute->value, bv_utf8_whole(attribute->value, length));
  }
  for (const char *at = attribute->value + strspn(attribute->value, ", "); *at; names++) {
    at += strcspn(at, ", ");
    at += strspn(at, ", ");
  }
  if (names > BV_MOST_NAMES && is_list(attribute->key))
    bv_read_report(reader, BV_RULE_MARKUP_ATTRIBUUT, attribute->value_range, NULL, MSG_ATTRIBUTES_NAMES, attribute->key,
                   BV_MOST_NAMES);
}

static void check_value(bv_reader *reader, const bv_attribute *attribute) {
  if (!attribute->value[strspn(attribute->value, " ")]) {
    bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, attribute->key_range, NULL, MSG_NO_VALUE, attribute->key);
    return;
  }
  for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
    if (!bv_same(attribute->key, choices[i].key) || bv_words_find(choices[i].words, attribute->value) >= 0)
      continue;
    const char *nearest = bv_words_nearest(choices[i].words, attribute->value);
    bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, attribute->value_range,
                   nearest ? suggestion(reader, "", nearest)
                           : bv_sprintf(reader->arena, MSG_CHOOSE_FROM, list_of(reader, choices[i].words)),
                   MSG_UNKNOWN_VALUE, attribute->value, attribute->key);
  }
}

static void check_attribute(bv_reader *reader, bv_attribute *attribute) {
  check_length(reader, attribute);
  if (bv_words_find(&bv_known_attributes, attribute->key) >= 0) {
    check_value(reader, attribute);
    return;
  }
  bv_read_report(reader, BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, attribute->key_range,
                 suggestion(reader, "", bv_words_nearest(&bv_known_attributes, attribute->key)), MSG_UNKNOWN_KEY,
                 attribute->key);
}

void bv_check_words(bv_reader *reader) {
  const bv_node *root = reader->document->root;
  for (const bv_node *node = root; node; node = bv_node_following(node, root)) {
    for (size_t i = 0; i < node->attributes.classes.count; i++)
      check_class(reader, &node->attributes.classes.items[i]);
    for (size_t i = 0; i < node->attributes.pairs.count; i++)
      check_attribute(reader, &node->attributes.pairs.items[i]);
  }
}
