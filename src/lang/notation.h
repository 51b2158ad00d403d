/* The small notation of forms in data tables and kinds of document: `(x)` may be left out, `(x|y)` is one of both or nothing,
 * `[x|y]` is one of both. A bracket that nothing closes is a letter, and so is what follows it. */
#ifndef BV_LANG_NOTATION_H
#define BV_LANG_NOTATION_H

#include "base/arena.h"

typedef void bv_notation_take(void *context, const char *form);

/* Hands over every form that the notation stands for, with needless spaces where alternatives are empty. Scratch memory
 * grows with the forms times the length times the brackets: what comes from outside is counted first. */
void bv_notation_expand(bv_arena *scratch, const char *notation, bv_notation_take *take, void *context);
/* How many forms that are; at most `most` + 1, in a time that grows with the length times the depth of the brackets. */
size_t bv_notation_count(const char *notation, size_t most);

#endif
