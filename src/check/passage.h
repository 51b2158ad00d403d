/* Internal to checking: a passage of running text, read once for all rules that look at its words. */
#ifndef BV_CHECK_PASSAGE_H
#define BV_CHECK_PASSAGE_H

#include "check/check.h"
#include "lang/sentences.h"
#include "lang/tokens.h"

/* The text of one leaf: paragraph, heading or verbatim block. */
typedef struct bv_passage {
  const bv_node *leaf;
  bv_tokens tokens;
  bv_stretches sentences; /* those that can make a claim, and those exempt from it; none in headings and answers */
  bool quoted;            /* lies in a block quotation: somebody else's words */
  bv_arena *scratch;      /* what need not outlive the passage */
} bv_passage;

struct bv_passage_list {
  bv_passage *items;
  size_t count, capacity;
};

/* Something that reads passages: each leaf of the draft in its order, with what it keeps between them. */
typedef struct bv_reader {
  void *(*begin)(bv_check *check); /* gives the state; NULL: there is none */
  void (*read)(bv_check *check, const bv_passage *passage, void *state);
  void (*end)(bv_check *check, void *state); /* or NULL */
} bv_reader;

/* Cuts every leaf of the draft with text into tokens, once for all rules: passages in the order of the document, in the
 * arena. */
bv_passage_list bv_passage_list_of(bv_arena *arena, const bv_document *document);
/* What a claim says: its words, and its sentences as stretches of `tokens.text`. */
typedef struct bv_claim_words {
  bv_tokens tokens;
  bv_stretches sentences;
} bv_claim_words;

/* The words of a claim, in the arena. Those that the draft was cut into, where the claim is one stretch of one leaf and
 * no quotation crosses its ends; else its text (bv_claim_text) is cut anew. */
bv_claim_words bv_words_of_claim(bv_arena *arena, const bv_check *check, const bv_claim *claim);
/* The tokens that begin in those bytes of the text: a stretch of the others, which must live as long. */
bv_tokens bv_tokens_between(const bv_tokens *tokens, uint32_t start, uint32_t end);
/* The passage of a leaf, in `passages` from `next` on (which moves to it): leaves are asked for in their order. */
const bv_passage *bv_passage_next(const bv_passage_list *passages, const bv_node *leaf, size_t *next);

extern const bv_reader bv_reader_wording; /* label/feit-is-*, label/deskundig-oordeel, label/kleuring, bron/vaag */
extern const bv_reader bv_reader_dates;   /* datum/relatief, datum/strijdig and datum/ongeldig of dates in the text */
extern const bv_reader bv_reader_spelling;  /* taal/spelling */
extern const bv_reader bv_reader_style;     /* taal/lange-zin, taal/lijdend, taal/afkorting, taal/naamwoordstijl */
extern const bv_reader bv_reader_diagnoses; /* diagnose/ongelabeld */
extern const bv_reader bv_reader_third;     /* privacy/derde */

/* The words of the text as a message names them, in the arena. */
const char *bv_words_between(bv_arena *arena, const bv_passage *passage, uint32_t start, uint32_t end);

#endif
