/* Data tables of the language room: src/lang/NAME.tsv, embedded in the program. One row a line, fields between tabs,
 * lines that begin with '#' are remarks. */
#ifndef BV_LANG_TABLE_H
#define BV_LANG_TABLE_H

#include <stdbool.h>

#include "base/arena.h"

enum { BV_ROW_FIELDS = 6 };

typedef struct bv_row {
  const char *fields[BV_ROW_FIELDS]; /* "" where the line has fewer */
  unsigned line;                     /* in the file, from 1 */
} bv_row;

typedef struct bv_table {
  bv_row *items;
  size_t count, capacity;
} bv_table;

/* The rows of a table, in the arena. A table that is not in the program is a mistake in the build: it ends the program. */
bv_table bv_table_read(bv_arena *arena, const char *asset);
/* Copies the next part of a list into `part` (of `size` bytes) and moves `rest` behind it and its mark; false: there is none
 * any more. A part that does not fit is passed over. */
bool bv_next_part(const char **rest, char mark, char *part, size_t size);

#endif
