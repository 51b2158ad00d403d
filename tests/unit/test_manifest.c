/* The manifest as a file: it tells no reader more than the version does, and whatever others made of it is refused
 * with a reason. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "../support/generate.h"
#include "../support/published.h"
#include "../support/secrets.h"
#include "check/check.h"
#include "publish/publish.h"
#include "read/read.h"
#include "write/manifest.h"

#define SAMPLE SOURCE_DIR "/samples/raadsrapport.md"

static const char some_hash[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/* The manifest of one version of a document. */
static const char *manifest_of(const bv_document *document, const bv_published *version) {
  bv_manifest manifest = {.draft = "concept.md", .sha256 = document->source->sha256, .kind = document->front.kind,
                          .reference = document->front.reference};
  bv_manifest_output output = {.file = "versie.html", .sha256 = some_hash, .draft = document->source->sha256, .version = "0.1.0",
                               .reader = version->reader, .form = "html", .court = version->court,
                               .short_version = version->short_version,
                               .proof = bv_proof_of_tree(document->arena, document, version->tree)};
  bv_manifest_put(document->arena, &manifest, &output);
  return bv_manifest_write(document->arena, &manifest);
}

/* Of each version: nothing secret, every claim that has words or its number, and what was written reads back as it
 * was. */
static void expect_manifests(uint32_t seed) {
  char *draft = bv_generate_draft(seed);
  bv_read_result read = bv_read_bytes("t.md", draft, strlen(draft), NULL);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  bv_published_set set = bv_publish_all(read.document);
  for (size_t i = 0; i < set.count; i++) {
    const char *json = manifest_of(read.document, &set.items[i]), *error = NULL;
    bv_manifest *again = bv_manifest_read(read.document->arena, json, strlen(json), &error);
    cr_assert(again != NULL, "seed %u, %s: %s", seed, set.items[i].name, error);
    cr_expect(eq(str, (char *)bv_manifest_write(read.document->arena, again), (char *)json));
    const bv_proof *proof = &again->outputs.items[0].proof;
    for (size_t k = 0; !set.items[i].short_version && k < read.document->claims.count; k++) {
      const bv_claim *claim = read.document->claims.items[k];
      const char *number = claim->number;
      if (!*bv_claim_text(read.document->arena, claim))
        continue;
      cr_expect(ne(int, bv_proof_find(proof, number) != NULL, bv_proof_withholds(proof, number)), "seed %u, %s: %s", seed,
                set.items[i].name, number);
    }
    if (set.items[i].court)
      continue;
    bv_secrets secrets = bv_secrets_for(read.document->arena, read.document, set.items[i].reader);
    const char *secret = bv_secret_in(read.document->arena, &secrets, json, strlen(json));
    cr_expect(secret == NULL, "seed %u, %s: %s", seed, set.items[i].name, secret);
  }
  bv_published_free(&set);
  bv_document_free(read.document);
  free(draft);
}

Test(manifest, holds_every_claim_and_no_secret) {
  for (uint32_t seed = 1; seed <= 80; seed++)
    expect_manifests(seed);
}

/* A fingerprint cannot be found by trying out sentences: without the draft it is another. */
Test(manifest, the_same_sentence_has_another_fingerprint_in_another_draft) {
  static const char body[] = "## Deel\n\n[Sam was er niet.]{.feit bron=opsteller} [Sam was er niet.]{.feit bron=opsteller}\n";
  bv_arena *arena = bv_arena_new();
  bv_document *documents[2];
  bv_proof proofs[2];
  for (int i = 0; i < 2; i++) {
    char *draft = bv_sprintf(arena, "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-%d\n---\n\n%s", i, body);
    documents[i] = bv_read_bytes("t.md", draft, strlen(draft), NULL).document;
    xmlDoc *tree = bv_publish(documents[i], documents[i]->findings, &(bv_publish_options){.court = true});
    proofs[i] = bv_proof_of_tree(arena, documents[i], tree);
    xmlFreeDoc(tree);
    cr_assert(eq(sz, proofs[i].claims.count, 2));
  }
  cr_expect(ne(str, (char *)proofs[0].claims.items[0].text, (char *)proofs[1].claims.items[0].text));
  cr_expect(ne(str, (char *)proofs[0].claims.items[0].text, (char *)proofs[0].claims.items[1].text));
  bv_document_free(documents[0]);
  bv_document_free(documents[1]);
  bv_arena_free(arena);
}

static bool is_read(bv_arena *arena, const json_t *json, const char **error) {
  char *text = json_dumps(json, 0);
  bool good = bv_manifest_read(arena, text, strlen(text), error) != NULL;
  free(text);
  return good;
}

/* Values that may be any text. */
static bool can_be_a_path(const char *key) { return strstr("kind reference reader version", key) != NULL; }

