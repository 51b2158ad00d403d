#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "read/xml.h"

/* Opens a container, and refuses what is nested deeper than any report. */
static bv_node *open_container(bv_xml_reader *x, bv_node_kind kind, bv_node *parent) {
  bv_node *node = bv_node_new(x->reader->arena, kind, parent);
  node->range.start = x->scan.token.range.start;
  if (++x->depth > BV_DEEPEST_NESTING)
    bv_xml_refuse(x, node->range.start, MSG_XML_LARGE);
  return node;
}

static void close_container(bv_xml_reader *x, bv_node *node) {
  node->range.end = x->scan.token.range.end;
  x->depth--;
}

/* The next thing in the item that Markdown writes as a block of its own: a section is its header and what follows. Lists
 * and quotations are not looked into. */
static const bv_node *next_block(const bv_node *node, const bv_node *item) {
  bool whole = node->text || node->kind == BV_NODE_LIST || node->kind == BV_NODE_QUOTE;
  const bv_node *next = whole ? bv_node_following_skip(node, item) : bv_node_following(node, item);
  return next && next->kind == BV_NODE_SECTION ? next->first_child : next;
}

/* Whether Markdown needs a blank line between two blocks, so that the second does not go on with the first. */
static bool needs_blank(const bv_node *before, const bv_node *after) {
  bool goes_on = before->kind == BV_NODE_PARAGRAPH || before->kind == BV_NODE_LIST || before->kind == BV_NODE_QUOTE;
  if (!goes_on || bv_node_within(after, before) || (before->parent != after->parent && before->parent->kind == BV_NODE_DIV))
    return false; /* the end of a div stands between */
  bool late = after->kind == BV_NODE_LIST && after->ordered && after->start != 1;
  return after->kind == BV_NODE_PARAGRAPH || after->kind == BV_NODE_DIV || late;
}

static bool can_be_tight(const bv_node *item) {
  const bv_node *before = item;
  for (const bv_node *block = next_block(item, item); block; before = block, block = next_block(block, item))
    if (needs_blank(before, block))
      return false;
  return true;
}

/* A list of one block has no place for a blank line. */
static bool must_be_tight(const bv_node *list) {
  const bv_node *item = list->first_child, *block = next_block(item, item);
  return !item->next && (!block || (block->kind != BV_NODE_DIV && !next_block(block, item)));
}

/* Whether a list is tight: as it says, where Markdown can say so too. */
static bool tightness(const bv_node *list, bool asked) {
  for (const bv_node *item = list->first_child; item; item = item->next)
    if (!can_be_tight(item))
      return false;
  return asked || must_be_tight(list);
}

static void read_list(bv_xml_reader *x, bv_node *parent) {
  bv_node *list = open_container(x, BV_NODE_LIST, parent);
  bv_range value;
  bool asked = bv_xml_find(x, "dicht", &value) && x->scan.bytes[value.start] == 'j';
  list->ordered = bv_xml_find(x, "begin", &value);
  list->start = list->ordered ? atoi(bv_xml_value(x, value)) : 0;
  for (bv_xml_next(&x->scan); x->scan.token.kind != BV_XML_CLOSE; bv_xml_next(&x->scan))
    if (x->scan.token.kind == BV_XML_OPEN) {
      bv_node *item = open_container(x, BV_NODE_ITEM, list);
      bv_xml_blocks(x, item);
      close_container(x, item);
    }
  list->tight = tightness(list, asked);
  close_container(x, list);
}

static void read_container(bv_xml_reader *x, bv_node_kind kind, bv_node *parent) {
  bv_node *node = open_container(x, kind, parent);
  if (kind == BV_NODE_DIV)
    node->attributes = bv_xml_attributes(x);
  bv_xml_blocks(x, node);
  close_container(x, node);
}

/* In Markdown a header ends the sections of its level and deeper, so no other order can be written. */
static void check_level(bv_xml_reader *x, const bv_node *section) {
  const bv_node *around = section->parent, *before = section->previous;
  if ((around->kind == BV_NODE_SECTION && section->level <= around->level) ||
      (before && before->kind == BV_NODE_SECTION && section->level > before->level))
    bv_xml_refuse(x, section->range.start,
                  bv_sprintf(x->reader->scratch, MSG_XML_LEVEL, section->level,
                             before && before->kind == BV_NODE_SECTION ? before->level : around->level));
}

static void read_leaf(bv_xml_reader *x, bv_node_kind kind, bv_node *parent) {
  bv_node *leaf = bv_node_new(x->reader->arena, kind, parent);
  bv_xml_text(x, leaf);
  if (kind == BV_NODE_PARAGRAPH && leaf->text->length == 0 && !leaf->first_child)
    bv_node_unlink(leaf);
}

static void read_section(bv_xml_reader *x, bv_node *parent) {
  bv_node *section = bv_node_new(x->reader->arena, BV_NODE_SECTION, parent);
  bv_range level;
  section->range.start = x->scan.token.range.start;
  bv_xml_find(x, "niveau", &level);
  section->level = x->scan.bytes[level.start] - '0';
  check_level(x, section);
  section->attributes = bv_xml_attributes(x);
  bv_xml_blocks(x, section);
  section->range.end = x->scan.token.range.end;
}

static void read_block(bv_xml_reader *x, bv_node *parent) {
  static const struct {
    const char *name;
    void (*read)(bv_xml_reader *, bv_node_kind, bv_node *);
    bv_node_kind kind;
  } kinds[] = {{"alinea", read_leaf, BV_NODE_PARAGRAPH}, {"kop", read_leaf, BV_NODE_HEADING},
               {"letterlijk", read_leaf, BV_NODE_VERBATIM}, {"blok", read_container, BV_NODE_DIV},
               {"citaat", read_container, BV_NODE_QUOTE}};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (bv_xml_is(&x->scan, kinds[i].name)) {
      kinds[i].read(x, kinds[i].kind, parent);
      return;
    }
  if (bv_xml_is(&x->scan, "sectie")) {
    read_section(x, parent);
  } else if (bv_xml_is(&x->scan, "lijst")) {
    read_list(x, parent);
  } else { /* <streep/> */
    bv_node_new(x->reader->arena, BV_NODE_RULE, parent)->range = x->scan.token.range;
    bv_xml_pass(x);
  }
}

void bv_xml_blocks(bv_xml_reader *x, bv_node *parent) {
  for (bv_xml_next(&x->scan); x->scan.token.kind != BV_XML_CLOSE && x->scan.token.kind != BV_XML_END; bv_xml_next(&x->scan))
    if (x->scan.token.kind == BV_XML_OPEN)
      read_block(x, parent);
}
