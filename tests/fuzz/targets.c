#include "targets.h"

#include <string.h>

#include "base/asset.h"
#include "base/utf8.h"

const bv_fuzz_target bv_fuzz_targets[] = {
    {"draft", bv_fuzz_draft, 8192, "markdown", BV_FUZZ_BEHIND_FRONT},
    {"body", bv_fuzz_body, 2048, "markdown", BV_FUZZ_ANYWHERE},
    {"xml", bv_fuzz_xml, 8192, "xml", BV_FUZZ_WITHIN},
    {"language", bv_fuzz_language, 1024, "language", BV_FUZZ_ANYWHERE},
    {"front", bv_fuzz_front, 2048, "front", BV_FUZZ_WITHIN},
    {"lsp", bv_fuzz_lsp, 4096, "lsp", BV_FUZZ_WITHIN},
    {"forms", bv_fuzz_forms, 2048, "json", BV_FUZZ_WITHIN},
    {"attributes", bv_fuzz_attributes, 256, "markdown", BV_FUZZ_ANYWHERE},
    {"published", bv_fuzz_published, 4096, "json", BV_FUZZ_WITHIN},
    {"kinds", bv_fuzz_kinds, 4096, "xml", BV_FUZZ_WITHIN},
    {"results", bv_fuzz_results, 2048, "json", BV_FUZZ_WITHIN},
    {"settings", bv_fuzz_settings, 1024, "front", BV_FUZZ_WITHIN},
    {"dates", bv_fuzz_dates, 128, "language", BV_FUZZ_ANYWHERE},
};
const size_t bv_fuzz_target_count = sizeof bv_fuzz_targets / sizeof *bv_fuzz_targets;

const bv_fuzz_target *bv_fuzz_target_find(const char *name) {
  for (size_t i = 0; i < bv_fuzz_target_count; i++)
    if (strcmp(bv_fuzz_targets[i].name, name) == 0)
      return &bv_fuzz_targets[i];
  return NULL;
}

void bv_fuzz_add_text(bv_buf *text, const char *bytes, size_t length) {
  for (size_t at = 0, size; at < length; at += size ? size : 1) {
    uint32_t c;
    size = bv_utf8_decode(bytes + at, length - at, &c);
    if (size && c)
      bv_buf_add(text, bytes + at, size);
  }
}

void bv_fuzz_add_front(bv_buf *draft) {
  const bv_asset *front = bv_asset_find("src/check/regels/voorblad.md");
  bv_buf_add(draft, front->bytes, front->length);
  bv_buf_putc(draft, '\n');
}
