#include "lang/dates.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/datewords.h"
#include "lang/lists.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2099, PIVOT = 40 /* '41 is 1941, '40 is 2040 */ };

/* A date being read: where the next token is, and what was found so far. */
typedef struct cursor {
  const bv_tokens *tokens;
  size_t at;
  size_t start;       /* the token where every form is tried */
  bv_term_match here; /* what begins there, which every form asks for */
  bv_text_date date;
} cursor;

static bool is(const cursor *c, size_t i, const char *word) { return bv_token_is(c->tokens, i, word); }

static bool is_number(const cursor *c, size_t i) {
  return i < c->tokens->count && c->tokens->items[i].kind == BV_TOKEN_NUMBER;
}

/* The number at a token when it has that many digits or fewer; else -1. */
static int number_at(const cursor *c, size_t i, size_t digits) {
  return is_number(c, i) && strlen(c->tokens->items[i].folded) <= digits ? atoi(c->tokens->items[i].folded) : -1;
}

static bool is_joined(const cursor *c, size_t i) { return i < c->tokens->count && !c->tokens->items[i].spaced; }

/* The value of the term of one of these sorts at a token, or NULL; `past` receives the token behind it. */
static const char *value_at(const cursor *c, size_t i, unsigned sort, size_t *past) {
  if (i >= c->tokens->count || c->tokens->items[i].kind == BV_TOKEN_NUMBER)
    return NULL;
  bv_term_match match = i == c->start ? c->here : bv_terms_find(bv_date_words(), c->tokens, i);
  for (const bv_term *term = match.term; term; term = term->next)
    if (bv_date_sort_of(term) & sort) {
      *past = match.past;
      return bv_date_value_of(term);
    }
  return NULL;
}

/* Reads a month name, with the full stop of an abbreviation; 0 when there is none. */
static int read_month(cursor *c) {
  size_t past;
  const char *value = value_at(c, c->at, BV_DATE_MONTH, &past);
  if (!value)
    return 0;
  size_t length = strlen(c->tokens->items[c->at].folded);
  c->at = past;
  if (length <= 4 && is(c, past, ".") && is_joined(c, past) && !is(c, past - 1, "mei") && !is(c, past - 1, "juni") &&
      !is(c, past - 1, "juli"))
    c->at++;
  return atoi(value);
}

static int full_year(int short_year) { return short_year <= PIVOT ? 2000 + short_year : FIRST_YEAR + short_year; }

/* Reads "2024" or "'24"; 0 when there is none. */
static int read_year(cursor *c) {
  int year = number_at(c, c->at, 4);
  if (year >= FIRST_YEAR && year <= LAST_YEAR) {
    c->at++;
    return year;
  }
  if (is(c, c->at, "'") && is_joined(c, c->at + 1) && is_number(c, c->at + 1) &&
      strlen(c->tokens->items[c->at + 1].folded) == 2) {
    c->at += 2;
    return full_year(number_at(c, c->at - 1, 2));
  }
  return 0;
}

static bv_date day_of(int year, int month, int day) {
  return (bv_date){(short)year, (signed char)month, (signed char)day};
}

/* The last day of a month; of February 29 when there is no year. */
static bv_date month_end(int year, int month) {
  bv_date end = day_of(year, month, 31);
  while (end.day > 28 && !bv_date_valid(day_of(year ? year : 2000, month, end.day)))
    end.day--;
  return end;
}

static bool found(cursor *c, bv_date first, bv_date last, bv_precision precision) {
  c->date.kind = first.year ? BV_TEXT_DATE_ABSOLUTE : BV_TEXT_DATE_YEARLESS;
  c->date.period = (bv_period){first, last, precision};
  return true;
}

static bool impossible(cursor *c) {
  c->date.kind = BV_TEXT_DATE_IMPOSSIBLE;
  return true;
}

/* One day or a stretch of days in one month; days that the month does not have make it impossible. */
static bool found_days(cursor *c, int year, int month, int from, int to) {
  int calendar = year ? year : 2000;
  if (!bv_date_valid(day_of(calendar, month, from)) || !bv_date_valid(day_of(calendar, month, to)))
    return impossible(c);
  return found(c, day_of(year, month, from), day_of(year, month, to),
               from == to ? BV_PRECISION_DAY : BV_PRECISION_PERIOD);
}

