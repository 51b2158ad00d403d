#include "write/manifest.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "bronvast.h"

static void set(json_t *object, const char *key, json_t *value) {
  if (!value)
    bv_out_of_memory();
  json_object_set_new(object, key, value);
}

static json_t *text_or_null(const char *text) { return text ? json_string(text) : json_null(); }

static json_t *sources_list(const char *sources) {
  json_t *list = json_array();
  for (char *rest; *sources; sources = rest) {
    long number = strtol(sources, &rest, 10);
    if (rest == sources)
      break;
    json_array_append_new(list, json_integer(number));
  }
  return list;
}

static json_t *claim_object(const bv_proof_claim *claim) {
  json_t *object = json_object();
  set(object, "number", json_string(claim->number));
  set(object, "label", text_or_null(claim->label));
  set(object, "sources", sources_list(claim->sources));
  set(object, "date", text_or_null(claim->date));
  set(object, "text", json_string(claim->text));
  set(object, "shown", text_or_null(claim->shown));
  return object;
}

static json_t *counts_object(const bv_proof_counts *counts) {
  const struct {
    const char *key;
    size_t count;
  } all[] = {{"claims", counts->claims},       {"facts", counts->facts},         {"opinions", counts->opinions},
             {"hearsay", counts->hearsay},     {"diagnoses", counts->diagnoses}, {"reactions", counts->reactions},
             {"withheld", counts->withheld}};
  json_t *object = json_object();
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    set(object, all[i].key, json_integer((json_int_t)all[i].count));
  return object;
}

static json_t *output_object(const bv_manifest_output *output) {
  json_t *object = json_object(), *claims = json_array(), *withheld = json_array();
  for (size_t i = 0; i < output->proof.claims.count; i++)
    json_array_append_new(claims, claim_object(&output->proof.claims.items[i]));
  for (size_t i = 0; i < output->proof.withheld.count; i++)
    json_array_append_new(withheld, json_string(output->proof.withheld.items[i]));
  set(object, "file", json_string(output->file));
  set(object, "sha256", json_string(output->sha256));
  set(object, "draft", json_string(output->draft));
  set(object, "version", json_string(output->version));
  set(object, "for", json_string(output->court ? "court" : "parents"));
  set(object, "reader", text_or_null(output->reader));
  set(object, "short", json_boolean(output->short_version));
  set(object, "as_is", json_boolean(output->as_is));
  set(object, "form", json_string(output->form));
  set(object, "counts", counts_object(&output->proof.counts));
  set(object, "claims", claims);
  set(object, "withheld", withheld);
  return object;
}

static json_t *draft_object(const bv_manifest *manifest) {
  json_t *object = json_object();
  set(object, "file", text_or_null(manifest->draft));
  set(object, "sha256", json_string(manifest->sha256));
  set(object, "kind", text_or_null(manifest->kind));
  set(object, "reference", text_or_null(manifest->reference));
  set(object, "date", text_or_null(manifest->date));
  return object;
}

/* Names of files are bytes to the system, and JSON is UTF-8. */
static bool can_be_written(const bv_manifest *manifest) {
  json_t *name = text_or_null(manifest->draft);
  bool good = name != NULL;
  json_decref(name);
  for (size_t i = 0; good && i < manifest->outputs.count; i++) {
    name = json_string(manifest->outputs.items[i].file);
    good = name != NULL;
    json_decref(name);
  }
  return good;
}

const char *bv_manifest_write(bv_arena *arena, const bv_manifest *manifest) {
  if (!can_be_written(manifest))
    return NULL;
  json_t *root = json_object(), *outputs = json_array();
  for (size_t i = 0; i < manifest->outputs.count; i++)
    json_array_append_new(outputs, output_object(&manifest->outputs.items[i]));
  set(root, "bronvast-manifest", json_integer(1));
  set(root, "version", json_string(bv_version()));
  set(root, "draft", draft_object(manifest));
  set(root, "outputs", outputs);
  char *text = json_dumps(root, JSON_INDENT(1));
  if (!text)
    bv_out_of_memory();
  const char *copy = bv_sprintf(arena, "%s\n", text);
  free(text);
  json_decref(root);
  return copy;
}

void bv_manifest_put(bv_arena *arena, bv_manifest *manifest, const bv_manifest_output *output) {
  size_t at = 0;
  while (at < manifest->outputs.count && strcmp(manifest->outputs.items[at].file, output->file) < 0)
    at++;
  if (at == manifest->outputs.count || strcmp(manifest->outputs.items[at].file, output->file) != 0) {
    BV_PUSH(arena, &manifest->outputs, *output);
    memmove(&manifest->outputs.items[at + 1], &manifest->outputs.items[at],
            (manifest->outputs.count - 1 - at) * sizeof *output);
  }
  manifest->outputs.items[at] = *output;
}
