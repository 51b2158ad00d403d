/* Findings for programs. Files are written one by one, so memory does not grow with their number. */
#include <jansson.h>

#include "bronvast.h"
#include "check/counts.h"
#include "write/findings.h"

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

static json_t *finding_object(const bv_source *source, const bv_finding *finding) {
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
  return object;
}

static json_t *document_object(const bv_document *document) {
  bv_counts counts = bv_count(document);
  json_t *object = json_object(), *findings = json_array();
  for (size_t i = 0; i < document->findings->count; i++)
    json_array_append_new(findings, finding_object(document->source, &document->findings->items[i]));
  json_object_set_new(object, "file", json_string(document->source->name));
  json_object_set_new(object, "kind", text_or_null(document->front.kind));
  json_object_set_new(object, "date",
                      text_or_null(document->front.date.year ? bv_date_iso(document->arena, document->front.date) : NULL));
  json_object_set_new(object, "sha256", json_string(document->source->sha256));
  json_object_set_new(object, "counts", count_object(&counts));
  json_object_set_new(object, "findings", findings);
  return object;
}

/* Writes the object as one item of "files" and frees it. */
static void write_item(FILE *out, json_t *object, bool first) {
  if (!first)
    fputs(",\n", out);
  json_dumpf(object, out, JSON_INDENT(2));
  json_decref(object);
}

static void begin(FILE *out) { fprintf(out, "{\"tool\": \"bronvast\", \"version\": \"%s\", \"files\": [\n", bv_version()); }

static void write_file(FILE *out, const bv_document *document, bool first) {
  write_item(out, document_object(document), first);
}

static void write_failure(FILE *out, const char *name, const char *error, bool first) {
  write_item(out, json_pack("{s:s, s:s}", "file", name, "error", error), first);
}

static void end(FILE *out) { fputs("\n]}\n", out); }

const bv_findings_format bv_findings_json = {"json", begin, write_file, write_failure, end};