/* "29-01-2010", "26/09/99", "26.09.1999", "2026-10-01"; not part of a longer row of numbers. */
static bool read_numeric(cursor *c) {
  const bv_token *items = &c->tokens->items[c->at];
  if (c->at + 4 >= c->tokens->count || !is_number(c, c->at + 2) || !is_number(c, c->at + 4))
    return false;
  char separator = items[1].folded[0];
  if (!strchr("-/.", separator) || items[1].folded[0] != items[3].folded[0])
    return false;
  for (size_t i = 1; i <= 4; i++)
    if (items[i].spaced)
      return false;
  bool goes_on = is_joined(c, c->at + 5) && strchr("-/", items[5].folded[0]) && is_joined(c, c->at + 6);
  if (goes_on || (c->at && !items->spaced && strchr("-/.", items[-1].folded[0])))
    return false;
  size_t length[] = {strlen(items[0].folded), strlen(items[2].folded), strlen(items[4].folded)};
  bool iso = length[0] == 4 && length[2] <= 2;
  if ((!iso && (length[0] > 2 || (length[2] != 4 && length[2] != 2))) || length[1] > 2)
    return false;
  int year = atoi(items[iso ? 0 : 4].folded), day = atoi(items[iso ? 4 : 0].folded), month = atoi(items[2].folded);
  bool is_short = !iso && length[2] == 2;
  if (is_short && (day > 31 || month > 12 || !day || !month || (separator == '.' && (length[0] != 2 || length[1] != 2))))
    return false;
  year = is_short ? full_year(year) : year;
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return false;
  c->at += 5;
  if (month < 1 || month > 12)
    return impossible(c);
  return found_days(c, year, month, day, day);
}

/* "3 maart 2024", "25 feb. 2009", "19-20 november", "3 en 4 mei '21". */
static bool read_day_month(cursor *c) {
  int from = number_at(c, c->at, 2), to = from;
  if (from < 1 || from > 31)
    return false;
  c->at++;
  size_t second = c->at + 1;
  if (is(c, c->at, "t") && is(c, c->at + 1, "/") && is(c, c->at + 2, "m"))
    second = c->at + 3;
  else if (is(c, c->at, "tot"))
    second = is(c, c->at + 1, "en") && is(c, c->at + 2, "met") ? c->at + 3 : c->at + 1;
  else if (!bv_token_in(c->tokens, c->at, bv_list_between_days))
    second = c->tokens->count;
  int other = number_at(c, second, 2);
  if (other > from && other <= 31) {
    c->at = second + 1;
    to = other;
  }
  int month = read_month(c);
  return month && found_days(c, read_year(c), month, from, to);
}

/* Whether a word before the token makes a bare month or year a date: "in mei", "sinds 2019". */
static bool is_dated(const cursor *c, size_t i) {
  return i > 0 && bv_token_in(c->tokens, i - 1, bv_list_before_years);
}

static bool read_month_alone(cursor *c) {
  size_t start = c->at;
  int month = read_month(c), year = month ? read_year(c) : 0;
  if (!month || (!year && !is_dated(c, start)))
    return false;
  return found(c, day_of(year, month, 1), month_end(year, month), BV_PRECISION_MONTH);
}

/* The day "MM-DD" in a year. */
static bv_date day_in(int year, const char *month_day) {
  int month = 1, day = 1;
  sscanf(month_day, "%2d-%2d", &month, &day);
  return day_of(year, month, day);
}

/* Reads the year behind a season, and behind a slash or hyphen a second one: "winter 2021/2022". */
static bool read_years(cursor *c, int *first, int *last) {
  c->at += is(c, c->at, "van");
  *first = *last = read_year(c);
  if (!*first)
    return false;
  size_t back = c->at;
  if (is_joined(c, c->at) && (is(c, c->at, "/") || is(c, c->at, "-") || is(c, c->at, "–"))) {
    c->at++;
    int second = read_year(c);
    if (!second && number_at(c, c->at, 2) == (*first + 1) % 100)
      second = full_year(number_at(c, c->at++, 2));
    if (second == *first + 1)
      *last = second;
    else
      c->at = back;
  }
  return true;
}

static bv_date easter(int year) {
  int a = year % 19, b = year / 100, c = year % 100, d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30,
      e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7, f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return day_of(year, f / 31, f % 31 + 1);
}

/* "zomer 2023", "kerst 2021", "schooljaar 2021-2022". A winter of one year may be either of two: both stay in. */
static bool read_season(cursor *c) {
  static const unsigned sorts[] = {BV_DATE_SEASON | BV_DATE_FEAST, BV_DATE_WINTER | BV_DATE_SCHOOL_YEAR, BV_DATE_EASTER};
  const char *value = NULL;
  unsigned sort = 0;
  size_t past;
  for (size_t i = 0; i < sizeof sorts / sizeof *sorts && !value; i++) {
    sort = sorts[i];
    value = value_at(c, c->at, sort, &past);
  }
  if (!value)
    return false;
  c->at = past;
  int first, last;
  if (!read_years(c, &first, &last))
    return false;
  if (sort & BV_DATE_EASTER)
    return found(c, bv_date_add_days(easter(first), strtol(value, NULL, 10)),
                 bv_date_add_days(easter(first), strtol(strchr(value, ' '), NULL, 10)), BV_PRECISION_PERIOD);
  bool spans = sort & BV_DATE_WINTER && last == first;
  return found(c, day_in(first - spans, value), day_in(last + spans, strchr(value, ' ') + 1), BV_PRECISION_PERIOD);
}

