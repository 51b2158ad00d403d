#include "lang/cues.h"

#include <string.h>
#include <threads.h>

#include "lang/context.h"
#include "lang/terms.h"

typedef struct reading {
  bv_arena *arena;
  const bv_tokens *tokens;
  const unsigned *context;        /* NULL until it is needed */
  size_t sentence, sentence_past; /* the sentence that is being read, in tokens */
  size_t number;                  /* which sentence it is */
  bv_cues cues;
} reading;

/* One form of cues.tsv found in the text. */
typedef struct candidate {
  const bv_row *row;
  size_t first, past;
} candidate;

/* Whether a candidate is what its class says. */
typedef bool judge_function(const reading *r, const candidate *c);

enum { FORMS, CLASS, DEMANDS, NOT_BEHIND, NOT_BEFORE }; /* the fields of cues.tsv */

/* How far words that belong together stand apart, at most. */
enum { NEAR = 5, FAR = 12 };

/* Who can say or think something; a document can too, and then it is no hearsay. */
enum { ACTORS = BV_PERSON | BV_PROFESSION | BV_ORGANISATION | BV_PEOPLE | BV_DOCUMENT };

static const char FILLER[] = "vulling"; /* the class of words that may stand between those of a form */
static bv_terms *forms; /* read once, kept as long as the process */

static void load(void) {
  static bv_table table;
  bv_arena *arena = bv_arena_new();
  table = bv_table_read(arena, "src/lang/cues.tsv");
  forms = bv_terms_new(arena, &table, FORMS, BV_TERMS_EXACT);
  bv_terms_skip(forms, CLASS, FILLER);
}

/* --- The words around a candidate ------------------------------------------------------------------------------------ */

static bool is(const reading *r, size_t i, const char *word) { return bv_token_is(r->tokens, i, word); }

/* Whether one of the phrases (';' between them, words apart by one space) stands in the text from token `at` on, or, when
 * `backwards`, ends before it. */
