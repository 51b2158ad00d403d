#include "lang/general.h"

#include <string.h>
#include <threads.h>

#include "lang/terms.h"

enum { FORMS, KIND }; /* the fields of general.tsv */

/* What a word does, as bits. */
enum { DENIES = 1, DEGREE = 2, NOTION = 4, ABLE = 8, HOLD = 16 };
enum { ENOUGH = 2 }; /* kinds of words that generalise, in one sentence */

static const struct { const char *name; unsigned bit; bool ending; } kinds[] = {
    {"ontkenning", DENIES, false}, {"mate", DEGREE, false},        {"begrip", NOTION, false},       {"kunnen", ABLE, false},
    {"houvast", HOLD, false},      {"houvast-uitgang", HOLD, true}, {"begrip-uitgang", NOTION, true}};

typedef struct ending {
  const char *letters;
  size_t length;
  unsigned bit;
} ending;

/* All read once, kept as long as the process. */
static bv_table table;
static bv_terms *terms;
static unsigned *row_bits;
static struct { ending *items; size_t count, capacity; } endings;

static void add_endings(bv_arena *arena, const bv_row *row, unsigned bit) {
  char *rest = NULL, *list = bv_strdup(arena, row->fields[FORMS]);
  for (char *one = strtok_r(list, ";", &rest); one; one = strtok_r(NULL, ";", &rest))
    BV_PUSH(arena, &endings, ((ending){one, strlen(one), bit}));
}

static void load(void) {
  bv_arena *arena = bv_arena_new();
  table = bv_table_read(arena, "src/lang/general.tsv");
  terms = bv_terms_new(arena, &table, FORMS, BV_TERMS_EXACT);
  bv_terms_remember(terms, false);
  row_bits = bv_calloc(arena, table.count, sizeof *row_bits);
  for (size_t i = 0; i < table.count; i++)
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
      if (strcmp(table.items[i].fields[KIND], kinds[k].name) != 0)
        continue;
      row_bits[i] = kinds[k].bit;
      if (kinds[k].ending)
        add_endings(arena, &table.items[i], kinds[k].bit);
    }
}

static unsigned bits_by_ending(const bv_token *token) {
  if (token->form && token->form->is_no_notion)
    return 0;
  size_t length = strlen(token->folded);
  for (size_t i = 0; i < endings.count; i++) {
    const ending *e = &endings.items[i];
    if (length >= e->length && memcmp(token->folded + length - e->length, e->letters, e->length) == 0)
      return e->bit;
  }
  if (token->form)
    token->form->is_no_notion = true;
  return 0;
}

/* The bits of the token, or of a term of several words that begins with it. A number, a colon and words in quotation marks
 * are something to hold on to. */
static unsigned bits_of(const bv_cue_reading *r, size_t i) {
  const bv_token *token = &r->tokens->items[i];
  if (token->quoted || token->folded[0] == ':' || (token->folded[0] >= '0' && token->folded[0] <= '9'))
    return HOLD;
  if (token->kind != BV_TOKEN_WORD)
    return 0;
  const bv_term *term = bv_terms_find(terms, r->tokens, i).term;
  if (!term)
    return bits_by_ending(token);
  unsigned bits = 0;
  for (; term; term = term->next)
    bits |= row_bits[term->row - table.items];
  return bits;
}

bool bv_speaks_generally(const bv_cue_reading *r, size_t *from, size_t *past) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  unsigned found = 0, count = 0;
  for (size_t i = r->sentence; i < r->sentence_past; i++) {
    unsigned bits = bits_of(r, i);
    if (bits & HOLD)
      return false;
    if (bits && !found)
      *from = i;
    if (bits)
      *past = i + 1;
    count += (bits & ~found) != 0;
    found |= bits;
  }
  return count >= ENOUGH && found & (DEGREE | NOTION);
}
