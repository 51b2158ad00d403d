/* Findings as SARIF 2.1.0 (OASIS), for the systems that keep and compare results: one run, with every rule, its norm and
 * its explanation; each finding with a fingerprint that survives moved lines; exceptions as suppressions with their
 * reason. Results are written file by file; what the end needs of a file, its artifact and why it was not checked, is a
 * line of its aside. */
#include <jansson.h>
#include <string.h>

#include "bronvast.h"
#include "check/explain.h"
#include "write/findings.h"
#include "write/names.h"

/* The names that our fingerprints have in partialFingerprints; another way to make them needs another number. */
static const char first_fingerprint_name[] = "bronvast/v1", fingerprint_name[] = "bronvast/v2";

static void dump(FILE *out, json_t *object) {
  json_dumpf(object, out, JSON_COMPACT);
  json_decref(object);
}

static json_t *message(const char *text) { return json_pack("{s:s}", "text", text); }

/* ---- The tool and its rules ---- */

static json_t *rule_object(bv_arena *arena, const bv_explanations *explanations, bv_rule rule) {
  const bv_rule_info *info = bv_rule_info_of(rule);
  const bv_explanation *explanation = bv_explanation_of(explanations, rule);
  const char *help = bv_sprintf(arena, "%s\n\nNorm: %s", explanation ? explanation->text : info->summary, info->norm);
  return json_pack("{s:s, s:o, s:{s:s, s:s}, s:{s:s}, s:{s:s}}", "id", info->name, "shortDescription",
                   message(info->summary), "help", "text", help, "markdown", help, "defaultConfiguration", "level",
                   bv_severity_english(info->severity), "properties", "norm", info->norm);
}

static void begin(FILE *out) {
  bv_arena *arena = bv_arena_new();
  bv_explanations explanations = bv_explanations_all(arena);
  fprintf(out,
          "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\",\n"
          "\"version\":\"2.1.0\",\n\"runs\":[{\n\"tool\":{\"driver\":{\"name\":\"bronvast\",\"version\":\"%s\","
          "\"language\":\"nl\",\"rules\":[\n",
          bv_version());
  for (int rule = 0; rule < BV_RULE_COUNT; rule++) {
    fputs(rule ? ",\n" : "", out);
    dump(out, rule_object(arena, &explanations, (bv_rule)rule));
  }
  fputs("]}},\n\"language\":\"nl\",\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[", out);
  bv_arena_free(arena);
}

/* ---- Results ---- */

static json_t *location(const char *uri, size_t index, bv_position start, bv_position end) {
  return json_pack("{s:{s:{s:s, s:I}, s:{s:I, s:I, s:I, s:I}}}", "physicalLocation", "artifactLocation", "uri", uri,
                   "index", (json_int_t)index, "region", "startLine", (json_int_t)start.line, "startColumn",
                   (json_int_t)start.column, "endLine", (json_int_t)end.line, "endColumn", (json_int_t)end.column);
}

static json_t *result(const char *rule, bv_severity severity, const char *text, json_t *where, const char *fingerprint) {
  return json_pack("{s:s, s:s, s:o, s:[o], s:{s:s}}", "ruleId", rule, "level", bv_severity_english(severity), "message",
                   message(text), "locations", where, "partialFingerprints", fingerprint_name, fingerprint);
}

/* By an attribute of the draft, or from outside it by the settings. */
static json_t *suppressions(const bv_reported *file, const bv_finding *finding) {
  bool set_off = file->config && file->config->rules[finding->rule].off;
  json_t *suppression = json_pack("{s:s}", "kind", set_off ? "external" : "inSource");
  if (finding->reason)
    json_object_set_new(suppression, "justification", json_string(finding->reason));
  return json_pack("[o]", suppression);
}

