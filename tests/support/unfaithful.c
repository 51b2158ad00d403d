#include "unfaithful.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

typedef struct maker {
  bv_arena *arena;
  const char *text;
  bv_unfaithful_list list;
} maker;

static void make(maker *m, const char *how, const char *from, const char *to, const char *instead) {
  const char *text = bv_sprintf(m->arena, "%.*s%s%s", (int)(from - m->text), m->text, instead, to);
  BV_PUSH(m->arena, &m->list, (bv_unfaithful){how, text});
}

static bool is_letter(char c) { return isalpha((unsigned char)c) || (unsigned char)c >= 0x80; }

static bool is_edge(const char *text, const char *at, const char *end) {
  return (at == text || !(is_letter(at[-1]) || isdigit((unsigned char)at[-1]))) && !is_letter(*end) &&
         !isdigit((unsigned char)*end);
}

/* The word at `at`, whole and in this or capital case. */
static bool is_word(const maker *m, const char *at, const char *word) {
  size_t length = strlen(word);
  return tolower((unsigned char)*at) == tolower((unsigned char)*word) && strncmp(at + 1, word + 1, length - 1) == 0 &&
         is_edge(m->text, at, at + length);
}

static const char *const months[] = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                     "juli",    "augustus", "september", "oktober", "november", "december"};
enum { MONTHS = sizeof months / sizeof *months };

static size_t month_at(const maker *m, const char *at) {
  for (size_t i = 0; i < MONTHS; i++)
    if (is_word(m, at, months[i]))
      return i;
  return MONTHS;
}

static const char *digits_end(const char *at) {
  while (isdigit((unsigned char)*at))
    at++;
  return at;
}

/* Day, month and year of a date, each on its own. */
static void change_dates(maker *m) {
  for (const char *at = m->text; *at; at++) {
    size_t month = month_at(m, at);
    if (month == MONTHS)
      continue;
    const char *behind = at + strlen(months[month]);
    make(m, "datum", at, behind, months[(month + 1) % MONTHS]);
    if (behind[0] == ' ' && digits_end(behind + 1) - behind == 5)
      make(m, "datum", behind + 1, behind + 5, bv_sprintf(m->arena, "%d", atoi(behind + 1) - 1));
    const char *day = at;
    while (day > m->text && (day[-1] == ' ' || isdigit((unsigned char)day[-1])))
      day--;
    day += *day == ' ';
    if (isdigit((unsigned char)*day))
      make(m, "datum", day, digits_end(day), bv_sprintf(m->arena, "%d", atoi(day) % 28 + 1));
  }
}

/* Numbers in digits that belong to no date: one more, or for amounts two digits swapped. */
static void change_numbers(maker *m) {
  for (const char *at = m->text; *at; at++) {
    if (!isdigit((unsigned char)*at) || (at > m->text && (isdigit((unsigned char)at[-1]) || is_letter(at[-1]))))
      continue;
    const char *end = digits_end(at);
    bool year = end - at == 4 && at[0] <= '2', dated = end[0] == ' ' && month_at(m, end + 1) < MONTHS;
    bool ranged = strncmp(end, " tot ", 5) == 0 || strncmp(end, " op ", 4) == 0 || strncmp(end, " en ", 4) == 0;
    if (!year && !dated && !ranged)
      make(m, "getal", at, end, bv_sprintf(m->arena, "%0*d", (int)(end - at), atoi(at) + 1));
    const char *behind = digits_end(end + (*end == '.'));
    if (*end == '.' && behind - end == 4 && end[1] != end[2])
      make(m, "bedrag", end + 1, end + 3, bv_sprintf(m->arena, "%c%c", end[2], end[1]));
  }
}

static const char *const number_words[] = {
    "twee",   "drie",    "vier",     "vijf",     "zes",     "zeven",     "acht",     "negen",     "tien",   "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"};

static void change_number_words(maker *m) {
  enum { WORDS = sizeof number_words / sizeof *number_words };
  for (const char *at = m->text; *at; at++)
    for (size_t i = 0; i < WORDS; i++)
      if (is_word(m, at, number_words[i]))
        make(m, "getal", at, at + strlen(number_words[i]), number_words[(i + 1) % WORDS]);
}

/* The text with every mention of one person replaced by another. */
static void replace_person(maker *m, const char *person, const char *other) {
  bv_buf text = bv_buf_new(m->arena);
  bool found = false;
  for (const char *at = m->text; *at;) {
    bool here = is_word(m, at, person);
    found |= here;
    if (here)
      bv_buf_puts(&text, other);
    else
      bv_buf_putc(&text, *at);
    at += here ? strlen(person) : 1;
  }
  if (found)
    BV_PUSH(m->arena, &m->list, (bv_unfaithful){"persoon", bv_buf_string(&text)});
}

