#include "blocks.h"

#include <criterion/criterion.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"

enum { LARGEST_DOCUMENT = 1 << 20 };

const char *bv_read_text(bv_arena *arena, const char *path) {
  size_t length;
  const char *text = bv_file_read(arena, path, LARGEST_DOCUMENT, &length);
  cr_assert(text != NULL, "%s cannot be read", path);
  return text;
}

bv_block_list bv_read_code_blocks(bv_arena *arena, const char *path) {
  bv_block_list blocks = {0};
  bv_buf text = bv_buf_new(arena);
  bv_block open = {0};
  unsigned line = 0;
  for (const char *at = bv_read_text(arena, path); *at; at += strcspn(at, "\n"), at += *at == '\n') {
    size_t length = strcspn(at, "\n");
    bool is_fence = strncmp(at, "```", 3) == 0;
    line++;
    if (is_fence && !open.info) {
      open = (bv_block){.info = bv_strndup(arena, at + 3, length - 3), .line = line};
      text = bv_buf_new(arena);
    } else if (is_fence) {
      open.text = bv_buf_string(&text);
      BV_PUSH(arena, &blocks, open);
      open = (bv_block){0};
    } else if (open.info) {
      bv_buf_add(&text, at, length);
      bv_buf_putc(&text, '\n');
    }
  }
  cr_assert(open.info == NULL, "%s:%u: a block that does not end", path, open.line);
  return blocks;
}

const char *bv_info_behind(const bv_block *block, const char *words) {
  size_t length = strlen(words);
  if (strncmp(block->info, words, length) != 0 || (block->info[length] && block->info[length] != ' '))
    return NULL;
  return block->info + length + (block->info[length] == ' ');
}
