/* What the editor asks. */
#include <string.h>

#include "base/messages.h"
#include "bronvast.h"
#include "lsp/features.h"
#include "lsp/session.h"

/* The document of a request; NULL after a failure. */
static bv_lsp_document *document_of(bv_lsp_session *s, const json_t *params, bv_lsp_failure *f) {
  const char *uri = bv_lsp_uri_of(params);
  bv_lsp_document *document = uri ? *bv_lsp_find(s, uri) : NULL;
  if (!uri)
    bv_lsp_refuse(f, BV_LSP_INVALID_PARAMS, MSG_LSP_PARAMETERS);
  else if (!document)
    bv_lsp_refuse(f, BV_LSP_INVALID_PARAMS, MSG_LSP_NOT_OPEN);
  return document;
}

/* The same with the place in its text, and checked. */
static bv_lsp_document *place_of(bv_lsp_session *s, const json_t *params, uint32_t *at, bv_lsp_failure *f) {
  bv_lsp_document *document = document_of(s, params, f);
  if (document && !bv_lsp_read_position(document, json_object_get(params, "position"), at)) {
    bv_lsp_refuse(f, BV_LSP_INVALID_PARAMS, MSG_LSP_PARAMETERS);
    return NULL;
  }
  return document;
}

static json_t *capabilities(const bv_lsp_session *s) {
  return json_pack("{s:s, s:{s:b, s:i, s:{s:b}}, s:b, s:{s:[s,s,s,s]}, s:b, s:b, s:b, s:{s:[s]}}", "positionEncoding",
                   bv_lsp_encoding_name(s->client.encoding), "textDocumentSync", "openClose", 1, "change", 2, "save",
                   "includeText", 0, "hoverProvider", 1, "completionProvider", "triggerCharacters", "{", ".", "=", ",",
                   "definitionProvider", 1, "referencesProvider", 1, "documentSymbolProvider", 1, "codeActionProvider",
                   "codeActionKinds", "quickfix");
}

/* The first that the editor names and we know. */
static bv_lsp_encoding choose_encoding(const json_t *encodings) {
  size_t i;
  json_t *item;
  bv_lsp_encoding encoding = BV_LSP_UTF16;
  json_array_foreach(encodings, i,
                     item) if (json_is_string(item) && bv_lsp_encoding_find(json_string_value(item), &encoding)) break;
  return encoding;
}

static bool lists(const json_t *list, const char *word) {
  size_t i;
  json_t *item;
  json_array_foreach(list, i, item) if (json_is_string(item) && strcmp(json_string_value(item), word) == 0) return true;
  return false;
}

static json_t *initialize(bv_lsp_session *s, const json_t *params, bv_lsp_failure *f) {
  if (s->initialized)
    return bv_lsp_refuse(f, BV_LSP_INVALID_REQUEST, MSG_LSP_TWICE);
  const json_t *can = json_object_get(params, "capabilities"), *text = json_object_get(can, "textDocument");
  s->client = (bv_lsp_client){
      .encoding = choose_encoding(BV_LSP_PATH(can, "general", "positionEncodings")),
      .markdown = lists(BV_LSP_PATH(text, "hover", "contentFormat"), "markdown"),
      .document_changes = json_is_true(BV_LSP_PATH(can, "workspace", "workspaceEdit", "documentChanges")),
      .hierarchical_symbols = json_is_true(BV_LSP_PATH(text, "documentSymbol", "hierarchicalDocumentSymbolSupport")),
      .action_literals = json_is_object(BV_LSP_PATH(text, "codeAction", "codeActionLiteralSupport"))};
  s->initialized = true;
  return json_pack("{s:o, s:{s:s, s:s}}", "capabilities", capabilities(s), "serverInfo", "name", "bronvast", "version",
                   bv_version());
}

static json_t *shut_down(bv_lsp_session *s, const json_t *params, bv_lsp_failure *f) {
  (void)params, (void)f;
  s->shut_down = true;
  return json_null();
}

typedef json_t *at_place(bv_arena *arena, bv_lsp_document *document, uint32_t at);

static json_t *answer_at(bv_lsp_session *s, const json_t *params, bv_lsp_failure *f, at_place *answer) {
  uint32_t at;
  bv_lsp_document *document = place_of(s, params, &at, f);
  if (!document)
    return NULL;
  bv_lsp_document_check(document);
  bv_arena *arena = bv_arena_new();
  json_t *result = answer(arena, document, at);
  bv_arena_free(arena);
  return result;
}

static json_t *hover(bv_lsp_session *s, const json_t *params, bv_lsp_failure *f) {
  return answer_at(s, params, f, bv_lsp_hover);
}

static json_t *definition(bv_lsp_session *s, const json_t *params, bv_lsp_failure *f) {
  return answer_at(s, params, f, bv_lsp_definition);
}

static json_t *references(bv_lsp_session *s, const json_t *params, bv_lsp_failure *f) {
  bool declaration = json_is_true(BV_LSP_PATH(params, "context", "includeDeclaration"));
  uint32_t at;
  bv_lsp_document *document = place_of(s, params, &at, f);
  if (!document)
    return NULL;
  bv_lsp_document_check(document);
  bv_arena *arena = bv_arena_new();
  json_t *result = bv_lsp_references(arena, document, at, declaration);
  bv_arena_free(arena);
  return result;
}

static json_t *completion(bv_lsp_session *s, const json_t *params, bv_lsp_failure *f) {
  uint32_t at;
  bv_lsp_document *document = place_of(s, params, &at, f);
  if (!document)
    return NULL;
  if (!bv_lsp_can_complete(document, at))
    return json_array();
  return answer_at(s, params, f, bv_lsp_complete);
}

static json_t *symbols(bv_lsp_session *s, const json_t *params, bv_lsp_failure *f) {
  bv_lsp_document *document = document_of(s, params, f);
  if (!document)
    return NULL;
  bv_lsp_document_check(document);
  bv_arena *arena = bv_arena_new();
  json_t *result = bv_lsp_symbols(arena, document);
  bv_arena_free(arena);
  return result;
}

/* Whether quick fixes are among what is asked for: all kinds, where none is named. */
static bool wants_fixes(const json_t *params) {
  const json_t *only = BV_LSP_PATH(params, "context", "only");
  return !json_is_array(only) || lists(only, "quickfix") || lists(only, "");
}

static json_t *fixes(bv_lsp_session *s, const json_t *params, bv_lsp_failure *f) {
  bv_range range;
  bv_lsp_document *document = document_of(s, params, f);
  if (!document)
    return NULL;
  if (!bv_lsp_read_range(document, json_object_get(params, "range"), &range))
    return bv_lsp_refuse(f, BV_LSP_INVALID_PARAMS, MSG_LSP_PARAMETERS);
  if (!wants_fixes(params))
    return json_array();
  bv_lsp_document_check(document);
  bv_arena *arena = bv_arena_new();
  json_t *result = bv_lsp_fixes(arena, document, range);
  bv_arena_free(arena);
  return result;
}

const bv_lsp_request bv_lsp_requests[] = {{"initialize", initialize},
                                          {"shutdown", shut_down},
                                          {"textDocument/hover", hover},
                                          {"textDocument/completion", completion},
                                          {"textDocument/definition", definition},
                                          {"textDocument/references", references},
                                          {"textDocument/documentSymbol", symbols},
                                          {"textDocument/codeAction", fixes},
                                          {NULL, NULL}};
