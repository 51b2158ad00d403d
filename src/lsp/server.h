/* The language server: one editor, over a pair of streams. */
#ifndef BV_LSP_SERVER_H
#define BV_LSP_SERVER_H

#include <stdio.h>

#include "lsp/document.h"

/* Serves until the editor says exit or is gone; gives the exit status of the protocol, 0 after shutdown, else 1, or minus
 * the errno with which nothing more could be read from the editor.
 * Nothing but messages is written to `out`; what is wrong with the connection itself goes to standard error. */
int bv_lsp_serve(int in, FILE *out, const bv_lsp_host *host);

#endif
