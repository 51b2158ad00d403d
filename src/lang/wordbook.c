#include "lang/wordbook.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { LONGEST_WORD = 120, SHORTEST_PART = 3, FLAG_SIZE = 2 };

static const char FORBIDDEN[] = "Fw"; /* the flag of a word that is wrong, however well it could be made */

/* A rule of the affix file: a word with the flag may take `added` for `stripped`, where `condition` holds. */
typedef struct affix {
  const char *flag, *stripped, *added, *condition;
  size_t stripped_length, added_length;
  bool begins;         /* the result may begin a compound */
  bool only_compound;  /* and stands in compounds alone */
  struct affix *next;  /* of the same last (suffix) or first (prefix) byte */
} affix;

/* What the parts of a compound must not be: the first ends so, and the second begins so or has that flag. */
typedef struct collision {
  const char *end, *beginning, *flag; /* one of the last two is NULL */
} collision;

struct bv_wordbook {
  bv_arena *arena;
  const char *bytes; /* of the word list */
  size_t length;
  uint32_t *slots;   /* offset of a line in `bytes`, plus one; 0: empty */
  size_t capacity;   /* a power of two */
  affix *suffixes[256], *prefixes[256];
  struct { collision *items; size_t count, capacity; } collisions;
};

static char *read_whole(bv_arena *arena, const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  char *bytes = NULL;
  if (!file)
    return NULL;
  if (fseek(file, 0, SEEK_END) == 0 && ftell(file) > 0) {
    *length = (size_t)ftell(file);
    rewind(file);
    bytes = bv_alloc(arena, *length + 1);
    if (fread(bytes, 1, *length, file) != *length)
      bytes = NULL;
  }
  fclose(file);
  return bytes;
}

/* Eight bytes at a time: the whole list is hashed whenever it is opened. */
static uint64_t hash_of(const char *word, size_t length) {
  uint64_t hash = length * 0x9e3779b97f4a7c15u;
  for (size_t i = 0; i < length; i += sizeof(uint64_t)) {
    uint64_t chunk = 0;
    memcpy(&chunk, word + i, length - i < sizeof chunk ? length - i : sizeof chunk);
    hash = (hash ^ chunk) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 32;
  }
  return hash;
}

/* Bytes of the word that a line begins with. */
static size_t word_length(const char *line) {
  size_t length = 0;
  while (line[length] != '/' && line[length] != '\n' && line[length] != '\t' && line[length] != '\0')
    length++;
  return length;
}

static void index_words(bv_wordbook *book, size_t expected) {
  for (book->capacity = 1024; book->capacity < 2 * expected; book->capacity *= 2) {
  }
  book->slots = bv_calloc(book->arena, book->capacity, sizeof *book->slots);
  const char *end = book->bytes + book->length;
  const char *line = memchr(book->bytes, '\n', book->length); /* the first line is the number of words */
  for (size_t count = 0; line && ++line < end && count < expected; count++) {
    size_t length = word_length(line), slot = (size_t)hash_of(line, length) & (book->capacity - 1);
    while (book->slots[slot])
      slot = (slot + 1) & (book->capacity - 1);
    book->slots[slot] = (uint32_t)(line - book->bytes) + 1;
    line = memchr(line + length, '\n', (size_t)(end - line) - length);
  }
}

static bool has_flag(const char *flags, size_t length, const char *flag) {
  for (size_t i = 0; i + 1 < length; i += FLAG_SIZE)
    if (flags[i] == flag[0] && flags[i + 1] == flag[1])
      return true;
  return false;
}

/* Whether one entry of the word has both flags; `flag` NULL: whether it may stand alone; `also` NULL: no other. */
static bool entry_has_both(const bv_wordbook *book, const char *word, size_t length, const char *flag, const char *also) {
  bool has = false;
  size_t slot = (size_t)hash_of(word, length) & (book->capacity - 1);
  for (; book->slots[slot]; slot = (slot + 1) & (book->capacity - 1)) {
    const char *line = book->bytes + book->slots[slot] - 1;
    if (word_length(line) != length || memcmp(line, word, length) != 0)
      continue;
    const char *flags = line[length] == '/' ? line + length + 1 : "";
    size_t flags_length = strcspn(flags, " \t\r\n");
    has |= (flag ? has_flag(flags, flags_length, flag) : !has_flag(flags, flags_length, "Cx")) &&
           (!also || has_flag(flags, flags_length, also));
  }
  return has;
}

static bool entry_has(const bv_wordbook *book, const char *word, size_t length, const char *flag) {
  return entry_has_both(book, word, length, flag, NULL);
}

