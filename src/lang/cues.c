#include "lang/cues.h"

#include <string.h>
#include <threads.h>

#include "lang/cues_read.h"
#include "lang/terms.h"

enum { FORMS, CLASS, DEMANDS, NOT_BEHIND, NOT_BEFORE }; /* the fields of cues.tsv */

enum { LONGEST = 250 }; /* tokens: what is longer is no sentence, and is read in parts, so that time stays linear */

static const char FILLER[] = "vulling"; /* the class of words that may stand between those of a form */
static bv_terms *forms; /* read once, kept as long as the process */

static void load(void) {
  static bv_table table;
  bv_arena *arena = bv_arena_new();
  table = bv_table_read(arena, "src/lang/cues.tsv");
  forms = bv_terms_new(arena, &table, FORMS, BV_TERMS_WHOLE);
  bv_terms_skip(forms, CLASS, FILLER);
  bv_terms_remember(forms, false);
}

/* --- The words around a candidate ------------------------------------------------------------------------------------ */

static bool is(const bv_cue_reading *r, size_t i, const char *word) { return bv_token_is(r->tokens, i, word); }

/* Whether one of the phrases (';' between them, words apart by one space) stands in the text from token `at` on, or, when
 * `backwards`, ends before it. */
static bool phrase_at(const bv_cue_reading *r, const char *phrases, size_t at, bool backwards) {
  char words[64];
  for (const char *from = phrases, *end; *from; from = *end ? end + 1 : end) {
    end = from + strcspn(from, ";");
    if ((size_t)(end - from) >= sizeof words)
      continue;
    memcpy(words, from, (size_t)(end - from));
    words[end - from] = '\0';
    size_t count = 1;
    for (const char *c = words; *c; c++)
      count += *c == ' ';
    if (backwards && at < count)
      continue;
    size_t i = backwards ? at - count : at;
    char *rest = NULL, *word = strtok_r(words, " ", &rest);
    while (word && is(r, i++, word))
      word = strtok_r(NULL, " ", &rest);
    if (!word)
      return true;
  }
  return false;
}

/* The token of that word from `from` on, in the same clause, at most `most` away; or `count` of the tokens. */
size_t bv_cue_find_ahead(const bv_cue_reading *r, size_t from, const char *word, size_t most) {
  for (size_t i = from; i < r->sentence_past && most-- > 0 && !bv_ends_clause(r->tokens, r->context, i); i++)
    if (is(r, i, word) && !r->tokens->items[i].quoted)
      return i;
  return r->tokens->count;
}

/* "loopt", "krijgt": ends as a verb does behind one person, and is no other small word. */
static bool looks_like_verb(const bv_cue_reading *r, size_t i) {
  static const char *const others[] = {"het", "dat", "dit", "niet", "met", "uit", "wat", "tot", "naast", "echt", "vast",
                                       "direct", "recht", "eerst", "laatst", "juist", "best", "acht", "meest", "want",
                                       NULL};
  static const char *const without_t[] = {"kan", "wil", "ging", "kwam", "zag", "deed", "kreeg", "liep", NULL};
  const bv_token *token = &r->tokens->items[i];
  size_t length = strlen(token->folded);
  if (token->kind != BV_TOKEN_WORD || token->capital)
    return false;
  return bv_token_in(r->tokens, i, without_t) ||
         (length > 2 && token->folded[length - 1] == 't' && !bv_token_in(r->tokens, i, others));
}

/* A capital that no rule of spelling asks for: inside a sentence; or at its head, before a verb, on a word that is no
 * plural and no abstract noun: "Sam is". */
bool bv_cue_is_name(const bv_cue_reading *r, size_t i) {
  const bv_token *token = &r->tokens->items[i];
  if (token->kind != BV_TOKEN_WORD || !token->capital || token->quoted)
    return false;
  if (i > r->sentence)
    return !token->upper && !(r->context[i] & (BV_ORGANISATION | BV_DOCUMENT));
  static const char *const endings[] = {"en", "ing", "heid", "teit", "tie", "d", "t", "ng"};
  size_t length = strlen(token->folded);
  for (size_t e = 0; e < sizeof endings / sizeof *endings; e++)
    if (length > strlen(endings[e]) && strcmp(token->folded + length - strlen(endings[e]), endings[e]) == 0)
      return false;
  static const char *const plural[] = {"zijn", "waren", "worden", "werden", "hebben", "hadden", NULL};
  if (length && token->folded[length - 1] == 's' && bv_token_in(r->tokens, i + 1, plural)) /* "Regels zijn" */
    return false;
  static const char *const not_names[] = {"er", "het", "de", "dit", "die", "dat", "wie", "daar", "hier", "zo", "nu",
                                          "dan", "toch", "ook", "alle", "deze", "een", "men", "wat", "waar", "hoe",
                                          "thuis", "soms", "alles", "niets", "iets", "dus", "huis", "eens", "anders",
                                          "pas", "steeds", "tijdens", "sinds", "als", NULL};
  return !bv_token_in(r->tokens, i, not_names) && i + 1 < r->tokens->count &&
         (r->context[i + 1] & (BV_COPULA | BV_HAS) || looks_like_verb(r, i + 1));
}

