/* Which finding stands beside which block. */
#include "write/review.h"

static void add_line(bv_review_page *page, const bv_yaml *list, const bv_yaml *line) {
  BV_PUSH(page->out->arena, &page->blocks, (bv_review_block){.list = list, .line = line, .end = line->range.end});
}

static void add_front(bv_review_page *page) {
  const bv_yaml *entries = page->document->front.entries;
  const bv_yaml *first = entries ? entries->first : NULL;
  /* What begins before the first entry is about the draft as a whole. */
  BV_PUSH(page->out->arena, &page->blocks, (bv_review_block){.end = first ? first->key_range.start : 0});
  for (const bv_yaml *entry = first; entry; entry = entry->next) {
    const bv_yaml *item = entry->first;
    bool lines = item && item->kind != BV_YAML_SCALAR && entry->kind == BV_YAML_LIST;
    if (!lines)
      add_line(page, entry, entry);
    for (; lines && item; item = item->next)
      add_line(page, entry, item);
  }
  page->front_count = page->blocks.count;
}

void bv_review_place(bv_review_page *page) {
  const bv_document *document = page->document;
  const bv_findings *findings = document->findings;
  add_front(page);
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    if (node->text)
      BV_PUSH(page->out->arena, &page->blocks, (bv_review_block){.leaf = node, .end = node->range.end});
  size_t next = 0;
  for (size_t i = 0; i < page->blocks.count; i++) {
    bv_review_block *block = &page->blocks.items[i];
    bool last = i + 1 == page->blocks.count;
    block->first = next;
    while (next < findings->count && (last || findings->items[next].range.start < block->end))
      next++;
    block->count = next - block->first;
  }
}
