/* Blocks: sections, divs, lists, quotations, paragraphs, and the claims among them. */
#include <string.h>

#include "base/buf.h"
#include "publish/content.h"
#include "publish/filter.h"
#include "publish/people.h"

static const char *own_value(const bv_node *node, const char *key) {
  const bv_attribute *attribute = bv_own_attribute(node, key);
  return attribute ? attribute->value : NULL;
}

typedef struct named_persons {
  bv_publication *publication;
  struct { const char **items; size_t count, capacity; } names;
} named_persons;

static void take_person(void *context, const char *id, bv_range range) {
  named_persons *all = context;
  (void)range;
  const bv_person *person = bv_publication_person(all->publication, id);
  BV_PUSH(all->publication->arena, &all->names, person ? bv_person_short(all->publication, person) : id);
}

static const char *mark_of_goal(bv_publication *publication, const bv_node *node) {
  named_persons who = {.publication = publication};
  bv_period ready = {0};
  const bv_attribute *persons = bv_own_attribute(node, "wie");
  const char *date = own_value(node, "gereed");
  if (persons)
    bv_each_id(publication->arena, persons, take_person, &who);
  if (date && bv_period_parse(date, &ready) == BV_DATE_OK)
    date = bv_period_dutch(publication->arena, ready);
  return bv_say(publication, date ? "mark.goal.dated" : "mark.goal", "wie",
                bv_join(publication, who.names.items, who.names.count), "datum", date, NULL);
}

const char *bv_mark_of(bv_publication *publication, const bv_node *node) {
  if (bv_has_class(node, "kernoordeel")) {
    const char *number = own_value(node, "nr");
    return bv_say(publication, "mark.judgement", "nr", number ? number : "", NULL);
  }
  if (bv_has_class(node, "optie")) {
    const char *outcome = own_value(node, "uitkomst");
    return bv_say(publication, "mark.option", "uitkomst", outcome ? outcome : "", NULL);
  }
  return bv_has_class(node, "doel") ? mark_of_goal(publication, node) : NULL;
}

static bool lies_in(const bv_node *node, const char *class_name) {
  while (node && !bv_has_class(node, class_name))
    node = node->parent;
  return node != NULL;
}

/* How a paragraph outside every claim is set apart. */
static const char *kind_of_paragraph(const bv_content *content, const bv_node *leaf) {
  if (content->inside || lies_in(leaf, "reactie") || lies_in(leaf, "voor-ouders"))
    return NULL;
  return lies_in(leaf, "toelichting") ? "explanation" : "untagged";
}

static void add_paragraph(bv_content *content, const bv_node *leaf, xmlNode *parent) {
  bool verbatim = leaf->kind == BV_NODE_VERBATIM;
  if (bv_node_is_withheld(content->publication, leaf))
    return;
  xmlNode *paragraph = bv_tree_add(parent, verbatim ? "verbatim" : "p");
  bv_tree_set(paragraph, "kind", kind_of_paragraph(content, leaf));
  if (verbatim)
    bv_tree_text_n(paragraph, leaf->text->bytes, leaf->text->length);
  else
    bv_content_inline(content, leaf, 0, (uint32_t)leaf->text->length, paragraph);
  if (!paragraph->children)
    bv_tree_drop_if_empty(paragraph);
  else if (!content->inside && content->subclaims.count && content->passage)
    content->passage(content, paragraph);
}

/* Those that begin in a stretch of the source; an empty claim in an empty claim is written with it. */
static void add_empty_claims(bv_content *content, const bv_node *leaf, uint32_t from, uint32_t until, xmlNode *parent) {
  const bv_index *empty = &content->publication->empty_claims;
  for (const bv_node *span = bv_node_following(leaf, leaf); span; span = bv_node_following(span, leaf))
    if (span->claim && span->range.start >= from && span->range.start < until && bv_index_first(empty, span->claim) &&
        !(span->parent->claim && bv_index_first(empty, span->parent->claim)))
      content->claim(content, span->claim, 0, parent);
}

void bv_content_empty_claims(bv_content *content, const bv_node *leaf, xmlNode *parent) {
  if (content->publication->empty_claims.count)
    add_empty_claims(content, leaf, 0, UINT32_MAX, parent);
}

/* The claims of a paragraph as blocks of their own; a full stop behind a claim goes with it. */
static void add_claims(bv_content *content, const bv_claim_stretches *claims, const bv_node *leaf, xmlNode *parent) {
  bool some_empty = content->publication->empty_claims.count != 0;
  uint32_t from = 0;
  for (size_t i = 0; i < claims->count; i++) {
    const bv_claim *claim = claims->items[i].claim;
    uint32_t end = i + 1 < claims->count ? claims->items[i + 1].start : (uint32_t)leaf->text->length;
    while (end > claims->items[i].end && strchr(" \n", leaf->text->bytes[end - 1]))
      end--;
    if (some_empty)
      add_empty_claims(content, leaf, from, claim->range.start, parent);
    from = claim->range.start;
    content->claim(content, claim, end, parent);
  }
  if (some_empty)
    add_empty_claims(content, leaf, from, UINT32_MAX, parent);
}

