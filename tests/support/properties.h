/* What must hold of every draft and all that is published of it: the invariants of the two versions, in XML and in HTML.
 *
 *   1. Every word of every claim, reaction and kernoordeel stands in the court version, once, in order.
 *   2. Every claim is a point in the version of each reader, or in its list of what is withheld.
 *   3. Text withheld from a reader occurs nowhere in the bytes of what that reader gets.
 *   4. The label, the sources and the date of a claim are those of the draft in every version.
 *   5. A quotation is never altered, nor what the author wrote for parents; what else is, the tree lists.
 *
 * And: trees are valid by their schema, links lead to what is there, ids stand once. */
#ifndef BV_TESTS_PROPERTIES_H
#define BV_TESTS_PROPERTIES_H

#include <stddef.h>

/* How much there was of what the properties speak of: drafts without it prove nothing. */
typedef struct bv_evidence {
  size_t claims, withheld_claims, reactions, plain_texts, quotations, changes, secrets, versions;
} bv_evidence;

/* Reads, checks and publishes a draft for all its readers, and fails the test for each property that does not hold of it.
 * `name` is for messages. Adds to `evidence`. */
void bv_expect_properties(const char *name, const char *bytes, size_t length, bv_evidence *evidence);

#endif
