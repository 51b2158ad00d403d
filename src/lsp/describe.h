/* Sources, persons, claims and words of the format in Dutch, for hovers and lists of completions. All text is in the
 * arena; `markdown`: names are escaped and marks are put in. */
#ifndef BV_LSP_DESCRIBE_H
#define BV_LSP_DESCRIBE_H

#include "base/buf.h"
#include "model/kind.h"
#include "model/model.h"

/* Lists of words.tsv. */
#define BV_LSP_CLASS "klasse"
#define BV_LSP_ATTRIBUTE "kenmerk"
#define BV_LSP_FRONT "voorblad"
#define BV_LSP_AUTHOR "opsteller"
#define BV_LSP_PERSON "persoon"
#define BV_LSP_SOURCE "bron"

/* What a word of that list means; for a class, or a key of the front matter, of a kind (may be NULL): the title it
 * gives. NULL for a word that is none. */
const char *bv_lsp_meaning(bv_arena *arena, const char *list, const char *word, const bv_kind *kind);

/* Appends text as it is read, whatever marks of Markdown it has. */
void bv_lsp_add_text(bv_buf *buf, bool markdown, const char *text);

/* "bron 4: gesprek met mevrouw Verhoef, 14 oktober 2026" */
const char *bv_lsp_source_words(bv_arena *arena, const bv_report_source *source);
/* "mevrouw Verhoef, ouder met gezag" */
const char *bv_lsp_person_words(bv_arena *arena, const bv_person *person);
/* "feit", "mening", "horen zeggen"; "" without label */
const char *bv_lsp_label_words(bv_label label);
/* The first words of the claim's text, on one line. */
const char *bv_lsp_claim_opening(bv_arena *arena, const bv_claim *claim);
/* Appends what is known of a claim: number, label, sources, date and age, whom it is about. */
void bv_lsp_add_claim(bv_buf *buf, bool markdown, const bv_document *document, const bv_claim *claim);

#endif
