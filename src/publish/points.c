/* The points of the parents' version: every claim that the reader may see, in plain words, with how sure it is. */
#include <string.h>

#include "base/buf.h"
#include "check/age.h"
#include "publish/filter.h"
#include "publish/head.h"
#include "publish/notes.h"
#include "publish/parents.h"
#include "publish/people.h"
#include "publish/plain.h"

/* Those who speak in the sources, each once. */
static bv_designation voices(bv_publication *publication, const bv_claim *claim) {
  const char *names[BV_MOST_LISTED];
  size_t count = 0;
  bool self = false;
  for (size_t i = 0; i < bv_listed(claim->sources.count); i++) {
    bv_designation voice = bv_voice_for_reader(publication, claim->sources.items[i], BV_SUBJECT);
    bool again = false;
    for (size_t k = 0; k < count && !again; k++)
      again = strcmp(names[k], voice.text) == 0;
    if (!again)
      names[count++] = voice.text;
    if (voice.self)
      bv_reader_first(names, count, voice.text);
    self = self || voice.self;
  }
  return (bv_designation){bv_join(publication, names, count), count > 1, self && count == 1};
}

/* Each source in a sentence of its own: names with dates make long ones. */
static const char *certainty_of_fact(bv_publication *publication, const bv_claim *claim) {
  bv_buf sentences = bv_buf_new(publication->arena);
  bool own = true;
  for (size_t i = 0; i < bv_listed(claim->sources.count); i++) {
    own = own && claim->sources.items[i]->kind == BV_SOURCE_OPSTELLER;
    bv_buf_puts(&sentences, i ? " " : "");
    bv_buf_puts(&sentences, bv_say(publication, i ? "certainty.fact.more" : "certainty.fact", "bron",
                                   bv_source_for_reader(publication, claim->sources.items[i]), NULL));
  }
  return own ? bv_say(publication, "certainty.fact.own", NULL) : bv_buf_string(&sentences);
}

static const char *certainty_of(bv_publication *publication, const bv_claim *claim) {
  if (!claim->sources.count)
    return bv_say(publication, "certainty.unknown", NULL);
  if (claim->label == BV_LABEL_FEIT)
    return certainty_of_fact(publication, claim);
  bv_designation who = voices(publication, claim);
  bv_value from = {"van", NULL, false, NULL};
  bv_value value = {"wie", who.text, who.plural, &from};
  if (claim->label == BV_LABEL_MENING)
    return bv_texts_get(publication->texts, who.self ? "certainty.opinion.self" : "certainty.opinion", &value);
  from.value = bv_persons_for_reader(publication, &claim->from, BV_OBJECT).text;
  const char *id = !claim->from.count ? "certainty.hearsay.nobody"
                   : who.self         ? "certainty.hearsay.self"
                                      : "certainty.hearsay";
  return bv_texts_get(publication->texts, id, &value);
}

static void add_note(xmlNode *notes, const char *kind, const char *text) {
  bv_tree_set(bv_tree_add_text(notes, "note", text), "kind", kind);
}

static bool source_has_date(const bv_publication *publication, const bv_claim *claim) {
  const char *date = bv_period_iso(publication->arena, claim->date);
  for (size_t i = 0; i < bv_listed(claim->sources.count); i++)
    if (claim->sources.items[i]->date.first.year &&
        strcmp(bv_period_iso(publication->arena, claim->sources.items[i]->date), date) == 0)
      return true;
  return false;
}

static void add_dates(bv_publication *publication, xmlNode *notes, const bv_claim *claim) {
  bv_arena *arena = publication->arena;
  if (!claim->date.first.year)
    return;
  const char *date = bv_period_dutch(arena, claim->date);
  if (bv_is_old_claim(publication, claim))
    add_note(notes, "old",
             bv_say(publication, claim->necessity ? "point.old" : "point.old.bare", "datum", date, "leeftijd",
                    bv_age_dutch(arena, claim->date.last, publication->document->front.date), "noodzaak",
                    claim->necessity, NULL));
  else if (!source_has_date(publication, claim))
    add_note(notes, "date",
             bv_say(publication, claim->date.precision == BV_PRECISION_PERIOD ? "point.period" : "point.date", "datum",
                    date, NULL));
  if (claim->copied_from && claim->copied_from->date.first.year)
    add_note(notes, "copied",
             bv_say(publication, "point.copied", "datum", bv_period_dutch(arena, claim->copied_from->date), NULL));
}

