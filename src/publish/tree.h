/* Building the published tree: libxml2 with the checks done once. */
#ifndef BV_PUBLISH_TREE_H
#define BV_PUBLISH_TREE_H

#include <libxml/tree.h>
#include <stddef.h>

/* A new element, last child of `parent`. */
xmlNode *bv_tree_add(xmlNode *parent, const char *name);
/* The same with a text in it. */
xmlNode *bv_tree_add_text(xmlNode *parent, const char *name, const char *text);
/* Sets an attribute; a NULL value sets nothing. */
void bv_tree_set(xmlNode *element, const char *name, const char *value);
/* Appends text (valid UTF-8); characters that XML cannot hold become U+FFFD. */
void bv_tree_text(xmlNode *element, const char *text);
void bv_tree_text_n(xmlNode *element, const char *bytes, size_t length);
/* Puts other text (valid UTF-8) in a text node. */
void bv_tree_replace_text(xmlNode *text, const char *bytes);
/* The node after in document order, children first; NULL behind the last below `root`. */
xmlNode *bv_tree_following(xmlNode *node, const xmlNode *root);
/* Makes a stretch of a text node a link, and gives it; what was behind it becomes a text node after the link. */
xmlNode *bv_tree_link_text(xmlNode *text, size_t start, size_t end, const char *target, const char *kind);
/* Takes the element out and frees it when it has no child. */
void bv_tree_drop_if_empty(xmlNode *element);
/* Turns internal links whose target is not in the tree into plain text. */
void bv_tree_unlink_dangling(xmlDoc *tree);
/* Puts every block on a line of its own, so that the serialized tree can be read and compared; text is not touched. */
void bv_tree_break_lines(xmlDoc *tree);

#endif
