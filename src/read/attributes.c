#include "read/attributes.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/messages.h"
#include "base/utf8.h"
#include "read/bytes.h"
#include "read/entity.h"

typedef struct parser {
  bv_reader *reader;
  const bv_content *content;
  uint32_t at;
  bool braces;
  size_t count;
  bv_attributes_read read;
} parser;

static char byte(const parser *p, uint32_t at) { return at < p->content->length ? p->content->bytes[at] : '\0'; }

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

static void skip_space(parser *p) {
  while (is_space(byte(p, p->at)))
    p->at++;
}

static uint32_t decode(const bv_content *content, uint32_t at, size_t *size) {
  uint32_t c = at < content->length ? (unsigned char)content->bytes[at] : 0;
  *size = at < content->length;
  if (c >= 0x80)
    *size = bv_utf8_decode(content->bytes + at, content->length - at, &c);
  return c;
}

static bool is_plain_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

static bool is_name_character(uint32_t c) {
  return c < 0x80 ? is_plain_name_byte((char)c) || c == ':' || c == '.' : u_isalnum((UChar32)c);
}

/* The end of the name that starts at that place; the place itself where none does. */
static uint32_t name_end(const bv_content *content, uint32_t at, bool letter_first) {
  size_t size;
  uint32_t c = decode(content, at, &size);
  if (size == 0 || (letter_first && !u_isalpha((UChar32)c)))
    return at;
  while (size && is_name_character(c)) {
    at += (uint32_t)size;
    while (at < content->length && is_plain_name_byte(content->bytes[at]))
      at++;
    c = decode(content, at, &size);
  }
  return at;
}

static const char *slice(const parser *p, uint32_t start, uint32_t end) {
  return bv_strndup(p->reader->arena, p->content->bytes + start, end - start);
}

static bv_range range(const parser *p, uint32_t start, uint32_t end) { return bv_content_range(p->content, start, end); }

/* Only the first problem of a block is kept: the rest often follows from it. */
static void problem(parser *p, uint32_t start, uint32_t end, const char *message, const char *advice) {
  if (p->read.problem)
    return;
  p->read.problem = message;
  p->read.advice = advice;
  p->read.where = range(p, start, end);
}

/* The end of whatever stands here, up to white space or the brace; an escaped brace does not count. */
static uint32_t token_end(const parser *p, uint32_t at) {
  for (; at < p->content->length && !is_space(byte(p, at)) && byte(p, at) != '}'; at++)
    if (byte(p, at) == '\\' && byte(p, at + 1) == '}')
      at++;
  return at;
}

static void read_id(parser *p) {
  uint32_t start = p->at + 1, end = name_end(p->content, start, false);
  if (end == start) {
    problem(p, p->at, token_end(p, start), MSG_ATTRIBUTES_EMPTY_ID, NULL);
    p->at = token_end(p, start);
    return;
  }
  if (name_end(p->content, start, true) == start)
    problem(p, p->at, end, MSG_ATTRIBUTES_ID_LETTER, NULL);
  if (p->read.attributes.id)
    problem(p, p->at, end, MSG_ATTRIBUTES_TWO_IDS, NULL);
  else {
    p->read.attributes.id = slice(p, start, end);
    p->read.attributes.id_range = range(p, start, end);
  }
  p->at = end;
}

static void add_class(parser *p, uint32_t start, uint32_t end) {
  BV_PUSH(p->reader->arena, &p->read.attributes.classes, (bv_class){slice(p, start, end), range(p, start, end)});
}

static void read_class(parser *p) {
  uint32_t start = p->at + 1, end = name_end(p->content, start, true);
  if (end == start) {
    problem(p, p->at, token_end(p, start), MSG_ATTRIBUTES_EMPTY_CLASS, NULL);
    end = token_end(p, start);
  } else {
    add_class(p, start, end);
  }
  p->at = end;
}

/* Quotation marks that word processors put in, opening and closing alike. */
typedef struct curly {
  uint32_t size; /* in bytes; 0: none stands here */
  char straight; /* the one to write instead */
} curly;

static curly curly_quote(const bv_content *content, uint32_t at) {
  static const struct {
    uint32_t c;
    char straight;
  } quotes[] = {{0x201C, '"'}, {0x201D, '"'}, {0x201E, '"'}, {0x201F, '"'}, {0xAB, '"'}, {0xBB, '"'}, {0x2033, '"'},
                {0x2018, '\''}, {0x2019, '\''}, {0x201A, '\''}, {0x201B, '\''}, {0x2032, '\''}};
  size_t size;
  uint32_t c = decode(content, at, &size);
  for (size_t i = 0; c >= 0x80 && size && i < sizeof quotes / sizeof *quotes; i++)
    if (c == quotes[i].c)
      return (curly){(uint32_t)size, quotes[i].straight};
  return (curly){0, 0};
}

