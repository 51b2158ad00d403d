#include "read/xml_scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static bool begins(const bv_xml_scan *scan, uint32_t at, const char *with) {
  size_t length = strlen(with);
  return scan->length - at >= length && memcmp(scan->bytes + at, with, length) == 0;
}

/* The place of the first `what` from `at` on, or the end of the bytes. */
static uint32_t find(const bv_xml_scan *scan, uint32_t at, const char *what) {
  const char *found = memmem(scan->bytes + at, scan->length - at, what, strlen(what));
  return found ? (uint32_t)(found - scan->bytes) : scan->length;
}

static uint32_t behind(const bv_xml_scan *scan, uint32_t at, const char *what) {
  uint32_t place = find(scan, at, what);
  return place == scan->length ? place : place + (uint32_t)strlen(what);
}

/* The end of a name that starts at that place. */
static uint32_t name_end(const bv_xml_scan *scan, uint32_t at) {
  while (at < scan->length && !is_space(scan->bytes[at]) && !strchr("=/>", scan->bytes[at]))
    at++;
  return at;
}

static bv_range without_prefix(const bv_xml_scan *scan, bv_range name) {
  const char *colon = memchr(scan->bytes + name.start, ':', name.end - name.start);
  if (colon)
    name.start = (uint32_t)(colon - scan->bytes) + 1;
  return name;
}

/* The place behind a tag; a '>' in an attribute's value does not end it. */
static uint32_t tag_end(const bv_xml_scan *scan, uint32_t at) {
  while (at < scan->length && scan->bytes[at] != '>') {
    char quote = scan->bytes[at++];
    if (quote == '"' || quote == '\'')
      at = behind(scan, at, (char[]){quote, '\0'});
  }
  return at < scan->length ? at + 1 : at;
}

static void read_tag(bv_xml_scan *scan) {
  uint32_t start = scan->at, name = start + 1 + (scan->bytes[start + 1] == '/');
  scan->token.kind = name > start + 1 ? BV_XML_CLOSE : BV_XML_OPEN;
  scan->token.name = without_prefix(scan, (bv_range){name, name_end(scan, name)});
  scan->at = tag_end(scan, scan->token.name.end);
  scan->token.range = (bv_range){start, scan->at};
  scan->empty = scan->token.kind == BV_XML_OPEN && scan->bytes[scan->at - 2] == '/';
}

static void read_text(bv_xml_scan *scan, const char *end, uint32_t skip) {
  uint32_t start = scan->at, stop = find(scan, start, end);
  scan->token = (bv_xml_token){.kind = BV_XML_TEXT, .range = {start, stop}, .literal = skip > 0};
  scan->at = stop + skip < scan->length ? stop + skip : scan->length;
}

void bv_xml_next(bv_xml_scan *scan) {
  if (scan->empty) {
    scan->empty = false;
    scan->token.kind = BV_XML_CLOSE;
    return;
  }
  while (begins(scan, scan->at, "<!--") || begins(scan, scan->at, "<?"))
    scan->at = scan->bytes[scan->at + 1] == '?' ? behind(scan, scan->at, "?>") : behind(scan, scan->at + 4, "-->");
  if (scan->at >= scan->length) {
    scan->token = (bv_xml_token){.kind = BV_XML_END, .range = {scan->length, scan->length}};
  } else if (begins(scan, scan->at, "<![CDATA[")) {
    scan->at += 9;
    read_text(scan, "]]>", 3);
  } else if (scan->bytes[scan->at] == '<') {
    read_tag(scan);
  } else {
    read_text(scan, "<", 0);
  }
}

bool bv_xml_is(const bv_xml_scan *scan, const char *name) {
  bv_range range = scan->token.name;
  return strlen(name) == range.end - range.start && memcmp(scan->bytes + range.start, name, strlen(name)) == 0;
}

uint32_t bv_xml_attribute(const bv_xml_scan *scan, uint32_t at, bv_range *name, bv_range *value) {
  if (at == 0)
    at = scan->token.name.end;
  for (;;) {
    while (is_space(scan->bytes[at]))
      at++;
    if (at >= scan->token.range.end || scan->bytes[at] == '>' || scan->bytes[at] == '/')
      return 0;
    *name = (bv_range){at, name_end(scan, at)};
    for (at = name->end; scan->bytes[at] != '"' && scan->bytes[at] != '\'';)
      at++;
    *value = (bv_range){at + 1, find(scan, at + 1, (char[]){scan->bytes[at], '\0'})};
    at = value->end + 1;
    if (!begins(scan, name->start, "xmlns"))
      return at;
  }
}

static uint32_t referred(const char *name, uint32_t length) {
  static const struct {
    const char *name;
    char c;
  } named[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  if (*name == '#')
    return (uint32_t)(name[1] == 'x' ? strtoul(name + 2, NULL, 16) : strtoul(name + 1, NULL, 10));
  for (size_t i = 0; i < sizeof named / sizeof *named; i++)
    if (strlen(named[i].name) == length && memcmp(named[i].name, name, length) == 0)
      return (uint32_t)named[i].c;
  return 0xFFFD; /* well-formed XML without a DTD has no others */
}

bv_xml_character bv_xml_character_at(const bv_xml_scan *scan, uint32_t at, uint32_t end, bool literal) {
  bv_xml_character found = {.range = {at, at + 1}};
  const char *bytes = scan->bytes + at;
  uint32_t c = ' ';
  if (*bytes == '&' && !literal) {
    found.range.end = find(scan, at, ";") + 1;
    found.reference = true;
    c = referred(bytes + 1, found.range.end - at - 2);
  } else if (*bytes == '\r') {
    found.range.end += at + 1 < end && bytes[1] == '\n';
    c = '\n';
  } else {
    size_t size = bv_utf8_decode(bytes, end - at, &c);
    found.range.end = at + (uint32_t)(size ? size : 1);
  }
  bv_utf8_encode(c, found.bytes);
  return found;
}
