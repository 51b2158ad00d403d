/* What a published version for parents says of its own language, as text for who made it: which words each point has,
 * and how readable the whole is. An indication, no official level. Taken from the tree, so of what this reader gets, the
 * fixed texts included; and nothing that this reader does not get is in it. */
#ifndef BV_WRITE_LANGUAGE_H
#define BV_WRITE_LANGUAGE_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "lang/readability.h"

/* The measure of the running text below an element of a published tree: paragraphs, items of lists, points with what
 * stands under them, reactions, and the explanations of words. Titles, labels, the form and quotations in blocks stay out. */
bv_measure bv_measure_published(xmlNode *root);

/* A line for each point: the author's words, the claim's own, those with each change, or words that stayed too hard and
 * why; and how many there are of each. */
void bv_write_words_used(bv_buf *out, xmlDoc *published, const bv_reading_limits *limits);
/* A line of measures for each chapter and part and for the whole; and every sentence that is too long. */
void bv_write_measures(bv_buf *out, xmlDoc *published, const bv_reading_limits *limits, int passive_percent);

#endif