/* Whether all words of the leaf stand in claims, so that each can be a block: nothing is left over to be lost. */
static bool is_all_claims(const bv_claim_stretches *claims, const bv_node *leaf) {
  if (!claims->count || bv_has_text_outside_claims(leaf))
    return false;
  return strspn(leaf->text->bytes, " \n") >= claims->items[0].start;
}

static void add_leaf(bv_content *content, const bv_node *leaf, xmlNode *parent) {
  if (leaf->claim && leaf->claim != content->inside) {
    if (content->claim)
      content->claim(content, leaf->claim, 0, parent);
    return;
  }
  bv_claim_stretches claims = {0};
  if (!content->inside && content->claim)
    claims = bv_claims_in_leaf(content->publication->arena, leaf);
  if (is_all_claims(&claims, leaf)) {
    add_claims(content, &claims, leaf, parent);
    return;
  }
  add_paragraph(content, leaf, parent);
  if (content->claim)
    bv_content_empty_claims(content, leaf, parent);
}

static void add_container(bv_content *content, const bv_node *node, xmlNode *parent) {
  const char *mark = node->kind == BV_NODE_DIV ? bv_mark_of(content->publication, node) : NULL;
  if (node->kind == BV_NODE_DIV && !mark) {
    bv_content_children(content, node, parent);
    return;
  }
  xmlNode *element = bv_tree_add(parent, node->kind == BV_NODE_LIST    ? "list"
                                  : node->kind == BV_NODE_ITEM  ? "item"
                                  : node->kind == BV_NODE_QUOTE ? "quote"
                                                                : "group");
  bv_tree_set(element, "mark", mark);
  if (node->kind == BV_NODE_LIST && node->ordered) {
    bv_tree_set(element, "ordered", "yes");
    if (node->start != 1)
      bv_tree_set(element, "start", bv_sprintf(content->publication->arena, "%d", node->start));
  }
  if (mark)
    bv_tree_set(element, "class",
                bv_has_class(node, "optie")  ? "optie"
                : bv_has_class(node, "doel") ? "doel"
                                             : "kernoordeel");
  bv_content_children(content, node, element);
  bv_tree_drop_if_empty(element);
}

static void add_answer(bv_content *content, const bv_node *node, xmlNode *parent) {
  const bv_index_entry *reaction = bv_index_first(&content->publication->placed_reactions, node);
  if (reaction && content->reaction)
    content->reaction(content, reaction->item, parent);
}

void bv_content_node(bv_content *content, const bv_node *node, xmlNode *parent) {
  if (node->kind == BV_NODE_HEADING)
    return;
  if (bv_is_answer(node)) {
    add_answer(content, node, parent);
    return;
  }
  if (node->kind == BV_NODE_SECTION) {
    if (content->section)
      content->section(content, node, parent);
    else
      bv_content_children(content, node, parent);
  } else if (node->kind == BV_NODE_RULE) {
    bv_tree_add(parent, "rule");
  } else if (node->text) {
    add_leaf(content, node, parent);
  } else if (node->claim && node->claim != content->inside) {
    if (content->claim)
      content->claim(content, node->claim, 0, parent);
  } else {
    add_container(content, node, parent);
  }
}

void bv_content_children(bv_content *content, const bv_node *node, xmlNode *parent) {
  for (const bv_node *child = node->first_child; child; child = child->next)
    bv_content_node(content, child, parent);
}

static const char *label_name(bv_label label) {
  static const char *const names[] = {NULL, "feit", "mening", "horen-zeggen"};
  return names[label];
}

void bv_claim_attributes(bv_publication *publication, xmlNode *element, const bv_claim *claim) {
  bv_arena *arena = publication->arena;
  bv_buf numbers = bv_buf_new(arena);
  for (size_t i = 0; i < bv_listed(claim->sources.count); i++)
    bv_buf_printf(&numbers, "%s%u", i ? " " : "", claim->sources.items[i]->number);
  bv_tree_set(element, "id", bv_claim_anchor(arena, claim));
  bv_tree_set(element, "number", claim->number);
  bv_tree_set(element, "label", label_name(claim->label));
  bv_tree_set(element, "sources", numbers.length ? bv_buf_string(&numbers) : NULL);
  bv_tree_set(element, "date", claim->date.first.year ? bv_period_iso(arena, claim->date) : NULL);
}
