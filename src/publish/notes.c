#include "publish/notes.h"

#include <string.h>

#include "base/buf.h"
#include "check/age.h"
#include "publish/people.h"

static void add_part(bv_buf *line, const char *part) {
  if (!part || !*part)
    return;
  if (line->length)
    bv_buf_puts(line, ", ");
  bv_buf_puts(line, part);
}

/* The author of a document with the function in brackets; without an author the organisation. */
static const char *maker_of(bv_publication *publication, const bv_report_source *source) {
  if (!source->author)
    return source->organisation;
  return source->function ? bv_sprintf(publication->arena, "%s (%s)", source->author, source->function)
                          : source->author;
}

const char *bv_describe_source(bv_publication *publication, const bv_report_source *source) {
  bv_buf line = bv_buf_new(publication->arena);
  if (source->kind == BV_SOURCE_OPSTELLER)
    return bv_say(publication, "source.author", NULL);
  if (source->kind == BV_SOURCE_GESPREK && source->person)
    add_part(&line,
             bv_say(publication, "source.conversation", "persoon", bv_person_short(publication, source->person), NULL));
  else
    add_part(&line, source->title ? source->title : source->kind_name);
  if (source->kind != BV_SOURCE_GESPREK || !source->person)
    add_part(&line, maker_of(publication, source));
  if (source->date.first.year)
    add_part(&line, bv_period_dutch(publication->arena, source->date));
  return bv_buf_string(&line);
}

void bv_add_source_link(bv_publication *publication, xmlNode *parent, const bv_report_source *source) {
  bv_arena *arena = publication->arena;
  const char *number = bv_sprintf(arena, "%u", source->number);
  if (source->kind == BV_SOURCE_OPSTELLER)
    bv_tree_text(parent, bv_say(publication, "source.author", NULL));
  else
    bv_add_link(parent, bv_sprintf(arena, "#bron-%s", number),
                bv_say(publication, "source.number", "nr", number, NULL));
}

static xmlNode *add_note(xmlNode *notes, const char *kind) {
  xmlNode *note = bv_tree_add(notes, "note");
  bv_tree_set(note, "kind", kind);
  return note;
}

static bool has_source(const bv_claim *claim, const bv_report_source *source) {
  for (size_t i = 0; claim && i < bv_listed(claim->sources.count); i++)
    if (claim->sources.items[i] == source)
      return true;
  return false;
}

/* An opinion of the author's own organisation is its judgement. */
static bool is_judgement(const bv_publication *publication, const bv_claim *claim, const bv_report_source *source) {
  return claim->label == BV_LABEL_MENING && bv_is_own_voice(publication, source);
}

static void add_source(bv_publication *publication, xmlNode *notes, const bv_claim *claim,
                       const bv_report_source *source, const bv_claim *previous) {
  if (source->kind == BV_SOURCE_OPSTELLER) {
    bool judgement = claim->label == BV_LABEL_MENING;
    bv_tree_text(add_note(notes, judgement ? "judgement" : "source"),
                 bv_say(publication, judgement ? "note.judgement" : "note.author", NULL));
    return;
  }
  if (is_judgement(publication, claim, source))
    bv_tree_text(add_note(notes, "judgement"), bv_say(publication, "note.judgement", NULL));
  xmlNode *note = add_note(notes, "source");
  bv_add_source_link(publication, note, source);
  if (has_source(previous, source)) {
    bv_tree_set(note, "brief", "yes");
    return;
  }
  bv_tree_text(note, ": ");
  bv_tree_text(note, bv_describe_source(publication, source));
}

/* "20 tot en met 24 augustus 2026": a month or year that both days share is said once. */
static const char *short_period(bv_publication *publication, bv_period period) {
  bv_date first = period.first, last = period.last;
  const char *text = bv_period_dutch(publication->arena, period);
  if (period.precision != BV_PRECISION_PERIOD || first.year != last.year)
    return text;
  const char *until = bv_date_dutch(publication->arena, last), *from = bv_date_dutch(publication->arena, first);
  if (first.month == last.month)
    return bv_sprintf(publication->arena, "%d tot en met %s", first.day, until);
  return bv_sprintf(publication->arena, "%.*s tot en met %s", (int)(strrchr(from, ' ') - from), from, until);
}

