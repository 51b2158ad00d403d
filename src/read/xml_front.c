#include <string.h>

#include "base/buf.h"
#include "read/xml.h"

/* The text of a field while it comes in: a line end with the white space around it is one space, and white space at
 * the edges falls away, unless it stands there as a reference. */
typedef struct field_text {
  bv_buf text;
  bv_range range;   /* from the first to the last character that counts */
  uint32_t space;   /* where white space began that may count; 0: none */
  bool line_end;    /* in that */
} field_text;

static void add_text(bv_xml_reader *x, field_text *field) {
  const bv_xml_token token = x->scan.token;
  for (uint32_t at = token.range.start; at < token.range.end;) {
    bv_xml_character c = bv_xml_character_at(&x->scan, at, token.range.end, token.literal);
    if (!c.reference && strchr(" \t\n", *c.bytes)) {
      field->space = field->space ? field->space : at;
      field->line_end = field->line_end || *c.bytes == '\n';
    } else {
      bool inside = field->text.length > 0 && field->space;
      if (inside && field->line_end)
        bv_buf_putc(&field->text, ' ');
      else if (inside)
        bv_buf_add(&field->text, x->scan.bytes + field->space, at - field->space);
      if (field->text.length == 0)
        field->range.start = at;
      bv_buf_puts(&field->text, c.bytes);
      field->range.end = c.range.end;
      field->space = 0;
      field->line_end = false;
    }
    at = c.range.end;
  }
}

static bool is_item(const bv_xml_reader *x, const char *parent) {
  return bv_xml_is(&x->scan, "waarde") || (strcmp(parent, "personen") == 0 && bv_xml_is(&x->scan, "persoon")) ||
         (strcmp(parent, "bronnen") == 0 && bv_xml_is(&x->scan, "bron"));
}

/* The key of a field: the name of its element, or of a <veld> what its attribute says. */
static void name_field(bv_xml_reader *x, bv_yaml *field) {
  field->key_range = x->scan.token.name;
  if (bv_xml_is(&x->scan, "veld") && bv_xml_find(x, "naam", &field->key_range))
    field->key = bv_xml_value(x, field->key_range);
  else
    field->key = bv_strndup(x->reader->arena, x->scan.bytes + field->key_range.start,
                            field->key_range.end - field->key_range.start);
}

/* Reads what stands in an element into `field`, whose key is known. */
static void read_value(bv_xml_reader *x, bv_yaml *field) {
  bv_range form;
  bv_yaml **last = &field->first;
  field_text text = {.text = bv_buf_new(x->reader->arena)};
  uint32_t inside = x->scan.token.range.end;
  if (bv_xml_find(x, "vorm", &form))
    field->kind = x->scan.bytes[form.start] == 'l' ? BV_YAML_LIST : BV_YAML_MAP;
  text.range = (bv_range){inside, inside};
  for (bv_xml_next(&x->scan); x->scan.token.kind != BV_XML_CLOSE; bv_xml_next(&x->scan)) {
    if (x->scan.token.kind == BV_XML_TEXT) {
      add_text(x, &text);
      continue;
    }
    bv_yaml *child = *last = bv_alloc(x->reader->arena, sizeof *child);
    last = &child->next;
    field->kind = is_item(x, field->key ? field->key : "") ? BV_YAML_LIST : BV_YAML_MAP;
    if (field->kind == BV_YAML_MAP)
      name_field(x, child);
    read_value(x, child);
  }
  field->range = field->kind == BV_YAML_SCALAR ? text.range : (bv_range){inside, x->scan.token.range.start};
  field->value = field->kind == BV_YAML_SCALAR ? bv_buf_string(&text.text) : NULL;
}

const bv_yaml *bv_xml_front(bv_xml_reader *x) {
  bv_yaml *entries = bv_alloc(x->reader->arena, sizeof *entries);
  read_value(x, entries);
  if (!entries->first) {
    entries->kind = BV_YAML_MAP; /* <voorblad/> holds no fields, and is no text */
    entries->value = NULL;
  }
  return entries;
}
