#include "read/writer.h"

#include <string.h>

#include "base/messages.h"

bv_leaf_writer bv_leaf_writer_new(bv_reader *reader, bv_node *leaf) {
  return (bv_leaf_writer){.reader = reader, .leaf = leaf, .text = bv_buf_new(reader->arena)};
}

/* Adds text to the last run, or begins one when its marks differ. In running text a tab is a space. */
static void add_to_run(bv_leaf_writer *w, const char *bytes, size_t length) {
  unsigned style = (w->emphasis ? BV_STYLE_EMPHASIS : 0u) | (w->strong ? BV_STYLE_STRONG : 0u) | (w->code ? BV_STYLE_CODE : 0u);
  uint32_t start = (uint32_t)w->text.length, end = start + (uint32_t)length;
  if (w->leaf->kind == BV_NODE_VERBATIM)
    bv_buf_add(&w->text, bytes, length);
  else
    bv_buf_add_with(&w->text, bytes, length, '\t', ' ');
  bv_run *last = w->runs.count ? &w->runs.items[w->runs.count - 1] : NULL;
  if (last && last->style == style && last->href == w->href && last->span == w->span)
    last->end = end;
  else
    BV_PUSH(w->reader->arena, &w->runs, (bv_run){start, end, style, w->href, w->span});
}

/* Whether white space would stand at the start of a text that has none there. */
static bool at_edge(const bv_leaf_writer *w) { return w->text.length == 0 && w->leaf->kind != BV_NODE_VERBATIM; }

void bv_write_plain(bv_leaf_writer *w, const char *bytes, size_t length, bv_range source) {
  while (at_edge(w) && length && (*bytes == ' ' || *bytes == '\t')) {
    bytes++;
    length--;
    source.start++;
  }
  if (length == 0)
    return;
  bv_segment *last = w->segments.count ? &w->segments.items[w->segments.count - 1] : NULL;
  if (last && w->one_to_one && last->source_end == source.start)
    last->source_end = source.end;
  else
    BV_PUSH(w->reader->arena, &w->segments, (bv_segment){(uint32_t)w->text.length, source.start, source.end});
  w->one_to_one = true;
  add_to_run(w, bytes, length);
}

void bv_write_character(bv_leaf_writer *w, const char *bytes, bv_range source) {
  if (*bytes == '\0' || (at_edge(w) && (*bytes == ' ' || *bytes == '\n')))
    return;
  BV_PUSH(w->reader->arena, &w->segments, (bv_segment){(uint32_t)w->text.length, source.start, source.end});
  w->one_to_one = false;
  add_to_run(w, bytes, strlen(bytes));
}

void bv_write_open_span(bv_leaf_writer *w, bv_range range, const bv_attributes *attributes) {
  if (w->flat || w->span_depth == BV_DEEPEST_NESTING) {
    if (w->flat++ == 0)
      bv_read_report(w->reader, BV_RULE_MARKUP_NIET_GESLOTEN, range, NULL, MSG_NESTING, BV_DEEPEST_NESTING);
    return;
  }
  bv_node *span = bv_node_new(w->reader->arena, BV_NODE_SPAN, w->span ? w->span : w->leaf);
  span->range = range;
  span->attributes = *attributes;
  w->span = span;
  w->span_depth++;
}

void bv_write_close_span(bv_leaf_writer *w) {
  if (w->flat) {
    w->flat--;
  } else if (w->span) {
    w->span = w->span->parent->kind == BV_NODE_SPAN ? w->span->parent : NULL;
    w->span_depth--;
  }
}

static void trim_runs(bv_leaf_writer *w, size_t length) {
  while (w->runs.count && w->runs.items[w->runs.count - 1].start >= length)
    w->runs.count--;
  if (w->runs.count)
    w->runs.items[w->runs.count - 1].end = (uint32_t)length;
}

static void trim_segments(bv_leaf_writer *w, size_t length) {
  size_t end = w->text.length; /* of the last segment, in the text */
  while (w->segments.count && w->segments.items[w->segments.count - 1].text_start >= length)
    end = w->segments.items[--w->segments.count].text_start;
  bv_segment *last = w->segments.count ? &w->segments.items[w->segments.count - 1] : NULL;
  if (last && last->source_end - last->source_start == end - last->text_start)
    last->source_end = last->source_start + (uint32_t)length - last->text_start;
}

/* Takes white space off the end. */
static void trim(bv_leaf_writer *w) {
  size_t length = w->text.length;
  while (length && (w->text.bytes[length - 1] == ' ' || w->text.bytes[length - 1] == '\n'))
    length--;
  if (length == w->text.length)
    return;
  trim_runs(w, length);
  trim_segments(w, length);
  w->text.bytes[length] = '\0';
  w->text.length = length;
}

void bv_leaf_writer_finish(bv_leaf_writer *w) {
  if (w->leaf->kind != BV_NODE_VERBATIM)
    trim(w);
  bv_text *text = bv_alloc(w->reader->arena, sizeof *text);
  text->bytes = bv_buf_string(&w->text);
  text->length = w->text.length;
  text->runs = w->runs.items;
  text->run_count = w->runs.count;
  text->segments = w->segments.items;
  text->segment_count = w->segments.count;
  w->leaf->text = text;
}
