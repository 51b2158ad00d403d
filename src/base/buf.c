#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bv_buf bv_buf_new(bv_arena *arena) { return (bv_buf){.arena = arena}; }

/* Room for `more` bytes and the NUL. */
static void reserve(bv_buf *buf, size_t more) {
  if (buf->capacity - buf->length > more)
    return;
  size_t capacity = buf->capacity ? buf->capacity : 32;
  while (capacity - buf->length <= more)
    capacity *= 2;
  char *bytes = bv_take(buf->arena, capacity);
  if (buf->length)
    memcpy(bytes, buf->bytes, buf->length);
  buf->bytes = bytes;
  buf->capacity = capacity;
}

void bv_buf_add(bv_buf *buf, const char *bytes, size_t length) {
  reserve(buf, length);
  if (length)
    memcpy(buf->bytes + buf->length, bytes, length);
  buf->length += length;
  buf->bytes[buf->length] = '\0';
}

void bv_buf_add_with(bv_buf *buf, const char *bytes, size_t length, char byte, char instead) {
  bv_buf_add(buf, bytes, length);
  char *end = buf->bytes + buf->length;
  for (char *at = end - length; length && (at = memchr(at, byte, (size_t)(end - at))); at++)
    *at = instead;
}

void bv_buf_puts(bv_buf *buf, const char *string) { bv_buf_add(buf, string, strlen(string)); }

void bv_buf_putc(bv_buf *buf, char byte) {
  if (buf->capacity - buf->length <= 1)
    reserve(buf, 1);
  buf->bytes[buf->length++] = byte;
  buf->bytes[buf->length] = '\0';
}

void bv_buf_printf(bv_buf *buf, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (length > 0) {
    reserve(buf, (size_t)length);
    vsnprintf(buf->bytes + buf->length, (size_t)length + 1, format, again);
    buf->length += (size_t)length;
  }
  va_end(again);
}

const char *bv_buf_string(const bv_buf *buf) { return buf->bytes ? buf->bytes : ""; }

const char *bv_enumerate(bv_arena *arena, const char *const *items, size_t count, const char *last) {
  bv_buf list = bv_buf_new(arena);
  for (size_t i = 0; i < count; i++) {
    if (i)
      bv_buf_puts(&list, i + 1 < count ? ", " : last);
    bv_buf_puts(&list, items[i]);
  }
  return bv_buf_string(&list);
}
