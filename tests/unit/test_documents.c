/* The documents for users keep their word: every example of the format is right, every word of it is explained, and the
 * worked example has nothing left to mend. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "../support/blocks.h"
#include "base/buf.h"
#include "check/check.h"
#include "model/vocabulary.h"
#include "read/read.h"

#define FORMAT SOURCE_DIR "/doc/formaat.md"
#define EXAMPLE SOURCE_DIR "/doc/voorbeeld.md"
#define FRONT_MATTER SOURCE_DIR "/src/check/regels/voorblad.md"

/* What a draft of a few sentences cannot hold: all parts, plain language, a use for every source. */
static bool asks_for_more(const char *rule) {
  static const char *const begins[] = {"opbouw/", "ouders/", "taal/", "bron/ongebruikt"};
  for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
    if (strncmp(rule, begins[i], strlen(begins[i])) == 0)
      return true;
  return false;
}

/* What was found, a line each; "" when nothing was. Of an example, not what would be asked of a whole report. */
static char *said_of(bv_document *document, bool is_example) {
  bv_buf all = bv_buf_new(document->arena);
  for (size_t i = 0; i < document->findings->count; i++) {
    const bv_finding *finding = &document->findings->items[i];
    const char *rule = bv_rule_info_of(finding->rule)->name;
    if (!finding->suppressed && !(is_example && asks_for_more(rule)))
      bv_buf_printf(&all, "%s: %s\n", rule, finding->message);
  }
  return (char *)bv_buf_string(&all);
}

/* Reads and checks an example as a draft: a whole one, or a body behind the front matter that all examples share. */
static bv_document *read_example(bv_arena *arena, const char *front_matter, const bv_block *b) {
  bool is_whole = strncmp(b->text, "---\n", 4) == 0 || bv_info_behind(b, "xml");
  const char *draft = is_whole ? b->text : bv_sprintf(arena, "%s\n%s", front_matter, b->text);
  bv_read_result read = bv_read_bytes("voorbeeld.md", draft, strlen(draft), NULL);
  cr_assert(read.document != NULL, "%s:%u: %s", FORMAT, b->line, read.error);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  return read.document;
}

Test(documents, every_example_of_the_format_is_right) {
  bv_arena *arena = bv_arena_new();
  bv_block_list blocks = bv_read_code_blocks(arena, FORMAT);
  const char *front_matter = bv_read_text(arena, FRONT_MATTER);
  size_t examples = 0;
  for (size_t i = 0; i < blocks.count; i++) {
    if (!bv_info_behind(&blocks.items[i], "markdown voorbeeld") && !bv_info_behind(&blocks.items[i], "xml voorbeeld"))
      continue;
    examples++;
    bv_document *document = read_example(arena, front_matter, &blocks.items[i]);
    cr_expect(eq(str, said_of(document, true), ""), "%s:%u", FORMAT, blocks.items[i].line);
    bv_document_free(document);
  }
  cr_expect(examples > 10);
  bv_arena_free(arena);
}

Test(documents, every_fault_that_the_format_shows_is_found) {
  bv_arena *arena = bv_arena_new();
  bv_block_list blocks = bv_read_code_blocks(arena, FORMAT);
  const char *front_matter = bv_read_text(arena, FRONT_MATTER);
  size_t examples = 0;
  for (size_t i = 0; i < blocks.count; i++) {
    const char *rule = bv_info_behind(&blocks.items[i], "markdown fout");
    if (!rule)
      continue;
    examples++;
    bv_document *document = read_example(arena, front_matter, &blocks.items[i]);
    const char *said = said_of(document, true), *colon = strchr(said, ':');
    cr_expect(colon && strlen(rule) == (size_t)(colon - said) && strncmp(said, rule, strlen(rule)) == 0,
              "%s:%u: %s", FORMAT, blocks.items[i].line, said);
    cr_expect(strchr(said, '\n') && strchr(said, '\n')[1] == '\0', "%s:%u: %s", FORMAT, blocks.items[i].line, said);
    bv_document_free(document);
  }
  cr_expect(examples > 1);
  bv_arena_free(arena);
}

static void expect_words(const char *text, const bv_words *words, const char *before, const char *after) {
  for (size_t i = 0; i < words->count; i++) {
    char word[80];
    snprintf(word, sizeof word, "%s%s%s", before, words->items[i], after);
    cr_expect(strstr(text, word) != NULL, "%s does not say what %s is", FORMAT, words->items[i]);
  }
}

Test(documents, the_format_names_every_word) {
  static const bv_words *const bare[] = {&bv_front_keys, &bv_author_keys, &bv_person_keys,  &bv_source_keys,
                                         &bv_kinds,      &bv_measures,    &bv_roles,        &bv_source_kinds,
                                         &bv_decisions,  &bv_yes_no,      &bv_diagnosis_status};
  bv_arena *arena = bv_arena_new();
  const char *text = bv_read_text(arena, FORMAT);
  for (size_t i = 0; i < sizeof bare / sizeof *bare; i++)
    expect_words(text, bare[i], "`", "`");
  expect_words(text, &bv_known_classes, "`.", "`");
  expect_words(text, &bv_known_attributes, "`", "=");
  bv_arena_free(arena);
}

Test(documents, the_worked_example_has_no_finding) {
  bv_read_result read = bv_read_file(EXAMPLE, NULL);
  cr_assert(read.document != NULL, "%s", read.error);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  cr_expect(read.document->claims.count > 30);
  cr_expect(eq(str, said_of(read.document, false), ""));
  bv_document_free(read.document);
}
