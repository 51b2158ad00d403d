#include "lang/properties.h"

#include <string.h>
#include <threads.h>

#include "lang/terms.h"

enum { WORD, KIND }; /* the fields of properties.tsv */

static bv_table table; /* both read once, kept as long as the process */
static const bv_terms *plain;

static void load(void) {
  bv_arena *arena = bv_arena_new();
  table = bv_table_read(arena, "src/lang/properties.tsv");
  plain = bv_terms_new(arena, &table, WORD, BV_TERMS_EXACT);
}

static bool is_kind(const bv_row *row, const char *kind) { return strcmp(row->fields[KIND], kind) == 0; }

/* Whether the word is longer than an ending of that kind, and ends so. */
static bool has_ending(const char *word, const char *kind) {
  size_t length = strlen(word);
  for (size_t i = 0; i < table.count; i++) {
    const char *ending = table.items[i].fields[WORD];
    size_t letters = strlen(ending);
    if (is_kind(&table.items[i], kind) && length > letters && strcmp(word + length - letters, ending) == 0)
      return true;
  }
  return false;
}

static bool find(const char *word) {
  if (!has_ending(word, "uitgang") || has_ending(word, "gewone-uitgang"))
    return false;
  for (const bv_term *term = bv_terms_word(plain, word); term; term = term->next)
    if (is_kind(term->row, "gewoon"))
      return false;
  return true;
}

bool bv_tells_property(const bv_token *token) {
  static once_flag loaded = ONCE_FLAG_INIT;
  if (token->kind != BV_TOKEN_WORD || token->capital || (token->form && token->form->is_no_property))
    return false;
  call_once(&loaded, load);
  bool found = find(token->folded);
  if (token->form)
    token->form->is_no_property = !found;
  return found;
}
