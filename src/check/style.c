/* Style: sentences that are too long, hide who acted, use an unexplained abbreviation, or pile up nouns. Few and sure:
 * noisy rules of style are switched off. */
#include <limits.h>
#include <string.h>
#include <threads.h>

#include "base/messages.h"
#include "check/passage.h"
#include "check/voice.h"
#include "lang/lists.h"
#include "lang/passive.h"
#include "lang/table.h"

enum {
  MOST_WORDS = 40, /* of a sentence in a report; the parents' version asks for far shorter ones */
  MOST_NOUNS = 5,  /* abstract nouns in a sentence, when they are also … */
  NOUN_SHARE = 5   /* … more than one word in so many */
};

/* An abbreviation of the field, where it first stood, and whether the draft explains it. */
typedef struct abbreviation {
  const char *letters, *term;
  size_t length; /* of the letters */
  const bv_node *leaf;
  uint32_t start, end;
  bool explained;
} abbreviation;

typedef struct abbreviations {
  abbreviation *items;
  size_t count, capacity;
  bool begin[UCHAR_MAX + 1]; /* with which bytes they begin */
} abbreviations;

/* A sentence as tokens. */
typedef struct stretch {
  size_t first, past;
} stretch;

static void report_sentence(bv_check *check, const bv_passage *passage, size_t sentence, bv_rule rule, const char *advice,
                            const char *message) {
  const bv_stretch *s = &passage->sentences.items[sentence];
  bv_range range = bv_text_source_range(passage->leaf->text, s->start, s->end);
  bv_report(check, rule, range, bv_claim_at(passage->leaf, s->start), "%s", message)->suggestion = advice;
}

static size_t count_words(const bv_tokens *tokens, stretch s) {
  size_t count = 0;
  for (size_t i = s.first; i < s.past; i++)
    count += tokens->items[i].kind != BV_TOKEN_MARK;
  return count;
}

/* "ondersteuning", "verwaarlozing": made of a verb or an adjective. What such words name as a thing is none. */
static bool has_abstract_form(const bv_token *token) {
  enum { SHORTEST = 7 };
  bool abstract = strlen(token->folded) >= SHORTEST && bv_has_ending(token->folded, bv_list_abstract_endings);
  for (const char *const *thing = bv_list_things_in_ing; abstract && *thing; thing++)
    abstract = !strstr(token->folded, *thing);
  return abstract;
}

static bool is_abstract(const bv_token *token) {
  bv_wordform *form = token->form;
  if (token->kind != BV_TOKEN_WORD || token->quoted || (form && form->is_concrete))
    return false;
  bool abstract = has_abstract_form(token);
  if (form)
    form->is_concrete = !abstract;
  return abstract;
}

/* "het uitvoeren van": a verb made a noun. */
static bool is_made_noun(const bv_tokens *tokens, size_t i) {
  if (!bv_token_is(tokens, i, "het") || !bv_token_is(tokens, i + 2, "van"))
    return false;
  const char *verb = tokens->items[i + 1].folded;
  size_t length = strlen(verb);
  return length > 4 && strcmp(verb + length - 2, "en") == 0;
}

static bool piles_nouns(const bv_tokens *tokens, stretch s, size_t words) {
  size_t nouns = 0;
  for (size_t i = s.first; i < s.past; i++)
    nouns += is_abstract(&tokens->items[i]) + is_made_noun(tokens, i);
  return nouns >= MOST_NOUNS && nouns * NOUN_SHARE > words;
}

