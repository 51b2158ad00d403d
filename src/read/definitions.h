/* Definitions of link targets, `[label]: address`: lines that are no text, unless no link uses them. */
#ifndef BV_READ_DEFINITIONS_H
#define BV_READ_DEFINITIONS_H

#include <libxml/hash.h>

#include "base/buf.h"
#include "read/content.h"
#include "read/reader.h"

typedef struct bv_definition {
  bv_range place;
  const char *address;
} bv_definition;

typedef struct bv_definitions {
  bv_definition *items;
  size_t count, capacity;
  bv_buf lines;         /* all of them, for cmark */
  xmlHashTablePtr used; /* addresses that links lead to */
} bv_definitions;

/* An empty list; the caller ends it with bv_definitions_finish. */
bv_definitions bv_definitions_new(bv_reader *reader);
/* Takes the definitions off the start of a paragraph. */
void bv_take_definitions(bv_reader *reader, bv_definitions *definitions, bv_content *content);
/* Notes that a link leads to that address. */
void bv_use_definition(bv_definitions *definitions, const char *address);
/* Reports the definitions that no link used: what stands there would be lost unseen. */
void bv_definitions_finish(bv_reader *reader, bv_definitions *definitions);

#endif
