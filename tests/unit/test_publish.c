/* The invariants of the two versions, over drafts by chance and over the samples. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <libxml/xpath.h>
#include <stdlib.h>
#include <string.h>

#include "../support/generate.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/xml.h"
#include "publish/publish.h"
#include "read/read.h"
#include "write/html.h"

enum { DRAFTS = 120 };

static const char *const samples[] = {"raadsrapport", "plan-van-aanpak", "verzoekschrift-spoed",
                                      "raadsrapport-fout", "plan-van-aanpak-fout", "verzoekschrift-spoed-fout"};
enum { SAMPLES = sizeof samples / sizeof *samples };

static bv_document *document_of(const char *markdown) {
  bv_read_result read = bv_read_bytes("t.md", markdown, strlen(markdown), NULL);
  cr_assert(read.document != NULL, "%s", read.error ? read.error : "");
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  return read.document;
}

/* The draft by chance of that seed; from DRAFTS on, a sample. */
static bv_document *document_numbered(int number) {
  if (number < DRAFTS) {
    char *markdown = bv_generate_draft((uint32_t)number + 1);
    bv_document *document = document_of(markdown);
    free(markdown);
    return document;
  }
  bv_arena *arena = bv_arena_new();
  const char *path = bv_sprintf(arena, SOURCE_DIR "/samples/%s.md", samples[number - DRAFTS]);
  size_t length;
  const char *markdown = bv_file_read(arena, path, BV_LARGEST_DRAFT, &length);
  cr_assert(markdown != NULL, "%s", path);
  bv_document *document = document_of(markdown);
  bv_arena_free(arena);
  return document;
}

static xmlDoc *court_of(const bv_document *document) {
  bv_publish_options options = {.court = true, .as_is = true};
  return bv_publish(document, document->findings, &options);
}

static xmlDoc *parents_of(const bv_document *document, const char *reader) {
  bv_publish_options options = {.reader = reader};
  return bv_publish(document, document->findings, &options);
}

/* Readers of a document: each person who has a version, and NULL at the end for the reader without a name. */
static size_t readers_of(const bv_document *document, const char **readers) {
  size_t count = 0;
  for (size_t i = 0; i < document->front.persons.count && count < 15; i++)
    if (!bv_publish_reader_error(document->arena, document, document->front.persons.items[i].id))
      readers[count++] = document->front.persons.items[i].id;
  readers[count++] = NULL;
  return count;
}

static const char *string_of(bv_arena *arena, const xmlNode *node) {
  xmlChar *text = xmlNodeGetContent((xmlNode *)node);
  const char *copy = bv_strdup(arena, (const char *)text);
  xmlFree(text);
  return copy;
}

static const char *attribute_of(bv_arena *arena, const xmlNode *node, const char *name) {
  xmlChar *value = xmlGetProp((xmlNode *)node, BAD_CAST name);
  const char *copy = value ? bv_strdup(arena, (const char *)value) : NULL;
  xmlFree(value);
  return copy;
}

/* The nodes of an XPath expression, in document order, in the arena; ends in NULL. */
static xmlNode **select_nodes(bv_arena *arena, xmlDoc *tree, const char *path, size_t *count) {
  xmlXPathContextPtr context = xmlXPathNewContext(tree);
  xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST path, context);
  *count = found->nodesetval ? (size_t)found->nodesetval->nodeNr : 0;
  xmlNode **nodes = bv_calloc(arena, *count + 1, sizeof *nodes);
  for (size_t i = 0; i < *count; i++)
    nodes[i] = found->nodesetval->nodeTab[i];
  xmlXPathFreeObject(found);
  xmlXPathFreeContext(context);
  return nodes;
}

static int by_number(const void *left, const void *right) {
  xmlNode *const *a = left, *const *b = right;
  unsigned numbers[4] = {0};
  for (int i = 0; i < 2; i++) {
    xmlChar *number = xmlGetProp(i ? *b : *a, BAD_CAST "number");
    sscanf((char *)number, "%u.%u", &numbers[2 * i], &numbers[2 * i + 1]);
    xmlFree(number);
  }
  return numbers[0] != numbers[2] ? (numbers[0] > numbers[2]) - (numbers[0] < numbers[2])
                                  : (numbers[1] > numbers[3]) - (numbers[1] < numbers[3]);
}

/* The claims of the court's tree, by number. */
static xmlNode **court_claims(bv_arena *arena, xmlDoc *court, size_t *count) {
  xmlNode **claims = select_nodes(arena, court, "//claim | //subclaim", count);
  qsort(claims, *count, sizeof *claims, by_number);
  return claims;
}

