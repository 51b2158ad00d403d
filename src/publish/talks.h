/* The conversations that a reader of the parents' version may know of, by person. */
#ifndef BV_PUBLISH_TALKS_H
#define BV_PUBLISH_TALKS_H

#include "publish/publication.h"

typedef struct bv_talks {
  const bv_person *person;
  const char **items; /* the days, each once: "14 oktober 2026"; none when no date is known */
  size_t count, capacity;
} bv_talks;

typedef struct bv_talk_list {
  bv_talks *items; /* in the order in which the persons were first spoken to, as declared */
  size_t count;
} bv_talk_list;

bool bv_is_conversation(const bv_report_source *source);
bv_talk_list bv_collect_talks(bv_publication *publication);
/* With whom was spoken and how often, as a picture; nothing when there were no conversations. */
void bv_add_talks_picture(bv_publication *publication, xmlNode *chapter, const bv_talk_list *talks);

#endif
