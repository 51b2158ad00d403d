/* The same draft gives the same, always and everywhere: again, in another locale and time zone, from another folder, in the
 * other notation. What the program does with its environment is in test_same_program.c. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <criterion/parameterized.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../support/generate.h"
#include "../support/published.h"
#include "base/file.h"
#include "check/check.h"
#include "check/counts.h"
#include "read/read.h"
#include "write/draft.h"
#include "write/findings.h"

#define SAMPLES SOURCE_DIR "/samples/"

static const char *const samples[] = {SAMPLES "raadsrapport-fout.md", SAMPLES "plan-van-aanpak.md", SAMPLES "verzoekschrift-spoed-fout.md"};
enum { SAMPLE_COUNT = sizeof samples / sizeof *samples, DRAFTS = 100, RANGE = 25, DRAFTS_ELSEWHERE = 5 };

/* A sample, or behind them a draft by chance; in the arena. */
static const char *draft_numbered(bv_arena *arena, size_t number, size_t *length) {
  if (number < SAMPLE_COUNT) {
    const char *bytes = bv_file_read(arena, samples[number], BV_LARGEST_DRAFT, length);
    cr_assert(bytes != NULL, "%s", samples[number]);
    return bytes;
  }
  char *draft = bv_generate_draft((uint32_t)(number - SAMPLE_COUNT + 1));
  const char *copy = bv_strdup(arena, draft);
  free(draft);
  *length = strlen(copy);
  return copy;
}

static bv_document *checked(const char *bytes, size_t length) {
  bv_read_result read = bv_read_bytes("proef", bytes, length, bv_config_default()->kinds);
  cr_assert(read.document != NULL, "%s", read.error);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  return read.document;
}

static void add_versions(bv_buf *out, const bv_document *document) {
  bv_published_set published = bv_publish_all(document);
  for (size_t i = 0; i < published.count; i++) {
    bv_buf_printf(out, "\n==== %s\n", published.items[i].name);
    bv_buf_add(out, published.items[i].xml, published.items[i].xml_length);
    bv_buf_add(out, published.items[i].html, published.items[i].html_length);
  }
  bv_published_free(&published);
}

/* All that is said of a draft and made of it: findings as text and as JSON, and every version as XML and HTML. */
static const char *all_of(bv_arena *arena, const char *bytes, size_t length) {
  bv_document *document = checked(bytes, length);
  char *findings = NULL;
  size_t size = 0;
  FILE *stream = open_memstream(&findings, &size);
  const bv_reported file = {.name = document->source->name, .document = document, .threshold = BV_FOUT};
  bv_findings_text.file(stream, &file);
  bv_findings_json.file(stream, &file);
  bv_findings_sarif.file(stream, &file);
  fclose(stream);
  bv_buf out = bv_buf_new(arena);
  bv_buf_add(&out, findings, size);
  free(findings);
  add_versions(&out, document);
  bv_document_free(document);
  return bv_buf_string(&out);
}

/* The line in which two texts part, of each; for messages. */
static const char *difference(bv_arena *arena, const char *a, const char *b) {
  size_t at = 0, line = 0;
  for (; a[at] && a[at] == b[at]; at++)
    if (a[at] == '\n')
      line = at + 1;
  if (at - line > 60)
    line = at - 60;
  return bv_sprintf(arena, "\n  %.*s\n  %.*s", (int)strcspn(a + line, "\n") % 200, a + line, (int)strcspn(b + line, "\n") % 200, b + line);
}

static void expect_same(bv_arena *arena, const char *what, const char *a, const char *b) {
  cr_expect(strcmp(a, b) == 0, "%s:%s", what, difference(arena, a, b));
}

/* ---- Locale, time zone, folder ---- */

static const char *const locales[][3] = {{"C.UTF-8", "C", "UTF-8"}, {"tr_TR.UTF-8", "tr_TR", "UTF-8"},
                                         {"tr_TR.ISO-8859-9", "tr_TR", "ISO-8859-9"}, {"nl_NL.UTF-8", "nl_NL", "UTF-8"}};
enum { LOCALES = sizeof locales / sizeof *locales };

/* Makes the locales in a new folder, as far as this system can, and has them found there. */
static void make_locales(char *folder) {
  cr_assert(mkdtemp(folder) != NULL);
  for (size_t i = 0; i < LOCALES; i++) {
    char command[256];
    snprintf(command, sizeof command, "localedef -i %s -f %s %s/%s > %s/log 2>&1", locales[i][1], locales[i][2], folder,
             locales[i][0], folder);
    if (system(command) != 0)
      continue; /* then it may be installed, or is passed over */
  }
  setenv("LOCPATH", folder, 1);
}

