/* Internal to src/read: what the steps of reading share.
 *
 * Bytes come in (bytes.h), front matter is cut off (front.h), the body becomes blocks (blocks.h, tree.h), and the text of
 * each leaf gets its spans and marks (scan.h, inlines.h). What a step finds wrong it reports here and reads on. */
#ifndef BV_READ_READER_H
#define BV_READ_READER_H

#include "model/model.h"
#include "read/read.h"

typedef struct bv_reader {
  bv_document *document;
  bv_arena *arena;   /* the document's */
  bv_arena *scratch; /* ends with the reading */
  const bv_kind_set *kinds; /* or NULL */
  const bv_kind *kind;      /* of the draft; NULL: none of these */
  unsigned reported[BV_RULE_COUNT];
  const char *refusal;      /* why it is too large to be a draft, found under way; or NULL */
} bv_reader;

/* Adds a finding to the document. `suggestion` may be NULL; it must live in the arena or forever. After a thousand
 * findings of a rule one more says that the rest is not listed: a file that is no draft at all stays quick to read. */
void bv_read_report(bv_reader *reader, bv_rule rule, bv_range range, const char *suggestion, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Whether another finding of the rule would be listed; else its suggestion need not be looked for. */
bool bv_read_listed(const bv_reader *reader, bv_rule rule);

/* As bv_read_bytes, without bv_model_resolve. */
bv_read_result bv_read_unresolved(const char *name, const char *bytes, size_t length, const bv_kind_set *kinds);
/* Reads document->source as Markdown: fills front and root. False: there is no front matter, so it is no draft. */
bool bv_read_markdown(bv_reader *reader);
/* Reads document->source as XML, likewise; `bytes` are those of the file, before they were cleaned. NULL, or why they are no
 * draft: one Dutch sentence in the scratch arena. */
const char *bv_read_xml(bv_reader *reader, const char *bytes, size_t length);
/* Whatever the notation: reports classes, keys and values of attributes that the format does not know. */
void bv_check_words(bv_reader *reader);

#endif
