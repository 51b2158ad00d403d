/* ouders/niet-getrouw: the text for the parents says what the claim says, no more and no less. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "check/passage.h"
#include "check/people.h"
#include "check/plain.h"
#include "lang/diagnoses.h"
#include "lang/faithful.h"
#include "lang/namesakes.h"

typedef struct fidelity {
  bv_check *check;
  const bv_people *people;
  const bv_plain_passage *passage;
  bv_facts original, plain;
  bv_facts context; /* what the marks of the claim let the plain text name as well: read where that matters */
  bool has_context;
  bv_diagnosis_hits_list diagnoses; /* of the original */
} fidelity;

static const char *words(const fidelity *f, const bv_facts *facts, const bv_fact *fact) {
  return bv_strndup(f->check->document->arena, facts->tokens.text + fact->start, fact->end - fact->start);
}

static bv_range place_of(const fidelity *f, const bv_fact *fact) {
  if (fact)
    return bv_plain_place(f->passage, fact->start, fact->end);
  return f->passage->attribute ? f->passage->attribute->value_range : f->passage->element->range;
}

static void report_lost(fidelity *f, const bv_difference *difference) {
  static const char *const messages[] = {
      [BV_FACT_PERSON] = MSG_PLAIN_LOST,        [BV_FACT_NAME] = MSG_PLAIN_LOST,
      [BV_FACT_DATE] = MSG_PLAIN_LOST,          [BV_FACT_WEEKDAY] = MSG_PLAIN_LOST,
      [BV_FACT_NUMBER] = MSG_PLAIN_LOST,        [BV_FACT_NEGATION] = MSG_PLAIN_LOST_NEGATION,
      [BV_FACT_DOUBT] = MSG_PLAIN_LOST_DOUBT,   [BV_FACT_ROUGH] = MSG_PLAIN_LOST,
      [BV_FACT_HOLDER] = MSG_PLAIN_LOST_HOLDER, [BV_FACT_QUOTE] = MSG_PLAIN_LOST,
      [BV_FACT_OFTEN] = MSG_PLAIN_LOST};
  const char *lost = words(f, &f->original, difference->original);
  const char *message = bv_sprintf(f->check->document->arena, "%s“%s”", messages[difference->kind], lost);
  bv_report(f->check, BV_RULE_OUDERS_NIET_GETROUW, place_of(f, NULL), f->passage->claim, "%s", message);
}

static void report(fidelity *f, const bv_difference *difference) {
  if (!difference->plain) {
    report_lost(f, difference);
    return;
  }
  const char *added = words(f, &f->plain, difference->plain);
  bv_range place = place_of(f, difference->plain);
  if (difference->original)
    bv_report(f->check, BV_RULE_OUDERS_NIET_GETROUW, place, f->passage->claim, MSG_PLAIN_CHANGED, added,
              words(f, &f->original, difference->original));
  else
    bv_report(f->check, BV_RULE_OUDERS_NIET_GETROUW, place, f->passage->claim,
              difference->kind == BV_FACT_QUOTE ? MSG_PLAIN_QUOTE : MSG_PLAIN_ADDED, added);
}

static bool has_doubt(const bv_facts *facts) {
  for (size_t i = 0; i < facts->count; i++)
    if (facts->items[i].kind == BV_FACT_DOUBT || (facts->items[i].kind == BV_FACT_NEGATION && !facts->items[i].soft))
      return true;
  return false;
}

static const bv_diagnosis_hit *find_hit(const bv_diagnosis_hits_list *hits, const bv_diagnosis_hit *wanted) {
  for (size_t i = 0; i < hits->count && i < BV_MOST_FACTS; i++)
    if (strcmp(hits->items[i].canonical, wanted->canonical) == 0)
      return &hits->items[i];
  return NULL;
}

/* Whether every word of the hit stands in the claim: "de stoornis" after "een depressieve stoornis" is no other one. */
static bool has_words(const fidelity *f, const bv_diagnosis_hit *hit) {
  for (size_t i = 0; i < f->plain.tokens.count; i++) {
    const bv_token *token = &f->plain.tokens.items[i];
    bool found = token->start < hit->start || token->end > hit->end;
    for (size_t k = 0; k < f->original.tokens.count && !found; k++)
      found = strcmp(f->original.tokens.items[k].folded, token->folded) == 0;
    if (!found)
      return false;
  }
  return true;
}

/* A diagnosis that the claim does not name, or that it suspects or denies and the plain text gives as certain. */
static void compare_diagnoses(fidelity *f) {
  bv_diagnosis_hits_list plain = bv_diagnosis_hits_in(f->check->document->arena, &f->plain.tokens, f->check->names);
  bool doubt = has_doubt(&f->plain);
  for (size_t i = 0; i < plain.count && i < BV_MOST_FACTS; i++) {
    const bv_diagnosis_hit *hit = &plain.items[i], *same = find_hit(&f->diagnoses, hit);
    if (!hit->certain || (same && (doubt || hit->suspected || hit->negated || !(same->suspected || same->negated))) ||
        (!same && has_words(f, hit)))
      continue;
    bv_report(f->check, BV_RULE_OUDERS_NIET_GETROUW, bv_plain_place(f->passage, hit->start, hit->end), f->passage->claim,
              same ? MSG_PLAIN_CERTAIN_DIAGNOSIS : MSG_PLAIN_ADDED,
              bv_strndup(f->check->document->arena, f->passage->text + hit->start, hit->end - hit->start));
    return;
  }
  const bv_claim *claim = f->passage->claim;
  if (claim && claim->diagnosis.unconfirmed && !doubt)
    bv_report(f->check, BV_RULE_OUDERS_NIET_GETROUW, place_of(f, NULL), claim, "%s", MSG_PLAIN_UNCONFIRMED);
}

