#include "publish/proof.h"

#include <libxml/hash.h>
#include <nettle/base16.h>
#include <nettle/hmac.h>
#include <stdlib.h>
#include <string.h>

#include "publish/tree.h"

/* A prefix, so that the key has nothing to do with the SHA-256 of the draft, which every version prints. */
bv_proof_key bv_proof_key_of(const bv_document *document) {
  static const uint8_t prefix[] = "bronvast-vingerafdruk\n";
  bv_proof_key key;
  struct sha256_ctx hash;
  sha256_init(&hash);
  sha256_update(&hash, sizeof prefix, prefix);
  sha256_update(&hash, document->source->length, (const uint8_t *)document->source->bytes);
  sha256_digest(&hash, sizeof key.bytes, key.bytes);
  return key;
}

/* The number goes in as well: two claims of the same words do not show that they are. */
const char *bv_proof_fingerprint(bv_arena *arena, const bv_proof_key *key, bv_proof_of what, const char *number,
                                 const char *text) {
  const uint8_t kind = (uint8_t)what;
  uint8_t digest[SHA256_DIGEST_SIZE];
  struct hmac_sha256_ctx hash;
  hmac_sha256_set_key(&hash, sizeof key->bytes, key->bytes);
  hmac_sha256_update(&hash, 1, &kind);
  hmac_sha256_update(&hash, strlen(number) + 1, (const uint8_t *)number);
  hmac_sha256_update(&hash, strlen(text), (const uint8_t *)text);
  hmac_sha256_digest(&hash, sizeof digest, digest);
  char *hex = bv_alloc(arena, BASE16_ENCODE_LENGTH(sizeof digest) + 1);
  base16_encode_update(hex, sizeof digest, digest);
  return hex;
}

bool bv_proof_is_number(const char *text) {
  size_t part = strspn(text, "0123456789"), claim = text[part] == '.' ? strspn(text + part + 1, "0123456789") : 0;
  return part && part < 10 && claim && claim < 10 && text[part + 1 + claim] == '\0';
}

int bv_proof_compare(const char *a, const char *b) {
  char *rest_a, *rest_b;
  unsigned long part_a = strtoul(a, &rest_a, 10), part_b = strtoul(b, &rest_b, 10);
  if (part_a != part_b)
    return part_a < part_b ? -1 : 1;
  unsigned long claim_a = *rest_a ? strtoul(rest_a + 1, NULL, 10) : 0;
  unsigned long claim_b = *rest_b ? strtoul(rest_b + 1, NULL, 10) : 0;
  return claim_a == claim_b ? strcmp(a, b) : claim_a < claim_b ? -1 : 1;
}

static int compare_claims(const void *a, const void *b) {
  return bv_proof_compare(((const bv_proof_claim *)a)->number, ((const bv_proof_claim *)b)->number);
}

static int compare_numbers(const void *a, const void *b) {
  return bv_proof_compare(*(const char *const *)a, *(const char *const *)b);
}

const bv_proof_claim *bv_proof_find(const bv_proof *proof, const char *number) {
  const bv_proof_claim wanted = {.number = number};
  if (!proof->claims.count)
    return NULL;
  return bsearch(&wanted, proof->claims.items, proof->claims.count, sizeof wanted, compare_claims);
}

bool bv_proof_withholds(const bv_proof *proof, const char *number) {
  return proof->withheld.count &&
         bsearch(&number, proof->withheld.items, proof->withheld.count, sizeof number, compare_numbers);
}

static const char *attribute(bv_arena *arena, const xmlNode *element, const char *name) {
  xmlChar *value = xmlGetNoNsProp((xmlNode *)element, BAD_CAST name);
  const char *copy = value ? bv_strdup(arena, (const char *)value) : NULL;
  xmlFree(value);
  return copy;
}

static bool is_element(const xmlNode *node, const char *name) { return xmlStrEqual(node->name, BAD_CAST name); }

static void count_label(bv_proof_counts *counts, bv_label label) {
  counts->claims++;
  counts->facts += label == BV_LABEL_FEIT;
  counts->opinions += label == BV_LABEL_MENING;
  counts->hearsay += label == BV_LABEL_HOREN_ZEGGEN;
}

typedef struct collector {
  bv_arena *arena;
  bv_proof proof;
  bv_proof_key key;
  xmlHashTablePtr claims; /* of the document, by number: those not met yet */
} collector;

static void add_claim(collector *c, const xmlNode *element) {
  const char *number = attribute(c->arena, element, "number"), *sources = attribute(c->arena, element, "sources");
  const bv_claim *claim = number ? xmlHashLookup(c->claims, BAD_CAST number) : NULL;
  if (!claim)
    return;
  xmlHashRemoveEntry(c->claims, BAD_CAST number, NULL);
  const char *text = bv_claim_text(c->arena, claim);
  bv_proof_claim entry = {.number = number, .label = attribute(c->arena, element, "label"),
                          .sources = sources ? sources : "", .date = attribute(c->arena, element, "date"),
                          .text = bv_proof_fingerprint(c->arena, &c->key, BV_PROOF_OF_DRAFT, number, text)};
  BV_PUSH(c->arena, &c->proof.claims, entry);
  count_label(&c->proof.counts, claim->label);
  c->proof.counts.diagnoses += claim->is_diagnosis;
}

static void look_at(collector *c, const xmlNode *node) {
  if (node->type != XML_ELEMENT_NODE)
    return;
  if (is_element(node, "claim") || is_element(node, "subclaim") || is_element(node, "point")) {
    add_claim(c, node);
  } else if (is_element(node, "withheld-claim")) {
    BV_PUSH(c->arena, &c->proof.withheld, attribute(c->arena, node, "number"));
    c->proof.counts.withheld++;
  } else if (is_element(node, "reaction")) {
    c->proof.counts.reactions++;
  }
}

bv_proof bv_proof_of_tree(bv_arena *arena, const bv_document *document, const xmlDoc *published) {
  collector c = {.arena = arena, .key = bv_proof_key_of(document), .claims = xmlHashCreate(0)};
  xmlNode *root = xmlDocGetRootElement((xmlDoc *)published);
  if (!c.claims)
    bv_out_of_memory();
  for (size_t i = 0; i < document->claims.count; i++)
    xmlHashAddEntry(c.claims, BAD_CAST document->claims.items[i]->number, document->claims.items[i]);
  for (xmlNode *node = root; node; node = bv_tree_following(node, root))
    look_at(&c, node);
  xmlHashFree(c.claims, NULL);
  if (c.proof.claims.count)
    qsort(c.proof.claims.items, c.proof.claims.count, sizeof *c.proof.claims.items, compare_claims);
  if (c.proof.withheld.count)
    qsort(c.proof.withheld.items, c.proof.withheld.count, sizeof *c.proof.withheld.items, compare_numbers);
  return c.proof;
}
