/* Internal to checking: whether all sides are heard as sources (bron/eenzijdig). */
#ifndef BV_CHECK_BALANCE_H
#define BV_CHECK_BALANCE_H

#include "check/check.h"

/* Reports a person spoken about and not heard, informants who are all professionals, and a parent who is source of far
 * more claims about the other than the reverse (IGJ 3.2.2). */
bv_check_function bv_check_balance;

#endif
