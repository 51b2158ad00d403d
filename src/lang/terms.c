#include "lang/terms.h"

#include <stdatomic.h>
#include <string.h>

/* A node of the trie. The nodes of one form stand beside each other in memory, mostly, so that a walk stays in the cache;
 * the children of a node are a chain of siblings. */
typedef struct trie_node {
  bv_term *term;           /* what ends here, or NULL */
  uint32_t child, sibling; /* 0: none; node 0 is the root, which is neither */
  unsigned char byte;      /* that leads here */
} trie_node;

enum { SIEVE = 1 << 14 /* bits */, FIRST_BYTES = 3 };

static const size_t NOT_KEPT = SIZE_MAX;

/* Where the trie goes on behind the first token of a form: most tokens of a text begin no term, and are told so in one
 * look. */
typedef struct first_token {
  const char *token; /* NULL: empty slot */
  uint32_t hash, node;
} first_token;

struct bv_terms {
  bv_arena *arena;
  bv_term_spacing spacing;
  uint32_t first[256]; /* the children of the root */
  struct { trie_node *items; size_t count, capacity; } nodes;
  struct { first_token *items; size_t count, capacity; } firsts; /* the first tokens of exact forms; a power of two */
  uint64_t first_bytes[SIEVE / 64]; /* which bytes forms begin with */
  bool has_short;                   /* some form is shorter than those bytes: it may be the beginning of any token */
  size_t skip_field;                /* rows with this value here are fillers; */
  const char *skip_value;           /* NULL: there are none */
  size_t whole, inside; /* places in bv_wordform.starts, for terms that end with a token and inside one; NOT_KEPT */
};

enum { MOST_FILLERS = 3 }; /* in a row */

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

static void mark(uint64_t *sieve, uint32_t hash) { sieve[hash % SIEVE / 64] |= (uint64_t)1 << hash % 64; }

static bool is_marked(const uint64_t *sieve, uint32_t hash) { return sieve[hash % SIEVE / 64] >> hash % 64 & 1; }

/* A hash of the first bytes of a word, three at most. */
static uint32_t first_bytes_of(const char *word, size_t most) {
  uint32_t hash = 0;
  for (size_t i = 0; i < most && word[i]; i++)
    hash = hash * 31 + (unsigned char)word[i] + 1;
  return hash * 2654435761u >> 16;
}

/* Bytes of the first token of a form: letters and digits with their apostrophes, or one mark. */
static size_t first_token_length(const char *form) {
  size_t length = 0;
  for (unsigned char c; (c = (unsigned char)form[length]); length++)
    if (!(c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\''))
      break;
  return length || !*form ? length : 1;
}

/* Notes with what the form begins, so that other tokens are told apart at a glance. A shorter token may be the first part
 * of a loose form. */
static void add_to_sieve(bv_terms *terms, const char *form) {
  char letters[FIRST_BYTES + 1] = "";
  size_t count = 0;
  for (; *form && count < FIRST_BYTES; form++)
    if (terms->spacing == BV_TERMS_EXACT || (*form != ' ' && *form != '-'))
      letters[count++] = *form;
  for (size_t most = 1; most <= FIRST_BYTES; most++)
    mark(terms->first_bytes, first_bytes_of(letters, most));
  terms->has_short |= !*form && count < FIRST_BYTES;
}

static first_token *first_slot(first_token *slots, size_t capacity, uint32_t hash, const char *token) {
  size_t slot = hash & (capacity - 1);
  while (slots[slot].token && (slots[slot].hash != hash || strcmp(slots[slot].token, token) != 0))
    slot = (slot + 1) & (capacity - 1);
  return &slots[slot];
}

/* Notes the node behind the first token of a form. */
static void add_first(bv_terms *terms, const char *token, uint32_t node) {
  if (2 * terms->firsts.count >= terms->firsts.capacity) {
    size_t capacity = terms->firsts.capacity ? 2 * terms->firsts.capacity : 64;
    first_token *slots = bv_calloc(terms->arena, capacity, sizeof *slots);
    for (size_t i = 0; i < terms->firsts.capacity; i++)
      if (terms->firsts.items[i].token)
        *first_slot(slots, capacity, terms->firsts.items[i].hash, terms->firsts.items[i].token) = terms->firsts.items[i];
    terms->firsts.items = slots;
    terms->firsts.capacity = capacity;
  }
  uint32_t hash = bv_token_hash(token);
  first_token *slot = first_slot(terms->firsts.items, terms->firsts.capacity, hash, token);
  if (slot->token)
    return;
  *slot = (first_token){token, hash, node};
  terms->firsts.count++;
}