/* --- Affixes --------------------------------------------------------------------------------------------------------- */

/* Whether the code point matches the element of a condition ("b", "[^eo]", "."); `next` receives what follows it. */
static bool element_matches(const char *element, uint32_t code_point, const char **next) {
  uint32_t c = 0;
  if (*element != '[') {
    size_t size = bv_utf8_decode(element, strlen(element), &c);
    *next = element + (size ? size : 1);
    return c == '.' || c == code_point;
  }
  bool negated = element[1] == '^', found = false;
  const char *at = element + 1 + negated;
  for (size_t size; *at && *at != ']'; at += size) {
    size = bv_utf8_decode(at, strlen(at), &c);
    size = size ? size : 1;
    found |= c == code_point;
  }
  *next = *at ? at + 1 : at;
  return found != negated;
}

/* How many characters a condition speaks of. */
static size_t element_count(const char *condition) {
  size_t count = 0;
  for (; *condition; count++)
    element_matches(condition, 0, &condition);
  return count;
}

/* Whether the end of the stem (or its beginning) is as the condition asks. */
static bool condition_holds(const char *condition, const char *stem, size_t length, bool at_end) {
  if (strcmp(condition, ".") == 0)
    return true;
  size_t from = 0;
  if (at_end) {
    from = length;
    for (size_t count = element_count(condition); count > 0; count--) {
      if (from == 0)
        return false;
      do
        from--;
      while (from > 0 && ((unsigned char)stem[from] & 0xC0) == 0x80);
    }
  }
  while (*condition) {
    uint32_t c = 0;
    size_t size = bv_utf8_decode(stem + from, length - from, &c);
    if (!size || !element_matches(condition, c, &condition))
      return false;
    from += size;
  }
  return true;
}

/* "overzicht" + "en": whether the word is an entry with one suffix. The entry must have the `needed` flag too (NULL: no
 * other); when `begins`, the whole must be able to begin a compound. */
static bool has_suffixed(const bv_wordbook *book, const char *word, size_t length, bool begins, const char *needed) {
  char stem[LONGEST_WORD + 32];
  for (const affix *rule = book->suffixes[(unsigned char)word[length - 1]]; rule; rule = rule->next) {
    if (rule->added_length >= length || (begins ? !rule->begins : rule->only_compound) ||
        memcmp(word + length - rule->added_length, rule->added, rule->added_length) != 0)
      continue;
    size_t kept = length - rule->added_length, whole = kept + rule->stripped_length;
    if (whole >= sizeof stem)
      continue;
    memcpy(stem, word, kept);
    memcpy(stem + kept, rule->stripped, rule->stripped_length);
    if (condition_holds(rule->condition, stem, whole, true) && entry_has_both(book, stem, whole, rule->flag, needed))
      return true;
  }
  return false;
}

/* "af" + "sluit": whether the word is an entry with one prefix, and perhaps one suffix: "af" + "zeg" + "t". */
static bool has_prefixed(const bv_wordbook *book, const char *word, size_t length) {
  for (const affix *rule = book->prefixes[(unsigned char)word[0]]; rule; rule = rule->next) {
    if (rule->added_length + 1 >= length || rule->stripped_length ||
        memcmp(word, rule->added, rule->added_length) != 0)
      continue;
    const char *rest = word + rule->added_length;
    size_t rest_length = length - rule->added_length;
    if (condition_holds(rule->condition, rest, rest_length, false) &&
        (entry_has(book, rest, rest_length, rule->flag) || has_suffixed(book, rest, rest_length, false, rule->flag)))
      return true;
  }
  return false;
}

/* Whether the word can be the first part of a compound: "verzuim", "gezins". */
static bool begins_compound(const bv_wordbook *book, const char *word, size_t length) {
  return entry_has(book, word, length, "Ca") || entry_has(book, word, length, "CA") ||
         entry_has(book, word, length, "Ce") || has_suffixed(book, word, length, true, NULL);
}

static bool ends_compound(const bv_wordbook *book, const char *word, size_t length) {
  return entry_has(book, word, length, "Cc") || has_suffixed(book, word, length, false, "Cc");
}

/* "burger" + "meester" for burgemeester; vowels that would run together. */
static bool collides(const bv_wordbook *book, const char *word, size_t cut, size_t length) {
  for (size_t i = 0; i < book->collisions.count; i++) {
    const collision *c = &book->collisions.items[i];
    size_t end = strlen(c->end), beginning = c->beginning ? strlen(c->beginning) : 0;
    if (end > cut || memcmp(word + cut - end, c->end, end) != 0 || beginning > length - cut)
      continue;
    if (c->flag ? entry_has(book, word + cut, length - cut, c->flag) : memcmp(word + cut, c->beginning, beginning) == 0)
      return true;
  }
  return false;
}

