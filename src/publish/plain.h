/* Which words of a claim the parents' version prints. */
#ifndef BV_PUBLISH_PLAIN_H
#define BV_PUBLISH_PLAIN_H

#include "publish/publication.h"

typedef enum bv_plain_origin {
  BV_PLAIN_BLOCK, /* a .voor-ouders of the author */
  BV_PLAIN_TEXT,  /* the author's ouders="…" */
  BV_PLAIN_OWN    /* the claim's own text */
} bv_plain_origin;

typedef struct bv_plain {
  bv_plain_origin origin;
  const bv_node *block; /* of BV_PLAIN_BLOCK */
  const char *text;     /* of BV_PLAIN_TEXT */
} bv_plain;

/* The author's own plain text goes before the text of the claim. The one place that decides it. */
bv_plain bv_plain_of(const bv_publication *publication, const bv_claim *claim);

#endif
