#include "properties.h"

#include <criterion/criterion.h>
#include <libxml/hash.h>
#include <string.h>

#include "base/xml.h"
#include "check/check.h"
#include "generate.h"
#include "published.h"
#include "read/read.h"
#include "secrets.h"

/* One draft with all that is made of it. */
typedef struct subject {
  const char *name; /* "draft 17", or the path of a sample */
  bv_document *document;
  bv_arena *arena;
  bv_published_set published;
  bv_evidence *evidence;
} subject;

/* Two texts from where they part, for messages. */
static const char *difference(bv_arena *arena, const char *expected, const char *got) {
  size_t at = 0;
  while (expected[at] && expected[at] == got[at])
    at++;
  size_t from = at < 40 ? 0 : at - 40;
  return bv_sprintf(arena, "\n  expected …%.120s\n  got      …%.120s", expected + from, got + from);
}

static void expect_same(const subject *s, const char *what, const char *expected, const char *got) {
  cr_expect(strcmp(expected, got) == 0, "%s, %s:%s", s->name, what, difference(s->arena, expected, got));
}

/* ---- 1: every word stands in the court version, once and in order ---- */

static const bv_node *answer_around(const bv_node *node) {
  while (node && !bv_has_class(node, "reactie") && !bv_has_class(node, "voor-ouders"))
    node = node->parent;
  return node;
}

/* The text of a node without that of the answers in it, or of an answer without those in it. */
static const char *letters_of(bv_arena *arena, const bv_node *root) {
  bv_buf out = bv_buf_new(arena);
  const bv_node *answer = answer_around(root);
  for (const bv_node *node = root; node; node = bv_node_following(node, root))
    if (node->text && answer_around(node) == answer)
      bv_add_letters(&out, node->text->bytes, node->text->length);
  return bv_buf_string(&out);
}

/* The section of reactions to what is not there: its title is none of the draft's. */
static bool is_for_strays(const xmlNode *element) { return strcmp(bv_element_attribute(element, "id"), "losse-reacties") == 0; }

static bool is_beside_text(const xmlNode *element) {
  return bv_element_is(element, "notes") || bv_element_is(element, "reaction") || is_for_strays(element) ||
         strcmp(bv_element_attribute(element, "kind"), "appendix") == 0;
}

static bool is_beside_html_text(const xmlNode *element) {
  static const char *const beside[] = {"notes",      "mark",    "inline-mark",    "section-mark", "section-number",
                                       "group-mark", "note-of", "notes-of-title", "reaction",     "appendix"};
  for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
    if (bv_element_has_class(element, beside[i]))
      return true;
  return is_for_strays(element);
}

/* Each reaction is there, whole, once; in XML nothing else is in its content. */
static void reactions_are_whole(subject *s, xmlNode *root, const char *form) {
  for (size_t i = 0; i < s->document->reactions.count; i++) {
    const char *what = bv_sprintf(s->arena, "%s, reaction %zu", form, i + 1);
    xmlNode *found = bv_element_find(root, NULL, "id", bv_sprintf(s->arena, "reactie-%zu", i + 1));
    cr_expect(found != NULL, "%s, %s is not there", s->name, what);
    if (!found)
      continue;
    const char *expected = letters_of(s->arena, s->document->reactions.items[i].element);
    const char *got = bv_letters_in(s->arena, found, NULL), *once = strstr(got, expected);
    cr_expect(once && (!*expected || !strstr(once + 1, expected)), "%s, %s: %s is not in %s", s->name, what, expected, got);
    xmlNode *content = bv_element_find(found, "content", NULL, NULL);
    if (content)
      expect_same(s, what, expected, bv_letters_in(s->arena, content, NULL));
  }
}

static void court_has_every_word_once_and_in_order(subject *s) {
  const bv_published *court = &s->published.items[0];
  xmlNode *root = xmlDocGetRootElement(court->tree);
  const char *expected = letters_of(s->arena, s->document->root);
  expect_same(s, "XML", expected, bv_letters_in(s->arena, bv_element_find(root, "body", NULL, NULL), is_beside_text));
  reactions_are_whole(s, root, "XML");
  root = xmlDocGetRootElement(court->html_tree);
  expect_same(s, "HTML", expected, bv_letters_in(s->arena, bv_element_find(root, NULL, "id", "tekst"), is_beside_html_text));
  reactions_are_whole(s, root, "HTML");
  s->evidence->reactions += s->document->reactions.count;
}

