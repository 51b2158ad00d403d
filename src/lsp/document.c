#include "lsp/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "check/check.h"
#include "lsp/uri.h"
#include "read/read.h"

static char *copy(const char *string) {
  char *result = strdup(string);
  if (!result)
    bv_out_of_memory();
  return result;
}

bv_lsp_document *bv_lsp_document_new(const char *uri, const bv_lsp_client *client, const bv_lsp_host *host) {
  bv_lsp_document *document = calloc(1, sizeof *document);
  if (!document)
    bv_out_of_memory();
  document->uri = copy(uri);
  document->path = bv_lsp_path_of(uri);
  document->client = client;
  document->host = host;
  return document;
}

static void forget_model(bv_lsp_document *document) {
  bv_document_free(document->names);
  free(document->error);
  free(document->places);
  document->names = document->model = NULL;
  document->error = NULL;
  document->places = NULL;
  document->checked = false;
}

static void release_settings(bv_lsp_document *document) {
  if (document->handle)
    document->host->release(document->handle);
  document->handle = NULL;
  document->config = NULL;
}

void bv_lsp_document_free(bv_lsp_document *document) {
  if (!document)
    return;
  forget_model(document);
  release_settings(document);
  bv_lsp_text_free(&document->text);
  free(document->uri);
  free(document->path);
  free(document);
}

bool bv_lsp_document_settle(bv_lsp_document *document) {
  forget_model(document); /* its findings hold reasons that stand in the settings */
  document->published = false;
  release_settings(document);
  document->config = document->host->settings(document->host->context, document->path, &document->handle);
  return document->config != NULL;
}

bool bv_lsp_document_edit(bv_lsp_document *document, const bv_range *range, const char *bytes, size_t length) {
  document->checked = document->published = false;
  return bv_lsp_text_replace(&document->text, range ? *range : (bv_range){0, (uint32_t)document->text.length}, bytes,
                             length);
}

/* A draft has one of these keys on its front matter; other Markdown with a front matter of its own is left alone. */
static bool is_meant_as_draft(const bv_document *model) {
  static const char *const keys[] = {"bronvast", "soort", "personen", "bronnen"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (bv_yaml_get(model->front.entries, keys[i]))
      return true;
  return false;
}

/* Whether a text that cannot be read was meant as a draft: early on, it says so. */
static bool looks_like_draft(const bv_lsp_text *text) {
  static const char *const marks[] = {"\nbronvast:", "urn:bronvast:concept:1"};
  enum { EARLY = 2048 };
  size_t early = text->length < EARLY ? text->length : EARLY;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (memmem(text->bytes, early, marks[i], strlen(marks[i])))
      return true;
  return strncmp(text->bytes, "bronvast:", 9) == 0;
}

/* Walks through both, character by character: the reader replaces one by one. */
static void map_places(bv_lsp_document *document) {
  const bv_source *source = document->model->source;
  const bv_lsp_text *text = &document->text;
  if (source->length == text->length && memcmp(source->bytes, text->bytes, text->length) == 0)
    return;
  document->places = malloc((source->length + 1) * sizeof *document->places);
  if (!document->places)
    bv_out_of_memory();
  size_t there = text->length >= 3 && memcmp(text->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  for (size_t here = 0; here < source->length;) {
    uint32_t c;
    size_t size = bv_utf8_decode(source->bytes + here, source->length - here, &c);
    for (size_t i = 0; i < size; i++)
      document->places[here++] = (uint32_t)there;
    size = there < text->length ? bv_utf8_decode(text->bytes + there, text->length - there, &c) : 0;
    there += size;
  }
  document->places[source->length] = (uint32_t)text->length;
}

/* Takes the model of the text as it is, or NULL. What the last one declared is kept until there is another. */
static void take_model(bv_lsp_document *document, bv_document *model) {
  if (model) {
    bv_document_free(document->names);
    document->names = model;
  }
  document->model = model;
  free(document->error);
  free(document->places);
  document->error = NULL;
  document->places = NULL;
  document->checked = true;
}

void bv_lsp_document_check(bv_lsp_document *document) {
  if (document->checked)
    return;
  const bv_config *config = bv_lsp_config(document);
  bv_read_result read = bv_read_bytes(document->path, document->text.bytes, document->text.length, config->kinds);
  if (read.document && !is_meant_as_draft(read.document)) {
    bv_document_free(read.document);
    read.document = NULL;
  }
  take_model(document, read.document);
  if (read.error && looks_like_draft(&document->text))
    document->error = read.error;
  else
    free(read.error);
  if (!document->model)
    return;
  bv_check_document(document->model, config, (bv_date){0});
  bv_findings_limit(document->model->findings);
  map_places(document);
}

const bv_config *bv_lsp_config(const bv_lsp_document *document) {
  return document->config ? document->config : bv_config_default();
}

uint32_t bv_lsp_to_text(const bv_lsp_document *document, uint32_t offset) {
  size_t length = document->model->source->length;
  if (offset > length)
    offset = (uint32_t)length;
  return document->places ? document->places[offset] : offset;
}

uint32_t bv_lsp_to_model(const bv_lsp_document *document, uint32_t offset) {
  if (!document->places)
    return offset;
  size_t low = 0, high = document->model->source->length;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (document->places[middle] < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return (uint32_t)low;
}

bool bv_lsp_is_xml(const bv_lsp_document *document) {
  return document->text.bytes[strspn(document->text.bytes, "\xEF\xBB\xBF \t\r\n")] == '<';
}

static bool read_count(const json_t *object, const char *key, uint32_t *count) {
  const json_t *value = json_object_get(object, key);
  json_int_t number = json_integer_value(value);
  if (!json_is_integer(value) || number < 0)
    return false;
  *count = number > UINT32_MAX ? UINT32_MAX : (uint32_t)number;
  return true;
}

bool bv_lsp_read_position(const bv_lsp_document *document, const json_t *json, uint32_t *offset) {
  bv_lsp_position position;
  if (!read_count(json, "line", &position.line) || !read_count(json, "character", &position.character))
    return false;
  *offset = bv_lsp_offset(&document->text, document->client->encoding, position);
  return true;
}

bool bv_lsp_read_range(const bv_lsp_document *document, const json_t *json, bv_range *range) {
  if (!bv_lsp_read_position(document, json_object_get(json, "start"), &range->start) ||
      !bv_lsp_read_position(document, json_object_get(json, "end"), &range->end))
    return false;
  if (range->end < range->start)
    *range = (bv_range){range->end, range->start};
  return true;
}

static json_t *position_json(bv_lsp_document *document, uint32_t offset) {
  bv_lsp_position position = bv_lsp_position_of(&document->text, document->client->encoding, offset);
  return json_pack("{s:I, s:I}", "line", (json_int_t)position.line, "character", (json_int_t)position.character);
}

json_t *bv_lsp_text_range(bv_lsp_document *document, bv_range range) {
  return json_pack("{s:o, s:o}", "start", position_json(document, range.start), "end",
                   position_json(document, range.end));
}

json_t *bv_lsp_model_range(bv_lsp_document *document, bv_range range) {
  bv_range there = {bv_lsp_to_text(document, range.start), bv_lsp_to_text(document, range.end)};
  return bv_lsp_text_range(document, there);
}
