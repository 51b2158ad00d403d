#include "lang/plain.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "base/buf.h"
#include "lang/context.h"
#include "lang/dates.h"
#include "lang/faithful.h"
#include "lang/lists.h"
#include "lang/table.h"
#include "lang/terms.h"

enum { WORD, INSTEAD, SAFETY };
enum { MOST_CHANGES = 32, LEAST_HALF = 3, SPLIT_ABOVE = 15 };

static bv_terms *replaceable; /* the safe words and the abbreviations: read once, kept as long as the process */

static void load(void) {
  bv_arena *arena = bv_arena_new();
  bv_table all = bv_table_read(arena, "src/lang/pairs.tsv"), *safe = bv_alloc(arena, sizeof *safe);
  for (size_t i = 0; i < all.count; i++)
    if (strchr("SA", all.items[i].fields[SAFETY][0]))
      BV_PUSH(arena, safe, all.items[i]);
  replaceable = bv_terms_new(arena, safe, WORD, BV_TERMS_EXACT);
  bv_terms_remember(replaceable, false);
}

typedef struct work {
  bv_arena *arena;
  const char *text;
  size_t length;
  bv_tokens tokens;
  bv_stretches sentences;
  const bv_stretches *fixed; /* or NULL */
  bv_simplifications changes;
} work;

static const bv_token *token_at(const work *w, size_t i) { return &w->tokens.items[i]; }

/* `words` with a capital where the text had one. */
static const char *with_case(bv_arena *arena, const char *words, bool capital) {
  char *copy = bv_strdup(arena, words);
  if (capital)
    copy[0] = (char)toupper((unsigned char)copy[0]);
  return copy;
}

/* Whether the bytes touch what must stay, or go across a place that nothing may cross. */
static bool is_fixed(const work *w, uint32_t start, uint32_t end) {
  size_t low = 0, high = w->fixed ? w->fixed->count : 0;
  while (low < high) { /* the first stretch that does not end before the bytes */
    size_t middle = low + (high - low) / 2;
    if (w->fixed->items[middle].end <= start)
      low = middle + 1;
    else
      high = middle;
  }
  return w->fixed && low < w->fixed->count && w->fixed->items[low].start < end;
}

static void change(work *w, bv_change_kind kind, uint32_t start, uint32_t end, const char *after) {
  bv_simplification made = {kind, bv_strndup(w->arena, w->text + start, end - start), after, start, end};
  BV_PUSH(w->arena, &w->changes, made);
}

static bool begins_sentence(const work *w, size_t token) { return !token || bv_ends_sentence(&w->tokens, token - 1); }

/* Whether a word with a capital stands next to the tokens, in the same sentence: they may be part of a name or the
 * title of a law or paper. */
static bool is_in_name(const work *w, size_t first, size_t past) {
  if (token_at(w, first)->capital && !begins_sentence(w, first))
    return true;
  bool before = first && token_at(w, first - 1)->capital && token_at(w, first - 1)->kind == BV_TOKEN_WORD &&
                !begins_sentence(w, first - 1);
  bool after = past < w->tokens.count && token_at(w, past)->capital && !begins_sentence(w, past);
  return before && after;
}

/* The full stop of an abbreviation also ends the sentence: it must stay. */
static bool ends_sentence(const work *w, size_t past) {
  for (size_t s = 0; s < w->sentences.count; s++)
    if (w->sentences.items[s].end == token_at(w, past - 1)->end)
      return true;
  return false;
}

static size_t replace_words(work *w, size_t at) {
  const bv_token *token = token_at(w, at);
  bv_term_match match =
      token->quoted || token->kind != BV_TOKEN_WORD ? (bv_term_match){0} : bv_terms_find(replaceable, &w->tokens, at);
  if (!match.term)
    return at + 1;
  const bv_row *row = match.term->row;
  bool abbreviation = row->fields[SAFETY][0] == 'A';
  bool hyphened =
      match.past < w->tokens.count && bv_token_is(&w->tokens, match.past, "-") && !token_at(w, match.past)->spaced;
  if (hyphened || (at && bv_token_is(&w->tokens, at - 1, "-") && !token->spaced) ||
      (!abbreviation && is_in_name(w, at, match.past)) ||
      is_fixed(w, token->start, token_at(w, match.past - 1)->end))
    return match.past;
  const char *after = with_case(w->arena, row->fields[INSTEAD], token->capital);
  if (abbreviation && bv_token_is(&w->tokens, match.past - 1, ".") && ends_sentence(w, match.past))
    after = bv_sprintf(w->arena, "%s.", after);
  change(w, abbreviation ? BV_CHANGE_ABBREVIATION : BV_CHANGE_WORD, token->start, token_at(w, match.past - 1)->end,
         after);
  return match.past;
}

