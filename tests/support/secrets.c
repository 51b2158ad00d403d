#include "secrets.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/asset.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "generate.h"

/* ---- Words ---- */

enum { SHORTEST = 4 }; /* bytes of a word without a mark: shorter ones stand everywhere */

static bool is_letter(uint32_t c) { return u_isalnum((UChar32)c) || (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK); }

/* Adds the marks in a word; false when there is none. */
static bool add_marks(bv_arena *arena, bv_secrets *words, const char *word) {
  bool found = false;
  for (const char *at = word; (at = strstr(at, BV_MARK_START)) != NULL;) {
    size_t digits = strspn(at + strlen(BV_MARK_START), "0123456789"), length = strlen(BV_MARK_START) + digits;
    if (digits) {
      BV_PUSH(arena, words, bv_strndup(arena, at, length));
      found = true;
    }
    at += length;
  }
  return found;
}

static void add_word(bv_arena *arena, bv_secrets *words, const bv_buf *word) {
  bool letters = false;
  for (size_t i = 0; i < word->length; i++)
    letters = letters || !isdigit((unsigned char)word->bytes[i]);
  if (word->length && !add_marks(arena, words, word->bytes) && letters && word->length >= SHORTEST)
    BV_PUSH(arena, words, bv_strndup(arena, word->bytes, word->length));
}

/* Adds every word of a text, in lower case. */
static void add_words(bv_arena *arena, bv_secrets *words, const char *bytes, size_t length) {
  bv_buf word = bv_buf_new(arena);
  bv_buf_puts(&word, "");
  for (size_t i = 0, size; i < length; i += size ? size : 1) {
    uint32_t c = 0;
    char lower[4];
    size = bv_utf8_decode(bytes + i, length - i, &c);
    if (size && is_letter(c)) {
      bv_buf_add(&word, lower, bv_utf8_encode((uint32_t)u_tolower((UChar32)c), lower));
      continue;
    }
    add_word(arena, words, &word);
    word.length = 0;
    word.bytes[0] = '\0';
  }
  add_word(arena, words, &word);
}

