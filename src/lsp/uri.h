/* URIs of files. */
#ifndef BV_LSP_URI_H
#define BV_LSP_URI_H

/* The path of a file: URI, percent signs resolved; "-" for any other URI. From malloc; the caller frees it. */
char *bv_lsp_path_of(const char *uri);

#endif
