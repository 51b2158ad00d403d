/* How readable a version for parents is, by part. */
#include <string.h>

#include "base/messages.h"
#include "publish/flat.h"
#include "publish/tree.h"
#include "write/language.h"

static bool is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST name);
}

static bool has(const xmlNode *node, const char *name, const char *value) {
  const xmlAttr *found = xmlHasProp((xmlNode *)node, BAD_CAST name);
  return found && found->children && xmlStrEqual(found->children->content, BAD_CAST value);
}

/* Titles, labels and fields are no sentences: they would make the average shorter than what is read. */
static bool is_no_running_text(const xmlNode *element) {
  return is(element, "title") || is(element, "name") || is(element, "form") || is(element, "changes");
}

/* The same, and the parts, which are measured by themselves. */
static bool is_apart(const xmlNode *element) {
  return is_no_running_text(element) || (is(element, "section") && has(element, "kind", "part"));
}

bv_measure bv_measure_published(xmlNode *root) {
  bv_arena *scratch = bv_arena_new();
  bv_flat flat = bv_flatten(scratch, root, is_no_running_text);
  bv_measure measure = bv_measure_fully(scratch, flat.text, flat.length);
  bv_arena_free(scratch);
  return measure;
}

/* "11,7": with one decimal, as Dutch writes it. */
static const char *decimal(bv_arena *arena, double value) {
  long tenths = (long)(value * 10 + (value < 0 ? -0.5 : 0.5)), size = tenths < 0 ? -tenths : tenths;
  return bv_sprintf(arena, "%s%ld,%ld", tenths < 0 ? "-" : "", size / 10, size % 10);
}

static void add_row(bv_buf *out, const bv_measure *m, const char *title) {
  bv_arena *arena = out->arena;
  bv_buf_printf(out, "%8zu %7zu %6s %8zu %8s %8s %6s %7s %9s  %s\n", m->words, m->sentences,
                decimal(arena, bv_average_words(m)), m->longest_sentence, decimal(arena, bv_flesch_douma(m)),
                decimal(arena, bv_leesindex(m)), decimal(arena, bv_lix(m)), decimal(arena, bv_passive_share(m)),
                decimal(arena, bv_difficult_share(m)), title);
}

static const char *title_of(bv_arena *arena, const xmlNode *section) {
  const xmlNode *title = section->children;
  while (title && !is(title, "title"))
    title = title->next;
  xmlChar *text = title ? xmlNodeGetContent(title) : NULL;
  const char *words = text ? bv_strdup(arena, (const char *)text) : "";
  xmlFree(text);
  const xmlAttr *number = xmlHasProp((xmlNode *)section, BAD_CAST "number");
  return number && number->children ? bv_sprintf(arena, MSG_MEASURE_PART, (const char *)number->children->content, words)
                                    : words;
}

/* The sentences that are longer than the indication allows, with where they stand. */
static void add_long_sentences(bv_buf *out, const bv_flat *flat, const char *title, int limit) {
  bv_arena *scratch = bv_arena_new();
  bv_tokens tokens = bv_tokenize(scratch, flat->text, flat->length);
  bv_stretches sentences = bv_sentences(scratch, flat->text, flat->length);
  for (size_t s = 0, from = 0, past; s < sentences.count; s++, from = past) {
    const bv_stretch *sentence = &sentences.items[s];
    for (past = from; past < tokens.count && tokens.items[past].start < sentence->end; past++) {
    }
    size_t words, clauses;
    bv_measure_sentence(&tokens, from, past, &words, &clauses);
    if (words > (size_t)limit)
      bv_buf_printf(out, MSG_MEASURE_LONG "\n", words, title, (int)(sentence->end - sentence->start),
                    flat->text + sentence->start);
  }
  bv_arena_free(scratch);
}

typedef struct report {
  bv_buf rows, sentences;
  const bv_reading_limits *limits;
} report;

static void measure_section(report *r, xmlNode *section) {
  bv_arena *scratch = bv_arena_new();
  const char *title = title_of(scratch, section);
  bv_flat flat = bv_flatten(scratch, section, is_apart);
  bv_measure measure = bv_measure_fully(scratch, flat.text, flat.length);
  if (measure.words) {
    add_row(&r->rows, &measure, title);
    add_long_sentences(&r->sentences, &flat, title, r->limits->longer_sentence);
  }
  bv_arena_free(scratch);
}

static xmlNode *body_of(xmlDoc *published) {
  xmlNode *node = xmlDocGetRootElement(published)->children;
  while (!is(node, "body"))
    node = node->next;
  return node;
}

void bv_write_measures(bv_buf *out, xmlDoc *published, const bv_reading_limits *limits, int passive_percent) {
  report r = {bv_buf_new(out->arena), bv_buf_new(out->arena), limits};
  xmlNode *body = body_of(published);
  for (xmlNode *node = body; node; node = bv_tree_following(node, body))
    if (is(node, "section") && (has(node, "kind", "chapter") || has(node, "kind", "part")))
      measure_section(&r, node);
  bv_measure whole = bv_measure_published(body);
  add_row(&r.rows, &whole, MSG_MEASURE_WHOLE);
  bv_buf_puts(out, MSG_MEASURE_TITLE "\n" MSG_MEASURE_COLUMNS "\n");
  bv_buf_puts(out, bv_buf_string(&r.rows));
  bv_buf_printf(out, MSG_MEASURE_LIMITS "\n", limits->average_words, limits->longer_sentence, limits->flesch_douma,
                passive_percent);
  bv_buf_puts(out, bv_buf_string(&r.sentences));
}
