/* What lang/learn.c makes of the sentences in src/lang/examples, at build time. Internal to lang. */
#ifndef BV_LANG_TONE_WEIGHTS_H
#define BV_LANG_TONE_WEIGHTS_H

#include "lang/tone_signs.h"

/* How much a sign speaks for each tone, in thousandths. */
typedef struct bv_tone_weight {
  uint32_t sign;
  int16_t of[BV_TONES];
} bv_tone_weight;

extern const bv_tone_weight bv_tone_weights[]; /* in order of their signs */
extern const size_t bv_tone_weight_count;
extern const int32_t bv_tone_bias[BV_TONES]; /* what speaks for each tone before a word is read */

#endif