/* ---- 2 and 4: every claim is a point or withheld, with the label, sources and date of the draft ---- */

/* The elements of those names (ending in NULL) by their number, of which none may stand twice. The caller frees it. */
static xmlHashTablePtr by_number(const subject *s, const bv_published *published, const char *const *names) {
  xmlHashTablePtr all = xmlHashCreate(64);
  xmlNode *root = xmlDocGetRootElement(published->tree);
  for (xmlNode *node = root; node; node = bv_element_following(node, root))
    for (size_t i = 0; names[i]; i++)
      if (bv_element_is(node, names[i]))
        cr_expect(xmlHashAddEntry(all, BAD_CAST bv_element_attribute(node, "number"), node) == 0, "%s, %s: %s stands twice",
                  s->name, published->name, bv_element_attribute(node, "number"));
  return all;
}

static xmlHashTablePtr points_of(const subject *s, const bv_published *published) {
  static const char *const in_court[] = {"claim", "subclaim", NULL}, *const for_parents[] = {"point", NULL};
  return by_number(s, published, published->court ? in_court : for_parents);
}

static const char *label_of(const bv_claim *claim) {
  static const char *const names[] = {"", "feit", "mening", "horen-zeggen"};
  return names[claim->label];
}

static const char *numbers_of(bv_arena *arena, const bv_claim *claim) {
  const char *numbers = "";
  for (size_t i = 0; i < claim->sources.count; i++)
    numbers = bv_sprintf(arena, "%s%s%u", numbers, *numbers ? " " : "", claim->sources.items[i]->number);
  return numbers;
}

static void claim_is_the_same(const subject *s, const bv_published *published, const bv_claim *claim, const xmlNode *element) {
  const char *what = bv_sprintf(s->arena, "%s, claim %s", published->name, claim->number);
  expect_same(s, what, label_of(claim), bv_element_attribute(element, "label"));
  expect_same(s, what, numbers_of(s->arena, claim), bv_element_attribute(element, "sources"));
  expect_same(s, what, claim->date.first.year ? bv_period_iso(s->arena, claim->date) : "", bv_element_attribute(element, "date"));
}

static void claims_of_version(subject *s, const bv_published *published) {
  static const char *const withheld[] = {"withheld-claim", NULL};
  xmlHashTablePtr shown = points_of(s, published), kept = by_number(s, published, withheld);
  for (size_t c = 0; c < s->document->claims.count; c++) {
    const bv_claim *claim = s->document->claims.items[c];
    const xmlNode *element = xmlHashLookup(shown, BAD_CAST claim->number);
    bool secret = !published->court && bv_kept_from(s->document, claim->element, published->reader);
    cr_expect((secret && !element) || (!secret && element) || published->short_version, "%s, %s: claim %s is %sthere", s->name,
              published->name, claim->number, element ? "" : "not ");
    cr_expect(secret == !!xmlHashLookup(kept, BAD_CAST claim->number) || published->short_version,
              "%s, %s: claim %s and the list of what is withheld", s->name, published->name, claim->number);
    if (element)
      claim_is_the_same(s, published, claim, element);
    s->evidence->withheld_claims += secret;
  }
  cr_expect(xmlHashSize(shown) + xmlHashSize(kept) <= (int)s->document->claims.count, "%s, %s: claims of nowhere", s->name,
            published->name);
  xmlHashFree(shown, NULL);
  xmlHashFree(kept, NULL);
}

static void every_claim_is_accounted_for(subject *s) {
  for (size_t i = 0; i < s->published.count; i++)
    claims_of_version(s, &s->published.items[i]);
  s->evidence->claims += s->document->claims.count;
}

/* ---- 3: nothing withheld from a reader is in any byte of what that reader gets ---- */

