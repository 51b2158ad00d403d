/* The norms as a table: which rules rest on each, and what no rule can check.
 *
 * The rules' side comes from the catalogue (model/rules.def: "IGJ 5.2, 8.2; Jeugdwet 3.3" names three norms); what the norms
 * ask, and what is left to people, stands in src/check/normen.tsv. */
#ifndef BV_CHECK_NORMS_H
#define BV_CHECK_NORMS_H

#include "base/arena.h"
#include "model/rule.h"

typedef struct bv_norm {
  const char *name;    /* "IGJ 5.2" */
  const char *about;   /* what it asks, or NULL */
  const char *why_not; /* what of it no rule can check and why, or NULL */
  struct { bv_rule *items; size_t count, capacity; } rules;
} bv_norm;

typedef struct bv_norms {
  bv_norm *items;
  size_t count, capacity;
} bv_norms;

/* All norms, those of the table first, in its order; in the arena. */
bv_norms bv_norms_all(bv_arena *arena);

#endif
