/* Word forms met before in this thread, each with what was found out about it: any report is made of the same few
 * thousand, so every question about a word alone is answered once.
 *
 * Nothing here depends on the text around a word. Forms are kept as long as the thread, at most BV_MOST_FORMS of them and
 * none longer than BV_LONGEST_FORM bytes; those met later are simply asked again. */
#ifndef BV_LANG_WORDFORMS_H
#define BV_LANG_WORDFORMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BV_MOST_FORMS = 1 << 15, BV_LONGEST_FORM = 47, BV_MOST_TERM_LISTS = 40, BV_FORM_TONES = 6 };

/* Every word of every text is asked these questions: what most of them need lies at the front, in one line of the cache. */
typedef struct bv_wordform {
  uint64_t leads_nowhere; /* bit L: list of terms L has nothing that begins with this form (terms.c) */
  uint32_t hash;
  uint8_t letters;         /* code points */
  uint8_t syllables;       /* 0: not counted yet */
  uint8_t tone_signs;      /* how many signs were weighed in `tone`; 0: not weighed yet (tone.c) */
  uint8_t clause;          /* how a clause can begin with it (readability.c); 0: not looked up yet */
  bool is_no_amount : 1;   /* found to be no number, ordinal or fraction */
  bool is_no_compound : 1; /* found to end in no profession (facts.c) */
  bool is_no_title : 1;    /* found to be no "mevrouw" or "de heer" (namesakes.c) */
  bool is_no_property : 1; /* found to be no adjective of quality by its end (properties.c) */
  bool is_no_fact : 1;     /* found to begin nothing of facts.tsv, nor an amount or a titled name (facts.c); */
  bool may_be_fact : 1;    /* found that it can: neither when it was not looked up yet */
  bool is_spelled : 1;     /* found in the dictionary (check/spelling.c) */
  bool is_concrete : 1;    /* found to be no noun made of a verb or an adjective (check/style.c) */
  char folded[BV_LONGEST_FORM + 1];    /* as in bv_token */
  int32_t tone[BV_FORM_TONES];         /* how much it speaks for each tone (tone.c) */
  uint32_t starts[BV_MOST_TERM_LISTS]; /* where list L goes on behind it; 0: nowhere, or not looked up yet */
} bv_wordform;

/* All the forms of this thread. */
typedef struct bv_wordforms bv_wordforms;
bv_wordforms *bv_wordforms_own(void);

/* The form with these bytes, a NUL behind them; NULL for one that is not kept. `hash` is that of bv_token_hash. */
bv_wordform *bv_wordform_of(bv_wordforms *all, const char *folded, size_t length, uint32_t hash);

#endif
