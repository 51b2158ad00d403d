/* Wording: a fact that judges, guesses or retells, words that colour, and sources without a name (IGJ 5.2, 5.3).
 *
 * Each finding names the words and says what the author can do; nothing is rewritten. */
#include "base/messages.h"
#include "check/passage.h"
#include "lang/cues.h"
#include "lang/diagnoses.h"

/* What a cue means in a fact. */
static const struct {
  bv_rule rule;
  const char *what, *advice;
} of_fact[] = {
    [BV_CUE_SPECULATION] = {BV_RULE_LABEL_FEIT_IS_OORDEEL, MSG_FACT_IS_GUESS, MSG_FACT_IS_GUESS_ADVICE},
    [BV_CUE_INFERENCE] = {BV_RULE_LABEL_FEIT_IS_OORDEEL, MSG_FACT_IS_INFERENCE, MSG_FACT_IS_INFERENCE_ADVICE},
    [BV_CUE_CERTAINTY] = {BV_RULE_LABEL_FEIT_IS_OORDEEL, MSG_FACT_IS_FORCED, MSG_FACT_IS_FORCED_ADVICE},
    [BV_CUE_JUDGEMENT] = {BV_RULE_LABEL_FEIT_IS_OORDEEL, MSG_FACT_IS_JUDGEMENT, MSG_FACT_IS_JUDGEMENT_ADVICE},
    [BV_CUE_CHARACTER] = {BV_RULE_LABEL_FEIT_IS_OORDEEL, MSG_FACT_IS_JUDGEMENT, MSG_FACT_IS_JUDGEMENT_ADVICE},
    [BV_CUE_OPINION] = {BV_RULE_LABEL_FEIT_IS_OORDEEL, MSG_FACT_IS_OPINION, MSG_FACT_IS_OPINION_ADVICE},
    [BV_CUE_EXPERT] = {BV_RULE_LABEL_DESKUNDIG_OORDEEL, MSG_FACT_IS_EXPERT, MSG_FACT_IS_EXPERT_ADVICE},
    [BV_CUE_SPEECH] = {BV_RULE_LABEL_FEIT_IS_HOREN_ZEGGEN, MSG_FACT_IS_SPEECH, MSG_FACT_IS_SPEECH_ADVICE},
    [BV_CUE_HEARSAY] = {BV_RULE_LABEL_FEIT_IS_HOREN_ZEGGEN, MSG_FACT_IS_HEARSAY, MSG_FACT_IS_HEARSAY_ADVICE},
};

/* The same where no list has the words: what is said of them is less sure. */
static const char *const of_tone[] = {[BV_CUE_JUDGEMENT] = MSG_FACT_SOUNDS_JUDGED,
                                      [BV_CUE_EXPERT] = MSG_FACT_SOUNDS_EXPERT,
                                      [BV_CUE_SPEECH] = MSG_FACT_SOUNDS_TOLD};

/* Adds a finding about the sentence that the cue stands in: what is said of the words is true of the sentence. */
static void report(bv_check *check, const bv_passage *passage, const bv_cue *cue, const bv_claim *claim, bv_rule rule,
                   const char *what, const char *advice) {
  const bv_stretch *sentence = &passage->sentences.items[cue->sentence];
  bv_range range = bv_text_source_range(passage->leaf->text, sentence->start, sentence->end);
  const char *words = bv_words_between(passage->scratch, passage, cue->start, cue->end);
  bv_report(check, rule, range, claim, MSG_WORDS_ARE, words, what)->suggestion = advice;
}

/* Whether a diagnosis is named in the sentence: then the rules on diagnoses say whose it is. */
static bool names_diagnosis(const bv_check *check, const bv_passage *passage, const bv_cue *cue) {
  const bv_stretch *sentence = &passage->sentences.items[cue->sentence];
  bv_tokens tokens = bv_tokens_between(&passage->tokens, sentence->start, sentence->end);
  bv_diagnosis_hits_list hits = bv_diagnosis_hits_in(passage->scratch, &tokens, check->names);
  for (size_t i = 0; i < hits.count; i++)
    if (hits.items[i].certain)
      return true;
  return false;
}

