/* The invariants of trees and texts, and the way from text back to source. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "model/node.h"

/* "a&amp;b\\*c\n> d" as text "a&b*c d". */
static bv_segment segments[] = {{0, 10, 11}, {1, 11, 16}, {2, 16, 17}, {3, 17, 19}, {4, 19, 20}, {5, 20, 23}, {6, 23, 24}};
static bv_run runs[] = {{0, 3, 0, NULL, NULL}, {3, 7, BV_STYLE_STRONG, NULL, NULL}};

static bv_text a_text(void) {
  return (bv_text){.bytes = "a&b*c d", .length = 7, .runs = runs, .run_count = 2, .segments = segments, .segment_count = 7};
}

static bool is(bv_range range, uint32_t start, uint32_t end) { return range.start == start && range.end == end; }

Test(node, stretches_of_text_have_a_place) {
  bv_text text = a_text();
  cr_expect(is(bv_text_source_range(&text, 0, 7), 10, 24), "all of it");
  cr_expect(is(bv_text_source_range(&text, 0, 1), 10, 11));
  cr_expect(is(bv_text_source_range(&text, 1, 2), 11, 16), "an entity is one character");
  cr_expect(is(bv_text_source_range(&text, 2, 4), 16, 19), "an escape too");
  cr_expect(is(bv_text_source_range(&text, 5, 7), 20, 24), "the end of a line with what stands before the next");
  cr_expect(is(bv_text_source_range(&text, 4, 4), 19, 19), "an empty stretch has an empty place");
  bv_segment one[] = {{0, 100, 130}};
  bv_text plain = {.bytes = "", .length = 30, .segments = one, .segment_count = 1};
  cr_expect(is(bv_text_source_range(&plain, 7, 9), 107, 109), "inside a stretch that stands so in the source");
  bv_text empty = {.bytes = ""};
  cr_expect(is(bv_text_source_range(&empty, 0, 0), 0, 0));
}

Test(node, a_tree_that_does_not_hold_together_is_told) {
  bv_arena *arena = bv_arena_new();
  const char *what = NULL;
  bv_node *root = bv_node_new(arena, BV_NODE_ROOT, NULL);
  bv_node *leaf = bv_node_new(arena, BV_NODE_PARAGRAPH, root);
  bv_node *span = bv_node_new(arena, BV_NODE_SPAN, leaf);
  cr_expect(not(bv_node_check(root, &what)), "a leaf without text");
  bv_text text = a_text();
  leaf->text = &text;
  cr_expect(bv_node_check(root, &what), "%s", what);

  bv_run gap[] = {{0, 3, 0, NULL, NULL}, {4, 7, 0, NULL, NULL}}, short_runs[] = {{0, 3, 0, NULL, NULL}};
  text.runs = gap;
  cr_expect(not(bv_node_check(root, &what)), "runs with a gap");
  text.runs = short_runs;
  text.run_count = 1;
  cr_expect(not(bv_node_check(root, &what)), "runs that end early");
  bv_node *stranger = bv_node_new(arena, BV_NODE_SPAN, NULL);
  bv_run strange[] = {{0, 7, 0, NULL, stranger}};
  text.runs = strange;
  cr_expect(not(bv_node_check(root, &what)), "a span of another leaf");
  strange[0].span = span;
  cr_expect(bv_node_check(root, &what), "%s", what);

  bv_segment wrong[] = {{0, 5, 4}, {3, 5, 6}}, order[] = {{0, 1, 4}, {0, 5, 6}};
  text.segments = wrong;
  text.segment_count = 2;
  cr_expect(not(bv_node_check(root, &what)), "a segment that runs backwards");
  text.segments = order;
  cr_expect(not(bv_node_check(root, &what)), "segments out of order");
  text.segment_count = 0;
  cr_expect(not(bv_node_check(root, &what)), "text without segments");
  leaf->text = NULL;
  leaf->kind = BV_NODE_DIV;
  cr_expect(not(bv_node_check(root, &what)), "a span outside a leaf");
  bv_node_unlink(span);
  leaf->range = (bv_range){3, 2};
  cr_expect(not(bv_node_check(root, &what)), "a range that runs backwards");
  leaf->range = (bv_range){2, 3};
  leaf->parent = NULL;
  cr_expect(not(bv_node_check(root, &what)), "a child that does not know its parent");
  bv_arena_free(arena);
}

Test(node, unlinked_nodes_leave_no_trace) {
  bv_arena *arena = bv_arena_new();
  const char *what;
  bv_node *root = bv_node_new(arena, BV_NODE_ROOT, NULL), *children[3];
  for (int i = 0; i < 3; i++)
    children[i] = bv_node_new(arena, BV_NODE_DIV, root);
  bv_node_unlink(children[1]);
  cr_expect(eq(ptr, children[0]->next, children[2]));
  bv_node_append(children[2], children[1]);
  cr_expect(eq(ptr, bv_node_following(children[2], root), children[1]));
  cr_expect(eq(ptr, bv_node_following(children[1], root), NULL));
  bv_node_unlink(children[0]);
  bv_node_unlink(children[2]);
  cr_expect(root->first_child == NULL && root->last_child == NULL);
  cr_expect(bv_node_check(root, &what));
  bv_arena_free(arena);
}
