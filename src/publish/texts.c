#include "publish/texts.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/asset.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/xml.h"

struct bv_texts {
  bv_arena *arena;
  xmlDoc *documents[2]; /* the organisation's, ours; either may be NULL */
  bv_audience audience;
  const char *kind;
  bool placement, siblings;
  bv_value *values;
};

static const char *const audience_names[] = {"rechtbank", "ouder-gezag", "ouder",  "verzorger",
                                             "algemeen",  "kind-12",     "kind-16"};

const char *bv_audience_name(bv_audience audience) { return audience_names[audience]; }

bv_texts *bv_texts_new(bv_arena *arena, const char *own, bv_audience audience) {
  bv_texts *texts = bv_alloc(arena, sizeof *texts);
  const bv_asset *ours = bv_asset_find("templates/teksten.xml");
  bv_xml_error error;
  *texts = (bv_texts){.arena = arena, .audience = audience, .kind = ""};
  if (own)
    texts->documents[0] = bv_xml_parse(arena, own, strlen(own), &error);
  if (ours)
    texts->documents[1] = bv_xml_parse(arena, ours->bytes, ours->length, &error);
  return texts;
}

void bv_texts_free(bv_texts *texts) {
  for (int i = 0; i < 2; i++)
    xmlFreeDoc(texts->documents[i]);
}

void bv_texts_set_case(bv_texts *texts, const char *kind, bool placement, bool siblings) {
  texts->kind = kind;
  texts->placement = placement;
  texts->siblings = siblings;
}

void bv_texts_define(bv_texts *texts, const char *name, const char *value, bool plural) {
  bv_value *entry = bv_alloc(texts->arena, sizeof *entry);
  *entry = (bv_value){name, value, plural, texts->values};
  texts->values = entry;
}

static const char *attribute(const xmlNode *element, const char *name) {
  const xmlAttr *found = xmlHasProp((xmlNode *)element, BAD_CAST name);
  return found && found->children ? (const char *)found->children->content : NULL;
}

/* Whether the word stands in a list of words between spaces; no word ("", of a draft without a kind) stands in none. */
static bool names(const char *list, const char *word) {
  size_t length = strlen(word);
  for (const char *at = list; length && (at = strstr(at, word)) != NULL; at += length)
    if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return true;
  return false;
}

static bool is_for_reader(const bv_texts *texts, const xmlNode *element) {
  const char *audience = attribute(element, "for"), *kind = attribute(element, "kind"),
             *when = attribute(element, "when");
  const char *form = texts->audience == BV_AUDIENCE_COURT        ? "rechtbank"
                     : texts->audience >= BV_AUDIENCE_CHILD_12   ? "je"
                                                                 : "u";
  if (audience && !names(audience, audience_names[texts->audience]) && !names(audience, form))
    return false;
  if (when && strcmp(when, texts->placement ? "placement" : "no-placement") != 0 &&
      strcmp(when, texts->siblings ? "siblings" : "one-child") != 0)
    return false;
  return !kind || names(kind, texts->kind);
}

