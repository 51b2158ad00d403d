#include "compare/compare.h"

#include <libxml/hash.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "compare/changes.h"

const char *bv_subject_name(bv_subject subject) {
  static const char *const names[] = {"front", "section", "claim", "text", "reaction", "finding"};
  return names[subject];
}

const char *bv_action_name(bv_action action) {
  static const char *const names[] = {"added", "removed", "moved", "changed"};
  return names[action];
}

bool bv_same_text(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }

/* Whether both changes are of one thing: its title and its places are the same. On the front matter each entry has a
 * place of its own, and persons and sources have a title. */
static bool same_item(const bv_change *a, const bv_change *b) {
  if (a->subject == BV_SUBJECT_FRONT && b->subject == BV_SUBJECT_FRONT)
    return a->title && bv_same_text(a->title, b->title);
  return a->subject == b->subject && bv_same_text(a->title, b->title) &&
         a->old_side.range.start == b->old_side.range.start && a->new_side.range.start == b->new_side.range.start;
}

void bv_add_change(bv_comparing *c, const bv_change *change) {
  bv_comparison *result = c->result;
  const bv_change *last = result->changes.count ? &result->changes.items[result->changes.count - 1] : NULL;
  bv_change next = *change;
  bool same = last && same_item(last, change);
  next.item = !last ? 0 : last->item + !same;
  result->claims_changed += change->subject == BV_SUBJECT_CLAIM && change->action == BV_ACTION_CHANGED &&
                            !(same && last->action == BV_ACTION_CHANGED);
  result->counts[change->subject][change->action]++;
  BV_PUSH(c->arena, &result->changes, next);
}

/* ---- What a claim says beside its text ---- */

typedef struct plain_texts {
  xmlHashTablePtr of[2]; /* number of a claim, or "§" and the place of a section: its .voor-ouders, as a bv_buf */
} plain_texts;

static const char *texts_of(const plain_texts *all, int side, const char *key) {
  const bv_buf *texts = xmlHashLookup(all->of[side], BAD_CAST key);
  return texts ? bv_buf_string(texts) : NULL;
}

static const char *section_key(bv_arena *arena, const bv_node *node) {
  return bv_sprintf(arena, "§%u", (unsigned)node->range.start);
}

static bv_buf *new_buffer(bv_arena *arena) {
  bv_buf *buffer = bv_alloc(arena, sizeof *buffer);
  *buffer = bv_buf_new(arena);
  return buffer;
}

static plain_texts read_plain_texts(const bv_comparing *c) {
  plain_texts all = {{xmlHashCreate(0), xmlHashCreate(0)}};
  for (int side = 0; side < 2; side++) {
    if (!all.of[side])
      bv_out_of_memory();
    for (size_t i = 0; i < c->documents[side]->plain_texts.count; i++) {
      const bv_plain_text *plain = &c->documents[side]->plain_texts.items[i];
      if (!plain->claim && !plain->section)
        continue;
      const char *key = plain->claim ? plain->claim->number : section_key(c->arena, plain->section);
      bv_buf *texts = xmlHashLookup(all.of[side], BAD_CAST key);
      if (texts)
        bv_buf_putc(texts, ' ');
      else
        xmlHashUpdateEntry(all.of[side], BAD_CAST key, texts = new_buffer(c->arena), NULL);
      bv_buf_puts(texts, bv_text_within(c->arena, plain->element));
    }
  }
  return all;
}

typedef struct view {
  bv_comparing *c;
  plain_texts plain;
  const bool *moved;           /* sections, by new index */
  const char *const *homes[2]; /* parts of passages, by name */
} view;

static const char *label_of(const bv_passage *passage) {
  static const char *const labels[] = {NULL, "feit", "mening", "horen-zeggen"};
  return passage->claim ? labels[passage->claim->label] : passage->exempt ? "toelichting" : NULL;
}

static const char *persons(bv_arena *arena, const bv_person_list *list) {
  bv_buf names = bv_buf_new(arena);
  for (size_t i = 0; i < list->count; i++)
    bv_buf_printf(&names, "%s%s", i ? "," : "", list->items[i]->id ? list->items[i]->id : "?");
  return list->count ? bv_buf_string(&names) : NULL;
}

static const char *inherited(const bv_claim *claim, const char *key) {
  const bv_attribute *attribute = bv_inherited_attribute(claim->element, key, NULL);
  return attribute ? attribute->value : NULL;
}

static const char *own(const bv_claim *claim, const char *key) {
  const bv_attribute *attribute = bv_own_attribute(claim->element, key);
  return attribute ? attribute->value : NULL;
}

