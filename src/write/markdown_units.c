#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "write/inline_tree.h"
#include "write/markdown.h"

typedef struct maker {
  bv_arena *arena;
  const bv_text *text;
  bv_units units;
  unsigned spans; /* that are open */
} maker;

static void add(maker *m, bv_unit unit) { BV_PUSH(m->arena, &m->units, unit); }

static void add_raw(maker *m, const char *text) { add(m, (bv_unit){.kind = BV_UNIT_RAW, .text = text}); }

static void add_text(maker *m, uint32_t start, uint32_t end) {
  for (size_t size; start < end; start += (uint32_t)size) {
    uint32_t c = 0;
    size = bv_utf8_decode(m->text->bytes + start, end - start, &c);
    if (c == '\n')
      add(m, (bv_unit){.kind = BV_UNIT_BREAK});
    else
      add(m, (bv_unit){.kind = BV_UNIT_CHARACTER, .c = c});
    size = size ? size : 1;
  }
}

/* Code stands between more backticks than follow each other in it; a space keeps its own backticks and spaces apart
 * from those, and is not read. */
static void add_code(maker *m, uint32_t start, uint32_t end) {
  const char *bytes = m->text->bytes;
  size_t longest = 0, run = 0;
  bool blank = true;
  for (uint32_t at = start; at < end; at++) {
    run = bytes[at] == '`' ? run + 1 : 0;
    longest = run > longest ? run : longest;
    blank = blank && bytes[at] == ' ';
  }
  bool spaces = bytes[start] == ' ' && bytes[end - 1] == ' ' && !blank;
  bool padded = spaces || bytes[start] == '`' || bytes[end - 1] == '`';
  bv_buf code = bv_buf_new(m->arena);
  for (size_t i = 0; i <= longest; i++)
    bv_buf_putc(&code, '`');
  bv_buf_puts(&code, padded ? " " : "");
  bv_buf_add(&code, bytes + start, end - start);
  bv_buf_puts(&code, padded ? " " : "");
  for (size_t i = 0; i <= longest; i++)
    bv_buf_putc(&code, '`');
  add_raw(m, bv_buf_string(&code));
}

static bool is_simple_address(const char *href) {
  for (const char *at = href; *at; at++)
    if (!u_isalnum((UChar32)(unsigned char)*at) && !strchr("#/:.-_~?=%+@,;", *at))
      return false;
  return *href != '\0';
}

static const char *address(maker *m, const char *href) {
  if (is_simple_address(href))
    return bv_sprintf(m->arena, "](%s)", href);
  bv_buf text = bv_buf_new(m->arena);
  bv_buf_puts(&text, "](<");
  for (; *href; href++) {
    if (*href == '\n' || *href == '\t') {
      bv_buf_printf(&text, "&#%d;", *href);
      continue;
    }
    if (*href == '&') { /* in an address entities are read before backslashes */
      bv_buf_puts(&text, "&amp;");
      continue;
    }
    if (strchr("<>\\", *href))
      bv_buf_putc(&text, '\\');
    bv_buf_putc(&text, *href);
  }
  bv_buf_puts(&text, ">)");
  return bv_buf_string(&text);
}

static void add_pieces(maker *m, const bv_inline *piece);

/* Emphasis is written with '_' and strong text with asterisks, so that no two marks side by side can run together. */
static void add_emphasis(maker *m, const bv_inline *piece) {
  const char *mark = piece->kind == BV_INLINE_STRONG ? "**" : "_";
  size_t open = m->units.count;
  add(m, (bv_unit){.kind = BV_UNIT_EMPHASIS, .text = mark, .opens = true});
  add_pieces(m, piece->first);
  add(m, (bv_unit){.kind = BV_UNIT_EMPHASIS, .text = mark, .partner = open});
  m->units.items[open].partner = m->units.count - 1;
}

static void add_span(maker *m, const bv_inline *piece) {
  add(m, (bv_unit){.kind = BV_UNIT_RAW, .text = "[", .leads = m->spans == 0});
  m->spans++;
  add_pieces(m, piece->first);
  m->spans--;
  bv_strings attributes = bv_markdown_attributes(m->arena, &piece->span->attributes);
  add_raw(m, "]");
  for (size_t i = 0; i < attributes.count; i++) {
    if (i > 0)
      add(m, (bv_unit){.kind = BV_UNIT_GAP});
    add_raw(m, attributes.items[i]);
  }
}

static void add_pieces(maker *m, const bv_inline *piece) {
  for (; piece; piece = piece->next)
    switch (piece->kind) {
    case BV_INLINE_TEXT:
      add_text(m, piece->start, piece->end);
      break;
    case BV_INLINE_CODE:
      add_code(m, piece->start, piece->end);
      break;
    case BV_INLINE_LINK:
      add_raw(m, "[");
      add_pieces(m, piece->first);
      add_raw(m, address(m, piece->href));
      break;
    case BV_INLINE_STRONG:
    case BV_INLINE_EMPHASIS:
      add_emphasis(m, piece);
      break;
    case BV_INLINE_SPAN:
      add_span(m, piece);
      break;
    }
}

