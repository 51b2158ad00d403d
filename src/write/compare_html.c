/* A comparison as a page: what went is struck through, what came is underlined, and both are said in words for who
 * hears the page. */
#include <string.h>

#include "base/messages.h"
#include "compare/words.h"
#include "write/compare.h"
#include "write/names.h"
#include "write/page.h"

static void write_run(bv_buf *out, bv_word_change change, const char *text) {
  static const char *const opens[] = {"", "<del><span class=\"said\">" MSG_COMPARE_SAID_REMOVED " </span>",
                                      "<ins><span class=\"said\">" MSG_COMPARE_SAID_ADDED " </span>"};
  static const char *const closes[] = {"", "<span class=\"said\"> " MSG_COMPARE_SAID_END "</span></del>",
                                       "<span class=\"said\"> " MSG_COMPARE_SAID_END "</span></ins>"};
  bv_buf_puts(out, opens[change]);
  bv_page_text(out, text);
  bv_buf_puts(out, closes[change]);
}

static void write_words(bv_buf *out, const char *before, const char *after) {
  bv_word_runs runs = bv_compare_words(out->arena, before, after);
  for (size_t i = 0; i < runs.count; i++) {
    if (i)
      bv_buf_putc(out, ' ');
    write_run(out, runs.items[i].change, runs.items[i].text);
  }
}

static void write_value(bv_buf *out, const bv_change *change, bv_word_change side, const char *value) {
  if (value)
    write_run(out, side, value);
  else
    bv_buf_printf(out, "<span class=\"none\">%s</span>", bv_change_nothing(change));
}

static void write_changed(bv_buf *out, const bv_change *change) {
  bv_buf_puts(out, "<dt>");
  bv_page_text(out, bv_change_aspect(change));
  bv_buf_puts(out, "</dt><dd>");
  if (bv_change_is_prose(change) && change->before && change->after) {
    write_words(out, change->before, change->after);
  } else {
    write_value(out, change, BV_WORDS_REMOVED, change->before);
    bv_buf_puts(out, " <span class=\"to\" aria-hidden=\"true\">→</span> ");
    write_value(out, change, BV_WORDS_ADDED, change->after);
  }
  bv_buf_puts(out, "</dd>\n");
}

static void write_claim(bv_buf *out, const bv_claim *claim) {
  static const char *const labels[] = {MSG_COMPARE_NO_LABEL, "feit", "mening", "horen zeggen"};
  bv_buf_printf(out, "<p class=\"about\">%s", labels[claim->label]);
  if (claim->sources_attribute) {
    bv_buf_puts(out, ", " MSG_COMPARE_SOURCE " ");
    bv_page_text(out, claim->sources_attribute->value);
  }
  if (claim->date.first.year)
    bv_buf_printf(out, ", %s", bv_period_dutch(out->arena, claim->date));
  bv_buf_puts(out, "</p>\n");
}

static void write_whole(bv_buf *out, const bv_change *change) {
  const bv_claim *claim = change->new_side.claim ? change->new_side.claim : change->old_side.claim;
  if (change->subject == BV_SUBJECT_CLAIM && claim)
    write_claim(out, claim);
  bv_buf_puts(out, "<p class=\"text\">");
  if (change->subject == BV_SUBJECT_FINDING)
    bv_page_text(out, change->after ? change->after : change->before);
  else
    write_run(out, change->after ? BV_WORDS_ADDED : BV_WORDS_REMOVED, change->after ? change->after : change->before);
  bv_buf_puts(out, "</p>\n");
}

static void write_item(bv_buf *out, const bv_outline_item *item) {
  const bv_change *first = item->first;
  bool whole = first->action == BV_ACTION_ADDED || first->action == BV_ACTION_REMOVED, any = false;
  bv_buf_printf(out, "<section class=\"change %s\">\n<h3>", bv_action_name(first->action));
  bv_page_text(out, item->name);
  if (*item->action) {
    bv_buf_puts(out, " <span class=\"action\">");
    bv_page_text(out, item->action);
    bv_buf_puts(out, "</span>");
  }
  bv_buf_puts(out, "</h3>\n");
  if (whole && first->subject != BV_SUBJECT_SECTION)
    write_whole(out, first);
  for (size_t i = 0; i < item->count; i++) {
    if (first[i].action != BV_ACTION_CHANGED)
      continue;
    bv_buf_puts(out, any ? "" : "<dl>\n");
    any = true;
    write_changed(out, &first[i]);
  }
  bv_buf_puts(out, any ? "</dl>\n</section>\n" : "</section>\n");
}

static void write_draft(bv_buf *out, const char *name, const bv_document *document) {
  bv_buf_printf(out, "<dt>%s</dt><dd>", name);
  bv_page_text(out, bv_name_as_text(out->arena, document->source->name));
  if (document->front.reference) {
    bv_buf_puts(out, ", ");
    bv_page_text(out, document->front.reference);
  }
  if (document->front.date.year)
    bv_buf_printf(out, ", %s", bv_date_dutch(out->arena, document->front.date));
  bv_buf_printf(out, "<br><span class=\"hash\">SHA-256 %s</span></dd>\n", document->source->sha256);
}

static void write_contents(bv_buf *out, const bv_outline *outline) {
  if (outline->groups.count < 2)
    return;
  bv_buf_puts(out, "<nav aria-label=\"" MSG_COMPARE_CONTENTS "\">\n<ul>\n");
  for (size_t i = 0; i < outline->groups.count; i++) {
    bv_buf_printf(out, "<li><a href=\"#groep-%zu\">", i + 1);
    bv_page_text(out, outline->groups.items[i].title);
    bv_buf_printf(out, "</a> (%zu)</li>\n", outline->groups.items[i].things.count);
  }
  bv_buf_puts(out, "</ul>\n</nav>\n");
}

void bv_write_comparison_html(bv_buf *out, const bv_comparison *comparison) {
  bv_outline outline = bv_outline_of(out->arena, comparison);
  bv_page_begin(out, MSG_COMPARE_TITLE, "vergelijking.css");
  bv_buf_puts(out, "<main>\n<h1>" MSG_COMPARE_TITLE "</h1>\n<dl class=\"drafts\">\n");
  write_draft(out, MSG_COMPARE_OLD, comparison->old_draft);
  write_draft(out, MSG_COMPARE_NEW, comparison->new_draft);
  bv_buf_printf(out, "</dl>\n<p class=\"summary\">%s</p>\n", bv_comparison_summary(out->arena, comparison));
  if (comparison->changes.count)
    bv_buf_puts(out, "<p class=\"key\">" MSG_COMPARE_KEY "</p>\n");
  write_contents(out, &outline);
  for (size_t i = 0; i < outline.groups.count; i++) {
    bv_buf_printf(out, "<section aria-labelledby=\"groep-%zu\">\n<h2 id=\"groep-%zu\">", i + 1, i + 1);
    bv_page_text(out, outline.groups.items[i].title);
    bv_buf_puts(out, "</h2>\n");
    for (size_t k = 0; k < outline.groups.items[i].things.count; k++)
      write_item(out, &outline.groups.items[i].things.items[k]);
    bv_buf_puts(out, "</section>\n");
  }
  bv_buf_puts(out, "</main>\n");
  bv_page_end(out, NULL);
}
