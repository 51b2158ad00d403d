#include "lang/diagnoses.h"

#include <string.h>
#include <threads.h>

#include "lang/context.h"
#include "lang/lists.h"
#include "lang/terms.h"

/* How far from a diagnosis its context is looked for, in words. */
enum { NEAR = 8 };

static bv_terms *names; /* diagnoses.tsv: read once, kept as long as the process */

static void load(void) {
  static bv_table table;
  bv_arena *arena = bv_arena_new();
  table = bv_table_read(arena, "src/lang/diagnoses.tsv");
  names = bv_terms_new(arena, &table, 1, BV_TERMS_LOOSE);
  bv_terms_remember(names, true);
}

/* One mention: its tokens, and the kind of word that names it. */
typedef struct mention {
  size_t first, past;
  const bv_row *row;
  uint32_t end; /* bytes of the text */
} mention;

typedef struct mentions {
  mention *items;
  size_t count, capacity;
} mentions;

typedef struct reading {
  bv_arena *arena;
  const bv_tokens *tokens;
  unsigned *bits; /* the classes of each token, as in context.h */
  mentions mentions;
} reading;

static bool has_kind(const bv_row *row, char kind) { return strchr(row->fields[2], kind) != NULL; }

/* Whether the letters of the match are capitals, and not because everything around them is. */
static bool in_capitals(const bv_tokens *tokens, size_t first, size_t past, uint32_t end) {
  for (uint32_t at = tokens->items[first].start; at < end; at++)
    if (tokens->text[at] >= 'a' && tokens->text[at] <= 'z')
      return false;
  bool before = first > 0 && tokens->items[first - 1].upper, after = past < tokens->count && tokens->items[past].upper;
  return !(before && after);
}

/* A compound written as one word is a diagnosis only with one of the tails of the table: "depressieklachten". */
static bool has_tail(const char *rest) {
  for (int joint = 0; joint < 2; joint++) {
    if (joint && *rest++ != 's')
      return false;
    if (bv_context_word(rest) & BV_TAIL)
      return true;
  }
  return false;
}

/* "ADHD-team", "ADHD-poli": the name of a place or a subject. */
static bool names_institution(const bv_tokens *tokens, size_t past) {
  return bv_token_is(tokens, past, "-") && !tokens->items[past].spaced && past + 1 < tokens->count &&
         !tokens->items[past + 1].spaced &&
         bv_context_word(tokens->items[past + 1].folded) & BV_INSTITUTION;
}

/* The mention that begins at the token, or one with row NULL. */
static mention mention_at(const bv_tokens *tokens, size_t at) {
  bv_term_match match = bv_terms_find(names, tokens, at);
  if (!match.term) {
    match = bv_terms_find_prefix(names, tokens, at);
    if (!match.term || has_kind(match.term->row, 'H') || has_kind(match.term->row, 'S') ||
        !has_tail(tokens->items[match.past - 1].folded + match.bytes))
      return (mention){0};
  }
  uint32_t end = tokens->items[match.past - 1].end;
  for (const bv_term *term = match.term; term; term = term->next)
    if (!has_kind(term->row, 'H') || in_capitals(tokens, at, match.past, end))
      return (mention){at, match.past, term->row, end};
  return (mention){0};
}

static void find_mentions(reading *r) {
  for (size_t i = 0; i < r->tokens->count; i++) {
    if (r->tokens->items[i].kind != BV_TOKEN_WORD)
      continue;
    mention found = mention_at(r->tokens, i);
    if (!found.row || names_institution(r->tokens, found.past))
      continue;
    BV_PUSH(r->arena, &r->mentions, found);
    i = found.past - 1;
  }
}

static unsigned bits_before(const reading *r, size_t first, size_t most) {
  return bv_context_before(r->tokens, r->bits, first, most);
}

static unsigned bits_after(const reading *r, size_t past, size_t most) {
  return bv_context_after(r->tokens, r->bits, past, most);
}

/* A word that denies, with nothing but words between that carry it on: "geen enkele aanwijzing voor". */
static bool is_denied_before(const reading *r, size_t first) {
  for (size_t i = first, most = NEAR; i-- > 0 && most-- > 0;) {
    if (r->bits[i] & BV_DENIES)
      return true;
    if (!(r->bits[i] & BV_BETWEEN))
      return false;
  }
  return false;
}

/* "sluit autisme uit"; `doubted` gets whether it is "sluit autisme niet uit". */
static bool is_excluded(const reading *r, size_t first, size_t past, bool *doubted) {
  bool begun = false;
  for (size_t i = first, most = NEAR; i-- > 0 && most-- > 0 && !bv_ends_clause(r->tokens, r->bits, i);)
    begun |= bv_token_in(r->tokens, i, bv_list_excluding);
  *doubted = false;
  for (size_t i = past, most = NEAR; begun && i < r->tokens->count && most-- > 0; i++) {
    if (bv_ends_clause(r->tokens, r->bits, i))
      return false;
    if (bv_token_is(r->tokens, i, "uit"))
      return true;
    *doubted |= (r->bits[i] & BV_DENIES) != 0;
  }
  return false;
}

static bool is_asked(const reading *r, size_t past) {
  size_t most = 3 * NEAR;
  while (past < r->tokens->count && most-- > 0 && !bv_ends_sentence(r->tokens, past))
    past++;
  return bv_token_is(r->tokens, past, "?");
}