/* ---- Characters that must be entities ---- */

/* What emphasis looks at beside its asterisks. An entity looks like a mark on both its sides. */
typedef enum look { LOOK_SPACE, LOOK_MARK, LOOK_MAYBE_MARK, LOOK_LETTER } look;

static look look_of(const bv_units *units, size_t index) {
  if (index >= units->count) /* the edge of the leaf; also what is before the first */
    return LOOK_SPACE;
  const bv_unit *unit = &units->items[index];
  if (unit->kind == BV_UNIT_BREAK)
    return LOOK_SPACE;
  if (unit->kind != BV_UNIT_CHARACTER || unit->as_entity || (unit->c < 0x80 && u_ispunct((UChar32)unit->c)))
    return LOOK_MARK;
  if (u_isUWhiteSpace((UChar32)unit->c))
    return LOOK_SPACE;
  if (unit->c < 0x80 && !u_isalnum((UChar32)unit->c))
    return LOOK_MARK; /* $ + < = > ^ ` | ~ are marks to CommonMark, though not to Unicode */
  return u_isalnum((UChar32)unit->c) ? LOOK_LETTER : LOOK_MAYBE_MARK;
}

static void make_entity(bv_units *units, size_t index) {
  if (index < units->count && units->items[index].kind == BV_UNIT_CHARACTER)
    units->items[index].as_entity = true;
}

static bool is_emphasis(const bv_units *units, size_t index) {
  return index < units->count && units->items[index].kind == BV_UNIT_EMPHASIS;
}

static bool is_in_word(const bv_units *units, size_t mark) {
  return look_of(units, mark - 1) == LOOK_LETTER && look_of(units, mark + 1) == LOOK_LETTER;
}

/* Inside a word '_' is no mark. An asterisk is, and does no harm where no other mark touches it. */
static void choose_mark(bv_units *units, size_t open) {
  size_t close = units->items[open].partner;
  bool in_word = is_in_word(units, open) || is_in_word(units, close);
  bool touched = is_emphasis(units, open - 1) || is_emphasis(units, open + 1) || is_emphasis(units, close - 1) ||
                 is_emphasis(units, close + 1);
  if (*units->items[open].text == '_' && in_word && !touched)
    units->items[open].text = units->items[close].text = "*";
}

/* A mark begins emphasis when no space follows it, and no other mark either unless a space or mark stands before it;
 * likewise, the other way round, where it ends it. Beside '_' on its outer side there must be a space or mark at all
 * times. */
static void make_flanking(bv_units *units, size_t index) {
  bool opens = units->items[index].opens;
  size_t inside = opens ? index + 1 : index - 1, outside = opens ? index - 1 : index + 1;
  if (look_of(units, inside) == LOOK_SPACE)
    make_entity(units, inside);
  look in = look_of(units, inside), out = look_of(units, outside);
  bool picky = in != LOOK_LETTER || *units->items[index].text == '_';
  if (picky && out != LOOK_SPACE && out != LOOK_MARK)
    make_entity(units, outside);
}

static void make_entities_beside_emphasis(bv_units *units) {
  for (size_t i = 0; i < units->count; i++)
    if (is_emphasis(units, i) && units->items[i].opens)
      choose_mark(units, i);
  for (size_t i = 0; i < units->count; i++)
    if (is_emphasis(units, i))
      make_flanking(units, i);
}

static bool is_character(const bv_units *units, size_t index, uint32_t c) {
  return index < units->count && units->items[index].kind == BV_UNIT_CHARACTER && units->items[index].c == c;
}

/* A space at the start of a line falls away; '!' and ']' before '[' would mean a picture or a link. */
static void make_other_entities(bv_units *units) {
  for (size_t i = 0; i < units->count; i++) {
    bool after_break = i > 0 && units->items[i - 1].kind == BV_UNIT_BREAK;
    bool before_bracket =
        i + 1 < units->count && units->items[i + 1].kind == BV_UNIT_RAW && *units->items[i + 1].text == '[';
    if ((after_break && is_character(units, i, ' ')) || is_character(units, i, 0xFFFD) ||
        (before_bracket && (is_character(units, i, '!') || is_character(units, i, ']'))))
      make_entity(units, i);
  }
}

bv_units bv_markdown_units(bv_arena *arena, const bv_node *leaf) {
  maker m = {.arena = arena, .text = leaf->text};
  add_pieces(&m, bv_inline_tree(arena, leaf));
  make_other_entities(&m.units);
  make_entities_beside_emphasis(&m.units);
  return m.units;
}
