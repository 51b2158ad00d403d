/* The parents' version: eight chapters for one reader. */
#include "publish/parents.h"

#include <string.h>

#include "publish/filter.h"
#include "publish/head.h"
#include "publish/people.h"

static void add_paragraph(void *context, const char *text) { bv_tree_add_text(context, "p", text); }

static bool asks_measure(const bv_front *front) {
  for (size_t i = 0; i < front->measures.count; i++)
    if (strcmp(front->measures.items[i], "geen") != 0)
      return true;
  return false;
}

static xmlNode *add_chapter(bv_publication *publication, const char *id, const char *title) {
  return bv_add_section(publication->body, id, "chapter", bv_say(publication, title, NULL));
}

static void add_introduction(bv_publication *publication) {
  xmlNode *chapter = add_chapter(publication, "over", "chapter.about");
  bool deadline = publication->document->front.reaction_deadline.year != 0,
       is_short = publication->options->short_version;
  bv_texts_each(publication->texts, "about", add_paragraph, chapter);
  bv_texts_each(publication->texts, is_short ? "about.short" : "about.whole", add_paragraph, chapter);
  bv_texts_each(publication->texts, deadline ? "about.deadline" : "about.no-deadline", add_paragraph, chapter);
}

/* The part that holds the decision, by its plain text when it has one, else by a reference. */
static void add_reasons(bv_publication *publication, xmlNode *chapter) {
  const bv_part *part = bv_decision_part(publication);
  if (!part || bv_node_is_withheld(publication, part->section))
    return;
  bv_add_plain_of_node(publication, part->section, chapter);
  xmlNode *reference = bv_tree_add_text(chapter, "p", bv_say(publication, "short.reasons", NULL));
  bv_tree_text(reference, " ");
  bv_add_link(reference, bv_sprintf(publication->arena, "#deel-%u", part->number),
              bv_say(publication, "part.name", "nr", bv_sprintf(publication->arena, "%u", part->number), "titel",
                     bv_title_for_reader(publication, part->section), NULL));
  bv_tree_text(reference, ".");
}

/* What is asked or was decided, a line for each measure; what it is without one. */
static void add_measures(bv_publication *publication, xmlNode *chapter) {
  const bv_front *front = &publication->document->front;
  xmlNode *list = NULL;
  bv_texts_each(publication->texts, asks_measure(front) ? "short" : "short.none", add_paragraph, chapter);
  for (size_t i = 0; i < front->measures.count; i++) {
    const char *plain =
        bv_say(publication, bv_sprintf(publication->arena, "measure.plain.%s", front->measures.items[i]), NULL);
    if (*plain && !list)
      list = bv_tree_add(chapter, "list");
    if (*plain)
      bv_tree_add_text(bv_tree_add(list, "item"), "p", plain);
  }
}

static void add_summary(bv_publication *publication) {
  const bv_front *front = &publication->document->front;
  xmlNode *chapter = add_chapter(publication, "kort", "chapter.short");
  add_measures(publication, chapter);
  add_reasons(publication, chapter);
  if (front->hearing.year)
    bv_texts_each(publication->texts, "short.hearing", add_paragraph, chapter);
  if (asks_measure(front))
    bv_texts_each(publication->texts, "short.next", add_paragraph, chapter);
  bv_texts_each(publication->texts, "short.plan", add_paragraph, chapter);
}

