/* Invariant 5: quotations and the author's words for parents are never altered; every point has its words. */
#include <criterion/criterion.h>
#include <string.h>

#include "generate.h"
#include "secrets.h"
#include "subject.h"

/* The stretch of a leaf that this reader sees, the words of other claims inside the claim left out. */
static const char *shown_letters(const bv_subject *s, const bv_claim *claim, const bv_piece *piece, const char *reader) {
  bv_buf out = bv_buf_new(s->arena);
  for (size_t i = 0; i < piece->leaf->text->run_count; i++) {
    const bv_run *run = &piece->leaf->text->runs[i];
    uint32_t start = run->start > piece->start ? run->start : piece->start, end = run->end < piece->end ? run->end : piece->end;
    if (start < end && bv_claim_at(piece->leaf, start) == claim &&
        !bv_kept_from(s->document, run->span ? run->span : piece->leaf, reader))
      bv_add_letters(&out, piece->leaf->text->bytes + start, end - start);
  }
  return bv_buf_string(&out);
}

/* The marks in the claim's own words stand in the point, in order: other words may be replaced by easier ones. */
static void marks_stand(bv_subject *s, const bv_published *published, const bv_claim *claim, const char *got) {
  for (size_t p = 0; p < claim->pieces.count; p++) {
    const char *own = shown_letters(s, claim, &claim->pieces.items[p], published->reader);
    while ((own = strstr(own, BV_MARK_START)) != NULL) {
      size_t length = strlen(BV_MARK_START) + strspn(own + strlen(BV_MARK_START), "0123456789");
      const char *found = strstr(got, bv_strndup(s->arena, own, length));
      cr_expect(found != NULL, "%s, %s, claim %s: %.*s is not there, or too early", s->name, published->name, claim->number,
                (int)length, own);
      got = found ? found + length : got;
      own += length;
    }
  }
}

static void quotation_stands(bv_subject *s, const bv_published *published, const bv_claim *claim, const bv_piece *quotation, const char *got) {
  bv_buf all = bv_buf_new(s->arena);
  bv_add_letters(&all, quotation->leaf->text->bytes + quotation->start, quotation->end - quotation->start);
  const char *letters = bv_buf_string(&all);
  if (strcmp(letters, shown_letters(s, claim, quotation, published->reader)) != 0)
    return; /* part of it is another claim's, or withheld */
  s->evidence->quotations++;
  cr_expect(strstr(got, letters) != NULL, "%s, %s, claim %s: %s is not in %s", s->name, published->name, claim->number, letters, got);
}

/* Each quotation in the claim's own words stands in the point as it stands in the draft. */
static void quotations_stand(bv_subject *s, const bv_published *published, const bv_claim *claim, const char *got) {
  static const char *const marks[][2] = {{"“", "”"}, {"„", "”"}, {"‘", "’"}, {"«", "»"}};
  for (size_t p = 0; p < claim->pieces.count; p++)
    for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
      const bv_piece *piece = &claim->pieces.items[p];
      const char *bytes = piece->leaf->text->bytes, *open = bytes + piece->start, *close;
      while ((open = strstr(open, marks[m][0])) && (close = strstr(open, marks[m][1])) && close < bytes + piece->end) {
        bv_piece quotation = {piece->leaf, (uint32_t)(open - bytes), (uint32_t)(close - bytes + (long)strlen(marks[m][1]))};
        quotation_stands(s, published, claim, &quotation, got);
        open = close;
      }
    }
}

/* Whether a plain text stands for the claim: it names it, or some of its words when it is a paragraph. */
static bool stands_for(const bv_plain_text *plain, const bv_claim *claim) {
  const bv_node *leaf = plain->section ? bv_node_leaf(plain->section) : NULL;
  return plain->claim == claim || (leaf && leaf->claim == claim);
}

/* The words of a plain text, without what is withheld in them. */
static void add_plain_letters(const bv_subject *s, bv_buf *out, const bv_node *root, const char *reader) {
  for (const bv_node *node = root; node; node = bv_node_following(node, root))
    for (size_t i = 0; node->text && bv_answer_around(node) == root && i < node->text->run_count; i++) {
      const bv_run *run = &node->text->runs[i];
      if (!bv_kept_from(s->document, run->span ? run->span : node, reader))
        bv_add_letters(out, node->text->bytes + run->start, run->end - run->start);
    }
}

/* The words of all that the author wrote for parents in blocks for that claim; NULL: nothing. */
static const char *plain_letters(const bv_subject *s, const bv_claim *claim, const char *reader) {
  bv_buf out = bv_buf_new(s->arena);
  bool found = false;
  for (size_t i = 0; i < s->document->plain_texts.count; i++) {
    const bv_plain_text *plain = &s->document->plain_texts.items[i];
    const bv_node *target = plain->section;
    if (!stands_for(plain, claim) || bv_kept_from(s->document, plain->element, reader) ||
        (target && bv_kept_from(s->document, target, reader)))
      continue;
    add_plain_letters(s, &out, plain->element, reader);
    found = true;
  }
  return found ? bv_buf_string(&out) : NULL;
}

