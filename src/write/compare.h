/* A comparison of two drafts as text, JSON (schemas/vergelijking.schema.json) and one HTML page. */
#ifndef BV_WRITE_COMPARE_H
#define BV_WRITE_COMPARE_H

#include "base/buf.h"
#include "compare/compare.h"

/* For a terminal: what went stands as [-…-] and what came as {+…+}. */
void bv_write_comparison_text(bv_buf *out, const bv_comparison *comparison);
void bv_write_comparison_json(bv_buf *out, const bv_comparison *comparison);
void bv_write_comparison_html(bv_buf *out, const bv_comparison *comparison);

/* ---- For the writers: the changes as people read them ---- */

/* All changes of one thing. */
typedef struct bv_outline_item {
  const bv_change *first;
  size_t count;
  const char *name;   /* "3.12 (was 3.11)", "kop “School”", … */
  const char *action; /* "nieuw", "vervallen", "verplaatst van deel 2 naar deel 3", …; "" when its changes say it */
} bv_outline_item;

/* All things under one heading: the front matter, a part, the reactions, the findings. */
typedef struct bv_outline_group {
  const char *title;
  struct { bv_outline_item *items; size_t count, capacity; } things;
} bv_outline_group;

typedef struct bv_outline {
  struct { bv_outline_group *items; size_t count, capacity; } groups;
} bv_outline;

bv_outline bv_outline_of(bv_arena *arena, const bv_comparison *comparison);
/* One line on the whole: "12 wijzigingen: 3 beweringen nieuw, …". */
const char *bv_comparison_summary(bv_arena *arena, const bv_comparison *comparison);
/* What is called of it, for people; and what stands for a value that is not there. */
const char *bv_change_aspect(const bv_change *change);
const char *bv_change_nothing(const bv_change *change);
/* Whether the values of the change are prose, to be shown word by word; else they are short. */
bool bv_change_is_prose(const bv_change *change);

#endif
