/* Finds the front matter and reads its YAML. */
#include <string.h>

#include "base/limits.h"
#include "base/messages.h"
#include "read/front.h"

/* Whether the line holds nothing but this fence and white space. */
static bool is_line(const bv_source *source, uint32_t line, const char *fence) {
  bv_range range = bv_source_line(source, line);
  const char *bytes = source->bytes + range.start, *end = source->bytes + range.end;
  size_t length = strlen(fence);
  if ((size_t)(end - bytes) < length || memcmp(bytes, fence, length) != 0)
    return false;
  for (bytes += length; bytes < end; bytes++)
    if (*bytes != ' ' && *bytes != '\t')
      return false;
  return true;
}

static bool is_blank(const bv_source *source, uint32_t line) { return is_line(source, line, ""); }

/* The line that closes the front matter. Where none does, it ends before the first blank line, which no front matter needs
 * and every body has. */
static uint32_t closing_line(bv_reader *reader, uint32_t opening) {
  const bv_source *source = reader->document->source;
  for (uint32_t line = opening + 1; line <= source->line_count; line++)
    if (is_line(source, line, "---") || is_line(source, line, "..."))
      return line;
  bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, bv_source_line(source, opening), MSG_FRONT_NOT_CLOSED_ADVICE,
                 MSG_FRONT_NOT_CLOSED);
  uint32_t line = opening + 1;
  while (line <= source->line_count && !is_blank(source, line))
    line++;
  return line;
}

uint32_t bv_read_front_matter(bv_reader *reader) {
  const bv_source *source = reader->document->source;
  uint32_t opening = 1;
  while (opening < source->line_count && is_blank(source, opening))
    opening++;
  if (!is_line(source, opening, "---"))
    return 0;
  uint32_t closing = closing_line(reader, opening);
  bv_range range = {bv_source_line(source, opening + 1).start, bv_source_line(source, closing).start};
  bool complete = false;
  const bv_yaml *entries = NULL;
  if (range.end - range.start > BV_LARGEST_FRONT_MATTER)
    bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, bv_source_line(source, opening), NULL, MSG_FRONT_TOO_LARGE);
  else
    entries = bv_parse_entries(reader, range, &complete);
  reader->document->front.fields.range = range;
  bv_fill_front(reader, entries, complete);
  return closing + 1;
}
