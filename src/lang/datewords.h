/* Internal to the dates of the text: the words that dates are made of (dates.tsv), by their sort. */
#ifndef BV_LANG_DATEWORDS_H
#define BV_LANG_DATEWORDS_H

#include "lang/terms.h"

/* The sorts of words, and what else a date can begin with: bits, so that several can be asked for at once. */
typedef enum bv_date_sort {
  BV_DATE_MONTH = 1 << 0,
  BV_DATE_SEASON = 1 << 1,
  BV_DATE_FEAST = 1 << 2,
  BV_DATE_WINTER = 1 << 3,
  BV_DATE_SCHOOL_YEAR = 1 << 4,
  BV_DATE_EASTER = 1 << 5,
  BV_DATE_PART = 1 << 6,             /* "begin", "eind" */
  BV_DATE_QUARTER = 1 << 7,          /* "kwartaal" */
  BV_DATE_NUMBERED_QUARTER = 1 << 8, /* "Q3" */
  BV_DATE_COUNT = 1 << 9,            /* "twee", "derde" */
  BV_DATE_UNIT = 1 << 10,            /* "weken" */
  BV_DATE_RELATIVE = 1 << 11,        /* "vorig jaar" */
  BV_DATE_FIGURES = 1 << 12,         /* no word: a number in figures */
  BV_DATE_APOSTROPHE = 1 << 13       /* of "'24" */
} bv_date_sort;

/* The words, kept as long as the process; each match may stand for words of several sorts. */
const bv_terms *bv_date_words(void);
/* The sort of one of them, and its value as dates.tsv has it. */
unsigned bv_date_sort_of(const bv_term *term);
const char *bv_date_value_of(const bv_term *term);

#endif
