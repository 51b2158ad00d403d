#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* With AddressSanitizer what was not handed out may not be touched, and some bytes behind each object never are. */
#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(bytes, size) ((void)(bytes), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(bytes, size) ((void)(bytes), (void)(size))
enum { GAP = 0 };
#endif

enum { BLOCK_SIZE = 64 * 1024, ALIGNMENT = _Alignof(max_align_t) };

typedef struct block {
  struct block *next;
  size_t size, used;
  _Alignas(max_align_t) char bytes[];
} block;

struct bv_arena {
  block *blocks;
  size_t used;
};

static void (*out_of_memory)(void);

void bv_on_out_of_memory(void (*handler)(void)) { out_of_memory = handler; }

_Noreturn void bv_out_of_memory(void) {
  if (out_of_memory)
    out_of_memory();
  abort();
}

bv_arena *bv_arena_new(void) {
  bv_arena *arena = calloc(1, sizeof *arena);
  if (!arena)
    bv_out_of_memory();
  return arena;
}

void bv_arena_free(bv_arena *arena) {
  if (!arena)
    return;
  for (block *b = arena->blocks, *next; b; b = next) {
    next = b->next;
    free(b);
  }
  free(arena);
}

size_t bv_arena_used(const bv_arena *arena) { return arena->used; }

static block *add_block(bv_arena *arena, size_t least) {
  size_t size = least > BLOCK_SIZE ? least : BLOCK_SIZE;
  block *b = malloc(sizeof *b + size);
  if (!b)
    bv_out_of_memory();
  *b = (block){.size = size};
  ASAN_POISON_MEMORY_REGION(b->bytes, size);
  /* A block made for one large object goes behind the current one, whose rest stays in use. */
  if (least > BLOCK_SIZE / 4 && arena->blocks) {
    b->next = arena->blocks->next;
    arena->blocks->next = b;
  } else {
    b->next = arena->blocks;
    arena->blocks = b;
  }
  return b;
}

void *bv_take(bv_arena *arena, size_t size) {
  if (size > SIZE_MAX / 2)
    bv_out_of_memory();
  size_t taken = (size + GAP + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  block *b = arena->blocks;
  if (!b || b->size - b->used < taken)
    b = add_block(arena, taken);
  void *memory = b->bytes + b->used;
  b->used += taken;
  arena->used += taken;
  ASAN_UNPOISON_MEMORY_REGION(memory, size);
  return memory;
}

void *bv_alloc(bv_arena *arena, size_t size) { return memset(bv_take(arena, size), 0, size); }

void *bv_calloc(bv_arena *arena, size_t count, size_t size) {
  if (size && count > SIZE_MAX / 2 / size)
    bv_out_of_memory();
  return bv_alloc(arena, count * size);
}

char *bv_strndup(bv_arena *arena, const char *bytes, size_t length) {
  char *copy = bv_take(arena, length + 1);
  if (length)
    memcpy(copy, bytes, length);
  copy[length] = '\0';
  return copy;
}

char *bv_strdup(bv_arena *arena, const char *string) { return bv_strndup(arena, string, strlen(string)); }

char *bv_vsprintf(bv_arena *arena, const char *format, va_list arguments) {
  char most[256]; /* are no longer, and written once */
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(most, sizeof most, format, arguments);
  char *string = bv_alloc(arena, (length < 0 ? 0 : (size_t)length) + 1);
  if (length > 0 && (size_t)length < sizeof most)
    memcpy(string, most, (size_t)length);
  else if (length > 0)
    vsnprintf(string, (size_t)length + 1, format, again);
  va_end(again);
  return string;
}

char *bv_sprintf(bv_arena *arena, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *string = bv_vsprintf(arena, format, arguments);
  va_end(arguments);
  return string;
}

void *bv_grow(bv_arena *arena, void *items, size_t count, size_t *capacity, size_t item_size) {
  if (count < *capacity)
    return items;
  size_t larger = *capacity ? *capacity * 2 : 8;
  if (larger > SIZE_MAX / 2 / item_size)
    bv_out_of_memory();
  char *copy = bv_take(arena, larger * item_size);
  if (count)
    memcpy(copy, items, count * item_size);
  memset(copy + count * item_size, 0, (larger - count) * item_size);
  *capacity = larger;
  return copy;
}
