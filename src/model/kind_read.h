/* Internal to the model: from the XML of a kind of document to a bv_kind. */
#ifndef BV_MODEL_KIND_READ_H
#define BV_MODEL_KIND_READ_H

#include "model/kind.h"

typedef struct bv_kind_error {
  const char *message; /* Dutch, without a place, in the arena */
  int line;            /* from 1 */
} bv_kind_error;

/* Reads one kind; `kinds` holds those that it may be based on. NULL with `error` when it is wrong: XML, schema, a rule that
 * does not exist, a topic that is not described, a word that stands twice. `own`: one of the program, which its tests
 * hold against the schema. */
bv_kind *bv_kind_read(const bv_kind_set *kinds, const char *bytes, size_t length, bool own, bv_kind_error *error);

/* Fills kind->words from the words of its topics, in the arena (kind_words.c). */
void bv_kind_index_words(bv_arena *arena, bv_kind *kind);

#endif
