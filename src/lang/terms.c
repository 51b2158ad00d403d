#include "lang/terms.h"

#include <stdatomic.h>
#include <string.h>

#include "base/sieve.h"
#include "lang/notation.h"

/* A node of the trie. The nodes of one form stand beside each other in memory, mostly, so that a walk stays in the cache;
 * the children of a node are a chain of siblings. */
typedef struct trie_node {
  bv_term *term;           /* what ends here, or NULL */
  uint64_t nexts;          /* of exact forms: bit H % 64 where a token with hash H can follow */
  uint32_t child, sibling; /* 0: none; node 0 is the root, which is neither */
  unsigned char byte;      /* that leads here */
  bool is_filler;          /* a word that may stand between those of any other term ends here */
} trie_node;

enum { FIRST_BYTES = 3 };

enum { NOT_KEPT = 63 }; /* a bit of leads_nowhere that is never set */
#define INNER (UINT32_C(1) << 31) /* beside a node: terms end inside the token before it */
_Static_assert((int)BV_MOST_TERM_LISTS <= (int)NOT_KEPT, "each list has its bit");

/* Where the trie goes on behind a token: texts are followed a token at a time where the forms allow it. */
typedef struct step {
  const char *token;
  uint32_t hash;     /* of the token, where it begins and the space before it */
  uint32_t from, to; /* nodes */
  bool spaced;       /* with a space before it; false for the first token of a form */
} step;

typedef struct slot {
  uint32_t hash, step; /* 1 + its index; 0: empty */
} slot;

/* Most questions are about steps that are not there: the slots, which tell so, are small. */
typedef struct step_table {
  step *items;
  size_t count, capacity;
  slot *slots; /* a hash table, at most half full */
  size_t slot_count; /* a power of two, or 0 */
} step_table;

struct bv_terms {
  bv_term_places places;
  bv_arena *arena;
  bv_term_spacing spacing;
  uint32_t first[256]; /* the children of the root */
  struct { trie_node *items; size_t count, capacity; } nodes;
  step_table steps; /* of exact forms */
  bool by_letters; /* loose forms, and those that a text may cut into other tokens */
  bv_sieve first_bytes; /* which bytes forms begin with */
  bv_sieve later_tokens; /* which tokens stand behind another in an exact form, by their hash */
  bool has_short;                   /* some form is shorter than those bytes: it may be the beginning of any token */
  bool has_fillers;
};

enum { MOST_FILLERS = 3 }; /* in a row */
enum { LONGEST_TOKEN = 79 }; /* bytes of a token of a form: a longer one is cut, and never found */

/* The node behind the byte, or 0. */
static uint32_t follow(const bv_terms *terms, uint32_t node, unsigned char byte) {
  if (!node)
    return terms->first[byte];
  for (node = terms->nodes.items[node].child; node && terms->nodes.items[node].byte != byte;)
    node = terms->nodes.items[node].sibling;
  return node;
}

static uint32_t add_edge(bv_terms *terms, uint32_t node, unsigned char byte) {
  uint32_t to = follow(terms, node, byte);
  if (to)
    return to;
  to = (uint32_t)terms->nodes.count;
  BV_PUSH(terms->arena, &terms->nodes, (trie_node){.sibling = node ? terms->nodes.items[node].child : 0, .byte = byte});
  if (node)
    terms->nodes.items[node].child = to;
  else
    terms->first[byte] = to;
  return to;
}

/* A hash of the first bytes of a word, three at most. */
static uint32_t first_bytes_of(const char *word, size_t most) {
  uint32_t hash = 0;
  for (size_t i = 0; i < most && word[i]; i++)
    hash = hash * 31 + (unsigned char)word[i] + 1;
  return hash * 2654435761u >> 16;
}

/* Bytes of the token that a form goes on with: letters and digits with their apostrophes, or one mark. */
static size_t token_length(const char *form) {
  size_t length = 0;
  for (unsigned char c; (c = (unsigned char)form[length]); length++)
    if (!(c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\''))
      break;
  return length || !*form ? length : 1;
}

