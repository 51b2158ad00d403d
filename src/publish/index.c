/* What hangs on what: reactions, plain texts and contradictions by claim, ids by name, and which claims have no text. */
#include <stdlib.h>
#include <string.h>

#include "publish/filter.h"

void bv_index_add(bv_arena *arena, bv_index *index, const void *key, const void *item) {
  BV_PUSH(arena, index, (bv_index_entry){key, item, index->count});
}

static int by_key(const void *left, const void *right) {
  const bv_index_entry *a = left, *b = right;
  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

void bv_index_sort(bv_index *index) {
  if (index->count)
    qsort(index->items, index->count, sizeof *index->items, by_key);
}

const bv_index_entry *bv_index_first(const bv_index *index, const void *key) {
  size_t low = 0, high = index->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (index->items[middle].key < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low < index->count && index->items[low].key == key ? &index->items[low] : NULL;
}

const bv_index_entry *bv_index_next(const bv_index *index, const bv_index_entry *entry) {
  const bv_index_entry *next = entry + 1;
  return next < index->items + index->count && next->key == entry->key ? next : NULL;
}

static const bv_node *section_around(const bv_node *node) {
  while (node->parent && node->kind != BV_NODE_SECTION)
    node = node->parent;
  return node;
}

/* What a plain text stands for: a claim; or what it is printed before: the points of a section, div or paragraph. A name
 * for some words stands for the paragraph around them; inside a claim of several paragraphs, for the section. */
static const void *plain_target(const bv_plain_text *plain) {
  const bv_node *node = plain->section, *leaf = node ? bv_node_leaf(node) : NULL;
  if (plain->claim || !node)
    return plain->claim;
  if (leaf && leaf->claim)
    return leaf->claim;
  if (leaf)
    node = leaf->kind == BV_NODE_HEADING ? leaf->parent : leaf;
  for (const bv_node *around = node; around; around = around->parent)
    if (around->claim)
      return section_around(around);
  return node;
}

static void index_answers(bv_publication *publication) {
  const bv_document *document = publication->document;
  bv_arena *arena = publication->arena;
  for (size_t i = 0; i < document->reactions.count; i++) {
    const bv_reaction *reaction = &document->reactions.items[i];
    if (bv_reaction_is_withheld(publication, reaction))
      continue;
    if (reaction->claim)
      bv_index_add(arena, &publication->reactions, reaction->claim, reaction);
    else if (reaction->section && reaction->section->kind == BV_NODE_SECTION)
      bv_index_add(arena, &publication->reactions, reaction->section, reaction);
    else
      bv_index_add(arena, &publication->placed_reactions, reaction->element, reaction);
  }
  for (size_t i = 0; i < document->plain_texts.count; i++) {
    const bv_plain_text *plain = &document->plain_texts.items[i];
    const void *target = plain_target(plain);
    if (target && !bv_plain_text_is_withheld(publication, plain))
      bv_index_add(arena, &publication->plain_texts, target, plain);
  }
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (claim->contradicts && !bv_claim_is_withheld(publication, claim) &&
        !bv_claim_is_withheld(publication, claim->contradicts))
      bv_index_add(arena, &publication->contradictions, claim->contradicts, claim);
  }
}

/* Sections get ids by their place: "deel-3" for a part, "deel-3-2" for the second section in it. */
static void index_nodes(bv_publication *publication) {
  const bv_document *document = publication->document;
  bv_arena *arena = publication->arena;
  const bv_part *part = &document->parts.items[0];
  unsigned section = 0;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    if (node->attributes.id)
      xmlHashAddEntry(publication->ids, BAD_CAST node->attributes.id, (void *)node);
    if (node->kind != BV_NODE_SECTION)
      continue;
    if (node->part) {
      part = node->part;
      section = 0;
      bv_index_add(arena, &publication->anchors, node, bv_sprintf(arena, "deel-%u", part->number));
    } else {
      bv_index_add(arena, &publication->anchors, node, bv_sprintf(arena, "deel-%u-%u", part->number, ++section));
    }
  }
}

void bv_index_persons(bv_publication *publication) {
  publication->ids = xmlHashCreate(256);
  publication->persons = xmlHashCreate(64);
  if (!publication->ids || !publication->persons)
    bv_out_of_memory();
  const bv_front *front = &publication->document->front;
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *person = &front->persons.items[i];
    xmlHashAddEntry(publication->persons, BAD_CAST person->id, (void *)person);
    xmlHashAddEntry(publication->persons, BAD_CAST bv_sprintf(publication->arena, "=%s", person->name), (void *)person);
    if (person->role != BV_ROLE_OUDER)
      continue;
    const char *gender = person->gender ? person->gender : "";
    publication->mothers += strcmp(gender, "v") == 0;
    publication->fathers += strcmp(gender, "m") == 0;
  }
}

const bv_person *bv_publication_person(const bv_publication *publication, const char *id) {
  return xmlHashLookup(publication->persons, BAD_CAST id);
}

static int by_address(const void *left, const void *right) {
  const bv_claim *const *a = left, *const *b = right;
  return *a < *b ? -1 : *a > *b;
}

/* A claim has text when it has a piece, or a claim inside it has. */
static void index_empty_claims(bv_publication *publication) {
  const bv_document *document = publication->document;
  struct { const bv_claim **items; size_t count, capacity; } full = {0};
  for (size_t i = 0; i < document->claims.count; i++)
    for (const bv_claim *claim = document->claims.items[i]; claim && document->claims.items[i]->pieces.count;
         claim = claim->around)
      BV_PUSH(publication->arena, &full, claim);
  if (full.count)
    qsort(full.items, full.count, sizeof *full.items, by_address);
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (!full.count || !bsearch(&claim, full.items, full.count, sizeof *full.items, by_address))
      bv_index_add(publication->arena, &publication->empty_claims, claim, claim);
  }
}

void bv_index_document(bv_publication *publication) {
  index_answers(publication);
  index_nodes(publication);
  index_empty_claims(publication);
  bv_index_sort(&publication->reactions);
  bv_index_sort(&publication->placed_reactions);
  bv_index_sort(&publication->plain_texts);
  bv_index_sort(&publication->contradictions);
  bv_index_sort(&publication->anchors);
  bv_index_sort(&publication->empty_claims);
}
