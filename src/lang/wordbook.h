/* The word list of hunspell read without hunspell: a first, quick look at a word.
 *
 * Loading a dictionary takes hunspell longer than checking a report. This reads the same two files an order of magnitude
 * faster and knows the words of the list, their affixes of one level and compounds of two parts. It never says that a
 * word is wrong: what it does not know is for hunspell (lang/spelling.h), which is then loaded. */
#ifndef BV_LANG_WORDBOOK_H
#define BV_LANG_WORDBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct bv_wordbook bv_wordbook;

/* Reads a dictionary (UTF-8, flags of two characters: FLAG long) into the arena. NULL when a file cannot be read or is of
 * another kind. */
bv_wordbook *bv_wordbook_read(bv_arena *arena, const char *affix_path, const char *words_path);
/* Whether the word, in the spelling of the list (ĳ, straight apostrophe), surely stands in it. */
bool bv_wordbook_has(const bv_wordbook *book, const char *word, size_t length);

#endif
