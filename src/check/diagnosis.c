/* Diagnoses: of each can be traced who made it, when, of which profession, and whether it was verified
 * (IGJ 5.1, 5.2, 8.2).
 *
 * One missing thing is said by one rule: a diagnosis out of an earlier report by diagnose/keten, one that only the
 * family tells of by diagnose/niet-geverifieerd, any other by diagnose/herkomst. */
#include <ctype.h>
#include <string.h>

#include "base/messages.h"
#include "check/age.h"
#include "check/check.h"
#include "check/passage.h"
#include "check/voice.h"
#include "lang/diagnoses.h"

/* How messages name the diagnosis of a claim: as it is named in the text, else the first words of the text. */
static const char *name_of(bv_arena *arena, const bv_claim *claim) {
  const char *text = bv_claim_text(arena, claim);
  bv_diagnosis_hits_list hits = bv_diagnosis_hits(arena, text, strlen(text));
  for (size_t i = 0; i < hits.count; i++)
    if (hits.items[i].certain)
      return bv_excerpt(arena, text + hits.items[i].start, hits.items[i].end - hits.items[i].start);
  return bv_excerpt(arena, text, strlen(text));
}

static bool is_earlier_report(const bv_report_source *source) {
  return source && source->kind == BV_SOURCE_EERDER_RAPPORT;
}

/* Taken over from an earlier report: said so, or without any other source. */
static bool is_copied(const bv_claim *claim) {
  if (claim->copied_from)
    return true;
  for (size_t i = 0; i < claim->sources.count; i++)
    if (!is_earlier_report(claim->sources.items[i]))
      return false;
  return claim->sources.count > 0;
}

/* The report it was copied from retells the diagnosis: it is not who made it. */
static bool lacks_maker(const bv_claim *claim) {
  const bv_diagnosis *diagnosis = &claim->diagnosis;
  if (bv_is_blank(diagnosis->by_text))
    return true;
  return is_earlier_report(diagnosis->by_source) || (claim->copied_from && diagnosis->by_source == claim->copied_from);
}

static bool lacks_day(const bv_claim *claim) { return !bv_own_attribute(claim->element, "gesteld-op"); }

/* Whether a professional gave the information: was spoken with, or wrote it. */
static bool is_professional(const bv_report_source *source) {
  if (source->person)
    return !bv_is_family(source->person);
  return source->kind != BV_SOURCE_GESPREK && source->kind != BV_SOURCE_OPSTELLER;
}

/* Whether only family or child tells of the diagnosis, and no report or word of a practitioner stands behind it. */
static bool is_only_told(const bv_claim *claim) {
  const bv_report_source *by = claim->diagnosis.by_source;
  if (by && is_professional(by))
    return false;
  bool from_family = claim->label == BV_LABEL_HOREN_ZEGGEN && claim->from.count > 0;
  for (size_t i = 0; i < claim->from.count; i++)
    from_family &= bv_is_family(claim->from.items[i]);
  if (from_family)
    return true;
  for (size_t i = 0; i < claim->sources.count; i++)
    if (!claim->sources.items[i]->person || !bv_is_family(claim->sources.items[i]->person))
      return false;
  return claim->sources.count > 0;
}

static void report_origin(bv_check *check, const bv_claim *claim) {
  bool who = lacks_maker(claim), when = lacks_day(claim);
  const char *lacking = who && when ? MSG_DIAGNOSIS_WHO_AND_WHEN : who ? MSG_DIAGNOSIS_WHO : MSG_DIAGNOSIS_WHEN;
  const char *advice = who && when ? MSG_DIAGNOSIS_WHO_AND_WHEN_ADVICE
                       : who       ? MSG_DIAGNOSIS_WHO_ADVICE
                                   : MSG_DIAGNOSIS_WHEN_ADVICE;
  const char *name = name_of(check->document->arena, claim);
  if (is_copied(claim))
    bv_report_claim(check, BV_RULE_DIAGNOSE_KETEN, claim, MSG_DIAGNOSIS_CHAIN, name, lacking)->suggestion = advice;
  else
    bv_report_claim(check, BV_RULE_DIAGNOSE_HERKOMST, claim, MSG_DIAGNOSIS_ORIGIN, name, lacking)->suggestion = advice;
}

/* An unconfirmed diagnosis says of itself that its origin is not known. */
static void check_origin(bv_check *check, const bv_claim *claim) {
  if (claim->diagnosis.unconfirmed)
    return;
  if (!is_copied(claim) && is_only_told(claim))
    bv_report_claim(check, BV_RULE_DIAGNOSE_NIET_GEVERIFIEERD, claim, MSG_DIAGNOSIS_ONLY_TOLD,
                    name_of(check->document->arena, claim))
        ->suggestion = MSG_DIAGNOSIS_ONLY_TOLD_ADVICE;
  else if (lacks_maker(claim) || lacks_day(claim))
    report_origin(check, claim);
}

/* Whether the profession stands in the description of a function, as words of its own or as the end of a compound:
 * "kinder- en jeugdpsychiater". A short word is only found on its own: a "dierenarts" is no "arts". */
static bool is_profession(const char *function, const char *profession) {
  enum { LONG_ENOUGH = 8 };
  size_t length = strlen(profession);
  for (const char *at = strcasestr(function, profession); at; at = strcasestr(at + 1, profession)) {
    bool begins = at == function || !isalpha((unsigned char)at[-1]);
    bool ends = !isalpha((unsigned char)at[length]);
    if (ends && (begins || length >= LONG_ENOUGH))
      return true;
  }
  return false;
}

static bool is_known_profession(const bv_config *config, const char *function) {
  for (size_t i = 0; i < config->profession_count; i++)
    if (is_profession(function, config->professions[i]))
      return true;
  return false;
}

