/* Sayings: who says, thinks or has heard something, by the verb and by the words around it. */
#include <string.h>

#include "lang/cues_read.h"
#include "lang/lists.h"

/* Who can say or think something; a document can too, and then it is no hearsay. */
enum { ACTORS = BV_PERSON | BV_PROFESSION | BV_ORGANISATION | BV_PEOPLE | BV_DOCUMENT };

static bool is(const bv_cue_reading *r, size_t i, const char *word) { return bv_token_is(r->tokens, i, word); }

/* A judge decides: what a court finds is what it decided, no opinion that a report should mark. */
static bool is_court(const bv_cue_reading *r, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (bv_token_in(r->tokens, i, bv_list_courts) && !is(r, i + 1, "voor"))
      return true;
  return false;
}

/* What the author told somebody is what the author did. */
static bool is_author(const bv_cue_reading *r, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (bv_token_in(r->tokens, i, bv_list_authors))
      return true;
  return false;
}

/* The classes of who acts in the clause of a verb: before it, or, where verb and subject changed places, behind it. */
unsigned bv_cue_actor(const bv_cue_reading *r, const bv_cue_candidate *c) {
  unsigned before = bv_context_before(r->tokens, r->context, c->first, BV_CUE_NEAR + 3);
  return before & ACTORS ? before : bv_context_after(r->tokens, r->context, c->past, 4);
}

/* "Vader wil niet zeggen dat", "in staat te stellen": the verb says nothing here. */
static bool is_infinitive(const bv_cue_reading *r, const bv_cue_candidate *c) {
  const char *verb = r->tokens->items[c->first].folded;
  size_t length = strlen(verb);
  return length > 2 && strcmp(verb + length - 2, "en") == 0 && c->first &&
         bv_token_in(r->tokens, c->first - 1, bv_list_before_infinitives);
}

static bool is_document(const bv_cue_reading *r, size_t i) {
  return bv_token_in(r->tokens, i, bv_list_document_endings) ||
         bv_has_ending(r->tokens->items[i].folded, bv_list_document_endings);
}

/* Whether a clause with the content follows: "dat zij …", "of …", "niets te weten". */
static bool has_content(const bv_cue_reading *r, size_t past) {
  size_t most = BV_CUE_FAR;
  for (size_t i = past; i < r->sentence_past && most-- > 0; i++) {
    const bv_token *token = &r->tokens->items[i];
    if (token->quoted || token->folded[0] == ':')
      return false;
    if (bv_token_in(r->tokens, i, bv_list_content_openers))
      return true;
    const char *next = i + 1 < r->sentence_past ? r->tokens->items[i + 1].folded : "";
    size_t length = strlen(next);
    if (strcmp(token->folded, "te") == 0 && length > 3 && next[length - 1] == 'n')
      return !bv_token_in(r->tokens, i - 1, bv_list_means); /* "antwoordde door te knikken" */
  }
  return false;
}

/* "Sam was ziek, zegt moeder."; not "Op de vraag of Sam ziek was, knikt moeder": what is asked is not said. */
static bool follows_content(const bv_cue_reading *r, const bv_cue_candidate *c) {
  if (is(r, r->sentence, "op") && is(r, r->sentence + 1, "de") && is(r, r->sentence + 2, "vraag"))
    return false;
  if (c->first < r->sentence + 2 || !is(r, c->first - 1, ",") || r->tokens->items[c->first - 2].quoted)
    return false;
  for (size_t i = c->past; i < r->sentence_past; i++)
    if (is(r, i, ":"))
      return false; /* "Gevraagd naar huis, zegt hij: …": what he says stands behind it */
  return bv_context_after(r->tokens, r->context, c->past, 3) & (BV_PERSON | BV_PROFESSION | BV_ORGANISATION) ||
         (c->past < r->sentence_past && bv_cue_is_name(r, c->past));
}

/* Whether the verb is one of those and that word belongs to it. */
static bool goes_with(const bv_cue_reading *r, const bv_cue_candidate *c, const char *const *verbs, const char *word) {
  return bv_token_in(r->tokens, c->first, verbs) && bv_cue_find_ahead(r, c->past, word, BV_CUE_NEAR) < r->tokens->count;
}

bool bv_cue_is_speech(const bv_cue_reading *r, const bv_cue_candidate *c) {
  size_t start = bv_cue_clause_start(r, c->first);
  unsigned who = bv_cue_actor(r, c);
  for (size_t i = start; i < c->first; i++)
    who |= is_document(r, i) ? BV_DOCUMENT : bv_cue_is_name(r, i) ? BV_PERSON : 0;
  if (!(who & ACTORS) || (who & BV_DOCUMENT && !(who & (BV_PERSON | BV_PROFESSION))))
    return false;
  if (is_infinitive(r, c) || is_court(r, start, c->first) || is_author(r, start, c->first))
    return false;
  if (is(r, c->first, "stelt") || is(r, c->first, "stelde") || is(r, c->first, "stellen")) {
    for (size_t i = c->past; i < r->sentence_past && !is(r, i, "dat"); i++)
      if (bv_token_in(r->tokens, i, bv_list_idioms_of_stellen))
        return false;
    if (bv_cue_find_ahead(r, c->past, "vast", BV_CUE_FAR) < r->tokens->count)
      return false;
  }
  if (goes_with(r, c, bv_list_ringing, "aan") || goes_with(r, c, bv_list_announcing, "zich"))
    return false;
  return has_content(r, c->past) || follows_content(r, c);
}

