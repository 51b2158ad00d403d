/* Making a style sheet whole: what it names by url(…) goes into it, so that the page asks for nothing. */
#ifndef BV_WRITE_CSS_H
#define BV_WRITE_CSS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

typedef struct bv_css_error {
  unsigned line;    /* from 1; 0: nothing is wrong */
  bool import;      /* @import, which is never allowed; else a url(…) */
  const char *what; /* what it names, in the arena */
} bv_css_error;

/* The address that takes the place of a name in url(…), or NULL when that name may not be used. */
typedef const char *bv_css_address(void *context, const char *name);

/* Adds the style sheet to `out`. Addresses in themselves (data:…) and within the page (#…) stay; every other is asked of
 * `find`, and one that has none becomes empty. The first thing that may not be is put in `error`. Comments are copied as they
 * are. */
void bv_css_embed(bv_arena *arena, const char *css, size_t length, bv_css_address *find, void *context, bv_buf *out,
                  bv_css_error *error);

#endif
