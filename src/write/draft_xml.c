#include <string.h>

#include "model/vocabulary.h"
#include "write/draft.h"
#include "write/inline_tree.h"

typedef struct writer {
  bv_buf *out;
  bv_arena *scratch;
  unsigned depth; /* of indentation */
} writer;

/* ---- Text ---- */

/* Whether the bytes are U+FFFD: standing there as itself it says that something was lost in reading. */
static bool is_replacement(const char *bytes, size_t left) {
  return left >= 3 && memcmp(bytes, "\xEF\xBF\xBD", 3) == 0;
}

/* Adds text with what XML would take otherwise as references. `refer`: further characters to write so. */
static void escape(writer *w, const char *bytes, size_t length, const char *refer) {
  for (size_t i = 0; i < length; i++) {
    char c = bytes[i];
    if (c == '&')
      bv_buf_puts(w->out, "&amp;");
    else if (c == '<')
      bv_buf_puts(w->out, "&lt;");
    else if (c == '>')
      bv_buf_puts(w->out, "&gt;");
    else if (c == '"' && strchr(refer, '"'))
      bv_buf_puts(w->out, "&quot;");
    else if (c && strchr(refer, c))
      bv_buf_printf(w->out, "&#%d;", c);
    else if (is_replacement(bytes + i, length - i)) {
      bv_buf_puts(w->out, "&#xFFFD;");
      i += 2;
    } else
      bv_buf_putc(w->out, c);
  }
}

static void attribute(writer *w, const char *key, const char *value) {
  bv_buf_printf(w->out, " %s=\"", key);
  escape(w, value, strlen(value), "\"\t\n\r");
  bv_buf_putc(w->out, '"');
}

static void indent(writer *w) {
  for (unsigned i = 0; i < w->depth; i++)
    bv_buf_puts(w->out, "  ");
}

static void line(writer *w, const char *text) {
  indent(w);
  bv_buf_puts(w->out, text);
  bv_buf_putc(w->out, '\n');
}

/* ---- Front matter ---- */

/* How the entries of a value are called: its keys that have an element of their own, and its items. */
typedef struct names {
  const bv_words *keys;
  const char *item;
} names;

static const bv_words no_keys = {NULL, 0};
static const names plain = {&no_keys, "waarde"};

static names names_of_front(const char *key) {
  if (strcmp(key, "opsteller") == 0)
    return (names){&bv_author_keys, "waarde"};
  if (strcmp(key, "personen") == 0)
    return (names){&no_keys, "persoon"};
  return strcmp(key, "bronnen") == 0 ? (names){&no_keys, "bron"} : plain;
}

static names names_of_item(const char *item) {
  if (strcmp(item, "persoon") == 0)
    return (names){&bv_person_keys, "waarde"};
  return strcmp(item, "bron") == 0 ? (names){&bv_source_keys, "waarde"} : plain;
}

/* The text of a field. Where white space would fall away, it is written as references. */
static void field_text(writer *w, const char *value) {
  size_t length = strlen(value), first = strspn(value, " \t"), end = length;
  while (end > first && strchr(" \t", value[end - 1]))
    end--;
  escape(w, value, first, " \t");
  escape(w, value + first, end - first, "\n\r");
  escape(w, value + end, length - end, " \t");
}

static void value(writer *w, const char *element, const char *key, const bv_yaml *entry, names inside);

static void entries(writer *w, const bv_yaml *map, names called, bool top) {
  for (const bv_yaml *entry = map->first; entry; entry = entry->next) {
    bool known = bv_words_find(called.keys, entry->key) >= 0;
    value(w, known ? entry->key : "veld", known ? NULL : entry->key, entry,
          known && top ? names_of_front(entry->key) : plain);
  }
}

