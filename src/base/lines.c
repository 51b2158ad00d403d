#include "base/lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

bool bv_lines_open(bv_lines *lines, const char *path) {
  *lines = (bv_lines){.file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rbe")};
  return lines->file != NULL;
}

static void add_byte(bv_lines *lines, size_t length, char byte) {
  if (length == lines->capacity) {
    size_t capacity = lines->capacity ? 2 * lines->capacity : 4096;
    char *larger = realloc(lines->line, capacity);
    if (!larger)
      bv_out_of_memory();
    lines->line = larger;
    lines->capacity = capacity;
  }
  lines->line[length] = byte;
}

const char *bv_lines_next(bv_lines *lines, size_t most, size_t *length, bool *cut) {
  int byte;
  bool any = false;
  *length = 0;
  *cut = false;
  errno = 0;
  while ((byte = getc_unlocked(lines->file)) != EOF && byte != '\n') {
    any = true;
    if (*length < most)
      add_byte(lines, (*length)++, (char)byte);
    else
      *cut = true;
  }
  if (byte == EOF && (!any || ferror(lines->file)))
    return NULL;
  if (*length > 0 && lines->line[*length - 1] == '\r')
    --*length;
  add_byte(lines, *length, '\0');
  lines->number++;
  return lines->line;
}

void bv_lines_close(bv_lines *lines) {
  if (lines->file != stdin)
    fclose(lines->file);
  free(lines->line);
  *lines = (bv_lines){0};
}
