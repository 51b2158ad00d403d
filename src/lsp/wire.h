/* JSON-RPC messages as the base protocol of LSP frames them: header lines, an empty line, so many bytes of JSON. */
#ifndef BV_LSP_WIRE_H
#define BV_LSP_WIRE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/limits.h"

enum {
  BV_LSP_LARGEST_HEADER = 4096,                      /* bytes, of all header lines together */
  BV_LSP_LARGEST_MESSAGE = BV_LARGEST_EDITOR_MESSAGE /* bytes of JSON; a larger message is passed over */
};

/* Error codes of JSON-RPC and LSP. */
enum {
  BV_LSP_PARSE_ERROR = -32700,
  BV_LSP_INVALID_REQUEST = -32600,
  BV_LSP_METHOD_NOT_FOUND = -32601,
  BV_LSP_INVALID_PARAMS = -32602,
  BV_LSP_NOT_INITIALIZED = -32002
};

/* What comes in. The caller frees it with bv_lsp_input_free. */
typedef struct bv_lsp_input {
  int fd;
  char *bytes;
  size_t start, end, capacity; /* what was read and not yet given: bytes[start] up to bytes[end] */
  int failure;                 /* the errno of a read that failed, after which nothing more comes; 0: none did */
} bv_lsp_input;

typedef enum bv_lsp_arrival {
  BV_LSP_MESSAGE,
  BV_LSP_TOO_LARGE, /* was passed over */
  BV_LSP_END,       /* the client is gone */
  BV_LSP_BROKEN     /* no header that can be read: where the next message begins is not known */
} bv_lsp_arrival;

/* Waits for the next message; its bytes live until the next call. */
bv_lsp_arrival bv_lsp_receive(bv_lsp_input *input, const char **bytes, size_t *length);
/* Whether something comes in within that time. */
bool bv_lsp_waits(const bv_lsp_input *input, int milliseconds);
void bv_lsp_input_free(bv_lsp_input *input);

/* Parses a message; NULL when it is no JSON. A lone half of a surrogate pair, which editors can send and JSON cannot
 * hold, is read as U+FFFD, which is one unit of UTF-16 as well. */
json_t *bv_lsp_parse(const char *bytes, size_t length);

/* Each writes one message and flushes. They take over `result` and `params`; `id` may be NULL (null). */
void bv_lsp_respond(FILE *out, json_t *id, json_t *result);
void bv_lsp_fail(FILE *out, json_t *id, int code, const char *message);
void bv_lsp_notify(FILE *out, const char *method, json_t *params);

#endif
