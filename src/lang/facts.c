#include "lang/facts.h"

#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "lang/dates.h"
#include "lang/lists.h"
#include "lang/names.h"
#include "lang/namesakes.h"
#include "lang/sentences.h"

enum { FORMS, CLASS, KEY, EXTRA, GROUP, GENDER };

static const struct {
  const char *name;
  bv_fact_kind kind;
} classes[] = {{"persoon", BV_FACT_PERSON}, {"weekdag", BV_FACT_WEEKDAY}, {"ontkenning", BV_FACT_NEGATION},
               {"onzeker", BV_FACT_DOUBT},  {"ongeveer", BV_FACT_ROUGH},  {"hoe-vaak", BV_FACT_OFTEN},
               {"houder", BV_FACT_HOLDER}};
enum { CLASSES = sizeof classes / sizeof *classes };

/* The table as one trie for each class, so that a word can be of several; read once, kept as long as the process. */
static const bv_terms *forms[CLASSES], *units, *pronouns, *fillers;

static const bv_terms *terms_of(bv_arena *arena, const bv_table *all, const char *name) {
  bv_table table = {0};
  for (size_t i = 0; i < all->count; i++)
    if (strcmp(all->items[i].fields[CLASS], name) == 0)
      BV_PUSH(arena, &table, all->items[i]);
  bv_table *kept = bv_alloc(arena, sizeof *kept);
  *kept = table;
  bv_terms *terms = bv_terms_new(arena, kept, FORMS, BV_TERMS_EXACT);
  bv_terms_remember(terms, strcmp(name, "weekdag") == 0);
  return terms;
}

static void load(void) {
  bv_arena *arena = bv_arena_new();
  bv_table table = bv_table_read(arena, "src/lang/facts.tsv");
  for (size_t c = 0; c < CLASSES; c++)
    forms[c] = terms_of(arena, &table, classes[c].name);
  units = terms_of(arena, &table, "eenheid");
  pronouns = terms_of(arena, &table, "voornaamwoord");
  fillers = terms_of(arena, &table, "vulwoord");
}

static void load_once(void) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
}

typedef struct reading {
  bv_arena *arena;
  const bv_tokens *tokens;
  const bv_people *people;
  bv_facts facts;
  bool *first; /* of each token: begins a sentence */
} reading;

static const bv_token *token_at(const reading *r, size_t i) { return &r->tokens->items[i]; }

static bv_fact *add(reading *r, bv_fact_kind kind, size_t first, size_t past) {
  BV_PUSH(r->arena, &r->facts,
          (bv_fact){.kind = kind,
                    .token = first,
                    .start = token_at(r, first)->start,
                    .end = token_at(r, past - 1)->end,
                    .key = "",
                    .also = "",
                    .group = "",
                    .gender = "",
                    .side = "",
                    .measure = ""});
  return &r->facts.items[r->facts.count - 1];
}

