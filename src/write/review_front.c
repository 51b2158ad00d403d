/* The front matter as lines: a key and its value, or a person or source with all that is said of them. */
#include <string.h>

#include "base/messages.h"
#include "write/page.h"
#include "write/review.h"

static bool meets(bv_range a, uint32_t start, uint32_t end) { return a.start < end && a.end > start; }

/* Whether one of the block's findings is about this entry. */
static bool is_marked(const bv_review_page *page, const bv_review_block *block, const bv_yaml *entry) {
  uint32_t start = entry->key ? entry->key_range.start : entry->range.start;
  for (size_t i = 0; i < block->count; i++)
    if (meets(page->document->findings->items[block->first + i].range, start, entry->range.end))
      return true;
  return false;
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
  bool marked = is_marked(page, block, entry);
  bv_buf_puts(page->out, marked ? "<mark>" : "");
  if (entry->key) {
    bv_buf_puts(page->out, "<span class=\"key\">");
    bv_page_text(page->out, entry->key);
    bv_buf_puts(page->out, "</span> ");
  }
  write_value(page->out, entry);
  bv_buf_puts(page->out, marked ? "</mark>" : "");
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
  bv_buf_puts(page->out, "<section class=\"front\" aria-labelledby=\"voorblad\">\n<h2 id=\"voorblad\">" MSG_REVIEW_FRONT "</h2>\n");
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
