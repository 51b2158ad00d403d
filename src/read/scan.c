#include "read/scan.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "read/link.h"

enum { LONGEST_TICKS = 80 }; /* cmark matches no longer run of backticks */

typedef struct bracket {
  uint32_t at;
  bool closed;
  bool nested;   /* holds another */
  bool too_deep; /* for a link */
} bracket;

typedef struct scanner {
  bv_reader *reader;
  bv_leaf *leaf;
  const char *bytes;
  uint32_t length, at;
  struct { bracket *items; size_t count, capacity; } brackets; /* in the order of their opening */
  struct { size_t *items; size_t count, capacity; } open;      /* indexes of those that are open */
  bv_mark *openings;                       /* for each bracket; length 0: cmark may see it as it is */
  size_t openings_capacity;
  bool ticks_known, no_more_comments;
  uint32_t last_ticks[LONGEST_TICKS + 1];  /* place of the last run of so many backticks */
} scanner;

static char byte(const scanner *s, uint32_t at) { return at < s->length ? s->bytes[at] : '\0'; }

static void add_mark(scanner *s, bv_mark mark) { BV_PUSH(s->reader->scratch, &s->leaf->marks, mark); }

static bv_range range(const scanner *s, uint32_t start, uint32_t end) {
  return bv_content_range(&s->leaf->content, start, end);
}

static uint32_t run_length(const scanner *s, uint32_t at, char c) {
  uint32_t end = at;
  while (byte(s, end) == c)
    end++;
  return end - at;
}

static void find_last_ticks(scanner *s) {
  s->ticks_known = true;
  for (uint32_t at = 0; at < s->length;) {
    uint32_t run = run_length(s, at, '`');
    if (run > 0 && run <= LONGEST_TICKS)
      s->last_ticks[run] = at;
    at += run ? run : 1;
  }
}

/* Passes over code, in which nothing has a meaning; or over backticks that open none. */
static void pass_ticks(scanner *s) {
  uint32_t run = run_length(s, s->at, '`'), at = s->at + run;
  if (!s->ticks_known)
    find_last_ticks(s);
  if (run <= LONGEST_TICKS && s->last_ticks[run] > s->at)
    for (uint32_t other; at < s->length; at += other ? other : 1)
      if ((other = run_length(s, at, '`')) == run) {
        s->at = at + run;
        return;
      }
  s->at += run;
}

static void pass_comment(scanner *s) {
  const char *end = s->no_more_comments ? NULL : strstr(s->bytes + s->at + 2, "-->");
  if (!end) {
    s->no_more_comments = true;
    bv_read_report(s->reader, BV_RULE_MARKUP_HTML, range(s, s->at, s->at + 4), MSG_HTML_COMMENT_OPEN_ADVICE,
                   MSG_HTML_COMMENT_OPEN);
    s->at += 4;
    return;
  }
  uint32_t stop = (uint32_t)(end - s->bytes) + 3;
  add_mark(s, (bv_mark){.kind = BV_MARK_DROP, .at = s->at, .length = stop - s->at});
  bv_read_report(s->reader, BV_RULE_MARKUP_HTML, range(s, s->at, stop), MSG_HTML_COMMENT_ADVICE, MSG_HTML_COMMENT);
  s->at = stop;
}

static void pass_backslash(scanner *s) {
  if (byte(s, s->at + 1) == '\n')
    add_mark(s, (bv_mark){.kind = BV_MARK_BREAK, .at = s->at, .length = 2});
  s->at += s->at + 1 < s->length && (byte(s, s->at + 1) == '\n' || ispunct((unsigned char)s->bytes[s->at + 1])) ? 2 : 1;
}

static void pass_line_end(scanner *s) {
  size_t line = bv_content_line_at(&s->leaf->content, s->at);
  if (s->leaf->content.lines.items[line].hard_break)
    add_mark(s, (bv_mark){.kind = BV_MARK_BREAK, .at = s->at, .length = 1});
  s->at++;
}

static void open_bracket(scanner *s) {
  size_t index = s->brackets.count;
  if (s->open.count)
    s->brackets.items[s->open.items[s->open.count - 1]].nested = true;
  BV_PUSH(s->reader->scratch, &s->brackets, (bracket){.at = s->at, .too_deep = s->open.count > BV_DEEPEST_NESTING});
  BV_PUSH(s->reader->scratch, &s->open, index);
  s->openings = bv_grow(s->reader->scratch, s->openings, index, &s->openings_capacity, sizeof *s->openings);
  s->openings[index] = (bv_mark){.kind = BV_MARK_OPEN};
  s->at++;
}

