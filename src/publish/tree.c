#include "publish/tree.h"

#include <libxml/hash.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

xmlNode *bv_tree_add(xmlNode *parent, const char *name) {
  xmlNode *element = xmlNewDocNode(parent->doc, NULL, BAD_CAST name, NULL);
  if (!element)
    bv_out_of_memory();
  return xmlAddChild(parent, element);
}

xmlNode *bv_tree_add_text(xmlNode *parent, const char *name, const char *text) {
  xmlNode *element = bv_tree_add(parent, name);
  bv_tree_text(element, text);
  return element;
}

void bv_tree_set(xmlNode *element, const char *name, const char *value) {
  if (value && !xmlSetProp(element, BAD_CAST name, BAD_CAST value))
    bv_out_of_memory();
}

static void append(xmlNode *element, const char *bytes, size_t length) {
  xmlNode *text = length ? xmlNewDocTextLen(element->doc, BAD_CAST bytes, (int)length) : NULL;
  if (length && !text)
    bv_out_of_memory();
  if (text)
    xmlAddChild(element, text); /* joins it to a text that comes before */
}

/* XML 1.0 has no control characters but tab and line end, and no U+FFFE and U+FFFF. */
static bool is_xml(uint32_t c) { return (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n'; }

void bv_tree_text_n(xmlNode *element, const char *bytes, size_t length) {
  size_t start = 0;
  for (size_t i = 0, size; i < length; i += size) {
    uint32_t c = 0xFFFF;
    size = bv_utf8_decode(bytes + i, length - i, &c);
    if (size && is_xml(c))
      continue;
    append(element, bytes + start, i - start);
    append(element, "\xEF\xBF\xBD", 3);
    size = size ? size : 1;
    start = i + size;
  }
  append(element, bytes + start, length - start);
}

void bv_tree_text(xmlNode *element, const char *text) { bv_tree_text_n(element, text, strlen(text)); }

xmlNode *bv_tree_link_text(xmlNode *text, size_t start, size_t end, const char *target, const char *kind) {
  xmlNode *link = xmlNewDocNode(text->doc, NULL, BAD_CAST "link", NULL);
  xmlNode *rest = xmlNewDocText(text->doc, text->content + end);
  xmlChar *before = xmlStrndup(text->content, (int)start);
  if (!link || !rest || !before)
    bv_out_of_memory();
  bv_tree_set(link, "href", target);
  bv_tree_set(link, "kind", kind);
  bv_tree_text_n(link, (const char *)text->content + start, end - start);
  xmlFree(text->content);
  text->content = before;
  xmlAddNextSibling(text, link);
  xmlAddNextSibling(link, rest);
  return link;
}

void bv_tree_replace_text(xmlNode *text, const char *bytes) {
  xmlChar *copy = xmlStrdup(BAD_CAST bytes);
  if (!copy)
    bv_out_of_memory();
  xmlFree(text->content);
  text->content = copy;
}

void bv_tree_drop_if_empty(xmlNode *element) {
  if (element->children)
    return;
  xmlUnlinkNode(element);
  xmlFreeNode(element);
}

xmlNode *bv_tree_following(xmlNode *node, const xmlNode *root) {
  if (node->type == XML_ELEMENT_NODE && node->children)
    return node->children;
  while (node != root && !node->next)
    node = node->parent;
  return node == root ? NULL : node->next;
}

/* The element's place is taken by its children. */
static void unwrap(xmlNode *element) {
  while (element->children) {
    xmlNode *child = element->children;
    xmlUnlinkNode(child);
    xmlAddPrevSibling(element, child);
  }
  xmlUnlinkNode(element);
  xmlFreeNode(element);
}

static void collect_ids(const xmlNode *root, xmlHashTablePtr ids) {
  for (xmlNode *node = (xmlNode *)root; node; node = bv_tree_following(node, root)) {
    const xmlAttr *id = node->type == XML_ELEMENT_NODE ? xmlHasProp(node, BAD_CAST "id") : NULL;
    if (id && id->children)
      xmlHashAddEntry(ids, id->children->content, node);
  }
}

void bv_tree_unlink_dangling(xmlDoc *tree) {
  xmlNode *root = xmlDocGetRootElement(tree);
  xmlHashTablePtr ids = xmlHashCreate(1024);
  if (!ids)
    bv_out_of_memory();
  collect_ids(root, ids);
  for (xmlNode *node = root, *next; node; node = next) {
    next = bv_tree_following(node, root);
    if (node->type != XML_ELEMENT_NODE || !xmlStrEqual(node->name, BAD_CAST "link"))
      continue;
    const xmlAttr *href = xmlHasProp(node, BAD_CAST "href");
    const xmlChar *target = href && href->children ? href->children->content : NULL;
    if (!target || (target[0] == '#' && !xmlHashLookup(ids, target + 1)))
      unwrap(node);
  }
  xmlHashFree(ids, NULL);
}

/* Elements that hold blocks only: white space between their children means nothing. */
static bool holds_blocks(const xmlNode *element) {
  static const char *const names[] = {"publication", "head",  "strings",  "body",  "section",   "claim",
                                      "passage",     "point", "content",  "notes", "list",      "item",
                                      "quote",       "group", "reaction", "table", "columns",   "row",
                                      "terms",       "term",  "withheld", "form",  "form-part", "facts",
                                      "changes"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (xmlStrEqual(element->name, BAD_CAST names[i]))
      return element->children != NULL;
  return false;
}

static void add_line_end(xmlNode *before, xmlNode *parent) {
  xmlNode *line_end = xmlNewDocText(parent->doc, BAD_CAST "\n");
  if (!line_end)
    bv_out_of_memory();
  if (before)
    xmlAddPrevSibling(before, line_end);
  else
    xmlAddChild(parent, line_end);
}

void bv_tree_break_lines(xmlDoc *tree) {
  xmlNode *root = xmlDocGetRootElement(tree);
  for (xmlNode *node = root; node; node = bv_tree_following(node, root)) {
    if (node->type != XML_ELEMENT_NODE || !holds_blocks(node))
      continue;
    for (xmlNode *child = node->children; child; child = child->next)
      add_line_end(child, node);
    add_line_end(NULL, node);
  }
}
