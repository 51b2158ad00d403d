#include "write/react.h"

#include <libxml/hash.h>
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "publish/proof.h"
#include "publish/publish.h"

typedef struct matcher {
  bv_arena *arena;
  const bv_document *document, *sent;
  const bv_person *reader;
  bv_proof shown;          /* what the reader was sent */
  xmlHashTablePtr numbers; /* claims of `sent` by number */
  xmlHashTablePtr texts;   /* claims of `document` by text; the payload is the matcher itself for a text of several */
  xmlHashTablePtr ids;     /* nodes of `document` */
  bv_date date;
  const char *error;
} matcher;

/* ---- Which claim ---- */

static bool same_words(bv_arena *arena, const bv_claim *a, const bv_claim *b) {
  return a->label == b->label && strcmp(bv_claim_text(arena, a), bv_claim_text(arena, b)) == 0;
}

static const bv_claim *claim_numbered(const bv_document *document, const char *number) {
  for (size_t i = 0; i < document->claims.count; i++)
    if (strcmp(document->claims.items[i]->number, number) == 0)
      return document->claims.items[i];
  return NULL;
}

/* The claim of the draft that was this one when it was sent: the one of its id, else of its number, else the only
 * one of its words; and its words must be the same. */
static const bv_claim *claim_now(const matcher *m, const bv_claim *then) {
  if (m->document == m->sent)
    return then;
  const bv_node *node = then->id ? xmlHashLookup(m->ids, BAD_CAST then->id) : NULL;
  const bv_claim *now = node ? node->claim : claim_numbered(m->document, then->number);
  if (now && same_words(m->arena, now, then))
    return now;
  now = xmlHashLookup(m->texts, BAD_CAST bv_claim_text(m->arena, then));
  return now && (const void *)now != m && same_words(m->arena, now, then) ? now : NULL;
}

static const bv_part *part_numbered(const bv_document *document, const char *number) {
  unsigned long wanted = strtoul(number, NULL, 10);
  return wanted > 0 && wanted < document->parts.count ? &document->parts.items[wanted] : NULL;
}

static void find_part(matcher *m, const char *point, bv_reply *reply) {
  const bv_part *then = part_numbered(m->sent, point), *now = then ? part_numbered(m->document, point) : NULL;
  if (!then)
    m->error = bv_sprintf(m->arena, MSG_REACT_NO_PART, point);
  else if (!now || strcmp(now->title, then->title) != 0)
    m->error = bv_sprintf(m->arena, MSG_REACT_CHANGED, point);
  reply->part = now;
}

static void find_claim(matcher *m, const char *point, bv_reply *reply) {
  const bv_claim *then = xmlHashLookup(m->numbers, BAD_CAST point);
  if (!then)
    m->error = bv_sprintf(m->arena, MSG_REACT_NO_POINT, point);
  else if (!bv_proof_find(&m->shown, point))
    m->error = bv_sprintf(m->arena, MSG_REACT_NOT_SHOWN, point, m->reader->name);
  else if (!(reply->claim = claim_now(m, then)))
    m->error = bv_sprintf(m->arena, MSG_REACT_CHANGED, point);
}

/* ---- Its id ---- */

static const char *own_id(const bv_reply *reply) {
  return reply->claim ? reply->claim->id : reply->part->section->attributes.id;
}

/* "punt-3-12", and with another number behind it when that is taken. */
static const char *fresh_id(const matcher *m, const bv_reply *reply) {
  const char *number = reply->claim ? strchr(reply->claim->number, '.') + 1 : NULL;
  const char *base = number ? bv_sprintf(m->arena, "punt-%u-%s", reply->claim->part->number, number)
                            : bv_sprintf(m->arena, "deel-%u", reply->part->number);
  const char *id = base;
  for (unsigned i = 2; xmlHashLookup(m->ids, BAD_CAST id); i++)
    id = bv_sprintf(m->arena, "%s-%u", base, i);
  return id;
}

static bool same_date(bv_period period, bv_date date) {
  return period.first.year && bv_date_compare(period.first, date) == 0 && bv_date_compare(period.last, date) == 0;
}

