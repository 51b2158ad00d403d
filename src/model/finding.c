#include "model/finding.h"

#include <stdlib.h>
#include <string.h>

bv_findings *bv_findings_new(bv_arena *arena) {
  bv_findings *findings = bv_alloc(arena, sizeof *findings);
  findings->arena = arena;
  return findings;
}

bv_finding *bv_findings_vadd(bv_findings *findings, bv_rule rule, bv_range range, const char *format, va_list arguments) {
  const char *message = bv_vsprintf(findings->arena, format, arguments);
  const bv_rule_info *info = bv_rule_info_of(rule);
  bv_finding finding = {
      .rule = rule, .severity = info->severity, .range = range, .message = message, .norm = info->norm};
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

size_t bv_findings_count(const bv_findings *findings, bv_severity severity) {
  size_t count = 0;
  for (size_t i = 0; i < findings->count; i++)
    count += !findings->items[i].suppressed && findings->items[i].severity == severity;
  return count;
}
