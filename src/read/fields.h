/* Internal to the reading of front matter: entries as fields, and fields as what they say. Each function reports what is
 * wrong at its place. */
#ifndef BV_READ_FIELDS_H
#define BV_READ_FIELDS_H

#include "model/vocabulary.h"
#include "read/front.h"

/* "bedoelt u …?" with the nearest word, or NULL. */
const char *bv_suggest(bv_reader *reader, const bv_words *words, const char *word);
/* The text of a scalar, without hidden characters. */
const char *bv_clean_entry(bv_reader *reader, const bv_yaml *entry);
/* The entries of a map with keys from `words`; others, and keys that stand there twice, are reported. At most one field a
 * key, so there are never more than there are words. */
bv_fields bv_fields_of(bv_reader *reader, const bv_yaml *map, const bv_words *words);
/* The field with that key, or NULL. */
const bv_field *bv_field_get(const bv_fields *fields, const char *key);
/* Reports a field that is missing or empty; `of` says where it belongs. */
void bv_need_field(bv_reader *reader, const bv_fields *fields, const char *key, const char *of);

/* What follows takes a field that may be missing. */

/* The text of the field, or NULL: it is missing, empty, or a list or map. */
const char *bv_field_text(bv_reader *reader, const bv_fields *fields, const char *key);
/* The index of the field's word in the table, or -1. */
int bv_field_word(bv_reader *reader, const bv_fields *fields, const char *key, const bv_words *words);
bv_answer bv_field_answer(bv_reader *reader, const bv_fields *fields, const char *key);
/* A date of any precision or a period; year 0: none. */
bv_period bv_field_period(bv_reader *reader, const bv_fields *fields, const char *key);
/* A whole day; year 0: none. */
bv_date bv_field_date(bv_reader *reader, const bv_fields *fields, const char *key);

/* Fills persons and sources of document->front, whose date and author must be known; the author becomes the first source,
 * with these fields (parties.c). */
void bv_read_parties(bv_reader *reader, const bv_yaml *persons, const bv_yaml *sources, const bv_fields *author);

#endif
