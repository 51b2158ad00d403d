/* Other children: a sister, a cousin or a friend may matter to the story; name and age together are not needed for it
 * (privacy/derde; KK 4.2.4). */
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "check/passage.h"
#include "check/voice.h"
#include "check/words.h"
#include "lang/amounts.h"
#include "lang/lists.h"

enum {
  EIGHTEEN = 18,
  OLDEST = 120,
  LONGEST_NUMBER = 31, /* bytes of a number in words */
  WINDOW = 12          /* tokens behind the name that can hold a particular */
};

/* What a leaf is looked at with. */
typedef struct vocabulary {
  const bv_word_set *declared;  /* names that the front matter has already */
  const bv_word_set *children;  /* words for somebody who is a child, … */
  const bv_word_set *relatives; /* … or may be one: that needs an age */
} vocabulary;

static bool is_name(const bv_tokens *tokens, size_t at, const vocabulary *words) {
  if (at >= tokens->count)
    return false;
  const bv_token *token = &tokens->items[at];
  return token->kind == BV_TOKEN_WORD && token->capital && !token->upper &&
         !bv_word_set_has(words->declared, token->folded);
}

/* A number of years in digits or words; -1 when the token is none. */
static int age_at(const bv_tokens *tokens, size_t at) {
  if (at >= tokens->count)
    return -1;
  const bv_token *token = &tokens->items[at];
  if (token->kind == BV_TOKEN_NUMBER)
    return token->end - token->start <= 2 ? atoi(token->folded) : -1;
  int64_t age = token->kind == BV_TOKEN_WORD ? bv_number_word(token->folded) : -1;
  return age <= OLDEST ? (int)age : -1;
}

static bool is_years(const bv_tokens *tokens, size_t at) {
  return bv_token_is(tokens, at, "jaar") || bv_token_is(tokens, at, "jr");
}

/* Where the name ends of which the first word stands before `behind`: "Noor de Vries", "Noor El-Amrani". */
static size_t past_name(const bv_tokens *tokens, size_t behind, const vocabulary *words) {
  size_t past = behind;
  for (size_t at = behind; bv_token_in(tokens, at, bv_list_particles_of_others) || is_name(tokens, at, words); at++)
    if (is_name(tokens, at, words))
      past = at + 1;
  return past;
}

/* "Noor (6)", "Noor van zes jaar", "Noor, 6 jaar", "Noor is 6 jaar oud": the age said of the name that ends before
 * `behind`; -1 when none is said. An age further on may be somebody else's. */
static int age_behind(const bv_tokens *tokens, size_t behind) {
  if (bv_token_is(tokens, behind, "(") && (bv_token_is(tokens, behind + 2, ")") || is_years(tokens, behind + 2) ||
                                           bv_token_is(tokens, behind + 2, ",")))
    return age_at(tokens, behind + 1);
  size_t at = behind;
  bool verb = false;
  while (bv_token_in(tokens, at, bv_list_before_ages) || bv_token_in(tokens, at, bv_list_age_verbs))
    verb |= bv_token_in(tokens, at++, bv_list_age_verbs);
  size_t past = at + 2;
  if (!is_years(tokens, at + 1))
    return -1;
  bool ends = past >= tokens->count || tokens->items[past].kind == BV_TOKEN_MARK ||
              bv_token_in(tokens, past, bv_list_behind_ages);
  if (verb ? !ends : at == behind && !bv_token_is(tokens, past, "oud"))
    return -1; /* "is al zes jaar haar vriend", "kent Peter zes jaar" */
  return age_at(tokens, at);
}

/* "zesjarig zusje", "6-jarige zusje"; -1 when no age stands before the word. */
static int age_before(const bv_tokens *tokens, size_t at) {
  char number[LONGEST_NUMBER + 1];
  const char *word = at ? tokens->items[at - 1].folded : "", *end = strstr(word, "jarig");
  if (!end || end - word > LONGEST_NUMBER || (strcmp(end, "jarig") != 0 && strcmp(end, "jarige") != 0))
    return -1;
  if (end == word)
    return at >= 3 && bv_token_is(tokens, at - 2, "-") ? age_at(tokens, at - 3) : -1;
  memcpy(number, word, (size_t)(end - word));
  number[end - word] = '\0';
  return number[0] >= '0' && number[0] <= '9' ? atoi(number) : (int)bv_number_word(number);
}

/* Born on a day, or a school class, before somebody else of the report is named: what makes a first name one particular
 * child. */
static bool has_particular(const bv_tokens *tokens, size_t behind, const vocabulary *words) {
  for (size_t i = behind; i < behind + WINDOW && i < tokens->count && !bv_token_is(tokens, i, "."); i++) {
    if (tokens->items[i].capital && bv_word_set_has(words->declared, tokens->items[i].folded))
      return false;
    if (bv_token_is(tokens, i, "geboren") || (bv_token_is(tokens, i, "groep") && age_at(tokens, i + 1) > 0))
      return true;
  }
  return false;
}

/* Whether at this token a child is named with particulars; `end` receives the place of the name. */
static bool is_third_child(const bv_tokens *tokens, size_t at, const vocabulary *words, size_t *name) {
  *name = at + 1 + (bv_token_is(tokens, at + 1, ",") || bv_token_is(tokens, at + 1, "("));
  if (!is_name(tokens, *name, words))
    return false;
  bool is_child = bv_token_in_set(tokens, at, words->children);
  if (!is_child && !bv_token_in_set(tokens, at, words->relatives))
    return false;
  size_t past = past_name(tokens, *name + 1, words);
  int age = age_behind(tokens, past);
  if (age < 0)
    age = age_before(tokens, at);
  if (age >= 0)
    return age < EIGHTEEN;
  return is_child && (past > *name + 1 || has_particular(tokens, past, words));
}

static void read_children(bv_check *check, const bv_passage *passage, void *state) {
  const bv_tokens *tokens = &passage->tokens;
  for (size_t i = 0; i < tokens->count; i++) {
    size_t name;
    if (!is_third_child(tokens, i, state, &name))
      continue;
    uint32_t start = tokens->items[i].start, end = tokens->items[name].end;
    bv_report(check, BV_RULE_PRIVACY_DERDE, bv_text_source_range(passage->leaf->text, start, end),
              bv_claim_at(passage->leaf, start), MSG_THIRD_CHILD, bv_words_between(passage->scratch, passage, start, end))
        ->suggestion = MSG_THIRD_CHILD_ADVICE;
  }
}

static void check_declared(bv_check *check) {
  const bv_front *front = &check->document->front;
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *person = &front->persons.items[i];
    if (person->role == BV_ROLE_JEUGDIGE || person->role == BV_ROLE_OUDER || !person->born.year || !check->today.year ||
        bv_date_age(person->born, check->today) >= EIGHTEEN)
      continue;
    bv_report(check, BV_RULE_PRIVACY_DERDE, bv_field_place(&person->fields, "geboren"), NULL, MSG_THIRD_CHILD_DECLARED,
              person->name)
        ->suggestion = MSG_THIRD_CHILD_DECLARED_ADVICE;
  }
}

static void *begin(bv_check *check) {
  vocabulary *words = bv_alloc(check->document->arena, sizeof *words);
  *words = (vocabulary){check->declared, bv_words_of_class(BV_WORDS_CHILD), bv_words_of_class(BV_WORDS_RELATIVE)};
  check_declared(check);
  return words;
}

const bv_reader bv_reader_third = {.begin = begin, .read = read_children};
