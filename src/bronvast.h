/* bronvast: checks reports in Dutch child protection and renders them for court and parents.
 *
 * The public interface of the library. A document owns everything that is reached through it; bv_document_free frees it
 * all. Strings are UTF-8. Nothing here prints, reads the clock, the locale or the network. */
#ifndef BRONVAST_H
#define BRONVAST_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define BV_API __attribute__((visibility("default")))

/* The version of the library, "0.1.0". */
BV_API const char *bv_version(void);

#ifdef __cplusplus
}
#endif

#endif