/* A day in figures, "29-01-2026", in words. */
static bool write_out(work *w, const bv_text_date *date) {
  const bv_token *second = date->first + 1 < date->past ? token_at(w, date->first + 1) : NULL;
  bool figures = second && second->kind == BV_TOKEN_MARK && token_at(w, date->past - 1)->kind == BV_TOKEN_NUMBER;
  if (!figures || is_fixed(w, date->start, date->end) || date->kind != BV_TEXT_DATE_ABSOLUTE ||
      date->period.precision != BV_PRECISION_DAY || token_at(w, date->first)->quoted)
    return false;
  change(w, BV_CHANGE_DATE, date->start, date->end, bv_date_dutch(w->arena, date->period.first));
  return true;
}

static void find_words(work *w) {
  bv_text_dates dates = bv_dates_in(w->arena, &w->tokens);
  for (size_t i = 0, d = 0; i < w->tokens.count && w->changes.count < MOST_CHANGES;) {
    while (d < dates.count && dates.items[d].first < i)
      d++;
    if (d < dates.count && dates.items[d].first == i && write_out(w, &dates.items[d]))
      i = dates.items[d].past;
    else
      i = replace_words(w, i);
  }
}

/* Words that can begin a main clause: a subject, behind "en", "maar" or a semicolon. */
static bool is_subject(const work *w, size_t at) {
  if (at + 2 >= w->tokens.count)
    return false;
  const bv_row *person = bv_person_word(token_at(w, at)->folded);
  return bv_token_in(&w->tokens, at, bv_list_subject_pronouns) || (person && strcmp(person->fields[4], "ouders") == 0);
}

/* Whether the word can be nothing but a finite verb behind its subject. */
static bool is_verb(const work *w, size_t at) {
  return bv_token_in(&w->tokens, at, bv_list_common_verbs);
}

/* What makes the words behind a comma depend on those before it: a subordinate clause, somebody who says it, a colon. */
static bool is_open(const work *w, const bv_facts *facts, size_t from, size_t at) {
  for (size_t i = from; i < at; i++)
    if (bv_token_in(&w->tokens, i, bv_list_binders) || token_at(w, i)->quoted)
      return true;
  for (size_t i = 0; i < facts->count; i++) {
    const bv_fact *fact = &facts->items[i];
    if (fact->token >= from && fact->token < at && (fact->kind == BV_FACT_HOLDER || fact->kind == BV_FACT_DOUBT) &&
        !(fact->kind == BV_FACT_DOUBT && fact->soft))
      return true;
  }
  return false;
}

/* Splits before ", en zij heeft …", ", maar hij is …" and "; zij woont …": two main clauses, each with a subject of its
 * own. */
static void split_at(work *w, const bv_facts *facts, size_t from, size_t past, size_t at) {
  bool comma = bv_token_is(&w->tokens, at, ","), semicolon = bv_token_is(&w->tokens, at, ";");
  bool and = comma && bv_token_is(&w->tokens, at + 1, "en"), but = comma && bv_token_is(&w->tokens, at + 1, "maar");
  size_t subject = and || but ? at + 2 : at + 1;
  if (!(and || but || semicolon) || at < from + LEAST_HALF || past < subject + LEAST_HALF || token_at(w, at)->quoted ||
      !is_subject(w, subject) || !is_verb(w, subject + 1))
    return;
  size_t first = but ? at + 1 : subject;
  const bv_token *head = token_at(w, first);
  if (is_fixed(w, token_at(w, at)->start, head->end) || is_open(w, facts, from, at))
    return;
  const char *word = with_case(w->arena, bv_strndup(w->arena, w->text + head->start, head->end - head->start), true);
  change(w, BV_CHANGE_SENTENCE, token_at(w, at)->start, head->end, bv_sprintf(w->arena, ". %s", word));
}

