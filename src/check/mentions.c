#include "check/mentions.h"

#include <string.h>

#include "base/same.h"
#include "check/passage.h"
#include "lang/lists.h"
#include "lang/terms.h"

/* A header or div that is a part of the kind or is marked with a subject; all text in it counts for them. */
typedef struct frame {
  const struct frame *around;
  const bv_node *node;
  bool is_reaction;
  struct {
    size_t *items;
    size_t count, capacity;
  } parts, topics;
} frame;

typedef struct scan {
  bv_arena *arena;
  const bv_kind *kind;
  bv_mentions *mentions;
  const frame *frame;
  const bv_passage_list *passages;
  size_t next; /* of them */
} scan;

static size_t topic_count(const bv_kind *kind) { return kind->topics.count; }

bool bv_mentioned(const bv_mentions *mentions, size_t place, size_t topic) {
  return mentions->topics[place * topic_count(mentions->kind) + topic];
}

static void mention(scan *s, size_t place, size_t topic) {
  s->mentions->topics[place * topic_count(s->kind) + topic] = true;
}

bool bv_place_of(const bv_kind *kind, const char *name, size_t *place) {
  const bv_kind_part *part = bv_kind_part_of_class(kind, name);
  if (part)
    *place = (size_t)(part - kind->parts.items);
  else if (strcmp(name, "*") == 0)
    *place = kind->parts.count + BV_PLACE_DOCUMENT;
  else if (strcmp(name, "@reacties") == 0)
    *place = kind->parts.count + BV_PLACE_REACTIONS;
  else if (strcmp(name, "@bronnen") == 0)
    *place = kind->parts.count + BV_PLACE_SOURCES;
  else
    return false;
  return true;
}

static bool find_topic(const bv_kind *kind, const char *name, size_t *topic) {
  for (*topic = 0; *topic < kind->topics.count; ++*topic)
    if (bv_same(kind->topics.items[*topic].name, name))
      return true;
  return false;
}

/* Whether a class makes the node a part. A class that is also a subject does not inside another part, nor on an option:
 * the option "hulp thuis" in the weighing is not the part that says which help there is. */
static const bv_kind_part *part_of_class(const scan *s, const bv_node *node, const char *class_name) {
  size_t topic;
  bool inside = bv_has_class(node, "optie");
  for (const frame *f = s->frame; f && !inside; f = f->around)
    inside = f->parts.count > 0;
  return inside && find_topic(s->kind, class_name, &topic) ? NULL : bv_kind_part_of_class(s->kind, class_name);
}

static void open_frame(scan *s, const bv_node *node) {
  frame f = {.around = s->frame, .node = node, .is_reaction = bv_has_class(node, "reactie")};
  for (size_t i = 0; i < node->attributes.classes.count; i++) {
    const char *name = node->attributes.classes.items[i].name;
    const bv_kind_part *part = part_of_class(s, node, name);
    size_t topic;
    if (part)
      BV_PUSH(s->arena, &f.parts, (size_t)(part - s->kind->parts.items));
    if (find_topic(s->kind, name, &topic))
      BV_PUSH(s->arena, &f.topics, topic);
  }
  if (node->kind == BV_NODE_SECTION && f.parts.count == 0) {
    const bv_kind_part *part = bv_kind_part_of_title(s->kind, node->first_child->text->bytes);
    if (part)
      BV_PUSH(s->arena, &f.parts, (size_t)(part - s->kind->parts.items));
  }
  if (!f.is_reaction && f.parts.count == 0 && f.topics.count == 0)
    return;
  for (size_t i = 0; i < f.parts.count; i++)
    if (!s->mentions->parts[f.parts.items[i]].node)
      s->mentions->parts[f.parts.items[i]].node = node;
  frame *kept = bv_alloc(s->arena, sizeof *kept);
  *kept = f;
  s->frame = kept;
}

/* Marks a subject wherever the place being read lies. */
static void mention_here(scan *s, size_t topic) {
  for (const frame *f = s->frame; f; f = f->around) {
    if (f->is_reaction) {
      mention(s, s->kind->parts.count + BV_PLACE_REACTIONS, topic);
      return;
    }
    for (size_t i = 0; i < f->parts.count; i++)
      mention(s, f->parts.items[i], topic);
  }
  mention(s, s->kind->parts.count + BV_PLACE_DOCUMENT, topic);
}

