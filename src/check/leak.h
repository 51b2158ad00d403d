/* Internal to checking: withheld text that stands elsewhere (privacy/lek). */
#ifndef BV_CHECK_LEAK_H
#define BV_CHECK_LEAK_H

#include "check/check.h"

/* Reports text that a reader gets and that holds distinctive words of what is withheld from that reader: five words in
 * a row, a name, a date of birth, an address. */
bv_check_function bv_check_leaks;

#endif
