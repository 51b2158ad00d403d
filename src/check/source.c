/* Sources: each is complete, announced, approved and used; every claim rests on one (IGJ 3.3.2, 5.2, 8.2; RvdK). */
#include <string.h>

#include "base/messages.h"
#include "base/nearest.h"
#include "check/balance.h"
#include "check/check.h"
#include "check/copied.h"
#include "check/voice.h"
#include "lang/lists.h"

/* Which sources are cited, by their place in the front matter. */
typedef struct citations {
  const bv_front *front;
  bool *items;
  size_t looked_up, misspelt; /* ids of claims that name an unknown one */
} citations;

/* Finding the source that a misspelt id was meant for takes time: a hostile draft has very many. */
enum { MOST_LOOKED_UP = 20000, MOST_MISSPELT = 200, MOST_CANDIDATES = 500 };

static void cite(const citations *cited, const bv_report_source *source) {
  if (source)
    cited->items[source - cited->front->sources.items] = true;
}

/* A misspelt id does not make the source it was meant for unused: one fault, one finding. */
static void cite_misspelt(const citations *cited, const char *written) {
  const char *ids[MOST_CANDIDATES];
  size_t count = 0;
  for (size_t i = 0; i < cited->front->sources.count && count < MOST_CANDIDATES; i++)
    if (cited->front->sources.items[i].id)
      ids[count++] = cited->front->sources.items[i].id;
  const char *meant = bv_nearest(written, ids, count);
  for (size_t i = 0; meant && i < cited->front->sources.count; i++)
    if (cited->front->sources.items[i].id == meant)
      cited->items[i] = true;
}

static void take_id(void *context, const char *id, bv_range range) {
  citations *cited = context;
  (void)range;
  if (++cited->looked_up > MOST_LOOKED_UP)
    return;
  for (size_t i = 0; i < cited->front->sources.count && i < MOST_CANDIDATES; i++)
    if (cited->front->sources.items[i].id && strcmp(cited->front->sources.items[i].id, id) == 0)
      return;
  if (cited->misspelt++ < MOST_MISSPELT)
    cite_misspelt(cited, id);
}

/* Whether the claim names a source that does not exist. */
static bool names_unknown(const bv_claim *claim) {
  size_t named = claim->sources_attribute && *claim->sources_attribute->value ? 1 : 0;
  for (const char *at = named ? claim->sources_attribute->value : ""; *at; at++)
    named += *at == ',';
  return named > claim->sources.count;
}

static citations cited_sources(const bv_check *check) {
  const bv_document *document = check->document;
  bool *items = bv_calloc(document->arena, document->front.sources.count + 1, sizeof *items);
  citations cited = {.front = &document->front, .items = items};
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    for (size_t k = 0; k < claim->sources.count; k++)
      cite(&cited, claim->sources.items[k]);
    cite(&cited, claim->copied_from);
    cite(&cited, claim->diagnosis.by_source);
    if (names_unknown(claim) && cited.misspelt < MOST_MISSPELT)
      bv_each_id(document->arena, claim->sources_attribute, take_id, &cited);
  }
  return cited;
}

static void report_unused(bv_check *check, const bv_report_source *source) {
  bv_report(check, BV_RULE_BRON_ONGEBRUIKT, source->fields.range, NULL, MSG_SOURCE_UNUSED, bv_source_id(source))
      ->suggestion = MSG_SOURCE_UNUSED_ADVICE;
}

/* What a source of this kind must say about who made it, and does not; NULL when it does. */
static const char *missing_voice(const bv_report_source *source) {
  bool has_person = source->person || bv_is_declared(&source->fields, "persoon") || !bv_is_blank(source->author);
  bool has_office = has_person || !bv_is_blank(source->organisation);
  bool has_title = has_office || !bv_is_blank(source->title);
  switch (source->kind) {
  case BV_SOURCE_GESPREK:
    return has_person ? NULL : MSG_SOURCE_WHO_GESPREK;
  case BV_SOURCE_DOCUMENT:
    return has_person ? NULL : MSG_SOURCE_WHO_DOCUMENT;
  case BV_SOURCE_OBSERVATIE:
    return has_person ? NULL : MSG_SOURCE_WHO_OBSERVATIE;
  case BV_SOURCE_MELDING:
    return has_office ? NULL : MSG_SOURCE_WHO_MELDING;
  case BV_SOURCE_UITSPRAAK:
    return has_office ? NULL : MSG_SOURCE_WHO_UITSPRAAK;
  case BV_SOURCE_EERDER_RAPPORT:
  case BV_SOURCE_REGISTRATIE: /* "Raadsrapport", "Basisregistratie Personen": the title says whose it is */
    return has_title ? NULL : MSG_SOURCE_WHO_OFFICE;
  case BV_SOURCE_UNKNOWN:
  case BV_SOURCE_OPSTELLER:
    break;
  }
  return NULL;
}

