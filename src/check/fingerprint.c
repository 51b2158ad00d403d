#include "check/fingerprint.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/tokens.h"

enum {
  KEPT = 16,        /* bytes of the hash */
  MOST_BYTES = 1024, /* of a place that are looked at: a finding on a long text costs no more than one on a sentence */
  MOST_LEAVES = 8    /* in which its first words are looked for */
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
  struct {
    const bv_node **items;
    size_t count, capacity;
  } leaves; /* with text, in the order of the document */
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

/* As much of the bytes as is looked at, whole characters. */
static size_t within_limit(const char *bytes, size_t length) {
  if (length > MOST_BYTES)
    for (length = MOST_BYTES; length > 0 && ((unsigned char)bytes[length] & 0xC0) == 0x80;)
      length--;
  return length;
}

/* The words of a place as they stand in the source, up to the first empty line. */
static void add_source(struct sha256_ctx *hash, const bv_source *source, bv_range range) {
  const char *bytes = source->bytes + range.start;
  size_t length = within_limit(bytes, range.end - range.start);
  const char *empty = memmem(bytes, length, "\n\n", 2);
  add_words(hash, bytes, empty ? (size_t)(empty - bytes) : length, true);
}

/* The first of the leaves that ends behind the offset. */
static size_t leaf_behind(const fingerprinter *f, uint32_t offset) {
  size_t low = 0, high = f->leaves.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (f->leaves.items[middle]->range.end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The words of the text in a place, without what only one notation writes there: of a section its heading, of a block its
 * first paragraph. What stands in no text, as an attribute, is the same in both notations. */
static void add_place(struct sha256_ctx *hash, const fingerprinter *f, bv_range range) {
  size_t first = leaf_behind(f, range.start);
  for (size_t i = first; i < f->leaves.count && i < first + MOST_LEAVES && f->leaves.items[i]->range.start < range.end; i++) {
    const bv_text *text = f->leaves.items[i]->text;
    bv_range part = bv_text_range_at(text, range);
    if (part.start == part.end)
      continue;
    const char *bytes = text->bytes + part.start;
    add_words(hash, bytes, within_limit(bytes, part.end - part.start), true);
    return;
  }
  add_source(hash, f->document->source, range);
}

/* Whether the finding is about something that stands in no text: the front matter, or what is missing. */
static bool is_about_whole(const bv_document *document, const bv_finding *finding) {
  return finding->range.start < document->front.fields.range.end ||
         strncmp(bv_rule_info_of(finding->rule)->name, "opbouw/", strlen("opbouw/")) == 0;
}

/* `first`: as it was made when the words of a place were those of the source, marks of the notation included. */
static void fingerprint(fingerprinter *f, const bv_finding *finding, bool first, marked *result) {
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
    first ? add_source(&hash, f->document->source, finding->range) : add_place(&hash, f, finding->range);
  sha256_digest(&hash, sizeof whole.bytes, whole.bytes);
  memcpy(result->bytes, whole.bytes, KEPT);
}

static int compare(const void *a, const void *b) {
  const marked *left = a, *right = b;
  int order = memcmp(left->bytes, right->bytes, KEPT);
  return order ? order : left->finding < right->finding ? -1 : left->finding > right->finding;
}

static const char *written(bv_arena *arena, const marked *mark, size_t number) {
  char hex[BASE16_ENCODE_LENGTH(KEPT) + 1] = "";
  base16_encode_update(hex, KEPT, mark->bytes);
  return bv_sprintf(arena, "%s:%zu", hex, number);
}

/* Makes all of them, and numbers equal ones in the order of the document. */
static void make(fingerprinter *f, bv_findings *findings, marked *marks, bool first) {
  bv_arena *arena = f->document->arena;
  for (size_t i = 0; i < findings->count; i++) {
    marks[i].finding = i;
    fingerprint(f, &findings->items[i], first, &marks[i]);
  }
  qsort(marks, findings->count, sizeof *marks, compare);
  for (size_t i = 0, number = 0; i < findings->count; i++) {
    bv_finding *finding = &findings->items[marks[i].finding];
    number = i && memcmp(marks[i - 1].bytes, marks[i].bytes, KEPT) == 0 ? number + 1 : 1;
    const char *made = written(arena, &marks[i], number);
    if (first)
      finding->first_fingerprint = made;
    else
      finding->fingerprint = made;
  }
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
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    if (node->text && node->text->length)
      BV_PUSH(scratch, &f.leaves, node);
  marked *marks = bv_calloc(scratch, findings->count + 1, sizeof *marks);
  make(&f, findings, marks, true);
  make(&f, findings, marks, false);
  bv_arena_free(scratch);
}
