#include "read/definitions.h"

#include <cmark.h>
#include <string.h>

#include "base/messages.h"

bv_definitions bv_definitions_new(bv_reader *reader) {
  bv_definitions definitions = {.lines = bv_buf_new(reader->scratch), .used = xmlHashCreate(0)};
  if (!definitions.used)
    bv_out_of_memory();
  return definitions;
}

/* Whether cmark takes these lines for nothing but definitions of link targets. */
static bool only_definitions(const char *bytes, size_t length) {
  cmark_node *document = cmark_parse_document(bytes, length, CMARK_OPT_DEFAULT);
  bool only = cmark_node_first_child(document) == NULL;
  cmark_node_free(document);
  return only;
}

/* The place of the colon behind the label of a definition on the first line of `text`, or NULL. */
static const char *colon_of(const char *text) {
  if (text[0] != '[' || text[1] == '^') /* the latter is a footnote to pandoc */
    return NULL;
  while (*text && *text != '\n' && !(text[0] == ']' && text[1] == ':'))
    text++;
  return *text == ']' ? text + 1 : NULL;
}

/* How long the definition `[label]: address` is that starts on the line, in lines; 0: there is none. The address must look
 * like one: "[Sam]: ziek" is what somebody said. */
static size_t definition_lines(const bv_content *content, size_t line) {
  uint32_t start = content->lines.items[line].at;
  const char *text = content->bytes + start, *colon = colon_of(text);
  size_t longest = 0;
  if (!colon)
    return 0;
  const char *address = colon + 1 + strspn(colon + 1, " \t\n");
  if (!memchr(address, '/', strcspn(address, " \t\n")) && *address != '#' && strncmp(address, "mailto:", 7) != 0)
    return 0;
  for (size_t lines = 1; lines <= 3 && line + lines <= content->lines.count; lines++) {
    if (lines > 1 && content->bytes[content->lines.items[line + lines - 1].at] == '[')
      break; /* the next definition */
    bool last = line + lines == content->lines.count;
    uint32_t end = last ? content->length : content->lines.items[line + lines].at;
    if (only_definitions(text, end - start))
      longest = lines;
  }
  return longest;
}

/* The address as cmark reads it: that of a link which uses the definition. */
static const char *address_of(bv_reader *reader, const char *bytes, size_t length) {
  int label = (int)(colon_of(bytes) - bytes);
  const char *text = bv_sprintf(reader->scratch, "%.*s\n\n%.*s\n", label, bytes, (int)length, bytes);
  cmark_node *document = cmark_parse_document(text, strlen(text), CMARK_OPT_DEFAULT);
  cmark_node *paragraph = cmark_node_first_child(document);
  cmark_node *link = paragraph ? cmark_node_first_child(paragraph) : NULL;
  bool is_link = link && cmark_node_get_type(link) == CMARK_NODE_LINK;
  const char *address = is_link ? bv_strdup(reader->scratch, cmark_node_get_url(link)) : "";
  cmark_node_free(document);
  return address;
}

void bv_take_definitions(bv_reader *reader, bv_definitions *definitions, bv_content *content) {
  const char *source = reader->document->source->bytes;
  if (content->lines.count == 0 || source[content->lines.items[0].source.start] != '[')
    return;
  bv_content_fill(reader->scratch, content, source);
  size_t taken = 0;
  for (size_t lines; taken < content->lines.count && (lines = definition_lines(content, taken)) > 0; taken += lines) {
    uint32_t start = content->lines.items[taken].at;
    uint32_t end = taken + lines < content->lines.count ? content->lines.items[taken + lines].at - 1 : content->length;
    bv_buf_add(&definitions->lines, content->bytes + start, end - start);
    bv_buf_putc(&definitions->lines, '\n');
    bv_definition definition = {bv_content_range(content, start, end),
                                address_of(reader, content->bytes + start, end - start)};
    BV_PUSH(reader->scratch, definitions, definition);
  }
  content->lines.items += taken;
  content->lines.count -= taken;
}

void bv_use_definition(bv_definitions *definitions, const char *address) {
  if (definitions->count)
    xmlHashAddEntry(definitions->used, (const xmlChar *)address, definitions);
}

void bv_definitions_finish(bv_reader *reader, bv_definitions *definitions) {
  for (size_t i = 0; i < definitions->count; i++)
    if (!xmlHashLookup(definitions->used, (const xmlChar *)definitions->items[i].address))
      bv_read_report(reader, BV_RULE_MARKUP_VERWIJZING, definitions->items[i].place, MSG_LINK_UNUSED_ADVICE,
                     MSG_LINK_UNUSED);
  xmlHashFree(definitions->used, NULL);
}
