/* From a file to a model: finds out what the bytes are and calls the reader for them. */
#ifndef BV_READ_READ_H
#define BV_READ_READ_H

#include <stddef.h>

#include "base/limits.h"
#include "model/kind.h"
#include "model/model.h"

typedef struct bv_read_result {
  bv_document *document; /* NULL when the bytes are no draft; the caller frees it with bv_document_free */
  char *error;           /* then: one Dutch sentence without the file's name; malloc'ed, the caller frees it */
} bv_read_result;

/* Reads a draft from memory, in Markdown or XML (told by its first characters), and resolves its model. `name` is used
 * in messages and to tell the notation apart. What is wrong in the draft becomes findings in the document; an error is
 * only given for what is no draft at all: empty, binary, too large, without front matter, XML that is not one. `kinds`
 * (NULL: only the words of the format) are the kinds of document whose classes and front-matter keys are known too. */
bv_read_result bv_read_bytes(const char *name, const char *bytes, size_t length, const bv_kind_set *kinds);
/* The same for a file; "-" is standard input. */
bv_read_result bv_read_file(const char *name, const bv_kind_set *kinds);
/* Frees the document, its arena, and all that was reached through it; NULL is allowed. */
void bv_document_free(bv_document *document);

#endif
