/* What readers get of a draft, for tests: trees and files of every version, and the text in them. */
#ifndef BV_TESTS_PUBLISHED_H
#define BV_TESTS_PUBLISHED_H

#include <libxml/tree.h>

#include "base/buf.h"
#include "model/model.h"

typedef struct bv_published {
  const char *name;   /* "rechtbank", "moeder", "moeder, kort", …, for messages */
  bool court, short_version;
  const char *reader; /* of the parents' version; NULL: without a name */
  xmlDoc *tree, *html_tree;
  const char *xml, *html;
  size_t xml_length, html_length;
} bv_published;

enum { BV_MOST_PUBLISHED = 24 };

typedef struct bv_published_set {
  bv_published items[BV_MOST_PUBLISHED]; /* the first is the court's */
  size_t count;
} bv_published_set;

/* Every version of a checked draft: the court's, one for each reader, and a short one for the last of them. The test fails
 * when one cannot be made. Bytes are in the arena of the document; bv_published_free frees the trees. */
bv_published_set bv_publish_all(const bv_document *document);
void bv_published_free(bv_published_set *set);

/* The value of an attribute, or "" (also for what is no element). Valid as long as the tree. */
const char *bv_element_attribute(const xmlNode *node, const char *name);
bool bv_element_is(const xmlNode *node, const char *name);
/* Whether the class is one of those of an element of HTML. */
bool bv_element_has_class(const xmlNode *node, const char *name);
/* The first element below `root`, itself included, of that name with that value of that attribute, or NULL. `name` NULL: of
 * any name; `attribute` NULL: with any attributes. */
xmlNode *bv_element_find(xmlNode *root, const char *name, const char *attribute, const char *value);
/* The next node in document order, children first; or the one behind a node and all in it. NULL behind the last below
 * `root`. */
xmlNode *bv_element_following(xmlNode *node, const xmlNode *root);
xmlNode *bv_element_skip(xmlNode *node, const xmlNode *root);

/* Adds a text without its white space. */
void bv_add_letters(bv_buf *out, const char *bytes, size_t length);
/* All text below an element without white space, elements left out of which `leave_out` (may be NULL) is true. */
typedef bool bv_leave_out(const xmlNode *element);
const char *bv_letters_in(bv_arena *arena, xmlNode *root, bv_leave_out *leave_out);

#endif
