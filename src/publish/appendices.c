#include "publish/appendices.h"

#include <string.h>

#include "base/buf.h"
#include "check/age.h"
#include "lang/diagnoses.h"
#include "lang/lists.h"
#include "publish/head.h"
#include "publish/notes.h"
#include "publish/people.h"
#include "publish/table.h"

typedef struct claim_list {
  const bv_claim **items;
  size_t count, capacity;
} claim_list;

/* What a source is to claims, in the order of the document. */
typedef struct resting {
  claim_list based;     /* it is their source */
  claim_list copied;    /* they were taken over from it */
  claim_list diagnosed; /* the diagnosis in them was made in it */
} resting;

static void add_resting(bv_arena *arena, claim_list *list, const bv_claim *claim) {
  if (!list->count || list->items[list->count - 1] != claim)
    BV_PUSH(arena, list, claim);
}

static resting *claims_by_source(bv_publication *publication) {
  const bv_document *document = publication->document;
  const bv_report_source *first = document->front.sources.items;
  resting *all = bv_calloc(publication->arena, document->front.sources.count + 1, sizeof *all);
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    for (size_t s = 0; s < bv_listed(claim->sources.count); s++)
      add_resting(publication->arena, &all[claim->sources.items[s] - first].based, claim);
    if (claim->copied_from)
      add_resting(publication->arena, &all[claim->copied_from - first].copied, claim);
    if (claim->diagnosis.by_source)
      add_resting(publication->arena, &all[claim->diagnosis.by_source - first].diagnosed, claim);
  }
  return all;
}

static void add_p(xmlNode *section, const char *text) { bv_tree_add_text(section, "p", text); }

/* Who speaks in a source: name, function, organisation. */
static const char *voice_line(bv_publication *publication, const bv_report_source *source) {
  const bv_person *person = source->person;
  const char *parts[3] = {person ? person->name : source->author,
                          source->function ? source->function
                          : person         ? person->function
                                           : NULL,
                          source->organisation ? source->organisation
                          : person             ? person->organisation
                                               : NULL};
  if (person && !parts[1])
    parts[1] = person->role == BV_ROLE_OUDER || person->relation ? bv_person_short(publication, person) : NULL;
  bv_buf line = bv_buf_new(publication->arena);
  for (int i = 0; i < 3; i++)
    if (parts[i])
      bv_buf_printf(&line, "%s%s", line.length ? ", " : "", parts[i]);
  return bv_buf_string(&line);
}

/* The claims that rest on a source; those that only were taken over from it, or name it as where a diagnosis was made,
 * are said to. */
static void add_resting_cell(bv_publication *publication, xmlNode *row, const resting *claims) {
  xmlNode *cell = bv_add_cell(row, "");
  const struct { const claim_list *list; const char *id; } others[] = {{&claims->copied, "sources.copied"},
                                                                      {&claims->diagnosed, "sources.diagnosed"}};
  bv_add_claim_links(publication, cell, claims->based.items, claims->based.count);
  bool any = claims->based.count > 0;
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    if (!others[i].list->count)
      continue;
    bv_tree_text(cell, any ? "; " : "");
    bv_tree_text(cell, bv_say(publication, others[i].id, NULL));
    bv_tree_text(cell, " ");
    bv_add_claim_links(publication, cell, others[i].list->items, others[i].list->count);
    any = true;
  }
}

/* "document: Onderzoeksverslag (bijlage bij dit stuk)" */
static const char *what_line(bv_publication *publication, const bv_report_source *source) {
  const char *kind = bv_say(publication, bv_sprintf(publication->arena, "source.kind.%s", source->kind_name), NULL);
  const char *what = *kind ? kind : source->kind_name;
  if (source->title)
    what = bv_say(publication, "source.titled", "soort", what, "titel", source->title, NULL);
  if (source->interpreter == BV_JA)
    what = bv_say(publication, "source.interpreted", "wat", what, NULL);
  if (source->annexed == BV_JA)
    what = bv_say(publication, "source.annexed", "wat", what, NULL);
  if (source->kind == BV_SOURCE_GESPREK && source->approved == BV_NEE && source->reason)
    what = bv_say(publication, "source.unapproved", "wat", what, "reden", source->reason, NULL);
  return what;
}

static void add_source_row(bv_publication *publication, xmlNode *table, const bv_report_source *source,
                           const resting *claims) {
  bv_arena *arena = publication->arena;
  xmlNode *row = bv_add_row(table);
  bv_tree_set(row, "id", bv_sprintf(arena, "bron-%u", source->number));
  bv_add_cell(row, bv_sprintf(arena, "%u", source->number));
  bv_add_cell(row, what_line(publication, source));
  bv_add_cell(row, voice_line(publication, source));
  bv_add_cell(row, source->date.first.year ? bv_period_dutch(arena, source->date) : NULL);
  bool conversation = source->kind == BV_SOURCE_GESPREK;
  bv_add_cell(row, conversation ? bv_say(publication, "answer.none", NULL) : bv_answer_text(publication, source->held));
  bv_add_cell(row, bv_answer_text(publication, source->announced));
  bv_add_cell(row, conversation ? bv_answer_text(publication, source->approved) : bv_say(publication, "answer.none", NULL));
  add_resting_cell(publication, row, claims);
}

