#include "model/node.h"

#include <string.h>

#include "base/limits.h"
#include "base/same.h"

bv_node *bv_node_new(bv_arena *arena, bv_node_kind kind, bv_node *parent) {
  bv_node *node = bv_alloc(arena, sizeof *node);
  node->kind = kind;
  if (parent)
    bv_node_append(parent, node);
  return node;
}

void bv_node_unlink(bv_node *node) {
  if (node->previous)
    node->previous->next = node->next;
  else if (node->parent)
    node->parent->first_child = node->next;
  if (node->next)
    node->next->previous = node->previous;
  else if (node->parent)
    node->parent->last_child = node->previous;
  node->parent = node->next = node->previous = NULL;
}

void bv_node_append(bv_node *parent, bv_node *node) {
  node->parent = parent;
  node->previous = parent->last_child;
  node->next = NULL;
  if (parent->last_child)
    parent->last_child->next = node;
  else
    parent->first_child = node;
  parent->last_child = node;
}

bv_node *bv_node_following_skip(const bv_node *node, const bv_node *root) {
  for (; node && node != root; node = node->parent)
    if (node->next)
      return node->next;
  return NULL;
}

bv_node *bv_node_following(const bv_node *node, const bv_node *root) {
  return node->first_child ? node->first_child : bv_node_following_skip(node, root);
}

bv_node *bv_node_leaf(const bv_node *node) {
  for (; node; node = node->parent)
    if (node->text)
      return (bv_node *)node;
  return NULL;
}

bool bv_node_within(const bv_node *node, const bv_node *ancestor) {
  while (node && node != ancestor)
    node = node->parent;
  return node != NULL;
}

const bv_attribute *bv_own_attribute(const bv_node *node, const char *key) {
  for (size_t i = 0; i < node->attributes.pairs.count; i++)
    if (bv_same(node->attributes.pairs.items[i].key, key))
      return &node->attributes.pairs.items[i];
  return NULL;
}

const bv_attribute *bv_inherited_attribute(const bv_node *node, const char *key, const bv_node **where) {
  for (; node; node = node->parent) {
    const bv_attribute *attribute = bv_own_attribute(node, key);
    if (attribute) {
      if (where)
        *where = node;
      return attribute;
    }
  }
  return NULL;
}

void bv_each_id(bv_arena *arena, const bv_attribute *attribute, bv_take_id *take, void *context) {
  /* Where the value was written with escapes it is shorter than its place; then each id gets the whole place. */
  bool exact = attribute->value_range.end - attribute->value_range.start == strlen(attribute->value);
  const char *value = attribute->value;
  size_t count = 0;
  for (const char *at = value; *at && count < BV_MOST_NAMES; count++) {
    size_t skip = strspn(at, ", ");
    at += skip;
    size_t length = strcspn(at, ", ");
    if (length == 0)
      break;
    uint32_t offset = attribute->value_range.start + (uint32_t)(at - value);
    bv_range range = exact ? (bv_range){offset, offset + (uint32_t)length} : attribute->value_range;
    take(context, bv_strndup(arena, at, length), range);
    at += length;
  }
}

static bool is_leaf_kind(bv_node_kind kind) {
  return kind == BV_NODE_HEADING || kind == BV_NODE_PARAGRAPH || kind == BV_NODE_VERBATIM;
}

static const char *check_text(const bv_node *leaf) {
  const bv_text *text = leaf->text;
  uint32_t at = 0;
  for (size_t i = 0; i < text->run_count; i++) {
    if (text->runs[i].start != at || text->runs[i].end <= at)
      return "runs do not cover the text";
    if (text->runs[i].span && bv_node_leaf(text->runs[i].span) != leaf)
      return "a run names a span of another leaf";
    at = text->runs[i].end;
  }
  if (at != text->length)
    return "runs end before the text";
  for (size_t i = 0; i < text->segment_count; i++) {
    const bv_segment *segment = &text->segments[i];
    if (i == 0 ? segment->text_start != 0 : segment->text_start <= segment[-1].text_start)
      return "segments are not in order";
    if (segment->source_end < segment->source_start)
      return "a segment runs backwards";
  }
  return text->length && !text->segment_count ? "text without segments" : NULL;
}

static const char *check_node(const bv_node *node) {
  if (is_leaf_kind(node->kind) != (node->text != NULL))
    return "text on a node that is no leaf, or a leaf without";
  if (node->range.end < node->range.start)
    return "a range runs backwards";
  for (const bv_node *child = node->first_child; child; child = child->next) {
    if (child->parent != node || (child->previous ? child->previous->next != child : node->first_child != child))
      return "links between parent and children do not agree";
    if ((node->text || node->kind == BV_NODE_SPAN) != (child->kind == BV_NODE_SPAN))
      return "spans lie in leaves, and only they do";
  }
  return node->text ? check_text(node) : NULL;
}

bool bv_node_check(const bv_node *root, const char **what) {
  for (const bv_node *node = root; node; node = bv_node_following(node, root)) {
    const char *wrong = check_node(node);
    if (wrong) {
      *what = wrong;
      return false;
    }
  }
  return true;
}