/* Whether a small letter of Latin-1 with an accent stands there: ß to ÿ, but for the sign of division. */
static bool is_accented(const char *bytes) {
  unsigned char first = (unsigned char)bytes[0], second = (unsigned char)bytes[1];
  return first == 0xC3 && second >= 0x9F && second <= 0xBF && second != 0xB7;
}

/* Whether every text cuts those bytes of a form into the same one token: ASCII and accented letters, with apostrophes
 * before letters only. */
static bool is_always_one(const char *token, size_t length) {
  for (size_t i = 0; i < length; i++) {
    bool accented = i + 1 < length && is_accented(token + i);
    if ((!accented && (unsigned char)token[i] >= 0x80) ||
        (token[i] == '\'' && (i == 0 || token[i + 1] < 'a' || token[i + 1] > 'z')))
      return false;
    i += accented;
  }
  return true;
}

/* Notes with what the form begins, so that other tokens are told apart at a glance. A shorter token may be the first part
 * of a loose form. */
static void add_to_sieve(bv_terms *terms, const char *form) {
  char letters[FIRST_BYTES + 1] = "";
  size_t count = 0;
  for (; *form && count < FIRST_BYTES; form++)
    if (terms->spacing != BV_TERMS_LOOSE || (*form != ' ' && *form != '-'))
      letters[count++] = *form;
  for (size_t most = 1; most <= FIRST_BYTES; most++)
    bv_sieve_add(&terms->first_bytes, first_bytes_of(letters, most));
  terms->has_short |= !*form && count < FIRST_BYTES;
}

static uint32_t step_hash(uint32_t from, bool spaced, uint32_t token_hash) {
  return token_hash ^ (2 * from + spaced) * 2654435761u;
}

static bool is_step(const step *s, const step *wanted) {
  return s->from == wanted->from && s->spaced == wanted->spaced && strcmp(s->token, wanted->token) == 0;
}

/* The slot of a step, or the empty one where it belongs. */
static slot *slot_of(const step_table *table, const step *wanted) {
  size_t at = wanted->hash & (table->slot_count - 1);
  while (table->slots[at].step &&
         (table->slots[at].hash != wanted->hash || !is_step(&table->items[table->slots[at].step - 1], wanted)))
    at = (at + 1) & (table->slot_count - 1);
  return &table->slots[at];
}

/* The step with that token from that node, or NULL. */
static const step *find_step(const step_table *table, const step *wanted) {
  const slot *place = table->slot_count ? slot_of(table, wanted) : NULL;
  return place && place->step ? &table->items[place->step - 1] : NULL;
}

/* Adds a step that is not there. */
static void add_step(bv_terms *terms, step added) {
  step_table *table = &terms->steps;
  BV_PUSH(terms->arena, table, added);
  bool full = 2 * table->count > table->slot_count;
  if (full) {
    table->slot_count = table->slot_count ? 2 * table->slot_count : 64;
    table->slots = bv_calloc(terms->arena, table->slot_count, sizeof *table->slots);
  }
  for (size_t i = full ? 0 : table->count - 1; i < table->count; i++)
    *slot_of(table, &table->items[i]) = (slot){table->items[i].hash, (uint32_t)i + 1};
}

/* The node behind the token that stands behind a node; 0 when no form goes on with it. */
static uint32_t follow_step(const bv_terms *terms, uint32_t from, bool spaced, const bv_token *token) {
  if ((from && !bv_sieve_has(&terms->later_tokens, token->hash)) ||
      !(terms->nodes.items[from].nexts >> token->hash % 64 & 1))
    return 0;
  const step *found = find_step(&terms->steps, &(step){token->folded, step_hash(from, spaced, token->hash), from, 0, spaced});
  return found ? found->to : 0;
}

