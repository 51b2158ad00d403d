#include "model/tight.h"

#include <string.h>

/* What stands last in a block, seen from the lines: the last block of the last item of a list; else the block itself. */
static const bv_node *tail_of(const bv_node *block) {
  while ((block->kind == BV_NODE_LIST || block->kind == BV_NODE_ITEM || block->kind == BV_NODE_SECTION) &&
         block->last_child)
    block = block->last_child;
  return block;
}

/* The next block in the item as CommonMark sees it, which knows no sections and divs: a section is its header and what
 * follows, a div a line before and a line behind. Lists and quotations are not looked into. */
static const bv_node *next_block(const bv_node *node, const bv_node *item) {
  bool whole = node->text || node->kind == BV_NODE_LIST || node->kind == BV_NODE_QUOTE;
  const bv_node *next = whole ? bv_node_following_skip(node, item) : bv_node_following(node, item);
  return next && next->kind == BV_NODE_SECTION ? next->first_child : next;
}

/* Whether a div ends between two blocks that follow each other. */
static bool div_ends_between(const bv_node *before, const bv_node *after) {
  for (const bv_node *around = before->parent; around && !bv_node_within(after, around); around = around->parent)
    if (around->kind == BV_NODE_DIV)
      return true;
  return false;
}

/* Whether the second of two blocks would go on with the first without a blank line between them. */
static bool needs_blank(const bv_node *before, const bv_node *after) {
  bv_node_kind tail = tail_of(before)->kind;
  if ((tail != BV_NODE_PARAGRAPH && tail != BV_NODE_QUOTE) || div_ends_between(before, after))
    return false;
  switch (after->kind) {
  case BV_NODE_PARAGRAPH:
  case BV_NODE_DIV:
    return true;
  case BV_NODE_QUOTE:
    return tail == BV_NODE_QUOTE;
  case BV_NODE_HEADING: /* over a line of '=' or '-' */
    return memchr(after->text->bytes, '\n', after->text->length) != NULL;
  case BV_NODE_LIST: /* only a list that starts with 1 and with text can follow a paragraph at once */
    return !after->first_child || !after->first_child->first_child || (after->ordered && after->start != 1);
  default:
    return false;
  }
}

bool bv_list_can_be_tight(const bv_node *list) {
  for (const bv_node *item = list->first_child; item; item = item->next)
    for (const bv_node *before = item, *block; (block = next_block(before, item)) != NULL; before = block)
      if (before != item && needs_blank(before, block))
        return false;
  return true;
}

bool bv_list_can_be_loose(const bv_node *list) {
  for (const bv_node *item = list->first_child; item; item = item->next) {
    if (!item->first_child && item->next)
      return true;
    for (const bv_node *block = next_block(item, item), *next; block; block = next) {
      next = next_block(block, item);
      bool followed = next || item->next;
      if (block->kind == BV_NODE_DIV || (followed && tail_of(block)->kind != BV_NODE_RULE))
        return true;
    }
  }
  return false;
}
