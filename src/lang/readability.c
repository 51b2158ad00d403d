#include "lang/readability.h"

#include <string.h>

#include "base/utf8.h"
#include "lang/difficult.h"
#include "lang/lists.h"
#include "lang/passive.h"
#include "lang/syllables.h"

enum { LETTERS_OF_LONG_WORD = 6 };

static bool is_word(const bv_token *token) { return token->kind != BV_TOKEN_MARK; }

/* Whether a token goes on in the word before it: "gz-psycholoog", "22.40", "1.240" are one word each. */
static bool goes_on(const bv_tokens *tokens, size_t at) {
  return at >= 2 && !tokens->items[at].spaced && !tokens->items[at - 1].spaced &&
         strchr("-.,:/", tokens->items[at - 1].folded[0]) && tokens->items[at - 1].folded[0] &&
         is_word(&tokens->items[at - 2]);
}

/* How a subordinate clause can begin with a word: anywhere, behind a comma, or behind a verb of speech. */
enum { CLAUSE_KNOWN = 1, CLAUSE_ALWAYS = 2, CLAUSE_AFTER_COMMA = 4, CLAUSE_OF_SPEECH = 8 };

static unsigned clause_of(const bv_tokens *tokens, size_t at) {
  bv_wordform *form = tokens->items[at].form;
  if (form && form->clause)
    return form->clause;
  unsigned clause = CLAUSE_KNOWN | (bv_token_in(tokens, at, bv_list_clause_openers) ? CLAUSE_ALWAYS : 0) |
                    (bv_token_in(tokens, at, bv_list_clause_openers_after_comma) ? CLAUSE_AFTER_COMMA : 0) |
                    (bv_token_in(tokens, at, bv_list_clause_openers_after_speech) ? CLAUSE_OF_SPEECH : 0);
  if (form)
    form->clause = (uint8_t)clause;
  return clause;
}

/* "die", "dat" and "wat" begin one only where a clause can begin. */
static bool begins_clause(const bv_tokens *tokens, size_t from, size_t at) {
  unsigned clause = at == from ? CLAUSE_KNOWN : clause_of(tokens, at);
  if (clause & CLAUSE_ALWAYS || (clause & CLAUSE_AFTER_COMMA && bv_token_is(tokens, at - 1, ",")))
    return true;
  return clause & CLAUSE_OF_SPEECH && tokens->items[at - 1].kind == BV_TOKEN_WORD &&
         !bv_token_in(tokens, at - 1, bv_list_no_clause) && at + 1 < tokens->count &&
         tokens->items[at + 1].kind != BV_TOKEN_MARK;
}

void bv_measure_sentence(const bv_tokens *tokens, size_t from, size_t past, size_t *words, size_t *clauses) {
  *words = *clauses = 0;
  for (size_t i = from; i < past; i++) {
    const bv_token *token = &tokens->items[i];
    if (!is_word(token) || token->quoted)
      continue;
    *words += !goes_on(tokens, i);
    *clauses += begins_clause(tokens, from, i);
  }
}

static size_t larger(size_t a, size_t b) { return a > b ? a : b; }

static void measure_words(const bv_tokens *tokens, size_t from, size_t past, bv_measure *measure) {
  for (size_t i = from; i < past; i++) {
    const bv_token *token = &tokens->items[i];
    if (!is_word(token))
      continue;
    measure->words += !goes_on(tokens, i);
    measure->syllables += bv_syllables(token);
    size_t letters = token->form ? token->form->letters : bv_utf8_count(token->folded, strlen(token->folded));
    measure->long_words += letters > LETTERS_OF_LONG_WORD;
  }
}

static size_t count_difficult(const bv_tokens *tokens, size_t from, size_t past) {
  size_t count = 0;
  for (size_t i = from, behind; i < past; i = behind ? behind : i + 1) {
    behind = bv_difficult_word(tokens, i);
    count += behind != 0;
  }
  return count;
}

