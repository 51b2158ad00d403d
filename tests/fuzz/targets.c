#include "targets.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "base/asset.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "check/check.h"
#include "lang/cues.h"
#include "lang/dates.h"
#include "lang/diagnoses.h"
#include "lang/faithful.h"
#include "lang/plain.h"
#include "model/kind.h"
#include "publish/publish.h"
#include "read/form.h"
#include "read/read.h"
#include "write/draft.h"
#include "write/manifest.h"

static void publish(const bv_document *document, bool court) {
  bv_publish_options options = {.court = court, .as_is = true};
  xmlFreeDoc(bv_publish(document, document->findings, &options));
}

static void go_all_the_way(const char *bytes, size_t length) {
  bv_read_result read = bv_read_bytes("-", bytes, length, bv_config_default()->kinds);
  free(read.error);
  if (!read.document)
    return;
  bv_document *document = read.document;
  bv_check_document(document, bv_config_default(), (bv_date){0});
  publish(document, true);
  publish(document, false);
  bv_buf out = bv_buf_new(document->arena);
  bv_write_draft_xml(&out, document);
  bv_write_draft_markdown(&out, document);
  bv_document_free(document);
}

void bv_fuzz_draft(const uint8_t *bytes, size_t length) { go_all_the_way((const char *)bytes, length); }

void bv_fuzz_body(const uint8_t *bytes, size_t length) {
  const bv_asset *front = bv_asset_find("src/check/regels/voorblad.md");
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_buf_add(&draft, front->bytes, front->length);
  bv_buf_putc(&draft, '\n');
  bv_buf_add(&draft, (const char *)bytes, length);
  go_all_the_way(draft.bytes, draft.length);
  bv_arena_free(arena);
}

/* The bytes that are UTF-8: what lies behind the readers gets nothing else. */
static bv_buf valid_text(bv_arena *arena, const char *bytes, size_t length) {
  bv_buf text = bv_buf_new(arena);
  for (size_t at = 0, size; at < length; at += size ? size : 1) {
    uint32_t c;
    size = bv_utf8_decode(bytes + at, length - at, &c);
    if (size && c)
      bv_buf_add(&text, bytes + at, size);
  }
  bv_buf_add(&text, "", 0);
  return text;
}

void bv_fuzz_language(const uint8_t *bytes, size_t length) {
  bv_arena *arena = bv_arena_new();
  bv_buf text = valid_text(arena, (const char *)bytes, length);
  bv_tokens tokens = bv_tokenize(arena, text.bytes, text.length);
  bv_stretches sentences = bv_sentences(arena, text.bytes, text.length);
  bv_words_of(arena, text.bytes, text.length);
  bv_dates_in(arena, &tokens);
  bv_cues_in(arena, &tokens, &sentences);
  bv_diagnosis_hits_in(arena, &tokens);
  bv_simplified plain = bv_simplify(arena, text.bytes, text.length);
  bv_facts before = bv_facts_in(arena, text.bytes, text.length, NULL);
  bv_facts after = bv_facts_in(arena, plain.text, plain.length, NULL);
  if (bv_faithful(arena, &before, &after, NULL).count)
    abort(); /* the promise of lang/plain.h */
  bv_measure_fully(arena, plain.text, plain.length);
  bv_arena_free(arena);
}

void bv_fuzz_file(const uint8_t *bytes, size_t length) {
  if (!length)
    return;
  bv_arena *arena = bv_arena_new();
  bv_buf text = valid_text(arena, (const char *)bytes + 1, length - 1);
  const char *error;
  bv_yaml_error wrong;
  bv_period period;
  switch (bytes[0]) {
  case 'f': bv_form_read(arena, text.bytes, text.length, &error); break;
  case 'm': bv_manifest_read(arena, text.bytes, text.length, &error); break;
  case 'k': bv_kind_set_load_bytes(bv_kind_set_new(arena), "soort.xml", text.bytes, text.length); break;
  case 'y': bv_yaml_parse(arena, text.bytes, text.length, 0, &wrong); break;
  default: bv_period_parse(text.bytes, &period); break;
  }
  bv_arena_free(arena);
}