static int by_letters(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static void sort(bv_secrets *words) {
  if (words->count)
    qsort(words->items, words->count, sizeof *words->items, by_letters);
}

static bool holds(const bv_secrets *words, const char *word) {
  return words->count && bsearch(&word, words->items, words->count, sizeof *words->items, by_letters);
}

/* ---- Who may see what ---- */

typedef struct oracle {
  bv_arena *arena;
  const bv_document *document;
  const char *reader;
  bv_secrets hidden, shown;
  bool *mentioned, *seen; /* persons, by index: at all; in what is shown */
} oracle;

static const char *value_of(const bv_node *node, const char *key) {
  const bv_attribute *attribute = bv_own_attribute(node, key);
  return attribute ? attribute->value : NULL;
}

/* Whether the node itself names the reader, or nobody known. */
static bool names_reader(const bv_document *document, const bv_node *node, const char *reader) {
  const char *value = value_of(node, "vertrouwelijk");
  for (size_t length; value && *value; value += length + (value[length] == ',')) {
    length = strcspn(value, ",");
    bool known = false;
    for (size_t i = 0; i < document->front.persons.count; i++) {
      const char *id = document->front.persons.items[i].id;
      known = known || (id && strlen(id) == length && memcmp(id, value, length) == 0);
    }
    if (!reader || !known || (strlen(reader) == length && memcmp(reader, value, length) == 0))
      return true;
  }
  return false;
}

bool bv_kept_from(const bv_document *document, const bv_node *node, const char *reader) {
  while (node && !names_reader(document, node, reader))
    node = node->parent;
  return node != NULL;
}

static const bv_node *node_with_id(const bv_document *document, const char *id) {
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    if (node->attributes.id && strcmp(node->attributes.id, id) == 0)
      return node;
  return NULL;
}

/* Whether the node lies in an answer to something that is withheld. */
static bool answers_what_is_kept(const oracle *o, const bv_node *node) {
  for (; node; node = node->parent) {
    const char *target = bv_has_class(node, "reactie")       ? value_of(node, "op")
                         : bv_has_class(node, "voor-ouders") ? value_of(node, "bij")
                                                             : NULL;
    const bv_node *answered = target ? node_with_id(o->document, target + (*target == '#')) : NULL;
    if (answered && bv_kept_from(o->document, answered, o->reader))
      return true;
  }
  return false;
}

static bool is_hidden(const oracle *o, const bv_node *node) {
  return bv_kept_from(o->document, node, o->reader) || answers_what_is_kept(o, node);
}

static void put(oracle *o, bool hidden, const char *text) {
  if (text)
    add_words(o->arena, hidden ? &o->hidden : &o->shown, text, strlen(text));
}

/* ---- What stands in the tree ---- */

static void put_persons(oracle *o, bool hidden, const char *value) {
  const bv_person *persons = o->document->front.persons.items;
  for (size_t i = 0; i < o->document->front.persons.count; i++) {
    const char *at = persons[i].id ? strstr(value, persons[i].id) : NULL;
    size_t length = at ? strlen(persons[i].id) : 0;
    if (!at || (at > value && at[-1] != ',') || (at[length] && at[length] != ','))
      continue;
    o->mentioned[i] = true;
    o->seen[i] = o->seen[i] || !hidden;
  }
}

static bool is_one_of(const char *key, const char *const *keys) {
  while (*keys && strcmp(*keys, key) != 0)
    keys++;
  return *keys != NULL;
}

static void put_attributes(oracle *o, bool hidden, const bv_node *node) {
  static const char *const texts[] = {"reden", "noodzaak", "ouders", NULL};
  static const char *const persons[] = {"van", "over", "wie", "gesteld-door", NULL};
  if (hidden)
    put(o, true, node->attributes.id);
  for (size_t i = 0; i < node->attributes.pairs.count; i++) {
    const bv_attribute *pair = &node->attributes.pairs.items[i];
    if (is_one_of(pair->key, persons))
      put_persons(o, hidden, pair->value);
    else if (is_one_of(pair->key, texts))
      put(o, hidden, pair->value);
  }
}

static void put_text(oracle *o, const bv_node *leaf) {
  for (size_t i = 0; i < leaf->text->run_count; i++) {
    const bv_run *run = &leaf->text->runs[i];
    bool hidden = is_hidden(o, run->span ? run->span : leaf);
    put(o, hidden, bv_strndup(o->arena, leaf->text->bytes + run->start, run->end - run->start));
    if (run->href && run->href[0] != '#')
      put(o, hidden, run->href);
  }
}

/* ---- What stands in the front matter ---- */

/* Whether claims rest on the source, and all of them are withheld; of what readers said themselves they know. */
static bool is_kept_source(const oracle *o, const bv_report_source *source) {
  bool any = false;
  if (source->person && o->reader && strcmp(source->person->id, o->reader) == 0)
    return false;
  for (size_t i = 0; i < o->document->claims.count; i++) {
    const bv_claim *claim = o->document->claims.items[i];
    bool rests = claim->copied_from == source || claim->diagnosis.by_source == source;
    for (size_t s = 0; s < claim->sources.count; s++)
      rests = rests || claim->sources.items[s] == source;
    if (rests && !bv_kept_from(o->document, claim->element, o->reader))
      return false;
    any = any || rests;
  }
  return any;
}

static void put_fields(oracle *o, bool hidden, const bv_fields *fields) {
  static const char *const references[] = {"id", "persoon", NULL};
  for (size_t i = 0; i < fields->count; i++)
    if (!is_one_of(fields->items[i].key, references))
      put(o, hidden, fields->items[i].value);
}

static void put_sources(oracle *o) {
  for (size_t i = 0; i < o->document->front.sources.count; i++) {
    const bv_report_source *source = &o->document->front.sources.items[i];
    bool hidden = is_kept_source(o, source);
    if (source->person)
      put_persons(o, hidden, source->person->id);
    put_fields(o, hidden, &source->fields);
  }
}

/* Family and carers are known to every reader; others are where something that is shown speaks of them. */
static void put_people(oracle *o) {
  for (size_t i = 0; i < o->document->front.persons.count; i++) {
    const bv_person *person = &o->document->front.persons.items[i];
    bool family = person->role == BV_ROLE_JEUGDIGE || person->role == BV_ROLE_OUDER || person->role == BV_ROLE_VERZORGER;
    put_fields(o, !family && o->mentioned[i] && !o->seen[i], &person->fields);
  }
}

/* The words of the program's own texts, read once. */
static const bv_secrets *fixed_words(void) {
  static bv_arena *arena;
  static bv_secrets words;
  if (arena)
    return &words;
  arena = bv_arena_new();
  for (size_t i = 0; i < bv_asset_count; i++)
    if (strncmp(bv_assets[i].name, "templates/", 10) == 0 || strcmp(bv_assets[i].name, "src/lang/jargon.tsv") == 0)
      add_words(arena, &words, bv_assets[i].bytes, bv_assets[i].length);
  sort(&words);
  return &words;
}

bv_secrets bv_secrets_for(bv_arena *arena, const bv_document *document, const char *reader) {
  oracle o = {.arena = arena, .document = document, .reader = reader};
  bv_secrets secrets = {0};
  bool marked = strstr(document->source->bytes, BV_MARK_START) != NULL;
  o.mentioned = bv_calloc(arena, document->front.persons.count + 1, sizeof *o.mentioned);
  o.seen = bv_calloc(arena, document->front.persons.count + 1, sizeof *o.seen);
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    put_attributes(&o, is_hidden(&o, node), node);
    if (node->text)
      put_text(&o, node);
  }
  put_sources(&o);
  put_people(&o);
  put_fields(&o, false, &document->front.fields);
  sort(&o.shown);
  for (size_t i = 0; i < o.hidden.count; i++) {
    const char *word = o.hidden.items[i];
    if ((!marked || strncmp(word, BV_MARK_START, strlen(BV_MARK_START)) == 0) && !holds(&o.shown, word) && !holds(fixed_words(), word))
      BV_PUSH(arena, &secrets, word);
  }
  sort(&secrets);
  return secrets;
}

