/* Bytes of a file to bytes of a source: valid UTF-8 without characters that hide or reorder text. */
#ifndef BV_READ_BYTES_H
#define BV_READ_BYTES_H

#include <stdbool.h>

#include "read/reader.h"

/* Why bytes can be no draft whatever the notation (a Dutch sentence that lives forever), or NULL. */
const char *bv_bytes_refused(const char *bytes, size_t length);
/* A copy in the arena of the bytes, without a byte order mark at their start. Every byte that is no UTF-8, and every
 * control or bidirectional-override character, is U+FFFD instead and reported; so columns stay those of the file. */
const char *bv_clean_bytes(bv_reader *reader, const char *bytes, size_t length, size_t *clean_length);
/* The same for a string that came out of escapes or entities, whose place is `range`: the string itself when it is
 * clean. */
const char *bv_clean_string(bv_reader *reader, const char *string, bv_range range);

#endif
