/* bronvast compare as its users meet it. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "../support/run.h"

#define SAMPLE SOURCE_DIR "/samples/raadsrapport.md"
#define FAULTY SOURCE_DIR "/samples/raadsrapport-fout.md"
#define SCHEMA SOURCE_DIR "/schemas/vergelijking.schema.json"

static bv_ran compare(const char *a, const char *b, const char *c, const char *d) {
  const char *argv[] = {"bronvast", "compare", a, b, c, d, NULL};
  return bv_run_program(argv, NULL);
}

static void expect_run(int status, const char *said, bv_ran ran) {
  cr_expect(eq(int, ran.status, status), "%s%s", ran.out, ran.err);
  cr_expect(strstr(ran.out, said) || strstr(ran.err, said), "\"%s\" in: %s%s", said, ran.out, ran.err);
  bv_ran_free(&ran);
}

Test(compare_command, its_status_is_that_of_diff) {
  expect_run(0, "Er is niets veranderd.", compare(SAMPLE, SAMPLE, NULL, NULL));
  expect_run(1, "wijzigingen.", compare(SAMPLE, FAULTY, NULL, NULL));
  expect_run(1, "waarschijnlijk voor het bezoek+}", compare(SAMPLE, FAULTY, NULL, NULL));
  expect_run(2, "noem twee concepten", compare(SAMPLE, NULL, NULL, NULL));
  expect_run(2, "noem twee concepten", compare(SAMPLE, SAMPLE, SAMPLE, NULL));
  expect_run(2, "standaardinvoer", compare("-", "-", NULL, NULL));
  expect_run(2, "text, json, html", compare("--format=pdf", SAMPLE, SAMPLE, NULL));
  expect_run(2, "is geen dag", compare("--as-of=morgen", SAMPLE, SAMPLE, NULL));
  expect_run(3, "weg.md: dit bestand bestaat niet", compare(SAMPLE, "weg.md", NULL, NULL));
  expect_run(3, "/dev/null: het bestand is leeg", compare("/dev/null", SAMPLE, NULL, NULL));
  expect_run(4, "kan /nergens/uit niet schrijven", compare("-o/nergens/uit", SAMPLE, FAULTY, NULL));
}

/* The schema names the keys that are written, and no others. */
static void expect_keys(const json_t *schema, const char *name, const json_t *object) {
  const json_t *definition = *name ? json_object_get(json_object_get(schema, "definitions"), name) : schema;
  const json_t *properties = json_object_get(definition, "properties");
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)object, key, value) cr_expect(json_object_get(properties, key) != NULL, "%s of %s", key, name);
  cr_expect(eq(sz, json_object_size(properties), json_object_size(object)), "%s", name);
  cr_expect(eq(sz, json_array_size(json_object_get(definition, "required")), json_object_size(object)), "%s", name);
}

static void expect_word(const json_t *schema, const char *key, const json_t *change) {
  const json_t *property = json_object_get(json_object_get(json_object_get(json_object_get(schema, "definitions"), "change"),
                                                           "properties"), key);
  const json_t *words = json_object_get(property, "enum");
  size_t i, found = 0;
  json_t *word;
  json_array_foreach(words, i, word) found += json_equal(word, json_object_get(change, key));
  cr_expect(eq(sz, found, 1), "%s", key);
}

Test(compare_command, json_is_as_its_schema_says) {
  bv_ran ran = compare("--format=json", SAMPLE, FAULTY, NULL);
  json_t *root = json_loads(ran.out, 0, NULL), *schema = json_load_file(SCHEMA, 0, NULL), *changes = json_object_get(root, "changes");
  size_t i, counted = 0;
  json_t *change, *counts, *count;
  const char *subject, *action;
  cr_assert(root && schema && json_array_size(changes) > 30);
  expect_keys(schema, "", root);
  expect_keys(schema, "draft", json_object_get(root, "old"));
  expect_keys(schema, "draft", json_object_get(root, "new"));
  json_array_foreach(changes, i, change) {
    expect_keys(schema, "change", change);
    expect_word(schema, "subject", change);
    expect_word(schema, "action", change);
    expect_word(schema, "severity", change);
    int places = json_is_object(json_object_get(change, "old")) + json_is_object(json_object_get(change, "new"));
    cr_expect(places > 0);
    if (!json_is_null(json_object_get(change, "new")))
      expect_keys(schema, "place", json_object_get(change, "new"));
  }
  json_object_foreach(json_object_get(root, "counts"), subject, counts) json_object_foreach(counts, action, count)
      counted += (size_t)json_integer_value(count);
  cr_expect(eq(sz, counted, json_array_size(changes)));
  json_decref(root);
  json_decref(schema);
  bv_ran_free(&ran);
}

Test(compare_command, the_page_is_one_file_and_takes_text_as_text) {
  static const char draft[] = "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: \"<b>\"\ndatum: 2026-11-20\n---\n\n## A & \"B\"\n\n"
                              "[1 < 2 & \"3\" > 2.]{.feit bron='<i>'}\n";
  static const char empty[] = "---\nbronvast: 1\n---\n";
  char *folder = bv_temporary_folder(), old_path[256], new_path[256];
  snprintf(old_path, sizeof old_path, "%s/oud.md", folder);
  snprintf(new_path, sizeof new_path, "%s/nieuw.md", folder);
  bv_spill(old_path, empty, sizeof empty - 1);
  bv_spill(new_path, draft, sizeof draft - 1);
  bv_ran ran = compare("--format=html", old_path, new_path, NULL);
  cr_expect(eq(int, ran.status, 1), "%s", ran.err);
  cr_expect(strstr(ran.out, "A &amp; &quot;B&quot;") != NULL);
  cr_expect(strstr(ran.out, "1 &lt; 2 &amp; &quot;3&quot; &gt; 2.") != NULL);
  cr_expect(strstr(ran.out, "<script") == NULL && strstr(ran.out, "<i>") == NULL && strstr(ran.out, "<b>") == NULL);
  cr_expect(strstr(ran.out, "src=") == NULL && strstr(ran.out, "url(") == NULL && strstr(ran.out, "http") == NULL);
  bv_ran_free(&ran);
  bv_remove_folder(folder);
  free(folder);
}
