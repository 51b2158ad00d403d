#include "publish/svg.h"

#include <string.h>

#include "base/data_address.h"
#include "base/utf8.h"

static void add_escaped(bv_buf *svg, const char *text) {
  for (size_t size; *text; text += size) {
    uint32_t c = 0;
    size = bv_utf8_decode(text, strlen(text), &c);
    if (!size || c < 0x20 || c == 0xFFFE || c == 0xFFFF) {
      bv_buf_puts(svg, "\xEF\xBF\xBD");
      size = 1;
    } else if (c == '<') {
      bv_buf_puts(svg, "&lt;");
    } else if (c == '&') {
      bv_buf_puts(svg, "&amp;");
    } else {
      bv_buf_add(svg, text, size);
    }
  }
}

static void begin(bv_buf *svg, int width, int height, const char *title, const char *style) {
  bv_buf_printf(svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"><title>",
                width, height, width, height);
  add_escaped(svg, title);
  bv_buf_printf(svg, "</title><style>text{font-family:'Open Sans','DejaVu Sans',sans-serif;%s}</style>", style);
}

void bv_svg_begin(bv_buf *svg, int width, int height, const char *title) {
  begin(svg, width, height, title,
        "font-size:11px;fill:#1b1b1b}"
        ".b{font-weight:600}.s{font-size:9.5px}.g{fill:#555}.w{fill:#fff;font-weight:600");
}

void bv_svg_begin_large(bv_buf *svg, int width, int height, const char *title) {
  begin(svg, width, height, title, "font-size:16px;fill:#1b1b1b}.b{font-weight:600}.g{font-size:14px;fill:#444");
}

void bv_svg_end(bv_buf *svg) { bv_buf_puts(svg, "</svg>"); }

void bv_svg_text(bv_buf *svg, int x, int y, const char *anchor, const char *class_name, const char *text) {
  bv_buf_printf(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" class=\"%s\">", x, y, anchor, class_name);
  add_escaped(svg, text);
  bv_buf_puts(svg, "</text>");
}

/* Where the first line of a text ends: at the last space that leaves it no longer than so many characters, else 0. */
static size_t end_of_line(const char *text, size_t characters) {
  size_t end = 0, at = 0, length = strlen(text);
  for (size_t count = 0; at < length && count <= characters; count++) {
    uint32_t c = 0;
    if (text[at] == ' ')
      end = at;
    size_t size = bv_utf8_decode(text + at, length - at, &c);
    at += size ? size : 1;
  }
  return end;
}

void bv_svg_label(bv_arena *arena, bv_buf *svg, int x, int y, const char *class_name, const char *text, size_t characters) {
  enum { LINE = 10 };
  size_t end = bv_utf8_count(text, strlen(text)) > characters ? end_of_line(text, characters) : 0;
  if (end)
    bv_svg_text(svg, x, y - LINE / 2, "start", class_name, bv_strndup(arena, text, end));
  bv_svg_text(svg, x, end ? y + LINE / 2 : y, "start", class_name,
              bv_excerpt_for_picture(arena, end ? text + end + 1 : text, characters));
}

unsigned bv_svg_lines(bv_arena *arena, bv_buf *svg, int x, int y, const char *class_name, const char *text,
                      size_t characters) {
  enum { STEP = 20 };
  for (unsigned lines = 0;; lines++, y += STEP) {
    size_t end = bv_utf8_count(text, strlen(text)) > characters ? end_of_line(text, characters) : 0;
    bv_svg_text(svg, x, y, "start", class_name,
                end ? bv_strndup(arena, text, end) : bv_excerpt_for_picture(arena, text, characters));
    if (!end)
      return lines + 1;
    text += end + 1;
  }
}

void bv_svg_mark(bv_buf *svg, bv_label label, int x, int y, int size) {
  int half = size / 2;
  if (label == BV_LABEL_FEIT)
    bv_buf_printf(svg, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#154273\"/>", x - half, y - half,
                  size, size);
  else if (label == BV_LABEL_MENING)
    bv_buf_printf(svg, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"#fff\" stroke=\"#154273\" stroke-width=\"2\"/>", x,
                  y, half);
  else
    bv_buf_printf(svg, "<path d=\"M%d %dL%d %dL%d %dZ\" fill=\"#8a5a00\"/>", x, y - half - 1, x + half + 1, y + half,
                  x - half - 1, y + half);
}

const char *bv_excerpt_for_picture(bv_arena *arena, const char *text, size_t characters) {
  size_t length = strlen(text);
  if (bv_utf8_count(text, length) <= characters)
    return text;
  size_t end = 0;
  for (size_t i = 0; i + 1 < characters; i++) {
    uint32_t c = 0;
    size_t size = bv_utf8_decode(text + end, length - end, &c);
    end += size ? size : 1;
  }
  return bv_sprintf(arena, "%.*s…", (int)end, text);
}

xmlNode *bv_add_picture(bv_publication *publication, xmlNode *parent, const bv_buf *svg, int width, int height,
                        const char *alternative) {
  bv_arena *arena = publication->arena;
  xmlNode *picture = bv_tree_add(parent, "picture");
  bv_tree_set(picture, "source",
              bv_data_address(arena, "image/svg+xml", bv_buf_string(svg), svg->length));
  bv_tree_set(picture, "width", bv_sprintf(arena, "%d", width));
  bv_tree_set(picture, "height", bv_sprintf(arena, "%d", height));
  bv_tree_text(picture, alternative);
  return picture;
}
