/* How a text names somebody by the family name: "mevrouw Van der Bos", "K.J. Bos-Smit", "de heer Th. Bos". */
#ifndef BV_LANG_NAMES_H
#define BV_LANG_NAMES_H

#include "lang/tokens.h"

/* How many tokens the initial that stands at `at` takes, full stop included: "K.", "Th."; 0: none stands there. */
size_t bv_initial_at(const bv_tokens *tokens, size_t at);
/* The token behind a name that begins at `at` with a title or an initial; 0: none begins there. */
size_t bv_name_behind_title(const bv_tokens *tokens, size_t at);
/* The letter, folded, with which the initials of such a name begin; '\0': it has none. */
char bv_first_initial(const bv_tokens *tokens, size_t at);

#endif
