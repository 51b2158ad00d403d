#include "base/messages.h"
#include "read/front.h"
#include "read/tree.h"

bool bv_read_markdown(bv_reader *reader) {
  uint32_t body = bv_read_front_matter(reader);
  if (body == 0)
    return false;
  bv_blocks blocks = bv_read_blocks(reader, body);
  bv_definitions definitions = bv_definitions_new(reader);
  bv_leaves leaves = bv_read_tree(reader, &blocks, &definitions);
  cmark_node_free(blocks.document);
  bv_read_inlines(reader, &leaves, &definitions);
  bv_definitions_finish(reader, &definitions);
  return true;
}
