/* Which words of a claim the parents' version prints: the one place that decides it.
 *
 * The author's own plain text goes first. Else the claim's own words with the safe changes of lang/plain.h: also where they
 * stay too hard for the indication, for then every plain word helps; check/ has a finding about it. What was done stands in
 * the tree: the point's `words`, and <changes>. Changes are made in the tree of the reader, so that what is withheld is in
 * none of them. */
#ifndef BV_PUBLISH_PLAIN_H
#define BV_PUBLISH_PLAIN_H

#include "publish/publication.h"

/* Fills <content> of a point, and says of the point which words these are: attribute `words`, and <changes>. */
void bv_add_plain(bv_publication *publication, const bv_claim *claim, xmlNode *point);

#endif