static void remove_locales(const char *folder) {
  char command[256];
  snprintf(command, sizeof command, "rm -r %s", folder);
  cr_expect(system(command) == 0);
}

static void compare_with(const char *where, const char *const *first, bv_arena *arena) {
  for (size_t i = 0; i < SAMPLE_COUNT + DRAFTS_ELSEWHERE; i++) {
    size_t length;
    bv_arena *own = bv_arena_new();
    const char *bytes = draft_numbered(own, i, &length);
    expect_same(arena, bv_sprintf(arena, "draft %zu, %s", i, where), first[i], all_of(own, bytes, length));
    bv_arena_free(own);
  }
}

Test(same, in_every_locale_time_zone_and_folder) {
  char folder[] = "/tmp/bronvast-test-XXXXXX";
  static const char *const zones[] = {"Pacific/Kiritimati", "America/Los_Angeles", "<-23>23:59"};
  bv_arena *arena = bv_arena_new();
  const char *first[SAMPLE_COUNT + DRAFTS_ELSEWHERE];
  for (size_t i = 0; i < SAMPLE_COUNT + DRAFTS_ELSEWHERE; i++) {
    size_t length;
    const char *bytes = draft_numbered(arena, i, &length);
    first[i] = all_of(arena, bytes, length);
  }
  compare_with("again", first, arena);
  make_locales(folder);
  for (size_t i = 0; i < LOCALES; i++)
    if (setlocale(LC_ALL, locales[i][0]))
      compare_with(locales[i][0], first, arena);
  setlocale(LC_ALL, "C");
  cr_assert(chdir("/") == 0);
  for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
    setenv("TZ", zones[i], 1);
    tzset();
    compare_with(zones[i], first, arena);
  }
  remove_locales(folder);
  bv_arena_free(arena);
}

/* ---- Markdown and XML ---- */

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* What is found, without places, in an order of its own. */
static const char *found(bv_arena *arena, const bv_document *document) {
  const bv_findings *findings = document->findings;
  const char **lines = bv_calloc(arena, findings->count + 1, sizeof *lines);
  for (size_t i = 0; i < findings->count; i++) {
    const bv_finding *f = &findings->items[i];
    lines[i] = bv_sprintf(arena, "%s %d %s: %s (%s)%s [%s]\n", bv_rule_info_of(f->rule)->name, f->severity, f->claim ? f->claim : "-",
                          f->message, f->suggestion ? f->suggestion : "", f->suppressed ? f->reason : "", f->norm);
  }
  if (findings->count)
    qsort(lines, findings->count, sizeof *lines, by_text);
  bv_buf out = bv_buf_new(arena);
  for (size_t i = 0; i < findings->count; i++)
    bv_buf_puts(&out, lines[i]);
  return bv_buf_string(&out);
}

/* Every version. The hash of the draft stands in them; it is that of the bytes, and must not matter here. */
static const char *versions(bv_arena *arena, bv_document *document) {
  bv_buf out = bv_buf_new(arena);
  memset(document->source->sha256, '0', sizeof document->source->sha256 - 1);
  add_versions(&out, document);
  return bv_buf_string(&out);
}

static void expect_same_in_xml(size_t number) {
  bv_arena *arena = bv_arena_new();
  size_t length;
  const char *bytes = draft_numbered(arena, number, &length);
  bv_document *markdown = checked(bytes, length);
  bv_buf notation = bv_buf_new(arena);
  bv_write_draft_xml(&notation, markdown);
  bv_document *xml = checked(bv_buf_string(&notation), notation.length);
  const bv_counts of_markdown = bv_count(markdown), of_xml = bv_count(xml);
  expect_same(arena, bv_sprintf(arena, "draft %zu, findings", number), found(arena, markdown), found(arena, xml));
  cr_expect(memcmp(&of_markdown, &of_xml, sizeof of_xml) == 0, "draft %zu, counts", number);
  expect_same(arena, bv_sprintf(arena, "draft %zu, versions", number), versions(arena, markdown), versions(arena, xml));
  bv_document_free(markdown);
  bv_document_free(xml);
  bv_arena_free(arena);
}

ParameterizedTestParameters(same, in_both_notations) {
  static size_t firsts[DRAFTS / RANGE];
  for (size_t i = 0; i < DRAFTS / RANGE; i++)
    firsts[i] = i * RANGE;
  return cr_make_param_array(size_t, firsts, DRAFTS / RANGE);
}

ParameterizedTest(size_t *first, same, in_both_notations) {
  for (size_t number = *first; number < *first + RANGE; number++)
    expect_same_in_xml(number);
}
