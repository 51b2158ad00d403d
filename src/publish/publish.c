#include "publish/publish.h"

#include <stdarg.h>

#include "base/messages.h"
#include "bronvast.h"
#include "publish/filter.h"
#include "publish/people.h"

const char *bv_say(bv_publication *publication, const char *id, ...) {
  va_list arguments;
  bv_value values[4] = {0}, *first = NULL;
  va_start(arguments, id);
  for (int i = 0; i < 4; i++) {
    const char *name = va_arg(arguments, const char *);
    if (!name)
      break;
    values[i] = (bv_value){name, va_arg(arguments, const char *), false, first};
    first = &values[i];
  }
  va_end(arguments);
  return bv_texts_get(publication->texts, id, first);
}

xmlNode *bv_add_section(xmlNode *parent, const char *id, const char *kind, const char *title) {
  xmlNode *section = bv_tree_add(parent, "section");
  bv_tree_set(section, "id", id);
  bv_tree_set(section, "kind", kind);
  bv_tree_add_text(section, "title", title);
  return section;
}

xmlNode *bv_add_link(xmlNode *parent, const char *target, const char *text) {
  xmlNode *link = bv_tree_add_text(parent, "link", text);
  bv_tree_set(link, "href", target);
  return link;
}

const char *bv_claim_anchor(bv_arena *arena, const bv_claim *claim) {
  return bv_sprintf(arena, "punt-%s", claim->number);
}

/* What the court's version calls the persons, for its filter. */
static void add_people(bv_publication *publication, xmlNode *strings) {
  const bv_front *front = &publication->document->front;
  for (size_t i = 0; publication->options->court && i < front->persons.count; i++) {
    const bv_person *person = &front->persons.items[i];
    if (!person->id)
      continue;
    xmlNode *string = bv_tree_add_text(strings, "string", bv_person_short(publication, person));
    bv_tree_set(string, "name", bv_sprintf(publication->arena, "person.%s", person->id));
  }
}

/* Sentences that templates need for themselves: <topic of="interface"><string name="…">. */
static void add_strings(bv_publication *publication, xmlNode *root) {
  xmlNode *strings = bv_tree_add(root, "strings");
  add_people(publication, strings);
  for (const xmlNode *topic = bv_texts_topic(publication->texts, "interface", NULL); topic;
       topic = bv_texts_topic(publication->texts, "interface", topic))
    for (const xmlNode *child = topic->children; child; child = child->next) {
      const char *text = child->type == XML_ELEMENT_NODE ? bv_texts_fill_element(publication->texts, child) : "";
      if (!*text)
        continue;
      xmlChar *name = xmlGetProp((xmlNode *)child, BAD_CAST "name");
      xmlNode *string = bv_tree_add_text(strings, "string", text);
      bv_tree_set(string, "name", (const char *)name);
      xmlFree(name);
    }
}

static void start_tree(bv_publication *publication) {
  const bv_front *front = &publication->document->front;
  bv_arena *arena = publication->arena;
  publication->tree = xmlNewDoc(BAD_CAST "1.0");
  xmlNode *root = publication->tree ? xmlNewDocNode(publication->tree, NULL, BAD_CAST "publication", NULL) : NULL;
  if (!root)
    bv_out_of_memory();
  xmlDocSetRootElement(publication->tree, root);
  bv_tree_set(root, "version", "1");
  bv_tree_set(root, "for", publication->options->court ? "court" : "parents");
  bv_tree_set(root, "audience", bv_audience_name(publication->audience));
  bv_tree_set(root, "reader", publication->reader ? publication->reader->id : NULL);
  bv_tree_set(root, "short", !publication->options->court && publication->options->short_version ? "yes" : NULL);
  bv_tree_set(root, "kind", front->kind);
  bv_tree_set(root, "reference", front->reference);
  bv_tree_set(root, "date", front->date.year ? bv_date_iso(arena, front->date) : NULL);
  bv_tree_set(root, "status", front->definitive ? "definitief" : "concept");
  bv_tree_set(root, "lang", "nl");
  bv_tree_set(root, "generator", bv_sprintf(arena, "bronvast %s", bv_version()));
  bv_tree_set(root, "draft", publication->document->source->sha256);
  bv_tree_add(root, "head");
  add_strings(publication, root);
  publication->body = bv_tree_add(root, "body");
}

static bool has_siblings(const bv_front *front) {
  size_t children = 0;
  for (size_t i = 0; i < front->persons.count; i++)
    children += front->persons.items[i].role == BV_ROLE_JEUGDIGE;
  return children > 1;
}

xmlDoc *bv_publish(const bv_document *document, const bv_findings *findings, const bv_publish_options *options) {
  bv_arena *arena = bv_arena_new();
  bv_publication publication = {
      .document = document, .findings = findings, .options = options, .arena = arena,
      .config = options->config ? options->config : bv_config_default()};
  if (!options->court && options->reader)
    publication.reader = bv_person_find(document, options->reader);
  publication.audience = options->court ? BV_AUDIENCE_COURT : bv_audience_of(document, publication.reader);
  publication.texts = bv_texts_new(arena, options->texts, publication.audience);
  bv_texts_set_case(publication.texts, document->front.kind ? document->front.kind : "",
                    bv_asks_placement(&document->front), has_siblings(&document->front));
  bv_index_persons(&publication);
  bv_define_people(&publication);
  bv_filter_prepare(&publication);
  bv_index_document(&publication);
  start_tree(&publication);
  if (options->court)
    bv_publish_court(&publication);
  else
    bv_publish_parents(&publication);
  bv_tree_unlink_dangling(publication.tree);
  bv_tree_break_lines(publication.tree);
  xmlHashFree(publication.ids, NULL);
  xmlHashFree(publication.persons, NULL);
  bv_texts_free(publication.texts);
  bv_arena_free(arena);
  return publication.tree;
}

const char *bv_publish_reader_error(bv_arena *arena, const bv_document *document, const char *reader) {
  if (!reader)
    return NULL;
  const bv_person *person = bv_person_find(document, reader);
  if (!person)
    return bv_sprintf(arena, MSG_READER_UNKNOWN, reader);
  if (person->role == BV_ROLE_OUDER || person->role == BV_ROLE_VERZORGER)
    return NULL;
  if (person->role != BV_ROLE_JEUGDIGE)
    return bv_sprintf(arena, MSG_READER_ROLE, person->name);
  if (!person->born.year || !document->front.date.year)
    return bv_sprintf(arena, MSG_READER_NO_AGE, person->name);
  int age = bv_date_age(person->born, document->front.date);
  return age < 12 ? bv_sprintf(arena, MSG_READER_TOO_YOUNG, person->name, age) : NULL;
}
