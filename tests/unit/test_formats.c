/* Findings for machines: SARIF, JSON Lines, JUnit, lines for editors. Each says what JSON says, in its own form. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xpath.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/source.h"
#include "model/rule.h"

#include "../support/run.h"

#define FAULTY "samples/raadsrapport-fout.md"
#define SOUND "samples/raadsrapport.md"

/* Checks three files, of which the last is none, from the source folder. */
static char *check(const char *format) {
  const char *argv[] = {"bronvast", "check", "--format", format, FAULTY, SOUND, "samples/bestaat niet.md", NULL};
  cr_assert(chdir(SOURCE_DIR) == 0);
  bv_ran ran = bv_run_program(argv, NULL);
  cr_assert(eq(int, ran.status, 3), "%s", ran.err);
  free(ran.err);
  return ran.out;
}

static json_t *check_json(const char *format) {
  char *text = check(format);
  json_error_t error;
  json_t *object = json_loads(text, JSON_REJECT_DUPLICATES, &error);
  cr_assert(object != NULL, "%s, line %d: %s", format, error.line, error.text);
  free(text);
  return object;
}

static const json_t *at(const json_t *object, const char *key) { return json_object_get(object, key); }

static const char *text(const json_t *object, const char *key) {
  const char *value = json_string_value(json_object_get(object, key));
  return value ? value : "";
}

/* ---- JSON Lines ---- */

