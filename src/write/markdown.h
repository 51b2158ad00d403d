/* Internal to writing drafts as Markdown: its steps.
 *
 * The text of a leaf becomes units (markdown_units.c), units become lines (markdown_lines.c), and draft_markdown.c
 * puts lines between the marks of lists, quotations and divs. Everything is in the arena that is given. */
#ifndef BV_WRITE_MARKDOWN_H
#define BV_WRITE_MARKDOWN_H

#include "base/buf.h"
#include "base/yaml.h"
#include "model/node.h"

enum { BV_MARKDOWN_WIDTH = 115 }; /* characters on a line */

typedef struct bv_strings {
  const char **items;
  size_t count, capacity;
} bv_strings;

typedef enum bv_unit_kind {
  BV_UNIT_CHARACTER,
  BV_UNIT_BREAK,    /* a hard line break */
  BV_UNIT_EMPHASIS, /* '_', or asterisks */
  BV_UNIT_RAW,      /* marks and code, as they are written */
  BV_UNIT_GAP       /* white space between attributes: a line may end here, nothing else is meant */
} bv_unit_kind;

/* The smallest thing that is written. */
typedef struct bv_unit {
  bv_unit_kind kind;
  uint32_t c;       /* of a character: its code point */
  bool as_entity;   /* the character must be written as &#…; */
  bool opens;       /* emphasis: begins it; else ends it */
  size_t partner;   /* emphasis: the index of the unit that ends or begins it */
  bool leads;       /* a claim of the paragraph begins: best at the start of a line */
  const char *text; /* of anything else: what is written */
} bv_unit;

typedef struct bv_units {
  bv_unit *items;
  size_t count, capacity;
} bv_units;

/* The text of a leaf as units. */
bv_units bv_markdown_units(bv_arena *arena, const bv_node *leaf);
/* Units as lines, without what stands before them (a list's indentation, '>'). `width` 0: the text of a header, to
 * stand behind its '#'s; there only hard breaks end a line. */
bv_strings bv_markdown_lines(bv_arena *arena, const bv_units *units, size_t width);
/* The pieces of "{#id .class key=value}", between which a line may end; "{" and "}" stand at the first and the last. */
bv_strings bv_markdown_attributes(bv_arena *arena, const bv_attributes *attributes);
/* Joins strings with spaces, or with line ends where a line would become longer than the width. The first starts at
 * `column`. */
bv_strings bv_markdown_wrap(bv_arena *arena, const bv_strings *words, size_t column, size_t width);
/* Adds the entries of the front matter as YAML, without its fences. */
void bv_markdown_front(bv_buf *out, const bv_yaml *entries);

#endif
