#include "lsp/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/limits.h"

static const char *const names[] = {[BV_LSP_UTF16] = "utf-16", [BV_LSP_UTF8] = "utf-8", [BV_LSP_UTF32] = "utf-32"};

const char *bv_lsp_encoding_name(bv_lsp_encoding encoding) { return names[encoding]; }

bool bv_lsp_encoding_find(const char *name, bv_lsp_encoding *encoding) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i]) == 0) {
      *encoding = (bv_lsp_encoding)i;
      return true;
    }
  return false;
}

static void add_line(bv_lsp_text *text, size_t start) {
  if (text->line_count == text->line_capacity) {
    size_t capacity = text->line_capacity ? 2 * text->line_capacity : 256;
    uint32_t *lines = realloc(text->lines, capacity * sizeof *lines);
    if (!lines)
      bv_out_of_memory();
    text->lines = lines;
    text->line_capacity = capacity;
  }
  text->lines[text->line_count++] = (uint32_t)start;
}

/* Index of the line that holds the offset. */
static size_t line_of(const bv_lsp_text *text, uint32_t offset) {
  size_t low = 0, high = text->line_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (text->lines[middle] <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* Finds the lines again from the one before the offset's on: a "\n" that comes behind a "\r" takes away a line. */
static void index_lines(bv_lsp_text *text, uint32_t offset) {
  size_t first = text->line_count ? line_of(text, offset) : 0;
  first -= first > 0;
  text->line_count = text->line_count ? first + 1 : 0;
  if (text->line_count == 0)
    add_line(text, 0);
  for (size_t i = text->lines[first]; i < text->length; i++) {
    bool ends = text->bytes[i] == '\n' || (text->bytes[i] == '\r' && text->bytes[i + 1] != '\n');
    if (ends)
      add_line(text, i + 1);
  }
}

static void forget_counts(bv_lsp_text *text) {
  free(text->counts);
  text->counts = NULL;
}

bool bv_lsp_text_replace(bv_lsp_text *text, bv_range range, const char *bytes, size_t length) {
  size_t kept = text->length - (range.end - range.start);
  if (length > BV_LARGEST_EDITOR_MESSAGE || kept + length > BV_LARGEST_EDITOR_MESSAGE)
    return false;
  size_t behind = text->length - range.end, total = kept + length;
  if (total > text->length || !text->bytes) {
    char *larger = realloc(text->bytes, total + 1);
    if (!larger)
      bv_out_of_memory();
    text->bytes = larger;
  }
  memmove(text->bytes + range.start + length, text->bytes + range.end, behind);
  memcpy(text->bytes + range.start, bytes, length);
  text->length = total;
  text->bytes[total] = '\0';
  forget_counts(text);
  index_lines(text, range.start);
  return true;
}

void bv_lsp_text_free(bv_lsp_text *text) {
  free(text->bytes);
  free(text->lines);
  free(text->counts);
  *text = (bv_lsp_text){0};
}

/* Where the line's own characters end, before its line end. */
static uint32_t line_end(const bv_lsp_text *text, size_t line) {
  uint32_t start = text->lines[line];
  uint32_t end = line + 1 < text->line_count ? text->lines[line + 1] : (uint32_t)text->length;
  if (line + 1 < text->line_count) {
    end--;
    if (end > start && text->bytes[end] == '\n' && text->bytes[end - 1] == '\r')
      end--;
  }
  return end;
}

/* How many units the character counts that begins with this byte; none for a byte within a character. */
static uint32_t units(bv_lsp_encoding encoding, char byte) {
  unsigned char b = (unsigned char)byte;
  if (encoding == BV_LSP_UTF8)
    return 1;
  if ((b & 0xC0) == 0x80)
    return 0;
  return encoding == BV_LSP_UTF16 && b >= 0xF0 ? 2 : 1;
}

static uint32_t count_units(const bv_lsp_text *text, bv_lsp_encoding encoding, size_t from, size_t to) {
  uint32_t count = 0;
  for (size_t i = from; i < to; i++)
    count += units(encoding, text->bytes[i]);
  return count;
}

/* Units before the offset. */
static uint32_t count_before(bv_lsp_text *text, bv_lsp_encoding encoding, uint32_t offset) {
  if (text->counts && text->counted != encoding)
    forget_counts(text);
  if (!text->counts) {
    size_t steps = text->length / BV_COUNT_STEP + 1;
    text->counts = calloc(steps, sizeof *text->counts);
    if (!text->counts)
      bv_out_of_memory();
    text->counted = encoding;
    for (size_t i = 1; i < steps; i++)
      text->counts[i] = text->counts[i - 1] + count_units(text, encoding, (i - 1) * BV_COUNT_STEP, i * BV_COUNT_STEP);
  }
  uint32_t step = offset / BV_COUNT_STEP;
  return text->counts[step] + count_units(text, encoding, step * BV_COUNT_STEP, offset);
}

/* The bytes of the character that begins there, at least one. */
static uint32_t character_size(const bv_lsp_text *text, uint32_t at) {
  uint32_t size = 1;
  while (at + size < text->length && ((unsigned char)text->bytes[at + size] & 0xC0) == 0x80)
    size++;
  return size;
}

uint32_t bv_lsp_offset(const bv_lsp_text *text, bv_lsp_encoding encoding, bv_lsp_position position) {
  if (position.line >= text->line_count)
    return (uint32_t)text->length;
  uint32_t at = text->lines[position.line], end = line_end(text, position.line), count = 0;
  while (at < end) {
    uint32_t size = character_size(text, at), step = count_units(text, encoding, at, at + size);
    if (step > position.character - count)
      break;
    count += step;
    at += size;
  }
  return at;
}

bv_lsp_position bv_lsp_position_of(bv_lsp_text *text, bv_lsp_encoding encoding, uint32_t offset) {
  if (offset > text->length)
    offset = (uint32_t)text->length;
  while (offset > 0 && offset < text->length && ((unsigned char)text->bytes[offset] & 0xC0) == 0x80)
    offset--;
  size_t line = line_of(text, offset);
  uint32_t before = count_before(text, encoding, text->lines[line]);
  return (bv_lsp_position){(uint32_t)line, count_before(text, encoding, offset) - before};
}
