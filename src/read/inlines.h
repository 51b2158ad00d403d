/* The second of two passes of cmark: what stands in the leaves.
 *
 * Every leaf becomes one line, with each mark of scan.h as one harmless character; so columns, escapes and the ends of
 * lines cannot go wrong. cmark reads many such lines at once, and what it gives is laid beside the content again, byte
 * by byte, to know where in the source it stands. */
#ifndef BV_READ_INLINES_H
#define BV_READ_INLINES_H

#include "read/definitions.h"
#include "read/scan.h"

typedef struct bv_leaves {
  bv_leaf *items;
  size_t count, capacity;
} bv_leaves;

/* Begins every line for cmark: no block can start with it, and emphasis sees it as white space. */
#define BV_LINE_GUARD "\xC2\xA0"

/* Whether cmark would give the line back as one text, less the white space at its end: no byte of it begins an inline. */
bool bv_is_plain_line(const char *line);

/* Gives each leaf its text and its spans. Notes which definitions the links use. */
void bv_read_inlines(bv_reader *reader, const bv_leaves *leaves, bv_definitions *definitions);

#endif
