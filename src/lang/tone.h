/* How a sentence speaks, when no list of words tells: as who tells what there was to see, or as who judges, colours, passes
 * on. Weighed by its signs (lang/tone_signs.h), with what was learned from the sentences in src/lang/examples. Internal to
 * lang. */
#ifndef BV_LANG_TONE_H
#define BV_LANG_TONE_H

#include "lang/cues_read.h"
#include "lang/tone_signs.h"

/* The tone of the sentence that is being read; BV_TONE_FACT where another is not much more likely. Else `from` and `past`
 * get the tokens, of one clause, that speak most for it. Its context must be known. */
bv_tone_kind bv_tone_of(const bv_cue_reading *r, size_t *from, size_t *past);

#endif
