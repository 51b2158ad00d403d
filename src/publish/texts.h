/* The fixed Dutch texts of both versions: templates/teksten.xml, and those of an organisation before them.
 *
 *   <text id="certainty.opinion" for="u">Dit {wie:vindt|vinden} {wie}.</text>
 *
 * `{name}` is filled in; `{^name}` with a capital; `{name:one|more}` chooses by whether that name stands for one or for more. `for` names the readers
 * that a text is for (see bv_audience); without it it is for all. */
#ifndef BV_PUBLISH_TEXTS_H
#define BV_PUBLISH_TEXTS_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/arena.h"

/* Who reads: decides the words and the rights. */
typedef enum bv_audience {
  BV_AUDIENCE_COURT,               /* "rechtbank" */
  BV_AUDIENCE_PARENT_AUTHORITY,    /* "ouder-gezag"; likewise "u" for this and the next three */
  BV_AUDIENCE_PARENT,              /* "ouder": without authority */
  BV_AUDIENCE_CARER,               /* "verzorger" */
  BV_AUDIENCE_GENERAL,             /* "algemeen": no reader is named */
  BV_AUDIENCE_CHILD_12,            /* "kind-12"; likewise "je" for this and the next */
  BV_AUDIENCE_CHILD_16             /* "kind-16" */
} bv_audience;

typedef struct bv_texts bv_texts;

/* A value for a name in a text. */
typedef struct bv_value {
  const char *name, *value;
  bool plural;
  struct bv_value *next;
} bv_value;

/* Reads our texts and, when `own` is not NULL, those of an organisation. Free with bv_texts_free. Text that is no XML is
 * taken as empty: bv_texts_error says so beforehand. */
bv_texts *bv_texts_new(bv_arena *arena, const char *own, bv_audience audience);
void bv_texts_free(bv_texts *texts);
/* The kind of document, whether a placement is asked, and whether there is more than one child: a text or topic may be for
 * some only. */
void bv_texts_set_case(bv_texts *texts, const char *kind, bool placement, bool siblings);
/* A value that every text may use. */
void bv_texts_define(bv_texts *texts, const char *name, const char *value, bool plural);

/* The text of that id for this reader, filled in with the defined values and `values` (may be NULL); "" when there is
 * none. In the arena. */
const char *bv_texts_get(bv_texts *texts, const char *id, const bv_value *values);
/* Whether there is one. */
bool bv_texts_has(bv_texts *texts, const char *id);
/* Calls `take` for every text of that id for this reader, in order. */
typedef void bv_take_text(void *context, const char *text);
void bv_texts_each(bv_texts *texts, const char *id, bv_take_text *take, void *context);
/* The next topic of a list for this reader after `previous` (NULL: the first): <topic of="rights"><title/><p/>…</topic>. */
const xmlNode *bv_texts_topic(bv_texts *texts, const char *list, const xmlNode *previous);
/* The text of an element of a topic, filled in. */
const char *bv_texts_fill_element(bv_texts *texts, const xmlNode *element);
/* The audience's name, "kind-12". */
const char *bv_audience_name(bv_audience audience);

#endif
