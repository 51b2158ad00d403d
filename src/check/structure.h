/* Internal to the opbouw family: what a kind of document asks of a draft. */
#ifndef BV_CHECK_STRUCTURE_H
#define BV_CHECK_STRUCTURE_H

#include "check/check.h"
#include "check/mentions.h"

typedef struct bv_structure {
  bv_check *check;
  const bv_kind *kind;
  const bv_mentions *mentions;
} bv_structure;

/* Whether all conditions hold; what cannot be known (an age without a birth date) does not (structure_conditions.c). */
bool bv_conditions_hold(const bv_structure *structure, const bv_conditions *conditions);
/* Whether the subject is mentioned in one of the places; no places: in the document. */
bool bv_mentioned_in(const bv_structure *structure, const bv_names *places, size_t topic);
/* A date of the front matter by its key; year 0 when it is not there or wrong. `range` (may be NULL) gets its place. */
bv_date bv_front_date(const bv_front *front, const char *key, bv_range *range);
/* The field of the front matter with that key, or NULL. */
const bv_field *bv_front_field(const bv_front *front, const char *key);

/* Adds a finding with the rule and the norm of an authority. */
bv_finding *bv_report_structure(const bv_structure *structure, const bv_authority *authority, bv_range range,
                                const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Where to point to for a requirement: the title of the first part it names (or of the part that asks) when that is in the
 * draft, else the start. */
bv_range bv_place_range(const bv_structure *structure, const bv_kind_part *part, const bv_names *places);
/* Whether a section or div has text of its own (structure_content.c). */
bool bv_node_has_text(const bv_node *node);

/* The requirements by type; `part` is the part that asks, or NULL. */
void bv_require_judgement(const bv_structure *structure, const bv_requirement *requirement);
void bv_require_options(const bv_structure *structure, const bv_kind_part *part, const bv_requirement *requirement);
void bv_require_goals(const bv_structure *structure, const bv_kind_part *part, const bv_requirement *requirement);
void bv_require_interview(const bv_structure *structure, const bv_requirement *requirement);
void bv_require_term(const bv_structure *structure, const bv_requirement *requirement);
/* Every goal in the draft says who, what and when. */
void bv_check_goals(const bv_structure *structure);
/* The front-matter keys of the kind: there when required, and of their type. */
void bv_check_kind_fields(const bv_structure *structure);

#endif
