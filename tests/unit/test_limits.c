/* Every limit is documented as it is, and what goes beyond one is a finding or a refusal that says so. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "../support/blocks.h"
#include "../support/drafts.h"
#include "../support/run.h"
#include "base/buf.h"
#include "base/limits.h"
#include "check/counts.h"
#include "check/explain.h"
#include "read/read.h"

/* ---- The documents ---- */

/* The words of a limit as a man page has them: no back quotes, each hyphen behind a backslash. */
static const char *in_man_page(bv_arena *arena, const char *words) {
  bv_buf text = bv_buf_new(arena);
  for (; *words; words++)
    if (*words != '`')
      bv_buf_printf(&text, "%s%c", *words == '-' ? "\\" : "", *words);
  return bv_buf_string(&text);
}

Test(limits, the_manual_and_the_man_page_name_each_as_it_is) {
  static const char head[] = "| wat | hoogstens | daarboven |\n| --- | --- | --- |\n";
  bv_arena *arena = bv_arena_new();
  const char *manual = bv_read_text(arena, SOURCE_DIR "/doc/handleiding.md");
  const char *page = bv_read_text(arena, SOURCE_DIR "/doc/bronvast.1"), *table = strstr(manual, head);
  bv_buf rows = bv_buf_new(arena), lines = bv_buf_new(arena);
  for (size_t i = 0; i < bv_limit_count; i++) {
    const bv_limit *limit = &bv_limits[i];
    bv_buf_printf(&rows, "| %s | %s | %s |\n", limit->of, bv_limit_text(arena, limit), limit->beyond);
    bv_buf_printf(&lines, "%s\t%s\n", in_man_page(arena, limit->of), bv_limit_text(arena, limit));
  }
  bv_buf_putc(&rows, '\n');
  bv_buf_puts(&lines, ".TE\n");
  cr_assert(table != NULL);
  cr_expect(strncmp(table + sizeof head - 1, bv_buf_string(&rows), rows.length) == 0, "the table of the manual should be\n%s",
            bv_buf_string(&rows));
  cr_expect(strstr(page, bv_buf_string(&lines)) != NULL, "the table of the man page should be\n%s", bv_buf_string(&lines));
  bv_arena_free(arena);
}

Test(limits, are_written_as_people_read_them) {
  static const struct { bv_limit limit; const char *text; } cases[] = {
      {{.value = 16 * BV_MB, .unit = BV_LIMIT_IN_BYTES}, "16 MB"},   {{.value = 4 * BV_KB, .unit = BV_LIMIT_IN_BYTES}, "4 kB"},
      {{.value = 64, .unit = BV_LIMIT_IN_COUNT}, "64"},              {{.value = 1000, .unit = BV_LIMIT_IN_COUNT}, "1.000"},
      {{.value = 1020304, .unit = BV_LIMIT_IN_COUNT}, "1.020.304"},  {{.value = 60, .unit = BV_LIMIT_IN_SECONDS}, "60 seconden"}};
  bv_arena *arena = bv_arena_new();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect(eq(str, (char *)bv_limit_text(arena, &cases[i].limit), (char *)cases[i].text));
  bv_arena_free(arena);
}

/* ---- A draft that is refused ---- */

/* The piece so many times; '#' in it becomes the number of the time. */
static void add_times(bv_buf *out, const char *piece, size_t count) {
  const char *number = strchr(piece, '#');
  for (size_t i = 0; i < count; i++)
    if (number)
      bv_buf_printf(out, "%.*s%zu%s", (int)(number - piece), piece, i, number + 1);
    else
      bv_buf_puts(out, piece);
}

/* Why the draft is refused, in the arena; "" when it is read. */
static const char *refusal(bv_arena *arena, const bv_buf *draft) {
  bv_read_result read = bv_read_bytes("proef.md", bv_buf_string(draft), draft->length, NULL);
  const char *error = bv_strdup(arena, read.error ? read.error : "");
  bool refused = read.document == NULL;
  cr_expect(refused == (*error != '\0'));
  bv_document_free(read.document);
  free(read.error);
  return error;
}

#define FRONT                                                                                                        \
  "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"                                         \
  "opsteller: {naam: N. de Wit, functie: onderzoeker, organisatie: Raad}\nbronnen: []\npersonen:\n"                  \
  "  - {id: sam, rol: jeugdige, naam: Sam}\n"
