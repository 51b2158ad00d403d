/* What of CommonMark's links must be known before cmark reads them: how far they reach, so that brackets and braces in an
 * address are not taken for spans. */
#ifndef BV_READ_LINK_H
#define BV_READ_LINK_H

#include <stdbool.h>
#include <stdint.h>

/* The place behind `(address "title")` that starts at `at`, right behind a closing bracket; 0: there is none. */
uint32_t bv_link_tail(const char *bytes, uint32_t length, uint32_t at);
/* The size of the address between < and >, with the latter, at a '<'; 0: no automatic link starts there. */
uint32_t bv_autolink_size(const char *bytes, uint32_t length);

/* Whether an address leads somewhere and does nothing: to a place in the draft, a page, an e-mail or telephone. */
bool bv_link_is_harmless(const char *url);

#endif
