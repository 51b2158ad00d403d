#include "compare/passages.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/buf.h"
#include "base/utf8.h"

/* Adds text with its white space as one space, behind what is there. */
static void add_words(bv_buf *out, const char *bytes, size_t length) {
  bool gap = out->length > 0;
  for (size_t i = 0; i < length; i++)
    if (strchr(" \t\r\n", bytes[i])) {
      gap = out->length > 0;
    } else {
      if (gap)
        bv_buf_putc(out, ' ');
      bv_buf_putc(out, bytes[i]);
      gap = false;
    }
}

static bool has_word(const char *bytes, size_t length) {
  for (size_t i = 0, size; i < length; i += size) {
    uint32_t c = 0;
    size = bv_utf8_decode(bytes + i, length - i, &c);
    if (size && u_isalnum((UChar32)c))
      return true;
    size = size ? size : 1;
  }
  return false;
}

/* Where in a leaf a claim lies, over what it holds. */
typedef struct stretch {
  const bv_node *leaf;
  uint32_t start, end;
} stretch;

typedef struct stretches {
  stretch *items;
  size_t count, capacity;
} stretches;

static int by_place(const void *a, const void *b) {
  const stretch *left = a, *right = b;
  if (left->leaf != right->leaf)
    return left->leaf->range.start < right->leaf->range.start ? -1 : 1;
  return left->start < right->start ? -1 : left->start > right->start;
}

static stretches claimed(bv_arena *arena, const bv_document *document) {
  stretches all = {0};
  for (size_t i = 0; i < document->claims.count; i++)
    for (size_t k = 0; k < document->claims.items[i]->pieces.count; k++) {
      const bv_piece *piece = &document->claims.items[i]->pieces.items[k];
      BV_PUSH(arena, &all, (stretch){piece->leaf, piece->start, piece->end});
    }
  if (all.count)
    qsort(all.items, all.count, sizeof *all.items, by_place);
  return all;
}

/* What of the sentence lies in none of the stretches, of which `next` is the first that may matter. */
static const char *words_outside(bv_arena *arena, const bv_sentence *sentence, const stretches *all, size_t *next) {
  bv_buf text = bv_buf_new(arena);
  uint32_t at = sentence->start;
  bool any = false;
  while (*next < all->count && (all->items[*next].leaf->range.start < sentence->leaf->range.start ||
                                (all->items[*next].leaf == sentence->leaf && all->items[*next].end <= at)))
    ++*next;
  for (size_t i = *next; at < sentence->end; i++) {
    bool here = i < all->count && all->items[i].leaf == sentence->leaf && all->items[i].start < sentence->end;
    uint32_t until = here ? all->items[i].start : sentence->end;
    if (until > at && has_word(sentence->leaf->text->bytes + at, until - at)) {
      add_words(&text, sentence->leaf->text->bytes + at, until - at);
      any = true;
    }
    at = here && all->items[i].end > at ? all->items[i].end : here ? at : sentence->end;
  }
  return any ? bv_buf_string(&text) : NULL;
}

static int by_source(const void *a, const void *b) {
  const bv_passage *left = a, *right = b;
  if (left->range.start != right->range.start)
    return left->range.start < right->range.start ? -1 : 1;
  return left->range.end > right->range.end ? -1 : left->range.end < right->range.end;
}

bv_passages bv_passages_of(bv_arena *arena, const bv_document *document) {
  bv_passages all = {0};
  stretches claims = claimed(arena, document);
  size_t next = 0;
  for (size_t i = 0; i < document->claims.count; i++) {
    const bv_claim *claim = document->claims.items[i];
    const char *text = bv_claim_text(arena, claim);
    bv_buf words = bv_buf_new(arena);
    add_words(&words, text, strlen(text));
    BV_PUSH(arena, &all,
            (bv_passage){.claim = claim, .part = claim->part, .text = bv_buf_string(&words), .range = claim->range});
  }
  for (size_t i = 0; i < document->sentences.count; i++) {
    const bv_sentence *sentence = &document->sentences.items[i];
    const char *text = words_outside(arena, sentence, &claims, &next);
    if (text)
      BV_PUSH(arena, &all,
              (bv_passage){.part = bv_part_of(document, sentence->leaf),
                           .text = text,
                           .exempt = sentence->exempt,
                           .range = bv_text_source_range(sentence->leaf->text, sentence->start, sentence->end)});
  }
  if (all.count)
    qsort(all.items, all.count, sizeof *all.items, by_source);
  return all;
}

size_t bv_passage_of(const bv_passages *passages, const bv_claim *claim) {
  size_t low = 0, high = passages->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (passages->items[middle].range.start < claim->range.start)
      low = middle + 1;
    else
      high = middle;
  }
  while (passages->items[low].claim != claim)
    low++;
  return low;
}

const char *bv_text_within(bv_arena *arena, const bv_node *node) {
  bv_buf text = bv_buf_new(arena);
  for (const bv_node *leaf = node; leaf; leaf = bv_node_following(leaf, node))
    if (leaf->text)
      add_words(&text, leaf->text->bytes, leaf->text->length);
  return bv_buf_string(&text);
}

/* ---- Pairs ---- */

typedef struct sides {
  const bv_passages *passages;
  const char *const *const *homes;
} sides;

static const char *id_key(bv_arena *arena, const void *context, int side, size_t i) {
  (void)arena;
  const bv_claim *claim = ((const sides *)context)->passages[side].items[i].claim;
  return claim ? claim->id : NULL;
}

/* The text, where it stands, and what is marked on it itself: equal in all, it is certainly the same. */
static const char *whole_key(bv_arena *arena, const void *context, int side, size_t i) {
  const sides *s = context;
  const bv_passage *passage = &s->passages[side].items[i];
  const bv_claim *claim = passage->claim;
  return bv_sprintf(arena, "%s|%d|%s|%s|%s", s->homes[side][i], claim ? (int)claim->label : -1,
                    claim && claim->sources_attribute ? claim->sources_attribute->value : "",
                    claim && claim->date_attribute ? claim->date_attribute->value : "", passage->text);
}

static const char *home_key(bv_arena *arena, const void *context, int side, size_t i) {
  const sides *s = context;
  return bv_sprintf(arena, "%s|%s", s->homes[side][i], s->passages[side].items[i].text);
}

static const char *text_key(bv_arena *arena, const void *context, int side, size_t i) {
  (void)arena;
  return ((const sides *)context)->passages[side].items[i].text;
}

bv_pairs bv_pair_passages(bv_arena *arena, const bv_passages passages[2], const char *const *const homes[2]) {
  bv_pairs pairs = bv_pairs_new(arena, passages[0].count, passages[1].count);
  sides s = {passages, homes};
  bv_pair_by_key(&pairs, id_key, &s);
  bv_pair_by_key(&pairs, whole_key, &s);
  bv_pair_by_key(&pairs, home_key, &s);
  bv_pair_by_key(&pairs, text_key, &s);
  bv_pair_similar(passages, homes, &pairs);
  return pairs;
}
