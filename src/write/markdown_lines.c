#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "write/markdown.h"

typedef struct layout {
  bv_arena *arena;
  const bv_units *units;
  size_t width;      /* 0: of a header behind '#'s */
  bv_strings lines;
  size_t column;     /* characters on the line */
  bv_buf line, word; /* being made; the word follows the line after a space */
  bool leads;        /* the word begins a claim */
  bool attribute;    /* the word stands between braces */
} layout;

static size_t width_of(const bv_buf *text) { return bv_utf8_count(bv_buf_string(text), text->length); }

/* ---- Marks at the start of a line ---- */

static bool ends(char c) { return c == '\0' || c == ' ' || c == '\t'; }

/* The place in the word before which a backslash must stand when it comes first on a line, where it would begin a
 * header, a list, a quotation or a fence; -1 when none is needed. */
static int dangerous(const char *word) {
  size_t run = strspn(word, (char[]){*word, '\0'});
  switch (*word) {
  case '#':
    return run <= 6 && ends(word[run]) ? 0 : -1;
  case '-':
    return run > 1 || ends(word[1]) ? 0 : -1;
  case '+':
    return ends(word[1]) ? 0 : -1;
  case '=':
    return ends(word[run]) ? 0 : -1;
  case ':':
  case '~':
    return run >= 3 ? 0 : -1;
  case '>':
    return 0;
  default:
    run = strspn(word, "0123456789");
    return run > 0 && run <= 9 && word[run] && strchr(".)", word[run]) && ends(word[run + 1]) ? (int)run : -1;
  }
}

/* Puts the word at the start of a line. */
static void start_line(layout *l) {
  const char *word = bv_buf_string(&l->word);
  bool first_of_header = l->width == 0 && l->lines.count == 0;
  int place = l->attribute || first_of_header ? -1 : dangerous(word);
  if (place >= 0) {
    bv_buf_add(&l->line, word, (size_t)place);
    bv_buf_putc(&l->line, '\\');
    word += place;
  }
  bv_buf_puts(&l->line, word);
  l->column = width_of(&l->line);
}

static void end_line(layout *l) {
  BV_PUSH(l->arena, &l->lines, bv_buf_string(&l->line));
  l->line = bv_buf_new(l->arena);
}

static void end_word(layout *l) {
  if (l->word.length == 0)
    return;
  size_t width = width_of(&l->word);
  bool full = l->leads || l->column + 1 + width > l->width;
  bool safe = l->attribute || dangerous(bv_buf_string(&l->word)) < 0;
  if (l->line.length && l->width && full && safe)
    end_line(l);
  if (l->line.length == 0) {
    start_line(l);
  } else {
    bv_buf_putc(&l->line, ' ');
    bv_buf_add(&l->line, l->word.bytes, l->word.length);
    l->column += 1 + width;
  }
  l->word.length = 0;
  l->leads = l->attribute = false;
}

/* ---- Characters ---- */

static const bv_unit *unit_at(const layout *l, size_t index) {
  return index < l->units->count ? &l->units->items[index] : NULL;
}

static uint32_t character_at(const layout *l, size_t index) {
  const bv_unit *unit = unit_at(l, index);
  return unit && unit->kind == BV_UNIT_CHARACTER && !unit->as_entity ? unit->c : 0;
}

static bool is_word_character(uint32_t c) { return c != 0 && u_isalnum((UChar32)c); }

/* Whether a character would mean something beside its neighbours. */
static bool needs_escape(const layout *l, size_t index) {
  uint32_t c = character_at(l, index), next = character_at(l, index + 1);
  switch (c) {
  case '\\':
  case '`':
  case '*':
  case '[':
  case ']':
  case '{':
    return true;
  case '_':
    return !is_word_character(character_at(l, index - 1)) || !is_word_character(next);
  case '<':
    return is_word_character(next) || (next && next < 0x80 && strchr("/!?", (int)next));
  case '&':
    return next == '#' || is_word_character(next);
  case '#': /* at the end of a header it would go unread */
    return index + 1 == l->units->count;
  default:
    return false;
  }
}

static void add_character(layout *l, size_t index) {
  char bytes[5] = {0};
  const bv_unit *unit = unit_at(l, index);
  if (unit->as_entity) {
    bv_buf_printf(&l->word, "&#%u;", (unsigned)unit->c);
    return;
  }
  if (needs_escape(l, index))
    bv_buf_putc(&l->word, '\\');
  bv_buf_add(&l->word, bytes, bv_utf8_encode(unit->c, bytes));
}

/* Whether a line may end at this space: spaces beside others count, so they stay together. */
static bool may_break(const layout *l, size_t index) {
  uint32_t before = character_at(l, index - 1), after = character_at(l, index + 1);
  const bv_unit *next = unit_at(l, index + 1);
  bool alone = before != ' ' && before != '\t' && after != ' ' && after != '\t';
  return character_at(l, index) == ' ' && alone && index > 0 && next && next->kind != BV_UNIT_BREAK;
}

static void add_unit(layout *l, size_t index) {
  const bv_unit *unit = &l->units->items[index];
  switch (unit->kind) {
  case BV_UNIT_CHARACTER:
    if (may_break(l, index))
      end_word(l);
    else
      add_character(l, index);
    break;
  case BV_UNIT_BREAK:
    bv_buf_putc(&l->word, '\\');
    end_word(l);
    end_line(l);
    break;
  case BV_UNIT_GAP:
    end_word(l);
    l->attribute = true;
    break;
  default:
    l->leads = l->leads || (unit->leads && l->word.length == 0);
    bv_buf_puts(&l->word, unit->text);
  }
}

bv_strings bv_markdown_lines(bv_arena *arena, const bv_units *units, size_t width) {
  layout l = {.arena = arena, .units = units, .width = width, .line = bv_buf_new(arena), .word = bv_buf_new(arena)};
  for (size_t i = 0; i < units->count; i++)
    add_unit(&l, i);
  end_word(&l);
  end_line(&l);
  return l.lines;
}

bv_strings bv_markdown_wrap(bv_arena *arena, const bv_strings *words, size_t column, size_t width) {
  bv_strings lines = {0};
  bv_buf line = bv_buf_new(arena);
  for (size_t i = 0; i < words->count; i++) {
    size_t length = bv_utf8_count(words->items[i], strlen(words->items[i]));
    if (line.length && column + 1 + length > width) {
      BV_PUSH(arena, &lines, bv_buf_string(&line));
      line = bv_buf_new(arena);
      column = 0;
    }
    column += length + (line.length > 0);
    bv_buf_printf(&line, "%s%s", line.length ? " " : "", words->items[i]);
  }
  BV_PUSH(arena, &lines, bv_buf_string(&line));
  return lines;
}
