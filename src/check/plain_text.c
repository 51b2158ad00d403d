/* The rules on what the parents get to read: is there a plain text, is it plain, and does it need explaining. */
#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "base/messages.h"
#include "check/passage.h"
#include "check/plain.h"
#include "check/voice.h"
#include "lang/diagnoses.h"
#include "lang/lists.h"
#include "lang/plain.h"
#include "lang/table.h"
#include "lang/terms.h"

enum { PAIR_WORD, PAIR_INSTEAD, PAIR_CLASS, LIST_FORMS = 1, LIST_ABBREVIATION = 2 };
enum { MANY_LONG = 2, ENOUGH_FOR_AVERAGE = 3 };

/* What of a text is too hard: its long sentences. */
typedef struct sentences {
  size_t count, is_long;
  bv_stretch longest;
  size_t words; /* of the longest */
  size_t clauses;
} sentences;

static sentences measure_sentences(const bv_plain_passage *passage, int limit) {
  sentences found = {0};
  const bv_tokens *tokens = &passage->tokens;
  const bv_stretches *all = &passage->sentences;
  for (size_t s = 0, from = 0, past; s < all->count; s++, from = past) {
    for (past = from; past < tokens->count && tokens->items[past].start < all->items[s].end; past++) {
    }
    size_t words, clauses;
    bv_measure_sentence(tokens, from, past, &words, &clauses);
    found.count++;
    found.is_long += words > (size_t)limit;
    if (clauses > found.clauses)
      found.clauses = clauses;
    if (words > found.words)
      found.words = words, found.longest = all->items[s];
  }
  return found;
}

/* ouders/te-moeilijk: a sentence too long, several long ones, long on average, or words too hard. */
static void check_hardness(bv_check *check, const bv_plain_passage *passage) {
  bv_reading_limits limits = bv_config_limits(check->config);
  bv_measure measure = bv_measure_tokens(&passage->tokens, &passage->sentences);
  if (measure.longest_sentence <= (size_t)limits.long_sentence && measure.most_clauses <= (size_t)limits.clauses + 1 &&
      bv_average_words(&measure) < limits.average_words + 0.5 && bv_has_easy_words(&measure, &limits))
    return;
  sentences found = measure_sentences(passage, limits.long_sentence);
  bv_range longest = bv_plain_place(passage, found.longest.start, found.longest.end);
  bv_range whole = bv_plain_place(passage, 0, (uint32_t)passage->length);
  if (found.words > (size_t)limits.longer_sentence || found.is_long >= MANY_LONG)
    bv_report(check, BV_RULE_OUDERS_TE_MOEILIJK, longest, passage->claim, MSG_PLAIN_LONG, found.words)->suggestion =
        MSG_PLAIN_LONG_ADVICE;
  else if (found.clauses > (size_t)limits.clauses + 1)
    bv_report(check, BV_RULE_OUDERS_TE_MOEILIJK, whole, passage->claim, MSG_PLAIN_CLAUSES, found.clauses)->suggestion =
        MSG_PLAIN_LONG_ADVICE;
  else if (found.count >= ENOUGH_FOR_AVERAGE && bv_average_words(&measure) >= limits.average_words + 0.5)
    bv_report(check, BV_RULE_OUDERS_TE_MOEILIJK, whole, passage->claim, MSG_PLAIN_AVERAGE, bv_average_words(&measure),
              limits.average_words)
        ->suggestion = MSG_PLAIN_LONG_ADVICE;
  else if (!bv_has_easy_words(&measure, &limits))
    bv_report(check, BV_RULE_OUDERS_TE_MOEILIJK, whole, passage->claim, MSG_PLAIN_HARD_WORDS, bv_flesch_douma(&measure),
              limits.flesch_douma)
        ->suggestion = MSG_PLAIN_HARD_WORDS_ADVICE;
}

static bv_terms *hard_words;
static const bv_terms *explained; /* read once, kept as long as the process */
static bv_table word_list;

static void load(void) {
  bv_arena *arena = bv_arena_new();
  bv_table all = bv_table_read(arena, "src/lang/pairs.tsv"), *hard = bv_alloc(arena, sizeof *hard);
  for (size_t i = 0; i < all.count; i++)
    if (strchr("SV", all.items[i].fields[PAIR_CLASS][0]))
      BV_PUSH(arena, hard, all.items[i]);
  hard_words = bv_terms_new(arena, hard, PAIR_WORD, BV_TERMS_EXACT);
  bv_terms_remember(hard_words, false);
  word_list = bv_table_read(arena, "src/lang/jargon.tsv");
  explained = bv_terms_new(arena, &word_list, LIST_FORMS, BV_TERMS_EXACT);
}

static bool is_listed_abbreviation(const char *text, const bv_token *token) {
  size_t length = token->end - token->start;
  for (size_t i = 0; i < word_list.count; i++)
    if (strlen(word_list.items[i].fields[LIST_ABBREVIATION]) == length &&
        memcmp(word_list.items[i].fields[LIST_ABBREVIATION], text + token->start, length) == 0)
      return true;
  return false;
}

/* An abbreviation in capitals that everybody knows, that names a diagnosis, or that the text itself explains. */
static bool is_known_abbreviation(bv_arena *arena, const bv_tokens *tokens, size_t at) {
  const bv_token *token = &tokens->items[at];
  if (bv_token_in(tokens, at, bv_list_everyday_abbreviations) || bv_token_in(tokens, at + 1, bv_list_explaining) ||
      (at && bv_token_in(tokens, at - 1, bv_list_explaining)))
    return true;
  bv_diagnosis_hits_list hits = bv_diagnosis_hits(arena, tokens->text + token->start, token->end - token->start);
  return hits.count > 0;
}