static bool phrase_at(const reading *r, const char *phrases, size_t at, bool backwards) {
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
static size_t find_ahead(const reading *r, size_t from, const char *word, size_t most) {
  for (size_t i = from; i < r->sentence_past && most-- > 0 && !bv_ends_clause(r->tokens, r->context, i); i++)
    if (is(r, i, word) && !r->tokens->items[i].quoted)
      return i;
  return r->tokens->count;
}

/* A capital that no rule of spelling asks for: inside a sentence; or at its head, before a verb, on a word that is no
 * plural and no abstract noun: "Sam is". */
static bool is_name(const reading *r, size_t i) {
  const bv_token *token = &r->tokens->items[i];
  if (token->kind != BV_TOKEN_WORD || !token->capital || token->quoted)
    return false;
  if (i > r->sentence)
    return !token->upper && !(r->context[i] & (BV_ORGANISATION | BV_DOCUMENT));
  static const char *const endings[] = {"en", "s", "ing", "heid", "teit", "tie", "d", "t", "ng"};
  size_t length = strlen(token->folded);
  for (size_t e = 0; e < sizeof endings / sizeof *endings; e++)
    if (length > strlen(endings[e]) && strcmp(token->folded + length - strlen(endings[e]), endings[e]) == 0)
      return false;
  static const char *const not_names[] = {"er", "het", "de", "dit", "die", "dat", "wie", "daar", "hier", "zo", "nu", "dan",
                                          "toch", "ook", "alle", "deze", "een", "men", "wat", "waar", "hoe", NULL};
  static const char *const verbs[] = {"zit", "gaat", "komt", "raakt", "kan", "wil", "moet", "woont", "slaapt", "doet", NULL};
  return !bv_token_in(r->tokens, i, not_names) && i + 1 < r->tokens->count &&
         (r->context[i + 1] & (BV_COPULA | BV_HAS) || bv_token_in(r->tokens, i + 1, verbs));
}

/* Whether somebody is spoken of between two tokens. */
static bool has_person(const reading *r, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (r->context[i] & BV_PERSON || is_name(r, i))
      return true;
  return false;
}

/* The first token of the clause that holds `i`. */
static size_t clause_start(const reading *r, size_t i) {
  while (i > r->sentence && !bv_ends_clause(r->tokens, r->context, i - 1))
    i--;
  return i;
}

static bool is_denied(const reading *r, size_t first) {
  for (size_t i = first, most = 3; i-- > r->sentence && most-- > 0;)
    if (r->context[i] & BV_DENIES)
      return true;
  return false;
}

/* "is onveilig", "dat hij onveilig is", "een onveilige moeder". */
static bool is_property(const reading *r, const candidate *c) {
  if (c->past < r->tokens->count && r->context[c->past] & BV_PERSON && !(c->first && is(r, c->first - 1, "of")))
    return true;
  if (bv_context_before(r->tokens, r->context, c->first, NEAR) & BV_COPULA)
    return c->past >= r->sentence_past || bv_ends_clause(r->tokens, r->context, c->past) ||
           !(c->first && is(r, c->first - 1, "een")) || r->context[c->past] & BV_PERSON;
  return c->past < r->tokens->count && r->context[c->past] & BV_COPULA &&
         (c->past + 1 >= r->sentence_past || bv_ends_clause(r->tokens, r->context, c->past + 1));
}

/* The clause speaks of somebody, or of the state somebody lives in: a ladder may be unsafe without judgement. */
static bool is_about_life(const reading *r, const candidate *c) {
  size_t past = c->past < r->sentence_past ? c->past + 1 : c->past;
  for (size_t i = clause_start(r, c->first); i < past; i++)
    if (r->context[i] & (BV_SITUATION | BV_PERSON | BV_PEOPLE) || is_name(r, i))
      return true;
  return false;
}

/* What the third field asks of the words around. */
static bool meets_demands(const reading *r, const candidate *c) {
  const char *demands = c->row->fields[DEMANDS], *word = strchr(demands, '+');
  size_t letters = word ? (size_t)(word - demands) : strlen(demands);
  for (size_t i = 0; i < letters; i++)
    switch (demands[i]) {
    case 'e':
      if (!is_property(r, c))
        return false;
      break;
    case 'p':
      if (!has_person(r, clause_start(r, c->first), c->past + 1 < r->sentence_past ? c->past + 1 : c->past))
        return false;
      break;
    case 's':
      if (!is_about_life(r, c))
        return false;
      break;
    case 'i':
      if (!has_person(r, r->sentence, r->sentence_past))
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
  return !word || find_ahead(r, c->past, word + 1, FAR) < r->tokens->count;
}

/* --- Who says what --------------------------------------------------------------------------------------------------- */

/* A judge decides: what a court finds is what it decided, no opinion that a report should mark. */
static bool is_court(const reading *r, size_t from, size_t to) {
  static const char *const courts[] = {"rechter", "kinderrechter", "rechtbank", "hof", "gerechtshof", "raad",
                                       "strafrechter", "politierechter", "voorzieningenrechter", NULL};
  for (size_t i = from; i < to; i++)
    if (bv_token_in(r->tokens, i, courts) && !is(r, i + 1, "voor"))
      return true;
  return false;
}

/* What the author told somebody is what the author did. */
static bool is_author(const reading *r, size_t from, size_t to) {
  static const char *const authors[] = {"jeugdbeschermer", "raadsonderzoeker", "gezinsvoogd", "opsteller", NULL};
  for (size_t i = from; i < to; i++)
    if (bv_token_in(r->tokens, i, authors))
      return true;
  return false;
}

/* The classes of who acts in the clause of a verb: before it, or, where verb and subject changed places, behind it. */
static unsigned actor(const reading *r, const candidate *c) {
  unsigned before = bv_context_before(r->tokens, r->context, c->first, NEAR + 3);
  return before & ACTORS ? before : bv_context_after(r->tokens, r->context, c->past, 4);
}

/* "Vader wil niet zeggen dat", "in staat te stellen": the verb says nothing here. */
static bool is_infinitive(const reading *r, const candidate *c) {
  static const char *const before[] = {"te", "niet", "wil", "willen", "kan", "kunnen", "moet", "moeten", "mag", "zal", NULL};
  const char *verb = r->tokens->items[c->first].folded;
  size_t length = strlen(verb);
  return length > 2 && strcmp(verb + length - 2, "en") == 0 && c->first && bv_token_in(r->tokens, c->first - 1, before);
}

static bool is_document(const reading *r, size_t i) {
  static const char *const endings[] = {"protocol", "rapport", "verslag", "overzicht", "richtlijn", "wet", "kader", "plan",
                                        "brief", "beschikking", "lijst"};
  const char *word = r->tokens->items[i].folded;
  size_t length = strlen(word);
  for (size_t e = 0; e < sizeof endings / sizeof *endings; e++)
    if (length > strlen(endings[e]) && strcmp(word + length - strlen(endings[e]), endings[e]) == 0)
      return true;
  return false;
}

/* Whether a clause with the content follows: "dat zij …", "of …", "niets te weten". */
static bool has_content(const reading *r, size_t past) {
  static const char *const openers[] = {"dat", "hoe", "waarom", "of", NULL};
  size_t most = FAR;
  for (size_t i = past; i < r->sentence_past && most-- > 0; i++) {
    const bv_token *token = &r->tokens->items[i];
    if (token->quoted || token->folded[0] == ':')
      return false;
    if (bv_token_in(r->tokens, i, openers))
      return true;
    const char *next = i + 1 < r->sentence_past ? r->tokens->items[i + 1].folded : "";
    size_t length = strlen(next);
    if (strcmp(token->folded, "te") == 0 && length > 3 && next[length - 1] == 'n')
      return true;
  }
  return false;
}

/* "Sam was ziek, zegt moeder." */
static bool follows_content(const reading *r, const candidate *c) {
  if (c->first < r->sentence + 2 || !is(r, c->first - 1, ",") || r->tokens->items[c->first - 2].quoted)
    return false;
  return bv_context_after(r->tokens, r->context, c->past, 3) & (BV_PERSON | BV_PROFESSION | BV_ORGANISATION) ||
         (c->past < r->sentence_past && is_name(r, c->past));
}

static bool is_speech(const reading *r, const candidate *c) {
  size_t start = clause_start(r, c->first);
  unsigned who = actor(r, c);
  for (size_t i = start; i < c->first; i++)
    who |= is_document(r, i) ? BV_DOCUMENT : is_name(r, i) ? BV_PERSON : 0;
  if (!(who & ACTORS) || (who & BV_DOCUMENT && !(who & (BV_PERSON | BV_PROFESSION))))
    return false;
  if (is_infinitive(r, c) || is_court(r, start, c->first) || is_author(r, start, c->first))
    return false;
  if (is(r, c->first, "stelt") || is(r, c->first, "stelde") || is(r, c->first, "stellen")) {
    static const char *const idioms[] = {"vast", "voor", "vragen", "vraag", "op", "zich", "in", "eisen", NULL};
    for (size_t i = c->past; i < r->sentence_past && !is(r, i, "dat"); i++)
      if (bv_token_in(r->tokens, i, idioms))
        return false;
    if (find_ahead(r, c->past, "vast", FAR) < r->tokens->count)
      return false;
  }
  return has_content(r, c->past) || follows_content(r, c);
}

/* "heeft aan school verteld dat", "is door moeder gezegd dat". */
static bool is_told(const reading *r, const candidate *c) {
  unsigned before = bv_context_before(r->tokens, r->context, c->first, FAR);
  return before & (BV_HAS | BV_COPULA) && before & (BV_PERSON | BV_PROFESSION) && has_content(r, c->past);
}

/* "volgens moeder", not "volgens de richtlijn". */
static bool is_according_to_somebody(const reading *r, const candidate *c) {
  unsigned who = bv_context_after(r->tokens, r->context, c->past, 4);
  if (who & BV_DOCUMENT)
    return false;
  if (who & (BV_PERSON | BV_PROFESSION | BV_ORGANISATION))
    return true;
  return c->past < r->sentence_past && is_name(r, c->past);
}

/* ", aldus moeder", not behind a quotation. */
static bool is_thus(const reading *r, const candidate *c) {
  if (c->past > c->first + 1)
    return true;
  return c->first >= r->sentence + 2 && !r->tokens->items[c->first - 1].quoted && !r->tokens->items[c->first - 2].quoted;
}

/* "heeft van oma gehoord dat", "heeft gehoord dat". */
static bool is_heard(const reading *r, const candidate *c) {
  unsigned before = bv_context_before(r->tokens, r->context, c->first, FAR);
  if (!(before & BV_HAS))
    return false;
  if (is(r, c->past, "dat") || is(r, c->past + 1, "dat"))
    return true;
  size_t from = clause_start(r, c->first);
  for (size_t i = from; i < c->first; i++)
    if ((is(r, i, "van") || is(r, i, "via")) && !is(r, i + 1, "zich"))
      return is(r, c->past, "van") || is(r, c->past, ",") || c->past == r->sentence_past ||
             bv_ends_sentence(r->tokens, c->past);
  return false;
}

/* "hoorde van oma dat", "hoorde dat". */
static bool is_hearing(const reading *r, const candidate *c) {
  static const char *const belongs[] = {"bij", "in", "tot", "thuis", "daar", "hier", "erbij", NULL};
  if (bv_token_in(r->tokens, c->past, belongs) || (c->first && bv_token_in(r->tokens, c->first - 1, belongs)))
    return false;
  if (is(r, c->past, "dat") || is(r, c->past + 1, "dat"))
    return true;
  if (find_ahead(r, c->past, "van", 3) == r->tokens->count && find_ahead(r, c->past, "via", 3) == r->tokens->count)
    return false;
  for (size_t i = c->past, most = NEAR + 3; i < r->sentence_past && most-- > 0; i++)
    if (is(r, i, "dat"))
      return true;
  return false;
}

/* "moeder zou hem hebben geslagen", "zou verslaafd zijn"; not a wish, a plan, a duty or a condition. */
static bool is_reported(const reading *r, const candidate *c) {
  static const char *const other[] = {"willen", "wil", "graag", "moeten", "kunnen", "mogen", "fijn", "prettig", "liever",
                                      "beter", "goed", "helpend", "willen", "afgesproken", "best", "jammer", "mooi", "gaan",
                                      "leuk", "helpen", "wenselijk", "passend", "nodig", "behoren", NULL};
  static const char *const conditions[] = {"als", "indien", "wanneer", "mits", "tenzij", "afgesproken", "afspraak",
                                           "zodat", "beloofde", "beloofd", "toegezegd", "plan", "anders", "dan", "je",
                                           "u", "men", "wij", "we", NULL};
  static const char *const infinitives[] = {"hebben", "zijn", "gebruiken", "drinken", "slaan", "mishandelen",
                                            "blowen", "schreeuwen", "verwaarlozen", "dealen", "liegen", "dreigen", NULL};
  for (size_t i = r->sentence; i < r->sentence_past; i++)
    if (bv_token_in(r->tokens, i, conditions))
      return false;
  bool reported = false;
  for (size_t i = c->past, most = 2 * FAR; i < r->sentence_past && most-- > 0; i++) {
    if (bv_token_in(r->tokens, i, other) || bv_ends_sentence(r->tokens, i))
      break;
    reported |= bv_token_in(r->tokens, i, infinitives);
    if (bv_ends_clause(r->tokens, r->context, i) && reported)
      return true;
  }
  for (size_t i = c->past; i < r->sentence_past; i++)
    if (bv_token_in(r->tokens, i, other))
      return false;
  /* In a subordinate clause the infinitive may stand behind: "dat zij hem zou hebben geslagen", "geslagen zou hebben". */
  return reported;
}

static bool is_opinion(const reading *r, const candidate *c) {
  return !is_court(r, clause_start(r, c->first), c->first) && !is_court(r, c->past, c->past + 3);
}

static bool is_always(const reading *r, const candidate *c) {
  (void)r;
  (void)c;
  return true;
}

static const struct {
  const char *name;
  bv_cue_kind kind;
  judge_function *judge;
} classes[] = {
    {"vermoeden", BV_CUE_SPECULATION, is_always}, {"gevolg", BV_CUE_INFERENCE, is_always},
    {"zekerheid", BV_CUE_CERTAINTY, is_always},   {"oordeel", BV_CUE_JUDGEMENT, is_always},
    {"vindt", BV_CUE_OPINION, is_opinion},        {"deskundig", BV_CUE_EXPERT, is_always},
    {"zegt", BV_CUE_SPEECH, is_speech},           {"gezegd", BV_CUE_SPEECH, is_told},
    {"volgens", BV_CUE_SPEECH, is_according_to_somebody}, {"aldus", BV_CUE_SPEECH, is_thus},
    {"zou", BV_CUE_HEARSAY, is_reported},         {"gehoord", BV_CUE_HEARSAY, is_heard},
    {"hoort", BV_CUE_HEARSAY, is_hearing},        {"gerucht", BV_CUE_HEARSAY, is_always},
    {"vaag", BV_CUE_VAGUE, is_always},            {"zorg", BV_CUE_CONCERN, is_always},
    {"tint", BV_CUE_TINT, is_always},             {"kleur", BV_CUE_COLOUR, is_always}};

/* --- Reading --------------------------------------------------------------------------------------------------------- */

/* Adds the cue that the candidate is; nothing when the words around it say otherwise. */
static bool add_cue(reading *r, const candidate *c) {
  for (size_t k = 0; k < sizeof classes / sizeof *classes; k++) {
    if (strcmp(classes[k].name, c->row->fields[CLASS]) != 0)
      continue;
    if (phrase_at(r, c->row->fields[NOT_BEHIND], c->first, true) || phrase_at(r, c->row->fields[NOT_BEFORE], c->past, false) ||
        !meets_demands(r, c) || !classes[k].judge(r, c))
      return false;
    bv_cue cue = {.kind = classes[k].kind,
                  .start = r->tokens->items[c->first].start,
                  .end = r->tokens->items[c->past - 1].end,
                  .sentence = r->number,
                  .professional = (actor(r, c) & BV_PROFESSION) != 0};
    BV_PUSH(r->arena, &r->cues, cue);
    return true;
  }
  return false;
}

/* A question claims nothing, and a sentence about the system of child protection nothing about a family. */
static bool claims_something(const reading *r) {
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
static void read_sentence(reading *r) {
  size_t before = r->cues.count;
  bool claims = false;
  for (size_t i = r->sentence; i < r->sentence_past; i++) {
    if (r->tokens->items[i].quoted)
      continue;
    bv_term_match match = bv_terms_find(forms, r->tokens, i);
    if (!match.term || strcmp(match.term->row->fields[CLASS], FILLER) == 0)
      continue;
    if (!r->context)
      r->context = bv_context_of(r->arena, r->tokens);
    if (!claims && !(claims = claims_something(r)))
      return;
    for (const bv_term *term = match.term; term; term = term->next) {
      candidate c = {term->row, i, match.past};
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
  reading r = {.arena = arena, .tokens = tokens};
  for (size_t i = 0, past = 0; i < sentences->count; i++) {
    while (past < tokens->count && tokens->items[past].start < sentences->items[i].start)
      past++;
    r.number = i;
    r.sentence = past;
    while (past < tokens->count && tokens->items[past].end <= sentences->items[i].end)
      past++;
    r.sentence_past = past;
    read_sentence(&r);
  }
  return r.cues;
}
