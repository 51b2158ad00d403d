#include "publish/plain.h"

#include "lang/plain.h"
#include "publish/content.h"
#include "publish/flat.h"

/* The claim's own words; claims inside it have points of their own. */
static void add_own_text(bv_publication *publication, const bv_claim *claim, xmlNode *parent) {
  bv_content content = {.publication = publication, .inside = claim};
  const bv_node *element = claim->element;
  if (element->kind == BV_NODE_DIV) {
    bv_content_children(&content, element, parent);
  } else if (element->kind == BV_NODE_SPAN) {
    bv_piece text = bv_span_text(element);
    bv_content_inline(&content, text.leaf, text.start, text.end, bv_tree_add(parent, "p"));
  } else {
    bv_content_node(&content, element, parent);
  }
}

/* The changes of one text node, which lie next to each other from `first` on; gives the first behind them. */
static size_t change_piece(bv_arena *scratch, const bv_flat *flat, const bv_flat_piece *piece,
                           const bv_simplifications *changes, size_t first) {
  bv_buf text = bv_buf_new(scratch);
  uint32_t at = piece->start;
  size_t i = first;
  for (; i < changes->count && changes->items[i].start < piece->end; i++) {
    bv_buf_add(&text, flat->text + at, changes->items[i].start - at);
    bv_buf_puts(&text, changes->items[i].after);
    at = changes->items[i].end;
  }
  bv_buf_add(&text, flat->text + at, piece->end - at);
  if (i > first)
    bv_tree_replace_text(piece->node, bv_buf_string(&text));
  return i;
}

static void record(const bv_simplifications *changes, xmlNode *point) {
  static const char *const kinds[] = {
      [BV_CHANGE_WORD] = "word", [BV_CHANGE_ABBREVIATION] = "abbreviation", [BV_CHANGE_DATE] = "date",
      [BV_CHANGE_SENTENCE] = "sentence"};
  xmlNode *list = bv_tree_add(point, "changes");
  for (size_t i = 0; i < changes->count; i++) {
    xmlNode *element = bv_tree_add(list, "change");
    bv_tree_set(element, "kind", kinds[changes->items[i].kind]);
    bv_tree_set(element, "before", changes->items[i].before);
    bv_tree_set(element, "after", changes->items[i].after);
  }
  bv_tree_drop_if_empty(list);
}

/* Makes the words in the tree plainer, as far as that is safe; gives what they are then. */
static const char *make_plain(bv_publication *publication, xmlNode *content, xmlNode *point) {
  bv_arena *scratch = bv_arena_new(); /* words of a claim take far more than its text, and the tree keeps its own */
  bv_reading_limits limits = bv_config_limits(publication->config);
  bv_flat flat = bv_flatten(scratch, content, NULL);
  bv_simplified plain = bv_simplify_around(scratch, flat.text, flat.length, &flat.fixed);
  for (size_t p = 0, first = 0; p < flat.pieces.count && first < plain.changes.count; p++)
    first = change_piece(scratch, &flat, &flat.pieces.items[p], &plain.changes, first);
  record(&plain.changes, point);
  const char *words = !bv_is_readable(&plain.measure, &limits) ? "hard" : plain.changes.count ? "simplified" : "own";
  bv_arena_free(scratch);
  return words;
}

void bv_add_plain(bv_publication *publication, const bv_claim *claim, xmlNode *point) {
  const bv_index *texts = &publication->plain_texts;
  const bv_index_entry *block = bv_index_first(texts, claim);
  xmlNode *content = bv_tree_add(point, "content");
  const char *words = "author";
  bv_content blocks = {.publication = publication};
  if (block) {
    for (; block; block = bv_index_next(texts, block))
      bv_content_children(&blocks, ((const bv_plain_text *)block->item)->element, content);
  } else if (claim->plain && *claim->plain) {
    bv_tree_add_text(content, "p", claim->plain);
  } else {
    add_own_text(publication, claim, content);
    words = make_plain(publication, content, point);
  }
  bv_tree_set(point, "words", words);
}
