/* The text of a leaf (paragraph, heading, verbatim block): plain UTF-8 with marks beside it.
 *
 * Line ends inside a paragraph are one space; a hard line break is '\n'. Everything that reads Dutch works on `bytes`; a
 * mark (emphasis, link, span) never interrupts it. Offsets into a text are bytes of the text, not of the source. */
#ifndef BV_MODEL_TEXT_H
#define BV_MODEL_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "base/source.h"

typedef struct bv_node bv_node;

typedef enum bv_style { BV_STYLE_EMPHASIS = 1, BV_STYLE_STRONG = 2, BV_STYLE_CODE = 4 } bv_style;

/* A stretch of text with one style, one link and one innermost span. Runs are contiguous and cover the text. */
typedef struct bv_run {
  uint32_t start, end;
  unsigned style;      /* bv_style, or-ed */
  const char *href;    /* target of the link it lies in, or NULL */
  const bv_node *span; /* innermost span it lies in, or NULL */
} bv_run;

/* From `text_start` on, text bytes and source bytes run one to one. Where they do not (an entity, an escape, a line
 * end), a segment holds one character. Segments are sorted; the last ends at the end of the text. */
typedef struct bv_segment {
  uint32_t text_start;
  uint32_t source_start, source_end;
} bv_segment;

typedef struct bv_text {
  const char *bytes; /* NUL behind the last */
  size_t length;
  bv_run *runs;
  size_t run_count;
  bv_segment *segments;
  size_t segment_count;
} bv_text;

/* The place in the source of a stretch of the text (start < end: from the first byte of the first character to behind the
 * last byte of the last). */
bv_range bv_text_source_range(const bv_text *text, uint32_t start, uint32_t end);
/* The other way round: the stretch of the text that stands in a place of the source; empty (start == end) when that holds
 * only marks and attributes. */
bv_range bv_text_range_at(const bv_text *text, bv_range source);

#endif
