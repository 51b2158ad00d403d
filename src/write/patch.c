#include "write/patch.h"

#include <stdlib.h>
#include <string.h>

static const char *const labels[] = {"", "feit", "mening", "horen-zeggen"};

bv_patches bv_patches_new(bv_arena *arena, const bv_source *source) { return (bv_patches){arena, source, {0}}; }

static void add(bv_patches *patches, uint32_t at, const char *text, bool block) {
  BV_PUSH(patches->arena, &patches->list, (bv_patch){at, at, patches->list.count, text, block});
}

void bv_patch_text(bv_patches *patches, uint32_t at, const char *text) { add(patches, at, text, false); }

void bv_patch_block(bv_patches *patches, uint32_t at, const char *text) { add(patches, at, text, true); }

void bv_patch_replace(bv_patches *patches, bv_range range, const char *text) {
  add(patches, range.start, text, false);
  patches->list.items[patches->list.count - 1].until = range.end;
}

/* Whether the block ends in a code block, whose closing fence is no part of its range. */
static bool ends_in_code(const bv_source *source, const bv_node *block) {
  const bv_node *last = block;
  while (!last->text && last->last_child)
    last = last->last_child;
  return last->kind == BV_NODE_VERBATIM && last->range.end >= block->range.end &&
         strchr("`~", source->bytes[last->range.start]);
}

static uint32_t next_line(const bv_source *source, uint32_t at) {
  const char *line_end = memchr(source->bytes + at, '\n', source->length - at);
  return line_end ? (uint32_t)(line_end - source->bytes) + 1 : (uint32_t)source->length;
}

uint32_t bv_patch_behind(const bv_source *source, const bv_node *block) {
  uint32_t at = block ? block->range.end : (uint32_t)source->length;
  if (!block || at == block->range.start || source->bytes[at - 1] != '\n')
    at = next_line(source, at);
  return block && ends_in_code(source, block) ? next_line(source, at) : at;
}

/* ---- Attributes ---- */

/* "{#id .feit negeer=…}" of what is not empty. */
static const char *braces(bv_arena *arena, const char *front, bv_label label, const char *back) {
  bv_buf text = bv_buf_new(arena);
  bv_buf_printf(&text, "{%s", front);
  if (label != BV_LABEL_NONE)
    bv_buf_printf(&text, "%s.%s", text.length > 1 ? " " : "", labels[label]);
  if (*back)
    bv_buf_printf(&text, "%s%s", text.length > 1 ? " " : "", back);
  bv_buf_putc(&text, '}');
  return bv_buf_string(&text);
}

/* Attributes that stand there: between braces, or one bare class behind a fence. */
static void extend(bv_patches *patches, const bv_attributes *attributes, const char *front, const char *back) {
  bool bare = patches->source->bytes[attributes->range.start] != '{';
  uint32_t start = attributes->range.start + !bare, end = attributes->range.end - !bare;
  const char *gap = *front ? " " : "";
  if (bare || *front)
    bv_patch_text(patches, start, bv_sprintf(patches->arena, "%s%s%s%s", bare ? "{" : "", front, gap, bare ? "." : ""));
  if (bare || *back)
    bv_patch_text(patches, end, bv_sprintf(patches->arena, "%s%s%s", *back ? " " : "", back, bare ? "}" : ""));
}

/* A code block that is a claim by its header gets a div around it, behind the same marks of quotations and lists. */
static void wrap_code(bv_patches *patches, const bv_node *leaf, const char *attributes) {
  uint32_t at = leaf->range.start;
  while (at > 0 && patches->source->bytes[at - 1] != '\n')
    at--;
  const char *marks = bv_strndup(patches->arena, patches->source->bytes + at, leaf->range.start - at);
  bv_patch_text(patches, at, bv_sprintf(patches->arena, "%s::: %s\n%s\n", marks, attributes, marks));
  bv_patch_text(patches, bv_patch_behind(patches->source, leaf),
                bv_sprintf(patches->arena, "%s\n%s:::\n", marks, marks));
}

void bv_patch_attributes(bv_patches *patches, const bv_node *element, bv_label label, const char *front,
                         const char *back) {
  if (element->attributes.range.end > element->attributes.range.start) {
    extend(patches, &element->attributes, front, back);
    return;
  }
  const char *attributes = braces(patches->arena, front, label, back);
  if (element->kind == BV_NODE_VERBATIM) {
    wrap_code(patches, element, attributes);
  } else if (element->text) {
    bv_patch_text(patches, element->range.start, "[");
    bv_patch_text(patches, element->range.end, bv_sprintf(patches->arena, "]%s", attributes));
  } else {
    bv_patch_text(patches, element->first_child->range.end, bv_sprintf(patches->arena, " %s", attributes));
  }
}

/* ---- Writing ---- */

static int by_place(const void *a, const void *b) {
  const bv_patch *left = a, *right = b;
  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return left->order < right->order ? -1 : left->order > right->order;
}

/* Whether the text ends in a blank line, or is empty. */
static bool ends_blank(const bv_buf *out) {
  size_t at = out->length;
  for (int line_ends = 0; at > 0; at--) {
    if (out->bytes[at - 1] == '\n' && ++line_ends == 2)
      return true;
    if (!strchr(" \t\r\n", out->bytes[at - 1]))
      return false;
  }
  return true;
}

static void put_block(bv_buf *out, const bv_source *source, const bv_patch *block) {
  const char *first_end = memchr(source->bytes, '\n', source->length);
  const char *line_end = first_end && first_end > source->bytes && first_end[-1] == '\r' ? "\r\n" : "\n";
  if (out->length && out->bytes[out->length - 1] != '\n')
    bv_buf_puts(out, line_end);
  if (!ends_blank(out))
    bv_buf_puts(out, line_end);
  for (const char *line = block->text; *line; line += strcspn(line, "\n") + 1) {
    bv_buf_add(out, line, strcspn(line, "\n"));
    bv_buf_puts(out, line_end);
  }
  const char *next = source->bytes + block->at;
  next += strspn(next, " \t\r");
  if (block->at < source->length && *next != '\n' && *next)
    bv_buf_puts(out, line_end);
}

void bv_patches_apply(bv_buf *out, bv_patches *patches) {
  const bv_source *source = patches->source;
  uint32_t at = 0;
  if (patches->list.count)
    qsort(patches->list.items, patches->list.count, sizeof *patches->list.items, by_place);
  for (size_t i = 0; i < patches->list.count; i++) {
    const bv_patch *next = &patches->list.items[i];
    bv_buf_add(out, source->bytes + at, next->at - at);
    at = next->until;
    if (next->block)
      put_block(out, source, next);
    else
      bv_buf_puts(out, next->text);
  }
  bv_buf_add(out, source->bytes + at, source->length - at);
}

/* ---- XML ---- */

void bv_node_insert_behind(bv_node *place, bv_node *node) {
  node->parent = place->parent;
  node->previous = place;
  node->next = place->next;
  if (place->next)
    place->next->previous = node;
  else
    place->parent->last_child = node;
  place->next = node;
}

bv_node *bv_bearer_of(bv_arena *arena, bv_node *element, bv_label label) {
  if (!element->text)
    return element;
  bv_node *div = bv_node_new(arena, BV_NODE_DIV, NULL);
  if (label != BV_LABEL_NONE)
    BV_PUSH(arena, &div->attributes.classes, (bv_class){.name = labels[label]});
  bv_node_insert_behind(element, div);
  bv_node_unlink(element);
  bv_node_append(div, element);
  return div;
}
