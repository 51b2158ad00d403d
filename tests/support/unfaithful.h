/* Plain texts made unfaithful on purpose, mechanically, from faithful ones: each differs in one thing. It knows nothing
 * of how the program compares: it changes words where it finds them. */
#ifndef BV_TESTS_UNFAITHFUL_H
#define BV_TESTS_UNFAITHFUL_H

#include "base/arena.h"

typedef struct bv_unfaithful {
  const char *how; /* "datum", "getal", "bedrag", "persoon", "persoon, één keer", "ontkenning", "zekerheid", "houder",
                      "horen zeggen", "bevestigd" */
  const char *text;
} bv_unfaithful;

typedef struct bv_unfaithful_list {
  bv_unfaithful *items;
  size_t count, capacity;
} bv_unfaithful_list;

/* Every text that one change makes of `text`, the faithful rendering of `original`. `persons` ends in NULL: the words
 * for the persons of the report, each of which is replaced by the next, wherever it stands ("persoon") and in one place
 * alone ("persoon, één keer"). A holder is dropped where the original has one. In the arena. */
bv_unfaithful_list bv_make_unfaithful(bv_arena *arena, const char *original, const char *text,
                                      const char *const *persons);

#endif
