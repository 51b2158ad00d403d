/* What a reviewer found of a draft, as the review page saves it (templates/beoordeling.js): JSON, from anybody.
 *
 *     {"bronvast-beoordeling": 1, "draft": SHA-256 of the draft, "reference": its kenmerk, "reviewer": who it was,
 *      "date": "2026-11-25", "findings": [{"fingerprint": "…", "rule": "bron/vaag", "verdict": "eens" | "niet-eens",
 *      "remark": "…"}]}
 *
 * "reference" may be null or missing; of a finding, one of "verdict" and "remark" may be, but "niet-eens" needs its remark:
 * the reason of the exception. Nothing else is let in (schemas/beoordeling.schema.json). */
#ifndef BV_READ_REVIEW_H
#define BV_READ_REVIEW_H

#include "base/arena.h"
#include "base/limits.h"
#include "base/date.h"

typedef enum bv_verdict { BV_VERDICT_NONE, BV_VERDICT_AGREE, BV_VERDICT_DISAGREE } bv_verdict;

typedef struct bv_review_mark {
  const char *fingerprint, *rule;
  bv_verdict verdict;
  const char *remark; /* lines end in '\n'; NULL: none */
} bv_review_mark;

typedef struct bv_review {
  const char *draft;     /* SHA-256 */
  const char *reference; /* or NULL */
  const char *reviewer;
  bv_date date;
  struct { bv_review_mark *items; size_t count, capacity; } marks;
} bv_review;

/* Reads a review, in the arena. NULL with a Dutch sentence in `error` when anything in it is not as it should be. */
const bv_review *bv_review_read(bv_arena *arena, const char *bytes, size_t length, const char **error);

#endif
