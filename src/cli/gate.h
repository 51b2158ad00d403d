/* What keeps a version from being made: errors for the court, and what could give away what is withheld for others. */
#ifndef BV_CLI_GATE_H
#define BV_CLI_GATE_H

#include "model/model.h"
#include "publish/publish.h"

/* Whether the version may be made; else, after a message on standard error, not. `file` is how the draft is named. */
bool bv_may_publish(const char *file, const bv_document *document, const bv_publish_options *options);

#endif
