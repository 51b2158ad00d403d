/* Terms of a data table, found in text: every form of every row in one trie, walked from each token.
 *
 * Forms are written in the table with a small notation (lang/notation.h): "stoornis(sen)", "[heeft|had] gehoord". They are
 * lower case; several stand in one field between ';'. */
#ifndef BV_LANG_TERMS_H
#define BV_LANG_TERMS_H

#include "lang/table.h"
#include "lang/tokens.h"

typedef enum bv_term_spacing {
  BV_TERMS_EXACT, /* a space in a form is white space in the text, a hyphen a hyphen */
  BV_TERMS_WHOLE, /* the same for a long list of forms that are asked for a whole token at a time: with bv_terms_find only,
                     in a third of the memory */
  BV_TERMS_LOOSE  /* spaces and hyphens may be exchanged and left out: "autisme spectrum-stoornis" */
} bv_term_spacing;

typedef struct bv_term {
  const bv_row *row;
  struct bv_term *next; /* another, later row with the same form, or NULL */
} bv_term;

typedef struct bv_terms bv_terms;

typedef struct bv_term_match {
  const bv_term *term;
  size_t past;    /* the first token behind the match */
  uint32_t bytes; /* how much of the folded form of the last token matched: less than all only where asked for */
} bv_term_match;

/* The terms of a table whose forms stand in that field, in the arena. */
bv_terms *bv_terms_new(bv_arena *arena, const bv_table *table, size_t forms_field, bv_term_spacing spacing);
/* Lets the terms whose row has that value in a field stand between the words of any other: "er zijn [al langer] signalen".
 * Before the first search. */
void bv_terms_skip(bv_terms *terms, size_t field, const char *value);
/* Keeps with each word form how the terms go on behind it: for lists that are asked about every word of every text, and
 * live as long as the process; `inside`: those that end inside a token are asked for as well. What does not fit in
 * BV_MOST_TERM_LISTS is looked up each time. */
void bv_terms_remember(bv_terms *terms, bool inside);
/* Where word forms keep how a list goes on behind them: the first member of every bv_terms. */
typedef struct bv_term_places {
  unsigned whole, inside; /* for terms that end with a token, and inside one; places in bv_wordform.starts */
} bv_term_places;
/* Whether it is known that no term begins with the token: most words of a text begin none, of any list. */
static inline bool bv_leads_nowhere(const bv_token *token, unsigned place) {
  return token->form && token->form->leads_nowhere >> place & 1;
}
/* The next two where that is not known. */
bv_term_match bv_terms_walk(const bv_terms *terms, const bv_tokens *tokens, size_t at);
bv_term_match bv_terms_walk_inside(const bv_terms *terms, const bv_tokens *tokens, size_t at);
/* The longest term that begins with the token at `at` and ends with a token; term is NULL when there is none. */
static inline bv_term_match bv_terms_find(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  return bv_leads_nowhere(&tokens->items[at], ((const bv_term_places *)terms)->whole)
             ? (bv_term_match){0}
             : bv_terms_walk(terms, tokens, at);
}
/* The longest term that begins with the token at `at` and ends inside a token; term is NULL when there is none. */
static inline bv_term_match bv_terms_find_prefix(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  return bv_leads_nowhere(&tokens->items[at], ((const bv_term_places *)terms)->inside)
             ? (bv_term_match){0}
             : bv_terms_walk_inside(terms, tokens, at);
}
/* Whether the token at `at` alone leaves any term possible that begins with it and ends with a token. */
bool bv_terms_begin(const bv_terms *terms, const bv_tokens *tokens, size_t at);
typedef void bv_take_term(void *context, const bv_term *term);
/* The next where it is not known that there are none. */
void bv_terms_walk_each(const bv_terms *terms, const bv_tokens *tokens, size_t at, bool inside, bv_take_term *take,
                        void *context);
/* Hands over every term that begins with the token at `at` and ends with a token (or, when `inside`, inside one), the
 * shorter before the longer. */
static inline void bv_terms_each(const bv_terms *terms, const bv_tokens *tokens, size_t at, bool inside,
                                 bv_take_term *take, void *context) {
  const bv_term_places *places = (const bv_term_places *)terms;
  if (!bv_leads_nowhere(&tokens->items[at], inside ? places->inside : places->whole))
    bv_terms_walk_each(terms, tokens, at, inside, take, context);
}
/* The term that is exactly this word (folded), or NULL. */
const bv_term *bv_terms_word(const bv_terms *terms, const char *word);

#endif
