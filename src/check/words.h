/* Internal to checking: sets of words, out of the front matter or out of src/check/words.tsv. */
#ifndef BV_CHECK_WORDS_H
#define BV_CHECK_WORDS_H

#include "lang/wordset.h"
#include "model/model.h"

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
/* The words of the names of those whom the report is about and of the people around them, without titles and particles:
 * who carries one is a person. In the arena. */
bv_word_set bv_words_of_names(bv_arena *arena, const bv_document *document);
/* The words of a class: read once, kept as long as the process. */
const bv_word_set *bv_words_of_class(bv_word_class class);

#endif
