#include "lang/sentences.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Runs an ICU break iterator over the text and keeps the stretches that `keep` accepts. */
static bv_stretches breaks(bv_arena *arena, UBreakIteratorType type, const char *text, size_t length) {
  bv_stretches result = {0};
  UErrorCode error = U_ZERO_ERROR;
  UText *utext = utext_openUTF8(NULL, text, (int64_t)length, &error);
  UBreakIterator *iterator = ubrk_open(type, "nl", NULL, 0, &error);
  ubrk_setUText(iterator, utext, &error);
  if (U_FAILURE(error))
    bv_out_of_memory();
  int32_t start = ubrk_first(iterator);
  for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; start = end, end = ubrk_next(iterator)) {
    if (type == UBRK_WORD && ubrk_getRuleStatus(iterator) < UBRK_WORD_NUMBER)
      continue;
    uint32_t from = (uint32_t)start, to = (uint32_t)end;
    while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\n'))
      to--;
    while (from < to && (text[from] == ' ' || text[from] == '\n'))
      from++;
    if (to > from)
      BV_PUSH(arena, &result, (bv_stretch){from, to});
  }
  ubrk_close(iterator);
  utext_close(utext);
  return result;
}

bv_stretches bv_sentences(bv_arena *arena, const char *text, size_t length) {
  return breaks(arena, UBRK_SENTENCE, text, length);
}

bv_stretches bv_words_of(bv_arena *arena, const char *text, size_t length) {
  return breaks(arena, UBRK_WORD, text, length);
}
