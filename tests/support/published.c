#include "published.h"

#include <criterion/criterion.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "publish/publish.h"
#include "write/html.h"

static void add(bv_published_set *set, const bv_document *document, bv_published what) {
  bv_arena *arena = document->arena;
  bv_publish_options options = {.court = what.court, .reader = what.reader, .short_version = what.short_version, .as_is = true};
  bv_html_options how = {0};
  const char *error = NULL;
  cr_assert(set->count < BV_MOST_PUBLISHED);
  what.name = bv_sprintf(arena, "%s%s", what.court ? "rechtbank" : what.reader ? what.reader : "geen lezer",
                         what.short_version ? ", kort" : "");
  what.tree = bv_publish(document, document->findings, &options);
  what.xml = bv_write_tree(arena, what.tree, &what.xml_length);
  what.html = bv_write_html(arena, what.tree, &how, &what.html_length, &error);
  cr_assert(what.html != NULL, "%s: %s", what.name, error);
  what.html_tree = htmlReadMemory(what.html, (int)what.html_length, NULL, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  cr_assert(what.html_tree != NULL, "%s", what.name);
  set->items[set->count++] = what;
}

bv_published_set bv_publish_all(const bv_document *document) {
  bv_published_set set = {.count = 0};
  add(&set, document, (bv_published){.court = true});
  add(&set, document, (bv_published){.reader = NULL});
  const char *last = NULL;
  for (size_t i = 0; i < document->front.persons.count; i++) {
    const char *reader = document->front.persons.items[i].id;
    if (bv_publish_reader_error(document->arena, document, reader))
      continue;
    add(&set, document, (bv_published){.reader = reader});
    last = reader;
  }
  add(&set, document, (bv_published){.reader = last, .short_version = true});
  return set;
}

void bv_published_free(bv_published_set *set) {
  for (size_t i = 0; i < set->count; i++) {
    xmlFreeDoc(set->items[i].tree);
    xmlFreeDoc(set->items[i].html_tree);
  }
}

const char *bv_element_attribute(const xmlNode *node, const char *name) {
  const xmlAttr *attribute = node->type == XML_ELEMENT_NODE ? xmlHasProp((xmlNode *)node, BAD_CAST name) : NULL;
  return attribute && attribute->children ? (const char *)attribute->children->content : "";
}

bool bv_element_is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST name);
}

bool bv_element_has_class(const xmlNode *node, const char *name) {
  const char *classes = bv_element_attribute(node, "class"), *at = classes;
  size_t length = strlen(name);
  while ((at = strstr(at, name)) && !((at == classes || at[-1] == ' ') && (at[length] == ' ' || !at[length])))
    at += length;
  return at != NULL;
}

xmlNode *bv_element_skip(xmlNode *node, const xmlNode *root) {
  while (node != root && !node->next)
    node = node->parent;
  return node == root ? NULL : node->next;
}

xmlNode *bv_element_following(xmlNode *node, const xmlNode *root) {
  return node->type == XML_ELEMENT_NODE && node->children ? node->children : bv_element_skip(node, root);
}

xmlNode *bv_element_find(xmlNode *root, const char *name, const char *attribute, const char *value) {
  for (xmlNode *node = root; node; node = bv_element_following(node, root))
    if (node->type == XML_ELEMENT_NODE && (!name || bv_element_is(node, name)) &&
        (!attribute || strcmp(bv_element_attribute(node, attribute), value) == 0))
      return node;
  return NULL;
}

void bv_add_letters(bv_buf *out, const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (!strchr(" \n\t", bytes[i]))
      bv_buf_putc(out, bytes[i]);
}

const char *bv_letters_in(bv_arena *arena, xmlNode *root, bv_leave_out *leave_out) {
  bv_buf out = bv_buf_new(arena);
  for (xmlNode *node = root, *next; node; node = next) {
    bool out_of_it = node->type == XML_ELEMENT_NODE && node != root && leave_out && leave_out(node);
    next = out_of_it ? bv_element_skip(node, root) : bv_element_following(node, root);
    if (node->type == XML_TEXT_NODE)
      bv_add_letters(&out, (const char *)node->content, strlen((const char *)node->content));
  }
  return bv_buf_string(&out);
}
