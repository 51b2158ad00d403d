/* What stands at a place of a draft, and where the same thing is named elsewhere. */
#ifndef BV_LSP_PLACE_H
#define BV_LSP_PLACE_H

#include "model/model.h"
#include "model/vocabulary.h"

/* Something that has a name: at most one of these is not NULL. */
typedef struct bv_lsp_named {
  const bv_report_source *source;
  const bv_person *person;
  const bv_node *node; /* with an id */
} bv_lsp_named;

typedef struct bv_lsp_place {
  bv_range range;                /* of what stands there; empty: nothing that is known */
  const bv_class *class_name;    /* at most one of these three: in attributes … */
  const bv_attribute *attribute; /* … its key, or its value … */
  const bv_field *field;         /* … or on the front matter */
  const bv_words *keys;          /* with a field: the list that its key is of */
  bool value;                    /* the value, and not the key */
  bv_lsp_named named;            /* what the word names, or is the name of */
} bv_lsp_place;

/* What stands at that byte of the draft's source. */
bv_lsp_place bv_lsp_place_at(bv_arena *arena, const bv_document *document, uint32_t offset);
/* The innermost claim at that byte, or NULL. */
const bv_claim *bv_lsp_claim_at(const bv_document *document, uint32_t offset);
/* Where it is declared: its id. */
bv_range bv_lsp_declaration(const bv_lsp_named *named);
/* Calls `take` for every place that names it, its declaration not included, in the order of the draft. */
typedef void bv_lsp_take_range(void *context, bv_range range);
void bv_lsp_each_reference(bv_arena *arena, const bv_document *document, const bv_lsp_named *named,
                           bv_lsp_take_range *take, void *context);

#endif
