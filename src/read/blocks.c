#include "read/blocks.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/messages.h"

/* <pre begins raw HTML that may interrupt a paragraph and runs to </pre>; in a paragraph (where a fence that is indented
 * too far ends up) it is no raw HTML. */
#define FENCE_BEGIN "<pre "
#define FENCE_END "</pre>"

/* What opens a line: indentation, quotation marks, list markers. */
typedef struct line_head {
  uint32_t end;      /* offset in the source of what follows */
  unsigned quotes;   /* how many '>' */
  unsigned markers;  /* of lists and quotations together */
  unsigned column;   /* of what follows, tabs counted to the next multiple of four */
  unsigned space;    /* columns of white space just before it */
  bool lists;
} line_head;

typedef struct preparer {
  bv_reader *reader;
  const char *bytes;
  bv_blocks *blocks;
  bv_buf copy;
  struct { uint32_t *items; size_t count, capacity; } starts;
  uint32_t last_comment_end; /* offset of the last "-->" of the body; 0: there is none */
  size_t markers;            /* so far: each can be an element */
} preparer;

static void skip_white(const char *bytes, uint32_t end, line_head *head) {
  unsigned before = head->column;
  for (; head->end < end && (bytes[head->end] == ' ' || bytes[head->end] == '\t'); head->end++)
    head->column += bytes[head->end] == '\t' ? 4 - head->column % 4 : 1;
  head->space = head->column - before;
}

/* Length of the list marker at that place, or 0. */
static uint32_t list_marker(const char *bytes, uint32_t at, uint32_t end) {
  uint32_t stop = at;
  if (at < end && strchr("-+*", bytes[at])) {
    stop = at + 1;
  } else {
    while (stop < end && stop - at < 9 && isdigit((unsigned char)bytes[stop]))
      stop++;
    if (stop == at || stop == end || (bytes[stop] != '.' && bytes[stop] != ')'))
      return 0;
    stop++;
  }
  return stop == end || bytes[stop] == ' ' || bytes[stop] == '\t' ? stop - at : 0;
}

static line_head head_of(const char *bytes, bv_range line, unsigned most_markers) {
  line_head head = {.end = line.start};
  skip_white(bytes, line.end, &head);
  while (head.end < line.end && head.markers < most_markers) {
    uint32_t marker = bytes[head.end] == '>' ? 1 : list_marker(bytes, head.end, line.end);
    if (marker == 0)
      break;
    head.quotes += bytes[head.end] == '>';
    head.lists = head.lists || bytes[head.end] != '>';
    head.markers++;
    head.column += marker;
    head.end += marker;
    skip_white(bytes, line.end, &head);
  }
  return head;
}

static bv_range line_at(const preparer *p, uint32_t line) { return bv_source_line(p->reader->document->source, line); }

static void end_line(preparer *p) {
  bv_buf_putc(&p->copy, '\n');
  BV_PUSH(p->reader->scratch, &p->starts, (uint32_t)p->copy.length);
}

/* Whether only `c` and white space stand there: a thematic break, or the line under a header. */
static bool only(const char *bytes, uint32_t at, uint32_t end, char c) {
  for (; at < end; at++)
    if (bytes[at] != c && bytes[at] != ' ' && bytes[at] != '\t')
      return false;
  return true;
}

/* How many bytes keep their meaning at the start of a line's text: that of a code fence, a thematic break, a comment. */
static uint32_t kept(const preparer *p, uint32_t at, uint32_t end) {
  const char *bytes = p->bytes;
  uint32_t run = at;
  if (at == end)
    return 0;
  while (run < end && bytes[run] == '`')
    run++;
  if (run - at >= 3 && !memchr(bytes + run, '`', end - run))
    return run - at;
  if ((bytes[at] == '*' || bytes[at] == '_') && only(bytes, at, end, bytes[at]))
    return end - at;
  /* A comment that closes nowhere would swallow the rest of the draft. */
  return end - at >= 4 && memcmp(bytes + at, "<!--", 4) == 0 && at + 2 < p->last_comment_end ? 4 : 0;
}

