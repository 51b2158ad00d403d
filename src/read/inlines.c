#include "read/inlines.h"

#include <cmark.h>
#include <ctype.h>
#include <string.h>

#include "base/messages.h"
#include "read/bytes.h"
#include "read/entity.h"
#include "read/link.h"
#include "read/writer.h"

enum { GUARD_SIZE = sizeof BV_LINE_GUARD - 1, BATCH = 1 << 20 };

/* Lays what cmark gives beside the content of the leaf. */
typedef struct layer {
  bv_leaf_writer writer;
  const bv_leaf *leaf;
  bv_definitions *definitions;
  const char *bytes;
  uint32_t at, end; /* place in the content; where its text ends */
  size_t next_mark;
  unsigned links;   /* links and images around what comes */
  bool automatic;   /* the innermost link stands between < and > */
} layer;

/* What a text from cmark is, and so how it is written in the content. */
typedef enum manner { MANNER_TEXT, MANNER_CODE, MANNER_ADDRESS, MANNER_DROPPED } manner;

static bv_range range(const layer *l, uint32_t start, uint32_t end) {
  return bv_content_range(&l->leaf->content, start, end);
}

static const bv_mark *mark_here(const layer *l) {
  const bv_leaf *leaf = l->leaf;
  bool here = l->next_mark < leaf->marks.count && leaf->marks.items[l->next_mark].at <= l->at;
  return here ? &leaf->marks.items[l->next_mark] : NULL;
}

/* The one character that cmark sees for a mark: white space, or something that is punctuation and nothing else. */
static char mask_of(const bv_mark *mark) { return mark->kind == BV_MARK_BREAK ? ' ' : '"'; }

/* Does what the mark asks for, and passes over it. */
static void take_mark(layer *l, const bv_mark *mark, manner how) {
  if (mark->kind == BV_MARK_OPEN)
    bv_write_open_span(&l->writer, range(l, mark->at, mark->end), mark->attributes);
  else if (mark->kind == BV_MARK_CLOSE)
    bv_write_close_span(&l->writer);
  else if (mark->kind == BV_MARK_BRACKET && how != MANNER_DROPPED)
    bv_write_plain(&l->writer, l->bytes + mark->at, 1, range(l, mark->at, mark->at + 1));
  else if (mark->kind == BV_MARK_BREAK && how != MANNER_DROPPED)
    bv_write_character(&l->writer, how == MANNER_TEXT ? "\n" : " ", range(l, mark->at, mark->at + mark->length));
  if (l->at < mark->at + mark->length)
    l->at = mark->at + mark->length;
  l->next_mark++;
}

/* Passes over the content up to that place, not over the marks in it. */
static void skip_to(layer *l, uint32_t place) {
  while (l->at < place) {
    const bv_mark *mark = mark_here(l);
    if (mark)
      take_mark(l, mark, MANNER_DROPPED);
    else
      l->at++;
  }
}

static void skip(layer *l, uint32_t count) { skip_to(l, l->at + count < l->end ? l->at + count : l->end); }

/* The white space between the end of a line and the next: its end, indentation and quotation marks. */
static bv_range gap(const layer *l) {
  const bv_content *content = &l->leaf->content;
  size_t line = bv_content_line_at(content, l->at);
  if (line + 1 >= content->lines.count)
    return range(l, l->at, l->at);
  return (bv_range){content->lines.items[line].source.end, content->lines.items[line + 1].source.start};
}

static void write_character(layer *l, const char *bytes, bv_range source, manner how) {
  if (how != MANNER_DROPPED)
    bv_write_character(&l->writer, bytes, source);
}

/* What an entity stands for may be a character that is not let in, or the end of a line. */
static const char *clean_entity(layer *l, const bv_entity *entity, bv_range source) {
  if (strpbrk(entity->text, "\n\t"))
    return " ";
  return bv_clean_string(l->writer.reader, bv_strdup(l->writer.reader->scratch, entity->text), source);
}

/* How many bytes, so many at most, stand the same in both. */
static size_t same_bytes(const char *here, const char *literal, size_t most) {
  size_t length = strnlen(literal, most), n = 0;
  if (memcmp(here, literal, length) == 0) /* as it nearly always is */
    return length;
  while (here[n] == literal[n])
    n++;
  return n;
}