/* Whether a source of the claim, and so its description, is of that same date. */
static bool is_date_of_source(const bv_publication *publication, const bv_claim *claim) {
  const char *date = bv_period_iso(publication->arena, claim->date);
  for (size_t i = 0; i < bv_listed(claim->sources.count); i++)
    if (claim->sources.items[i]->date.first.year &&
        strcmp(bv_period_iso(publication->arena, claim->sources.items[i]->date), date) == 0)
      return true;
  return false;
}

/* The date of what the claim tells, where that is not the date of its sources; of old information always, since the
 * description of a source is not repeated. */
static void add_date(bv_publication *publication, xmlNode *notes, const bv_claim *claim) {
  if (!claim->date.first.year || (is_date_of_source(publication, claim) && !bv_is_old_claim(publication, claim)))
    return;
  bv_tree_text(add_note(notes, "date"),
               bv_say(publication, "note.date", "datum", short_period(publication, claim->date), NULL));
}

static void add_copied(bv_publication *publication, xmlNode *notes, const bv_claim *claim) {
  xmlNode *note = add_note(notes, "copied");
  bv_tree_text(note, bv_say(publication, "note.copied", NULL));
  bv_tree_text(note, " ");
  bv_add_source_link(publication, note, claim->copied_from);
  bv_tree_text(note, ": ");
  bv_tree_text(note, bv_describe_source(publication, claim->copied_from));
}

bool bv_is_old_claim(const bv_publication *publication, const bv_claim *claim) {
  return bv_is_older(claim->date, publication->config->old_after_years, publication->document->front.date);
}

static void add_age(bv_publication *publication, xmlNode *notes, const bv_claim *claim) {
  if (!bv_is_old_claim(publication, claim) && !claim->necessity)
    return;
  const char *id = !bv_is_old_claim(publication, claim) ? "note.necessity"
                   : claim->necessity                   ? "note.old"
                                                        : "note.old.bare";
  bv_tree_text(add_note(notes, "old"),
               bv_say(publication, id, "noodzaak", claim->necessity, "jaar",
                      bv_number_dutch(publication->arena, publication->config->old_after_years), NULL));
}

const char *bv_diagnosed_by(bv_publication *publication, const bv_diagnosis *diagnosis) {
  if (diagnosis->by_person)
    return bv_person_short(publication, diagnosis->by_person);
  if (!diagnosis->by_source)
    return diagnosis->by_text;
  const bv_report_source *source = diagnosis->by_source;
  const char *maker = source->person ? bv_person_short(publication, source->person) : maker_of(publication, source);
  return maker ? maker : source->title;
}

/* Whether the author holds a report of who made the diagnosis: what gesteld-door names, else a document that the claim
 * rests on. */
static bool holds_report(const bv_claim *claim) {
  const bv_report_source *by = claim->diagnosis.by_source;
  bool held = by && by->kind != BV_SOURCE_GESPREK && by->held == BV_JA;
  for (size_t i = 0; !by && !held && i < claim->sources.count; i++)
    held = claim->sources.items[i]->kind == BV_SOURCE_DOCUMENT && claim->sources.items[i]->held == BV_JA;
  return held;
}

static void add_diagnosis(bv_publication *publication, xmlNode *notes, const bv_claim *claim) {
  const bv_diagnosis *diagnosis = &claim->diagnosis;
  const char *by = bv_diagnosed_by(publication, diagnosis);
  const char *on = diagnosis->on.first.year ? bv_period_dutch(publication->arena, diagnosis->on) : NULL;
  const char *id = by && on ? "note.diagnosis" : by ? "note.diagnosis.undated" : "note.diagnosis.nobody";
  xmlNode *note = add_note(notes, diagnosis->confirmed ? "diagnosis" : "unconfirmed");
  bv_tree_add_text(
      note, "strong",
      bv_say(publication, diagnosis->confirmed ? "note.diagnosis.confirmed" : "note.diagnosis.unconfirmed", NULL));
  bv_tree_text(note, " ");
  bv_tree_text(note, bv_say(publication, id, "wie", by, "datum", on, NULL));
  if (!holds_report(claim))
    bv_tree_text(add_note(notes, "not-held"), bv_say(publication, "note.diagnosis.not-held", NULL));
}

