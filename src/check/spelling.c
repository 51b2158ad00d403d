/* taal/spelling: words that neither the Dutch dictionary, nor the list of the field, nor the names of the report know.
 *
 * Each word is reported once, at its first place, with how often it stands there. Abbreviations in capitals, words with
 * digits, addresses of the web and names (a capital inside a sentence) are not spelling. */
#include <stdint.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/passage.h"
#include "check/words.h"
#include "lang/spelling.h"

enum {
  SHORTEST_WORD = 3,
  MOST_SUGGESTIONS = 3,
  MOST_TOKENS = 15,            /* of a word: parts and the hyphens between */
  MOST_TOKENS_OF_ADDRESS = 256 /* on either side of a word: it bounds what text without white space costs */
};

/* A word that is not known: its first place and how often it occurs. */
typedef struct stranger {
  const char *word; /* folded */
  const bv_node *leaf;
  uint32_t start, end;
  size_t count;
  bool capital, is_name;
} stranger;

/* One of the two ways to ask the speller. */
typedef bool look_function(bv_speller *speller, const char *word);

typedef struct reading {
  bv_check *check;
  bv_speller *speller;
  const bv_word_set *names;
  struct { stranger *items; size_t count, capacity; } strangers;
  uint32_t *slots; /* where in strangers each form stands, plus one; 0: empty */
  size_t slot_count; /* a power of two */
} reading;

/* A word of the text, with the parts that hyphens join: tokens from `first` up to `past`. */
typedef struct compound {
  size_t first, past;
} compound;

static compound compound_at(const bv_tokens *tokens, size_t first) {
  compound word = {first, first + 1};
  while (word.past - first < MOST_TOKENS && word.past + 1 < tokens->count && bv_token_is(tokens, word.past, "-") && !tokens->items[word.past].spaced &&
         !tokens->items[word.past + 1].spaced && tokens->items[word.past + 1].kind != BV_TOKEN_MARK)
    word.past += 2;
  return word;
}

/* The word as one folded string; its only token's when there is one. */
static const char *folded(bv_arena *arena, const bv_tokens *tokens, compound word) {
  const char *whole = tokens->items[word.first].folded;
  for (size_t i = word.first + 1; i < word.past; i++)
    whole = bv_sprintf(arena, "%s%s", whole, tokens->items[i].folded);
  return whole;
}

/* The word with its first letter a capital, as names and words at the head of a sentence are written. */
static const char *capitalised(bv_arena *arena, const char *word) {
  uint32_t first = 0;
  char capital[4];
  size_t size = bv_utf8_decode(word, strlen(word), &first);
  size_t length = bv_utf8_encode((uint32_t)u_toupper((UChar32)first), capital);
  return bv_sprintf(arena, "%.*s%s", (int)length, capital, word + size);
}

/* Whether what is written in one, without white space, is an address: with "://", "www." or "@", or "voorbeeld.nl/…". */
static bool is_in_web_address(const bv_tokens *tokens, compound word) {
  size_t first = word.first, past = word.past;
  bool domain = false, address = false;
  while (first && !tokens->items[first].spaced && word.first - first < MOST_TOKENS_OF_ADDRESS)
    first--;
  while (past < tokens->count && !tokens->items[past].spaced && past - word.past < MOST_TOKENS_OF_ADDRESS)
    past++;
  for (size_t i = first; i < past && !address; i++) {
    bool joins = i > first && i + 1 < past && tokens->items[i + 1].kind == BV_TOKEN_WORD;
    domain |= joins && bv_token_is(tokens, i, ".") && !tokens->items[i + 1].capital;
    address = (joins && bv_token_is(tokens, i, "@")) || (domain && bv_token_is(tokens, i, "/")) ||
              (bv_token_is(tokens, i, "www") && bv_token_is(tokens, i + 1, ".")) ||
              (bv_token_is(tokens, i, ":") && bv_token_is(tokens, i + 1, "/") && bv_token_is(tokens, i + 2, "/"));
  }
  return address;
}

/* Part of an address or a file's name: joined to what stands beside it by a full stop, @ or the like. */
static bool is_address(const bv_tokens *tokens, compound word) {
  static const char *const joints[] = {".", "@", "_", "\\", "#", "=", "&", "%", NULL};
  bool before = word.first > 1 && !tokens->items[word.first].spaced && !tokens->items[word.first - 1].spaced &&
                bv_token_in(tokens, word.first - 1, joints);
  bool behind = word.past + 1 < tokens->count && !tokens->items[word.past].spaced && !tokens->items[word.past + 1].spaced &&
                bv_token_in(tokens, word.past, joints) && tokens->items[word.past + 1].kind != BV_TOKEN_MARK;
  return before || behind || is_in_web_address(tokens, word);
}

