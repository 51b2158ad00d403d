/* The fenced code blocks of a document: examples that are run as tests. */
#ifndef BV_TESTS_BLOCKS_H
#define BV_TESTS_BLOCKS_H

#include "base/arena.h"

/* What stands between two lines that begin with ```. */
typedef struct bv_block {
  const char *info; /* the words behind the first fence: "markdown voorbeeld" */
  const char *text; /* the lines between, each with its end */
  unsigned line;    /* of the first fence, from 1 */
} bv_block;

typedef struct bv_block_list {
  bv_block *items;
  size_t count, capacity;
} bv_block_list;

/* The file's text, in the arena; the test fails when it cannot be read. */
const char *bv_read_text(bv_arena *arena, const char *path);
/* The blocks of the file, in order, in the arena; the test fails when the last does not end. */
bv_block_list bv_read_code_blocks(bv_arena *arena, const char *path);
/* What follows `words` and a space in the block's info: "" when nothing does, NULL when its info begins otherwise. */
const char *bv_info_behind(const bv_block *block, const char *words);

#endif