/* A fact has one finding a sentence: where somebody is said to say or think something, what he says is his. */
static bool report_fact(bv_check *check, const bv_passage *passage, const bv_cue *cue, const bv_claim *claim) {
  if (cue->kind >= sizeof of_fact / sizeof *of_fact)
    return false;
  bool says_whose = cue->kind == BV_CUE_OPINION || cue->kind == BV_CUE_SPEECH;
  if (cue->attributed && !says_whose)
    return false;
  if (cue->by_tone) {
    if (names_diagnosis(check, passage, cue))
      return false;
    report(check, passage, cue, claim, of_fact[cue->kind].rule, of_tone[cue->kind], of_fact[cue->kind].advice);
    return true;
  }
  if (cue->kind == BV_CUE_OPINION && cue->professional)
    report(check, passage, cue, claim, BV_RULE_LABEL_DESKUNDIG_OORDEEL, MSG_FACT_IS_EXPERT_OPINION, MSG_FACT_IS_EXPERT_ADVICE);
  else
    report(check, passage, cue, claim, of_fact[cue->kind].rule, of_fact[cue->kind].what, of_fact[cue->kind].advice);
  return true;
}

/* Whether the cue colours what stands in a claim; not when the sentence says whose view or words it gives. */
static bool colours(const bv_cue *cue, const bv_claim *claim) {
  if (cue->by_tone)
    return cue->kind == BV_CUE_COLOUR && claim->label == BV_LABEL_FEIT;
  if (cue->kind == BV_CUE_TINT)
    return true;
  return !cue->attributed &&
         (cue->kind == BV_CUE_COLOUR || (cue->kind == BV_CUE_CHARACTER && claim->label == BV_LABEL_MENING));
}

/* Which sentences stand as a fact, in the scratch arena. */
static const bool *find_facts(const bv_passage *passage) {
  bool *facts = bv_calloc(passage->scratch, passage->sentences.count, sizeof *facts);
  for (size_t i = 0; i < passage->sentences.count; i++) {
    const bv_claim *claim = bv_claim_at(passage->leaf, passage->sentences.items[i].start);
    facts[i] = claim && claim->label == BV_LABEL_FEIT;
  }
  return facts;
}

static void read_wording(bv_check *check, const bv_passage *passage, void *state) {
  bool *follows_somebody = state;
  if (passage->quoted || !passage->sentences.count)
    return;
  bv_cues cues = bv_cues_in(passage->scratch, &passage->tokens, &passage->sentences, check->names,
                            find_facts(passage), *follows_somebody);
  if (cues.about != BV_ABOUT_UNKNOWN)
    *follows_somebody = cues.about == BV_ABOUT_SOMEBODY;
  size_t of_fact_said = SIZE_MAX, vague_said = SIZE_MAX, colour_said = SIZE_MAX; /* the last sentence it was said of */
  for (size_t i = 0; i < cues.count; i++) {
    const bv_cue *cue = &cues.items[i];
    const bv_claim *claim = bv_claim_at(passage->leaf, cue->start);
    if (!claim)
      continue;
    bool vague = cue->kind == BV_CUE_VAGUE || (cue->kind == BV_CUE_CONCERN && claim->label != BV_LABEL_MENING);
    if (vague && vague_said != cue->sentence) {
      report(check, passage, cue, claim, BV_RULE_BRON_VAAG, MSG_SOURCE_VAGUE, MSG_SOURCE_VAGUE_ADVICE);
      vague_said = cue->sentence;
    } else if (colours(cue, claim) && colour_said != cue->sentence) {
      report(check, passage, cue, claim, BV_RULE_LABEL_KLEURING, cue->by_tone ? MSG_WORDS_SEEM_COLOURED : MSG_WORDS_COLOUR,
             MSG_WORDS_COLOUR_ADVICE);
      colour_said = cue->sentence;
    } else if (cue->kind == BV_CUE_JUDGEMENT && vague_said == cue->sentence) {
      continue; /* "iedereen zegt dat Sam liegt": the judgement is that of everybody */
    } else if (claim->label == BV_LABEL_FEIT && of_fact_said != cue->sentence && report_fact(check, passage, cue, claim)) {
      of_fact_said = cue->sentence;
    }
  }
}

/* The state: whether the last passage that was asked named somebody. */
static void *begin(bv_check *check) { return bv_calloc(check->document->arena, 1, sizeof(bool)); }

const bv_reader bv_reader_wording = {.begin = begin, .read = read_wording};
