/* Drafts in either notation, from the model alone.
 *
 * What comes out reads back as the same model: the same tree, attributes in their order, front matter with its
 * unknown keys, styles, links and hard line breaks; places differ. The same model gives the same bytes. What a
 * notation cannot hold comes out wrong, so whoever converts reads the result again and compares
 * (cli/convert_command.c). */
#ifndef BV_WRITE_DRAFT_H
#define BV_WRITE_DRAFT_H

#include "base/buf.h"
#include "model/model.h"

/* Adds the draft as XML (schemas/concept.rng). */
void bv_write_draft_xml(bv_buf *out, const bv_document *document);
/* Adds the draft as Markdown that people can go on with: lines of at most 115 characters where words allow, each
 * claim on a line of its own, escapes only where they are needed. */
void bv_write_draft_markdown(bv_buf *out, const bv_document *document);
/* Adds one block (no list), at the start of a line, as it would stand in such a draft. */
void bv_write_block_markdown(bv_buf *out, const bv_node *node);

#endif
