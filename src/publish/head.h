/* The title block of the court's version, and what both versions say about themselves. */
#ifndef BV_PUBLISH_HEAD_H
#define BV_PUBLISH_HEAD_H

#include "publish/publication.h"

/* Fills <head> for the court. */
void bv_publish_head(bv_publication *publication);
/* Fills <head> with what both versions need: title, running title. `title` in one line. */
void bv_add_head(bv_publication *publication, const char *title, const char *subtitle);
/* "Niet verwerkt. Reden: …": what was done with a reaction. */
const char *bv_decision_text(bv_publication *publication, const bv_reaction *reaction);
/* "ondertoezichtstelling en machtiging tot uithuisplaatsing"; "" when none is asked. */
const char *bv_measure_names(bv_publication *publication);

#endif