/* Where the byte stands, from the second on; the length when it does not. */
static size_t until(const char *bytes, size_t length, char byte) {
  const char *found = length > 1 ? memchr(bytes + 1, byte, length - 1) : NULL;
  return found ? (size_t)(found - bytes) : length;
}

/* How many bytes stand the same in both, without a meaning of their own and before the next mark; not all that do, when
 * they are many: nothing is looked at again and again. */
static uint32_t same(const layer *l, const char *literal, manner how) {
  enum { STEP = 1 << 12 };
  const bv_leaf *leaf = l->leaf;
  uint32_t stop = l->next_mark < leaf->marks.count ? leaf->marks.items[l->next_mark].at : l->end;
  size_t most = stop > l->at ? stop - l->at : 0;
  const char *here = l->bytes + l->at;
  size_t n = same_bytes(here, literal, most < STEP ? most : STEP);
  if (how != MANNER_CODE && how != MANNER_DROPPED)
    n = until(here, until(here, n, '\\'), '&');
  return (uint32_t)n;
}

/* Lays the start of the literal beside the content; gives how much of it, or 0 when they differ here. */
static size_t lay_some(layer *l, const char *literal, manner how) {
  const bv_mark *mark = mark_here(l);
  if (mark) {
    bool masked = *literal == mask_of(mark);
    take_mark(l, mark, how);
    return masked ? 1 : 0;
  }
  if (l->at >= l->end)
    return 0;
  char c = l->bytes[l->at], next = l->at + 1 < l->end ? l->bytes[l->at + 1] : '\0';
  if (c == '\n' && *literal == ' ') {
    write_character(l, " ", gap(l), how);
    l->at++;
    return 1;
  }
  if (how == MANNER_TEXT && c == '\\' && ispunct((unsigned char)next) && *literal == next) {
    write_character(l, (char[]){next, '\0'}, range(l, l->at, l->at + 2), how);
    l->at += 2;
    return 1;
  }
  if (c == '&' && (how == MANNER_TEXT || how == MANNER_ADDRESS)) {
    bv_entity entity = bv_read_entity(l->bytes + l->at, l->end - l->at);
    size_t length = strlen(entity.text);
    if (entity.size && strncmp(literal, entity.text, length) == 0) {
      bv_range source = range(l, l->at, l->at + entity.size);
      write_character(l, clean_entity(l, &entity, source), source, how);
      l->at += entity.size;
      return length;
    }
  }
  uint32_t n = same(l, literal, how);
  if (n && how != MANNER_DROPPED)
    bv_write_plain(&l->writer, literal, n, range(l, l->at, l->at + n));
  l->at += n;
  return n;
}

/* Lays a whole literal. Where it differs from the content, which should not be, the content is passed over until it fits
 * again; no text is lost, though its place may be too wide. */
static void lay(layer *l, const char *literal, manner how) {
  while (*literal) {
    size_t done = lay_some(l, literal, how);
    literal += done;
    if (done || mark_here(l))
      continue;
    if (l->at < l->end) {
      l->at++;
    } else {
      bv_range behind = range(l, l->end ? l->end - 1 : 0, l->end);
      for (; *literal; literal++)
        write_character(l, (char[]){*literal, '\0'}, behind, how);
    }
  }
}

static uint32_t run_length(const layer *l, uint32_t at, char c) {
  uint32_t end = at;
  while (end < l->end && l->bytes[end] == c)
    end++;
  return end - at;
}

/* The place of the backticks that end the code starting at that place. */
static uint32_t code_end(const layer *l, uint32_t at, uint32_t ticks) {
  for (uint32_t run; at < l->end; at += run ? run : 1) {
    run = run_length(l, at, '`');
    if (run == ticks)
      return at;
  }
  return l->end;
}

/* Whether cmark takes one space off both sides of the code: when both have one, and it is not all spaces. */
static bool is_padded(const layer *l, uint32_t start, uint32_t end) {
  bool both = start < end && strchr(" \n", l->bytes[start]) && strchr(" \n", l->bytes[end - 1]);
  return both && start + strspn(l->bytes + start, " \n") < end;
}

