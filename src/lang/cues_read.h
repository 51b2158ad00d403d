/* Internal to lang/cues.c, lang/cue_demands.c, lang/tone.c and lang/sayings.c: one form of cues.tsv in its sentence, and the
 * words around it. */
#ifndef BV_LANG_CUES_READ_H
#define BV_LANG_CUES_READ_H

#include "lang/context.h"
#include "lang/cues.h"
#include "lang/table.h"

/* The fields of cues.tsv. */
enum { BV_CUE_FORMS, BV_CUE_CLASS, BV_CUE_DEMANDS, BV_CUE_NOT_BEHIND, BV_CUE_NOT_BEFORE };

typedef struct bv_cue_reading {
  bv_arena *arena;
  const bv_tokens *tokens;
  const bv_word_set *names;       /* NULL: none are known */
  const bool *facts;              /* NULL: no sentence is asked how it speaks */
  bool follows_somebody;          /* the text before names somebody of the report */
  const unsigned *context;        /* NULL until it is needed */
  size_t sentence, sentence_past; /* the sentence that is being read, in tokens */
  size_t number;                  /* which sentence it is */
  bv_cues cues;
} bv_cue_reading;

/* One form of cues.tsv found in the text. */
typedef struct bv_cue_candidate {
  const bv_row *row;
  size_t first, past;
} bv_cue_candidate;

/* Whether a candidate is what its class says. */
typedef bool bv_cue_judge(const bv_cue_reading *r, const bv_cue_candidate *c);

/* How far words that belong together stand apart, at most. */
enum { BV_CUE_NEAR = 5, BV_CUE_FAR = 12 };

/* The token of that word from `from` on, in the same clause, at most `most` away; or `count` of the tokens. */
size_t bv_cue_find_ahead(const bv_cue_reading *r, size_t from, const char *word, size_t most);
/* A capital that no rule of spelling asks for: inside a sentence; or at its head, before a verb, on a word that is no
 * plural and no abstract noun: "Sam is". */
bool bv_cue_is_name(const bv_cue_reading *r, size_t i);
/* The first token of the clause that holds `i`. */
size_t bv_cue_clause_start(const bv_cue_reading *r, size_t i);

/* Whether the sentence is a short one, about what every case has: "De opvoedsituatie …", "Het vrijwillige kader …", "De
 * kinderen …", "Er is in het gezin …"; not what is of something else, "De band van het pak …". As a draft is about one
 * case, that is this one. */
bool bv_cue_is_about_case(const bv_cue_reading *r);
/* Whether the words around are what the third field asks. */
bool bv_cue_meets_demands(const bv_cue_reading *r, const bv_cue_candidate *c);
/* The classes of who acts in the clause of a verb: before it, or, where verb and subject changed places, behind it. */
unsigned bv_cue_actor(const bv_cue_reading *r, const bv_cue_candidate *c);

/* The judges of sayings: "zegt … dat", "heeft … verteld dat", "volgens moeder", ", aldus moeder", "heeft gehoord dat",
 * "hoorde van", "zou hebben", "vindt dat". */
bv_cue_judge bv_cue_is_speech, bv_cue_is_told, bv_cue_is_according, bv_cue_is_thus, bv_cue_is_heard, bv_cue_is_hearing,
    bv_cue_is_reported, bv_cue_is_opinion;

#endif
