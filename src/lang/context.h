/* What the words around a word are: the classes of src/lang/context.tsv, for each token of a text. Internal to lang. */
#ifndef BV_LANG_CONTEXT_H
#define BV_LANG_CONTEXT_H

#include "lang/tokens.h"
#include "lang/wordset.h"

typedef enum bv_context {
  BV_DENIES = 1 << 0,       /* geen, niet */
  BV_DENIES_AFTER = 1 << 1, /* is uitgesloten */
  BV_BETWEEN = 1 << 2,      /* carries a denial on: geen enkele aanwijzing voor */
  BV_SUSPECTS = 1 << 3,
  BV_PAST = 1 << 4,
  BV_RELATIVES = 1 << 5,    /* the family at large */
  BV_STRONG = 1 << 6,       /* makes any word a diagnosis: gediagnosticeerd */
  BV_COPULA = 1 << 7,
  BV_HAS = 1 << 8,
  BV_PERSON = 1 << 9,       /* one person of the family: moeder, hij */
  BV_PEOPLE = 1 << 10,      /* people in general: ouders */
  BV_GENERAL = 1 << 11,     /* a course, a leaflet */
  BV_PREPOSITION = 1 << 12,
  BV_ARTICLE = 1 << 13,
  BV_DEFINITE = 1 << 14,
  BV_BOUNDARY = 1 << 15,    /* begins another clause: maar, omdat */
  BV_COORDINATES = 1 << 16,
  BV_SUBSTANCE = 1 << 17,
  BV_INSTITUTION = 1 << 18,
  BV_TAIL = 1 << 19,
  BV_STATES = 1 << 20,      /* stelt … */
  BV_FIRMLY = 1 << 21,      /* … vast */
  BV_PROFESSION = 1 << 22,
  BV_ORGANISATION = 1 << 23,
  BV_DOCUMENT = 1 << 24,
  BV_POLICY = 1 << 25,      /* the system of child protection, not a family */
  BV_SITUATION = 1 << 26,   /* what somebody lives in: thuissituatie, opvoeding */
  BV_MANNER = 1 << 27,      /* a verb that is judged with one word: gedraagt zich …, verloopt … */
  BV_MANNER_WITH = 1 << 28, /* the same where a particle follows: komt … over, ziet er … uit */
  BV_BOND = 1 << 29,        /* what there is between people, and how it goes: band, contact, samenwerking */
  BV_FAMILY = 1 << 30       /* those of the report, together: ouders, kinderen */
} bv_context;

/* The classes of each token, or-ed, in the arena. A term of several words lends its classes to its first word; the words
 * in it keep their own. `names` (may be NULL): words that name a person wherever they have a capital outside quotation
 * marks. */
unsigned *bv_context_of(bv_arena *arena, const bv_tokens *tokens, const bv_word_set *names);
/* The classes of one folded word. */
unsigned bv_context_word(const char *folded);

/* Whether the token is a mark that ends a sentence. */
bool bv_ends_sentence(const bv_tokens *tokens, size_t index);
/* Whether a clause ends at the token: a mark, or a word that begins another. */
bool bv_ends_clause(const bv_tokens *tokens, const unsigned *context, size_t index);
/* The classes found before the token in the same clause, at most `most` words away. */
unsigned bv_context_before(const bv_tokens *tokens, const unsigned *context, size_t index, size_t most);
/* The classes found from the token on in the same clause, among the next `most` words. */
unsigned bv_context_after(const bv_tokens *tokens, const unsigned *context, size_t index, size_t most);

#endif
