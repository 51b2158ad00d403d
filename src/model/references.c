/* References: ids in attributes to what they name. */
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "base/nearest.h"
#include "base/same.h"
#include "model/resolve.h"

typedef struct lookup {
  const bv_resolver *resolver;
  bv_person_list persons;
  bv_source_list sources;
} lookup;

static void take_person(void *context, const char *id, bv_range range) {
  lookup *found = context;
  (void)range;
  const bv_person *person = xmlHashLookup(found->resolver->persons, (const xmlChar *)id);
  if (person)
    BV_PUSH(found->resolver->document->arena, &found->persons, person);
}

static void take_source(void *context, const char *id, bv_range range) {
  lookup *found = context;
  (void)range;
  const bv_report_source *source = xmlHashLookup(found->resolver->sources, (const xmlChar *)id);
  if (source)
    BV_PUSH(found->resolver->document->arena, &found->sources, source);
}

bv_person_list bv_named_persons(bv_resolver *resolver, const bv_attribute *attribute) {
  if (!attribute)
    return (bv_person_list){0};
  if (attribute != resolver->last_persons.attribute) {
    lookup found = {.resolver = resolver};
    bv_each_id(resolver->document->arena, attribute, take_person, &found);
    resolver->last_persons.attribute = attribute;
    resolver->last_persons.list = found.persons;
  }
  return resolver->last_persons.list;
}

bv_source_list bv_named_sources(bv_resolver *resolver, const bv_attribute *attribute) {
  if (!attribute)
    return (bv_source_list){0};
  if (attribute != resolver->last_sources.attribute) {
    lookup found = {.resolver = resolver};
    bv_each_id(resolver->document->arena, attribute, take_source, &found);
    resolver->last_sources.attribute = attribute;
    resolver->last_sources.list = found.sources;
  }
  return resolver->last_sources.list;
}

const bv_node *bv_named_node(const bv_resolver *resolver, const bv_attribute *attribute) {
  if (!attribute)
    return NULL;
  const char *id = attribute->value + (attribute->value[0] == '#');
  return xmlHashLookup(resolver->nodes, (const xmlChar *)id);
}

bv_person_list bv_withheld_from(const bv_resolver *resolver, const bv_node *node) {
  lookup found = {.resolver = resolver};
  for (; node; node = node->parent) {
    const bv_attribute *attribute = bv_own_attribute(node, "vertrouwelijk");
    if (attribute)
      bv_each_id(resolver->document->arena, attribute, take_person, &found);
  }
  return found.persons;
}

/* Suggestions only look at so many names: a hostile draft with very many would make each slow. */
enum { MOST_CANDIDATES = 500 };

typedef struct candidates {
  const char *items[MOST_CANDIDATES];
  size_t count;
} candidates;

static void add_candidate(void *payload, void *data, const xmlChar *name) {
  candidates *all = data;
  (void)payload;
  if (all->count < MOST_CANDIDATES)
    all->items[all->count++] = (const char *)name;
}

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* "bedoelt u …?" for the finding just added. The table has no order of its own, the suggestion must have one. */
static void suggest(const bv_resolver *resolver, xmlHashTablePtr names, const char *id, bv_finding *finding) {
  candidates all = {.count = 0};
  xmlHashScan(names, add_candidate, &all);
  qsort(all.items, all.count, sizeof *all.items, by_name);
  const char *best = bv_nearest(id, all.items, all.count);
  if (best)
    finding->suggestion = bv_sprintf(resolver->document->arena, MSG_DID_YOU_MEAN, best);
}

typedef struct report {
  const bv_resolver *resolver;
  const char *key;
} report;

static void check_person(void *context, const char *id, bv_range range) {
  report *r = context;
  if (!xmlHashLookup(r->resolver->persons, (const xmlChar *)id))
    suggest(r->resolver, r->resolver->persons, id,
            bv_findings_add(r->resolver->document->findings, BV_RULE_MARKUP_VERWIJZING, range, MSG_UNKNOWN_PERSON, id,
                            r->key));
}

static void check_source(void *context, const char *id, bv_range range) {
  report *r = context;
  if (!xmlHashLookup(r->resolver->sources, (const xmlChar *)id))
    suggest(r->resolver, r->resolver->sources, id,
            bv_findings_add(r->resolver->document->findings, BV_RULE_BRON_ONBEKEND, range, MSG_UNKNOWN_SOURCE, id));
}

/* gesteld-door names a source or a person. */
static void check_maker(void *context, const char *id, bv_range range) {
  report *r = context;
  if (!xmlHashLookup(r->resolver->persons, (const xmlChar *)id))
    check_source(context, id, range);
}

static void check_node_reference(const bv_resolver *resolver, const bv_attribute *attribute) {
  if (!bv_named_node(resolver, attribute))
    suggest(resolver, resolver->nodes, attribute->value + (attribute->value[0] == '#'),
            bv_findings_add(resolver->document->findings, BV_RULE_MARKUP_VERWIJZING, attribute->value_range,
                            MSG_UNKNOWN_REFERENCE, attribute->value, attribute->key));
}

void bv_check_references(bv_resolver *resolver) {
  static const struct {
    const char *key;
    bv_take_id *check;
  } kinds[] = {{"bron", check_source},   {"overgenomen-uit", check_source}, {"van", check_person},
               {"over", check_person},   {"vertrouwelijk", check_person},   {"wie", check_person},
               {"gesteld-door", check_maker}, {"op", NULL}, {"bij", NULL},  {"weerspreekt", NULL}};
  bv_document *document = resolver->document;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    for (size_t i = 0; i < node->attributes.pairs.count; i++)
      for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        const bv_attribute *attribute = &node->attributes.pairs.items[i];
        if (!bv_same(attribute->key, kinds[k].key))
          continue;
        if (kinds[k].check)
          bv_each_id(document->arena, attribute, kinds[k].check, &(report){resolver, attribute->key});
        else
          check_node_reference(resolver, attribute);
      }
}