/* Whether a term may begin with these bytes of the token. */
static bool may_begin(const bv_terms *terms, const bv_token *token, bool whole) {
  return bv_sieve_has(&terms->first_bytes, first_bytes_of(token->folded, FIRST_BYTES)) || (!whole && terms->has_short);
}

/* Adds the letters from `from` to `end`; gives the node behind them. */
static uint32_t add_letters(bv_terms *terms, uint32_t node, const char *from, const char *end) {
  for (; from < end; from++)
    node = add_edge(terms, node, (unsigned char)*from);
  return node;
}

/* Adds a node that no letters lead to. */
static uint32_t add_node(bv_terms *terms) {
  BV_PUSH(terms->arena, &terms->nodes, (trie_node){0});
  return (uint32_t)terms->nodes.count - 1;
}

/* Adds an exact form a token at a time; gives the node behind it, 0 when it is empty. */
static uint32_t add_tokens(bv_terms *terms, const char *form) {
  uint32_t node = 0;
  for (bool spaced = false; *form; spaced = false) {
    for (; *form == ' '; form++)
      spaced = node != 0;
    if (!*form)
      break;
    size_t length = token_length(form);
    if (node && terms->spacing == BV_TERMS_EXACT && !is_always_one(form, length))
      terms->by_letters = true;
    char token[LONGEST_TOKEN + 1]; /* most are known already: only what is new is kept */
    length = length < LONGEST_TOKEN ? length : LONGEST_TOKEN;
    memcpy(token, form, length);
    token[length] = '\0';
    uint32_t hash = bv_token_hash(token);
    step added = {token, step_hash(node, spaced, hash), node, 0, spaced};
    const step *known = find_step(&terms->steps, &added);
    if (!known) {
      added.token = bv_strdup(terms->arena, token);
      if (node)
        bv_sieve_add(&terms->later_tokens, hash);
      terms->nodes.items[node].nexts |= UINT64_C(1) << hash % 64;
      added.to = terms->spacing == BV_TERMS_WHOLE
                     ? add_node(terms)
                     : add_letters(terms, spaced ? add_edge(terms, node, ' ') : node, form, form + length);
      add_step(terms, added);
      known = &added;
    }
    node = known->to;
    form += length;
  }
  return node;
}

/* Adds a form whose spaces and hyphens count for nothing. */
static uint32_t add_loose(bv_terms *terms, const char *form) {
  uint32_t node = 0;
  for (; *form; form++)
    if (*form != ' ' && *form != '-')
      node = add_edge(terms, node, (unsigned char)*form);
  return node;
}

/* Adds one form without notation. Alternatives leave needless spaces behind. */
static void add_form(bv_terms *terms, const bv_row *row, const char *form) {
  form += strspn(form, " ");
  add_to_sieve(terms, form);
  uint32_t node = terms->spacing == BV_TERMS_LOOSE ? add_loose(terms, form) : add_tokens(terms, form);
  if (!node)
    return;
  bv_term **here = &terms->nodes.items[node].term;
  for (; *here; here = &(*here)->next)
    if ((*here)->row == row)
      return;
  *here = bv_alloc(terms->arena, sizeof **here);
  (*here)->row = row;
}

/* What a form that the notation gives is added to. */
typedef struct addition {
  bv_terms *terms;
  const bv_row *row;
} addition;

static void add(void *context, const char *form) {
  const addition *to = context;
  add_form(to->terms, to->row, form);
}

bv_terms *bv_terms_new(bv_arena *arena, const bv_table *table, size_t forms_field, bv_term_spacing spacing) {
  bv_terms *terms = bv_alloc(arena, sizeof *terms);
  *terms = (bv_terms){
      .places = {NOT_KEPT, NOT_KEPT}, .arena = arena, .spacing = spacing, .by_letters = spacing == BV_TERMS_LOOSE};
  BV_PUSH(arena, &terms->nodes, (trie_node){0});
  for (size_t i = 0; i < table->count; i++) {
    bv_arena *scratch = bv_arena_new();
    char *rest = NULL, *forms = bv_strdup(scratch, table->items[i].fields[forms_field]);
    for (char *form = strtok_r(forms, ";", &rest); form; form = strtok_r(NULL, ";", &rest))
      bv_notation_expand(scratch, form, add, &(addition){terms, &table->items[i]});
    bv_arena_free(scratch);
  }
  return terms;
}

