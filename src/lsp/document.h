/* A document that is open in the editor: its text, and what the text means as a draft.
 *
 * Each version of the text has a model of its own, with its own arena; it is freed when the next is made. */
#ifndef BV_LSP_DOCUMENT_H
#define BV_LSP_DOCUMENT_H

#include <jansson.h>

#include "check/config.h"
#include "lsp/text.h"
#include "model/model.h"

/* Where settings come from. They must live until they are released. */
typedef struct bv_lsp_host {
  const void *context;
  /* The settings for a draft at that path ("-": none yet); NULL when they are wrong. `handle` is for release. */
  const bv_config *(*settings)(const void *context, const char *path, void **handle);
  void (*release)(void *handle);
} bv_lsp_host;

/* What the editor can do, and how it counts. */
typedef struct bv_lsp_client {
  bv_lsp_encoding encoding;
  bool markdown;         /* hovers in Markdown */
  bool document_changes; /* edits that name the version they are for */
  bool hierarchical_symbols;
  bool action_literals; /* code actions that carry their edit */
} bv_lsp_client;

typedef struct bv_lsp_document bv_lsp_document;

struct bv_lsp_document {
  char *uri, *path; /* path: "-" for what is no file */
  const bv_lsp_client *client;
  const bv_lsp_host *host;
  bv_lsp_text text;
  json_int_t version;
  const bv_config *config; /* NULL: wrong settings; then ours hold */
  void *handle;
  bool checked;       /* the model is that of the text */
  bool published;     /* the editor has its findings */
  bv_document *names; /* the last model there was: who and what is declared, while the text is broken; or NULL */
  bv_document *model; /* the same, or NULL: the text as it is now is no draft */
  char *error;        /* why it is no draft, when it looks like one; or NULL */
  uint32_t *places;   /* by byte of the model's source: that of the text; NULL where both are the same */
  bv_lsp_document *next;
};

/* A document without text. */
bv_lsp_document *bv_lsp_document_new(const char *uri, const bv_lsp_client *client, const bv_lsp_host *host);
void bv_lsp_document_free(bv_lsp_document *document);
/* Reads the settings again; false when they are wrong. */
bool bv_lsp_document_settle(bv_lsp_document *document);
/* Replaces a stretch of the text; NULL: all of it. False when it cannot be done: the text is then not to be trusted. */
bool bv_lsp_document_edit(bv_lsp_document *document, const bv_range *range, const char *bytes, size_t length);
/* The settings in force. */
const bv_config *bv_lsp_config(const bv_lsp_document *document);
/* Makes model and error those of the text. */
void bv_lsp_document_check(bv_lsp_document *document);

/* From a byte of the model's source to one of the text, and back. They differ where the reader replaced characters that
 * nobody sees, or left out a byte order mark. */
uint32_t bv_lsp_to_text(const bv_lsp_document *document, uint32_t offset);
uint32_t bv_lsp_to_model(const bv_lsp_document *document, uint32_t offset);
/* Whether the draft is written in XML. */
bool bv_lsp_is_xml(const bv_lsp_document *document);

/* {"line": …, "character": …} to a byte of the text. False when it is no position. */
bool bv_lsp_read_position(const bv_lsp_document *document, const json_t *position, uint32_t *offset);
/* The same for {"start": …, "end": …}, put in order. */
bool bv_lsp_read_range(const bv_lsp_document *document, const json_t *json, bv_range *range);
/* A range of the text, and one of the model's source, as JSON. */
json_t *bv_lsp_text_range(bv_lsp_document *document, bv_range range);
json_t *bv_lsp_model_range(bv_lsp_document *document, bv_range range);

#endif
