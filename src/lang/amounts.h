/* Numbers in running text, as digits or as words: "zes", "1.240 euro", "6,4", "twee derde", "een half jaar", "om 22.40
 * uur". */
#ifndef BV_LANG_AMOUNTS_H
#define BV_LANG_AMOUNTS_H

#include "lang/tokens.h"

typedef enum bv_amount_kind {
  BV_AMOUNT_COUNT,
  BV_AMOUNT_ORDINAL, /* "tweede", "3e" */
  BV_AMOUNT_CLOCK    /* "22.40 uur": minutes after midnight, in thousandths */
} bv_amount_kind;

typedef struct bv_amount {
  bv_amount_kind kind;
  uint32_t start, end; /* bytes of the text: the number itself */
  size_t past;         /* the first token behind it */
  int64_t thousandths; /* 1500 for "anderhalf" */
  bool weak;           /* "een", "één", "beide", "eerste": a number that a text may add or leave out */
  bool percent;
  bool spoken; /* a time in words: "half twaalf", before noon or after */
} bv_amount;

/* Reads the number that begins at the token; false when there is none. Numbers above 10^12 are read as that. */
bool bv_amount_at(const bv_tokens *tokens, size_t at, bv_amount *amount);
/* What a folded word means as a number ("vierendertig" is 34), or -1. */
int64_t bv_number_word(const char *folded);

#endif
