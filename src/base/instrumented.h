/* Whether this build checks itself (AddressSanitizer) or counts (gcov) as it runs: it then does what the program never does. */
#ifndef BV_BASE_INSTRUMENTED_H
#define BV_BASE_INSTRUMENTED_H

#include "config.h"

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
#define BV_SANITIZED 1
#else
#define BV_SANITIZED 0
#endif

#if BV_SANITIZED || defined(BV_COVERAGE_FOLDER)
#define BV_INSTRUMENTED 1
#else
#define BV_INSTRUMENTED 0
#endif

#endif
