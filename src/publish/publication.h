/* Internal to publishing: one run. */
#ifndef BV_PUBLISH_PUBLICATION_H
#define BV_PUBLISH_PUBLICATION_H

#include <libxml/hash.h>

#include "base/limits.h"
#include "publish/publish.h"
#include "publish/texts.h"
#include "publish/tree.h"

/* Things found by the address of what they belong to. */
typedef struct bv_index_entry {
  const void *key;  /* a bv_claim or bv_node */
  const void *item;
  size_t order;
} bv_index_entry;

typedef struct bv_index {
  bv_index_entry *items;
  size_t count, capacity;
} bv_index;

typedef struct bv_publication {
  const bv_document *document;
  const bv_findings *findings;
  const bv_publish_options *options;
  const bv_config *config;
  bv_arena *arena;              /* of this run: nothing of it is in the tree */
  bv_texts *texts;
  const bv_person *reader;      /* NULL: the court, or a reader without a name */
  bv_audience audience;
  bool *withheld_source;        /* by index in front.sources */
  bv_index reactions;           /* of a claim or section: bv_reaction */
  bv_index placed_reactions;    /* by element: those that answer neither, and stand where the draft has them */
  bv_index plain_texts;         /* of a claim, section, div or paragraph: bv_plain_text */
  bv_index contradictions;      /* of a claim: the claim that contradicts it */
  bv_index anchors;             /* of a section: its id in the tree */
  bv_index empty_claims;        /* claims without any text, nor claims inside them */
  xmlHashTablePtr ids;          /* node by its id in the draft */
  xmlHashTablePtr persons;      /* bv_person by id, and by "=" and name */
  size_t mothers, fathers;      /* among the parents: "moeder" is clear when there is one */
  xmlDoc *tree;
  xmlNode *body;
} bv_publication;

/* A hostile draft can name sources and persons without end at one claim; so many are listed. */
enum { BV_MOST_LISTED = BV_MOST_NAMES };
static inline size_t bv_listed(size_t count) { return count < BV_MOST_LISTED ? count : BV_MOST_LISTED; }

/* A fixed text with up to three values: name, value, …; ends in NULL. */
const char *bv_say(bv_publication *publication, const char *id, ...) __attribute__((sentinel));

void bv_index_add(bv_arena *arena, bv_index *index, const void *key, const void *item);
/* Sorts by key, then in the order of adding; then bv_index_first finds the first of a key (or NULL), and bv_index_next the
 * one after it, when it has the same key; else NULL. */
void bv_index_sort(bv_index *index);
const bv_index_entry *bv_index_first(const bv_index *index, const void *key);
const bv_index_entry *bv_index_next(const bv_index *index, const bv_index_entry *entry);
/* Fills `persons` and the counts of parents: before anything else. */
void bv_index_persons(bv_publication *publication);
/* The person of that id, or NULL. */
const bv_person *bv_publication_person(const bv_publication *publication, const char *id);
/* Fills the other indexes (index.c). */
void bv_index_document(bv_publication *publication);

/* A section of the body or of another section, with its title. */
xmlNode *bv_add_section(xmlNode *parent, const char *id, const char *kind, const char *title);
/* A link inside a text. `target`: "#punt-3.12". */
xmlNode *bv_add_link(xmlNode *parent, const char *target, const char *text);
/* "punt-3.12", in the arena: what a claim is called in the tree. Ids of the draft are not used: they can tell what is
 * withheld. */
const char *bv_claim_anchor(bv_arena *arena, const bv_claim *claim);

/* The rooms of the two versions. */
void bv_publish_court(bv_publication *publication);
void bv_publish_parents(bv_publication *publication);

#endif
