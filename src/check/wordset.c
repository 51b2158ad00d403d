#include "check/wordset.h"

#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "lang/table.h"

static void add_words(bv_arena *arena, bv_word_set *set, const char *text) {
  if (!text)
    return;
  bv_tokens tokens = bv_tokenize(arena, text, strlen(text));
  for (size_t i = 0; i < tokens.count; i++)
    if (tokens.items[i].kind == BV_TOKEN_WORD)
      BV_PUSH(arena, set, tokens.items[i].folded);
}

static int by_text(const void *a, const void *b) {
  const char *left = *(const char *const *)a, *right = *(const char *const *)b;
  return *left == *right ? strcmp(left, right) : (unsigned char)*left - (unsigned char)*right;
}

static void sort(bv_word_set *set) {
  if (set->count)
    qsort(set->items, set->count, sizeof *set->items, by_text);
}

bv_word_set bv_declared_words(bv_arena *arena, const bv_document *document) {
  const bv_front *front = &document->front;
  bv_word_set set = {0};
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *p = &front->persons.items[i];
    const char *const texts[] = {p->id, p->name, p->function, p->organisation, p->relation};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
      add_words(arena, &set, texts[k]);
  }
  for (size_t i = 0; i < front->sources.count; i++) {
    const bv_report_source *s = &front->sources.items[i];
    const char *const texts[] = {s->title, s->author, s->function, s->organisation};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
      add_words(arena, &set, texts[k]);
  }
  for (size_t i = 0; i < front->measures.count; i++)
    add_words(arena, &set, front->measures.items[i]);
  sort(&set);
  return set;
}

/* Of all drafts, with the memory they lie in. */
static struct {
  bv_arena *arena;
  bv_word_set classes[BV_WORD_CLASSES];
} common;

static void load(void) {
  static const char *const names[] = {"gewoon", "bekend", "kind", "verwant"};
  bv_arena *arena = common.arena = bv_arena_new();
  bv_word_set *classes = common.classes;
  bv_table table = bv_table_read(arena, "src/check/words.tsv");
  for (size_t c = 0; c < BV_WORD_CLASSES; c++) {
    for (size_t i = 0; i < table.count; i++)
      if (strcmp(table.items[i].fields[0], names[c]) == 0)
        add_words(arena, &classes[c], table.items[i].fields[1]);
    for (size_t i = 0; i < classes[c].count; i++) /* what bv_tokenize folds lives no longer than the thread */
      classes[c].items[i] = bv_strdup(arena, classes[c].items[i]);
    sort(&classes[c]);
  }
}

const bv_word_set *bv_words_of_class(bv_word_class class) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  return &common.classes[class];
}

bool bv_word_set_has(const bv_word_set *set, const char *folded) {
  return set->count && bsearch(&folded, set->items, set->count, sizeof *set->items, by_text);
}

bool bv_token_in_set(const bv_tokens *tokens, size_t index, const bv_word_set *set) {
  return index < tokens->count && bv_word_set_has(set, tokens->items[index].folded);
}
