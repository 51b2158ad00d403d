/* Labels: every claim bears exactly one, an opinion has a holder, hearsay says from whom (IGJ 5.2, 5.3). */
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "check/check.h"
#include "check/voice.h"
#include "lang/sentences.h"

/* The runs of the leaf that the last sentence lay in: sentences come in order, so a leaf's runs are walked once. */
typedef struct cursor {
  const bv_node *leaf;
  size_t run;
} cursor;

/* From the first word of a sentence that stands outside every claim to the last one directly behind it. */
typedef struct bare {
  uint32_t start, end; /* equal when every word is covered */
  bool whole;          /* no word of the sentence is covered */
} bare;

/* Widens `found` with the words between `start` and `end`; tells whether there are any. */
static bool add_words(bv_arena *arena, const bv_text *text, uint32_t start, uint32_t end, bare *found) {
  if (!bv_has_word(text->bytes + start, end - start))
    return false;
  bv_stretches words = bv_words_of(arena, text->bytes + start, end - start);
  if (words.count == 0)
    return false;
  if (found->start == found->end)
    found->start = start + words.items[0].start;
  found->end = start + words.items[words.count - 1].end;
  return true;
}

static bare find_bare(bv_arena *arena, const bv_sentence *sentence, cursor *at) {
  const bv_text *text = sentence->leaf->text;
  bare found = {.whole = true};
  bool closed = false;
  if (at->leaf != sentence->leaf)
    *at = (cursor){sentence->leaf, 0};
  while (at->run < text->run_count && text->runs[at->run].end <= sentence->start)
    at->run++;
  for (size_t i = at->run; i < text->run_count && text->runs[i].start < sentence->end; i++) {
    uint32_t start = text->runs[i].start > sentence->start ? text->runs[i].start : sentence->start;
    uint32_t end = text->runs[i].end < sentence->end ? text->runs[i].end : sentence->end;
    if (bv_claim_at(sentence->leaf, start)) {
      found.whole = false;
      closed = found.end > found.start;
    } else if (!closed) {
      add_words(arena, text, start, end, &found);
    }
  }
  return found;
}

static void check_unlabelled(bv_check *check) {
  const bv_document *document = check->document;
  cursor at = {0};
  for (size_t i = 0; i < document->sentences.count; i++) {
    const bv_sentence *sentence = &document->sentences.items[i];
    if (sentence->exempt)
      continue;
    bare found = find_bare(document->arena, sentence, &at);
    if (found.start == found.end)
      continue;
    const bv_text *text = sentence->leaf->text;
    bv_finding *finding;
    if (found.whole)
      finding = bv_report(check, BV_RULE_LABEL_ONTBREEKT, bv_text_source_range(text, sentence->start, sentence->end),
                          NULL, MSG_LABEL_MISSING);
    else
      finding = bv_report(check, BV_RULE_LABEL_ONTBREEKT, bv_text_source_range(text, found.start, found.end), NULL,
                          MSG_LABEL_MISSING_WORDS,
                          bv_excerpt(document->arena, text->bytes + found.start, found.end - found.start));
    finding->suggestion = found.whole ? MSG_LABEL_MISSING_ADVICE : MSG_LABEL_MISSING_WORDS_ADVICE;
  }
}

/* "feit en mening" when two or more different labels stand on the node itself, else NULL. */
static const char *labels_on(bv_arena *arena, const bv_node *node) {
  static const struct {
    const char *name, *words;
  } labels[] = {{"feit", "feit"}, {"mening", "mening"}, {"horen-zeggen", "horen zeggen"}};
  const char *own[sizeof labels / sizeof *labels];
  size_t count = 0;
  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
    if (bv_has_class(node, labels[i].name))
      own[count++] = labels[i].words;
  return count > 1 ? bv_enumerate(arena, own, count, MSG_AND) : NULL;
}

static void check_double(bv_check *check) {
  const bv_document *document = check->document;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    if (node->attributes.classes.count < 2)
      continue;
    const char *labels = labels_on(document->arena, node);
    if (labels)
      bv_report(check, BV_RULE_LABEL_DUBBEL, node->claim ? node->range : node->attributes.range, node->claim,
                MSG_LABEL_TWICE, labels)
          ->suggestion = MSG_LABEL_TWICE_ADVICE;
  }
}

/* Whether somebody can be named who thinks what the source says. A court, a register or an office speaks as an
 * organisation; behind a conversation, an observation or a document stands a person. */
