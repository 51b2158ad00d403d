#include "lang/sentences.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "base/same.h"
#include "base/utf8.h"
#include "lang/terms.h"

/* Opening an ICU break iterator costs more than breaking a page, so each thread keeps its two. */
typedef struct breakers {
  UBreakIterator *sentences, *words;
  UText text;
} breakers;

static tss_t breakers_key;
static const bv_terms *forms; /* sentences.tsv */

static void close_breakers(void *memory) {
  breakers *b = memory;
  ubrk_close(b->sentences);
  ubrk_close(b->words);
  utext_close(&b->text);
  free(b);
}

static void load(void) {
  static bv_table table;
  bv_arena *arena = bv_arena_new();
  table = bv_table_read(arena, "src/lang/sentences.tsv");
  forms = bv_terms_new(arena, &table, 0, BV_TERMS_EXACT);
  if (tss_create(&breakers_key, close_breakers) != thrd_success)
    bv_out_of_memory();
}

static breakers *own_breakers(void) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  breakers *b = tss_get(breakers_key);
  if (b)
    return b;
  b = calloc(1, sizeof *b);
  if (!b)
    bv_out_of_memory();
  UErrorCode error = U_ZERO_ERROR;
  *b = (breakers){.text = UTEXT_INITIALIZER};
  b->sentences = ubrk_open(UBRK_SENTENCE, "nl", NULL, 0, &error);
  b->words = ubrk_open(UBRK_WORD, "nl", NULL, 0, &error);
  if (U_FAILURE(error) || tss_set(breakers_key, b) != thrd_success)
    bv_out_of_memory();
  return b;
}

/* Sets the iterator to the beginning of the text. */
static void set_text(breakers *b, UBreakIterator *iterator, const char *text, size_t length) {
  UErrorCode error = U_ZERO_ERROR;
  utext_openUTF8(&b->text, text, (int64_t)length, &error);
  ubrk_setUText(iterator, &b->text, &error);
  if (U_FAILURE(error))
    bv_out_of_memory();
  ubrk_first(iterator);
}

/* Bytes of the white space at a place, a no-break space included; 0 for anything else. */
static size_t space_size(const char *text, size_t length) {
  if (length && (*text == ' ' || (*text >= '\t' && *text <= '\r')))
    return 1;
  return length >= 2 && text[0] == '\xC2' && text[1] == '\xA0' ? 2 : 0;
}

/* The same for the white space that ends at `end`. */
static size_t space_before(const char *text, size_t end) {
  if (end && space_size(text + end - 1, 1))
    return 1;
  return end >= 2 && space_size(text + end - 2, 2) == 2 ? 2 : 0;
}

/* Adds a stretch without the white space around it; nothing when that is all it has. */
static void add_trimmed(bv_arena *arena, bv_stretches *stretches, const char *text, size_t from, size_t to) {
  for (size_t size; to > from && (size = space_before(text + from, to - from));)
    to -= size;
  for (size_t size; from < to && (size = space_size(text + from, to - from));)
    from += size;
  if (to > from)
    BV_PUSH(arena, stretches, (bv_stretch){(uint32_t)from, (uint32_t)to});
}

/* --- What stands before a possible end ------------------------------------------------------------------------------ */

static bool starts(const char *text, size_t length, const char *prefix) {
  size_t size = strlen(prefix);
  return length >= size && memcmp(text, prefix, size) == 0;
}

/* Bytes of the quotation mark or bracket that begins here, 0 for anything else. */
static size_t bracket_size(const char *text, size_t length) {
  static const char *const marks[] = {"“", "”", "„", "‘", "’", "‚", "«", "»"};
  if (length == 0 || *text == '\0')
    return 0;
  if ((unsigned char)*text < 0x80)
    return strchr("\"'()[]*_", *text) ? 1 : 0;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (starts(text, length, marks[i]))
      return strlen(marks[i]);
  return 0;
}

enum { LONGEST_FORM = 24 };

