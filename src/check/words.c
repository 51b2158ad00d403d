#include "check/words.h"

#include <string.h>
#include <threads.h>

#include "lang/lists.h"
#include "lang/names.h"
#include "lang/table.h"

bv_word_set bv_declared_words(bv_arena *arena, const bv_document *document) {
  const bv_front *front = &document->front;
  bv_word_set set = {0};
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *p = &front->persons.items[i];
    const char *const texts[] = {p->id, p->name, p->function, p->organisation, p->relation};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
      bv_word_set_add(arena, &set, texts[k]);
  }
  for (size_t i = 0; i < front->sources.count; i++) {
    const bv_report_source *s = &front->sources.items[i];
    const char *const texts[] = {s->title, s->author, s->function, s->organisation};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
      bv_word_set_add(arena, &set, texts[k]);
  }
  for (size_t i = 0; i < front->measures.count; i++)
    bv_word_set_add(arena, &set, front->measures.items[i]);
  bv_word_set_sort(&set);
  return set;
}

bv_word_set bv_words_of_names(bv_arena *arena, const bv_document *document) {
  bv_word_set set = {0};
  for (size_t i = 0; i < document->front.persons.count; i++) {
    const bv_person *person = &document->front.persons.items[i];
    if (person->role == BV_ROLE_PROFESSIONAL || !person->name)
      continue;
    bv_tokens tokens = bv_tokenize(arena, person->name, strlen(person->name));
    for (size_t t = 0; t < tokens.count; t++)
      if (tokens.items[t].kind == BV_TOKEN_WORD && tokens.items[t].capital && !bv_initial_at(&tokens, t) &&
          !bv_token_in(&tokens, t, bv_list_no_part_of_names))
        BV_PUSH(arena, &set, tokens.items[t].folded);
  }
  bv_word_set_sort(&set);
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
        bv_word_set_add(arena, &classes[c], table.items[i].fields[1]);
    for (size_t i = 0; i < classes[c].count; i++) /* what bv_tokenize folds lives no longer than the thread */
      classes[c].items[i] = bv_strdup(arena, classes[c].items[i]);
    bv_word_set_sort(&classes[c]);
  }
}

const bv_word_set *bv_words_of_class(bv_word_class class) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  return &common.classes[class];
}