/* "derde kwartaal 2023", "Q3 2023". */
static bool read_quarter(cursor *c) {
  size_t past;
  const char *value = value_at(c, c->at, BV_DATE_NUMBERED_QUARTER, &past);
  if (!value && (value = value_at(c, c->at, BV_DATE_COUNT, &past)) && !value_at(c, past, BV_DATE_QUARTER, &past))
    return false;
  if (!value)
    return false;
  c->at = past;
  int quarter = atoi(value), year = read_year(c);
  if (!year || quarter < 1 || quarter > 4)
    return false;
  return found(c, day_of(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter), BV_PRECISION_PERIOD);
}

/* "begin 2022", "eind maart 2024", "medio juni": wide, since nobody knows where a beginning ends. */
static bool read_part(cursor *c) {
  static const struct { int first_month, last_month, first_day, last_day; } parts[] = {
      {1, 5, 1, 15}, {4, 9, 8, 23}, {8, 12, 15, 31}};
  size_t past;
  const char *value = value_at(c, c->at, BV_DATE_PART, &past);
  if (!value)
    return false;
  int part = atoi(value) - 1;
  c->at = past;
  int month = read_month(c), year = read_year(c);
  if (month) {
    bv_date end = month_end(year, month);
    if (end.day > parts[part].last_day)
      end.day = (signed char)parts[part].last_day;
    return found(c, day_of(year, month, parts[part].first_day), end, BV_PRECISION_PERIOD);
  }
  return year && found(c, day_of(year, parts[part].first_month, 1), month_end(year, parts[part].last_month),
                       BV_PRECISION_PERIOD);
}

/* "in 2019", "2019/2020"; no amount: "van 2000 euro". */
static bool read_year_alone(cursor *c) {
  int first, last;
  bool may_be_year = is_number(c, c->at) || is(c, c->at, "'");
  if (!may_be_year || !is_dated(c, c->at) || !read_years(c, &first, &last))
    return false;
  if (bv_token_in(c->tokens, c->at, bv_list_behind_amounts) && !(is(c, c->at, ",") && !is_joined(c, c->at + 1)))
    return false;
  return found(c, day_of(first, 1, 1), day_of(last, 12, 31), first == last ? BV_PRECISION_YEAR : BV_PRECISION_PERIOD);
}

static bv_date_unit unit_named(const char *name) {
  static const char *const names[] = {"vaag", "dag", "week", "maand", "jaar"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strncmp(name, names[i], strlen(names[i])) == 0)
      return (bv_date_unit)i;
  return BV_UNIT_VAGUE;
}

static bool found_relative(cursor *c, bv_date_unit unit, int offset) {
  c->date.kind = BV_TEXT_DATE_RELATIVE;
  c->date.unit = unit;
  c->date.offset = offset;
  return true;
}

/* "vorig jaar", "onlangs". */
static bool read_relative(cursor *c) {
  size_t past;
  const char *value = value_at(c, c->at, BV_DATE_RELATIVE, &past);
  if (!value || (is(c, c->at, "laatst") && c->at && (is(c, c->at - 1, "het") || is(c, c->at - 1, "ten"))))
    return false;
  c->at = past;
  const char *offset = strchr(value, ' ');
  return found_relative(c, unit_named(value), offset ? atoi(offset) : 0);
}

/* "kwam na tien minuten terug", "kwam om 23.50 uur terug": what begins right before the cursor is no time ago. */
static bool comes_back(const cursor *c) {
  for (size_t i = c->start; i > 0 && c->start - i < 3; i--)
    if (bv_token_in(c->tokens, i - 1, bv_list_before_returns))
      return true;
  return false;
}

/* "twee jaar geleden", "3 maanden terug"; "een paar jaar geleden" and "jaren geleden" stay vague. */
static bool read_ago(cursor *c) {
  size_t past = c->at;
  const char *value = value_at(c, c->at, BV_DATE_COUNT, &past), *unit;
  int count = value ? atoi(value) : number_at(c, c->at, 3);
  past += !value && count >= 0;
  if (past == c->at && past && is_number(c, past - 1)) /* "uur" of what was a time already */
    return false;
  if (!(unit = value_at(c, past, BV_DATE_UNIT, &past)) || !(is(c, past, "geleden") || is(c, past, "terug")))
    return false;
  if (is(c, past, "terug") && comes_back(c))
    return false;
  c->at = past + 1;
  return found_relative(c, count > 0 ? unit_named(unit) : BV_UNIT_VAGUE, count > 0 ? -count : 0);
}

