/* The bytes of a draft and where they stand.
 *
 * Everything in the model points into the source by byte offset; only writers turn that into lines and columns, which
 * count from 1, columns in code points. The bytes are valid UTF-8: the reader has replaced what was not by U+FFFD (one for
 * each wrong byte, so that columns stay right) and reported it. */
#ifndef BV_BASE_SOURCE_H
#define BV_BASE_SOURCE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { BV_COUNT_STEP = 1024 };

/* Bytes from `start` up to, not including, `end`. */
typedef struct bv_range {
  uint32_t start, end;
} bv_range;

typedef struct bv_position {
  uint32_t line, column;
} bv_position;

typedef struct bv_source {
  const char *name; /* as the user wrote it; "-" for standard input */
  const char *bytes;
  size_t length;
  const uint32_t *line_starts;
  size_t line_count;
  const uint32_t *counts; /* code points before every BV_COUNT_STEP bytes: a column on a very long line costs no more */
  char sha256[65]; /* of the bytes as read, hexadecimal */
} bv_source;

/* Indexes the lines of `bytes` (which must live as long as the arena). The hash is set by bv_source_hash. */
bv_source *bv_source_new(bv_arena *arena, const char *name, const char *bytes, size_t length);
/* Sets source->sha256 from the bytes of the file. */
void bv_source_hash(bv_source *source, const char *bytes, size_t length);
/* Line and column of a byte offset; an offset past the end is the place behind the last byte. */
bv_position bv_source_position(const bv_source *source, uint32_t offset);
/* The bytes of a line (from 1) without its line end. */
bv_range bv_source_line(const bv_source *source, uint32_t line);

#endif