static const char *advice_on_voice(const bv_report_source *source) {
  switch (source->kind) {
  case BV_SOURCE_GESPREK:
    return MSG_SOURCE_WITHOUT_PERSON_ADVICE;
  case BV_SOURCE_DOCUMENT:
  case BV_SOURCE_OBSERVATIE:
    return MSG_SOURCE_WITHOUT_WHO_ADVICE;
  default:
    return MSG_SOURCE_WITHOUT_OFFICE_ADVICE;
  }
}

static void check_complete(bv_check *check, const bv_report_source *source) {
  bv_range place = source->fields.range;
  const char *who = missing_voice(source), *id = bv_source_id(source);
  bool dated = source->date.first.year || bv_is_declared(&source->fields, "datum");
  if (who && !dated)
    bv_report(check, BV_RULE_BRON_ONVOLLEDIG, place, NULL, MSG_SOURCE_WITHOUT_BOTH, id, who)->suggestion =
        MSG_SOURCE_WITHOUT_BOTH_ADVICE;
  else if (who)
    bv_report(check, BV_RULE_BRON_ONVOLLEDIG, place, NULL, MSG_SOURCE_WITHOUT_WHO, id, who)->suggestion =
        advice_on_voice(source);
  else if (!dated)
    bv_report(check, BV_RULE_BRON_ONVOLLEDIG, place, NULL, MSG_SOURCE_WITHOUT_DATE, id)->suggestion =
        MSG_SOURCE_WITHOUT_DATE_ADVICE;
}

/* A parent or child knows of an own conversation or letter; others are announced to them beforehand (IGJ 3.3.2). */
static bool needs_announcement(const bv_report_source *source) {
  if (source->kind != BV_SOURCE_GESPREK && source->kind != BV_SOURCE_DOCUMENT)
    return false;
  return !source->person || (source->person->role != BV_ROLE_OUDER && source->person->role != BV_ROLE_JEUGDIGE);
}

static void check_announced(bv_check *check, const bv_report_source *source) {
  if (source->announced == BV_JA || !needs_announcement(source))
    return;
  bv_report(check, BV_RULE_BRON_NIET_AANGEKONDIGD, source->fields.range, NULL,
            source->announced == BV_NEE ? MSG_SOURCE_NOT_ANNOUNCED : MSG_SOURCE_ANNOUNCEMENT_UNSAID,
            bv_source_voice(source), bv_source_id(source))
      ->suggestion = MSG_SOURCE_NOT_ANNOUNCED_ADVICE;
}

static void check_approved(bv_check *check, const bv_report_source *source) {
  bool refused = source->approved == BV_NEE;
  if (source->kind != BV_SOURCE_GESPREK || source->approved == BV_JA || (refused && !bv_is_blank(source->reason)))
    return;
  bv_report(check, BV_RULE_BRON_NIET_GEACCORDEERD, source->fields.range, NULL,
            refused ? MSG_SOURCE_NOT_APPROVED : MSG_SOURCE_APPROVAL_UNSAID, bv_source_voice(source),
            bv_source_id(source))
      ->suggestion = refused ? MSG_SOURCE_NOT_APPROVED_ADVICE : MSG_SOURCE_APPROVAL_UNSAID_ADVICE;
}

/* Somebody of another organisation who was asked for an expert's view: behaviour and mind, or as a court's expert. */
static bool is_outside_expert(const bv_front *front, const bv_report_source *source) {
  const char *function = bv_source_function(source);
  if (source->kind != BV_SOURCE_DOCUMENT || !function)
    return false;
  if (source->organisation && front->author_organisation &&
      strcmp(source->organisation, front->author_organisation) == 0)
    return false;
  for (const char *const *expert = bv_list_experts; *expert; expert++)
    if (strcasestr(function, *expert))
      return true;
  return false;
}

