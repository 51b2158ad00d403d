#include "publish/head.h"

#include <string.h>

#include "publish/people.h"

static xmlNode *head_of(const bv_publication *publication) {
  xmlNode *head = xmlDocGetRootElement(publication->tree)->children;
  while (!xmlStrEqual(head->name, BAD_CAST "head"))
    head = head->next;
  return head;
}

const char *bv_decision_text(bv_publication *publication, const bv_reaction *reaction) {
  const char *decision = reaction->decision && *reaction->decision ? reaction->decision : "geen";
  const char *id = bv_sprintf(publication->arena, "decision.%s%s", decision, reaction->reason ? ".reason" : "");
  if (!bv_texts_has(publication->texts, id))
    id = reaction->reason ? "decision.geen.reason" : "decision.geen";
  return bv_say(publication, id, "reden", reaction->reason, NULL);
}

const char *bv_measure_names(bv_publication *publication) {
  const bv_front *front = &publication->document->front;
  const char **names = bv_calloc(publication->arena, front->measures.count + 1, sizeof *names);
  size_t count = 0;
  for (size_t i = 0; i < front->measures.count; i++) {
    const char *id = bv_sprintf(publication->arena, "measure.%s", front->measures.items[i]);
    const char *name = bv_say(publication, id, NULL);
    if (strcmp(front->measures.items[i], "geen") != 0)
      names[count++] = *name ? name : front->measures.items[i];
  }
  return bv_join(publication, names, count);
}

void bv_add_head(bv_publication *publication, const char *title, const char *subtitle) {
  const bv_front *front = &publication->document->front;
  xmlNode *head = head_of(publication);
  bv_tree_add_text(head, "title", title);
  if (*subtitle)
    bv_tree_add_text(head, "subtitle", subtitle);
  bv_tree_add_text(head, "running",
                   front->reference ? bv_sprintf(publication->arena, "%s · %s", title, front->reference) : title);
  if (front->author_organisation)
    bv_tree_add_text(head, "organisation", front->author_organisation);
}

static void add_fact(xmlNode *facts, const char *name, const char *value) {
  if (!value || !*value)
    return;
  xmlNode *fact = bv_tree_add_text(facts, "fact", value);
  bv_tree_set(fact, "name", name);
}

static const char *day(bv_publication *publication, bv_date date) {
  return date.year ? bv_date_dutch(publication->arena, date) : NULL;
}

/* "Daan, geboren 8 maart 2013 (13 jaar)" */
static void add_children(bv_publication *publication, xmlNode *facts) {
  const bv_front *front = &publication->document->front;
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *person = &front->persons.items[i];
    if (person->role != BV_ROLE_JEUGDIGE)
      continue;
    const char *line = person->name;
    if (person->born.year && front->date.year)
      line = bv_say(publication, "fact.child.line", "naam", person->name, "geboren", day(publication, person->born),
                    "leeftijd", bv_sprintf(publication->arena, "%d", bv_date_age(person->born, front->date)), NULL);
    add_fact(facts, bv_say(publication, "fact.child", NULL), line);
  }
}

static void add_parents(bv_publication *publication, xmlNode *facts) {
  const bv_front *front = &publication->document->front;
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *person = &front->persons.items[i];
    if (person->role != BV_ROLE_OUDER)
      continue;
    const char *id = person->authority == BV_JA    ? "fact.parent.authority"
                     : person->authority == BV_NEE ? "fact.parent.none"
                                                   : "fact.parent.line";
    add_fact(facts, bv_say(publication, "fact.parent", NULL),
             bv_say(publication, id, "wie", bv_person_full(publication, person), NULL));
  }
}

static void add_facts(bv_publication *publication) {
  const bv_front *front = &publication->document->front;
  xmlNode *facts = bv_tree_add(head_of(publication), "facts");
  add_fact(facts, bv_say(publication, "fact.reference", NULL), front->reference);
  add_fact(facts, bv_say(publication, "fact.date", NULL), day(publication, front->date));
  add_fact(facts, bv_say(publication, "fact.status", NULL),
           bv_say(publication, front->definitive ? "fact.status.definitief" : "fact.status.concept", NULL));
  add_fact(facts, bv_say(publication, "fact.author", NULL), bv_say(publication, "fact.author.line", NULL));
  add_fact(facts, bv_say(publication, "fact.measure", NULL), bv_measure_names(publication));
  add_fact(facts, bv_say(publication, "fact.urgent", NULL),
           front->urgent ? bv_say(publication, "fact.urgent.yes", NULL) : NULL);
  add_children(publication, facts);
  add_parents(publication, facts);
  add_fact(facts, bv_say(publication, "fact.hearing", NULL), day(publication, front->hearing));
  add_fact(facts, bv_say(publication, "fact.request", NULL), day(publication, front->request_received));
  add_fact(facts, bv_say(publication, "fact.inquiry", NULL), day(publication, front->inquiry_started));
  add_fact(facts, bv_say(publication, "fact.since", NULL), day(publication, front->measure_since));
  add_fact(facts, bv_say(publication, "fact.placed", NULL), day(publication, front->placed_since));
  add_fact(facts, bv_say(publication, "fact.expires", NULL), day(publication, front->expires));
  add_fact(facts, bv_say(publication, "fact.deadline", NULL), day(publication, front->reaction_deadline));
}

/* CONCEPT stays over every page until no error is left. */
static void add_stamp(bv_publication *publication) {
  size_t errors = bv_findings_count(publication->findings, BV_FOUT);
  size_t others = bv_findings_count(publication->findings, BV_WAARSCHUWING);
  if (errors == 0)
    return;
  xmlNode *head = head_of(publication);
  bv_tree_add_text(head, "stamp", bv_say(publication, "stamp", NULL));
  if (!publication->options->as_is)
    return;
  bv_value warnings = {"waarschuwingen", bv_sprintf(publication->arena, "%zu", others), others != 1, NULL};
  bv_value values = {"fouten", bv_sprintf(publication->arena, "%zu", errors), errors != 1, &warnings};
  bv_tree_add_text(head, "stamp-note", bv_texts_get(publication->texts, "stamp.findings", &values));
}

static void add_lead(void *context, const char *text) {
  bv_tree_set(bv_tree_add_text(context, "p", text), "kind", "legend");
}

void bv_publish_head(bv_publication *publication) {
  const bv_front *front = &publication->document->front;
  const char *kind = front->kind ? front->kind : "";
  const char *title = bv_say(publication, bv_sprintf(publication->arena, "title.%s", kind), NULL);
  bv_add_head(publication, *title ? title : kind, bv_say(publication, "court.subtitle", NULL));
  add_stamp(publication);
  add_facts(publication);
  bv_texts_each(publication->texts, "court.legend", add_lead, head_of(publication));
}
