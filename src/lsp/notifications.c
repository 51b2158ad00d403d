/* What the editor tells: documents that open, change and close. */
#include "base/messages.h"
#include "lsp/session.h"

static void settle(bv_lsp_session *s, bv_lsp_document *document) {
  if (!bv_lsp_document_settle(document))
    bv_lsp_show(s, MSG_LSP_SETTINGS_WRONG, document->uri);
}

/* Takes the document out of the list, and its findings out of the editor. */
static void close_document(bv_lsp_session *s, bv_lsp_document **at) {
  bv_lsp_document *document = *at;
  *at = document->next;
  bv_lsp_publish(s, document->uri, NULL, json_array());
  bv_lsp_document_free(document);
}

static void did_open(bv_lsp_session *s, const json_t *params) {
  const json_t *item = json_object_get(params, "textDocument"), *text = json_object_get(item, "text");
  const char *uri = json_string_value(json_object_get(item, "uri"));
  if (!uri || !json_is_string(text))
    return;
  bv_lsp_document **old = bv_lsp_find(s, uri), *document;
  if (*old)
    close_document(s, old);
  document = bv_lsp_document_new(uri, &s->client, s->host);
  if (!bv_lsp_document_edit(document, NULL, json_string_value(text), json_string_length(text))) {
    bv_lsp_document_free(document);
    bv_lsp_show(s, MSG_LSP_TEXT_LOST, uri);
    return;
  }
  document->version = json_integer_value(json_object_get(item, "version"));
  document->next = s->documents;
  s->documents = document;
  settle(s, document);
}

/* One change: of a range, or of the whole text. */
static bool change(bv_lsp_document *document, const json_t *item) {
  const json_t *text = json_object_get(item, "text"), *json = json_object_get(item, "range");
  bv_range range;
  if (!json_is_string(text) || (json && !bv_lsp_read_range(document, json, &range)))
    return false;
  return bv_lsp_document_edit(document, json ? &range : NULL, json_string_value(text), json_string_length(text));
}

static void did_change(bv_lsp_session *s, const json_t *params) {
  const char *uri = bv_lsp_uri_of(params);
  bv_lsp_document **at = bv_lsp_find(s, uri), *document = *at;
  const json_t *changes = json_object_get(params, "contentChanges");
  size_t i;
  json_t *item;
  if (!document)
    return;
  bool good = json_is_array(changes);
  json_array_foreach(changes, i, item) good = good && change(document, item);
  document->version = json_integer_value(BV_LSP_PATH(params, "textDocument", "version"));
  if (good)
    return;
  bv_lsp_show(s, MSG_LSP_TEXT_LOST, uri); /* better no findings than findings in the wrong places */
  close_document(s, at);
}

static void did_close(bv_lsp_session *s, const json_t *params) {
  bv_lsp_document **at = bv_lsp_find(s, bv_lsp_uri_of(params));
  if (*at)
    close_document(s, at);
}

/* Whatever was saved may have been the settings, or a kind of document. */
static void files_changed(bv_lsp_session *s, const json_t *params) {
  (void)params;
  for (bv_lsp_document *document = s->documents; document; document = document->next)
    settle(s, document);
}

static void leave(bv_lsp_session *s, const json_t *params) {
  (void)params;
  s->done = true;
}

const bv_lsp_notification bv_lsp_notifications[] = {{"exit", leave},
                                                    {"textDocument/didOpen", did_open},
                                                    {"textDocument/didChange", did_change},
                                                    {"textDocument/didClose", did_close},
                                                    {"textDocument/didSave", files_changed},
                                                    {"workspace/didChangeWatchedFiles", files_changed},
                                                    {"workspace/didChangeConfiguration", files_changed},
                                                    {NULL, NULL}};
