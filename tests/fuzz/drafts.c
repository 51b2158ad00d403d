/* Drafts in both notations. */
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "publish/publish.h"
#include "read/read.h"
#include "targets.h"
#include "write/draft.h"
#include "write/findings.h"
#include "write/html.h"

static bv_document *read_draft(const char *bytes, size_t length) {
  bv_read_result read = bv_read_bytes("-", bytes, length, bv_config_default()->kinds);
  free(read.error);
  return read.document;
}

/* One of those who get a version, or NULL: a parent without a name. */
static const char *some_reader(const bv_document *document, size_t choice) {
  const bv_front *front = &document->front;
  size_t place = choice % (front->persons.count + 1);
  const char *id = place < front->persons.count ? front->persons.items[place].id : NULL;
  return id && !bv_publish_reader_error(document->arena, document, id) ? id : NULL;
}

/* A version takes more time than all the rest, and a page of it more than that. So a draft gets one version, by its length,
 * and seldom a page. */
static void publish(const bv_document *document) {
  size_t choice = document->source->length, length;
  bv_publish_options options = {.court = choice % 2 == 0, .as_is = true};
  if (!options.court) {
    options.short_version = choice % 8 == 1;
    options.reader = some_reader(document, choice / 8);
  }
  xmlDoc *published = bv_publish(document, document->findings, &options);
  const char *error;
  if (choice % 32 < 2 && !bv_write_html(document->arena, published, &(bv_html_options){0}, &length, &error))
    abort(); /* our own templates are right */
  xmlFreeDoc(published);
}

static void report(const bv_document *document) {
  static const bv_findings_format *const formats[] = {&bv_findings_text,  &bv_findings_json,        &bv_findings_sarif,
                                                      &bv_findings_junit, &bv_findings_errorformat, &bv_findings_html};
  const bv_findings_format *format = formats[document->source->length % (sizeof formats / sizeof *formats)];
  const bv_reported file = {.name = "concept.md", .document = document, .config = bv_config_default()};
  FILE *out = fopen("/dev/null", "w");
  if (!out)
    return;
  format->file(out, &file);
  if (format->aside)
    format->aside(out, &file);
  fclose(out);
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
  report(document);
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
