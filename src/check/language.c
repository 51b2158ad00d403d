/* What the words of a draft say: each passage is cut into tokens once, and every rule on words reads those. */
#include "check/passage.h"
#include "check/voice.h"

static bv_passage_function *const readers[] = {bv_check_wording, bv_check_text_dates};

static bool is_quotation(const bv_node *leaf) {
  for (const bv_node *node = leaf; node; node = node->parent)
    if (node->kind == BV_NODE_QUOTE)
      return true;
  return false;
}

const char *bv_words_between(bv_arena *arena, const bv_passage *passage, uint32_t start, uint32_t end) {
  return bv_excerpt(arena, passage->leaf->text->bytes + start, end - start);
}

static void check_language(bv_check *check) {
  const bv_document *document = check->document;
  for (size_t i = 0, past; i < document->sentences.count; i = past) {
    const bv_node *leaf = document->sentences.items[i].leaf;
    bv_passage passage = {.leaf = leaf,
                          .sentences = &document->sentences.items[i],
                          .tokens = bv_tokenize(document->arena, leaf->text->bytes, leaf->text->length),
                          .quoted = is_quotation(leaf)};
    for (past = i; past < document->sentences.count && document->sentences.items[past].leaf == leaf; past++)
      BV_PUSH(document->arena, &passage.stretches,
              (bv_stretch){document->sentences.items[past].start, document->sentences.items[past].end});
    for (size_t r = 0; r < sizeof readers / sizeof *readers; r++)
      readers[r](check, &passage);
  }
}

bv_check_function *const bv_checks_language[] = {check_language, NULL};
