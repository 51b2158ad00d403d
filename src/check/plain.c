#include "check/plain.h"

#include <string.h>

#include "base/buf.h"

void bv_plain_set_text(bv_arena *arena, bv_plain_passage *passage, const char *text, size_t length) {
  passage->text = text;
  passage->length = length;
  passage->tokens = bv_tokenize(arena, text, length);
  passage->sentences = bv_sentences(arena, text, length);
}

static void add_attributes(const bv_document *document, bv_plain_passages *passages) {
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    if (!claim->plain)
      continue;
    bv_plain_passage passage = {
        .claim = claim, .attribute = bv_own_attribute(claim->element, "ouders"), .element = claim->element};
    bv_plain_set_text(document->arena, &passage, claim->plain, strlen(claim->plain));
    BV_PUSH(document->arena, passages, passage);
  }
}

/* The leaves of a block, each on a line of its own. */
static const char *text_of(bv_arena *arena, const bv_node *block, size_t *length) {
  bv_buf text = bv_buf_new(arena);
  for (const bv_node *node = block; node; node = bv_node_following(node, block))
    if (node->text) {
      if (text.length)
        bv_buf_putc(&text, '\n');
      bv_buf_add(&text, node->text->bytes, node->text->length);
    }
  *length = text.length;
  return bv_buf_string(&text);
}

bv_plain_passages bv_plain_passages_of(const bv_document *document) {
  bv_plain_passages passages = {0};
  add_attributes(document, &passages);
  for (size_t i = 0; i < document->plain_texts.count; i++) {
    const bv_plain_text *plain = &document->plain_texts.items[i];
    bv_plain_passage passage = {.claim = plain->claim, .section = plain->section, .element = plain->element};
    size_t length;
    const char *text = text_of(document->arena, plain->element, &length);
    bv_plain_set_text(document->arena, &passage, text, length);
    BV_PUSH(document->arena, &passages, passage);
  }
  return passages;
}

bv_range bv_plain_place(const bv_plain_passage *passage, uint32_t start, uint32_t end) {
  if (passage->attribute) {
    bv_range value = passage->attribute->value_range;
    bool escaped = value.end - value.start != passage->length;
    return escaped ? value : (bv_range){value.start + start, value.start + end};
  }
  uint32_t at = 0;
  for (const bv_node *node = passage->element; node; node = bv_node_following(node, passage->element)) {
    if (!node->text)
      continue;
    if (start >= at && end <= at + node->text->length && start < end)
      return bv_text_source_range(node->text, start - at, end - at);
    at += (uint32_t)node->text->length + 1;
  }
  return passage->element->range;
}
