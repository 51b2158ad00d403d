/* Internal to lang and check: several persons with the same word for them, as two grandmothers. Which of them is meant is
 * told by the name beside the word ("oma Jansen"), by the side of the family ("oma van moederskant"), or by who is named
 * elsewhere. */
#ifndef BV_LANG_NAMESAKES_H
#define BV_LANG_NAMESAKES_H

#include "lang/facts.h"

/* What a parent of whom only the name is known is as well: the one or the other. */
#define BV_EITHER_PARENT "moeder of vader"

/* The side of the family that the words from `*past` on name: "moeder", "vader", or "" when they name none. `*past` moves
 * behind them. */
const char *bv_side_at(const bv_tokens *tokens, size_t *past);
/* Makes a word that several persons share ("oma") mean one of them, where the text itself tells which. */
void bv_settle_namesakes(bv_facts *facts);
/* The same for what is left, where `others` name exactly one of them. */
void bv_settle_namesakes_by(bv_facts *facts, const bv_facts *others);
/* Whether the plain text says which of several it means, by name or by side, and the original only has their common word. */
bool bv_has_open_namesake(const bv_facts *original, const bv_facts *plain);
/* Whether two persons, by their key, their role, their initial and their side of the family, can be one. */
bool bv_may_be_one(const bv_fact *a, const bv_fact *b);
/* Whether two words can name one relative, from another side of the family: "broer" of vader, "oom" of his child. */
bool bv_may_be_same_relative(const bv_fact *a, const bv_fact *b);
/* Which of several persons with one name, of whom `first` is the first, stands at token `at`, where it or its title
 * begins: the one of the word before it ("oma Jansen"), else of the gender of the title. `facts` are those before it. */
const bv_term *bv_namesake_of(const bv_facts *facts, size_t at, const bv_term *first);
/* What stands behind "ook " in the remarks on a person (facts.tsv): as who else that one counts; "". */
const char *bv_also_of(const char *extra);
/* "m" or "v" for the token of a title, "" for any other. */
const char *bv_title_gender(const bv_tokens *tokens, size_t at);

#endif
