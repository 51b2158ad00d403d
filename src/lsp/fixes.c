/* Quick fixes: for a finding, the changes that the writer most likely wants. What only the writer can know is left to
 * fill in, and a finding says so until that is done: nothing is made up. Drafts in XML get none. */
#include <string.h>

#include "base/messages.h"
#include "lsp/edits.h"
#include "lsp/features.h"

enum { MOST_FIXES = 100 };

/* The fixes for one finding on their way. */
typedef struct fixing {
  bv_arena *arena;
  bv_lsp_document *document;
  const bv_document *model;
  const bv_finding *finding;
  const bv_claim *claim; /* that the finding is about, or NULL */
  const bv_node *node;   /* with the attributes that a missing one belongs to, or NULL */
  json_t *all;
} fixing;

static json_t *workspace_edit(fixing *f, const bv_lsp_edits *edits) {
  json_t *list = json_array();
  for (size_t i = 0; i < edits->count; i++)
    json_array_append_new(list, json_pack("{s:o, s:s}", "range", bv_lsp_model_range(f->document, edits->items[i].range),
                                          "newText", edits->items[i].text));
  if (!f->document->client->document_changes)
    return json_pack("{s:{s:o}}", "changes", f->document->uri, list);
  return json_pack("{s:[{s:{s:s, s:I}, s:o}]}", "documentChanges", "textDocument", "uri", f->document->uri, "version",
                   f->document->version, "edits", list);
}

static void offer(fixing *f, const char *title, const bv_lsp_edits *edits, bool preferred) {
  if (json_array_size(f->all) >= MOST_FIXES)
    return;
  json_t *fix = json_pack("{s:s, s:s, s:[o], s:o}", "title", title, "kind", "quickfix", "diagnostics",
                          bv_lsp_diagnostic(f->document, f->finding), "edit", workspace_edit(f, edits));
  if (preferred)
    json_object_set_new(fix, "isPreferred", json_true());
  json_array_append_new(f->all, fix);
}

static void offer_wrap(fixing *f, bv_range range, const char *title, const char *attributes) {
  bv_lsp_edits edits = {0};
  if (bv_lsp_wrap(f->arena, f->model, range, attributes, &edits))
    offer(f, title, &edits, false);
}

static void offer_attributes(fixing *f, const bv_node *node, const char *words) {
  bv_lsp_edits edits = {0};
  if (node && bv_lsp_add_attributes(f->arena, f->model, node, words, &edits))
    offer(f, bv_sprintf(f->arena, MSG_LSP_FIX_ADD, words), &edits, false);
}

/* The node that begins the finding's place, or the innermost one around it, that has attributes. */
static const bv_node *node_at(const bv_document *model, bv_range range) {
  const bv_node *found = NULL;
  for (const bv_node *node = model->root, *next; node; node = next) {
    bool around = node->range.start <= range.start && range.start < node->range.end;
    next = around || node == model->root ? bv_node_following(node, model->root)
                                         : bv_node_following_skip(node, model->root);
    if (around && node->attributes.range.end > node->attributes.range.start)
      found = node;
  }
  return found;
}

static const bv_claim *claim_of(const bv_document *model, const bv_finding *finding) {
  for (size_t i = 0; finding->claim && i < model->claims.count; i++)
    if (strcmp(model->claims.items[i]->number, finding->claim) == 0)
      return model->claims.items[i];
  return NULL;
}

/* The leaf and the place of the sentence that holds a byte; NULL: none. */
static const bv_sentence *sentence_at(const bv_document *model, uint32_t offset, bv_range *range) {
  for (size_t i = 0; i < model->sentences.count; i++) {
    const bv_sentence *sentence = &model->sentences.items[i];
    if (offset < sentence->leaf->range.start || offset >= sentence->leaf->range.end)
      continue;
    *range = bv_text_source_range(sentence->leaf->text, sentence->start, sentence->end);
    if (range->start <= offset && offset < range->end)
      return sentence;
  }
  return NULL;
}

/* " bron=…" unless what stands around the text has a source already. */
static const char *source_to_fill_in(const bv_node *leaf) {
  return bv_inherited_attribute(leaf, "bron", NULL) ? "" : " bron=" BV_LSP_FILL_IN;
}

static void fix_unlabelled(fixing *f) {
  bv_range range;
  const bv_sentence *sentence = sentence_at(f->model, f->finding->range.start, &range);
  if (!sentence || sentence->leaf->kind != BV_NODE_PARAGRAPH)
    return;
  const char *source = source_to_fill_in(sentence->leaf);
  offer_wrap(f, f->finding->range, MSG_LSP_FIX_FACT, bv_sprintf(f->arena, ".feit%s", source));
  offer_wrap(f, f->finding->range, MSG_LSP_FIX_OPINION, bv_sprintf(f->arena, ".mening%s", source));
  offer_wrap(f, f->finding->range, MSG_LSP_FIX_OWN_OPINION, ".mening bron=opsteller");
  offer_wrap(f, f->finding->range, MSG_LSP_FIX_HEARSAY,
             bv_sprintf(f->arena, ".horen-zeggen%s van=" BV_LSP_FILL_IN, source));
}

