/* A former result, to see what is new: findings that stood in it are known, and those that are gone are solved.
 *
 * A finding is known by its fingerprint (check/fingerprint.h) within the file of the same name, else within that of the
 * draft in its other notation. What was an exception then and is none now is new. */
#ifndef BV_CHECK_BASELINE_H
#define BV_CHECK_BASELINE_H

#include "model/model.h"

/* A finding of the former result. */
typedef struct bv_former {
  const char *fingerprint, *rule, *message; /* rule: its name; there may be no such rule any more */
  bv_severity severity;
  bv_position start, end;
  bool suppressed;
} bv_former;

typedef struct bv_former_file {
  const char *name;
  struct { bv_former *items; size_t count, capacity; } findings;
} bv_former_file;

typedef struct bv_baseline {
  struct { bv_former_file *items; size_t count, capacity; } files; /* sorted by name */
} bv_baseline;

/* What has changed in a file since. */
typedef struct bv_since {
  size_t known, fresh; /* findings that are no exception */
  struct { const bv_former **items; size_t count, capacity; } solved;
} bv_since;

/* Reads what `bronvast check --format json` or jsonl wrote; in the arena. NULL when it is neither; then `*error` is a Dutch
 * sentence in the arena. */
bv_baseline *bv_baseline_read(bv_arena *arena, const char *bytes, size_t length, const char **error);
/* Marks the findings that stood in the former result as known, and tells what has changed; in the document's arena. `name`
 * is the file's, as a result has it. `alone`: this is the only draft, so that a former result on one file is about this
 * one, whatever it was called. */
const bv_since *bv_baseline_compare(const bv_baseline *baseline, bv_document *document, const char *name, bool alone);

#endif
