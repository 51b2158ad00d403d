/* Internal to reading XML drafts (schemas/concept.rng): what its steps share.
 *
 * libxml2 checks the bytes (xml_check.h): no DTD, nothing from outside, bounded depth, valid by the schema. After
 * that the draft is read from its tags (xml_scan.h), so that every place in the model is exact; what the schema rules
 * out is not looked for again. Each step starts with the start tag as the token of the scan, and ends with its end
 * tag. */
#ifndef BV_READ_XML_H
#define BV_READ_XML_H

#include "base/yaml.h"
#include "read/reader.h"
#include "read/xml_scan.h"

#define BV_DRAFT_NAMESPACE "urn:bronvast:concept:1"

typedef struct bv_xml_reader {
  bv_reader *reader;
  bv_xml_scan scan;
  unsigned depth;      /* containers around what comes */
  const char *refusal; /* why this is no draft: the first reason, a Dutch sentence; or NULL */
  uint32_t refused_at; /* offset in the source */
} bv_xml_reader;

/* Says that this is no draft. */
void bv_xml_refuse(bv_xml_reader *x, uint32_t at, const char *message);
/* The place of an attribute's value in the start tag; false when it is not there. */
bool bv_xml_find(const bv_xml_reader *x, const char *name, bv_range *value);
/* An attribute's value as XML means it, in the arena of the document; hidden characters are reported. */
const char *bv_xml_value(bv_xml_reader *x, bv_range value);
/* Passes over the rest of an element whose content does not matter. */
void bv_xml_pass(bv_xml_reader *x);

/* What stands between { and } in Markdown: the attributes of the start tag and the <kenmerk> elements behind it
 * (xml_attributes.c). */
bv_attributes bv_xml_attributes(bv_xml_reader *x);
/* The entries of <voorblad> (xml_front.c). */
const bv_yaml *bv_xml_front(bv_xml_reader *x);
/* What stands in <inhoud>, and so on, as children of the node (xml_blocks.c). */
void bv_xml_blocks(bv_xml_reader *x, bv_node *parent);
/* The text of a leaf (xml_text.c). */
void bv_xml_text(bv_xml_reader *x, bv_node *leaf);

#endif
