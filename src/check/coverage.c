#include "check/coverage.h"

unsigned bv_part_number_at(const bv_document *document, uint32_t offset) {
  size_t low = 1, high = document->parts.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (document->parts.items[middle].section->range.start <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return document->parts.items[low - 1].number;
}

static void count_claim(bv_coverage *part, const bv_claim *claim) {
  const bv_diagnosis *diagnosis = &claim->diagnosis;
  part->claims++;
  part->facts += claim->label == BV_LABEL_FEIT;
  part->opinions += claim->label == BV_LABEL_MENING;
  part->hearsay += claim->label == BV_LABEL_HOREN_ZEGGEN;
  part->with_source += claim->sources.count > 0;
  part->with_date += claim->date.first.year > 0;
  part->diagnoses += claim->is_diagnosis;
  part->traced += claim->is_diagnosis && (diagnosis->by_source || diagnosis->by_person) && diagnosis->on.first.year > 0;
}

static void count_finding(bv_coverage *part, const bv_finding *finding) {
  if (finding->suppressed)
    part->suppressed++;
  else
    part->findings[finding->severity]++;
  part->unlabelled += finding->rule == BV_RULE_LABEL_ONTBREEKT;
}

bv_coverage *bv_coverage_of(bv_arena *arena, const bv_document *document) {
  bv_coverage *parts = bv_calloc(arena, document->parts.count, sizeof *parts);
  for (size_t i = 0; i < document->claims.count; i++)
    count_claim(&parts[document->claims.items[i]->part->number], document->claims.items[i]);
  for (size_t i = 0; i < document->sentences.count; i++)
    if (!document->sentences.items[i].exempt)
      parts[bv_part_of(document, document->sentences.items[i].leaf)->number].sentences++;
  for (size_t i = 0; i < document->findings->count; i++) {
    const bv_finding *finding = &document->findings->items[i];
    count_finding(&parts[bv_part_number_at(document, finding->range.start)], finding);
  }
  return parts;
}
