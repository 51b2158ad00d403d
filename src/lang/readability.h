/* How readable a Dutch text is: an indication, no official level of language.
 *
 * Flesch-Douma: W.H. Douma, De leesbaarheid van landbouwbladen (1960), Flesch for Dutch: 206.835 - 0.93 * words per
 * sentence - 77 * syllables per word.
 * Leesindex A: R.H.M. Brouwer, Onderzoek naar de leesmoeilijkheden van Nederlands proza (1963): 195 - 2 * words per
 * sentence - 2/3 * syllables per 100 words.
 * LIX: C.-H. Björnsson, Läsbarhet (1968): words per sentence + the percentage of words of more than six letters. */
#ifndef BV_LANG_READABILITY_H
#define BV_LANG_READABILITY_H

#include "lang/sentences.h"
#include "lang/tokens.h"

/* Counts of a text; those of several texts add up. */
typedef struct bv_measure {
  size_t sentences, words, syllables;
  size_t long_words;       /* more than six letters */
  size_t longest_sentence; /* words, quotations left out */
  size_t most_clauses;     /* subordinate clauses in one sentence, quotations left out */
  size_t passive_sentences, difficult_words; /* counted by bv_measure_fully alone: lang/passive.h, lang/difficult.h */
} bv_measure;

/* The counts of a text (valid UTF-8; '\n' ends a sentence). */
bv_measure bv_measure_text(bv_arena *arena, const char *text, size_t length);
/* The same with the passive sentences and the difficult words. */
bv_measure bv_measure_fully(bv_arena *arena, const char *text, size_t length);
/* The same of tokens and their sentences. */
bv_measure bv_measure_tokens(const bv_tokens *tokens, const bv_stretches *sentences);
/* Adds the counts of one text to those of others. */
void bv_measure_add(bv_measure *sum, const bv_measure *more);

/* Words in a sentence, on average; this and the next give 0 for a text without words. */
double bv_average_words(const bv_measure *measure);
/* Higher is easier: from 60 on normal, from 70 fairly easy. */
double bv_flesch_douma(const bv_measure *measure);
/* Higher is easier, from 0 to 100. */
double bv_leesindex(const bv_measure *measure);
/* Lower is easier: up to 34 easy, above 54 very hard. */
double bv_lix(const bv_measure *measure);
/* Sentences in the passive of a hundred; and difficult words of a hundred. */
double bv_passive_share(const bv_measure *measure);
double bv_difficult_share(const bv_measure *measure);

/* What a text is measured against; an organisation can set its own. */
typedef struct bv_reading_limits {
  int average_words;   /* words in a sentence, on average */
  int long_sentence;   /* words: long above this */
  int longer_sentence; /* words: too long above this */
  int clauses;         /* subordinate clauses in a sentence */
  int flesch_douma;    /* at least */
} bv_reading_limits;

/* Ours: no official limit of level B1 exists. */
extern const bv_reading_limits bv_usual_limits;

/* Formulas are made for a hundred words; of a shorter text they say less, and Flesch-Douma may be this much lower. */
enum { BV_WORDS_OF_A_SAMPLE = 100, BV_MARGIN_OF_SHORT_TEXT = 15 };

/* Whether the words are easy enough, after Flesch-Douma. */
bool bv_has_easy_words(const bv_measure *measure, const bv_reading_limits *limits);
/* Whether no sentence is too long and the words are easy enough. */
bool bv_is_readable(const bv_measure *measure, const bv_reading_limits *limits);

/* Words and subordinate clauses of one sentence, quotations left out: `from` and `past` are tokens. */
void bv_measure_sentence(const bv_tokens *tokens, size_t from, size_t past, size_t *words, size_t *clauses);

#endif