static void add_diagnosis(bv_publication *publication, xmlNode *notes, const bv_claim *claim) {
  const char *by = bv_diagnosed_by(publication, &claim->diagnosis);
  const char *on = claim->diagnosis.on.first.year ? bv_period_dutch(publication->arena, claim->diagnosis.on) : NULL;
  if (!claim->diagnosis.confirmed)
    add_note(notes, "unconfirmed", bv_say(publication, "point.unconfirmed", NULL));
  else if (by && on)
    add_note(notes, "diagnosis", bv_say(publication, "point.diagnosis", "wie", by, "datum", on, NULL));
}

static void add_reference(bv_publication *publication, xmlNode *notes, const char *kind, const char *id,
                          const bv_claim *other) {
  xmlNode *note = bv_tree_add_text(notes, "note", bv_say(publication, id, NULL));
  bv_tree_set(note, "kind", kind);
  bv_tree_text(note, " ");
  bv_add_link(note, bv_sprintf(publication->arena, "#punt-%s", other->number),
              bv_say(publication, "point.name", "nr", other->number, NULL));
  bv_tree_text(note, ".");
}

/* Whether this version has the point of a claim: the short one has those of the decision only. */
static bool has_point(const bv_publication *publication, const bv_claim *claim) {
  return !bv_claim_is_withheld(publication, claim) &&
         (!publication->options->short_version || claim->part == bv_decision_part(publication));
}

static void add_contradictions(bv_publication *publication, xmlNode *notes, const bv_claim *claim) {
  if (claim->contradicts && has_point(publication, claim->contradicts))
    add_reference(publication, notes, "contradicts", "point.contradicts", claim->contradicts);
  for (const bv_index_entry *entry = bv_index_first(&publication->contradictions, claim); entry;
       entry = bv_index_next(&publication->contradictions, entry))
    if (has_point(publication, entry->item))
      add_reference(publication, notes, "contradicted", "point.contradicts", entry->item);
}

/* Reactions of others stand with the point; the reader's own have a chapter, to which the point refers. */
static void add_reactions(bv_publication *publication, const void *target, xmlNode *notes, xmlNode *parent) {
  for (const bv_index_entry *entry = bv_index_first(&publication->reactions, target); entry;
       entry = bv_index_next(&publication->reactions, entry)) {
    const bv_reaction *reaction = entry->item;
    bool own = reaction->from && reaction->from == publication->reader;
    if (!own) {
      bv_add_reaction_for_reader(publication, reaction, parent, false);
    } else if (notes) {
      xmlNode *note = bv_tree_add(notes, "note");
      bv_tree_set(note, "kind", "own-reaction");
      size_t index = (size_t)(reaction - publication->document->reactions.items) + 1;
      bv_add_link(note, bv_sprintf(publication->arena, "#reactie-%zu", index),
                  bv_say(publication, "point.own-reaction", NULL));
    }
  }
}

static void add_point(bv_publication *publication, const bv_claim *claim, xmlNode *parent) {
  if (bv_claim_is_withheld(publication, claim))
    return;
  xmlNode *point = bv_tree_add(parent, "point");
  bv_claim_attributes(publication, point, claim);
  bv_add_plain(publication, claim, point);
  bv_tree_add_text(point, "certainty", certainty_of(publication, claim));
  xmlNode *notes = bv_tree_add(point, "notes");
  bv_tree_set(notes, "of", claim->number);
  add_dates(publication, notes, claim);
  if (claim->is_diagnosis)
    add_diagnosis(publication, notes, claim);
  add_contradictions(publication, notes, claim);
  add_reactions(publication, claim, notes, parent);
  bv_tree_drop_if_empty(notes);
}

/* The claims whose element begins in a stretch of the source, in order. */
static void add_points_between(bv_publication *publication, bv_range range, xmlNode *parent) {
  const bv_document *document = publication->document;
  size_t low = 0, high = document->claims.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (document->claims.items[middle]->range.start < range.start)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < document->claims.count && document->claims.items[low]->range.start < range.end; low++)
    add_point(publication, document->claims.items[low], parent);
}

static bool holds_claims(const bv_node *node) {
  for (const bv_node *at = node; at; at = bv_node_following(at, node))
    if (at->claim)
      return true;
  return false;
}

static void add_nodes(bv_publication *publication, const bv_node *node, xmlNode *parent);

void bv_add_plain_of_node(bv_publication *publication, const bv_node *node, xmlNode *parent) {
  bv_content content = {.publication = publication};
  for (const bv_index_entry *entry = bv_index_first(&publication->plain_texts, node); entry;
       entry = bv_index_next(&publication->plain_texts, entry))
    bv_content_children(&content, ((const bv_plain_text *)entry->item)->element, parent);
}