/* Capitals behind the first letter, or a digit: an abbreviation, a brand, a code. */
static bool is_code(const bv_tokens *tokens, compound word) {
  for (size_t i = word.first; i < word.past; i++) {
    const bv_token *token = &tokens->items[i];
    if (token->upper || token->kind == BV_TOKEN_NUMBER)
      return true;
    for (uint32_t at = token->start + 1; token->kind == BV_TOKEN_WORD && at < token->end; at++)
      if ((tokens->text[at] >= 'A' && tokens->text[at] <= 'Z' && tokens->text[at] != 'J') ||
          (tokens->text[at] >= '0' && tokens->text[at] <= '9'))
        return true;
  }
  return false;
}

static bool is_listed(const reading *r, const char *word) {
  if (bv_word_set_has(r->names, word))
    return true;
  for (size_t i = 0; i < r->check->config->word_count; i++)
    if (strcmp(r->check->config->words[i], word) == 0)
      return true;
  return false;
}

static bool is_known(reading *r, const char *word, bool capital, look_function *look) {
  return look(r->speller, word) || is_listed(r, word) ||
         (capital && look(r->speller, capitalised(r->check->document->arena, word)));
}

/* Whether each part between hyphens is known: "ouder-kindcontact". */
static bool has_known_parts(reading *r, const char *word, bool capital, look_function *look) {
  if (!strchr(word, '-'))
    return false;
  char *rest = NULL, *parts = bv_strdup(r->check->document->arena, word);
  for (char *part = strtok_r(parts, "-", &rest); part; part = strtok_r(NULL, "-", &rest))
    if (strlen(part) >= SHORTEST_WORD && !is_known(r, part, capital, look))
      return false;
  return true;
}

/* A part that waits for its end, "kinder-" of "kinder- en jeugdzorg"; or a word that was broken at the end of a line. */
static bool is_broken(reading *r, const bv_tokens *tokens, compound word) {
  bool hyphen = bv_token_is(tokens, word.past, "-") && !tokens->items[word.past].spaced;
  if (hyphen)
    return true;
  return word.first >= 2 && bv_token_is(tokens, word.first - 1, "-") && tokens->items[word.first].spaced &&
         !tokens->items[word.first - 1].spaced &&
         bv_speller_knows_at_once(r->speller, bv_sprintf(r->check->document->arena, "%s%s", tokens->items[word.first - 2].folded,
                                                 tokens->items[word.first].folded));
}

/* At the head of a sentence, or behind a mark that may begin one. */
static bool is_initial(const bv_tokens *tokens, size_t first) {
  return first == 0 || tokens->items[first - 1].kind == BV_TOKEN_MARK;
}

static uint32_t *slot_of(reading *r, const char *form) {
  uint64_t hash = 14695981039346656037u;
  for (const char *c = form; *c; c++)
    hash = (hash ^ (unsigned char)*c) * 1099511628211u;
  size_t slot = (size_t)(hash >> 20) & (r->slot_count - 1);
  while (r->slots[slot] && strcmp(r->strangers.items[r->slots[slot] - 1].word, form) != 0)
    slot = (slot + 1) & (r->slot_count - 1);
  return &r->slots[slot];
}

/* Doubles the slots before they are half full. */
static void make_room(reading *r) {
  if (2 * r->strangers.count < r->slot_count)
    return;
  r->slot_count = r->slot_count ? 2 * r->slot_count : 64;
  r->slots = bv_calloc(r->check->document->arena, r->slot_count, sizeof *r->slots);
  for (size_t i = 0; i < r->strangers.count; i++)
    *slot_of(r, r->strangers.items[i].word) = (uint32_t)i + 1;
}

static void meet_stranger(reading *r, const bv_node *leaf, const bv_tokens *tokens, compound word, const char *form) {
  const bv_token *first = &tokens->items[word.first];
  make_room(r);
  uint32_t *slot = slot_of(r, form);
  if (!*slot) {
    BV_PUSH(r->check->document->arena, &r->strangers,
            (stranger){bv_strdup(r->check->document->arena, form), leaf, first->start, tokens->items[word.past - 1].end, 0, first->capital, false});
    *slot = (uint32_t)r->strangers.count;
  }
  stranger *known = &r->strangers.items[*slot - 1];
  known->count++;
  known->is_name |= first->capital && !is_initial(tokens, word.first);
}