/* What the author does not hold cannot be annexed: another rule speaks of that. */
static void check_annexed(bv_check *check, const bv_report_source *source) {
  if (source->annexed == BV_JA || source->held == BV_NEE || !is_outside_expert(&check->document->front, source))
    return;
  bv_report(check, BV_RULE_BRON_BIJLAGE, source->fields.range, NULL, MSG_SOURCE_NOT_ANNEXED, bv_source_voice(source),
            bv_source_function(source), bv_source_id(source))
      ->suggestion = MSG_SOURCE_NOT_ANNEXED_ADVICE;
}

/* The declared sources: the author, first in the list, is none of them. */
static void check_declared(bv_check *check) {
  const bv_front *front = &check->document->front;
  citations cited = cited_sources(check);
  for (size_t i = 1; i < front->sources.count; i++) {
    const bv_report_source *source = &front->sources.items[i];
    check_complete(check, source);
    check_announced(check, source);
    check_approved(check, source);
    if (cited.items[i])
      check_annexed(check, source);
    else
      report_unused(check, source);
  }
}

/* Of what was taken over bron/overgenomen says it. */
static void check_has_source(bv_check *check, const bv_claim *claim) {
  if (claim->copied_attribute || !bv_lacks_source(claim) ||
      !bv_is_outermost_without_source(claim))
    return;
  bv_place place = bv_label_place(claim);
  bv_report(check, BV_RULE_BRON_ONTBREEKT, place.range, place.claim,
            place.claim ? MSG_CLAIM_WITHOUT_SOURCE : MSG_CLAIMS_WITHOUT_SOURCE)
      ->suggestion = MSG_CLAIM_WITHOUT_SOURCE_ADVICE;
}

/* A fact all of whose sources are papers that the author has not seen. Of a diagnosis another rule says it. */
static void check_held(bv_check *check, const bv_claim *claim) {
  if (claim->label != BV_LABEL_FEIT || claim->is_diagnosis || claim->sources.count == 0)
    return;
  for (size_t i = 0; i < claim->sources.count; i++)
    if (claim->sources.items[i]->held != BV_NEE)
      return;
  const bv_report_source *source = claim->sources.items[0];
  bv_place place = bv_fault_place(claim, claim->sources_attribute);
  bv_report(check, BV_RULE_BRON_NIET_IN_BEZIT, place.range, place.claim, MSG_SOURCE_NOT_HELD, source->id,
            bv_source_voice(source))
      ->suggestion = MSG_SOURCE_NOT_HELD_ADVICE;
}

/* The one voice that all sources of the claim repeat, or NULL. Somebody who says the same in two conversations is no
 * copy. */
static const char *repeated_voice(const bv_claim *claim) {
  const bv_report_source *const *sources = claim->sources.items;
  if (claim->label == BV_LABEL_HOREN_ZEGGEN && claim->from.count == 1)
    return claim->from.items[0]->name;
  if (bv_one_voice(&claim->sources) && sources[0]->kind != BV_SOURCE_GESPREK)
    return bv_source_voice(sources[0]);
  if (claim->copied_from && claim->sources.count == 2 && sources[0] == claim->copied_from)
    return bv_source_voice(sources[1]);
  if (claim->copied_from && claim->sources.count == 2 && sources[1] == claim->copied_from)
    return bv_source_voice(sources[0]);
  return NULL;
}

/* Repetition is no confirmation (IGJ 5.3, NJi). */
static void check_one_voice(bv_check *check, const bv_claim *claim) {
  const char *voice = claim->sources.count < 2 ? NULL : repeated_voice(claim);
  if (!voice)
    return;
  bv_place place = bv_fault_place(claim, claim->sources_attribute);
  bv_report(check, BV_RULE_BRON_ZELFDE_STEM, place.range, place.claim, MSG_SOURCES_ONE_VOICE, claim->sources.count,
            voice)
      ->suggestion = MSG_SOURCES_ONE_VOICE_ADVICE;
}

static void check_claims(bv_check *check) {
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    check_has_source(check, claim);
    check_held(check, claim);
    check_one_voice(check, claim);
  }
}

bv_check_function *const bv_checks_source[] = {check_declared, check_claims, bv_check_copied, bv_check_balance, NULL};
