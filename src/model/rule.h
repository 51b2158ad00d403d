/* The rules as a table (made from rules.def). */
#ifndef BV_MODEL_RULE_H
#define BV_MODEL_RULE_H

#include <stddef.h>

typedef enum bv_severity { BV_ADVIES, BV_WAARSCHUWING, BV_FOUT } bv_severity;

typedef enum bv_rule {
#define RULE(id, name, severity, norm, summary) BV_RULE_##id,
#include "model/rules.def"
#undef RULE
  BV_RULE_COUNT
} bv_rule;

typedef struct bv_rule_info {
  const char *name;     /* "label/ontbreekt" */
  bv_severity severity; /* unless configuration says otherwise */
  const char *norm;     /* "IGJ 5.2, 8.2" */
  const char *summary;  /* one line, Dutch, without capital or full stop */
} bv_rule_info;

/* The catalogue's entry; never NULL. */
const bv_rule_info *bv_rule_info_of(bv_rule rule);
/* The rule of that name, or BV_RULE_COUNT. */
bv_rule bv_rule_find(const char *name);
/* The rule name nearest to a misspelt one, or NULL. */
const char *bv_rule_nearest(const char *name);
/* "fout", "waarschuwing", "advies". */
const char *bv_severity_dutch(bv_severity severity);
/* "error", "warning", "note". */
const char *bv_severity_english(bv_severity severity);

#endif