static void add_sources(bv_publication *publication, xmlNode *section) {
  static const char *const columns[] = {"column.source",   "column.what",   "column.who",
                                        "column.date",     "column.held",   "column.announced",
                                        "column.approved", "column.claims", NULL};
  const bv_front *front = &publication->document->front;
  resting *claims = claims_by_source(publication);
  xmlNode *table = bv_add_table(publication, section, "sources", "caption.sources", columns);
  for (size_t i = 0; i < front->sources.count; i++)
    if (front->sources.items[i].kind != BV_SOURCE_OPSTELLER)
      add_source_row(publication, table, &front->sources.items[i], &claims[i]);
  for (size_t i = 0; i < front->sources.count; i++) {
    if (front->sources.items[i].kind != BV_SOURCE_OPSTELLER || !claims[i].based.count)
      continue;
    xmlNode *own = bv_tree_add_text(section, "p", bv_say(publication, "sources.author", NULL));
    bv_tree_text(own, " ");
    bv_add_claim_links(publication, own, claims[i].based.items, claims[i].based.count);
    bv_tree_text(own, ".");
  }
}

/* Where the words that name a diagnosis end: an adjective takes its noun with it, "autistische trekken". */
static size_t named_to(bv_arena *arena, const char *text, const bv_diagnosis_hit *hit) {
  const char *name = bv_strndup(arena, text + hit->start, hit->end - hit->start);
  if (text[hit->end] != ' ' || !bv_has_ending(name, bv_list_naming_endings))
    return hit->end;
  return hit->end + 1 + strcspn(text + hit->end + 1, " .,;:!?()\"");
}

/* The diagnoses that the claim's text names, in its own words: another name may say more. The whole text when
 * nothing in it is surely one. */
static const char *diagnosis_of(bv_publication *publication, const bv_claim *claim) {
  const char *text = bv_claim_text(publication->arena, claim);
  bv_diagnosis_hits_list hits = bv_diagnosis_hits(publication->arena, text, strlen(text));
  bv_buf names = bv_buf_new(publication->arena);
  for (size_t i = 0; i < hits.count; i++) {
    const bv_diagnosis_hit *hit = &hits.items[i];
    bool said = !hit->certain; /* an everyday word */
    for (size_t k = 0; k < i && !said; k++)
      said = strcmp(hits.items[k].canonical, hit->canonical) == 0 && hits.items[k].negated == hit->negated;
    if (!said)
      bv_buf_printf(&names, "%s%s%.*s", names.length ? ", " : "", hit->negated ? "geen " : "",
                    (int)(named_to(publication->arena, text, hit) - hit->start), text + hit->start);
  }
  return names.length ? bv_buf_string(&names) : text;
}

static void add_diagnosis_row(bv_publication *publication, xmlNode *table, const bv_claim *claim) {
  const bv_diagnosis *diagnosis = &claim->diagnosis;
  xmlNode *row = bv_add_row(table);
  bv_add_claim_links(publication, bv_add_cell(row, ""), &claim, 1);
  bv_add_cell(row, diagnosis_of(publication, claim));
  bv_add_cell(row, bv_persons_short(publication, &claim->about));
  bv_add_cell(row, bv_diagnosed_by(publication, diagnosis));
  bv_add_cell(row, diagnosis->on.first.year ? bv_period_dutch(publication->arena, diagnosis->on) : NULL);
  xmlNode *sources = bv_add_cell(row, "");
  for (size_t i = 0; i < bv_listed(claim->sources.count); i++) {
    bv_tree_text(sources, i ? ", " : "");
    bv_add_source_link(publication, sources, claim->sources.items[i]);
  }
  bv_add_cell(row, bv_say(publication, diagnosis->confirmed ? "diagnosis.confirmed" : "diagnosis.unconfirmed", NULL));
}

static void add_diagnoses(bv_publication *publication, xmlNode *section) {
  static const char *const columns[] = {"column.claim", "column.diagnosis", "column.whom", "column.by",
                                        "column.date",  "column.source.of", "column.confirmed", NULL};
  const bv_document *document = publication->document;
  xmlNode *table = NULL;
  for (size_t i = 0; i < document->claims.count; i++) {
    if (!document->claims.items[i]->is_diagnosis)
      continue;
    if (!table)
      table = bv_add_table(publication, section, "diagnoses", "caption.diagnoses", columns);
    add_diagnosis_row(publication, table, document->claims.items[i]);
  }
  if (!table)
    add_p(section, bv_say(publication, "diagnoses.none", NULL));
}

