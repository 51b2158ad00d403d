/* Dutch text as a row of tokens: what dates, cues, diagnoses and spelling all look at, made in one pass. */
#ifndef BV_LANG_TOKENS_H
#define BV_LANG_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/same.h"
#include "lang/wordforms.h"

typedef enum bv_token_kind {
  BV_TOKEN_WORD,   /* letters, and digits among letters; an apostrophe between letters ("auto's"), or before 's and 't */
  BV_TOKEN_NUMBER, /* digits only */
  BV_TOKEN_MARK    /* one other character */
} bv_token_kind;

typedef struct bv_token {
  uint32_t start, end; /* bytes of the text */
  const char *folded;  /* NUL-terminated: lower case, accents composed, straight apostrophe and hyphen, ĳ as ij, without
                          soft hyphens; lives as long as the arena and the thread */
  bv_wordform *form;       /* what is known of that form; NULL: it is not kept */
  uint32_t hash;       /* of the folded form: equal forms have equal hashes */
  bv_token_kind kind : 8;
  bool capital : 1;    /* begins with a capital */
  bool upper : 1;      /* two letters or more, all of them capitals */
  bool spaced : 1;     /* white space (or nothing) before it */
  bool quoted : 1;     /* lies between quotation marks */
} bv_token;

typedef struct bv_tokens {
  const char *text;
  bv_token *items;
  size_t count, capacity;
} bv_tokens;

/* The tokens of a text (valid UTF-8), in the arena; `text` must live as long. A quotation that is opened and not closed
 * quotes nothing. */
bv_tokens bv_tokenize(bv_arena *arena, const char *text, size_t length);
/* The hash that a token of that folded form has. */
uint32_t bv_token_hash(const char *folded);
/* Whether the token at `index` is there and is that word or mark (folded). */
static inline bool bv_token_is(const bv_tokens *tokens, size_t index, const char *folded) {
  return index < tokens->count && bv_same(tokens->items[index].folded, folded);
}
/* Whether the token at `index` is there and is one of those, a list ending in NULL. */
bool bv_token_in(const bv_tokens *tokens, size_t index, const char *const *folded);

#endif