static const xmlNode *first_element(const xmlNode *node) {
  while (node && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

/* The next element of that name and id (in attribute `key`) for this reader, in this document or the next. */
static const xmlNode *next_match(const bv_texts *texts, int source, const char *name, const char *key, const char *id,
                                 const xmlNode *after) {
  const xmlNode *root = texts->documents[source] ? xmlDocGetRootElement(texts->documents[source]) : NULL;
  const xmlNode *node = after ? after->next : root ? root->children : NULL;
  for (node = first_element(node); node; node = first_element(node->next)) {
    const char *value = attribute(node, key);
    if (xmlStrEqual(node->name, BAD_CAST name) && value && strcmp(value, id) == 0 && is_for_reader(texts, node))
      return node;
  }
  return NULL;
}

/* The organisation's own texts go before ours: the first document that has one of that id. */
static const xmlNode *first_match(const bv_texts *texts, const char *name, const char *key, const char *id) {
  const xmlNode *found = next_match(texts, 0, name, key, id, NULL);
  return found ? found : next_match(texts, 1, name, key, id, NULL);
}

static const bv_value *find_value(const bv_value *values, const char *name, size_t length) {
  for (; values; values = values->next)
    if (strlen(values->name) == length && memcmp(values->name, name, length) == 0)
      return values;
  return NULL;
}

/* The text with its first letter as a capital, for the start of a sentence. */
static void put_capital(const char *text, bv_buf *out) {
  uint32_t first = 0;
  char capital[4];
  size_t size = bv_utf8_decode(text, strlen(text), &first);
  bv_buf_add(out, capital, bv_utf8_encode((uint32_t)u_toupper((UChar32)first), capital));
  bv_buf_puts(out, text + size);
}

/* One `{…}`, without its braces. */
static void fill_slot(const bv_texts *texts, const bv_value *values, const char *slot, size_t length, bv_buf *out) {
  bool capital = length && slot[0] == '^';
  slot += capital;
  length -= capital;
  const char *colon = memchr(slot, ':', length);
  size_t name_length = colon ? (size_t)(colon - slot) : length;
  const bv_value *value = find_value(values, slot, name_length);
  if (!value)
    value = find_value(texts->values, slot, name_length);
  if (!colon) {
    const char *text = value && value->value ? value->value : "";
    if (capital && *text)
      put_capital(text, out);
    else
      bv_buf_puts(out, text);
    return;
  }
  const char *one = colon + 1, *end = slot + length;
  const char *bar = memchr(one, '|', (size_t)(end - one));
  if (!bar)
    bar = end;
  if (value && value->plural && bar < end)
    bv_buf_add(out, bar + 1, (size_t)(end - bar - 1));
  else
    bv_buf_add(out, one, (size_t)(bar - one));
}

static const char *fill(const bv_texts *texts, const char *template, const bv_value *values) {
  bv_buf out = bv_buf_new(texts->arena);
  for (const char *at = template; *at;) {
    const char *open = strchr(at, '{');
    const char *close = open ? strchr(open, '}') : NULL;
    if (!close) {
      bv_buf_puts(&out, at);
      break;
    }
    bv_buf_add(&out, at, (size_t)(open - at));
    fill_slot(texts, values, open + 1, (size_t)(close - open - 1), &out);
    at = close + 1;
  }
  return bv_buf_string(&out);
}

/* The text in an element, its white space made single: the file may be wrapped. */
static const char *content(const bv_texts *texts, const xmlNode *element) {
  bv_buf out = bv_buf_new(texts->arena);
  for (const xmlNode *node = element->children; node; node = node->next)
    if (node->content)
      for (const char *c = (const char *)node->content; *c; c++) {
        bool space = *c == ' ' || *c == '\n' || *c == '\t';
        if (!space)
          bv_buf_putc(&out, *c);
        else if (out.length && out.bytes[out.length - 1] != ' ')
          bv_buf_putc(&out, ' ');
      }
  if (out.length && out.bytes[out.length - 1] == ' ')
    out.bytes[--out.length] = '\0';
  return bv_buf_string(&out);
}

bool bv_texts_has(bv_texts *texts, const char *id) { return first_match(texts, "text", "id", id) != NULL; }

const char *bv_texts_get(bv_texts *texts, const char *id, const bv_value *values) {
  const xmlNode *found = first_match(texts, "text", "id", id);
  return found ? fill(texts, content(texts, found), values) : "";
}

void bv_texts_each(bv_texts *texts, const char *id, bv_take_text *take, void *context) {
  for (int source = 0; source < 2; source++) {
    const xmlNode *node = next_match(texts, source, "text", "id", id, NULL);
    if (!node)
      continue;
    for (; node; node = next_match(texts, source, "text", "id", id, node))
      take(context, fill(texts, content(texts, node), NULL));
    return;
  }
}

const xmlNode *bv_texts_topic(bv_texts *texts, const char *list, const xmlNode *previous) {
  if (!previous)
    return first_match(texts, "topic", "of", list);
  return next_match(texts, previous->doc == texts->documents[0] ? 0 : 1, "topic", "of", list, previous);
}

const char *bv_texts_fill_element(bv_texts *texts, const xmlNode *element) {
  return is_for_reader(texts, element) ? fill(texts, content(texts, element), NULL) : "";
}
