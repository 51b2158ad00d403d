#include "lang/tone.h"

#include <math.h>
#include <string.h>
#include <threads.h>

#include "lang/tone_weights.h"

_Static_assert((int)BV_FORM_TONES == (int)BV_TONES, "a form keeps a sum for each tone");

enum { FEW = 8 }; /* words of a clause that a message names whole */
/* How much more likely than a fact a sentence must be something else, as thousandths of the logarithm of the odds: chosen
 * so that of the facts of a writer who was not learned from about one in a hundred is taken for more ("make learn-cross"),
 * and "make quality" keeps its targets. The lists know the ways of saying that somebody says something: what they leave must be surer. */
static const double enough[] = {[BV_TONE_JUDGEMENT] = 2000, [BV_TONE_EXPERT] = 2000, [BV_TONE_COLOUR] = 2000,
                                [BV_TONE_HEARSAY] = 4000,   [BV_TONE_VAGUE] = 2000};
enum { LEAD = 500 }; /* how much more likely than a judgement, which it is at the least */
enum { MORE_WITH_NUMBER = 1000 }; /* what is added where a number or a date says that it can be looked up */

typedef struct sums {
  int32_t of[BV_TONES];
} sums;

/* Where the weights of the signs that begin with the same bits stand: signs are spread evenly. Filled once. */
enum { LEADING = 13 };
static uint32_t first_of[(1 << LEADING) + 1];

static void fill_first(void) {
  size_t at = 0;
  for (uint32_t bits = 0; bits <= 1 << LEADING; bits++) {
    while (at < bv_tone_weight_count && bv_tone_weights[at].sign >> (32 - LEADING) < bits)
      at++;
    first_of[bits] = (uint32_t)at;
  }
}

static void add_sign(sums *to, uint32_t sign) {
  uint32_t bits = sign >> (32 - LEADING), at = first_of[bits];
  while (at < first_of[bits + 1] && bv_tone_weights[at].sign < sign)
    at++;
  if (at == first_of[bits + 1] || bv_tone_weights[at].sign != sign)
    return;
  for (int t = 0; t < BV_TONES; t++)
    to->of[t] += bv_tone_weights[at].of[t];
}

static void add(sums *to, const sums *more) {
  for (int t = 0; t < BV_TONES; t++)
    to->of[t] += more->of[t];
}

/* Adds the weights of a word by itself, which its form keeps; gives the number of its signs. */
static size_t add_word(sums *to, const bv_token *token) {
  bv_wordform *form = token->form;
  sums own = {0};
  if (form && form->tone_signs) {
    memcpy(own.of, form->tone, sizeof own.of);
    add(to, &own);
    return form->tone_signs;
  }
  uint32_t signs[BV_MOST_WORD_SIGNS];
  size_t count = bv_tone_word_signs(token->folded, signs);
  for (size_t i = 0; i < count; i++)
    add_sign(&own, signs[i]);
  if (form) {
    memcpy(form->tone, own.of, sizeof own.of);
    form->tone_signs = (uint8_t)count;
  }
  add(to, &own);
  return count;
}

/* What was found out about a sentence. */
typedef struct weighing {
  bv_tone_step *steps;
  size_t count;
  sums *by_step; /* of each step by itself */
  sums *pairs;   /* of each step with the one before it, and of the last with the end */
} weighing;