/* What means something inside a paragraph. */
static const bool inline_marks[256] = {['`'] = true, ['*'] = true, ['_'] = true, ['['] = true, [']'] = true,
                                       ['<'] = true, ['!'] = true, ['&'] = true, ['\\'] = true};

static bool is_inline_mark(char c) { return inline_marks[(unsigned char)c]; }

/* Whether text that begins like this can be no more than text of whatever it stands in, however it goes on. */
static bool is_mere_text(const preparer *p, uint32_t at, uint32_t end) {
  char first = p->bytes[at];
  bool begins_block = !((first | 0x20) >= 'a' && (first | 0x20) <= 'z') && !is_inline_mark(first);
  return !begins_block && !(at < p->last_comment_end && memmem(p->bytes + at, end - at, "-->", 3));
}

static bool is_white(char c) { return c == ' ' || c == '\t'; }

/* Copies the text of a line, with what means something inside a paragraph made harmless. Of mere text one letter and the
 * white space behind it say as much: where it stands in the source is reckoned from the start and the end of the line. */
static void copy_text(preparer *p, uint32_t at, uint32_t end) {
  uint32_t keep = kept(p, at, end), white = end;
  bv_buf_add(&p->copy, p->bytes + at, keep);
  if (!keep && at < end && is_mere_text(p, at, end)) {
    bv_buf_putc(&p->copy, 'x');
    while (is_white(p->bytes[white - 1]))
      white--;
    bv_buf_add(&p->copy, p->bytes + white, end - white);
    return;
  }
  for (at += keep; at < end;) {
    uint32_t from = at;
    while (at < end && !is_inline_mark(p->bytes[at]))
      at++;
    bv_buf_add(&p->copy, p->bytes + from, at - from);
    for (; at < end && is_inline_mark(p->bytes[at]); at++)
      bv_buf_putc(&p->copy, '|');
  }
}

/* Adds the lines that attributes may run on over: with the same quotation marks, indented at least as far, up to a blank
 * line or another fence. */
static void add_continuations(const preparer *p, bv_content *content, const line_head *head, uint32_t line) {
  bool loose = !head->lists && head->space <= 1;
  for (uint32_t next = line + 1; next <= p->reader->document->source->line_count; next++) {
    bv_range range = line_at(p, next);
    line_head around = {.end = range.start};
    skip_white(p->bytes, range.end, &around);
    while (around.end < range.end && around.quotes < head->quotes && p->bytes[around.end] == '>') {
      around.quotes++;
      around.end++;
      around.column++;
      skip_white(p->bytes, range.end, &around);
    }
    bool belongs = around.quotes == head->quotes && (loose || around.column >= head->column);
    if (!belongs || around.end == range.end || strncmp(p->bytes + around.end, ":::", 3) == 0)
      return;
    bv_content_add(p->reader->scratch, content, (bv_range){around.end, range.end}, false);
  }
}

/* Attributes in braces may run over several lines; gives the content that holds them and no more lines than needed. */
static bv_attributes_read read_braces(preparer *p, const line_head *head, uint32_t line, uint32_t brace,
                                      bv_content *content) {
  bv_range range = line_at(p, line);
  bv_content_add(p->reader->scratch, content, (bv_range){brace, range.end}, false);
  bv_content_fill(p->reader->scratch, content, p->bytes);
  bv_attributes_read read = bv_read_attributes(p->reader, content, 0);
  if (read.closed && !read.problem)
    return read;
  bv_content longer = {0};
  bv_content_add(p->reader->scratch, &longer, (bv_range){brace, range.end}, false);
  add_continuations(p, &longer, head, line);
  bv_content_fill(p->reader->scratch, &longer, p->bytes);
  bv_attributes_read again = bv_read_attributes(p->reader, &longer, 0);
  if (!again.closed)
    return read;
  *content = longer;
  return again;
}

/* What stands behind the attributes of a fence: colons and white space, or text that does not belong there. */
static bv_range rest_of_fence(const preparer *p, uint32_t at, uint32_t end) {
  while (at < end && is_white(p->bytes[at]))
    at++;
  while (at < end && p->bytes[at] == ':')
    at++;
  while (at < end && is_white(p->bytes[at]))
    at++;
  return (bv_range){at, end};
}

