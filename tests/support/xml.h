/* XML drafts for tests. */
#ifndef BV_TESTS_XML_H
#define BV_TESTS_XML_H

#include <stdint.h>

#include "base/buf.h"
#include "model/model.h"

/* An XML draft with that content in <inhoud>, behind a front matter without faults; in the arena. */
const char *bv_xml_draft(bv_arena *arena, const char *content);
/* A draft by chance that is valid by the schema and made of what is hard to write in Markdown: marks in text,
 * emphasis on spaces, in words and side by side, line breaks anywhere, code of backticks, attributes with quotation
 * marks, lists of everything. The same seed gives the same draft. In the arena. */
const char *bv_nasty_draft(bv_arena *arena, uint32_t seed);

#endif