/* A date that comes from the source follows the source, and so is no property of the claim. */
static const char *date_of(const bv_claim *claim) {
  return claim->date_origin == BV_DATE_FROM_SOURCE || !claim->date_attribute ? NULL : claim->date_attribute->value;
}

/* The claim that it contradicts, by a name that both drafts have for it. */
static const char *opponent(const view *v, int side, const bv_claim *claim) {
  const bv_comparing *c = v->c;
  if (!claim->contradicts)
    return own(claim, "weerspreekt");
  return bv_pair_name(c->arena, &c->passage_pairs, side, bv_passage_of(&c->passages[side], claim->contradicts));
}

static const char *plain_of(const view *v, int side, const bv_claim *claim) {
  return claim->plain ? claim->plain : texts_of(&v->plain, side, claim->number);
}

static void add_aspect(view *v, const bv_change *base, const char *aspect, const char *before, const char *after) {
  bv_change change = *base;
  if (bv_same_text(before, after))
    return;
  change.action = BV_ACTION_CHANGED;
  change.aspect = aspect;
  change.before = before;
  change.after = after;
  bv_add_change(v->c, &change);
}

static void compare_contradiction(view *v, const bv_change *base, const bv_claim *a, const bv_claim *b) {
  if (!bv_same_text(opponent(v, 0, a), opponent(v, 1, b)))
    add_aspect(v, base, "weerspreekt", a->contradicts ? a->contradicts->number : own(a, "weerspreekt"),
               b->contradicts ? b->contradicts->number : own(b, "weerspreekt"));
}

static void compare_claims(view *v, const bv_change *base, const bv_claim *a, const bv_claim *b) {
  bv_arena *arena = v->c->arena;
  const char *const diagnosis[] = {NULL, "diagnose"};
  const struct {
    const char *aspect, *before, *after;
  } aspects[] = {
      {"bron", inherited(a, "bron"), inherited(b, "bron")},
      {"datum", date_of(a), date_of(b)},
      {"van", persons(arena, &a->from), persons(arena, &b->from)},
      {"over", persons(arena, &a->about), persons(arena, &b->about)},
      {"overgenomen-uit", inherited(a, "overgenomen-uit"), inherited(b, "overgenomen-uit")},
      {"noodzaak", a->necessity, b->necessity},
      {"vertrouwelijk", persons(arena, &a->withheld_from), persons(arena, &b->withheld_from)},
      {"reden", a->withheld_from.count ? a->withheld_reason : NULL, b->withheld_from.count ? b->withheld_reason : NULL},
      {"diagnose", diagnosis[a->is_diagnosis], diagnosis[b->is_diagnosis]},
      {"gesteld-door", own(a, "gesteld-door"), own(b, "gesteld-door")},
      {"gesteld-op", own(a, "gesteld-op"), own(b, "gesteld-op")},
      {"status", own(a, "status"), own(b, "status")},
      {"uitkomst", inherited(a, "uitkomst"), inherited(b, "uitkomst")},
      {"wie", inherited(a, "wie"), inherited(b, "wie")},
      {"gereed", inherited(a, "gereed"), inherited(b, "gereed")},
      {"ouders", plain_of(v, 0, a), plain_of(v, 1, b)}};
  for (size_t i = 0; i < sizeof aspects / sizeof *aspects; i++)
    add_aspect(v, base, aspects[i].aspect, aspects[i].before, aspects[i].after);
  compare_contradiction(v, base, a, b);
}

/* ---- Passages and sections ---- */

static bv_change_side side_of_passage(const bv_passage *passage) {
  return passage ? (bv_change_side){.claim = passage->claim, .part = passage->part, .range = passage->range}
                 : (bv_change_side){0};
}

/* The part of the new draft that the old one became, or NULL. */
static const bv_part *part_now(const bv_comparing *c, const bv_part *part) {
  size_t index = part->section ? bv_section_at(&c->sections[0], part->section->range.start) : BV_UNPAIRED;
  size_t other = index == BV_UNPAIRED ? BV_UNPAIRED : c->section_pairs.of[0][index];
  if (other == BV_UNPAIRED)
    return part->section ? NULL : &c->documents[1]->parts.items[0];
  return bv_part_of(c->documents[1], c->sections[1].items[other].node);
}

