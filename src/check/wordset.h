/* Internal to checking: sets of words, out of the front matter or out of src/check/words.tsv. */
#ifndef BV_CHECK_WORDSET_H
#define BV_CHECK_WORDSET_H

#include "lang/tokens.h"
#include "model/model.h"

typedef struct bv_word_set {
  const char **items; /* folded as bv_tokenize folds, sorted */
  size_t count, capacity;
} bv_word_set;

/* The classes of src/check/words.tsv. */
typedef enum bv_word_class {
  BV_WORDS_ORDINARY, /* "gewoon" */
  BV_WORDS_KNOWN,    /* "bekend" */
  BV_WORDS_CHILD,    /* "kind" */
  BV_WORDS_RELATIVE  /* "verwant" */
} bv_word_class;
enum { BV_WORD_CLASSES = BV_WORDS_RELATIVE + 1 };

/* The words by which the front matter names people, offices and papers: in the text they give nothing away that the
 * reader does not have already. In the arena. */
bv_word_set bv_declared_words(bv_arena *arena, const bv_document *document);
/* The words of a class: read once, kept as long as the process. */
const bv_word_set *bv_words_of_class(bv_word_class class);
bool bv_word_set_has(const bv_word_set *set, const char *folded);
/* Whether the token at `index` is there and is a word of the set. */
bool bv_token_in_set(const bv_tokens *tokens, size_t index, const bv_word_set *set);

#endif
