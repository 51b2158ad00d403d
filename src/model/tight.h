/* Tight and loose lists, as CommonMark tells them apart by blank lines: which lists can be written how. */
#ifndef BV_MODEL_TIGHT_H
#define BV_MODEL_TIGHT_H

#include "model/node.h"

/* Whether the list can be written without blank lines that would count. */
bool bv_list_can_be_tight(const bv_node *list);
/* Whether there is a place in the list where a blank line counts: behind a thematic break it does not. */
bool bv_list_can_be_loose(const bv_node *list);

#endif
