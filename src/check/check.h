/* Checking: every family of rules reads the model and adds findings; then exceptions (negeer) are applied. */
#ifndef BV_CHECK_CHECK_H
#define BV_CHECK_CHECK_H

#include "check/config.h"
#include "model/model.h"

typedef struct bv_passage_list bv_passage_list; /* passage.h */
typedef struct bv_plain_passages bv_plain_passages; /* plain.h */
typedef struct bv_word_set bv_word_set;         /* lang/wordset.h */

/* What a rule gets. */
typedef struct bv_check {
  const bv_document *document;
  const bv_config *config;
  bv_findings *findings;
  const bv_passage_list *passages; /* the words of the draft */
  const bv_plain_passages *plain;  /* those of its texts for the parents */
  const bv_word_set *declared;     /* those of its front matter */
  const bv_word_set *names;        /* of these, those by which it names persons, no professionals */
  bv_date today; /* the date that ages are measured against: that of the report, or --as-of; year 0: unknown */
} bv_check;

/* One rule, or a few that look at the same thing. */
typedef void bv_check_function(bv_check *check);

/* The families; each is a table in its own file, ending in NULL. */
extern bv_check_function *const bv_checks_label[], *const bv_checks_source[], *const bv_checks_date[],
    *const bv_checks_diagnosis[], *const bv_checks_reaction[], *const bv_checks_privacy[],
    *const bv_checks_structure[], *const bv_checks_retelling[], *const bv_checks_repeated[],
    *const bv_checks_language[],
    *const bv_checks_plain[];

/* Runs all rules over the document, then applies its exceptions, and sorts and fingerprints document->findings. `as_of`
 * with year 0: the date of the report. */
void bv_check_document(bv_document *document, const bv_config *config, bv_date as_of);
/* Marks the findings that a negeer attribute covers, and adds the negeer/ findings (exceptions.c). */
void bv_apply_exceptions(bv_check *check);

/* Adds a finding about a claim: its range, its number. */
bv_finding *bv_report_claim(bv_check *check, bv_rule rule, const bv_claim *claim, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Adds a finding about a place; `claim` (may be NULL) is the claim that it lies in. */
bv_finding *bv_report(bv_check *check, bv_rule rule, bv_range range, const bv_claim *claim, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

#endif