/* Whatever stands in place of a value, or when it is gone, or when a key is added: refused, with a sentence. */
static void expect_refused(bv_arena *arena, const json_t *root, json_t *object) {
  static const char *const values[] = {"[]", "{}", "-1", "1e3", "\"x\\u202e\"", "\"\\u001b[2J\"", "\"/etc/passwd\"", "7"};
  const char *key, *error;
  json_t *value, *whole = json_copy(object);
  json_object_foreach(whole, key, value) {
    bool list = json_is_array(value), group = json_is_object(value), number = json_is_integer(value);
    for (size_t i = 0; i <= sizeof values / sizeof *values; i++) {
      bool gone = i == sizeof values / sizeof *values;
      bool fits = (list && i == 0) || (group && i == 1) || (number && i == 7) || (i == 6 && can_be_a_path(key));
      if (fits)
        continue;
      if (gone)
        json_object_del(object, key);
      else
        json_object_set_new(object, key, json_loads(values[i], JSON_DECODE_ANY, NULL));
      error = NULL;
      cr_expect(is_read(arena, root, &error) == false, "%s = %s", key, gone ? "(gone)" : values[i]);
      cr_expect(gone || (error && strstr(error, "\x1b") == NULL));
      json_object_set(object, key, value);
    }
  }
  json_object_set_new(object, "nieuw", json_null());
  cr_expect(is_read(arena, root, &error) == false, "a key that is not known");
  json_object_del(object, "nieuw");
  cr_expect(is_read(arena, root, &error), "%s", error);
  json_decref(whole);
}

static json_t *sample_manifest(bv_arena *arena) {
  bv_read_result read = bv_read_file(SAMPLE, NULL);
  xmlDoc *tree = bv_publish(read.document, read.document->findings, &(bv_publish_options){.reader = "moeder"});
  const bv_published version = {.reader = "moeder", .tree = tree};
  const char *json = bv_strdup(arena, manifest_of(read.document, &version));
  xmlFreeDoc(tree);
  bv_document_free(read.document);
  return json_loads(json, 0, NULL);
}

Test(manifest, a_changed_manifest_is_refused_with_a_reason) {
  bv_arena *arena = bv_arena_new();
  json_t *root = sample_manifest(arena), *output = json_array_get(json_object_get(root, "outputs"), 0);
  json_t *claims = json_object_get(output, "claims"), *first = json_incref(json_array_get(claims, 0));
  const char *error;
  expect_refused(arena, root, root);
  expect_refused(arena, root, json_object_get(root, "draft"));
  expect_refused(arena, root, output);
  expect_refused(arena, root, json_object_get(output, "counts"));
  expect_refused(arena, root, first);
  json_array_append(claims, first);
  cr_expect(is_read(arena, root, &error) == false, "a claim that stands twice");
  json_array_remove(claims, json_array_size(claims) - 1);
  json_array_append(json_object_get(root, "outputs"), output);
  cr_expect(is_read(arena, root, &error) == false, "a file that stands twice");
  json_decref(first);
  json_decref(root);
  bv_arena_free(arena);
}

Test(manifest, broken_bytes_are_refused) {
  bv_arena *arena = bv_arena_new();
  json_t *root = sample_manifest(arena);
  const char *error;
  json_array_clear(json_object_get(json_array_get(json_object_get(root, "outputs"), 0), "claims"));
  char *text = json_dumps(root, 0);
  for (size_t length = 0; length < strlen(text); length++)
    cr_expect(bv_manifest_read(arena, text, length, &error) == NULL, "%zu bytes", length);
  char *deep = malloc(200001);
  memset(deep, '[', 200000);
  deep[200000] = '\0';
  cr_expect(bv_manifest_read(arena, deep, 200000, &error) == NULL);
  cr_expect(bv_manifest_read(arena, "{\"a\":\"\\u0000\"}", 14, &error) == NULL);
  cr_expect(bv_manifest_read(arena, "{\"a\":1,\"a\":2}", 13, &error) == NULL);
  cr_expect(strstr(error, "twee keer") != NULL, "%s", error);
  free(deep);
  free(text);
  json_decref(root);
  bv_arena_free(arena);
}

/* The schema names the keys that are written, and no others. */
static void expect_keys(const json_t *schema, const json_t *object, const char *what) {
  const json_t *properties = json_object_get(schema, "properties"), *required = json_object_get(schema, "required");
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)object, key, value) cr_expect(json_object_get(properties, key) != NULL, "%s of %s", key, what);
  cr_expect(eq(sz, json_object_size(properties), json_object_size(object)), "%s", what);
  cr_expect(eq(sz, json_array_size(required), json_object_size(object)), "%s", what);
}

Test(manifest, the_schema_names_its_keys) {
  bv_arena *arena = bv_arena_new();
  json_t *schema = json_load_file(SOURCE_DIR "/schemas/manifest.schema.json", 0, NULL), *root = sample_manifest(arena);
  json_t *definitions = json_object_get(schema, "definitions"), *output = json_array_get(json_object_get(root, "outputs"), 0);
  cr_assert(schema != NULL);
  expect_keys(schema, root, "the manifest");
  expect_keys(json_object_get(definitions, "draft"), json_object_get(root, "draft"), "the draft");
  expect_keys(json_object_get(definitions, "output"), output, "an output");
  expect_keys(json_object_get(definitions, "counts"), json_object_get(output, "counts"), "counts");
  expect_keys(json_object_get(definitions, "claim"), json_array_get(json_object_get(output, "claims"), 0), "a claim");
  json_decref(schema);
  json_decref(root);
  bv_arena_free(arena);
}
