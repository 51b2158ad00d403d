#include "lang/tone_signs.h"

#include <string.h>

#include "lang/context.h"
#include "lang/lists.h"

/* The symbol of what is no word of its own; 0: it is one. */
static uint32_t stands_for(const bv_tokens *tokens, const unsigned *context, size_t i, bool first) {
  const bv_token *token = &tokens->items[i];
  if (token->quoted)
    return BV_TONE_QUOTATION;
  if (token->kind == BV_TOKEN_NUMBER || (token->folded[0] >= '0' && token->folded[0] <= '9') ||
      bv_token_in(tokens, i, bv_list_months))
    return BV_TONE_NUMBER;
  if (context[i] & (BV_PERSON | BV_FAMILY) || (token->capital && !first))
    return BV_TONE_SOMEBODY;
  return 0;
}

size_t bv_tone_steps(const bv_tokens *tokens, const unsigned *context, size_t from, size_t past, bv_tone_step *steps) {
  size_t count = 0;
  for (size_t i = from; i < past; i++) {
    uint32_t symbol = stands_for(tokens, context, i, i == from);
    if (symbol && count && steps[count - 1].symbol == symbol)
      continue;
    steps[count++] = (bv_tone_step){i, symbol ? symbol : tokens->items[i].hash,
                                    !symbol && tokens->items[i].kind == BV_TOKEN_WORD};
  }
  return count;
}

/* The sign of some letters of a word; `side` tells a beginning from an ending. */
static uint32_t sign_of(char side, const char *letters, size_t length) {
  uint32_t hash = 2166136261u ^ (unsigned char)side;
  for (size_t i = 0; i < length; i++)
    hash = (hash ^ (unsigned char)letters[i]) * 16777619u;
  return hash;
}

size_t bv_tone_word_signs(const char *folded, uint32_t signs[BV_MOST_WORD_SIGNS]) {
  enum { SHORTEST = 6, FIRST_BEGINNING = 4, LAST_BEGINNING = 5, FIRST_ENDING = 3, LAST_ENDING = 5 }; /* bytes */
  size_t length = strlen(folded), count = 0;
  signs[count++] = sign_of(' ', folded, length);
  if (length < SHORTEST)
    return count;
  for (size_t letters = FIRST_BEGINNING; letters <= LAST_BEGINNING; letters++)
    signs[count++] = sign_of('<', folded, letters);
  for (size_t letters = FIRST_ENDING; letters <= LAST_ENDING; letters++)
    signs[count++] = sign_of('>', folded + length - letters, letters);
  return count;
}
