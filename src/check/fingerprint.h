/* What makes a finding the same one in another run, after other lines have moved: its rule and the words it is about.
 *
 * A finding on a claim is known by the words of the claim and, where it points at some of them, by those; one elsewhere
 * in the text by the words of its place (as far as they are text, so that both notations give the same); one on the
 * front matter or on a part that is missing by what it says, without numbers. Case, marks and white space do not count.
 * Equal ones are numbered in the order of the document. No words can be read back from a fingerprint; of a short
 * sentence somebody who guesses it can see that the guess was right. */
#ifndef BV_CHECK_FINGERPRINT_H
#define BV_CHECK_FINGERPRINT_H

#include "model/model.h"

/* Sets the fingerprint of all findings, which are sorted, and first_fingerprint: 32 hexadecimal digits (half a SHA-256), a
 * colon and the number among equals, "…:1"; in the document's arena. */
void bv_fingerprint_findings(bv_document *document);

#endif
