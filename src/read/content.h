/* The text of a leaf, or of an attribute block, without the marks of the containers around it: lines joined by '\n', each
 * with its place in the source. Offsets into it are called places here, to keep them apart from those of the source. */
#ifndef BV_READ_CONTENT_H
#define BV_READ_CONTENT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/source.h"

typedef struct bv_content_line {
  uint32_t at;     /* where the line starts in the content */
  bv_range source; /* the same stretch in the source */
  bool hard_break; /* two spaces stood behind it */
} bv_content_line;

typedef struct bv_content {
  const char *bytes; /* NUL behind the last */
  uint32_t length;
  struct { bv_content_line *items; size_t count, capacity; } lines;
} bv_content;

/* Adds a line to the lines; bytes are made by bv_content_fill. */
void bv_content_add(bv_arena *arena, bv_content *content, bv_range source, bool hard_break);
/* Copies the bytes of the lines and sets their places. */
void bv_content_fill(bv_arena *arena, bv_content *content, const char *source);
/* Index of the line that holds the place (a '\n' belongs to the line before it). */
size_t bv_content_line_at(const bv_content *content, uint32_t at);
/* The offset in the source of a place. */
uint32_t bv_content_source(const bv_content *content, uint32_t at);
/* The range in the source of a stretch of the content; an empty stretch gives an empty range. */
bv_range bv_content_range(const bv_content *content, uint32_t start, uint32_t end);

#endif
