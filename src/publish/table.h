/* Tables of the published tree. */
#ifndef BV_PUBLISH_TABLE_H
#define BV_PUBLISH_TABLE_H

#include "publish/publication.h"

/* A table with a caption and a header row. `class_name` is for the style sheet; `columns` are ids of texts, ending in
 * NULL. */
xmlNode *bv_add_table(bv_publication *publication, xmlNode *parent, const char *class_name, const char *caption,
                      const char *const *columns);
xmlNode *bv_add_row(xmlNode *table);
/* A cell with a text; NULL is an empty cell. */
xmlNode *bv_add_cell(xmlNode *row, const char *text);
/* Claims as links, in a cell or paragraph: neighbours in one part as "3.1–3.4". `claims` in the order of the document. */
void bv_add_claim_links(bv_publication *publication, xmlNode *parent, const bv_claim *const *claims, size_t count);
/* "ja", "nee", "–". */
const char *bv_answer_text(bv_publication *publication, bv_answer answer);

#endif