static bv_measure measure(const bv_tokens *tokens, const bv_stretches *sentences, bool fully) {
  bv_measure measure = {0};
  for (size_t s = 0, from = 0, past; s < sentences->count; s++, from = past) {
    for (past = from; past < tokens->count && tokens->items[past].start < sentences->items[s].end; past++) {
    }
    size_t words, clauses, before = measure.words;
    bv_measure_sentence(tokens, from, past, &words, &clauses);
    measure_words(tokens, from, past, &measure);
    measure.sentences += measure.words > before;
    measure.longest_sentence = larger(measure.longest_sentence, words);
    measure.most_clauses = larger(measure.most_clauses, clauses);
    if (!fully)
      continue;
    measure.passive_sentences += bv_is_passive(tokens, from, past);
    measure.difficult_words += count_difficult(tokens, from, past);
  }
  return measure;
}

bv_measure bv_measure_tokens(const bv_tokens *tokens, const bv_stretches *sentences) {
  return measure(tokens, sentences, false);
}

static bv_measure measure_text(bv_arena *arena, const char *text, size_t length, bool fully) {
  bv_tokens tokens = bv_tokenize(arena, text, length);
  bv_stretches sentences = bv_sentences(arena, text, length);
  return measure(&tokens, &sentences, fully);
}

bv_measure bv_measure_text(bv_arena *arena, const char *text, size_t length) {
  return measure_text(arena, text, length, false);
}

bv_measure bv_measure_fully(bv_arena *arena, const char *text, size_t length) {
  return measure_text(arena, text, length, true);
}

void bv_measure_add(bv_measure *sum, const bv_measure *more) {
  sum->sentences += more->sentences;
  sum->words += more->words;
  sum->syllables += more->syllables;
  sum->long_words += more->long_words;
  sum->passive_sentences += more->passive_sentences;
  sum->difficult_words += more->difficult_words;
  sum->longest_sentence = larger(sum->longest_sentence, more->longest_sentence);
  sum->most_clauses = larger(sum->most_clauses, more->most_clauses);
}

double bv_average_words(const bv_measure *measure) {
  return measure->sentences ? (double)measure->words / (double)measure->sentences : 0;
}

static double syllables_of_word(const bv_measure *measure) {
  return (double)measure->syllables / (double)measure->words;
}

double bv_flesch_douma(const bv_measure *measure) {
  return measure->words ? 206.835 - 0.93 * bv_average_words(measure) - 77 * syllables_of_word(measure) : 0;
}

double bv_leesindex(const bv_measure *measure) {
  return measure->words ? 195 - 2 * bv_average_words(measure) - 2.0 / 3.0 * 100 * syllables_of_word(measure) : 0;
}

double bv_lix(const bv_measure *measure) {
  return measure->words ? bv_average_words(measure) + 100 * (double)measure->long_words / (double)measure->words : 0;
}

double bv_passive_share(const bv_measure *measure) {
  return measure->sentences ? 100 * (double)measure->passive_sentences / (double)measure->sentences : 0;
}

double bv_difficult_share(const bv_measure *measure) {
  return measure->words ? 100 * (double)measure->difficult_words / (double)measure->words : 0;
}

const bv_reading_limits bv_usual_limits = {
    .average_words = 12, .long_sentence = 15, .longer_sentence = 20, .clauses = 1, .flesch_douma = 60};

bool bv_has_easy_words(const bv_measure *measure, const bv_reading_limits *limits) {
  int margin = measure->words < BV_WORDS_OF_A_SAMPLE ? BV_MARGIN_OF_SHORT_TEXT : 0;
  return !measure->words || bv_flesch_douma(measure) >= limits->flesch_douma - margin;
}

bool bv_is_readable(const bv_measure *measure, const bv_reading_limits *limits) {
  return measure->longest_sentence <= (size_t)limits->longer_sentence && bv_has_easy_words(measure, limits);
}
