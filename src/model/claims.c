/* Claims: which spans, divs and paragraphs are one, and what they inherit. */
#include <string.h>
#include <unicode/uchar.h>

#include "base/messages.h"
#include "base/same.h"
#include "base/utf8.h"
#include "model/resolve.h"

static const char *const label_classes[] = {NULL, "feit", "mening", "horen-zeggen"};

/* The first label that stands on the node itself; `count` receives how many do. */
static bv_label own_label(const bv_node *node, unsigned *count) {
  bv_label first = BV_LABEL_NONE;
  unsigned found = 0;
  for (size_t i = 0; i < node->attributes.classes.count; i++)
    for (int label = BV_LABEL_FEIT; label <= BV_LABEL_HOREN_ZEGGEN; label++)
      if (bv_same(node->attributes.classes.items[i].name, label_classes[label])) {
        found++;
        if (first == BV_LABEL_NONE)
          first = (bv_label)label;
      }
  if (count)
    *count = found;
  return first;
}

/* Text that answers or retells a claim makes none. */
static bool is_answer(const bv_node *node) { return bv_has_class(node, "reactie") || bv_has_class(node, "voor-ouders"); }

/* Whether the node lies in a reaction or a plain text. */
static bool in_answer(const bv_node *node) {
  while (node && !is_answer(node))
    node = node->parent;
  return node != NULL;
}

/* The nearest label around the node, not from beyond a .toelichting. `where` receives the node that bears it. */
static bv_label label_around(const bv_node *node, const bv_node **where) {
  for (node = node->parent; node; node = node->parent) {
    bv_label label = own_label(node, NULL);
    if (label != BV_LABEL_NONE) {
      *where = node;
      return label;
    }
    if (bv_has_class(node, "toelichting"))
      break;
  }
  return BV_LABEL_NONE;
}

