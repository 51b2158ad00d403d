/* Cues: the words by which a text judges, guesses, retells, colours, or hides who says it (dutch.md, claim wording).
 *
 * What stands between quotation marks gives no cues: quoted speech is never linted. */
#ifndef BV_LANG_CUES_H
#define BV_LANG_CUES_H

#include "lang/sentences.h"
#include "lang/tokens.h"
#include "lang/wordset.h"

typedef enum bv_cue_kind {
  BV_CUE_SPECULATION, /* "vermoeden": lijkt, waarschijnlijk */
  BV_CUE_INFERENCE,   /* "gevolg": kennelijk, hieruit blijkt */
  BV_CUE_CERTAINTY,   /* "zekerheid": ongetwijfeld */
  BV_CUE_JUDGEMENT,   /* "oordeel": onverantwoord, schiet tekort */
  BV_CUE_OPINION,     /* "vindt": somebody thinks or judges something */
  BV_CUE_CHARACTER,   /* "karakter": onbetrouwbaar; what somebody is, instead of what he did */
  BV_CUE_EXPERT,      /* "deskundig": what only an expert can find: parentificatie */
  BV_CUE_SPEECH,      /* "zegt": somebody is said to say something; "volgens moeder" */
  BV_CUE_HEARSAY,     /* "zou", "gehoord", "gerucht": moeder zou hebben geslagen */
  BV_CUE_VAGUE,       /* "vaag": a source without a name */
  BV_CUE_CONCERN,     /* "zorg": a concern without a name, of which an opinion's source may be the holder */
  BV_CUE_TINT,        /* "tint": colours what is unconfirmed: vermeend, via de tamtam */
  BV_CUE_COLOUR       /* "kleur": blackens somebody; not when the sentence says whose view it is */
} bv_cue_kind;

typedef struct bv_cue {
  bv_cue_kind kind;
  uint32_t start, end; /* bytes of the text */
  size_t sentence;     /* which of the sentences it stands in */
  bool professional;   /* an opinion: of somebody by profession */
  bool by_tone;        /* no list has these words: the sentence as a whole speaks so, and they most of all */
  bool attributed;     /* the sentence says whose view or words it gives: "vader vindt moeder …" */
} bv_cue;

typedef struct bv_cues {
  bv_cue *items;
  size_t count, capacity;
  enum { BV_ABOUT_UNKNOWN, BV_ABOUT_NOBODY, BV_ABOUT_SOMEBODY } about; /* whether the text names somebody of the report:
                                                                           known where a fact was asked how it speaks */
} bv_cues;

/* The cues in those sentences of a text, in order, in the arena. `names` (may be NULL): words that name a person wherever
 * they have a capital. `facts` (may be NULL: none are): which of the sentences stand as a fact, so that one without a cue is
 * asked how it speaks. `follows_somebody`: the text stands behind one that names somebody of the report. */
bv_cues bv_cues_in(bv_arena *arena, const bv_tokens *tokens, const bv_stretches *sentences, const bv_word_set *names,
                   const bool *facts, bool follows_somebody);

#endif
