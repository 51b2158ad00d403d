#include "lang/passive.h"

#include <string.h>
#include <threads.h>

#include "lang/lists.h"
#include "lang/terms.h"

enum { WORD, KIND, SHORTEST = 5 };

static const bv_terms *others; /* src/lang/passive.tsv: read once, kept as long as the process */

static void load(void) {
  bv_arena *arena = bv_arena_new();
  bv_table *table = bv_alloc(arena, sizeof *table);
  *table = bv_table_read(arena, "src/lang/passive.tsv");
  others = bv_terms_new(arena, table, WORD, BV_TERMS_EXACT);
}

static bool begins(const char *word, const char *with) { return strncmp(word, with, strlen(with)) == 0; }

static bool ends(const char *word, const char *with) {
  size_t length = strlen(word), end = strlen(with);
  return length >= end && strcmp(word + length - end, with) == 0;
}

/* The word without a prefix that a verb can lose: "opgehaald" is "gehaald". */
static const char *stem_of(const char *word) {
  for (const char *const *prefix = bv_list_verb_prefixes; *prefix; prefix++)
    if (begins(word, *prefix) && begins(word + strlen(*prefix), "ge"))
      return word + strlen(*prefix);
  return word;
}

static bool has_form_of_participle(const char *word, const char *stem) {
  bool begun = false;
  for (const char *const *prefix = bv_list_participle_prefixes; *prefix && !begun; prefix++)
    begun = begins(stem, *prefix);
  for (const char *const *noun = bv_list_no_participles; *noun; noun++)
    begun = begun && !ends(word, *noun);
  return begun && strlen(stem) >= SHORTEST && (ends(word, "d") || ends(word, "t") || ends(word, "en"));
}

/* Whether the word is a participle that makes a passive with "worden", or, when `with_zijn`, with "zijn". */
static bool is_participle(const bv_token *token, bool with_zijn) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  const char *stem = stem_of(token->folded);
  if (token->kind != BV_TOKEN_WORD || token->quoted || token->capital || !has_form_of_participle(token->folded, stem))
    return false;
  const bv_term *term = bv_terms_word(others, token->folded);
  if (!term)
    term = bv_terms_word(others, stem);
  return !term || (!with_zijn && strcmp(term->row->fields[KIND], "zijn") == 0);
}

static bool ends_clause(const bv_tokens *tokens, size_t at) {
  const bv_token *token = &tokens->items[at];
  return (token->kind == BV_TOKEN_MARK && strchr(",:;()", token->folded[0])) ||
         bv_token_in(tokens, at, bv_list_ends_passive_clause);
}

/* Whether "zijn" before a participle is the verb, and not the word for what is his: nothing follows that he could
 * have. */
static bool is_verb_before(const bv_tokens *tokens, size_t participle, size_t past) {
  return !bv_token_is(tokens, participle - 1, "zijn") || participle + 1 == past ||
         bv_token_in(tokens, participle + 1, bv_list_behind_participles);
}

/* One clause: a form of "worden" and a participle anywhere; of "zijn", next to it or at the end. */
static bool is_passive_clause(const bv_tokens *tokens, size_t from, size_t past) {
  while (past > from && tokens->items[past - 1].kind == BV_TOKEN_MARK)
    past--;
  bool becomes = false, participle = false, is = false;
  for (size_t i = from; i < past; i++) {
    bool quoted = tokens->items[i].quoted, last = i + 1 == past;
    becomes |= !quoted && bv_token_in(tokens, i, bv_list_forms_of_worden);
    participle |= is_participle(&tokens->items[i], false) && !(i && bv_token_is(tokens, i - 1, "te"));
    bool beside = (i > from && bv_token_in(tokens, i - 1, bv_list_forms_of_zijn) && is_verb_before(tokens, i, past)) ||
                  (!last && bv_token_in(tokens, i + 1, bv_list_forms_of_zijn));
    if ((beside || (is && last)) && is_participle(&tokens->items[i], true))
      return true;
    is |= !quoted && bv_token_in(tokens, i, bv_list_forms_of_zijn);
  }
  return becomes && participle;
}

bool bv_is_passive(const bv_tokens *tokens, size_t from, size_t past) {
  for (size_t start = from, i = from; i <= past; i++) {
    if (i < past && !ends_clause(tokens, i))
      continue;
    if (is_passive_clause(tokens, start, i))
      return true;
    start = i + 1;
  }
  return false;
}

bool bv_hides_actor(const bv_tokens *tokens, size_t from, size_t past) {
  for (size_t i = from; i + 1 < past; i++) {
    bool impersonal = (bv_token_is(tokens, i, "er") && bv_token_in(tokens, i + 1, bv_list_hiding_verbs)) ||
                      (bv_token_is(tokens, i + 1, "er") && bv_token_in(tokens, i, bv_list_hiding_verbs));
    if (!impersonal || tokens->items[i].quoted)
      continue;
    bool deed = false;
    for (size_t k = i + 2; k < past && !bv_token_is(tokens, k, ","); k++) {
      if (bv_token_is(tokens, k, "door"))
        return false;
      deed |= bv_token_in(tokens, k, bv_list_deeds);
    }
    return deed;
  }
  return false;
}
