/* The rules on what the author wrote for the parents. */
#include "check/plain.h"

static void check_plain(bv_check *check) {
  bv_plain_passages passages = bv_plain_passages_of(check->document);
  bv_check_fidelity(check, &passages);
}

bv_check_function *const bv_checks_plain[] = {check_plain, NULL};
