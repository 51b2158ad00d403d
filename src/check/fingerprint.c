#include "check/fingerprint.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/tokens.h"

enum {
  KEPT = 16,        /* bytes of the hash */
  MOST_BYTES = 1024 /* of a place that are looked at: a finding on a long text costs no more than one on a sentence */
};

typedef struct digest {
  uint8_t bytes[SHA256_DIGEST_SIZE];
} digest;

typedef struct marked {
  uint8_t bytes[KEPT];
  size_t finding;
} marked;

typedef struct fingerprinter {
  const bv_document *document;
  size_t *claims_before; /* before each part */
  digest *claims;        /* of the words of each claim, once they were asked for */
  bool *is_hashed;
} fingerprinter;

/* Adds the words of a text, each with a space behind it. */
static void add_words(struct sha256_ctx *hash, const char *text, size_t length, bool numbers) {
  bv_arena *scratch = bv_arena_new();
  bv_tokens tokens = bv_tokenize(scratch, text, length);
  for (size_t i = 0; i < tokens.count; i++) {
    const bv_token *token = &tokens.items[i];
    if (token->kind == BV_TOKEN_MARK || (token->kind == BV_TOKEN_NUMBER && !numbers))
      continue;
    sha256_update(hash, strlen(token->folded), (const uint8_t *)token->folded);
    sha256_update(hash, 1, (const uint8_t *)" ");
  }
  bv_arena_free(scratch);
}

/* The index of the claim with that number, or the count of the claims. */
static size_t claim_index(const fingerprinter *f, const char *number) {
  unsigned part;
  size_t claim, none = f->document->claims.count;
  if (!number || sscanf(number, "%u.%zu", &part, &claim) != 2 || part >= f->document->parts.count || claim == 0)
    return none;
  size_t index = f->claims_before[part] + claim - 1;
  return index < none && strcmp(f->document->claims.items[index]->number, number) == 0 ? index : none;
}

static const digest *claim_digest(fingerprinter *f, size_t index) {
  if (!f->is_hashed[index]) {
    bv_arena *scratch = bv_arena_new();
    struct sha256_ctx hash;
    const char *text = bv_claim_text(scratch, f->document->claims.items[index]);
    sha256_init(&hash);
    add_words(&hash, text, strlen(text), true);
    sha256_digest(&hash, sizeof f->claims[index].bytes, f->claims[index].bytes);
    f->is_hashed[index] = true;
    bv_arena_free(scratch);
  }
  return &f->claims[index];
}

/* The words of a place, up to the first empty line: of a section its heading, of a block its first paragraph. */
static void add_place(struct sha256_ctx *hash, const bv_source *source, bv_range range) {
  const char *bytes = source->bytes + range.start;
  size_t length = range.end - range.start;
  if (length > MOST_BYTES)
    for (length = MOST_BYTES; length > 0 && ((unsigned char)bytes[length] & 0xC0) == 0x80;)
      length--;
  const char *empty = memmem(bytes, length, "\n\n", 2);
  add_words(hash, bytes, empty ? (size_t)(empty - bytes) : length, true);
}

/* Whether the finding is about something that stands in no text: the front matter, or what is missing. */
static bool is_about_whole(const bv_document *document, const bv_finding *finding) {
  return finding->range.start < document->front.fields.range.end ||
         strncmp(bv_rule_info_of(finding->rule)->name, "opbouw/", strlen("opbouw/")) == 0;
}

static void fingerprint(fingerprinter *f, const bv_finding *finding, marked *result) {
  const char *rule = bv_rule_info_of(finding->rule)->name;
  size_t index = claim_index(f, finding->claim);
  const bv_claim *claim = index < f->document->claims.count ? f->document->claims.items[index] : NULL;
  digest whole;
  struct sha256_ctx hash;
  sha256_init(&hash);
  sha256_update(&hash, strlen(rule) + 1, (const uint8_t *)rule);
  if (claim)
    sha256_update(&hash, sizeof whole.bytes, claim_digest(f, index)->bytes);
  if (!claim && is_about_whole(f->document, finding))
    add_words(&hash, finding->message, strlen(finding->message), false);
  else if (!claim || finding->range.start != claim->range.start || finding->range.end != claim->range.end)
    add_place(&hash, f->document->source, finding->range);
  sha256_digest(&hash, sizeof whole.bytes, whole.bytes);
  memcpy(result->bytes, whole.bytes, KEPT);
}

static int compare(const void *a, const void *b) {
  const marked *left = a, *right = b;
  int order = memcmp(left->bytes, right->bytes, KEPT);
  return order ? order : left->finding < right->finding ? -1 : left->finding > right->finding;
}

static const char *written(bv_arena *arena, const marked *mark, size_t number) {
  char hex[2 * KEPT + 1];
  for (size_t i = 0; i < KEPT; i++)
    snprintf(hex + 2 * i, 3, "%02x", mark->bytes[i]);
  return bv_sprintf(arena, "%s:%zu", hex, number);
}

void bv_fingerprint_findings(bv_document *document) {
  bv_findings *findings = document->findings;
  bv_arena *scratch = bv_arena_new();
  fingerprinter f = {.document = document,
                     .claims_before = bv_calloc(scratch, document->parts.count + 1, sizeof *f.claims_before),
                     .claims = bv_calloc(scratch, document->claims.count, sizeof *f.claims),
                     .is_hashed = bv_calloc(scratch, document->claims.count, sizeof *f.is_hashed)};
  for (size_t part = 0; part < document->parts.count; part++)
    f.claims_before[part + 1] = f.claims_before[part] + document->parts.items[part].claim_count;
  marked *marks = bv_calloc(scratch, findings->count + 1, sizeof *marks);
  for (size_t i = 0; i < findings->count; i++) {
    marks[i].finding = i;
    fingerprint(&f, &findings->items[i], &marks[i]);
  }
  qsort(marks, findings->count, sizeof *marks, compare);
  for (size_t i = 0, number = 0; i < findings->count; i++) {
    number = i && memcmp(marks[i - 1].bytes, marks[i].bytes, KEPT) == 0 ? number + 1 : 1;
    findings->items[marks[i].finding].fingerprint = written(document->arena, &marks[i], number);
  }
  bv_arena_free(scratch);
}
