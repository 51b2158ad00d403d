#include "write/names.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

/* Adds the characters, wrong bytes as U+FFFD; controls as '?' when they may not stay. */
static const char *as_text(bv_arena *arena, const char *name, bool controls) {
  bv_buf text = bv_buf_new(arena);
  size_t length = strlen(name);
  for (size_t at = 0, size; at < length; at += size) {
    uint32_t c;
    size = bv_utf8_decode(name + at, length - at, &c);
    if (size == 0) {
      bv_buf_puts(&text, "\xEF\xBF\xBD");
      size = 1;
    } else if (!controls && (c < ' ' || bv_hides(c))) {
      bv_buf_putc(&text, '?');
    } else {
      bv_buf_add(&text, name + at, size);
    }
  }
  return bv_buf_string(&text);
}

const char *bv_name_as_text(bv_arena *arena, const char *name) { return as_text(arena, name, true); }

const char *bv_name_as_line(bv_arena *arena, const char *name) { return as_text(arena, name, false); }

const char *bv_name_as_uri(bv_arena *arena, const char *name) {
  static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  bv_buf uri = bv_buf_new(arena);
  if (name[0] == '/')
    bv_buf_puts(&uri, "file://");
  for (const char *at = name; *at; at++)
    if (strchr(plain, *at))
      bv_buf_putc(&uri, *at);
    else
      bv_buf_printf(&uri, "%%%02X", (unsigned char)*at);
  return bv_buf_string(&uri);
}
