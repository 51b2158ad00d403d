/* Internal to comparing: the comparison on its way, and its steps in their order. */
#ifndef BV_COMPARE_CHANGES_H
#define BV_COMPARE_CHANGES_H

#include "compare/compare.h"
#include "compare/passages.h"

typedef struct bv_comparing {
  bv_arena *arena;
  const bv_document *documents[2]; /* old and new */
  bv_passages passages[2];
  bv_pairs passage_pairs;
  bv_sections sections[2];
  bv_pairs section_pairs;
  bv_comparison *result;
} bv_comparing;

/* Adds a change. Those of one thing come right behind each other, and so get the same `item`. */
void bv_add_change(bv_comparing *c, const bv_change *change);
/* Whether two texts (either may be NULL) say the same. */
bool bv_same_text(const char *a, const char *b);

void bv_compare_front(bv_comparing *c);     /* front.c */
void bv_compare_reactions(bv_comparing *c); /* reactions.c */
void bv_compare_findings(bv_comparing *c);  /* findings.c */

#endif
