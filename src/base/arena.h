/* Arena memory.
 *
 * Ownership, the one rule of this program: everything that belongs to a document lives in the document's arena and dies
 * with it. A function that takes an arena gives back memory of that arena; nobody frees single objects. What a library
 * (libxml2, ICU, …) allocates is freed by the function that asked for it, before it returns.
 *
 * No function here returns NULL: when memory runs out the handler set with bv_on_out_of_memory is called, which must not
 * return (the program prints one message and ends with status 3). */
#ifndef BV_BASE_ARENA_H
#define BV_BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct bv_arena bv_arena;

/* A new, empty arena; the caller frees it with bv_arena_free. */
bv_arena *bv_arena_new(void);
/* Frees the arena and all that was allocated in it; NULL is allowed. */
void bv_arena_free(bv_arena *arena);
/* Bytes handed out so far. */
size_t bv_arena_used(const bv_arena *arena);

/* `size` zeroed bytes, aligned for any object. */
void *bv_alloc(bv_arena *arena, size_t size);
/* The same, not zeroed: for who fills all of it at once. */
void *bv_take(bv_arena *arena, size_t size);
/* Zeroed bytes for `count` objects of `size` bytes, with the multiplication checked. */
void *bv_calloc(bv_arena *arena, size_t count, size_t size);
/* A copy of a NUL-terminated string. */
char *bv_strdup(bv_arena *arena, const char *string);
/* A copy of `length` bytes with a NUL behind it. */
char *bv_strndup(bv_arena *arena, const char *bytes, size_t length);
/* printf into the arena. */
char *bv_sprintf(bv_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *bv_vsprintf(bv_arena *arena, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

/* Called when the system has no memory left; must not return. */
void bv_on_out_of_memory(void (*handler)(void));
/* Ends through that handler: for code that must use malloc itself. */
_Noreturn void bv_out_of_memory(void);

/* Makes room for one more item in an array of the arena: returns `items`, or a larger copy of it. */
void *bv_grow(bv_arena *arena, void *items, size_t count, size_t *capacity, size_t item_size);

/* Lists are structs {T *items; size_t count, capacity;}; this appends one value. That a list without memory has no room is
 * asked only for the analyzers, who else take a list that counts items for one without them. */
#define BV_PUSH(arena, list, ...)                                                                                    \
  do {                                                                                                               \
    if (!(list)->items || (list)->count >= (list)->capacity)                                                         \
      (list)->items = bv_grow((arena), (list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items);      \
    (list)->items[(list)->count] = __VA_ARGS__; /* which may read the count: it changes after that */                \
    (list)->count++;                                                                                                 \
  } while (0)

#endif
