/* The front matter as lines: a key and its value, or a person or source with all that is said of them. */
#include <string.h>

#include "base/messages.h"
#include "write/page.h"
#include "write/review.h"

static bool meets(bv_range a, uint32_t start, uint32_t end) { return a.start < end && a.end > start; }

/* Those of the block's findings that are about this entry; gives how many. */
static size_t findings_of(const bv_review_page *page, const bv_review_block *block, const bv_yaml *entry,
                          size_t *found) {
  uint32_t start = entry->key ? entry->key_range.start : entry->range.start;
  size_t count = 0;
  for (size_t i = block->first; i < block->first + block->count && count < BV_REVIEW_MOST_NAMED; i++)
    if (meets(page->document->findings->items[i].range, start, entry->range.end))
      found[count++] = i;
  return count;
}

static void write_value(bv_buf *out, const bv_yaml *value) {
  if (value->kind == BV_YAML_SCALAR)
    bv_page_text(out, value->value);
  for (const bv_yaml *item = value->first; item; item = item->next) {
    bv_buf_puts(out, item == value->first ? "" : ", ");
    if (item->key) {
      bv_page_text(out, item->key);
      bv_buf_puts(out, ": ");
    }
    write_value(out, item);
  }
}

static void write_entry(bv_review_page *page, const bv_review_block *block, const bv_yaml *entry) {
  size_t found[BV_REVIEW_MOST_NAMED], count = findings_of(page, block, entry, found);
  if (count)
    bv_review_open_mark(page, found, count);
  if (entry->key) {
    bv_buf_puts(page->out, "<span class=\"key\">");
    bv_page_text(page->out, entry->key);
    bv_buf_puts(page->out, "</span> ");
  }
  write_value(page->out, entry);
  bv_buf_puts(page->out, count ? "</mark>" : "");
}

static void write_line(bv_review_page *page, const bv_review_block *block) {
  const bv_yaml *line = block->line;
  bv_buf_puts(page->out, "<p>");
  if (!line)
    bv_buf_puts(page->out, MSG_REVIEW_WHOLE);
  else if (line == block->list || line->kind != BV_YAML_MAP)
    write_entry(page, block, line);
  else
    for (const bv_yaml *entry = line->first; entry; entry = entry->next) {
      bv_buf_puts(page->out, entry == line->first ? "" : " · ");
      write_entry(page, block, entry);
    }
  for (size_t i = 0; i < block->count; i++)
    bv_review_number(page, block->first + i);
  bv_buf_puts(page->out, "</p>");
}

void bv_review_front(bv_review_page *page) {
  const bv_yaml *list = NULL;
  bv_buf_puts(page->out, "<section class=\"front\" aria-labelledby=\"voorblad\">\n<h2 id=\"voorblad\">" MSG_REVIEW_FRONT
                         "</h2>\n");
  for (size_t i = 0; i < page->front_count; i++) {
    const bv_review_block *block = &page->blocks.items[i];
    if (!block->line && !block->count)
      continue;
    if (block->list != block->line && block->list != list) {
      list = block->list;
      bv_buf_puts(page->out, "<h3>");
      bv_page_text(page->out, list->key);
      bv_buf_puts(page->out, "</h3>\n");
    }
    bv_review_begin_block(page);
    write_line(page, block);
    bv_review_end_block(page, block);
  }
  bv_buf_puts(page->out, "</section>\n");
}
