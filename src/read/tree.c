#include "read/tree.h"

#include <string.h>

#include "base/messages.h"

/* What is open while the blocks are walked through: containers of cmark, divs, sections. */
typedef struct frame {
  bv_node *node;       /* that receives what comes */
  const bv_fence *div; /* of a div */
  bool container;      /* of cmark: it ends when cmark says so */
  bool flat;           /* too deep to have a node of its own */
} frame;

typedef struct builder {
  bv_reader *reader;
  const bv_blocks *blocks;
  const char *bytes;
  struct { frame *items; size_t count, capacity; } levels;
  size_t depth;          /* levels that are lists, quotations or divs, and the root */
  bv_leaves leaves;
  bv_definitions *definitions;
  uint32_t paragraph_end; /* source line on which the last paragraph ended; 0: something else came after it */
} builder;

static frame *top(builder *b) { return &b->levels.items[b->levels.count - 1]; }

static void push(builder *b, frame level) { BV_PUSH(b->reader->scratch, &b->levels, level); }

/* A node ends where its last child does. */
static void end_node(bv_node *node) {
  if (node->last_child && node->last_child->range.end > node->range.end)
    node->range.end = node->last_child->range.end;
}

/* Ends the innermost level. */
static void pop(builder *b) {
  frame *ending = top(b);
  if (ending->div || ending->container)
    b->depth--;
  if (!ending->flat)
    end_node(ending->node);
  b->levels.count--;
}

/* Ends the sections that are open in the innermost container or div, from that header level on. */
static void end_sections(builder *b, int from_level) {
  while (!top(b)->container && !top(b)->div && top(b)->node->kind == BV_NODE_SECTION && top(b)->node->level >= from_level)
    pop(b);
}

/* Opens a level for a list, item, quotation or div: with a node, unless it is too deep. */
static bv_node *open_level(builder *b, bv_node_kind kind, bv_range range, frame level) {
  bool in_flat_list = kind == BV_NODE_ITEM && top(b)->flat;
  level.flat = in_flat_list || (kind != BV_NODE_ITEM && b->depth > BV_DEEPEST_NESTING);
  level.node = top(b)->node;
  if (level.flat && b->depth == BV_DEEPEST_NESTING + 1)
    bv_read_report(b->reader, BV_RULE_MARKUP_NIET_GESLOTEN, range, NULL, MSG_NESTING, BV_DEEPEST_NESTING);
  if (!level.flat) {
    level.node = bv_node_new(b->reader->arena, kind, top(b)->node);
    level.node->range = range;
  }
  b->depth++;
  push(b, level);
  return level.flat ? NULL : level.node;
}

/* Where the block starts in the source, up to the end of that line. */
static bv_range start_of(const builder *b, cmark_node *block) {
  uint32_t number = bv_source_line_of(b->blocks, cmark_node_get_start_line(block));
  bv_range line = bv_source_line(b->reader->document->source, number);
  int column = cmark_node_get_start_column(block);
  uint32_t start = line.start + (column > 0 ? (uint32_t)column - 1 : 0);
  return (bv_range){start < line.end ? start : line.end, line.end};
}

static void report_unclosed(builder *b, const bv_fence *fence) {
  bv_read_report(b->reader, BV_RULE_MARKUP_NIET_GESLOTEN, fence->range, MSG_DIV_NOT_CLOSED_ADVICE, MSG_DIV_NOT_CLOSED);
}

static void enter_container(builder *b, cmark_node *block, bv_node_kind kind) {
  bv_range range = start_of(b, block);
  range.end = range.start + (range.end > range.start);
  bv_node *node = open_level(b, kind, range, (frame){.container = true});
  if (node && kind == BV_NODE_LIST) {
    node->ordered = cmark_node_get_list_type(block) == CMARK_ORDERED_LIST;
    node->start = node->ordered ? cmark_node_get_list_start(block) : 0;
    node->tight = cmark_node_get_list_tight(block);
  }
}

/* Ends the container, and before it all that was opened in it. */
static void leave_container(builder *b) {
  while (!top(b)->container) {
    if (top(b)->div)
      report_unclosed(b, top(b)->div);
    pop(b);
  }
  pop(b);
}

