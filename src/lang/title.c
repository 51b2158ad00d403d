#include "lang/title.h"

#include <string.h>
#include <unicode/unorm2.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "lang/tokens.h"

static bool is_mark(const bv_tokens *tokens, size_t at) {
  return at < tokens->count && tokens->items[at].kind == BV_TOKEN_MARK;
}

/* A letter or Roman numeral that numbers: "b)", "IV." */
static bool is_letter_number(const bv_tokens *tokens, size_t at) {
  const bv_token *token = &tokens->items[at];
  bool closed =
      bv_token_is(tokens, at + 1, ".") || bv_token_is(tokens, at + 1, ")") || bv_token_is(tokens, at + 1, ":");
  return closed && token->kind == BV_TOKEN_WORD &&
         (strlen(token->folded) == 1 || strspn(token->folded, "ivxl") == strlen(token->folded));
}

/* The first token behind the numbering. */
static size_t behind_numbering(const bv_tokens *tokens) {
  size_t at = 0;
  while (at < tokens->count &&
         (is_mark(tokens, at) || tokens->items[at].kind == BV_TOKEN_NUMBER || is_letter_number(tokens, at)))
    at++;
  return at;
}

/* Adds a folded word without its accents. */
static void add_plain(bv_buf *key, const char *word) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFDInstance(&error);
  for (uint32_t c; *word;) {
    if ((unsigned char)*word < 0x80) {
      bv_buf_putc(key, *word++);
      continue;
    }
    size_t size = bv_utf8_decode(word, strnlen(word, 4), &c);
    UChar decomposed[8];
    int32_t length = size ? unorm2_getDecomposition(normalizer, (UChar32)c, decomposed, 8, &error) : -1;
    if (length > 0 && decomposed[0] < 0x80)
      bv_buf_putc(key, (char)decomposed[0]);
    else
      bv_buf_add(key, word, size ? size : 1);
    word += size ? size : 1;
  }
}

const char *bv_title_key(bv_arena *arena, const char *title) {
  bv_buf key = bv_buf_new(arena);
  bv_tokens tokens = bv_tokenize(arena, title, strlen(title));
  for (size_t i = behind_numbering(&tokens); i < tokens.count; i++) {
    if (is_mark(&tokens, i))
      continue;
    if (key.length)
      bv_buf_putc(&key, ' ');
    add_plain(&key, tokens.items[i].folded);
  }
  return bv_buf_string(&key);
}