/* "verzuim" + "overzicht", "gezins" + "begeleiding". */
static bool is_compound(const bv_wordbook *book, const char *word, size_t length) {
  for (size_t cut = SHORTEST_PART; cut + SHORTEST_PART <= length; cut++)
    if (((unsigned char)word[cut] & 0xC0) != 0x80 && begins_compound(book, word, cut) &&
        ends_compound(book, word + cut, length - cut) && !collides(book, word, cut, length))
      return true;
  return false;
}

/* A line "CHECKCOMPOUNDPATTERN oon zor" or "CHECKCOMPOUNDPATTERN a /C1". Pairs of two flags are left to hunspell. */
static void read_collision(bv_wordbook *book, const char *end, const char *beginning) {
  if (*end == '/' || !beginning)
    return;
  bool is_flag = *beginning == '/';
  BV_PUSH(book->arena, &book->collisions, (collision){end, is_flag ? NULL : beginning, is_flag ? beginning + 1 : NULL});
}

/* One line "SFX Za 0 s/CaCb ." of the affix file, or of what collides in compounds; anything else is passed over. */
static void read_rule(bv_wordbook *book, char *line) {
  char *rest = NULL, *kind = strtok_r(line, " \t\r", &rest), *flag = strtok_r(NULL, " \t\r", &rest);
  if (kind && flag && strcmp(kind, "CHECKCOMPOUNDPATTERN") == 0)
    read_collision(book, flag, strtok_r(NULL, " \t\r", &rest));
  char *stripped = strtok_r(NULL, " \t\r", &rest), *added = strtok_r(NULL, " \t\r", &rest);
  char *condition = strtok_r(NULL, " \t\r", &rest);
  if (!kind || !added || (strcmp(kind, "SFX") != 0 && strcmp(kind, "PFX") != 0) || strlen(flag) != FLAG_SIZE)
    return;
  char *flags = strchr(added, '/');
  if (flags)
    *flags++ = '\0';
  /* A rule that adds nothing only lends flags; the head of a group ("SFX Za Y 1") adds nothing that words end in. */
  if (!*added || strcmp(added, "0") == 0 || strcmp(stripped, "Y") == 0 || strcmp(stripped, "N") == 0)
    return;
  affix *rule = bv_alloc(book->arena, sizeof *rule);
  *rule = (affix){.flag = flag, .stripped = strcmp(stripped, "0") == 0 ? "" : stripped, .added = added,
                  .condition = condition && *condition != '#' ? condition : "."};
  rule->stripped_length = strlen(rule->stripped);
  rule->added_length = strlen(added);
  rule->begins = flags && has_flag(flags, strlen(flags), "Ca");
  rule->only_compound = (flags && has_flag(flags, strlen(flags), "Cx")) || added[rule->added_length - 1] == '-';
  bool is_suffix = kind[0] == 'S';
  affix **list = is_suffix ? &book->suffixes[(unsigned char)added[rule->added_length - 1]]
                           : &book->prefixes[(unsigned char)added[0]];
  rule->next = *list;
  *list = rule;
}

bv_wordbook *bv_wordbook_read(bv_arena *arena, const char *affix_path, const char *words_path) {
  bv_wordbook *book = bv_alloc(arena, sizeof *book);
  size_t affix_length = 0;
  char *affixes = read_whole(arena, affix_path, &affix_length), *rest = NULL;
  book->arena = arena;
  book->bytes = read_whole(arena, words_path, &book->length);
  if (!affixes || !book->bytes || book->length >= UINT32_MAX || !strstr(affixes, "SET UTF-8") ||
      !strstr(affixes, "FLAG long"))
    return NULL;
  size_t expected = strtoul(book->bytes, NULL, 10);
  if (expected == 0 || expected > book->length)
    return NULL;
  for (char *line = strtok_r(affixes, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
    read_rule(book, line);
  index_words(book, expected);
  return book;
}

bool bv_wordbook_has(const bv_wordbook *book, const char *word, size_t length) {
  if (!length || length > LONGEST_WORD || entry_has(book, word, length, FORBIDDEN))
    return false;
  return entry_has(book, word, length, NULL) || has_suffixed(book, word, length, false, NULL) ||
         has_prefixed(book, word, length) || is_compound(book, word, length);
}
