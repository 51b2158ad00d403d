/* Every sentence the program says, in Dutch, in this file and the folder beside it: another language is another such
 * set. printf formats, checked by the compiler at each use. Grouped by who says them. */
#ifndef BV_BASE_MESSAGES_H
#define BV_BASE_MESSAGES_H

#include "base/messages/reading.h"
#include "base/messages/rules.h"
#include "base/messages/versions.h"
#include "base/messages/review.h"
#include "base/messages/commands.h"

#endif
