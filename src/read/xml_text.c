#include <string.h>

#include "base/messages.h"
#include "read/bytes.h"
#include "read/link.h"
#include "read/writer.h"
#include "read/xml.h"

typedef struct text_reader {
  bv_xml_reader *x;
  bv_leaf_writer writer;
  bv_range space; /* white space that was seen and not yet written */
  bool line_end;  /* in that */
} text_reader;

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static char last_byte(const text_reader *t) {
  return t->writer.text.length ? t->writer.text.bytes[t->writer.text.length - 1] : '\n';
}

/* Writes the white space before what comes: a line end with all around it is one space. At the start of a line of the
 * text it is only the layout of the file. */
static void write_space(text_reader *t) {
  if (t->space.end > t->space.start && last_byte(t) != '\n') {
    if (t->line_end)
      bv_write_character(&t->writer, " ", t->space);
    else
      bv_write_plain(&t->writer, t->x->scan.bytes + t->space.start, t->space.end - t->space.start, t->space);
  }
  t->space = (bv_range){0, 0};
  t->line_end = false;
}

/* A reference counts as what it stands for, but a tab or line end is a space, as it is in Markdown. */
static void write_reference(text_reader *t, const bv_xml_character *c) {
  bool space = strchr("\t\n\r", *c->bytes) != NULL;
  bv_reader *reader = t->x->reader;
  const char *bytes = space ? " " : bv_clean_string(reader, bv_strdup(reader->scratch, c->bytes), c->range);
  bv_write_character(&t->writer, bytes, c->range);
}

static void add_text(text_reader *t) {
  const bv_xml_token token = t->x->scan.token;
  const char *bytes = t->x->scan.bytes;
  if (t->space.end != token.range.start)
    write_space(t);
  for (uint32_t at = token.range.start, end; at < token.range.end; at = end) {
    for (end = at; end < token.range.end && !is_space(bytes[end]) && (token.literal || bytes[end] != '&');)
      end++;
    if (end > at) {
      write_space(t);
      bv_write_plain(&t->writer, bytes + at, end - at, (bv_range){at, end});
    } else if (is_space(bytes[at])) {
      end = at + 1;
      t->space = (bv_range){t->space.end ? t->space.start : at, end};
      t->line_end = t->line_end || bytes[at] == '\n';
    } else {
      bv_xml_character c = bv_xml_character_at(&t->x->scan, at, token.range.end, token.literal);
      write_space(t);
      write_reference(t, &c);
      end = c.range.end;
    }
  }
}

/* In a verbatim block every character counts. */
static void add_verbatim(text_reader *t) {
  const bv_xml_token token = t->x->scan.token;
  const char *bytes = t->x->scan.bytes;
  for (uint32_t at = token.range.start, end; at < token.range.end; at = end) {
    for (end = at; end < token.range.end && bytes[end] != '\r' && (token.literal || bytes[end] != '&');)
      end++;
    if (end > at) {
      bv_write_plain(&t->writer, bytes + at, end - at, (bv_range){at, end});
    } else {
      bv_xml_character c = bv_xml_character_at(&t->x->scan, at, token.range.end, token.literal);
      const char *clean = bv_clean_string(t->x->reader, bv_strdup(t->x->reader->scratch, c.bytes), c.range);
      bv_write_character(&t->writer, clean, c.range);
      end = c.range.end;
    }
  }
}

static const char *read_address(bv_xml_reader *x) {
  bv_range place;
  bv_xml_find(x, "naar", &place);
  const char *address = bv_xml_value(x, place);
  if (bv_link_is_harmless(address))
    return address;
  bv_read_report(x->reader, BV_RULE_MARKUP_HTML, place, MSG_HTML_ADDRESS_ADVICE, MSG_HTML_ADDRESS);
  return NULL;
}

static void read_pieces(text_reader *t);

static void read_span(text_reader *t) {
  bv_xml_reader *x = t->x;
  bv_range tag = x->scan.token.range;
  bv_node *around = t->writer.span;
  bv_attributes attributes = bv_xml_attributes(x);
  bv_write_open_span(&t->writer, tag, &attributes);
  bv_node *span = t->writer.span;
  read_pieces(t);
  write_space(t);
  if (span != around)
    span->range.end = x->scan.token.range.end;
  bv_write_close_span(&t->writer);
}

static void read_element(text_reader *t) {
  bv_xml_reader *x = t->x;
  bv_leaf_writer *w = &t->writer;
  if (bv_xml_is(&x->scan, "regeleinde")) {
    bv_write_character(w, "\n", x->scan.token.range);
    bv_xml_pass(x);
  } else if (bv_xml_is(&x->scan, "stuk")) {
    read_span(t);
  } else if (bv_xml_is(&x->scan, "link")) {
    w->href = read_address(x);
    read_pieces(t);
    write_space(t);
    w->href = NULL;
  } else {
    unsigned *style = bv_xml_is(&x->scan, "code") ? &w->code : bv_xml_is(&x->scan, "vet") ? &w->strong : &w->emphasis;
    ++*style;
    read_pieces(t);
    write_space(t);
    --*style;
  }
}

static void read_pieces(text_reader *t) {
  for (bv_xml_next(&t->x->scan); t->x->scan.token.kind != BV_XML_CLOSE; bv_xml_next(&t->x->scan)) {
    if (t->x->scan.token.kind == BV_XML_TEXT) {
      add_text(t);
    } else {
      write_space(t);
      read_element(t);
    }
  }
}

/* From the first to the last byte of the content that is not white space. */
static bv_range content_range(const bv_xml_reader *x, uint32_t start, uint32_t end) {
  while (start < end && is_space(x->scan.bytes[start]))
    start++;
  while (end > start && is_space(x->scan.bytes[end - 1]))
    end--;
  return (bv_range){start, end};
}

void bv_xml_text(bv_xml_reader *x, bv_node *leaf) {
  text_reader t = {.x = x, .writer = bv_leaf_writer_new(x->reader, leaf)};
  uint32_t start = x->scan.token.range.end;
  if (leaf->kind == BV_NODE_VERBATIM) {
    t.writer.code = 1;
    for (bv_xml_next(&x->scan); x->scan.token.kind != BV_XML_CLOSE; bv_xml_next(&x->scan))
      add_verbatim(&t);
  } else {
    read_pieces(&t);
  }
  bv_leaf_writer_finish(&t.writer);
  uint32_t end = x->scan.token.range.start > start ? x->scan.token.range.start : start;
  leaf->range = content_range(x, start, end);
}
