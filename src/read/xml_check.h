/* Whether bytes are an XML draft at all. */
#ifndef BV_READ_XML_CHECK_H
#define BV_READ_XML_CHECK_H

#include "base/xml.h"

/* Whether the bytes are well-formed XML in UTF-8, without a DTD, within the limits, and valid by schemas/concept.rng;
 * else what is wrong first in `error`. Opens nothing. */
bool bv_xml_check(bv_arena *arena, const char *bytes, size_t length, bv_xml_error *error);

#endif
