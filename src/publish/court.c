/* The court's version: title block, the text with its claims, appendices. */
#include <string.h>

#include "publish/appendices.h"
#include "publish/content.h"
#include "publish/head.h"
#include "publish/notes.h"
#include "publish/people.h"

typedef struct court {
  bv_content content; /* first: content callbacks get it back as this */
  const bv_claim *previous; /* the last claim whose notes were written, in the same part */
} court;

static void write_claim(bv_content *content, const bv_claim *claim, uint32_t end, xmlNode *parent);

/* "Reactie van moeder op 3.12, 4 november 2026", the number as a link. */
static void add_reaction_title(bv_publication *publication, xmlNode *element, const bv_reaction *reaction) {
  const char *who =
      reaction->from ? bv_person_full(publication, reaction->from) : bv_say(publication, "somebody", NULL);
  const char *date = reaction->date.first.year ? bv_period_dutch(publication->arena, reaction->date) : NULL;
  const char *number = reaction->claim ? reaction->claim->number : "";
  const char *id = !reaction->claim ? (date ? "reaction.title.part" : "reaction.title.part.undated")
                   : date           ? "reaction.title"
                                    : "reaction.title.undated";
  xmlNode *title =
      bv_tree_add_text(element, "title", bv_say(publication, id, "wie", who, "punt", number, "datum", date, NULL));
  const char *text = title->children ? (const char *)title->children->content : "", *at = strstr(text, number);
  if (reaction->claim && at)
    bv_tree_link_text(title->children, (size_t)(at - text), (size_t)(at - text) + strlen(number),
                      bv_sprintf(publication->arena, "#punt-%s", number), NULL);
}

static void write_reaction(court *c, const bv_reaction *reaction, xmlNode *parent) {
  bv_publication *publication = c->content.publication;
  bv_arena *arena = publication->arena;
  xmlNode *element = bv_tree_add(parent, "reaction");
  bv_tree_set(element, "id",
              bv_sprintf(arena, "reactie-%zu", (size_t)(reaction - publication->document->reactions.items) + 1));
  bv_tree_set(element, "from", reaction->from ? reaction->from->id : NULL);
  bv_tree_set(element, "to", reaction->claim ? reaction->claim->number : NULL);
  bv_tree_set(element, "date", reaction->date.first.year ? bv_period_iso(arena, reaction->date) : NULL);
  bv_tree_set(element, "decision", reaction->decision);
  add_reaction_title(publication, element, reaction);
  bv_content around = c->content; /* a reaction stands in no claim, whatever it stands between */
  c->content.inside = NULL;
  c->content.subclaims = (bv_claims){0};
  bv_content_children(&c->content, reaction->element, bv_tree_add(element, "content"));
  c->content = around;
  bv_tree_add_text(element, "decision", bv_decision_text(publication, reaction));
}

static void write_reactions(court *c, const void *target, xmlNode *parent) {
  const bv_index *reactions = &c->content.publication->reactions;
  for (const bv_index_entry *entry = bv_index_first(reactions, target); entry; entry = bv_index_next(reactions, entry))
    write_reaction(c, entry->item, parent);
}

/* The text of the claim's element. */
static void write_claim_text(bv_content *content, const bv_claim *claim, uint32_t end, xmlNode *parent) {
  const bv_node *element = claim->element;
  if (element->kind == BV_NODE_DIV) {
    bv_content_children(content, element, parent);
  } else if (element->kind == BV_NODE_SPAN) {
    bv_piece text = bv_span_text(element);
    xmlNode *paragraph = bv_tree_add(parent, "p");
    bv_content_inline(content, text.leaf, text.start, text.end, paragraph);
    content->inside = claim->around;
    if (end > text.end)
      bv_content_inline(content, text.leaf, text.end, end, paragraph);
  } else {
    bv_content_node(content, element, parent);
  }
}

static void write_notes(court *c, const bv_claim *claim, xmlNode *parent) {
  const bv_claim *previous = c->previous && c->previous->part == claim->part ? c->previous : NULL;
  bv_add_notes(c->content.publication, parent, claim, previous);
  c->previous = claim;
}

