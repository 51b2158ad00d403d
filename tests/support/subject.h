/* Internal to the properties: one draft with all that is made of it, and what several properties use. */
#ifndef BV_TESTS_SUBJECT_H
#define BV_TESTS_SUBJECT_H

#include <libxml/hash.h>

#include "properties.h"
#include "published.h"

typedef struct bv_subject {
  const char *name; /* "draft 17", or the path of a sample */
  bv_document *document;
  bv_arena *arena;
  bv_published_set published;
  bv_evidence *evidence;
} bv_subject;

/* Fails the test where the texts differ, and shows from where. */
void bv_expect_same(const bv_subject *s, const char *what, const char *expected, const char *got);
/* The reaction or plain text that a node is or lies in, or NULL. */
const bv_node *bv_answer_around(const bv_node *node);
/* The elements of a version that stand for a claim it shows, by the claim's number. The caller frees it. */
xmlHashTablePtr bv_points_of(const bv_subject *s, const bv_published *published);

/* Invariant 5 (properties_words.c): quotations and the author's words for parents are never altered. */
void bv_nothing_is_altered(bv_subject *s);
/* Invariants 2, 4 and 5 of the files themselves (properties_files.c): HTML shows what the tree holds. */
void bv_files_show_their_trees(bv_subject *s);

#endif