static const char *without_space(bv_arena *arena, const char *text) {
  char *out = bv_alloc(arena, strlen(text) + 1), *at = out;
  for (; *text; text++)
    if (*text != ' ' && *text != '\n' && *text != '\t')
      *at++ = *text;
  return out;
}

/* All text in a claim's element, that of claims inside it included, without white space. */
static const char *text_in(bv_arena *arena, const bv_claim *claim) {
  const char *all = "";
  if (claim->element->kind == BV_NODE_SPAN) {
    const bv_text *text = bv_node_leaf(claim->element)->text;
    for (size_t i = 0; i < text->run_count; i++)
      if (text->runs[i].span && bv_node_within(text->runs[i].span, claim->element))
        all = bv_sprintf(arena, "%s%.*s", all, (int)(text->runs[i].end - text->runs[i].start), text->bytes + text->runs[i].start);
    return without_space(arena, all);
  }
  for (const bv_node *node = claim->element; node; node = bv_node_following(node, claim->element)) {
    const bv_node *answer = node;
    while (answer != claim->element && !bv_has_class(answer, "reactie") && !bv_has_class(answer, "voor-ouders"))
      answer = answer->parent;
    if (node->text && answer == claim->element)
      all = bv_sprintf(arena, "%s%s", all, node->text->bytes);
  }
  return without_space(arena, all);
}

/* What is printed as the text of a claim: not its notes, nor those and the reactions that stand inside it. */
static const char *text_of_claim(bv_arena *arena, const xmlNode *claim) {
  bool block = xmlStrEqual(claim->name, BAD_CAST "claim");
  const xmlNode *holder = block ? xmlFirstElementChild((xmlNode *)claim) : claim;
  bv_buf text = bv_buf_new(arena);
  for (const xmlNode *node = holder; node;) {
    bool extra = xmlStrEqual(node->name, BAD_CAST "notes") || xmlStrEqual(node->name, BAD_CAST "reaction");
    if (node->type == XML_TEXT_NODE)
      bv_buf_puts(&text, (const char *)node->content);
    if (node->children && !extra) {
      node = node->children;
      continue;
    }
    while (node != holder && !node->next)
      node = node->parent;
    node = node == holder ? NULL : node->next;
  }
  return without_space(arena, bv_buf_string(&text));
}

Test(publish, trees_hold_to_the_schema) {
  for (int number = 0; number < DRAFTS + SAMPLES; number++) {
    bv_document *document = document_numbered(number);
    const char *readers[16];
    bv_xml_error error;
    xmlDoc *tree = court_of(document);
    cr_assert(bv_xml_validate(document->arena, tree, "schemas/publicatie.rng", &error), "%d court: %s", number, error.message);
    xmlFreeDoc(tree);
    for (size_t i = 0, count = readers_of(document, readers); i < count; i++) {
      tree = parents_of(document, readers[i]);
      cr_assert(bv_xml_validate(document->arena, tree, "schemas/publicatie.rng", &error), "%d %s: %s", number,
                readers[i] ? readers[i] : "-", error.message);
      xmlFreeDoc(tree);
    }
    bv_document_free(document);
  }
}

/* Invariant 1, for claims: the element of each claim holds its words and nothing before them. */
Test(publish, every_claim_stands_whole_in_the_court_version_once) {
  for (int number = 0; number < DRAFTS + SAMPLES; number++) {
    bv_document *document = document_numbered(number);
    bv_arena *arena = document->arena;
    xmlDoc *tree = court_of(document);
    size_t count;
    xmlNode **claims = court_claims(arena, tree, &count);
    cr_assert(eq(sz, count, document->claims.count), "draft %d", number);
    for (size_t i = 0; i < count; i++) {
      const bv_claim *claim = document->claims.items[i];
      cr_assert(eq(str, (char *)attribute_of(arena, claims[i], "number"), (char *)claim->number), "draft %d", number);
      const char *expected = text_in(arena, claim), *printed = text_of_claim(arena, claims[i]);
      cr_assert(strncmp(printed, expected, strlen(expected)) == 0, "draft %d, %s: %s / %s", number, claim->number, printed,
                expected);
    }
    xmlFreeDoc(tree);
    bv_document_free(document);
  }
}

/* Takes out of a copy of the tree what repeats or explains the text: notes, appendices, titles and decisions of reactions. */
static void keep_text_only(bv_arena *arena, xmlDoc *tree) {
  size_t count;
  xmlNode **extra = select_nodes(
      arena, tree, "//head | //strings | //section[@kind='appendix'] | //notes | //reaction/title | //reaction/decision", &count);
  for (size_t i = 0; i < count; i++) {
    xmlUnlinkNode(extra[i]);
    xmlFreeNode(extra[i]);
  }
}

