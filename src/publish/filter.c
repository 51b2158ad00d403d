#include "publish/filter.h"

#include <string.h>

typedef struct question {
  const bv_publication *publication;
  bool withheld;
} question;

static void ask_name(void *context, const char *id, bv_range range) {
  question *q = context;
  (void)range;
  const bv_person *reader = q->publication->reader;
  const bv_person *person = bv_publication_person(q->publication, id);
  if (!reader || !person || person == reader)
    q->withheld = true;
}

bool bv_node_is_withheld(const bv_publication *publication, const bv_node *node) {
  question q = {publication, false};
  if (publication->options->court)
    return false;
  for (; node && !q.withheld; node = node->parent) {
    const bv_attribute *withheld = bv_own_attribute(node, "vertrouwelijk");
    if (withheld)
      bv_each_id(publication->arena, withheld, ask_name, &q);
  }
  return q.withheld;
}

bool bv_claim_is_withheld(const bv_publication *publication, const bv_claim *claim) {
  return bv_node_is_withheld(publication, claim->element);
}

static bool target_is_withheld(const bv_publication *publication, const bv_claim *claim, const bv_node *section) {
  return (claim && bv_claim_is_withheld(publication, claim)) || (section && bv_node_is_withheld(publication, section));
}

bool bv_reaction_is_withheld(const bv_publication *publication, const bv_reaction *reaction) {
  return bv_node_is_withheld(publication, reaction->element) ||
         target_is_withheld(publication, reaction->claim, reaction->section);
}

bool bv_plain_text_is_withheld(const bv_publication *publication, const bv_plain_text *plain) {
  return bv_node_is_withheld(publication, plain->element) ||
         target_is_withheld(publication, plain->claim, plain->section);
}

/* What is known of a source: a claim that the reader sees rests on it, or one that the reader does not. */
enum { SEEN = 1, HIDDEN = 2 };

static void mark(const bv_publication *publication, unsigned char *marks, const bv_report_source *source,
                 bool withheld) {
  if (source)
    marks[source - publication->document->front.sources.items] |= withheld ? HIDDEN : SEEN;
}

void bv_filter_prepare(bv_publication *publication) {
  const bv_document *document = publication->document;
  size_t count = document->front.sources.count;
  unsigned char *marks = bv_calloc(publication->arena, count + 1, 1);
  publication->withheld_source = bv_calloc(publication->arena, count + 1, sizeof *publication->withheld_source);
  if (publication->options->court)
    return;
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    bool withheld = bv_claim_is_withheld(publication, claim);
    for (size_t s = 0; s < claim->sources.count; s++)
      mark(publication, marks, claim->sources.items[s], withheld);
    mark(publication, marks, claim->diagnosis.by_source, withheld);
    mark(publication, marks, claim->copied_from, withheld);
  }
  for (size_t i = 0; i < count; i++) {
    const bv_person *speaker = document->front.sources.items[i].person;
    bool own = speaker && speaker == publication->reader;
    publication->withheld_source[i] = marks[i] == HIDDEN && !own;
  }
}

bool bv_source_is_withheld(const bv_publication *publication, const bv_report_source *source) {
  return publication->withheld_source[source - publication->document->front.sources.items];
}
