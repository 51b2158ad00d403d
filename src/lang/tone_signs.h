/* What tells how a sentence speaks: its words, their beginnings and endings, and which word follows which. The learner
 * (lang/learn.c) weighs these signs, the program (lang/tone.c) adds the weights up; both get them from here. Internal to
 * lang.
 *
 * Who it is about counts for nothing: somebody by name or role is "@", a number or month "#", a quotation one mark. */
#ifndef BV_LANG_TONE_SIGNS_H
#define BV_LANG_TONE_SIGNS_H

#include "lang/tokens.h"

/* How a sentence can speak. */
typedef enum bv_tone_kind {
  BV_TONE_FACT,      /* tells what there was to see, hear or look up */
  BV_TONE_JUDGEMENT, /* judges, guesses, explains, predicts */
  BV_TONE_EXPERT,    /* judges what only an expert can */
  BV_TONE_COLOUR,    /* tells an event in words that take sides */
  BV_TONE_HEARSAY,   /* passes on what somebody said */
  BV_TONE_VAGUE      /* passes on what nobody in particular said */
} bv_tone_kind;
enum { BV_TONES = BV_TONE_VAGUE + 1 };

enum { BV_MOST_WORD_SIGNS = 6 };
/* Symbols of what is no word of its own: words do not hash to so small a number. */
enum { BV_TONE_SOMEBODY = '@', BV_TONE_NUMBER = '#', BV_TONE_QUOTATION = '"' };

typedef struct bv_tone_step {
  size_t token;
  uint32_t symbol; /* of the word as the text has it, or what it stands for */
  bool is_word;    /* a word with signs of its own: bv_tone_word_signs */
} bv_tone_step;

/* The steps of the sentence that is the tokens from `from` up to `past`: one for each word and mark, less than these where
 * several speak of one thing. `context` is that of bv_context_of. `steps` has room for as many as there are tokens. Gives
 * their number. */
size_t bv_tone_steps(const bv_tokens *tokens, const unsigned *context, size_t from, size_t past, bv_tone_step *steps);
/* The signs of a word alone; gives their number. */
size_t bv_tone_word_signs(const char *folded, uint32_t signs[BV_MOST_WORD_SIGNS]);
/* The sign of a symbol that is no word; and of two that stand side by side, 0 being the edge of the sentence. */
static inline uint32_t bv_tone_symbol_sign(uint32_t symbol) { return symbol * 2654435761u; }
static inline uint32_t bv_tone_pair_sign(uint32_t left, uint32_t right) {
  return (left * 2246822519u + right) * 3266489917u;
}

#endif