/* Not even that there is a part, or that a claim is contradicted by another. */
static void nothing_points_to_what_is_withheld(subject *s, const bv_published *published) {
  xmlNode *root = xmlDocGetRootElement(published->tree);
  for (size_t i = 1; i < s->document->parts.count; i++) {
    const bv_part *part = &s->document->parts.items[i];
    if (bv_kept_from(s->document, part->section, published->reader))
      cr_expect(NULL == bv_element_find(root, "section", "id", bv_sprintf(s->arena, "deel-%u", part->number)), "%s, %s: part %u is there",
                s->name, published->name, part->number);
  }
  for (size_t i = 0; i < s->document->claims.count; i++) {
    const bv_claim *claim = s->document->claims.items[i];
    xmlNode *point = claim->contradicts && bv_kept_from(s->document, claim->contradicts->element, published->reader)
                         ? bv_element_find(root, "point", "number", claim->number)
                         : NULL;
    cr_expect(point == NULL || bv_element_find(point, "note", "kind", "contradicts") == NULL, "%s, %s: %s speaks of what is withheld", s->name,
              published->name, claim->number);
  }
}

static void nothing_withheld_leaks(subject *s) {
  for (size_t i = 1; i < s->published.count; i++) {
    const bv_published *published = &s->published.items[i];
    nothing_points_to_what_is_withheld(s, published);
    bv_secrets secrets = bv_secrets_for(s->arena, s->document, published->reader);
    const char *found = bv_secret_in(s->arena, &secrets, published->xml, published->xml_length);
    cr_expect(found == NULL, "%s, %s, XML: %s is withheld", s->name, published->name, found);
    found = bv_secret_in(s->arena, &secrets, published->html, published->html_length);
    cr_expect(found == NULL, "%s, %s, HTML: %s is withheld", s->name, published->name, found);
    s->evidence->secrets += secrets.count;
  }
}

/* ---- 5: quotations and the author's words for parents are never altered; every point has its words ---- */

