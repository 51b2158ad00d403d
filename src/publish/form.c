/* The reaction form: every point with its number, to be filled in on screen or on paper. */
#include "publish/filter.h"
#include "publish/parents.h"

static void add_line(xmlNode *form, const char *name, const char *label) {
  bv_tree_set(bv_tree_add_text(form, "field", label), "name", name);
}

void bv_add_form(bv_publication *publication, xmlNode *parent) {
  const bv_document *document = publication->document;
  xmlNode *chapter = bv_add_section(parent, "formulier", "chapter", bv_say(publication, "chapter.form", NULL));
  bv_tree_add_text(
      chapter, "p",
      bv_say(publication, document->front.reaction_deadline.year ? "form.intro" : "form.intro.undated", NULL));
  bv_tree_add_text(chapter, "p", bv_say(publication, "form.explain", NULL));
  xmlNode *form = bv_tree_add(chapter, "form"), *part_element = NULL;
  add_line(form, "naam", bv_say(publication, "form.name", NULL));
  add_line(form, "datum", bv_say(publication, "form.date", NULL));
  bv_tree_add_text(form, "hint", bv_say(publication, "form.hint", NULL));
  const bv_part *part = NULL;
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (bv_claim_is_withheld(publication, claim))
      continue;
    if (claim->part != part) {
      part = claim->part;
      part_element = bv_tree_add(form, "form-part");
      bv_tree_add_text(part_element, "title",
                       part->section ? bv_sprintf(publication->arena, "%u. %s", part->number,
                                                  bv_title_for_reader(publication, part->section))
                                     : bv_say(publication, "form.part.none", NULL));
    }
    bv_tree_set(bv_tree_add(part_element, "form-point"), "number", claim->number);
  }
  add_line(form, "anders", bv_say(publication, "form.other", NULL));
}