/* A form that is put in twice: the same person, on the same day, about the same thing. */
static bool is_there(const matcher *m, const bv_reply *reply) {
  for (size_t i = 0; i < m->document->reactions.count; i++) {
    const bv_reaction *reaction = &m->document->reactions.items[i];
    const bv_node *section = reply->part ? reply->part->section : NULL;
    if (reaction->from == m->reader && same_date(reaction->date, m->date) && reaction->claim == reply->claim &&
        reaction->section == section)
      return true;
  }
  return false;
}

static void set_id(matcher *m, const char *point, bv_reply *reply) {
  if (is_there(m, reply))
    m->error = bv_sprintf(m->arena, MSG_REACT_TWICE, m->reader->name, bv_date_dutch(m->arena, m->date), point);
  if (m->error)
    return;
  reply->id = own_id(reply);
  reply->new_id = !reply->id;
  if (reply->new_id) {
    reply->id = fresh_id(m, reply);
    xmlHashAddEntry(m->ids, BAD_CAST reply->id, m);
  }
}

/* ---- The reaction itself ---- */

static void add_pair(bv_arena *arena, bv_node *div, const char *key, const char *value) {
  BV_PUSH(arena, &div->attributes.pairs, (bv_attribute){.key = key, .value = value});
}

/* A paragraph of plain text. Everything in it is text: whoever writes it escapes what would mean something. */
static void add_paragraph(bv_arena *arena, bv_node *div, const char *bytes, size_t length) {
  bv_node *paragraph = bv_node_new(arena, BV_NODE_PARAGRAPH, div);
  paragraph->text = bv_alloc(arena, sizeof *paragraph->text);
  bv_run *run = bv_alloc(arena, sizeof *run);
  *run = (bv_run){.end = (uint32_t)length};
  *paragraph->text = (bv_text){.bytes = bv_strndup(arena, bytes, length), .length = length, .runs = run, .run_count = 1};
}

/* Paragraphs of a text: a blank line ends one; a line end in it stays. White space at the edges of lines falls
 * away, and elsewhere is one space, as nobody means more by it in a form. */
static void add_text(bv_arena *arena, bv_node *div, const char *text) {
  bv_buf paragraph = bv_buf_new(arena);
  for (bool more = true; more;) {
    size_t length = strcspn(text, "\n");
    bv_buf line = bv_buf_new(arena);
    for (size_t i = 0; i < length; i++)
      if (text[i] != ' ' && text[i] != '\t')
        bv_buf_putc(&line, text[i]);
      else if (line.length && i + 1 < length && !strchr(" \t", text[i + 1]))
        bv_buf_putc(&line, ' ');
    more = text[length] != '\0';
    text += length + more;
    if (line.length)
      bv_buf_printf(&paragraph, "%s%s", paragraph.length ? "\n" : "", bv_buf_string(&line));
    if (paragraph.length && (!line.length || !more)) {
      add_paragraph(arena, div, paragraph.bytes, paragraph.length);
      paragraph = bv_buf_new(arena);
    }
  }
}

static bv_node *make_div(const matcher *m, const char *id, bv_form_choice choice, const char *text) {
  static const char *const said[] = {NULL, MSG_REACT_AGREE, MSG_REACT_DISAGREE, MSG_REACT_INCOMPLETE};
  bv_node *div = bv_node_new(m->arena, BV_NODE_DIV, NULL);
  BV_PUSH(m->arena, &div->attributes.classes, (bv_class){.name = "reactie"});
  add_pair(m->arena, div, "van", m->reader->id);
  add_pair(m->arena, div, "datum", bv_date_iso(m->arena, m->date));
  if (id)
    add_pair(m->arena, div, "op", bv_sprintf(m->arena, "#%s", id));
  if (choice != BV_CHOICE_NONE)
    add_paragraph(m->arena, div, said[choice], strlen(said[choice]));
  if (text)
    add_text(m->arena, div, text);
  return div;
}

/* ---- The whole form ---- */