/* The stretch of a leaf that this reader sees, the words of other claims inside the claim left out. */
static const char *shown_letters(const subject *s, const bv_claim *claim, const bv_piece *piece, const char *reader) {
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
static void marks_stand(subject *s, const bv_published *published, const bv_claim *claim, const char *got) {
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

static void quotation_stands(subject *s, const bv_published *published, const bv_claim *claim, const bv_piece *quotation, const char *got) {
  bv_buf all = bv_buf_new(s->arena);
  bv_add_letters(&all, quotation->leaf->text->bytes + quotation->start, quotation->end - quotation->start);
  const char *letters = bv_buf_string(&all);
  if (strcmp(letters, shown_letters(s, claim, quotation, published->reader)) != 0)
    return; /* part of it is another claim's, or withheld */
  s->evidence->quotations++;
  cr_expect(strstr(got, letters) != NULL, "%s, %s, claim %s: %s is not in %s", s->name, published->name, claim->number, letters, got);
}

/* Each quotation in the claim's own words stands in the point as it stands in the draft. */
static void quotations_stand(subject *s, const bv_published *published, const bv_claim *claim, const char *got) {
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
static void add_plain_letters(const subject *s, bv_buf *out, const bv_node *root, const char *reader) {
  for (const bv_node *node = root; node; node = bv_node_following(node, root))
    for (size_t i = 0; node->text && answer_around(node) == root && i < node->text->run_count; i++) {
      const bv_run *run = &node->text->runs[i];
      if (!bv_kept_from(s->document, run->span ? run->span : node, reader))
        bv_add_letters(out, node->text->bytes + run->start, run->end - run->start);
    }
}

/* The words of all that the author wrote for parents in blocks for that claim; NULL: nothing. */
static const char *plain_letters(const subject *s, const bv_claim *claim, const char *reader) {
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
static void changes_are_listed(subject *s, const bv_published *published, const bv_claim *claim, xmlNode *point, const char *got) {
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

static void point_is_unaltered(subject *s, const bv_published *published, const bv_claim *claim, xmlNode *point) {
  const char *got = bv_letters_in(s->arena, bv_element_find(point, "content", NULL, NULL), is_gap);
  const char *what = bv_sprintf(s->arena, "%s, claim %s", published->name, claim->number);
  const char *plain = plain_letters(s, claim, published->reader);
  s->evidence->plain_texts += plain || claim->plain;
  if (plain) {
    expect_same(s, what, plain, got);
  } else if (claim->plain && *claim->plain) {
    bv_buf own = bv_buf_new(s->arena);
    bv_add_letters(&own, claim->plain, strlen(claim->plain));
    expect_same(s, what, bv_buf_string(&own), got);
  } else {
    marks_stand(s, published, claim, got);
    changes_are_listed(s, published, claim, point, got);
    quotations_stand(s, published, claim, got);
  }
}

/* What the author wrote for parents about a section, a div or some words stands in the version too. */
static void plain_texts_stand(subject *s, const bv_published *published) {
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

static void nothing_is_altered(subject *s) {
  for (size_t i = 1; i < s->published.count; i++) {
    plain_texts_stand(s, &s->published.items[i]);
    xmlHashTablePtr points = points_of(s, &s->published.items[i]);
    for (size_t c = 0; c < s->document->claims.count; c++) {
      const bv_claim *claim = s->document->claims.items[c];
      xmlNode *point = xmlHashLookup(points, BAD_CAST claim->number);
      if (point)
        point_is_unaltered(s, &s->published.items[i], claim, point);
    }
    xmlHashFree(points, NULL);
  }
}

/* ---- And: trees are valid, links lead to what is there ---- */

static void trees_are_valid(subject *s) {
  const char *wrong = NULL;
  bv_xml_error error = {0};
  cr_expect(bv_node_check(s->document->root, &wrong), "%s: %s", s->name, wrong);
  for (size_t i = 0; i < s->published.count; i++)
    cr_expect(bv_xml_validate(s->arena, s->published.items[i].tree, "schemas/publicatie.rng", &error), "%s, %s: %s (line %d)",
              s->name, s->published.items[i].name, error.message, error.line);
}

static void collect_ids(const subject *s, const bv_published *published, xmlNode *root, xmlHashTablePtr ids) {
  for (xmlNode *node = root; node; node = bv_element_following(node, root))
    if (*bv_element_attribute(node, "id"))
      cr_expect(xmlHashAddEntry(ids, BAD_CAST bv_element_attribute(node, "id"), node) == 0, "%s, %s: two ids %s", s->name,
                published->name, bv_element_attribute(node, "id"));
}

static void links_lead_somewhere(subject *s, const bv_published *published) {
  static const char *const references[] = {"href", "for", "aria-labelledby", "aria-describedby"};
  xmlHashTablePtr ids = xmlHashCreate(256);
  xmlNode *root = xmlDocGetRootElement(published->html_tree);
  collect_ids(s, published, root, ids);
  for (xmlNode *node = root; node; node = bv_element_following(node, root))
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
      const char *target = bv_element_attribute(node, references[i]);
      if (*target && (i > 0 || *target == '#'))
        cr_expect(xmlHashLookup(ids, BAD_CAST(target + (*target == '#'))) != NULL, "%s, %s: nothing is called %s", s->name,
                  published->name, target);
    }
  xmlHashFree(ids, NULL);
}

static void all_links_lead_somewhere(subject *s) {
  for (size_t i = 0; i < s->published.count; i++)
    links_lead_somewhere(s, &s->published.items[i]);
}

void bv_expect_properties(const char *name, const char *bytes, size_t length, bv_evidence *evidence) {
  static void (*const properties[])(subject *) = {court_has_every_word_once_and_in_order, every_claim_is_accounted_for,
                                                  nothing_withheld_leaks,                 nothing_is_altered,
                                                  trees_are_valid,                        all_links_lead_somewhere};
  bv_read_result read = bv_read_bytes("proef", bytes, length, bv_config_default()->kinds);
  cr_assert(read.document != NULL, "%s: %s", name, read.error);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  subject s = {.name = name, .document = read.document, .arena = read.document->arena, .evidence = evidence};
  s.published = bv_publish_all(read.document);
  evidence->versions += s.published.count;
  for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
    properties[i](&s);
  bv_published_free(&s.published);
  bv_document_free(read.document);
}
