#include "lang/names.h"

#include <string.h>

#include "lang/lists.h"
#include "lang/namesakes.h"

size_t bv_initial_at(const bv_tokens *tokens, size_t at) {
  bool is_one = at + 1 < tokens->count && tokens->items[at].capital && bv_token_is(tokens, at + 1, ".") &&
                !tokens->items[at + 1].spaced &&
                (tokens->items[at].folded[1] == '\0' || bv_token_in(tokens, at, bv_list_long_initials));
  return is_one ? 2 : 0;
}

/* The token behind a title that may stand at `at`: "mevrouw", "mw.". */
static size_t behind_title(const bv_tokens *tokens, size_t at) {
  if (!*bv_title_gender(tokens, at))
    return at;
  return at + (bv_token_is(tokens, at + 1, ".") ? 2 : 1);
}

size_t bv_name_behind_title(const bv_tokens *tokens, size_t at) {
  size_t i = behind_title(tokens, at);
  for (size_t initial; (initial = bv_initial_at(tokens, i));)
    i += initial;
  if (i == at)
    return 0;
  while (bv_token_in(tokens, i, bv_list_name_particles))
    i++;
  if (i >= tokens->count || !tokens->items[i].capital)
    return 0;
  for (i++; bv_token_is(tokens, i, "-") && i + 1 < tokens->count && tokens->items[i + 1].capital && !tokens->items[i].spaced;)
    i += 2;
  return i;
}

char bv_first_initial(const bv_tokens *tokens, size_t at) {
  size_t i = behind_title(tokens, at);
  return bv_initial_at(tokens, i) ? tokens->items[i].folded[0] : '\0';
}
