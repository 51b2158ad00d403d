/* What the fuzzers feed with bytes of their own making: one target for each thing that reads what others wrote. make check
 * feeds the same with every seed and reproducer (tests/unit/test_fuzz.c).
 *
 * A fault is a crash, a sanitizer's report, a promise that is not kept (abort), or endlessness. Whatever the bytes, a target
 * writes no file and gives back its memory; what is the same for all bytes, such as the kinds, is made once. */
#ifndef BV_TESTS_FUZZ_TARGETS_H
#define BV_TESTS_FUZZ_TARGETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

typedef void bv_fuzz_run(const char *bytes, size_t length);

/* Where a mutation does most good (mutate.h). */
typedef enum bv_fuzz_mutation {
  BV_FUZZ_ANYWHERE,
  BV_FUZZ_BEHIND_FRONT, /* mostly behind front matter that stays right */
  BV_FUZZ_WITHIN        /* mostly between two marks of the notation, which stay */
} bv_fuzz_mutation;

typedef struct bv_fuzz_target {
  const char *name;       /* also of its folders under seeds/ and reproducers/ */
  bv_fuzz_run *run;
  size_t longest;         /* bytes: enough for everything to meet everything, short enough to be tried often */
  const char *dictionary; /* a file of tests/fuzz/dictionaries */
  bv_fuzz_mutation mutation;
} bv_fuzz_target;

extern const bv_fuzz_target bv_fuzz_targets[];
extern const size_t bv_fuzz_target_count;
/* The target of that name, or NULL. */
const bv_fuzz_target *bv_fuzz_target_find(const char *name);

/* The whole way of a draft: read, checked, reported, published for a reader, written back in both notations. */
bv_fuzz_run bv_fuzz_draft;
/* The same for a body behind front matter that is right, and for a draft in XML. */
bv_fuzz_run bv_fuzz_body, bv_fuzz_xml;
/* Front matter alone; what stands between braces, at each place where it can stand. */
bv_fuzz_run bv_fuzz_front, bv_fuzz_attributes;
/* All that reads Dutch; dates, as data and in a sentence. */
bv_fuzz_run bv_fuzz_language, bv_fuzz_dates;
/* What an organisation sets: a kind of document, bronvast.yaml. */
bv_fuzz_run bv_fuzz_kinds, bv_fuzz_settings;
/* What comes back: a manifest or a version that verify looks into, a result of check (--baseline, monitor), a reaction form
 * or a review, which goes into a draft. */
bv_fuzz_run bv_fuzz_published, bv_fuzz_results, bv_fuzz_forms;
/* What an editor says: a stream of the base protocol, or (when it does not begin with a header) a message on each line. */
bv_fuzz_run bv_fuzz_lsp;

/* Adds the bytes that are UTF-8 and not NUL: what lies behind the readers gets nothing else. */
void bv_fuzz_add_text(bv_buf *text, const char *bytes, size_t length);
/* Front matter that is right, with the fences around it. */
void bv_fuzz_add_front(bv_buf *draft);

#endif
