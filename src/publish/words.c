/* The word list: the difficult words that occur in what the reader gets, and no others. Those of the field come from
 * src/lang/jargon.tsv; words of experts that a claim's own text can have, with the plain words for them, from
 * src/lang/pairs.tsv. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "lang/terms.h"
#include "publish/parents.h"

/* Fields of src/lang/jargon.tsv. */
enum { TERM, FORMS, ABBREVIATION, LAW, FOR_PARENTS, FOR_CHILDREN };
/* And of src/lang/pairs.tsv. */
enum { PAIR_FORMS, PAIR_INSTEAD, PAIR_CLASS };

typedef struct words {
  bv_publication *publication;
  bv_table table;
  const bv_terms *terms;
  const char **found; /* by row: how it is called in the list, once it occurs */
  bool *linked;       /* by row: whether a link goes to it */
} words;

static bool is_word_of(const bv_token *token, const char *abbreviation) {
  return strlen(abbreviation) == token->end - token->start;
}

/* The row whose abbreviation this token is, written as the abbreviation is: "OTS", "PvA". */
static const bv_row *row_of_abbreviation(const words *w, const bv_tokens *tokens, const bv_token *token) {
  for (size_t i = 0; i < w->table.count; i++) {
    const char *abbreviation = w->table.items[i].fields[ABBREVIATION];
    if (*abbreviation && is_word_of(token, abbreviation) &&
        memcmp(tokens->text + token->start, abbreviation, strlen(abbreviation)) == 0)
      return &w->table.items[i];
  }
  return NULL;
}

/* The row of the term that begins at a token; `past`: the first token behind it. */
static const bv_row *row_at(const words *w, const bv_tokens *tokens, size_t at, size_t *past) {
  const bv_token *token = &tokens->items[at];
  bv_term_match match = token->kind == BV_TOKEN_WORD ? bv_terms_find(w->terms, tokens, at) : (bv_term_match){0};
  *past = match.term ? match.past : at + 1;
  if (match.term)
    return match.term->row;
  bool capitals = token->kind == BV_TOKEN_WORD && token->capital && token->end - token->start <= 5;
  return capitals ? row_of_abbreviation(w, tokens, token) : NULL;
}

static const char *word_id(bv_arena *arena, size_t row) { return bv_sprintf(arena, "woord-%zu", row + 1); }
/* Where the link to a word stands. */
static const char *link_id(bv_arena *arena, size_t row) { return bv_sprintf(arena, "bij-woord-%zu", row + 1); }

static bool is_in(const xmlNode *node, const char *const *names) {
  for (; node; node = node->parent)
    for (size_t i = 0; names[i]; i++)
      if (node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST names[i]))
        return true;
  return false;
}

/* Of ASCII, whatever the locale. */
static char small(char c) { return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c); }

static bool are_alike(const char *a, const char *b, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (small(a[i]) != small(b[i]))
      return false;
  return true;
}

/* What the list calls a word that stands so in the text: by its own name, and where the text calls it otherwise, by both. */
static const char *name_for(const words *w, const bv_row *row, const bv_token *first, const bv_token *last,
                            const char *text) {
  enum { INFLECTION = 2, SHORTEST = 4 }; /* letters: by which a form may differ at its end; of a word with a stem */
  bv_arena *arena = w->publication->arena;
  const char *term = row->fields[TERM], *abbreviation = row->fields[ABBREVIATION];
  size_t length = last->end - first->start, stem = strlen(term);
  stem -= stem >= SHORTEST + INFLECTION ? INFLECTION : 0;
  bool is_short = first == last && strlen(abbreviation) == length &&
                  are_alike(text + first->start, abbreviation, length);
  if (is_short || (length >= stem && are_alike(text + first->start, term, stem)))
    return *abbreviation && strcmp(abbreviation, term) != 0 ? bv_sprintf(arena, "%s (%s)", term, abbreviation) : term;
  char *name = bv_strndup(arena, text + first->start, length);
  if (!first->upper)
    name[0] = small(name[0]);
  return bv_say(w->publication, "words.otherwise", "woord", term, "tekst", name, NULL);
}

