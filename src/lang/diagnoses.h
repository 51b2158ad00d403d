/* Diagnoses named in a text, and how they are spoken of. */
#ifndef BV_LANG_DIAGNOSES_H
#define BV_LANG_DIAGNOSES_H

#include "lang/tokens.h"
#include "lang/wordset.h"

typedef struct bv_diagnosis_hit {
  uint32_t start, end;   /* bytes of the text: the words that name the diagnosis */
  const char *canonical; /* the name in src/lang/diagnoses.tsv: "autismespectrumstoornis" for "ASS"; lives forever */
  bool certain;          /* names a diagnosis of somebody; false: an everyday word without context that makes it one
                            ("een druk kind"), or the subject in general ("een folder over ADHD") */
  bool negated;          /* "geen ADHD", "ADHD is uitgesloten" */
  bool suspected;        /* "een vermoeden van ADHD" */
  bool past;             /* "was depressief", "ex-verslaafd" */
  bool family;           /* "in de familie komt ADHD voor" */
  bool quoted;           /* between quotation marks */
} bv_diagnosis_hit;

typedef struct bv_diagnosis_hits {
  bv_diagnosis_hit *items;
  size_t count, capacity;
} bv_diagnosis_hits_list;

/* The diagnoses named in a text (UTF-8, one paragraph), in order, in the arena. Rules report the certain ones. */
bv_diagnosis_hits_list bv_diagnosis_hits(bv_arena *arena, const char *text, size_t length);
/* The same for a text that is already tokenized. `people` (may be NULL): words that name a person wherever they have a
 * capital. */
bv_diagnosis_hits_list bv_diagnosis_hits_in(bv_arena *arena, const bv_tokens *tokens, const bv_word_set *people);

#endif
