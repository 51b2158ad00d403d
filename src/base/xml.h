/* XML from outside: parsed without network, DTD or entities, and validated with RELAX NG. */
#ifndef BV_BASE_XML_H
#define BV_BASE_XML_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/arena.h"

typedef struct bv_xml_error {
  const char *message; /* Dutch, without a place, in the arena */
  int line;            /* from 1 */
} bv_xml_error;

/* Parses a document; the caller frees it with xmlFreeDoc. A DTD is refused before anything in it is looked at, so that no
 * entity can be declared and nothing outside is opened. NULL with `error` when it is not well-formed, has a DTD, or goes
 * beyond the limits of libxml2. */
xmlDocPtr bv_xml_parse(bv_arena *arena, const char *bytes, size_t length, bv_xml_error *error);
/* Validates with the RELAX NG schema that is the asset of that name; false with the first thing that is wrong in `error`. */
bool bv_xml_validate(bv_arena *arena, xmlDocPtr document, const char *schema, bv_xml_error *error);

#endif
