#include "model/text.h"

#include <stdbool.h>

/* The segment that holds the byte of the text. */
static const bv_segment *segment_at(const bv_text *text, uint32_t offset) {
  size_t low = 0, high = text->segment_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (text->segments[middle].text_start <= offset)
      low = middle;
    else
      high = middle;
  }
  return &text->segments[low];
}

/* A one-to-one segment has as many source bytes as text bytes. */
static uint32_t text_length(const bv_text *text, const bv_segment *segment) {
  size_t next = (size_t)(segment - text->segments) + 1;
  return (next < text->segment_count ? text->segments[next].text_start : (uint32_t)text->length) - segment->text_start;
}

bv_range bv_text_source_range(const bv_text *text, uint32_t start, uint32_t end) {
  if (text->segment_count == 0)
    return (bv_range){0, 0};
  const bv_segment *first = segment_at(text, start);
  const bv_segment *last = segment_at(text, end > start ? end - 1 : start);
  uint32_t first_length = text_length(text, first), last_length = text_length(text, last);
  bv_range range = {first->source_start, last->source_end};
  if (first->source_end - first->source_start == first_length)
    range.start += start - first->text_start;
  if (end <= start)
    range.end = range.start;
  else if (last->source_end - last->source_start == last_length)
    range.end = last->source_start + (end - last->text_start);
  return range;
}

/* The first segment that ends behind the place in the source. */
static size_t segment_behind(const bv_text *text, uint32_t place) {
  size_t low = 0, high = text->segment_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (text->segments[middle].source_end <= place)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* How far into the text of a segment a place in the source lies; a segment of one character is not divided. */
static uint32_t text_at(const bv_text *text, size_t index, uint32_t place, bool up) {
  const bv_segment *segment = &text->segments[index];
  uint32_t length = text_length(text, segment), into = place > segment->source_start ? place - segment->source_start : 0;
  if (segment->source_end - segment->source_start == length)
    return segment->text_start + into;
  return segment->text_start + (up && into ? length : 0);
}

bv_range bv_text_range_at(const bv_text *text, bv_range source) {
  size_t first = segment_behind(text, source.start);
  size_t last = source.end > source.start ? segment_behind(text, source.end - 1) : first;
  uint32_t length = (uint32_t)text->length;
  uint32_t start = first < text->segment_count ? text_at(text, first, source.start, false) : length;
  uint32_t end = last < text->segment_count ? text_at(text, last, source.end, true) : length;
  return (bv_range){start, end > start ? end : start};
}