/* ---- Looking for them ---- */

static int digit_of(char c) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const char *at = c ? strchr(digits, c) : NULL;
  return at ? (int)(at - digits) : -1;
}

/* The bytes with what stands in Base64 decoded behind them. */
static bv_buf decoded(bv_arena *arena, const char *bytes, size_t length) {
  static const char start[] = ";base64,";
  bv_buf out = bv_buf_new(arena);
  const char *end = bytes + length;
  for (const char *data; (data = memmem(bytes, (size_t)(end - bytes), start, strlen(start))) != NULL;) {
    bv_buf_add(&out, bytes, (size_t)(data - bytes));
    unsigned group = 0, bits = 0;
    for (bytes = data + strlen(start); bytes < end && digit_of(*bytes) >= 0; bytes++) {
      group = group << 6 | (unsigned)digit_of(*bytes);
      bits += 6;
      if (bits >= 8)
        bv_buf_putc(&out, (char)(group >> (bits -= 8)));
    }
    bv_buf_putc(&out, '\n');
  }
  bv_buf_add(&out, bytes, (size_t)(end - bytes));
  return out;
}

/* The first of the marks in the bytes, without the trouble of looking at words. */
static const char *mark_in(bv_arena *arena, const bv_secrets *secrets, const char *bytes, size_t length) {
  const size_t start = strlen(BV_MARK_START);
  for (size_t i = 0; i + start < length; i++) {
    if (strncasecmp(bytes + i, BV_MARK_START, start) != 0)
      continue;
    char mark[32];
    snprintf(mark, sizeof mark, BV_MARK_START "%.*s", (int)strspn(bytes + i + start, "0123456789"), bytes + i + start);
    if (holds(secrets, mark))
      return bv_strdup(arena, mark);
  }
  return NULL;
}

const char *bv_secret_in(bv_arena *arena, const bv_secrets *secrets, const char *bytes, size_t length) {
  bv_arena *own = bv_arena_new();
  bv_secrets words = {0};
  bv_buf all = decoded(own, bytes, length);
  const char *found = NULL;
  if (secrets->count && strncmp(secrets->items[0], BV_MARK_START, strlen(BV_MARK_START)) == 0)
    found = mark_in(arena, secrets, bv_buf_string(&all), all.length);
  else if (secrets->count)
    add_words(own, &words, bv_buf_string(&all), all.length);
  for (size_t i = 0; !found && i < words.count; i++)
    if (holds(secrets, words.items[i]))
      found = bv_strdup(arena, words.items[i]);
  bv_arena_free(own);
  return found;
}