static json_t *finding_object(const bv_reported *file, const char *uri, const bv_finding *finding) {
  const bv_source *source = file->document->source;
  json_t *where = location(uri, file->index, bv_source_position(source, finding->range.start),
                           bv_source_position(source, finding->range.end));
  if (finding->claim)
    json_object_set_new(where, "logicalLocations",
                        json_pack("[{s:s, s:s}]", "fullyQualifiedName", finding->claim, "kind", "claim"));
  json_t *object = result(bv_rule_info_of(finding->rule)->name, finding->severity, finding->message, where,
                          finding->fingerprint);
  json_object_set_new(json_object_get(object, "partialFingerprints"), first_fingerprint_name,
                      json_string(finding->first_fingerprint));
  json_object_set_new(object, "ruleIndex", json_integer(finding->rule));
  if (finding->suppressed)
    json_object_set_new(object, "suppressions", suppressions(file, finding));
  if (file->since)
    json_object_set_new(object, "baselineState", json_string(finding->known ? "unchanged" : "new"));
  json_t *properties = json_pack("{s:s}", "norm", finding->norm);
  if (finding->suggestion)
    json_object_set_new(properties, "suggestion", json_string(finding->suggestion));
  json_object_set_new(object, "properties", properties);
  return object;
}

/* A finding that is there no more. */
static json_t *solved_object(const bv_reported *file, const char *uri, const bv_former *former) {
  json_t *object = result(former->rule, former->severity, former->message,
                          location(uri, file->index, former->start, former->end), former->fingerprint);
  json_object_set_new(object, "baselineState", json_string("absent"));
  return object;
}

/* Writes one result of the file. */
static void put(FILE *out, json_t *object, bool first) {
  fputs(first ? "\n" : ",\n", out);
  dump(out, object);
}

static void write_file(FILE *out, const bv_reported *file) {
  if (!file->document)
    return;
  const bv_findings *findings = file->document->findings;
  const char *uri = bv_name_as_uri(file->document->arena, file->name);
  for (size_t i = 0; i < findings->count; i++)
    put(out, finding_object(file, uri, &findings->items[i]), i == 0);
  for (size_t i = 0; file->since && i < file->since->solved.count; i++)
    put(out, solved_object(file, uri, file->since->solved.items[i]), findings->count + i == 0);
}

/* ---- What the end needs of each file ---- */

/* A line: its artifact, and behind a tab, which compact JSON never holds, why it was not checked. */
static void write_aside(FILE *aside, const bv_reported *file) {
  bv_arena *scratch = bv_arena_new();
  const char *uri = bv_name_as_uri(scratch, file->name);
  json_t *artifact = json_pack("{s:{s:s}}", "location", "uri", uri);
  if (file->document)
    json_object_set_new(artifact, "hashes", json_pack("{s:s}", "sha-256", file->document->source->sha256));
  dump(aside, artifact);
  if (!file->document) {
    fputc('\t', aside);
    dump(aside, json_pack("{s:s, s:o, s:[{s:{s:{s:s, s:I}}}]}", "level", "error", "message", message(file->error),
                          "locations", "physicalLocation", "artifactLocation", "uri", uri, "index",
                          (json_int_t)file->index));
  }
  fputc('\n', aside);
  bv_arena_free(scratch);
}

/* Writes the part before the tab of each line, or the part behind it of those that have one. */
static void write_parts(FILE *out, const char *lines, bool behind) {
  bool first = true;
  for (const char *line = lines; *line; line += strcspn(line, "\n") + 1) {
    size_t length = strcspn(line, "\n"), before = strcspn(line, "\t\n");
    if (behind && before == length)
      continue;
    const char *part = behind ? line + before + 1 : line;
    fprintf(out, "%s\n%.*s", first ? "" : ",", (int)(behind ? length - before - 1 : before), part);
    first = false;
  }
}

static void end(FILE *out, const bv_report_end *how) {
  fputs("],\n\"artifacts\":[", out);
  write_parts(out, how->asides, false);
  fprintf(out, "],\n\"invocations\":[{\"executionSuccessful\":%s,\"exitCode\":%d,\"toolExecutionNotifications\":[",
          how->complete ? "true" : "false", how->status);
  write_parts(out, how->asides, true);
  fputs("]}]\n}]}\n", out);
}

const bv_findings_format bv_findings_sarif = {
    .name = "sarif", .between = ",", .begin = begin, .file = write_file, .aside = write_aside, .end = end};
