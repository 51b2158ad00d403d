/* The text of an open document as an editor speaks of it: lines from 0, characters within a line counted in the units
 * that were agreed. Lines end at "\n", "\r\n" or "\r". The bytes are valid UTF-8. */
#ifndef BV_LSP_TEXT_H
#define BV_LSP_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/source.h"

/* What a position counts. Editors that say nothing count UTF-16 units: a character beyond U+FFFF is two. */
typedef enum bv_lsp_encoding { BV_LSP_UTF16, BV_LSP_UTF8, BV_LSP_UTF32 } bv_lsp_encoding;

typedef struct bv_lsp_text {
  char *bytes; /* NUL behind the last; NULL before the first text */
  size_t length;
  uint32_t *lines; /* where each starts */
  size_t line_count, line_capacity;
  uint32_t
      *counts; /* units before every BV_COUNT_STEP bytes, so that a very long line costs no more; NULL: not counted */
  bv_lsp_encoding counted;
} bv_lsp_text;

typedef struct bv_lsp_position {
  uint32_t line, character;
} bv_lsp_position;

/* "utf-16", "utf-8", "utf-32". */
const char *bv_lsp_encoding_name(bv_lsp_encoding encoding);
/* False for another name. */
bool bv_lsp_encoding_find(const char *name, bv_lsp_encoding *encoding);

/* Replaces the bytes in `range` (which must lie in the text, on character boundaries) by others. False, and nothing
 * changed, when the text would be larger than BV_LARGEST_EDITOR_MESSAGE. */
bool bv_lsp_text_replace(bv_lsp_text *text, bv_range range, const char *bytes, size_t length);
void bv_lsp_text_free(bv_lsp_text *text);

/* The byte at a position. A line past the end is the end of the text, a character past the end of a line the end of
 * that line, one in the middle of a character the start of that. */
uint32_t bv_lsp_offset(const bv_lsp_text *text, bv_lsp_encoding encoding, bv_lsp_position position);
/* The position of a byte; past the end is the end, inside a character its start. */
bv_lsp_position bv_lsp_position_of(bv_lsp_text *text, bv_lsp_encoding encoding, uint32_t offset);

#endif
