/* Reactions out of a filled-in form, put into the draft.
 *
 * Each becomes a .reactie right behind what it answers, without a decision: the check then asks for one. In
 * Markdown every other byte of the draft stays as it was, but for the id of a claim that had none; XML is written
 * anew from the model. */
#ifndef BV_WRITE_REACT_H
#define BV_WRITE_REACT_H

#include "base/buf.h"
#include "model/model.h"
#include "read/form.h"

/* A reaction that is to come into the draft. */
typedef struct bv_reply {
  const bv_claim *claim;  /* what it answers: a claim, or … */
  const bv_part *part;    /* … a part; both NULL: neither (the general remark) */
  const char *id;         /* of what it answers: its own, or a new one */
  bool new_id;
  bv_node *div;           /* the .reactie, in no tree yet */
} bv_reply;

typedef struct bv_replies {
  bv_reply *items; /* in the order of the draft */
  size_t count, capacity;
} bv_replies;

/* Decides what each answer of the form becomes. `sent`: the draft that the form was made from, which may be
 * `document` itself or an earlier state of it; then a point is found again by its id, or its number and text.
 * `reader`: from whom the form is when it does not say. False with a Dutch sentence in `error` when the form is
 * not of this draft or reader, or answers what the reader was not shown. */
bool bv_replies_to(bv_arena *arena, const bv_document *document, const bv_document *sent, const bv_form *form,
                   const char *reader, bv_replies *replies, const char **error);
/* Adds the draft with the replies in it. */
void bv_react_markdown(bv_buf *out, const bv_document *document, const bv_replies *replies);
/* The same as XML; changes the tree of the document, which is of no other use after that. */
void bv_react_xml(bv_buf *out, bv_document *document, const bv_replies *replies);
/* Whether `after` is `before` with those replies: the same claims, reactions and findings beside them. */
bool bv_replies_are_in(bv_arena *arena, const bv_document *before, const bv_document *after, const bv_replies *replies);
/* Whether both have the same claims, with the same label, source, date, persons and words, and the same parts. */
bool bv_same_claims(bv_arena *arena, const bv_document *before, const bv_document *after);
/* What a reply to a claim or part comes behind: the block with it, or the list, quotation or claim around that, and the
 * reactions that stand there already. */
const bv_node *bv_reply_place(const bv_document *document, const bv_reply *reply);

#endif
