#include "read/xml_check.h"

#include <libxml/tree.h>
#include <string.h>
#include <strings.h>

#include "base/messages.h"
#include "base/utf8.h"
#include "model/vocabulary.h"
#include "read/xml.h"

static const char schema[] = "schemas/concept.rng";
/* More than any draft has, and few enough for libxml2, which compares each attribute of a tag with all others, and
 * takes the square of the number of fields to validate them. */
enum { MOST_ATTRIBUTES = 200, MOST_FIELDS = 20000 };

/* The line of the first byte that is no UTF-8, or 0. */
static int line_of_wrong_byte(const char *bytes, size_t length) {
  int line = 1;
  uint32_t c;
  for (size_t at = 0, size; at < length; at += size) {
    size = bv_utf8_decode(bytes + at, length - at, &c);
    if (size == 0)
      return line;
    line += bytes[at] == '\n';
  }
  return 0;
}

/* The line of a start tag with too many attributes, or 0. In a tag no '<' can
 * stand, not even in a value, so each is looked at once. */
static int line_of_crowded_tag(const char *bytes, size_t length) {
  int line = 1;
  unsigned quotes = 0;
  bool inside = false;
  char quote = '\0';
  for (size_t at = 0; at < length; at++) {
    char c = bytes[at];
    line += c == '\n';
    if (c == '<') {
      inside = at + 1 < length && bytes[at + 1] != '!' && bytes[at + 1] != '?';
      quote = '\0';
      quotes = 0;
    } else if (inside && (quote ? c == quote : c == '"' || c == '\'')) {
      quote = quote ? '\0' : c;
      if (++quotes > 2 * MOST_ATTRIBUTES)
        return line;
    } else if (c == '>' && !quote) {
      inside = false;
    }
  }
  return 0;
}

/* Whether the document says that it is in UTF-8, or says nothing. */
static bool is_utf8(const xmlDoc *document) {
  const char *encoding = (const char *)document->encoding;
  return !encoding || strcasecmp(encoding, "UTF-8") == 0 || strcasecmp(encoding, "US-ASCII") == 0;
}

static bool is_draft(const xmlDoc *document) {
  const xmlNode *root = xmlDocGetRootElement(document);
  return root && strcmp((const char *)root->name, "concept") == 0 && root->ns &&
         strcmp((const char *)root->ns->href, BV_DRAFT_NAMESPACE) == 0;
}

static bool is_named(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* The next node in the order of the document. */
static const xmlNode *following(const xmlNode *node) {
  if (node->children && node->type == XML_ELEMENT_NODE)
    return node->children;
  while (node && !node->next)
    node = node->parent;
  return node ? node->next : NULL;
}

/* Whether there are not too many fields on the front matter, nor attributes written as elements. */
static bool check_numbers(const xmlDoc *document, bv_xml_error *error) {
  unsigned fields = 0, marks = 0;
  bool front = true;
  for (const xmlNode *node = xmlDocGetRootElement(document); node; node = following(node)) {
    front = front && !is_named(node, "inhoud");
    fields += front && node->type == XML_ELEMENT_NODE;
    marks = is_named(node, "kenmerk") ? marks + 1 : node->type == XML_ELEMENT_NODE ? 0 : marks;
    if (fields <= MOST_FIELDS && marks <= MOST_ATTRIBUTES)
      continue;
    *error = (bv_xml_error){MSG_XML_LARGE, (int)xmlGetLineNo(node)};
    return false;
  }
  return true;
}

static bool is_known(const char *attribute) {
  return strcmp(attribute, "id") == 0 || strcmp(attribute, "klassen") == 0 || strcmp(attribute, "niveau") == 0 ||
         bv_words_find(&bv_known_attributes, attribute) >= 0;
}

/* Looks for an attribute that is misspelt: the mistake that is made most, about which a schema says least. */
static bool check_attributes(bv_arena *arena, const xmlDoc *document, bv_xml_error *error) {
  for (const xmlNode *node = xmlDocGetRootElement(document); node; node = following(node)) {
    bool takes = is_named(node, "stuk") || is_named(node, "blok") || is_named(node, "sectie");
    for (const xmlAttr *attribute = takes ? node->properties : NULL; attribute; attribute = attribute->next) {
      const char *name = (const char *)attribute->name, *nearest = bv_words_nearest(&bv_known_attributes, name);
      if (is_known(name))
        continue;
      *error = (bv_xml_error){bv_sprintf(arena, MSG_XML_ATTRIBUTE_UNKNOWN, name, node->name), (int)xmlGetLineNo(node)};
      if (nearest)
        error->message = bv_sprintf(arena, "%s; " MSG_DID_YOU_MEAN, error->message, nearest);
      return false;
    }
  }
  return true;
}

/* Whether the bytes can be given to libxml2; else the reason in `error`. */
static bool check_bytes(const char *bytes, size_t length, bv_xml_error *error) {
  int wrong = line_of_wrong_byte(bytes, length), crowded = line_of_crowded_tag(bytes, length);
  if (wrong)
    *error = (bv_xml_error){MSG_XML_UTF8, wrong};
  else if (crowded)
    *error = (bv_xml_error){MSG_XML_LARGE, crowded};
  return !wrong && !crowded;
}

bool bv_xml_check(bv_arena *arena, const char *bytes, size_t length, bv_xml_error *error) {
  xmlDocPtr document = check_bytes(bytes, length, error) ? bv_xml_parse(arena, bytes, length, error) : NULL;
  if (!document)
    return false;
  bool good = false;
  if (!is_utf8(document))
    *error = (bv_xml_error){MSG_XML_UTF8, 1};
  else if (!is_draft(document))
    *error = (bv_xml_error){MSG_XML_NO_DRAFT, 1};
  else
    good = check_numbers(document, error) && check_attributes(arena, document, error) &&
           bv_xml_validate(arena, document, schema, error);
  xmlFreeDoc(document);
  return good;
}
