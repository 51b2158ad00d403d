#include "bronvast.h"
#include "config.h"

const char *bv_version(void) { return PACKAGE_VERSION; }
