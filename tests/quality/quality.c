/* Measures how well the rules on words find what they should, and how often they are wrong.
 *
 *   quality [DEVELOP.tsv MEASURE.tsv] [--errors]
 *
 * Each sentence is checked as the one claim of a small draft, with on its front page the names that its part says; those of a
 * paragraph of running text together. Prints recall and precision of each rule on both parts; with --errors also the sentences of the first part that went wrong
 * (never of the measured part: nothing may be tuned on it). The part to develop on is also what lang/learn.c learns from.
 * Then the same of fresh sentences and fresh running text, by writers who did not know the lists: honest figures, without a
 * target.
 * Ends with 1 when a rule misses its target on the measured part. */
#include <glob.h>
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

/* Of the part that is read: the names on its front page, apart by spaces, and the rules that its rows are marked with,
 * between commas; "": all. */
static char names[2048], marked[512];

/* Of the sentences in which something is wrong, and of the innocent ones: how many there are, and get a finding of any rule. */
static unsigned wrong, wrong_found, innocent, innocent_found;

/* Sentences that are read together: those of a paragraph, or one alone. */
enum { MOST_TOGETHER = 8, LONGEST_ROW = 4096 };
static struct row {
  char label[32], expected[256], sentence[LONGEST_ROW];
  uint32_t start; /* of its claim in the draft, in bytes */
  bool found[RULE_COUNT];
} together[MOST_TOGETHER];
static unsigned together_count;

static const char *attributes_of(const char *label) {
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (strcmp(labels[i].label, label) == 0)
      return labels[i].attributes;
  fprintf(stderr, "quality: onbekend label: %s\n", label);
  exit(2);
}

/* Checks the sentences as one paragraph, each a claim under its label; notes which measured rules are raised on each. */
static void check_together(void) {
  static char draft[MOST_TOGETHER * LONGEST_ROW];
  size_t length = (size_t)snprintf(draft, sizeof draft, front, names);
  for (struct row *row = together; row < together + together_count; row++) {
    row->start = (uint32_t)length;
    length += (size_t)snprintf(draft + length, sizeof draft - length, "[%s]{%s}\n", row->sentence, attributes_of(row->label));
    memset(row->found, 0, sizeof row->found);
  }
  bv_read_result read = bv_read_bytes("zin.md", draft, length, NULL);
  if (!read.document) {
    fprintf(stderr, "quality: %s: %s\n", together[0].sentence, read.error);
    exit(2);
  }
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  for (size_t f = 0; f < read.document->findings->count; f++) {
    const bv_finding *finding = &read.document->findings->items[f];
    struct row *row = together;
    while (row + 1 < together + together_count && row[1].start <= finding->range.start)
      row++;
    for (size_t r = 0; r < RULE_COUNT; r++)
      row->found[r] |= finding->rule == rules[r].rule;
  }
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

static bool is_marked(size_t r) { return !*marked || is_listed(marked, bv_rule_info_of(rules[r].rule)->name); }

static void count_row(const struct row *row, bool show_errors) {
  bool any = false;
  for (size_t r = 0; r < RULE_COUNT; r++)
    any |= row->found[r] && is_marked(r);
  bool is_innocent = strcmp(row->expected, "-") == 0;
  *(is_innocent ? &innocent : &wrong) += 1;
  *(is_innocent ? &innocent_found : &wrong_found) += any;
  for (size_t r = 0; r < RULE_COUNT; r++) {
    const char *name = bv_rule_info_of(rules[r].rule)->name;
    if (!is_marked(r))
      continue;
    bool wanted = is_listed(row->expected, name);
    rules[r].expected += wanted;
    rules[r].found += row->found[r];
    rules[r].right += wanted && row->found[r];
    if (show_errors && wanted != row->found[r])
      printf("%s %s: %s\n", wanted ? "gemist  " : "onterecht", name, row->sentence);
  }
}

/* Checks and counts the sentences that are kept; gives how many there were. */
static unsigned count_together(bool show_errors) {
  unsigned count = together_count;
  if (count)
    check_together();
  for (unsigned i = 0; i < count; i++)
    count_row(&together[i], show_errors);
  together_count = 0;
  return count;
}

/* A row "alinea" begins a paragraph: what stands below it is read together. */
static unsigned count_part(const char *path, bool show_errors) {
  *names = *marked = '\0';
  FILE *file = fopen(path, "r");
  char line[LONGEST_ROW];
  unsigned sentences = 0;
  bool in_paragraph = false;
  if (!file) {
    perror(path);
    exit(2);
  }
  while (fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = '\0';
    bool begins = strcmp(line, "alinea") == 0;
    if (begins || !in_paragraph || together_count == MOST_TOGETHER)
      sentences += count_together(show_errors);
    in_paragraph |= begins;
    char *rest = NULL, *label = strtok_r(line, "\t", &rest), *expected = strtok_r(NULL, "\t", &rest);
    if (label && expected && strcmp(label, "namen") == 0)
      snprintf(names, sizeof names, "%s", expected);
    if (label && expected && strcmp(label, "regels") == 0)
      snprintf(marked, sizeof marked, "%s", expected);
    if (!label || label[0] == '#' || !expected || !rest || !*rest)
      continue;
    struct row *row = &together[together_count++];
    snprintf(row->label, sizeof row->label, "%s", label);
    snprintf(row->expected, sizeof row->expected, "%s", expected);
    snprintf(row->sentence, sizeof row->sentence, "%s", rest);
  }
  fclose(file);
  return sentences + count_together(show_errors);
}

/* Every file of examples. */
static unsigned count_examples(bool show_errors) {
  unsigned sentences = 0;
  glob_t files;
  if (glob(SOURCE_DIR "/src/lang/examples/*.tsv", 0, NULL, &files) != 0) {
    fputs("quality: geen voorbeelden\n", stderr);
    exit(2);
  }
  for (size_t i = 0; i < files.gl_pathc; i++)
    sentences += count_part(files.gl_pathv[i], show_errors);
  globfree(&files);
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
  bool given = count > 2;
  unsigned sentences = given ? count_part(arguments[1], show_errors) : count_examples(show_errors);
  print_part("om op te ontwikkelen, en waarvan is geleerd", sentences);
  sentences = count_part(given ? arguments[2] : SOURCE_DIR "/tests/quality/measure.tsv", false);
  bool reached = print_part("alleen gemeten", sentences);
  sentences = count_part(SOURCE_DIR "/tests/quality/fresh.tsv", false);
  print_part("vers geschreven, zonder doel", sentences);
  sentences = count_part(SOURCE_DIR "/tests/quality/running.tsv", false);
  print_part("verse lopende tekst, zonder doel", sentences);
  return reached ? 0 : 1;
}
