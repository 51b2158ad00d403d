/* Statements in general: a sentence that names no moment, number, paper, quotation or event, so that nobody can go and see
 * whether it is so; and that speaks of how things always are. Judgements have this shape whatever their words are.
 * Internal to lang. */
#ifndef BV_LANG_GENERAL_H
#define BV_LANG_GENERAL_H

#include "lang/cues_read.h"

/* Whether the sentence that is being read is such a statement; `from` and `past` get the tokens from the first to the
 * last word that says so. Who it is about is for the caller to see. */
bool bv_speaks_generally(const bv_cue_reading *r, size_t *from, size_t *past);

#endif
