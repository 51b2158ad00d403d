#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "model/tight.h"
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
  list->tight = bv_list_can_be_tight(list) && (asked || !bv_list_can_be_loose(list));
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
  const bv_text *title = section->first_child->text;
  if (section->level > 2 && memchr(title->bytes, '\n', title->length))
    bv_xml_refuse(x, section->first_child->range.start, MSG_XML_BREAK);
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
  for (bv_xml_next(&x->scan); x->scan.token.kind != BV_XML_CLOSE && x->scan.token.kind != BV_XML_END;
       bv_xml_next(&x->scan))
    if (x->scan.token.kind == BV_XML_OPEN)
      read_block(x, parent);
}
