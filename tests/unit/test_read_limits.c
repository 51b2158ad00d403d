/* Hostile and very large drafts: read in time that grows with their size, to the end, without a deep tree. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>
#include <time.h>

#include "../support/tree.h"
#include "base/buf.h"
#include "read/reader.h"

enum { MANY = 100000 };

static int depth_of(const bv_node *root) {
  int deepest = 0;
  for (const bv_node *node = root; node; node = bv_node_following(node, root)) {
    int depth = 0;
    for (const bv_node *up = node; up && depth < 2000; up = up->parent)
      depth++;
    deepest = depth > deepest ? depth : deepest;
  }
  return deepest;
}

/* Reads `count` times `piece` between `before` and `behind`; within seconds, and with a tree that holds together. */
static bv_document *read_many(const char *before, const char *piece, size_t count, const char *behind) {
  bv_arena *arena = bv_arena_new();
  bv_buf body = bv_buf_new(arena);
  bv_buf_puts(&body, before);
  for (size_t i = 0; i < count; i++)
    bv_buf_puts(&body, piece);
  bv_buf_puts(&body, behind);
  clock_t start = clock();
  bv_document *document = bv_read_body(body.bytes, body.length);
  double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
  cr_expect(seconds < 20, "%.1f seconds for %zu times %s", seconds, count, piece);
  bv_arena_free(arena);
  return document;
}

Test(read_limits, many_of_anything_is_read_in_time) {
  static const struct { const char *before, *piece, *behind; } cases[] = {
      {"", "[", "\n"},           {"", ":::\n", ""},          {"", ">", " a\n"},        {"", "- ", "a\n"},
      {"", "::: {.feit}\n", ""}, {"", "![[]()", "\n"},       {"", "[a](b", "\n"},      {"", "<!-- a ", "\n"},
      {"[a]{", ".feit ", "}\n"}, {"", "[a]{ouders=\"", "\n"}, {"", "[a]{b=“", "\n"},    {"# ", "{.a ", "\n"},
      {"", "*a **b ", "\n"},     {"", "`a``b", "\n"},        {"", "&eacute;", "\n"},   {"", "[a]: /x\n", "\n"},
      {"", "::: {.a b=\"\nx\n", ""}, {"", "> ::: {.a b=\"\n> x\n", ""}, {"", "a  \n", ""}, {"", "<a b=\"c", "\n"},
      {"", "[a]{.feit ", "\n"},  {"", "\\", "\n"},           {"", "a\n\n", ""},        {"", "|", "\n"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_document *document = read_many(cases[i].before, cases[i].piece, MANY, cases[i].behind);
    cr_expect(document->findings->count <= 3003, "%zu findings for %s", document->findings->count, cases[i].piece);
    bv_document_free(document);
  }
}

Test(read_limits, trees_are_never_deep) {
  static const struct { const char *before, *piece, *middle, *end; } cases[] = {
      {"", ">", " a\n", ""}, {"", "- ", "a\n", ""}, {"", "::: {.feit}\n\n", "a\n\n", ":::\n\n"}, {"", "[", "a", "]{.feit}"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_arena *arena = bv_arena_new();
    bv_buf behind = bv_buf_new(arena);
    bv_buf_puts(&behind, cases[i].middle);
    for (int k = 0; k < 5000; k++)
      bv_buf_puts(&behind, cases[i].end);
    bv_buf_puts(&behind, "\n\nlaatste woord\n");
    bv_document *document = read_many(cases[i].before, cases[i].piece, 5000, bv_buf_string(&behind));
    cr_expect(depth_of(document->root) < 220, "%s: %d", cases[i].piece, depth_of(document->root));
    cr_expect(document->findings->count >= 1, "too deep is told: %s", cases[i].piece);
    cr_expect(ne(ptr, strstr(bv_tree(document, BV_BODY_BEFORE), "laatste woord"), NULL), "%s", cases[i].piece);
    bv_document_free(document);
    bv_arena_free(arena);
  }
}

Test(read_limits, a_very_large_draft_is_read_whole) {
  static const char piece[] = "[Sam was in september *twaalf* dagen niet op school; zie &sect; 3.]{.feit bron=verzuim}\n\n";
  size_t count = 14 * 1024 * 1024 / (sizeof piece - 1);
  bv_document *document = read_many("", piece, count, "[Einde.]{.feit bron=verzuim}\n");
  size_t paragraphs = 0;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    paragraphs += node->kind == BV_NODE_PARAGRAPH;
  cr_expect(eq(sz, paragraphs, count + 1));
  cr_expect(eq(str, (char *)document->root->last_child->text->bytes, "Einde."));
  cr_expect(eq(sz, document->findings->count, 0));
  bv_document_free(document);
}
