/* How far each part of a checked draft is covered: which of its sentences have a label, which of its claims a source and
 * a date, which of its diagnoses an origin, and what was found there. */
#ifndef BV_CHECK_COVERAGE_H
#define BV_CHECK_COVERAGE_H

#include "model/model.h"

typedef struct bv_coverage {
  size_t sentences, unlabelled;        /* that can make a claim; of those, wholly or partly outside every claim */
  size_t claims, facts, opinions, hearsay;
  size_t with_source, with_date;       /* claims, own or inherited */
  size_t diagnoses, traced;            /* traced: with who made it and when */
  size_t findings[BV_FOUT + 1];        /* by severity, without exceptions */
  size_t suppressed;
} bv_coverage;

/* One for each part, by its number, in the arena. What was found on the front matter counts with part 0. */
bv_coverage *bv_coverage_of(bv_arena *arena, const bv_document *document);
/* The number of the part in which a place of the source lies. */
unsigned bv_part_number_at(const bv_document *document, uint32_t offset);

#endif
