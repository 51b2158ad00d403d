/* Walks through XML that is known to be well-formed and gives its tags and text with their places, to the byte:
 * libxml2 checks, but knows no columns. There is no DTD, so the only references are those of XML itself. */
#ifndef BV_READ_XML_SCAN_H
#define BV_READ_XML_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/source.h"

typedef enum bv_xml_kind {
  BV_XML_OPEN, /* a start tag; <empty/> gives a start and an end */
  BV_XML_CLOSE,
  BV_XML_TEXT, /* up to the next markup; of one CDATA section */
  BV_XML_END   /* of the document */
} bv_xml_kind;

typedef struct bv_xml_token {
  bv_xml_kind kind;
  bv_range range;      /* the whole tag; text without <![CDATA[ and ]]> */
  bv_range name;       /* of a tag, without a prefix */
  bool literal;        /* text from CDATA: & means nothing */
} bv_xml_token;

typedef struct bv_xml_scan {
  const char *bytes;
  uint32_t length, at;
  bv_xml_token token;  /* the one that was read last */
  bool empty;          /* that was <empty/>: its end comes next */
} bv_xml_scan;

/* Reads the next token into scan->token. Comments and processing instructions are passed over. */
void bv_xml_next(bv_xml_scan *scan);
/* Whether the token is a tag of that name. */
bool bv_xml_is(const bv_xml_scan *scan, const char *name);
/* Reads the attribute that starts at or behind `at` (0: the first of the start tag) into name and value, the places
 * of its name and of its value without quotation marks. Declarations of namespaces are passed over. Gives the place
 * to go on from, or 0 when there is none left. */
uint32_t bv_xml_attribute(const bv_xml_scan *scan, uint32_t at, bv_range *name, bv_range *value);

/* One character as XML means it. */
typedef struct bv_xml_character {
  bv_range range;   /* of what stands for it in the source */
  char bytes[5];
  bool reference;   /* &amp; or &#10; */
} bv_xml_character;

/* The character at a place in text or in an attribute's value that ends at `end`; a line end of two bytes is one. */
bv_xml_character bv_xml_character_at(const bv_xml_scan *scan, uint32_t at, uint32_t end, bool literal);

#endif
