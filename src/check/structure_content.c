/* What stands inside parts: the five judgements, options that were weighed, goals. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "check/structure.h"

bool bv_node_has_text(const bv_node *node) {
  for (const bv_node *inner = node; inner;) {
    bool for_parents = bv_has_class(inner, "voor-ouders") || bv_has_class(inner, "reactie");
    if (!for_parents && inner->text && inner->kind != BV_NODE_HEADING && inner->text->length)
      return true;
    inner = for_parents ? bv_node_following_skip(inner, node) : bv_node_following(inner, node);
  }
  return false;
}

/* The title of an option, goal or judgement, or the first words of it. */
static const char *name_of(bv_arena *arena, const bv_node *node) {
  enum { SOME_BYTES = 40 };
  for (const bv_node *inner = node; inner; inner = bv_node_following(inner, node)) {
    if (!inner->text || inner->text->length == 0)
      continue;
    size_t length = inner->text->length;
    if (inner->kind == BV_NODE_HEADING || length <= SOME_BYTES)
      return inner->text->bytes;
    for (length = SOME_BYTES; length > 0 && inner->text->bytes[length] != ' '; length--) {
    }
    return length ? bv_sprintf(arena, "%.*s …", (int)length, inner->text->bytes) : inner->text->bytes;
  }
  return node->attributes.id ? node->attributes.id : "";
}

static bv_range range_of(const bv_node *node) {
  const bv_node *heading = node->kind == BV_NODE_SECTION ? node->first_child : NULL;
  if (heading && heading->text->length)
    return bv_text_source_range(heading->text, 0, (uint32_t)heading->text->length);
  return node->attributes.range;
}

/* The number of a judgement, or 0. */
static int judgement_number(const bv_node *node) {
  const bv_attribute *number = bv_own_attribute(node, "nr");
  return number && strspn(number->value, "0123456789") == strlen(number->value) && strlen(number->value) < 4
             ? atoi(number->value)
             : 0;
}

void bv_require_judgement(const bv_structure *structure, const bv_requirement *requirement) {
  const bv_node *root = structure->check->document->root, *empty = NULL;
  for (const bv_node *node = root; node; node = bv_node_following(node, root)) {
    if (!bv_has_class(node, "kernoordeel") || judgement_number(node) != requirement->number)
      continue;
    if (bv_node_has_text(node))
      return;
    empty = node;
  }
  if (empty)
    bv_report_structure(structure, &requirement->authority, range_of(empty), MSG_JUDGEMENT_EMPTY, requirement->number,
                        requirement->title);
  else
    bv_report_structure(
        structure, &requirement->authority,
        bv_place_range(structure, bv_kind_part_of_class(structure->kind, "kernoordelen"), &requirement->places),
        MSG_JUDGEMENT_MISSING, requirement->number, requirement->title)
        ->suggestion = bv_sprintf(structure->check->document->arena, MSG_JUDGEMENT_ADVICE, requirement->number);
}

static void check_option(const bv_structure *structure, const bv_requirement *requirement, const bv_node *option) {
  bv_arena *arena = structure->check->document->arena;
  const bv_attribute *outcome = bv_own_attribute(option, "uitkomst");
  if (!outcome || (strcmp(outcome->value, "gekozen") != 0 && strcmp(outcome->value, "afgewezen") != 0))
    bv_report_structure(structure, &requirement->authority, range_of(option), MSG_OPTION_OUTCOME,
                        name_of(arena, option))
        ->suggestion = MSG_OPTION_OUTCOME_ADVICE;
  else if (!bv_node_has_text(option))
    bv_report_structure(structure, &requirement->authority, range_of(option), MSG_OPTION_REASON, name_of(arena, option),
                        outcome->value);
}

void bv_require_options(const bv_structure *structure, const bv_kind_part *part, const bv_requirement *requirement) {
  const bv_node *root = structure->check->document->root;
  int count = 0;
  for (const bv_node *node = root; node; node = bv_node_following(node, root))
    if (bv_has_class(node, "optie")) {
      count++;
      check_option(structure, requirement, node);
    }
  if (count < requirement->minimum)
    bv_report_structure(structure, &requirement->authority, bv_place_range(structure, part, &requirement->places),
                        MSG_OPTIONS_FEW, count, requirement->minimum)
        ->suggestion = MSG_OPTIONS_ADVICE;
}

/* Whether the node lies in one of the parts that the requirement looks at. */
static bool lies_in(const bv_structure *structure, const bv_node *node, const bv_requirement *requirement) {
  if (requirement->places.count == 0)
    return true;
  for (; node; node = node->parent) {
    const char *title = node->kind == BV_NODE_SECTION ? node->first_child->text->bytes : NULL;
    const bv_kind_part *named = title ? bv_kind_part_of_title(structure->kind, title) : NULL;
    for (size_t i = 0; i < requirement->places.count; i++)
      if (bv_has_class(node, requirement->places.items[i]) || strcmp(requirement->places.items[i], "*") == 0 ||
          (named && strcmp(named->class_name, requirement->places.items[i]) == 0))
        return true;
  }
  return false;
}

void bv_require_goals(const bv_structure *structure, const bv_kind_part *part, const bv_requirement *requirement) {
  const bv_node *root = structure->check->document->root;
  int count = 0;
  for (const bv_node *node = root; node && count < requirement->minimum; node = bv_node_following(node, root))
    count += bv_has_class(node, "doel") && lies_in(structure, node, requirement);
  if (count >= requirement->minimum)
    return;
  const char *where = part ? part->title : structure->kind->title;
  bv_arena *arena = structure->check->document->arena;
  bv_report_structure(structure, &requirement->authority, bv_place_range(structure, part, &requirement->places), "%s",
                      count ? bv_sprintf(arena, MSG_GOALS_FEW, where, count, requirement->minimum)
                            : bv_sprintf(arena, MSG_GOALS_NONE, where))
      ->suggestion = MSG_GOALS_ADVICE;
}

static const bv_authority GOALS = {BV_RULE_OPBOUW_DOELEN, NULL};

static void check_goal(const bv_structure *structure, const bv_node *goal) {
  bv_arena *arena = structure->check->document->arena;
  const bv_attribute *who = bv_own_attribute(goal, "wie"), *ready = bv_own_attribute(goal, "gereed");
  bv_period day;
  bool has_day = ready && bv_period_parse(ready->value, &day) == BV_DATE_OK;
  const char *missing[3];
  size_t count = 0;
  if (!who || !*who->value)
    missing[count++] = MSG_GOAL_WHO;
  if (!bv_node_has_text(goal))
    missing[count++] = MSG_GOAL_WHAT;
  if (!has_day)
    missing[count++] = MSG_GOAL_WHEN;
  if (count)
    bv_report_structure(structure, &GOALS, range_of(goal), MSG_GOAL_LACKS, name_of(arena, goal),
                        bv_enumerate(arena, missing, count, MSG_AND))
        ->suggestion = MSG_GOAL_ADVICE;
}

void bv_check_goals(const bv_structure *structure) {
  const bv_node *root = structure->check->document->root;
  for (const bv_node *node = root; node; node = bv_node_following(node, root))
    if (bv_has_class(node, "doel"))
      check_goal(structure, node);
}
