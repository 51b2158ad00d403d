#include <string.h>

#include "base/utf8.h"
#include "write/draft.h"
#include "write/markdown.h"

enum { NARROWEST = 40, LARGEST_NUMBER = 999999999 /* of a list item, in CommonMark */ };

typedef struct writer {
  bv_buf *out;
  bv_arena *scratch;
  const char *prefix;  /* what stands before every line: marks of quotations, indentation of lists */
  const char *opening; /* what stands before the next line instead, because a list item begins there; or NULL */
  bool in_list, tight; /* the list without blank lines */
} writer;

/* Adds a line; an empty one has no white space at its end. */
static void put_line(writer *w, const char *text) {
  const char *start = w->opening ? w->opening : w->prefix;
  size_t length = strlen(start);
  while (!*text && length && start[length - 1] == ' ')
    length--;
  bv_buf_add(w->out, start, length);
  bv_buf_puts(w->out, text);
  bv_buf_putc(w->out, '\n');
  w->opening = NULL;
}

static void put_lines(writer *w, const bv_strings *lines) {
  for (size_t i = 0; i < lines->count; i++)
    put_line(w, lines->items[i]);
}

static void put_separator(writer *w) {
  if (!w->tight)
    put_line(w, "");
}

static size_t width_left(const writer *w) {
  size_t used = bv_utf8_count(w->prefix, strlen(w->prefix));
  return used + NARROWEST > BV_MARKDOWN_WIDTH ? NARROWEST : BV_MARKDOWN_WIDTH - used;
}

static bool has_attributes(const bv_node *node) {
  return node->attributes.id || node->attributes.classes.count || node->attributes.pairs.count;
}

static const char *on_one_line(writer *w, const bv_attributes *attributes) {
  bv_strings pieces = bv_markdown_attributes(w->scratch, attributes);
  return bv_markdown_wrap(w->scratch, &pieces, 0, SIZE_MAX).items[0];
}

/* ---- Leaves ---- */

static void put_paragraph(writer *w, const bv_node *node) {
  bv_units units = bv_markdown_units(w->scratch, node);
  bv_strings lines = bv_markdown_lines(w->scratch, &units, width_left(w));
  put_lines(w, &lines);
}

/* `## Title {#id}`; a title with a hard line break can only stand over a line of '=' or '-'. */
static void put_heading(writer *w, const bv_node *node) {
  const bv_node *section = node->parent;
  bool broken = section->level <= 2 && memchr(node->text->bytes, '\n', node->text->length);
  bv_units units = bv_markdown_units(w->scratch, node);
  bv_strings lines = bv_markdown_lines(w->scratch, &units, broken ? SIZE_MAX : 0);
  const char **last = &lines.items[lines.count - 1];
  if (has_attributes(section))
    *last = bv_sprintf(w->scratch, "%s%s%s", *last, **last ? " " : "", on_one_line(w, &section->attributes));
  if (!broken)
    lines.items[0] =
        bv_sprintf(w->scratch, "%.*s%s%s", section->level, "######", *lines.items[0] ? " " : "", lines.items[0]);
  put_lines(w, &lines);
  if (broken)
    put_line(w, section->level == 1 ? "===" : "---");
}

static size_t longest_run(const bv_text *text, char c) {
  size_t longest = 0, run = 0;
  for (size_t i = 0; i < text->length; i++) {
    run = text->bytes[i] == c ? run + 1 : 0;
    longest = run > longest ? run : longest;
  }
  return longest;
}

static void put_verbatim(writer *w, const bv_node *node) {
  size_t longest = longest_run(node->text, '`'), count = longest < 3 ? 3 : longest + 1;
  char *fence = bv_alloc(w->scratch, count + 1);
  memset(fence, '`', count);
  put_line(w, fence);
  const char *bytes = node->text->bytes, *end = bytes + node->text->length;
  while (node->text->length && bytes <= end) {
    const char *stop = memchr(bytes, '\n', (size_t)(end - bytes));
    put_line(w, bv_strndup(w->scratch, bytes, (size_t)((stop ? stop : end) - bytes)));
    bytes = stop ? stop + 1 : end + 1;
  }
  put_line(w, fence);
}

/* ---- Containers ---- */

