#include <stdlib.h>
#include <string.h>

#include "write/draft.h"
#include "write/markdown.h"
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

/* ---- Markdown ---- */

typedef struct patch {
  uint32_t at;           /* offset in the source */
  size_t order;          /* what comes at the same place stays in its order */
  const char *text;      /* goes in there; or … */
  const bv_reply *reply; /* … the block of this */
} patch;

typedef struct patcher {
  bv_arena *arena;
  const bv_source *source;
  struct { patch *items; size_t count, capacity; } patches;
} patcher;

static void add_patch(patcher *p, uint32_t at, const char *text, const bv_reply *reply) {
  BV_PUSH(p->arena, &p->patches, (patch){.at = at, .order = p->patches.count, .text = text, .reply = reply});
}

/* Attributes that stand there: between braces, or one bare class behind a fence. */
static void add_id_to(patcher *p, const bv_attributes *attributes, const char *id) {
  if (p->source->bytes[attributes->range.start] == '{') {
    add_patch(p, attributes->range.start + 1, bv_sprintf(p->arena, "#%s ", id), NULL);
  } else {
    add_patch(p, attributes->range.start, bv_sprintf(p->arena, "{#%s .", id), NULL);
    add_patch(p, attributes->range.end, "}", NULL);
  }
}

static const char *label_class(bv_label label) {
  static const char *const classes[] = {"", " .feit", " .mening", " .horen-zeggen"};
  return classes[label];
}

/* Whether the block ends in a code block, whose closing fence is no part of its range. */
static bool ends_in_code(const bv_source *source, const bv_node *block) {
  const bv_node *last = block;
  while (!last->text && last->last_child)
    last = last->last_child;
  return last->kind == BV_NODE_VERBATIM && last->range.end >= block->range.end &&
         strchr("`~", source->bytes[last->range.start]);
}

static uint32_t next_line(const bv_source *source, uint32_t at) {
  const char *line_end = memchr(source->bytes + at, '\n', source->length - at);
  return line_end ? (uint32_t)(line_end - source->bytes) + 1 : (uint32_t)source->length;
}

/* The start of the line behind a block; NULL: behind everything. */
static uint32_t behind(const bv_source *source, const bv_node *block) {
  uint32_t at = block ? block->range.end : (uint32_t)source->length;
  if (!block || at == block->range.start || source->bytes[at - 1] != '\n')
    at = next_line(source, at);
  return block && ends_in_code(source, block) ? next_line(source, at) : at;
}

/* A code block that is a claim by its header gets a div around it, behind the same marks of quotations and lists. */
static void wrap_code(patcher *p, const bv_node *leaf, const bv_reply *reply) {
  uint32_t at = leaf->range.start;
  while (at > 0 && p->source->bytes[at - 1] != '\n')
    at--;
  const char *marks = bv_strndup(p->arena, p->source->bytes + at, leaf->range.start - at);
  const char *label = label_class(reply->claim->label);
  add_patch(p, at, bv_sprintf(p->arena, "%s::: {#%s%s}\n%s\n", marks, reply->id, label, marks), NULL);
  add_patch(p, behind(p->source, leaf), bv_sprintf(p->arena, "%s\n%s:::\n", marks, marks), NULL);
}

/* A paragraph that is a claim by its header becomes a span of the same label, so that it can have an id. */
static void add_id(patcher *p, const bv_reply *reply) {
  const bv_node *element = reply->claim ? reply->claim->element : reply->part->section;
  if (element->kind == BV_NODE_VERBATIM) {
    wrap_code(p, element, reply);
  } else if (element->attributes.range.end > element->attributes.range.start) {
    add_id_to(p, &element->attributes, reply->id);
  } else if (reply->claim) {
    add_patch(p, element->range.start, "[", NULL);
    add_patch(p, element->range.end, bv_sprintf(p->arena, "]{#%s%s}", reply->id, label_class(reply->claim->label)), NULL);
  } else {
    add_patch(p, element->first_child->range.end, bv_sprintf(p->arena, " {#%s}", reply->id), NULL);
  }
}

