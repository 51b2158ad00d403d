/* Claims as a whole: parts that lean on hearsay, and unconfirmed diagnoses told as certain (IGJ 5.2, 5.3). */
#include <string.h>

#include "base/messages.h"
#include "check/passage.h"
#include "check/voice.h"
#include "lang/cues.h"
#include "lang/diagnoses.h"
#include "lang/lists.h"

/* Fewer claims than this make no pile. */
enum { FEWEST_CLAIMS = 4 };

static bv_range heading_of(const bv_part *part) {
  return part->section->first_child ? part->section->first_child->range : part->section->range;
}

static void check_pile(bv_check *check) {
  const bv_document *document = check->document;
  size_t *hearsay = bv_calloc(document->arena, document->parts.count, sizeof *hearsay);
  for (size_t i = 0; i < document->claims.count; i++)
    if (document->claims.items[i]->label == BV_LABEL_HOREN_ZEGGEN)
      hearsay[document->claims.items[i]->part - document->parts.items]++;
  for (size_t p = 0; p < document->parts.count; p++) {
    const bv_part *part = &document->parts.items[p];
    if (part->section && part->claim_count >= FEWEST_CLAIMS && 3 * hearsay[p] > part->claim_count)
      bv_report(check, BV_RULE_LABEL_STAPELING, heading_of(part), NULL, MSG_HEARSAY_PILES, hearsay[p], part->claim_count)
          ->suggestion = MSG_HEARSAY_PILES_ADVICE;
  }
}

/* Whether the words themselves leave the diagnosis open: "moeder zegt", "waarschijnlijk", "niet bevestigd". */
static bool is_hedged(bv_arena *arena, const bv_claim_words *words, const bv_word_set *names) {
  const bv_tokens *tokens = &words->tokens;
  bv_cues cues = bv_cues_in(arena, tokens, &words->sentences, names, NULL, false);
  for (size_t i = 0; i < cues.count; i++) {
    bv_cue_kind kind = cues.items[i].kind;
    if (kind == BV_CUE_SPECULATION || kind == BV_CUE_OPINION || kind == BV_CUE_SPEECH || kind == BV_CUE_HEARSAY)
      return true;
  }
  for (size_t i = 0; i < tokens->count; i++)
    if (bv_token_in(tokens, i, bv_list_words_on_truth))
      return true;
  return false;
}

static void check_certain(bv_check *check) {
  bv_arena *arena = check->document->arena;
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    if (!claim->is_diagnosis || !claim->diagnosis.unconfirmed)
      continue;
    bv_claim_words words = bv_words_of_claim(arena, check, claim);
    if (is_hedged(arena, &words, check->names))
      continue;
    bv_diagnosis_hits_list hits = bv_diagnosis_hits_in(arena, &words.tokens, check->names);
    for (size_t h = 0; h < hits.count; h++) {
      const bv_diagnosis_hit *hit = &hits.items[h];
      if (hit->negated || hit->suspected || hit->quoted || hit->family)
        continue;
      bv_report_claim(check, BV_RULE_DIAGNOSE_STELLIG, claim, MSG_DIAGNOSIS_CERTAIN,
                      bv_excerpt(arena, words.tokens.text + hit->start, hit->end - hit->start))
          ->suggestion = MSG_DIAGNOSIS_CERTAIN_ADVICE;
      break;
    }
  }
}

bv_check_function *const bv_checks_retelling[] = {check_pile, check_certain, NULL};