void bv_terms_skip(bv_terms *terms, size_t field, const char *value) {
  for (size_t i = 0; i < terms->nodes.count; i++)
    for (const bv_term *term = terms->nodes.items[i].term; term; term = term->next)
      terms->nodes.items[i].is_filler |= strcmp(term->row->fields[field], value) == 0;
  terms->has_fillers = true;
}

/* The next place, or none when all are taken. */
static unsigned take_place(void) {
  static atomic_uint taken;
  unsigned place = atomic_fetch_add(&taken, 1);
  return place < BV_MOST_TERM_LISTS ? place : NOT_KEPT;
}

void bv_terms_remember(bv_terms *terms, bool inside) {
  terms->places.whole = take_place();
  terms->places.inside = inside ? take_place() : NOT_KEPT;
}

/* Whether the form of the token keeps how the terms go on behind it. */
static bool is_kept(const bv_token *token, unsigned place) { return token->form && place != NOT_KEPT; }

/* What a walk looks for, and what it found. */
typedef struct search {
  bool inside;         /* terms that end inside a token; else those that end with one */
  bv_term_match match; /* the longest */
  bv_take_term *take;  /* gets each; or NULL */
  void *context;
} search;

static void found(search *s, const bv_term *term, size_t past, size_t bytes) {
  s->match = (bv_term_match){term, past, (uint32_t)bytes};
  if (s->take)
    s->take(s->context, term);
}

/* Follows the letters of a token from a node; 0 when they lead nowhere. */
static uint32_t follow_token(const bv_terms *terms, uint32_t node, const bv_tokens *tokens, size_t i, search *s) {
  const char *folded = tokens->items[i].folded;
  for (const char *c = folded; *c && (node = follow(terms, node, (unsigned char)*c)); c++)
    if (s->inside && c[1] && terms->nodes.items[node].term)
      found(s, terms->nodes.items[node].term, i + 1, (size_t)(c + 1 - folded));
  return node;
}

/* The node behind the first token of a term that ends with a token; 0 when there is no such term. */
static uint32_t first_node(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  search none = {.inside = false};
  if (!terms->by_letters)
    return follow_step(terms, 0, false, &tokens->items[at]);
  return may_begin(terms, &tokens->items[at], true) ? follow_token(terms, 0, tokens, at, &none) : 0;
}

/* Keeps with the form of the token how the terms go on behind it. */
static void keep(const bv_token *token, unsigned place, uint32_t start) {
  if (start)
    token->form->starts[place] = start;
  else
    token->form->leads_nowhere |= (uint64_t)1 << place;
}

static uint32_t recalled_node(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  const bv_token *token = &tokens->items[at];
  unsigned place = terms->places.whole;
  if (!is_kept(token, place))
    return first_node(terms, tokens, at);
  if (bv_leads_nowhere(token, place))
    return 0;
  if (!token->form->starts[place])
    keep(token, place, first_node(terms, tokens, at));
  return token->form->starts[place];
}

/* The same for a walk that looks inside tokens; hands over the terms that end inside this one. */
static uint32_t first_inside(const bv_terms *terms, const bv_tokens *tokens, size_t at, search *s) {
  const bv_token *token = &tokens->items[at];
  unsigned place = terms->places.inside;
  if (!is_kept(token, place))
    return may_begin(terms, token, false) ? follow_token(terms, 0, tokens, at, s) : 0;
  if (bv_leads_nowhere(token, place))
    return 0;
  uint32_t start = token->form->starts[place];
  if (!start) {
    search trial = {.inside = true};
    start = may_begin(terms, token, false) ? follow_token(terms, 0, tokens, at, &trial) : 0;
    start |= trial.match.term ? INNER : 0;
    keep(token, place, start);
  }
  return start & INNER ? follow_token(terms, 0, tokens, at, s) : start;
}

