/* The model of a draft: front matter, tree, and what the tree means (claims, parts, reactions, plain texts).
 *
 * Readers fill `front` and `root`; bv_model_resolve fills the rest. All of it lives in `arena`. After bv_model_resolve
 * nothing changes any more: rules and publishing only read. */
#ifndef BV_MODEL_MODEL_H
#define BV_MODEL_MODEL_H

#include "base/arena.h"
#include "base/date.h"
#include "base/source.h"
#include "base/yaml.h"
#include "model/finding.h"
#include "model/node.h"

typedef enum bv_role {
  BV_ROLE_UNKNOWN, BV_ROLE_JEUGDIGE, BV_ROLE_OUDER, BV_ROLE_VERZORGER, BV_ROLE_NETWERK, BV_ROLE_PROFESSIONAL, BV_ROLE_ANDER
} bv_role;

typedef enum bv_source_kind {
  BV_SOURCE_UNKNOWN, BV_SOURCE_GESPREK, BV_SOURCE_DOCUMENT, BV_SOURCE_OBSERVATIE, BV_SOURCE_MELDING,
  BV_SOURCE_EERDER_RAPPORT, BV_SOURCE_UITSPRAAK, BV_SOURCE_REGISTRATIE,
  BV_SOURCE_OPSTELLER /* the author, always there: id "opsteller", dated as the report */
} bv_source_kind;

typedef enum bv_answer { BV_UNSAID, BV_JA, BV_NEE } bv_answer;

/* A field of the front matter: NULL value when it is not there. */
typedef struct bv_field {
  const char *key;
  const char *value;                                        /* a scalar; or NULL for a list or map */
  bv_range key_range, value_range;
  struct { const char **items; bv_range *ranges; size_t count; } list; /* a list of scalars */
} bv_field;

typedef struct bv_fields {
  bv_field *items;
  size_t count, capacity;
  bv_range range; /* of the whole entry */
} bv_fields;

typedef struct bv_person {
  const char *id;       /* or NULL, where it was left out or is none */
  bv_role role;
  const char *name;     /* as declared; the id where it is left out */
  const char *function; /* or NULL; likewise the next */
  const char *organisation;
  const char *relation;
  const char *language; /* "nl" where it is left out */
  const char *gender;   /* "m", "v", "x" or NULL */
  bv_date born;         /* year 0: not given */
  bv_answer authority, interpreter, translation;
  const char *no_reaction; /* reason, or NULL */
  const char *no_interview;
  bv_fields fields; /* everything declared, with places */
} bv_person;

typedef struct bv_report_source {
  const char *id;        /* or NULL likewise */
  bv_source_kind kind;
  const char *kind_name; /* "gesprek", as declared */
  const bv_person *person;
  const char *title, *author, *function, *organisation, *reason; /* or NULL */
  bv_period date;
  bv_answer held, announced, approved, annexed, interpreter; /* in-bezit, aangekondigd, geaccordeerd, bijlage, tolk */
  unsigned number; /* "Bron 4": from 1 in order of declaration; 0 for the author */
  bv_fields fields;
} bv_report_source;

typedef struct bv_front {
  bv_fields fields; /* top level, with places; `range` is the front matter without its fences */
  const bv_yaml *entries; /* all that was written, unknown keys too; a map, or NULL where it could not be read */
  const char *kind; /* soort, or NULL; likewise the next */
  const char *reference;
  bv_date date;     /* of the report; year 0: missing or wrong */
  bv_date reaction_deadline, request_received, inquiry_started, hearing, measure_since, placed_since, expires;
  bool definitive, urgent, extension;
  struct { const char **items; size_t count, capacity; } measures;
  const char *author_name, *author_function, *author_organisation;
  struct { bv_person *items; size_t count, capacity; } persons;
  struct { bv_report_source *items; size_t count, capacity; } sources; /* items[0] is the author (opsteller) */
} bv_front;

typedef enum bv_label { BV_LABEL_NONE, BV_LABEL_FEIT, BV_LABEL_MENING, BV_LABEL_HOREN_ZEGGEN } bv_label;

/* A stretch of a leaf's text. */
typedef struct bv_piece {
  const bv_node *leaf;
  uint32_t start, end;
} bv_piece;

typedef struct bv_pieces {
  bv_piece *items;
  size_t count, capacity;
} bv_pieces;

typedef struct bv_source_list {
  const bv_report_source **items;
  size_t count, capacity;
} bv_source_list;

typedef struct bv_person_list {
  const bv_person **items;
  size_t count, capacity;
} bv_person_list;

typedef enum bv_date_origin { BV_DATE_FROM_NOWHERE, BV_DATE_FROM_SELF, BV_DATE_FROM_AROUND, BV_DATE_FROM_SOURCE } bv_date_origin;

