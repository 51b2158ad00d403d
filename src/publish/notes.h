/* What stands beside a claim in the court's version: source, date, origin, age, diagnosis, contradiction. */
#ifndef BV_PUBLISH_NOTES_H
#define BV_PUBLISH_NOTES_H

#include "publish/publication.h"

/* Adds <notes of="3.12"> with the notes of the claim. `previous` (may be NULL): the claim whose notes stand right above
 * it: a source that is the same is named by its number only. */
void bv_add_notes(bv_publication *publication, xmlNode *parent, const bv_claim *claim, const bv_claim *previous);
/* "gesprek met moeder, 14 oktober 2026" */
const char *bv_describe_source(bv_publication *publication, const bv_report_source *source);
/* "Bron 4" as a link to the list of sources; the author's own words for its own. */
void bv_add_source_link(bv_publication *publication, xmlNode *parent, const bv_report_source *source);
/* "T. Hoekman, gz-psycholoog": who made a diagnosis; NULL when nobody is named. */
const char *bv_diagnosed_by(bv_publication *publication, const bv_diagnosis *diagnosis);
/* Whether the claim is older than the line of two years. */
bool bv_is_old_claim(const bv_publication *publication, const bv_claim *claim);

#endif
