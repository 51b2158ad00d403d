/* What a reader may not get, worked out again from the tree of the draft, by another way than publishing goes.
 *
 * Secret is every word of what is withheld from the reader: text, attribute values, ids and addresses in it, reactions to it
 * and plain texts of it, sources that nothing else rests on, and persons that nothing else speaks of; unless the word also
 * stands in what the reader may see, or in the fixed texts of the program. A word is a run of letters and digits, without
 * regard to case; in a draft with marked words (generate.h) the marks alone count. */
#ifndef BV_TESTS_SECRETS_H
#define BV_TESTS_SECRETS_H

#include "model/model.h"

typedef struct bv_secrets {
  const char **items; /* sorted */
  size_t count, capacity;
} bv_secrets;

/* The words that the reader (NULL: the reader without a name) may not get; in the arena. */
bv_secrets bv_secrets_for(bv_arena *arena, const bv_document *document, const char *reader);
/* The first secret in the bytes, which may hold data addresses in Base64; or NULL. In the arena. */
const char *bv_secret_in(bv_arena *arena, const bv_secrets *secrets, const char *bytes, size_t length);
/* Whether the node, or what stands around it, is withheld from the reader. */
bool bv_kept_from(const bv_document *document, const bv_node *node, const char *reader);

#endif
