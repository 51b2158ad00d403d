/* Internal to checking: a passage of running text, read once for all rules that look at its words. */
#ifndef BV_CHECK_PASSAGE_H
#define BV_CHECK_PASSAGE_H

#include "check/check.h"
#include "lang/sentences.h"
#include "lang/tokens.h"

/* The sentences of one leaf that can make a claim, or are exempt from it. */
typedef struct bv_passage {
  const bv_node *leaf;
  const bv_sentence *sentences;
  bv_stretches stretches; /* the same, as bytes of the text */
  bv_tokens tokens;       /* of the whole leaf */
  bool quoted;            /* lies in a block quotation: somebody else's words */
} bv_passage;

/* One reading of a passage. */
typedef void bv_passage_function(bv_check *check, const bv_passage *passage);

bv_passage_function bv_check_wording; /* label/feit-is-*, label/deskundig-oordeel, label/kleuring, bron/vaag */
bv_passage_function bv_check_text_dates; /* datum/relatief, datum/strijdig and datum/ongeldig of dates in the text */

/* The words of the text as a message names them, in the arena. */
const char *bv_words_between(bv_arena *arena, const bv_passage *passage, uint32_t start, uint32_t end);

#endif
