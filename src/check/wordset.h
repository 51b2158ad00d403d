/* Internal to checking: sets of words, out of the front matter or out of src/check/words.tsv. */
#ifndef BV_CHECK_WORDSET_H
#define BV_CHECK_WORDSET_H

#include "lang/tokens.h"
#include "model/model.h"

typedef struct bv_word_set {
  const char **items; /* folded as bv_tokenize folds, sorted */
  size_t count, capacity;
} bv_word_set;

/* The words by which the front matter names people, offices and papers: in the text they give nothing away that the
 * reader does not have already. In the arena. */
bv_word_set bv_declared_words(const bv_document *document);
/* The words of a class of src/check/words.tsv, in the arena. */
bv_word_set bv_word_class(bv_arena *arena, const char *name);
bool bv_word_set_has(const bv_word_set *set, const char *folded);
/* Whether the token at `index` is there and is a word of the set. */
bool bv_token_in_set(const bv_tokens *tokens, size_t index, const bv_word_set *set);

#endif
