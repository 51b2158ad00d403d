#include "lang/tokens.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "base/utf8.h"

enum { AVERAGE_TOKEN = 5 }; /* bytes of text, white space included: fewer make the list grow */

typedef enum shape { SPACE, LETTER, DIGIT, INVISIBLE, OTHER } shape;

typedef struct scanner {
  bv_arena *arena;
  bv_wordforms *forms;
  bv_tokens tokens;
  size_t length, at;
  char *fold; /* where the next folded byte goes; NULL until a token is more than plain */
  bool spaced;
} scanner;

/* Soft hyphens and joiners stand inside words without being part of them. */
static bool is_invisible(uint32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF; }

static inline shape shape_of_ascii(uint32_t c) {
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
    return LETTER;
  if (c >= '0' && c <= '9')
    return DIGIT;
  return c == ' ' || (c >= '\t' && c <= '\r') ? SPACE : OTHER;
}

static shape shape_of(uint32_t c) {
  if (c < 0x80)
    return shape_of_ascii(c);
  if (is_invisible(c))
    return INVISIBLE;
  if (u_isalpha((UChar32)c) || (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK))
    return LETTER;
  return u_isUWhiteSpace((UChar32)c) ? SPACE : OTHER;
}

/* Decodes at a place; a byte that is no UTF-8 (the reader leaves none) counts as one mark. */
static size_t decode(const scanner *s, size_t at, uint32_t *c) {
  unsigned char byte = (unsigned char)s->tokens.text[at];
  if (byte < 0x80) {
    *c = byte;
    return 1;
  }
  size_t size = bv_utf8_decode(s->tokens.text + at, s->length - at, c);
  if (size)
    return size;
  *c = 0x1A;
  return 1;
}

static shape shape_at(const scanner *s, size_t at) {
  uint32_t c = ' ';
  if (at < s->length)
    decode(s, at, &c);
  return shape_of(c);
}

/* Appends one character to a folded form that begins at `form`; combining accents are composed with what stands before. */
static void fold(scanner *s, const char *form, uint32_t c) {
  if (c < 0x80) {
    *s->fold++ = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    return;
  }
  if (is_invisible(c))
    return;
  if (c == 0x132 || c == 0x133) {
    *s->fold++ = 'i', *s->fold++ = 'j';
    return;
  }
  if (c == 0x2019 || c == 0x2BC)
    c = '\'';
  else if (c == 0x2010 || c == 0x2011)
    c = '-';
  else
    c = (uint32_t)u_tolower((UChar32)c);
  if (s->fold > form && (unsigned char)s->fold[-1] < 0x80 && u_getCombiningClass((UChar32)c)) {
    UErrorCode error = U_ZERO_ERROR;
    UChar32 composed = unorm2_composePair(unorm2_getNFCInstance(&error), s->fold[-1], (UChar32)c);
    if (composed >= 0) {
      s->fold--;
      c = (uint32_t)composed;
    }
  }
  s->fold += bv_utf8_encode(c, s->fold);
}

/* The byte behind an apostrophe at `at`, or `at` itself when there is none. */
static size_t behind_apostrophe(const scanner *s, size_t at) {
  uint32_t c = 0;
  size_t size = at < s->length ? decode(s, at, &c) : 0;
  return c == '\'' || c == 0x2019 || c == 0x2BC ? at + size : at;
}

/* Whether 's, 't, 'n, 'm or 'k stands at `at`, as a word of its own or before a hyphen ("'s-Gravenhage"). */
static bool is_clitic(const scanner *s, size_t at) {
  size_t letter = behind_apostrophe(s, at);
  if (letter == at || letter >= s->length || !strchr("stnmkSTNMK", s->tokens.text[letter]))
    return false;
  shape next = shape_at(s, letter + 1);
  return next == SPACE || (next == OTHER && s->tokens.text[letter + 1] == '-');
}

