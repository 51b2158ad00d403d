/* A comparison for a terminal. */
#include <string.h>

#include "base/messages.h"
#include "compare/words.h"
#include "write/compare.h"
#include "write/names.h"

static void write_words(bv_buf *out, const char *before, const char *after) {
  static const char *const opens[] = {"", "[-", "{+"}, *const closes[] = {"", "-]", "+}"};
  bv_word_runs runs = bv_compare_words(out->arena, before ? before : "", after ? after : "");
  for (size_t i = 0; i < runs.count; i++) {
    bv_word_change change = runs.items[i].change;
    bv_buf_printf(out, "%s%s%s%s", i ? " " : "", opens[change], runs.items[i].text, closes[change]);
  }
}

/* Text of a draft, without what would move the cursor of a terminal. */
static void write_plain(bv_buf *out, const char *text) {
  for (; text && *text; text++)
    bv_buf_putc(out, (unsigned char)*text < ' ' ? ' ' : *text);
}

static void write_changed(bv_buf *out, const bv_change *change) {
  bv_buf_printf(out, "    %s: ", bv_change_aspect(change));
  if (bv_change_is_prose(change) && change->before && change->after) {
    write_words(out, change->before, change->after);
  } else {
    write_plain(out, change->before ? change->before : bv_change_nothing(change));
    bv_buf_puts(out, " → ");
    write_plain(out, change->after ? change->after : bv_change_nothing(change));
  }
  bv_buf_putc(out, '\n');
}

/* What a claim is that came or went: " (feit, bron verzuim, 1 oktober 2026)". */
static void write_claim(bv_buf *out, const bv_claim *claim) {
  static const char *const labels[] = {MSG_COMPARE_NO_LABEL, "feit", "mening", "horen zeggen"};
  bv_buf_printf(out, " (%s", labels[claim->label]);
  if (claim->sources_attribute) {
    bv_buf_puts(out, ", " MSG_COMPARE_SOURCE " ");
    write_plain(out, claim->sources_attribute->value);
  }
  if (claim->date.first.year)
    bv_buf_printf(out, ", %s", bv_period_dutch(out->arena, claim->date));
  bv_buf_putc(out, ')');
}

static void write_item(bv_buf *out, const bv_outline_item *item) {
  const bv_change *first = item->first;
  bool whole = first->action == BV_ACTION_ADDED || first->action == BV_ACTION_REMOVED;
  const bv_claim *claim = first->new_side.claim ? first->new_side.claim : first->old_side.claim;
  bv_buf_puts(out, "  ");
  write_plain(out, item->name);
  bv_buf_printf(out, "%s%s", *item->action ? ": " : "", item->action);
  if (whole && first->subject == BV_SUBJECT_CLAIM && claim)
    write_claim(out, claim);
  bv_buf_putc(out, '\n');
  if (whole && first->subject != BV_SUBJECT_SECTION) {
    bv_buf_puts(out, "    ");
    write_plain(out, first->after ? first->after : first->before);
    bv_buf_putc(out, '\n');
  }
  for (size_t i = 0; i < item->count; i++)
    if (first[i].action == BV_ACTION_CHANGED)
      write_changed(out, &first[i]);
}

static void write_draft(bv_buf *out, const bv_document *document) {
  bv_buf_puts(out, bv_name_as_line(out->arena, document->source->name));
  if (document->front.date.year)
    bv_buf_printf(out, " (%s)", bv_date_dutch(out->arena, document->front.date));
}

void bv_write_comparison_text(bv_buf *out, const bv_comparison *comparison) {
  bv_outline outline = bv_outline_of(out->arena, comparison);
  write_draft(out, comparison->old_draft);
  bv_buf_puts(out, " → ");
  write_draft(out, comparison->new_draft);
  bv_buf_printf(out, "\n%s\n", bv_comparison_summary(out->arena, comparison));
  for (size_t i = 0; i < outline.groups.count; i++) {
    bv_buf_putc(out, '\n');
    write_plain(out, outline.groups.items[i].title);
    bv_buf_putc(out, '\n');
    for (size_t k = 0; k < outline.groups.items[i].things.count; k++)
      write_item(out, &outline.groups.items[i].things.items[k]);
  }
}