static bool has_holder(const bv_report_source *source) {
  if (source->kind == BV_SOURCE_OPSTELLER || source->person || bv_is_declared(&source->fields, "persoon") ||
      !bv_is_blank(source->author))
    return true;
  bool is_personal =
      source->kind == BV_SOURCE_GESPREK || source->kind == BV_SOURCE_OBSERVATIE || source->kind == BV_SOURCE_DOCUMENT;
  return !is_personal && !bv_is_blank(source->organisation);
}

/* The source that leaves an opinion without a holder: the only one, or the first of several that all do; else NULL. */
static const bv_report_source *voiceless_source(const bv_claim *claim) {
  for (size_t i = 0; i < claim->sources.count; i++)
    if (has_holder(claim->sources.items[i]))
      return NULL;
  return claim->sources.count ? claim->sources.items[0] : NULL;
}

/* A source without a voice is one fault, however many opinions rest on it: said at the first of them. */
static void report_voiceless(bv_check *check, const bv_claim *const *first, const size_t *count) {
  const bv_front *front = &check->document->front;
  for (size_t i = 0; i < front->sources.count; i++) {
    if (!first[i])
      continue;
    bv_finding *finding = count[i] == 1 ? bv_report_claim(check, BV_RULE_LABEL_MENING_ZONDER_HOUDER, first[i],
                                                          MSG_OPINION_OF_NOBODY, front->sources.items[i].id)
                                        : bv_report_claim(check, BV_RULE_LABEL_MENING_ZONDER_HOUDER, first[i],
                                                          MSG_OPINIONS_OF_NOBODY, front->sources.items[i].id, count[i]);
    finding->suggestion = MSG_OPINION_OF_NOBODY_ADVICE;
  }
}

static void check_holder(bv_check *check) {
  const bv_document *document = check->document;
  const bv_front *front = &document->front;
  const bv_claim **first = bv_calloc(document->arena, front->sources.count + 1, sizeof *first);
  size_t *count = bv_calloc(document->arena, front->sources.count + 1, sizeof *count);
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (claim->label != BV_LABEL_MENING)
      continue;
    if (bv_lacks_source(claim)) {
      if (bv_is_outermost_without_source(claim) && !claim->copied_attribute) {
        bv_place place = bv_label_place(claim);
        bv_finding *finding = bv_report(check, BV_RULE_LABEL_MENING_ZONDER_HOUDER, place.range, place.claim,
                                        place.claim ? MSG_OPINION_WITHOUT_SOURCE : MSG_OPINIONS_WITHOUT_SOURCE);
        finding->suggestion = MSG_OPINION_WITHOUT_SOURCE_ADVICE;
      }
      continue;
    }
    const bv_report_source *voiceless = voiceless_source(claim);
    if (!voiceless)
      continue;
    size_t index = (size_t)(voiceless - front->sources.items);
    if (!first[index])
      first[index] = claim;
    count[index]++;
  }
  report_voiceless(check, first, count);
}

/* The person from whom a source is said to have it, and who is that source; else NULL. */
static const bv_person *own_informant(const bv_claim *claim) {
  for (size_t i = 0; i < claim->from.count && i < BV_MOST_NAMED; i++)
    for (size_t k = 0; k < claim->sources.count && k < BV_MOST_NAMED; k++)
      if (bv_speaks(claim->sources.items[k], claim->from.items[i]))
        return claim->from.items[i];
  return NULL;
}

static void check_hearsay(bv_check *check) {
  for (size_t i = 0; i < check->document->claims.count; i++) {
    const bv_claim *claim = check->document->claims.items[i];
    if (claim->label != BV_LABEL_HOREN_ZEGGEN)
      continue;
    const bv_person *informant = own_informant(claim);
    if (informant) {
      bv_place place = bv_fault_place(claim, claim->from_attribute);
      bv_report(check, BV_RULE_LABEL_HOREN_ZEGGEN_ZONDER_VAN, place.range, place.claim, MSG_HEARSAY_OF_ONESELF,
                informant->name)
          ->suggestion = MSG_HEARSAY_OF_ONESELF_ADVICE;
    } else if (!claim->from_attribute || bv_is_blank(claim->from_attribute->value)) {
      bv_place place = bv_label_place(claim);
      bv_report(check, BV_RULE_LABEL_HOREN_ZEGGEN_ZONDER_VAN, place.range, place.claim, MSG_HEARSAY_FROM_NOBODY)
          ->suggestion = MSG_HEARSAY_FROM_NOBODY_ADVICE;
    }
  }
}

bv_check_function *const bv_checks_label[] = {check_unlabelled, check_double, check_holder, check_hearsay, NULL};
