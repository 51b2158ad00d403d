/* Findings as JUnit XML, for the servers that build and test: a test suite for each draft, a test case for each finding. A
 * finding from the threshold on that was not known is a failure; an exception or a known one is skipped; what lies below
 * the threshold has passed, with its message as output. A file that was not checked is an error. */
#include <libxml/tree.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "base/utf8.h"
#include "write/findings.h"
#include "write/names.h"

/* One suite on its way to the stream. */
typedef struct suite {
  bv_arena *arena;
  const bv_reported *file;
  const char *name;
  xmlNodePtr element;
  size_t tests, failures, errors, skipped;
} suite;

/* The text with U+FFFD for characters that XML does not know. */
static const xmlChar *allowed(bv_arena *arena, const char *text) {
  bv_buf clean = bv_buf_new(arena);
  for (size_t length = strlen(text), size; length > 0; text += size, length -= size) {
    uint32_t c;
    size = bv_utf8_decode(text, length, &c);
    bool good = size && (c >= ' ' || c == '\t' || c == '\n') && c != 0xFFFE && c != 0xFFFF;
    size = size ? size : 1;
    bv_buf_add(&clean, good ? text : "\xEF\xBF\xBD", good ? size : 3);
  }
  return BAD_CAST bv_buf_string(&clean);
}

static void set(suite *s, xmlNodePtr element, const char *key, const char *value) {
  if (!xmlNewProp(element, BAD_CAST key, allowed(s->arena, value)))
    bv_out_of_memory();
}

static xmlNodePtr add(suite *s, xmlNodePtr parent, const char *name, const char *text) {
  xmlNodePtr element = xmlNewTextChild(parent, NULL, BAD_CAST name, text ? allowed(s->arena, text) : NULL);
  if (!element)
    bv_out_of_memory();
  return element;
}

static xmlNodePtr add_case(suite *s, const char *name) {
  xmlNodePtr element = add(s, s->element, "testcase", NULL);
  set(s, element, "classname", s->name);
  set(s, element, "name", name);
  s->tests++;
  return element;
}

/* The place, the message, on which norm it rests, what to do. */
static const char *details(suite *s, const bv_finding *finding, bv_position place) {
  return bv_sprintf(s->arena, "%s:%u:%u: %s: %s [%s]%s%s", s->name, place.line, place.column,
                    bv_severity_dutch(finding->severity), finding->message, finding->norm,
                    finding->suggestion ? "\n" : "", finding->suggestion ? finding->suggestion : "");
}

static void add_finding(suite *s, const bv_finding *finding) {
  const char *rule = bv_rule_info_of(finding->rule)->name;
  bv_position place = bv_source_position(s->file->document->source, finding->range.start);
  xmlNodePtr element = add_case(s, bv_sprintf(s->arena, "%s:%u:%u", rule, place.line, place.column));
  const char *text = details(s, finding, place);
  if (finding->suppressed || finding->known) {
    const char *why = !finding->suppressed ? MSG_KNOWN : finding->reason ? finding->reason : "";
    set(s, add(s, element, "skipped", NULL), "message", why);
    s->skipped++;
  } else if (finding->severity >= s->file->threshold) {
    xmlNodePtr failure = add(s, element, "failure", text);
    set(s, failure, "message", finding->message);
    set(s, failure, "type", rule);
    s->failures++;
  } else {
    add(s, element, "system-out", text);
  }
}

static void fill(suite *s) {
  const bv_document *document = s->file->document;
  for (size_t i = 0; document && i < document->findings->count; i++)
    add_finding(s, &document->findings->items[i]);
  if (s->tests)
    return;
  xmlNodePtr element = add_case(s, document ? MSG_JUNIT_CHECKED : MSG_JUNIT_READ);
  if (!document) {
    set(s, add(s, element, "error", NULL), "message", s->file->error);
    s->errors++;
  }
}

static void write_suite(FILE *out, suite *s) {
  xmlBufferPtr text = xmlBufferCreate();
  if (!text || xmlNodeDump(text, s->element->doc, s->element, 1, 1) < 0)
    bv_out_of_memory();
  fprintf(out, "  %s\n", (const char *)xmlBufferContent(text));
  xmlBufferFree(text);
}

static void write_file(FILE *out, const bv_reported *file) {
  suite s = {.arena = bv_arena_new(), .file = file};
  xmlDocPtr document = xmlNewDoc(BAD_CAST "1.0");
  s.name = bv_name_as_text(s.arena, file->name);
  s.element = document ? xmlNewDocNode(document, NULL, BAD_CAST "testsuite", NULL) : NULL;
  if (!s.element)
    bv_out_of_memory();
  xmlDocSetRootElement(document, s.element);
  set(&s, s.element, "name", s.name);
  fill(&s);
  const struct { const char *key; size_t count; } counts[] = {
      {"tests", s.tests}, {"failures", s.failures}, {"errors", s.errors}, {"skipped", s.skipped}};
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
    set(&s, s.element, counts[i].key, bv_sprintf(s.arena, "%zu", counts[i].count));
  write_suite(out, &s);
  xmlFreeDoc(document);
  bv_arena_free(s.arena);
}

static void begin(FILE *out) { fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"bronvast\">\n", out); }

static void end(FILE *out, const bv_report_end *how) {
  (void)how;
  fputs("</testsuites>\n", out);
}

const bv_findings_format bv_findings_junit = {.name = "junit", .begin = begin, .file = write_file, .end = end};
