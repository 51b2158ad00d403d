/* The templates: an organisation's, in a folder, before ours, in the program. A file of the folder replaces ours of the same
 * name; `huisstijl.css` and a logo are the organisation's alone. */
#ifndef BV_WRITE_TEMPLATES_H
#define BV_WRITE_TEMPLATES_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

/* The bytes of a template ("rechtbank.xsl") in the arena, or NULL. The folder's own goes before ours; names with a path in
 * them are refused. */
const char *bv_template_bytes(bv_arena *arena, const char *folder, const char *name, size_t *length);
/* The logo of the organisation (logo.svg, logo.png or logo.jpg) as an address in itself, or NULL. */
const char *bv_template_logo(bv_arena *arena, const char *folder);
/* The style sheet of that name behind `out`, when there is one. What an organisation's own names by url(…), a file of its
 * folder, becomes an address in itself. */
void bv_template_css(bv_arena *arena, const char *folder, const char *name, bv_buf *out);
/* What is wrong with a folder before anything is made with it, as one Dutch sentence in the arena with file and line: it is not
 * there, a file cannot be read or has a name that nothing uses, XML is not well-formed, a style sheet asks for what is not in
 * the folder. NULL: nothing. Style sheets of XSLT are only compiled when they are used (bv_write_html). */
const char *bv_templates_error(bv_arena *arena, const char *folder);

#endif
