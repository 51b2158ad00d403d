#include "base/xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/asset.h"
#include "base/messages.h"

/* Called at <!DOCTYPE, before its subset is read. */
static void refuse_dtd(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name, (void)external, (void)system;
  xmlParserCtxtPtr parser = context;
  *(bool *)parser->_private = true;
  xmlStopParser(parser);
}

static const char *syntax_message(const xmlError *error) {
  switch (error ? error->code : 0) {
  case XML_ERR_NO_MEMORY:
    bv_out_of_memory();
  case XML_ERR_NAME_TOO_LONG:
  case XML_ERR_INTERNAL_ERROR: /* depth and size limits are reported so */
    return MSG_XML_LARGE;
  default:
    return MSG_XML_SYNTAX;
  }
}

xmlDocPtr bv_xml_parse(bv_arena *arena, const char *bytes, size_t length, bv_xml_error *error) {
  bool has_dtd = false;
  xmlParserCtxtPtr parser = length <= INT_MAX ? xmlCreateMemoryParserCtxt(bytes, (int)length) : NULL;
  if (!parser) {
    *error = (bv_xml_error){length <= INT_MAX ? MSG_XML_SYNTAX : MSG_XML_LARGE, 1};
    return NULL;
  }
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
  parser->_private = &has_dtd;
  parser->sax->internalSubset = refuse_dtd;
  xmlParseDocument(parser);
  xmlDocPtr document = parser->myDoc;
  if (has_dtd || !parser->wellFormed || !document) {
    const xmlError *last = xmlCtxtGetLastError(parser);
    const char *message = has_dtd ? MSG_XML_DTD : syntax_message(last);
    *error = (bv_xml_error){bv_strdup(arena, message), last && last->line > 0 ? last->line : 1};
    if (has_dtd && parser->input && parser->input->line > 0)
      error->line = parser->input->line;
    xmlFreeDoc(document);
    parser->myDoc = NULL;
    document = NULL;
  }
  xmlFreeParserCtxt(parser);
  return document;
}

typedef struct first_error {
  bv_arena *arena;
  const char *schema;
  bv_xml_error *error;  /* message NULL: none yet */
  const char *unplaced; /* the name of an element that lacks an attribute: libxml2 does not say which one */
} first_error;

/* The sentence for an error of libxml2, whose own are English and speak of its insides. */
static const char *schema_message(const first_error *first, const xmlError *found) {
  const char *name = found->str1 ? found->str1 : "?", *around = found->str2 ? found->str2 : "?";
  switch (found->code) {
  case XML_RELAXNG_ERR_ELEMWRONG:
  case XML_RELAXNG_ERR_ELEMEXTRANS:
    return bv_sprintf(first->arena, MSG_XML_ELEMENT, name);
  case XML_RELAXNG_ERR_ELEMNAME:
  case XML_RELAXNG_ERR_EXTRACONTENT:
    return bv_sprintf(first->arena, MSG_XML_ELEMENT, around);
  case XML_RELAXNG_ERR_TEXTWRONG:
    return bv_sprintf(first->arena, MSG_XML_TEXT, name);
  case XML_RELAXNG_ERR_INVALIDATTR:
    return bv_sprintf(first->arena, MSG_XML_ATTRIBUTE, name, around);
  case XML_RELAXNG_ERR_ATTRVALID:
  case XML_RELAXNG_ERR_CONTENTVALID:
  case XML_RELAXNG_ERR_NOELEM:
    return bv_sprintf(first->arena, MSG_XML_MISSING, name);
  default:
    return bv_sprintf(first->arena, MSG_XML_SCHEMA, first->schema);
  }
}

/* libxml2 reports from the inside out: the first error that has a place is nearest to what is wrong. */
static void keep_first(void *context, xmlErrorPtr found) {
  first_error *first = context;
  bool had_place = first->error->message && !first->unplaced;
  if (had_place || (first->error->message && !found->node))
    return;
  long line = found->node ? xmlGetLineNo(found->node) : 0;
  *first->error = (bv_xml_error){schema_message(first, found), line > 0 ? (int)line : 1};
  first->unplaced = !found->node && found->str1 ? bv_strdup(first->arena, found->str1) : NULL;
}

