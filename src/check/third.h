/* Internal to checking: children who are no subject of the measure (privacy/derde). */
#ifndef BV_CHECK_THIRD_H
#define BV_CHECK_THIRD_H

#include "check/check.h"

/* Reports a child outside this measure that is named with particulars, in the text or in the front matter (KK 4.2.4).
 */
bv_check_function bv_check_third;

#endif