enum { LONGEST_ABBREVIATION = 6, MOST_FINDINGS = 16 };

static bool is_abbreviation(const bv_token *token) {
  return token->upper && !token->quoted && token->end - token->start <= LONGEST_ABBREVIATION;
}

/* ouders/jargon: words of offices and experts that neither the word list nor the text explains. */
static void check_jargon(bv_check *check, const bv_plain_passage *passage) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  bv_arena *arena = check->document->arena;
  const bv_tokens *tokens = &passage->tokens;
  size_t reported = 0;
  for (size_t i = 0; i < tokens->count && reported < MOST_FINDINGS; i++) {
    const bv_token *token = &tokens->items[i];
    bv_term_match hard = token->quoted ? (bv_term_match){0} : bv_terms_find(hard_words, tokens, i);
    bool is_hard = hard.term && !bv_terms_find(explained, tokens, i).term;
    bool unknown = is_abbreviation(token) && !is_listed_abbreviation(passage->text, token) &&
                   !is_known_abbreviation(arena, tokens, i);
    if (!is_hard && !unknown)
      continue;
    uint32_t end = tokens->items[is_hard ? hard.past - 1 : i].end;
    const char *words = bv_strndup(arena, passage->text + token->start, end - token->start);
    bv_finding *finding = bv_report(check, BV_RULE_OUDERS_JARGON, bv_plain_place(passage, token->start, end),
                                    passage->claim, is_hard ? MSG_PLAIN_JARGON : MSG_PLAIN_ABBREVIATION, words);
    finding->suggestion = is_hard ? bv_sprintf(arena, MSG_PLAIN_JARGON_ADVICE, hard.term->row->fields[PAIR_INSTEAD])
                                  : MSG_PLAIN_ABBREVIATION_ADVICE;
    reported++;
  }
}

/* What the texts for the parents render: claims and sections, sorted by address. */
typedef struct rendered {
  const void **items;
  size_t count, capacity;
} rendered;

static int by_address(const void *a, const void *b) {
  uintptr_t x = (uintptr_t) * (const void *const *)a, y = (uintptr_t) * (const void *const *)b;
  return (x > y) - (x < y);
}

static rendered find_rendered(bv_arena *arena, const bv_plain_passages *passages) {
  rendered all = {0};
  for (size_t i = 0; i < passages->count; i++) {
    const bv_plain_passage *passage = &passages->items[i];
    if (passage->claim)
      BV_PUSH(arena, &all, passage->claim);
    if (!passage->section)
      continue;
    BV_PUSH(arena, &all, passage->section);
    if (passage->section->kind == BV_NODE_SPAN) /* a name for some words: they render the paragraph around them */
      BV_PUSH(arena, &all, bv_node_leaf(passage->section));
  }
  if (all.count)
    qsort(all.items, all.count, sizeof *all.items, by_address);
  return all;
}

static bool is_rendered(const rendered *all, const void *target) {
  return all->count && bsearch(&target, all->items, all->count, sizeof *all->items, by_address);
}

/* Claims that have a text for the parents, of their own or of what lies around them. */
static bool has_plain(const bv_claim *claim, const rendered *all) {
  if (claim->plain || is_rendered(all, claim))
    return true;
  for (const bv_node *node = claim->element; node; node = node->parent)
    if (is_rendered(all, node))
      return true;
  return false;
}

static void report_missing(bv_check *check, const bv_claim *claim, const bv_measure *measure,
                           const bv_reading_limits *limits) {
  bool is_long = measure->longest_sentence > (size_t)limits->longer_sentence;
  bv_finding *finding =
      is_long
          ? bv_report_claim(check, BV_RULE_OUDERS_ONTBREEKT, claim, MSG_PLAIN_MISSING_LONG, measure->longest_sentence)
          : bv_report_claim(check, BV_RULE_OUDERS_ONTBREEKT, claim, MSG_PLAIN_MISSING_WORDS, bv_flesch_douma(measure));
  finding->suggestion = MSG_PLAIN_MISSING_ADVICE;
}

/* ouders/ontbreekt: the claim's own text stays hard, also after every safe change. */
static void check_missing(bv_check *check, const bv_plain_passages *passages) {
  bv_arena *arena = check->document->arena;
  bv_reading_limits limits = bv_config_limits(check->config);
  rendered all = find_rendered(arena, passages);
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    if (!bv_has_own_words(claim) || has_plain(claim, &all))
      continue;
    bv_claim_words words = bv_words_of_claim(arena, check, claim);
    bv_measure own = bv_measure_tokens(&words.tokens, &words.sentences);
    if (bv_is_readable(&own, &limits))
      continue;
    const char *text = bv_claim_text(arena, claim);
    bv_simplified plain = bv_simplify(arena, text, strlen(text));
    if (!bv_is_readable(&plain.measure, &limits))
      report_missing(check, claim, &plain.measure, &limits);
  }
}

static void check_plain(bv_check *check) {
  bv_check_fidelity(check, check->plain);
  for (size_t i = 0; i < check->plain->count; i++) {
    check_hardness(check, &check->plain->items[i]);
    check_jargon(check, &check->plain->items[i]);
  }
  check_missing(check, check->plain);
}

bv_check_function *const bv_checks_plain[] = {check_plain, NULL};
