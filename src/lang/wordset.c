#include "lang/wordset.h"

#include <stdlib.h>
#include <string.h>

void bv_word_set_add(bv_arena *arena, bv_word_set *set, const char *text) {
  if (!text)
    return;
  bv_tokens tokens = bv_tokenize(arena, text, strlen(text));
  for (size_t i = 0; i < tokens.count; i++)
    if (tokens.items[i].kind == BV_TOKEN_WORD)
      BV_PUSH(arena, set, tokens.items[i].folded);
}

static int by_text(const void *a, const void *b) {
  const char *left = *(const char *const *)a, *right = *(const char *const *)b;
  return *left == *right ? strcmp(left, right) : (unsigned char)*left - (unsigned char)*right;
}

void bv_word_set_sort(bv_word_set *set) {
  if (set->count)
    qsort(set->items, set->count, sizeof *set->items, by_text);
}

bool bv_word_set_has(const bv_word_set *set, const char *folded) {
  return set->count && bsearch(&folded, set->items, set->count, sizeof *set->items, by_text);
}

bool bv_token_in_set(const bv_tokens *tokens, size_t index, const bv_word_set *set) {
  return index < tokens->count && bv_word_set_has(set, tokens->items[index].folded);
}
