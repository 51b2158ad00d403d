/* Internal to checking: what was taken over from an earlier report (bron/overgenomen). */
#ifndef BV_CHECK_COPIED_H
#define BV_CHECK_COPIED_H

#include "check/check.h"

/* Reports claims taken over from an earlier report without their original source (IGJ 5.2, 5.3, 8.2). */
bv_check_function bv_check_copied;

#endif
