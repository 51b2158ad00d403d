/* The front matter's YAML, entry by entry when it cannot be read as a whole: one wrong line must not cost the rest. */
#include <string.h>

#include "base/messages.h"
#include "read/front.h"

/* A stretch of lines of the source. */
typedef struct lines {
  uint32_t start, end;
} lines;

static const char *bytes_of(const bv_reader *reader) { return reader->document->source->bytes; }

static uint32_t next_line(const bv_reader *reader, uint32_t at, uint32_t end) {
  const char *found = memchr(bytes_of(reader) + at, '\n', end - at);
  return found ? (uint32_t)(found - bytes_of(reader)) + 1 : end;
}

static bv_yaml *parse(bv_reader *reader, lines part, bv_yaml_error *error) {
  return (bv_yaml *)bv_yaml_parse(reader->arena, bytes_of(reader) + part.start, part.end - part.start, part.start, error);
}

static void report(bv_reader *reader, const bv_yaml_error *error) {
  bv_read_report(reader, BV_RULE_MARKUP_VOORBLAD, error->range, NULL, MSG_FRONT_YAML, error->message);
}

static uint32_t indentation(const bv_reader *reader, uint32_t line) {
  return (uint32_t)strspn(bytes_of(reader) + line, " ");
}

/* The lines from `start` on up to the next that is indented by `indent` and starts with `first` ('\0': with anything). */
static lines part_at(const bv_reader *reader, uint32_t start, uint32_t end, uint32_t indent, char first) {
  uint32_t at = next_line(reader, start, end);
  for (; at < end; at = next_line(reader, at, end)) {
    uint32_t own = indentation(reader, at);
    char c = bytes_of(reader)[at + own];
    if (own == indent && (first ? c == first : !strchr("\r\n#-", c)))
      break;
  }
  return (lines){start, at};
}

/* Reads the items of a list one by one; gives the list, or NULL when that is not what stands below the key. */
static bv_yaml *parse_items(bv_reader *reader, lines part) {
  uint32_t at = next_line(reader, part.start, part.end), indent = indentation(reader, at);
  const char *first_line = bytes_of(reader) + part.start;
  const char *colon = memchr(first_line, ':', at - part.start);
  if (at == part.end || bytes_of(reader)[at + indent] != '-' || !colon)
    return NULL;
  bv_yaml *list = bv_alloc(reader->arena, sizeof *list), **last = &list->first;
  list->kind = BV_YAML_LIST;
  list->key = bv_strndup(reader->arena, first_line, (size_t)(colon - first_line));
  list->key_range = (bv_range){part.start, part.start + (uint32_t)(colon - first_line)};
  list->range = (bv_range){at + indent, part.end};
  while (at < part.end) {
    bv_yaml_error error;
    lines item = part_at(reader, at, part.end, indent, '-');
    const bv_yaml *parsed = parse(reader, item, &error);
    if (!parsed)
      report(reader, &error);
    else if (parsed->kind == BV_YAML_LIST && parsed->first) {
      *last = parsed->first;
      last = &(*last)->next;
    }
    at = item.end;
  }
  return list;
}

const bv_yaml *bv_parse_entries(bv_reader *reader, bv_range range, bool *complete) {
  bv_yaml_error error;
  lines all = {range.start, range.end};
  bv_yaml *map = parse(reader, all, &error);
  *complete = map != NULL;
  if (map)
    return map;
  map = bv_alloc(reader->arena, sizeof *map);
  *map = (bv_yaml){.kind = BV_YAML_MAP, .range = range};
  bv_yaml **last = &map->first;
  unsigned before = reader->reported[BV_RULE_MARKUP_VOORBLAD];
  for (uint32_t at = all.start; at < all.end;) {
    bv_yaml_error part_error;
    lines part = part_at(reader, at, all.end, 0, '\0');
    bv_yaml *parsed = parse(reader, part, &part_error);
    bv_yaml *entries = parsed && parsed->kind == BV_YAML_MAP ? parsed->first : parse_items(reader, part);
    if (!parsed && !entries)
      report(reader, &part_error);
    for (*last = entries; *last; last = &(*last)->next)
      ;
    at = part.end;
  }
  if (reader->reported[BV_RULE_MARKUP_VOORBLAD] == before) /* wrong as a whole only: a second document, say */
    report(reader, &error);
  return map;
}
