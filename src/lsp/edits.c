#include "lsp/edits.h"

#include <string.h>

static void add(bv_arena *arena, bv_lsp_edits *edits, uint32_t start, uint32_t end, const char *text) {
  BV_PUSH(arena, edits, (bv_lsp_edit){{start, end}, text});
}

/* The place before the closing brace of the node's attributes, and before white space there; 0: it has none. */
static uint32_t attributes_end(const bv_document *document, const bv_node *node) {
  const char *bytes = document->source->bytes;
  bv_range range = node->attributes.range;
  if (range.end <= range.start + 1 || bytes[range.start] != '{' || bytes[range.end - 1] != '}')
    return 0;
  uint32_t end = range.end - 1;
  while (end > range.start + 1 && strchr(" \t\r\n", bytes[end - 1]))
    end--;
  return end;
}

bool bv_lsp_add_attributes(bv_arena *arena, const bv_document *document, const bv_node *node, const char *words,
                           bv_lsp_edits *edits) {
  uint32_t end = attributes_end(document, node);
  if (end == 0)
    return false;
  bool first = document->source->bytes[end - 1] == '{';
  add(arena, edits, end, end, bv_sprintf(arena, "%s%s", first ? "" : " ", words));
  return true;
}

/* Whether every bracket in the range has its fellow there. */
static bool is_balanced(const char *bytes, bv_range range) {
  int depth = 0;
  for (uint32_t i = range.start; i < range.end && depth >= 0; i++) {
    if (bytes[i] == '\\')
      i++;
    else if (bytes[i] == '[')
      depth++;
    else if (bytes[i] == ']')
      depth--;
  }
  return depth == 0;
}

/* Whether emphasis begins in the range and does not end there, or the reverse: an odd number of runs of '*'. */
static bool cuts_emphasis(const char *bytes, bv_range range) {
  unsigned runs = 0;
  for (uint32_t i = range.start; i < range.end; i++) {
    if (bytes[i] == '\\')
      i++;
    else if (bytes[i] == '*' && (i == range.start || bytes[i - 1] != '*'))
      runs++;
  }
  return runs % 2 != 0;
}

bool bv_lsp_wrap(bv_arena *arena, const bv_document *document, bv_range range, const char *attributes,
                 bv_lsp_edits *edits) {
  const char *bytes = document->source->bytes;
  if (cuts_emphasis(bytes, range)) {
    bool before = range.start > 0 && bytes[range.start - 1] == '*';
    while (before && range.start > 0 && bytes[range.start - 1] == '*')
      range.start--;
    while (!before && bytes[range.end] == '*')
      range.end++;
  }
  if (cuts_emphasis(bytes, range) || !is_balanced(bytes, range))
    return false;
  add(arena, edits, range.start, range.start, "[");
  add(arena, edits, range.end, range.end, bv_sprintf(arena, "]{%s}", attributes));
  return true;
}

static uint32_t line_end(const bv_source *source, uint32_t offset) {
  return bv_source_line(source, bv_source_position(source, offset).line).end;
}

/* Behind the last source: on a line of its own where the list has a dash for each, else between its brackets. */
static void add_source(bv_arena *arena, const bv_source *source, bv_range last, const char *entry,
                       bv_lsp_edits *edits) {
  bv_range line = bv_source_line(source, bv_source_position(source, last.start).line);
  uint32_t indent = line.start;
  while (indent < line.end && source->bytes[indent] == ' ')
    indent++;
  if (source->bytes[indent] == '-') {
    uint32_t end = line_end(source, last.end > last.start ? last.end - 1 : last.end);
    add(arena, edits, end, end,
        bv_sprintf(arena, "\n%.*s- %s", (int)(indent - line.start), source->bytes + line.start, entry));
  } else {
    add(arena, edits, last.end, last.end, bv_sprintf(arena, ", %s", entry));
  }
}

bool bv_lsp_declare_source(bv_arena *arena, const bv_document *document, const char *id, bv_lsp_edits *edits) {
  const bv_front *front = &document->front;
  if (!*id || strpbrk(id, " \t\n,#{}[]\"'=\\:&*!|>%@`") || strstr(id, BV_LSP_FILL_IN) || !front->entries)
    return false;
  const char *entry = bv_sprintf(arena, "{id: %s, soort: " BV_LSP_FILL_IN ", datum: " BV_LSP_FILL_IN "}", id);
  const bv_yaml *list = bv_yaml_get(front->entries, "bronnen");
  const bv_yaml *last = list && list->kind == BV_YAML_LIST ? list->first : NULL;
  while (last && last->next)
    last = last->next;
  if (last) {
    add_source(arena, document->source, last->range, entry, edits);
  } else if (!list) {
    uint32_t end = front->fields.range.end;
    add(arena, edits, end, end, bv_sprintf(arena, "bronnen:\n  - %s\n", entry));
  } else if (list->kind == BV_YAML_SCALAR && !*list->value) {
    uint32_t end = line_end(document->source, list->key_range.end);
    add(arena, edits, end, end, bv_sprintf(arena, "\n  - %s", entry));
  } else {
    return false;
  }
  return true;
}

bool bv_lsp_add_exception(bv_arena *arena, const bv_document *document, const bv_node *node, const char *rule,
                          bv_lsp_edits *edits) {
  const bv_attribute *ignore = bv_own_attribute(node, "negeer"), *reason = bv_own_attribute(node, "reden");
  if (attributes_end(document, node) == 0)
    return false;
  if (ignore)
    add(arena, edits, ignore->value_range.end, ignore->value_range.end, bv_sprintf(arena, ",%s", rule));
  else
    bv_lsp_add_attributes(arena, document, node, bv_sprintf(arena, "negeer=%s%s", rule, reason ? "" : " reden=\"\""),
                          edits);
  if (ignore && !reason)
    bv_lsp_add_attributes(arena, document, node, "reden=\"\"", edits);
  return true;
}
