/* Templates: style sheets (XSLT, CSS) and fixed texts, by name: first from an organisation's folder, else ours, which are
 * in the program. */
#ifndef BV_WRITE_TEMPLATES_H
#define BV_WRITE_TEMPLATES_H

#include <stddef.h>

#include "base/arena.h"

/* The bytes of a template ("rechtbank.css"), with a NUL behind them, in the arena; NULL when there is none. `folder` may be
 * NULL. A name with a slash, or that begins with a full stop, is none: nothing outside the folder can be asked for. */
const char *bv_template_bytes(bv_arena *arena, const char *folder, const char *name, size_t *length);

#endif
