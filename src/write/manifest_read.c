#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/messages.h"
#include "write/manifest.h"

/* A list that a version can have: more is no report. */
enum { LONGEST_NAME = 4096 };

/* Files are looked for from the folder of the manifest. An absolute name would lead anywhere on another computer. */
static const char *file_name(bv_json_object *object, const char *key, bv_json_need need) {
  const char *name = bv_json_text(object, key, need, false);
  if (name && (*name == '/' || *name == '\0' || strlen(name) > LONGEST_NAME))
    bv_json_refuse(object->json, MSG_MANIFEST_FILE_NAME, key);
  return name;
}

static const char *one_of(bv_json_object *object, const char *key, bv_json_need need, const char *const *words) {
  const char *word = bv_json_text(object, key, need, false);
  for (size_t i = 0; word && words[i]; i++)
    if (strcmp(word, words[i]) == 0)
      return words[i];
  if (word)
    bv_json_refuse(object->json, MSG_MANIFEST_WORD, key);
  return NULL;
}

static const char *claim_number(bv_json *json, const char *text) {
  if (text && !bv_proof_is_number(text))
    bv_json_refuse(json, "%s", MSG_MANIFEST_NUMBER);
  return text ? text : "";
}

static const char *read_sources(bv_json_object *object) {
  const json_t *list = bv_json_list(object, "sources");
  bv_buf text = bv_buf_new(object->json->arena);
  for (size_t i = 0; i < json_array_size(list); i++) {
    const json_t *number = json_array_get(list, i);
    if (!json_is_integer(number) || json_integer_value(number) < 0 || json_integer_value(number) > BV_MOST_CLAIMS)
      bv_json_refuse(object->json, "%s", MSG_MANIFEST_SOURCES);
    else
      bv_buf_printf(&text, "%s%d", text.length ? " " : "", (int)json_integer_value(number));
  }
  return bv_buf_string(&text);
}

static const char *read_date(bv_json_object *object) {
  bv_period date;
  const char *text = bv_json_text(object, "date", BV_JSON_OR_NULL, false);
  if (text && bv_period_parse(text, &date) != BV_DATE_OK)
    bv_json_refuse(object->json, "%s", MSG_MANIFEST_DATE);
  return text;
}

static bv_proof_claim read_claim(bv_json_object *object) {
  static const char *const labels[] = {"feit", "mening", "horen-zeggen", NULL};
  bv_proof_claim claim = {.number = claim_number(object->json, bv_json_text(object, "number", BV_JSON_REQUIRED, false))};
  claim.label = one_of(object, "label", BV_JSON_OR_NULL, labels);
  claim.sources = read_sources(object);
  claim.date = read_date(object);
  claim.text = bv_json_hash(object, "text", BV_JSON_REQUIRED);
  claim.shown = bv_json_hash(object, "shown", BV_JSON_OR_NULL);
  bv_json_end(object);
  return claim;
}

static bv_proof_counts read_counts(bv_json_object *output) {
  bv_json_object object = bv_json_child(output, "counts");
  bv_proof_counts counts = {
      .claims = bv_json_number(&object, "claims"),       .facts = bv_json_number(&object, "facts"),
      .opinions = bv_json_number(&object, "opinions"),   .hearsay = bv_json_number(&object, "hearsay"),
      .diagnoses = bv_json_number(&object, "diagnoses"), .reactions = bv_json_number(&object, "reactions"),
      .withheld = bv_json_number(&object, "withheld")};
  bv_json_end(&object);
  return counts;
}

/* Lists are in the order of their numbers, and no number stands twice: whoever looks for one relies on it. */
static void expect_order(bv_json *json, const char *before, const char *number) {
  if (before && bv_proof_compare(before, number) >= 0)
    bv_json_refuse(json, MSG_MANIFEST_ORDER, number);
}