/* The node behind the token when some form has it as its first; else 0. */
static uint32_t follow_first(const bv_terms *terms, const bv_token *token) {
  return terms->firsts.count ? first_slot(terms->firsts.items, terms->firsts.capacity, token->hash, token->folded)->node : 0;
}

/* Whether a term may begin with these bytes of the token. */
static bool may_begin(const bv_terms *terms, const bv_token *token, bool whole) {
  return is_marked(terms->first_bytes, first_bytes_of(token->folded, FIRST_BYTES)) || (!whole && terms->has_short);
}

/* Adds one form without notation. */
static void add_form(bv_terms *terms, const bv_row *row, const char *form) {
  uint32_t node = 0;
  form += strspn(form, " ");
  add_to_sieve(terms, form);
  size_t first = first_token_length(form);
  for (const char *begin = form; *form; form++) {
    /* Alternatives leave spaces behind at their ends. */
    bool needless = *form == ' ' && (form[1] == ' ' || form[1] == '\0');
    if (needless || (terms->spacing == BV_TERMS_LOOSE && (*form == ' ' || *form == '-')))
      continue;
    node = add_edge(terms, node, (unsigned char)*form);
    if (terms->spacing == BV_TERMS_EXACT && form + 1 == begin + first)
      add_first(terms, bv_strndup(terms->arena, begin, first), node);
  }
  if (!node)
    return;
  bv_term **here = &terms->nodes.items[node].term;
  for (; *here; here = &(*here)->next)
    if ((*here)->row == row)
      return;
  *here = bv_alloc(terms->arena, sizeof **here);
  (*here)->row = row;
}

/* The bracket that closes the one at `open`, or NULL. */
static const char *closing(const char *open) {
  int depth = 0;
  for (const char *c = open; *c; c++) {
    depth += *c == '(' || *c == '[';
    depth -= *c == ')' || *c == ']';
    if (!depth)
      return c;
  }
  return NULL;
}

/* The end of the alternative that begins at `from`: a '|' outside inner brackets, or `end`. */
static const char *alternative_end(const char *from, const char *end) {
  int depth = 0;
  for (; from < end; from++) {
    depth += *from == '(' || *from == '[';
    depth -= *from == ')' || *from == ']';
    if (!depth && *from == '|')
      return from;
  }
  return end;
}

/* What stands before a bracket, one of its alternatives, and what stands behind it. */
static char *join(bv_arena *arena, const char *head, size_t head_length, const char *middle, size_t middle_length,
                  const char *tail) {
  size_t tail_length = strlen(tail);
  char *joined = bv_alloc(arena, head_length + middle_length + tail_length + 1);
  memcpy(joined, head, head_length);
  memcpy(joined + head_length, middle, middle_length);
  memcpy(joined + head_length + middle_length, tail, tail_length);
  return joined;
}

/* Adds every form that the notation stands for, from its first bracket on: each alternative makes a shorter notation. */
static void add_forms(bv_terms *terms, const bv_row *row, const char *notation) {
  const char *open = notation + strcspn(notation, "([");
  const char *close = *open ? closing(open) : NULL;
  if (!close) {
    add_form(terms, row, notation);
    return;
  }
  size_t head = (size_t)(open - notation);
  if (*open == '(')
    add_forms(terms, row, join(terms->arena, notation, head, "", 0, close + 1));
  for (const char *from = open + 1, *end; from <= close; from = end + 1) {
    end = alternative_end(from, close);
    add_forms(terms, row, join(terms->arena, notation, head, from, (size_t)(end - from), close + 1));
  }
}

bv_terms *bv_terms_new(bv_arena *arena, const bv_table *table, size_t forms_field, bv_term_spacing spacing) {
  bv_terms *terms = bv_alloc(arena, sizeof *terms);
  *terms = (bv_terms){.arena = arena, .spacing = spacing, .whole = NOT_KEPT, .inside = NOT_KEPT};
  BV_PUSH(arena, &terms->nodes, (trie_node){0});
  for (size_t i = 0; i < table->count; i++) {
    char *rest = NULL, *forms = bv_strdup(arena, table->items[i].fields[forms_field]);
    for (char *form = strtok_r(forms, ";", &rest); form; form = strtok_r(NULL, ";", &rest))
      add_forms(terms, &table->items[i], form);
  }
  return terms;
}

void bv_terms_skip(bv_terms *terms, size_t field, const char *value) {
  terms->skip_field = field;
  terms->skip_value = value;
}

