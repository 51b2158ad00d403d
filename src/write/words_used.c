/* Which words each point of a version for parents has. */
#include <string.h>

#include "base/messages.h"
#include "lang/difficult.h"
#include "publish/flat.h"
#include "publish/tree.h"
#include "write/language.h"

enum { MOST_WORDS = 8 }; /* named of what makes a point hard */

typedef enum words { AUTHOR, OWN, SIMPLIFIED, HARD, WORDS_COUNT } words;

static const char *const names[WORDS_COUNT] = {"author", "own", "simplified", "hard"};

static const char *attribute(const xmlNode *element, const char *name) {
  const xmlAttr *found = xmlHasProp((xmlNode *)element, BAD_CAST name);
  return found && found->children ? (const char *)found->children->content : "";
}

static xmlNode *child(const xmlNode *element, const char *name) {
  xmlNode *node = element->children;
  while (node && !xmlStrEqual(node->name, BAD_CAST name))
    node = node->next;
  return node;
}

static void add_changes(bv_buf *out, const xmlNode *point) {
  const xmlNode *changes = child(point, "changes");
  for (const xmlNode *change = changes ? changes->children : NULL; change; change = change->next)
    if (change->type == XML_ELEMENT_NODE)
      bv_buf_printf(out, "       " MSG_WORDS_CHANGE "\n", attribute(change, "before"), attribute(change, "after"));
}

/* Each difficult word once. */
static void add_difficult(bv_buf *out, const bv_flat *flat) {
  bv_tokens tokens = bv_tokenize(out->arena, flat->text, flat->length);
  const char *found[MOST_WORDS];
  size_t count = 0;
  for (size_t i = 0, behind; i < tokens.count && count < MOST_WORDS; i = behind ? behind : i + 1) {
    behind = bv_difficult_word(&tokens, i);
    if (!behind)
      continue;
    uint32_t start = tokens.items[i].start, end = tokens.items[behind - 1].end;
    found[count] = bv_strndup(out->arena, flat->text + start, end - start);
    bool again = false;
    for (size_t k = 0; k < count && !again; k++)
      again = strcmp(found[k], found[count]) == 0;
    count += !again;
  }
  for (size_t k = 0; k < count; k++)
    bv_buf_printf(out, "%s%s", k ? ", " : "       " MSG_WORDS_DIFFICULT, found[k]);
  if (count)
    bv_buf_putc(out, '\n');
}

static void add_reasons(bv_buf *out, xmlNode *point, const bv_reading_limits *limits) {
  bv_flat flat = bv_flatten(out->arena, child(point, "content"), NULL);
  bv_measure measure = bv_measure_text(out->arena, flat.text, flat.length);
  if (measure.longest_sentence > (size_t)limits->longer_sentence)
    bv_buf_printf(out, "       " MSG_WORDS_LONG "\n", measure.longest_sentence, limits->longer_sentence);
  if (!bv_has_easy_words(&measure, limits))
    bv_buf_printf(out, "       " MSG_WORDS_FLESCH "\n", bv_flesch_douma(&measure), limits->flesch_douma);
  add_difficult(out, &flat);
}

static words add_point(bv_buf *out, xmlNode *point, const bv_reading_limits *limits) {
  static const char *const said[WORDS_COUNT] = {MSG_WORDS_AUTHOR, MSG_WORDS_OWN, MSG_WORDS_SIMPLIFIED, MSG_WORDS_HARD};
  words w = AUTHOR;
  while (w + 1 < WORDS_COUNT && strcmp(attribute(point, "words"), names[w]) != 0)
    w++;
  bv_buf_printf(out, "%6s %s\n", attribute(point, "number"), said[w]);
  add_changes(out, point);
  if (w == HARD)
    add_reasons(out, point, limits);
  return w;
}

void bv_write_words_used(bv_buf *out, xmlDoc *published, const bv_reading_limits *limits) {
  size_t counts[WORDS_COUNT] = {0}, all = 0;
  xmlNode *root = xmlDocGetRootElement(published);
  bv_buf_puts(out, MSG_WORDS_TITLE "\n");
  for (xmlNode *node = root; node; node = bv_tree_following(node, root))
    if (node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST "point")) {
      counts[add_point(out, node, limits)]++;
      all++;
    }
  bv_buf_printf(out, MSG_WORDS_SUM "\n", all, counts[AUTHOR], counts[OWN], counts[SIMPLIFIED], counts[HARD]);
}
