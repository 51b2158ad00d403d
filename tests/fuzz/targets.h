/* What the fuzzers feed with bytes of their own making; make check feeds the same with every seed and reproducer
 * (tests/unit/test_fuzz.c). None keeps anything between two calls; a fault is a crash, a sanitizer's report, or endlessness. */
#ifndef BV_TESTS_FUZZ_TARGETS_H
#define BV_TESTS_FUZZ_TARGETS_H

#include <stddef.h>
#include <stdint.h>

/* The whole way of a draft, in Markdown or XML: read, checked, published for the court and for parents, written back. */
void bv_fuzz_draft(const uint8_t *bytes, size_t length);
/* A body of Markdown behind front matter that is right, so that every byte reaches the readers of claims. */
void bv_fuzz_body(const uint8_t *bytes, size_t length);
/* A text for all that reads Dutch: sentences, dates, cues, diagnoses, facts, plainer words. */
void bv_fuzz_language(const uint8_t *bytes, size_t length);
/* A file from outside; the first byte says which: a reaction form, a manifest, a kind of document, YAML, a date. */
void bv_fuzz_file(const uint8_t *bytes, size_t length);

#endif
