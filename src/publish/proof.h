/* What a version holds, claim by claim, so that it can be shown later to belong to its draft.
 *
 * It is taken from the published tree: what is absent there for a reader is absent here. A fingerprint of a text
 * is keyed with the whole draft, because a bare hash of a sentence that was withheld could be found by trying out
 * sentences. */
#ifndef BV_PUBLISH_PROOF_H
#define BV_PUBLISH_PROOF_H

#include <libxml/tree.h>

#include "model/model.h"

typedef struct bv_proof_claim {
  const char *number;  /* "3.12" */
  const char *label;   /* "feit", "mening" or "horen-zeggen" */
  const char *sources; /* numbers of its sources, "1 4"; "" when there is none */
  const char *date;    /* as bv_period_iso gives it, or NULL */
  const char *text;    /* fingerprint of its text in the draft */
  const char *shown;   /* fingerprint of what the file shows under that number; NULL: nobody can look into such a file */
} bv_proof_claim;

typedef struct bv_proof_counts {
  size_t claims, facts, opinions, hearsay, diagnoses, reactions, withheld;
} bv_proof_counts;

/* Lists in the order of their numbers. */
typedef struct bv_proof {
  bv_proof_counts counts;
  struct { bv_proof_claim *items; size_t count, capacity; } claims;
  struct { const char **items; size_t count, capacity; } withheld; /* numbers */
} bv_proof;

/* The key of a draft: only who has the draft can make or check a fingerprint. */
typedef struct bv_proof_key {
  unsigned char bytes[32];
} bv_proof_key;

typedef enum bv_proof_of { BV_PROOF_OF_DRAFT = 'd', BV_PROOF_OF_FILE = 'f' } bv_proof_of;

bv_proof_key bv_proof_key_of(const bv_document *document);
/* The fingerprint of a claim's text: 64 hexadecimal digits in the arena. */
const char *bv_proof_fingerprint(bv_arena *arena, const bv_proof_key *key, bv_proof_of what, const char *number,
                                 const char *text);
/* What a tree that was published from the document holds, without `shown`; in the arena. */
bv_proof bv_proof_of_tree(bv_arena *arena, const bv_document *document, const xmlDoc *published);
/* Whether it is the number of a claim: "3.12". */
bool bv_proof_is_number(const char *text);
/* Negative, zero or positive as number `a` comes before, is, or comes after number `b`. */
int bv_proof_compare(const char *a, const char *b);
/* The claim of that number, or NULL. */
const bv_proof_claim *bv_proof_find(const bv_proof *proof, const char *number);
/* Whether the number is on the list of what is withheld. */
bool bv_proof_withholds(const bv_proof *proof, const char *number);

#endif
