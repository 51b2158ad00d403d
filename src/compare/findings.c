/* Findings: the same one is still there when the same rule says the same of the same claim or place; figures in what it
 * says do not count, since they change with everything else. */
#include <ctype.h>
#include <libxml/hash.h>
#include <string.h>

#include "base/buf.h"
#include "compare/changes.h"

enum { MOST_WORDS = 200 /* bytes of the source that tell two findings of a place apart */ };

typedef struct sides {
  const bv_comparing *c;
  const char **places[2];
  xmlHashTablePtr claims[2]; /* passages by the number of their claim */
  struct passages {
    const bv_passage **items;
    size_t count, capacity;
  } marked[2], loose[2]; /* claims; sentences */
} sides;

static const bv_finding *finding_of(const sides *s, int side, size_t i) {
  return &s->c->documents[side]->findings->items[i];
}

static const char *without_figures(bv_arena *arena, const char *message) {
  char *text = bv_strdup(arena, message), *to = text;
  for (const char *at = text; *at; at++)
    if (!isdigit((unsigned char)*at))
      *to++ = *at;
  *to = '\0';
  return text;
}

static void index_passages(sides *s, int side) {
  const bv_passages *all = &s->c->passages[side];
  s->claims[side] = xmlHashCreate(0);
  if (!s->claims[side])
    bv_out_of_memory();
  for (size_t i = 0; i < all->count; i++)
    if (all->items[i].claim) {
      xmlHashAddEntry(s->claims[side], BAD_CAST all->items[i].claim->number, &all->items[i]);
      BV_PUSH(s->c->arena, &s->marked[side], &all->items[i]);
    } else {
      BV_PUSH(s->c->arena, &s->loose[side], &all->items[i]);
    }
}

