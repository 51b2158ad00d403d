/* Sentences in the passive, found without a parser: a form of "worden" with a participle in one clause, or of "zijn"
 * with one that makes no perfect tense with it. Which participles those are, src/lang/passive.tsv says. */
#ifndef BV_LANG_PASSIVE_H
#define BV_LANG_PASSIVE_H

#include "lang/tokens.h"

/* Whether a sentence (tokens `from` up to `past`) has a passive outside quotations. */
bool bv_is_passive(const bv_tokens *tokens, size_t from, size_t past);
/* Whether it is "er werd besloten": a deed of somebody whom nothing names. Not with "door …", and not for what happens
 * by itself. */
bool bv_hides_actor(const bv_tokens *tokens, size_t from, size_t past);

#endif