/* Validates; false with the first error. */
static bool validate(xmlRelaxNGPtr schema, xmlDocPtr document, first_error *first) {
  xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt(schema);
  if (!validator)
    bv_out_of_memory();
  *first->error = (bv_xml_error){0};
  first->unplaced = NULL;
  xmlRelaxNGSetValidStructuredErrors(validator, keep_first, first);
  bool valid = xmlRelaxNGValidateDoc(validator, document) == 0;
  if (!valid && !first->error->message)
    *first->error = (bv_xml_error){bv_sprintf(first->arena, MSG_XML_SCHEMA, first->schema), 1};
  xmlRelaxNGFreeValidCtxt(validator);
  return valid;
}

typedef struct element_list {
  xmlNodePtr *items;
  size_t count, capacity;
} element_list;

/* The elements of that name, in the order of the document. */
static element_list elements_named(bv_arena *arena, xmlDocPtr document, const char *name) {
  element_list list = {0};
  xmlNodePtr root = xmlDocGetRootElement(document);
  for (xmlNodePtr node = root; node;) {
    if (node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST name))
      BV_PUSH(arena, &list, node);
    if (node->type == XML_ELEMENT_NODE && node->children) {
      node = node->children;
      continue;
    }
    while (node != root && !node->next)
      node = node->parent;
    node = node == root ? NULL : node->next;
  }
  return list;
}

/* Whether the document still lacks that attribute when only the first `kept` elements of the name stay in it. */
static bool still_lacks(xmlRelaxNGPtr schema, xmlDocPtr document, const first_error *first, size_t kept) {
  xmlDocPtr copy = xmlCopyDoc(document, 1);
  if (!copy)
    bv_out_of_memory();
  element_list elements = elements_named(first->arena, copy, first->unplaced);
  for (size_t i = elements.count; i > kept; i--) { /* from the last: what lies inside goes before what it lies in */
    xmlUnlinkNode(elements.items[i - 1]);
    xmlFreeNode(elements.items[i - 1]);
  }
  bv_xml_error error;
  first_error again = {.arena = first->arena, .schema = first->schema, .error = &error};
  bool lacks = !validate(schema, copy, &again) && again.unplaced && strcmp(again.unplaced, first->unplaced) == 0;
  xmlFreeDoc(copy);
  return lacks;
}

/* Finds the line of the first element that lacks an attribute, by halving. */
static void find_place(xmlRelaxNGPtr schema, xmlDocPtr document, first_error *first) {
  element_list elements = elements_named(first->arena, document, first->unplaced);
  size_t low = 0, high = elements.count; /* with `low` elements all is well, with `high` not */
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (still_lacks(schema, document, first, middle))
      high = middle;
    else
      low = middle;
  }
  if (high > 0)
    first->error->line = (int)xmlGetLineNo(elements.items[high - 1]);
}

static xmlRelaxNGPtr load_schema(const char *name) {
  const bv_asset *asset = bv_asset_find(name);
  xmlRelaxNGParserCtxtPtr parser = asset ? xmlRelaxNGNewMemParserCtxt(asset->bytes, (int)asset->length) : NULL;
  xmlRelaxNGPtr schema = parser ? xmlRelaxNGParse(parser) : NULL;
  xmlRelaxNGFreeParserCtxt(parser);
  if (!schema)
    abort(); /* a schema that is not in the program, or is wrong, is a mistake in the build */
  return schema;
}

bool bv_xml_validate(bv_arena *arena, xmlDocPtr document, const char *schema_name, bv_xml_error *error) {
  xmlRelaxNGPtr schema = load_schema(schema_name);
  first_error first = {.arena = arena, .schema = schema_name, .error = error};
  bool valid = validate(schema, document, &first);
  if (!valid && first.unplaced)
    find_place(schema, document, &first);
  xmlRelaxNGFree(schema);
  return valid;
}
