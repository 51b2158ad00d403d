/* Internal to generating drafts: chance, marked words, and the front matter. */
#ifndef BV_TESTS_CHANCE_H
#define BV_TESTS_CHANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { BV_MOST_MARKED = 512 };

/* The numbers of the marks of ids. */
typedef struct bv_names {
  unsigned items[BV_MOST_MARKED];
  size_t count;
} bv_names;

typedef struct bv_generator {
  uint32_t state;
  FILE *out;
  unsigned marks;        /* given out */
  bv_names claims;       /* that may be referred to */
  bv_names places;       /* sections and divs, likewise */
  bool labelled;         /* inside something that hands down a label */
  bool one_line;         /* in a header: no line may end */
  const char *prefix;    /* of every line: "> " in a quotation, "  " in a list item */
} bv_generator;

/* A number below the limit. */
uint32_t bv_below(bv_generator *g, uint32_t limit);
/* True so many times in a hundred. */
bool bv_chance(bv_generator *g, uint32_t percent);
const char *bv_pick(bv_generator *g, const char *const *items, size_t count);
#define BV_PICK(g, items) bv_pick((g), (items), sizeof(items) / sizeof *(items))

/* Writes a word with a mark of its own. */
void bv_put_word(bv_generator *g);
/* Writes so many marked words between spaces, without line ends or notation. */
void bv_put_plain_words(bv_generator *g, unsigned count);
/* Writes the front matter with its fences. */
void bv_put_front(bv_generator *g, uint32_t seed);

/* The persons and sources of every generated front matter. Those of `bv_kept_sources` rest mostly under what is
 * withheld. */
extern const char *const bv_generated_people[], *const bv_generated_sources[], *const bv_kept_sources[];
enum { BV_GENERATED_PEOPLE = 8, BV_GENERATED_SOURCES = 11, BV_KEPT_SOURCES = 2 };

#endif
