#include "read/entity.h"

#include <cmark.h>
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { LONGEST = 34 }; /* "&CounterClockwiseContourIntegral;" */

/* Size of what has the form of a reference, or 0. */
static uint32_t reference_size(const char *bytes, size_t length) {
  size_t most = length < LONGEST ? length : LONGEST, i = 1;
  if (i < most && bytes[i] == '#')
    i++;
  while (i < most && isalnum((unsigned char)bytes[i]))
    i++;
  return i > 1 && i < most && bytes[i] == ';' ? (uint32_t)i + 1 : 0;
}

/* Those that people use, without the way round. */
static const char *common(const char *bytes, uint32_t size) {
  static const char *const pairs[][2] = {
      {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", "\xC2\xA0"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (strlen(pairs[i][0]) == size && memcmp(bytes, pairs[i][0], size) == 0)
      return pairs[i][1];
  return NULL;
}

/* Lets cmark read a document of that one reference. */
static bool ask_cmark(const char *bytes, bv_entity *entity) {
  cmark_node *document = cmark_parse_document(bytes, entity->size, CMARK_OPT_DEFAULT);
  cmark_node *paragraph = cmark_node_first_child(document);
  cmark_node *text = paragraph ? cmark_node_first_child(paragraph) : NULL;
  const char *literal = text ? cmark_node_get_literal(text) : NULL;
  bool known = literal && !cmark_node_next(text) && strlen(literal) < sizeof entity->text &&
               (strlen(literal) != entity->size || memcmp(literal, bytes, entity->size) != 0);
  if (known)
    strcpy(entity->text, literal);
  cmark_node_free(document);
  return known;
}

bv_entity bv_read_entity(const char *bytes, size_t length) {
  bv_entity entity = {.size = length && *bytes == '&' ? reference_size(bytes, length) : 0};
  if (entity.size == 0)
    return entity;
  const char *text = common(bytes, entity.size);
  if (text)
    strcpy(entity.text, text);
  else if (!ask_cmark(bytes, &entity))
    entity.size = 0;
  return entity;
}