static void add_section(bv_publication *publication, const bv_node *section, xmlNode *parent) {
  if (bv_node_is_withheld(publication, section))
    return;
  bv_content content = {.publication = publication};
  const bv_node *heading = section->first_child;
  const bv_index_entry *anchor = bv_index_first(&publication->anchors, section);
  xmlNode *element = bv_tree_add(parent, "section");
  bv_tree_set(element, "id", anchor->item);
  bv_tree_set(element, "kind", section->part ? "part" : "section");
  if (section->part)
    bv_tree_set(element, "number", bv_sprintf(publication->arena, "%u", section->part->number));
  xmlNode *title = bv_tree_add(element, "title");
  content.whole_text = true;
  bv_content_inline(&content, heading, 0, (uint32_t)heading->text->length, title);
  bv_add_plain_of_node(publication, section, element);
  add_points_between(publication, heading->range, element);
  add_nodes(publication, section, element);
  add_reactions(publication, section, NULL, element);
  if (element->last == title && !holds_claims(section)) {
    xmlUnlinkNode(element);
    xmlFreeNode(element);
  } else if (element->last == title) {
    bv_tree_add_text(element, "p", bv_say(publication, "section.withheld", NULL));
  }
}

/* A reaction of somebody else that answers neither a claim nor a section. */
static void add_placed_reaction(bv_content *content, const bv_reaction *reaction, xmlNode *parent) {
  if (!reaction->from || reaction->from != content->publication->reader)
    bv_add_reaction_for_reader(content->publication, reaction, parent, false);
}

/* Whether the node explains something that the author has put in plain words for the section or div around it. */
static bool is_explained_plainly(const bv_publication *publication, const bv_node *node) {
  bool explains = false, plainly = false, within = true;
  for (; node && publication->plain_texts.count; node = node->parent) {
    explains = explains || bv_has_class(node, "toelichting");
    plainly = plainly || (within && bv_index_first(&publication->plain_texts, node));
    within = within && node->kind != BV_NODE_SECTION;
  }
  return explains && plainly;
}

/* What makes no claim. The plain texts of what is in it go first. */
static void add_other(bv_publication *publication, const bv_node *node, xmlNode *parent) {
  bv_content content = {.publication = publication, .reaction = add_placed_reaction};
  for (const bv_node *at = node; at && publication->plain_texts.count; at = bv_node_following(at, node))
    bv_add_plain_of_node(publication, at, parent);
  if (bv_is_answer(node) || !is_explained_plainly(publication, node))
    bv_content_node(&content, node, parent);
}

static void add_node(bv_publication *publication, const bv_node *node, xmlNode *parent) {
  bool answer = bv_is_answer(node), words = node->claim || node->text;
  if (node->kind == BV_NODE_SECTION) {
    add_section(publication, node, parent);
  } else if (node->kind == BV_NODE_HEADING) {
    return; /* add_section wrote it, and its claims */
  } else if (node->kind == BV_NODE_ITEM && !holds_claims(node)) {
    add_nodes(publication, node, parent);
  } else if (answer || (!holds_claims(node) && (words || node->kind != BV_NODE_DIV || bv_mark_of(publication, node)))) {
    add_other(publication, node, parent);
  } else if (words) {
    if (!node->claim && bv_has_text_outside_claims(node))
      add_other(publication, node, parent);
    else
      bv_add_plain_of_node(publication, node, parent);
    add_points_between(publication, node->range, parent);
  } else {
    bv_add_plain_of_node(publication, node, parent);
    add_nodes(publication, node, parent);
  }
}

static void add_nodes(bv_publication *publication, const bv_node *node, xmlNode *parent) {
  for (const bv_node *child = node->first_child; child; child = child->next)
    add_node(publication, child, parent);
}

const bv_part *bv_decision_part(const bv_publication *publication) {
  const bv_document *document = publication->document;
  static const char *const classes[] = {"besluit", "verzoek"};
  for (size_t c = 0; c < sizeof classes / sizeof *classes; c++)
    for (size_t i = 1; i < document->parts.count; i++)
      if (bv_has_class(document->parts.items[i].section, classes[c]))
        return &document->parts.items[i];
  return NULL;
}

void bv_add_points(bv_publication *publication, xmlNode *chapter, const bv_part *only) {
  if (only) {
    add_section(publication, only->section, chapter);
    return;
  }
  bv_add_plain_of_node(publication, publication->document->root, chapter);
  add_nodes(publication, publication->document->root, chapter);
}