/* Code stands between two runs of as many backticks. */
static void lay_code(layer *l, const char *literal) {
  const char *tick = memchr(l->bytes + l->at, '`', l->end - l->at);
  if (tick)
    skip_to(l, (uint32_t)(tick - l->bytes));
  uint32_t ticks = run_length(l, l->at, '`'), start = l->at + ticks, end = code_end(l, start, ticks);
  skip_to(l, is_padded(l, start, end) ? start + 1 : start);
  l->writer.code++;
  lay(l, literal, MANNER_CODE);
  l->writer.code--;
  skip_to(l, end + ticks < l->end ? end + ticks : l->end);
}

static void drop_html(layer *l, const char *literal) {
  uint32_t start = l->at;
  lay(l, literal, MANNER_DROPPED);
  bv_read_report(l->writer.reader, BV_RULE_MARKUP_HTML, range(l, start, l->at), MSG_HTML_ADVICE, MSG_HTML);
}

static void enter_link(layer *l, cmark_node *node) {
  bv_reader *reader = l->writer.reader;
  char first = l->at < l->end ? l->bytes[l->at] : '\0';
  bv_range place = range(l, l->at, l->at + 1);
  l->automatic = first == '<';
  skip(l, first == '!' ? 2 : 1);
  if (l->links++ > 0)
    return;
  const char *url = cmark_node_get_url(node);
  bv_use_definition(l->definitions, url);
  if (*cmark_node_get_title(node))
    bv_read_report(reader, BV_RULE_MARKUP_ATTRIBUUT, place, NULL, MSG_LINK_TITLE);
  if (bv_link_is_harmless(url))
    l->writer.href = bv_strdup(reader->arena, bv_clean_string(reader, url, place));
  else
    bv_read_report(reader, BV_RULE_MARKUP_HTML, place, MSG_HTML_ADDRESS_ADVICE, MSG_HTML_ADDRESS);
}

/* The place behind `[label]`, or the place itself. */
static uint32_t label_end(const layer *l, uint32_t at) {
  if (at >= l->end || l->bytes[at] != '[')
    return at;
  for (uint32_t end = at + 1; end < l->end && l->bytes[end] != '['; end += l->bytes[end] == '\\' ? 2 : 1)
    if (l->bytes[end] == ']')
      return end + 1;
  return at;
}

static void leave_link(layer *l) {
  skip(l, 1);
  if (!l->automatic) {
    uint32_t tail = bv_link_tail(l->bytes, l->end, l->at);
    skip_to(l, tail ? tail : label_end(l, l->at));
  }
  l->automatic = false;
  if (--l->links == 0)
    l->writer.href = NULL;
}

static void lay_event(layer *l, cmark_node *node, bool entering) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_TEXT:
    lay(l, cmark_node_get_literal(node), l->automatic ? MANNER_ADDRESS : MANNER_TEXT);
    break;
  case CMARK_NODE_CODE:
    lay_code(l, cmark_node_get_literal(node));
    break;
  case CMARK_NODE_HTML_INLINE:
    drop_html(l, cmark_node_get_literal(node));
    break;
  case CMARK_NODE_EMPH:
    skip(l, 1);
    l->writer.emphasis += entering ? 1u : -1u;
    break;
  case CMARK_NODE_STRONG:
    skip(l, 2);
    l->writer.strong += entering ? 1u : -1u;
    break;
  case CMARK_NODE_LINK:
  case CMARK_NODE_IMAGE:
    if (entering)
      enter_link(l, node);
    else
      leave_link(l);
    break;
  default: /* the paragraph; a line has no line breaks */
    break;
  }
}

