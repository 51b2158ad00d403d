/* What the program or its pages made, and what comes back from anybody. */
#include <stdlib.h>
#include <string.h>

#include "check/baseline.h"
#include "check/check.h"
#include "monitor/outputs.h"
#include "read/form.h"
#include "read/read.h"
#include "read/review.h"
#include "targets.h"
#include "write/draft.h"
#include "write/except.h"
#include "write/manifest.h"
#include "write/react.h"
#include "write/shown.h"

/* ---- The draft that it comes back to ---- */

static const char body[] = "## Aanleiding {.aanleiding}\n\n"
                           "[Sam was twaalf dagen afwezig.]{#c1 .feit bron=verzuim datum=2026-10-01 over=sam}\n"
                           "Het is bekend dat Sam vaak moe is. [Moeder vindt dat erg.]{.mening bron=g-moeder over=sam}\n\n"
                           "- [Oma zag Sam op straat.]{.horen-zeggen bron=g-moeder van=oma vertrouwelijk=vader reden=\"wens\"}\n\n"
                           "## Thuis {.onderzoek bron=g-moeder .feit}\n\nSam helpt thuis.\n\nSam kookt graag.\n";

static bv_document *checked(const char *bytes, size_t length) {
  bv_read_result read = bv_read_bytes("-", bytes, length, bv_config_default()->kinds);
  free(read.error);
  if (read.document)
    bv_check_document(read.document, bv_config_default(), (bv_date){0});
  return read.document;
}

/* Its bytes, in each notation; made once. */
static const bv_source *draft_source(bool xml) {
  static bv_document *documents[2];
  if (!documents[0]) {
    bv_arena *arena = bv_arena_new();
    bv_buf draft = bv_buf_new(arena), as_xml = bv_buf_new(arena);
    bv_fuzz_add_front(&draft);
    bv_buf_puts(&draft, body);
    documents[0] = checked(draft.bytes, draft.length);
    bv_write_draft_xml(&as_xml, documents[0]);
    documents[1] = checked(as_xml.bytes, as_xml.length);
    bv_arena_free(arena);
  }
  return documents[xml]->source;
}

static bv_document *fresh_draft(bool xml) {
  const bv_source *source = draft_source(xml);
  return checked(source->bytes, source->length);
}

/* ---- Forms and reviews ---- */

/* As `bronvast react`: what was written is read again. A form is of the draft by its hash, which nobody guesses. */
static void react(bv_arena *arena, const bv_form *form, bool xml) {
  bv_document *document = fresh_draft(xml), *before = fresh_draft(xml);
  bv_form own = *form;
  bv_replies replies = {0};
  const char *error;
  bv_buf out = bv_buf_new(arena);
  own.draft = document->source->sha256;
  own.reference = NULL;
  if (bv_replies_to(arena, document, document, &own, "moeder", &replies, &error)) {
    if (xml)
      bv_react_xml(&out, document, &replies);
    else
      bv_react_markdown(&out, document, &replies);
    bv_document *after = checked(bv_buf_string(&out), out.length);
    if (after)
      bv_replies_are_in(arena, before, after, &replies);
    bv_document_free(after);
  }
  bv_document_free(before);
  bv_document_free(document);
}

/* The exceptions that the review asks for, at every finding of the rule: nobody guesses a fingerprint. */
static bv_exceptions exceptions_of(bv_arena *arena, const bv_document *document, const bv_review *review) {
  bv_exceptions exceptions = {0};
  for (size_t i = 0; i < document->findings->count; i++) {
    const bv_finding *finding = &document->findings->items[i];
    for (size_t k = 0; k < review->marks.count; k++) {
      const bv_review_mark *mark = &review->marks.items[k];
      if (mark->remark && !finding->suppressed && strcmp(mark->rule, bv_rule_info_of(finding->rule)->name) == 0) {
        BV_PUSH(arena, &exceptions, (bv_exception){.finding = i, .reason = mark->remark});
        break;
      }
    }
  }
  return exceptions;
}