/* Whether the byte of the text lies in code, as `this`; `run` moves along with it. */
static bool is_in_code(const bv_text *text, uint32_t at, size_t *run) {
  while (*run + 1 < text->run_count && text->runs[*run].end <= at)
    ++*run;
  return *run < text->run_count && text->runs[*run].style & BV_STYLE_CODE;
}

static void read_words(bv_check *check, const bv_passage *passage, void *state) {
  reading *r = state;
  const bv_tokens *tokens = &passage->tokens;
  if (!r || passage->leaf->kind == BV_NODE_VERBATIM)
    return;
  for (size_t i = 0, run = 0; i < tokens->count; i++) {
    if (tokens->items[i].kind != BV_TOKEN_WORD || is_in_code(passage->leaf->text, tokens->items[i].start, &run))
      continue;
    compound word = compound_at(tokens, i);
    bv_wordform *known = word.past == i + 1 ? tokens->items[i].form : NULL;
    if (known && known->is_spelled)
      continue;
    const char *form = folded(check->document->arena, tokens, word);
    bool capital = tokens->items[i].capital;
    i = word.past - 1;
    if (known)
      known->is_spelled = bv_speller_knows_at_once(r->speller, known->folded);
    if (strlen(form) < SHORTEST_WORD || is_known(r, form, capital, bv_speller_knows_at_once) || is_code(tokens, word) ||
        is_address(tokens, word) || has_known_parts(r, form, capital, bv_speller_knows_at_once) ||
        is_broken(r, tokens, word))
      continue;
    meet_stranger(r, passage->leaf, tokens, word, form);
  }
}

/* "bedoelt u: gezond of gezonde?", when suggestions were asked for. */
static const char *suggestion_for(reading *r, const char *word) {
  bv_arena *arena = r->check->document->arena;
  size_t count;
  const char **words = bv_speller_suggest(r->speller, arena, word, MOST_SUGGESTIONS, &count);
  return count ? bv_sprintf(arena, MSG_SPELLING_ADVICE, bv_enumerate(arena, words, count, MSG_OR)) : NULL;
}

static void report(reading *r, const stranger *s) {
  bv_range range = bv_text_source_range(s->leaf->text, s->start, s->end);
  const bv_claim *claim = bv_claim_at(s->leaf, s->start);
  const char *text = bv_strndup(r->check->document->arena, s->leaf->text->bytes + s->start, s->end - s->start);
  bv_finding *finding = s->count == 1 ? bv_report(r->check, BV_RULE_TAAL_SPELLING, range, claim, MSG_SPELLING, text)
                                      : bv_report(r->check, BV_RULE_TAAL_SPELLING, range, claim, MSG_SPELLING_MANY, text,
                                                  s->count);
  if (r->check->config->suggest)
    finding->suggestion = suggestion_for(r, s->word);
}

/* Whether the dictionary is of no use: said once, and clearly. */
static bool report_problem(bv_check *check, bv_speller *speller) {
  const char *problem = bv_speller_problem(speller);
  if (!problem)
    return false;
  bv_finding *finding = bv_report(check, BV_RULE_TAAL_SPELLING, (bv_range){0, 0}, NULL, "%s", problem);
  finding->suggestion = MSG_DICTIONARY_ADVICE;
  finding->unable = true;
  return true;
}

/* NULL when there is no dictionary. */
static void *begin(bv_check *check) {
  bv_speller *speller = bv_speller_shared();
  if (report_problem(check, speller))
    return NULL;
  reading *r = bv_alloc(check->document->arena, sizeof *r);
  *r = (reading){.check = check, .speller = speller, .names = check->declared};
  return r;
}

/* Only what is left when the names are known is for hunspell itself to judge. That it is no Dutch dictionary shows then. */
static void end(bv_check *check, void *state) {
  reading *r = state;
  if (!r)
    return;
  for (size_t i = 0; i < r->strangers.count; i++) {
    const stranger *s = &r->strangers.items[i];
    if (!s->is_name && !is_known(r, s->word, s->capital, bv_speller_knows) &&
        !has_known_parts(r, s->word, s->capital, bv_speller_knows))
      report(r, s);
  }
  report_problem(check, r->speller);
}

const bv_reader bv_reader_spelling = {begin, read_words, end};