static void compare_passage(view *v, size_t old_index, size_t new_index) {
  bv_comparing *c = v->c;
  const bv_passage *a = old_index == BV_UNPAIRED ? NULL : &c->passages[0].items[old_index];
  const bv_passage *b = new_index == BV_UNPAIRED ? NULL : &c->passages[1].items[new_index];
  bool claim = (a && a->claim) || (b && b->claim);
  bv_change base = {.subject = claim ? BV_SUBJECT_CLAIM : BV_SUBJECT_TEXT,
                    .action = a ? BV_ACTION_REMOVED : BV_ACTION_ADDED,
                    .old_side = side_of_passage(a),
                    .new_side = side_of_passage(b),
                    .title = claim                 ? NULL
                             : (b ? b : a)->exempt ? MSG_COMPARE_EXEMPT
                                                   : MSG_COMPARE_SENTENCE};
  if (!a || !b) {
    base.before = a ? a->text : NULL;
    base.after = b ? b->text : NULL;
    base.new_side.part = b ? b->part : part_now(c, a->part);
    bv_add_change(c, &base);
    return;
  }
  if (strcmp(v->homes[0][old_index], v->homes[1][new_index]) != 0) {
    base.action = BV_ACTION_MOVED;
    bv_add_change(c, &base);
  }
  add_aspect(v, &base, "tekst", a->text, b->text);
  add_aspect(v, &base, "label", label_of(a), label_of(b));
  if (a->claim && b->claim)
    compare_claims(v, &base, a->claim, b->claim);
}

/* What a section is in its document: its classes, without those that its claims inherit. */
static const char *classes_of(bv_arena *arena, const bv_node *node) {
  static const char *const handed[] = {"feit", "mening", "horen-zeggen", "toelichting"};
  bv_buf text = bv_buf_new(arena);
  for (size_t i = 0; i < node->attributes.classes.count; i++) {
    const char *name = node->attributes.classes.items[i].name;
    bool is_handed = false;
    for (size_t k = 0; k < sizeof handed / sizeof *handed; k++)
      is_handed = is_handed || strcmp(name, handed[k]) == 0;
    if (!is_handed)
      bv_buf_printf(&text, "%s.%s", text.length ? " " : "", name);
  }
  const bv_attribute *number = bv_own_attribute(node, "nr");
  if (number)
    bv_buf_printf(&text, "%snr=%s", text.length ? " " : "", number->value);
  return text.length ? bv_buf_string(&text) : NULL;
}

static bv_change_side side_of_section(const bv_document *document, const bv_section *section) {
  return section ? (bv_change_side){.part = bv_part_of(document, section->node), .range = section->node->range}
                 : (bv_change_side){0};
}

static void compare_section(view *v, size_t old_index, size_t new_index) {
  bv_comparing *c = v->c;
  const bv_section *a = old_index == BV_UNPAIRED ? NULL : &c->sections[0].items[old_index];
  const bv_section *b = new_index == BV_UNPAIRED ? NULL : &c->sections[1].items[new_index];
  bv_change base = {.subject = BV_SUBJECT_SECTION,
                    .action = a ? BV_ACTION_REMOVED : BV_ACTION_ADDED,
                    .title = b ? b->title : a->title,
                    .old_side = side_of_section(c->documents[0], a),
                    .new_side = side_of_section(c->documents[1], b)};
  if (!a || !b) {
    base.before = a ? a->title : NULL;
    base.after = b ? b->title : NULL;
    bv_add_change(c, &base);
    return;
  }
  if (v->moved[new_index]) {
    base.action = BV_ACTION_MOVED;
    bv_add_change(c, &base);
  }
  add_aspect(v, &base, "titel", a->title, b->title);
  add_aspect(v, &base, "soort", classes_of(c->arena, a->node), classes_of(c->arena, b->node));
  add_aspect(v, &base, "voor-ouders", texts_of(&v->plain, 0, section_key(c->arena, a->node)),
             texts_of(&v->plain, 1, section_key(c->arena, b->node)));
}

/* ---- The order of the new draft ---- */

typedef struct entry {
  bool section;
  size_t old_index, new_index;
  uint32_t place; /* in the new draft; of what is gone: that of what stood before it */
  uint32_t old_place;
} entry;

typedef struct entries {
  entry *items;
  size_t count, capacity;
} entries;

static int by_old_place(const void *a, const void *b) {
  const entry *left = a, *right = b;
  if (left->old_place != right->old_place)
    return left->old_place < right->old_place ? -1 : 1;
  return left->section != right->section ? (left->section ? -1 : 1) : left->old_index < right->old_index ? -1 : 1;
}

static int by_new_place(const void *a, const void *b) {
  const entry *left = a, *right = b;
  bool left_gone = left->new_index == BV_UNPAIRED, right_gone = right->new_index == BV_UNPAIRED;
  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;
  if (left_gone != right_gone)
    return left_gone ? 1 : -1;
  if (left_gone)
    return by_old_place(a, b);
  return left->section != right->section ? (left->section ? -1 : 1) : left->new_index < right->new_index ? -1 : 1;
}

