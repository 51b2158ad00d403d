#include "read/read.h"

void bv_document_free(bv_document *document) {
  if (document)
    bv_arena_free(document->arena);
}