static void lay_leaf(bv_reader *reader, const bv_leaf *leaf, cmark_node *paragraph, bv_definitions *definitions) {
  layer l = {bv_leaf_writer_new(reader, leaf->node), leaf, definitions, .bytes = leaf->content.bytes, .end = leaf->end};
  cmark_iter *walk = cmark_iter_new(paragraph);
  bool first = true;
  for (cmark_event_type event; (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE;) {
    cmark_node *node = cmark_iter_get_node(walk);
    if (first && cmark_node_get_type(node) == CMARK_NODE_TEXT) {
      lay(&l, cmark_node_get_literal(node) + GUARD_SIZE, MANNER_TEXT);
      first = false;
    } else {
      lay_event(&l, node, event == CMARK_EVENT_ENTER);
    }
  }
  cmark_iter_free(walk);
  skip_to(&l, l.end);
  bv_leaf_writer_finish(&l.writer);
}

/* Most leaves have no inlines but spans, and then no byte that means anything to cmark: it would give the line back as one
 * text without the white space at its end. */
static void lay_plain(bv_reader *reader, const bv_leaf *leaf, char *line, bv_definitions *definitions) {
  layer l = {bv_leaf_writer_new(reader, leaf->node), leaf, definitions, .bytes = leaf->content.bytes, .end = leaf->end};
  size_t length = strlen(line);
  while (length > GUARD_SIZE && strchr(" \t\n", line[length - 1]))
    length--;
  line[length] = '\0';
  lay(&l, line + GUARD_SIZE, MANNER_TEXT);
  skip_to(&l, l.end);
  bv_leaf_writer_finish(&l.writer);
}

/* A code block has no inlines: its lines are its text. */
static void write_verbatim(bv_reader *reader, const bv_leaf *leaf) {
  bv_leaf_writer writer = bv_leaf_writer_new(reader, leaf->node);
  writer.code = 1;
  for (size_t i = 0; i < leaf->content.lines.count; i++) {
    const bv_content_line *line = &leaf->content.lines.items[i];
    if (i > 0)
      bv_write_character(&writer, "\n", (bv_range){line[-1].source.end, line->source.start});
    bv_write_plain(&writer, leaf->content.bytes + line->at, line->source.end - line->source.start, line->source);
  }
  bv_leaf_writer_finish(&writer);
}

/* Adds the leaf as one line, with spaces for the ends of its lines. */
static void add_line(bv_buf *lines, const bv_leaf *leaf) {
  bv_buf_puts(lines, BV_LINE_GUARD);
  uint32_t at = 0;
  for (size_t i = 0; i <= leaf->marks.count; i++) {
    const bv_mark *mark = i < leaf->marks.count ? &leaf->marks.items[i] : NULL;
    uint32_t stop = mark ? mark->at : leaf->end;
    if (at < stop)
      bv_buf_add_with(lines, leaf->content.bytes + at, stop - at, '\n', ' ');
    if (mark) {
      bv_buf_putc(lines, mask_of(mark));
      at = mark->at + mark->length;
    }
  }
  bv_buf_puts(lines, "\n\n");
}

bool bv_is_plain_line(const char *line) { return !line[strcspn(line, "`\\&*_[]<!")]; }

/* Adds the leaf to the lines for cmark, or reads it at once when it is plain. */
static void add_leaf(bv_reader *reader, bv_buf *lines, const bv_leaf *leaf, bv_definitions *definitions) {
  size_t before = lines->length;
  add_line(lines, leaf);
  if (!bv_is_plain_line(lines->bytes + before))
    return;
  lay_plain(reader, leaf, lines->bytes + before, definitions);
  lines->length = before;
}

static void read_batch(bv_reader *reader, const bv_leaf *leaves, size_t count, bv_buf *lines, bv_definitions *definitions) {
  bv_buf_add(lines, bv_buf_string(&definitions->lines), definitions->lines.length);
  cmark_node *document = cmark_parse_document(lines->bytes, lines->length, CMARK_OPT_DEFAULT);
  cmark_node *paragraph = cmark_node_first_child(document);
  for (size_t i = 0; i < count; i++) {
    if (leaves[i].node->text) /* it needed no cmark */
      continue;
    lay_leaf(reader, &leaves[i], paragraph, definitions);
    paragraph = cmark_node_next(paragraph);
  }
  cmark_node_free(document);
  lines->length = 0;
}

void bv_read_inlines(bv_reader *reader, const bv_leaves *leaves, bv_definitions *definitions) {
  bv_buf lines = bv_buf_new(reader->scratch);
  size_t first = 0;
  for (size_t i = 0; i < leaves->count; i++) {
    if (leaves->items[i].node->kind == BV_NODE_VERBATIM)
      write_verbatim(reader, &leaves->items[i]);
    else
      add_leaf(reader, &lines, &leaves->items[i], definitions);
    /* Definitions are read again with every batch. */
    bool full = lines.length > BATCH && lines.length > 8 * definitions->lines.length;
    if (lines.length && (full || i + 1 == leaves->count)) {
      read_batch(reader, leaves->items + first, i + 1 - first, &lines, definitions);
      first = i + 1;
    }
  }
}