static void read_proof(bv_json_object *object, bv_proof *proof) {
  bv_json *json = object->json;
  const json_t *claims = bv_json_list(object, "claims"), *withheld = bv_json_list(object, "withheld");
  proof->counts = read_counts(object);
  if (json_array_size(claims) > BV_MOST_CLAIMS || json_array_size(withheld) > BV_MOST_CLAIMS)
    bv_json_refuse(json, "%s", MSG_MANIFEST_LARGE);
  for (size_t i = 0; !json->error && i < json_array_size(claims); i++) {
    bv_json_object item = bv_json_item(object, "claims", claims, i);
    bv_proof_claim claim = read_claim(&item);
    expect_order(json, i ? proof->claims.items[i - 1].number : NULL, claim.number);
    BV_PUSH(json->arena, &proof->claims, claim);
  }
  for (size_t i = 0; !json->error && i < json_array_size(withheld); i++) {
    const char *text = json_string_value(json_array_get(withheld, i));
    const char *number = claim_number(json, bv_strdup(json->arena, text ? text : ""));
    expect_order(json, i ? proof->withheld.items[i - 1] : NULL, number);
    BV_PUSH(json->arena, &proof->withheld, number);
  }
}

static bv_manifest_output read_output(bv_json_object *object) {
  static const char *const versions[] = {"court", "parents", NULL};
  static const char *const forms[] = {"html", "xml", "pdf", "docx", "markdown", NULL};
  bv_manifest_output output = {.file = file_name(object, "file", BV_JSON_REQUIRED)};
  output.sha256 = bv_json_hash(object, "sha256", BV_JSON_REQUIRED);
  output.draft = bv_json_hash(object, "draft", BV_JSON_REQUIRED);
  output.version = bv_json_text(object, "version", BV_JSON_REQUIRED, false);
  output.court = one_of(object, "for", BV_JSON_REQUIRED, versions) == versions[0];
  output.reader = bv_json_text(object, "reader", BV_JSON_OR_NULL, false);
  output.short_version = bv_json_truth(object, "short");
  output.as_is = bv_json_truth(object, "as_is");
  output.form = one_of(object, "form", BV_JSON_REQUIRED, forms);
  if (output.court && (output.reader || output.short_version))
    bv_json_refuse(object->json, "%s", MSG_MANIFEST_COURT);
  read_proof(object, &output.proof);
  bv_json_end(object);
  return output;
}

static void read_draft(bv_json_object *root, bv_manifest *manifest) {
  bv_json_object object = bv_json_child(root, "draft");
  manifest->draft = file_name(&object, "file", BV_JSON_OR_NULL);
  manifest->sha256 = bv_json_hash(&object, "sha256", BV_JSON_REQUIRED);
  manifest->kind = bv_json_text(&object, "kind", BV_JSON_OR_NULL, true);
  manifest->reference = bv_json_text(&object, "reference", BV_JSON_OR_NULL, true);
  manifest->date = read_date(&object);
  bv_json_end(&object);
}

static void read_outputs(bv_json_object *root, bv_manifest *manifest) {
  bv_json *json = root->json;
  const json_t *outputs = bv_json_list(root, "outputs");
  if (json_array_size(outputs) > BV_MOST_OUTPUTS)
    bv_json_refuse(json, "%s", MSG_MANIFEST_LARGE);
  for (size_t i = 0; !json->error && i < json_array_size(outputs); i++) {
    bv_json_object item = bv_json_item(root, "outputs", outputs, i);
    bv_manifest_output output = read_output(&item);
    if (!json->error)
      bv_manifest_put(json->arena, manifest, &output);
  }
  if (!json->error && manifest->outputs.count < json_array_size(outputs))
    bv_json_refuse(json, "%s", MSG_MANIFEST_FILE_TWICE);
}

bv_manifest *bv_manifest_read(bv_arena *arena, const char *bytes, size_t length, const char **error) {
  bv_manifest *manifest = bv_alloc(arena, sizeof *manifest);
  bv_json json = bv_json_open(arena, bytes, length);
  bv_json_object root = bv_json_root(&json);
  if (!json.error && !json_object_get(root.object, "bronvast-manifest"))
    bv_json_refuse(&json, "%s", MSG_MANIFEST_NONE);
  if (bv_json_number(&root, "bronvast-manifest") != 1)
    bv_json_refuse(&json, "%s", MSG_MANIFEST_NEWER);
  bv_json_text(&root, "version", BV_JSON_REQUIRED, false);
  read_draft(&root, manifest);
  read_outputs(&root, manifest);
  bv_json_end(&root);
  bv_json_close(&json);
  *error = json.error ? bv_sprintf(arena, MSG_MANIFEST_WRONG, json.error) : NULL;
  return json.error ? NULL : manifest;
}