/* The forms of a date, the most specific first, and what each can begin with. */
static const struct form {
  bool (*read)(cursor *c);
  unsigned begins;
} forms[] = {{read_numeric, BV_DATE_FIGURES},
             {read_day_month, BV_DATE_FIGURES},
             {read_ago, BV_DATE_FIGURES | BV_DATE_COUNT | BV_DATE_UNIT},
             {read_quarter, BV_DATE_NUMBERED_QUARTER | BV_DATE_COUNT},
             {read_part, BV_DATE_PART},
             {read_season, BV_DATE_SEASON | BV_DATE_FEAST | BV_DATE_WINTER | BV_DATE_SCHOOL_YEAR | BV_DATE_EASTER},
             {read_relative, BV_DATE_RELATIVE},
             {read_month_alone, BV_DATE_MONTH},
             {read_year_alone, BV_DATE_FIGURES | BV_DATE_APOSTROPHE}};

/* Tries every form at a token; `past` receives the token behind the date. */
static bool read_date(const bv_tokens *tokens, size_t at, bv_term_match here, unsigned begins, bv_text_date *date,
                      size_t *past) {
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    cursor c = {.tokens = tokens, .at = at, .start = at, .here = here};
    if (!(forms[i].begins & begins) || !forms[i].read(&c))
      continue;
    *date = c.date;
    date->first = at;
    date->past = *past = c.at;
    date->start = tokens->items[at].start;
    date->end = tokens->items[c.at - 1].end;
    return true;
  }
  return false;
}

/* "van 19 november tot 3 december 2021": the year of the second is that of the first, or the one after. */
static void lend_year(const bv_tokens *tokens, bv_text_date *first, const bv_text_date *second) {
  if (first->kind != BV_TEXT_DATE_YEARLESS || second->kind != BV_TEXT_DATE_ABSOLUTE || second->first - first->past > 3)
    return;
  for (size_t i = first->past; i < second->first; i++)
    if (!bv_token_in(tokens, i, bv_list_between_dates))
      return;
  bv_period period = first->period;
  period.first.year = period.last.year = second->period.first.year;
  if (bv_date_compare(period.first, second->period.first) > 0)
    period.first.year = --period.last.year;
  first->period = period;
  first->kind = bv_date_valid(period.first) ? BV_TEXT_DATE_ABSOLUTE : BV_TEXT_DATE_IMPOSSIBLE;
}

/* What a date could begin with at a token; with most, none can. */
static unsigned beginnings(const bv_tokens *tokens, size_t i, bv_term_match here) {
  if (tokens->items[i].kind == BV_TOKEN_NUMBER)
    return BV_DATE_FIGURES;
  unsigned begins = bv_token_is(tokens, i, "'") ? BV_DATE_APOSTROPHE : 0;
  for (const bv_term *term = here.term; term; term = term->next)
    begins |= bv_date_sort_of(term);
  return begins;
}

bv_text_dates bv_dates_in(bv_arena *arena, const bv_tokens *tokens) {
  const bv_terms *words = bv_date_words();
  bv_text_dates dates = {0};
  for (size_t i = 0, past; i < tokens->count; i++) {
    bv_text_date date;
    bv_term_match here = bv_terms_find(words, tokens, i);
    unsigned begins = beginnings(tokens, i, here);
    if (!begins || !read_date(tokens, i, here, begins, &date, &past))
      continue;
    BV_PUSH(arena, &dates, date);
    i = past - 1;
  }
  for (size_t i = dates.count; i-- > 1;)
    lend_year(tokens, &dates.items[i - 1], &dates.items[i]);
  return dates;
}

bv_period bv_text_date_said_on(const bv_text_date *date, bv_date day) {
  if (date->kind == BV_TEXT_DATE_ABSOLUTE)
    return date->period;
  if (date->kind != BV_TEXT_DATE_RELATIVE || !day.year)
    return (bv_period){0};
  bv_date a_monday = {2024, 1, 1}, moved;
  long weekday;
  switch (date->unit) {
  case BV_UNIT_DAY:
    moved = bv_date_add_days(day, date->offset);
    return (bv_period){moved, moved, BV_PRECISION_DAY};
  case BV_UNIT_WEEK:
    weekday = ((bv_date_days_between(a_monday, day) % 7) + 7) % 7;
    moved = bv_date_add_days(day, 7L * date->offset - weekday);
    return (bv_period){moved, bv_date_add_days(moved, 6), BV_PRECISION_PERIOD};
  case BV_UNIT_MONTH:
    moved = bv_date_add_months(day_of(day.year, day.month, 1), date->offset);
    return (bv_period){moved, month_end(moved.year, moved.month), BV_PRECISION_MONTH};
  case BV_UNIT_YEAR:
    return (bv_period){day_of(day.year + date->offset, 1, 1), day_of(day.year + date->offset, 12, 31), BV_PRECISION_YEAR};
  default:
    return (bv_period){0};
  }
}
