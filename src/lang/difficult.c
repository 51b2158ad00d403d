#include "lang/difficult.h"

#include <string.h>
#include <threads.h>

#include "lang/context.h"
#include "lang/syllables.h"
#include "lang/terms.h"

enum { FORMS = 1, WORD = 0, CLASS = 2 };

/* Read once, kept as long as the process. */
static const bv_terms *official, *listed;

static void load(void) {
  bv_arena *arena = bv_arena_new();
  bv_table pairs = bv_table_read(arena, "src/lang/pairs.tsv"), *hard = bv_alloc(arena, sizeof *hard),
           *list = bv_alloc(arena, sizeof *list);
  for (size_t i = 0; i < pairs.count; i++)
    if (strchr("SV", pairs.items[i].fields[CLASS][0]))
      BV_PUSH(arena, hard, pairs.items[i]);
  *list = bv_table_read(arena, "src/lang/jargon.tsv");
  official = bv_terms_new(arena, hard, WORD, BV_TERMS_EXACT);
  listed = bv_terms_new(arena, list, FORMS, BV_TERMS_EXACT);
}

size_t bv_difficult_word(const bv_tokens *tokens, size_t at) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  const bv_token *token = &tokens->items[at];
  if (token->kind != BV_TOKEN_WORD || token->quoted)
    return 0;
  bv_term_match one = bv_terms_find(official, tokens, at), other = bv_terms_find(listed, tokens, at);
  if (one.term || other.term)
    return !other.term || (one.term && one.past > other.past) ? one.past : other.past;
  bool name = token->capital && at && !bv_ends_sentence(tokens, at - 1);
  return !name && bv_syllables(token) >= BV_SYLLABLES_OF_DIFFICULT_WORD ? at + 1 : 0;
}
