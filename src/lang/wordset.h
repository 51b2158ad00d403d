/* Sets of single words. */
#ifndef BV_LANG_WORDSET_H
#define BV_LANG_WORDSET_H

#include "lang/tokens.h"

typedef struct bv_word_set {
  const char **items; /* folded as bv_tokenize folds; sorted, once that is asked */
  size_t count, capacity;
} bv_word_set;

/* Adds the words of a text (NULL: none), in the arena; they live no longer than the thread. */
void bv_word_set_add(bv_arena *arena, bv_word_set *set, const char *text);
/* Sorts the set: before the first question, after the last word. */
void bv_word_set_sort(bv_word_set *set);
bool bv_word_set_has(const bv_word_set *set, const char *folded);
/* Whether the token at `index` is there and is a word of the set. */
bool bv_token_in_set(const bv_tokens *tokens, size_t index, const bv_word_set *set);

#endif
