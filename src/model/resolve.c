/* From tree to meaning: ids, parts, claims, reactions, plain texts, sentences. */
#include "model/resolve.h"

#include <string.h>

#include "base/messages.h"
#include "lang/sentences.h"

static void add_node_id(bv_resolver *resolver, bv_node *node) {
  const bv_attributes *attributes = &node->attributes;
  if (attributes->id && xmlHashAddEntry(resolver->nodes, (const xmlChar *)attributes->id, node) != 0)
    bv_findings_add(resolver->document->findings, BV_RULE_MARKUP_DUBBELE_ID, attributes->id_range, MSG_ID_TWICE,
                    attributes->id);
}

static void index_names(bv_resolver *resolver) {
  bv_document *document = resolver->document;
  for (size_t i = 0; i < document->front.persons.count; i++)
    if (document->front.persons.items[i].id)
      xmlHashAddEntry(resolver->persons, (const xmlChar *)document->front.persons.items[i].id,
                      &document->front.persons.items[i]);
  for (size_t i = 0; i < document->front.sources.count; i++)
    if (document->front.sources.items[i].id)
      xmlHashAddEntry(resolver->sources, (const xmlChar *)document->front.sources.items[i].id,
                      &document->front.sources.items[i]);
  for (bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    add_node_id(resolver, node);
}

static const bv_person *first_person(bv_person_list persons) { return persons.count ? persons.items[0] : NULL; }

static const char *own_value(const bv_node *node, const char *key) {
  const bv_attribute *attribute = bv_own_attribute(node, key);
  return attribute ? attribute->value : NULL;
}

/* What `op`, `bij` or `weerspreekt` points to: a claim, else a section or div. */
static void follow(const bv_node *target, const bv_claim **claim, const bv_node **section) {
  *claim = target ? target->claim : NULL;
  *section = *claim ? NULL : target;
}

static void add_reaction(bv_resolver *resolver, const bv_node *node) {
  bv_document *document = resolver->document;
  bv_reaction reaction = {.element = node,
                          .range = node->range,
                          .from = first_person(bv_named_persons(resolver, bv_own_attribute(node, "van"))),
                          .part = bv_part_of(document, node),
                          .decision = own_value(node, "besluit"),
                          .reason = own_value(node, "reden"),
                          .withheld_from = bv_withheld_from(resolver, node)};
  const char *date = own_value(node, "datum");
  if (date)
    bv_period_parse(date, &reaction.date);
  follow(bv_named_node(resolver, bv_own_attribute(node, "op")), &reaction.claim, &reaction.section);
  BV_PUSH(document->arena, &document->reactions, reaction);
}

static void add_plain_text(bv_resolver *resolver, const bv_node *node) {
  bv_plain_text plain = {.element = node};
  follow(bv_named_node(resolver, bv_own_attribute(node, "bij")), &plain.claim, &plain.section);
  BV_PUSH(resolver->document->arena, &resolver->document->plain_texts, plain);
}

static void resolve_answers(bv_resolver *resolver) {
  bv_document *document = resolver->document;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    if (bv_has_class(node, "reactie"))
      add_reaction(resolver, node);
    else if (bv_has_class(node, "voor-ouders"))
      add_plain_text(resolver, node);
  }
  for (size_t i = 0; i < document->claims.count; i++) {
    bv_claim *claim = document->claims.items[i];
    const bv_node *target = bv_named_node(resolver, bv_own_attribute(claim->element, "weerspreekt"));
    claim->contradicts = target ? target->claim : NULL;
  }
}

typedef enum standing { STANDING_CLAIMS, STANDING_EXEMPT, STANDING_ANSWER } standing;

/* Whether sentences of the leaf must lie in claims, are exempt (.toelichting), or belong to a reaction or plain text. */
static standing standing_of(const bv_node *leaf) {
  standing result = STANDING_CLAIMS;
  bool decided = false;
  for (const bv_node *node = leaf; node; node = node->parent) {
    if (bv_has_class(node, "reactie") || bv_has_class(node, "voor-ouders"))
      return STANDING_ANSWER;
    bool labelled = node->claim || bv_has_class(node, "feit") || bv_has_class(node, "mening") ||
                    bv_has_class(node, "horen-zeggen");
    if (!decided && (labelled || bv_has_class(node, "toelichting"))) {
      decided = true;
      result = labelled ? STANDING_CLAIMS : STANDING_EXEMPT;
    }
  }
  return result;
}

static void split_sentences(bv_document *document, const bv_node *leaf) {
  standing where = standing_of(leaf);
  if (where == STANDING_ANSWER)
    return;
  bv_stretches sentences = bv_sentences(document->arena, leaf->text->bytes, leaf->text->length);
  for (size_t i = 0; i < sentences.count; i++) {
    bv_stretch stretch = sentences.items[i];
    bv_sentence sentence = {leaf, stretch.start, stretch.end, where == STANDING_EXEMPT};
    BV_PUSH(document->arena, &document->sentences, sentence);
  }
}

void bv_model_resolve(bv_document *document) {
  bv_resolver resolver = {.document = document, .nodes = xmlHashCreate(0), .persons = xmlHashCreate(0), .sources = xmlHashCreate(0)};
  if (!resolver.nodes || !resolver.persons || !resolver.sources)
    bv_out_of_memory();
  index_names(&resolver);
  bv_check_references(&resolver);
  bv_resolve_parts(document);
  bv_resolve_claims(&resolver);
  resolve_answers(&resolver);
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    if (node->text && node->kind != BV_NODE_HEADING && node->text->length)
      split_sentences(document, node);
  xmlHashFree(resolver.nodes, NULL);
  xmlHashFree(resolver.persons, NULL);
  xmlHashFree(resolver.sources, NULL);
}

const bv_person *bv_person_find(const bv_document *document, const char *id) {
  for (size_t i = 0; i < document->front.persons.count; i++) {
    const bv_person *person = &document->front.persons.items[i];
    if (person->id && strcmp(person->id, id) == 0)
      return person;
  }
  return NULL;
}

const bv_report_source *bv_source_find(const bv_document *document, const char *id) {
  for (size_t i = 0; i < document->front.sources.count; i++) {
    const bv_report_source *source = &document->front.sources.items[i];
    if (source->id && strcmp(source->id, id) == 0)
      return source;
  }
  return NULL;
}

const char *bv_source_voice(const bv_report_source *source) {
  const char *const voices[] = {source->person ? source->person->name : NULL, source->author, source->organisation,
                                source->title, source->id};
  for (size_t i = 0; i < sizeof voices / sizeof *voices; i++)
    if (voices[i])
      return voices[i];
  return "";
}

bool bv_asks_placement(const bv_front *front) {
  for (size_t i = 0; i < front->measures.count; i++)
    if (strstr(front->measures.items[i], "uithuisplaatsing"))
      return true;
  return false;
}
