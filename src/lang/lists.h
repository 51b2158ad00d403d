/* Small lists of words, out of lists.def: each ends in NULL. */
#ifndef BV_LANG_LISTS_H
#define BV_LANG_LISTS_H

#include <stdbool.h>

#define LIST(name, ...) extern const char *const bv_list_##name[];
#include "lang/lists.def"
#undef LIST

/* Whether the word is longer than one of the endings, and ends so. */
bool bv_has_ending(const char *word, const char *const *endings);
/* Whether the word is longer than one of the beginnings, and begins so. */
bool bv_has_beginning(const char *word, const char *const *beginnings);

#endif