Test(formats, every_line_of_jsonl_is_an_item_of_json) {
  json_t *report = check_json("json");
  const json_t *files = at(report, "files");
  char *lines = check("jsonl"), *rest = NULL;
  size_t count = 0;
  for (char *line = strtok_r(lines, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
    json_t *item = json_loads(line, 0, NULL);
    cr_expect(json_equal(item, json_array_get(files, count++)), "%.80s", line);
    json_decref(item);
  }
  cr_expect(eq(sz, count, json_array_size(files)));
  cr_expect(eq(sz, count, 3));
  free(lines);
  json_decref(report);
}

/* ---- SARIF ---- */

static const json_t *run_of(const json_t *sarif) { return json_array_get(at(sarif, "runs"), 0); }

/* The place of a result. */
static const json_t *place_of(const json_t *result) { return at(json_array_get(at(result, "locations"), 0), "physicalLocation"); }

static void expect_same_finding(const json_t *result, const json_t *finding, const json_t *rules) {
  static const char *const keys[][2] = {{"startLine", "line"}, {"startColumn", "column"}, {"endLine", "end_line"},
                                        {"endColumn", "end_column"}};
  const json_t *region = at(place_of(result), "region");
  for (size_t i = 0; i < 4; i++)
    cr_expect(eq(i64, json_integer_value(at(region, keys[i][0])), json_integer_value(at(finding, keys[i][1]))));
  cr_expect(eq(str, (char *)text(result, "ruleId"), (char *)text(finding, "rule")));
  cr_expect(eq(str, (char *)text(result, "level"), (char *)text(finding, "severity")));
  cr_expect(eq(str, (char *)text(at(result, "message"), "text"), (char *)text(finding, "message")));
  cr_expect(eq(str, (char *)text(at(result, "partialFingerprints"), "bronvast/v2"), (char *)text(finding, "fingerprint")));
  const json_t *rule = json_array_get(rules, (size_t)json_integer_value(at(result, "ruleIndex")));
  cr_expect(eq(str, (char *)text(rule, "id"), (char *)text(result, "ruleId")));
  const json_t *suppression = json_array_get(at(result, "suppressions"), 0);
  bool suppressed = json_is_true(at(finding, "suppressed"));
  cr_expect(suppressed == (suppression != NULL));
  cr_expect(eq(str, (char *)text(suppression, "justification"), (char *)text(finding, "reason")));
  cr_expect(suppression == NULL || strcmp(text(suppression, "kind"), "inSource") == 0);
}

Test(formats, sarif_says_what_json_says) {
  json_t *sarif = check_json("sarif"), *report = check_json("json");
  const json_t *results = at(run_of(sarif), "results"), *rules = at(at(at(run_of(sarif), "tool"), "driver"), "rules");
  size_t n = 0, suppressed = 0;
  for (size_t f = 0; f < 2; f++) {
    const json_t *findings = at(json_array_get(at(report, "files"), f), "findings");
    for (size_t i = 0; i < json_array_size(findings); i++, n++) {
      const json_t *result = json_array_get(results, n), *finding = json_array_get(findings, i);
      expect_same_finding(result, finding, rules);
      cr_expect(eq(i64, json_integer_value(at(at(place_of(result), "artifactLocation"), "index")), (long long)f));
      suppressed += json_is_true(at(finding, "suppressed"));
    }
  }
  cr_expect(eq(sz, n, json_array_size(results)));
  cr_expect(n > 30 && suppressed > 0);
  json_decref(sarif);
  json_decref(report);
}

Test(formats, sarif_tells_of_the_tool_its_rules_and_how_it_ended) {
  json_t *sarif = check_json("sarif");
  const json_t *run = run_of(sarif), *rules = at(at(at(run, "tool"), "driver"), "rules");
  cr_expect(eq(str, (char *)text(sarif, "version"), "2.1.0"));
  cr_expect(eq(str, (char *)text(run, "columnKind"), "unicodeCodePoints"));
  cr_expect(eq(sz, json_array_size(rules), BV_RULE_COUNT));
  for (size_t i = 0; i < json_array_size(rules); i++) {
    const json_t *rule = json_array_get(rules, i);
    const bv_rule_info *info = bv_rule_info_of((bv_rule)i);
    cr_expect(strlen(text(at(rule, "help"), "text")) > 100, "%s is not explained", info->name);
    cr_expect(strstr(text(at(rule, "help"), "text"), info->norm) != NULL, "%s has no norm", info->name);
  }
  const json_t *invocation = json_array_get(at(run, "invocations"), 0), *artifacts = at(run, "artifacts");
  bool failed = json_is_false(at(invocation, "executionSuccessful"));
  cr_expect(failed);
  cr_expect(eq(i64, json_integer_value(at(invocation, "exitCode")), 3));
  const json_t *notice = json_array_get(at(invocation, "toolExecutionNotifications"), 0);
  cr_expect(strstr(text(at(notice, "message"), "text"), "bestaat niet") != NULL);
  cr_expect(eq(sz, json_array_size(artifacts), 3));
  cr_expect(eq(sz, strlen(text(at(json_array_get(artifacts, 0), "hashes"), "sha-256")), 64));
  cr_expect(eq(str, (char *)text(at(json_array_get(artifacts, 2), "location"), "uri"), "samples/bestaat%20niet.md"));
  json_decref(sarif);
}

/* An exception of the settings comes from outside the draft. */
Test(formats, sarif_tells_settings_from_exceptions) {
  static const char settings[] = "regels:\n  label/ontbreekt: {ernst: uit, reden: \"later\"}\n";
  static const char draft[] = "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\nHij liep weg.\n";
  char *folder = bv_temporary_folder();
  cr_assert(chdir(folder) == 0);
  bv_spill("bronvast.yaml", settings, strlen(settings));
  bv_spill("a.md", draft, strlen(draft));
  const char *argv[] = {"bronvast", "check", "--format=sarif", "a.md", NULL};
  bv_ran ran = bv_run_program(argv, NULL);
  cr_expect(strstr(ran.out, "\"suppressions\":[{\"kind\":\"external\",\"justification\":\"uitgezet in de instellingen: "
                            "later\"}]") != NULL);
  cr_expect(strstr(ran.out, "inSource") == NULL);
  bv_ran_free(&ran);
  cr_assert(chdir("/") == 0);
  bv_remove_folder(folder);
  free(folder);
}

/* ---- JUnit ---- */

static double count(xmlDocPtr document, const char *path) {
  xmlXPathContextPtr context = xmlXPathNewContext(document);
  xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST path, context);
  cr_assert(found != NULL && found->type == XPATH_NUMBER, "%s", path);
  double number = found->floatval;
  xmlXPathFreeObject(found);
  xmlXPathFreeContext(context);
  return number;
}

