#include "publish/flat.h"

#include <string.h>

#include "publish/tree.h"

static bool is_one_of(const xmlNode *node, const char *const *names) {
  for (; *names; names++)
    if (xmlStrEqual(node->name, BAD_CAST *names))
      return true;
  return false;
}

static bool is_inline(const xmlNode *element) {
  static const char *const names[] = {"em", "strong", "code", "gap", "link", "subclaim", NULL};
  return is_one_of(element, names);
}

/* Whether the words of the text node are nobody's to change. */
static bool is_kept(const xmlNode *text) {
  static const char *const names[] = {"code", "gap", NULL};
  const xmlNode *element = text->parent;
  while (is_inline(element) && !is_one_of(element, names))
    element = element->parent;
  return is_inline(element);
}

static void add_text(bv_arena *arena, bv_flat *flat, bv_buf *out, xmlNode *node) {
  const char *bytes = (const char *)node->content;
  uint32_t start = (uint32_t)out->length;
  bv_buf_puts(out, bytes);
  uint32_t end = (uint32_t)out->length;
  BV_PUSH(arena, &flat->pieces, (bv_flat_piece){node, start, end});
  BV_PUSH(arena, &flat->fixed, (bv_stretch){start, is_kept(node) ? end : start});
}

static void add_line_end(bv_arena *arena, bv_flat *flat, bv_buf *out) {
  uint32_t at = (uint32_t)out->length;
  if (!at || out->bytes[at - 1] == '\n')
    return;
  bv_buf_putc(out, '\n');
  BV_PUSH(arena, &flat->fixed, (bv_stretch){at, at + 1});
}

/* The node behind an element and all in it, below `root`, or NULL. */
static xmlNode *behind(xmlNode *node, const xmlNode *root) {
  while (node != root && !node->next)
    node = node->parent;
  return node == root ? NULL : node->next;
}

bv_flat bv_flatten(bv_arena *arena, xmlNode *root, bv_flat_leave_out *leave_out) {
  static const char *const others_words[] = {"quote", "verbatim", NULL};
  bv_flat flat = {0};
  bv_buf out = bv_buf_new(arena);
  for (xmlNode *node = root; node;) {
    bool element = node->type == XML_ELEMENT_NODE;
    if (element && !is_inline(node))
      add_line_end(arena, &flat, &out);
    if (element && node != root && (is_one_of(node, others_words) || (leave_out && leave_out(node)))) {
      node = behind(node, root);
      continue;
    }
    if (node->type == XML_TEXT_NODE)
      add_text(arena, &flat, &out, node);
    node = bv_tree_following(node, root);
  }
  flat.text = bv_buf_string(&out);
  flat.length = out.length;
  return flat;
}
