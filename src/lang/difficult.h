/* Difficult words, as far as the program knows them: words of offices and of experts (src/lang/pairs.tsv, the word list
 * src/lang/jargon.tsv), and words of many syllables. */
#ifndef BV_LANG_DIFFICULT_H
#define BV_LANG_DIFFICULT_H

#include "lang/tokens.h"

enum { BV_SYLLABLES_OF_DIFFICULT_WORD = 5 };

/* The first token behind the difficult word that begins at a token; 0 when none does. Words in quotations are somebody
 * else's, and names are no words: neither counts. */
size_t bv_difficult_word(const bv_tokens *tokens, size_t at);

#endif