static size_t occurrences(const char *text, const char *word) {
  size_t count = 0, length = strlen(word);
  for (const char *at = text; (at = strstr(at, word)) != NULL; at += length)
    count += !(at[length] >= '0' && at[length] <= '9');
  return count;
}

/* Invariant 1, for all text: in drafts by chance every word ends in a number of its own. */
Test(publish, every_word_stands_in_the_court_version_once_and_in_order) {
  for (int number = 0; number < DRAFTS; number++) {
    bv_document *document = document_numbered(number);
    bv_arena *arena = document->arena;
    xmlDoc *tree = court_of(document);
    keep_text_only(arena, tree);
    const char *all = string_of(arena, xmlDocGetRootElement(tree));
    for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
      const bv_node *plain = node;
      while (plain && !bv_has_class(plain, "voor-ouders"))
        plain = plain->parent;
      if (!node->text || plain)
        continue;
      const char *last = all;
      char *words = bv_strdup(arena, node->text->bytes), *state;
      for (char *word = strtok_r(words, " \n", &state); word; word = strtok_r(NULL, " \n", &state)) {
        size_t length = strlen(word);
        if (word[length - 1] < '0' || word[length - 1] > '9')
          continue;
        cr_assert(eq(sz, occurrences(all, word), 1), "draft %d: %s", number, word);
        const char *at = strstr(all, word);
        cr_assert(at >= last, "draft %d: %s is out of order", number, word);
        last = at;
      }
    }
    xmlFreeDoc(tree);
    bv_document_free(document);
  }
}

/* Invariants 2 and 4. */
Test(publish, every_claim_is_a_point_or_withheld_and_keeps_label_sources_and_date) {
  for (int number = 0; number < DRAFTS + SAMPLES; number++) {
    bv_document *document = document_numbered(number);
    bv_arena *arena = document->arena;
    xmlDoc *court = court_of(document);
    size_t court_count;
    xmlNode **in_court = court_claims(arena, court, &court_count);
    const char *readers[16];
    for (size_t r = 0, reader_count = readers_of(document, readers); r < reader_count; r++) {
      xmlDoc *tree = parents_of(document, readers[r]);
      size_t point_count, withheld_count, p = 0, w = 0;
      xmlNode **points = select_nodes(arena, tree, "//point", &point_count);
      xmlNode **withheld = select_nodes(arena, tree, "//withheld-claim", &withheld_count);
      for (size_t i = 0; i < court_count; i++) {
        static const char *const same[] = {"number", "label", "sources", "date", "id"};
        const char *claim = attribute_of(arena, in_court[i], "number");
        if (w < withheld_count && strcmp(attribute_of(arena, withheld[w], "number"), claim) == 0) {
          w++;
          continue;
        }
        cr_assert(p < point_count, "draft %d, %s misses %s", number, readers[r] ? readers[r] : "-", claim);
        for (size_t k = 0; k < sizeof same / sizeof *same; k++) {
          const char *there = attribute_of(arena, in_court[i], same[k]), *here = attribute_of(arena, points[p], same[k]);
          cr_assert(here && there ? strcmp(here, there) == 0 : here == there, "draft %d, %s, %s: %s / %s", number,
                    readers[r] ? readers[r] : "-", same[k], here, there);
        }
        p++;
      }
      cr_assert(p == point_count && w == withheld_count, "draft %d: more than the court has", number);
      xmlFreeDoc(tree);
    }
    xmlFreeDoc(court);
    bv_document_free(document);
  }
}

/* What one reader may not see, by its own reckoning from the source: the words of it must be nowhere. */
typedef struct secrets {
  bv_arena *arena;
  const char **words;
  size_t count, capacity;
} secrets;

static void add_words(secrets *all, const char *text) {
  char *words = bv_strdup(all->arena, text ? text : ""), *state;
  for (char *word = strtok_r(words, " \n.", &state); word; word = strtok_r(NULL, " \n.", &state)) {
    size_t length = strlen(word);
    if (word[length - 1] < '0' || word[length - 1] > '9' || length < 4)
      continue;
    all->words = bv_grow(all->arena, all->words, all->count, &all->capacity, sizeof *all->words);
    all->words[all->count++] = word;
  }
}

/* All text and all written-out attributes of a node and what is in it. */
static void add_node(secrets *all, const bv_node *root) {
  for (const bv_node *node = root; node; node = bv_node_following(node, root)) {
    static const char *const keys[] = {"ouders", "reden", "noodzaak"};
    if (node->text)
      add_words(all, node->text->bytes);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
      if (bv_own_attribute(node, keys[i]))
        add_words(all, bv_own_attribute(node, keys[i])->value);
  }
}

