/* Kinds of document as data: raadsrapport, plan van aanpak, verzoekschrift, and what an organisation adds.
 *
 * A kind is one XML file after schemas/soort.rng: the parts it must have and how they are recognised, the subjects it must
 * speak of, its own front-matter keys, and the conditions on all of that. Ours are compiled into the program; a directory
 * or a file adds kinds, or replaces one by giving the same name. Everything lives in the arena of the set and does not
 * change after loading. */
#ifndef BV_MODEL_KIND_H
#define BV_MODEL_KIND_H

#include <stdbool.h>

#include "base/arena.h"
#include "lang/terms.h"
#include "model/rule.h"

/* A list of names. */
typedef struct bv_names {
  const char **items;
  size_t count, capacity;
} bv_names;

typedef enum bv_condition_type {
  BV_IF_MEASURE,       /* text: a measure, or "een" for any */
  BV_IF_PLACEMENT,     /* text: "gevraagd", "loopt", "gevraagd-of-loopt" */
  BV_IF_PLACED_YEARS,  /* number: placed outside the home for that long */
  BV_IF_URGENT,        /* answer */
  BV_IF_EXTENSION,     /* answer */
  BV_IF_AGE,           /* number: there is a child of that age or older */
  BV_IF_PARENTS,       /* number: that many parents or more are declared */
  BV_IF_ORGANISATION,  /* text: stands in the organisation of the author */
  BV_IF_FIELD,         /* text: that front-matter key is there */
  BV_IF_TOPIC          /* topic, in places */
} bv_condition_type;

typedef struct bv_condition {
  bv_condition_type type;
  bool unless;     /* tenzij: must not hold */
  const char *text;
  int number;
  bool answer;     /* true: ja */
  size_t topic;    /* index in kind->topics */
  bv_names places; /* classes of parts, or "*", "@reacties", "@bronnen"; empty: "*" */
} bv_condition;

typedef struct bv_conditions {
  bv_condition *items;
  size_t count, capacity;
} bv_conditions;

/* Something a document speaks of: a class of that name, or one of these words. */
typedef struct bv_topic {
  const char *name, *title;
  bool negation_counts; /* false: "geen …" is no mention */
  bv_names words;       /* forms in the notation of lang/terms.h; "*" at the end: the word may go on */
} bv_topic;

/* Which rule speaks when something is missing, and on which norm it rests. */
typedef struct bv_authority {
  bv_rule rule;
  const char *norm; /* NULL: that of the rule */
} bv_authority;

typedef enum bv_field_type { BV_FIELD_DATE, BV_FIELD_ANSWER, BV_FIELD_TEXT } bv_field_type;

/* A front-matter key of this kind. */
typedef struct bv_kind_field {
  const char *name, *title;
  bv_field_type type;
  bool required; /* when its conditions hold */
  bv_authority authority;
  bv_conditions conditions;
} bv_kind_field;

typedef enum bv_requirement_type {
  BV_REQUIRE_TOPICS,    /* noemt: `minimum` of the topics, or all when it is 0 */
  BV_REQUIRE_JUDGEMENT, /* kernoordeel: `number` with `title` */
  BV_REQUIRE_OPTIONS,   /* opties: `minimum` options, each with its outcome */
  BV_REQUIRE_GOALS,     /* doelen: `minimum` goals, each with who, what and when */
  BV_REQUIRE_INTERVIEW, /* gesprek: every person of that role and age has been spoken to */
  BV_REQUIRE_TERM       /* termijn: days between two dates of the front matter */
} bv_requirement_type;

typedef struct bv_requirement {
  bv_requirement_type type;
  bv_authority authority;
  bv_conditions conditions;
  bv_names places; /* as in bv_condition; empty: the part itself, or the whole document */
  struct { size_t *items; size_t count, capacity; } topics; /* indexes in kind->topics */
  int minimum, number;
  const char *title;               /* of a judgement */
  const char *role;                /* of an interview */
  int age_from, age_until;         /* until: not included; 0: no limit */
  const char *from, *until, *term; /* of a term: two front-matter keys and the name of the term, or NULL */
  int days;                        /* when the term has no name */
  bool at_least;
} bv_requirement;

typedef struct bv_requirements {
  bv_requirement *items;
  size_t count, capacity;
} bv_requirements;

typedef struct bv_kind_part {
  const char *class_name, *title;
  const char *question;    /* what the part answers, or NULL */
  bool required;           /* when its conditions hold */
  bool bears_claims;
  bv_names titles;         /* by which it is recognised, its own included; as bv_title_key gives them */
  bv_authority authority;
  bv_conditions conditions;
  bv_requirements requirements;
} bv_kind_part;

/* The words of all topics together, made when the kind is loaded. The topic of a term is topics[term->row->line]. */
typedef struct bv_topic_words {
  const bv_terms *whole, *opening; /* opening: the words that may go on */
  struct { size_t *items; size_t count, capacity; } topics;
} bv_topic_words;

typedef struct bv_kind {
  const char *name, *title;
  const char *origin; /* the file it came from; NULL: ours */
  bool abstract;      /* only to base others on: no draft is of this kind */
  struct { bv_kind_field *items; size_t count, capacity; } fields;
  struct { bv_topic *items; size_t count, capacity; } topics;
  bv_topic_words words;
  struct { bv_kind_part *items; size_t count, capacity; } parts;
  bv_requirements requirements; /* of the document as a whole */
} bv_kind;

typedef struct bv_kind_set {
  bv_arena *arena;
  bv_kind **items;
  size_t count, capacity;
} bv_kind_set;

/* The kinds that are compiled in, in the arena, which must outlive the set. */
bv_kind_set *bv_kind_set_new(bv_arena *arena);
/* Adds the kind in a file, or replaces the one of its name. NULL when all is well; else a Dutch sentence with the file and
 * line, in the arena, and the set is as before. */
const char *bv_kind_set_load_file(bv_kind_set *kinds, const char *path);
/* The same for bytes in memory; `name` is what messages call them. */
const char *bv_kind_set_load_bytes(bv_kind_set *kinds, const char *name, const char *bytes, size_t length);
/* Loads every *.xml file of a directory, in the order of their names. A directory that is not there is fine; the first
 * file that is wrong ends it. */
const char *bv_kind_set_load_directory(bv_kind_set *kinds, const char *path);
/* Loads the search path: /etc/bronvast/kinds, then kinds under $XDG_CONFIG_HOME/bronvast (or ~/.config/bronvast): what
 * comes later wins. */
const char *bv_kind_set_load_search_path(bv_kind_set *kinds);

/* The kind of that name, or NULL. */
const bv_kind *bv_kind_find(const bv_kind_set *kinds, const char *name);
/* The kind name nearest to a misspelt one, or NULL. */
const char *bv_kind_nearest(const bv_kind_set *kinds, const char *name);
/* The part of that class, or NULL. */
const bv_kind_part *bv_kind_part_of_class(const bv_kind *kind, const char *class_name);
/* The part that a section's title names ("3.2 Omgang" or "OMGANG": case, numbering and accents aside), or NULL. */
const bv_kind_part *bv_kind_part_of_title(const bv_kind *kind, const char *title);
/* Whether the kind has a part or subject of that name: such a class is known in its drafts, beside those of vocabulary.h. */
bool bv_kind_knows_class(const bv_kind *kind, const char *name);
/* The front-matter key that the kind adds, or NULL. */
const bv_kind_field *bv_kind_field_of(const bv_kind *kind, const char *key);

#endif
