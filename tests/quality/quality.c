/* Measures how well the rules on words find what they should, and how often they are wrong.
 *
 *   quality [DEVELOP.tsv MEASURE.tsv] [--errors]
 *
 * Each sentence is checked as the one claim of a small draft, with on its front page the names that its part says. Prints
 * recall and precision of each rule on both parts; with --errors also the sentences of the first part that went wrong
 * (never of the measured part: nothing may be tuned on it).
 * Then the same of fresh sentences, by writers who did not know the lists: an honest figure, without a target.
 * Ends with 1 when a rule misses its target on the measured part. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "read/read.h"

static const char front[] =
    "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-2026-0417\ndatum: 2026-11-20\nstatus: concept\nspoed: nee\n"
    "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"
    "personen:\n  - {id: sam, rol: jeugdige, naam: Sam, geboren: 2013-05-02}\n"
    "  - {id: moeder, rol: ouder, gezag: ja, naam: mevrouw Jansen}\n"
    "  - {id: oma, rol: netwerk, naam: mevrouw Jansen-Smit}\n"
    "  - {id: anderen, rol: netwerk, naam: \"Ander %s\"}\n"
    "bronnen:\n  - {id: verzuim, soort: document, titel: Verzuimoverzicht, auteur: M. Vos, functie: intern begeleider,"
    " datum: 2026-10-14, in-bezit: ja, aangekondigd: ja}\n"
    "  - {id: g-moeder, soort: gesprek, persoon: moeder, datum: 2026-10-14, geaccordeerd: ja}\n---\n\n## Thuis\n\n";

static const struct { const char *label, *attributes; } labels[] = {
    {"feit", ".feit bron=verzuim datum=2021/2026-10-14"},
    {"mening", ".mening bron=g-moeder datum=2021/2026-10-14"},
    {"horen-zeggen", ".horen-zeggen bron=g-moeder van=oma datum=2021/2026-10-14"},
    {"onbevestigd", ".mening bron=g-moeder datum=2021/2026-10-14 .diagnose gesteld-door=verzuim gesteld-op=2026-10-14 "
                    "status=niet-bevestigd"}};

/* The rules that are measured, with what must be reached on the measured part. */
static struct rule {
  bv_rule rule;
  double target;
  unsigned expected, found, right;
} rules[] = {{BV_RULE_DIAGNOSE_ONGELABELD, 0.95, 0, 0, 0},       {BV_RULE_LABEL_FEIT_IS_OORDEEL, 0.90, 0, 0, 0},
             {BV_RULE_LABEL_FEIT_IS_HOREN_ZEGGEN, 0.90, 0, 0, 0}, {BV_RULE_LABEL_DESKUNDIG_OORDEEL, 0.90, 0, 0, 0},
             {BV_RULE_LABEL_KLEURING, 0.90, 0, 0, 0},             {BV_RULE_BRON_VAAG, 0.90, 0, 0, 0},
             {BV_RULE_DIAGNOSE_STELLIG, 0.90, 0, 0, 0},           {BV_RULE_DATUM_RELATIEF, 0.90, 0, 0, 0}};
enum { RULE_COUNT = sizeof rules / sizeof *rules };

static char names[2048]; /* of the part that is read, apart by spaces */

/* Of the sentences in which something is wrong, and of the innocent ones: how many there are, and get a finding of any rule. */
static unsigned wrong, wrong_found, innocent, innocent_found;

/* Checks one sentence under a label; sets `found` for each measured rule. */
static void check_sentence(const char *label, const char *sentence, bool found[RULE_COUNT]) {
  const char *attributes = NULL;
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (strcmp(labels[i].label, label) == 0)
      attributes = labels[i].attributes;
  char draft[8192];
  int start = snprintf(draft, sizeof draft, front, names);
  int length = start + snprintf(draft + start, sizeof draft - (size_t)start, "[%s]{%s}\n", sentence, attributes ? attributes : "");
  if (!attributes || length < 0 || (size_t)length >= sizeof draft) {
    fprintf(stderr, "quality: onbekend label of te lange zin: %s: %s\n", label, sentence);
    exit(2);
  }
  bv_read_result read = bv_read_bytes("zin.md", draft, (size_t)length, NULL);
  if (!read.document) {
    fprintf(stderr, "quality: %s: %s\n", sentence, read.error);
    exit(2);
  }
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  for (size_t f = 0; f < read.document->findings->count; f++)
    for (size_t r = 0; r < RULE_COUNT; r++)
      found[r] |= read.document->findings->items[f].rule == rules[r].rule;
  bv_document_free(read.document);
}