/* Reads a word or number that begins at s->at into the token. */
static void read_word(scanner *s, bv_token *token) {
  const char *form = s->fold;
  unsigned letters = 0, capitals = 0;
  bool first = true;
  while (s->at < s->length) {
    uint32_t c;
    size_t size = decode(s, s->at, &c), apostrophe = behind_apostrophe(s, s->at);
    shape kind = shape_of(c);
    if (apostrophe > s->at) {
      if (!first && shape_at(s, apostrophe) != LETTER)
        break;
    } else if (kind == SPACE || kind == OTHER) {
      break;
    }
    if (kind == LETTER && (c < 0x80 || u_isalpha((UChar32)c))) {
      bool capital = c < 0x80 ? c <= 'Z' : u_isupper((UChar32)c);
      letters++;
      capitals += capital;
      token->capital |= capital && letters == 1;
    }
    fold(s, form, c);
    s->at += size;
    first = false;
  }
  token->kind = letters ? BV_TOKEN_WORD : BV_TOKEN_NUMBER;
  token->upper = letters >= 2 && capitals == letters;
}

enum { HASH_START = 0x811C9DC5, HASH_FACTOR = 0x01000193 }; /* FNV-1a */

static uint32_t hash_more(uint32_t hash, unsigned char byte) { return (hash ^ byte) * HASH_FACTOR; }

static uint32_t hash_end(uint32_t hash) { return hash ^ hash >> 15; }

uint32_t bv_token_hash(const char *folded) {
  uint32_t hash = HASH_START;
  for (; *folded; folded++)
    hash = hash_more(hash, (unsigned char)*folded);
  return hash_end(hash);
}

/* Gives the token its form: kept with the thread, or else copied into the arena. */
static void set_form(scanner *s, bv_token *token, const char *folded, size_t length, uint32_t hash) {
  token->hash = hash;
  token->form = bv_wordform_of(s->forms, folded, length, hash);
  token->folded = token->form ? token->form->folded : bv_strndup(s->arena, folded, length);
}

/* Reads a mark of one byte; false when it is more, or the beginning of a word. */
static bool plain_mark(scanner *s, bv_token *token) {
  char folded[2] = {s->tokens.text[s->at]};
  if ((unsigned char)folded[0] >= 0x80 || (s->spaced && is_clitic(s, s->at)))
    return false;
  s->at++;
  set_form(s, token, folded, 1, bv_token_hash(folded));
  return true;
}

/* What plain words and numbers are made of; their small forms have the bit of a small letter set, digits included. */
enum { DIGIT_BYTE = 1, SMALL_BYTE = 2, CAPITAL_BYTE = 4, SMALL_BIT = 0x20 };

static const unsigned char plain_bytes[256] = {
    ['0' ... '9'] = DIGIT_BYTE, ['a' ... 'z'] = SMALL_BYTE, ['A' ... 'Z'] = CAPITAL_BYTE};

/* Notes the capitals of a plain word that has any. */
static void note_capitals(bv_token *token, const char *word, size_t length) {
  size_t letters = 0, capitals = 0;
  for (size_t i = 0; i < length; i++) {
    unsigned kind = plain_bytes[(unsigned char)word[i]];
    token->capital |= kind == CAPITAL_BYTE && !letters;
    letters += kind != DIGIT_BYTE;
    capitals += kind == CAPITAL_BYTE;
  }
  token->upper = letters >= 2 && capitals == letters;
}

/* Reads a word or number of nothing but ASCII letters and digits, as most are; false when it holds anything else. */
static bool plain_word(scanner *s, bv_token *token) {
  char folded[BV_LONGEST_FORM + 1];
  const char *text = s->tokens.text + s->at;
  size_t most = s->length - s->at < BV_LONGEST_FORM ? s->length - s->at : BV_LONGEST_FORM, length = 0;
  uint32_t hash = HASH_START;
  unsigned kinds = 0;
  for (unsigned kind; length < most && (kind = plain_bytes[(unsigned char)text[length]]); length++) {
    folded[length] = (char)(text[length] | SMALL_BIT);
    hash = hash_more(hash, (unsigned char)folded[length]);
    kinds |= kind;
  }
  bool ends = s->at + length == s->length;
  if (length == BV_LONGEST_FORM || (!ends && ((unsigned char)text[length] >= 0x80 || text[length] == '\'')))
    return false;
  folded[length] = '\0';
  token->kind = kinds & (SMALL_BYTE | CAPITAL_BYTE) ? BV_TOKEN_WORD : BV_TOKEN_NUMBER;
  if (kinds & CAPITAL_BYTE)
    note_capitals(token, text, length);
  s->at += length;
  set_form(s, token, folded, length, hash_end(hash));
  return true;
}

