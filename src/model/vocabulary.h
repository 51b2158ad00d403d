/* The words of the format: classes, attribute keys and values, front-matter keys; each table is the single list of its kind. */
#ifndef BV_MODEL_VOCABULARY_H
#define BV_MODEL_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct bv_words {
  const char *const *items;
  size_t count;
} bv_words;

extern const bv_words bv_known_classes;    /* of spans, divs and headers, kinds of document excepted */
extern const bv_words bv_known_attributes; /* keys */
extern const bv_words bv_front_keys, bv_author_keys, bv_person_keys, bv_source_keys;
extern const bv_words bv_kinds, bv_measures, bv_roles, bv_source_kinds, bv_decisions, bv_yes_no, bv_diagnosis_status,
    bv_outcomes, bv_judgement_numbers, bv_states, bv_genders;

extern const bv_words bv_term_names; /* terms in days that an organisation can set */

/* The terms, in the order of bv_term_names: days at most (or at least) between two dates. */
typedef enum bv_term_name {
  BV_TERM_RAADSONDERZOEK, BV_TERM_PLAN_VAN_AANPAK, BV_TERM_VERLENGING, BV_TERM_EERSTE_CONTACT,
  BV_TERM_PERSPECTIEF_TOETSING, BV_TERM_COUNT
} bv_term_name;

/* Index of the word in the table, or -1. */
int bv_words_find(const bv_words *words, const char *word);
/* The nearest word of the table, or NULL. */
const char *bv_words_nearest(const bv_words *words, const char *word);

#endif
