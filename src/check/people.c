#include "check/people.h"

#include <string.h>

#include "base/buf.h"
#include "lang/lists.h"
#include "lang/names.h"
#include "lang/namesakes.h"

/* The row of the first word of a text that is a person's role: "oma (moederszijde)" is about an oma. */
static const bv_row *first_role(bv_arena *arena, const char *text) {
  if (!text)
    return NULL;
  bv_tokens tokens = bv_tokenize(arena, text, strlen(text));
  for (size_t i = 0; i < tokens.count; i++) {
    const bv_row *row = bv_person_word(tokens.items[i].folded);
    if (row)
      return row;
  }
  return NULL;
}

/* The same of a function that facts.tsv has no row of: "gezinsbegeleider" is called so, and nobody else is. */
static const bv_row *compound_role(bv_arena *arena, const char *function) {
  bv_tokens tokens = bv_tokenize(arena, function, strlen(function));
  for (size_t i = 0; i < tokens.count; i++)
    if (tokens.items[i].kind == BV_TOKEN_WORD && bv_is_compound_person(&tokens.items[i])) {
      bv_row *row = bv_alloc(arena, sizeof *row);
      *row = (bv_row){.fields = {"", "persoon", bv_strdup(arena, tokens.items[i].folded), "", "", ""}};
      return row;
    }
  return NULL;
}

/* As declared, else as the title says. */
static const char *gender_of(bv_arena *arena, const bv_person *person) {
  if (person->gender)
    return strchr("mv", person->gender[0]) ? person->gender : "";
  bv_tokens tokens = bv_tokenize(arena, person->name, strlen(person->name));
  return bv_title_gender(&tokens, bv_token_is(&tokens, 0, "de"));
}

static const bv_row *role_of(bv_arena *arena, const bv_person *person) {
  if (person->role == BV_ROLE_JEUGDIGE)
    return NULL;
  const bv_row *row = first_role(arena, person->id);
  if (!row)
    row = first_role(arena, person->relation);
  if (!row)
    row = first_role(arena, person->function);
  if (!row && person->function)
    row = compound_role(arena, person->function);
  const char *gender = !row && person->role == BV_ROLE_OUDER ? gender_of(arena, person) : "";
  return *gender ? bv_person_word(*gender == 'v' ? "moeder" : "vader") : row;
}

/* A name as a form to look for: letters and hyphens, without titles and initials; NULL when nothing is left. */
static const char *name_form(bv_arena *arena, const char *name) {
  bv_tokens tokens = bv_tokenize(arena, name, strlen(name));
  bv_buf form = bv_buf_new(arena);
  size_t words = 0;
  for (size_t i = 0; i < tokens.count; i++) {
    const bv_token *token = &tokens.items[i];
    bool hyphen = token->folded[0] == '-' && !token->spaced && words;
    if (token->kind == BV_TOKEN_MARK && !hyphen)
      continue;
    bool initial = strlen(token->folded) == 1 || bv_initial_at(&tokens, i);
    if (!hyphen && (initial || (!words && bv_token_in(&tokens, i, bv_list_titles))))
      continue;
    if (words && token->spaced)
      bv_buf_putc(&form, ' ');
    bv_buf_puts(&form, token->folded);
    words++;
  }
  return words ? bv_buf_string(&form) : NULL;
}

/* Of which side of the family a person is, as a remark: "oma (moederszijde)", or the id "oma-moeder". */
static const char *side_of(bv_arena *arena, const bv_person *person) {
  const char *const texts[] = {person->relation, person->id};
  for (size_t t = 0; t < 2; t++) {
    bv_tokens tokens = bv_tokenize(arena, texts[t] ? texts[t] : "", texts[t] ? strlen(texts[t]) : 0);
    for (size_t i = 1; i < tokens.count; i++) {
      size_t past = i;
      const char *side = bv_side_at(&tokens, &past);
      if (!*side && t && i + 1 == tokens.count && bv_token_is(&tokens, i - 1, "-"))
        side = bv_token_is(&tokens, i, "moeder") ? "moeder" : bv_token_is(&tokens, i, "vader") ? "vader" : "";
      if (*side)
        return *side == 'm' ? "moederszijde " : "vaderszijde ";
    }
  }
  return "";
}

static bool is_only_one(const bv_document *document, const bv_row **roles, size_t at) {
  for (size_t i = 0; i < document->front.persons.count; i++)
    if (i != at && roles[i] && strcmp(roles[i]->fields[2], roles[at]->fields[2]) == 0)
      return false;
  return true;
}

