/* What our HTML pages share that come from no template: text as HTML, and the page around it. One file, nothing from
 * outside. */
#ifndef BV_WRITE_PAGE_H
#define BV_WRITE_PAGE_H

#include "base/buf.h"

/* Adds text, for between tags or in a value between double quotes; NULL adds nothing. */
void bv_page_text(bv_buf *out, const char *text);
/* The same for a stretch of bytes. */
void bv_page_bytes(bv_buf *out, const char *bytes, size_t length);
/* Begins the page, up to <body>: `style` names its style sheet among the templates in the program ("regels.css"). */
void bv_page_begin(bv_buf *out, const char *title, const char *style);
/* Ends it; `script` likewise, or NULL. */
void bv_page_end(bv_buf *out, const char *script);

#endif
