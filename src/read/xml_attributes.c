#include <string.h>

#include "base/limits.h"
#include "base/messages.h"
#include "read/xml.h"

static bool names(const bv_xml_reader *x, bv_range range, const char *name) {
  return strlen(name) == range.end - range.start && memcmp(x->scan.bytes + range.start, name, strlen(name)) == 0;
}

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* Classes stand in one value, with white space between them. */
static void add_classes(bv_xml_reader *x, bv_attributes *attributes, bv_range value) {
  const char *bytes = x->scan.bytes;
  for (uint32_t at = value.start, end; at < value.end; at = end) {
    while (at < value.end && is_space(bytes[at]))
      at++;
    for (end = at; end < value.end && !is_space(bytes[end]);)
      end++;
    bv_range range = {at, end};
    if (end > at)
      BV_PUSH(x->reader->arena, &attributes->classes, (bv_class){bv_xml_value(x, range), range});
  }
}

static void add_pair(bv_xml_reader *x, bv_attributes *attributes, const char *key, bv_range key_range,
                     bv_range value) {
  for (size_t i = 0; i < attributes->pairs.count; i++)
    if (strcmp(attributes->pairs.items[i].key, key) == 0) {
      bv_read_report(x->reader, BV_RULE_MARKUP_ATTRIBUUT, key_range, NULL, MSG_ATTRIBUTES_KEY_TWICE, key);
      return;
    }
  if (attributes->pairs.count == BV_MOST_ATTRIBUTES) {
    bv_xml_refuse(x, key_range.start, MSG_XML_LARGE);
    return;
  }
  bv_attribute attribute = {key, bv_xml_value(x, value), key_range, value};
  BV_PUSH(x->reader->arena, &attributes->pairs, attribute);
}

static void add_attribute(bv_xml_reader *x, bv_attributes *attributes, bv_range name, bv_range value) {
  if (names(x, name, "id")) {
    attributes->id = bv_xml_value(x, value);
    attributes->id_range = value;
  } else if (names(x, name, "klassen")) {
    add_classes(x, attributes, value);
  } else if (!names(x, name, "niveau")) {
    const char *key = bv_strndup(x->reader->arena, x->scan.bytes + name.start, name.end - name.start);
    add_pair(x, attributes, key, name, value);
  }
}

static bool is_blank(const bv_xml_scan *scan) {
  for (uint32_t at = scan->token.range.start; at < scan->token.range.end; at++)
    if (!is_space(scan->bytes[at]))
      return false;
  return scan->token.kind == BV_XML_TEXT;
}

/* Goes to the <kenmerk> that comes next; false, and stays where it is, when something else does. */
static bool next_mark(bv_xml_reader *x) {
  bv_xml_scan ahead = x->scan;
  do
    bv_xml_next(&ahead);
  while (is_blank(&ahead));
  if (ahead.token.kind != BV_XML_OPEN || !bv_xml_is(&ahead, "kenmerk"))
    return false;
  x->scan = ahead;
  return true;
}

bv_attributes bv_xml_attributes(bv_xml_reader *x) {
  bv_attributes attributes = {0};
  bv_range tag = x->scan.token.range, name, value;
  for (uint32_t at = 0; (at = bv_xml_attribute(&x->scan, at, &name, &value)) > 0;)
    add_attribute(x, &attributes, name, value);
  while (next_mark(x)) {
    bv_xml_find(x, "naam", &name);
    bv_xml_find(x, "waarde", &value);
    add_pair(x, &attributes, bv_xml_value(x, name), name, value);
    bv_xml_pass(x);
    tag.end = x->scan.token.range.end;
  }
  if (attributes.id || attributes.classes.count || attributes.pairs.count)
    attributes.range = tag;
  return attributes;
}
