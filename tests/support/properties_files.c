/* Invariants 2, 4 and 5 of the files that readers get: HTML shows of every point, claim and withheld claim what its tree
 * holds, no less and no more. */
#include <criterion/criterion.h>
#include <libxml/hash.h>
#include <string.h>

#include "base/asset.h"
#include "base/xml.h"
#include "subject.h"

typedef struct shown {
  const bv_subject *subject;
  const bv_published *published;
  xmlNode *html;          /* the root of the file */
  xmlHashTablePtr by_id;  /* its elements */
} shown;

static xmlNode *first_with_class(xmlNode *root, const char *name) {
  xmlNode *node = root;
  while (node && !bv_element_has_class(node, name))
    node = bv_element_following(node, root);
  return node;
}

/* What a kind of part is called stands with its text in the file. */
static bool is_mark(const xmlNode *element) { return bv_element_has_class(element, "group-mark"); }

static const char *letters(const shown *v, xmlNode *element) {
  return element ? bv_letters_in(v->subject->arena, element, is_mark) : "";
}

/* The letters of every element of that name or class below the root, one behind the other. */
static const char *all_letters(const shown *v, xmlNode *root, const char *name, const char *class_name) {
  bv_buf out = bv_buf_new(v->subject->arena);
  for (xmlNode *node = root; node; node = bv_element_following(node, root))
    if (name ? bv_element_is(node, name) : bv_element_has_class(node, class_name))
      bv_buf_puts(&out, letters(v, node));
  return bv_buf_string(&out);
}

static xmlNode *html_of(const shown *v, xmlNode *element) {
  xmlNode *found = xmlHashLookup(v->by_id, BAD_CAST bv_element_attribute(element, "id"));
  cr_expect(found != NULL, "%s, %s: %s is not in the file", v->subject->name, v->published->name,
            bv_element_attribute(element, "number"));
  return found;
}

/* ---- Parents ---- */

static void point_is_shown(const shown *v, xmlNode *point) {
  const bv_subject *s = v->subject;
  const char *number = bv_element_attribute(point, "number"), *label = bv_element_attribute(point, "label");
  const char *what = bv_sprintf(s->arena, "%s, HTML of %s", v->published->name, number);
  xmlNode *html = html_of(v, point);
  if (!html)
    return;
  cr_expect(bv_element_has_class(html, label), "%s, %s: no %s", s->name, what, label);
  bv_expect_same(s, what, bv_sprintf(s->arena, "Punt%s", number), letters(v, first_with_class(html, "point-number")));
  bv_expect_same(s, what, letters(v, bv_element_find(point, "content", NULL, NULL)), letters(v, first_with_class(html, "point-text")));
  bv_expect_same(s, what, letters(v, bv_element_find(point, "certainty", NULL, NULL)), letters(v, first_with_class(html, "certainty")));
  bv_expect_same(s, what, all_letters(v, point, "note", NULL), all_letters(v, html, NULL, "note"));
}

/* The letters of the fixed text of that id, the same for every reader; NULL: there is none. */
static const char *fixed_text(bv_arena *arena, const char *id) {
  static xmlDoc *texts; /* as long as the process */
  const bv_asset *asset = bv_asset_find("templates/teksten.xml");
  bv_xml_error error = {0};
  texts = texts ? texts : bv_xml_parse(arena, asset->bytes, asset->length, &error);
  cr_assert(texts != NULL, "%s", error.message);
  xmlNode *text = bv_element_find(xmlDocGetRootElement(texts), "text", "id", id);
  return text ? bv_letters_in(arena, text, NULL) : NULL;
}

/* The ground that the author's reason names, "privacy: …", or the general one. */
static const char *ground_of(bv_arena *arena, const bv_claim *claim) {
  const char *reason = claim->withheld_reason ? claim->withheld_reason : "", *colon = strchr(reason, ':');
  const char *named = colon ? fixed_text(arena, bv_sprintf(arena, "withheld.ground.%.*s", (int)(colon - reason), reason)) : NULL;
  return named ? named : fixed_text(arena, "withheld.ground");
}