static const char *wrong_form(bv_arena *arena, const bv_document *document, const bv_document *sent, const bv_form *form,
                              const char *reader) {
  const char *reference = document->front.reference, *named = form->reader ? form->reader : reader;
  if (form->reference && (!reference || strcmp(form->reference, reference) != 0))
    return bv_sprintf(arena, MSG_REACT_OTHER_REFERENCE, form->reference, reference ? reference : "-");
  if (strcmp(form->draft, sent->source->sha256) != 0)
    return sent == document ? MSG_REACT_OTHER_DRAFT : MSG_REACT_OTHER_SENT;
  if (!named)
    return MSG_REACT_NOBODY;
  if (reader && strcmp(reader, named) != 0)
    return bv_sprintf(arena, MSG_REACT_OTHER_READER, form->reader, reader);
  const char *error = bv_publish_reader_error(arena, sent, form->reader);
  return error ? error : bv_person_find(document, named) ? NULL : bv_sprintf(arena, MSG_READER_UNKNOWN, named);
}

static void fill_tables(matcher *m) {
  for (size_t i = 0; i < m->sent->claims.count; i++)
    xmlHashAddEntry(m->numbers, BAD_CAST m->sent->claims.items[i]->number, m->sent->claims.items[i]);
  for (const bv_node *node = m->document->root; node; node = bv_node_following(node, m->document->root))
    if (node->attributes.id)
      xmlHashAddEntry(m->ids, BAD_CAST node->attributes.id, (bv_node *)node);
  for (size_t i = 0; m->sent != m->document && i < m->document->claims.count; i++) {
    const char *text = bv_claim_text(m->arena, m->document->claims.items[i]);
    if (xmlHashAddEntry(m->texts, BAD_CAST text, m->document->claims.items[i]) != 0)
      xmlHashUpdateEntry(m->texts, BAD_CAST text, m, NULL);
  }
}

static void add_answer(matcher *m, const bv_form_answer *answer, bv_replies *replies) {
  bv_reply reply = {0};
  if (strchr(answer->point, '.'))
    find_claim(m, answer->point, &reply);
  else
    find_part(m, answer->point, &reply);
  for (size_t i = 0; !m->error && i < replies->count; i++)
    if (replies->items[i].claim == reply.claim && replies->items[i].part == reply.part)
      m->error = bv_sprintf(m->arena, MSG_REACT_POINT_TWICE, answer->point);
  if (!m->error)
    set_id(m, answer->point, &reply);
  if (m->error)
    return;
  reply.div = make_div(m, reply.id, answer->choice, answer->text);
  BV_PUSH(m->arena, replies, reply);
}

/* Parts before the claims in them, the general remark at the end. */
static uint32_t place_of(const bv_reply *reply) {
  return reply->claim ? reply->claim->range.start : reply->part ? reply->part->section->range.start : UINT32_MAX;
}

static int by_place(const void *a, const void *b) {
  uint32_t left = place_of(a), right = place_of(b);
  return left < right ? -1 : left > right;
}

static void take_answers(matcher *m, const bv_form *form, bv_replies *replies) {
  fill_tables(m);
  for (size_t i = 0; !m->error && i < form->answers.count; i++)
    add_answer(m, &form->answers.items[i], replies);
  if (!m->error && form->general)
    BV_PUSH(m->arena, replies, (bv_reply){.div = make_div(m, NULL, BV_CHOICE_NONE, form->general)});
  if (replies->count)
    qsort(replies->items, replies->count, sizeof *replies->items, by_place);
}

bool bv_replies_to(bv_arena *arena, const bv_document *document, const bv_document *sent, const bv_form *form,
                   const char *reader, bv_replies *replies, const char **error) {
  *error = wrong_form(arena, document, sent, form, reader);
  if (*error)
    return false;
  matcher m = {.arena = arena, .document = document, .sent = sent, .date = form->date,
               .reader = bv_person_find(document, form->reader ? form->reader : reader),
               .numbers = xmlHashCreate(0), .texts = xmlHashCreate(0), .ids = xmlHashCreate(0)};
  if (!m.numbers || !m.texts || !m.ids)
    bv_out_of_memory();
  xmlDoc *published = bv_publish(sent, sent->findings, &(bv_publish_options){.reader = form->reader});
  m.shown = bv_proof_of_tree(arena, sent, published);
  xmlFreeDoc(published);
  take_answers(&m, form, replies);
  xmlHashFree(m.numbers, NULL);
  xmlHashFree(m.texts, NULL);
  xmlHashFree(m.ids, NULL);
  *error = m.error;
  return !m.error;
}
