#include "base/source.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <string.h>

#include "base/utf8.h"

/* Code points before each multiple of BV_COUNT_STEP. */
static const uint32_t *count_steps(bv_arena *arena, const char *bytes, size_t length) {
  uint32_t *counts = bv_calloc(arena, length / BV_COUNT_STEP + 1, sizeof *counts);
  for (size_t step = 1; step <= length / BV_COUNT_STEP; step++)
    counts[step] = counts[step - 1] + (uint32_t)bv_utf8_count(bytes + (step - 1) * BV_COUNT_STEP, BV_COUNT_STEP);
  return counts;
}

/* Code points before the offset. */
static uint32_t count_before(const bv_source *source, uint32_t offset) {
  uint32_t step = offset / BV_COUNT_STEP, start = step * BV_COUNT_STEP;
  return source->counts[step] + (uint32_t)bv_utf8_count(source->bytes + start, offset - start);
}

/* Notes where each line starts. */
static void find_lines(bv_arena *arena, bv_source *source) {
  struct { uint32_t *items; size_t count, capacity; } starts = {0};
  const char *bytes = source->bytes, *end = bytes + source->length;
  BV_PUSH(arena, &starts, 0);
  for (const char *at = bytes; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
    BV_PUSH(arena, &starts, (uint32_t)(at + 1 - bytes));
  source->line_starts = starts.items;
  source->line_count = starts.count;
}

bv_source *bv_source_new(bv_arena *arena, const char *name, const char *bytes, size_t length) {
  bv_source *source = bv_alloc(arena, sizeof *source);
  source->name = bv_strdup(arena, name);
  source->bytes = bytes;
  source->length = length;
  find_lines(arena, source);
  source->counts = count_steps(arena, bytes, length);
  return source;
}

void bv_source_hash(bv_source *source, const char *bytes, size_t length) {
  struct sha256_ctx context;
  uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_init(&context);
  sha256_update(&context, length, (const uint8_t *)bytes);
  sha256_digest(&context, sizeof digest, digest);
  base16_encode_update(source->sha256, sizeof digest, digest);
  source->sha256[BASE16_ENCODE_LENGTH(sizeof digest)] = '\0';
}

/* Index of the line that holds the offset. */
static size_t line_of(const bv_source *source, uint32_t offset) {
  size_t low = 0, high = source->line_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (source->line_starts[middle] <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

bv_position bv_source_position(const bv_source *source, uint32_t offset) {
  if (offset > source->length)
    offset = (uint32_t)source->length;
  size_t line = line_of(source, offset);
  uint32_t before = count_before(source, source->line_starts[line]);
  return (bv_position){(uint32_t)line + 1, count_before(source, offset) - before + 1};
}

bv_range bv_source_line(const bv_source *source, uint32_t line) {
  if (line == 0 || line > source->line_count)
    return (bv_range){(uint32_t)source->length, (uint32_t)source->length};
  uint32_t start = source->line_starts[line - 1];
  uint32_t end = line < source->line_count ? source->line_starts[line] - 1 : (uint32_t)source->length;
  if (end > start && source->bytes[end - 1] == '\r')
    end--;
  return (bv_range){start, end};
}
