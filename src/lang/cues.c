#include "lang/cues.h"

#include <string.h>
#include <threads.h>

#include "lang/cues_read.h"
#include "lang/lists.h"
#include "lang/properties.h"
#include "lang/terms.h"
#include "lang/tone.h"

enum { LONGEST = 250 }; /* tokens: what is longer is no sentence, and is read in parts, so that time stays linear */

static const char FILLER[] = "vulling"; /* the class of words that may stand between those of a form */
static bv_terms *forms; /* read once, kept as long as the process */
static const bv_row of_property = {.fields = {"", "oordeel", "h", "", "", ""}};
static const bv_term property = {.row = &of_property}; /* what cues.tsv would say of a word of properties.tsv */

static void load(void) {
  static bv_table table;
  bv_arena *arena = bv_arena_new();
  table = bv_table_read(arena, "src/lang/cues.tsv");
  forms = bv_terms_new(arena, &table, BV_CUE_FORMS, BV_TERMS_WHOLE);
  bv_terms_skip(forms, BV_CUE_CLASS, FILLER);
  bv_terms_remember(forms, false);
}

/* --- The words around a candidate ------------------------------------------------------------------------------------ */

static bool is(const bv_cue_reading *r, size_t i, const char *word) { return bv_token_is(r->tokens, i, word); }

/* Whether the phrase (words apart by one space) stands in the text from token `at` on. */
static bool is_phrase(const bv_cue_reading *r, const char *phrase, size_t at) {
  char word[64];
  while (bv_next_part(&phrase, ' ', word, sizeof word))
    if (!is(r, at++, word))
      return false;
  return true;
}

/* Whether one of the phrases (';' between them) stands in the text from token `at` on, or, when `backwards`, ends before
 * it. */
static bool phrase_at(const bv_cue_reading *r, const char *phrases, size_t at, bool backwards) {
  char phrase[64];
  while (bv_next_part(&phrases, ';', phrase, sizeof phrase)) {
    size_t count = 1;
    for (const char *c = phrase; *c; c++)
      count += *c == ' ';
    if ((!backwards || at >= count) && is_phrase(r, phrase, backwards ? at - count : at))
      return true;
  }
  return false;
}

static bool is_always(const bv_cue_reading *r, const bv_cue_candidate *c) {
  (void)r;
  (void)c;
  return true;
}

static const struct {
  const char *name;
  bv_cue_kind kind;
  bv_cue_judge *judge;
} classes[] = {{"vermoeden", BV_CUE_SPECULATION, is_always},      {"gevolg", BV_CUE_INFERENCE, is_always},
               {"zekerheid", BV_CUE_CERTAINTY, is_always},        {"oordeel", BV_CUE_JUDGEMENT, is_always},
               {"vindt", BV_CUE_OPINION, bv_cue_is_opinion},      {"deskundig", BV_CUE_EXPERT, is_always},
               {"karakter", BV_CUE_CHARACTER, is_always},         {"zegt", BV_CUE_SPEECH, bv_cue_is_speech},
               {"gezegd", BV_CUE_SPEECH, bv_cue_is_told},         {"volgens", BV_CUE_SPEECH, bv_cue_is_according},
               {"aldus", BV_CUE_SPEECH, bv_cue_is_thus},          {"zou", BV_CUE_HEARSAY, bv_cue_is_reported},
               {"gehoord", BV_CUE_HEARSAY, bv_cue_is_heard},      {"hoort", BV_CUE_HEARSAY, bv_cue_is_hearing},
               {"gerucht", BV_CUE_HEARSAY, is_always},            {"vaag", BV_CUE_VAGUE, is_always},
               {"zorg", BV_CUE_CONCERN, is_always},               {"tint", BV_CUE_TINT, is_always},
               {"kleur", BV_CUE_COLOUR, is_always}};

/* --- Reading --------------------------------------------------------------------------------------------------------- */

