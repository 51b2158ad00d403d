/* Findings for programs: one JSON object, or JSON Lines, where every file is an object on a line of its own, the same
 * that JSON has in "files". Files are written one by one, so memory does not grow with their number. */
#include <jansson.h>

#include "bronvast.h"
#include "check/counts.h"
#include "write/findings.h"
#include "write/names.h"

static json_t *count_object(const bv_counts *counts) {
  const struct {
    const char *key;
    size_t count;
  } all[] = {{"sentences", counts->sentences}, {"claims", counts->claims},         {"facts", counts->facts},
             {"opinions", counts->opinions},   {"hearsay", counts->hearsay},       {"diagnoses", counts->diagnoses},
             {"unlabelled", counts->unlabelled}, {"exempt", counts->exempt},       {"sources", counts->sources},
             {"reactions", counts->reactions}, {"errors", counts->errors},         {"warnings", counts->warnings},
             {"notes", counts->notes},         {"suppressed", counts->suppressed}};
  json_t *object = json_object();
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    json_object_set_new(object, all[i].key, json_integer((json_int_t)all[i].count));
  return object;
}

static json_t *text_or_null(const char *text) { return text ? json_string(text) : json_null(); }

static json_t *finding_object(const bv_source *source, const bv_finding *finding, bool compared) {
  const bv_rule_info *rule = bv_rule_info_of(finding->rule);
  bv_position start = bv_source_position(source, finding->range.start);
  bv_position end = bv_source_position(source, finding->range.end);
  json_t *object = json_object();
  json_object_set_new(object, "rule", json_string(rule->name));
  json_object_set_new(object, "severity", json_string(bv_severity_english(finding->severity)));
  json_object_set_new(object, "line", json_integer(start.line));
  json_object_set_new(object, "column", json_integer(start.column));
  json_object_set_new(object, "end_line", json_integer(end.line));
  json_object_set_new(object, "end_column", json_integer(end.column));
  json_object_set_new(object, "claim", text_or_null(finding->claim));
  json_object_set_new(object, "message", json_string(finding->message));
  json_object_set_new(object, "norm", json_string(finding->norm));
  json_object_set_new(object, "suggestion", text_or_null(finding->suggestion));
  json_object_set_new(object, "suppressed", json_boolean(finding->suppressed));
  json_object_set_new(object, "reason", text_or_null(finding->reason));
  json_object_set_new(object, "fingerprint", json_string(finding->fingerprint));
  if (compared)
    json_object_set_new(object, "known", json_boolean(finding->known));
  return object;
}

static json_t *since_object(const bv_since *since) {
  return json_pack("{s:I, s:I, s:I}", "known", (json_int_t)since->known, "new", (json_int_t)since->fresh, "solved",
                   (json_int_t)since->solved.count);
}

static json_t *document_object(const bv_reported *file) {
  const bv_document *document = file->document;
  bv_counts counts = bv_count(document);
  json_t *object = json_object(), *findings = json_array();
  for (size_t i = 0; i < document->findings->count; i++)
    json_array_append_new(findings, finding_object(document->source, &document->findings->items[i], file->since != NULL));
  json_object_set_new(object, "file", json_string(bv_name_as_text(document->arena, file->name)));
  json_object_set_new(object, "kind", text_or_null(document->front.kind));
  json_object_set_new(object, "date",
                      text_or_null(document->front.date.year ? bv_date_iso(document->arena, document->front.date) : NULL));
  json_object_set_new(object, "organisation", text_or_null(document->front.author_organisation));
  json_object_set_new(object, "sha256", json_string(document->source->sha256));
  json_object_set_new(object, "counts", count_object(&counts));
  if (file->since)
    json_object_set_new(object, "baseline", since_object(file->since));
  json_object_set_new(object, "findings", findings);
  return object;
}

static json_t *failure_object(const bv_reported *file) {
  bv_arena *scratch = bv_arena_new();
  json_t *object = json_pack("{s:s, s:s}", "file", bv_name_as_text(scratch, file->name), "error", file->error);
  bv_arena_free(scratch);
  return object;
}

/* Writes the object of the file. */
static void write_object(FILE *out, const bv_reported *file, size_t layout) {
  json_t *object = file->document ? document_object(file) : failure_object(file);
  json_dumpf(object, out, layout);
  json_decref(object);
}

static void begin(FILE *out) { fprintf(out, "{\"tool\": \"bronvast\", \"version\": \"%s\", \"files\": [\n", bv_version()); }

static void write_item(FILE *out, const bv_reported *file) {
  write_object(out, file, JSON_INDENT(2));
}

static void end(FILE *out, const bv_report_end *how) {
  (void)how;
  fputs("\n]}\n", out);
}

const bv_findings_format bv_findings_json = {.name = "json", .between = ",\n", .begin = begin, .file = write_item, .end = end};

static void write_line(FILE *out, const bv_reported *file) {
  write_object(out, file, JSON_COMPACT);
  fputc('\n', out);
}

const bv_findings_format bv_findings_jsonl = {.name = "jsonl", .file = write_line};
