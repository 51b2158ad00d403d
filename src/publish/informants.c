/* With whom was spoken and what was read, as far as the reader may know. */
#include "publish/filter.h"
#include "publish/parents.h"
#include "publish/people.h"
#include "publish/talks.h"

static const char *title_of(bv_publication *publication, const bv_report_source *source) {
  return source->title ? source->title
                       : bv_say(publication, bv_sprintf(publication->arena, "source.kind.%s", source->kind_name), NULL);
}

const char *bv_source_for_reader(bv_publication *publication, const bv_report_source *source) {
  const char *date = source->date.first.year ? bv_period_dutch(publication->arena, source->date) : NULL;
  if (source->kind == BV_SOURCE_OPSTELLER)
    return bv_say(publication, "source.plain.own", NULL);
  if (source->kind == BV_SOURCE_GESPREK && source->person)
    return bv_say(publication, date ? "source.plain.conversation" : "source.plain.conversation.undated", "wie",
                  bv_person_for_reader(publication, source->person, BV_OBJECT).text, "datum", date, NULL);
  const char *title = title_of(publication, source);
  return bv_say(publication, date ? "source.plain.document" : "source.plain.document.undated", "titel", title, "datum",
                date, NULL);
}

/* In the order in which they were first spoken to, as declared. */
static void add_conversations(bv_publication *publication, xmlNode *chapter) {
  bv_talk_list talks = bv_collect_talks(publication);
  if (!talks.count)
    return;
  bv_tree_add_text(chapter, "p", bv_say(publication, "informants.spoken", NULL));
  xmlNode *list = bv_tree_add(chapter, "list");
  for (size_t i = 0; i < talks.count; i++) {
    const bv_talks *with = &talks.items[i];
    bv_tree_add_text(bv_tree_add(list, "item"), "p",
                     bv_say(publication, with->count ? "informants.person" : "informants.person.undated", "wie",
                            bv_person_for_reader(publication, with->person, BV_OBJECT).text, "dagen",
                            bv_join(publication, with->items, with->count), NULL));
  }
  bv_add_talks_picture(publication, chapter, &talks);
}

/* "Verzuimoverzicht (L. Kamstra, verzuimcoördinator, 9 oktober 2026)" */
static const char *document_line(bv_publication *publication, const bv_report_source *source) {
  bv_arena *arena = publication->arena;
  const char *maker = source->author && source->function ? bv_sprintf(arena, "%s, %s", source->author, source->function)
                      : source->author                   ? source->author
                                                         : source->organisation;
  if (!maker)
    return bv_source_for_reader(publication, source);
  return bv_say(publication, source->date.first.year ? "informants.document" : "informants.document.undated", "titel",
                title_of(publication, source), "maker", maker, "datum",
                source->date.first.year ? bv_period_dutch(arena, source->date) : NULL, NULL);
}

static void add_documents(bv_publication *publication, xmlNode *chapter) {
  const bv_front *front = &publication->document->front;
  xmlNode *list = NULL;
  for (size_t i = 0; i < front->sources.count; i++) {
    const bv_report_source *source = &front->sources.items[i];
    if (bv_is_conversation(source) || source->kind == BV_SOURCE_OPSTELLER || bv_source_is_withheld(publication, source))
      continue;
    if (!list) {
      bv_tree_add_text(chapter, "p", bv_say(publication, "informants.read", NULL));
      list = bv_tree_add(chapter, "list");
    }
    bv_tree_add_text(bv_tree_add(list, "item"), "p", document_line(publication, source));
  }
}

void bv_add_informants(bv_publication *publication, xmlNode *chapter) {
  const bv_front *front = &publication->document->front;
  add_conversations(publication, chapter);
  add_documents(publication, chapter);
  size_t withheld = 0;
  for (size_t i = 0; i < front->sources.count; i++)
    withheld += bv_source_is_withheld(publication, &front->sources.items[i]);
  bv_value count = {"aantal", bv_sprintf(publication->arena, "%zu", withheld), withheld != 1, NULL};
  if (withheld)
    bv_tree_add_text(chapter, "p", bv_texts_get(publication->texts, "informants.withheld", &count));
}
