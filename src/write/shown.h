/* Which claims a written version shows, found in its bytes: in our HTML by the ids "punt-3.12", in our XML by the
 * numbers of its elements. Templates of an organisation keep those ids, since every link needs them. */
#ifndef BV_WRITE_SHOWN_H
#define BV_WRITE_SHOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct bv_shown {
  const char *number;
  const char *text; /* all that stands in its element, white space as one space */
} bv_shown;

typedef struct bv_shown_list {
  bv_shown *items; /* in the order of their numbers */
  size_t count, capacity;
} bv_shown_list;

/* Whether a file of that form ("html", "pdf", …) can be looked into. */
bool bv_shown_can_look(const char *form);
/* What stands in the bytes of a version, which may have been changed in any way. False when they are no HTML or XML. */
bool bv_shown_in(bv_arena *arena, const char *form, const char *bytes, size_t length, bv_shown_list *shown);
/* The first of that number, or NULL. */
const bv_shown *bv_shown_find(const bv_shown_list *shown, const char *number);

#endif
