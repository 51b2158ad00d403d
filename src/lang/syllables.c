#include "lang/syllables.h"

#include <string.h>
#include <threads.h>

#include "base/utf8.h"
#include "lang/table.h"

enum { PIECE, CHANGE, PLACE };

/* A word in plain vowels: accents gone, and where a trema stood, noted. Longer words are counted by their head. */
enum { LONGEST_WORD = 255 };

typedef struct spelling {
  char letters[LONGEST_WORD + 1];
  bool opens[LONGEST_WORD + 1]; /* this letter opens a nucleus */
  size_t length;
} spelling;

static bv_table corrections;                 /* read once, kept as long as the process */
static bv_arena *kept __attribute__((used)); /* in the sight of leak checkers */

static void load(void) {
  kept = bv_arena_new();
  corrections = bv_table_read(kept, "src/lang/syllables.tsv");
}

static void add_letter(spelling *word, uint32_t c) {
  static const struct {
    uint32_t first, last;
    char plain;
  } ranges[] = {{0xE0, 0xE6, 'a'}, {0xE8, 0xEB, 'e'}, {0xEC, 0xEF, 'i'}, {0xF2, 0xF6, 'o'},
                {0xF8, 0xF8, 'o'}, {0xF9, 0xFC, 'u'}, {0xFD, 0xFF, 'y'}, {0x131, 0x131, 'i'}};
  bool opens = c == 0xE4 || c == 0xEB || c == 0xEF || c == 0xF6 || c == 0xFC || c == 0xE8; /* è: bar-ri-è-re */
  char plain = c < 0x80 ? (char)c : '-';
  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      plain = ranges[i].plain;
  word->opens[word->length] = opens;
  word->letters[word->length++] = plain;
}

static void spell(spelling *word, const char *folded) {
  size_t length = strlen(folded);
  word->length = 0;
  for (size_t at = 0, size; at < length && word->length < LONGEST_WORD; at += size) {
    uint32_t c;
    size = bv_utf8_decode(folded + at, length - at, &c);
    if (!size)
      break;
    add_letter(word, c);
  }
  word->letters[word->length] = '\0';
}

static bool is_vowel(char c) { return c && strchr("aeiouy", c); }

/* Letters of the nucleus that begins at `at`: of the longest group, as far as no trema opens another. */
static size_t nucleus(const spelling *word, size_t at) {
  static const char *const groups[] = {"eau", "aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu",
                                       "ie",  "oe",  "eu",  "ui",  "ij",  "ei",  "au", "ou", "ai"};
  for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
    size_t size = strlen(groups[g]);
    bool whole = strncmp(word->letters + at, groups[g], size) == 0;
    for (size_t i = 1; i < size && whole; i++)
      whole = !word->opens[at + i];
    if (whole)
      return size;
  }
  return 1;
}

static bool is_consonant(const spelling *word, size_t at) {
  char c = word->letters[at];
  return !is_vowel(c) || (c == 'u' && at && word->letters[at - 1] == 'q') ||
         (c == 'y' && is_vowel(word->letters[at + 1]));
}

static long corrected(const char *letters, size_t length, long count) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  for (size_t i = 0; i < corrections.count; i++) {
    const bv_row *row = &corrections.items[i];
    const char *found = strstr(letters, row->fields[PIECE]);
    size_t size = strlen(row->fields[PIECE]);
    bool fits = found &&
                (row->fields[PLACE][0] != 'e' ||
                 (length >= size && strcmp(letters + length - size, row->fields[PIECE]) == 0)) &&
                (row->fields[PLACE][0] != 'b' || found == letters);
    if (fits)
      count += row->fields[CHANGE][0] == '-' ? -1 : 1;
  }
  return count;
}

/* The syllables of a word; 0 when it has no vowel. */
static size_t count_syllables(const spelling *word) {
  long count = 0;
  for (size_t at = 0; at < word->length;) {
    if (is_consonant(word, at)) {
      at++;
      continue;
    }
    count++;
    at += nucleus(word, at);
  }
  if (!count)
    return 0;
  count = corrected(word->letters, word->length, count);
  return count > 0 ? (size_t)count : 1;
}

size_t bv_count_syllables(const bv_token *token) {
  if (token->kind == BV_TOKEN_MARK)
    return 0;
  if (token->kind == BV_TOKEN_NUMBER)
    return 1;
  spelling word;
  spell(&word, token->folded);
  size_t count = count_syllables(&word);
  if (!count) /* "GZ" is read letter by letter */
    return token->upper ? word.length : 1;
  if (token->form)
    token->form->syllables = (uint8_t)count;
  return count;
}
