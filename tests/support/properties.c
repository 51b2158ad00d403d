#include "properties.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/xml.h"
#include "check/check.h"
#include "read/read.h"
#include "secrets.h"
#include "subject.h"
#include "write/manifest.h"

/* Two texts from where they part, for messages. */
static const char *difference(bv_arena *arena, const char *expected, const char *got) {
  size_t at = 0;
  while (expected[at] && expected[at] == got[at])
    at++;
  size_t from = at < 40 ? 0 : at - 40;
  return bv_sprintf(arena, "\n  expected …%.120s\n  got      …%.120s", expected + from, got + from);
}

void bv_expect_same(const bv_subject *s, const char *what, const char *expected, const char *got) {
  cr_expect(strcmp(expected, got) == 0, "%s, %s:%s", s->name, what, difference(s->arena, expected, got));
}

/* ---- 1: every word stands in the court version, once and in order ---- */

const bv_node *bv_answer_around(const bv_node *node) {
  while (node && !bv_has_class(node, "reactie") && !bv_has_class(node, "voor-ouders"))
    node = node->parent;
  return node;
}

/* The text of a node without that of the answers in it, or of an answer without those in it. */
static const char *letters_of(bv_arena *arena, const bv_node *root) {
  bv_buf out = bv_buf_new(arena);
  const bv_node *answer = bv_answer_around(root);
  for (const bv_node *node = root; node; node = bv_node_following(node, root))
    if (node->text && bv_answer_around(node) == answer)
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
static void reactions_are_whole(bv_subject *s, xmlNode *root, const char *form) {
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
      bv_expect_same(s, what, expected, bv_letters_in(s->arena, content, NULL));
  }
}

static void court_has_every_word_once_and_in_order(bv_subject *s) {
  const bv_published *court = &s->published.items[0];
  xmlNode *root = xmlDocGetRootElement(court->tree);
  const char *expected = letters_of(s->arena, s->document->root);
  bv_expect_same(s, "XML", expected, bv_letters_in(s->arena, bv_element_find(root, "body", NULL, NULL), is_beside_text));
  reactions_are_whole(s, root, "XML");
  root = xmlDocGetRootElement(court->html_tree);
  bv_expect_same(s, "HTML", expected, bv_letters_in(s->arena, bv_element_find(root, NULL, "id", "tekst"), is_beside_html_text));
  reactions_are_whole(s, root, "HTML");
  s->evidence->reactions += s->document->reactions.count;
}

/* ---- 2 and 4: every claim is a point or withheld, with the label, sources and date of the draft ---- */

/* The elements of those names (ending in NULL) by their number, of which none may stand twice. The caller frees it. */
static xmlHashTablePtr by_number(const bv_subject *s, const bv_published *published, const char *const *names) {
  xmlHashTablePtr all = xmlHashCreate(64);
  xmlNode *root = xmlDocGetRootElement(published->tree);
  for (xmlNode *node = root; node; node = bv_element_following(node, root))
    for (size_t i = 0; names[i]; i++)
      if (bv_element_is(node, names[i]))
        cr_expect(xmlHashAddEntry(all, BAD_CAST bv_element_attribute(node, "number"), node) == 0, "%s, %s: %s stands twice",
                  s->name, published->name, bv_element_attribute(node, "number"));
  return all;
}

