/* Exceptions: a negeer attribute marks the findings of a rule inside its element as suppressed, with its reason.
 *
 * What is suppressed stays in every result. An exception without a reason, for a rule that does not exist, or that
 * suppresses nothing is itself a finding; those findings cannot be suppressed. */
#include <string.h>

#include "base/limits.h"
#include "base/messages.h"
#include "check/check.h"

typedef struct exception {
  const bv_node *node;
  const bv_claim *claim;
  const char *reason; /* NULL or empty: none was given */
  size_t own_findings; /* findings before exceptions were looked at: only those can be suppressed */
} exception;

/* The first of the sorted findings that begins at or behind the offset. */
static size_t first_from(const bv_findings *findings, size_t count, uint32_t offset) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (findings->items[middle].range.start < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Suppresses the rule's findings that begin inside the element; tells whether there were any. */
static bool suppress(bv_check *check, const exception *e, bv_rule rule) {
  bool any = false;
  for (size_t i = first_from(check->findings, e->own_findings, e->node->range.start); i < e->own_findings; i++) {
    bv_finding *finding = &check->findings->items[i];
    if (finding->range.start >= e->node->range.end)
      break;
    if (finding->rule != rule)
      continue;
    any = true;
    if (e->reason && !finding->suppressed) {
      finding->suppressed = true;
      finding->reason = e->reason;
    }
  }
  return any;
}

static void apply(bv_check *check, const exception *e, const char *name, bv_range range) {
  bv_arena *arena = check->document->arena;
  bv_rule rule = bv_rule_find(name);
  if (rule == BV_RULE_COUNT) {
    bv_finding *finding =
        bv_report(check, BV_RULE_NEGEER_ONBEKENDE_REGEL, range, e->claim, MSG_IGNORE_UNKNOWN_RULE, name);
    const char *nearest = bv_rule_nearest(name);
    if (nearest)
      finding->suggestion = bv_sprintf(arena, MSG_DID_YOU_MEAN, nearest);
    return;
  }
  if (!suppress(check, e, rule))
    bv_report(check, BV_RULE_NEGEER_OVERBODIG, range, e->claim, MSG_IGNORE_NOTHING, name)->suggestion =
        bv_sprintf(arena, MSG_IGNORE_NOTHING_ADVICE, name);
}

typedef struct application {
  bv_check *check;
  const exception *exception;
} application;

static void apply_one(void *context, const char *name, bv_range range) {
  application *a = context;
  apply(a->check, a->exception, name, range);
}

void bv_apply_exceptions(bv_check *check) {
  const bv_document *document = check->document;
  bv_findings_sort(check->findings);
  size_t own_findings = check->findings->count;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    const bv_attribute *ignore = bv_own_attribute(node, "negeer");
    if (!ignore)
      continue;
    const bv_attribute *reason = bv_own_attribute(node, "reden");
    exception e = {node, node->claim, reason && *reason->value ? bv_shortened(document->arena, reason->value) : NULL, own_findings};
    if (!e.reason)
      bv_report(check, BV_RULE_NEGEER_ZONDER_REDEN, ignore->key_range, e.claim, MSG_IGNORE_WITHOUT_REASON, ignore->value)
          ->suggestion = MSG_IGNORE_REASON_ADVICE;
    bv_each_id(document->arena, ignore, apply_one, &(application){check, &e});
  }
}