static void find_splits(work *w) {
  bv_facts facts = {0};
  for (size_t s = 0, from = 0, past; s < w->sentences.count && !facts.full; s++, from = past) {
    for (past = from; past < w->tokens.count && token_at(w, past)->start < w->sentences.items[s].end; past++) {
    }
    size_t words, clauses, before = w->changes.count;
    bv_measure_sentence(&w->tokens, from, past, &words, &clauses);
    if (words <= SPLIT_ABOVE)
      continue;
    if (!facts.tokens.count)
      facts = bv_facts_in(w->arena, w->text, w->length, NULL);
    for (size_t i = from; !facts.full && i < past && w->changes.count == before && w->changes.count < MOST_CHANGES; i++)
      split_at(w, &facts, from, past, i);
  }
}

static int by_place(const void *a, const void *b) {
  const bv_simplification *x = a, *y = b;
  return x->start < y->start ? -1 : x->start > y->start;
}

/* The text with the changes that are not undone. */
static const char *apply(const work *w, const bool *undone, size_t *length) {
  bv_buf text = bv_buf_new(w->arena);
  uint32_t at = 0;
  for (size_t i = 0; i < w->changes.count; i++) {
    const bv_simplification *made = &w->changes.items[i];
    if (undone[i] || made->start < at)
      continue;
    bv_buf_add(&text, w->text + at, made->start - at);
    bv_buf_puts(&text, made->after);
    at = made->end;
  }
  bv_buf_add(&text, w->text + at, w->length - at);
  *length = text.length;
  return bv_buf_string(&text);
}

static bool is_faithful(const work *w, const bv_facts *original, const bool *undone) {
  size_t length;
  const char *text = apply(w, undone, &length);
  bv_facts facts = bv_facts_in(w->arena, text, length, NULL);
  return !facts.full && bv_faithful(w->arena, original, &facts, NULL).count == 0;
}

/* Undoes what the comparison notices: when it notices anything, each change is judged alone. */
static void undo_unfaithful(work *w, bool *undone) {
  bv_facts original = bv_facts_in(w->arena, w->text, w->length, NULL);
  if (original.full)
    memset(undone, true, w->changes.count);
  if (original.full || is_faithful(w, &original, undone))
    return;
  bool alone[MOST_CHANGES + 1];
  for (size_t i = 0; i < w->changes.count; i++) {
    memset(alone, true, sizeof alone);
    alone[i] = false;
    undone[i] = !is_faithful(w, &original, alone);
  }
  if (!is_faithful(w, &original, undone))
    memset(undone, true, w->changes.count);
}

static void keep_made(work *w, const bool *undone) {
  size_t kept = 0;
  uint32_t at = 0;
  for (size_t i = 0; i < w->changes.count; i++) {
    if (undone[i] || w->changes.items[i].start < at)
      continue;
    at = w->changes.items[i].end;
    w->changes.items[kept++] = w->changes.items[i];
  }
  w->changes.count = kept;
}

static bv_simplified simplify(work w) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  w.text = bv_strndup(w.arena, w.text, w.length);
  w.tokens = bv_tokenize(w.arena, w.text, w.length);
  w.sentences = bv_sentences(w.arena, w.text, w.length);
  find_words(&w);
  find_splits(&w);
  bool undone[MOST_CHANGES + 1] = {false};
  if (w.changes.count) {
    qsort(w.changes.items, w.changes.count, sizeof *w.changes.items, by_place);
    undo_unfaithful(&w, undone);
  }
  bv_simplified result = {0};
  result.text = apply(&w, undone, &result.length);
  keep_made(&w, undone);
  result.changes = w.changes;
  result.measure = bv_measure_text(w.arena, result.text, result.length);
  result.readable = bv_is_readable(&result.measure, &bv_usual_limits);
  return result;
}

bv_simplified bv_simplify(bv_arena *arena, const char *text, size_t length) {
  return bv_simplify_around(arena, text, length, NULL);
}

bv_simplified bv_simplify_around(bv_arena *arena, const char *text, size_t length, const bv_stretches *fixed) {
  return simplify((work){.arena = arena, .text = text, .length = length, .fixed = fixed});
}
