/* Words that say what somebody is like, known by how they end: "eigengereid" is in a list, "gezeglijk" ends as such a word.
 * That a list knows no word of a kind must not let the others pass. */
#ifndef BV_LANG_PROPERTIES_H
#define BV_LANG_PROPERTIES_H

#include "lang/tokens.h"

/* Whether the token ends as an adjective of quality does, and is none that only states something ("meerderjarig"): see
 * src/lang/properties.tsv. Whether it is said of somebody is for the words around it to tell. */
bool bv_tells_property(const bv_token *token);

#endif
