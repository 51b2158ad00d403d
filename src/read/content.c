#include "read/content.h"

#include <string.h>

void bv_content_add(bv_arena *arena, bv_content *content, bv_range source, bool hard_break) {
  BV_PUSH(arena, &content->lines, (bv_content_line){.source = source, .hard_break = hard_break});
}

void bv_content_fill(bv_arena *arena, bv_content *content, const char *source) {
  size_t length = 0;
  for (size_t i = 0; i < content->lines.count; i++)
    length += content->lines.items[i].source.end - content->lines.items[i].source.start + 1;
  char *bytes = bv_alloc(arena, length + 1);
  uint32_t at = 0;
  for (size_t i = 0; i < content->lines.count; i++) {
    bv_content_line *line = &content->lines.items[i];
    uint32_t size = line->source.end - line->source.start;
    if (i > 0)
      bytes[at++] = '\n';
    line->at = at;
    memcpy(bytes + at, source + line->source.start, size);
    at += size;
  }
  content->bytes = bytes;
  content->length = at;
}

size_t bv_content_line_at(const bv_content *content, uint32_t at) {
  size_t low = 0, high = content->lines.count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (content->lines.items[middle].at <= at)
      low = middle;
    else
      high = middle;
  }
  return low;
}

uint32_t bv_content_source(const bv_content *content, uint32_t at) {
  if (content->lines.count == 0)
    return 0;
  const bv_content_line *line = &content->lines.items[bv_content_line_at(content, at)];
  return line->source.start + (at - line->at);
}

bv_range bv_content_range(const bv_content *content, uint32_t start, uint32_t end) {
  uint32_t first = bv_content_source(content, start);
  return (bv_range){first, end > start ? bv_content_source(content, end - 1) + 1 : first};
}