/* The last that begins at or before the place, or NULL. */
static const bv_passage *last_from(const struct passages *list, uint32_t offset) {
  size_t low = 0, high = list->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (list->items[middle]->range.start <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low ? list->items[low - 1] : NULL;
}

/* The claim that the finding is about, else the innermost claim or else the sentence that it begins in, or NULL. */
static const bv_passage *passage_of(const sides *s, int side, const bv_finding *finding) {
  if (finding->claim)
    return xmlHashLookup(s->claims[side], BAD_CAST finding->claim);
  uint32_t at = finding->range.start;
  const bv_passage *marked = last_from(&s->marked[side], at), *loose = last_from(&s->loose[side], at);
  const bv_claim *claim = marked ? marked->claim : NULL;
  while (claim && at >= claim->range.end)
    claim = claim->around;
  if (claim)
    return xmlHashLookup(s->claims[side], BAD_CAST claim->number);
  return loose && at < loose->range.end ? loose : NULL;
}

/* Where it is found, by a name that is the same for both of a pair: a passage ("p…"), a section ("s…"), or "". */
static const char *place_of(const sides *s, int side, const bv_finding *finding) {
  const bv_comparing *c = s->c;
  const bv_passage *passage = passage_of(s, side, finding);
  size_t section = bv_section_at(&c->sections[side], finding->range.start);
  if (passage)
    return bv_sprintf(c->arena, "p%s",
                      bv_pair_name(c->arena, &c->passage_pairs, side, (size_t)(passage - c->passages[side].items)));
  if (section == BV_UNPAIRED)
    return "";
  return bv_sprintf(c->arena, "s%s", bv_pair_name(c->arena, &c->section_pairs, side, section));
}

static const char *words_of(bv_arena *arena, const sides *s, int side, const bv_finding *finding) {
  uint32_t length = finding->range.end - finding->range.start;
  return bv_strndup(arena, s->c->documents[side]->source->bytes + finding->range.start,
                    length < MOST_WORDS ? length : MOST_WORDS);
}

static const char *whole_key(bv_arena *arena, const void *context, int side, size_t i) {
  const sides *s = context;
  const bv_finding *finding = finding_of(s, side, i);
  return bv_sprintf(arena, "%d|%s|%s|%s", (int)finding->rule, s->places[side][i], finding->message,
                    words_of(arena, s, side, finding));
}

static const char *place_key(bv_arena *arena, const void *context, int side, size_t i) {
  const sides *s = context;
  const bv_finding *finding = finding_of(s, side, i);
  return bv_sprintf(arena, "%d|%s|%s", (int)finding->rule, s->places[side][i],
                    without_figures(arena, finding->message));
}

/* A finding about a whole draft stands at the first place it is true of, and that can change. */
static const char *words_key(bv_arena *arena, const void *context, int side, size_t i) {
  const sides *s = context;
  const bv_finding *finding = finding_of(s, side, i);
  return bv_sprintf(arena, "%d|%s|%s", (int)finding->rule, without_figures(arena, finding->message),
                    words_of(arena, s, side, finding));
}

/* A finding about a whole part can come to say something else. */
static const char *part_key(bv_arena *arena, const void *context, int side, size_t i) {
  const sides *s = context;
  return s->places[side][i][0] == 's'
             ? bv_sprintf(arena, "%d|%s", (int)finding_of(s, side, i)->rule, s->places[side][i])
             : NULL;
}

static bv_change_side side_of(const sides *s, int side, const bv_finding *finding) {
  const bv_comparing *c = s->c;
  if (!finding)
    return (bv_change_side){0};
  const bv_passage *passage = passage_of(s, side, finding);
  size_t section = bv_section_at(&c->sections[side], finding->range.start);
  const bv_part *part =
      section == BV_UNPAIRED ? NULL : bv_part_of(c->documents[side], c->sections[side].items[section].node);
  return (bv_change_side){
      .claim = passage ? passage->claim : NULL, .part = part, .finding = finding, .range = finding->range};
}

static const char *text_of(const bv_finding *finding, bool reasons) {
  return !finding ? NULL : reasons ? finding->reason : finding->message;
}

static void add(bv_comparing *c, const sides *s, bv_action action, const char *aspect, const bv_finding *a,
                const bv_finding *b) {
  bool reasons = aspect && strcmp(aspect, "negeer") == 0;
  bv_add_change(c, &(bv_change){.subject = BV_SUBJECT_FINDING,
                                .action = action,
                                .aspect = aspect,
                                .before = text_of(a, reasons),
                                .after = text_of(b, reasons),
                                .title = bv_rule_info_of((b ? b : a)->rule)->name,
                                .old_side = side_of(s, 0, a),
                                .new_side = side_of(s, 1, b)});
}

/* What became an exception, what is none any more, exceptions for another reason; and what says something else now. */
static void compare_pair(bv_comparing *c, const sides *s, const bv_finding *a, const bv_finding *b) {
  if (!bv_same_text(without_figures(c->arena, a->message), without_figures(c->arena, b->message)))
    add(c, s, BV_ACTION_CHANGED, "melding", a, b);
  if (a->suppressed != b->suppressed || (a->suppressed && !bv_same_text(a->reason, b->reason)))
    add(c, s, BV_ACTION_CHANGED, "negeer", a, b);
}

void bv_compare_findings(bv_comparing *c) {
  sides s = {.c = c};
  bv_pair_key *const keys[] = {whole_key, place_key, words_key, part_key};
  bv_pairs pairs = bv_pairs_new(c->arena, c->documents[0]->findings->count, c->documents[1]->findings->count);
  for (int side = 0; side < 2; side++) {
    index_passages(&s, side);
    s.places[side] = bv_calloc(c->arena, pairs.counts[side] + 1, sizeof *s.places[side]);
    for (size_t i = 0; i < pairs.counts[side]; i++)
      s.places[side][i] = place_of(&s, side, finding_of(&s, side, i));
  }
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    bv_pair_by_key(&pairs, keys[i], &s);
  for (size_t i = 0; i < pairs.counts[1]; i++)
    if (pairs.of[1][i] == BV_UNPAIRED)
      add(c, &s, BV_ACTION_ADDED, NULL, NULL, finding_of(&s, 1, i));
    else
      compare_pair(c, &s, finding_of(&s, 0, pairs.of[1][i]), finding_of(&s, 1, i));
  for (size_t i = 0; i < pairs.counts[0]; i++)
    if (pairs.of[0][i] == BV_UNPAIRED)
      add(c, &s, BV_ACTION_REMOVED, NULL, finding_of(&s, 0, i), NULL);
  for (int side = 0; side < 2; side++)
    xmlHashFree(s.claims[side], NULL);
}
