/* Statements in general: a sentence that names no moment, number, paper, quotation or event, so that nobody can go and see
 * whether it is so; and that speaks of how things always are. Judgements have this shape whatever their words are.
 * Internal to lang. */
#ifndef BV_LANG_GENERAL_H
#define BV_LANG_GENERAL_H

#include "lang/cues_read.h"

typedef enum bv_generality {
  BV_NOT_GENERAL,
  BV_GENERAL_OF_SOMEBODY, /* a judgement where it is about somebody: "moeder kan de zorg aan" */
  BV_GENERAL_OF_ANYTHING  /* denies or weighs: a judgement also of what has no person: "de hulp heeft geen effect" */
} bv_generality;

/* What the sentence that is being read is; `from` and `past` get the tokens from the first to the last word that says so.
 * Who it is about is for the caller to see. */
bv_generality bv_generality_of(const bv_cue_reading *r, size_t *from, size_t *past);

#endif
