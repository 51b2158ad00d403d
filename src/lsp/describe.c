#include "lsp/describe.h"

#include <string.h>

#include "base/messages.h"
#include "check/age.h"
#include "check/voice.h"
#include "lang/table.h"
#include "model/vocabulary.h"

enum { LIST, WORD, MEANING };

const char *bv_lsp_meaning(bv_arena *arena, const char *list, const char *word, const bv_kind *kind) {
  bv_table table = bv_table_read(arena, "src/lsp/words.tsv");
  for (size_t i = 0; i < table.count; i++)
    if (strcmp(table.items[i].fields[LIST], list) == 0 && strcmp(table.items[i].fields[WORD], word) == 0)
      return table.items[i].fields[MEANING];
  if (!kind)
    return NULL;
  if (strcmp(list, BV_LSP_CLASS) == 0) {
    const bv_kind_part *part = bv_kind_part_of_class(kind, word);
    for (size_t i = 0; !part && i < kind->topics.count; i++)
      if (strcmp(kind->topics.items[i].name, word) == 0)
        return kind->topics.items[i].title;
    return part ? part->title : NULL;
  }
  for (size_t i = 0; strcmp(list, BV_LSP_FRONT) == 0 && i < kind->fields.count; i++)
    if (strcmp(kind->fields.items[i].name, word) == 0)
      return kind->fields.items[i].title;
  return NULL;
}

void bv_lsp_add_text(bv_buf *buf, bool markdown, const char *text) {
  for (; *text; text++) {
    if (markdown && strchr("\\`*_{}[]()<>#+-.!|~&$", *text))
      bv_buf_putc(buf, '\\');
    bv_buf_putc(buf, *text);
  }
}

/* Appends with a comma before it, unless it is the first or there is none. */
static void add_item(bv_buf *buf, const char *text) {
  if (bv_is_blank(text))
    return;
  if (buf->length)
    bv_buf_puts(buf, ", ");
  bv_buf_puts(buf, text);
}

const char *bv_lsp_source_words(bv_arena *arena, const bv_report_source *source) {
  bv_buf words = bv_buf_new(arena);
  if (source->kind == BV_SOURCE_OPSTELLER) {
    add_item(&words, MSG_LSP_AUTHOR);
    add_item(&words, source->author);
    return bv_buf_string(&words);
  }
  if (source->kind == BV_SOURCE_GESPREK && source->person) {
    add_item(&words, bv_sprintf(arena, MSG_LSP_CONVERSATION, source->person->name));
  } else {
    add_item(&words, bv_is_blank(source->title) ? source->kind_name : source->title);
    add_item(&words, source->author);
    add_item(&words, source->function);
    add_item(&words, source->organisation);
  }
  if (source->date.first.year)
    add_item(&words, bv_period_dutch(arena, source->date));
  return bv_sprintf(arena, MSG_LSP_SOURCE, source->number, bv_buf_string(&words));
}

const char *bv_lsp_person_words(bv_arena *arena, const bv_person *person) {
  bv_buf words = bv_buf_new(arena);
  add_item(&words, person->name);
  if (person->role == BV_ROLE_OUDER && person->authority != BV_UNSAID)
    add_item(&words, person->authority == BV_JA ? MSG_LSP_WITH_AUTHORITY : MSG_LSP_WITHOUT_AUTHORITY);
  else if (!bv_is_blank(person->relation))
    add_item(&words, person->relation);
  else if (person->role != BV_ROLE_UNKNOWN)
    add_item(&words, bv_roles.items[person->role - 1]);
  add_item(&words, person->function);
  add_item(&words, person->organisation);
  return bv_buf_string(&words);
}

const char *bv_lsp_label_words(bv_label label) {
  static const char *const words[] = {"", MSG_LSP_FACT, MSG_LSP_OPINION, MSG_LSP_HEARSAY};
  return words[label];
}

const char *bv_lsp_claim_opening(bv_arena *arena, const bv_claim *claim) {
  const char *text = bv_claim_text(arena, claim);
  return bv_excerpt(arena, text, strlen(text));
}

static void add_line(bv_buf *buf, bool markdown, const char *text) {
  bv_buf_puts(buf, markdown ? "\n- " : "\n");
  bv_lsp_add_text(buf, markdown, text);
}

static void add_date(bv_buf *buf, bool markdown, const bv_document *document, const bv_claim *claim) {
  bv_date today = document->front.date, last = claim->date.last;
  const char *date = bv_period_dutch(buf->arena, claim->date);
  if (today.year && bv_date_compare(last, today) < 0)
    date = bv_sprintf(buf->arena, MSG_LSP_AGE, date, bv_age_dutch(buf->arena, last, today));
  add_line(buf, markdown, date);
}

/* The names of persons in one line, after what they are to the claim. */
static void add_persons(bv_buf *buf, bool markdown, const char *format, const bv_person_list *persons) {
  bv_buf names = bv_buf_new(buf->arena);
  for (size_t i = 0; i < persons->count && i < BV_MOST_NAMED; i++)
    add_item(&names, persons->items[i]->name);
  if (persons->count)
    add_line(buf, markdown, bv_sprintf(buf->arena, "%s%s", format, bv_buf_string(&names)));
}

void bv_lsp_add_claim(bv_buf *buf, bool markdown, const bv_document *document, const bv_claim *claim) {
  bv_buf_puts(buf, markdown ? "**" : "");
  bv_buf_printf(buf, MSG_LSP_CLAIM, claim->number);
  bv_buf_puts(buf, markdown ? "**" : "");
  if (claim->label != BV_LABEL_NONE)
    bv_buf_printf(buf, ": %s", bv_lsp_label_words(claim->label));
  if (claim->is_diagnosis)
    bv_buf_puts(buf, MSG_LSP_WITH_DIAGNOSIS);
  bv_buf_puts(buf, markdown ? "\n" : "");
  for (size_t i = 0; i < claim->sources.count && i < BV_MOST_NAMED; i++)
    add_line(buf, markdown, bv_lsp_source_words(buf->arena, claim->sources.items[i]));
  if (claim->sources.count == 0)
    add_line(buf, markdown, MSG_LSP_NO_SOURCE);
  add_persons(buf, markdown, MSG_LSP_FROM, &claim->from);
  if (claim->date.first.year)
    add_date(buf, markdown, document, claim);
  add_persons(buf, markdown, MSG_LSP_ABOUT, &claim->about);
  add_persons(buf, markdown, MSG_LSP_WITHHELD, &claim->withheld_from);
}