static void add_old(bv_publication *publication, xmlNode *section) {
  static const char *const columns[] = {"column.claim", "column.date", "column.age", "column.necessity", NULL};
  const bv_document *document = publication->document;
  xmlNode *table = NULL;
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (!bv_is_old_claim(publication, claim))
      continue;
    if (!table)
      table = bv_add_table(publication, section, "old", "caption.old", columns);
    xmlNode *row = bv_add_row(table);
    bv_add_claim_links(publication, bv_add_cell(row, ""), &claim, 1);
    bv_add_cell(row, bv_period_dutch(publication->arena, claim->date));
    bv_add_cell(row, bv_age_dutch(publication->arena, claim->date.last, document->front.date));
    bv_add_cell(row, claim->necessity ? claim->necessity : bv_say(publication, "old.no-necessity", NULL));
  }
  if (!table)
    add_p(section, bv_say(publication, "old.none", NULL));
}

static void add_hearing_row(bv_publication *publication, xmlNode *table, const bv_reaction *reaction) {
  bv_arena *arena = publication->arena;
  xmlNode *row = bv_add_row(table);
  bv_add_cell(row,
              reaction->from ? bv_person_short(publication, reaction->from) : bv_say(publication, "somebody", NULL));
  bv_add_cell(row, reaction->date.first.year ? bv_period_dutch(arena, reaction->date) : NULL);
  xmlNode *target = bv_add_cell(row, "");
  const bv_index_entry *anchor = reaction->section ? bv_index_first(&publication->anchors, reaction->section) : NULL;
  if (reaction->claim)
    bv_add_claim_links(publication, target, &reaction->claim, 1);
  else if (anchor)
    bv_add_link(target, bv_sprintf(arena, "#%s", (const char *)anchor->item),
                reaction->section->first_child->text->bytes);
  xmlNode *decision = bv_add_cell(row, "");
  size_t index = (size_t)(reaction - publication->document->reactions.items) + 1;
  bv_add_link(decision, bv_sprintf(arena, "#reactie-%zu", index), bv_decision_text(publication, reaction));
}

/* Parents and children of twelve or older from whom there is no reaction, and why. */
static void add_unheard(bv_publication *publication, xmlNode *section) {
  const bv_front *front = &publication->document->front;
  xmlNode *list = NULL;
  for (size_t i = 0; i < front->persons.count; i++) {
    const bv_person *person = &front->persons.items[i];
    if (!person->no_reaction && !person->no_interview)
      continue;
    if (!list)
      list = bv_tree_add(section, "list");
    if (person->no_interview)
      bv_tree_add_text(bv_tree_add(list, "item"), "p",
                       bv_say(publication, "hearing.no-interview", "wie", bv_person_short(publication, person), "reden",
                              person->no_interview, NULL));
    if (person->no_reaction)
      bv_tree_add_text(bv_tree_add(list, "item"), "p",
                       bv_say(publication, "hearing.no-reaction", "wie", bv_person_short(publication, person), "reden",
                              person->no_reaction, NULL));
  }
}

static void add_hearing(bv_publication *publication, xmlNode *section) {
  static const char *const columns[] = {"column.from", "column.date", "column.claim.or.part", "column.decision", NULL};
  const bv_document *document = publication->document;
  if (document->front.reaction_deadline.year)
    add_p(section, bv_say(publication, "hearing.deadline", NULL));
  if (document->reactions.count) {
    xmlNode *table = bv_add_table(publication, section, "hearing", "caption.hearing", columns);
    for (size_t i = 0; i < document->reactions.count; i++)
      add_hearing_row(publication, table, &document->reactions.items[i]);
  } else {
    add_p(section, bv_say(publication, "hearing.none", NULL));
  }
  add_unheard(publication, section);
}

void bv_publish_appendices(bv_publication *publication) {
  static const struct { const char *id, *title; void (*write)(bv_publication *, xmlNode *); } appendices[] = {
      {"bijlage-a", "appendix.sources", add_sources},       {"bijlage-b", "appendix.diagnoses", add_diagnoses},
      {"bijlage-c", "appendix.old", add_old},               {"bijlage-d", "appendix.hearing", add_hearing},
      {"bijlage-e", "appendix.matrix", bv_appendix_matrix}, {"bijlage-f", "appendix.timeline", bv_appendix_timeline},
      {"bijlage-g", "appendix.account", bv_appendix_account}};
  for (size_t i = 0; i < sizeof appendices / sizeof *appendices; i++) {
    xmlNode *section =
        bv_add_section(publication->body, appendices[i].id, "appendix", bv_say(publication, appendices[i].title, NULL));
    bv_tree_set(section, "number", bv_sprintf(publication->arena, "%c", 'A' + (int)i));
    appendices[i].write(publication, section);
  }
}
