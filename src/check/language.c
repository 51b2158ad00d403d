/* What the words of a draft say: each passage is cut into tokens once, and every rule on words reads those. */
#include "check/passage.h"
#include "check/voice.h"

static const bv_reader *const readers[] = {&bv_reader_wording, &bv_reader_dates, &bv_reader_spelling, &bv_reader_style,
                                           &bv_reader_diagnoses, &bv_reader_third};
enum { READER_COUNT = sizeof readers / sizeof *readers, SCRATCH_SIZE = 4 << 20 };

static bool is_quotation(const bv_node *leaf) {
  for (const bv_node *node = leaf; node; node = node->parent)
    if (node->kind == BV_NODE_QUOTE)
      return true;
  return false;
}

const char *bv_words_between(bv_arena *arena, const bv_passage *passage, uint32_t start, uint32_t end) {
  return bv_excerpt(arena, passage->leaf->text->bytes + start, end - start);
}

bv_passage_list bv_passage_list_of(bv_arena *arena, const bv_document *document) {
  bv_passage_list passages = {0};
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    if (node->text && node->text->length)
      BV_PUSH(arena, &passages,
              (bv_passage){.leaf = node,
                           .tokens = bv_tokenize(arena, node->text->bytes, node->text->length),
                           .quoted = is_quotation(node)});
  return passages;
}

const bv_passage *bv_passage_next(const bv_passage_list *passages, const bv_node *leaf, size_t *next) {
  while (*next < passages->count && passages->items[*next].leaf != leaf)
    ++*next;
  return *next < passages->count ? &passages->items[*next] : NULL;
}

/* The sentences of the leaf, from `next` on in the list of the document; moves `next` behind them. */
static bv_stretches sentences_of(const bv_document *document, const bv_node *leaf, size_t *next, bv_arena *scratch) {
  bv_stretches stretches = {0};
  for (; *next < document->sentences.count && document->sentences.items[*next].leaf == leaf; ++*next) {
    const bv_sentence *sentence = &document->sentences.items[*next];
    BV_PUSH(scratch, &stretches, (bv_stretch){sentence->start, sentence->end});
  }
  return stretches;
}

static void check_language(bv_check *check) {
  const bv_document *document = check->document;
  bv_arena *scratch = bv_arena_new();
  void *states[READER_COUNT];
  size_t next = 0;
  for (size_t r = 0; r < READER_COUNT; r++)
    states[r] = readers[r]->begin ? readers[r]->begin(check) : NULL;
  for (size_t i = 0; i < check->passages->count; i++) {
    if (bv_arena_used(scratch) > SCRATCH_SIZE) {
      bv_arena_free(scratch);
      scratch = bv_arena_new();
    }
    bv_passage passage = check->passages->items[i];
    passage.sentences = sentences_of(document, passage.leaf, &next, scratch);
    passage.scratch = scratch;
    for (size_t r = 0; r < READER_COUNT; r++)
      readers[r]->read(check, &passage, states[r]);
  }
  for (size_t r = 0; r < READER_COUNT; r++)
    if (readers[r]->end)
      readers[r]->end(check, states[r]);
  bv_arena_free(scratch);
}

bv_check_function *const bv_checks_language[] = {check_language, NULL};
