#include "check/counts.h"

static void count_claims(const bv_document *document, bv_counts *counts) {
  counts->claims = document->claims.count;
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    counts->facts += claim->label == BV_LABEL_FEIT;
    counts->opinions += claim->label == BV_LABEL_MENING;
    counts->hearsay += claim->label == BV_LABEL_HOREN_ZEGGEN;
    counts->diagnoses += claim->is_diagnosis;
  }
}

static void count_findings(const bv_findings *findings, bv_counts *counts) {
  counts->errors = bv_findings_count(findings, BV_FOUT);
  counts->warnings = bv_findings_count(findings, BV_WAARSCHUWING);
  counts->notes = bv_findings_count(findings, BV_ADVIES);
  counts->suppressed = findings->count + findings->left_out.total - counts->errors - counts->warnings - counts->notes;
  counts->unlabelled = findings->left_out.of_rule[BV_RULE_LABEL_ONTBREEKT];
  for (size_t i = 0; i < findings->count; i++)
    counts->unlabelled += findings->items[i].rule == BV_RULE_LABEL_ONTBREEKT;
}

bv_counts bv_count(const bv_document *document) {
  bv_counts counts = {.reactions = document->reactions.count};
  for (size_t i = 0; i < document->sentences.count; i++)
    counts.exempt += document->sentences.items[i].exempt;
  counts.sentences = document->sentences.count - counts.exempt;
  counts.sources = document->front.sources.count ? document->front.sources.count - 1 : 0;
  count_claims(document, &counts);
  count_findings(document->findings, &counts);
  return counts;
}
