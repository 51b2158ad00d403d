/* Names of files, which are any bytes, as each kind of output can hold them. All in the arena. */
#ifndef BV_WRITE_NAMES_H
#define BV_WRITE_NAMES_H

#include "base/arena.h"

/* The name as text: each byte that is no UTF-8 becomes U+FFFD. */
const char *bv_name_as_text(bv_arena *arena, const char *name);
/* The same on one line of a terminal: each control character becomes a question mark too. */
const char *bv_name_as_line(bv_arena *arena, const char *name);
/* The name as a URI reference (RFC 3986): percent-encoded, so that no byte is lost; with "file://" before an absolute
 * path. */
const char *bv_name_as_uri(bv_arena *arena, const char *name);

#endif