static void except(bv_arena *arena, const bv_review *review, bool xml) {
  bv_document *document = fresh_draft(xml), *before = fresh_draft(xml);
  bv_exceptions exceptions = exceptions_of(arena, document, review);
  bv_buf out = bv_buf_new(arena);
  bv_exceptions_place(arena, document, &exceptions);
  if (xml)
    bv_except_xml(&out, document, &exceptions);
  else
    bv_except_markdown(&out, document, &exceptions);
  bv_document *after = checked(bv_buf_string(&out), out.length);
  if (after)
    bv_exceptions_are_in(arena, before, after, &exceptions);
  bv_document_free(after);
  bv_document_free(before);
  bv_document_free(document);
}

void bv_fuzz_forms(const char *bytes, size_t length) {
  bv_arena *arena = bv_arena_new();
  const char *error, *text = bv_strndup(arena, bytes, length);
  const bv_form *form = bv_form_read(arena, text, length, &error);
  const bv_review *review = form ? NULL : bv_review_read(arena, text, length, &error);
  for (int xml = 0; xml < 2; xml++) {
    if (form)
      react(arena, form, xml);
    if (review)
      except(arena, review, xml);
  }
  bv_arena_free(arena);
}

/* ---- Versions and their manifest ---- */

/* A manifest that was read is written as one that reads the same. */
static void expect_same(bv_arena *arena, const bv_manifest *manifest) {
  const char *error, *written = bv_manifest_write(arena, manifest);
  if (!written)
    return;
  const bv_manifest *again = bv_manifest_read(arena, written, strlen(written), &error);
  if (!again || strcmp(bv_manifest_write(arena, again), written) != 0)
    abort();
}

void bv_fuzz_published(const char *bytes, size_t length) {
  bv_arena *arena = bv_arena_new();
  const char *error, *text = bv_strndup(arena, bytes, length);
  const bv_manifest *manifest = bv_manifest_read(arena, text, length, &error);
  if (manifest)
    expect_same(arena, manifest);
  for (int html = 0; !manifest && html < 2; html++) {
    bv_shown_list shown;
    bv_shown_in(arena, html ? "html" : "xml", text, length, &shown);
    for (size_t i = 0; i < shown.count; i++)
      if (!bv_shown_find(&shown, shown.items[i].number))
        abort();
  }
  bv_arena_free(arena);
}

/* ---- Results ---- */

static void monitor(bv_arena *arena, const char *bytes, size_t length, bool by_year) {
  bv_monitor *monitor = bv_monitor_new(arena, by_year);
  for (size_t at = 0, size; at < length; at += size + 1) {
    const char *error, *end = memchr(bytes + at, '\n', length - at);
    size = end ? (size_t)(end - bytes) - at : length - at;
    for (int i = 0; i < BV_MONITOR_LEAST; i++) /* fewer are not shown */
      bv_monitor_add(monitor, bytes + at, size, &error);
  }
  const bv_overview *overview = bv_monitor_overview(monitor, 0);
  bv_buf out = bv_buf_new(arena);
  if (overview->reports) {
    bv_write_overview_html(&out, overview);
    bv_write_overview_csv(&out, overview);
    bv_write_overview_json(&out, overview);
  }
  bv_monitor_free(monitor);
}

void bv_fuzz_results(const char *bytes, size_t length) {
  bv_arena *arena = bv_arena_new();
  const char *error, *text = bv_strndup(arena, bytes, length);
  const bv_baseline *baseline = bv_baseline_read(arena, text, length, &error);
  if (baseline) {
    bv_document *document = fresh_draft(false);
    bv_baseline_compare(baseline, document, "concept.md", true);
    bv_document_free(document);
  }
  monitor(arena, text, length, false);
  monitor(arena, text, length, true);
  bv_arena_free(arena);
}
