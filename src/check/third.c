/* Other children: a sister, a cousin or a friend may matter to the story; name and age together are not needed for it
 * (privacy/derde; KK 4.2.4). */
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "check/passage.h"
#include "check/voice.h"
#include "check/wordset.h"

enum { EIGHTEEN = 18, WINDOW = 12 /* tokens behind the name that can hold a particular */ };

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

/* An age in years below eighteen, in digits or words; -1 when the token is none. */
static int age_at(const bv_tokens *tokens, size_t at) {
  static const char *const words[] = {"nul",    "een",     "twee",     "drie",     "vier",    "vijf",
                                      "zes",    "zeven",   "acht",     "negen",    "tien",    "elf",
                                      "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien"};
  if (at >= tokens->count)
    return -1;
  if (tokens->items[at].kind == BV_TOKEN_NUMBER && tokens->items[at].end - tokens->items[at].start <= 2) {
    int age = atoi(tokens->items[at].folded);
    return age < EIGHTEEN ? age : -1;
  }
  for (int i = 0; i < (int)(sizeof words / sizeof *words); i++)
    if (bv_token_is(tokens, at, words[i]))
      return i;
  return -1;
}

/* "Noor (6)", "Noor van zes jaar", "Noor is 6 jaar". */
static bool has_age(const bv_tokens *tokens, size_t behind) {
  if (bv_token_is(tokens, behind, "(") && age_at(tokens, behind + 1) >= 0 &&
      (bv_token_is(tokens, behind + 2, ")") || bv_token_is(tokens, behind + 2, "jaar")))
    return true;
  for (size_t i = behind; i < behind + WINDOW && i < tokens->count && !bv_token_is(tokens, i, "."); i++)
    if (age_at(tokens, i) >= 0 && bv_token_is(tokens, i + 1, "jaar") && !bv_token_is(tokens, i + 2, "geleden"))
      return true;
  return false;
}

/* Born on a day, a school class, or a family name: what makes a first name one particular child. */
static bool has_particular(const bv_tokens *tokens, size_t behind, const vocabulary *words) {
  static const char *const particles[] = {"de", "den", "der", "van", "ten", "ter", "el", "al", NULL};
  size_t at = behind;
  while (bv_token_in(tokens, at, particles))
    at++;
  if (is_name(tokens, at, words))
    return true;
  for (size_t i = behind; i < behind + WINDOW && i < tokens->count && !bv_token_is(tokens, i, "."); i++)
    if (bv_token_is(tokens, i, "geboren") || (bv_token_is(tokens, i, "groep") && age_at(tokens, i + 1) > 0))
      return true;
  return false;
}

/* "zesjarig zusje", "6-jarige zusje". */
static bool has_age_before(const bv_tokens *tokens, size_t at) {
  if (at == 0)
    return false;
  const char *word = tokens->items[at - 1].folded;
  const char *end = strstr(word, "jarig");
  return end && (strcmp(end, "jarig") == 0 || strcmp(end, "jarige") == 0);
}

/* Whether at this token a child is named with particulars; `end` receives the place of the name. */
static bool is_third_child(const bv_tokens *tokens, size_t at, const vocabulary *words, size_t *name) {
  *name = at + 1 + (bv_token_is(tokens, at + 1, ",") || bv_token_is(tokens, at + 1, "("));
  if (!is_name(tokens, *name, words))
    return false;
  bool is_child = bv_token_in_set(tokens, at, words->children);
  if (!is_child && !bv_token_in_set(tokens, at, words->relatives))
    return false;
  return has_age(tokens, *name + 1) || has_age_before(tokens, at) ||
         (is_child && has_particular(tokens, *name + 1, words));
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