/* "heeft aan school verteld dat", "is door moeder gezegd dat". */
bool bv_cue_is_told(const bv_cue_reading *r, const bv_cue_candidate *c) {
  unsigned before = bv_context_before(r->tokens, r->context, c->first, BV_CUE_FAR);
  return before & (BV_HAS | BV_COPULA) && before & (BV_PERSON | BV_PROFESSION) && has_content(r, c->past);
}

/* "volgens moeder", not "volgens de richtlijn". */
bool bv_cue_is_according(const bv_cue_reading *r, const bv_cue_candidate *c) {
  enum { FAR = 4 };
  unsigned who = bv_context_after(r->tokens, r->context, c->past, FAR);
  for (size_t i = c->past; i < r->sentence_past && i < c->past + FAR && !bv_ends_clause(r->tokens, r->context, i); i++)
    who |= is_document(r, i) ? BV_DOCUMENT : 0;
  if (who & BV_DOCUMENT)
    return false;
  if (who & (BV_PERSON | BV_PROFESSION | BV_ORGANISATION))
    return true;
  return c->past < r->sentence_past && bv_cue_is_name(r, c->past);
}

/* ", aldus moeder", not behind a quotation. */
bool bv_cue_is_thus(const bv_cue_reading *r, const bv_cue_candidate *c) {
  if (c->past > c->first + 1)
    return true;
  return c->first >= r->sentence + 2 && !r->tokens->items[c->first - 1].quoted && !r->tokens->items[c->first - 2].quoted;
}

/* "van oma", "van de buren", "van iemand", not "van 5 juni". */
static bool names_teller(const bv_cue_reading *r, size_t i) {
  const bv_token *token = &r->tokens->items[i];
  return i < r->sentence_past && token->kind == BV_TOKEN_WORD && !is(r, i, "zich");
}

/* "heeft van oma gehoord dat", "heeft gehoord dat". */
bool bv_cue_is_heard(const bv_cue_reading *r, const bv_cue_candidate *c) {
  unsigned before = bv_context_before(r->tokens, r->context, c->first, BV_CUE_FAR);
  if (!(before & BV_HAS))
    return false;
  if (is(r, c->past, "dat") || is(r, c->past + 1, "dat"))
    return true;
  size_t from = bv_cue_clause_start(r, c->first);
  for (size_t i = from; i < c->first; i++)
    if ((is(r, i, "van") || is(r, i, "via")) && names_teller(r, i + 1))
      return is(r, c->past, "van") || is(r, c->past, ",") || c->past == r->sentence_past ||
             bv_ends_sentence(r->tokens, c->past);
  return false;
}

/* "hoorde van oma dat", "hoorde dat". */
bool bv_cue_is_hearing(const bv_cue_reading *r, const bv_cue_candidate *c) {
  if (bv_token_in(r->tokens, c->past, bv_list_idioms_of_horen) ||
      (c->first && bv_token_in(r->tokens, c->first - 1, bv_list_idioms_of_horen)))
    return false;
  if (is(r, c->past, "dat") || is(r, c->past + 1, "dat"))
    return true;
  if (bv_cue_find_ahead(r, c->past, "van", 3) == r->tokens->count && bv_cue_find_ahead(r, c->past, "via", 3) == r->tokens->count)
    return false;
  for (size_t i = c->past, most = BV_CUE_NEAR + 3; i < r->sentence_past && most-- > 0; i++)
    if (is(r, i, "dat"))
      return true;
  return false;
}

enum { SHORTEST_PARTICIPLE = 6 }; /* bytes: "gedaan", not "been" */

/* "zijn tante": no verb; "zijn geslagen", "verslaafd zijn aan" is one. */
static bool is_owner(const bv_cue_reading *r, size_t i) {
  if (!is(r, i, "zijn") || i + 1 >= r->sentence_past || bv_ends_clause(r->tokens, r->context, i + 1))
    return false;
  const bv_token *next = &r->tokens->items[i + 1];
  bool participle = strlen(next->folded) >= SHORTEST_PARTICIPLE && bv_has_beginning(next->folded, bv_list_participle_prefixes);
  return next->kind == BV_TOKEN_WORD && !participle && !(r->context[i + 1] & BV_PREPOSITION);
}

/* "moeder zou hem hebben geslagen", "zou verslaafd zijn"; not a wish, a plan, a duty or a condition. */
bool bv_cue_is_reported(const bv_cue_reading *r, const bv_cue_candidate *c) {
  for (size_t i = r->sentence; i < r->sentence_past; i++)
    if (bv_token_in(r->tokens, i, bv_list_conditions))
      return false;
  bool reported = false;
  for (size_t i = c->past, most = 2 * BV_CUE_FAR; i < r->sentence_past && most-- > 0; i++) {
    if (bv_token_in(r->tokens, i, bv_list_wishes_and_plans) || bv_ends_sentence(r->tokens, i))
      break;
    reported |= bv_token_in(r->tokens, i, bv_list_alleged_deeds) && !is_owner(r, i);
    if (bv_ends_clause(r->tokens, r->context, i) && reported)
      return true;
  }
  for (size_t i = c->past; i < r->sentence_past; i++)
    if (bv_token_in(r->tokens, i, bv_list_wishes_and_plans))
      return false;
  /* In a subordinate clause the infinitive may stand behind: "dat zij hem zou hebben geslagen", "geslagen zou hebben". */
  return reported;
}

bool bv_cue_is_opinion(const bv_cue_reading *r, const bv_cue_candidate *c) {
  return !is_court(r, bv_cue_clause_start(r, c->first), c->first) && !is_court(r, c->past, c->past + 3);
}

