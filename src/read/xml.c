#include "read/xml.h"

#include <string.h>

#include "base/buf.h"
#include "base/messages.h"
#include "read/bytes.h"
#include "read/front.h"
#include "read/xml_check.h"

void bv_xml_refuse(bv_xml_reader *x, uint32_t at, const char *message) {
  if (x->refusal)
    return;
  x->refusal = message;
  x->refused_at = at;
}

bool bv_xml_find(const bv_xml_reader *x, const char *name, bv_range *value) {
  bv_range found;
  for (uint32_t at = 0; (at = bv_xml_attribute(&x->scan, at, &found, value)) > 0;)
    if (strlen(name) == found.end - found.start && memcmp(x->scan.bytes + found.start, name, strlen(name)) == 0)
      return true;
  return false;
}

const char *bv_xml_value(bv_xml_reader *x, bv_range value) {
  bv_buf text = bv_buf_new(x->reader->arena);
  bool refers = false;
  for (uint32_t at = value.start; at < value.end;) {
    bv_xml_character c = bv_xml_character_at(&x->scan, at, value.end, false);
    bool space = !c.reference && strchr("\t\n", *c.bytes);
    bv_buf_puts(&text, space ? " " : c.bytes);
    refers = refers || c.reference;
    at = c.range.end;
  }
  const char *string = bv_buf_string(&text);
  return refers ? bv_clean_string(x->reader, string, value) : string;
}

void bv_xml_pass(bv_xml_reader *x) {
  unsigned depth = 0;
  do {
    depth += x->scan.token.kind == BV_XML_OPEN;
    depth -= x->scan.token.kind == BV_XML_CLOSE;
    if (depth)
      bv_xml_next(&x->scan);
  } while (depth && x->scan.token.kind != BV_XML_END);
}

/* The next start tag of that name. */
static void find_open(bv_xml_reader *x, const char *name) {
  do
    bv_xml_next(&x->scan);
  while (x->scan.token.kind != BV_XML_END && !(x->scan.token.kind == BV_XML_OPEN && bv_xml_is(&x->scan, name)));
}

static void read(bv_xml_reader *x) {
  bv_document *document = x->reader->document;
  find_open(x, "voorblad");
  uint32_t start = x->scan.token.range.start;
  const bv_yaml *entries = bv_xml_front(x);
  document->front.fields.range = (bv_range){start, x->scan.token.range.end};
  bv_fill_front(x->reader, entries, true);
  find_open(x, "inhoud");
  document->root = bv_node_new(x->reader->arena, BV_NODE_ROOT, NULL);
  document->root->range.start = x->scan.token.range.start;
  bv_xml_blocks(x, document->root);
  document->root->range.end = x->scan.token.range.end;
}

const char *bv_read_xml(bv_reader *reader, const char *bytes, size_t length) {
  const bv_source *source = reader->document->source;
  bv_xml_error error;
  if (!bv_xml_check(reader->scratch, bytes, length, &error))
    return bv_sprintf(reader->scratch, MSG_XML_LINE, error.line, error.message);
  bv_xml_reader x = {.reader = reader, .scan = {.bytes = source->bytes, .length = (uint32_t)source->length}};
  read(&x);
  if (!x.refusal)
    return NULL;
  return bv_sprintf(reader->scratch, MSG_XML_LINE, (int)bv_source_position(source, x.refused_at).line, x.refusal);
}
