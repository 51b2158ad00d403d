/* The tree of a draft: what stands where, and with which attributes. */
#ifndef BV_MODEL_NODE_H
#define BV_MODEL_NODE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/same.h"
#include "base/source.h"
#include "model/text.h"

typedef enum bv_node_kind {
  BV_NODE_ROOT,
  BV_NODE_SECTION,   /* a header and all up to the next of its level or higher; first child: BV_NODE_HEADING */
  BV_NODE_DIV,       /* a fenced div */
  BV_NODE_LIST,      /* children: BV_NODE_ITEM */
  BV_NODE_ITEM,
  BV_NODE_QUOTE,     /* block quotation */
  BV_NODE_RULE,      /* thematic break */
  BV_NODE_HEADING,   /* leaf; the attributes stand on its section */
  BV_NODE_PARAGRAPH, /* leaf */
  BV_NODE_VERBATIM,  /* leaf; a code block */
  BV_NODE_SPAN       /* child of a leaf or of a span: [text]{attributes} */
} bv_node_kind;

typedef struct bv_attribute {
  const char *key, *value;
  bv_range key_range, value_range; /* in the source; the value without its quotes */
} bv_attribute;

typedef struct bv_class {
  const char *name; /* without the full stop */
  bv_range range;
} bv_class;

/* What stood between { and }. */
typedef struct bv_attributes {
  bv_range range; /* the braces included; empty when there are none */
  const char *id; /* or NULL */
  bv_range id_range;
  struct { bv_class *items; size_t count, capacity; } classes;
  struct { bv_attribute *items; size_t count, capacity; } pairs;
} bv_attributes;

struct bv_node {
  bv_node_kind kind;
  bv_node *parent, *first_child, *last_child, *next, *previous;
  bv_range range;      /* in the source; of a div with its fences, of a span with its braces */
  bv_attributes attributes;
  bv_text *text;       /* leaves: never NULL; others: NULL */
  int level;           /* section: 1 to 6 */
  bool ordered;        /* list */
  int start;           /* ordered list: its first number */
  bool tight;          /* list without blank lines between its items */
  struct bv_claim *claim;     /* the claim that this node is, or NULL; set by bv_model_resolve */
  const struct bv_part *part; /* the part that this section is, or NULL; likewise */
};

/* A new node, last child of `parent` (NULL for a root). */
bv_node *bv_node_new(bv_arena *arena, bv_node_kind kind, bv_node *parent);
/* Takes the node out of its parent's list of children. */
void bv_node_unlink(bv_node *node);
/* Makes the node the last child of `parent`. */
void bv_node_append(bv_node *parent, bv_node *node);
/* The node after `node` in document order, children first, not leaving `root`; NULL at the end. Spans included. */
bv_node *bv_node_following(const bv_node *node, const bv_node *root);
/* The same, but passes over the children of `node`. */
bv_node *bv_node_following_skip(const bv_node *node, const bv_node *root);
/* The leaf (heading, paragraph, verbatim) that the node is or lies in, or NULL. */
bv_node *bv_node_leaf(const bv_node *node);
/* Whether `node` is `ancestor` or lies in it. */
bool bv_node_within(const bv_node *node, const bv_node *ancestor);

static inline bool bv_has_class(const bv_node *node, const char *name) {
  for (size_t i = 0; i < node->attributes.classes.count; i++)
    if (bv_same(node->attributes.classes.items[i].name, name))
      return true;
  return false;
}
/* The attribute of that key on the node itself, or NULL. */
const bv_attribute *bv_own_attribute(const bv_node *node, const char *key);
/* The attribute of that key on the node or the nearest node around it that has it, or NULL. `where` (may be NULL)
 * receives that node. */
const bv_attribute *bv_inherited_attribute(const bv_node *node, const char *key, const bv_node **where);

/* Calls `take` for each name of an attribute's comma-separated list, with its place in the source; the name is in the
 * arena. After BV_MOST_NAMES it stops: the reader has told so. */
typedef void bv_take_id(void *context, const char *id, bv_range range);
void bv_each_id(bv_arena *arena, const bv_attribute *attribute, bv_take_id *take, void *context);

/* Debug builds and tests: whether parents, siblings, leaves, runs and segments hold together; else says what does not. */
bool bv_node_check(const bv_node *root, const char **what);

#endif