/* The differences that are left when the marks of the claim are read as well: they only take away,
 * but where they tell which of two grandmothers is meant. */
static bv_differences differences_of(fidelity *f) {
  const bv_document *document = f->check->document;
  bool open = bv_has_open_namesake(&f->original, &f->plain);
  bv_differences differences = bv_faithful(document->arena, &f->original, &f->plain, NULL);
  if (!differences.count && !open)
    return differences;
  if (!f->has_context)
    f->context = bv_claim_context(document, f->passage->claim, f->people);
  f->has_context = true;
  if (open)
    bv_settle_namesakes_by(&f->original, &f->context);
  return bv_faithful(document->arena, &f->original, &f->plain, &f->context);
}

/* Doubt that the words of the claim do not have, and its marks do: of a diagnosis that is not confirmed. */
static bool is_marked_doubt(const fidelity *f, const bv_difference *difference) {
  const bv_claim *claim = f->passage->claim;
  return difference->kind == BV_FACT_DOUBT && !difference->original && claim && claim->diagnosis.unconfirmed;
}

static void compare_claim(fidelity *f) {
  bv_differences differences = differences_of(f);
  for (size_t i = 0; i < differences.count; i++)
    if (!is_marked_doubt(f, &differences.items[i]))
      report(f, &differences.items[i]);
  if (!f->original.full && !f->plain.full)
    compare_diagnoses(f);
}

/* The text of a section without what is already a text for the parents or a reaction. */
static const char *section_text(const bv_document *document, const bv_node *section) {
  bv_buf text = bv_buf_new(document->arena);
  for (const bv_node *node = section; node;) {
    if (bv_has_class(node, "voor-ouders")) {
      node = bv_node_following_skip(node, section);
      continue;
    }
    if (node->text) {
      bv_buf_add(&text, node->text->bytes, node->text->length);
      bv_buf_putc(&text, '\n');
    }
    node = bv_node_following(node, section);
  }
  return bv_buf_string(&text);
}

static void compare_section(fidelity *f) {
  bv_differences differences = bv_faithful_additions(f->check->document->arena, &f->original, &f->plain, NULL);
  for (size_t i = 0; i < differences.count; i++)
    report(f, &differences.items[i]);
}

static bv_facts original_facts(const bv_check *check, const bv_plain_passage *passage, const bv_people *people) {
  bv_arena *arena = check->document->arena;
  if (passage->claim) {
    bv_claim_words words = bv_words_of_claim(arena, check, passage->claim);
    return bv_facts_of_tokens(arena, &words.tokens, &words.sentences, people);
  }
  const bv_node *leaf = bv_node_leaf(passage->section);
  const char *text = leaf ? leaf->text->bytes : section_text(check->document, passage->section);
  return bv_facts_in(arena, text, strlen(text), people);
}

static const void *target_of(const bv_plain_passage *passage) {
  return passage->claim ? (const void *)passage->claim : passage->section;
}

static int by_target(const void *a, const void *b) {
  const bv_plain_passage *x = *(const bv_plain_passage *const *)a, *y = *(const bv_plain_passage *const *)b;
  uintptr_t first = (uintptr_t)target_of(x), second = (uintptr_t)target_of(y);
  return (first > second) - (first < second);
}

/* The passages side by side that render the same: what they render is then read once. */
static const bv_plain_passage **grouped(bv_arena *arena, const bv_plain_passages *passages) {
  const bv_plain_passage **order = bv_calloc(arena, passages->count, sizeof *order);
  for (size_t i = 0; i < passages->count; i++)
    order[i] = &passages->items[i];
  qsort(order, passages->count, sizeof *order, by_target);
  return order;
}

void bv_check_fidelity(bv_check *check, const bv_plain_passages *passages) {
  if (!passages->count)
    return;
  const bv_document *document = check->document;
  const bv_plain_passage **order = grouped(document->arena, passages);
  bv_people people = bv_people_of(document);
  fidelity f = {.check = check, .people = &people};
  const void *target = NULL;
  for (size_t i = 0; i < passages->count; i++) {
    f.passage = order[i];
    if (!target_of(f.passage))
      continue;
    if (target != target_of(f.passage)) {
      f.original = original_facts(check, f.passage, &people);
      f.has_context = false;
      f.context = (bv_facts){0};
      f.diagnoses = bv_diagnosis_hits_in(document->arena, &f.original.tokens, f.check->names);
      target = target_of(f.passage);
    }
    f.plain = bv_facts_of_tokens(document->arena, &f.passage->tokens, &f.passage->sentences, &people);
    if (f.passage->claim)
      compare_claim(&f);
    else
      compare_section(&f);
  }
}
