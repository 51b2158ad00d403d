#include "lsp/context.h"

#include <ctype.h>
#include <string.h>

#include "lsp/describe.h"

enum { LONGEST_PARAGRAPH = 64 * 1024 }; /* bytes that are looked through for the brace that opens attributes */

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* What names and values consist of; bytes of characters beyond ASCII too. */
static bool is_name_byte(char c) {
  unsigned char b = (unsigned char)c;
  return b >= 0x80 || isalnum(b) || c == '-' || c == '_' || c == ':' || c == '/';
}

static uint32_t word_end(const bv_lsp_text *text, uint32_t at) {
  while (at < text->length && is_name_byte(text->bytes[at]))
    at++;
  return at;
}

static bool is_word(const bv_lsp_text *text, uint32_t start, uint32_t end) {
  while (start < end && is_name_byte(text->bytes[start]))
    start++;
  return start == end;
}

static uint32_t line_start(const bv_lsp_text *text, uint32_t at) {
  while (at > 0 && text->bytes[at - 1] != '\n')
    at--;
  return at;
}

static uint32_t next_line(const bv_lsp_text *text, uint32_t at) {
  const char *end = memchr(text->bytes + at, '\n', text->length - at);
  return end ? (uint32_t)(end - text->bytes) + 1 : (uint32_t)text->length;
}

/* Whether nothing but this and white space stands on the line. */
static bool line_is(const bv_lsp_text *text, uint32_t start, const char *what) {
  size_t length = strlen(what);
  if (text->length - start < length || memcmp(text->bytes + start, what, length) != 0)
    return false;
  uint32_t at = start + (uint32_t)length;
  while (at < text->length && text->bytes[at] != '\n' && is_space(text->bytes[at]))
    at++;
  return at == text->length || text->bytes[at] == '\n';
}