/* The place of the quotation mark that ends the value, or the end of the content. Escapes are passed over. Behind a curly
 * mark the value ends at the next curly or straight one of its kind. */
static uint32_t closing_quote(const parser *p, uint32_t at, char quote, bool curly_too) {
  const char *bytes = p->content->bytes;
  uint32_t length = p->content->length;
  while (at < length) {
    if (bytes[at] == quote || (curly_too && curly_quote(p->content, at).straight == quote))
      return at;
    at += bytes[at] == '\\' && at + 1 < length ? 2 : 1;
  }
  return length;
}

static bool is_escapable(char c) { return c > ' ' && c < 0x7F && !u_isalnum((UChar32)(unsigned char)c); }

/* How many bytes of a value are what they look like. */
static uint32_t plain_length(const parser *p, uint32_t start, uint32_t end) {
  const char *value = p->content->bytes + start, special[] = {'\\', '&', '\n'};
  uint32_t length = end - start;
  for (size_t i = 0; i < sizeof special && length; i++) {
    const char *found = memchr(value, special[i], length);
    length = found ? (uint32_t)(found - value) : length;
  }
  return length;
}

/* The value between two places: escapes and entities resolved, a line end is a space. */
static const char *value_of(const parser *p, uint32_t start, uint32_t end, bool entities) {
  uint32_t plain = plain_length(p, start, end);
  if (start + plain == end)
    return slice(p, start, end);
  bv_buf value = bv_buf_new(p->reader->arena);
  bool decoded = false;
  bv_buf_add(&value, p->content->bytes + start, plain);
  for (uint32_t at = start + plain; at < end;) {
    char c = byte(p, at);
    bv_entity entity;
    if (c == '\\' && at + 1 < end && is_escapable(byte(p, at + 1))) {
      bv_buf_putc(&value, byte(p, at + 1));
      at += 2;
    } else if (entities && c == '&' && (entity = bv_read_entity(p->content->bytes + at, end - at)).size) {
      bv_buf_puts(&value, entity.text);
      decoded = true;
      at += entity.size;
    } else {
      bv_buf_putc(&value, c == '\n' ? ' ' : c);
      at++;
    }
  }
  const char *string = bv_buf_string(&value);
  return decoded ? bv_clean_string(p->reader, string, range(p, start, end)) : string;
}

/* Reads the value at p->at; `start` and `end` receive its place without quotation marks. */
static const char *read_value(parser *p, uint32_t *start, uint32_t *end) {
  char first = byte(p, p->at);
  curly opening = curly_quote(p->content, p->at);
  if (first == '"' || first == '\'' || opening.size) {
    *start = p->at + (opening.size ? opening.size : 1);
    *end = closing_quote(p, *start, opening.size ? opening.straight : first, opening.size > 0);
    if (*end < p->content->length) {
      curly closing = curly_quote(p->content, *end);
      uint32_t behind = *end + (closing.size ? closing.size : 1);
      if (opening.size)
        problem(p, p->at, behind, MSG_ATTRIBUTES_CURLY, MSG_ATTRIBUTES_CURLY_ADVICE);
      else if (is_space(byte(p, *start)))
        problem(p, *start, *start + 1, MSG_ATTRIBUTES_SPACE_IN_QUOTES, NULL);
      p->at = behind;
      return value_of(p, *start, *end, true);
    }
    problem(p, p->at, *start, MSG_ATTRIBUTES_OPEN_QUOTE, NULL);
  }
  *start = p->at;
  *end = p->at = token_end(p, p->at);
  return value_of(p, *start, *end, false);
}

/* `id="x"` and `class="a b"` are other ways to write `#x` and `.a .b`. */
static bool is_shorthand(parser *p, const char *key, uint32_t start, uint32_t end) {
  if (bv_same(key, "id") && !p->read.attributes.id) {
    p->read.attributes.id = slice(p, start, end);
    p->read.attributes.id_range = range(p, start, end);
    return true;
  }
  if (!bv_same(key, "class"))
    return false;
  for (uint32_t at = start, stop; at < end; at = stop) {
    while (at < end && is_space(byte(p, at)))
      at++;
    for (stop = at; stop < end && !is_space(byte(p, stop));)
      stop++;
    if (stop > at)
      add_class(p, at, stop);
  }
  return true;
}