static void fix_source(fixing *f) {
  if (f->node && bv_own_attribute(f->node, "bron"))
    return; /* is there, and names nobody: that is mended on the front matter */
  offer_attributes(f, f->node, "bron=" BV_LSP_FILL_IN);
  if (f->finding->rule == BV_RULE_LABEL_MENING_ZONDER_HOUDER)
    offer_attributes(f, f->node, "bron=opsteller");
}

/* The word of "bedoelt u …?", or NULL. */
static const char *suggested_word(bv_arena *arena, const bv_finding *finding) {
  const char *hole = strstr(MSG_DID_YOU_MEAN, "%s"), *suggestion = finding->suggestion;
  size_t before = (size_t)(hole - MSG_DID_YOU_MEAN), behind = strlen(hole + 2);
  size_t length = suggestion ? strlen(suggestion) : 0;
  if (length <= before + behind || strncmp(suggestion, MSG_DID_YOU_MEAN, before) != 0 ||
      strcmp(suggestion + length - behind, hole + 2) != 0)
    return NULL;
  return bv_strndup(arena, suggestion + before, length - before - behind);
}

static void fix_misspelt(fixing *f) {
  const char *word = suggested_word(f->arena, f->finding), *bytes = f->model->source->bytes;
  bv_range range = f->finding->range;
  if (!word || range.end <= range.start)
    return;
  bool marked = strchr(".#", bytes[range.start]) != NULL;
  const char *text = strchr(".#", *word) ? word + 1 : word; /* the mark stays where it stood */
  bv_lsp_edits edits = {0};
  BV_PUSH(f->arena, &edits, (bv_lsp_edit){{range.start + marked, range.end}, text});
  offer(f, bv_sprintf(f->arena, MSG_LSP_FIX_WORD, word), &edits, true);
}

static void fix_unknown_source(fixing *f) {
  fix_misspelt(f);
  bv_lsp_edits edits = {0};
  bv_range range = f->finding->range;
  const char *id = bv_strndup(f->arena, f->model->source->bytes + range.start, range.end - range.start);
  if (bv_lsp_declare_source(f->arena, f->model, id, &edits))
    offer(f, bv_sprintf(f->arena, MSG_LSP_FIX_DECLARE, id), &edits, false);
}

#define CONFIRMED "gesteld-door=" BV_LSP_FILL_IN " gesteld-op=" BV_LSP_FILL_IN " status=bevestigd"
#define UNCONFIRMED "status=niet-bevestigd"

static void fix_untagged_diagnosis(fixing *f) {
  const bv_node *element = f->claim ? f->claim->element : NULL;
  if (element && element->kind == BV_NODE_SPAN) {
    offer_attributes(f, element, ".diagnose " CONFIRMED);
    offer_attributes(f, element, ".diagnose " UNCONFIRMED);
    return;
  }
  bv_range range;
  const bv_sentence *sentence = sentence_at(f->model, f->finding->range.start, &range);
  if (!sentence || sentence->leaf->kind != BV_NODE_PARAGRAPH)
    return;
  const char *source = f->claim ? "" : source_to_fill_in(sentence->leaf);
  offer_wrap(f, range, MSG_LSP_FIX_DIAGNOSIS,
             bv_sprintf(f->arena, "%s.diagnose%s " CONFIRMED, f->claim ? "" : ".feit ", source));
  offer_wrap(f, range, MSG_LSP_FIX_TOLD_DIAGNOSIS,
             bv_sprintf(f->arena, "%s.diagnose%s " UNCONFIRMED, f->claim ? "" : ".mening ", source));
}

static void fix_diagnosis_origin(fixing *f) {
  if (!f->node)
    return;
  bool who = bv_own_attribute(f->node, "gesteld-door"), when = bv_own_attribute(f->node, "gesteld-op");
  if (!who || !when)
    offer_attributes(f, f->node,
                     who    ? "gesteld-op=" BV_LSP_FILL_IN
                     : when ? "gesteld-door=" BV_LSP_FILL_IN
                            : "gesteld-door=" BV_LSP_FILL_IN " gesteld-op=" BV_LSP_FILL_IN);
  if (!bv_own_attribute(f->node, "status"))
    offer_attributes(f, f->node, UNCONFIRMED);
}

