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

/* What is looked for, and what is said when it is found. */
typedef struct search {
  bv_check *check;
  const char *except; /* the class of parts that are not searched, or NULL */
  find_match *find;
  report_match *report;
} search;

static void search_leaf(const search *s, const bv_node *leaf) {
  const bv_text *text = leaf->text;
  bv_match found = {0, 0};
  while (s->find(text->bytes, text->length, found.end, &found))
    s->report(s->check, bv_text_source_range(text, (uint32_t)found.start, (uint32_t)found.end),
              bv_claim_at(leaf, (uint32_t)found.start));
}

/* An attribute that was written with escapes does not run one to one with its place: then all of the value is meant. */
static void search_attribute(const search *s, const bv_node *node, const bv_attribute *attribute) {
  size_t length = strlen(attribute->value);
  bv_range all = attribute->value_range;
  bool is_literal = all.end - all.start == length;
  bv_match found = {0, 0};
  while (s->find(attribute->value, length, found.end, &found)) {
    bv_range place = {all.start + (uint32_t)found.start, all.start + (uint32_t)found.end};
    s->report(s->check, is_literal ? place : all, node->claim);
  }
}

static void search_body(const search *s) {
  const bv_document *document = s->check->document;
  const bv_node *node = document->root;
  while (node) {
    if (s->except && bv_has_class(node, s->except)) {
      node = bv_node_following_skip(node, document->root);
      continue;
    }
    if (node->text)
      search_leaf(s, node);
    for (size_t i = 0; i < node->attributes.pairs.count; i++)
      search_attribute(s, node, &node->attributes.pairs.items[i]);
    node = bv_node_following(node, document->root);
  }
}

/* The number itself is not repeated: what a check prints is mailed and kept. */
static void report_bsn(bv_check *check, bv_range range, const bv_claim *claim) {
  bv_report(check, BV_RULE_PRIVACY_BSN, range, claim, MSG_BSN)->suggestion = MSG_BSN_ADVICE;
}

static void check_bsn(bv_check *check) {
  const search s = {check, NULL, bv_find_bsn, report_bsn};
  search_body(&s);
  const bv_document *document = check->document;
  bv_range front = document->front.fields.range;
  if (front.end > document->source->length || front.start > front.end)
    return;
  const char *bytes = document->source->bytes + front.start;
  bv_match found = {0, 0};
  while (bv_find_bsn(bytes, front.end - front.start, found.end, &found))
    report_bsn(check, (bv_range){front.start + (uint32_t)found.start, front.start + (uint32_t)found.end}, NULL);
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

/* The part on rights says how to reach offices: a complaint committee, a confidant. */
static void check_contacts(bv_check *check) {
  const search searches[] = {{check, "rechten", bv_find_email, report_email},
                             {check, "rechten", bv_find_telephone, report_telephone},
                             {check, "rechten", bv_find_address, report_address}};
  for (size_t i = 0; i < sizeof searches / sizeof *searches; i++)
    search_body(&searches[i]);
}

/* "vader, fenna" for "vader,fenna". */
static const char *with_spaces(bv_arena *arena, const char *ids) {
  bv_buf spaced = bv_buf_new(arena);
  for (; *ids; ids++) {
    bv_buf_putc(&spaced, *ids);
    if (*ids == ',' && ids[1] != ' ')
      bv_buf_putc(&spaced, ' ');
  }
  return bv_buf_string(&spaced);
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
              with_spaces(document->arena, withheld->value))
        ->suggestion = MSG_WITHHELD_WITHOUT_REASON_ADVICE;
  }
}

bv_check_function *const bv_checks_privacy[] = {check_bsn,      check_contacts, check_withheld,
                                                bv_check_leaks, NULL};
