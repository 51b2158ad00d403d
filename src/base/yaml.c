#include "base/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/limits.h"
#include "base/messages.h"
#include "base/same.h"

typedef struct reader {
  bv_arena *arena;
  yaml_parser_t parser;
  const char *text;
  size_t length;
  uint32_t offset;
  size_t index, byte; /* the same place, in characters (as libyaml counts) and in bytes */
  bv_yaml_error *error;
} reader;

static bool continues(const reader *r, size_t byte) { return ((unsigned char)r->text[byte] & 0xC0) == 0x80; }

/* The byte of a mark. Marks come nearly in order, so the way from the last one is short. */
static size_t byte_of(reader *r, const yaml_mark_t *mark) {
  while (r->index < mark->index && r->byte < r->length) {
    do
      r->byte++;
    while (r->byte < r->length && continues(r, r->byte));
    r->index++;
  }
  while (r->index > mark->index && r->byte > 0) {
    do
      r->byte--;
    while (r->byte > 0 && continues(r, r->byte));
    r->index--;
  }
  return r->byte;
}

static bv_range range_of(reader *r, const yaml_mark_t *start, const yaml_mark_t *end) {
  size_t first = byte_of(r, start), last = byte_of(r, end);
  return (bv_range){r->offset + (uint32_t)first, r->offset + (uint32_t)last};
}

static bool fail(reader *r, const char *message, bv_range range) {
  *r->error = (bv_yaml_error){message, range};
  return false;
}

/* The next event, or false with the error set. The caller deletes it. */
static bool next_event(reader *r, yaml_event_t *event) {
  if (yaml_parser_parse(&r->parser, event))
    return true;
  if (r->parser.error == YAML_MEMORY_ERROR)
    bv_out_of_memory();
  bv_range at = range_of(r, &r->parser.problem_mark, &r->parser.problem_mark);
  return fail(r, r->parser.error == YAML_READER_ERROR ? MSG_YAML_CHARACTER : MSG_YAML_SYNTAX, at);
}

/* What an event asks for that is not let in, or NULL. */
static const char *not_allowed(const yaml_event_t *event) {
  switch (event->type) {
  case YAML_ALIAS_EVENT:
    return MSG_YAML_ALIAS;
  case YAML_SCALAR_EVENT:
    return event->data.scalar.anchor ? MSG_YAML_ALIAS : event->data.scalar.tag ? MSG_YAML_TAG : NULL;
  case YAML_SEQUENCE_START_EVENT:
    return event->data.sequence_start.anchor ? MSG_YAML_ALIAS : event->data.sequence_start.tag ? MSG_YAML_TAG : NULL;
  case YAML_MAPPING_START_EVENT:
    return event->data.mapping_start.anchor ? MSG_YAML_ALIAS : event->data.mapping_start.tag ? MSG_YAML_TAG : NULL;
  default:
    return NULL;
  }
}

static bool read_scalar(reader *r, const yaml_event_t *event, const char **value, bv_range *range) {
  *range = range_of(r, &event->start_mark, &event->end_mark);
  yaml_scalar_style_t style = event->data.scalar.style;
  if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) {
    range->start++;
    range->end--;
  }
  const char *bytes = (const char *)event->data.scalar.value;
  if (strlen(bytes) != event->data.scalar.length) /* "\0" between quotation marks would cut the value short, unseen */
    return fail(r, MSG_YAML_CHARACTER, *range);
  *value = bv_strndup(r->arena, bytes, event->data.scalar.length);
  return true;
}

static bool read_value(reader *r, const yaml_event_t *event, bv_yaml *node, int depth);

/* Reads the entries of a list or map up to its end. */
static bool read_entries(reader *r, bv_yaml *parent, int depth) {
  bv_yaml **last = &parent->first;
  yaml_event_type_t end = parent->kind == BV_YAML_MAP ? YAML_MAPPING_END_EVENT : YAML_SEQUENCE_END_EVENT;
  for (;;) {
    yaml_event_t event;
    if (!next_event(r, &event))
      return false;
    if (event.type == end) {
      parent->range.end = range_of(r, &event.start_mark, &event.end_mark).end;
      yaml_event_delete(&event);
      return true;
    }
    bv_yaml *entry = *last = bv_alloc(r->arena, sizeof *entry);
    last = &entry->next;
    bool good = true;
    if (parent->kind == BV_YAML_MAP) {
      bv_range range = range_of(r, &event.start_mark, &event.end_mark);
      if (event.type != YAML_SCALAR_EVENT || not_allowed(&event))
        good = fail(r, event.type == YAML_SCALAR_EVENT ? not_allowed(&event) : MSG_YAML_KEY, range);
      else
        good = read_scalar(r, &event, &entry->key, &entry->key_range);
      yaml_event_delete(&event);
      if (!good || !next_event(r, &event))
        return false;
    }
    good = read_value(r, &event, entry, depth);
    yaml_event_delete(&event);
    if (!good)
      return false;
  }
}

static bool read_value(reader *r, const yaml_event_t *event, bv_yaml *node, int depth) {
  node->range = range_of(r, &event->start_mark, &event->end_mark);
  if (not_allowed(event))
    return fail(r, not_allowed(event), node->range);
  node->kind = BV_YAML_SCALAR;
  if (event->type == YAML_SCALAR_EVENT)
    return read_scalar(r, event, &node->value, &node->range);
  if (depth == BV_DEEPEST_YAML)
    return fail(r, MSG_YAML_DEEP, node->range);
  node->kind = event->type == YAML_MAPPING_START_EVENT ? BV_YAML_MAP : BV_YAML_LIST;
  return read_entries(r, node, depth + 1);
}

/* Reads the events of the whole text: at most one document. */
static bool read_stream(reader *r, bv_yaml *root) {
  unsigned documents = 0;
  for (;;) {
    yaml_event_t event;
    if (!next_event(r, &event))
      return false;
    yaml_event_type_t type = event.type;
    bool good = true;
    if (type == YAML_DOCUMENT_START_EVENT && documents++)
      good = fail(r, MSG_YAML_DOCUMENTS, range_of(r, &event.start_mark, &event.end_mark));
    else if (type == YAML_SCALAR_EVENT || type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT)
      good = read_value(r, &event, root, 0);
    yaml_event_delete(&event);
    if (!good || type == YAML_STREAM_END_EVENT)
      return good;
  }
}

const bv_yaml *bv_yaml_parse(bv_arena *arena, const char *text, size_t length, uint32_t offset, bv_yaml_error *error) {
  reader r = {.arena = arena, .text = text, .length = length, .offset = offset, .error = error};
  bv_yaml *root = bv_alloc(arena, sizeof *root);
  *root = (bv_yaml){.kind = BV_YAML_MAP, .range = {offset, offset}};
  if (!yaml_parser_initialize(&r.parser))
    bv_out_of_memory();
  yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&r.parser, (const unsigned char *)text, length);
  bool good = read_stream(&r, root);
  yaml_parser_delete(&r.parser);
  if (good && root->kind == BV_YAML_SCALAR && *root->value)
    good = fail(&r, MSG_YAML_SYNTAX, root->range);
  if (good && root->kind == BV_YAML_SCALAR)
    root->kind = BV_YAML_MAP;
  return good ? root : NULL;
}

const bv_yaml *bv_yaml_get(const bv_yaml *map, const char *key) {
  if (!map || map->kind != BV_YAML_MAP)
    return NULL;
  for (const bv_yaml *entry = map->first; entry; entry = entry->next)
    if (bv_same(entry->key, key))
      return entry;
  return NULL;
}
