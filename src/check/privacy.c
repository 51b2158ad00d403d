/* Privacy: what does not belong in a report at all, and what is withheld has a reason (Jeugdwet 7.3.2; UAVG 46). */
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "check/check.h"
#include "check/leak.h"
#include "check/numbers.h"
#include "check/voice.h"

typedef bool find_match(const char *text, size_t length, size_t from, bv_match *found);
typedef void report_match(bv_check *check, bv_range range, const bv_claim *claim);

/* The number itself is not repeated: what a check prints is mailed and kept. */
static void report_bsn(bv_check *check, bv_range range, const bv_claim *claim) {
  bv_report(check, BV_RULE_PRIVACY_BSN, range, claim, MSG_BSN)->suggestion = MSG_BSN_ADVICE;
}

static void report_email(bv_check *check, bv_range range, const bv_claim *claim) {
  bv_report(check, BV_RULE_PRIVACY_CONTACTGEGEVENS, range, claim, MSG_CONTACT_EMAIL)->suggestion = MSG_CONTACT_ADVICE;
}

static void report_telephone(bv_check *check, bv_range range, const bv_claim *claim) {
  bv_report(check, BV_RULE_PRIVACY_CONTACTGEGEVENS, range, claim, MSG_CONTACT_TELEPHONE)->suggestion =
      MSG_CONTACT_ADVICE;
}

static void report_address(bv_check *check, bv_range range, const bv_claim *claim) {
  bv_report(check, BV_RULE_PRIVACY_CONTACTGEGEVENS, range, claim, MSG_CONTACT_ADDRESS)->suggestion = MSG_CONTACT_ADVICE;
}

/* What is looked for, and what is said when it is found. */
typedef struct search {
  find_match *find;
  report_match *report;
  bool is_number;     /* a text without a digit holds none */
  bool not_in_rights; /* the part on rights says how to reach offices: a complaint committee, a confidant */
} search;

static const search searches[] = {{bv_find_bsn, report_bsn, true, false},
                                  {bv_find_email, report_email, false, true},
                                  {bv_find_telephone, report_telephone, true, true},
                                  {bv_find_address, report_address, true, true}};

/* A text of the body: that of the node, which is a leaf, or else that of its attribute. */
typedef struct place {
  bv_check *check;
  const bv_node *node;
  const bv_attribute *attribute; /* or NULL */
  bool in_rights;
} place;

/* An attribute that was written with escapes does not run one to one with its place: then all of the value is meant. */
static void report_found(const place *p, const search *s, size_t length, bv_match found) {
  if (!p->attribute) {
    s->report(p->check, bv_text_source_range(p->node->text, (uint32_t)found.start, (uint32_t)found.end),
              bv_claim_at(p->node, (uint32_t)found.start));
    return;
  }
  bv_range all = p->attribute->value_range;
  bool is_literal = all.end - all.start == length;
  bv_range part = {all.start + (uint32_t)found.start, all.start + (uint32_t)found.end};
  s->report(p->check, is_literal ? part : all, p->node->claim);
}

static void search_text(const place *p, const char *text, size_t length) {
  bool has_digit = bv_has_digit(text, length);
  for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
    const search *s = &searches[i];
    bv_match found = {0, 0};
    if ((s->not_in_rights && p->in_rights) || (s->is_number && !has_digit))
      continue;
    while (s->find(text, length, found.end, &found))
      report_found(p, s, length, found);
  }
}

static void check_body(bv_check *check) {
  const bv_document *document = check->document;
  const bv_node *rights = NULL;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    if (rights && !bv_node_within(node, rights))
      rights = NULL;
    if (!rights && bv_has_class(node, "rechten"))
      rights = node;
    place p = {.check = check, .node = node, .in_rights = rights != NULL};
    if (node->text)
      search_text(&p, node->text->bytes, node->text->length);
    for (size_t i = 0; i < node->attributes.pairs.count; i++) {
      p.attribute = &node->attributes.pairs.items[i];
      search_text(&p, p.attribute->value, strlen(p.attribute->value));
    }
  }
}

/* In the front matter nothing but a citizen service number is looked for: offices are reached there. */
static void check_front(bv_check *check) {
  const bv_document *document = check->document;
  bv_range front = document->front.fields.range;
  if (front.end > document->source->length || front.start > front.end)
    return;
  const char *bytes = document->source->bytes + front.start;
  bv_match found = {0, 0};
  while (bv_find_bsn(bytes, front.end - front.start, found.end, &found))
    report_bsn(check, (bv_range){front.start + (uint32_t)found.start, front.start + (uint32_t)found.end}, NULL);
}

typedef struct ids {
  bv_arena *arena;
  const char **items;
  size_t count, capacity;
} ids;

static void take_id(void *context, const char *id, bv_range range) {
  ids *all = context;
  (void)range;
  BV_PUSH(all->arena, all, id);
}

/* "vader en fenna" for "vader,fenna". */
static const char *readers_of(bv_arena *arena, const bv_attribute *withheld) {
  ids all = {.arena = arena};
  bv_each_id(arena, withheld, take_id, &all);
  return bv_enumerate(arena, all.items, all.count, MSG_AND);
}

static void check_withheld(bv_check *check) {
  const bv_document *document = check->document;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    const bv_attribute *withheld = bv_own_attribute(node, "vertrouwelijk");
    const bv_attribute *reason = bv_own_attribute(node, "reden");
    if (!withheld || bv_is_blank(withheld->value) || (reason && !bv_is_blank(reason->value)))
      continue;
    bv_range whole = node->claim ? node->range : (bv_range){withheld->key_range.start, withheld->value_range.end};
    bv_report(check, BV_RULE_PRIVACY_VERTROUWELIJK_ZONDER_REDEN, whole, node->claim, MSG_WITHHELD_WITHOUT_REASON,
              readers_of(document->arena, withheld))
        ->suggestion = MSG_WITHHELD_WITHOUT_REASON_ADVICE;
  }
}

bv_check_function *const bv_checks_privacy[] = {check_body, check_front, check_withheld, bv_check_leaks, NULL};