static void add_pair(parser *p, uint32_t key_start, uint32_t key_end) {
  uint32_t start, end;
  const char *key = slice(p, key_start, key_end);
  const char *value = read_value(p, &start, &end);
  if (is_shorthand(p, key, start, end))
    return;
  for (size_t i = 0; i < p->read.attributes.pairs.count; i++)
    if (bv_same(p->read.attributes.pairs.items[i].key, key)) {
      problem(p, key_start, key_end, bv_sprintf(p->reader->arena, MSG_ATTRIBUTES_KEY_TWICE, key), NULL);
      return;
    }
  bv_attribute attribute = {key, value, range(p, key_start, key_end), range(p, start, end)};
  BV_PUSH(p->reader->arena, &p->read.attributes.pairs, attribute);
}

/* A word that is neither class, id nor key with value. */
static void read_stray_word(parser *p) {
  uint32_t start = p->at, end = token_end(p, start);
  bool behind_comma = start > 1 && is_space(byte(p, start - 1)) && byte(p, start - 2) == ',';
  p->at = end > start ? end : start + 1;
  const char *word = slice(p, start, p->at);
  problem(p, start, p->at,
          bv_sprintf(p->reader->arena, behind_comma ? MSG_ATTRIBUTES_AFTER_COMMA : MSG_ATTRIBUTES_WORD, word),
          behind_comma ? MSG_ATTRIBUTES_AFTER_COMMA_ADVICE : MSG_ATTRIBUTES_WORD_ADVICE);
}

static void read_pair(parser *p) {
  uint32_t start = p->at, end = name_end(p->content, start, true), equals = end;
  while (is_space(byte(p, equals)))
    equals++;
  if (end == start || byte(p, equals) != '=') {
    read_stray_word(p);
    return;
  }
  p->at = equals + 1;
  if (equals > end || (is_space(byte(p, p->at)))) {
    skip_space(p);
    problem(p, start, p->at, MSG_ATTRIBUTES_SPACED, MSG_ATTRIBUTES_SPACED_ADVICE);
  }
  add_pair(p, start, end);
}

static void read_one(parser *p) {
  char c = byte(p, p->at);
  if (++p->count > BV_MOST_ATTRIBUTES) {
    problem(p, p->at, p->at + 1, MSG_ATTRIBUTES_MANY, NULL);
    p->at = token_end(p, p->at + 1);
  } else if (c == '#') {
    read_id(p);
  } else if (c == '.') {
    read_class(p);
  } else {
    read_pair(p);
  }
}

static bv_attributes_read read(parser *p, uint32_t start) {
  p->at = start + (p->braces ? 1 : 0);
  uint32_t good_end = p->at;
  skip_space(p);
  for (char c; (c = byte(p, p->at)) != '\0' && !(p->braces && (c == '}' || c == '{' || c == '[')); skip_space(p)) {
    read_one(p);
    if (!p->read.problem)
      good_end = p->at;
  }
  p->read.closed = !p->braces || byte(p, p->at) == '}';
  p->read.end = p->read.closed ? p->at + (p->braces ? 1 : 0) : good_end;
  if (!p->read.closed) {
    /* What stands behind a missing brace is text, and whatever is wrong there is no problem of its own. */
    p->read.problem = NULL;
    problem(p, start, start + 1, MSG_ATTRIBUTES_NOT_CLOSED, MSG_ATTRIBUTES_NOT_CLOSED_ADVICE);
  }
  p->read.attributes.range = range(p, start, p->read.end);
  return p->read;
}

bv_attributes_read bv_read_attributes(bv_reader *reader, const bv_content *content, uint32_t start) {
  parser p = {.reader = reader, .content = content, .braces = true};
  return read(&p, start);
}

bv_attributes_read bv_read_bare_attributes(bv_reader *reader, const bv_content *content, uint32_t start) {
  parser p = {.reader = reader, .content = content};
  return read(&p, start);
}

void bv_report_attributes(bv_reader *reader, const bv_attributes_read *read) {
  if (read->problem)
    bv_read_report(reader, BV_RULE_MARKUP_ATTRIBUUT, read->where, read->advice, "%s", read->problem);
}

bool bv_likely_attributes(const bv_content *content, uint32_t start) {
  const parser p = {.content = content};
  uint32_t at = start + 1;
  while (is_space(byte(&p, at)))
    at++;
  if (byte(&p, at) == '.' || byte(&p, at) == '#')
    return name_end(content, at + 1, byte(&p, at) == '.') > at + 1;
  uint32_t end = name_end(content, at, true);
  return end > at && byte(&p, end) == '=';
}