/* "een cursus over ADHD", "kinderen met ADHD": about the subject, not about somebody. */
static bool is_general(const reading *r, size_t first) {
  size_t i = first;
  while (i > 0 && (r->bits[i - 1] & BV_ARTICLE))
    i--;
  if (i == 0 || !(r->bits[--i] & BV_PREPOSITION) || i == 0)
    return false;
  unsigned bits = r->bits[--i];
  if (bits & BV_GENERAL)
    return true;
  if (!(bits & BV_PEOPLE))
    return false;
  return i == 0 || !(r->bits[i - 1] & BV_DEFINITE || r->tokens->items[i - 1].kind == BV_TOKEN_NUMBER);
}

/* Somebody in the clause: a word for a person, or a name (a capital that does not open the sentence). */
static bool is_about_somebody(const reading *r, size_t first, size_t past) {
  if ((bits_before(r, first, 2 * NEAR) | bits_after(r, past, NEAR)) & BV_PERSON)
    return true;
  for (size_t i = first, most = 4 * NEAR; i-- > 0 && most-- > 0 && !bv_ends_clause(r->tokens, r->bits, i);)
    if (r->tokens->items[i].capital && !(r->bits[i] & (BV_ARTICLE | BV_DEFINITE | BV_PREPOSITION)) &&
        !(i == 0 || bv_ends_sentence(r->tokens, i - 1)))
      return true;
  return false;
}

/* "verslaafd aan zijn telefoon" is a manner of speaking. */
static bool is_manner_of_speaking(const reading *r, size_t past) {
  if (!bv_token_is(r->tokens, past, "aan"))
    return false;
  return !(bits_after(r, past + 1, 4) & BV_SUBSTANCE);
}

/* Whether an everyday word is used of somebody: "is depressief", "dat hij een fobie heeft", "de depressieve moeder". */
static bool is_predicate(const reading *r, const mention *m) {
  if (is_manner_of_speaking(r, m->past))
    return false;
  if (m->past < r->tokens->count && r->bits[m->past] & BV_PERSON)
    return m->first == 0 || !bv_token_is(r->tokens, m->first - 1, "een") ||
           (bits_before(r, m->first, NEAR) & BV_COPULA);
  unsigned near = bits_before(r, m->first, 6) | bits_after(r, m->past, 3);
  return near & (BV_COPULA | BV_HAS) && is_about_somebody(r, m->first, m->past);
}

static bool is_certain(const reading *r, const mention *m, bool strong) {
  if (is_general(r, m->first))
    return false;
  if (has_kind(m->row, 'Z') || strong)
    return true;
  return has_kind(m->row, 'P') && is_predicate(r, m);
}

/* Whether two mentions stand in one enumeration: "ADHD, autisme en PTSS". */
static bool are_coordinated(const reading *r, const mention *a, const mention *b) {
  for (size_t i = a->past; i < b->first; i++)
    if (!(r->bits[i] & BV_COORDINATES) && !bv_token_is(r->tokens, i, ",") && !bv_token_is(r->tokens, i, "/"))
      return false;
  return true;
}

/* What is said of the mentions from `from` up to `to`, one enumeration; one sure name in it makes the others sure. */
static bv_diagnosis_hit judge(const reading *r, size_t from, size_t to) {
  size_t first = r->mentions.items[from].first, past = r->mentions.items[to - 1].past;
  unsigned before = bits_before(r, first, NEAR), after = bits_after(r, past, NEAR);
  bv_diagnosis_hit said = {0};
  said.suspected = (before | after) & BV_SUSPECTS || is_asked(r, past);
  said.negated = is_denied_before(r, first) || (after & BV_DENIES_AFTER && !(after & BV_SUSPECTS));
  bool doubted;
  if (is_excluded(r, first, past, &doubted)) {
    said.negated = !doubted;
    said.suspected = doubted;
  }
  said.past = (before | after) & BV_PAST;
  said.family = (before | after) & BV_RELATIVES;
  said.certain = (before | after) & BV_STRONG || (before & BV_STATES && after & BV_FIRMLY);
  for (size_t i = from; to - from > 1 && i < to; i++)
    said.certain |= has_kind(r->mentions.items[i].row, 'Z');
  return said;
}

static void add_hit(const reading *r, bv_diagnosis_hits_list *hits, const mention *m, bv_diagnosis_hit said) {
  const bv_token *token = &r->tokens->items[m->first];
  said.start = token->start;
  said.end = m->end;
  said.canonical = m->row->fields[0];
  said.quoted = token->quoted;
  said.certain = is_certain(r, m, said.certain);
  BV_PUSH(r->arena, hits, said);
}

bv_diagnosis_hits_list bv_diagnosis_hits_in(bv_arena *arena, const bv_tokens *tokens, const bv_word_set *people) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  reading r = {.arena = arena, .tokens = tokens};
  bv_diagnosis_hits_list hits = {0};
  find_mentions(&r);
  if (!r.mentions.count)
    return hits;
  r.bits = bv_context_of(arena, tokens, people);
  for (size_t from = 0, to; from < r.mentions.count; from = to) {
    for (to = from + 1; to < r.mentions.count; to++)
      if (!are_coordinated(&r, &r.mentions.items[to - 1], &r.mentions.items[to]))
        break;
    bv_diagnosis_hit said = judge(&r, from, to);
    for (size_t i = from; i < to; i++)
      add_hit(&r, &hits, &r.mentions.items[i], said);
  }
  return hits;
}

bv_diagnosis_hits_list bv_diagnosis_hits(bv_arena *arena, const char *text, size_t length) {
  bv_tokens tokens = bv_tokenize(arena, text, length);
  return bv_diagnosis_hits_in(arena, &tokens, NULL);
}