/* "geen", "zonder" or "nooit" right before the word. */
static bool is_negated(const bv_tokens *tokens, size_t at) {
  return at > 0 && bv_token_in(tokens, at - 1, bv_list_negations);
}

/* A text on the look-out for subjects. */
typedef struct reading {
  scan *scan;
  const bv_tokens *tokens;
  size_t at;    /* the word that is being looked at */
  bool sources; /* a source on the front page; else the draft itself */
} reading;

static void take_word(void *context, const bv_term *term) {
  reading *r = context;
  const bv_kind *kind = r->scan->kind;
  for (; term; term = term->next) {
    size_t topic = kind->words.topics.items[term->row->line];
    if (r->sources)
      mention(r->scan, kind->parts.count + BV_PLACE_SOURCES, topic);
    else if (kind->topics.items[topic].negation_counts || !is_negated(r->tokens, r->at))
      mention_here(r->scan, topic);
  }
}

/* Marks the subjects whose words stand in a text. */
static void mention_words(scan *s, const bv_tokens *tokens, bool sources) {
  for (size_t i = 0; i < tokens->count; i++) {
    reading r = {s, tokens, i, sources};
    bv_terms_each(s->kind->words.whole, tokens, i, false, take_word, &r);
    if (!sources)
      bv_terms_each(s->kind->words.opening, tokens, i, true, take_word, &r);
  }
}

static void read_leaf(scan *s, const bv_node *leaf) {
  if (leaf->text->length == 0)
    return;
  const bv_passage *passage = bv_passage_next(s->passages, leaf, &s->next);
  if (passage)
    mention_words(s, &passage->tokens, false);
  if (leaf->kind == BV_NODE_HEADING)
    return;
  for (const frame *f = s->frame; f; f = f->around) {
    for (size_t i = 0; i < f->parts.count; i++)
      s->mentions->parts[f->parts.items[i]].has_text = true;
    for (size_t i = 0; i < f->topics.count; i++)
      mention_here(s, f->topics.items[i]);
  }
}

static void read_span(scan *s, const bv_node *span) {
  size_t topic;
  for (size_t i = 0; i < span->attributes.classes.count; i++)
    if (find_topic(s->kind, span->attributes.classes.items[i].name, &topic))
      mention_here(s, topic);
}

static void read_claim(scan *s) {
  for (const frame *f = s->frame; f; f = f->around)
    for (size_t i = 0; i < f->parts.count; i++)
      s->mentions->parts[f->parts.items[i]].has_claim = true;
}

/* What the sources on the front page are called counts as said there. */
static void read_sources(scan *s, const bv_document *document) {
  for (size_t i = 0; i < document->front.sources.count; i++) {
    const bv_report_source *source = &document->front.sources.items[i];
    const char *text = bv_sprintf(s->arena, "%s. %s", source->title ? source->title : "",
                                  source->organisation ? source->organisation : "");
    bv_tokens tokens = bv_tokenize(s->arena, text, strlen(text));
    mention_words(s, &tokens, true);
  }
}

bv_mentions *bv_mentions_find(const bv_check *check, const bv_kind *kind) {
  const bv_document *document = check->document;
  bv_arena *arena = document->arena;
  size_t places = kind->parts.count + BV_PLACES_BESIDE_PARTS;
  bv_mentions *mentions = bv_alloc(arena, sizeof *mentions);
  *mentions = (bv_mentions){.kind = kind,
                            .parts = bv_calloc(arena, kind->parts.count + 1, sizeof(bv_part_state)),
                            .topics = bv_calloc(arena, places * topic_count(kind) + 1, sizeof(bool))};
  scan s = {.arena = arena, .kind = kind, .mentions = mentions, .passages = check->passages};
  for (const bv_node *node = document->root, *next; node; node = next) {
    next = bv_node_following(node, document->root);
    while (s.frame && node->range.start >= s.frame->node->range.end)
      s.frame = s.frame->around;
    if (bv_has_class(node, "voor-ouders")) {
      next = bv_node_following_skip(node, document->root);
      continue;
    }
    if (node->kind == BV_NODE_SECTION || node->kind == BV_NODE_DIV)
      open_frame(&s, node);
    else if (node->kind == BV_NODE_SPAN)
      read_span(&s, node);
    if (node->claim)
      read_claim(&s);
    if (node->text)
      read_leaf(&s, node);
  }
  read_sources(&s, document);
  return mentions;
}
