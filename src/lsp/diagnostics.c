/* Findings as diagnostics. */
#include "base/messages.h"
#include "lsp/features.h"

/* Severities of the protocol. */
static int severity_of(const bv_finding *finding) {
  static const int severities[] = {[BV_FOUT] = 1, [BV_WAARSCHUWING] = 2, [BV_ADVIES] = 3};
  return severities[finding->severity];
}

static json_t *message_of(const bv_finding *finding) {
  if (finding->suggestion)
    return json_sprintf(MSG_LSP_DIAGNOSTIC_ADVICE, finding->message, finding->norm, finding->suggestion);
  return json_sprintf(MSG_LSP_DIAGNOSTIC, finding->message, finding->norm);
}

bv_range bv_lsp_shown(const bv_document *model, const bv_finding *finding) {
  if (finding->range.end > finding->range.start)
    return finding->range;
  return bv_source_line(model->source, bv_source_position(model->source, finding->range.start).line);
}

json_t *bv_lsp_diagnostic(bv_lsp_document *document, const bv_finding *finding) {
  return json_pack("{s:o, s:i, s:s, s:s, s:o}", "range",
                   bv_lsp_model_range(document, bv_lsp_shown(document->model, finding)), "severity",
                   severity_of(finding), "code", bv_rule_info_of(finding->rule)->name, "source", "bronvast", "message",
                   message_of(finding));
}

json_t *bv_lsp_diagnostics(bv_lsp_document *document) {
  json_t *all = json_array();
  if (document->error)
    json_array_append_new(all,
                          json_pack("{s:o, s:i, s:s, s:s, s:s}", "range", bv_lsp_text_range(document, (bv_range){0, 0}),
                                    "severity", 1, "code", bv_rule_info_of(BV_RULE_MARKUP_VOORBLAD)->name, "source",
                                    "bronvast", "message", document->error));
  for (size_t i = 0; document->model && i < document->model->findings->count; i++)
    if (!document->model->findings->items[i].suppressed)
      json_array_append_new(all, bv_lsp_diagnostic(document, &document->model->findings->items[i]));
  return all;
}
