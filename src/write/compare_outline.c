/* A comparison in the order and the words in which people read it. */
#include <string.h>

#include "base/messages.h"
#include "write/compare.h"

static const char *part_name(bv_arena *arena, const bv_part *part) {
  if (!part || !part->section)
    return MSG_COMPARE_BEFORE_PARTS;
  return bv_sprintf(arena, MSG_COMPARE_PART, part->number, part->title);
}

static const char *group_title(bv_arena *arena, const bv_change *change) {
  switch (change->subject) {
  case BV_SUBJECT_FRONT:
    return MSG_COMPARE_FRONT;
  case BV_SUBJECT_REACTION:
    return MSG_COMPARE_REACTIONS;
  case BV_SUBJECT_FINDING:
    return MSG_COMPARE_FINDINGS;
  default:
    return change->new_side.part ? part_name(arena, change->new_side.part)
                                 : bv_sprintf(arena, MSG_COMPARE_OLD_PART, part_name(arena, change->old_side.part));
  }
}

/* The number in the new draft, and the one it had. */
static const char *numbers(bv_arena *arena, const bv_change *change) {
  const bv_claim *was = change->old_side.claim, *is = change->new_side.claim;
  if (is && was && strcmp(is->number, was->number) != 0)
    return bv_sprintf(arena, MSG_COMPARE_WAS, is->number, was->number);
  return is ? is->number : was ? bv_sprintf(arena, MSG_COMPARE_OLD_NUMBER, was->number) : NULL;
}

static const char *finding_name(bv_arena *arena, const bv_comparison *comparison, const bv_change *change) {
  const bv_finding *finding = change->new_side.finding ? change->new_side.finding : change->old_side.finding;
  const bv_document *document = change->new_side.finding ? comparison->new_draft : comparison->old_draft;
  const char *number = numbers(arena, change), *severity = bv_severity_dutch(finding->severity);
  if (number)
    return bv_sprintf(arena, MSG_COMPARE_FINDING_AT, severity, change->title, number);
  return bv_sprintf(arena, MSG_COMPARE_FINDING_LINE, severity, change->title,
                    (unsigned)bv_source_position(document->source, finding->range.start).line);
}

static const char *name_of(bv_arena *arena, const bv_comparison *comparison, const bv_change *change) {
  const char *number = numbers(arena, change);
  switch (change->subject) {
  case BV_SUBJECT_FRONT:
    return change->title ? change->title : change->aspect;
  case BV_SUBJECT_SECTION:
    return bv_sprintf(arena, MSG_COMPARE_SECTION, change->title);
  case BV_SUBJECT_REACTION:
    return number ? bv_sprintf(arena, MSG_COMPARE_REACTION_TO, change->title, number) : change->title;
  case BV_SUBJECT_FINDING:
    return finding_name(arena, comparison, change);
  default:
    return number ? number : change->title;
  }
}

static const char *action_of(bv_arena *arena, const bv_change *change) {
  bool finding = change->subject == BV_SUBJECT_FINDING;
  switch (change->action) {
  case BV_ACTION_ADDED:
    return MSG_COMPARE_ADDED;
  case BV_ACTION_REMOVED:
    return finding ? MSG_COMPARE_SOLVED : MSG_COMPARE_REMOVED;
  case BV_ACTION_MOVED:
    return change->subject == BV_SUBJECT_SECTION
               ? MSG_COMPARE_MOVED
               : bv_sprintf(arena, MSG_COMPARE_MOVED_FROM, part_name(arena, change->old_side.part));
  default:
    if (!finding || strcmp(change->aspect, "negeer") != 0)
      return "";
    return !change->new_side.finding->suppressed  ? MSG_COMPARE_NO_EXCEPTION
           : change->old_side.finding->suppressed ? MSG_COMPARE_OTHER_REASON
                                                  : MSG_COMPARE_EXCEPTION;
  }
}

