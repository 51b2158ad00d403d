/* Internal to the model: what stands under the parts of a kind: conditions, rules with their norms, requirements. The XML
 * has been validated with schemas/soort.rng; what that cannot see is checked here. */
#ifndef BV_MODEL_KIND_REQUIREMENTS_H
#define BV_MODEL_KIND_REQUIREMENTS_H

#include <libxml/tree.h>

#include "model/kind_read.h"

/* A kind on its way. */
typedef struct bv_kind_loader {
  const bv_kind_set *kinds;
  bv_kind *kind;
  bv_kind_error *error;
  size_t forms; /* of the words of its subjects so far */
} bv_kind_loader;

/* Sets the error, with the line of the element; gives false. */
bool bv_kind_fail(bv_kind_loader *loader, const xmlNode *at, const char *message);
/* Whether the node is an element of that name. */
bool bv_kind_is(const xmlNode *element, const char *name);
/* The value of an attribute with its white space collapsed, in the arena; NULL when it is not there. */
const char *bv_kind_attribute(const bv_kind_loader *loader, const xmlNode *element, const char *name);
/* The names in a list with spaces between (NULL: none). */
bv_names bv_kind_names(const bv_kind_loader *loader, const char *list);
/* ja or nee; `otherwise` when the attribute is not there. */
bool bv_kind_answer(const bv_kind_loader *loader, const xmlNode *element, const char *name, bool otherwise);

/* The index of a subject; an error with the nearest name when the kind has none of that name. */
bool bv_kind_find_topic(bv_kind_loader *loader, const xmlNode *at, const char *name, size_t *topic);
/* Reads the attributes regel and norm; what is not there stays as it is. */
bool bv_kind_read_authority(bv_kind_loader *loader, const xmlNode *element, bv_authority *authority);
/* Reads the children als and tenzij; when there are any, they replace what stood in `conditions`. */
bool bv_kind_read_conditions(bv_kind_loader *loader, const xmlNode *element, bv_conditions *conditions);
/* Reads one requirement and appends it; other nodes are passed over. A noemt that names no rule has that of `around`. */
bool bv_kind_read_requirement(bv_kind_loader *loader, const xmlNode *element, bv_authority around,
                              bv_requirements *requirements);

#endif