static void any_token(scanner *s, shape kind, bv_token *token) {
  uint32_t c;
  /* Folding makes a character one byte longer at most, and the form ends in a NUL. */
  if (!s->fold)
    s->fold = bv_alloc(s->arena, 3 * (s->length - s->at) + 1);
  char *form = s->fold;
  if (kind != OTHER || (s->spaced && is_clitic(s, s->at))) {
    read_word(s, token);
  } else {
    s->at += decode(s, s->at, &c);
    fold(s, s->fold, c);
  }
  *s->fold = '\0';
  set_form(s, token, form, (size_t)(s->fold - form), bv_token_hash(form));
  s->fold = form;
}

static void read_token(scanner *s, shape kind) {
  bv_token token = {.start = (uint32_t)s->at, .kind = BV_TOKEN_MARK, .spaced = s->spaced};
  if (!(kind == OTHER ? plain_mark(s, &token) : plain_word(s, &token)))
    any_token(s, kind, &token);
  token.end = (uint32_t)s->at;
  s->spaced = false;
  BV_PUSH(s->arena, &s->tokens, token);
}

/* What closes a quotation that this mark opens, or NULL. */
static const char *closing(const bv_tokens *tokens, size_t i) {
  static const char *const pairs[][2] = {{"“", "”"}, {"„", "”"}, {"\"", "\""}, {"«", "»"}, {"‘", "'"}, {"‚", "'"}, {"'", "'"}};
  const bv_token *token = &tokens->items[i];
  if (token->kind != BV_TOKEN_MARK)
    return NULL;
  unsigned char first = (unsigned char)token->folded[0];
  if ((first < 0x80 && first != '"' && first != '\''))
    return NULL;
  bool opens = token->spaced || (i && strchr("([-/:", tokens->items[i - 1].folded[0]));
  for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++)
    if (strcmp(token->folded, pairs[p][0]) == 0)
      return p < 2 || opens ? pairs[p][1] : NULL;
  return NULL;
}

/* Marks what lies between quotation marks. A closing mark stands directly behind what it closes. The next mark that opens
 * the same kind gives the first one up, so that every token is looked at twice at most. */
static void mark_quotations(bv_tokens *tokens) {
  size_t opened = 0;
  const char *close = NULL;
  for (size_t i = 0; i < tokens->count; i++) {
    const bv_token *token = &tokens->items[i];
    if (close && token->kind == BV_TOKEN_MARK && !token->spaced && i > opened + 1 && strcmp(token->folded, close) == 0) {
      for (size_t k = opened; k <= i; k++)
        tokens->items[k].quoted = true;
      close = NULL;
      continue;
    }
    const char *opening = closing(tokens, i);
    if (opening && (!close || strcmp(opening, close) == 0)) {
      opened = i;
      close = opening;
    }
  }
}

bv_tokens bv_tokenize(bv_arena *arena, const char *text, size_t length) {
  scanner s = {.arena = arena, .forms = bv_wordforms_own(), .tokens.text = text, .length = length, .spaced = true};
  s.tokens.capacity = length / AVERAGE_TOKEN + 8;
  s.tokens.items = bv_take(arena, s.tokens.capacity * sizeof *s.tokens.items);
  while (s.at < length) {
    uint32_t c = (unsigned char)text[s.at];
    size_t size = c < 0x80 ? 1 : decode(&s, s.at, &c);
    shape kind = c < 0x80 ? shape_of_ascii(c) : shape_of(c);
    if (kind == SPACE || kind == INVISIBLE) {
      s.spaced |= kind == SPACE;
      s.at += size;
    } else {
      read_token(&s, kind);
    }
  }
  mark_quotations(&s.tokens);
  return s.tokens;
}

bool bv_token_in(const bv_tokens *tokens, size_t index, const char *const *folded) {
  for (; *folded; folded++)
    if (bv_token_is(tokens, index, *folded))
      return true;
  return false;
}
