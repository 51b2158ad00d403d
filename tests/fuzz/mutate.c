#include "mutate.h"

#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t most);

/* The place behind the front matter, or 0. */
static size_t behind_front(const uint8_t *bytes, size_t length) {
  static const char fence[] = "\n---\n";
  const uint8_t *end = length > 3 && memcmp(bytes, "---", 3) == 0 ? memmem(bytes, length, fence, sizeof fence - 1) : NULL;
  return end ? (size_t)(end - bytes) + sizeof fence - 1 : 0;
}

static bool is_mark(uint8_t byte) { return byte == '\n' || (byte && strchr("\"'<>{}[]=,&", byte)); }

/* Changes what stands between two marks, at most PIECE bytes, and takes marks and control bytes out of what came. */
static size_t mutate_within(uint8_t *bytes, size_t length, size_t most, unsigned chance) {
  enum { PIECE = 128 };
  uint8_t piece[2 * PIECE];
  size_t start = chance % length, end = start;
  while (start > 0 && !is_mark(bytes[start - 1]))
    start--;
  while (end < length && !is_mark(bytes[end]))
    end++;
  if (end - start > PIECE)
    start = end - PIECE;
  size_t room = most - length + (end - start);
  memcpy(piece, bytes + start, end - start);
  size_t size = LLVMFuzzerMutate(piece, end - start, room < sizeof piece ? room : sizeof piece);
  for (size_t i = 0; i < size; i++)
    piece[i] = is_mark(piece[i]) || piece[i] < ' ' ? ' ' : piece[i];
  memmove(bytes + start + size, bytes + end, length - end);
  memcpy(bytes + start, piece, size);
  return length - (end - start) + size;
}

size_t bv_fuzz_mutate(bv_fuzz_mutation how, uint8_t *bytes, size_t length, size_t most, unsigned chance) {
  bool keep = length && length < most && chance % 4;
  chance /= 4;
  size_t front = keep && how == BV_FUZZ_BEHIND_FRONT ? behind_front(bytes, length) : 0;
  if (keep && how == BV_FUZZ_WITHIN)
    return mutate_within(bytes, length, most, chance);
  return front + LLVMFuzzerMutate(bytes + front, length - front, most - front);
}
