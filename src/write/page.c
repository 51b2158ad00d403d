#include "write/page.h"

#include <string.h>

#include "base/asset.h"

void bv_page_bytes(bv_buf *out, const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++)
    switch (bytes[i]) {
    case '&':
      bv_buf_puts(out, "&amp;");
      break;
    case '<':
      bv_buf_puts(out, "&lt;");
      break;
    case '>':
      bv_buf_puts(out, "&gt;");
      break;
    case '"':
      bv_buf_puts(out, "&quot;");
      break;
    default:
      bv_buf_putc(out, bytes[i]);
    }
}

void bv_page_text(bv_buf *out, const char *text) {
  if (text)
    bv_page_bytes(out, text, strlen(text));
}

static void add_asset(bv_buf *out, const char *name) {
  const bv_asset *asset = bv_asset_find(bv_sprintf(out->arena, "templates/%s", name));
  bv_buf_add(out, asset->bytes, asset->length);
}

void bv_page_begin(bv_buf *out, const char *title, const char *style) {
  bv_buf_puts(out, "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
  bv_page_text(out, title);
  bv_buf_puts(out, "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n");
  add_asset(out, style);
  bv_buf_puts(out, "</style>\n</head>\n<body>\n");
}

void bv_page_end(bv_buf *out, const char *script) {
  if (script) {
    bv_buf_puts(out, "<script>\n");
    add_asset(out, script);
    bv_buf_puts(out, "</script>\n");
  }
  bv_buf_puts(out, "</body>\n</html>\n");
}
