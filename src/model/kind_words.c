/* The words of all topics of a kind in two tries, so that a draft is read once and not once a topic. */
#include <string.h>

#include "model/kind_read.h"

void bv_kind_index_words(bv_arena *arena, bv_kind *kind) {
  bv_table *whole = bv_alloc(arena, sizeof *whole), *opening = bv_alloc(arena, sizeof *opening);
  kind->words = (bv_topic_words){0};
  for (size_t t = 0; t < kind->topics.count; t++)
    for (size_t w = 0; w < kind->topics.items[t].words.count; w++) {
      const char *word = kind->topics.items[t].words.items[w];
      size_t length = strlen(word);
      bool goes_on = length > 1 && word[length - 1] == '*';
      bv_row row = {.fields = {bv_strndup(arena, word, length - goes_on)}, .line = (unsigned)kind->words.topics.count};
      BV_PUSH(arena, &kind->words.topics, t);
      BV_PUSH(arena, whole, row);
      if (goes_on)
        BV_PUSH(arena, opening, row);
    }
  bv_terms *whole_terms = bv_terms_new(arena, whole, 0, BV_TERMS_LOOSE);
  bv_terms *opening_terms = bv_terms_new(arena, opening, 0, BV_TERMS_LOOSE);
  bv_terms_remember(whole_terms, false);
  bv_terms_remember(opening_terms, true);
  kind->words.whole = whole_terms;
  kind->words.opening = opening_terms;
}