/* The lines between the fences of the front matter; empty when there is none. Not closed: up to a blank line. */
static bv_range front_matter(const bv_lsp_text *text) {
  uint32_t at = text->length >= 3 && memcmp(text->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  while (at < text->length && line_is(text, at, ""))
    at = next_line(text, at);
  if (!line_is(text, at, "---"))
    return (bv_range){0, 0};
  uint32_t start = next_line(text, at), blank = 0;
  for (at = start; at < text->length; at = next_line(text, at)) {
    if (line_is(text, at, "---") || line_is(text, at, "..."))
      return (bv_range){start, at};
    if (!blank && line_is(text, at, ""))
      blank = at;
  }
  return (bv_range){start, blank ? blank : (uint32_t)text->length};
}

/* Reading the front matter from a key that begins a line up to the cursor. */
typedef struct entry {
  uint32_t start; /* of the entry, or of the item of a list */
  uint32_t value; /* behind its colon; 0: none was seen */
  bv_range key;
  bool nested; /* not at the top */
  char quote;  /* in a quotation, or 0 */
  bool comment;
  bool closed;  /* behind a bracket that closes: nothing can stand there */
  char open[8]; /* brackets that are open */
  unsigned depth;
} entry;

static void open_bracket(entry *e, char c, uint32_t at) {
  if (e->depth < sizeof e->open)
    e->open[e->depth] = c;
  e->depth++;
  e->start = at + 1;
  if (c == '{') {
    e->nested = true;
    e->value = 0;
  }
}

static bool is_in(const entry *e, char bracket) {
  return e->depth > 0 && e->depth <= sizeof e->open && e->open[e->depth - 1] == bracket;
}

static void start_line(const bv_lsp_text *text, entry *e, uint32_t at) {
  e->comment = e->closed = false;
  if (e->depth > 0)
    return;
  uint32_t start = at;
  while (start < text->length &&
         (text->bytes[start] == ' ' || (text->bytes[start] == '-' && text->bytes[start + 1] == ' ')))
    start++;
  e->nested = start > at;
  e->start = start;
  e->value = 0;
}

static void step(const bv_lsp_text *text, entry *e, uint32_t at) {
  char c = text->bytes[at];
  if (c == '\n')
    start_line(text, e, at + 1);
  else if (e->comment)
    return;
  else if (e->quote)
    e->quote = c == e->quote ? '\0' : e->quote;
  else if ((c == '"' || c == '\'') && at > 0 && !is_name_byte(text->bytes[at - 1]))
    e->quote = c;
  else if (c == '#' && at > 0 && is_space(text->bytes[at - 1]))
    e->comment = true;
  else if (c == '{' || c == '[')
    open_bracket(e, c, at);
  else if ((c == '}' || c == ']') && e->depth > 0) {
    e->depth--;
    e->closed = true;
  } else if (c == ',' && e->depth > 0) {
    e->start = at + 1;
    e->closed = false;
    e->value = is_in(e, '{') ? 0 : e->value;
  } else if (c == ':' && !e->value && is_space(text->bytes[at + 1])) {
    e->key = (bv_range){e->start, at};
    e->value = at + 1;
  }
}

static uint32_t skip_space(const bv_lsp_text *text, uint32_t at, uint32_t end) {
  while (at < end && is_space(text->bytes[at]))
    at++;
  return at;
}

static const char *slice(bv_arena *arena, const bv_lsp_text *text, uint32_t start, uint32_t end) {
  start = skip_space(text, start, end);
  while (end > start && is_space(text->bytes[end - 1]))
    end--;
  return bv_strndup(arena, text->bytes + start, end - start);
}

/* Which keys there are inside the value of a key at the top; NULL: none, its value is words. */
static const char *list_inside(const char *top) {
  if (strcmp(top, "personen") == 0)
    return BV_LSP_PERSON;
  if (strcmp(top, "bronnen") == 0)
    return BV_LSP_SOURCE;
  return strcmp(top, "opsteller") == 0 ? BV_LSP_AUTHOR : NULL;
}

static bv_lsp_context front_context(bv_arena *arena, const bv_lsp_text *text, bv_range front, uint32_t at) {
  uint32_t top = line_start(text, at);
  while (top > front.start && (is_space(text->bytes[top]) || text->bytes[top] == '-' || text->bytes[top] == '#'))
    top = line_start(text, top - 1);
  entry e = {.start = top};
  for (uint32_t i = top; i < at; i++)
    step(text, &e, i);
  if (e.quote || e.comment || e.closed)
    return (bv_lsp_context){0};
  const char *top_key = slice(arena, text, top, word_end(text, top));
  top_key = bv_strndup(arena, top_key, strcspn(top_key, ":"));
  const char *inside = list_inside(top_key);
  bool in_list = is_in(&e, '[') || (e.nested && !inside);
  bv_lsp_context context = {.list = e.nested && inside ? inside : BV_LSP_FRONT};
  uint32_t start = e.value > e.start ? e.value : e.start;
  start = skip_space(text, start, at);
  context.word = (bv_range){start, word_end(text, at)};
  if (!is_word(text, start, at))
    return (bv_lsp_context){0};
  if (!in_list && !e.value) {
    context.word.end -= context.word.end > at && text->bytes[context.word.end - 1] == ':'; /* it stays */
    context.slot = BV_LSP_FRONT_KEY_SLOT;
    return context;
  }
  context.slot = BV_LSP_FRONT_VALUE_SLOT;
  context.key = in_list && e.nested ? top_key : slice(arena, text, e.key.start, e.key.end);
  return context;
}

/* Where the paragraph begins that holds the place: behind a blank line. */
static uint32_t paragraph_start(const bv_lsp_text *text, uint32_t at) {
  uint32_t start = line_start(text, at), first = at > LONGEST_PARAGRAPH ? at - LONGEST_PARAGRAPH : 0;
  while (start > first && !line_is(text, start, ""))
    start = line_start(text, start - 1);
  return start;
}

/* Whether attributes can begin with the brace at that place: behind a span, in a header, behind the colons of a div. */
static bool opens_attributes(const bv_lsp_text *text, uint32_t at) {
  if (at > 0 && text->bytes[at - 1] == ']')
    return true;
  uint32_t start = line_start(text, at);
  while (start < at && (text->bytes[start] == ' ' || text->bytes[start] == '>'))
    start++;
  return text->bytes[start] == '#' || strncmp(text->bytes + start, ":::", 3) == 0;
}

/* The start of the word in attributes in which the place lies; `at` + 1 when it lies in none. */
static uint32_t attribute_start(const bv_lsp_text *text, uint32_t from, uint32_t at, char *quote) {
  uint32_t none = at + 1, start = none;
  *quote = '\0';
  for (uint32_t i = from; i < at; i++) {
    char c = text->bytes[i];
    if (*quote)
      *quote = c == *quote ? '\0' : *quote;
    else if (c == '{' && opens_attributes(text, i)) /* NOLINTNEXTLINE(bugprone-branch-clone): a brace outside, a space inside */
      start = i + 1;
    else if (start == none)
      continue;
    else if (c == '}')
      start = none;
    else if (c == '"')
      *quote = c;
    else if (is_space(c))
      start = i + 1;
    if (c == '\\')
      i++;
  }
  return start;
}

static bv_lsp_context attribute_context(bv_arena *arena, const bv_lsp_text *text, uint32_t at) {
  char quote;
  uint32_t start = attribute_start(text, paragraph_start(text, at), at, &quote);
  if (start > at || text->bytes[start] == '#')
    return (bv_lsp_context){0};
  bv_lsp_context context = {.slot = BV_LSP_ATTRIBUTE_SLOT, .word = {start, word_end(text, at)}};
  const char *equals = memchr(text->bytes + start, '=', at - start);
  if (equals) {
    uint32_t value = (uint32_t)(equals - text->bytes) + 1;
    context.key = slice(arena, text, start, value - 1);
    for (uint32_t i = value; i < at; i++)
      if (text->bytes[i] == ',' || text->bytes[i] == '"')
        value = i + 1;
    context.slot = BV_LSP_VALUE_SLOT;
    context.word.start = value + (value < at && text->bytes[value] == '#');
  } else if (start < at && text->bytes[start] == '.') {
    context.slot = BV_LSP_CLASS_SLOT;
    context.word.start = start + 1;
  }
  return is_word(text, context.word.start, at) ? context : (bv_lsp_context){0};
}

bv_lsp_context bv_lsp_context_at(bv_arena *arena, const bv_lsp_text *text, uint32_t at) {
  if (text->bytes[strspn(text->bytes, "\xEF\xBB\xBF \t\r\n")] == '<')
    return (bv_lsp_context){0};
  bv_range front = front_matter(text);
  if (front.start <= at && at < front.end)
    return front_context(arena, text, front, at);
  return at >= front.end ? attribute_context(arena, text, at) : (bv_lsp_context){0};
}
