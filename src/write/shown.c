#include "write/shown.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "publish/proof.h"
#include "publish/tree.h"

bool bv_shown_can_look(const char *form) { return strcmp(form, "html") == 0 || strcmp(form, "xml") == 0; }

/* White space at the edges falls away, and elsewhere is one space. */
static const char *squeeze(bv_arena *arena, const char *text) {
  char *squeezed = bv_alloc(arena, strlen(text) + 1), *to = squeezed;
  for (; *text; text++) {
    bool space = strchr(" \t\r\n", *text) != NULL;
    if (!space)
      *to++ = *text;
    else if (to > squeezed && to[-1] != ' ')
      *to++ = ' ';
  }
  if (to > squeezed && to[-1] == ' ')
    *--to = '\0';
  return squeezed;
}

/* The number of the claim that the element is, in the arena, or NULL. */
static const char *number_of(bv_arena *arena, xmlNode *element, bool html) {
  static const char mark[] = "punt-";
  static const char *const names[] = {"claim", "subclaim", "point"};
  bool named = html;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    named = named || xmlStrEqual(element->name, BAD_CAST names[i]);
  xmlChar *value = named ? xmlGetNoNsProp(element, BAD_CAST(html ? "id" : "number")) : NULL;
  const char *text = (const char *)value, *number = NULL;
  if (text && html)
    text = strncmp(text, mark, sizeof mark - 1) == 0 ? text + sizeof mark - 1 : NULL;
  if (text && bv_proof_is_number(text))
    number = bv_strdup(arena, text);
  xmlFree(value);
  return number;
}

static void add_shown(bv_arena *arena, bv_shown_list *shown, const char *number, const xmlNode *element) {
  xmlChar *content = xmlNodeGetContent(element);
  if (!content)
    bv_out_of_memory();
  BV_PUSH(arena, shown, (bv_shown){number, squeeze(arena, (const char *)content)});
  xmlFree(content);
}

static int compare(const void *a, const void *b) {
  return bv_proof_compare(((const bv_shown *)a)->number, ((const bv_shown *)b)->number);
}

bool bv_shown_in(bv_arena *arena, const char *form, const char *bytes, size_t length, bv_shown_list *shown) {
  bool html = strcmp(form, "html") == 0;
  bv_xml_error error;
  *shown = (bv_shown_list){0};
  if (length > INT_MAX)
    return false;
  const int leniently = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  xmlDoc *document = html ? htmlReadMemory(bytes, (int)length, NULL, "UTF-8", leniently)
                          : bv_xml_parse(arena, bytes, length, &error);
  xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
  for (xmlNode *node = root; node; node = bv_tree_following(node, root)) {
    const char *number = node->type == XML_ELEMENT_NODE ? number_of(arena, node, html) : NULL;
    if (number)
      add_shown(arena, shown, number, node);
  }
  if (shown->count)
    qsort(shown->items, shown->count, sizeof *shown->items, compare);
  xmlFreeDoc(document);
  return root != NULL;
}

const bv_shown *bv_shown_find(const bv_shown_list *shown, const char *number) {
  const bv_shown wanted = {.number = number};
  return shown->count ? bsearch(&wanted, shown->items, shown->count, sizeof wanted, compare) : NULL;
}
