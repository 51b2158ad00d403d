#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "write/markdown.h"

/* Whether it can follow '#' or '.' as it is. */
static bool is_name(const char *name) {
  size_t length = strlen(name), size;
  for (size_t at = 0; at < length; at += size) {
    uint32_t c = 0;
    size = bv_utf8_decode(name + at, length - at, &c);
    bool good = at == 0 ? u_isalpha((UChar32)c) : u_isalnum((UChar32)c) || (c < 0x80 && strchr("-_:.", (int)c));
    if (!size || !good)
      return false;
  }
  return length > 0;
}

/* Whether a value needs no quotation marks. */
static bool is_word(const char *value) {
  size_t length = strlen(value), size;
  for (size_t at = 0; at < length; at += size) {
    uint32_t c = 0;
    size = bv_utf8_decode(value + at, length - at, &c);
    if (!size || !(u_isalnum((UChar32)c) || (c < 0x80 && strchr("-_:.,/#+", (int)c))))
      return false;
  }
  return length > 0;
}

static const char *quoted(bv_arena *arena, const char *key, const char *value) {
  bv_buf text = bv_buf_new(arena);
  bv_buf_printf(&text, "%s=\"", key);
  for (; *value; value++) {
    bool reference = *value == '&' && (value[1] == '#' || u_isalnum((UChar32)(unsigned char)value[1]));
    if (*value == '\n' || *value == '\t') {
      bv_buf_printf(&text, "&#%d;", *value);
    } else if (strncmp(value, "\xEF\xBF\xBD", 3) == 0) { /* U+FFFD as itself says that something was lost */
      bv_buf_puts(&text, "&#xFFFD;");
      value += 2;
    } else {
      if (*value == '"' || *value == '\\' || reference)
        bv_buf_putc(&text, '\\');
      bv_buf_putc(&text, *value);
    }
  }
  bv_buf_putc(&text, '"');
  return bv_buf_string(&text);
}

/* A name that cannot follow its mark, as the value of a key. What is read there has no escapes. */
static const char *spelled_out(bv_arena *arena, const char *key, const char *name) {
  char quote = strchr(name, '"') ? '\'' : '"';
  return bv_sprintf(arena, "%s=%c%s%c", key, quote, name, quote);
}

static void add_classes(bv_arena *arena, bv_strings *pieces, const bv_attributes *attributes) {
  bool names = true;
  for (size_t i = 0; i < attributes->classes.count; i++)
    names = names && is_name(attributes->classes.items[i].name);
  for (size_t i = 0; i < attributes->classes.count; i++) {
    const char *name = attributes->classes.items[i].name;
    BV_PUSH(arena, pieces, names ? bv_sprintf(arena, ".%s", name) : spelled_out(arena, "class", name));
  }
}

bv_strings bv_markdown_attributes(bv_arena *arena, const bv_attributes *attributes) {
  bv_strings pieces = {0};
  if (attributes->id)
    BV_PUSH(arena, &pieces,
            is_name(attributes->id) ? bv_sprintf(arena, "#%s", attributes->id)
                                    : spelled_out(arena, "id", attributes->id));
  add_classes(arena, &pieces, attributes);
  for (size_t i = 0; i < attributes->pairs.count; i++) {
    const bv_attribute *pair = &attributes->pairs.items[i];
    BV_PUSH(arena, &pieces,
            is_word(pair->value) ? bv_sprintf(arena, "%s=%s", pair->key, pair->value)
                                 : quoted(arena, pair->key, pair->value));
  }
  if (pieces.count == 0)
    BV_PUSH(arena, &pieces, "");
  pieces.items[0] = bv_sprintf(arena, "{%s", pieces.items[0]);
  pieces.items[pieces.count - 1] = bv_sprintf(arena, "%s}", pieces.items[pieces.count - 1]);
  return pieces;
}
