#include <string.h>

#include "write/draft.h"
#include "write/patch.h"
#include "write/react.h"

/* ---- Where ---- */

/* Whether a reaction can stand in the container beside its blocks, at the start of a line and outside every claim. */
static bool is_open(const bv_node *container) {
  return container->kind == BV_NODE_ROOT || container->kind == BV_NODE_SECTION ||
         (container->kind == BV_NODE_DIV && !container->claim && !bv_has_class(container, "reactie") &&
          !bv_has_class(container, "voor-ouders"));
}

/* The last block of a section before its subsections. */
static const bv_node *last_block(const bv_node *section) {
  const bv_node *node = section->last_child;
  while (node && node->kind == BV_NODE_SECTION)
    node = node->previous;
  return node;
}

/* The last block of the draft; NULL: it has none. */
static const bv_node *end_of_draft(const bv_document *document) {
  const bv_node *node = document->root;
  while (node->last_child && (node->kind == BV_NODE_ROOT || node->kind == BV_NODE_SECTION))
    node = node->last_child;
  return node == document->root ? NULL : node;
}

const bv_node *bv_reply_place(const bv_document *document, const bv_reply *reply) {
  if (reply->part)
    return last_block(reply->part->section);
  if (!reply->claim)
    return end_of_draft(document);
  const bv_node *leaf = bv_node_leaf(reply->claim->element), *place = leaf ? leaf : reply->claim->element;
  for (const bv_node *node = place->parent; node; node = node->parent)
    if (!is_open(node))
      place = node;
  while (place->next && bv_has_class(place->next, "reactie"))
    place = place->next;
  return place;
}

/* ---- Both notations ---- */

/* A name makes no claim of a paragraph: it needs its label too. */
static bv_label label_of(const bv_reply *reply) { return reply->claim ? reply->claim->label : BV_LABEL_NONE; }

void bv_react_markdown(bv_buf *out, const bv_document *document, const bv_replies *replies) {
  bv_patches patches = bv_patches_new(out->arena, document->source);
  for (size_t i = 0; i < replies->count; i++) {
    const bv_reply *reply = &replies->items[i];
    if (reply->new_id)
      bv_patch_attributes(&patches, reply->claim ? reply->claim->element : reply->part->section, label_of(reply),
                          bv_sprintf(out->arena, "#%s", reply->id), "");
  }
  for (size_t i = 0; i < replies->count; i++) {
    bv_buf text = bv_buf_new(out->arena);
    bv_write_block_markdown(&text, replies->items[i].div);
    bv_patch_block(&patches, bv_patch_behind(document->source, bv_reply_place(document, &replies->items[i])),
                   bv_buf_string(&text));
  }
  bv_patches_apply(out, &patches);
}

void bv_react_xml(bv_buf *out, bv_document *document, const bv_replies *replies) {
  for (size_t i = 0; i < replies->count; i++) {
    bv_node *place = (bv_node *)bv_reply_place(document, &replies->items[i]);
    if (place)
      bv_node_insert_behind(place, replies->items[i].div);
    else
      bv_node_append(document->root, replies->items[i].div);
  }
  for (size_t i = 0; i < replies->count; i++) {
    const bv_reply *reply = &replies->items[i];
    bv_node *element = (bv_node *)(reply->claim ? reply->claim->element : reply->part ? reply->part->section : NULL);
    if (reply->new_id)
      bv_bearer_of(document->arena, element, label_of(reply))->attributes.id = reply->id;
  }
  bv_write_draft_xml(out, document);
}

/* ---- Afterwards ---- */

static bool same_sources(const bv_source_list *a, const bv_source_list *b) {
  for (size_t i = 0; i < a->count && i < b->count; i++)
    if (strcmp(a->items[i]->id ? a->items[i]->id : "", b->items[i]->id ? b->items[i]->id : "") != 0)
      return false;
  return a->count == b->count;
}

static bool same_persons(const bv_person_list *a, const bv_person_list *b) {
  for (size_t i = 0; i < a->count && i < b->count; i++)
    if (strcmp(a->items[i]->id ? a->items[i]->id : "", b->items[i]->id ? b->items[i]->id : "") != 0)
      return false;
  return a->count == b->count;
}

static bool same_period(bv_period a, bv_period b) {
  return bv_date_compare(a.first, b.first) == 0 && bv_date_compare(a.last, b.last) == 0;
}

static bool same_claim(bv_arena *arena, const bv_claim *a, const bv_claim *b) {
  return a->label == b->label && strcmp(a->number, b->number) == 0 && same_sources(&a->sources, &b->sources) &&
         same_period(a->date, b->date) && same_persons(&a->about, &b->about) && same_persons(&a->from, &b->from) &&
         same_persons(&a->withheld_from, &b->withheld_from) &&
         strcmp(bv_claim_text(arena, a), bv_claim_text(arena, b)) == 0;
}

/* Whether the reaction is the one that the reply made. */
static bool is_reply(const bv_document *document, const bv_reaction *reaction, const bv_reply *reply) {
  const char *from = reply->div->attributes.pairs.items[0].value;
  if (!reaction->from || reaction->decision || strcmp(reaction->from->id, from) != 0)
    return false;
  if (reply->claim)
    return reaction->claim && strcmp(reaction->claim->number, reply->claim->number) == 0;
  if (reply->part)
    return reaction->section == document->parts.items[reply->part->number].section;
  return !reaction->claim && !reaction->section;
}

static bool same_paragraphs(const bv_node *a, const bv_node *b) {
  const bv_node *left = a->first_child, *right = b->first_child;
  for (; left && right; left = left->next, right = right->next)
    if (left->kind != right->kind || !left->text || left->text->length != right->text->length ||
        memcmp(left->text->bytes, right->text->bytes, left->text->length) != 0 || right->first_child)
      return false;
  return !left && !right;
}

static bool has_reply(const bv_document *document, const bv_reply *reply) {
  for (size_t i = 0; i < document->reactions.count; i++)
    if (is_reply(document, &document->reactions.items[i], reply) &&
        same_paragraphs(reply->div, document->reactions.items[i].element))
      return true;
  return false;
}

bool bv_same_claims(bv_arena *arena, const bv_document *before, const bv_document *after) {
  bool good = before->claims.count == after->claims.count && before->parts.count == after->parts.count &&
              before->plain_texts.count == after->plain_texts.count;
  for (size_t i = 0; good && i < before->claims.count; i++)
    good = same_claim(arena, before->claims.items[i], after->claims.items[i]);
  return good;
}

bool bv_replies_are_in(bv_arena *arena, const bv_document *before, const bv_document *after, const bv_replies *replies) {
  bool good = bv_same_claims(arena, before, after) && before->findings->count == after->findings->count &&
              before->reactions.count + replies->count == after->reactions.count;
  for (size_t i = 0; good && i < replies->count; i++)
    good = has_reply(after, &replies->items[i]);
  return good;
}
