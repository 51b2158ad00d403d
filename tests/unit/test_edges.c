/* Rules at their edges: small drafts that just do, or just do not, give something to say (tests/golden/randen.md), against
 * what was found of them and read by a person (tests/golden/randen.txt). After a change that is meant: make goldens. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/blocks.h"
#include "../support/drafts.h"
#include "../support/run.h"
#include "check/explain.h"
#include "check/voice.h"
#include "read/read.h"

#define DRAFTS SOURCE_DIR "/tests/golden/randen.md"
#define FOUND SOURCE_DIR "/tests/golden/randen.txt"

/* Whether the rule begins with one of the words of the info. */
static bool is_asked(const char *info, const char *rule) {
  for (size_t length; *info; info += length + (info[length] == ' ')) {
    length = strcspn(info, " ");
    if (length && strncmp(rule, info, length) == 0)
      return true;
  }
  return false;
}

static void write_finding(FILE *out, const bv_document *document, const bv_finding *finding) {
  bv_arena *arena = document->arena;
  const char *words = bv_text_of(document, finding);
  fprintf(out, "  %s %s", bv_rule_info_of(finding->rule)->name, bv_severity_dutch(finding->severity));
  fprintf(out, finding->claim ? " %s" : "%s", finding->claim ? finding->claim : "");
  fprintf(out, finding->suppressed ? " (onderdrukt: %s)" : "%s", finding->suppressed ? finding->reason : "");
  fprintf(out, " [%s]\n    %s\n", bv_excerpt(arena, words, strlen(words)), finding->message);
  if (finding->suggestion)
    fprintf(out, "    %s\n", finding->suggestion);
}

Test(golden, outputs_of_rules_at_their_edges) {
  bv_arena *arena = bv_arena_new();
  bv_block_list blocks = bv_read_code_blocks(arena, DRAFTS);
  char *text = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&text, &length);
  for (size_t i = 0; i < blocks.count; i++) {
    bv_document *document = bv_checked(bv_explanation_draft(arena, blocks.items[i].text));
    fprintf(out, "%zu: %s\n", i + 1, blocks.items[i].info);
    for (size_t k = 0; k < document->findings->count; k++)
      if (is_asked(blocks.items[i].info, bv_rule_info_of(document->findings->items[k].rule)->name))
        write_finding(out, document, &document->findings->items[k]);
    bv_document_free(document);
  }
  fclose(out);
  if (getenv("BRONVAST_UPDATE_GOLDENS"))
    bv_spill(FOUND, text, length);
  char *expected = bv_slurp(FOUND, NULL);
  cr_assert(expected != NULL, "%s is missing", FOUND);
  cr_expect(eq(str, text, expected));
  free(expected);
  free(text);
  bv_arena_free(arena);
}