/* Adds a leaf whose content is known, unless nothing is left of it. */
static bv_leaf *add_leaf(builder *b, bv_node_kind kind, bv_node *parent, bv_content content) {
  bv_content_fill(b->reader->scratch, &content, b->bytes);
  bv_node *node = bv_node_new(b->reader->arena, kind, parent);
  bv_leaf leaf = {.node = node, .content = content};
  node->range = bv_content_range(&content, 0, content.length);
  bv_scan_leaf(b->reader, &leaf);
  BV_PUSH(b->reader->scratch, &b->leaves, leaf);
  return &b->leaves.items[b->leaves.count - 1];
}

/* The lines of a paragraph or header as cmark gives them: each is the end of a line of the copy. False when that cannot be
 * told, because something that looks like code or HTML runs over lines. */
static bool lines_by_length(builder *b, cmark_node *block, bv_content *content) {
  int line = cmark_node_get_start_line(block);
  size_t length = 0;
  for (cmark_node *child = cmark_node_first_child(block); child; child = cmark_node_next(child)) {
    cmark_node_type type = cmark_node_get_type(child);
    const char *literal = cmark_node_get_literal(child);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      bv_content_add(b->reader->scratch, content, bv_line_tail(b->reader, b->blocks, line++, length),
                     type == CMARK_NODE_LINEBREAK);
      length = 0;
    } else if (type != CMARK_NODE_TEXT && (!literal || type == CMARK_NODE_CODE || strchr(literal, '\n'))) {
      return false;
    } else {
      length += strlen(literal);
    }
  }
  bv_content_add(b->reader->scratch, content, bv_line_tail(b->reader, b->blocks, line, length), false);
  return true;
}

/* The same by what containers can look like: white space and as many '>' as there are quotations around. */
static void lines_by_look(builder *b, cmark_node *block, bv_content *content) {
  unsigned quotes = 0;
  for (cmark_node *around = block; around; around = cmark_node_parent(around))
    quotes += cmark_node_get_type(around) == CMARK_NODE_BLOCK_QUOTE;
  bv_content_add(b->reader->scratch, content, start_of(b, block), false);
  for (int line = cmark_node_get_start_line(block) + 1; line <= cmark_node_get_end_line(block); line++) {
    bv_range range = bv_line_tail(b->reader, b->blocks, line, SIZE_MAX);
    unsigned left = quotes;
    while (range.start < range.end && (strchr(" \t", b->bytes[range.start]) || (left && b->bytes[range.start] == '>')))
      left -= b->bytes[range.start++] == '>';
    bv_content_add(b->reader->scratch, content, range, false);
  }
}

static bv_content content_of(builder *b, cmark_node *block) {
  bv_content content = {0};
  if (!lines_by_length(b, block, &content)) {
    content = (bv_content){0};
    lines_by_look(b, block, &content);
  }
  return content;
}

static void add_paragraph(builder *b, cmark_node *block) {
  bv_content content = content_of(b, block);
  uint32_t last_line = bv_source_line_of(b->blocks, cmark_node_get_start_line(block)) + (uint32_t)content.lines.count - 1;
  bv_take_definitions(b->reader, b->definitions, &content);
  if (content.lines.count)
    add_leaf(b, BV_NODE_PARAGRAPH, top(b)->node, content);
  b->paragraph_end = last_line;
}

/* A header that starts with '#'s: cmark gives its text without them and without those that close it. */
static bool is_atx(const builder *b, bv_range at, int level) {
  uint32_t after = at.start + (uint32_t)level;
  return at.end >= after && strspn(b->bytes + at.start, "#") == (size_t)level &&
         (after == at.end || strchr(" \t", b->bytes[after]));
}