/* Notes the abbreviations of the field: "OTS" is explained by "(OTS)", "OTS (", "OTS heeft (" or "afgekort OTS". */
static void meet_abbreviations(abbreviations *all, const bv_passage *passage) {
  const bv_tokens *tokens = &passage->tokens;
  for (size_t i = 0; i < tokens->count; i++) {
    const bv_token *token = &tokens->items[i];
    if (token->kind != BV_TOKEN_WORD || token->end - token->start > 6 || !token->capital ||
        !all->begin[(unsigned char)tokens->text[token->start]])
      continue;
    for (size_t a = 0; a < all->count; a++) {
      abbreviation *abbr = &all->items[a];
      if (abbr->length != token->end - token->start ||
          memcmp(tokens->text + token->start, abbr->letters, abbr->length) != 0)
        continue;
      bool explains = bv_token_is(tokens, i + 1, "(") || bv_token_is(tokens, i + 2, "(") ||
                      (i && (bv_token_is(tokens, i - 1, "(") || bv_token_is(tokens, i - 1, "afgekort")));
      abbr->explained |= explains || token->quoted;
      if (!abbr->leaf)
        *abbr = (abbreviation){abbr->letters, abbr->term, abbr->length, passage->leaf, token->start, token->end,
                               abbr->explained};
    }
  }
}

/* The words of the field: read once, kept as long as the process. "used" keeps the arena in the sight of leak checkers. */
static bv_arena *kept __attribute__((used));
static bv_table jargon;

static void load(void) {
  kept = bv_arena_new();
  jargon = bv_table_read(kept, "src/lang/jargon.tsv");
}

/* What the letters stand for: the term, or where that is the letters themselves, its other form; NULL when there is none. */
static const char *long_name(const bv_row *row) {
  const char *other = strchr(row->fields[1], ';');
  if (strcmp(row->fields[0], row->fields[2]) != 0)
    return row->fields[0];
  return other ? other + 1 : NULL;
}

static void *begin(bv_check *check) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  abbreviations *all = bv_alloc(check->document->arena, sizeof *all);
  for (size_t i = 0; i < jargon.count; i++) {
    const char *letters = jargon.items[i].fields[2];
    if (!*letters || !long_name(&jargon.items[i]))
      continue;
    BV_PUSH(check->document->arena, all, (abbreviation){letters, long_name(&jargon.items[i]), strlen(letters), NULL, 0, 0, false});
    all->begin[(unsigned char)*letters] = true;
  }
  return all;
}

static void read_style(bv_check *check, const bv_passage *passage, void *state) {
  const bv_tokens *tokens = &passage->tokens;
  meet_abbreviations(state, passage);
  if (passage->quoted)
    return;
  stretch s = {0, 0};
  for (size_t i = 0; i < passage->sentences.count; i++) {
    for (s.first = s.past; s.first < tokens->count && tokens->items[s.first].start < passage->sentences.items[i].start;)
      s.first++;
    for (s.past = s.first; s.past < tokens->count && tokens->items[s.past].end <= passage->sentences.items[i].end;)
      s.past++;
    size_t words = count_words(tokens, s);
    if (words > MOST_WORDS)
      report_sentence(check, passage, i, BV_RULE_TAAL_LANGE_ZIN, MSG_LONG_SENTENCE_ADVICE,
                      bv_sprintf(passage->scratch, MSG_LONG_SENTENCE, words));
    if (bv_hides_actor(tokens, s.first, s.past))
      report_sentence(check, passage, i, BV_RULE_TAAL_LIJDEND, MSG_PASSIVE_ADVICE, MSG_PASSIVE);
    if (piles_nouns(tokens, s, words))
      report_sentence(check, passage, i, BV_RULE_TAAL_NAAMWOORDSTIJL, MSG_NOUNS_ADVICE, MSG_NOUNS);
  }
}

static void end(bv_check *check, void *state) {
  const abbreviations *all = state;
  for (size_t i = 0; i < all->count; i++) {
    const abbreviation *a = &all->items[i];
    if (!a->leaf || a->explained)
      continue;
    bv_report(check, BV_RULE_TAAL_AFKORTING, bv_text_source_range(a->leaf->text, a->start, a->end),
              bv_claim_at(a->leaf, a->start), MSG_ABBREVIATION, a->letters)
        ->suggestion = bv_sprintf(check->document->arena, MSG_ABBREVIATION_ADVICE, a->term, a->letters);
  }
}

const bv_reader bv_reader_style = {begin, read_style, end};
