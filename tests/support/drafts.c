#include "drafts.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buf.h"
#include "check/check.h"
#include "check/explain.h"
#include "read/read.h"

bv_document *bv_checked(const char *draft) {
  bv_read_result read = bv_read_bytes("proef.md", draft, strlen(draft), NULL);
  cr_assert(read.document != NULL, "no draft: %s", read.error);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  return read.document;
}

bv_document *bv_checked_body(const char *body) {
  bv_arena *arena = bv_arena_new();
  bv_document *document = bv_checked(bv_explanation_draft(arena, body));
  bv_arena_free(arena);
  return document;
}

static bool is_raised(const bv_finding *finding, const char *rule) {
  return !finding->suppressed && strcmp(bv_rule_info_of(finding->rule)->name, rule) == 0;
}

size_t bv_raised(const bv_document *document, const char *rule) {
  size_t count = 0;
  for (size_t i = 0; i < document->findings->count; i++)
    count += is_raised(&document->findings->items[i], rule);
  return count;
}

const bv_finding *bv_raised_at(const bv_document *document, const char *rule, size_t index) {
  for (size_t i = 0; i < document->findings->count; i++)
    if (is_raised(&document->findings->items[i], rule) && index-- == 0)
      return &document->findings->items[i];
  cr_fatal("%s is not raised so often:\n%s", rule, bv_all_found(document));
  return NULL;
}

size_t bv_raised_in(const char *body, const char *rule) {
  bv_document *document = bv_checked_body(body);
  size_t count = bv_raised(document, rule);
  bv_document_free(document);
  return count;
}

const char *bv_text_of(const bv_document *document, const bv_finding *finding) {
  return bv_strndup(document->arena, document->source->bytes + finding->range.start,
                    finding->range.end - finding->range.start);
}

const char *bv_all_found(const bv_document *document) {
  bv_buf all = bv_buf_new(document->arena);
  for (size_t i = 0; i < document->findings->count; i++) {
    const bv_finding *finding = &document->findings->items[i];
    bv_buf_printf(&all, "%u: %s%s: %s\n", bv_source_position(document->source, finding->range.start).line,
                  bv_rule_info_of(finding->rule)->name, finding->suppressed ? " (suppressed)" : "", finding->message);
  }
  return bv_buf_string(&all);
}