static void value(writer *w, const char *element, const char *key, const bv_yaml *entry, names inside) {
  indent(w);
  bv_buf_printf(w->out, "<%s", element);
  if (key)
    attribute(w, "naam", key);
  if (entry->kind == BV_YAML_SCALAR && *entry->value) {
    bv_buf_putc(w->out, '>');
    field_text(w, entry->value);
    bv_buf_printf(w->out, "</%s>\n", element);
  } else if (!entry->first) {
    if (entry->kind != BV_YAML_SCALAR)
      attribute(w, "vorm", entry->kind == BV_YAML_LIST ? "lijst" : "groep");
    bv_buf_puts(w->out, "/>\n");
  } else {
    bv_buf_puts(w->out, ">\n");
    w->depth++;
    if (entry->kind == BV_YAML_MAP)
      entries(w, entry, inside, false);
    else
      for (const bv_yaml *item = entry->first; item; item = item->next)
        value(w, inside.item, NULL, item, names_of_item(inside.item));
    w->depth--;
    indent(w);
    bv_buf_printf(w->out, "</%s>\n", element);
  }
}

static void front(writer *w, const bv_yaml *map) {
  if (!map || !map->first) {
    line(w, "<voorblad/>");
    return;
  }
  line(w, "<voorblad>");
  w->depth++;
  entries(w, map, (names){&bv_front_keys, "waarde"}, true);
  w->depth--;
  line(w, "</voorblad>");
}

/* ---- Attributes ---- */

/* Adds those that are attributes in XML too. */
static void known_attributes(writer *w, const bv_attributes *attributes) {
  if (attributes->id)
    attribute(w, "id", attributes->id);
  if (attributes->classes.count) {
    bv_buf_puts(w->out, " klassen=\"");
    for (size_t i = 0; i < attributes->classes.count; i++) {
      const char *name = attributes->classes.items[i].name;
      if (i > 0)
        bv_buf_putc(w->out, ' ');
      escape(w, name, strlen(name), "\"");
    }
    bv_buf_putc(w->out, '"');
  }
  for (size_t i = 0; i < attributes->pairs.count; i++)
    if (bv_words_find(&bv_known_attributes, attributes->pairs.items[i].key) >= 0)
      attribute(w, attributes->pairs.items[i].key, attributes->pairs.items[i].value);
}

/* Adds an element for each that the format does not know; on a line of its own where `lines`. */
static void unknown_attributes(writer *w, const bv_attributes *attributes, bool lines) {
  for (size_t i = 0; i < attributes->pairs.count; i++) {
    if (bv_words_find(&bv_known_attributes, attributes->pairs.items[i].key) >= 0)
      continue;
    if (lines)
      indent(w);
    bv_buf_puts(w->out, "<kenmerk");
    attribute(w, "naam", attributes->pairs.items[i].key);
    attribute(w, "waarde", attributes->pairs.items[i].value);
    bv_buf_puts(w->out, lines ? "/>\n" : "/>");
  }
}

/* ---- Leaves ---- */

static void pieces(writer *w, const bv_text *text, const bv_inline *piece);

/* A stretch without line breaks. White space at the start of a line would fall away, so it is written as references. */
static void stretch(writer *w, const bv_text *text, uint32_t start, uint32_t end) {
  uint32_t first = start;
  while (start > 0 && text->bytes[start - 1] == '\n' && first < end && strchr(" \t", text->bytes[first]))
    first++;
  escape(w, text->bytes + start, first - start, " \t");
  escape(w, text->bytes + first, end - first, "\n\r");
}

/* Text of a leaf; its line breaks are elements. */
static void plain_text(writer *w, const bv_text *text, uint32_t start, uint32_t end) {
  while (start < end) {
    const char *found = memchr(text->bytes + start, '\n', end - start);
    uint32_t stop = found ? (uint32_t)(found - text->bytes) : end;
    stretch(w, text, start, stop);
    if (found)
      bv_buf_puts(w->out, "<regeleinde/>");
    start = found ? stop + 1 : end;
  }
}

static void element(writer *w, const char *name, const bv_text *text, const bv_inline *piece) {
  bv_buf_printf(w->out, "<%s>", name);
  pieces(w, text, piece->first);
  bv_buf_printf(w->out, "</%s>", name);
}

