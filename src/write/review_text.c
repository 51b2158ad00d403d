/* The draft as text: claims with their label and number, what they rest on, and marks where something was found. */
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "write/page.h"
#include "write/review.h"

enum { DEEPEST_LIST = 32 };

/* Something that happens at a place of a leaf's text, in the order in which they are written. */
typedef enum happening { MARK_ENDS, CLAIM_ENDS, CLAIM_BEGINS, MARK_BEGINS } happening;

typedef struct point {
  const bv_node *leaf;
  uint32_t at;
  happening what;
  const bv_claim *claim;
  size_t finding;
  size_t order;
} point;

typedef struct points {
  point *items;
  size_t count, capacity;
} points;

typedef struct writing {
  bv_review_page *page;
  points claims;     /* of the whole draft, in order */
  size_t next_claim; /* the first that was not written */
  size_t next_reaction;
  const bv_node *former;                          /* the leaf that was written last, or NULL */
  size_t marks[BV_REVIEW_MOST_NAMED], mark_count; /* findings that hold the text that comes */
  struct {
    const bv_node *item;
    int number;
  } numbered[DEEPEST_LIST]; /* the last item of a list of each depth */
  int part_level;
} writing;

static int by_place(const void *a, const void *b) {
  const point *left = a, *right = b;
  if (left->leaf != right->leaf)
    return left->leaf->range.start < right->leaf->range.start ? -1 : 1;
  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  if (left->what != right->what)
    return left->what < right->what ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

static void add_point(bv_arena *arena, points *list, point p) {
  p.order = list->count;
  BV_PUSH(arena, list, p);
}

/* Where each claim begins and ends. */
static points claim_points(bv_review_page *page) {
  points all = {0};
  for (size_t i = 0; i < page->document->claims.count; i++) {
    const bv_claim *claim = page->document->claims.items[i];
    if (!claim->pieces.count)
      continue;
    const bv_piece *first = &claim->pieces.items[0], *last = &claim->pieces.items[claim->pieces.count - 1];
    add_point(page->out->arena, &all,
              (point){.leaf = first->leaf, .at = first->start, .what = CLAIM_BEGINS, .claim = claim});
    add_point(page->out->arena, &all, (point){.leaf = last->leaf, .at = last->end, .what = CLAIM_ENDS, .claim = claim});
  }
  if (all.count)
    qsort(all.items, all.count, sizeof *all.items, by_place);
  return all;
}

/* ---- What a claim shows ---- */

static void begin_claim(bv_buf *out, const bv_claim *claim) {
  static const struct {
    const char *letter, *word;
  } labels[] = {{"?", MSG_COMPARE_NO_LABEL}, {"F", "feit"}, {"M", "mening"}, {"H", "horen zeggen"}};
  bv_buf_printf(out,
                "<span class=\"claim\" id=\"punt-%s\"><span class=\"label\" aria-hidden=\"true\">%s</span>"
                "<span class=\"said\">%s </span>%s</span> ",
                claim->number, labels[claim->label].letter, labels[claim->label].word, claim->number);
}

/* " (M. Vos; van mevrouw Smit; 1 oktober 2026)" */
static void end_claim(bv_buf *out, const bv_claim *claim) {
  bool any = false;
  bv_buf_puts(out, " <span class=\"source\">(");
  for (size_t i = 0; i < claim->sources.count; i++, any = true) {
    bv_buf_puts(out, any ? ", " : "");
    bv_page_text(out, bv_source_voice(claim->sources.items[i]));
  }
  bv_buf_puts(out, any ? "" : MSG_REVIEW_NO_SOURCE);
  for (size_t i = 0; i < claim->from.count; i++) {
    bv_buf_puts(out, i ? ", " : MSG_REVIEW_FROM);
    bv_page_text(out, claim->from.items[i]->name);
  }
  bv_buf_printf(out, "; %s)</span> ",
                claim->date.first.year ? bv_period_dutch(out->arena, claim->date) : MSG_REVIEW_NO_DATE);
}

/* ---- The text of a leaf ---- */

/* The findings of the block that hold words of the leaf: those words; else of a claim that they are about, its words
 * here. */
static points mark_points(writing *w, const bv_review_block *block) {
  points all = {0};
  const bv_text *text = block->leaf->text;
  for (size_t i = block->first; i < block->first + block->count; i++) {
    const bv_finding *finding = &w->page->document->findings->items[i];
    const bv_claim *claim = finding->claim ? xmlHashLookup(w->page->claims, BAD_CAST finding->claim) : NULL;
    bv_range words = bv_text_range_at(text, finding->range);
    for (size_t k = 0; words.end == words.start && claim && k < claim->pieces.count; k++)
      if (claim->pieces.items[k].leaf == block->leaf)
        words = (bv_range){claim->pieces.items[k].start, claim->pieces.items[k].end};
    add_point(w->page->out->arena, &all,
              (point){.leaf = block->leaf, .at = words.start, .what = MARK_BEGINS, .finding = i});
    add_point(w->page->out->arena, &all,
              (point){.leaf = block->leaf,
                      .at = words.end,
                      .what = words.end == words.start ? MARK_BEGINS : MARK_ENDS,
                      .finding = i});
  }
  return all;
}

/* Text of one style. */
static void write_stretch(writing *w, const bv_text *text, uint32_t start, uint32_t end, unsigned style) {
  static const struct {
    unsigned style;
    const char *open, *close;
  } styles[] = {{BV_STYLE_STRONG, "<strong>", "</strong>"},
                {BV_STYLE_EMPHASIS, "<em>", "</em>"},
                {BV_STYLE_CODE, "<code>", "</code>"}};
  if (start == end)
    return;
  if (w->mark_count)
    bv_review_open_mark(w->page, w->marks, w->mark_count);
  for (size_t i = 0; i < 3; i++)
    bv_buf_puts(w->page->out, style & styles[i].style ? styles[i].open : "");
  bv_page_bytes(w->page->out, text->bytes + start, end - start);
  for (size_t i = 3; i-- > 0;)
    bv_buf_puts(w->page->out, style & styles[i].style ? styles[i].close : "");
  bv_buf_puts(w->page->out, w->mark_count ? "</mark>" : "");
}

static void drop_mark(writing *w, size_t finding) {
  for (size_t i = 0; i < w->mark_count; i++)
    if (w->marks[i] == finding) {
      memmove(&w->marks[i], &w->marks[i + 1], (w->mark_count - i - 1) * sizeof *w->marks);
      w->mark_count--;
      return;
    }
}

static void happen(writing *w, const point *p, bool has_words) {
  switch (p->what) {
  case CLAIM_BEGINS:
    begin_claim(w->page->out, p->claim);
    break;
  case CLAIM_ENDS:
    end_claim(w->page->out, p->claim);
    break;
  case MARK_BEGINS:
    if (has_words && w->mark_count < BV_REVIEW_MOST_NAMED)
      w->marks[w->mark_count++] = p->finding;
    break;
  case MARK_ENDS:
    drop_mark(w, p->finding);
    bv_review_number(w->page, p->finding);
  }
}

/* The points of one leaf: claims of the draft that begin or end here, and the marks. */
static points leaf_points(writing *w, const bv_review_block *block) {
  points all = mark_points(w, block);
  while (w->next_claim < w->claims.count && w->claims.items[w->next_claim].leaf == block->leaf)
    add_point(w->page->out->arena, &all, w->claims.items[w->next_claim++]);
  if (all.count)
    qsort(all.items, all.count, sizeof *all.items, by_place);
  return all;
}

static void write_leaf_text(writing *w, const bv_review_block *block) {
  const bv_text *text = block->leaf->text;
  points all = leaf_points(w, block);
  uint32_t at = 0;
  size_t next = 0;
  w->mark_count = 0;
  for (size_t run = 0; run < text->run_count || next < all.count;) {
    while (next < all.count && all.items[next].at <= at) {
      /* A finding without words here begins twice at one place: its number stands there. */
      bool empty = all.items[next].what == MARK_BEGINS && next + 1 < all.count &&
                   all.items[next + 1].what == MARK_BEGINS && all.items[next + 1].finding == all.items[next].finding;
      happen(w, &all.items[next], !empty);
      if (empty)
        bv_review_number(w->page, all.items[next].finding);
      next += 1 + empty;
    }
    if (run == text->run_count)
      break;
    uint32_t until = text->runs[run].end;
    if (next < all.count && all.items[next].at < until)
      until = all.items[next].at;
    write_stretch(w, text, at, until, text->runs[run].style);
    at = until;
    run += at == text->runs[run].end;
  }
  for (; next < all.count; next++)
    happen(w, &all.items[next], false);
}

/* ---- What stands around a leaf ---- */

/* The number of an item of an ordered list. Items come in their order, so that the one before is known. */
static int number_of(writing *w, const bv_node *item) {
  size_t depth = 0;
  for (const bv_node *node = item->parent->parent; node; node = node->parent)
    depth += node->kind == BV_NODE_LIST;
  if (depth >= DEEPEST_LIST)
    return item->parent->start;
  bool next = item->previous && w->numbered[depth].item == item->previous;
  w->numbered[depth].number = next ? w->numbered[depth].number + 1 : item->parent->start;
  w->numbered[depth].item = item;
  return w->numbered[depth].number;
}

static const char *list_mark(writing *w, const bv_node *leaf) {
  const bv_node *item = leaf->parent;
  while (item && item->kind != BV_NODE_ITEM && item->first_child == leaf && item->kind == BV_NODE_DIV)
    item = item->parent;
  if (!item || item->kind != BV_NODE_ITEM || bv_node_leaf(item->first_child) != leaf)
    return NULL;
  if (!item->parent->ordered)
    return "–";
  return bv_sprintf(w->page->out->arena, "%d.", number_of(w, item));
}

static void write_reaction(writing *w, const bv_node *div) {
  const bv_document *document = w->page->document;
  bv_buf *out = w->page->out;
  while (w->next_reaction < document->reactions.count && document->reactions.items[w->next_reaction].element != div)
    w->next_reaction++;
  bv_buf_puts(out, "<p class=\"kind\">" MSG_REVIEW_REACTION);
  if (w->next_reaction < document->reactions.count) {
    const bv_reaction *reaction = &document->reactions.items[w->next_reaction];
    bv_buf_puts(out, reaction->from ? MSG_REVIEW_FROM_PERSON : "");
    bv_page_text(out, reaction->from ? reaction->from->name : NULL);
    if (reaction->date.first.year)
      bv_buf_printf(out, ", %s", bv_period_dutch(out->arena, reaction->date));
    bv_buf_puts(out, reaction->decision ? ": " : "");
    bv_page_text(out, reaction->decision);
    bv_buf_puts(out, reaction->reason ? ". " : "");
    bv_page_text(out, reaction->reason);
  }
  bv_buf_puts(out, "</p>");
}

/* Says which kind of block begins with this leaf. */
static void write_kinds(writing *w, const bv_node *leaf) {
  for (const bv_node *node = leaf->parent; node; node = node->parent) {
    if (node->kind != BV_NODE_DIV || (w->former && bv_node_within(w->former, node)))
      continue;
    if (bv_has_class(node, "reactie"))
      write_reaction(w, node);
    else if (bv_has_class(node, "voor-ouders"))
      bv_buf_puts(w->page->out, "<p class=\"kind\">" MSG_REVIEW_PLAIN "</p>");
    else if (bv_has_class(node, "toelichting"))
      bv_buf_puts(w->page->out, "<p class=\"kind\">" MSG_REVIEW_EXPLANATION "</p>");
  }
}

static bool lies_in(const bv_node *leaf, bv_node_kind kind, const char *class_name) {
  for (const bv_node *node = leaf->parent; node; node = node->parent)
    if (node->kind == kind && (!class_name || bv_has_class(node, class_name)))
      return true;
  return false;
}

static void write_heading(writing *w, const bv_review_block *block) {
  const bv_node *section = block->leaf->parent;
  int level = section->level - w->part_level + 2;
  level = level < 2 ? 2 : level > 6 ? 6 : level;
  bv_buf_printf(w->page->out, "<h%d", level);
  if (section->part)
    bv_buf_printf(w->page->out, " id=\"deel-%u\"><span class=\"part\">%u.</span> ", section->part->number,
                  section->part->number);
  else
    bv_buf_putc(w->page->out, '>');
  write_leaf_text(w, block);
  bv_buf_printf(w->page->out, "</h%d>", level);
}

static void write_leaf(writing *w, const bv_review_block *block) {
  const bv_node *leaf = block->leaf;
  bv_buf *out = w->page->out;
  bool quote = lies_in(leaf, BV_NODE_QUOTE, NULL), code = leaf->kind == BV_NODE_VERBATIM;
  bool answer = lies_in(leaf, BV_NODE_DIV, "reactie") || lies_in(leaf, BV_NODE_DIV, "voor-ouders");
  write_kinds(w, leaf);
  if (leaf->kind == BV_NODE_HEADING) {
    write_heading(w, block);
    return;
  }
  const char *mark = list_mark(w, leaf);
  bv_buf_puts(out, quote ? "<blockquote>" : "");
  bv_buf_printf(out, "<%s%s>", code ? "pre" : "p", answer ? " class=\"answer\"" : mark ? " class=\"item\"" : "");
  if (mark)
    bv_buf_printf(out, "<span class=\"bullet\">%s</span> ", mark);
  write_leaf_text(w, block);
  bv_buf_printf(out, "</%s>%s", code ? "pre" : "p", quote ? "</blockquote>" : "");
}

void bv_review_text(bv_review_page *page) {
  const bv_document *document = page->document;
  writing w = {.page = page,
               .claims = claim_points(page),
               .part_level = document->parts.count > 1 ? document->parts.items[1].section->level : 1};
  for (size_t i = page->front_count; i < page->blocks.count; i++) {
    const bv_review_block *block = &page->blocks.items[i];
    bv_review_begin_block(page);
    write_leaf(&w, block);
    bv_review_end_block(page, block);
    w.former = block->leaf;
  }
}