typedef struct bv_diagnosis {
  const char *by_text;                /* gesteld-door as written, or NULL */
  const bv_report_source *by_source;  /* what it names: one of the two, or neither */
  const bv_person *by_person;
  bv_period on;                       /* gesteld-op; year 0: missing or wrong */
  bool confirmed, unconfirmed;        /* status=bevestigd, status=niet-bevestigd */
} bv_diagnosis;

typedef struct bv_part bv_part;
typedef struct bv_claim bv_claim;

struct bv_claim {
  const bv_node *element;     /* the span, div or leaf that is the claim */
  bv_range range;             /* in the source */
  bv_pieces pieces;           /* its text, without that of claims inside it */
  const bv_claim *around;     /* the claim it lies in, or NULL */
  bv_label label;             /* the first of its own labels, else the one handed down */
  unsigned own_labels;        /* how many labels stand on the element itself */
  const char *id;             /* or NULL */
  const char *number;         /* "3.12" */
  const bv_part *part;        /* never NULL */
  const bv_attribute *sources_attribute; /* bron, own or inherited, or NULL */
  bv_source_list sources;     /* those that exist */
  const bv_attribute *date_attribute;
  bv_period date;             /* year 0: none, or wrong */
  bv_date_origin date_origin;
  const bv_attribute *from_attribute;    /* van */
  bv_person_list from;
  bv_person_list about;       /* over */
  const bv_report_source *copied_from;   /* overgenomen-uit */
  const bv_attribute *copied_attribute;
  const char *necessity;      /* noodzaak, or NULL */
  const bv_claim *contradicts;
  bv_person_list withheld_from;          /* vertrouwelijk */
  const bv_attribute *withheld_attribute;
  const char *withheld_reason;
  bool is_diagnosis;
  bv_diagnosis diagnosis;
  const char *plain;          /* ouders="…", or NULL */
};

typedef struct bv_reaction {
  const bv_node *element;
  bv_range range;
  const bv_person *from;      /* van, or NULL */
  bv_period date;
  const bv_claim *claim;      /* op: a claim, or … */
  const bv_node *section;     /* … a section or div; both NULL when it points to nothing */
  const bv_part *part;        /* where it stands */
  const char *decision;       /* besluit: "verwerkt", "deels", "niet-verwerkt", or NULL */
  const char *reason;
  bv_person_list withheld_from;
} bv_reaction;

/* .voor-ouders */
typedef struct bv_plain_text {
  const bv_node *element;
  const bv_claim *claim;      /* bij: a claim, or … */
  const bv_node *section;
} bv_plain_text;

struct bv_part {
  const bv_node *section;     /* NULL for part 0, the text before the first part */
  unsigned number;
  const char *title;          /* "" for part 0 */
  size_t claim_count;
};

typedef struct bv_sentence {
  const bv_node *leaf;
  uint32_t start, end;        /* bytes of the leaf's text, without the space behind */
  bool exempt;                /* lies in .toelichting */
} bv_sentence;

typedef struct bv_document {
  bv_arena *arena;
  bv_source *source;
  bv_findings *findings;      /* what reading and resolving found; rules add theirs */
  bv_front front;
  bv_node *root;
  struct { bv_part *items; size_t count, capacity; } parts;         /* items[0] is part 0 */
  struct { bv_claim **items; size_t count, capacity; } claims;      /* in the order of the document */
  struct { bv_reaction *items; size_t count, capacity; } reactions;
  struct { bv_plain_text *items; size_t count, capacity; } plain_texts;
  struct { bv_sentence *items; size_t count, capacity; } sentences; /* those that can make a claim, and the exempt */
} bv_document;

/* Fills everything below `root`: parts, claims with what they inherit, reactions, plain texts, sentences; references that
 * lead nowhere and ids that stand twice become findings (markup/verwijzing, markup/dubbele-id, bron/onbekend). */
void bv_model_resolve(bv_document *document);

const bv_person *bv_person_find(const bv_document *document, const char *id);
const bv_report_source *bv_source_find(const bv_document *document, const char *id);
/* The part that a node lies in; never NULL after bv_model_resolve. */
const bv_part *bv_part_of(const bv_document *document, const bv_node *node);
/* The innermost claim that holds the byte of the leaf's text, or NULL. */
const bv_claim *bv_claim_at(const bv_node *leaf, uint32_t offset);
/* The text of a claim, its pieces joined by a space, in the arena. */
const char *bv_claim_text(bv_arena *arena, const bv_claim *claim);
/* Who speaks in a source: its person's or author's name, else its organisation or title. Never NULL. */
const char *bv_source_voice(const bv_report_source *source);
/* Whether one of the measures asked is a placement outside the home. */
bool bv_asks_placement(const bv_front *front);

#endif