bv_outline bv_outline_of(bv_arena *arena, const bv_comparison *comparison) {
  bv_outline outline = {0};
  const bv_outline_group *last = NULL;
  for (size_t i = 0; i < comparison->changes.count;) {
    const bv_change *first = &comparison->changes.items[i];
    const char *title = group_title(arena, first);
    size_t count = 0;
    for (; i < comparison->changes.count && comparison->changes.items[i].item == first->item; i++)
      count++;
    if (!last || strcmp(last->title, title) != 0)
      BV_PUSH(arena, &outline.groups, (bv_outline_group){.title = title});
    bv_outline_group *group = &outline.groups.items[outline.groups.count - 1];
    bv_outline_item item = {first, count, name_of(arena, comparison, first), action_of(arena, first)};
    BV_PUSH(arena, &group->things, item);
    last = group;
  }
  return outline;
}

const char *bv_change_aspect(const bv_change *change) {
  return strcmp(change->aspect, "negeer") == 0 ? MSG_COMPARE_FINDING_REASON : change->aspect;
}

const char *bv_change_nothing(const bv_change *change) {
  return strcmp(change->aspect, "label") == 0 ? MSG_COMPARE_NO_LABEL : MSG_COMPARE_NONE;
}

bool bv_change_is_prose(const bv_change *change) {
  static const char *const prose[] = {"tekst",    "titel", "ouders", "voor-ouders",
                                      "noodzaak", "reden", "negeer", "melding"};
  for (size_t i = 0; change->aspect && i < sizeof prose / sizeof *prose; i++)
    if (strcmp(change->aspect, prose[i]) == 0)
      return true;
  return false;
}

/* Adds "3 nieuw" to a list of such. */
static void add_count(bv_buf *out, size_t count, const char *what, bool *any) {
  if (!count)
    return;
  bv_buf_printf(out, "%s%zu %s", *any ? ", " : "", count, what);
  *any = true;
}

static void add_subject(bv_buf *out, const bv_comparison *comparison, bv_subject subject, const char *name) {
  const size_t *counts = comparison->counts[subject];
  bool finding = subject == BV_SUBJECT_FINDING, any = false;
  if (counts[BV_ACTION_ADDED] + counts[BV_ACTION_REMOVED] + counts[BV_ACTION_MOVED] + counts[BV_ACTION_CHANGED] == 0)
    return;
  bv_buf_printf(out, " %s: ", name);
  add_count(out, counts[BV_ACTION_ADDED], MSG_COMPARE_ADDED, &any);
  add_count(out, counts[BV_ACTION_REMOVED], finding ? MSG_COMPARE_SOLVED : MSG_COMPARE_REMOVED, &any);
  add_count(out, counts[BV_ACTION_MOVED], MSG_COMPARE_MOVED, &any);
  add_count(out, subject == BV_SUBJECT_CLAIM ? comparison->claims_changed : counts[BV_ACTION_CHANGED],
            MSG_COMPARE_CHANGED, &any);
  bv_buf_putc(out, '.');
}

const char *bv_comparison_summary(bv_arena *arena, const bv_comparison *comparison) {
  static const char *const names[] = {MSG_COMPARE_FRONT,     MSG_COMPARE_SECTIONS,  MSG_COMPARE_CLAIMS,
                                      MSG_COMPARE_SENTENCES, MSG_COMPARE_REACTIONS, MSG_COMPARE_FINDINGS};
  size_t count = comparison->changes.count;
  bv_buf out = bv_buf_new(arena);
  if (!count)
    return MSG_COMPARE_NOTHING;
  bv_buf_printf(&out, "%zu %s.", count, count == 1 ? MSG_COMPARE_CHANGE_ONE : MSG_COMPARE_CHANGE_MANY);
  for (int subject = 0; subject < BV_SUBJECT_COUNT; subject++)
    add_subject(&out, comparison, (bv_subject)subject, names[subject]);
  return bv_buf_string(&out);
}
