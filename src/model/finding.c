#include "model/finding.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/messages.h"

bv_findings *bv_findings_new(bv_arena *arena) {
  bv_findings *findings = bv_alloc(arena, sizeof *findings);
  findings->arena = arena;
  return findings;
}

bv_finding *bv_findings_vadd(bv_findings *findings, bv_rule rule, bv_range range, const char *format, va_list arguments) {
  const char *message = bv_vsprintf(findings->arena, format, arguments);
  const bv_rule_info *info = bv_rule_info_of(rule);
  bv_finding finding = {
      .rule = rule, .severity = info->severity, .range = range, .message = bv_shortened(findings->arena, message), .norm = info->norm};
  BV_PUSH(findings->arena, findings, finding);
  return &findings->items[findings->count - 1];
}

bv_finding *bv_findings_add(bv_findings *findings, bv_rule rule, bv_range range, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  bv_finding *finding = bv_findings_vadd(findings, rule, range, format, arguments);
  va_end(arguments);
  return finding;
}

static int compare(const void *left, const void *right) {
  const bv_finding *a = left, *b = right;
  if (a->range.start != b->range.start)
    return a->range.start < b->range.start ? -1 : 1;
  if (a->range.end != b->range.end)
    return a->range.end < b->range.end ? -1 : 1;
  if (a->rule != b->rule)
    return a->rule < b->rule ? -1 : 1;
  return strcmp(a->message, b->message);
}

void bv_findings_sort(bv_findings *findings) {
  if (findings->count == 0)
    return;
  qsort(findings->items, findings->count, sizeof *findings->items, compare);
  size_t kept = 1;
  for (size_t i = 1; i < findings->count; i++)
    if (compare(&findings->items[kept - 1], &findings->items[i]) != 0)
      findings->items[kept++] = findings->items[i];
  findings->count = kept;
}

/* What weighs most comes first: what counts for the outcome, by severity, then what is known, then exceptions. */
enum { WEIGHT_KNOWN = BV_FOUT + 1, WEIGHT_SUPPRESSED, WEIGHTS };

static int weight_of(const bv_finding *finding) {
  return finding->suppressed ? WEIGHT_SUPPRESSED : finding->known ? WEIGHT_KNOWN : BV_FOUT - (int)finding->severity;
}

/* How many findings of each weight the list has room for. */
static void share_out(const bv_findings *findings, size_t room[WEIGHTS]) {
  size_t counts[WEIGHTS] = {0}, left = BV_MOST_FINDINGS;
  for (size_t i = 0; i < findings->count; i++)
    counts[weight_of(&findings->items[i])]++;
  for (int w = 0; w < WEIGHTS; w++) {
    room[w] = counts[w] < left ? counts[w] : left;
    left -= room[w];
  }
}

static void leave_out(bv_findings *findings, const bv_finding *finding) {
  findings->left_out.total++;
  findings->left_out.of_rule[finding->rule]++;
  findings->left_out.of_severity[finding->severity] += !finding->suppressed;
}

void bv_findings_limit(bv_findings *findings) {
  struct { size_t place, more; } spoken[WEIGHTS][BV_RULE_COUNT] = {0}; /* place: from 1; 0: none yet */
  size_t room[WEIGHTS], kept = 0;
  if (findings->count <= BV_MOST_FINDINGS)
    return;
  share_out(findings, room);
  for (size_t i = 0; i < findings->count; i++) {
    const bv_finding *finding = &findings->items[i];
    int weight = weight_of(finding);
    if (room[weight] == 0 && spoken[weight][finding->rule].place) {
      spoken[weight][finding->rule].more++;
      leave_out(findings, finding);
      continue;
    }
    if (room[weight] > 0)
      room[weight]--;
    else
      spoken[weight][finding->rule].place = kept + 1; /* it stays, to speak for the others of its rule */
    findings->items[kept++] = *finding;
  }
  findings->count = kept;
  for (size_t i = 0; i < WEIGHTS * (size_t)BV_RULE_COUNT; i++) {
    size_t place = spoken[i / BV_RULE_COUNT][i % BV_RULE_COUNT].place, more = spoken[i / BV_RULE_COUNT][i % BV_RULE_COUNT].more;
    if (more)
      findings->items[place - 1].message =
          bv_sprintf(findings->arena, MSG_FINDINGS_MORE, findings->items[place - 1].message, more);
  }
}

size_t bv_findings_count(const bv_findings *findings, bv_severity severity) {
  size_t count = findings->left_out.of_severity[severity];
  for (size_t i = 0; i < findings->count; i++)
    count += !findings->items[i].suppressed && findings->items[i].severity == severity;
  return count;
}
