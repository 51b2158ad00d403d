/* Small drafts for tests of rules: read and checked in one call. */
#ifndef BV_TESTS_DRAFTS_H
#define BV_TESTS_DRAFTS_H

#include "model/model.h"

/* Reads and checks a draft; the test fails when it is none. The caller frees it with bv_document_free. */
bv_document *bv_checked(const char *draft);
/* The same for a body behind the front matter that the explanations of rules use (src/check/regels/voorblad.md). */
bv_document *bv_checked_body(const char *body);
/* How many findings of that rule there are that are not suppressed. */
size_t bv_raised(const bv_document *document, const char *rule);
/* The `index`th of them in the order of the document; the test fails when there are fewer. */
const bv_finding *bv_raised_at(const bv_document *document, const char *rule, size_t index);
/* How often the rule is raised in a body, which is read and freed. */
size_t bv_raised_in(const char *body, const char *rule);
/* The text of the draft that a finding is about, in the arena of the document. */
const char *bv_text_of(const bv_document *document, const bv_finding *finding);
/* All findings, a line each, for messages of tests. */
const char *bv_all_found(const bv_document *document);

#endif