static void change_persons(maker *m, const char *const *persons) {
  for (size_t i = 0; persons[i]; i++) {
    const char *next = persons[i + 1] ? persons[i + 1] : persons[0];
    replace_person(m, persons[i], next);
    for (const char *at = m->text; *at; at++)
      if (is_word(m, at, persons[i]))
        make(m, "persoon, één keer", at, at + strlen(persons[i]), next);
  }
}

typedef struct swap {
  const char *word, *instead;
} swap;

static void change_words(maker *m, const char *how, const swap *swaps, size_t count) {
  for (const char *at = m->text; *at; at++)
    for (size_t i = 0; i < count; i++)
      if (is_word(m, at, swaps[i].word)) {
        const char *end = at + strlen(swaps[i].word);
        make(m, how, at, *swaps[i].instead ? end : end + (*end == ' '), swaps[i].instead);
      }
}

static const char *const holding[] = {" vindt ", " vinden ",  " denkt ",    " denken ",
                                      " zegt ",  " vertelt ", " verwacht ", " ziet "};
enum { HOLDING = sizeof holding / sizeof *holding };

/* The bytes of "De Raad vindt dat " at the head of a sentence, or of ", zegt moeder" at its tail; 0 when neither begins
 * at `at`. */
static size_t holder_at(const char *text, const char *at) {
  bool head = at == text || (at[-1] == ' ' && at > text + 1 && strchr(".?!:", at[-2]));
  size_t sentence = strcspn(at, ".?!:;");
  for (size_t v = 0; v < HOLDING; v++) {
    const char *verb = strstr(at, holding[v]);
    if (head && verb && (size_t)(verb - at) < sentence && strncmp(verb + strlen(holding[v]), "dat ", 4) == 0)
      return (size_t)(verb - at) + strlen(holding[v]) + 4;
    if (*at == ',' && strncmp(at + 1, holding[v], strlen(holding[v])) == 0)
      return sentence;
  }
  return 0;
}

static bool has_any(const char *text, const char *ending) {
  char words[32];
  for (size_t v = 0; v < HOLDING; v++) {
    snprintf(words, sizeof words, "%s%s", holding[v], ending);
    if (strstr(text, words))
      return true;
  }
  return false;
}

/* The text without any "De Raad vindt dat …" and any "…, zegt moeder", where the original says who holds it and what is
 * left does not. */
static void drop_holders(maker *m, const char *original) {
  bool dropped = false;
  bv_buf text = bv_buf_new(m->arena);
  for (const char *at = m->text; *at; at++) {
    size_t size = holder_at(m->text, at);
    dropped |= size > 0;
    at += size;
    if (!*at)
      break;
    bv_buf_putc(&text, *at);
  }
  if (dropped && has_any(original, "dat ") && !has_any(bv_buf_string(&text), "") &&
      !strstr(bv_buf_string(&text), "olgens "))
    BV_PUSH(m->arena, &m->list, (bv_unfaithful){"houder", bv_buf_string(&text)});
}

static void drop_hearsay(maker *m) {
  static const char *const heads[] = {" gehoord dat ", " gezegd dat "};
  for (size_t h = 0; h < sizeof heads / sizeof *heads; h++) {
    const char *at = strstr(m->text, heads[h]);
    if (at)
      make(m, "horen zeggen", m->text, at + strlen(heads[h]), "");
    if (at)
      make(m, "horen zeggen", at, at + strlen(heads[h]), " gezien dat ");
  }
}

static void confirm(maker *m) {
  static const swap swaps[] = {{"niet bevestigd", "bevestigd"},
                               {"nog niet onderzocht", "onderzocht"},
                               {" Dat is nog niet bevestigd.", ""},
                               {" De diagnose is niet bevestigd.", ""}};
  for (size_t i = 0; i < sizeof swaps / sizeof *swaps; i++) {
    const char *at = strstr(m->text, swaps[i].word);
    if (at)
      make(m, "bevestigd", at, at + strlen(swaps[i].word), swaps[i].instead);
  }
}

bv_unfaithful_list bv_make_unfaithful(bv_arena *arena, const char *original, const char *text,
                                      const char *const *persons) {
  static const swap denials[] = {{"niet", ""},      {"geen", "een"},   {"nooit", "altijd"},  {"niemand", "iemand"},
                                 {"niets", "iets"}, {"zonder", "met"}, {"nergens", "overal"}};
  static const swap doubts[] = {
      {"misschien", ""}, {"waarschijnlijk", ""}, {"lijkt", "is"}, {"mogelijk", "zeker"}, {"ongeveer", ""}};
  maker m = {.arena = arena, .text = text};
  change_dates(&m);
  change_numbers(&m);
  change_number_words(&m);
  change_persons(&m, persons);
  change_words(&m, "ontkenning", denials, sizeof denials / sizeof *denials);
  change_words(&m, "zekerheid", doubts, sizeof doubts / sizeof *doubts);
  drop_holders(&m, original);
  drop_hearsay(&m);
  confirm(&m);
  return m.list;
}
