#include <string.h>

#include "base/utf8.h"
#include "write/markdown.h"

typedef struct writer {
  bv_buf *out;
  bv_arena *scratch;
} writer;

/* Whether YAML reads the scalar as itself without quotation marks, in a list or map between brackets too. */
static bool is_plain(const char *value) {
  size_t length = strlen(value);
  if (length == 0 || strchr("-?:,[]{}#&*!|>'\"%@`~= ", *value) || value[length - 1] == ' ')
    return false;
  for (const char *at = value; *at; at++)
    if (strchr(",[]{}:\"\t\n\r", *at) || (*at == '#' && at[-1] == ' ') || strncmp(at, "\xEF\xBF\xBD", 3) == 0)
      return false;
  return true;
}

static const char *scalar(const writer *w, const char *value) {
  if (is_plain(value))
    return value;
  bv_buf text = bv_buf_new(w->scratch);
  bv_buf_putc(&text, '"');
  for (; *value; value++)
    if (*value == '\n' || *value == '\t' || *value == '\r') {
      bv_buf_puts(&text, *value == '\n' ? "\\n" : *value == '\t' ? "\\t" : "\\r");
    } else if (strncmp(value, "\xEF\xBF\xBD", 3) == 0) { /* U+FFFD as itself says that something was lost */
      bv_buf_puts(&text, "\\uFFFD");
      value += 2;
    } else {
      if (*value == '"' || *value == '\\')
        bv_buf_putc(&text, '\\');
      bv_buf_putc(&text, *value);
    }
  bv_buf_putc(&text, '"');
  return bv_buf_string(&text);
}

static const char *flow(const writer *w, const bv_yaml *entry);

/* The items of a list or map between brackets; between them a line may end. */
static bv_strings flow_items(const writer *w, const bv_yaml *entry) {
  bv_strings items = {0};
  bool map = entry->kind == BV_YAML_MAP;
  for (const bv_yaml *item = entry->first; item; item = item->next) {
    const char *key = map ? bv_sprintf(w->scratch, "%s: ", scalar(w, item->key)) : "";
    BV_PUSH(w->scratch, &items, bv_sprintf(w->scratch, "%s%s%s", key, flow(w, item), item->next ? "," : ""));
  }
  if (items.count == 0)
    BV_PUSH(w->scratch, &items, "");
  items.items[0] = bv_sprintf(w->scratch, "%c%s", map ? '{' : '[', items.items[0]);
  items.items[items.count - 1] = bv_sprintf(w->scratch, "%s%c", items.items[items.count - 1], map ? '}' : ']');
  return items;
}

/* A value on one line. */
static const char *flow(const writer *w, const bv_yaml *entry) {
  if (entry->kind == BV_YAML_SCALAR)
    return scalar(w, entry->value);
  bv_strings items = flow_items(w, entry);
  bv_buf text = bv_buf_new(w->scratch);
  for (size_t i = 0; i < items.count; i++)
    bv_buf_printf(&text, "%s%s", i ? " " : "", items.items[i]);
  return bv_buf_string(&text);
}

/* Adds a value behind what stands on the line already, `column` characters; lines after the first are indented. */
static void add_wrapped(writer *w, const bv_yaml *entry, size_t column, unsigned indent) {
  bv_strings items = {0};
  if (entry->kind == BV_YAML_SCALAR)
    BV_PUSH(w->scratch, &items, scalar(w, entry->value));
  else
    items = flow_items(w, entry);
  bv_strings lines = bv_markdown_wrap(w->scratch, &items, column - indent, BV_MARKDOWN_WIDTH - indent);
  for (size_t i = 0; i < lines.count; i++)
    bv_buf_printf(w->out, "%*s%s\n", i ? (int)indent : 0, "", lines.items[i]);
}

/* A list of maps has a line, or some, for each. */
static bool is_list_of_maps(const bv_yaml *entry) {
  for (const bv_yaml *item = entry->first; item; item = item->next)
    if (item->kind != BV_YAML_MAP)
      return false;
  return entry->kind == BV_YAML_LIST && entry->first;
}

void bv_markdown_front(bv_buf *out, const bv_yaml *entries) {
  writer w = {out, bv_arena_new()};
  for (const bv_yaml *entry = entries->first; entry; entry = entry->next) {
    const char *key = scalar(&w, entry->key);
    bv_buf_printf(out, "%s:", key);
    if (is_list_of_maps(entry)) {
      bv_buf_putc(out, '\n');
      for (const bv_yaml *item = entry->first; item; item = item->next) {
        bv_buf_puts(out, "  - ");
        add_wrapped(&w, item, 5, 5); /* behind the brace */
      }
    } else if (entry->kind == BV_YAML_SCALAR && !*entry->value) {
      bv_buf_putc(out, '\n');
    } else {
      bv_buf_putc(out, ' ');
      add_wrapped(&w, entry, bv_utf8_count(key, strlen(key)) + 2, 2);
    }
  }
  bv_arena_free(w.scratch);
}
