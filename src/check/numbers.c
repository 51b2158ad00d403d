#include "check/numbers.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "lang/lists.h"

/* What may stand between the digits of a telephone number. */
#define SEPARATORS " -."

enum { LONGEST_AREA_CODE = 4, SERVICE_DIGITS = 9 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Letters beyond ASCII count as letters: "é" never ends a word. */
static bool is_letter(char c) { return isalpha((unsigned char)c) || (unsigned char)c >= 0x80; }

static bool is_wordlike(char c) { return is_letter(c) || is_digit(c); }

static bool one_of(char c, const char *set) { return c != '\0' && strchr(set, c); }

static char before(const char *text, size_t at) { return at ? text[at - 1] : ' '; }

enum { WORD = sizeof(uint64_t) };

/* Whether one of eight bytes is a digit. */
static bool has_digit(const char *bytes) {
  const uint64_t ones = 0x0101010101010101u;
  uint64_t eight;
  memcpy(&eight, bytes, WORD);
  eight ^= '0' * ones; /* digits become 0 to 9 */
  return (eight - 10 * ones) & ~eight & 0x80 * ones;
}

/* The first digit of a number from `at` on, or `length`. Texts have few, so eight bytes are looked at together. */
static size_t next_number(const char *text, size_t length, size_t at) {
  for (;; at++) {
    while (length - at >= WORD && !has_digit(text + at))
      at += WORD;
    while (at < length && !is_digit(text[at]))
      at++;
    if (at == length || !is_digit(before(text, at)))
      return at;
  }
}

bool bv_has_digit(const char *text, size_t length) { return next_number(text, length, 0) < length; }

/* Digits with their separators, as one number is written; of a longer number the first sixteen or so. */
typedef struct digits {
  char items[16];
  size_t count;
  size_t shortest_group; /* of all groups */
  bool mixed;            /* more than one kind of separator */
  char separator;        /* or '\0' */
  size_t end;            /* behind the last digit */
} digits;

/* Reads digits in groups from `at` on; a single separator out of `separators` may stand between two groups. */
static digits read_digits(const char *text, size_t length, size_t at, const char *separators) {
  digits found = {.end = at, .shortest_group = length};
  while (at < length && is_digit(text[at])) {
    size_t start = at;
    for (; at < length && is_digit(text[at]); at++)
      if (found.count < sizeof found.items)
        found.items[found.count++] = (char)(text[at] - '0');
    found.end = at;
    if (at - start < found.shortest_group)
      found.shortest_group = at - start;
    if (found.count == sizeof found.items || at + 1 >= length || !one_of(text[at], separators) ||
        !is_digit(text[at + 1]))
      break;
    found.mixed |= found.separator && found.separator != text[at];
    found.separator = text[at++];
  }
  return found;
}

/* Nine digits times 9, 8, … 2, and the last times −1, make a multiple of eleven. */
static bool passes_eleven_test(const digits *number) {
  int sum = -number->items[8];
  bool any = false;
  for (int i = 0; i < 8; i++)
    sum += (9 - i) * number->items[i];
  for (int i = 0; i < 9; i++)
    any |= number->items[i] != 0;
  return any && sum % 11 == 0;
}

/* Whether the text that ends before `end` ends in that string. */
static bool ends_in(const char *text, size_t end, const char *string) {
  size_t size = strlen(string);
  return end >= size && memcmp(text + end - size, string, size) == 0;
}

/* "+31 " before the number: the rest of a telephone number. */
static bool follows_country_code(const char *text, size_t start) {
  size_t at = start;
  if (at == 0 || text[at - 1] != ' ')
    return false;
  for (at--; at > 0 && start - at < 5 && is_digit(text[at - 1]); at--)
    ;
  return before(text, at) == '+';
}

/* Whether the digits are a number of their own, and not the rest of an amount, a case number, a reference, a date or a
 * longer number. */
static bool stands_alone(const char *text, size_t length, size_t start, size_t end) {
  char left = before(text, start), right = end < length ? text[end] : ' ';
  char further = end + 1 < length ? text[end + 1] : ' ';
  if (is_wordlike(left) || one_of(left, "+-/_#.,@%") || is_wordlike(right) || right == '%')
    return false;
  if (one_of(right, "-/_.,:@") && is_wordlike(further))
    return false;
  bool is_amount = ends_in(text, start, "€ ") || ends_in(text, start, "€") ||
                   (length - end >= 5 && memcmp(text + end, " euro", 5) == 0);
  return !is_amount && !follows_country_code(text, start);
}

/* A lone digit is no group of such a number: "op 1 234 567 89" is a count. */
static bool is_service_number(const char *text, size_t length, size_t at, const digits *number) {
  return number->count == SERVICE_DIGITS && !number->mixed && number->shortest_group >= 2 &&
         stands_alone(text, length, at, number->end) && passes_eleven_test(number);
}

bool bv_find_bsn(const char *text, size_t length, size_t from, bv_match *found) {
  for (size_t at = from; (at = next_number(text, length, at)) < length; at++) {
    digits number = read_digits(text, length, at, " .");
    bool is_one = is_service_number(text, length, at, &number);
    if (!is_one && number.count > SERVICE_DIGITS) { /* "111222333 2 kinderen" */
      number = read_digits(text, length, at, "");
      is_one = is_service_number(text, length, at, &number);
    }
    *found = (bv_match){at, number.end};
    if (is_one)
      return true;
  }
  return false;
}

static bool is_email_byte(char c) { return isalnum((unsigned char)c) || one_of(c, "._%+-"); }

static bool is_office(const char *name, size_t length) {
  for (const char *const *office = bv_list_offices; *office; office++)
    if (strlen(*office) == length && strncasecmp(name, *office, length) == 0)
      return true;
  return false;
}

bool bv_find_email(const char *text, size_t length, size_t from, bv_match *found) {
  const char *sign;
  for (size_t at = from; at < length && (sign = memchr(text + at, '@', length - at)); at++) {
    at = (size_t)(sign - text);
    size_t start = at, end = at + 1, dot = 0;
    while (start > from && is_email_byte(text[start - 1]))
      start--;
    for (; end < length && is_email_byte(text[end]); end++)
      if (text[end] == '.' && end + 2 < length && isalpha((unsigned char)text[end + 1]))
        dot = end;
    while (end > dot && !isalnum((unsigned char)text[end - 1]))
      end--;
    if (start < at && dot > at + 1 && end > dot + 2 && !is_office(text + start, at - start)) {
      *found = (bv_match){start, end};
      return true;
    }
  }
  return false;
}

/* Whether these digits, the first a zero, can be dialled to reach a person: 06, or an area code. */
static bool is_personal_number(const digits *number) {
  static const char *const services[] = {"0800", "0900", "0906", "0909", "088", "085", "084", "087", "0140", "0116"};
  char written[17];
  for (size_t i = 0; i < number->count; i++)
    written[i] = (char)('0' + number->items[i]);
  written[number->count] = '\0';
  if (number->count != 10 || written[0] != '0' || written[1] == '0')
    return false;
  for (size_t i = 0; i < sizeof services / sizeof *services; i++)
    if (strncmp(written, services[i], strlen(services[i])) == 0)
      return false;
  return true;
}

/* "+31 6 12345678": the digits behind the plus, a "(0)" among them left out. */
static bool is_international(const char *text, size_t length, size_t plus, bv_match *found) {
  digits code = read_digits(text, length, plus + 1, SEPARATORS);
  size_t end = code.end, count = code.count, zero = end + strspn(text + end, SEPARATORS);
  if (strncmp(text + zero, "(0)", 3) == 0) {
    size_t rest = zero + 3 + strspn(text + zero + 3, SEPARATORS);
    digits more = read_digits(text, length, rest, SEPARATORS);
    end = more.count ? more.end : end;
    count += more.count;
  }
  *found = (bv_match){plus, end};
  return count >= 9 && count <= 15;
}

/* "(020) 123 45 67": the area code may stand in brackets. */
static bool is_national(const char *text, size_t length, size_t at, bv_match *found) {
  digits number = read_digits(text, length, at, SEPARATORS);
  bool bracket = before(text, at) == '(' && number.count <= LONGEST_AREA_CODE && text[number.end] == ')';
  if (bracket) {
    size_t rest = number.end + 1 + strspn(text + number.end + 1, SEPARATORS);
    digits more = read_digits(text, length, rest, SEPARATORS);
    for (size_t i = 0; i < more.count && number.count < sizeof number.items; i++)
      number.items[number.count++] = more.items[i];
    number.end = more.end;
  }
  *found = (bv_match){at - bracket, number.end};
  return is_personal_number(&number) && !is_wordlike(before(text, found->start)) &&
         !one_of(before(text, found->start), "/-.,#_") && (number.end == length || !is_wordlike(text[number.end]));
}

/* "0031 6 12345678": two noughts for the plus. Only of this country: other rows of digits begin with two as well. */
static bool is_dialled_abroad(const char *text, size_t length, size_t at, bv_match *found) {
  if (length - at < 4 || memcmp(text + at, "0031", 4) != 0 || is_wordlike(before(text, at)) ||
      one_of(before(text, at), "/-.,#_+") || !is_international(text, length, at + 1, found))
    return false;
  found->start = at;
  return true;
}

bool bv_find_telephone(const char *text, size_t length, size_t from, bv_match *found) {
  for (size_t at = from; (at = next_number(text, length, at)) < length; at++) {
    if (at > from && text[at - 1] == '+' && !is_wordlike(before(text, at - 1)) &&
        is_international(text, length, at - 1, found))
      return true;
    if (text[at] == '0' && (is_national(text, length, at, found) || is_dialled_abroad(text, length, at, found)))
      return true;
  }
  return false;
}

/* "1234 AB". A year before two capitals ("in 2024 GI") is only one when it is written as a postcode is: together, or
 * followed by a place. */
static bool is_postcode(const char *text, size_t length, size_t at, bv_match *found) {
  if (at + 6 > length || text[at] == '0' || is_wordlike(before(text, at)) || one_of(before(text, at), "-/.,#"))
    return false;
  for (size_t i = 0; i < 4; i++)
    if (!is_digit(text[at + i]))
      return false;
  size_t letters = at + 4 + (text[at + 4] == ' ');
  if (letters + 2 > length || !isupper((unsigned char)text[letters]) || !isupper((unsigned char)text[letters + 1]) ||
      (letters + 2 < length && (is_wordlike(text[letters + 2]) || text[letters + 2] == '-')))
    return false;
  bool is_year = strncmp(text + at, "19", 2) == 0 || strncmp(text + at, "20", 2) == 0;
  bool has_place = letters + 3 < length && text[letters + 2] == ' ' && isupper((unsigned char)text[letters + 3]);
  *found = (bv_match){at, letters + 2};
  return !is_year || letters == at + 4 || has_place;
}

/* Whether the word that ends before `end` is the name of a street; `start` receives where it begins. */
static bool is_street(const char *text, size_t from, size_t end, size_t *start) {
  size_t begin = end;
  while (begin > from && (is_letter(text[begin - 1]) || text[begin - 1] == '-'))
    begin--;
  if (begin == end || !(isupper((unsigned char)text[begin]) || (unsigned char)text[begin] >= 0x80))
    return false;
  *start = begin;
  if (end - begin == strlen("Gerechtshof") && strncmp(text + begin, "Gerechtshof", end - begin) == 0)
    return false;
  for (const char *const *ending = bv_list_street_endings; *ending; ending++) {
    size_t size = strlen(*ending);
    if (end - begin > size && strncmp(text + end - size, *ending, size) == 0)
      return true;
  }
  return false;
}

/* Whether what follows a number makes it a count or a day: "hij liep de Kerkweg 3 keer op", "Dorpsstraat, 4 mei". */
static bool is_followed_by_unit(const char *text, size_t length, size_t at) {
  size_t end = at + 1;
  if (at >= length || text[at] != ' ')
    return false;
  while (end < length && is_letter(text[end]))
    end++;
  for (const char *const *unit = bv_list_units; *unit; unit++)
    if (strlen(*unit) == end - at - 1 && memcmp(text + at + 1, *unit, end - at - 1) == 0)
      return true;
  return false;
}

/* The house number at `at`: one to four digits and perhaps a letter. */
static bool is_street_address(const char *text, size_t length, size_t from, size_t at, bv_match *found) {
  size_t start, end = at;
  if (at < from + 2 || text[at - 1] != ' ' || !is_street(text, from, at - 1, &start))
    return false;
  while (end < length && is_digit(text[end]))
    end++;
  if (end - at > 4)
    return false;
  bool has_letter = end < length && isalpha((unsigned char)text[end]);
  end += has_letter;
  if ((end < length && is_wordlike(text[end])) || (!has_letter && is_followed_by_unit(text, length, end)))
    return false;
  *found = (bv_match){start, end};
  return true;
}

bool bv_find_address(const char *text, size_t length, size_t from, bv_match *found) {
  for (size_t at = from; (at = next_number(text, length, at)) < length; at++)
    if (is_street_address(text, length, from, at, found) || is_postcode(text, length, at, found))
      return true;
  return false;
}