/* A withheld claim is a number and its ground, in the tree and in the file. */
static void withheld_claims_are_listed(const shown *v) {
  const bv_subject *s = v->subject;
  const char *list = letters(v, xmlHashLookup(v->by_id, BAD_CAST "niet-getoond"));
  xmlNode *entries = bv_element_find(xmlDocGetRootElement(v->published->tree), "withheld", NULL, NULL);
  xmlNode *entry = entries ? entries->children : NULL;
  for (size_t i = 0; entry && i < s->document->claims.count; i++) {
    const bv_claim *claim = s->document->claims.items[i];
    if (strcmp(bv_element_attribute(entry, "number"), claim->number) != 0)
      continue;
    const char *ground = ground_of(s->arena, claim), *what = bv_sprintf(s->arena, "%s, withheld %s", v->published->name, claim->number);
    bv_expect_same(s, what, ground, letters(v, entry));
    const char *item = bv_sprintf(s->arena, "Punt%s:%s", claim->number, ground);
    cr_expect(strstr(list, item) != NULL, "%s, %s: %s is not in the file", s->name, what, item);
    entry = entry->next;
  }
  cr_expect(entry == NULL, "%s, %s: %s is no claim", s->name, v->published->name, bv_element_attribute(entry, "number"));
}

/* ---- The court ---- */

static const char *letter_of(const char *label) {
  return strcmp(label, "feit") == 0 ? "F" : strcmp(label, "mening") == 0 ? "M" : "H";
}

/* The mark and the notes of a claim. Its words are those of invariant 1. */
static void claim_is_marked(const shown *v, xmlNode *claim) {
  const bv_subject *s = v->subject;
  const char *label = bv_element_attribute(claim, "label"), *number = bv_element_attribute(claim, "number");
  const char *what = bv_sprintf(s->arena, "rechtbank, HTML of %s", number);
  xmlNode *html = html_of(v, claim);
  if (!html)
    return;
  bv_expect_same(s, what, label, bv_element_attribute(html, "data-label"));
  bv_expect_same(s, what, bv_element_attribute(claim, "sources"), bv_element_attribute(html, "data-sources"));
  bv_expect_same(s, what, number, letters(v, first_with_class(html, "number")));
  bv_expect_same(s, what, letter_of(label), letters(v, first_with_class(html, "label")));
}

/* Source notes, dates and warnings of all claims, in the order of the tree. */
static void notes_are_shown(const shown *v) {
  xmlNode *body = bv_element_find(xmlDocGetRootElement(v->published->tree), "body", NULL, NULL);
  const char *all = all_letters(v, bv_element_find(v->html, NULL, "id", "tekst"), NULL, "note"), *at = all;
  for (xmlNode *node = body; node; node = bv_element_following(node, body)) {
    if (!bv_element_is(node, "note"))
      continue;
    const char *note = letters(v, node), *found = strstr(at, note);
    cr_expect(found != NULL, "%s, rechtbank: the note %s is not in the file, or too early", v->subject->name, note);
    at = found ? found + strlen(note) : at;
  }
}

void bv_files_show_their_trees(bv_subject *s) {
  for (size_t i = 0; i < s->published.count; i++) {
    const bv_published *published = &s->published.items[i];
    shown v = {s, published, xmlDocGetRootElement(published->html_tree), xmlHashCreate(256)};
    for (xmlNode *node = v.html; node; node = bv_element_following(node, v.html))
      if (*bv_element_attribute(node, "id"))
        xmlHashAddEntry(v.by_id, BAD_CAST bv_element_attribute(node, "id"), node);
    xmlNode *tree = xmlDocGetRootElement(published->tree);
    for (xmlNode *node = tree; node; node = bv_element_following(node, tree))
      if (bv_element_is(node, "point"))
        point_is_shown(&v, node);
      else if (bv_element_is(node, "claim") || bv_element_is(node, "subclaim"))
        claim_is_marked(&v, node);
    if (published->court)
      notes_are_shown(&v);
    else
      withheld_claims_are_listed(&v);
    xmlHashFree(v.by_id, NULL);
  }
}
