/* What a draft speaks of, and where: which parts of its kind it has, and which subjects each of them mentions.
 *
 * Made in one pass over the draft. A subject is mentioned by a class of its name on a header, div or span that holds text,
 * or by one of its words. Text for the parents says again what the report says, and does not count. */
#ifndef BV_CHECK_MENTIONS_H
#define BV_CHECK_MENTIONS_H

#include "check/check.h"
#include "model/kind.h"

/* Where something may be mentioned: the index of a part of the kind, or one of these behind the parts. */
enum { BV_PLACE_DOCUMENT, BV_PLACE_REACTIONS, BV_PLACE_SOURCES, BV_PLACES_BESIDE_PARTS };

/* How a part of the kind stands in the draft. */
typedef struct bv_part_state {
  const bv_node *node; /* the first section or div that is this part, or NULL */
  bool has_text;       /* other than headings */
  bool has_claim;
} bv_part_state;

typedef struct bv_mentions {
  const bv_kind *kind;
  bv_part_state *parts; /* as many as the kind has */
  bool *topics;         /* a row a place, a column a subject */
} bv_mentions;

/* Reads the draft that is checked, in its arena. */
bv_mentions *bv_mentions_find(const bv_check *check, const bv_kind *kind);
/* Whether the subject is mentioned in that place: the index of a part, or the count of parts plus one of the above. */
bool bv_mentioned(const bv_mentions *mentions, size_t place, size_t topic);
/* The place that a kind calls so ("omgang", "*", "@reacties", "@bronnen"); false when the kind has no such part. */
bool bv_place_of(const bv_kind *kind, const char *name, size_t *place);
#endif
