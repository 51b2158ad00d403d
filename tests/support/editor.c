#include "editor.h"

#include <criterion/criterion.h>
#include <string.h>

static const bv_config *settings(const void *context, const char *path, void **handle) {
  (void)context, (void)path, (void)handle;
  return bv_config_default();
}

static void release(void *handle) { (void)handle; }

bv_lsp_document *bv_open_in_editor(const char *text, const bv_lsp_client *client) {
  static const bv_lsp_host host = {NULL, settings, release};
  bv_lsp_document *document = bv_lsp_document_new("file:///tmp/concept.md", client, &host);
  cr_assert(bv_lsp_document_edit(document, NULL, text, strlen(text)));
  cr_assert(bv_lsp_document_settle(document));
  bv_lsp_document_check(document);
  return document;
}
