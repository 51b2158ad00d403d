#include "lang/general.h"

#include <string.h>
#include <threads.h>

#include "lang/classes.h"
#include "lang/lists.h"

/* What a word does, as bits. */
enum { DENIES = 1, DEGREE = 2, NOTION = 4, ABLE = 8, CHANGE = 16, HOLD = 32, ENDING = 64 };
enum { SPEAKS = DENIES | DEGREE | NOTION | ABLE | CHANGE, ENOUGH = 2 }; /* kinds that generalise; how many in a sentence */

static const bv_class kinds[] = {{"ontkenning", DENIES},              {"mate", DEGREE},
                                 {"begrip", NOTION},                  {"kunnen", ABLE},
                                 {"wending", CHANGE},                 {"houvast", HOLD},
                                 {"begrip-uitgang", NOTION | ENDING}, {"houvast-uitgang", HOLD | ENDING}};

typedef struct ending {
  const char *letters;
  size_t length;
  unsigned bits;
} ending;

/* All read once, kept as long as the process. */
static bv_classes words;
static struct { ending *items; size_t count, capacity; } endings;

static void add_endings(bv_arena *arena, const bv_row *row, unsigned bits) {
  char *rest = NULL, *list = bv_strdup(arena, row->fields[0]);
  for (char *one = strtok_r(list, ";", &rest); one; one = strtok_r(NULL, ";", &rest))
    BV_PUSH(arena, &endings, ((ending){one, strlen(one), bits}));
}

static void load(void) {
  bv_arena *arena = bv_arena_new();
  words = bv_classes_read(arena, "src/lang/general.tsv", kinds, sizeof kinds / sizeof *kinds);
  for (size_t i = 0; i < words.table.count; i++)
    if (words.row_bits[i] & ENDING)
      add_endings(arena, &words.table.items[i], words.row_bits[i] & ~(unsigned)ENDING);
}

static unsigned bits_by_ending(const bv_token *token) {
  if (token->form && token->form->is_no_notion)
    return 0;
  size_t length = strlen(token->folded);
  for (size_t i = 0; i < endings.count; i++) {
    const ending *e = &endings.items[i];
    if (length >= e->length && memcmp(token->folded + length - e->length, e->letters, e->length) == 0)
      return e->bits;
  }
  if (token->form)
    token->form->is_no_notion = true;
  return 0;
}

/* "te oud", "te streng": no infinitive. */
static bool is_too(const bv_cue_reading *r, size_t i) {
  if (!bv_token_is(r->tokens, i, "te") || i + 1 >= r->sentence_past || r->tokens->items[i + 1].kind != BV_TOKEN_WORD)
    return false;
  const bv_token *next = &r->tokens->items[i + 1];
  size_t length = strlen(next->folded);
  return !next->capital && next->folded[length - 1] != 'n' && !bv_token_in(r->tokens, i + 1, bv_list_too_something);
}

/* The bits of the token, or of a term of several words that begins with it; `past` gets what is behind them. A number, a
 * colon and words in quotation marks are something to hold on to. */
static unsigned bits_of(const bv_cue_reading *r, size_t i, size_t *past) {
  const bv_token *token = &r->tokens->items[i];
  *past = i + 1;
  if (token->quoted || token->folded[0] == ':' || (token->folded[0] >= '0' && token->folded[0] <= '9'))
    return HOLD;
  if (token->kind != BV_TOKEN_WORD)
    return 0;
  bv_term_match match = bv_terms_find(words.terms, r->tokens, i);
  if (!match.term)
    return bits_by_ending(token) | (is_too(r, i) ? DEGREE : 0);
  *past = match.past;
  return bv_form_bits(&words, match.term);
}

bv_generality bv_generality_of(const bv_cue_reading *r, size_t *from, size_t *past) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  unsigned all = 0, count = 0;
  for (size_t i = r->sentence, next; i < r->sentence_past; i = next) {
    unsigned bits = bits_of(r, i, &next);
    if (bits & HOLD)
      return BV_NOT_GENERAL;
    if (bits & SPEAKS && !(all & SPEAKS))
      *from = i;
    if (bits & SPEAKS)
      *past = next;
    count += (bits & SPEAKS & ~all) != 0;
    all |= bits;
  }
  if (count < ENOUGH || !(all & (DEGREE | NOTION | CHANGE)))
    return BV_NOT_GENERAL;
  return all & (DENIES | DEGREE | CHANGE) ? BV_GENERAL_OF_ANYTHING : BV_GENERAL_OF_SOMEBODY;
}
