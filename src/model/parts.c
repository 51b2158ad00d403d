/* Parts: which headers begin one. */
#include "model/resolve.h"

static const bv_node *section_around(const bv_node *node) {
  while (node && node->kind != BV_NODE_SECTION)
    node = node->parent;
  return node;
}

/* Whether the section has text that stands in no section inside it. */
static bool has_own_text(const bv_node *section) {
  for (const bv_node *node = bv_node_following(section, section); node;)
    if (node->kind == BV_NODE_SECTION) {
      node = bv_node_following_skip(node, section);
    } else {
      if (node->text && node->kind != BV_NODE_HEADING && node->text->length)
        return true;
      node = bv_node_following(node, section);
    }
  return false;
}

/* Counts the sections of a level; `one` receives the last. */
static size_t sections_of_level(const bv_node *root, int level, const bv_node **one) {
  size_t count = 0;
  for (const bv_node *node = root; node; node = bv_node_following(node, root))
    if (node->kind == BV_NODE_SECTION && node->level == level) {
      count++;
      *one = node;
    }
  return count;
}

/* The smallest level that there is; but a single header of that level without text of its own, over deeper headers, is
 * the title of the draft, and the parts are of the next level. 0: there are no headers. */
static int part_level(const bv_node *root) {
  const bv_node *title = NULL;
  int level = 1;
  while (level <= 6 && sections_of_level(root, level, &title) == 0)
    level++;
  if (level > 6)
    return 0;
  const bv_node *other;
  if (sections_of_level(root, level, &title) != 1 || has_own_text(title))
    return level;
  for (int deeper = level + 1; deeper <= 6; deeper++)
    if (sections_of_level(root, deeper, &other) > 0)
      return deeper;
  return level;
}

void bv_resolve_parts(bv_document *document) {
  BV_PUSH(document->arena, &document->parts, (bv_part){.title = ""});
  int level = part_level(document->root);
  for (bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    if (node->kind != BV_NODE_SECTION || node->level != level || level == 0)
      continue;
    bv_part part = {.section = node, .number = (unsigned)document->parts.count, .title = node->first_child->text->bytes};
    BV_PUSH(document->arena, &document->parts, part);
  }
  for (size_t i = 1; i < document->parts.count; i++)
    ((bv_node *)document->parts.items[i].section)->part = &document->parts.items[i];
}

const bv_part *bv_part_of(const bv_document *document, const bv_node *node) {
  for (node = section_around(node); node; node = section_around(node->parent))
    if (node->part)
      return node->part;
  return &document->parts.items[0];
}