static xmlDocPtr valid_junit(const char *text) {
  xmlDocPtr document = xmlReadMemory(text, (int)strlen(text), "junit", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
  cr_assert(document != NULL, "%.200s", text);
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt(SOURCE_DIR "/tests/data/junit.rng");
  xmlRelaxNGPtr schema = xmlRelaxNGParse(parser);
  xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt(schema);
  cr_assert(schema != NULL);
  cr_expect(eq(int, xmlRelaxNGValidateDoc(validator, document), 0));
  xmlRelaxNGFreeValidCtxt(validator);
  xmlRelaxNGFree(schema);
  xmlRelaxNGFreeParserCtxt(parser);
  return document;
}

/* The numbers that a suite gives of itself are what stands in it, and what JSON counts. */
Test(formats, junit_is_valid_and_counts_right) {
  char *text = check("junit");
  xmlDocPtr document = valid_junit(text);
  json_t *report = check_json("json");
  cr_expect(eq(dbl, count(document, "count(//testsuite)"), 3));
  cr_expect(eq(dbl, count(document, "count(//testsuite[@tests != count(testcase) or @failures != count(*/failure) or "
                                    "@skipped != count(*/skipped) or @errors != count(*/error)])"), 0));
  for (size_t i = 0; i < 2; i++) {
    const json_t *file = json_array_get(at(report, "files"), i), *counts = at(file, "counts");
    char path[64];
    snprintf(path, sizeof path, "count(//testsuite[%zu]/*/failure)", i + 1);
    cr_expect(eq(dbl, count(document, path), (double)json_integer_value(at(counts, "errors"))));
    snprintf(path, sizeof path, "count(//testsuite[%zu]/*/skipped)", i + 1);
    cr_expect(eq(dbl, count(document, path), (double)json_integer_value(at(counts, "suppressed"))));
  }
  cr_expect(eq(dbl, count(document, "count(//testsuite[3]/testcase/error)"), 1));
  json_decref(report);
  xmlFreeDoc(document);
  free(text);
}

Test(formats, junit_follows_the_threshold_and_has_a_case_for_a_sound_draft) {
  static const char draft[] = "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\nHij liep weg.\n";
  const char *low[] = {"bronvast", "check", "--format=junit", "--threshold=advies", "-", NULL};
  bv_ran ran = bv_run_program(low, draft);
  xmlDocPtr document = valid_junit(ran.out);
  cr_expect(eq(dbl, count(document, "count(//system-out)"), 0), "from advice on everything fails");
  cr_expect(count(document, "count(//failure)") > 3);
  xmlFreeDoc(document);
  bv_ran_free(&ran);
  const char *sound[] = {"bronvast", "check", "--format=junit", SOURCE_DIR "/samples/plan-van-aanpak.md", NULL};
  ran = bv_run_program(sound, NULL);
  xmlFreeDoc(valid_junit(ran.out));
  bv_ran_free(&ran);
}

/* ---- Lines for editors ---- */

Test(formats, a_line_for_editors_points_at_a_byte) {
  static const char draft[] = "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\n"
                              "[“Één” dag.]{.mening bron=opsteller} [Hij was er.]{.feit bron=weg}\n";
  const char *argv[] = {"bronvast", "check", "--format=errorformat", "-", NULL};
  bv_ran ran = bv_run_program(argv, draft);
  const char *line = strstr(ran.out, "\n-:9:");
  for (; line && !strstr(line, "[bron/onbekend;"); line = strstr(line + 1, "\n-:9:")) {
  }
  cr_assert(line != NULL, "%s", ran.out);
  const char *third = strchr(strchr(draft, '['), '\n') - strlen("weg}");
  const char *start = strstr(draft, "[“");
  unsigned column = (unsigned)strtoul(line + strlen("\n-:9:"), NULL, 10);
  cr_expect(eq(uint, column, (unsigned)(third - start) + 1), "%s", ran.out);
  bv_ran_free(&ran);
}

Test(formats, lines_for_editors_have_one_shape_and_leave_exceptions_out) {
  char *lines = check("errorformat"), *rest = NULL;
  size_t findings = 0, others = 0;
  for (char *line = strtok_r(lines, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
    char name[64], severity[16];
    unsigned number, column;
    int fields = sscanf(line, "%63[^:]:%u:%u: %15[a-z]: ", name, &number, &column, severity);
    cr_expect(eq(int, fields, 4), "%s", line);
    findings += strcmp(name, FAULTY) == 0;
    others += strcmp(name, FAULTY) != 0;
  }
  cr_expect(eq(sz, findings, 33));
  cr_expect(eq(sz, others, 1), "only the file that is not there");
  free(lines);
}

/* ---- Names that are any bytes ---- */

static const char odd_name[] = "50% \xff\x01 één.md";

Test(formats, every_format_bears_any_name) {
  static const struct { const char *format, *name; } forms[] = {
      {"text", "50% \xEF\xBF\xBD? één.md"},          {"json", "50% \xEF\xBF\xBD\\u0001 één.md"},
      {"jsonl", "50% \xEF\xBF\xBD\\u0001 één.md"},   {"sarif", "50%25%20%FF%01%20%C3%A9%C3%A9n.md"},
      {"junit", "50% \xEF\xBF\xBD\xEF\xBF\xBD één.md"}, {"errorformat", "50% \xEF\xBF\xBD? één.md"}};
  static const char draft[] = "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\nHij liep weg.\n";
  char *folder = bv_temporary_folder();
  cr_assert(chdir(folder) == 0);
  bv_spill(odd_name, draft, strlen(draft));
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    const char *argv[] = {"bronvast", "check", "--format", forms[i].format, odd_name, NULL};
    bv_ran ran = bv_run_program(argv, NULL);
    cr_expect(eq(int, ran.status, 1), "%s", ran.err);
    cr_expect(strstr(ran.out, forms[i].name) != NULL, "%s: %.300s", forms[i].format, ran.out);
    if (strcmp(forms[i].format, "junit") == 0)
      xmlFreeDoc(valid_junit(ran.out));
    bv_ran_free(&ran);
  }
  cr_assert(chdir("/") == 0);
  bv_remove_folder(folder);
  free(folder);
}

/* ---- Into a file ---- */

Test(formats, a_result_goes_into_a_file_whole_and_never_over_a_draft) {
  char *folder = bv_temporary_folder(), *sample = bv_slurp(SOURCE_DIR "/" FAULTY, NULL);
  cr_assert(chdir(folder) == 0);
  bv_spill("a.md", sample, strlen(sample));
  const char *to_file[] = {"bronvast", "check", "--format=json", "-o", "uit.json", "a.md", NULL};
  const char *to_output[] = {"bronvast", "check", "--format=json", "a.md", NULL};
  const char *to_draft[] = {"bronvast", "check", "-o", "./a.md", "a.md", NULL};
  bv_ran file = bv_run_program(to_file, NULL), output = bv_run_program(to_output, NULL);
  char *written = bv_slurp("uit.json", NULL);
  cr_expect(eq(int, file.status, 1));
  cr_expect(eq(str, file.out, ""));
  cr_expect(eq(str, written, output.out));
  bv_ran refused = bv_run_program(to_draft, NULL);
  char *draft = bv_slurp("a.md", NULL);
  cr_expect(eq(int, refused.status, 2));
  cr_expect(eq(str, draft, sample));
  bv_ran_free(&file);
  bv_ran_free(&output);
  bv_ran_free(&refused);
  free(written);
  free(draft);
  free(sample);
  cr_assert(chdir("/") == 0);
  bv_remove_folder(folder);
  free(folder);
}
