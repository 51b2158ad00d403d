#include "base/xml.h"

#include <limits.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <stdlib.h>

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
  bv_xml_error *error; /* message NULL: none yet */
} first_error;

/* libxml2 reports from the inside out: the first error is nearest to what is wrong. */
static void keep_first(void *context, xmlErrorPtr found) {
  first_error *first = context;
  const char *name = found->str1 ? found->str1 : "?", *around = found->str2 ? found->str2 : "?", *message;
  if (first->error->message)
    return;
  switch (found->code) {
  case XML_RELAXNG_ERR_ELEMWRONG:
  case XML_RELAXNG_ERR_ELEMEXTRANS:
    message = bv_sprintf(first->arena, MSG_XML_ELEMENT, name);
    break;
  case XML_RELAXNG_ERR_ELEMNAME:
    message = bv_sprintf(first->arena, MSG_XML_ELEMENT, around);
    break;
  case XML_RELAXNG_ERR_EXTRACONTENT:
    message = bv_sprintf(first->arena, MSG_XML_ELEMENT, around);
    break;
  case XML_RELAXNG_ERR_INVALIDATTR:
    message = bv_sprintf(first->arena, MSG_XML_ATTRIBUTE, name, around);
    break;
  case XML_RELAXNG_ERR_ATTRVALID:
  case XML_RELAXNG_ERR_CONTENTVALID:
  case XML_RELAXNG_ERR_NOELEM:
    message = bv_sprintf(first->arena, MSG_XML_MISSING, name);
    break;
  default:
    message = bv_sprintf(first->arena, MSG_XML_SCHEMA, first->schema);
  }
  *first->error = (bv_xml_error){message, found->line > 0 ? found->line : 1};
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
  xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt(schema);
  if (!validator)
    bv_out_of_memory();
  first_error first = {arena, schema_name, error};
  *error = (bv_xml_error){0};
  xmlRelaxNGSetValidStructuredErrors(validator, keep_first, &first);
  bool valid = xmlRelaxNGValidateDoc(validator, document) == 0;
  if (!valid && !error->message)
    *error = (bv_xml_error){bv_sprintf(arena, MSG_XML_SCHEMA, schema_name), 1};
  xmlRelaxNGFreeValidCtxt(validator);
  xmlRelaxNGFree(schema);
  return valid;
}
