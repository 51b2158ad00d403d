#include "tree.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buf.h"
#include "read/reader.h"

static const char front_matter[] = "---\n"
                                   "{bronvast: 1, soort: raadsrapport, kenmerk: K, datum: 2026-11-20, opsteller: {naam: N},"
                                   " personen: [{id: sam, rol: jeugdige}], bronnen: [{id: verzuim, soort: document}]}\n"
                                   "---\n";

bv_document *bv_read_body(const char *body, size_t length) {
  bv_arena *arena = bv_arena_new();
  bv_buf draft = bv_buf_new(arena);
  bv_buf_puts(&draft, front_matter);
  bv_buf_add(&draft, body, length);
  bv_read_result result = bv_read_unresolved("t.md", draft.bytes, draft.length, NULL);
  bv_arena_free(arena);
  cr_assert(result.document != NULL, "%s", result.error);
  const char *wrong = "";
  cr_assert(bv_node_check(result.document->root, &wrong), "%s in:\n%s", wrong, body);
  return result.document;
}

static void add_place(bv_buf *out, const bv_document *document, unsigned before, bv_range range) {
  bv_position start = bv_source_position(document->source, range.start);
  bv_position end = bv_source_position(document->source, range.end);
  bv_buf_printf(out, "%u:%u-%u:%u", start.line - before, start.column, end.line - before, end.column);
}

static void add_attributes(bv_buf *out, const bv_attributes *attributes) {
  if (attributes->id)
    bv_buf_printf(out, " #%s", attributes->id);
  for (size_t i = 0; i < attributes->classes.count; i++)
    bv_buf_printf(out, " .%s", attributes->classes.items[i].name);
  for (size_t i = 0; i < attributes->pairs.count; i++)
    bv_buf_printf(out, " %s=\"%s\"", attributes->pairs.items[i].key, attributes->pairs.items[i].value);
}

static void add_text(bv_buf *out, const char *bytes, size_t length) {
  bv_buf_puts(out, " |");
  for (size_t i = 0; i < length; i++)
    if (bytes[i] == '\n')
      bv_buf_puts(out, "\\n");
    else
      bv_buf_putc(out, bytes[i]);
  bv_buf_putc(out, '|');
}

static void add_runs(bv_buf *out, const bv_document *document, unsigned before, const bv_text *text, int depth) {
  for (size_t i = 0; i < text->run_count; i++) {
    const bv_run *run = &text->runs[i];
    if (!run->style && !run->href)
      continue;
    bv_buf_printf(out, "%*s%s%s%s%s%s ", 2 * depth, "", run->style & BV_STYLE_EMPHASIS ? "em " : "",
                  run->style & BV_STYLE_STRONG ? "strong " : "", run->style & BV_STYLE_CODE ? "code " : "",
                  run->href ? "link " : "", run->href ? run->href : "");
    out->length -= run->href == NULL;
    add_place(out, document, before, bv_text_source_range(text, run->start, run->end));
    add_text(out, text->bytes + run->start, run->end - run->start);
    bv_buf_putc(out, '\n');
  }
}

static int depth_of(const bv_node *node) {
  int depth = -1;
  while ((node = node->parent))
    depth++;
  return depth;
}

static void add_node(bv_buf *out, const bv_document *document, unsigned before, const bv_node *node) {
  static const char *const kinds[] = {"root",    "section", "div",       "list",     "item", "quote",
                                      "rule", "heading", "paragraph", "verbatim", "span"};
  int depth = depth_of(node);
  bv_buf_printf(out, "%*s%s ", 2 * depth, "", kinds[node->kind]);
  add_place(out, document, before, node->range);
  if (node->kind == BV_NODE_LIST)
    bv_buf_printf(out, " %s %s", node->ordered ? "ordered" : "bullet", node->tight ? "tight" : "loose");
  if (node->ordered)
    bv_buf_printf(out, " from %d", node->start);
  add_attributes(out, &node->attributes);
  if (node->text)
    add_text(out, node->text->bytes, node->text->length);
  bv_buf_putc(out, '\n');
  if (node->text)
    add_runs(out, document, before, node->text, depth + 1);
}

char *bv_tree(const bv_document *document, unsigned before) {
  bv_buf out = bv_buf_new(document->arena);
  for (bv_node *node = bv_node_following(document->root, document->root); node;
       node = bv_node_following(node, document->root))
    add_node(&out, document, before, node);
  return (char *)bv_buf_string(&out);
}

char *bv_found(const bv_document *document, unsigned before) {
  bv_buf out = bv_buf_new(document->arena);
  bv_findings_sort(document->findings);
  for (size_t i = 0; i < document->findings->count; i++) {
    const bv_finding *finding = &document->findings->items[i];
    add_place(&out, document, before, finding->range);
    bv_buf_printf(&out, " %s\n", bv_rule_info_of(finding->rule)->name);
  }
  return (char *)bv_buf_string(&out);
}

void bv_expect(const char *body, const char *tree, const char *found) {
  bv_document *document = bv_read_body(body, strlen(body));
  if (tree)
    cr_expect(eq(str, bv_tree(document, BV_BODY_BEFORE), (char *)tree), "%s", body);
  cr_expect(eq(str, bv_found(document, BV_BODY_BEFORE), (char *)found), "%s", body);
  bv_document_free(document);
}
