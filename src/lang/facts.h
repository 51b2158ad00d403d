/* What a text in plain language must keep of the text that it renders: who, when, how much, whether it is denied, how
 * sure it is, and whose view or words it gives. The words come from src/lang/facts.tsv. */
#ifndef BV_LANG_FACTS_H
#define BV_LANG_FACTS_H

#include "base/date.h"
#include "lang/amounts.h"
#include "lang/sentences.h"
#include "lang/terms.h"

/* Nobody writes a claim with more; it bounds what comparing costs. */
enum { BV_MOST_FACTS = 1024, BV_LONGEST_COMPARED = 256 * 1024 };

typedef enum bv_fact_kind {
  BV_FACT_PERSON, /* a person or office, by name or by role */
  BV_FACT_NAME,   /* another word with a capital: a place, an organisation */
  BV_FACT_DATE,
  BV_FACT_WEEKDAY,
  BV_FACT_NUMBER, /* a number, an amount, a time of the clock */
  BV_FACT_NEGATION,
  BV_FACT_DOUBT,  /* how sure: "lijkt", "misschien" */
  BV_FACT_ROUGH,  /* how exact: "ongeveer", "minstens" */
  BV_FACT_OFTEN,  /* how often: "vaak", "soms"; soft: without the word it reads as more */
  BV_FACT_HOLDER, /* "vindt", "zegt", "heeft gehoord van" */
  BV_FACT_QUOTE   /* words between quotation marks */
} bv_fact_kind;

typedef struct bv_fact {
  bv_fact_kind kind;
  uint32_t start, end; /* bytes of the text */
  size_t token;        /* the first of its tokens */
  const char *key;     /* who or which it is; of a number the word that is counted, "" where there is none */
  const char *also;    /* a person: counts as that one too; "" */
  const char *group;   /* a person: the group that speaks of this one too, "ouders"; "" */
  const char *gender;  /* a person: "m", "v" or "" */
  const char *side;    /* a person: of that side of the family, "moeder" or "vader"; "" */
  char initial;        /* a person: the first letter of the initials, folded; '\0' where none stand */
  bool soft;           /* may stand in for another, and is not asked for itself */
  bool kin;            /* a relative of whoever is spoken of: "haar zus" */
  bool is_group;
  bool is_one_of;      /* a person: one of several for whom there is the same word, which is in `also` */
  bool is_head;        /* a person: the word ends compounds that mean the same one, "begeleider" */
  bv_date date;        /* a date; month or day 0 when it has none, year 0 when the text gives none */
  bv_amount amount;    /* a number */
  const char *measure; /* "maand", "dag", "minuut", or "" */
  int64_t measured;    /* thousandths of the measure */
} bv_fact;

typedef struct bv_facts {
  bv_fact *items;
  size_t count, capacity;
  bv_tokens tokens;
  bool full; /* there are more than BV_MOST_FACTS, or the text is longer than BV_LONGEST_COMPARED bytes: the list is not
                complete, and nothing is to be concluded from it */
} bv_facts;

/* Names and what they mean, as rows of the layout of facts.tsv; in the arena. NULL where nobody is known. */
typedef struct bv_people {
  const bv_terms *forms;
} bv_people;

/* The facts of a text (valid UTF-8, which must live as long), in order, in the arena. */
bv_facts bv_facts_in(bv_arena *arena, const char *text, size_t length, const bv_people *people);
/* The same of the tokens and sentences of a text. */
bv_facts bv_facts_of_tokens(bv_arena *arena, const bv_tokens *tokens, const bv_stretches *sentences,
                            const bv_people *people);
/* The first token behind a fact. */
size_t bv_fact_past(const bv_facts *facts, const bv_fact *fact);
/* For whom a pronoun can stand: "m", "v", "" for anybody; NULL when the folded word is none. */
const char *bv_pronoun_gender(const char *folded);
/* Whether the folded word says nothing of what somebody does: "ook", "heeft", "naar". */
bool bv_is_filler(const char *folded);
/* Whether the token is a word that ends in one of a profession: "gezinsbegeleider". Such a fact has that word as its key. */
bool bv_is_compound_person(const bv_token *token);
/* The row of a person's word in facts.tsv ("moeder", "mentor"), or NULL. */
const bv_row *bv_person_word(const char *folded);

#endif