xmlHashTablePtr bv_points_of(const bv_subject *s, const bv_published *published) {
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

static void claim_is_the_same(const bv_subject *s, const bv_published *published, const bv_claim *claim, const xmlNode *element) {
  const char *what = bv_sprintf(s->arena, "%s, claim %s", published->name, claim->number);
  bv_expect_same(s, what, label_of(claim), bv_element_attribute(element, "label"));
  bv_expect_same(s, what, numbers_of(s->arena, claim), bv_element_attribute(element, "sources"));
  bv_expect_same(s, what, claim->date.first.year ? bv_period_iso(s->arena, claim->date) : "", bv_element_attribute(element, "date"));
}

static void claims_of_version(bv_subject *s, const bv_published *published) {
  static const char *const withheld[] = {"withheld-claim", NULL};
  xmlHashTablePtr shown = bv_points_of(s, published), kept = by_number(s, published, withheld);
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

static void every_claim_is_accounted_for(bv_subject *s) {
  for (size_t i = 0; i < s->published.count; i++)
    claims_of_version(s, &s->published.items[i]);
  s->evidence->claims += s->document->claims.count;
}

/* ---- 3: nothing withheld from a reader is in any byte of what that reader gets ---- */

/* Not even that there is a part, or that a claim is contradicted by another. */
static void nothing_points_to_what_is_withheld(bv_subject *s, const bv_published *published) {
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

/* What goes beside the version of a reader, when a manifest of that version alone is made. */
static const char *manifest_of(const bv_subject *s, const bv_published *published) {
  const bv_source *source = s->document->source;
  bv_manifest manifest = {.draft = "proef.md", .sha256 = source->sha256};
  bv_manifest_output output = {.file = "proef.html", .sha256 = source->sha256, .draft = source->sha256, .version = "1",
                               .reader = published->reader, .form = "html", .short_version = published->short_version,
                               .proof = bv_proof_of_tree(s->arena, s->document, published->tree)};
  bv_manifest_put(s->arena, &manifest, &output);
  return bv_manifest_write(s->arena, &manifest);
}

static void is_not_in(const bv_subject *s, const bv_published *published, const bv_secrets *secrets, const char *form,
                      const char *bytes, size_t length) {
  const char *found = bv_secret_in(s->arena, secrets, bytes, length);
  cr_expect(found == NULL, "%s, %s, %s: %s is withheld", s->name, published->name, form, found);
}

static void nothing_withheld_leaks(bv_subject *s) {
  for (size_t i = 1; i < s->published.count; i++) {
    const bv_published *published = &s->published.items[i];
    nothing_points_to_what_is_withheld(s, published);
    bv_secrets secrets = bv_secrets_for(s->arena, s->document, published->reader);
    const char *manifest = manifest_of(s, published);
    is_not_in(s, published, &secrets, "XML", published->xml, published->xml_length);
    is_not_in(s, published, &secrets, "HTML", published->html, published->html_length);
    is_not_in(s, published, &secrets, "manifest", manifest, strlen(manifest));
    s->evidence->secrets += secrets.count;
  }
}

/* ---- And: trees are valid, links lead to what is there ---- */

static void trees_are_valid(bv_subject *s) {
  const char *wrong = NULL;
  bv_xml_error error = {0};
  cr_expect(bv_node_check(s->document->root, &wrong), "%s: %s", s->name, wrong);
  for (size_t i = 0; i < s->published.count; i++)
    cr_expect(bv_xml_validate(s->arena, s->published.items[i].tree, "schemas/publicatie.rng", &error), "%s, %s: %s (line %d)",
              s->name, s->published.items[i].name, error.message, error.line);
}

static void collect_ids(const bv_subject *s, const bv_published *published, xmlNode *root, xmlHashTablePtr ids) {
  for (xmlNode *node = root; node; node = bv_element_following(node, root))
    if (*bv_element_attribute(node, "id"))
      cr_expect(xmlHashAddEntry(ids, BAD_CAST bv_element_attribute(node, "id"), node) == 0, "%s, %s: two ids %s", s->name,
                published->name, bv_element_attribute(node, "id"));
}

static void links_lead_somewhere(bv_subject *s, const bv_published *published) {
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

static void all_links_lead_somewhere(bv_subject *s) {
  for (size_t i = 0; i < s->published.count; i++)
    links_lead_somewhere(s, &s->published.items[i]);
}

void bv_expect_properties(const char *name, const char *bytes, size_t length, bv_evidence *evidence) {
  static void (*const properties[])(bv_subject *) = {court_has_every_word_once_and_in_order, every_claim_is_accounted_for,
                                                     nothing_withheld_leaks,                 bv_nothing_is_altered,
                                                     bv_files_show_their_trees,              trees_are_valid,
                                                     all_links_lead_somewhere};
  bv_read_result read = bv_read_bytes("proef", bytes, length, bv_config_default()->kinds);
  cr_assert(read.document != NULL, "%s: %s", name, read.error);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  bv_subject s = {.name = name, .document = read.document, .arena = read.document->arena, .evidence = evidence};
  s.published = bv_publish_all(read.document);
  evidence->versions += s.published.count;
  for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
    properties[i](&s);
  bv_published_free(&s.published);
  bv_document_free(read.document);
}
