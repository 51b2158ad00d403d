/* Drafts by chance, for properties: the same seed gives the same draft on every machine.
 *
 * A generated draft uses every notation of the format (spans over lines, with emphasis and inside each other, divs in lists
 * and quotations, header inheritance, reactions, plain texts, withheld claims, sections and loose words, diagnoses, …),
 * every kind of document, person and source, Unicode, and empty parts. It is well formed: no markup finding. Text is not
 * sensible Dutch, and most rules have something to say.
 *
 * Between ordinary words, quotations and difficult words stand marked words: "huisqz17". Every mark (BV_MARK_FORMAT with its
 * number) stands in a draft once, in text, attribute value, id, address, name or title alike, so that it can be looked for
 * in any output. It is ASCII, so that no change of case, of normal form or of encoding hides it. References repeat the mark
 * of the id that they name. Ordinary words never end in a digit. */
#ifndef BV_TESTS_GENERATE_H
#define BV_TESTS_GENERATE_H

#include <stdint.h>

#define BV_MARK_START "qz"
#define BV_MARK_FORMAT BV_MARK_START "%u"

/* The Markdown of the draft, from malloc. */
char *bv_generate_draft(uint32_t seed);

#endif