/* `::: {.class}` with the colons at `start` and the brace at `at`. */
static bv_fence read_braced_fence(preparer *p, const line_head *head, uint32_t line, uint32_t at) {
  bv_content content = {0};
  bv_attributes_read read = read_braces(p, head, line, at, &content);
  bv_report_attributes(p->reader, &read);
  size_t last = bv_content_line_at(&content, read.end ? read.end - 1 : 0);
  bv_range end = content.lines.items[last].source;
  uint32_t behind = end.start + (read.end - content.lines.items[last].at);
  bv_fence fence = {.opens = true, .lines = (uint32_t)last + 1, .attributes = read.attributes};
  fence.range = (bv_range){head->end, end.end};
  fence.rest = rest_of_fence(p, behind, end.end);
  if (read.closed && fence.rest.start < fence.rest.end)
    bv_read_report(p->reader, BV_RULE_MARKUP_ATTRIBUUT, fence.rest, MSG_FENCE_REST_ADVICE, MSG_FENCE_REST);
  return fence;
}

/* `::: class`: one word is a class; more words are attributes whose braces are missing. */
static bv_fence read_bare_fence(preparer *p, const line_head *head, bv_range line, uint32_t at) {
  bv_fence fence = {.opens = true, .lines = 1, .range = {head->end, line.end}};
  uint32_t end = line.end;
  while (end > at && (p->bytes[end - 1] == ':' || is_white(p->bytes[end - 1])))
    end--;
  bv_content content = {0};
  bv_content_add(p->reader->scratch, &content, (bv_range){at, end}, false);
  bv_content_fill(p->reader->scratch, &content, p->bytes);
  if (!strpbrk(content.bytes, " \t")) {
    bv_class class = {bv_strdup(p->reader->arena, content.bytes), {at, end}};
    BV_PUSH(p->reader->arena, &fence.attributes.classes, class);
    fence.attributes.range = class.range;
    return fence;
  }
  bv_attributes_read read = bv_read_bare_attributes(p->reader, &content, 0);
  bv_read_report(p->reader, BV_RULE_MARKUP_ATTRIBUUT, (bv_range){at, end}, MSG_FENCE_BARE_ADVICE, MSG_FENCE_BARE);
  fence.attributes = read.attributes;
  if (!read.attributes.classes.count && !read.attributes.pairs.count && !read.attributes.id)
    fence.rest = (bv_range){at, end};
  return fence;
}

/* Whether the line above belongs to a quotation that this one is not part of. */
static bool is_below_quote(const preparer *p, const line_head *head, uint32_t line) {
  if (line == p->blocks->first_line)
    return false;
  return head_of(p->bytes, line_at(p, line - 1), BV_DEEPEST_NESTING).quotes > head->quotes;
}

/* The number of lines that a fence on this line takes, or 0: there is none. The fence is added to the blocks. */
static uint32_t read_fence(preparer *p, const line_head *head, uint32_t line) {
  bv_range range = line_at(p, line);
  uint32_t at = head->end;
  while (at < range.end && p->bytes[at] == ':')
    at++;
  if (at - head->end < 3)
    return 0;
  while (at < range.end && is_white(p->bytes[at]))
    at++;
  bv_fence fence = {.lines = 1, .range = {head->end, range.end}};
  if (at < range.end)
    fence = p->bytes[at] == '{' ? read_braced_fence(p, head, line, at) : read_bare_fence(p, head, range, at);
  fence.begins_item = head->lists;
  fence.below_quote = is_below_quote(p, head, line);
  BV_PUSH(p->reader->scratch, &p->blocks->fences, fence);
  return fence.lines;
}

/* Writes the raw HTML that stands for a fence, on as many lines. */
static void copy_fence(preparer *p, const line_head *head, uint32_t line, uint32_t lines) {
  bv_range range = line_at(p, line);
  bv_buf_add(&p->copy, p->bytes + range.start, head->end - range.start);
  bv_buf_printf(&p->copy, FENCE_BEGIN "%zu ", p->blocks->fences.count - 1);
  for (uint32_t next = line + 1; next < line + lines; next++) {
    end_line(p);
    range = line_at(p, next);
    line_head around = head_of(p->bytes, range, head->quotes);
    bv_buf_add(&p->copy, p->bytes + range.start, around.end - range.start);
  }
  bv_buf_puts(&p->copy, FENCE_END);
  end_line(p);
}

