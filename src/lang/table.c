#include "lang/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/asset.h"

/* Cuts a line (NUL-terminated, changed in place) into the fields of a row. */
static bv_row split(char *line, unsigned number) {
  bv_row row = {.line = number};
  for (size_t i = 0; i < BV_ROW_FIELDS; i++) {
    row.fields[i] = line ? line : "";
    char *tab = line ? strchr(line, '\t') : NULL;
    if (tab)
      *tab++ = '\0';
    line = tab;
  }
  return row;
}

bv_table bv_table_read(bv_arena *arena, const char *asset) {
  const bv_asset *file = bv_asset_find(asset);
  if (!file)
    abort();
  bv_table table = {0};
  char *text = bv_strndup(arena, file->bytes, file->length);
  unsigned number = 0;
  for (char *line = text, *next; line; line = next) {
    next = strchr(line, '\n');
    if (next)
      *next++ = '\0';
    number++;
    if (*line && *line != '#')
      BV_PUSH(arena, &table, split(line, number));
  }
  return table;
}

bool bv_next_part(const char **rest, char mark, char *part, size_t size) {
  while (**rest) {
    const char *from = *rest, *end = strchrnul(from, mark);
    size_t length = (size_t)(end - from);
    *rest = *end ? end + 1 : end;
    if (length >= size)
      continue;
    memcpy(part, from, length);
    part[length] = '\0';
    return true;
  }
  return false;
}