static void check_profession(bv_check *check, const bv_claim *claim) {
  const bv_diagnosis *diagnosis = &claim->diagnosis;
  if ((!diagnosis->by_source && !diagnosis->by_person) || lacks_maker(claim))
    return;
  const char *name = name_of(check->document->arena, claim);
  const char *function =
      diagnosis->by_source ? bv_source_function(diagnosis->by_source) : diagnosis->by_person->function;
  const char *maker = diagnosis->by_source ? bv_source_voice(diagnosis->by_source) : diagnosis->by_person->name;
  if (bv_is_blank(function))
    bv_report_claim(check, BV_RULE_DIAGNOSE_BEVOEGDHEID, claim, MSG_DIAGNOSIS_NO_PROFESSION, name, maker)->suggestion =
        MSG_DIAGNOSIS_NO_PROFESSION_ADVICE;
  else if (!is_known_profession(check->config, function))
    bv_report_claim(check, BV_RULE_DIAGNOSE_BEVOEGDHEID, claim, MSG_DIAGNOSIS_OTHER_PROFESSION, name, maker, function)
        ->suggestion = MSG_DIAGNOSIS_OTHER_PROFESSION_ADVICE;
}

static void check_old(bv_check *check, const bv_claim *claim) {
  bv_arena *arena = check->document->arena;
  const bv_period *on = &claim->diagnosis.on;
  if (!bv_is_older(*on, check->config->old_after_years, check->today) || !bv_is_blank(claim->necessity))
    return;
  bv_report_claim(check, BV_RULE_DIAGNOSE_VEROUDERD, claim, MSG_DIAGNOSIS_OLD, name_of(arena, claim),
                  bv_period_dutch(arena, *on), bv_age_dutch(arena, on->last, check->today))
      ->suggestion = MSG_DIAGNOSIS_OLD_ADVICE;
}

/* The report of the practitioner: what gesteld-door names, else the documents that the claim rests on. */
static const bv_report_source *unheld_report(const bv_claim *claim) {
  const bv_report_source *by = claim->diagnosis.by_source;
  if (by)
    return by->held == BV_NEE ? by : NULL;
  for (size_t i = 0; i < claim->sources.count; i++)
    if (claim->sources.items[i]->held == BV_NEE)
      return claim->sources.items[i];
  return NULL;
}

static void check_held(bv_check *check, const bv_claim *claim) {
  const bv_report_source *report = unheld_report(claim);
  if (report)
    bv_report_claim(check, BV_RULE_DIAGNOSE_NIET_IN_BEZIT, claim, MSG_DIAGNOSIS_NOT_HELD,
                    name_of(check->document->arena, claim), report->id)
        ->suggestion = MSG_DIAGNOSIS_NOT_HELD_ADVICE;
}

static void check_tagged(bv_check *check) {
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    if (!claim->is_diagnosis)
      continue;
    check_origin(check, claim);
    check_profession(check, claim);
    check_old(check, claim);
    check_held(check, claim);
  }
}

/* A reaction or plain text answers or retells what stands elsewhere, and a heading states nothing. */
static bool is_statement(const bv_node *leaf) {
  if (leaf->kind == BV_NODE_HEADING)
    return false;
  for (const bv_node *node = leaf; node; node = node->parent)
    if (bv_has_class(node, "reactie") || bv_has_class(node, "voor-ouders"))
      return false;
  return true;
}

static bool is_in_diagnosis(const bv_claim *claim) {
  while (claim && !claim->is_diagnosis)
    claim = claim->around;
  return claim != NULL;
}

/* How the text speaks of it: as somebody of the family's, a suspicion, something of the past, or plainly. */
static const char *manner_of(const bv_diagnosis_hit *hit) {
  return hit->family      ? MSG_DIAGNOSIS_OF_RELATIVE
         : hit->suspected ? MSG_DIAGNOSIS_SUSPECTED
         : hit->past      ? MSG_DIAGNOSIS_PAST
                          : "";
}

/* One finding for each diagnosis in a claim, however often the claim names it. */
static void read_diagnoses(bv_check *check, const bv_passage *passage, void *state) {
  (void)state;
  const bv_node *leaf = passage->leaf;
  const bv_text *text = leaf->text;
  if (!is_statement(leaf))
    return;
  bv_diagnosis_hits_list hits = bv_diagnosis_hits_in(passage->scratch, &passage->tokens, check->names);
  const bv_claim *last_claim = NULL;
  const char *last_name = NULL;
  for (size_t i = 0; i < hits.count; i++) {
    const bv_diagnosis_hit *hit = &hits.items[i];
    const bv_claim *claim = bv_claim_at(leaf, hit->start);
    /* "Geen ADHD" names none, and quoted speech is never linted. */
    if (!hit->certain || hit->negated || hit->quoted || is_in_diagnosis(claim))
      continue;
    if (last_name && claim == last_claim && strcmp(last_name, hit->canonical) == 0)
      continue;
    last_claim = claim;
    last_name = hit->canonical;
    bv_report(check, BV_RULE_DIAGNOSE_ONGELABELD, bv_text_source_range(text, hit->start, hit->end), claim,
              MSG_DIAGNOSIS_UNTAGGED, bv_excerpt(passage->scratch, text->bytes + hit->start, hit->end - hit->start),
              manner_of(hit))
        ->suggestion = MSG_DIAGNOSIS_UNTAGGED_ADVICE;
  }
}

const bv_reader bv_reader_diagnoses = {.read = read_diagnoses};

bv_check_function *const bv_checks_diagnosis[] = {check_tagged, NULL};
