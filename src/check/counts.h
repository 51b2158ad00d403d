/* The figures of a checked draft: what there is, and what was found. */
#ifndef BV_CHECK_COUNTS_H
#define BV_CHECK_COUNTS_H

#include "model/model.h"

typedef struct bv_counts {
  size_t sentences;  /* that can make a claim */
  size_t claims, facts, opinions, hearsay, diagnoses;
  size_t unlabelled; /* sentences wholly or partly outside every claim: findings label/ontbreekt, suppressed or not */
  size_t exempt;     /* sentences in .toelichting */
  size_t sources;    /* declared: the author is not counted */
  size_t reactions;
  size_t errors, warnings, notes; /* findings that are not suppressed */
  size_t suppressed;
} bv_counts;

/* Counts over a document that bv_check_document has seen. */
bv_counts bv_count(const bv_document *document);

#endif