enum { UNKNOWN, NOWHERE, FROM }; /* in bv_wordform.starts: not looked up; leads to no term; FROM and up: a node */

void bv_terms_remember(bv_terms *terms, bool inside) {
  static atomic_size_t taken;
  terms->whole = atomic_fetch_add(&taken, 1);
  terms->inside = inside ? atomic_fetch_add(&taken, 1) : NOT_KEPT;
}

/* Where the form of the token keeps how the terms go on; NULL when it does not. */
static uint32_t *kept_start(const bv_token *token, size_t place) {
  return token->form && place < BV_MOST_TERM_LISTS ? &token->form->starts[place] : NULL;
}

static bool is_filler(const bv_terms *terms, const char *word) {
  if (terms->skip_value)
    for (const bv_term *term = bv_terms_word(terms, word); term; term = term->next)
      if (strcmp(term->row->fields[terms->skip_field], terms->skip_value) == 0)
        return true;
  return false;
}

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
  if (terms->spacing == BV_TERMS_EXACT)
    return follow_first(terms, &tokens->items[at]);
  return may_begin(terms, &tokens->items[at], true) ? follow_token(terms, 0, tokens, at, &none) : 0;
}

static uint32_t recalled_node(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  uint32_t *start = kept_start(&tokens->items[at], terms->whole);
  if (!start)
    return first_node(terms, tokens, at);
  if (*start == UNKNOWN) {
    uint32_t node = first_node(terms, tokens, at);
    *start = node ? FROM + node : NOWHERE;
  }
  return *start == NOWHERE ? 0 : *start - FROM;
}

/* Whether a walk that looks inside tokens can find anything from the token at `at`. */
static bool leads_inside(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  uint32_t *start = kept_start(&tokens->items[at], terms->inside);
  if (start && *start != UNKNOWN)
    return *start != NOWHERE;
  search trial = {.inside = true};
  bool leads = may_begin(terms, &tokens->items[at], false) &&
               (follow_token(terms, 0, tokens, at, &trial) || trial.match.term);
  if (start)
    *start = leads ? FROM : NOWHERE;
  return leads;
}

/* Walks from the token at `at`. */
static void walk(const bv_terms *terms, const bv_tokens *tokens, size_t at, search *s) {
  uint32_t node = 0;
  unsigned skipped = 0;
  for (size_t i = at; i < tokens->count; i++) {
    const bv_token *token = &tokens->items[i];
    bool loose = terms->spacing == BV_TERMS_LOOSE && i > at;
    if (loose && token->folded[0] == '-' && !token->spaced && tokens->items[i - 1].kind != BV_TOKEN_MARK)
      continue;
    uint32_t next = node;
    if (!loose && i > at && token->spaced)
      next = follow(terms, node, ' ');
    if (i == at && !s->inside)
      next = recalled_node(terms, tokens, i);
    else if (next || i == at)
      next = follow_token(terms, next, tokens, i, s);
    if (!next) {
      if (i == at || skipped++ == MOST_FILLERS || !is_filler(terms, token->folded))
        return;
      continue;
    }
    skipped = 0;
    node = next;
    if (!s->inside && terms->nodes.items[node].term)
      found(s, terms->nodes.items[node].term, i + 1, strlen(token->folded));
  }
}

bool bv_terms_begin(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  return recalled_node(terms, tokens, at) != 0;
}

bv_term_match bv_terms_find(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  search s = {.inside = false};
  const uint32_t *start = kept_start(&tokens->items[at], terms->whole);
  if (!start || *start != NOWHERE) /* most words begin no term */
    walk(terms, tokens, at, &s);
  return s.match;
}

bv_term_match bv_terms_find_prefix(const bv_terms *terms, const bv_tokens *tokens, size_t at) {
  search s = {.inside = true};
  if (leads_inside(terms, tokens, at))
    walk(terms, tokens, at, &s);
  return s.match;
}

void bv_terms_each(const bv_terms *terms, const bv_tokens *tokens, size_t at, bool inside, bv_take_term *take,
                   void *context) {
  search s = {.inside = inside, .take = take, .context = context};
  if (!inside || leads_inside(terms, tokens, at))
    walk(terms, tokens, at, &s);
}

const bv_term *bv_terms_word(const bv_terms *terms, const char *word) {
  uint32_t node = 0;
  for (; *word && (node = follow(terms, node, (unsigned char)*word)); word++) {
  }
  return *word || !node ? NULL : terms->nodes.items[node].term;
}
