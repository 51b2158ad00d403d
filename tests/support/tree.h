/* A tree and its findings as text, for tests that compare all of it at once.
 *
 *     section 1:1-3:6 #school .onderzoek over="sam"
 *       heading 1:1-1:40 |School|
 *       paragraph 3:1-3:38 |Sam was ziek.|
 *         em 3:6-3:9 |was|
 *         span 3:1-3:38 .feit bron="verzuim"
 *
 * Lines count from the line after `before`: that of a body does not count the front matter before it. */
#ifndef BV_TESTS_TREE_H
#define BV_TESTS_TREE_H

#include "model/model.h"

enum { BV_BODY_BEFORE = 3 }; /* lines of front matter before a body that bv_read_body reads */

/* Reads a body behind a front matter without faults; the test fails when that is no draft, or its tree does not hold
 * together. Nothing is resolved. The caller frees it with bv_document_free. */
bv_document *bv_read_body(const char *body, size_t length);
/* The tree below the root, a line a node; in the document's arena. */
char *bv_tree(const bv_document *document, unsigned before);
/* The findings of reading in the order of the document, a line each: "3:5-3:9 markup/html". */
char *bv_found(const bv_document *document, unsigned before);
/* Reads a body, and fails the test where its tree (unless NULL) or its findings are others. */
void bv_expect(const char *body, const char *tree, const char *found);

#endif
