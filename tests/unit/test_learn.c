/* What the weights of lang/tone.c are learned from, and the program that learns them. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/run.h"
#include "base/arena.h"
#include "base/buf.h"
#include "model/rule.h"

typedef struct row {
  const char *file, *sentence;
  unsigned line;
} row;

static struct { row *items; size_t count, capacity; } rows;
static bv_arena *arena;

static bool is_rule(const char *name) {
  for (int r = 0; r < BV_RULE_COUNT; r++)
    if (strcmp(bv_rule_info_of((bv_rule)r)->name, name) == 0)
      return true;
  return false;
}

static void expect_rules(const char *file, unsigned line, char *rules) {
  char *rest = NULL;
  for (char *name = strtok_r(rules, ",", &rest); name; name = strtok_r(NULL, ",", &rest))
    cr_expect(is_rule(name) || strcmp(name, "-") == 0, "%s:%u: %s", file, line, name);
}

/* Reads the rows of a file; each has a label, rules that there are, and a sentence. */
static void read_rows(const char *file) {
  static const char *const labels[] = {"feit", "mening", "horen-zeggen", "onbevestigd"};
  char *text = bv_slurp(bv_sprintf(arena, "%s/%s", SOURCE_DIR, file), NULL), *rest = NULL;
  cr_assert(text != NULL, "%s", file);
  unsigned number = 0;
  for (char *line = text; *line; line = rest) {
    rest = line + strcspn(line, "\n");
    if (*rest)
      *rest++ = '\0';
    number++;
    if (line[0] == '#' || strncmp(line, "namen\t", 6) == 0 || strncmp(line, "regels\t", 7) == 0 || strcmp(line, "alinea") == 0)
      continue;
    char *rules = strchr(line, '\t'), *sentence = rules ? strchr(rules + 1, '\t') : NULL;
    cr_assert(sentence && !strchr(sentence + 1, '\t') && sentence[1], "%s:%u", file, number);
    *rules = *sentence = '\0';
    bool known = false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
      known |= strcmp(line, labels[i]) == 0;
    cr_expect(known, "%s:%u: %s", file, number, line);
    expect_rules(file, number, rules + 1);
    BV_PUSH(arena, &rows, ((row){file, bv_strdup(arena, sentence + 1), number}));
  }
  free(text);
}

static int by_sentence(const void *a, const void *b) {
  const row *x = a, *y = b;
  int order = strcmp(x->sentence, y->sentence);
  return order ? order : strcmp(x->file, y->file);
}

/* Calls `take` with each file of examples, below the source tree. */
static void each_example(void take(const char *file)) {
  glob_t files;
  cr_assert(eq(int, glob(SOURCE_DIR "/src/lang/examples/*.tsv", 0, NULL, &files), 0));
  for (size_t i = 0; i < files.gl_pathc; i++)
    take(bv_strdup(arena, files.gl_pathv[i] + strlen(SOURCE_DIR "/")));
  globfree(&files);
}

static void expect_in_makefile(const char *file) {
  char *makefile = bv_slurp(SOURCE_DIR "/src/lang/local.mk", NULL);
  cr_expect(ne(ptr, (void *)strstr(makefile, file), NULL), "%s", file);
  free(makefile);
}

Test(learn, every_file_is_learned_from) {
  arena = bv_arena_new();
  each_example(expect_in_makefile);
  bv_arena_free(arena);
}

/* What is measured with was not learned from: a figure of sentences that are known says nothing. */
Test(learn, no_sentence_is_in_two_files) {
  arena = bv_arena_new();
  each_example(read_rows);
  read_rows("tests/quality/measure.tsv");
  read_rows("tests/quality/fresh.tsv");
  read_rows("tests/quality/running.tsv");
  cr_assert(gt(sz, rows.count, 5000));
  qsort(rows.items, rows.count, sizeof *rows.items, by_sentence);
  for (size_t i = 1; i < rows.count; i++)
    cr_expect(strcmp(rows.items[i - 1].sentence, rows.items[i].sentence) != 0 ||
                  strcmp(rows.items[i - 1].file, rows.items[i].file) == 0,
              "%s:%u and %s:%u: %s", rows.items[i - 1].file, rows.items[i - 1].line, rows.items[i].file, rows.items[i].line,
              rows.items[i].sentence);
  bv_arena_free(arena);
}

#define LEARN BUILD_DIR "/learn"
static const char few[] = "namen\tSam\nfeit\t-\tSam zit op school.\nfeit\t-\tSam zit op de bank.\n"
                          "feit\tlabel/feit-is-oordeel\tSam is lui op school.\nfeit\tlabel/feit-is-oordeel\tSam is lui.\n"
                          "feit\tlabel/deskundig-oordeel\tSam is onveilig gehecht.\nfeit\tlabel/kleuring\tSam beweert van alles.\n"
                          "feit\tlabel/feit-is-horen-zeggen\tSam zegt dat hij ging.\nfeit\tbron/vaag\tMen zegt dat Sam ging.\n";

Test(learn, the_same_sentences_give_the_same_weights, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_spill_text("few.tsv", few);
  const char *const command[] = {LEARN, "few.tsv", NULL};
  bv_ran first = bv_run_program(command, NULL), second = bv_run_program(command, NULL);
  cr_expect(eq(int, first.status, 0), "%s", first.err);
  cr_expect(ne(ptr, (void *)strstr(first.out, "bv_tone_weights[] = {"), NULL));
  cr_expect(eq(str, first.out, second.out));
  bv_ran_free(&first), bv_ran_free(&second);
}

/* A build must not go on with weights of half the sentences. */
Test(learn, what_cannot_be_learned_from_ends_it, .init = bv_enter_folder, .fini = bv_leave_folder) {
  static const struct { const char *text, *says; } all[] = {
      {NULL, "few.tsv"},                                     /* no file */
      {"feit\t-\tSam zit op school.\n", "label/feit-is-oordeel"}, /* nothing of that tone */
      {"feit\t-\n", "few.tsv:1"},
      {"iets\t-\tSam zit op school.\n", "few.tsv:1"}};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    if (all[i].text)
      bv_spill_text("few.tsv", all[i].text);
    bv_ran ran = bv_run_program((const char *const[]){LEARN, "few.tsv", NULL}, NULL);
    cr_expect(eq(int, ran.status, 1));
    cr_expect(ne(ptr, (void *)strstr(ran.err, all[i].says), NULL), "%s", ran.err);
    bv_ran_free(&ran);
  }
}

Test(learn, each_file_is_tried_on_the_others, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_spill_text("few.tsv", few);
  bv_spill_text("more.tsv", few);
  bv_ran ran = bv_run_program((const char *const[]){LEARN, "--cross", "few.tsv", "more.tsv", NULL}, NULL);
  cr_expect(eq(int, ran.status, 0), "%s", ran.err);
  cr_expect(ne(ptr, (void *)strstr(ran.out, "more.tsv: 6 wrong (of which 6 would get the right tone), 2 innocent"), NULL), "%s",
            ran.out);
  bv_ran_free(&ran);
}
