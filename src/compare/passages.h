/* Internal to comparing: what a draft consists of (claims, sentences outside them, sections), and which of the old draft
 * is which of the new one. */
#ifndef BV_COMPARE_PASSAGES_H
#define BV_COMPARE_PASSAGES_H

#include "compare/pairs.h"
#include "model/model.h"

/* A claim, or what of a sentence lies outside every claim. */
typedef struct bv_passage {
  const bv_claim *claim; /* NULL: a sentence */
  const bv_part *part;
  const char *text;      /* white space as one space */
  bool exempt;           /* a sentence in .toelichting */
  bv_range range;        /* in the source */
} bv_passage;

typedef struct bv_passages {
  bv_passage *items; /* in the order of the draft */
  size_t count, capacity;
} bv_passages;

typedef struct bv_section {
  const bv_node *node;
  const char *title;
  size_t around; /* index of the section that it lies in, or BV_UNPAIRED */
} bv_section;

typedef struct bv_sections {
  bv_section *items; /* in the order of the draft */
  size_t count, capacity;
} bv_sections;

/* Claims and sentences with a word in them; reactions and plain texts are none. */
bv_passages bv_passages_of(bv_arena *arena, const bv_document *document);
/* The index of the passage that the claim is. */
size_t bv_passage_of(const bv_passages *passages, const bv_claim *claim);
/* All text in a node (a reaction, a plain text), white space as one space. In the arena. */
const char *bv_text_within(bv_arena *arena, const bv_node *node);
bv_sections bv_sections_of(bv_arena *arena, const bv_document *document);
/* The section that begins last before the place, or BV_UNPAIRED. */
size_t bv_section_at(const bv_sections *sections, uint32_t offset);

/* Pairs sections by id, and by title (sections.c). */
bv_pairs bv_pair_sections(bv_arena *arena, const bv_sections sections[2]);
/* Pairs those that are left and hold the same passages: they got another title (sections.c). */
void bv_pair_renamed_sections(bv_arena *arena, const bv_sections sections[2], const bv_passages passages[2],
                              const bv_pairs *passage_pairs, bv_pairs *pairs);
/* For each paired section, whether it changed places with others, seen in the new draft: the fewest that must have
 * moved for the order of the rest to be the same (sections.c). In the arena. */
bool *bv_moved_sections(bv_arena *arena, const bv_sections sections[2], const bv_pairs *pairs);

/* Pairs passages: by id, by the same text, by similar text. `homes` names the part of each passage, on both sides
 * alike. */
bv_pairs bv_pair_passages(bv_arena *arena, const bv_passages passages[2], const char *const *const homes[2]);
/* Pairs passages that are left by the words they share; those of the same home first (similar.c). */
void bv_pair_similar(const bv_passages passages[2], const char *const *const homes[2], bv_pairs *pairs);

#endif