/* Weighs the sentence: the score of each tone, in thousandths of the logarithm of the odds. */
static void weigh(const bv_cue_reading *r, weighing *w, double score[BV_TONES]) {
  w->steps = bv_alloc(r->arena, (r->sentence_past - r->sentence) * sizeof *w->steps);
  w->count = bv_tone_steps(r->tokens, r->context, r->sentence, r->sentence_past, w->steps);
  w->by_step = bv_calloc(r->arena, w->count, sizeof *w->by_step);
  w->pairs = bv_calloc(r->arena, w->count + 1, sizeof *w->pairs);
  sums all = {0};
  size_t signs = w->count + 1;
  for (size_t i = 0; i <= w->count; i++) {
    add_sign(&w->pairs[i], bv_tone_pair_sign(i ? w->steps[i - 1].symbol : 0, i < w->count ? w->steps[i].symbol : 0));
    add(&all, &w->pairs[i]);
  }
  for (size_t i = 0; i < w->count; i++) {
    const bv_tone_step *step = &w->steps[i];
    if (step->is_word)
      signs += add_word(&w->by_step[i], &r->tokens->items[step->token]);
    else
      add_sign(&w->by_step[i], bv_tone_symbol_sign(step->symbol)), signs++;
    add(&all, &w->by_step[i]);
  }
  for (int t = 0; t < BV_TONES; t++)
    score[t] = all.of[t] / sqrt((double)signs) + bv_tone_bias[t];
}

static bool has_number(const weighing *w) {
  for (size_t i = 0; i < w->count; i++)
    if (w->steps[i].symbol == BV_TONE_NUMBER)
      return true;
  return false;
}

/* Which tone but that of a fact has most for it. */
static bv_tone_kind likeliest(const double score[BV_TONES]) {
  bv_tone_kind best = BV_TONE_JUDGEMENT;
  double most = score[best] + LEAD;
  for (int t = best + 1; t < BV_TONES; t++)
    if (score[t] > most)
      best = (bv_tone_kind)t, most = score[t];
  return best;
}

/* How much a step speaks for a tone and against a fact: by itself, and with its neighbours. */
static int32_t says(const weighing *w, size_t step, bv_tone_kind tone) {
  const sums *own = &w->by_step[step], *before = &w->pairs[step], *behind = &w->pairs[step + 1];
  return own->of[tone] - own->of[BV_TONE_FACT] +
         (before->of[tone] - before->of[BV_TONE_FACT] + behind->of[tone] - behind->of[BV_TONE_FACT]) / 2;
}

/* The clause that speaks most for a tone, as the tokens from `from` up to `past`. */
static void find_clause(const bv_cue_reading *r, const weighing *w, bv_tone_kind tone, size_t *from, size_t *past) {
  double most = -INFINITY, sum = 0;
  size_t start = r->sentence, count = 0;
  for (size_t i = 0; i < w->count; i++) {
    sum += says(w, i, tone), count++;
    size_t end = i + 1 < w->count ? w->steps[i + 1].token : r->sentence_past;
    if (i + 1 < w->count && !bv_ends_clause(r->tokens, r->context, end - 1))
      continue;
    if (sum / sqrt((double)count) > most)
      most = sum / sqrt((double)count), *from = start, *past = end;
    start = end, sum = 0, count = 0;
  }
}

/* The words to name: of that clause, from shortly before the one that speaks most for the tone. */
static void find_words(const bv_cue_reading *r, const weighing *w, bv_tone_kind tone, size_t *from, size_t *past) {
  find_clause(r, w, tone, from, past);
  int32_t most = INT32_MIN;
  size_t at = *from;
  for (size_t i = 0; i < w->count; i++) {
    size_t token = w->steps[i].token;
    if (token >= *from && token < *past && w->steps[i].is_word && says(w, i, tone) > most)
      most = says(w, i, tone), at = token;
  }
  while (*past > at + 1 && r->tokens->items[*past - 1].kind == BV_TOKEN_MARK)
    --*past;
  if (*past - *from > FEW && at > *from + FEW / 2)
    *from = at - FEW / 2 < *past - FEW ? at - FEW / 2 : *past - FEW;
}

bv_tone_kind bv_tone_of(const bv_cue_reading *r, size_t *from, size_t *past) {
  static once_flag filled = ONCE_FLAG_INIT;
  call_once(&filled, fill_first);
  weighing w;
  double score[BV_TONES];
  weigh(r, &w, score);
  bv_tone_kind tone = likeliest(score);
  if (-score[BV_TONE_FACT] < enough[tone] + (has_number(&w) ? MORE_WITH_NUMBER : 0))
    return BV_TONE_FACT;
  find_words(r, &w, tone, from, past);
  return tone;
}
