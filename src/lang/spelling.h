/* Dutch spelling: hunspell's nl_NL with a word list of the field (src/lang/domain.tsv).
 *
 * Nothing is loaded until a word is asked for; hunspell itself only when the quick look (lang/wordbook.h) does not know a
 * word. What is known is remembered as long as the process lives: each distinct word is looked up once. Not for several
 * threads at a time. */
#ifndef BV_LANG_SPELLING_H
#define BV_LANG_SPELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

#define BV_DICTIONARY_DIRECTORY "/usr/share/hunspell"

typedef struct bv_speller bv_speller;

/* The speller of the process, with the dictionary in BV_DICTIONARY_DIRECTORY. */
bv_speller *bv_speller_shared(void);
/* A speller with another dictionary directory, in the arena; freed with bv_speller_close. */
bv_speller *bv_speller_new(bv_arena *arena, const char *directory);
/* Closes hunspell. The memory is that of the arena. */
void bv_speller_close(bv_speller *speller);

/* NULL, or one Dutch sentence: the dictionary is missing or does not know its own language. Asking loads it. */
const char *bv_speller_problem(bv_speller *speller);
/* Whether a quick look knows the word, without hunspell; false says nothing. */
bool bv_speller_knows_at_once(bv_speller *speller, const char *word);
/* Whether the word is right: UTF-8 as bv_token.folded has it, with its first letter as written. Everything is right when
 * there is a problem. */
bool bv_speller_knows(bv_speller *speller, const char *word);
/* Up to `most` better words in the arena, the nearest first; `count` receives how many. Costs 50 to 90 ms. */
const char **bv_speller_suggest(bv_speller *speller, bv_arena *arena, const char *word, size_t most, size_t *count);

#endif
