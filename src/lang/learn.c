/* Learns from annotated sentences how facts, judgements and the rest are told, and prints a C file with the weight of each
 * sign (lang/tone_weights.h). Run by the build; the sentences are the data, and whoever adds one needs nothing else.
 *
 *   learn EXAMPLES.tsv…          prints the weights
 *   learn --cross EXAMPLES.tsv…  for each file: how what was learned from the others does on it
 *
 * A row is label, rules, sentence, between tabs (tests/quality has the same); a row "namen" has the names of people in the
 * sentences below it, apart by spaces. It learns from what stands as a fact. The method is logistic regression, each tone
 * against the others, with a penalty on the squares of the weights (liblinear's L2R_LR: Fan and others, LIBLINEAR, JMLR 9,
 * 2008). Chance has no part in it: the same sentences give the same weights. */
#include <errno.h>
#include <linear.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/context.h"
#include "lang/tone_signs.h"

enum { LONGEST_LINE = 4096, FEWEST = 2 }; /* a sign of fewer sentences tells nothing of the next */
/* `cost`: of a wrong example, beside the weights; chosen by --cross. `precision`: so small that it ends at the same weights
 * whichever library does the sums. */
static const double cost = 20, precision = 1e-6;

/* By which rule a sentence is known to have a tone; one that stands as a fact and has none of these is told as one. */
static const char *const told[BV_TONES] = {[BV_TONE_JUDGEMENT] = "label/feit-is-oordeel",
                                           [BV_TONE_EXPERT] = "label/deskundig-oordeel",
                                           [BV_TONE_COLOUR] = "label/kleuring",
                                           [BV_TONE_HEARSAY] = "label/feit-is-horen-zeggen",
                                           [BV_TONE_VAGUE] = "bron/vaag"};

typedef struct example {
  bv_tone_kind tone;
  int file; /* which one it stands in */
  const char *sentence;
  uint32_t *signs; /* sorted */
  size_t count;
} example;

static bv_arena *arena;
static struct { example *items; size_t count, capacity; } examples;
static struct { uint32_t *items; size_t count, capacity; } known; /* the signs that are weighed, sorted */

static void fail(const char *what, const char *why) {
  fprintf(stderr, "learn: %s: %s\n", what, why);
  exit(1);
}

