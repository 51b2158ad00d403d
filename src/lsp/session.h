/* Internal to src/lsp: the state of one connection, and what answers a message. */
#ifndef BV_LSP_SESSION_H
#define BV_LSP_SESSION_H

#include <stdio.h>

#include "lsp/document.h"
#include "lsp/wire.h"

typedef struct bv_lsp_session {
  bv_lsp_input input;
  FILE *out;
  const bv_lsp_host *host;
  bv_lsp_client client;
  bv_lsp_document *documents;
  bool initialized, shut_down, done;
} bv_lsp_session;

/* Why a request fails. */
typedef struct bv_lsp_failure {
  int code; /* 0: it does not */
  const char *message;
} bv_lsp_failure;

/* Gives NULL. */
json_t *bv_lsp_refuse(bv_lsp_failure *failure, int code, const char *message);

typedef struct bv_lsp_request {
  const char *method;
  /* The result, or NULL after a failure. */
  json_t *(*answer)(bv_lsp_session *session, const json_t *params, bv_lsp_failure *failure);
} bv_lsp_request;

typedef struct bv_lsp_notification {
  const char *method;
  void (*take)(bv_lsp_session *session, const json_t *params);
} bv_lsp_notification;

/* Both end in a NULL method. */
extern const bv_lsp_request bv_lsp_requests[];
extern const bv_lsp_notification bv_lsp_notifications[];

/* What stands under keys within each other, which end in NULL; NULL when it is not there. */
const json_t *bv_lsp_path(const json_t *object, const char *const *keys);
#define BV_LSP_PATH(object, ...) bv_lsp_path(object, (const char *const[]){__VA_ARGS__, NULL})

/* Where the list has the document, or its end: of that uri, or of the "textDocument" of these params. */
bv_lsp_document **bv_lsp_find(bv_lsp_session *session, const char *uri);
const char *bv_lsp_uri_of(const json_t *params);
/* Sends findings; `document` (may be NULL) is whose version they are of. Takes over `findings`. */
void bv_lsp_publish(bv_lsp_session *session, const char *uri, const bv_lsp_document *document, json_t *findings);
/* Says something to the writer, as a warning. */
void bv_lsp_show(bv_lsp_session *session, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