static void put_blocks(writer *w, const bv_node *parent);

static void put_fence(writer *w, const bv_node *node) {
  bv_strings pieces = bv_markdown_attributes(w->scratch, &node->attributes);
  pieces.items[0] = bv_sprintf(w->scratch, "::: %s", pieces.items[0]);
  bv_strings lines = bv_markdown_wrap(w->scratch, &pieces, 0, width_left(w));
  put_lines(w, &lines);
}

/* A div of one paragraph is written without blank lines in it, but in a loose list those count. */
static void put_div(writer *w, const bv_node *node) {
  const bv_node *first = node->first_child;
  bool small = first && first == node->last_child && first->kind == BV_NODE_PARAGRAPH;
  bool compact = w->tight || (small && !w->in_list);
  put_fence(w, node);
  if (!compact)
    put_separator(w);
  put_blocks(w, node);
  if (!compact && first)
    put_separator(w);
  put_line(w, ":::");
}

/* Writes what stands in a quotation or list item, which begins with `marker`; its other lines begin with `indent`. */
static void put_inside(writer *w, const bv_node *node, const char *marker, const char *indent) {
  writer outer = *w;
  w->opening = bv_sprintf(w->scratch, "%s%s", outer.opening ? outer.opening : outer.prefix, marker);
  w->prefix = bv_sprintf(w->scratch, "%s%s", outer.prefix, indent);
  w->in_list = node->kind == BV_NODE_ITEM;
  w->tight = w->in_list && node->parent->tight;
  if (node->first_child)
    put_blocks(w, node);
  else
    put_line(w, "");
  w->prefix = outer.prefix;
  w->in_list = outer.in_list;
  w->tight = outer.tight;
}

static const char *marker_of(writer *w, const bv_node *list, int number, bool second) {
  if (!list->ordered)
    return second ? "+ " : "- ";
  return bv_sprintf(w->scratch, "%d%c ", number, second ? ')' : '.');
}

static void put_list(writer *w, const bv_node *list, bool second) {
  int number = list->start;
  for (const bv_node *item = list->first_child; item; item = item->next) {
    const char *marker = marker_of(w, list, number, second);
    if (item->previous && !list->tight)
      put_line(w, "");
    put_inside(w, item, marker, bv_sprintf(w->scratch, "%*s", (int)strlen(marker), ""));
    number += number < LARGEST_NUMBER;
  }
}

static void put_block(writer *w, const bv_node *node) {
  switch (node->kind) {
  case BV_NODE_SECTION:
    put_blocks(w, node);
    break;
  case BV_NODE_DIV:
    put_div(w, node);
    break;
  case BV_NODE_QUOTE:
    put_inside(w, node, "> ", "> ");
    break;
  case BV_NODE_RULE:
    put_line(w, "***");
    break;
  case BV_NODE_HEADING:
    put_heading(w, node);
    break;
  case BV_NODE_VERBATIM:
    put_verbatim(w, node);
    break;
  default:
    put_paragraph(w, node);
  }
}

/* Two lists side by side stay two when their markers differ. */
static void put_blocks(writer *w, const bv_node *parent) {
  bool second = false;
  for (const bv_node *node = parent->first_child, *before = NULL; node; before = node, node = node->next) {
    if (before)
      put_separator(w);
    bool beside = before && before->kind == BV_NODE_LIST && before->ordered == node->ordered;
    second = node->kind == BV_NODE_LIST && beside && !second;
    if (node->kind == BV_NODE_LIST)
      put_list(w, node, second);
    else
      put_block(w, node);
  }
}

void bv_write_block_markdown(bv_buf *out, const bv_node *node) {
  writer w = {.out = out, .scratch = bv_arena_new(), .prefix = ""};
  put_block(&w, node);
  bv_arena_free(w.scratch);
}

void bv_write_draft_markdown(bv_buf *out, const bv_document *document) {
  writer w = {.out = out, .scratch = bv_arena_new(), .prefix = ""};
  bv_buf_puts(out, "---\n");
  if (document->front.entries)
    bv_markdown_front(out, document->front.entries);
  bv_buf_puts(out, "---\n");
  if (document->root->first_child)
    put_line(&w, "");
  put_blocks(&w, document->root);
  bv_arena_free(w.scratch);
}
