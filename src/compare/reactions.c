/* Reactions: found again by who, when, on what and in which words; as many of those as still agree. */
#include "base/buf.h"
#include "base/messages.h"
#include "compare/changes.h"

typedef struct sides {
  const bv_comparing *c;
  const char **texts[2], **targets[2];
} sides;

static const bv_reaction *reaction_of(const sides *s, int side, size_t i) {
  return &s->c->documents[side]->reactions.items[i];
}

static const char *from(const bv_reaction *reaction) {
  return reaction->from && reaction->from->id ? reaction->from->id : "";
}

static const char *date_of(bv_arena *arena, const bv_reaction *reaction) {
  return reaction->date.first.year ? bv_period_iso(arena, reaction->date) : NULL;
}

/* What it answers: the same name for a claim or section and its pair. */
static const char *target(const bv_comparing *c, int side, const bv_reaction *reaction) {
  const bv_node *section = reaction->section;
  if (reaction->claim)
    return bv_sprintf(
        c->arena, "c%s",
        bv_pair_name(c->arena, &c->passage_pairs, side, bv_passage_of(&c->passages[side], reaction->claim)));
  if (section && section->kind == BV_NODE_SECTION)
    return bv_sprintf(
        c->arena, "s%s",
        bv_pair_name(c->arena, &c->section_pairs, side, bv_section_at(&c->sections[side], section->range.start)));
  return section && section->attributes.id ? section->attributes.id : "";
}

static const char *whole_key(bv_arena *arena, const void *context, int side, size_t i) {
  const sides *s = context;
  const bv_reaction *reaction = reaction_of(s, side, i);
  const char *date = date_of(arena, reaction);
  return bv_sprintf(arena, "%s|%s|%s|%s", from(reaction), date ? date : "", s->targets[side][i], s->texts[side][i]);
}

static const char *target_text_key(bv_arena *arena, const void *context, int side, size_t i) {
  const sides *s = context;
  return bv_sprintf(arena, "%s|%s|%s", from(reaction_of(s, side, i)), s->targets[side][i], s->texts[side][i]);
}

static const char *text_key(bv_arena *arena, const void *context, int side, size_t i) {
  const sides *s = context;
  return bv_sprintf(arena, "%s|%s", from(reaction_of(s, side, i)), s->texts[side][i]);
}

static const char *date_key(bv_arena *arena, const void *context, int side, size_t i) {
  const sides *s = context;
  const bv_reaction *reaction = reaction_of(s, side, i);
  const char *date = date_of(arena, reaction);
  return date ? bv_sprintf(arena, "%s|%s|%s", from(reaction), date, s->targets[side][i]) : NULL;
}

/* What it answers, for people. */
static const char *answered(const bv_reaction *reaction) {
  const bv_node *heading = reaction->section ? reaction->section->first_child : NULL;
  if (reaction->claim)
    return reaction->claim->number;
  if (heading && heading->kind == BV_NODE_HEADING)
    return heading->text->bytes;
  return reaction->section ? reaction->section->attributes.id : NULL;
}

/* Whose it is, of when, and to which section. */
static const char *title_of(const bv_comparing *c, const bv_reaction *reaction) {
  bv_buf title = bv_buf_new(c->arena);
  bv_buf_puts(&title, reaction->from ? reaction->from->name : MSG_COMPARE_SOMEBODY);
  if (reaction->date.first.year)
    bv_buf_printf(&title, ", %s", bv_period_dutch(c->arena, reaction->date));
  if (!reaction->claim && answered(reaction))
    bv_buf_printf(&title, MSG_COMPARE_REACTION_TO_SECTION, answered(reaction));
  return bv_buf_string(&title);
}

static bv_change_side side_of(const bv_reaction *reaction) {
  return reaction ? (bv_change_side){.claim = reaction->claim, .part = reaction->part, .range = reaction->range}
                  : (bv_change_side){0};
}

static void compare_pair(bv_comparing *c, const sides *s, size_t old_index, size_t new_index) {
  const bv_reaction *a = reaction_of(s, 0, old_index), *b = reaction_of(s, 1, new_index);
  const struct {
    const char *aspect, *before, *after;
    bool same;
  } aspects[] = {{"tekst", s->texts[0][old_index], s->texts[1][new_index], false},
                 {"datum", date_of(c->arena, a), date_of(c->arena, b), false},
                 {"op", answered(a), answered(b), bv_same_text(s->targets[0][old_index], s->targets[1][new_index])},
                 {"besluit", a->decision, b->decision, false},
                 {"reden", a->reason, b->reason, false}};
  for (size_t i = 0; i < sizeof aspects / sizeof *aspects; i++)
    if (!aspects[i].same && !bv_same_text(aspects[i].before, aspects[i].after))
      bv_add_change(c, &(bv_change){.subject = BV_SUBJECT_REACTION,
                                    .action = BV_ACTION_CHANGED,
                                    .aspect = aspects[i].aspect,
                                    .before = aspects[i].before,
                                    .after = aspects[i].after,
                                    .title = title_of(c, b),
                                    .old_side = side_of(a),
                                    .new_side = side_of(b),
                                    .item = new_index});
}

/* One that is only in one of the two. */
static void add_single(bv_comparing *c, const sides *s, int side, size_t index) {
  const bv_reaction *reaction = reaction_of(s, side, index);
  const char *text = s->texts[side][index];
  bv_add_change(c, &(bv_change){.subject = BV_SUBJECT_REACTION,
                                .action = side ? BV_ACTION_ADDED : BV_ACTION_REMOVED,
                                .before = side ? NULL : text,
                                .after = side ? text : NULL,
                                .title = title_of(c, reaction),
                                .old_side = side_of(side ? NULL : reaction),
                                .new_side = side_of(side ? reaction : NULL)});
}

void bv_compare_reactions(bv_comparing *c) {
  sides s = {.c = c};
  bv_pair_key *const keys[] = {whole_key, target_text_key, text_key, date_key};
  bv_pairs pairs = bv_pairs_new(c->arena, c->documents[0]->reactions.count, c->documents[1]->reactions.count);
  for (int side = 0; side < 2; side++) {
    size_t count = pairs.counts[side];
    s.texts[side] = bv_calloc(c->arena, count + 1, sizeof *s.texts[side]);
    s.targets[side] = bv_calloc(c->arena, count + 1, sizeof *s.targets[side]);
    for (size_t i = 0; i < count; i++) {
      s.texts[side][i] = bv_text_within(c->arena, reaction_of(&s, side, i)->element);
      s.targets[side][i] = target(c, side, reaction_of(&s, side, i));
    }
  }
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    bv_pair_by_key(&pairs, keys[i], &s);
  for (size_t i = 0; i < pairs.counts[1]; i++)
    if (pairs.of[1][i] == BV_UNPAIRED)
      add_single(c, &s, 1, i);
    else
      compare_pair(c, &s, pairs.of[1][i], i);
  for (size_t i = 0; i < pairs.counts[0]; i++)
    if (pairs.of[0][i] == BV_UNPAIRED)
      add_single(c, &s, 0, i);
}
