/* Publishing: from a model to one tree per reader, in the vocabulary of schemas/publicatie.rng.
 *
 * What a reader may not see is absent from that reader's tree; nothing behind this room can leak it. The tree holds every
 * sentence that is printed, the fixed ones of templates/teksten.xml included: templates only lay out. It depends on the
 * draft, the findings and the options alone. */
#ifndef BV_PUBLISH_PUBLISH_H
#define BV_PUBLISH_PUBLISH_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "check/check.h"
#include "model/model.h"

typedef struct bv_publish_options {
  bool court;         /* the court's version; else that of the parents */
  const char *reader; /* parents' version: id of the person it is for; NULL: a reader from whom all that is confidential
                         to anybody is withheld */
  bool short_version; /* parents' version: on two pages */
  bool as_is;         /* a draft that still has errors: how many is said on every page */
  const char *texts;  /* fixed texts of an organisation (the bytes of a teksten.xml), which go before ours; or NULL */
  const bv_config *config; /* the two-year line; NULL: ours */
} bv_publish_options;

/* The published tree; the caller frees it with xmlFreeDoc. The reader must be one that bv_publish_reader_error accepts. */
xmlDoc *bv_publish(const bv_document *document, const bv_findings *findings, const bv_publish_options *options);

/* Why there is no parents' version for this reader: one Dutch sentence in the arena; NULL when there is (NULL is the
 * reader without a name). Parents, carers, and children of twelve or older have one. */
const char *bv_publish_reader_error(bv_arena *arena, const bv_document *document, const char *reader);

#endif
