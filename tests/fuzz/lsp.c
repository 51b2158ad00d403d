/* What an editor says. */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lsp/features.h"
#include "lsp/server.h"
#include "lsp/wire.h"
#include "targets.h"

static const bv_config *settings(const void *context, const char *path, void **handle) {
  (void)context, (void)path;
  *handle = NULL;
  return bv_config_default();
}

static void release(void *handle) { (void)handle; }

static const bv_lsp_host host = {.settings = settings, .release = release};

/* The server publishes what it finds when nothing comes in for a while, for which nobody waits here. */
static void diagnose(const char *line, size_t length) {
  json_t *message = bv_lsp_parse(line, length);
  const json_t *item = json_object_get(json_object_get(json_object_get(message, "params"), "textDocument"), "text");
  bv_lsp_client client = {.encoding = BV_LSP_UTF16};
  if (json_is_string(item)) {
    bv_lsp_document *document = bv_lsp_document_new("file:///bestaat-niet/concept.md", &client, &host);
    if (bv_lsp_document_edit(document, NULL, json_string_value(item), json_string_length(item))) {
      bv_lsp_document_check(document);
      json_decref(bv_lsp_diagnostics(document));
    }
    bv_lsp_document_free(document);
  }
  json_decref(message);
}

static void add_messages(bv_buf *stream, const char *bytes, size_t length) {
  for (size_t at = 0, size; at < length; at += size + 1) {
    const char *end = memchr(bytes + at, '\n', length - at);
    size = end ? (size_t)(end - bytes) - at : length - at;
    if (at == 0)
      diagnose(bytes, size);
    bv_buf_printf(stream, "Content-Length: %zu\r\n\r\n", size);
    bv_buf_add(stream, bytes + at, size);
  }
}

void bv_fuzz_lsp(const char *bytes, size_t length) {
  static const char header[] = "Content-";
  bv_arena *arena = bv_arena_new();
  bv_buf stream = bv_buf_new(arena);
  if (length >= sizeof header - 1 && memcmp(bytes, header, sizeof header - 1) == 0)
    bv_buf_add(&stream, bytes, length);
  else
    add_messages(&stream, bytes, length);
  int in = memfd_create("berichten", MFD_CLOEXEC);
  FILE *out = fopen("/dev/null", "w");
  if (in >= 0 && out && write(in, stream.bytes, stream.length) == (ssize_t)stream.length && lseek(in, 0, SEEK_SET) == 0)
    bv_lsp_serve(in, out, &host);
  if (out)
    fclose(out);
  if (in >= 0)
    close(in);
  bv_arena_free(arena);
}
