/* Exceptions that a reviewer agreed to, put into a draft: negeer=RULE reden="…" at the claim or header.
 *
 * In Markdown every other byte stays as it was; XML is written anew from the model. An exception goes where it covers
 * that finding and no other; where it cannot, it says why. */
#ifndef BV_WRITE_EXCEPT_H
#define BV_WRITE_EXCEPT_H

#include "base/buf.h"
#include "model/model.h"

typedef struct bv_exception {
  size_t finding;         /* index in document->findings, which has been checked */
  const char *reason;     /* on one line */
  const bv_node *element; /* that bears it: a claim or section; NULL: it cannot be put in … */
  const char *obstacle;   /* … because: the end of a Dutch sentence */
} bv_exception;

typedef struct bv_exceptions {
  bv_exception *items;
  size_t count, capacity;
} bv_exceptions;

/* Finds out where each goes. Finding and reason are given; puts them in the order of their elements. */
void bv_exceptions_place(bv_arena *arena, const bv_document *document, bv_exceptions *exceptions);
/* Adds the draft with those that have an element. */
void bv_except_markdown(bv_buf *out, const bv_document *document, const bv_exceptions *exceptions);
/* The same as XML; changes the tree of the document, which is of no other use after that. */
void bv_except_xml(bv_buf *out, bv_document *document, const bv_exceptions *exceptions);
/* Whether `after` is `before` with those exceptions: the same claims and findings, and no other finding is suppressed.
 * Both have been checked with the same settings. */
bool bv_exceptions_are_in(bv_arena *arena, const bv_document *before, const bv_document *after,
                          const bv_exceptions *exceptions);

#endif
