/* A published tree as one HTML file, by XSLT; and as XML.
 *
 * The style sheets see the tree and their parameters and nothing else: they cannot read or write files, reach the network,
 * or run anything; they may import other templates by name. What is given back lives in the arena. */
#ifndef BV_WRITE_HTML_H
#define BV_WRITE_HTML_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct bv_html_options {
  const char *templates; /* an organisation's folder, or NULL */
  bool flow;             /* for a word processor: no style and script inside, marks in the line of the text */
} bv_html_options;

/* The HTML of the tree. NULL when a template is wrong; then `*error` is a Dutch sentence with its line. */
const char *bv_write_html(bv_arena *arena, xmlDoc *published, const bv_html_options *options, size_t *length,
                          const char **error);
/* The style sheet of that tree's version, as it goes into the HTML: for those who print with another program. */
const char *bv_write_css(bv_arena *arena, const xmlDoc *published, const bv_html_options *options, size_t *length);
/* The tree itself as XML: the same tree gives the same bytes. */
const char *bv_write_tree(bv_arena *arena, xmlDoc *published, size_t *length);

#endif
