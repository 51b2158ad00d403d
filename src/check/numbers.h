/* Internal to checking: personal numbers and ways to reach somebody, found in text without a language engine. */
#ifndef BV_CHECK_NUMBERS_H
#define BV_CHECK_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of a text. */
typedef struct bv_match {
  size_t start, end;
} bv_match;

/* Whether there is a digit at all. */
bool bv_has_digit(const char *text, size_t length);

/* Each of these looks for the next one from `from` on and tells whether there is one. */

/* A citizen service number: nine digits that pass the eleven-test, together or in groups with spaces or full stops. */
bool bv_find_bsn(const char *text, size_t length, size_t from, bv_match *found);
/* An e-mail address of a person; "info@…" and the like reach an office. */
bool bv_find_email(const char *text, size_t length, size_t from, bv_match *found);
/* A Dutch telephone number, or one that begins with '+'; numbers of services (0800, 0900, 088, …) are none.
 * `text[length]` is NUL. */
bool bv_find_telephone(const char *text, size_t length, size_t from, bv_match *found);
/* A street with a house number, or a postcode. */
bool bv_find_address(const char *text, size_t length, size_t from, bv_match *found);

#endif
