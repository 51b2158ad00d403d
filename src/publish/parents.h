/* The chapters of the parents' version. */
#ifndef BV_PUBLISH_PARENTS_H
#define BV_PUBLISH_PARENTS_H

#include "publish/content.h"

/* Chapter 4, or with `only` that part alone: the points of every part, each with how sure it is, and the reactions of
 * others (points.c). */
void bv_add_points(bv_publication *publication, xmlNode *chapter, const bv_part *only);
/* The part with the decision or the request, or NULL. */
const bv_part *bv_decision_part(const bv_publication *publication);
/* The author's plain texts of a section, div or paragraph, if there are any. */
void bv_add_plain_of_node(bv_publication *publication, const bv_node *node, xmlNode *parent);
/* Chapter 3: with whom was spoken and what was read (informants.c). */
void bv_add_informants(bv_publication *publication, xmlNode *chapter);
/* Over what time the dated points are, as a picture; nothing when no point has a date (times.c). */
void bv_add_times_picture(bv_publication *publication, xmlNode *chapter);
/* "het gesprek met u op 14 oktober 2026" */
const char *bv_source_for_reader(bv_publication *publication, const bv_report_source *source);
/* A reaction with what was done with it. */
void bv_add_reaction_for_reader(bv_publication *publication, const bv_reaction *reaction, xmlNode *parent, bool own);
/* Chapter 7: the difficult words that occur in the body, explained; a link goes to each from where it occurs first, and
 * back (words.c). */
void bv_add_words(bv_publication *publication, xmlNode *parent);
/* Chapter 8: the reaction form (form.c). */
void bv_add_form(bv_publication *publication, xmlNode *parent);
/* What this reader does not get: numbers and ground, no content (withheld.c). Nothing when nothing is withheld. */
void bv_add_withheld(bv_publication *publication, xmlNode *parent);

#endif