/* Looks for terms in one text node; the first of a term where a link may stand becomes one. */
static void search_text(words *w, xmlNode *text) {
  static const char *const no_link[] = {"link",     "title",          "code",    "quote",
                                        "decision", "withheld-claim", "picture", NULL};
  const char *bytes = (const char *)text->content;
  bv_tokens tokens = bv_tokenize(w->publication->arena, bytes, strlen(bytes));
  for (size_t i = 0, past; i < tokens.count; i = past) {
    const bv_row *row = row_at(w, &tokens, i, &past);
    if (!row)
      continue;
    size_t index = (size_t)(row - w->table.items);
    if (!w->found[index])
      w->found[index] = name_for(w, row, &tokens.items[i], &tokens.items[past - 1], bytes);
    if (w->linked[index] || is_in(text->parent, no_link) || tokens.items[i].quoted)
      continue;
    w->linked[index] = true;
    bv_arena *arena = w->publication->arena;
    const char *target = bv_sprintf(arena, "#%s", word_id(arena, index));
    xmlNode *link = bv_tree_link_text(text, tokens.items[i].start, tokens.items[past - 1].end, target, "word");
    bv_tree_set(link, "id", link_id(arena, index));
    return; /* what comes behind the link is a new text node, looked at next */
  }
}

static void search_tree(words *w, xmlNode *root) {
  for (xmlNode *node = root; node; node = bv_tree_following(node, root))
    if (node->type == XML_TEXT_NODE)
      search_text(w, node);
}

/* The words of experts as rows of the word list, behind those it has. */
static void add_words_of_experts(bv_arena *arena, bv_table *table) {
  bv_table pairs = bv_table_read(arena, "src/lang/pairs.tsv");
  for (size_t i = 0; i < pairs.count; i++) {
    const char *const *pair = pairs.items[i].fields;
    if (pair[PAIR_CLASS][0] != 'V')
      continue;
    bv_row row = {.line = pairs.items[i].line, .fields = {[ABBREVIATION] = "", [LAW] = "", [FOR_CHILDREN] = ""}};
    char *explanation = bv_sprintf(arena, "%s.", pair[PAIR_INSTEAD]);
    explanation[0] = (char)toupper((unsigned char)explanation[0]);
    row.fields[TERM] = bv_strndup(arena, pair[PAIR_FORMS], strcspn(pair[PAIR_FORMS], "(;["));
    row.fields[FORMS] = pair[PAIR_FORMS];
    row.fields[FOR_PARENTS] = explanation;
    BV_PUSH(arena, table, row);
  }
}

/* A word of the list: what it is called there, and its row. */
typedef struct listed {
  const char *name;
  size_t row;
} listed;

static int by_name(const void *left, const void *right) {
  const listed *a = left, *b = right;
  int order = strcasecmp(a->name, b->name);
  return order ? order : (a->row > b->row) - (a->row < b->row);
}

static void add_term(words *w, xmlNode *terms, const listed *word) {
  const bv_row *row = &w->table.items[word->row];
  bool child = w->publication->audience == BV_AUDIENCE_CHILD_12 || w->publication->audience == BV_AUDIENCE_CHILD_16;
  const char *explanation = child && *row->fields[FOR_CHILDREN] ? row->fields[FOR_CHILDREN] : row->fields[FOR_PARENTS];
  xmlNode *term = bv_tree_add(terms, "term");
  bv_tree_set(term, "id", word_id(w->publication->arena, word->row));
  bv_tree_set(term, "from", w->linked[word->row] ? link_id(w->publication->arena, word->row) : NULL);
  bv_tree_set(term, "law", *row->fields[LAW] ? row->fields[LAW] : NULL);
  bv_tree_add_text(term, "name", word->name);
  bv_tree_add_text(term, "explanation", explanation);
}

void bv_add_words(bv_publication *publication, xmlNode *parent) {
  bv_arena *arena = publication->arena;
  words w = {.publication = publication, .table = bv_table_read(arena, "src/lang/jargon.tsv")};
  add_words_of_experts(arena, &w.table);
  w.terms = bv_terms_new(arena, &w.table, FORMS, BV_TERMS_EXACT);
  w.found = bv_calloc(arena, w.table.count + 1, sizeof *w.found);
  w.linked = bv_calloc(arena, w.table.count + 1, sizeof *w.linked);
  search_tree(&w, parent);
  listed *all = bv_calloc(arena, w.table.count + 1, sizeof *all);
  size_t count = 0;
  for (size_t i = 0; i < w.table.count; i++)
    if (w.found[i])
      all[count++] = (listed){w.found[i], i};
  if (!count)
    return;
  qsort(all, count, sizeof *all, by_name);
  xmlNode *chapter = bv_add_section(parent, "woorden", "chapter", bv_say(publication, "chapter.words", NULL));
  bv_tree_add_text(chapter, "p", bv_say(publication, "words.intro", NULL));
  xmlNode *terms = bv_tree_add(chapter, "terms");
  for (size_t i = 0; i < count; i++)
    add_term(&w, terms, &all[i]);
}
