#include "lang/amounts.h"

#include <stdlib.h>
#include <string.h>

#include "lang/lists.h"

enum { THOUSAND = 1000, MOST_DIGITS = 12, MINUTES_OF_HOUR = 60 };

typedef struct number_word {
  const char *word;
  int value;
} number_word;

static const number_word small[] = {
    {"een", 1},       {"één", 1},        {"twee", 2},      {"drie", 3},      {"vier", 4},      {"vijf", 5},
    {"zes", 6},       {"zeven", 7},      {"acht", 8},      {"negen", 9},     {"tien", 10},     {"elf", 11},
    {"twaalf", 12},   {"dertien", 13},   {"veertien", 14}, {"vijftien", 15}, {"zestien", 16},  {"zeventien", 17},
    {"achttien", 18}, {"negentien", 19}, {"twintig", 20},  {"dertig", 30},   {"veertig", 40},  {"vijftig", 50},
    {"zestig", 60},   {"zeventig", 70},  {"tachtig", 80},  {"negentig", 90}, {"honderd", 100}, {"duizend", 1000},
};

static bool ends_with(const char *word, size_t length, const char *ending) {
  size_t size = strlen(ending);
  return length >= size && memcmp(word + length - size, ending, size) == 0;
}

static int small_number(const char *word, size_t length) {
  for (size_t i = 0; i < sizeof small / sizeof *small; i++)
    if (strlen(small[i].word) == length && memcmp(small[i].word, word, length) == 0)
      return small[i].value;
  return -1;
}

/* "vierendertig", "tweeëntwintig": ones, "en", tens. */
static int below_hundred(const char *word, size_t length) {
  int whole = small_number(word, length);
  if (whole >= 0)
    return whole < 100 ? whole : -1;
  for (size_t ones = 2; ones < length; ones++) {
    size_t joint = strncmp(word + ones, "en", 2) == 0 ? 2 : strncmp(word + ones, "ën", 3) == 0 ? 3 : 0;
    if (!joint || ones + joint >= length)
      continue;
    int low = small_number(word, ones), high = small_number(word + ones + joint, length - ones - joint);
    if (low > 0 && low < 10 && high >= 20 && high < 100)
      return high + low;
  }
  return -1;
}

/* A multiple of a power ("tweehonderd", "vijftienhonderd") and what follows it ("tweehonderdzes"). */
static int64_t with_power(const char *word, size_t length, const char *name, int64_t power) {
  const char *found = strstr(word, name);
  if (!found || (size_t)(found - word) + strlen(name) > length)
    return -1;
  size_t before = (size_t)(found - word), after = length - before - strlen(name);
  const char *rest = found + strlen(name);
  if (after > 2 && strncmp(rest, "en", 2) == 0)
    rest += 2, after -= 2;
  int64_t many = before ? below_hundred(word, before) : 1;
  int64_t more = !after ? 0 : power > 100 ? with_power(rest, after, "honderd", 100) : below_hundred(rest, after);
  if (after && more < 0 && power > 100)
    more = below_hundred(rest, after);
  return many < 0 || more < 0 ? -1 : many * power + more;
}

static int64_t number_word_of(const char *word, size_t length) {
  int64_t value = below_hundred(word, length);
  if (value < 0)
    value = with_power(word, length, "duizend", 1000);
  return value < 0 ? with_power(word, length, "honderd", 100) : value;
}

int64_t bv_number_word(const char *folded) { return number_word_of(folded, strlen(folded)); }

static int64_t ordinal_word(const char *word) {
  size_t length = strlen(word);
  if (strcmp(word, "eerste") == 0)
    return 1;
  if (strcmp(word, "derde") == 0)
    return 3;
  if (ends_with(word, length, "ste"))
    return number_word_of(word, length - 3);
  return ends_with(word, length, "de") ? number_word_of(word, length - 2) : -1;
}

/* "twaalfjarige", "driemaal": the number in front of an ending that counts. */
static int64_t counted_word(const char *word) {
  size_t length = strlen(word);
  for (const char *const *ending = bv_list_counting_endings; *ending; ending++)
    if (ends_with(word, length, *ending) && length > strlen(*ending)) {
      int64_t value = number_word_of(word, length - strlen(*ending));
      if (value > 0)
        return value;
    }
  return -1;
}

static bool is_number(const bv_tokens *tokens, size_t at) {
  return at < tokens->count && tokens->items[at].kind == BV_TOKEN_NUMBER;
}

static size_t size_of(const bv_tokens *tokens, size_t at) { return tokens->items[at].end - tokens->items[at].start; }

/* Whether a mark and digits follow without white space: "1.240", "6,4", "22:40". */
static bool continues(const bv_tokens *tokens, size_t at, char mark, size_t digits) {
  return at + 1 < tokens->count && tokens->items[at].folded[0] == mark && !tokens->items[at].spaced &&
         is_number(tokens, at + 1) && !tokens->items[at + 1].spaced && (!digits || size_of(tokens, at + 1) == digits);
}

static int64_t digits_of(const bv_tokens *tokens, size_t at) {
  if (size_of(tokens, at) > MOST_DIGITS)
    return 1000000000000;
  return strtoll(tokens->items[at].folded, NULL, 10);
}

