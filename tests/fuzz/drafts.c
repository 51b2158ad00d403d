/* Drafts in both notations. */
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "publish/publish.h"
#include "read/read.h"
#include "targets.h"
#include "write/draft.h"

static bv_document *read_draft(const char *bytes, size_t length) {
  bv_read_result read = bv_read_bytes("-", bytes, length, bv_config_default()->kinds);
  free(read.error);
  return read.document;
}

/* For the court or for parents: both take more time than all the rest, so a draft gets one, by its length. */
static void publish(const bv_document *document) {
  bv_publish_options options = {.court = document->source->length % 2 == 0, .as_is = true};
  xmlFreeDoc(bv_publish(document, document->findings, &options));
}

static void write_back(const bv_document *document) {
  bv_buf out = bv_buf_new(document->arena);
  bv_write_draft_xml(&out, document);
  bv_write_draft_markdown(&out, document);
}

void bv_fuzz_draft(const char *bytes, size_t length) {
  bv_document *document = read_draft(bytes, length);
  if (!document)
    return;
  bv_check_document(document, bv_config_default(), (bv_date){0});
  publish(document);
  write_back(document);
  bv_document_free(document);
}

void bv_fuzz_body(const char *bytes, size_t length) {
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_fuzz_add_front(&draft);
  bv_buf_add(&draft, bytes, length);
  bv_fuzz_draft(draft.bytes, draft.length);
  bv_arena_free(arena);
}

/* Only what begins as XML is read as such: the rest is for bv_fuzz_draft. */
void bv_fuzz_xml(const char *bytes, size_t length) {
  size_t at = 0;
  while (at < length && strchr(" \t\r\n", bytes[at]) && bytes[at])
    at++;
  if (at < length && bytes[at] == '<')
    bv_fuzz_draft(bytes, length);
}

void bv_fuzz_front(const char *bytes, size_t length) {
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_buf_puts(&draft, "---\n");
  bv_buf_add(&draft, bytes, length);
  bv_buf_puts(&draft, "\n---\n\n[Sam was er niet.]{.feit bron=verzuim over=sam}\n");
  bv_document *document = read_draft(draft.bytes, draft.length);
  if (document)
    write_back(document);
  bv_document_free(document);
  bv_arena_free(arena);
}

void bv_fuzz_attributes(const char *bytes, size_t length) {
  static const char *const before[] = {"\n## Deel {", "\n[Sam was er niet.]{", "\n::: {"};
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_buf_puts(&draft, "---\nbronvast: 1\n---\n");
  for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
    bv_buf_puts(&draft, before[i]);
    bv_buf_add(&draft, bytes, length);
    bv_buf_puts(&draft, "}\n");
  }
  bv_buf_puts(&draft, "Sam was er niet.\n:::\n");
  bv_document *document = read_draft(draft.bytes, draft.length);
  if (document)
    write_back(document);
  bv_document_free(document);
  bv_arena_free(arena);
}
