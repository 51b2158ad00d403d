/* The text of a draft as blocks and inlines of the published tree. */
#ifndef BV_PUBLISH_CONTENT_H
#define BV_PUBLISH_CONTENT_H

#include "publish/publication.h"

typedef struct bv_claims {
  const bv_claim **items;
  size_t count, capacity;
} bv_claims;

/* How text is written. The court's version makes claims elements of their own; the parents' leaves them to their own
 * points. */
typedef struct bv_content {
  bv_publication *publication;
  const bv_claim *inside;  /* the claim whose text is written; NULL: none */
  bool whole_text;         /* claims inside a text stay in it, whole sentences too: a heading, a reaction */
  bool mark_claims;        /* claims inside a text become <subclaim>, listed in `subclaims` */
  bv_claims subclaims;
  /* Writes a claim that is a block of its own; NULL: such claims are passed over. `end`: the byte of the leaf's text
   * behind the punctuation that follows a claim inside a leaf; 0 for other claims. */
  void (*claim)(struct bv_content *content, const bv_claim *claim, uint32_t end, xmlNode *parent);
  /* Called after a paragraph was written in which claims (now in `subclaims`) stand among other words; may be NULL. */
  void (*passage)(struct bv_content *content, xmlNode *paragraph);
  void (*section)(struct bv_content *content, const bv_node *section, xmlNode *parent);
  /* Writes a reaction that answers no claim or section, where it stands; NULL: not written here. */
  void (*reaction)(struct bv_content *content, const bv_reaction *reaction, xmlNode *parent);
} bv_content;

/* The children of a node (section, div, item, quotation, root) as blocks; headings, reactions and plain texts are passed
 * over. */
void bv_content_children(bv_content *content, const bv_node *node, xmlNode *parent);
/* One node and what is in it. */
void bv_content_node(bv_content *content, const bv_node *node, xmlNode *parent);
/* The title of a section as plain text; a general word when part of it is withheld. */
const char *bv_title_for_reader(bv_publication *publication, const bv_node *section);
/* What a section or div is, in words, when its class says so: "Kernoordeel 3", "Mogelijkheid: afgewezen"; else NULL. */
const char *bv_mark_of(bv_publication *publication, const bv_node *node);
/* Sets number, label, sources and date of a claim on its element, in the same way in both versions. */
void bv_claim_attributes(bv_publication *publication, xmlNode *element, const bv_claim *claim);
/* Sets whom the claim is about, by id: what the filter of the court's version looks at. */
void bv_claim_about(bv_publication *publication, xmlNode *element, const bv_claim *claim);
/* A stretch of a leaf's text as inlines. */
void bv_content_inline(bv_content *content, const bv_node *leaf, uint32_t start, uint32_t end, xmlNode *parent);
/* The claims in a leaf that have no text, and so no place in a run, as blocks of their own: behind the text of the leaf. */
void bv_content_empty_claims(bv_content *content, const bv_node *leaf, xmlNode *parent);
/* The stretch of a leaf's text that lies in a span: start == end when it is empty. */
bv_piece bv_span_text(const bv_node *span);
/* Whether the node is a reaction or a plain text, which are written where they belong. */
bool bv_is_answer(const bv_node *node);
/* Whether words of the leaf stand outside every claim in it. */
bool bv_has_text_outside_claims(const bv_node *leaf);
/* The outermost claims inside a leaf with their text, in order (empty ones left out). */
typedef struct bv_claim_stretch {
  const bv_claim *claim;
  uint32_t start, end;
} bv_claim_stretch;
typedef struct bv_claim_stretches {
  bv_claim_stretch *items;
  size_t count, capacity;
} bv_claim_stretches;
bv_claim_stretches bv_claims_in_leaf(bv_arena *arena, const bv_node *leaf);
/* "#deel-3" or "#punt-3.12" for a reference of the draft ("#verzuim"), or an address of the web; NULL: none that may
 * stand in a document. */
const char *bv_published_target(const bv_publication *publication, const char *href);

#endif
