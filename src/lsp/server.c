/* Dispatch: a table of requests and one of notifications. Messages are answered in the order in which they come, so
 * that a cancelled request was either answered before or is answered all the same. Findings are published when nothing
 * more comes in for a moment: between two keystrokes nothing is checked that is out of date already. */
#include "lsp/server.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/guard.h"
#include "base/messages.h"
#include "lsp/features.h"
#include "lsp/session.h"

enum { QUIET_MILLISECONDS = 100 };

json_t *bv_lsp_refuse(bv_lsp_failure *failure, int code, const char *message) {
  *failure = (bv_lsp_failure){code, message};
  return NULL;
}

const json_t *bv_lsp_path(const json_t *object, const char *const *keys) {
  for (; *keys; keys++)
    object = json_object_get(object, *keys);
  return object;
}

bv_lsp_document **bv_lsp_find(bv_lsp_session *session, const char *uri) {
  bv_lsp_document **at = &session->documents;
  while (*at && (!uri || strcmp((*at)->uri, uri) != 0))
    at = &(*at)->next;
  return at;
}

const char *bv_lsp_uri_of(const json_t *params) {
  return json_string_value(BV_LSP_PATH(params, "textDocument", "uri"));
}

void bv_lsp_publish(bv_lsp_session *session, const char *uri, const bv_lsp_document *document, json_t *findings) {
  json_t *params = json_pack("{s:s, s:o}", "uri", uri, "diagnostics", findings);
  if (document)
    json_object_set_new(params, "version", json_integer(document->version));
  bv_lsp_notify(session->out, "textDocument/publishDiagnostics", params);
}

void bv_lsp_show(bv_lsp_session *session, const char *format, ...) {
  va_list arguments;
  char *message;
  va_start(arguments, format);
  if (vasprintf(&message, format, arguments) < 0)
    bv_out_of_memory();
  va_end(arguments);
  bv_lsp_notify(session->out, "window/showMessage", json_pack("{s:i, s:s}", "type", 2, "message", message));
  free(message);
}

/* The answer to a request; NULL after a failure. */
static json_t *answer_request(bv_lsp_session *s, const char *method, const json_t *params, bv_lsp_failure *f) {
  bool begins = strcmp(method, "initialize") == 0;
  if (!s->initialized && !begins)
    return bv_lsp_refuse(f, BV_LSP_NOT_INITIALIZED, MSG_LSP_NOT_INITIALIZED);
  if (s->shut_down)
    return bv_lsp_refuse(f, BV_LSP_INVALID_REQUEST, MSG_LSP_SHUT_DOWN);
  for (const bv_lsp_request *request = bv_lsp_requests; request->method; request++)
    if (strcmp(request->method, method) == 0)
      return request->answer(s, params, f);
  return bv_lsp_refuse(f, BV_LSP_METHOD_NOT_FOUND, NULL);
}

static void take_request(bv_lsp_session *s, json_t *id, const char *method, const json_t *params) {
  bv_lsp_failure f = {0};
  json_t *result = answer_request(s, method, params, &f);
  bv_arena *arena = bv_arena_new();
  if (result)
    bv_lsp_respond(s->out, id, result);
  else
    bv_lsp_fail(s->out, id, f.code, f.message ? f.message : bv_sprintf(arena, MSG_LSP_METHOD_UNKNOWN, method));
  bv_arena_free(arena);
}

static void take_notification(bv_lsp_session *s, const char *method, const json_t *params) {
  bool serving = s->initialized && !s->shut_down;
  for (const bv_lsp_notification *one = bv_lsp_notifications; one->method; one++)
    if (strcmp(one->method, method) == 0 && (serving || strcmp(method, "exit") == 0))
      one->take(s, params);
}

static void take_message(bv_lsp_session *s, const char *bytes, size_t length) {
  json_t *message = bv_lsp_parse(bytes, length);
  json_t *id = json_object_get(message, "id");
  const char *method = json_string_value(json_object_get(message, "method"));
  bool answer = json_object_get(message, "result") || json_object_get(message, "error");
  if (!message)
    bv_lsp_fail(s->out, NULL, BV_LSP_PARSE_ERROR, MSG_LSP_NO_JSON);
  else if (method && (json_is_string(id) || json_is_integer(id)))
    take_request(s, id, method, json_object_get(message, "params"));
  else if (method && !id)
    take_notification(s, method, json_object_get(message, "params"));
  else if (!answer) /* we ask the editor nothing, so an answer is to nothing */
    bv_lsp_fail(s->out, NULL, BV_LSP_INVALID_REQUEST, MSG_LSP_NO_REQUEST);
  json_decref(message);
}

/* Checks and publishes one document that has changed; false when there is none. */
static bool publish_one(bv_lsp_session *s) {
  bv_lsp_document *document = s->documents;
  while (document && document->published)
    document = document->next;
  if (!document || s->shut_down)
    return false;
  bv_guard_begin();
  bv_lsp_document_check(document);
  bv_lsp_publish(s, document->uri, document, bv_lsp_diagnostics(document));
  document->published = true;
  return true;
}

/* Publishes while nothing comes in. */
static void publish(bv_lsp_session *s) {
  bool more = true;
  while (more && !bv_lsp_waits(&s->input, s->documents ? QUIET_MILLISECONDS : -1))
    more = publish_one(s);
}

int bv_lsp_serve(int in, FILE *out, const bv_lsp_host *host) {
  bv_lsp_session s = {.input.fd = in, .out = out, .host = host};
  bool connected = true;
  while (connected && !s.done && !ferror(out)) {
    const char *bytes;
    size_t length;
    publish(&s);
    switch (bv_lsp_receive(&s.input, &bytes, &length)) {
    case BV_LSP_MESSAGE:
      bv_guard_begin();
      take_message(&s, bytes, length);
      break;
    case BV_LSP_TOO_LARGE:
      bv_lsp_show(&s, "%s", MSG_LSP_MESSAGE_TOO_LARGE);
      break;
    case BV_LSP_BROKEN:
      if (!s.input.failure)
        fputs(MSG_LSP_BROKEN "\n", stderr);
      connected = false;
      break;
    case BV_LSP_END:
      connected = false;
      break;
    }
  }
  while (s.documents) {
    bv_lsp_document *document = s.documents;
    s.documents = document->next;
    bv_lsp_document_free(document);
  }
  int failure = s.input.failure;
  bv_lsp_input_free(&s.input);
  if (failure)
    return -failure;
  return s.shut_down ? 0 : 1;
}
