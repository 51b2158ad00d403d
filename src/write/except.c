#include "write/except.h"

#include <libxml/hash.h>
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "write/draft.h"
#include "write/markdown.h"
#include "write/patch.h"
#include "write/react.h"

enum { MOST_ROUNDS = 16 /* in which exceptions are taken back; what is left then is refused as a whole */ };

/* ---- Where ---- */

static bool holds(bv_range range, uint32_t place) { return place >= range.start && place < range.end; }

/* The child that holds the place, or NULL. */
static const bv_node *child_at(const bv_node *node, uint32_t place) {
  for (const bv_node *child = node->first_child; child; child = child->next)
    if (holds(child->range, place))
      return child;
  return NULL;
}

/* The innermost claim that holds the finding; else the section whose heading does; or NULL. */
static const bv_node *bearer_at(const bv_document *document, uint32_t place) {
  const bv_node *bearer = NULL;
  for (const bv_node *node = child_at(document->root, place); node; node = child_at(node, place)) {
    const bv_node *heading = node->kind == BV_NODE_SECTION ? node->first_child : NULL;
    if (node->claim || (heading && place < heading->range.end))
      bearer = node;
  }
  return bearer;
}

static const char *obstacle_of(const bv_document *document, const bv_finding *finding, const bv_node *element) {
  const char *rule = bv_rule_info_of(finding->rule)->name;
  if (strncmp(rule, "negeer/", 7) == 0)
    return MSG_REVIEW_NO_EXCEPTION;
  if (finding->range.start < document->root->range.start)
    return MSG_REVIEW_ON_FRONT;
  if (!element)
    return MSG_REVIEW_NO_BEARER;
  bool taken = bv_own_attribute(element, "reden") && !bv_own_attribute(element, "negeer");
  return taken || bv_own_attribute(element, "vertrouwelijk") ? MSG_REVIEW_REASON_TAKEN : NULL;
}

/* Whether an exception at the element would cover a finding of the rule that is none. */
static bool covers_others(const bv_document *document, const bv_exception *exception, const bool *meant) {
  const bv_findings *findings = document->findings;
  for (size_t i = 0; i < findings->count; i++)
    if (findings->items[i].rule == findings->items[exception->finding].rule && !findings->items[i].suppressed &&
        !meant[i] && holds(exception->element->range, findings->items[i].range.start))
      return true;
  return false;
}

static uint32_t place_of(const bv_exception *e) { return e->element ? e->element->range.start : UINT32_MAX; }

static int by_element(const void *a, const void *b) {
  const bv_exception *left = a, *right = b;
  if (place_of(left) != place_of(right))
    return place_of(left) < place_of(right) ? -1 : 1;
  if (left->element && left->element->range.end != right->element->range.end)
    return left->element->range.end > right->element->range.end ? -1 : 1;
  return left->finding < right->finding ? -1 : left->finding > right->finding;
}

/* Takes back those that would cover a finding that is to stay, which may be one that was taken back; whether any was.
 */
static bool take_back(const bv_document *document, bv_exceptions *exceptions, bool *meant) {
  bool any = false;
  for (size_t i = 0; i < exceptions->count; i++) {
    bv_exception *exception = &exceptions->items[i];
    if (!exception->element || !covers_others(document, exception, meant))
      continue;
    exception->element = NULL;
    exception->obstacle = MSG_REVIEW_OTHERS;
    meant[exception->finding] = false;
    any = true;
  }
  return any;
}

void bv_exceptions_place(bv_arena *arena, const bv_document *document, bv_exceptions *exceptions) {
  bool *meant = bv_calloc(arena, document->findings->count + 1, sizeof *meant);
  for (size_t i = 0; i < exceptions->count; i++) {
    bv_exception *exception = &exceptions->items[i];
    const bv_finding *finding = &document->findings->items[exception->finding];
    const bv_node *bearer = bearer_at(document, finding->range.start);
    exception->obstacle = obstacle_of(document, finding, bearer);
    exception->element = exception->obstacle ? NULL : bearer;
    meant[exception->finding] = exception->element != NULL;
  }
  for (int round = 0; round < MOST_ROUNDS && take_back(document, exceptions, meant); round++)
    ;
  if (exceptions->count)
    qsort(exceptions->items, exceptions->count, sizeof *exceptions->items, by_element);
}