static bool names(const bv_person_list *persons, const char *reader) {
  for (size_t i = 0; reader && i < persons->count; i++)
    if (strcmp(persons->items[i]->id, reader) == 0)
      return true;
  return !reader && persons->count > 0;
}

static secrets secrets_for(const bv_document *document, const char *reader) {
  secrets all = {.arena = document->arena};
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (!names(&claim->withheld_from, reader))
      continue;
    if (claim->element->kind == BV_NODE_SPAN)
      add_words(&all, bv_claim_text(document->arena, claim));
    else
      add_node(&all, claim->element);
    add_words(&all, claim->plain);
    add_words(&all, claim->withheld_reason);
    add_words(&all, claim->necessity);
    for (size_t p = 0; p < document->plain_texts.count; p++)
      if (document->plain_texts.items[p].claim == claim)
        add_node(&all, document->plain_texts.items[p].element);
    for (size_t r = 0; r < document->reactions.count; r++)
      if (document->reactions.items[r].claim == claim)
        add_node(&all, document->reactions.items[r].element);
  }
  for (size_t r = 0; r < document->reactions.count; r++)
    if (names(&document->reactions.items[r].withheld_from, reader))
      add_node(&all, document->reactions.items[r].element);
  return all;
}

/* Invariant 3. */
Test(publish, nothing_withheld_is_in_any_byte) {
  size_t looked_for = 0;
  for (int number = 0; number < DRAFTS; number++) {
    bv_document *document = document_numbered(number);
    const char *readers[16];
    for (size_t r = 0, count = readers_of(document, readers); r < count; r++) {
      secrets all = secrets_for(document, readers[r]);
      xmlDoc *tree = parents_of(document, readers[r]);
      bv_html_options options = {0};
      size_t length;
      const char *error = NULL, *xml = bv_write_tree(document->arena, tree, &length);
      const char *html = bv_write_html(document->arena, tree, &options, &length, &error);
      cr_assert(html != NULL, "%s", error);
      for (size_t i = 0; i < all.count; i++) {
        cr_assert(eq(sz, occurrences(xml, all.words[i]), 0), "draft %d, %s: %s", number, readers[r] ? readers[r] : "-", all.words[i]);
        cr_assert(eq(sz, occurrences(html, all.words[i]), 0), "draft %d, %s: %s", number, readers[r] ? readers[r] : "-", all.words[i]);
      }
      looked_for += all.count;
      xmlFreeDoc(tree);
    }
    bv_document_free(document);
  }
  cr_assert(looked_for > 1000, "the drafts withhold too little to prove anything: %zu words", looked_for);
}

Test(publish, links_lead_somewhere_and_every_text_is_filled_in) {
  for (int number = 0; number < DRAFTS + SAMPLES; number++) {
    bv_document *document = document_numbered(number);
    const char *readers[16];
    size_t reader_count = readers_of(document, readers);
    for (size_t r = 0; r <= reader_count; r++) {
      xmlDoc *tree = r < reader_count ? parents_of(document, readers[r]) : court_of(document);
      size_t count;
      select_nodes(document->arena, tree, "//link[starts-with(@href, '#') and not(substring(@href, 2) = //@id)]", &count);
      cr_assert(eq(sz, count, 0), "draft %d: a link leads nowhere", number);
      xmlNode **titles = select_nodes(document->arena, tree, "//title | //caption | //column | //certainty | //note", &count);
      for (size_t i = 0; i < count; i++) {
        const char *text = string_of(document->arena, titles[i]);
        cr_assert(strchr(text, '{') == NULL, "draft %d: %s", number, text);
      }
      xmlFreeDoc(tree);
    }
    bv_document_free(document);
  }
}

Test(publish, the_same_draft_gives_the_same_bytes) {
  for (int number = DRAFTS; number < DRAFTS + SAMPLES; number++) {
    const char *bytes[2];
    bv_document *documents[2];
    for (int i = 0; i < 2; i++) {
      size_t length;
      const char *error;
      bv_html_options options = {0};
      documents[i] = document_numbered(number);
      xmlDoc *tree = court_of(documents[i]);
      bytes[i] = bv_write_html(documents[i]->arena, tree, &options, &length, &error);
      xmlFreeDoc(tree);
    }
    cr_assert(eq(str, (char *)bytes[0], (char *)bytes[1]));
    bv_document_free(documents[0]);
    bv_document_free(documents[1]);
  }
}
