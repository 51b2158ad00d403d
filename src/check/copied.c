/* What was taken over from an earlier report: its original source is named, so that a parent can have it corrected
 * where it began (IGJ 5.2, 5.3, 8.2). */
#include "check/copied.h"

#include <string.h>

#include "base/messages.h"
#include "check/voice.h"
#include "lang/lists.h"
#include "lang/tokens.h"

/* Whether every source of the claim is an earlier report or the one it was copied from: none is the original. */
static bool has_no_original(const bv_claim *claim) {
  for (size_t i = 0; i < claim->sources.count; i++)
    if (claim->sources.items[i] != claim->copied_from && claim->sources.items[i]->kind != BV_SOURCE_EERDER_RAPPORT)
      return false;
  return claim->sources.count > 0 || bv_lacks_source(claim);
}

/* An earlier report is itself the original of what its makers found of it. */
static bool is_own_opinion(const bv_claim *claim) {
  const bv_report_source *source = claim->sources.items[0];
  return claim->label == BV_LABEL_MENING && (!bv_is_blank(source->author) || !bv_is_blank(source->organisation));
}

/* Whether the words point to an earlier report as the place they come from: "uit het raadsrapport blijkt". */
static bool points_to_report(bv_arena *arena, const char *text, size_t length) {
  if (!memmem(text, length, "rapport", strlen("rapport")))
    return false;
  bv_tokens tokens = bv_tokenize(arena, text, length);
  for (size_t i = 0; i < tokens.count; i++) {
    if (!bv_token_in(&tokens, i, bv_list_before_reports) || tokens.items[i].quoted)
      continue;
    size_t at = i + 1;
    at += bv_token_in(&tokens, at, bv_list_report_articles);
    bool is_earlier = bv_token_in(&tokens, at, bv_list_earlier);
    at += is_earlier;
    if (bv_token_in(&tokens, at, bv_list_council_reports) || (is_earlier && bv_token_in(&tokens, at, bv_list_reports)))
      return true;
  }
  return false;
}

static bool retells_report(bv_arena *arena, const bv_claim *claim) {
  for (size_t i = 0; i < claim->pieces.count; i++) {
    const bv_piece *piece = &claim->pieces.items[i];
    if (points_to_report(arena, piece->leaf->text->bytes + piece->start, piece->end - piece->start))
      return true;
  }
  return false;
}

static void report_copied(bv_check *check, const bv_claim *claim) {
  const bv_report_source *from = claim->copied_from ? claim->copied_from : claim->sources.items[0];
  const bv_attribute *attribute = claim->copied_from ? claim->copied_attribute : claim->sources_attribute;
  bv_place place = bv_fault_place(claim, attribute);
  bv_report(check, BV_RULE_BRON_OVERGENOMEN, place.range, place.claim, MSG_COPIED_WITHOUT_ORIGIN, from->id)
      ->suggestion = claim->copied_from ? MSG_COPIED_WITHOUT_ORIGIN_ADVICE : MSG_EARLIER_REPORT_ADVICE;
}

void bv_check_copied(bv_check *check) {
  bv_arena *arena = check->document->arena;
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    /* Of a diagnosis the origin is who made it and when: diagnose/keten. */
    if (claim->is_diagnosis)
      continue;
    if (claim->copied_from) {
      if (has_no_original(claim))
        report_copied(check, claim);
    } else if (claim->copied_attribute) {
      continue; /* names a source that does not exist: bron/onbekend */
    } else if (claim->sources.count > 0 && has_no_original(claim)) {
      if (!is_own_opinion(claim))
        report_copied(check, claim);
    } else if (retells_report(arena, claim)) {
      bv_report_claim(check, BV_RULE_BRON_OVERGENOMEN, claim, MSG_RETELLS_REPORT)->suggestion =
          MSG_RETELLS_REPORT_ADVICE;
    }
  }
}