/* Adds the cue that the candidate is; nothing when the words around it say otherwise. */
static bool add_cue(bv_cue_reading *r, const bv_cue_candidate *c) {
  for (size_t k = 0; k < sizeof classes / sizeof *classes; k++) {
    if (!bv_same(classes[k].name, c->row->fields[BV_CUE_CLASS]))
      continue;
    if (phrase_at(r, c->row->fields[BV_CUE_NOT_BEHIND], c->first, true) ||
        phrase_at(r, c->row->fields[BV_CUE_NOT_BEFORE], c->past, false) ||
        !bv_cue_meets_demands(r, c) || !classes[k].judge(r, c))
      return false;
    bv_cue cue = {.kind = classes[k].kind,
                  .start = r->tokens->items[c->first].start,
                  .end = r->tokens->items[c->past - 1].end,
                  .sentence = r->number,
                  .professional = (bv_cue_actor(r, c) & BV_PROFESSION) != 0};
    BV_PUSH(r->arena, &r->cues, cue);
    return true;
  }
  return false;
}

/* Whether the token is somebody of the report, and not just anybody: moeder, a name. */
static bool is_somebody(const bv_cue_reading *r, size_t i) {
  return r->context[i] & BV_PERSON && !bv_token_in(r->tokens, i, bv_list_anybody);
}

/* "Als doel is vastgelegd dat": what is to come, and was agreed. */
static bool tells_goal(const bv_cue_reading *r) {
  for (size_t i = r->sentence; i + 1 < r->sentence_past; i++)
    if (is(r, i, "als") && is(r, i + 1, "doel"))
      return true;
  return false;
}

/* A question claims nothing, and a sentence about the system of child protection nothing about a family. */
static bool claims_something(const bv_cue_reading *r) {
  bool policy = false, somebody = false;
  for (size_t i = r->sentence; i < r->sentence_past; i++) {
    policy |= (r->context[i] & BV_POLICY) != 0;
    somebody |= is_somebody(r, i);
  }
  bool asks = r->sentence_past > r->sentence && bv_token_is(r->tokens, r->sentence_past - 1, "?");
  return !asks && (somebody || !policy) && !tells_goal(r);
}

/* "de ouders", "beide kinderen"; in a sentence about the system these are any. */
static bool names_family(const bv_cue_reading *r) {
  bool family = false, policy = false;
  for (size_t i = r->sentence; i < r->sentence_past; i++) {
    family |= i > r->sentence && r->context[i] & BV_FAMILY && bv_token_in(r->tokens, i - 1, bv_list_definite);
    policy |= (r->context[i] & BV_POLICY) != 0;
  }
  return family && !policy;
}

/* Whether it is plain that the sentence is about this family: it names somebody, or begins with "hij" or "zij" before a
 * verb for one person. */
static bool is_about_this_family(const bv_cue_reading *r) {
  for (size_t i = r->sentence; i < r->sentence_past; i++)
    if (is_somebody(r, i))
      return true;
  if (r->sentence + 1 >= r->sentence_past || !bv_token_in(r->tokens, r->sentence, bv_list_pronouns_of_one))
    return false;
  const char *verb = r->tokens->items[r->sentence + 1].folded;
  size_t length = strlen(verb);
  return !bv_token_in(r->tokens, r->sentence + 1, bv_list_verbs_of_several) &&
         !(length > 2 && strcmp(verb + length - 2, "en") == 0);
}

/* The term, or the next of the same words, that is more than filler; NULL: none. */
static const bv_term *without_filler(const bv_term *term) {
  while (term && bv_same(term->row->fields[BV_CUE_CLASS], FILLER))
    term = term->next;
  return term;
}

static void find_context(bv_cue_reading *r) {
  if (!r->context)
    r->context = bv_context_of(r->arena, r->tokens, r->names);
}

/* Whether the token is the first word of its sentence, or of what stands behind a colon. */
static bool opens(const bv_cue_reading *r, size_t i) {
  while (i > r->sentence && r->tokens->items[i - 1].kind != BV_TOKEN_WORD && !is(r, i - 1, ":"))
    i--;
  return i == r->sentence || is(r, i - 1, ":");
}

/* "groep De Veilige Haven": words with a capital that no spelling asks for are what something is called. */
static bool is_title(bv_cue_reading *r, size_t first, size_t past) {
  for (size_t i = first; i < past; i++) {
    if (!r->tokens->items[i].capital || r->tokens->items[i].upper || opens(r, i))
      continue;
    find_context(r);
    if (!(r->context[i] & BV_PERSON))
      return true;
  }
  return false;
}