static void add_contradictions(bv_publication *publication, xmlNode *notes, const bv_claim *claim) {
  if (claim->contradicts) {
    xmlNode *note = add_note(notes, "contradicts");
    bv_tree_text(note, bv_say(publication, "note.contradicts", NULL));
    bv_tree_text(note, " ");
    bv_add_link(note, bv_sprintf(publication->arena, "#punt-%s", claim->contradicts->number),
                claim->contradicts->number);
  }
  xmlNode *note = NULL;
  for (const bv_index_entry *entry = bv_index_first(&publication->contradictions, claim); entry;
       entry = bv_index_next(&publication->contradictions, entry)) {
    const bv_claim *other = entry->item;
    if (!note) {
      note = add_note(notes, "contradicted");
      bv_tree_text(note, bv_say(publication, "note.contradicted", NULL));
    } else {
      bv_tree_text(note, ",");
    }
    bv_tree_text(note, " ");
    bv_add_link(note, bv_sprintf(publication->arena, "#punt-%s", other->number), other->number);
  }
}

/* Who reacted to the claim: the reaction stands behind it, perhaps on the next page. */
static void add_reactions(bv_publication *publication, xmlNode *notes, const bv_claim *claim) {
  const bv_reaction *first = publication->document->reactions.items;
  for (const bv_index_entry *entry = bv_index_first(&publication->reactions, claim); entry;
       entry = bv_index_next(&publication->reactions, entry)) {
    const bv_reaction *reaction = entry->item;
    const char *who = reaction->from ? bv_person_short(publication, reaction->from) : bv_say(publication, "somebody", NULL);
    bv_add_link(add_note(notes, "reacted"), bv_sprintf(publication->arena, "#reactie-%zu", (size_t)(reaction - first) + 1),
                bv_say(publication, "note.reaction", "wie", who, NULL));
  }
}

void bv_add_notes(bv_publication *publication, xmlNode *parent, const bv_claim *claim, const bv_claim *previous) {
  xmlNode *notes = bv_tree_add(parent, "notes");
  bv_tree_set(notes, "of", claim->number);
  size_t listed = bv_listed(claim->sources.count);
  for (size_t i = 0; i < listed; i++)
    add_source(publication, notes, claim, claim->sources.items[i], previous);
  if (listed < claim->sources.count)
    bv_tree_text(add_note(notes, "source"),
                 bv_say(publication, "note.more", "aantal",
                        bv_sprintf(publication->arena, "%zu", claim->sources.count - listed), NULL));
  if (!claim->sources.count)
    bv_tree_text(add_note(notes, "missing"), bv_say(publication, "note.no-source", NULL));
  if (claim->label == BV_LABEL_HOREN_ZEGGEN && claim->from.count)
    bv_tree_text(add_note(notes, "hearsay"),
                 bv_say(publication, "note.hearsay", "wie", bv_persons_short(publication, &claim->from), NULL));
  add_date(publication, notes, claim);
  if (claim->copied_from)
    add_copied(publication, notes, claim);
  add_age(publication, notes, claim);
  if (claim->is_diagnosis)
    add_diagnosis(publication, notes, claim);
  add_contradictions(publication, notes, claim);
  add_reactions(publication, notes, claim);
  if (claim->withheld_attribute)
    bv_tree_text(add_note(notes, "withheld"),
                 bv_say(publication, claim->withheld_reason ? "note.withheld" : "note.withheld.bare", "wie",
                        bv_persons_short(publication, &claim->withheld_from), "reden", claim->withheld_reason, NULL));
  bv_tree_drop_if_empty(notes);
}
