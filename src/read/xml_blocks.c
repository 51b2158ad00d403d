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

/* Whether Markdown can write the item without a blank line in it: one leaf, or a paragraph with a list under it. */
static bool is_close(const bv_node *item) {
  const bv_node *first = item->first_child, *second = first ? first->next : NULL;
  if (!first)
    return true;
  if (!second)
    return first->kind != BV_NODE_DIV && (first->kind != BV_NODE_SECTION || first->first_child == first->last_child);
  bool list = second->kind == BV_NODE_LIST && (!second->ordered || second->start == 1);
  return first->kind == BV_NODE_PARAGRAPH && list && !second->next;
}

/* Whether a list is tight: as it says, where Markdown knows a difference. */
static bool tightness(const bv_node *list, bool asked) {
  const bv_node *item = list->first_child;
  for (; item; item = item->next)
    if (!is_close(item))
      return false;
  item = list->first_child;
  bool alone = !item || (!item->next && item->first_child == item->last_child);
  return asked || alone;
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