static int by_value(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

/* --- Reading --------------------------------------------------------------------------------------------------------- */

static void add_sign(example *to, uint32_t sign) { to->signs[to->count++] = sign; }

static void add_example(bv_tone_kind tone, int file, const char *sentence, const bv_word_set *names) {
  sentence = bv_strdup(arena, sentence);
  bv_tokens tokens = bv_tokenize(arena, sentence, strlen(sentence));
  bv_tone_step *steps = bv_calloc(arena, tokens.count + 1, sizeof *steps);
  size_t count = bv_tone_steps(&tokens, bv_context_of(arena, &tokens, names), 0, tokens.count, steps);
  example new = {tone, file, sentence, bv_calloc(arena, (count + 1) * (BV_MOST_WORD_SIGNS + 1), sizeof *new.signs), 0};
  for (size_t i = 0; i <= count; i++) {
    add_sign(&new, bv_tone_pair_sign(i ? steps[i - 1].symbol : 0, i < count ? steps[i].symbol : 0));
    if (i < count && steps[i].is_word)
      new.count += bv_tone_word_signs(tokens.items[steps[i].token].folded, new.signs + new.count);
    else if (i < count)
      add_sign(&new, bv_tone_symbol_sign(steps[i].symbol));
  }
  qsort(new.signs, new.count, sizeof *new.signs, by_value);
  BV_PUSH(arena, &examples, new);
}

static bv_tone_kind tone_by(const char *rules) {
  for (int t = BV_TONE_FACT + 1; t < BV_TONES; t++)
    if (strstr(rules, told[t]))
      return (bv_tone_kind)t;
  return BV_TONE_FACT;
}

/* Reads one row; false: it is none. */
static bool read_row(char *line, int file, bv_word_set *names) {
  static const char *const not_facts[] = {"mening", "horen-zeggen", "onbevestigd", NULL};
  char *rest = NULL, *label = strtok_r(line, "\t", &rest), *rules = strtok_r(NULL, "\t", &rest);
  if (!label || label[0] == '#')
    return true;
  if (rules && strcmp(label, "namen") == 0) {
    *names = (bv_word_set){0};
    bv_word_set_add(arena, names, rules);
    bv_word_set_sort(names);
    return true;
  }
  if (!rules || !*rest)
    return false;
  if (strcmp(label, "feit") == 0)
    add_example(tone_by(rules), file, rest, names);
  for (const char *const *other = not_facts; *other; other++)
    if (strcmp(label, *other) == 0)
      return true;
  return strcmp(label, "feit") == 0;
}

static void read_examples(const char *path, int file) {
  FILE *input = fopen(path, "r");
  if (!input)
    fail(path, strerror(errno));
  bv_word_set names = {0};
  char line[LONGEST_LINE];
  for (unsigned number = 1; fgets(line, sizeof line, input); number++) {
    char *end = strchr(line, '\n');
    if (end)
      *end = '\0';
    if ((!end && !feof(input)) || !read_row(line, file, &names)) {
      fprintf(stderr, "learn: %s:%u: no row of label, rules and sentence\n", path, number);
      exit(1);
    }
  }
  fclose(input);
}

/* --- Learning -------------------------------------------------------------------------------------------------------- */

/* Collects the signs that stand in enough sentences, those of file `but` left out. */
static void collect_signs(int but) {
  struct { uint32_t *items; size_t count, capacity; } all = {0};
  for (size_t e = 0; e < examples.count; e++)
    for (size_t i = 0; i < examples.items[e].count && examples.items[e].file != but; i++)
      if (i == 0 || examples.items[e].signs[i] != examples.items[e].signs[i - 1])
        BV_PUSH(arena, &all, examples.items[e].signs[i]);
  known.count = 0;
  if (!all.count)
    return;
  qsort(all.items, all.count, sizeof *all.items, by_value);
  for (size_t i = 0, past; i < all.count; i = past) {
    for (past = i; past < all.count && all.items[past] == all.items[i];)
      past++;
    if (past - i >= FEWEST)
      BV_PUSH(arena, &known, all.items[i]);
  }
}

/* The signs of an example as liblinear has them: from 1, each with how often it stands there, as a vector whose length does
 * not depend on that of the sentence. */
static struct feature_node *vector_of(const example *e) {
  struct feature_node *nodes = bv_calloc(arena, e->count + 2, sizeof *nodes);
  size_t count = 0;
  for (size_t i = 0; i < e->count && known.count; i++) {
    const uint32_t *at = bsearch(&e->signs[i], known.items, known.count, sizeof *known.items, by_value);
    if (!at)
      continue;
    int index = (int)(at - known.items) + 1;
    if (!count || nodes[count - 1].index != index)
      nodes[count++] = (struct feature_node){index, 0};
    nodes[count - 1].value += 1 / sqrt((double)e->count);
  }
  nodes[count++] = (struct feature_node){(int)known.count + 1, 1}; /* what is the same for all: the bias */
  nodes[count].index = -1;
  return nodes;
}

static void be_silent(const char *text) { (void)text; }

/* What is learned from all examples but those of file `but`. */
static struct model *learn(int but) {
  collect_signs(but);
  struct problem problem = {.n = (int)known.count + 1, .bias = 1};
  problem.y = bv_calloc(arena, examples.count, sizeof *problem.y);
  problem.x = bv_calloc(arena, examples.count, sizeof *problem.x);
  for (size_t e = 0; e < examples.count; e++)
    if (examples.items[e].file != but) {
      problem.y[problem.l] = examples.items[e].tone;
      problem.x[problem.l++] = vector_of(&examples.items[e]);
    }
  struct parameter parameter = {.solver_type = L2R_LR, .eps = precision, .C = cost};
  set_print_string_function(be_silent);
  const char *wrong = check_parameter(&problem, &parameter);
  if (wrong)
    fail("liblinear", wrong);
  return train(&problem, &parameter);
}

/* Where the model keeps a tone. */
static int place_of(const struct model *model, int tone) {
  for (int i = 0; i < model->nr_class; i++)
    if (model->label[i] == tone)
      return i;
  fail("no examples of a tone", told[tone] ? told[tone] : "-");
  return 0;
}

/* As tone_weights.h keeps it: a sign that weighs more than 32 would decide every sentence by itself. */
static long thousandths(double weight) {
  long value = lround(weight * 1000);
  if (value > INT16_MAX || value < INT16_MIN)
    fail("liblinear", "a weight is too large");
  return value;
}

static void print_weights(const struct model *model) {
  int places[BV_TONES];
  for (int t = 0; t < BV_TONES; t++)
    places[t] = place_of(model, t);
  printf("/* Made by src/lang/learn.c. */\n#include \"lang/tone_weights.h\"\n\nconst bv_tone_weight bv_tone_weights[] = {\n");
  for (size_t i = 0; i < known.count; i++) {
    printf("  {%uu, {", known.items[i]);
    for (int t = 0; t < BV_TONES; t++)
      printf("%s%ld", t ? ", " : "", thousandths(get_decfun_coef(model, (int)i + 1, places[t])));
    printf("}},\n");
  }
  printf("};\nconst size_t bv_tone_weight_count = %zu;\nconst int32_t bv_tone_bias[BV_TONES] = {", known.count);
  for (int t = 0; t < BV_TONES; t++)
    printf("%s%ld", t ? ", " : "", thousandths(get_decfun_bias(model, places[t])));
  printf("};\n");
}

/* --- Trying it out --------------------------------------------------------------------------------------------------- */

enum { BOUNDS = 9, LISTED = 2 }; /* innocent sentences above that bound are printed */

static double bound(int b) { return b * 0.5 - 0.5; }

/* Prints how many of the examples of a file are seen at each bound: of what is wrong, and of what is innocent. */
static void print_cross(int file, const char *path) {
  struct model *model = learn(file);
  double values[BV_TONES];
  size_t seen[2][BOUNDS] = {{0}}, all[2] = {0}, right = 0;
  int fact = place_of(model, BV_TONE_FACT);
  for (size_t e = 0; e < examples.count; e++) {
    const example *one = &examples.items[e];
    if (one->file != file)
      continue;
    predict_values(model, vector_of(one), values);
    bool wrong = one->tone != BV_TONE_FACT;
    all[wrong]++;
    for (int b = 0; b < BOUNDS; b++)
      seen[wrong][b] += -values[fact] > bound(b);
    if (!wrong && -values[fact] > LISTED)
      printf("  %.1f %s\n", -values[fact], one->sentence);
    values[fact] = -INFINITY;
    int best = 0;
    for (int t = 1; t < model->nr_class; t++)
      best = values[t] > values[best] ? t : best;
    right += wrong && model->label[best] == (int)one->tone;
  }
  printf("%s: %zu wrong (of which %zu would get the right tone), %zu innocent\n", path, all[1], right, all[0]);
  for (int b = 0; b < BOUNDS; b++)
    printf("  bound %4.1f: %5.1f %% of wrong, %5.1f %% of innocent\n", bound(b),
           100.0 * (double)seen[1][b] / (double)(all[1] ? all[1] : 1), 100.0 * (double)seen[0][b] / (double)(all[0] ? all[0] : 1));
  free_and_destroy_model(&model);
}

int main(int count, char **arguments) {
  bool cross = count > 1 && strcmp(arguments[1], "--cross") == 0;
  int first = cross ? 2 : 1;
  arena = bv_arena_new();
  for (int i = first; i < count; i++)
    read_examples(arguments[i], i);
  if (!examples.count)
    fail("no examples", "name the files");
  for (int i = first; cross && i < count; i++)
    print_cross(i, arguments[i]);
  if (!cross) {
    struct model *model = learn(-1);
    print_weights(model);
    free_and_destroy_model(&model);
  }
  bv_arena_free(arena);
  return fflush(stdout) || ferror(stdout) ? 1 : 0;
}
