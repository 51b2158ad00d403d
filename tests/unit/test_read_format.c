/* The examples of the description of the format, read as one draft (tests/format/formaat.md), against the tree that they
 * describe (tests/format/formaat.tree). Other drafts in that folder are compared in the same way. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <string.h>

#include "../support/tree.h"
#include "base/file.h"
#include "read/reader.h"

/* The tree and what was found, as the .tree files have them. */
static char *tree_and_findings(bv_arena *arena, const char *path) {
  size_t length;
  const char *bytes = bv_file_read(arena, path, BV_LARGEST_DRAFT, &length), *wrong = "";
  cr_assert(bytes != NULL, "%s", path);
  bv_read_result result = bv_read_unresolved(path, bytes, length, NULL);
  cr_assert(result.document != NULL, "%s: %s", path, result.error);
  cr_expect(bv_node_check(result.document->root, &wrong), "%s: %s", path, wrong);
  char *text = bv_sprintf(arena, "%s%s", bv_tree(result.document, 0), bv_found(result.document, 0));
  bv_document_free(result.document);
  return text;
}

Test(read_format, examples_are_read_as_described) {
  glob_t drafts;
  cr_assert(eq(int, glob(SOURCE_DIR "/tests/format/*.md", 0, NULL, &drafts), 0));
  for (size_t i = 0; i < drafts.gl_pathc; i++) {
    bv_arena *arena = bv_arena_new();
    const char *path = drafts.gl_pathv[i];
    const char *tree = bv_sprintf(arena, "%.*s.tree", (int)(strlen(path) - strlen(".md")), path);
    size_t length;
    char *expected = bv_file_read(arena, tree, BV_LARGEST_DRAFT, &length);
    cr_assert(expected != NULL, "%s is missing", tree);
    cr_expect(eq(str, tree_and_findings(arena, path), expected), "%s", path);
    bv_arena_free(arena);
  }
  globfree(&drafts);
}