static uint32_t place_in(const bv_comparing *c, int side, bool section, size_t index) {
  return section ? c->sections[side].items[index].node->range.start : c->passages[side].items[index].range.start;
}

static void add_old(const bv_comparing *c, entries *all, bool section, const bv_pairs *pairs) {
  for (size_t i = 0; i < pairs->counts[0]; i++) {
    size_t other = pairs->of[0][i];
    BV_PUSH(c->arena, all,
            (entry){.section = section,
                    .old_index = i,
                    .new_index = other,
                    .old_place = place_in(c, 0, section, i),
                    .place = other == BV_UNPAIRED ? 0 : place_in(c, 1, section, other)});
  }
}

static void add_new(const bv_comparing *c, entries *all, bool section, const bv_pairs *pairs) {
  for (size_t i = 0; i < pairs->counts[1]; i++)
    if (pairs->of[1][i] == BV_UNPAIRED)
      BV_PUSH(
          c->arena, all,
          (entry){.section = section, .old_index = BV_UNPAIRED, .new_index = i, .place = place_in(c, 1, section, i)});
}

static void compare_body(view *v) {
  bv_comparing *c = v->c;
  entries all = {0};
  uint32_t last = 0;
  add_old(c, &all, true, &c->section_pairs);
  add_old(c, &all, false, &c->passage_pairs);
  if (all.count)
    qsort(all.items, all.count, sizeof *all.items, by_old_place);
  for (size_t i = 0; i < all.count; i++)
    last = all.items[i].place = all.items[i].new_index == BV_UNPAIRED ? last : all.items[i].place;
  add_new(c, &all, true, &c->section_pairs);
  add_new(c, &all, false, &c->passage_pairs);
  if (all.count)
    qsort(all.items, all.count, sizeof *all.items, by_new_place);
  for (size_t i = 0; i < all.count; i++)
    if (all.items[i].section)
      compare_section(v, all.items[i].old_index, all.items[i].new_index);
    else
      compare_passage(v, all.items[i].old_index, all.items[i].new_index);
}

/* ---- All of it ---- */

/* The part of each passage, by a name that is the same for both of a pair. */
static const char *const *homes_of(const bv_comparing *c, int side) {
  const bv_passages *passages = &c->passages[side];
  const bv_document *document = c->documents[side];
  const char **names = bv_calloc(c->arena, document->parts.count + 1, sizeof *names);
  const char **homes = bv_calloc(c->arena, passages->count + 1, sizeof *homes);
  for (size_t i = 0; i < document->parts.count; i++) {
    const bv_node *section = document->parts.items[i].section;
    names[i] = section ? bv_pair_name(c->arena, &c->section_pairs, side,
                                      bv_section_at(&c->sections[side], section->range.start))
                       : "";
  }
  for (size_t i = 0; i < passages->count; i++)
    homes[i] = names[passages->items[i].part - document->parts.items];
  return homes;
}

static void pair_all(view *v) {
  bv_comparing *c = v->c;
  for (int side = 0; side < 2; side++) {
    c->passages[side] = bv_passages_of(c->arena, c->documents[side]);
    c->sections[side] = bv_sections_of(c->arena, c->documents[side]);
  }
  c->section_pairs = bv_pair_sections(c->arena, c->sections);
  for (int side = 0; side < 2; side++)
    v->homes[side] = homes_of(c, side);
  c->passage_pairs = bv_pair_passages(c->arena, c->passages, v->homes);
  bv_pair_renamed_sections(c->arena, c->sections, c->passages, &c->passage_pairs, &c->section_pairs);
  for (int side = 0; side < 2; side++)
    v->homes[side] = homes_of(c, side);
  v->moved = bv_moved_sections(c->arena, c->sections, &c->section_pairs);
}

const bv_comparison *bv_compare(bv_arena *arena, const bv_document *old_draft, const bv_document *new_draft) {
  bv_comparison *result = bv_alloc(arena, sizeof *result);
  bv_comparing c = {.arena = arena, .documents = {old_draft, new_draft}, .result = result};
  view v = {.c = &c};
  result->old_draft = old_draft;
  result->new_draft = new_draft;
  pair_all(&v);
  v.plain = read_plain_texts(&c);
  bv_compare_front(&c);
  compare_body(&v);
  bv_compare_reactions(&c);
  bv_compare_findings(&c);
  for (int side = 0; side < 2; side++)
    xmlHashFree(v.plain.of[side], NULL);
  return result;
}
