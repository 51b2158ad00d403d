/* Whether a text in plain language says the same as the text that it renders: it compares their facts (lang/facts.h).
 *
 * A plain text may split sentences, repeat a name where a pronoun stood, and use another word of the same meaning. It
 * may not change, add or leave out who, when, how much, a denial, how sure something is, or whose view it is. */
#ifndef BV_LANG_FAITHFUL_H
#define BV_LANG_FAITHFUL_H

#include "lang/facts.h"

typedef struct bv_difference {
  bv_fact_kind kind;
  const bv_fact *original; /* what the original says; NULL: nothing like it */
  const bv_fact *plain;    /* what the plain text says instead; NULL: it leaves it out */
} bv_difference;

typedef struct bv_differences {
  bv_difference *items;
  size_t count, capacity;
} bv_differences;

/* The differences, in the arena, in the order of the kinds. `context` (may be NULL) holds what the plain text may also
 * name: whom the original has from whom and from when it is, as its marks say; and, soft, whom it is about: those only
 * where a pronoun of the original can mean them. */
bv_differences bv_faithful(bv_arena *arena, const bv_facts *original, const bv_facts *plain, const bv_facts *context);
/* Only what the plain text adds: for a text that renders many claims together and may leave out. */
bv_differences bv_faithful_additions(bv_arena *arena, const bv_facts *original, const bv_facts *plain,
                                     const bv_facts *context);

#endif