static int by_place(const void *a, const void *b) {
  const patch *left = a, *right = b;
  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

/* Whether the text ends in a blank line, or is empty. */
static bool ends_blank(const bv_buf *out) {
  size_t at = out->length;
  for (int line_ends = 0; at > 0; at--) {
    if (out->bytes[at - 1] == '\n' && ++line_ends == 2)
      return true;
    if (!strchr(" \t\r\n", out->bytes[at - 1]))
      return false;
  }
  return true;
}

/* Writes a reaction as a block of its own, with the line ends of the draft. */
static void put_block(bv_buf *out, const bv_source *source, const patch *block, bv_arena *arena) {
  const char *first_end = memchr(source->bytes, '\n', source->length);
  const char *line_end = first_end && first_end > source->bytes && first_end[-1] == '\r' ? "\r\n" : "\n";
  bv_buf text = bv_buf_new(arena);
  bv_write_block_markdown(&text, block->reply->div);
  if (out->length && out->bytes[out->length - 1] != '\n')
    bv_buf_puts(out, line_end);
  if (!ends_blank(out))
    bv_buf_puts(out, line_end);
  for (const char *line = bv_buf_string(&text); *line; line += strcspn(line, "\n") + 1) {
    bv_buf_add(out, line, strcspn(line, "\n"));
    bv_buf_puts(out, line_end);
  }
  const char *next = source->bytes + block->at;
  next += strspn(next, " \t\r");
  if (block->at < source->length && *next != '\n' && *next)
    bv_buf_puts(out, line_end);
}

void bv_react_markdown(bv_buf *out, const bv_document *document, const bv_replies *replies) {
  patcher p = {.arena = out->arena, .source = document->source};
  uint32_t at = 0;
  for (size_t i = 0; i < replies->count; i++)
    if (replies->items[i].new_id)
      add_id(&p, &replies->items[i]);
  for (size_t i = 0; i < replies->count; i++)
    add_patch(&p, behind(p.source, bv_reply_place(document, &replies->items[i])), NULL, &replies->items[i]);
  qsort(p.patches.items, p.patches.count, sizeof *p.patches.items, by_place);
  for (size_t i = 0; i < p.patches.count; i++) {
    const patch *next = &p.patches.items[i];
    bv_buf_add(out, p.source->bytes + at, next->at - at);
    at = next->at;
    if (next->text)
      bv_buf_puts(out, next->text);
    else
      put_block(out, p.source, next, p.arena);
  }
  bv_buf_add(out, p.source->bytes + at, p.source->length - at);
}

/* ---- XML ---- */

static void insert_behind(bv_node *place, bv_node *node) {
  node->parent = place->parent;
  node->previous = place;
  node->next = place->next;
  if (place->next)
    place->next->previous = node;
  else
    place->parent->last_child = node;
  place->next = node;
}

/* Puts a div with an id and the claim's label around a paragraph that is a claim by its header. */
static void wrap(bv_arena *arena, bv_node *leaf, const bv_reply *reply) {
  bv_node *div = bv_node_new(arena, BV_NODE_DIV, NULL);
  div->attributes.id = reply->id;
  BV_PUSH(arena, &div->attributes.classes, (bv_class){.name = label_class(reply->claim->label) + 2});
  insert_behind(leaf, div);
  bv_node_unlink(leaf);
  bv_node_append(div, leaf);
}

void bv_react_xml(bv_buf *out, bv_document *document, const bv_replies *replies) {
  for (size_t i = 0; i < replies->count; i++) {
    bv_node *place = (bv_node *)bv_reply_place(document, &replies->items[i]);
    if (place)
      insert_behind(place, replies->items[i].div);
    else
      bv_node_append(document->root, replies->items[i].div);
  }
  for (size_t i = 0; i < replies->count; i++) {
    const bv_reply *reply = &replies->items[i];
    bv_node *element = (bv_node *)(reply->claim ? reply->claim->element : reply->part ? reply->part->section : NULL);
    if (reply->new_id && element->text)
      wrap(document->arena, element, reply);
    else if (reply->new_id)
      element->attributes.id = reply->id;
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

bool bv_replies_are_in(bv_arena *arena, const bv_document *before, const bv_document *after, const bv_replies *replies) {
  bool good = before->claims.count == after->claims.count && before->parts.count == after->parts.count &&
              before->findings->count == after->findings->count &&
              before->reactions.count + replies->count == after->reactions.count &&
              before->plain_texts.count == after->plain_texts.count;
  for (size_t i = 0; good && i < before->claims.count; i++)
    good = same_claim(arena, before->claims.items[i], after->claims.items[i]);
  for (size_t i = 0; good && i < replies->count; i++)
    good = has_reply(after, &replies->items[i]);
  return good;
}
