/* Who may see what. Every question about withholding is answered here and nowhere else. */
#ifndef BV_PUBLISH_FILTER_H
#define BV_PUBLISH_FILTER_H

#include "publish/publication.h"

/* Decides which sources are withheld: those that only withheld claims rest on. */
void bv_filter_prepare(bv_publication *publication);
/* Whether the node or what stands around it is withheld from this reader. A name in `vertrouwelijk` that is nobody's
 * withholds from everybody but the court: a slip of the pen must not show what was meant to be kept. */
bool bv_node_is_withheld(const bv_publication *publication, const bv_node *node);
bool bv_claim_is_withheld(const bv_publication *publication, const bv_claim *claim);
/* Also when what it answers is withheld. */
bool bv_reaction_is_withheld(const bv_publication *publication, const bv_reaction *reaction);
/* Also when what it retells is withheld. */
bool bv_plain_text_is_withheld(const bv_publication *publication, const bv_plain_text *plain);
bool bv_source_is_withheld(const bv_publication *publication, const bv_report_source *source);

#endif
