#include "lang/context.h"

#include <string.h>
#include <threads.h>

#include "lang/classes.h"

static const bv_class classes[] = {
    {"ontkent", BV_DENIES},        {"ontkent-na", BV_DENIES_AFTER}, {"tussen", BV_BETWEEN},
    {"vermoeden", BV_SUSPECTS},    {"verleden", BV_PAST},           {"familie", BV_RELATIVES},
    {"sterk", BV_STRONG},          {"gezegde", BV_COPULA},          {"bezit", BV_HAS},
    {"persoon", BV_PERSON},        {"mensen", BV_PEOPLE},           {"algemeen", BV_GENERAL},
    {"voorzetsel", BV_PREPOSITION}, {"lidwoord", BV_ARTICLE},       {"bepaald", BV_DEFINITE},
    {"grens", BV_BOUNDARY},        {"nevenschikt", BV_COORDINATES}, {"middel", BV_SUBSTANCE},
    {"instelling", BV_INSTITUTION}, {"staart", BV_TAIL},            {"stelt", BV_STATES},
    {"vast", BV_FIRMLY},           {"beroep", BV_PROFESSION},       {"organisatie", BV_ORGANISATION},
    {"document", BV_DOCUMENT},
    {"beleid", BV_POLICY},         {"toestand", BV_SITUATION},      {"houding", BV_MANNER},
    {"houding-met", BV_MANNER_WITH}, {"verhouding", BV_BOND},       {"gezin", BV_FAMILY}};

static bv_classes words; /* read once, kept as long as the process */

static void load(void) {
  words = bv_classes_read(bv_arena_new(), "src/lang/context.tsv", classes, sizeof classes / sizeof *classes);
}

static void load_once(void) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
}

unsigned bv_context_word(const char *folded) {
  load_once();
  return bv_form_bits(&words, bv_terms_word(words.terms, folded));
}

unsigned *bv_context_of(bv_arena *arena, const bv_tokens *tokens, const bv_word_set *names) {
  load_once();
  unsigned *bits = bv_calloc(arena, tokens->count, sizeof *bits);
  for (size_t i = 0; i < tokens->count; i++) {
    bv_term_match match = bv_terms_find(words.terms, tokens, i);
    bits[i] = bv_form_bits(&words, match.term);
    if (match.past > i + 1)
      bits[i] |= bv_form_bits(&words, bv_terms_word(words.terms, tokens->items[i].folded));
    if (names && tokens->items[i].capital && !tokens->items[i].quoted && bv_token_in_set(tokens, i, names))
      bits[i] |= BV_PERSON;
  }
  return bits;
}

bool bv_ends_sentence(const bv_tokens *tokens, size_t index) {
  return tokens->items[index].kind == BV_TOKEN_MARK && strchr(".;!?", tokens->items[index].folded[0]) &&
         (index + 1 == tokens->count || tokens->items[index + 1].spaced ||
          tokens->items[index + 1].kind == BV_TOKEN_MARK);
}

bool bv_ends_clause(const bv_tokens *tokens, const unsigned *context, size_t index) {
  if (context[index] & BV_BOUNDARY)
    return true;
  return tokens->items[index].kind == BV_TOKEN_MARK &&
         (strchr(",:()", tokens->items[index].folded[0]) || bv_ends_sentence(tokens, index));
}

unsigned bv_context_before(const bv_tokens *tokens, const unsigned *context, size_t index, size_t most) {
  unsigned bits = 0;
  for (size_t i = index; i-- > 0 && most-- > 0 && !bv_ends_clause(tokens, context, i);)
    bits |= context[i];
  return bits;
}

unsigned bv_context_after(const bv_tokens *tokens, const unsigned *context, size_t index, size_t most) {
  unsigned bits = 0;
  for (size_t i = index; i < tokens->count && most-- > 0 && !bv_ends_clause(tokens, context, i); i++)
    bits |= context[i];
  return bits;
}
