/* Internal to checking: the marks by which a text is recognised when it stands somewhere else. */
#ifndef BV_CHECK_MARKS_H
#define BV_CHECK_MARKS_H

#include "base/sieve.h"
#include "check/words.h"

typedef enum bv_mark_kind {
  BV_MARK_PHRASE, /* five words in a row, two of which say something */
  BV_MARK_NAME,   /* a word with a capital that is no name of the front matter and no common one */
  BV_MARK_BIRTH,  /* a day somebody was born */
  BV_MARK_ADDRESS, /* a street with a number, a postcode */
  BV_MARK_DIAGNOSIS /* what somebody has, by whatever of its names */
} bv_mark_kind;

typedef struct bv_mark {
  uint64_t hash; /* of the kind and the folded words */
  bv_mark_kind kind;
  uint32_t start, end; /* bytes of the text */
} bv_mark;

/* What everybody knows, and therefore marks nothing. */
typedef struct bv_common_words {
  const bv_word_set *declared, *ordinary, *known;
} bv_common_words;

bv_common_words bv_common_words_with(const bv_word_set *declared);

typedef void bv_take_mark(void *context, const bv_mark *mark);

/* Hands on the marks of a text whose words must be recognised elsewhere: only those that are distinctive. */
void bv_each_distinctive_mark(bv_arena *arena, const char *text, size_t length, const bv_common_words *common,
                              bv_take_mark *take, void *context);
/* Marks that are looked for. Zeroed: none. */
typedef struct bv_wanted_marks {
  unsigned kinds; /* bit K: one of kind K at least */
  bv_sieve sieve; /* of their hashes */
} bv_wanted_marks;

void bv_want_mark(bv_wanted_marks *wanted, const bv_mark *mark);
/* Hands on what in a text, of that many bytes, can equal a wanted mark: hardly anything else. `scratch` need not outlive
 * the call. */
void bv_each_wanted_mark(bv_arena *scratch, const bv_tokens *tokens, size_t length, const bv_wanted_marks *wanted,
                         bv_take_mark *take, void *context);

#endif