static void add_all_points(bv_publication *publication) {
  xmlNode *chapter = add_chapter(publication, "punten", "chapter.points");
  bv_texts_each(publication->texts, "points.intro", add_paragraph, chapter);
  xmlNode *list = bv_tree_add(chapter, "list");
  static const char *const kinds[] = {"points.fact", "points.opinion", "points.hearsay"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    bv_tree_add_text(bv_tree_add(list, "item"), "p", bv_say(publication, kinds[i], NULL));
  bv_add_times_picture(publication, chapter);
  bv_add_points(publication, chapter, NULL);
}

void bv_add_reaction_for_reader(bv_publication *publication, const bv_reaction *reaction, xmlNode *parent, bool own) {
  bv_arena *arena = publication->arena;
  bv_content content = {.publication = publication, .whole_text = true};
  xmlNode *element = bv_tree_add(parent, "reaction");
  const char *date = reaction->date.first.year ? bv_period_dutch(arena, reaction->date) : NULL;
  const char *who = reaction->from ? bv_person_for_reader(publication, reaction->from, BV_OBJECT).text
                                   : bv_say(publication, "somebody", NULL);
  bv_tree_set(element, "id",
              bv_sprintf(arena, "reactie-%zu", (size_t)(reaction - publication->document->reactions.items) + 1));
  bv_tree_set(element, "from", reaction->from ? reaction->from->id : NULL);
  bv_tree_set(element, "to", reaction->claim ? reaction->claim->number : NULL);
  bv_tree_set(element, "date", date ? bv_period_iso(arena, reaction->date) : NULL);
  bv_tree_set(element, "decision", reaction->decision);
  const bv_index_entry *anchor = reaction->section ? bv_index_first(&publication->anchors, reaction->section) : NULL;
  const char *id = own    ? (date ? "reaction.own" : "reaction.own.undated")
                   : date ? "reaction.other"
                          : "reaction.other.undated";
  xmlNode *title = bv_tree_add_text(element, "title", bv_say(publication, id, "wie", who, "datum", date, NULL));
  if (own && (reaction->claim || anchor)) {
    bv_tree_text(title, " ");
    bv_add_link(title,
                reaction->claim ? bv_sprintf(arena, "#punt-%s", reaction->claim->number)
                                : bv_sprintf(arena, "#%s", (const char *)anchor->item),
                reaction->claim ? bv_say(publication, "point.name", "nr", reaction->claim->number, NULL)
                                : bv_title_for_reader(publication, reaction->section));
  }
  bv_content_children(&content, reaction->element, bv_tree_add(element, "content"));
  bv_tree_add_text(element, "decision", bv_decision_text(publication, reaction));
}

static void add_own_reactions(bv_publication *publication) {
  const bv_document *document = publication->document;
  xmlNode *chapter = NULL;
  for (size_t i = 0; publication->reader && i < document->reactions.count; i++) {
    const bv_reaction *reaction = &document->reactions.items[i];
    if (reaction->from != publication->reader || bv_reaction_is_withheld(publication, reaction))
      continue;
    if (!chapter) {
      chapter = add_chapter(publication, "reacties", "chapter.reactions");
      bv_texts_each(publication->texts, "reactions.intro", add_paragraph, chapter);
    }
    bv_add_reaction_for_reader(publication, reaction, chapter, true);
  }
  if (chapter)
    return;
  chapter = add_chapter(publication, "reacties", "chapter.reactions");
  bv_texts_each(publication->texts, publication->reader ? "reactions.none" : "reactions.general", add_paragraph,
                chapter);
}

static void add_topic(bv_publication *publication, const xmlNode *topic, xmlNode *chapter) {
  xmlNode *section = bv_tree_add(chapter, "section"), *list = NULL;
  bv_tree_set(section, "kind", "section");
  for (const xmlNode *child = topic->children; child; child = child->next) {
    const char *text = child->type == XML_ELEMENT_NODE ? bv_texts_fill_element(publication->texts, child) : "";
    if (!*text)
      continue;
    if (xmlStrEqual(child->name, BAD_CAST "item")) {
      if (!list)
        list = bv_tree_add(section, "list");
      bv_tree_add_text(bv_tree_add(list, "item"), "p", text);
    } else {
      list = NULL;
      bv_tree_add_text(section, (const char *)child->name, text);
    }
  }
}

static void add_item(void *context, const char *text) { bv_tree_add_text(bv_tree_add(context, "item"), "p", text); }

static void add_short_rights(bv_publication *publication) {
  xmlNode *list = bv_tree_add(add_chapter(publication, "rechten", "chapter.rights"), "list");
  bv_texts_each(publication->texts, "rights.short", add_item, list);
  bv_tree_drop_if_empty(list);
}

static void add_rights(bv_publication *publication) {
  xmlNode *chapter = add_chapter(publication, "rechten", "chapter.rights");
  bv_texts_each(publication->texts, "rights.intro", add_paragraph, chapter);
  for (const xmlNode *topic = bv_texts_topic(publication->texts, "rights", NULL); topic;
       topic = bv_texts_topic(publication->texts, "rights", topic))
    add_topic(publication, topic, chapter);
}

static void add_short_decision(bv_publication *publication) {
  const bv_part *part = bv_decision_part(publication);
  if (!part || bv_node_is_withheld(publication, part->section))
    return;
  xmlNode *chapter = add_chapter(publication, "punten", "chapter.decision");
  bv_add_points(publication, chapter, part);
}

static void add_colophon(bv_publication *publication) {
  xmlNode *colophon = bv_tree_add_text(publication->body, "p", bv_say(publication, "parents.colophon", NULL));
  bv_tree_set(colophon, "kind", "colophon");
}

void bv_publish_parents(bv_publication *publication) {
  const bv_front *front = &publication->document->front;
  bool whole = !publication->options->short_version;
  const char *title =
      bv_say(publication, bv_sprintf(publication->arena, "parents.title.%s", front->kind ? front->kind : ""), NULL);
  bv_add_head(publication, *title ? title : bv_say(publication, "parents.title", NULL),
              bv_say(publication, publication->reader ? "parents.subtitle" : "parents.subtitle.general", NULL));
  add_introduction(publication);
  add_summary(publication);
  if (whole) {
    bv_add_informants(publication, add_chapter(publication, "bronnen", "chapter.informants"));
    add_all_points(publication);
    bv_add_withheld(publication, publication->body);
    add_own_reactions(publication);
    add_rights(publication);
    bv_add_words(publication, publication->body);
    bv_add_form(publication, publication->body);
  } else {
    add_short_decision(publication);
    add_short_rights(publication);
  }
  add_colophon(publication);
}