/* Whether somebody is spoken of between two tokens. */
static bool has_person(const bv_cue_reading *r, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (r->context[i] & BV_PERSON || bv_cue_is_name(r, i))
      return true;
  return false;
}

/* The first token of the clause that holds `i`. */
size_t bv_cue_clause_start(const bv_cue_reading *r, size_t i) {
  while (i > r->sentence && !bv_ends_clause(r->tokens, r->context, i - 1))
    i--;
  return i;
}

static bool is_denied(const bv_cue_reading *r, size_t first) {
  for (size_t i = first, most = 3; i-- > r->sentence && most-- > 0;)
    if (r->context[i] & BV_DENIES)
      return true;
  return false;
}

/* "gedraagt zich onveilig", "komt dreigend over". */
static bool is_manner(const bv_cue_reading *r, const bv_cue_candidate *c) {
  static const char *const particles[] = {"over", "uit", "op", "tegenover", NULL};
  unsigned before = bv_context_before(r->tokens, r->context, c->first, BV_CUE_NEAR);
  return before & BV_MANNER || (before & BV_MANNER_WITH && bv_token_in(r->tokens, c->past, particles));
}

/* "is door moeder aangepast": what somebody did with a thing, not what it is like. */
static bool is_done_by(const bv_cue_reading *r, const bv_cue_candidate *c) {
  for (size_t i = bv_cue_clause_start(r, c->first); i < c->first; i++)
    if (is(r, i, "door"))
      return true;
  return false;
}

/* "is onveilig", "dat hij onveilig is", "een onveilige moeder", "komt onveilig over". */
static bool is_property(const bv_cue_reading *r, const bv_cue_candidate *c) {
  if (c->past < r->tokens->count && r->context[c->past] & BV_PERSON && !(c->first && is(r, c->first - 1, "of")))
    return true;
  if (is_done_by(r, c))
    return false;
  if (is_manner(r, c))
    return true;
  if (bv_context_before(r->tokens, r->context, c->first, BV_CUE_NEAR) & BV_COPULA)
    return c->past >= r->sentence_past || bv_ends_clause(r->tokens, r->context, c->past) ||
           !(c->first && is(r, c->first - 1, "een")) || r->context[c->past] & BV_PERSON;
  return c->past < r->tokens->count && r->context[c->past] & BV_COPULA &&
         (c->past + 1 >= r->sentence_past || bv_ends_clause(r->tokens, r->context, c->past + 1));
}

/* The clause speaks of what there is between people. */
static bool is_about_bond(const bv_cue_reading *r, const bv_cue_candidate *c) {
  for (size_t i = bv_cue_clause_start(r, c->first); i < c->past; i++)
    if (r->context[i] & BV_BOND)
      return true;
  return false;
}

/* Somebody, or the family of the report: "ouders" are any parents only where the sentence is about the system. */
static bool is_about_family(const bv_cue_reading *r, size_t from, size_t to) {
  bool family = false, policy = false;
  for (size_t i = from; i < to; i++)
    family |= (r->context[i] & BV_FAMILY) != 0;
  for (size_t i = r->sentence; family && i < r->sentence_past; i++)
    policy |= (r->context[i] & BV_POLICY) != 0;
  return (family && !policy) || has_person(r, from, to);
}

/* The clause speaks of somebody, or of the state somebody lives in: a ladder may be unsafe without judgement. */
static bool is_about_life(const bv_cue_reading *r, const bv_cue_candidate *c) {
  size_t past = c->past < r->sentence_past ? c->past + 1 : c->past;
  for (size_t i = bv_cue_clause_start(r, c->first); i < past; i++)
    if (r->context[i] & (BV_SITUATION | BV_PERSON | BV_PEOPLE) || bv_cue_is_name(r, i))
      return true;
  return false;
}