static bool is_gap(const xmlNode *element) { return bv_element_is(element, "gap"); }

static const char *letters_of_attribute(bv_arena *arena, const xmlNode *element, const char *name) {
  bv_buf out = bv_buf_new(arena);
  const char *value = bv_element_attribute(element, name);
  bv_add_letters(&out, value, strlen(value));
  return bv_buf_string(&out);
}

/* Whether the words of the draft become those that are shown by exactly the changes from `change` on, in their order. */
static bool are_all_changes(bv_arena *arena, const char *own, const char *got, const xmlNode *change) {
  while (change && change->type != XML_ELEMENT_NODE)
    change = change->next;
  if (!change)
    return strcmp(own, got) == 0;
  const char *before = letters_of_attribute(arena, change, "before"), *after = letters_of_attribute(arena, change, "after");
  for (const char *at = own; (at = strstr(at, before)) != NULL; at++) {
    size_t same = (size_t)(at - own);
    if (strncmp(own, got, same) != 0)
      return false;
    if (strncmp(got + same, after, strlen(after)) == 0 &&
        are_all_changes(arena, at + strlen(before), got + same + strlen(after), change->next))
      return true;
  }
  return false;
}

/* What is shown of a claim in its own words is the draft with the changes that the tree lists, and no others. Claims that
 * share their sentence with another are left to the other properties. */
static void changes_are_listed(bv_subject *s, const bv_published *published, const bv_claim *claim, xmlNode *point, const char *got) {
  xmlNode *changes = bv_element_find(point, "changes", NULL, NULL);
  const bv_node *span = claim->element;
  bool alone = span->kind == BV_NODE_SPAN && claim->pieces.count == 1;
  for (const bv_node *node = span; alone && node; node = bv_node_following(node, span))
    alone = node == span || !node->claim;
  if (!alone)
    return;
  const char *own = shown_letters(s, claim, &claim->pieces.items[0], published->reader);
  cr_expect(are_all_changes(s->arena, own, got, changes ? changes->children : NULL), "%s, %s, claim %s: %s became %s", s->name,
            published->name, claim->number, own, got);
  s->evidence->changes += changes != NULL;
}

static void point_is_unaltered(bv_subject *s, const bv_published *published, const bv_claim *claim, xmlNode *point) {
  const char *got = bv_letters_in(s->arena, bv_element_find(point, "content", NULL, NULL), is_gap);
  const char *what = bv_sprintf(s->arena, "%s, claim %s", published->name, claim->number);
  const char *plain = plain_letters(s, claim, published->reader);
  s->evidence->plain_texts += plain || claim->plain;
  if (plain) {
    bv_expect_same(s, what, plain, got);
  } else if (claim->plain && *claim->plain) {
    bv_buf own = bv_buf_new(s->arena);
    bv_add_letters(&own, claim->plain, strlen(claim->plain));
    bv_expect_same(s, what, bv_buf_string(&own), got);
  } else {
    marks_stand(s, published, claim, got);
    changes_are_listed(s, published, claim, point, got);
    quotations_stand(s, published, claim, got);
  }
}

/* What the author wrote for parents about a section, a div or some words stands in the version too. */
static void plain_texts_stand(bv_subject *s, const bv_published *published) {
  const char *all = bv_letters_in(s->arena, bv_element_find(xmlDocGetRootElement(published->tree), "body", NULL, NULL), is_gap);
  for (size_t i = 0; i < s->document->plain_texts.count && !published->short_version; i++) {
    const bv_plain_text *plain = &s->document->plain_texts.items[i];
    if (!plain->section || bv_kept_from(s->document, plain->element, published->reader) ||
        bv_kept_from(s->document, plain->section, published->reader))
      continue;
    bv_buf own = bv_buf_new(s->arena);
    add_plain_letters(s, &own, plain->element, published->reader);
    cr_expect(strstr(all, bv_buf_string(&own)) != NULL, "%s, %s: %s is not there", s->name, published->name, bv_buf_string(&own));
  }
}

void bv_nothing_is_altered(bv_subject *s) {
  for (size_t i = 1; i < s->published.count; i++) {
    plain_texts_stand(s, &s->published.items[i]);
    xmlHashTablePtr points = bv_points_of(s, &s->published.items[i]);
    for (size_t c = 0; c < s->document->claims.count; c++) {
      const bv_claim *claim = s->document->claims.items[c];
      xmlNode *point = xmlHashLookup(points, BAD_CAST claim->number);
      if (point)
        point_is_unaltered(s, &s->published.items[i], claim, point);
    }
    xmlHashFree(points, NULL);
  }
}
