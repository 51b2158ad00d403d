/* What can be typed at a place of a text, seen from the text alone: it need not be a draft that can be read. */
#ifndef BV_LSP_CONTEXT_H
#define BV_LSP_CONTEXT_H

#include "base/arena.h"
#include "lsp/text.h"

typedef enum bv_lsp_slot {
  BV_LSP_NOTHING,
  BV_LSP_ATTRIBUTE_SLOT,  /* between { and }: a class or a key */
  BV_LSP_CLASS_SLOT,      /* behind a full stop there */
  BV_LSP_VALUE_SLOT,      /* behind key= there, or behind a comma in its value */
  BV_LSP_FRONT_KEY_SLOT,  /* a key of the front matter */
  BV_LSP_FRONT_VALUE_SLOT /* the value of one */
} bv_lsp_slot;

typedef struct bv_lsp_context {
  bv_lsp_slot slot;
  bv_range word;    /* what has been typed of it, and the rest of the word behind the cursor */
  const char *key;  /* of a value, in the arena */
  const char *list; /* on the front matter: which keys there are, BV_LSP_FRONT and so on */
} bv_lsp_context;

bv_lsp_context bv_lsp_context_at(bv_arena *arena, const bv_lsp_text *text, uint32_t at);

#endif
