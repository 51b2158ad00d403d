/* A draft on the screen of an editor, for tests of the language server's answers. */
#ifndef BV_TESTS_EDITOR_H
#define BV_TESTS_EDITOR_H

#include "lsp/document.h"

/* A document with that text and our own settings, checked. `client` must outlive it; freed with bv_lsp_document_free. */
bv_lsp_document *bv_open_in_editor(const char *text, const bv_lsp_client *client);

#endif