static void link(writer *w, const bv_text *text, const bv_inline *piece) {
  bv_buf_puts(w->out, "<link");
  attribute(w, "naar", piece->href);
  bv_buf_putc(w->out, '>');
  pieces(w, text, piece->first);
  bv_buf_puts(w->out, "</link>");
}

static void span(writer *w, const bv_text *text, const bv_inline *piece) {
  bv_buf_puts(w->out, "<stuk");
  known_attributes(w, &piece->span->attributes);
  bv_buf_putc(w->out, '>');
  unknown_attributes(w, &piece->span->attributes, false);
  pieces(w, text, piece->first);
  bv_buf_puts(w->out, "</stuk>");
}

static void pieces(writer *w, const bv_text *text, const bv_inline *piece) {
  for (; piece; piece = piece->next)
    switch (piece->kind) {
    case BV_INLINE_TEXT:
      plain_text(w, text, piece->start, piece->end);
      break;
    case BV_INLINE_CODE:
      bv_buf_puts(w->out, "<code>");
      stretch(w, text, piece->start, piece->end);
      bv_buf_puts(w->out, "</code>");
      break;
    case BV_INLINE_LINK:
      link(w, text, piece);
      break;
    case BV_INLINE_STRONG:
      element(w, "vet", text, piece);
      break;
    case BV_INLINE_EMPHASIS:
      element(w, "nadruk", text, piece);
      break;
    case BV_INLINE_SPAN:
      span(w, text, piece);
      break;
    }
}

static void leaf(writer *w, const char *name, const bv_node *node) {
  indent(w);
  bv_buf_printf(w->out, "<%s>", name);
  if (node->kind == BV_NODE_VERBATIM)
    escape(w, node->text->bytes, node->text->length, "\r");
  else
    pieces(w, node->text, bv_inline_tree(w->scratch, node));
  bv_buf_printf(w->out, "</%s>\n", name);
}

/* ---- Blocks ---- */

static void blocks(writer *w, const bv_node *parent);

static void container(writer *w, const char *name, const bv_node *node) {
  indent(w);
  bv_buf_printf(w->out, "<%s", name);
  if (node->kind == BV_NODE_SECTION)
    bv_buf_printf(w->out, " niveau=\"%d\"", node->level);
  if (node->kind == BV_NODE_LIST && node->ordered)
    bv_buf_printf(w->out, " begin=\"%d\"", node->start);
  if (node->kind == BV_NODE_LIST && node->tight)
    attribute(w, "dicht", "ja");
  known_attributes(w, &node->attributes);
  bv_buf_puts(w->out, ">\n");
  w->depth++;
  unknown_attributes(w, &node->attributes, true);
  blocks(w, node);
  w->depth--;
  indent(w);
  bv_buf_printf(w->out, "</%s>\n", name);
}

static void blocks(writer *w, const bv_node *parent) {
  static const char *const elements[] = {
      [BV_NODE_SECTION] = "sectie",   [BV_NODE_DIV] = "blok",           [BV_NODE_LIST] = "lijst",
      [BV_NODE_ITEM] = "punt",        [BV_NODE_QUOTE] = "citaat",       [BV_NODE_HEADING] = "kop",
      [BV_NODE_PARAGRAPH] = "alinea", [BV_NODE_VERBATIM] = "letterlijk"};
  for (const bv_node *node = parent->first_child; node; node = node->next) {
    if (node->kind == BV_NODE_RULE)
      line(w, "<streep/>");
    else if (node->text)
      leaf(w, elements[node->kind], node);
    else
      container(w, elements[node->kind], node);
  }
}

void bv_write_draft_xml(bv_buf *out, const bv_document *document) {
  writer w = {out, bv_arena_new(), 1};
  bv_buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<concept xmlns=\"urn:bronvast:concept:1\">\n");
  front(&w, document->front.entries);
  container(&w, "inhoud", document->root);
  bv_buf_puts(out, "</concept>\n");
  bv_arena_free(w.scratch);
}
