/* From cmark's blocks to the tree of a draft: fences become divs, headers begin sections, and each leaf gets its content
 * scanned. The text of the leaves is filled in afterwards (inlines.h). */
#ifndef BV_READ_TREE_H
#define BV_READ_TREE_H

#include "read/blocks.h"
#include "read/inlines.h"

/* Fills document->root from the blocks; gives the leaves whose text must still be read. Lines that define the targets of
 * links are no text: they are added to `definitions`. */
bv_leaves bv_read_tree(bv_reader *reader, const bv_blocks *blocks, bv_definitions *definitions);

#endif
