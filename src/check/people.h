/* Internal to checking: by which words the text may speak of the persons of the front matter. */
#ifndef BV_CHECK_PEOPLE_H
#define BV_CHECK_PEOPLE_H

#include "lang/facts.h"
#include "model/model.h"

/* The names of all persons of the front matter, each meaning the same as that person's role where only one has it
 * ("mevrouw Jansen" is "moeder"); in the document's arena. */
bv_people bv_people_of(const bv_document *document);
/* Whom and when a claim is about and from whom it comes, as its marks say: what its plain text may name as well. */
bv_facts bv_claim_context(const bv_document *document, const bv_claim *claim, const bv_people *people);

#endif
