/* Two versions of a draft beside each other: what came, what went, what changed.
 *
 * A claim is found again by the name that its author gave it, else by its words, else by the words that most resemble
 * it; its number says nothing, since that changes with every claim before it. So one that got another number, or stands
 * elsewhere in its part, is not a change. Emphasis, links, names (#id) of claims and the notation are none either. */
#ifndef BV_COMPARE_COMPARE_H
#define BV_COMPARE_COMPARE_H

#include "model/model.h"

typedef enum bv_subject {
  BV_SUBJECT_FRONT,    /* the front matter: persons, sources and the rest */
  BV_SUBJECT_SECTION,
  BV_SUBJECT_CLAIM,
  BV_SUBJECT_TEXT,     /* a sentence outside every claim */
  BV_SUBJECT_REACTION,
  BV_SUBJECT_FINDING,
  BV_SUBJECT_COUNT
} bv_subject;

typedef enum bv_action {
  BV_ACTION_ADDED,   /* of a finding: it is new */
  BV_ACTION_REMOVED, /* of a finding: it is solved */
  BV_ACTION_MOVED,   /* a claim or sentence: to another part; a section: to another place */
  BV_ACTION_CHANGED, /* `aspect` says what of it */
  BV_ACTION_COUNT
} bv_action;

/* Where something stands in one of the two. */
typedef struct bv_change_side {
  const bv_claim *claim;     /* or NULL */
  const bv_part *part;       /* of what is gone: where it would stand in the new draft; NULL: nowhere, or front matter */
  const bv_finding *finding; /* or NULL */
  bv_range range;            /* in its source; empty when it is not there */
} bv_change_side;

typedef struct bv_change {
  bv_subject subject;
  bv_action action;
  const char *aspect;         /* of a change: "tekst", "label", or a key of drafts ("bron", "datum", …); else NULL */
  const char *before, *after; /* the aspect, or the whole text; NULL: there is none */
  const char *title;          /* for people: "personen: vader", the title of a section, a rule; or NULL */
  bv_change_side old_side, new_side;
  size_t item;                /* the same for all changes of one thing, which follow each other */
} bv_change;

typedef struct bv_comparison {
  const bv_document *old_draft, *new_draft;
  /* First the front matter; then sections, claims and sentences in the order of the new draft, what went where it stood;
   * then reactions; then findings. */
  struct { bv_change *items; size_t count, capacity; } changes;
  size_t counts[BV_SUBJECT_COUNT][BV_ACTION_COUNT];
  size_t claims_changed; /* claims with one change or more, whatever their number */
} bv_comparison;

/* Compares two drafts that were checked with the same settings. In the arena. */
const bv_comparison *bv_compare(bv_arena *arena, const bv_document *old_draft, const bv_document *new_draft);
/* The name of a subject and an action in the machine format: "claim", "changed". */
const char *bv_subject_name(bv_subject subject);
const char *bv_action_name(bv_action action);

#endif