/* The class that sentences.tsv gives a word, "" when it does not know it. */
static const char *class_of(const char *word, size_t length) {
  char folded[LONGEST_FORM];
  if (length >= sizeof folded)
    return "";
  for (size_t i = 0; i < length; i++)
    folded[i] = word[i] >= 'A' && word[i] <= 'Z' ? (char)(word[i] | 0x20) : word[i];
  folded[length] = '\0';
  const bv_term *term = bv_terms_word(forms, folded);
  return term ? term->row->fields[1] : "";
}

/* "R.J.", "B.": capitals, each with a full stop. */
static bool is_initials(const char *word, size_t length) {
  for (size_t i = 0; i + 1 < length; i += 2)
    if (word[i] < 'A' || word[i] > 'Z' || word[i + 1] != '.')
      return false;
  return length >= 2 && length % 2 == 0;
}

/* "z.k.h.": single small letters, each with a full stop. */
static bool is_dotted(const char *word, size_t length) {
  for (size_t i = 0; i + 1 < length; i += 2)
    if (word[i] < 'a' || word[i] > 'z' || word[i + 1] != '.')
      return false;
  return length >= 4 && length % 2 == 0;
}

/* "1.", "2.1.", "a.": the number of a list, when it stands first or behind a colon or semicolon. */
static bool is_numbering(const char *word, size_t length) {
  bool digits = false;
  for (size_t i = 0; i < length; i++) {
    if (word[i] >= '0' && word[i] <= '9')
      digits = true;
    else if (word[i] != '.')
      return length == 2 && word[1] == '.';
  }
  return digits;
}

/* --- What stands behind it ------------------------------------------------------------------------------------------ */

typedef enum opening {
  OPENS_SMALL,   /* a small letter */
  OPENS_CAPITAL, /* a capital */
  OPENS_KNOWN,   /* a capital, of a word that often opens a sentence: "Het", "Moeder" */
  OPENS_CLITIC,  /* 's, 't, 'n */
  OPENS_DIGIT,
  OPENS_OTHER    /* no letter or digit: ICU decides */
} opening;

/* How the text goes on at `at`, quotation marks and brackets aside. */
static opening opening_at(const char *text, size_t length, size_t at) {
  if (starts(text + at, length - at, "'") || starts(text + at, length - at, "’") || starts(text + at, length - at, "‘")) {
    size_t letter = at + (text[at] == '\'' ? 1 : 3);
    if (letter + 1 < length && strchr("stn", text[letter]) && (text[letter + 1] == ' ' || text[letter + 1] == '-'))
      return OPENS_CLITIC;
  }
  for (size_t size; (size = bracket_size(text + at, length - at)); at += size) {
  }
  uint32_t c = 0;
  if (!bv_utf8_decode(text + at, length - at, &c) || !u_isalnum((UChar32)c))
    return OPENS_OTHER;
  if (!u_isupper((UChar32)c))
    return u_isdigit((UChar32)c) ? OPENS_DIGIT : OPENS_SMALL;
  size_t end = at;
  while (end < length && ((text[end] | 0x20) >= 'a') && ((text[end] | 0x20) <= 'z'))
    end++;
  return bv_same(class_of(text + at, end - at), "opent") ? OPENS_KNOWN : OPENS_CAPITAL;
}

/* --- The decision --------------------------------------------------------------------------------------------------- */

/* A text and what ICU thinks of it, which is only asked where it decides: most stops are plain. */
typedef struct doubt {
  breakers *breakers;
  const char *text;
  size_t length;
  bool is_asked; /* ICU has the text */
} doubt;

static bool icu_ends_at(doubt *d, size_t next) {
  if (!d->is_asked)
    set_text(d->breakers, d->breakers->sentences, d->text, d->length);
  d->is_asked = true;
  return ubrk_isBoundary(d->breakers->sentences, (int32_t)next);
}

/* Whether a full stop that ends the word (its stop included) ends the sentence too, at `next`; `numbering`: where the word
 * stands, the number of a list can. */
static bool stop_ends(doubt *d, const char *word, size_t length, bool numbering, opening opens, size_t next) {
  const char *class = class_of(word, length);
  if ((numbering && is_numbering(word, length)) || bv_same(class, "nooit"))
    return false;
  if (bv_same(class, "soms"))
    return opens == OPENS_CAPITAL || opens == OPENS_KNOWN || opens == OPENS_CLITIC;
  if (bv_same(class, "midden") || is_initials(word, length) || is_dotted(word, length))
    return opens == OPENS_KNOWN || opens == OPENS_CLITIC;
  /* What ICU does not see: a sentence that opens with a number, with 's, or behind a bullet. */
  return opens != OPENS_SMALL || icu_ends_at(d, next);
}

