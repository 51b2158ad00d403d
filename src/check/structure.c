/* opbouw: the parts that a document of its kind must have, and what must be said in them. The kinds are data
 * (model/kind.h); this walks what the kind asks and reports what the draft lacks. */
#include "check/structure.h"

#include <stdarg.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"

bv_finding *bv_report_structure(const bv_structure *structure, const bv_authority *authority, bv_range range,
                                const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  bv_finding *finding = bv_findings_vadd(structure->check->findings, authority->rule, range, format, arguments);
  va_end(arguments);
  if (authority->norm)
    finding->norm = authority->norm;
  return finding;
}

static const bv_part_state *state_of(const bv_structure *structure, const bv_kind_part *part) {
  return &structure->mentions->parts[part - structure->kind->parts.items];
}

static bool is_required(const bv_structure *structure, const bv_kind_part *part) {
  return part->required && bv_conditions_hold(structure, &part->conditions);
}

/* The place in the source of a part's title, or of the fence that opens it. */
static bv_range title_range(const bv_node *node) {
  const bv_node *heading = node->kind == BV_NODE_SECTION ? node->first_child : NULL;
  if (heading && heading->text->length)
    return bv_text_source_range(heading->text, 0, (uint32_t)heading->text->length);
  return node->attributes.range;
}

/* The part that a requirement is about first of all; NULL: the document. */
static const bv_kind_part *first_part(const bv_structure *structure, const bv_kind_part *part, const bv_names *places) {
  return places->count ? bv_kind_part_of_class(structure->kind, places->items[0]) : part;
}

bv_range bv_place_range(const bv_structure *structure, const bv_kind_part *part, const bv_names *places) {
  const bv_kind_part *first = first_part(structure, part, places);
  return first && state_of(structure, first)->node ? title_range(state_of(structure, first)->node) : (bv_range){0, 0};
}

/* A part that is not there, is empty, or says nothing but procedure. */
static void check_part(const bv_structure *structure, const bv_kind_part *part) {
  const bv_part_state *state = state_of(structure, part);
  bv_arena *arena = structure->check->document->arena;
  const char *question = part->question ? bv_sprintf(arena, ": %s", part->question) : "";
  if (!state->node && is_required(structure, part))
    bv_report_structure(structure, &part->authority, (bv_range){0, 0}, MSG_PART_MISSING, part->title, question)
        ->suggestion = bv_sprintf(arena, MSG_PART_MISSING_ADVICE, part->title, part->class_name);
  else if (state->node && !state->has_text)
    bv_report_structure(structure, &part->authority, title_range(state->node), MSG_PART_EMPTY, part->title, question);
  else if (state->node && part->bears_claims && !state->has_claim && is_required(structure, part))
    bv_report_structure(structure, &part->authority, title_range(state->node), MSG_PART_WITHOUT_CLAIMS, part->title);
}

/* Whether to look at a requirement: one of its places is in the draft. What is missing is said once: a part that is not
 * there asks nothing more under its own rule, and the document asks nothing of parts whose absence is said. */
static bool can_be_met(const bv_structure *structure, const bv_kind_part *part, const bv_requirement *requirement) {
  bool known = false, said = false;
  bool there = !part || state_of(structure, part)->has_text;
  if (requirement->places.count == 0 || (!there && requirement->authority.rule == part->authority.rule))
    return there;
  for (size_t i = 0; i < requirement->places.count; i++) {
    size_t place;
    if (!bv_place_of(structure->kind, requirement->places.items[i], &place))
      continue;
    known = true;
    if (place >= structure->kind->parts.count || structure->mentions->parts[place].has_text)
      return true;
    said |= structure->mentions->parts[place].node || is_required(structure, &structure->kind->parts.items[place]);
  }
  return known && !part && !said;
}

/* The title of that part, as the draft has it; NULL: it is the document that speaks. */
static const char *speaker(const bv_structure *structure, const bv_kind_part *part, const bv_names *places) {
  const bv_kind_part *first = first_part(structure, part, places);
  const bv_node *node = first ? state_of(structure, first)->node : NULL;
  if (!node)
    return NULL;
  return node->kind == BV_NODE_SECTION ? node->first_child->text->bytes : first->title;
}

static void require_topics(const bv_structure *structure, const bv_kind_part *part, const bv_requirement *requirement) {
  bv_arena *arena = structure->check->document->arena;
  const char **missing = bv_calloc(arena, requirement->topics.count + 1, sizeof *missing);
  const bv_names own = {(const char *[]){part ? part->class_name : "*"}, 1, 1};
  const bv_names *places = requirement->places.count ? &requirement->places : &own;
  size_t count = 0;
  for (size_t i = 0; i < requirement->topics.count; i++)
    if (!bv_mentioned_in(structure, places, requirement->topics.items[i]))
      missing[count++] = structure->kind->topics.items[requirement->topics.items[i]].title;
  size_t found = requirement->topics.count - count;
  if (count == 0 || (requirement->minimum && found >= (size_t)requirement->minimum))
    return;
  const char *list = bv_enumerate(arena, missing, count, requirement->minimum ? MSG_OR : MSG_AND);
  const char *title = speaker(structure, part, places);
  bv_range range = bv_place_range(structure, part, places);
  if (title)
    bv_report_structure(structure, &requirement->authority, range, MSG_TOPICS_MISSING_PART, title, list);
  else
    bv_report_structure(structure, &requirement->authority, range, MSG_TOPICS_MISSING, list);
}

static void check_requirement(const bv_structure *structure, const bv_kind_part *part,
                              const bv_requirement *requirement) {
  if (!can_be_met(structure, part, requirement) || !bv_conditions_hold(structure, &requirement->conditions))
    return;
  switch (requirement->type) {
  case BV_REQUIRE_TOPICS:
    require_topics(structure, part, requirement);
    break;
  case BV_REQUIRE_JUDGEMENT:
    bv_require_judgement(structure, requirement);
    break;
  case BV_REQUIRE_OPTIONS:
    bv_require_options(structure, part, requirement);
    break;
  case BV_REQUIRE_GOALS:
    bv_require_goals(structure, part, requirement);
    break;
  case BV_REQUIRE_INTERVIEW:
    bv_require_interview(structure, requirement);
    break;
  case BV_REQUIRE_TERM:
    bv_require_term(structure, requirement);
    break;
  }
}

static void check_structure(bv_check *check) {
  const char *name = check->document->front.kind;
  const bv_kind *kind = name ? bv_kind_find(check->config->kinds, name) : NULL;
  if (!kind)
    return;
  bv_structure structure = {check, kind, bv_mentions_find(check, kind)};
  bv_check_kind_fields(&structure);
  for (size_t i = 0; i < kind->parts.count; i++) {
    const bv_kind_part *part = &kind->parts.items[i];
    check_part(&structure, part);
    for (size_t r = 0; r < part->requirements.count; r++)
      check_requirement(&structure, part, &part->requirements.items[r]);
  }
  for (size_t r = 0; r < kind->requirements.count; r++)
    check_requirement(&structure, NULL, &kind->requirements.items[r]);
  bv_check_goals(&structure);
}

bv_check_function *const bv_checks_structure[] = {check_structure, NULL};