/* A pair of brackets that is no span and can be no link. */
static void add_text_brackets(scanner *s, size_t index, uint32_t close) {
  s->openings[index] = (bv_mark){.kind = BV_MARK_BRACKET, .at = s->brackets.items[index].at, .length = 1};
  add_mark(s, (bv_mark){.kind = BV_MARK_BRACKET, .at = close, .length = 1});
}

/* Ends a span: bracket `index` opened it, the closing one stands at `close`. */
static void add_span(scanner *s, size_t index, uint32_t close, const bv_attributes_read *read) {
  bv_attributes *attributes = bv_alloc(s->reader->arena, sizeof *attributes);
  *attributes = read->attributes;
  uint32_t at = s->brackets.items[index].at;
  s->openings[index] = (bv_mark){BV_MARK_OPEN, at, 1, read->end, attributes};
  add_mark(s, (bv_mark){.kind = BV_MARK_CLOSE, .at = close, .length = read->end - close});
  s->at = read->end;
}

/* The place of a brace with attributes that white space parts from the bracket before it; or 0. */
static uint32_t detached_brace(const scanner *s, uint32_t at) {
  uint32_t brace = at;
  while (byte(s, brace) && strchr(" \t\n", byte(s, brace)))
    brace++;
  return brace > at && byte(s, brace) == '{' && bv_likely_attributes(&s->leaf->content, brace) ? brace : 0;
}

/* Whether attributes that start at that place are those of the header itself. */
static bool ends_header(const scanner *s, const bv_attributes_read *read) {
  return s->leaf->node->kind == BV_NODE_HEADING && read->closed && read->end == s->length;
}

/* Reports a closing bracket that bears attributes but closes nothing, and passes over its brace. */
static void pass_unopened(scanner *s, uint32_t close) {
  if (byte(s, s->at) != '{' || !bv_likely_attributes(&s->leaf->content, s->at))
    return;
  bv_read_report(s->reader, BV_RULE_MARKUP_NIET_GESLOTEN, range(s, close, s->at), MSG_SPAN_NOT_OPENED_ADVICE,
                 MSG_SPAN_NOT_OPENED);
  s->at++;
}

/* Whether attributes follow the closing bracket; then the span is added. White space between is a mistake. */
static bool closes_span(scanner *s, size_t index, uint32_t close) {
  bool attached = byte(s, s->at) == '{';
  uint32_t brace = attached ? s->at : detached_brace(s, s->at);
  if (!attached && brace == 0)
    return false;
  bv_attributes_read read = bv_read_attributes(s->reader, &s->leaf->content, brace);
  if (!attached && ends_header(s, &read))
    return false;
  bv_report_attributes(s->reader, &read);
  if (!attached)
    bv_read_report(s->reader, BV_RULE_MARKUP_ATTRIBUUT, range(s, s->at, brace + 1), MSG_SPAN_DETACHED_ADVICE,
                   MSG_SPAN_DETACHED);
  uint32_t open = s->brackets.items[index].at;
  if (open > 0 && strchr("!]", s->bytes[open - 1])) /* pandoc takes that for a picture, or for a link */
    bv_read_report(s->reader, BV_RULE_MARKUP_ATTRIBUUT, range(s, open - 1, open + 1), MSG_SPAN_GLUED_ADVICE,
                   MSG_SPAN_GLUED, s->bytes[open - 1]);
  add_span(s, index, close, &read);
  return true;
}

static void close_bracket(scanner *s) {
  uint32_t close = s->at++;
  if (s->open.count == 0) {
    pass_unopened(s, close);
    return;
  }
  size_t index = s->open.items[--s->open.count];
  bracket *opening = &s->brackets.items[index];
  opening->closed = true;
  uint32_t tail = bv_link_tail(s->bytes, s->length, s->at);
  if (!tail && closes_span(s, index, close))
    return;
  if (opening->too_deep || (!tail && opening->nested && byte(s, s->at) != '['))
    add_text_brackets(s, index, close);
  else if (tail)
    s->at = tail;
}