/* Copies one line, or the lines of one fence; gives the number of lines. */
static uint32_t copy_lines(preparer *p, uint32_t line) {
  bv_range range = line_at(p, line);
  line_head head = head_of(p->bytes, range, BV_DEEPEST_NESTING);
  p->markers += head.markers;
  uint32_t fence_lines = read_fence(p, &head, line);
  if (fence_lines) {
    copy_fence(p, &head, line, fence_lines);
    return fence_lines;
  }
  bv_buf_add(&p->copy, p->bytes + range.start, head.end - range.start);
  if (head.markers == BV_DEEPEST_NESTING && head.end < range.end) {
    bv_read_report(p->reader, BV_RULE_MARKUP_NIET_GESLOTEN, (bv_range){head.end, range.end}, NULL, MSG_NESTING,
                   BV_DEEPEST_NESTING);
    bv_buf_putc(&p->copy, '|'); /* no further marker begins here */
    head.end++;
  }
  copy_text(p, head.end, range.end);
  end_line(p);
  return 1;
}

static uint32_t find_last_comment_end(const char *bytes, uint32_t start, uint32_t end) {
  for (const char *at; end >= start + 3 && (at = memrchr(bytes + start, '>', end - start)); end = (uint32_t)(at - bytes))
    if (at >= bytes + start + 2 && at[-1] == '-' && at[-2] == '-')
      return (uint32_t)(at - bytes) - 2;
  return 0;
}

bv_blocks bv_read_blocks(bv_reader *reader, uint32_t first_line) {
  const bv_source *source = reader->document->source;
  bv_blocks blocks = {.first_line = first_line};
  preparer p = {.reader = reader, .bytes = source->bytes, .blocks = &blocks, .copy = bv_buf_new(reader->scratch)};
  uint32_t body = bv_source_line(source, first_line).start;
  p.last_comment_end = find_last_comment_end(source->bytes, body, (uint32_t)source->length);
  BV_PUSH(reader->scratch, &p.starts, 0);
  for (uint32_t line = first_line; line <= source->line_count && p.markers <= BV_MOST_ELEMENTS;)
    line += copy_lines(&p, line);
  if (p.markers > BV_MOST_ELEMENTS)
    reader->refusal = bv_limit_refusal(reader->scratch, BV_LIMIT_MOST_ELEMENTS);
  blocks.copy = bv_buf_string(&p.copy);
  blocks.line_starts = p.starts.items;
  blocks.line_count = (uint32_t)p.starts.count - 1;
  blocks.document = cmark_parse_document(blocks.copy, p.copy.length, CMARK_OPT_DEFAULT);
  return blocks;
}

bv_fence *bv_fence_of(const bv_blocks *blocks, cmark_node *node) {
  const char *literal = cmark_node_get_literal(node);
  while (is_white(*literal))
    literal++;
  if (strncmp(literal, FENCE_BEGIN, sizeof FENCE_BEGIN - 1) != 0)
    return NULL;
  return &blocks->fences.items[strtoul(literal + sizeof FENCE_BEGIN - 1, NULL, 10)];
}

uint32_t bv_source_line_of(const bv_blocks *blocks, int line) { return blocks->first_line + (uint32_t)line - 1; }

bv_range bv_line_tail(const bv_reader *reader, const bv_blocks *blocks, int line, size_t length) {
  bv_range source = bv_source_line(reader->document->source, bv_source_line_of(blocks, line));
  uint32_t start = blocks->line_starts[line - 1], end = blocks->line_starts[line] - 1;
  while (end > start && is_white(blocks->copy[end - 1]))
    end--;
  uint32_t head = end - start > length ? end - start - (uint32_t)length : 0;
  while (source.end > source.start && is_white(reader->document->source->bytes[source.end - 1]))
    source.end--;
  source.start = source.start + head < source.end ? source.start + head : source.end;
  return source;
}