static bool has_claim_attribute(const bv_node *node) {
  static const char *const keys[] = {"bron",      "datum",       "van",    "over",     "gesteld-door",  "gesteld-op",
                                     "status",    "noodzaak",    "ouders", "negeer",   "weerspreekt",   "vertrouwelijk",
                                     "overgenomen-uit"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (bv_own_attribute(node, keys[i]))
      return true;
  return bv_has_class(node, "diagnose");
}

/* Whether a span or div is a claim; `label` receives its label. */
static bool is_marked_claim(const bv_node *node, bv_label *label) {
  const bv_node *where;
  if (node->kind != BV_NODE_SPAN && node->kind != BV_NODE_DIV)
    return false;
  *label = own_label(node, NULL);
  if (*label == BV_LABEL_NONE && has_claim_attribute(node) && !bv_has_class(node, "toelichting"))
    *label = label_around(node, &where);
  return *label != BV_LABEL_NONE && !is_answer(node);
}

static bool has_word(const char *bytes, size_t length) {
  for (size_t i = 0, size; i < length; i += size) {
    uint32_t c = 0;
    size = bv_utf8_decode(bytes + i, length - i, &c);
    if (size == 0)
      size = 1;
    else if (u_isalnum((UChar32)c))
      return true;
  }
  return false;
}

/* Whether a word of the leaf stands in no span that is a claim. */
static bool has_bare_word(const bv_node *leaf) {
  for (size_t i = 0; i < leaf->text->run_count; i++) {
    const bv_run *run = &leaf->text->runs[i];
    bv_label label;
    const bv_node *span = run->span;
    while (span && span != leaf && !is_marked_claim(span, &label))
      span = span->parent;
    if ((!span || span == leaf) && has_word(leaf->text->bytes + run->start, run->end - run->start))
      return true;
  }
  return false;
}

/* Whether a paragraph is a claim because a header around it hands it a label. */
static bool is_handed_claim(const bv_node *node, bv_label *label) {
  const bv_node *where;
  if (node->kind != BV_NODE_PARAGRAPH && node->kind != BV_NODE_VERBATIM)
    return false;
  *label = label_around(node, &where);
  if (*label == BV_LABEL_NONE || where->kind != BV_NODE_SECTION)
    return false;
  for (const bv_node *around = node->parent; around != where; around = around->parent)
    if (around->claim)
      return false;
  return has_bare_word(node);
}

static void resolve_date(bv_claim *claim) {
  const bv_node *where = NULL;
  claim->date_attribute = bv_inherited_attribute(claim->element, "datum", &where);
  if (claim->date_attribute) {
    claim->date_origin = where == claim->element ? BV_DATE_FROM_SELF : BV_DATE_FROM_AROUND;
    bv_period_parse(claim->date_attribute->value, &claim->date);
    return;
  }
  for (size_t i = 0; i < claim->sources.count; i++)
    if (claim->sources.items[i]->date.first.year) {
      claim->date_origin = BV_DATE_FROM_SOURCE;
      claim->date = claim->sources.items[i]->date;
      return;
    }
}

static void resolve_diagnosis(bv_resolver *resolver, bv_claim *claim) {
  const bv_node *element = claim->element;
  claim->is_diagnosis = bv_has_class(element, "diagnose");
  const bv_attribute *by = bv_own_attribute(element, "gesteld-door");
  const bv_attribute *on = bv_own_attribute(element, "gesteld-op");
  const bv_attribute *status = bv_own_attribute(element, "status");
  bv_diagnosis *diagnosis = &claim->diagnosis;
  if (by) {
    diagnosis->by_text = by->value;
    bv_source_list sources = bv_named_sources(resolver, by);
    bv_person_list persons = bv_named_persons(resolver, by);
    if (sources.count)
      diagnosis->by_source = sources.items[0];
    else if (persons.count)
      diagnosis->by_person = persons.items[0];
  }
  if (on)
    bv_period_parse(on->value, &diagnosis->on);
  diagnosis->confirmed = status && strcmp(status->value, "bevestigd") == 0;
  diagnosis->unconfirmed = status && strcmp(status->value, "niet-bevestigd") == 0;
}

static const char *value_or_null(const bv_attribute *attribute) { return attribute ? attribute->value : NULL; }

static void resolve_withholding(const bv_resolver *resolver, bv_claim *claim) {
  const bv_node *where = NULL;
  claim->withheld_attribute = bv_inherited_attribute(claim->element, "vertrouwelijk", &where);
  claim->withheld_from = bv_withheld_from(resolver, claim->element);
  if (claim->withheld_attribute)
    claim->withheld_reason = value_or_null(bv_own_attribute(where, "reden"));
}

static const bv_claim *claim_around(const bv_node *node) {
  for (; node && !is_answer(node); node = node->parent)
    if (node->claim)
      return node->claim;
  return NULL;
}

static void add_claim(bv_resolver *resolver, bv_node *element, bv_label label) {
  bv_document *document = resolver->document;
  bv_part *part = (bv_part *)bv_part_of(document, element);
  bv_claim *claim = bv_alloc(document->arena, sizeof *claim);
  *claim = (bv_claim){.element = element, .range = element->range, .label = label, .part = part};
  own_label(element, &claim->own_labels);
  claim->around = claim_around(element->parent);
  claim->id = element->attributes.id;
  claim->number = bv_sprintf(document->arena, "%u.%zu", part->number, ++part->claim_count);
  claim->sources_attribute = bv_inherited_attribute(element, "bron", NULL);
  claim->sources = bv_named_sources(resolver, claim->sources_attribute);
  resolve_date(claim);
  claim->from_attribute = bv_inherited_attribute(element, "van", NULL);
  claim->from = bv_named_persons(resolver, claim->from_attribute);
  claim->about = bv_named_persons(resolver, bv_inherited_attribute(element, "over", NULL));
  claim->copied_attribute = bv_inherited_attribute(element, "overgenomen-uit", NULL);
  bv_source_list copied = bv_named_sources(resolver, claim->copied_attribute);
  claim->copied_from = copied.count ? copied.items[0] : NULL;
  claim->necessity = value_or_null(bv_own_attribute(element, "noodzaak"));
  claim->plain = value_or_null(bv_own_attribute(element, "ouders"));
  resolve_withholding(resolver, claim);
  resolve_diagnosis(resolver, claim);
  element->claim = claim;
  BV_PUSH(document->arena, &document->claims, claim);
}

/* Gives every claim its stretches of text: each stretch belongs to the innermost claim around it. */
static void collect_pieces(bv_document *document, const bv_node *leaf) {
  for (size_t i = 0; i < leaf->text->run_count; i++) {
    const bv_run *run = &leaf->text->runs[i];
    bv_claim *claim = (bv_claim *)claim_around(run->span ? run->span : leaf);
    if (!claim)
      continue;
    bv_piece *last = claim->pieces.count ? &claim->pieces.items[claim->pieces.count - 1] : NULL;
    if (last && last->leaf == leaf && last->end == run->start)
      last->end = run->end;
    else
      BV_PUSH(document->arena, &claim->pieces, (bv_piece){leaf, run->start, run->end});
  }
}

void bv_resolve_claims(bv_resolver *resolver) {
  bv_document *document = resolver->document;
  for (bv_node *node = document->root; node; node = bv_node_following(node, document->root)) {
    bv_label label;
    if (in_answer(node)) {
      if (own_label(node, NULL) != BV_LABEL_NONE)
        bv_findings_add(document->findings, BV_RULE_MARKUP_ATTRIBUUT, node->attributes.range, MSG_LABEL_IN_ANSWER);
    } else if (is_marked_claim(node, &label) || is_handed_claim(node, &label)) {
      add_claim(resolver, node, label);
    }
  }
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    if (node->text)
      collect_pieces(document, node);
}

/* The run that holds the byte. */
static const bv_run *run_at(const bv_text *text, uint32_t offset) {
  size_t low = 0, high = text->run_count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (text->runs[middle].start <= offset)
      low = middle;
    else
      high = middle;
  }
  return &text->runs[low];
}

const bv_claim *bv_claim_at(const bv_node *leaf, uint32_t offset) {
  const bv_node *span = leaf->text->run_count ? run_at(leaf->text, offset)->span : NULL;
  return claim_around(span ? span : leaf);
}

const char *bv_claim_text(bv_arena *arena, const bv_claim *claim) {
  size_t length = 1;
  for (size_t i = 0; i < claim->pieces.count; i++)
    length += claim->pieces.items[i].end - claim->pieces.items[i].start + 1;
  char *text = bv_alloc(arena, length), *at = text;
  for (size_t i = 0; i < claim->pieces.count; i++) {
    const bv_piece *piece = &claim->pieces.items[i];
    if (at > text && at[-1] != ' ')
      *at++ = ' ';
    memcpy(at, piece->leaf->text->bytes + piece->start, piece->end - piece->start);
    at += piece->end - piece->start;
  }
  while (at > text && at[-1] == ' ')
    *--at = '\0';
  return text;
}