/* ---- What it says ---- */

/* All that go at one element: "rule,rule" and "reason; reason", each once. */
typedef struct group {
  const bv_node *element;
  const char *rules, *reasons;
  size_t next; /* index of the first of the next group */
} group;

static bool has_word(const char *list, const char *word, const char *between) {
  size_t length = strlen(word), gap = strlen(between);
  for (const char *at = strstr(list, word); at; at = strstr(at + 1, word)) {
    bool starts = at == list || strncmp(at - gap, between, gap) == 0;
    if (starts && (!at[length] || strncmp(at + length, between, gap) == 0))
      return true;
  }
  return false;
}

static const char *join(bv_arena *arena, const char *list, const char *word, const char *between) {
  if (!*list)
    return word;
  return has_word(list, word, between) ? list : bv_sprintf(arena, "%s%s%s", list, between, word);
}

static group group_from(bv_arena *arena, const bv_document *document, const bv_exceptions *exceptions, size_t first) {
  group g = {exceptions->items[first].element, "", "", first};
  for (; g.next < exceptions->count && exceptions->items[g.next].element == g.element; g.next++) {
    const bv_exception *exception = &exceptions->items[g.next];
    g.rules = join(arena, g.rules, bv_rule_info_of(document->findings->items[exception->finding].rule)->name, ",");
    g.reasons = join(arena, g.reasons, exception->reason, "; ");
  }
  return g;
}

static const char *value_of(const bv_node *element, const char *key) {
  const bv_attribute *attribute = bv_own_attribute(element, key);
  return attribute ? attribute->value : "";
}

/* What the attributes become, with what stood in them. */
static const char *rules_with(bv_arena *arena, const group *g) {
  const char *all = value_of(g->element, "negeer");
  for (const char *rule = g->rules; *rule; rule += strcspn(rule, ",") + (rule[strcspn(rule, ",")] == ','))
    all = join(arena, all, bv_strndup(arena, rule, strcspn(rule, ",")), ",");
  return all;
}

static const char *reasons_with(bv_arena *arena, const group *g) {
  return join(arena, value_of(g->element, "reden"), g->reasons, "; ");
}

/* ---- Markdown ---- */

/* "key=value" as a draft writes it. */
static const char *pair(bv_arena *arena, const char *key, const char *value) {
  bv_attributes one = {0};
  BV_PUSH(arena, &one.pairs, (bv_attribute){.key = key, .value = value});
  const char *braced = bv_markdown_attributes(arena, &one).items[0];
  return bv_strndup(arena, braced + 1, strlen(braced) - 2);
}

/* Writes the value of an attribute that stands there anew, its quotation marks included. */
static void replace(bv_patches *patches, const bv_attribute *attribute, const char *value) {
  const char *bytes = patches->source->bytes, *written = strchr(pair(patches->arena, attribute->key, value), '=') + 1;
  bool quoted = strchr("\"'", bytes[attribute->value_range.start - 1]) != NULL;
  bv_patch_replace(patches, (bv_range){attribute->value_range.start - quoted, attribute->value_range.end + quoted},
                   written);
}

void bv_except_markdown(bv_buf *out, const bv_document *document, const bv_exceptions *exceptions) {
  bv_arena *arena = out->arena;
  bv_patches patches = bv_patches_new(arena, document->source);
  for (size_t i = 0; i < exceptions->count && exceptions->items[i].element;) {
    group g = group_from(arena, document, exceptions, i);
    const bv_attribute *rules = bv_own_attribute(g.element, "negeer"), *reasons = bv_own_attribute(g.element, "reden");
    bv_buf back = bv_buf_new(arena);
    if (rules)
      replace(&patches, rules, rules_with(arena, &g));
    else
      bv_buf_puts(&back, pair(arena, "negeer", g.rules));
    if (reasons)
      replace(&patches, reasons, reasons_with(arena, &g));
    else
      bv_buf_printf(&back, "%s%s", back.length ? " " : "", pair(arena, "reden", g.reasons));
    if (back.length)
      bv_patch_attributes(&patches, g.element, BV_LABEL_NONE, "", bv_buf_string(&back));
    i = g.next;
  }
  bv_patches_apply(out, &patches);
}