#define END "---\n\n## Deel\n\n"
#define XML "<concept xmlns=\"urn:bronvast:concept:1\"><voorblad/><inhoud>"

Test(limits, too_much_of_anything_is_refused_and_said, .timeout = 60) {
  static const struct { const char *before, *piece, *behind; size_t count; const char *said; } cases[] = {
      {FRONT END, "a\n", "", BV_MOST_LINES, "dit bestand heeft meer dan 500.000 regels; dat is geen concept van een rapport"},
      {FRONT END, "> > > > > > > > > > a\n\n", "", BV_MOST_ELEMENTS / 10 + 1,
       "dit bestand heeft meer dan 500.000 koppen, alinea's, lijstpunten, citaten, blokken en gemerkte stukken; dat is geen "
       "concept van een rapport"},
      {FRONT END, "- [a]{.x} [a]{.x} [a]{.x}\n", "", BV_MOST_ELEMENTS / 5 + 1,
       "dit bestand heeft meer dan 500.000 koppen, alinea's, lijstpunten, citaten, blokken en gemerkte stukken; dat is geen "
       "concept van een rapport"},
      {FRONT END, "[a]{.feit} ", "\n", BV_MOST_CLAIMS + 1, "dit bestand heeft meer dan 50.000 beweringen; dat is geen concept van een rapport"},
      {FRONT END, "::: {.reactie}\na\n:::\n\n", "", BV_MOST_REACTIONS + 1,
       "dit bestand heeft meer dan 10.000 reacties; dat is geen concept van een rapport"},
      {FRONT END, "::: {.voor-ouders}\na\n:::\n\n", "", BV_MOST_PLAIN_TEXTS + 1,
       "dit bestand heeft meer dan 20.000 teksten voor ouders; dat is geen concept van een rapport"},
      {FRONT, "  - {id: p#}\n", END, BV_MOST_PERSONS, "dit bestand heeft meer dan 1.000 personen; dat is geen concept van een rapport"},
      {"---\nbronvast: 1\nbronnen:\n", "  - {id: s#}\n", END, BV_MOST_SOURCES,
       "dit bestand heeft meer dan 2.000 bronnen; dat is geen concept van een rapport"},
      {XML, "<alinea/>", "</inhoud></concept>", BV_MOST_XML_ELEMENTS,
       "regel 1: dit bestand heeft meer dan 1.000.000 elementen, in XML; dat is geen concept van een rapport"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_buf draft = bv_buf_new(arena);
    bv_buf_puts(&draft, cases[i].before);
    add_times(&draft, cases[i].piece, cases[i].count);
    bv_buf_puts(&draft, cases[i].behind);
    cr_expect(eq(str, (char *)refusal(arena, &draft), (char *)cases[i].said));
    bv_arena_free(arena);
  }
}

/* As many as there may be. */
Test(limits, a_draft_at_its_limits_is_read, .timeout = 60) {
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_buf_puts(&draft, "---\nbronvast: 1\nsoort: raadsrapport\npersonen:\n");
  add_times(&draft, "  - {id: p#}\n", BV_MOST_PERSONS);
  bv_buf_puts(&draft, "bronnen:\n");
  add_times(&draft, "  - {id: s#}\n", BV_MOST_SOURCES - 1); /* the author is one */
  bv_buf_puts(&draft, END);
  add_times(&draft, "[a]{.feit} [a]{.feit} [a]{.feit} [a]{.feit} [a]{.feit}\n\n", BV_MOST_CLAIMS / 5);
  cr_expect(eq(str, (char *)refusal(arena, &draft), ""));
  bv_arena_free(arena);
}

/* ---- Findings on what is too long ---- */

static bv_document *checked_with(const char *before, const char *piece, size_t count, const char *behind) {
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_buf_puts(&draft, before);
  add_times(&draft, piece, count);
  bv_buf_puts(&draft, behind);
  bv_document *document = bv_checked(bv_buf_string(&draft));
  bv_arena_free(arena);
  return document;
}

static void expect_said(const bv_document *document, const char *rule, const char *message) {
  cr_expect(eq(sz, bv_raised(document, rule), 1), "%s", bv_all_found(document));
  cr_expect(eq(str, (char *)bv_raised_at(document, rule, 0)->message, (char *)message));
}

Test(limits, a_field_of_the_front_matter_is_cut_between_characters) {
  bv_document *document = checked_with(FRONT "  - {id: oma, rol: netwerk, naam: ", "é", BV_LONGEST_FIELD, "}\n" END "[A.]{.feit}\n");
  expect_said(document, "markup/voorblad", "de waarde van \"naam\" is langer dan 4 kB; wat daarachter staat, telt niet mee");
  const char *name = bv_person_find(document, "oma")->name;
  cr_expect(eq(sz, strlen(name), BV_LONGEST_FIELD));
  cr_expect(eq(sz, strspn(name, "\xC3\xA9"), BV_LONGEST_FIELD));
  bv_document_free(document);
}

Test(limits, a_field_that_just_fits_is_whole) {
  bv_document *document = checked_with(FRONT "  - {id: oma, rol: netwerk, naam: ", "a", BV_LONGEST_FIELD, "}\n" END "[A.]{.feit}\n");
  cr_expect(eq(sz, bv_raised(document, "markup/voorblad"), 0));
  cr_expect(eq(sz, strlen(bv_person_find(document, "oma")->name), BV_LONGEST_FIELD));
  bv_document_free(document);
}

Test(limits, a_value_of_an_attribute_is_cut) {
  bv_document *document = checked_with(FRONT END "[A.]{.feit ouders=\"", "a", BV_LONGEST_VALUE + 1, "\"}\n");
  expect_said(document, "markup/attribuut", "de waarde van \"ouders\" is langer dan 64 kB; wat daarachter staat, telt niet mee");
  cr_expect(eq(sz, strlen(document->claims.items[0]->plain), BV_LONGEST_VALUE));
  bv_document_free(document);
}

Test(limits, so_many_names_of_a_list_count) {
  bv_document *document = checked_with(FRONT END "[A.]{.feit over=sam", ",sam", BV_MOST_NAMES, "}\n");
  expect_said(document, "markup/attribuut", "over noemt hier meer dan 64 namen; wat daarachter staat, telt niet mee");
  cr_expect(eq(sz, document->claims.items[0]->about.count, BV_MOST_NAMES));
  bv_document_free(document);
  document = checked_with(FRONT END "[A.]{.feit over=sam", ",sam", BV_MOST_NAMES - 1, "}\n");
  cr_expect(eq(sz, bv_raised(document, "markup/attribuut"), 0));
  bv_document_free(document);
}

/* A message that quotes the draft, and the reason of an exception that stands with every finding below it. */
Test(limits, what_a_finding_says_is_shortened) {
  bv_document *document = checked_with(FRONT END "## Deel {negeer=label/ontbreekt reden=\"", "é", BV_LONGEST_MESSAGE, "\"}\n\nHij liep weg.\n");
  for (size_t i = 0; i < document->findings->count; i++) {
    const bv_finding *finding = &document->findings->items[i];
    cr_expect(strlen(finding->message) <= BV_LONGEST_MESSAGE);
    if (!finding->suppressed)
      continue;
    size_t length = strlen(finding->reason);
    cr_expect(length <= BV_LONGEST_MESSAGE && length > BV_LONGEST_MESSAGE - 4);
    cr_expect(eq(str, (char *)finding->reason + length - 5, "é…"));
  }
  cr_expect(eq(sz, bv_raised(document, "label/ontbreekt"), 0));
  bv_document_free(document);
  document = checked_with(FRONT END "[A.]{.feit bron=", "a", BV_LONGEST_MESSAGE, "}\n");
  cr_expect(eq(sz, strlen(bv_raised_at(document, "bron/onbekend", 0)->message), BV_LONGEST_MESSAGE));
  bv_document_free(document);
}

/* ---- The list of findings ---- */

/* Sentences without a label, claims of which only advice is given, and exceptions: more of each than are listed. */
static bv_document *crowded(size_t errors, size_t notes, size_t exceptions) {
  bv_arena *arena = bv_arena_new();
  bv_buf body = bv_buf_new(arena);
  bv_buf_puts(&body, "## Deel\n\n");
  add_times(&body, "[Sam kwam onlangs thuis.]{.feit bron=verzuim}\n\n", notes);
  add_times(&body, "Sam kwam thuis.\n\n", errors);
  bv_buf_puts(&body, "## Ander deel {negeer=label/ontbreekt reden=\"Oud stuk.\"}\n\n");
  add_times(&body, "Sam kwam thuis.\n\n", exceptions);
  bv_document *document = bv_checked_body(bv_buf_string(&body));
  bv_arena_free(arena);
  return document;
}

Test(limits, the_list_of_findings_keeps_what_weighs_most) {
  bv_document *document = crowded(100, BV_MOST_FINDINGS, 5000);
  bv_counts before = bv_count(document);
  cr_assert(document->findings->count > BV_MOST_FINDINGS + 5000);
  bv_findings_limit(document->findings);
  bv_counts after = bv_count(document);
  cr_expect(memcmp(&before, &after, sizeof before) == 0, "the counts stay what they were");
  cr_expect(document->findings->count <= BV_MOST_FINDINGS + BV_RULE_COUNT);
  cr_expect(eq(sz, bv_raised(document, "label/ontbreekt"), 100), "every error is there");
  size_t listed[BV_FOUT + 1] = {0}, suppressed = 0;
  const bv_finding *last = NULL;
  for (size_t i = 0; i < document->findings->count; last = &document->findings->items[i++]) {
    const bv_finding *finding = &document->findings->items[i];
    bool in_order = !last || last->range.start <= finding->range.start;
    cr_expect(in_order, "in the order of the document");
    listed[finding->severity] += !finding->suppressed;
    suppressed += finding->suppressed;
  }
  cr_expect(eq(sz, listed[BV_FOUT], before.errors));
  cr_expect(eq(sz, listed[BV_WAARSCHUWING], before.warnings));
  cr_expect(listed[BV_ADVIES] < before.notes);
  cr_expect(eq(sz, suppressed, 1), "one exception speaks for all: %zu", suppressed);
  bv_document_free(document);
}

/* The number that the message of a finding says there are more, or 0. */
static size_t more_of(const bv_finding *finding) {
  const char *more = strstr(finding->message, " (en nog ");
  return more ? strtoul(more + strlen(" (en nog "), NULL, 10) : 0;
}

Test(limits, one_of_each_rule_says_how_many_more_there_are) {
  bv_document *document = crowded(BV_MOST_FINDINGS + 500, 300, 200);
  size_t total = document->findings->count, said = 0;
  bv_findings_limit(document->findings);
  for (size_t i = 0; i < document->findings->count; i++)
    said += more_of(&document->findings->items[i]);
  cr_expect(eq(sz, document->findings->count + said, total));
  cr_expect(eq(sz, document->findings->left_out.total, said));
  cr_expect(bv_raised(document, "datum/relatief") == 1 && more_of(bv_raised_at(document, "datum/relatief", 0)) == 299,
            "%zu", bv_raised(document, "datum/relatief"));
  bv_document_free(document);
}

Test(limits, a_list_that_fits_is_left_alone) {
  bv_document *document = crowded(BV_MOST_FINDINGS / 2, 0, 0);
  size_t count = document->findings->count;
  bv_findings_limit(document->findings);
  cr_expect(eq(sz, document->findings->count, count));
  cr_expect(eq(sz, document->findings->left_out.total, 0));
  bv_document_free(document);
}

Test(limits, check_writes_a_list_of_so_many_and_counts_all, .init = bv_enter_folder, .fini = bv_leave_folder) {
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_buf_puts(&draft, FRONT END);
  add_times(&draft, "Sam kwam thuis.\n\n", 2 * BV_MOST_FINDINGS);
  bv_spill("veel.md", bv_buf_string(&draft), draft.length);
  bv_ran ran = bv_run_program((const char *const[]){"bronvast", "check", "--format=jsonl", "veel.md", NULL}, NULL);
  size_t listed = 0;
  for (const char *at = ran.out; (at = strstr(at, "\"rule\":\"label/ontbreekt\"")); at++)
    listed++;
  cr_expect(eq(int, ran.status, 1));
  cr_expect(listed <= BV_MOST_FINDINGS + 1 && listed > BV_MOST_FINDINGS - 100, "%zu", listed);
  cr_expect(strstr(ran.out, "\"unlabelled\":20000") != NULL, "%.600s", ran.out);
  bv_ran_free(&ran);
  bv_arena_free(arena);
}
