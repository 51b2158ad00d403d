/* Findings: what a reader of drafts or a rule has to say, as records in a list. Nothing here prints. */
#ifndef BV_MODEL_FINDING_H
#define BV_MODEL_FINDING_H

#include <stdarg.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/source.h"
#include "model/rule.h"

typedef struct bv_finding {
  bv_rule rule;
  bv_severity severity;
  bv_range range;         /* bytes of the source */
  const char *claim;      /* "3.12", or NULL */
  const char *message;    /* Dutch, one line */
  const char *suggestion; /* what to do, or NULL */
  const char *norm;       /* on which it rests: that of the rule, or of the part of a kind of document */
  bool suppressed;
  const char *reason;     /* of the suppression */
  const char *fingerprint; /* the same in every run that finds this (check/fingerprint.h); set when a draft was checked */
  const char *first_fingerprint; /* as results of before fingerprints were independent of the notation have it */
  bool known;              /* stood in a former result already (check/baseline.h) */
  bool unable;             /* the rule could not do its work: what it needs of the machine is missing */
} bv_finding;

typedef struct bv_findings {
  bv_finding *items;
  size_t count, capacity;
  bv_arena *arena;
  struct { size_t total, of_severity[BV_FOUT + 1], of_rule[BV_RULE_COUNT]; } left_out; /* by bv_findings_limit; of_severity:
                                                                                           those that are not suppressed */
} bv_findings;

/* An empty list in the arena. */
bv_findings *bv_findings_new(bv_arena *arena);
/* Adds a finding with the rule's own severity; the message is made by printf. The finding given back may be changed
 * (claim, suggestion) until the next is added. */
bv_finding *bv_findings_add(bv_findings *findings, bv_rule rule, bv_range range, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same with a va_list. */
bv_finding *bv_findings_vadd(bv_findings *findings, bv_rule rule, bv_range range, const char *format, va_list arguments)
    __attribute__((format(printf, 4, 0)));
/* Puts the findings in the order of the document: by start, then end, then rule. Equal findings stay once. */
void bv_findings_sort(bv_findings *findings);
/* Leaves BV_MOST_FINDINGS in a list that is sorted and judged (suppressed, known), and one of each rule that says how many
 * more of it there are: errors before warnings before notes, then what is known, then exceptions. What is left out stays
 * in the counts. */
void bv_findings_limit(bv_findings *findings);
/* How many findings of that severity are not suppressed, those that were left out included. */
size_t bv_findings_count(const bv_findings *findings, bv_severity severity);

#endif