static void add_heading(builder *b, cmark_node *block) {
  int header_level = cmark_node_get_heading_level(block);
  bv_range at = start_of(b, block);
  bv_content content = {0};
  if (is_atx(b, at, header_level)) {
    uint32_t length = 0, start = at.start + (uint32_t)header_level;
    for (cmark_node *child = cmark_node_first_child(block); child; child = cmark_node_next(child))
      length += (uint32_t)strlen(cmark_node_get_literal(child));
    start += (uint32_t)strspn(b->bytes + start, " \t");
    bv_content_add(b->reader->scratch, &content, (bv_range){start, start + length}, false);
  } else {
    content = content_of(b, block);
  }
  end_sections(b, header_level);
  bv_node *section = bv_node_new(b->reader->arena, BV_NODE_SECTION, top(b)->node);
  section->level = header_level;
  bv_leaf *leaf = add_leaf(b, BV_NODE_HEADING, section, content);
  leaf->node->range.start = at.start;
  section->range = leaf->node->range;
  section->attributes = leaf->header;
  push(b, (frame){.node = section});
}

/* The lines of raw HTML or code that cmark gives with their ends: each is the end of a line of the copy. */
static bv_content literal_lines(builder *b, const char *literal, int line) {
  bv_content content = {0};
  for (; *literal; line++) {
    size_t length = strcspn(literal, "\n"), same = 0;
    const char *copy = b->blocks->copy + b->blocks->line_starts[line - 1];
    size_t copy_length = b->blocks->line_starts[line] - b->blocks->line_starts[line - 1] - 1;
    while (same < length && same < copy_length && literal[length - 1 - same] == copy[copy_length - 1 - same])
      same++;
    bv_range source = bv_source_line(b->reader->document->source, bv_source_line_of(b->blocks, line));
    uint32_t start = source.start + (uint32_t)(copy_length - same);
    bv_content_add(b->reader->scratch, &content, (bv_range){start < source.end ? start : source.end, source.end}, false);
    literal += length + (literal[length] == '\n');
  }
  return content;
}

/* Whether nothing stands in the leaf but comments. */
static bool is_empty(const bv_leaf *leaf) {
  uint32_t at = 0;
  for (size_t i = 0; i < leaf->marks.count && leaf->marks.items[i].kind == BV_MARK_DROP; i++) {
    at += (uint32_t)strspn(leaf->content.bytes + at, " \t\n");
    if (at < leaf->marks.items[i].at)
      return false;
    at = leaf->marks.items[i].at + leaf->marks.items[i].length;
  }
  return at + strspn(leaf->content.bytes + at, " \t\n") >= leaf->end;
}

/* A block of raw HTML is a comment, or starts with one: behind it text may stand. */
static void add_comment(builder *b, cmark_node *block) {
  bv_content content = literal_lines(b, cmark_node_get_literal(block), cmark_node_get_start_line(block));
  bv_leaf *leaf = add_leaf(b, BV_NODE_PARAGRAPH, top(b)->node, content);
  if (is_empty(leaf)) {
    bv_node_unlink(leaf->node);
    b->leaves.count--;
  }
}

static void open_div(builder *b, const bv_fence *fence, uint32_t line) {
  bool below_paragraph = b->paragraph_end && b->paragraph_end + 1 == line;
  if ((below_paragraph || fence->below_quote) && !fence->begins_item)
    bv_read_report(b->reader, BV_RULE_MARKUP_ATTRIBUUT, fence->range, MSG_FENCE_BLANK_ADVICE, MSG_FENCE_BLANK);
  bv_node *div = open_level(b, BV_NODE_DIV, fence->range, (frame){.div = fence});
  if (div)
    div->attributes = fence->attributes;
  if (fence->rest.start < fence->rest.end) {
    bv_content content = {0};
    bv_content_add(b->reader->scratch, &content, fence->rest, false);
    add_leaf(b, BV_NODE_PARAGRAPH, top(b)->node, content);
  }
}

static void close_div(builder *b, const bv_fence *fence) {
  size_t at = b->levels.count - 1;
  while (!b->levels.items[at].div && !b->levels.items[at].container)
    at--;
  if (!b->levels.items[at].div) {
    bv_read_report(b->reader, BV_RULE_MARKUP_NIET_GESLOTEN, fence->range, MSG_DIV_NOT_OPENED_ADVICE, MSG_DIV_NOT_OPENED);
    return;
  }
  while (b->levels.count - 1 > at)
    pop(b);
  if (!top(b)->flat)
    top(b)->node->range.end = fence->range.end;
  pop(b);
}