/* ---- XML ---- */

static void set(bv_arena *arena, bv_node *element, const char *key, const char *value) {
  for (size_t i = 0; i < element->attributes.pairs.count; i++)
    if (strcmp(element->attributes.pairs.items[i].key, key) == 0) {
      element->attributes.pairs.items[i].value = value;
      return;
    }
  BV_PUSH(arena, &element->attributes.pairs, (bv_attribute){.key = key, .value = value});
}

void bv_except_xml(bv_buf *out, bv_document *document, const bv_exceptions *exceptions) {
  bv_arena *arena = document->arena;
  for (size_t i = 0; i < exceptions->count && exceptions->items[i].element;) {
    group g = group_from(arena, document, exceptions, i);
    const char *rules = rules_with(arena, &g), *reasons = reasons_with(arena, &g);
    bv_node *bearer = bv_bearer_of(arena, (bv_node *)g.element, BV_LABEL_NONE);
    set(arena, bearer, "negeer", rules);
    set(arena, bearer, "reden", reasons);
    i = g.next;
  }
  bv_write_draft_xml(out, document);
}

/* ---- Afterwards ---- */

/* What tells a finding apart when its place has moved and the attributes around it have changed. */
static const char *key_of(bv_arena *arena, const bv_finding *finding, bool suppressed) {
  return bv_sprintf(arena, "%d|%d|%s|%s", (int)finding->rule, suppressed, finding->claim ? finding->claim : "",
                    finding->message);
}

/* How many of each kind of finding there should be. */
static xmlHashTablePtr wanted_of(bv_arena *arena, const bv_findings *findings, const bv_exceptions *exceptions) {
  xmlHashTablePtr wanted = xmlHashCreate(0);
  bool *meant = bv_calloc(arena, findings->count + 1, sizeof *meant);
  if (!wanted)
    bv_out_of_memory();
  for (size_t i = 0; i < exceptions->count; i++)
    meant[exceptions->items[i].finding] = exceptions->items[i].element != NULL;
  for (size_t i = 0; i < findings->count; i++) {
    const char *key = key_of(arena, &findings->items[i], findings->items[i].suppressed || meant[i]);
    size_t *count = xmlHashLookup(wanted, BAD_CAST key);
    if (!count) {
      count = bv_alloc(arena, sizeof *count);
      xmlHashAddEntry(wanted, BAD_CAST key, count);
    }
    ++*count;
  }
  return wanted;
}

/* A finding about an exception without its reason goes when that gets one. */
static size_t count_lasting(const bv_findings *findings) {
  size_t count = 0;
  for (size_t i = 0; i < findings->count; i++)
    count += findings->items[i].rule != BV_RULE_NEGEER_ZONDER_REDEN;
  return count;
}

bool bv_exceptions_are_in(bv_arena *arena, const bv_document *before, const bv_document *after,
                          const bv_exceptions *exceptions) {
  xmlHashTablePtr wanted = wanted_of(arena, before->findings, exceptions);
  bool good = bv_same_claims(arena, before, after) && before->reactions.count == after->reactions.count &&
              count_lasting(before->findings) == count_lasting(after->findings);
  for (size_t i = 0; good && i < after->findings->count; i++) {
    const bv_finding *finding = &after->findings->items[i];
    size_t *count = xmlHashLookup(wanted, BAD_CAST key_of(arena, finding, finding->suppressed));
    good = count && *count > 0;
    if (good)
      --*count;
  }
  xmlHashFree(wanted, NULL);
  return good;
}
