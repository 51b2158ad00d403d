/* What stands between { and }, as pandoc reads it: `#id`, `.class`, `key=word`, `key="words"`. Where pandoc would give
 * up, this says what is wrong and keeps what can be understood. */
#ifndef BV_READ_ATTRIBUTES_H
#define BV_READ_ATTRIBUTES_H

#include "read/content.h"
#include "read/reader.h"

typedef struct bv_attributes_read {
  bv_attributes attributes;
  uint32_t end;        /* place behind the closing brace; when that is missing, behind the last that was understood */
  bool closed;
  const char *problem; /* the first thing that is wrong, a Dutch sentence in the arena; or NULL */
  const char *advice;  /* what to do about it, or NULL */
  bv_range where;      /* of the problem */
} bv_attributes_read;

/* Reads attributes at the place of an opening brace. Reports nothing but hidden characters in values. */
bv_attributes_read bv_read_attributes(bv_reader *reader, const bv_content *content, uint32_t start);
/* The same for attributes without braces, up to the end of the content. */
bv_attributes_read bv_read_bare_attributes(bv_reader *reader, const bv_content *content, uint32_t start);
/* Reports the problem, if there is one. */
void bv_report_attributes(bv_reader *reader, const bv_attributes_read *read);
/* Whether the brace at that place begins something that was meant as attributes. */
bool bv_likely_attributes(const bv_content *content, uint32_t start);

#endif