/* The forms of cues.tsv in the sentence. What the words around are is only found out for texts that hold one at all. */
static void read_forms(bv_cue_reading *r) {
  bool claims = false;
  for (size_t i = r->sentence; i < r->sentence_past; i++) {
    if (r->tokens->items[i].quoted)
      continue;
    bv_term_match match = bv_terms_find(forms, r->tokens, i);
    if (match.term && is_title(r, i, match.past))
      continue;
    if (!match.term && bv_tells_property(&r->tokens->items[i]))
      match = (bv_term_match){.term = &property, .past = i + 1};
    const bv_term *found = without_filler(match.term);
    if (!found)
      continue;
    find_context(r);
    if (!claims && !(claims = claims_something(r)))
      return;
    for (const bv_term *term = found; term; term = without_filler(term->next)) {
      bv_cue_candidate c = {term->row, i, match.past};
      if (!add_cue(r, &c))
        continue;
      i = match.past - 1;
      break;
    }
  }
}

/* "Dat is te zwaar voor haar." behind a sentence on somebody: about the same. */
static bool goes_on(bv_cue_reading *r) {
  for (size_t i = 0; r->cues.about == BV_ABOUT_UNKNOWN && i < r->tokens->count; i++)
    if (is_somebody(r, i))
      r->cues.about = BV_ABOUT_SOMEBODY;
  if (r->cues.about == BV_ABOUT_UNKNOWN)
    r->cues.about = BV_ABOUT_NOBODY;
  if (r->cues.about == BV_ABOUT_NOBODY && !r->follows_somebody)
    return false;
  for (size_t i = r->sentence; i < r->sentence_past; i++)
    if (r->context[i] & BV_POLICY)
      return false;
  return true;
}

/* What each tone is as a cue. */
static const bv_cue_kind of_tone[] = {[BV_TONE_JUDGEMENT] = BV_CUE_JUDGEMENT,
                                      [BV_TONE_EXPERT] = BV_CUE_EXPERT,
                                      [BV_TONE_COLOUR] = BV_CUE_COLOUR,
                                      [BV_TONE_HEARSAY] = BV_CUE_SPEECH,
                                      [BV_TONE_VAGUE] = BV_CUE_VAGUE};

/* A sentence that no list tells anything of may still speak as a judgement does. */
static void read_tone(bv_cue_reading *r) {
  size_t from = 0, past = 0;
  find_context(r);
  if (!goes_on(r) && !is_about_this_family(r) && !names_family(r) && !bv_cue_is_about_case(r))
    return;
  bv_tone_kind tone = bv_tone_of(r, &from, &past);
  if (tone == BV_TONE_FACT || !claims_something(r))
    return;
  bv_cue cue = {.kind = of_tone[tone],
                .start = r->tokens->items[from].start,
                .end = r->tokens->items[past - 1].end,
                .sentence = r->number,
                .by_tone = true};
  BV_PUSH(r->arena, &r->cues, cue);
}

/* The cues of one sentence; when one of them says whose view it is, the others are attributed. */
static void read_sentence(bv_cue_reading *r) {
  size_t before = r->cues.count;
  read_forms(r);
  if (r->cues.count == before && r->facts && r->facts[r->number])
    read_tone(r);
  bool attributed = false;
  for (size_t i = before; i < r->cues.count; i++)
    attributed |= r->cues.items[i].kind == BV_CUE_OPINION || r->cues.items[i].kind == BV_CUE_SPEECH;
  for (size_t i = before; i < r->cues.count; i++)
    r->cues.items[i].attributed = attributed;
}

bv_cues bv_cues_in(bv_arena *arena, const bv_tokens *tokens, const bv_stretches *sentences, const bv_word_set *names,
                   const bool *facts, bool follows_somebody) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  bv_cue_reading r = {.arena = arena, .tokens = tokens, .names = names, .facts = facts,
                      .follows_somebody = follows_somebody};
  for (size_t i = 0, past = 0; i < sentences->count; i++) {
    while (past < tokens->count && tokens->items[past].start < sentences->items[i].start)
      past++;
    r.number = i;
    while (past < tokens->count && tokens->items[past].end <= sentences->items[i].end) {
      r.sentence = past;
      while (past < tokens->count && tokens->items[past].end <= sentences->items[i].end && past - r.sentence < LONGEST)
        past++;
      r.sentence_past = past;
      read_sentence(&r);
    }
  }
  return r.cues;
}
