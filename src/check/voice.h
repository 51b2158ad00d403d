/* Who speaks in a source, and which fields it has: questions that several families of rules ask. */
#ifndef BV_CHECK_VOICE_H
#define BV_CHECK_VOICE_H

#include "base/limits.h"
#include "model/model.h"

/* A list of ids in a hostile draft can be endless; rules that compare lists look at so many of each. */
enum { BV_MOST_NAMED = BV_MOST_NAMES };

/* Whether the string is NULL or holds only white space. */
bool bv_is_blank(const char *string);
/* The field of that key, or NULL. */
const bv_field *bv_field_of(const bv_fields *fields, const char *key);
/* Where the field's value stands; the whole entry when there is no such field. */
bv_range bv_field_place(const bv_fields *fields, const char *key);
/* Whether the field was written down at all, be its value wrong: then another finding speaks of it. */
bool bv_is_declared(const bv_fields *fields, const char *key);

/* Child, parent, carer or somebody of the family's own network: no professional. */
bool bv_is_family(const bv_person *person);
/* Whether the person is a child of twelve or older on that day: from that age a child is heard (Rv 809). */
bool bv_is_twelve(const bv_person *person, bv_date day);
bool bv_has_person(const bv_person_list *list, const bv_person *person);
/* Whether the attribute (may be NULL), a list of ids, names this one (may be NULL too). */
bool bv_names_id(const bv_attribute *list, const char *id);
/* Whether that person is the one who speaks in the source: in the conversation, or as its author. */
bool bv_speaks(const bv_report_source *source, const bv_person *person);
/* How messages name the source: by its id, else by who speaks in it. Never NULL. */
const char *bv_source_id(const bv_report_source *source);
/* Whether all sources of the list are one voice: one person speaking several times, or one document declared several
 * times. True for a list of one. */
bool bv_one_voice(const bv_source_list *sources);
/* The profession of who made the source: the function given with it, else that of its person; or NULL. */
const char *bv_source_function(const bv_report_source *source);

/* Whether the claim names no source at all, neither itself nor by what stands around it. A misspelt source is named. */
bool bv_lacks_source(const bv_claim *claim);
/* Whether the claim around it, if any, does name one: a source for the outer claim mends the inner one too. */
bool bv_is_outermost_without_source(const bv_claim *claim);

/* Whether a word of the text is the claim's own, and not all of it that of claims inside it. */
bool bv_has_own_words(const bv_claim *claim);

/* Where a fault in what claims inherit is said. */
typedef struct bv_place {
  bv_range range;
  const bv_claim *claim;
} bv_place;

/* The claim itself when the attribute (may be NULL) stands on it or nowhere; else the place of the attribute, so that a
 * header's fault is said once, at the header: equal findings are kept once. */
bv_place bv_fault_place(const bv_claim *claim, const bv_attribute *attribute);

/* The claim itself when it bears its own label, else the header or div that hands the label down. */
bv_place bv_label_place(const bv_claim *claim);

/* The first words of a text for use in a message: one line, at most some fifty characters. */
const char *bv_excerpt(bv_arena *arena, const char *text, size_t length);

#endif