/* Rules whose fix is an attribute that is missing. An empty reason is a finding of its own. */
static const struct {
  bv_rule rule;
  const char *key, *words;
} missing[] = {{BV_RULE_LABEL_HOREN_ZEGGEN_ZONDER_VAN, "van", "van=" BV_LSP_FILL_IN},
               {BV_RULE_BRON_OVERGENOMEN, "overgenomen-uit", "overgenomen-uit=" BV_LSP_FILL_IN},
               {BV_RULE_DATUM_ONTBREEKT, "datum", "datum=" BV_LSP_FILL_IN},
               {BV_RULE_DATUM_VEROUDERD, "noodzaak", "noodzaak=\"\""},
               {BV_RULE_DIAGNOSE_VEROUDERD, "noodzaak", "noodzaak=\"\""},
               {BV_RULE_DIAGNOSE_NIET_GEVERIFIEERD, "status", UNCONFIRMED},
               {BV_RULE_WEDERHOOR_PLAATS, "op", "op=" BV_LSP_FILL_IN},
               {BV_RULE_WEDERHOOR_ONVERWERKT, "besluit", "besluit=" BV_LSP_FILL_IN},
               {BV_RULE_WEDERHOOR_ONVERWERKT, "reden", "reden=\"\""},
               {BV_RULE_PRIVACY_VERTROUWELIJK_ZONDER_REDEN, "reden", "reden=\"\""},
               {BV_RULE_NEGEER_ZONDER_REDEN, "reden", "reden=\"\""}};

static void fix_missing(fixing *f) {
  for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
    if (missing[i].rule == f->finding->rule && f->node && !bv_own_attribute(f->node, missing[i].key)) {
      offer_attributes(f, f->node, missing[i].words);
      return; /* a reason is only asked of a decision that is there */
    }
}

/* What makes a draft unfit for the court is to be mended: whoever wants an exception there writes it by hand. */
static void fix_by_exception(fixing *f) {
  bv_lsp_edits edits = {0};
  const char *rule = bv_rule_info_of(f->finding->rule)->name;
  const bv_node *element = f->claim ? f->claim->element : NULL;
  bv_range range = f->finding->range;
  bool to_mend = f->finding->severity == BV_FOUT || f->finding->rule == BV_RULE_NEGEER_OVERBODIG;
  if (!element || range.start < element->range.start || range.start >= element->range.end || to_mend)
    return;
  if (bv_lsp_add_exception(f->arena, f->model, element, rule, &edits))
    offer(f, bv_sprintf(f->arena, MSG_LSP_FIX_EXCEPTION, rule), &edits, false);
}

static const struct {
  bv_rule rule;
  void (*fix)(fixing *f);
} fixers[] = {{BV_RULE_LABEL_ONTBREEKT, fix_unlabelled},
              {BV_RULE_LABEL_MENING_ZONDER_HOUDER, fix_source},
              {BV_RULE_BRON_ONTBREEKT, fix_source},
              {BV_RULE_BRON_ONBEKEND, fix_unknown_source},
              {BV_RULE_MARKUP_VERWIJZING, fix_misspelt},
              {BV_RULE_MARKUP_ONBEKEND_ATTRIBUUT, fix_misspelt},
              {BV_RULE_MARKUP_VOORBLAD, fix_misspelt},
              {BV_RULE_NEGEER_ONBEKENDE_REGEL, fix_misspelt},
              {BV_RULE_DIAGNOSE_ONGELABELD, fix_untagged_diagnosis},
              {BV_RULE_DIAGNOSE_HERKOMST, fix_diagnosis_origin},
              {BV_RULE_DIAGNOSE_KETEN, fix_diagnosis_origin}};

static void fix_finding(fixing *f) {
  f->claim = claim_of(f->model, f->finding);
  f->node = node_at(f->model, f->finding->range);
  for (size_t i = 0; i < sizeof fixers / sizeof *fixers; i++)
    if (fixers[i].rule == f->finding->rule)
      fixers[i].fix(f);
  fix_missing(f);
  fix_by_exception(f);
}

json_t *bv_lsp_fixes(bv_arena *arena, bv_lsp_document *document, bv_range range) {
  fixing f = {.arena = arena, .document = document, .model = document->model, .all = json_array()};
  if (!f.model || bv_lsp_is_xml(document) || !document->client->action_literals)
    return f.all;
  bv_range place = {bv_lsp_to_model(document, range.start), bv_lsp_to_model(document, range.end)};
  for (size_t i = 0; i < f.model->findings->count && json_array_size(f.all) < MOST_FIXES; i++) {
    f.finding = &f.model->findings->items[i];
    if (!f.finding->suppressed && f.finding->range.start <= place.end && place.start <= f.finding->range.end)
      fix_finding(&f);
  }
  return f.all;
}