/* Whether the brace begins the attributes of the header; then they are read. */
static bool is_header_end(scanner *s) {
  if (s->leaf->node->kind != BV_NODE_HEADING)
    return false;
  bv_attributes_read read = bv_read_attributes(s->reader, &s->leaf->content, s->at);
  bool to_the_end = read.end + strspn(s->bytes + read.end, " \t\n") == s->length;
  if (!to_the_end || (read.problem && !bv_likely_attributes(&s->leaf->content, s->at)))
    return false;
  bv_report_attributes(s->reader, &read);
  s->leaf->header = read.attributes;
  s->leaf->end = s->at;
  s->at = s->length;
  return true;
}

/* A brace that stands behind no bracket: attributes of the header, attributes of nothing, or text. */
static void pass_brace(scanner *s) {
  if (is_header_end(s))
    return;
  if (!bv_likely_attributes(&s->leaf->content, s->at)) {
    s->at++;
    return;
  }
  bv_attributes_read read = bv_read_attributes(s->reader, &s->leaf->content, s->at);
  bool behind_link = s->at > 0 && s->bytes[s->at - 1] == ')';
  bv_read_report(s->reader, BV_RULE_MARKUP_ATTRIBUUT, range(s, s->at, read.end), MSG_ATTRIBUTES_LOOSE_ADVICE,
                 behind_link ? MSG_ATTRIBUTES_LINK : MSG_ATTRIBUTES_LOOSE);
  s->at++; /* it stays text, so what stands in it is looked at like any other */
}

/* Takes white space and the closing '#'s off the text of a header before its attributes. */
static void trim_header(scanner *s) {
  bv_leaf *leaf = s->leaf;
  const char *bytes = s->bytes;
  uint32_t end = leaf->end;
  while (end > 0 && strchr(" \t\n", bytes[end - 1]))
    end--;
  uint32_t hashes = end;
  while (hashes > 0 && bytes[hashes - 1] == '#')
    hashes--;
  if (hashes == 0 || strchr(" \t\n", bytes[hashes - 1]))
    end = hashes;
  while (end > 0 && strchr(" \t\n", bytes[end - 1]))
    end--;
  leaf->end = end;
}

static int by_place(const void *a, const void *b) {
  const bv_mark *left = a, *right = b;
  return left->at < right->at ? -1 : left->at > right->at;
}

/* A bracket that never closes is text, and a mistake. */
static void add_unclosed(scanner *s, uint32_t at) {
  add_mark(s, (bv_mark){.kind = BV_MARK_BRACKET, .at = at, .length = 1});
  bv_read_report(s->reader, BV_RULE_MARKUP_NIET_GESLOTEN, range(s, at, at + 1), MSG_SPAN_NOT_CLOSED_ADVICE,
                 MSG_SPAN_NOT_CLOSED);
}

/* Opening brackets become marks, in their place among the others. */
static void add_openings(scanner *s) {
  for (size_t i = 0; i < s->brackets.count; i++) {
    if (s->openings[i].length)
      add_mark(s, s->openings[i]);
    else if (!s->brackets.items[i].closed)
      add_unclosed(s, s->brackets.items[i].at);
  }
  if (s->leaf->marks.count)
    qsort(s->leaf->marks.items, s->leaf->marks.count, sizeof *s->leaf->marks.items, by_place);
}

/* Bytes that may mean something; the rest is text, and most of any paragraph. */
static const bool means_something[256] = {
    ['`'] = true, ['\\'] = true, ['\n'] = true, ['['] = true, [']'] = true, ['{'] = true, ['<'] = true};

static void pass_text(scanner *s) {
  while (s->at < s->length && !means_something[(unsigned char)s->bytes[s->at]])
    s->at++;
}

void bv_scan_leaf(bv_reader *reader, bv_leaf *leaf) {
  scanner s = {.reader = reader, .leaf = leaf, .bytes = leaf->content.bytes, .length = leaf->content.length};
  leaf->end = s.length;
  while (s.at < s.length) {
    switch (s.bytes[s.at]) {
    case '`':
      pass_ticks(&s);
      break;
    case '\\':
      pass_backslash(&s);
      break;
    case '\n':
      pass_line_end(&s);
      break;
    case '[':
      open_bracket(&s);
      break;
    case ']':
      close_bracket(&s);
      break;
    case '{':
      pass_brace(&s);
      break;
    case '<':
      if (strncmp(s.bytes + s.at, "<!--", 4) == 0)
        pass_comment(&s);
      else
        s.at += bv_autolink_size(s.bytes + s.at, s.length - s.at) + 1;
      break;
    default:
      pass_text(&s);
    }
  }
  if (leaf->end < s.length)
    trim_header(&s);
  add_openings(&s);
}
