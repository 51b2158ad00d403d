/* The document from which pandoc takes the styles, page, header and footer of a Word file: an OPC package of text files under
 * templates/, with the title and stamp of this version in its header. */
#ifndef BV_WRITE_REFERENCE_H
#define BV_WRITE_REFERENCE_H

#include <libxml/tree.h>
#include <stddef.h>

#include "base/arena.h"

/* The bytes of the package, in the arena; the same for the same tree and templates. `folder`: of an organisation, or NULL. NULL
 * when a part is no XML: then `*error` is a Dutch sentence with its file and line. */
const char *bv_write_reference(bv_arena *arena, const xmlDoc *published, const char *folder, size_t *length, const char **error);

#endif