static bool has_word(const char *list, const char *word) {
  size_t length = strlen(word);
  for (const char *at = strstr(list, word); at; at = strstr(at + 1, word))
    if ((at == list || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
      return true;
  return false;
}

/* "naar school", "de klas van school": a place; "de school vindt", "volgens school": somebody. */
static bool is_place(const reading *r, size_t at) {
  if (!at)
    return false;
  if (!bv_token_in(r->tokens, at - 1, bv_list_place_articles))
    return !bv_token_is(r->tokens, at - 1, "volgens");
  return at >= 2 && bv_token_in(r->tokens, at - 2, bv_list_place_prepositions);
}

static bool is_qualified(const reading *r, size_t at, size_t past) {
  return (at && bv_token_in(r->tokens, at - 1, bv_list_owners)) || bv_token_is(r->tokens, past, "van");
}

/* "de kinderen" are those of the report, "kinderen die nieuw zijn" are not. */
static bool is_general(const reading *r, size_t at) {
  return !at || !bv_token_in(r->tokens, at - 1, bv_list_definite);
}

static const char *side_of(const char *extra) {
  return has_word(extra, "moederszijde") ? "moeder" : has_word(extra, "vaderszijde") ? "vader" : "";
}

/* Gives the token behind the person. */
static size_t add_person(reading *r, size_t at, size_t past, const bv_row *row) {
  const char *extra = row->fields[EXTRA];
  if ((has_word(extra, "plaats") && is_place(r, at)) || (has_word(extra, "eigennaam") && !token_at(r, at)->capital))
    return past;
  bool general = has_word(extra, "algemeen"), relative = has_word(extra, "verwant");
  if (general && is_general(r, at))
    return past;
  const char *side = relative ? bv_side_at(r->tokens, &past) : "";
  bv_fact *fact = add(r, BV_FACT_PERSON, at, past);
  fact->side = *side ? side : side_of(extra);
  fact->key = row->fields[KEY];
  fact->also = bv_also_of(extra);
  fact->group = row->fields[GROUP];
  fact->gender = row->fields[GENDER];
  fact->is_group = has_word(extra, "groep");
  fact->soft = general;
  fact->is_one_of = has_word(extra, "eenvan");
  fact->is_head = has_word(extra, "hoofd");
  fact->kin = relative && is_qualified(r, at, past);
  return past;
}

bool bv_is_compound_person(const bv_token *token) {
  load_once();
  if (token->form && token->form->is_no_compound)
    return false;
  size_t length = strlen(token->folded);
  for (size_t from = 3; from + 4 <= length; from++) {
    const bv_term *term = bv_terms_word(forms[0], token->folded + from);
    if (term && has_word(term->row->fields[EXTRA], "hoofd"))
      return true;
  }
  if (token->form)
    token->form->is_no_compound = true;
  return false;
}

/* The person of the report whose name begins at `at`, or at `title` with a title before it. */
static bv_term_match known_at(const reading *r, size_t title, size_t at) {
  bv_term_match known = {0};
  if (r->people && r->people->forms)
    known = bv_terms_find(r->people->forms, r->tokens, at);
  if (known.term && known.term->next)
    known.term = bv_namesake_of(&r->facts, title, known.term);
  return known;
}

/* Somebody by name, from the title or initial at `at` to the token before `past`; gives the token behind. */
static size_t add_named(reading *r, size_t at, size_t past) {
  size_t before = r->facts.count;
  bv_term_match known = {0};
  for (size_t i = at; i < past && !known.term; i++)
    known = known_at(r, at, i);
  if (known.term)
    past = add_person(r, at, known.past, known.term->row);
  else
    add(r, BV_FACT_PERSON, at, past)->key = token_at(r, past - 1)->folded;
  if (r->facts.count > before) {
    bv_fact *fact = &r->facts.items[before];
    fact->initial = bv_first_initial(r->tokens, at);
    fact->gender = *fact->gender ? fact->gender : bv_title_gender(r->tokens, at);
  }
  return past;
}

static size_t read_person(reading *r, size_t at) {
  const bv_token *token = token_at(r, at);
  if (token->kind != BV_TOKEN_WORD)
    return 0;
  bv_term_match known = {0};
  if (token->capital || r->first[at])
    known = known_at(r, at, at);
  bv_term_match role = bv_terms_find(forms[0], r->tokens, at);
  if (known.term && known.past >= role.past)
    return add_person(r, at, known.past, known.term->row);
  if (role.term)
    return add_person(r, at, role.past, role.term->row);
  size_t past = bv_name_behind_title(r->tokens, at);
  if (past)
    return add_named(r, at, past);
  if (bv_is_compound_person(token)) {
    add(r, BV_FACT_PERSON, at, at + 1)->key = token->folded;
    return at + 1;
  }
  return 0;
}

static void add_date(reading *r, const bv_text_date *found, bv_date date) {
  bv_fact *fact = add(r, BV_FACT_DATE, found->first, found->past);
  fact->date = date;
}

/* A period gives its first and its last day; a month or a year itself. */
static void read_date(reading *r, const bv_text_date *found) {
  if (found->kind != BV_TEXT_DATE_ABSOLUTE && found->kind != BV_TEXT_DATE_YEARLESS)
    return;
  bv_date date = found->period.first;
  if (found->period.precision == BV_PRECISION_YEAR)
    date.month = 0;
  if (found->period.precision == BV_PRECISION_YEAR || found->period.precision == BV_PRECISION_MONTH)
    date.day = 0;
  add_date(r, found, date);
  if (found->period.precision == BV_PRECISION_PERIOD)
    add_date(r, found, found->period.last);
}

/* "artikel 1:255", "lid 2", "bron 4": no amount. */
static bool is_reference(const reading *r, size_t at) {
  size_t before = at && bv_token_is(r->tokens, at - 1, ".") && !token_at(r, at - 1)->spaced ? at - 1 : at;
  return (before && bv_token_in(r->tokens, before - 1, bv_list_numbered_nouns) && !token_at(r, at)->quoted &&
          !(bv_token_is(r->tokens, at - 1, ":") && token_at(r, at)->spaced)) ||
         (bv_token_is(r->tokens, at + 1, ":") && at + 2 < r->tokens->count && !token_at(r, at + 2)->spaced &&
          token_at(r, at + 2)->kind != BV_TOKEN_MARK);
}

/* The word that a number counts: the next one that is no number and no small word. */
static size_t counted_word(const reading *r, const bv_amount *amount) {
  bv_amount other;
  for (size_t i = amount->past; i < r->tokens->count && i < amount->past + 4; i++) {
    if (token_at(r, i)->kind == BV_TOKEN_MARK || r->first[i])
      break;
    if (!bv_token_in(r->tokens, i, bv_list_before_counted) && !bv_amount_at(r->tokens, i, &other))
      return i;
  }
  return r->tokens->count;
}

static void measure(bv_fact *fact, const bv_term *unit) {
  if (!unit || fact->amount.kind != BV_AMOUNT_COUNT)
    return;
  fact->measure = unit->row->fields[KEY];
  fact->measured = fact->amount.thousandths * atoi(unit->row->fields[EXTRA]);
}

static size_t read_number(reading *r, size_t at) {
  bv_amount amount;
  if (!bv_amount_at(r->tokens, at, &amount))
    return 0;
  if (amount.kind != BV_AMOUNT_CLOCK && is_reference(r, at))
    return amount.past;
  bv_fact *fact = add(r, BV_FACT_NUMBER, at, amount.past);
  fact->amount = amount;
  size_t counted = counted_word(r, &amount);
  if (bv_token_is(r->tokens, at, "halfjaar")) {
    measure(fact, bv_terms_word(units, "jaar"));
  } else if (counted < r->tokens->count) {
    fact->key = token_at(r, counted)->folded;
    measure(fact, bv_terms_word(units, fact->key));
    if (counted == amount.past)
      fact->end = token_at(r, counted)->end;
  }
  if (at && bv_token_is(r->tokens, at - 1, "€"))
    fact->key = "euro", fact->start = token_at(r, at - 1)->start;
  return amount.past;
}

/* A weekday, alone or at the head of a compound: "maandagavond", "woensdags". */
static void read_weekday(reading *r, size_t at) {
  bv_term_match match = bv_terms_find(forms[1], r->tokens, at);
  if (!match.term)
    match = bv_terms_find_prefix(forms[1], r->tokens, at);
  if (match.term)
    add(r, BV_FACT_WEEKDAY, at, at + 1)->key = match.term->row->fields[KEY];
}

static void read_words(reading *r, size_t at) {
  for (size_t c = 2; c < CLASSES; c++) {
    bv_term_match match = bv_terms_find(forms[c], r->tokens, at);
    if (!match.term)
      continue;
    const char *extra = match.term->row->fields[EXTRA];
    bv_fact *last = r->facts.count ? &r->facts.items[r->facts.count - 1] : NULL;
    bool whole = has_word(extra, "voluit") && last && last->kind == BV_FACT_NEGATION && last->token == at;
    bv_fact *fact = whole ? last : add(r, classes[c].kind, at, match.past);
    fact->kind = classes[c].kind;
    fact->end = token_at(r, match.past - 1)->end;
    fact->key = match.term->row->fields[KEY];
    fact->soft = has_word(extra, "zacht");
  }
}

static void read_name(reading *r, size_t at) {
  const bv_token *token = token_at(r, at);
  if (token->kind == BV_TOKEN_WORD && token->capital && !r->first[at] && strlen(token->folded) > 1)
    add(r, BV_FACT_NAME, at, at + 1)->key = token->folded;
}

/* Words between quotation marks, without the marks; from `at`, the first of them. */
static void read_quote(reading *r, size_t at) {
  size_t past = at;
  while (past < r->tokens->count && token_at(r, past)->quoted)
    past++;
  if (past > at + 2)
    add(r, BV_FACT_QUOTE, at + 1, past - 1);
}

static void mark_first(reading *r, const bv_stretches *sentences) {
  r->first = bv_calloc(r->arena, r->tokens->count + 1, sizeof *r->first);
  for (size_t i = 0, s = 0; i < r->tokens->count; i++) {
    const bv_token *token = token_at(r, i);
    bool starts = false;
    for (; s < sentences->count && sentences->items[s].start <= token->start; s++)
      starts = true;
    bool behind_mark =
        i && (token_at(r, i - 1)->kind == BV_TOKEN_MARK && strchr("\".:!?([", token_at(r, i - 1)->folded[0]));
    bool behind_quote = i && token_at(r, i - 1)->quoted && (i == 1 || !token_at(r, i - 2)->quoted);
    r->first[i] =
        starts || behind_mark || behind_quote || (i && r->first[i - 1] && token_at(r, i - 1)->kind == BV_TOKEN_MARK);
  }
}

bv_facts bv_facts_in(bv_arena *arena, const char *text, size_t length, const bv_people *people) {
  if (length > BV_LONGEST_COMPARED)
    return (bv_facts){.full = true};
  bv_tokens tokens = bv_tokenize(arena, text, length);
  bv_stretches sentences = bv_sentences(arena, text, length);
  return bv_facts_of_tokens(arena, &tokens, &sentences, people);
}

/* Whether a word alone shows that nothing but a name can begin with it: small words and most verbs and nouns. */
static bool is_no_fact(const reading *r, size_t at) {
  const bv_token *token = token_at(r, at);
  bv_wordform *form = token->form;
  if (token->kind != BV_TOKEN_WORD || token->capital || r->first[at] || !form)
    return false;
  if (form->is_no_fact || form->may_be_fact)
    return form->is_no_fact;
  bv_amount amount;
  bool any = *bv_title_gender(r->tokens, at) || bv_amount_at(r->tokens, at, &amount) || !form->is_no_amount ||
             bv_is_compound_person(token) || bv_terms_find_prefix(forms[1], r->tokens, at).term;
  for (size_t c = 0; c < CLASSES && !any; c++)
    any = bv_terms_begin(forms[c], r->tokens, at);
  form->is_no_fact = !any;
  form->may_be_fact = any;
  return !any;
}

bv_facts bv_facts_of_tokens(bv_arena *arena, const bv_tokens *tokens, const bv_stretches *sentences,
                            const bv_people *people) {
  load_once();
  reading r = {.arena = arena, .people = people, .tokens = tokens};
  if (tokens->count && tokens->items[tokens->count - 1].end - tokens->items[0].start > BV_LONGEST_COMPARED) {
    r.facts.full = true;
    return r.facts;
  }
  r.facts.tokens = *tokens;
  mark_first(&r, sentences);
  bv_text_dates dates = bv_dates_in(arena, tokens);
  for (size_t i = 0, d = 0, skip = 0; i < tokens->count && !r.facts.full; i++) {
    r.facts.full = r.facts.count > BV_MOST_FACTS;
    while (d < dates.count && dates.items[d].past <= i)
      d++;
    bool dated = d < dates.count && dates.items[d].first <= i;
    if (dated && dates.items[d].first == i)
      read_date(&r, &dates.items[d]);
    if (token_at(&r, i)->quoted && (!i || !token_at(&r, i - 1)->quoted))
      read_quote(&r, i);
    if (i < skip)
      continue;
    if (dated && dates.items[d].kind != BV_TEXT_DATE_RELATIVE)
      continue;
    if (is_no_fact(&r, i))
      continue;
    size_t past = read_person(&r, i);
    if (!past)
      past = read_number(&r, i);
    if (past) {
      skip = past;
      continue;
    }
    read_weekday(&r, i);
    read_words(&r, i);
    read_name(&r, i);
  }
  bv_settle_namesakes(&r.facts);
  return r.facts;
}

size_t bv_fact_past(const bv_facts *facts, const bv_fact *fact) {
  size_t past = fact->token;
  while (past < facts->tokens.count && facts->tokens.items[past].start < fact->end)
    past++;
  return past;
}

const bv_row *bv_person_word(const char *folded) {
  load_once();
  const bv_term *term = bv_terms_word(forms[0], folded);
  return term ? term->row : NULL;
}

const char *bv_pronoun_gender(const char *folded) {
  load_once();
  const bv_term *term = bv_terms_word(pronouns, folded);
  return term ? term->row->fields[KEY] : NULL;
}

bool bv_is_filler(const char *folded) {
  load_once();
  return bv_terms_word(fillers, folded) != NULL;
}
