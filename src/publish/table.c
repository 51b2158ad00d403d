#include "publish/table.h"

#include <stdlib.h>
#include <string.h>

xmlNode *bv_add_table(bv_publication *publication, xmlNode *parent, const char *class_name, const char *caption,
                      const char *const *columns) {
  xmlNode *table = bv_tree_add(parent, "table");
  bv_tree_set(table, "class", class_name);
  bv_tree_add_text(table, "caption", bv_say(publication, caption, NULL));
  xmlNode *header = bv_tree_add(table, "columns");
  for (; *columns; columns++)
    bv_tree_add_text(header, "column", bv_say(publication, *columns, NULL));
  return table;
}

xmlNode *bv_add_row(xmlNode *table) { return bv_tree_add(table, "row"); }

xmlNode *bv_add_cell(xmlNode *row, const char *text) { return bv_tree_add_text(row, "cell", text ? text : ""); }

/* What comes behind the part in "3.12". */
static unsigned long place_in_part(const bv_claim *claim) { return strtoul(strchr(claim->number, '.') + 1, NULL, 10); }

static void add_claim_link(bv_publication *publication, xmlNode *parent, const bv_claim *claim) {
  bv_add_link(parent, bv_sprintf(publication->arena, "#punt-%s", claim->number), claim->number);
}

void bv_add_claim_links(bv_publication *publication, xmlNode *parent, const bv_claim *const *claims, size_t count) {
  for (size_t i = 0, last; i < count; i = last + 1) {
    for (last = i; last + 1 < count && claims[last + 1]->part == claims[i]->part &&
                   place_in_part(claims[last + 1]) == place_in_part(claims[last]) + 1;)
      last++;
    if (i)
      bv_tree_text(parent, ", ");
    add_claim_link(publication, parent, claims[i]);
    if (last == i)
      continue;
    bv_tree_text(parent, last == i + 1 ? ", " : "–");
    add_claim_link(publication, parent, claims[last]);
  }
}

const char *bv_answer_text(bv_publication *publication, bv_answer answer) {
  static const char *const ids[] = {"answer.unsaid", "answer.yes", "answer.no"};
  return bv_say(publication, ids[answer], NULL);
}