/* A claim as a block: its text, the notes of it and of the claims inside its text, then the reactions to them. */
static void write_claim(bv_content *content, const bv_claim *claim, uint32_t end, xmlNode *parent) {
  court *c = (court *)content;
  xmlNode *element = bv_tree_add(parent, "claim");
  bv_claim_attributes(content->publication, element, claim);
  bool judged = claim->label == BV_LABEL_MENING && claim->sources.count &&
                bv_is_own_voice(content->publication, claim->sources.items[0]);
  bv_tree_set(element, "judgement", judged ? "yes" : NULL);
  bv_claim_about(content->publication, element, claim);
  bv_content saved = c->content;
  c->content.inside = claim;
  c->content.subclaims = (bv_claims){0};
  write_claim_text(&c->content, claim, end, bv_tree_add(element, "content"));
  bv_claims inner = c->content.subclaims;
  c->content = saved;
  write_notes(c, claim, element);
  for (size_t i = 0; i < inner.count; i++)
    write_notes(c, inner.items[i], element);
  write_reactions(c, claim, parent);
  for (size_t i = 0; i < inner.count; i++)
    write_reactions(c, inner.items[i], parent);
}

/* Wraps the paragraph that was written last, in which claims stand among other words, with the notes of those claims. */
static void wrap_passage(court *c, xmlNode *paragraph, const bv_claims *inner) {
  xmlNode *parent = paragraph->parent;
  xmlNode *passage = bv_tree_add(parent, "passage");
  xmlUnlinkNode(paragraph);
  xmlAddChild(bv_tree_add(passage, "content"), paragraph);
  for (size_t i = 0; i < inner->count; i++)
    write_notes(c, inner->items[i], passage);
  for (size_t i = 0; i < inner->count; i++)
    write_reactions(c, inner->items[i], parent);
}

static void write_passage(bv_content *content, xmlNode *paragraph) {
  bv_claims inner = content->subclaims;
  content->subclaims = (bv_claims){0};
  wrap_passage((court *)content, paragraph, &inner);
}

static void write_title(court *c, const bv_node *section, xmlNode *element) {
  const bv_node *heading = section->first_child;
  xmlNode *title = bv_tree_add(element, "title");
  c->content.subclaims = (bv_claims){0};
  bv_content_inline(&c->content, heading, 0, (uint32_t)heading->text->length, title);
  bv_claims inner = c->content.subclaims;
  c->content.subclaims = (bv_claims){0};
  for (size_t i = 0; i < inner.count; i++)
    write_notes(c, inner.items[i], element);
  for (size_t i = 0; i < inner.count; i++)
    write_reactions(c, inner.items[i], element);
  bv_content_empty_claims(&c->content, heading, element);
}

static void write_section(bv_content *content, const bv_node *section, xmlNode *parent) {
  court *c = (court *)content;
  bv_publication *publication = content->publication;
  xmlNode *element = bv_tree_add(parent, "section");
  const bv_index_entry *anchor = bv_index_first(&publication->anchors, section);
  bv_tree_set(element, "id", anchor->item);
  bv_tree_set(element, "kind", section->part ? "part" : "section");
  if (section->part)
    bv_tree_set(element, "number", bv_sprintf(publication->arena, "%u", section->part->number));
  bv_tree_set(element, "mark", bv_mark_of(publication, section));
  write_title(c, section, element);
  bv_content_children(content, section, element);
  write_reactions(c, section, element);
}

static void write_placed_reaction(bv_content *content, const bv_reaction *reaction, xmlNode *parent) {
  write_reaction((court *)content, reaction, parent);
}

void bv_publish_court(bv_publication *publication) {
  bv_publish_head(publication);
  court c = {.content = {.publication = publication,
                         .mark_claims = true,
                         .claim = write_claim,
                         .section = write_section,
                         .passage = write_passage,
                         .reaction = write_placed_reaction}};
  bv_content_children(&c.content, publication->document->root, publication->body);
  bv_publish_appendices(publication);
}
