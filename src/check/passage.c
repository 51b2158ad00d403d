/* The words of a draft, cut once for all rules: of each leaf, and of each claim. */
#include "check/passage.h"

#include <stdlib.h>
#include <string.h>

#include "check/voice.h"

static bool is_quotation(const bv_node *leaf) {
  for (const bv_node *node = leaf; node; node = node->parent)
    if (node->kind == BV_NODE_QUOTE)
      return true;
  return false;
}

const char *bv_words_between(bv_arena *arena, const bv_passage *passage, uint32_t start, uint32_t end) {
  return bv_excerpt(arena, passage->leaf->text->bytes + start, end - start);
}

/* The sentences of the leaf, from `next` on in the list of the document; moves `next` behind them. */
static bv_stretches sentences_of(bv_arena *arena, const bv_document *document, const bv_node *leaf, size_t *next) {
  bv_stretches stretches = {0};
  for (; *next < document->sentences.count && document->sentences.items[*next].leaf == leaf; ++*next) {
    const bv_sentence *sentence = &document->sentences.items[*next];
    BV_PUSH(arena, &stretches, (bv_stretch){sentence->start, sentence->end});
  }
  return stretches;
}

bv_passage_list bv_passage_list_of(bv_arena *arena, const bv_document *document) {
  bv_passage_list passages = {0};
  size_t next = 0;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    if (node->text && node->text->length)
      BV_PUSH(arena, &passages,
              (bv_passage){.leaf = node,
                           .tokens = bv_tokenize(arena, node->text->bytes, node->text->length),
                           .sentences = sentences_of(arena, document, node, &next),
                           .quoted = is_quotation(node)});
  return passages;
}

const bv_passage *bv_passage_next(const bv_passage_list *passages, const bv_node *leaf, size_t *next) {
  while (*next < passages->count && passages->items[*next].leaf != leaf)
    ++*next;
  return *next < passages->count ? &passages->items[*next] : NULL;
}

static int by_place(const void *key, const void *item) {
  const bv_node *leaf = key, *other = ((const bv_passage *)item)->leaf;
  return (leaf->range.start > other->range.start) - (leaf->range.start < other->range.start);
}

/* The passage of the leaf, or NULL: leaves stand in the order of their places. */
static const bv_passage *passage_of(const bv_passage_list *passages, const bv_node *leaf) {
  const bv_passage *found =
      passages->count ? bsearch(leaf, passages->items, passages->count, sizeof *passages->items, by_place) : NULL;
  return found && found->leaf == leaf ? found : NULL;
}

/* The first token that begins at the byte or behind it. */
static size_t token_from(const bv_tokens *tokens, uint32_t byte) {
  size_t low = 0, high = tokens->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (tokens->items[middle].start < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

bv_tokens bv_tokens_between(const bv_tokens *tokens, uint32_t start, uint32_t end) {
  size_t first = token_from(tokens, start), past = token_from(tokens, end);
  return (bv_tokens){.text = tokens->text, .items = tokens->items + first, .count = past - first};
}

/* Whether a quotation holds both the token and the one before it. */
static bool goes_on_quoted(const bv_tokens *tokens, size_t at) {
  return at && at < tokens->count && tokens->items[at - 1].quoted && tokens->items[at].quoted;
}

/* What of the sentences lies in the piece. */
static bv_stretches sentences_within(bv_arena *arena, const bv_stretches *sentences, const bv_piece *piece) {
  bv_stretches within = {0};
  for (size_t i = 0; i < sentences->count && sentences->items[i].start < piece->end; i++) {
    bv_stretch s = sentences->items[i];
    if (s.end <= piece->start)
      continue;
    s.start = s.start < piece->start ? piece->start : s.start;
    s.end = s.end > piece->end ? piece->end : s.end;
    BV_PUSH(arena, &within, s);
  }
  return within;
}

bv_claim_words bv_words_of_claim(bv_arena *arena, const bv_check *check, const bv_claim *claim) {
  const bv_piece *piece = claim->pieces.items;
  const bv_passage *passage = claim->pieces.count == 1 ? passage_of(check->passages, piece->leaf) : NULL;
  if (passage && passage->sentences.count) {
    const bv_tokens *all = &passage->tokens;
    size_t first = token_from(all, piece->start), past = token_from(all, piece->end);
    if (!goes_on_quoted(all, first) && !goes_on_quoted(all, past))
      return (bv_claim_words){bv_tokens_between(all, piece->start, piece->end),
                              sentences_within(arena, &passage->sentences, piece)};
  }
  const char *text = bv_claim_text(arena, claim);
  size_t length = strlen(text);
  return (bv_claim_words){bv_tokenize(arena, text, length), bv_sentences(arena, text, length)};
}
