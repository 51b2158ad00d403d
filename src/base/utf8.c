#include "base/utf8.h"

#include <string.h>
#include <unicode/utf8.h>

size_t bv_utf8_decode(const char *bytes, size_t length, uint32_t *code_point) {
  if (length == 0)
    return 0;
  int32_t i = 0;
  UChar32 c;
  U8_NEXT((const uint8_t *)bytes, i, (int32_t)(length > 4 ? 4 : length), c);
  if (c < 0)
    return 0;
  *code_point = (uint32_t)c;
  return (size_t)i;
}

size_t bv_utf8_encode(uint32_t code_point, char *bytes) {
  size_t i = 0;
  U8_APPEND_UNSAFE((uint8_t *)bytes, i, (UChar32)code_point);
  return i;
}

#define ONES UINT64_C(0x0101010101010101)

enum { WORD = sizeof(uint64_t) };

/* How many of eight bytes continue a code point: those that begin with the bits 10. */
static size_t continuations(const char *bytes) {
  uint64_t eight;
  memcpy(&eight, bytes, WORD);
  return (eight >> 7 & ~eight >> 6 & ONES) * ONES >> 56;
}

size_t bv_utf8_count(const char *bytes, size_t length) {
  size_t count = 0;
  for (; length >= WORD; bytes += WORD, length -= WORD)
    count += WORD - continuations(bytes);
  for (size_t i = 0; i < length; i++)
    count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
  return count;
}

size_t bv_utf8_whole(const char *bytes, size_t length) {
  while (length > 0 && ((unsigned char)bytes[length] & 0xC0) == 0x80)
    length--;
  return length;
}

bool bv_hides(uint32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029 || c == 0x200B || c == 0x2060 || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c & 0xFFFE) == 0xFFFE;
}