static bool is_taken(const bv_document *document, const bv_row **roles, const char *role) {
  for (size_t i = 0; i < document->front.persons.count; i++)
    if (roles[i] && strcmp(roles[i]->fields[2], role) == 0)
      return true;
  return false;
}

/* What a parent of whom nothing tells whether it is the mother or the father may be called too. */
static const char *open_role(const bv_document *document, const bv_row **roles) {
  bool mother = is_taken(document, roles, "moeder"), father = is_taken(document, roles, "vader");
  return mother == father ? BV_EITHER_PARENT : mother ? "vader" : "moeder";
}

/* Who has no id is known by the name. */
static bv_row row_of(const bv_document *document, const bv_row **roles, size_t at, const char *form) {
  const bv_person *person = &document->front.persons.items[at];
  bv_row row = {.fields = {form, "persoon", person->id ? person->id : form, "", "", ""}};
  if (person->role == BV_ROLE_JEUGDIGE)
    row.fields[4] = "kinderen";
  row.fields[5] = gender_of(document->arena, person);
  if (!roles[at] && person->role == BV_ROLE_OUDER) {
    row.fields[3] = bv_sprintf(document->arena, "ook %s", open_role(document, roles));
    row.fields[4] = "ouders";
  }
  if (!roles[at])
    return row;
  row.fields[4] = roles[at]->fields[4];
  if (!*row.fields[5])
    row.fields[5] = roles[at]->fields[5];
  bool only = is_only_one(document, roles, at);
  if (only)
    row.fields[2] = roles[at]->fields[2];
  row.fields[3] = bv_sprintf(document->arena, "%s%s%s", side_of(document->arena, person), only ? "" : "eenvan ook ",
                             roles[at]->fields[only ? 3 : 2]);
  return row;
}

/* More persons than this are no family: the rest keeps its names unknown, so that a hostile list costs no more. */
enum { MOST_PERSONS = 256 };

bv_people bv_people_of(const bv_document *document) {
  bv_arena *arena = document->arena;
  size_t count = document->front.persons.count < MOST_PERSONS ? document->front.persons.count : MOST_PERSONS;
  const bv_row **roles = bv_calloc(arena, document->front.persons.count + 1, sizeof *roles);
  for (size_t i = 0; i < count; i++)
    roles[i] = role_of(arena, &document->front.persons.items[i]);
  bv_table *table = bv_alloc(arena, sizeof *table);
  for (size_t i = 0; i < count; i++) {
    const char *form = name_form(arena, document->front.persons.items[i].name);
    if (form)
      BV_PUSH(arena, table, row_of(document, roles, i, form));
  }
  return (bv_people){table->count ? bv_terms_new(arena, table, 0, BV_TERMS_EXACT) : NULL};
}

static void add_words(bv_buf *words, const char *text) {
  if (text)
    bv_buf_printf(words, "%s; ", text);
}

static void add_person(bv_buf *words, const bv_person *person) {
  const bv_row *role = role_of(words->arena, person);
  if (role) /* together, so that the word means this person where several have it: "oma mevrouw Jansen" */
    add_words(words, bv_sprintf(words->arena, "%s %s", role->fields[2], person->name));
  else
    add_words(words, person->name), add_words(words, person->function);
  add_words(words, person->organisation);
}

static void add_source(bv_buf *words, const bv_report_source *source) {
  if (source->person)
    add_person(words, source->person);
  add_words(words, source->author);
  add_words(words, source->function);
  add_words(words, source->organisation);
  if (source->date.first.year)
    add_words(words, bv_period_dutch(words->arena, source->date));
}

bv_facts bv_claim_context(const bv_document *document, const bv_claim *claim, const bv_people *people) {
  bv_buf words = bv_buf_new(document->arena);
  for (size_t i = 0; i < claim->sources.count && i < MOST_PERSONS; i++)
    add_source(&words, claim->sources.items[i]);
  for (size_t i = 0; i < claim->from.count && i < MOST_PERSONS; i++)
    add_person(&words, claim->from.items[i]);
  if (claim->date.first.year)
    add_words(&words, bv_period_dutch(document->arena, claim->date));
  size_t sure = words.length;
  for (size_t i = 0; i < claim->about.count && i < MOST_PERSONS; i++)
    add_person(&words, claim->about.items[i]);
  bv_facts facts = bv_facts_in(document->arena, bv_buf_string(&words), words.length, people);
  for (size_t i = 0; i < facts.count; i++)
    facts.items[i].soft |= facts.items[i].start >= sure;
  return facts;
}
