/* Drafts by chance, for properties: the same seed gives the same draft on every machine.
 *
 * A generated draft uses every notation of the format (spans over lines, with emphasis and inside each other, divs in lists
 * and quotations, header inheritance, reactions, plain texts, withheld claims, diagnoses, …), Unicode, and empty parts. It
 * is well formed: no markup finding. Every word of its body is unique (it ends in its number: "huis17"), so that a word can
 * be looked for in an output. Text is not sensible Dutch, and most rules have something to say. */
#ifndef BV_TESTS_GENERATE_H
#define BV_TESTS_GENERATE_H

#include <stdint.h>

/* The Markdown of the draft, from malloc. */
char *bv_generate_draft(uint32_t seed);

#endif