static void add_raw(builder *b, cmark_node *block) {
  const bv_fence *fence = bv_fence_of(b->blocks, block);
  if (!fence)
    add_comment(b, block);
  else if (fence->opens)
    open_div(b, fence, bv_source_line_of(b->blocks, cmark_node_get_start_line(block)));
  else
    close_div(b, fence);
}

/* Whether a code block is fenced: then its text starts below its first line. An indented one may look like a fence too. */
static bool is_fenced_code(const builder *b, cmark_node *block) {
  const char *literal = cmark_node_get_literal(block);
  const uint32_t *line_start = &b->blocks->line_starts[cmark_node_get_start_line(block) - 1];
  uint32_t start = line_start[0] + (uint32_t)cmark_node_get_start_column(block) - 1, end = line_start[1] - 1;
  const char *first = b->blocks->copy + start;
  if (strncmp(first, "```", 3) != 0 && strncmp(first, "~~~", 3) != 0)
    return false;
  size_t length = strcspn(literal, "\n");
  return *cmark_node_get_fence_info(block) || length != end - start || memcmp(literal, first, length) != 0;
}

static void add_verbatim(builder *b, cmark_node *block) {
  bv_range first = start_of(b, block);
  int start = cmark_node_get_start_line(block) + (is_fenced_code(b, block) ? 1 : 0);
  bv_content content = literal_lines(b, cmark_node_get_literal(block), start);
  if (*cmark_node_get_fence_info(block))
    bv_read_report(b->reader, BV_RULE_MARKUP_ATTRIBUUT, first, NULL, MSG_CODE_INFO);
  bv_content_fill(b->reader->scratch, &content, b->bytes);
  bv_node *node = bv_node_new(b->reader->arena, BV_NODE_VERBATIM, top(b)->node);
  bv_leaf leaf = {.node = node, .content = content, .end = content.length};
  node->range = (bv_range){first.start, content.length ? bv_content_range(&content, 0, content.length).end : first.end};
  BV_PUSH(b->reader->scratch, &b->leaves, leaf);
}

static void add_rule(builder *b, cmark_node *block) {
  bv_node_new(b->reader->arena, BV_NODE_RULE, top(b)->node)->range = start_of(b, block);
}

static void enter(builder *b, cmark_node *block) {
  switch (cmark_node_get_type(block)) {
  case CMARK_NODE_BLOCK_QUOTE:
    enter_container(b, block, BV_NODE_QUOTE);
    break;
  case CMARK_NODE_LIST:
    enter_container(b, block, BV_NODE_LIST);
    break;
  case CMARK_NODE_ITEM:
    enter_container(b, block, BV_NODE_ITEM);
    break;
  case CMARK_NODE_PARAGRAPH:
    add_paragraph(b, block);
    break;
  case CMARK_NODE_HEADING:
    add_heading(b, block);
    break;
  case CMARK_NODE_HTML_BLOCK:
    add_raw(b, block);
    break;
  case CMARK_NODE_CODE_BLOCK:
    add_verbatim(b, block);
    break;
  case CMARK_NODE_THEMATIC_BREAK:
    add_rule(b, block);
    break;
  default: /* the document, and what stands in leaves */
    break;
  }
}

static bool is_container(cmark_node *block) {
  cmark_node_type type = cmark_node_get_type(block);
  return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM ||
         type == CMARK_NODE_DOCUMENT;
}

bv_leaves bv_read_tree(bv_reader *reader, const bv_blocks *blocks, bv_definitions *definitions) {
  const bv_source *source = reader->document->source;
  builder b = {.reader = reader, .blocks = blocks, .bytes = source->bytes, .definitions = definitions, .depth = 1};
  bv_node *root = reader->document->root = bv_node_new(reader->arena, BV_NODE_ROOT, NULL);
  root->range = (bv_range){bv_source_line(source, blocks->first_line).start, (uint32_t)source->length};
  push(&b, (frame){.node = root, .container = true});
  cmark_iter *walk = cmark_iter_new(blocks->document);
  for (cmark_event_type event; (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE;) {
    cmark_node *block = cmark_iter_get_node(walk);
    if (event == CMARK_EVENT_ENTER)
      enter(&b, block);
    else if (is_container(block))
      leave_container(&b);
  }
  cmark_iter_free(walk);
  return b.leaves;
}
