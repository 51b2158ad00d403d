/* UTF-8 as the program needs it beside ICU: decoding with validation, counting code points. */
#ifndef BV_BASE_UTF8_H
#define BV_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes the code point at `bytes` (at most `length` bytes). Returns its size in bytes, or 0 where the bytes are no
 * UTF-8 (overlong forms, surrogates and values above U+10FFFF included) or `length` is 0. */
size_t bv_utf8_decode(const char *bytes, size_t length, uint32_t *code_point);
/* Writes the code point to `bytes` (room for 4); returns the number of bytes. */
size_t bv_utf8_encode(uint32_t code_point, char *bytes);
/* Code points in valid UTF-8. */
size_t bv_utf8_count(const char *bytes, size_t length);
/* The largest length, `length` or less, at which a longer string of valid UTF-8 can be cut between two characters. */
size_t bv_utf8_whole(const char *bytes, size_t length);
/* Whether no reader sees the character while it changes what is read: controls other than tab and line end, overrides and
 * isolates of the direction of writing, separators that only some programs break lines at, spaces without width, and values
 * that are no character. */
bool bv_hides(uint32_t code_point);

#endif
