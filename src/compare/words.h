/* Two texts beside each other, word by word. */
#ifndef BV_COMPARE_WORDS_H
#define BV_COMPARE_WORDS_H

#include <stddef.h>

#include "base/arena.h"

typedef enum bv_word_change { BV_WORDS_SAME, BV_WORDS_REMOVED, BV_WORDS_ADDED } bv_word_change;

/* Words that stay or change together; a space belongs between one run and the next. */
typedef struct bv_word_run {
  bv_word_change change;
  const char *text;
} bv_word_run;

typedef struct bv_word_runs {
  bv_word_run *items;
  size_t count, capacity;
} bv_word_runs;

/* The words of both in one row. White space between words counts for nothing. Texts that are very long and very different
 * come out as one run that goes and one that comes, between what they share at both ends. */
bv_word_runs bv_compare_words(bv_arena *arena, const char *before, const char *after);

#endif