/* Whether the rule stands in a list of names between commas. */
static bool is_listed(const char *list, const char *name) {
  size_t length = strlen(name);
  for (const char *at = strstr(list, name); at; at = strstr(at + 1, name))
    if ((at == list || at[-1] == ',') && (at[length] == '\0' || at[length] == ','))
      return true;
  return false;
}

static void count_sentence(const char *label, const char *expected, const char *sentence, bool show_errors) {
  bool found[RULE_COUNT] = {false};
  check_sentence(label, sentence, found);
  bool any = false;
  for (size_t r = 0; r < RULE_COUNT; r++)
    any |= found[r];
  bool is_innocent = strcmp(expected, "-") == 0;
  *(is_innocent ? &innocent : &wrong) += 1;
  *(is_innocent ? &innocent_found : &wrong_found) += any;
  for (size_t r = 0; r < RULE_COUNT; r++) {
    const char *name = bv_rule_info_of(rules[r].rule)->name;
    bool wanted = is_listed(expected, name);
    rules[r].expected += wanted;
    rules[r].found += found[r];
    rules[r].right += wanted && found[r];
    if (show_errors && wanted != found[r])
      printf("%s %s: %s\n", wanted ? "gemist  " : "onterecht", name, sentence);
  }
}

static unsigned count_part(const char *path, bool show_errors) {
  *names = '\0';
  FILE *file = fopen(path, "r");
  char line[4096];
  unsigned sentences = 0;
  if (!file) {
    perror(path);
    exit(2);
  }
  while (fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = '\0';
    char *rest = NULL, *label = strtok_r(line, "\t", &rest), *expected = strtok_r(NULL, "\t", &rest);
    if (label && expected && strcmp(label, "namen") == 0)
      snprintf(names, sizeof names, "%s", expected);
    if (!label || label[0] == '#' || !expected || !rest || !*rest)
      continue;
    count_sentence(label, expected, rest, show_errors);
    sentences++;
  }
  fclose(file);
  return sentences;
}

static double share(unsigned part, unsigned whole) { return whole ? (double)part / whole : 1.0; }

/* Prints the figures of one part; returns whether every rule reaches its target. */
static bool print_part(const char *title, unsigned sentences) {
  bool reached = true;
  printf("\n%s (%u zinnen)\n%-28s %8s %8s %8s %10s\n", title, sentences, "regel", "bedoeld", "gevonden", "recall",
         "precisie");
  for (size_t r = 0; r < RULE_COUNT; r++) {
    if (!rules[r].expected && !rules[r].found)
      continue;
    double recall = share(rules[r].right, rules[r].expected), precision = share(rules[r].right, rules[r].found);
    printf("%-28s %8u %8u %8.3f %10.3f\n", bv_rule_info_of(rules[r].rule)->name, rules[r].expected, rules[r].found, recall,
           precision);
    reached &= recall >= rules[r].target && precision >= rules[r].target;
    rules[r].expected = rules[r].found = rules[r].right = 0;
  }
  printf("aangewezen: %u van de %u zinnen waar iets mis is, %u van de %u onschuldige\n", wrong_found, wrong, innocent_found,
         innocent);
  wrong = wrong_found = innocent = innocent_found = 0;
  return reached;
}

int main(int count, char **arguments) {
  bool show_errors = count > 1 && strcmp(arguments[count - 1], "--errors") == 0;
  const char *develop = SOURCE_DIR "/tests/quality/develop.tsv", *measure = SOURCE_DIR "/tests/quality/measure.tsv";
  if (count > 2) {
    develop = arguments[1];
    measure = arguments[2];
  }
  unsigned sentences = count_part(develop, show_errors);
  print_part("om op te ontwikkelen", sentences);
  sentences = count_part(measure, false);
  bool reached = print_part("alleen gemeten", sentences);
  sentences = count_part(SOURCE_DIR "/tests/quality/fresh.tsv", false);
  print_part("vers geschreven, zonder doel", sentences);
  return reached ? 0 : 1;
}