/* Whether the token is a word that may stand between those of a term. */
static bool is_filler(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  return terms->has_fillers && terms->nodes.items[recalled_node(terms, tokens, at)].is_filler;
}

/* The node behind the token at `at`, which is not the first of the term; 0 when no term goes on with it. */
static uint32_t follow_next(const bv_terms *terms, uint32_t node, const bv_tokens *tokens, size_t at, search *s) {
  const bv_token *token = &tokens->items[at];
  if (!terms->by_letters && !s->inside)
    return follow_step(terms, node, token->spaced, token);
  if (terms->spacing == BV_TERMS_EXACT && token->spaced)
    node = follow(terms, node, ' ');
  return node ? follow_token(terms, node, tokens, at, s) : 0;
}

/* "een narcist en": no loose form of "narcisten". */
static bool is_loose_plural(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  return terms->spacing == BV_TERMS_LOOSE && tokens->items[at].spaced && bv_token_is(tokens, at, "en");
}

/* Notes what ends at a node, with the token at `at`. */
static void arrive(const bv_terms *terms, uint32_t node, const bv_tokens *tokens, size_t at, search *s) {
  if (!s->inside && terms->nodes.items[node].term && !is_loose_plural(terms, tokens, at))
    found(s, terms->nodes.items[node].term, at + 1, strlen(tokens->items[at].folded));
}

/* A hyphen within a word, which counts for nothing in loose forms. */
static bool is_joint(const bv_tokens *tokens, size_t at) {
  return tokens->items[at].folded[0] == '-' && !tokens->items[at].spaced && tokens->items[at - 1].kind != BV_TOKEN_MARK;
}

static bool goes_on(const bv_terms *terms, uint32_t node) {
  return terms->nodes.items[node].child || terms->nodes.items[node].nexts;
}

/* Walks on from the token at `at`, with which the terms reach a node. */
static void walk(const bv_terms *terms, uint32_t node, const bv_tokens *tokens, size_t at, search *s) {
  if (node)
    arrive(terms, node, tokens, at, s);
  unsigned skipped = 0;
  for (size_t i = at + 1; i < tokens->count && node && goes_on(terms, node); i++) {
    if (terms->spacing == BV_TERMS_LOOSE && is_joint(tokens, i))
      continue;
    uint32_t next = follow_next(terms, node, tokens, i, s);
    if (next) {
      skipped = 0;
      node = next;
      arrive(terms, node, tokens, i, s);
    } else if (skipped++ == MOST_FILLERS || !is_filler(terms, tokens, i)) {
      return;
    }
  }
}

bool bv_terms_begin(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  return recalled_node(terms, tokens, at) != 0;
}

bv_term_match bv_terms_walk(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  search s = {.inside = false};
  walk(terms, recalled_node(terms, tokens, at), tokens, at, &s);
  return s.match;
}

bv_term_match bv_terms_walk_inside(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  search s = {.inside = true};
  walk(terms, first_inside(terms, tokens, at, &s), tokens, at, &s);
  return s.match;
}

void bv_terms_walk_each(const bv_terms *terms, const bv_tokens *tokens, size_t at, bool inside, bv_take_term *take,
                        void *context) {
  search s = {.inside = inside, .take = take, .context = context};
  walk(terms, inside ? first_inside(terms, tokens, at, &s) : recalled_node(terms, tokens, at), tokens, at, &s);
}

const bv_term *bv_terms_word(const bv_terms *terms, const char *word) {
  uint32_t node = 0;
  for (; *word && (node = follow(terms, node, (unsigned char)*word)); word++) {
  }
  return *word || !node ? NULL : terms->nodes.items[node].term;
}