/* "22.40", "22:40" with "uur" behind it, or "8.00". */
static bool read_clock(const bv_tokens *tokens, size_t at, bv_amount *amount) {
  bool colon = continues(tokens, at + 1, ':', 2);
  if ((!colon && !continues(tokens, at + 1, '.', 2)) || size_of(tokens, at) > 2)
    return false;
  int64_t hour = digits_of(tokens, at), minute = digits_of(tokens, at + 2);
  if (hour > 23 || minute >= MINUTES_OF_HOUR ||
      !(bv_token_is(tokens, at + 3, "uur") || bv_token_is(tokens, at + 3, "u") || colon))
    return false;
  amount->kind = BV_AMOUNT_CLOCK;
  amount->thousandths = (hour * MINUTES_OF_HOUR + minute) * THOUSAND;
  amount->past = at + 3;
  return true;
}

static void read_digits(const bv_tokens *tokens, size_t at, bv_amount *amount) {
  amount->past = at + 1;
  int64_t whole = digits_of(tokens, at);
  while (continues(tokens, amount->past, '.', 3) && whole < 1000000000) {
    whole = whole * THOUSAND + digits_of(tokens, amount->past + 1);
    amount->past += 2;
  }
  amount->thousandths = (whole < 1000000000000 ? whole : 1000000000000) * THOUSAND;
  if (continues(tokens, amount->past, ',', 0) && size_of(tokens, amount->past + 1) <= 3) {
    int64_t part = digits_of(tokens, amount->past + 1);
    for (size_t digits = size_of(tokens, amount->past + 1); digits < 3; digits++)
      part *= 10;
    amount->thousandths += part;
    amount->past += 2;
  }
  amount->percent = bv_token_is(tokens, amount->past, "%");
}

/* "3e", "2de": an ordinal; "12-jarige" reads as the digits before it. */
static bool read_mixed(const char *word, bv_amount *amount) {
  char *rest;
  if (word[0] < '0' || word[0] > '9')
    return false;
  long long value = strtoll(word, &rest, 10);
  if (strcmp(rest, "e") != 0 && strcmp(rest, "de") != 0 && strcmp(rest, "ste") != 0 && strcmp(rest, "x") != 0)
    return false;
  amount->kind = strcmp(rest, "x") == 0 ? BV_AMOUNT_COUNT : BV_AMOUNT_ORDINAL;
  amount->thousandths = value % 1000000000 * THOUSAND;
  return true;
}

static bool read_fraction(const char *word, bv_amount *amount) {
  static const struct {
    const char *word;
    int thousandths;
  } fractions[] = {{"half", 500},       {"halve", 500},       {"halfjaar", 500},
                   {"anderhalf", 1500}, {"anderhalve", 1500}, {"driekwart", 750}};
  for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++)
    if (strcmp(word, fractions[i].word) == 0) {
      amount->thousandths = fractions[i].thousandths;
      return true;
    }
  return false;
}

/* "acht" is a verb as well: "de Raad acht het nodig". */
static bool is_verb(const bv_tokens *tokens, size_t at) {
  return bv_token_is(tokens, at, "acht") && at && bv_token_in(tokens, at + 1, bv_list_objects);
}

/* "half twaalf": half an hour before twelve. */
static bool read_half_hour(const bv_tokens *tokens, size_t at, bv_amount *amount) {
  if (!bv_token_is(tokens, at, "half") || at + 1 >= tokens->count || tokens->items[at + 1].kind != BV_TOKEN_WORD)
    return false;
  int64_t hour = bv_number_word(tokens->items[at + 1].folded);
  if (hour < 1 || hour > 12)
    return false;
  amount->kind = BV_AMOUNT_CLOCK;
  amount->spoken = true;
  amount->thousandths = (hour * MINUTES_OF_HOUR - MINUTES_OF_HOUR / 2) * THOUSAND;
  amount->past = at + 2;
  return true;
}

static bool read_word(const bv_tokens *tokens, size_t at, bv_amount *amount) {
  const char *word = tokens->items[at].folded;
  bv_wordform *form = tokens->items[at].form;
  if (form && form->is_no_amount)
    return false;
  if (read_half_hour(tokens, at, amount) || read_mixed(word, amount) || read_fraction(word, amount))
    return true;
  int64_t value = bv_number_word(word);
  if (value < 0)
    value = counted_word(word);
  if (value < 0 && (value = ordinal_word(word)) > 0)
    amount->kind = BV_AMOUNT_ORDINAL;
  if (value < 0 && bv_token_in(tokens, at, bv_list_both))
    value = 2, amount->weak = true;
  if (form)
    form->is_no_amount = value < 0;
  if (value < 0 || is_verb(tokens, at))
    return false;
  amount->thousandths = value * THOUSAND;
  amount->weak |= value == 1;
  return true;
}

bool bv_amount_at(const bv_tokens *tokens, size_t at, bv_amount *amount) {
  const bv_token *token = &tokens->items[at];
  *amount = (bv_amount){.start = token->start, .past = at + 1};
  if (token->kind == BV_TOKEN_MARK)
    return false;
  if (token->kind == BV_TOKEN_WORD) {
    if (!read_word(tokens, at, amount))
      return false;
  } else if (!read_clock(tokens, at, amount)) {
    read_digits(tokens, at, amount);
  }
  amount->end = tokens->items[amount->past - 1].end;
  return true;
}