/* Whether the sentence that begins at `start` ends with the terminator whose last byte is before `stop`; the text goes on
 * at `next`. */
static bool ends_sentence(doubt *d, size_t start, size_t stop, size_t next) {
  const char *text = d->text;
  opening opens = opening_at(text, d->length, next);
  if (text[stop - 1] == '?' || text[stop - 1] == '!') /* “Waarom?” vroeg zij. */
    return opens != OPENS_SMALL && icu_ends_at(d, next);
  if (text[stop - 1] != '.' || (stop - start >= 2 && text[stop - 2] == '.')) /* … and ... */
    return opens == OPENS_CAPITAL || opens == OPENS_KNOWN || opens == OPENS_CLITIC;
  size_t word = stop;
  while (word > start && stop - word < LONGEST_FORM && !space_before(text, word))
    word--;
  bool numbering = word == start || (word - start >= 2 && strchr(";:", text[word - 2]));
  for (size_t size; word < stop && (size = bracket_size(text + word, stop - word)); word += size) {
  }
  return stop_ends(d, text + word, stop - word, numbering, opens, next);
}

/* Bytes of the sentence-ending mark at `at`, or 0. */
static size_t terminator_size(const char *text, size_t length, size_t at) {
  if (text[at] == '.' || text[at] == '?' || text[at] == '!')
    return 1;
  return text[at] == '\xE2' && starts(text + at, length - at, "…") ? 3 : 0;
}

/* Behind the closing marks and the white space that follow a terminator; `at` itself when there is no white space. */
static size_t behind_space(const char *text, size_t length, size_t at) {
  size_t close = at;
  for (size_t size; close < length && (size = bracket_size(text + close, length - close)); close += size) {
  }
  size_t next = close;
  for (size_t size; next < length && text[next] != '\n' && (size = space_size(text + next, length - next));)
    next += size;
  return next > close ? next : at;
}

/* Bytes at which a sentence may end; "\xE2" begins "…". */
static const bool may_end[256] = {['.'] = true, ['?'] = true, ['!'] = true, ['\n'] = true, [0xE2] = true};

bv_stretches bv_sentences(bv_arena *arena, const char *text, size_t length) {
  bv_stretches result = {0};
  doubt d = {own_breakers(), text, length, false};
  size_t start = 0;
  for (size_t at = 0;; at++) {
    while (at < length && !may_end[(unsigned char)text[at]])
      at++;
    if (at == length)
      break;
    if (text[at] == '\n') {
      add_trimmed(arena, &result, text, start, at);
      start = at + 1;
      continue;
    }
    size_t size = terminator_size(text, length, at);
    if (!size)
      continue;
    size_t stop = at + size, next = behind_space(text, length, stop);
    at = stop - 1;
    if (next == stop || next == length)
      continue;
    if (ends_sentence(&d, start, stop, next)) {
      add_trimmed(arena, &result, text, start, next);
      start = next;
      at = next - 1;
    }
  }
  add_trimmed(arena, &result, text, start, length);
  return result;
}

bool bv_has_word(const char *text, size_t length) {
  uint32_t c;
  for (size_t at = 0, size; at < length; at += size ? size : 1) {
    size = bv_utf8_decode(text + at, length - at, &c);
    if (size && (u_isUAlphabetic((UChar32)c) || u_isdigit((UChar32)c)))
      return true;
  }
  return false;
}

bv_stretches bv_words_of(bv_arena *arena, const char *text, size_t length) {
  bv_stretches result = {0};
  breakers *b = own_breakers();
  set_text(b, b->words, text, length);
  int32_t start = 0;
  for (int32_t end; (end = ubrk_next(b->words)) != UBRK_DONE; start = end)
    if (ubrk_getRuleStatus(b->words) >= UBRK_WORD_NUMBER)
      BV_PUSH(arena, &result, (bv_stretch){(uint32_t)start, (uint32_t)end});
  return result;
}
