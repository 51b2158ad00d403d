/* Internal to lang: who does what. The same word beside another person than in the original is a changed person, also
 * where both texts name both persons. */
#ifndef BV_LANG_DOERS_H
#define BV_LANG_DOERS_H

#include "lang/facts.h"

typedef struct bv_changed {
  const bv_fact *original; /* who it was; NULL when that is not to be told */
  const bv_fact *plain;    /* who it became; NULL: nobody changed */
} bv_changed;

/* The first person of the plain text that stands among words which the original gives to others only and that it names
 * more often than the original does, or that is named twice side by side ("vader en vader"). `same` says whether two
 * facts are one person. */
bv_changed bv_changed_doer(bv_arena *arena, const bv_facts *original, const bv_facts *plain,
                           bool (*same)(const bv_fact *, const bv_fact *));

#endif