/* What the third field asks of the words around. */
static bool meets_demands(const bv_cue_reading *r, const bv_cue_candidate *c) {
  const char *demands = c->row->fields[DEMANDS], *word = strchr(demands, '+');
  size_t letters = word ? (size_t)(word - demands) : strlen(demands);
  for (size_t i = 0; i < letters; i++)
    switch (demands[i]) {
    case 'e':
      if (!is_property(r, c))
        return false;
      break;
    case 'p':
      if (!is_about_family(r, bv_cue_clause_start(r, c->first), c->past + 1 < r->sentence_past ? c->past + 1 : c->past))
        return false;
      break;
    case 's':
      if (!is_about_life(r, c))
        return false;
      break;
    case 'i':
      if (!is_about_family(r, r->sentence, r->sentence_past))
        return false;
      break;
    case 'c':
      if (!(bv_context_before(r->tokens, r->context, c->first, BV_CUE_NEAR) & (BV_COPULA | BV_HAS)))
        return false;
      break;
    case 'k':
      if (c->past >= r->sentence_past || !(r->context[c->past] & BV_PERSON))
        return false;
      break;
    case 't':
      if (!is_about_bond(r, c))
        return false;
      break;
    case 'b':
      if (c->first != r->sentence || !r->tokens->items[c->first].capital)
        return false;
      break;
    case 'n':
      if (is_denied(r, c->first))
        return false;
      break;
    default:
      break;
    }
  return !word || bv_cue_find_ahead(r, c->past, word + 1, BV_CUE_FAR) < r->tokens->count;
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
} classes[] = {
    {"vermoeden", BV_CUE_SPECULATION, is_always}, {"gevolg", BV_CUE_INFERENCE, is_always},
    {"zekerheid", BV_CUE_CERTAINTY, is_always},   {"oordeel", BV_CUE_JUDGEMENT, is_always},
    {"vindt", BV_CUE_OPINION, bv_cue_is_opinion},        {"deskundig", BV_CUE_EXPERT, is_always},
    {"karakter", BV_CUE_CHARACTER, is_always},
    {"zegt", BV_CUE_SPEECH, bv_cue_is_speech},           {"gezegd", BV_CUE_SPEECH, bv_cue_is_told},
    {"volgens", BV_CUE_SPEECH, bv_cue_is_according}, {"aldus", BV_CUE_SPEECH, bv_cue_is_thus},
    {"zou", BV_CUE_HEARSAY, bv_cue_is_reported},         {"gehoord", BV_CUE_HEARSAY, bv_cue_is_heard},
    {"hoort", BV_CUE_HEARSAY, bv_cue_is_hearing},        {"gerucht", BV_CUE_HEARSAY, is_always},
    {"vaag", BV_CUE_VAGUE, is_always},            {"zorg", BV_CUE_CONCERN, is_always},
    {"tint", BV_CUE_TINT, is_always},             {"kleur", BV_CUE_COLOUR, is_always}};

/* --- Reading --------------------------------------------------------------------------------------------------------- */

/* Adds the cue that the candidate is; nothing when the words around it say otherwise. */
static bool add_cue(bv_cue_reading *r, const bv_cue_candidate *c) {
  for (size_t k = 0; k < sizeof classes / sizeof *classes; k++) {
    if (!bv_same(classes[k].name, c->row->fields[CLASS]))
      continue;
    if (phrase_at(r, c->row->fields[NOT_BEHIND], c->first, true) || phrase_at(r, c->row->fields[NOT_BEFORE], c->past, false) ||
        !meets_demands(r, c) || !classes[k].judge(r, c))
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

/* A question claims nothing, and a sentence about the system of child protection nothing about a family. */
static bool claims_something(const bv_cue_reading *r) {
  static const char *const anybody[] = {"hij",      "zij",     "ze",      "ik",       "hem",   "haar",   "wie",   "iemand",
                                        "man",      "vrouw",   "kind",    "ouder",    "persoon", "jongere", "cliënt",
                                        "jeugdige", "leerling", "minderjarige", NULL};
  bool policy = false, somebody = false;
  for (size_t i = r->sentence; i < r->sentence_past; i++) {
    policy |= (r->context[i] & BV_POLICY) != 0;
    somebody |= (r->context[i] & BV_PERSON && !bv_token_in(r->tokens, i, anybody));
  }
  bool asks = r->sentence_past > r->sentence && bv_token_is(r->tokens, r->sentence_past - 1, "?");
  return !asks && (somebody || !policy);
}

/* The cues of one sentence; when one of them says whose view it is, the others are attributed. What the words around are
 * is only found out for texts that hold a form at all. */
static void read_sentence(bv_cue_reading *r) {
  size_t before = r->cues.count;
  bool claims = false;
  for (size_t i = r->sentence; i < r->sentence_past; i++) {
    if (r->tokens->items[i].quoted)
      continue;
    bv_term_match match = bv_terms_find(forms, r->tokens, i);
    if (!match.term || bv_same(match.term->row->fields[CLASS], FILLER))
      continue;
    if (!r->context)
      r->context = bv_context_of(r->arena, r->tokens);
    if (!claims && !(claims = claims_something(r)))
      return;
    for (const bv_term *term = match.term; term; term = term->next) {
      bv_cue_candidate c = {term->row, i, match.past};
      if (!add_cue(r, &c))
        continue;
      i = match.past - 1;
      break;
    }
  }
  bool attributed = false;
  for (size_t i = before; i < r->cues.count; i++)
    attributed |= r->cues.items[i].kind == BV_CUE_OPINION || r->cues.items[i].kind == BV_CUE_SPEECH;
  for (size_t i = before; i < r->cues.count; i++)
    r->cues.items[i].attributed = attributed;
}

bv_cues bv_cues_in(bv_arena *arena, const bv_tokens *tokens, const bv_stretches *sentences) {
  static once_flag loaded = ONCE_FLAG_INIT;
  call_once(&loaded, load);
  bv_cue_reading r = {.arena = arena, .tokens = tokens};
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
