/* A growing byte string in an arena. `bytes` always ends in NUL once something was added. */
#ifndef BV_BASE_BUF_H
#define BV_BASE_BUF_H

#include <stddef.h>

#include "base/arena.h"

typedef struct bv_buf {
  bv_arena *arena;
  char *bytes;
  size_t length, capacity;
} bv_buf;

/* An empty buffer; its memory belongs to the arena. */
bv_buf bv_buf_new(bv_arena *arena);
void bv_buf_add(bv_buf *buf, const char *bytes, size_t length);
/* The same with `instead` for each `byte`. */
void bv_buf_add_with(bv_buf *buf, const char *bytes, size_t length, char byte, char instead);
void bv_buf_puts(bv_buf *buf, const char *string);
void bv_buf_putc(bv_buf *buf, char byte);
void bv_buf_printf(bv_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The content as a string ("" when nothing was added). */
const char *bv_buf_string(const bv_buf *buf);
/* The items as a list in a sentence, in the arena: "a, b en c", where `last` is what stands before the last one (" en "). */
const char *bv_enumerate(bv_arena *arena, const char *const *items, size_t count, const char *last);

#endif
