/* Internal to the model: the steps of bv_model_resolve. */
#ifndef BV_MODEL_RESOLVE_H
#define BV_MODEL_RESOLVE_H

#include <libxml/hash.h>

#include "model/model.h"

/* The document on its way, with tables to look names up in. */
typedef struct bv_resolver {
  bv_document *document;
  xmlHashTablePtr nodes, persons, sources; /* by id */
  /* What was looked up last: the claims under one header inherit one list. */
  struct { const bv_attribute *attribute; bv_source_list list; } last_sources;
  struct { const bv_attribute *attribute; bv_person_list list; } last_persons;
} bv_resolver;

/* Reports every reference that leads nowhere, once, where it stands (references.c). */
void bv_check_references(bv_resolver *resolver);
/* The persons or sources that an attribute (may be NULL) names and that exist. The lists are shared: not to be added to. */
bv_person_list bv_named_persons(bv_resolver *resolver, const bv_attribute *attribute);
bv_source_list bv_named_sources(bv_resolver *resolver, const bv_attribute *attribute);
/* The node that "#c12" or "c12" names, or NULL. */
const bv_node *bv_named_node(const bv_resolver *resolver, const bv_attribute *attribute);
/* All from whom the node or a node around it is withheld. Unlike other attributes, `vertrouwelijk` adds up: what stands
 * inside something withheld is never shown for being withheld from somebody else as well. */
bv_person_list bv_withheld_from(const bv_resolver *resolver, const bv_node *node);

/* Fills document->parts (parts.c). */
void bv_resolve_parts(bv_document *document);
/* Fills document->claims, without what refers to other claims (claims.c). */
void bv_resolve_claims(bv_resolver *resolver);

#endif
