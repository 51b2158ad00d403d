/* Findings for people: a line each, and the source line with a caret under the place. */
#include <string.h>
#include <unicode/uchar.h>

#include "base/messages.h"
#include "base/utf8.h"
#include "check/counts.h"
#include "write/findings.h"
#include "write/names.h"

/* Of a long source line at most so many columns are shown, with so many before the caret. */
enum { SHOWN = 100, BEFORE = 40 };

/* Columns that the character takes on a terminal. */
static unsigned width_of(uint32_t c) {
  int type = u_charType((UChar32)c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
    return 0;
  int wide = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

static size_t next_character(const char *bytes, uint32_t at, uint32_t end, uint32_t *c) {
  size_t size = bv_utf8_decode(bytes + at, end - at, c);
  return size ? size : 1;
}

static void repeat(FILE *out, char byte, unsigned count) {
  for (unsigned i = 0; i < count; i++)
    fputc(byte, out);
}

/* Where to begin, so that the caret is in sight. */
static uint32_t window_start(const bv_source *source, bv_range line, uint32_t place) {
  uint32_t at = place;
  for (unsigned back = 0; at > line.start && back < BEFORE; back++)
    do
      at--;
    while (at > line.start && ((unsigned char)source->bytes[at] & 0xC0) == 0x80);
  return at;
}

/* The source line and, under it, carets from the place to its end on this line. */
static void show_place(FILE *out, const bv_source *source, bv_range range) {
  bv_range line = bv_source_line(source, bv_source_position(source, range.start).line);
  uint32_t start = window_start(source, line, range.start), at = start;
  unsigned column = 0, caret = 0, carets = 0;
  fputs(start > line.start ? "    …" : "    ", out);
  while (at < line.end && column < SHOWN) {
    uint32_t c = ' ';
    size_t size = next_character(source->bytes, at, line.end, &c);
    if (c == '\t')
      fputc(' ', out);
    else
      fwrite(source->bytes + at, 1, size, out);
    if (at < range.start)
      caret += width_of(c);
    else if (at < range.end)
      carets += width_of(c);
    column += width_of(c);
    at += (uint32_t)size;
  }
  fputs(at < line.end ? "…\n" : "\n", out);
  repeat(out, ' ', 4 + (start > line.start) + caret);
  repeat(out, '^', carets ? carets : 1);
  fputc('\n', out);
}

void bv_write_finding_text(FILE *out, const char *name, const bv_document *document, const bv_finding *finding) {
  const bv_source *source = document->source;
  const bv_rule_info *rule = bv_rule_info_of(finding->rule);
  bv_position place = bv_source_position(source, finding->range.start);
  fprintf(out, "%s:%u:%u: ", name, place.line, place.column);
  if (finding->suppressed)
    fprintf(out, MSG_TEXT_SUPPRESSED " ", bv_severity_dutch(finding->severity));
  else if (finding->known)
    fprintf(out, MSG_TEXT_KNOWN " ", bv_severity_dutch(finding->severity));
  else
    fprintf(out, "%s: ", bv_severity_dutch(finding->severity));
  fprintf(out, "%s [%s; %s]\n", finding->message, rule->name, finding->norm);
  show_place(out, source, finding->range);
  if (finding->suggestion)
    fprintf(out, "    " MSG_TEXT_SUGGESTION "\n", finding->suggestion);
  if (finding->reason)
    fprintf(out, "    " MSG_TEXT_REASON "\n", finding->reason);
}

static void write_number(FILE *out, size_t count, const char *one, const char *many) {
  fprintf(out, "%zu %s", count, count == 1 ? one : many);
}

static void write_summary(FILE *out, const char *name, const bv_counts *counts, const bv_since *since) {
  fprintf(out, "%s: ", name);
  write_number(out, counts->claims, MSG_CLAIM_ONE, MSG_CLAIM_MANY);
  fputs(": ", out);
  write_number(out, counts->errors, MSG_ERROR_ONE, MSG_ERROR_MANY);
  fputs(", ", out);
  write_number(out, counts->warnings, MSG_WARNING_ONE, MSG_WARNING_MANY);
  fputs(", ", out);
  write_number(out, counts->notes, MSG_NOTE_ONE, MSG_NOTE_MANY);
  if (counts->suppressed)
    fprintf(out, MSG_TEXT_SUPPRESSED_COUNT, counts->suppressed);
  if (since)
    fprintf(out, MSG_TEXT_SINCE, since->fresh, since->known, since->solved.count);
  fputc('\n', out);
}

/* Of a file that was not checked the program tells on standard error; the report has nothing to add. */
static void write_file(FILE *out, const bv_reported *file) {
  const bv_document *document = file->document;
  if (!document)
    return;
  const char *name = bv_name_as_line(document->arena, file->name);
  for (size_t i = 0; i < document->findings->count; i++)
    bv_write_finding_text(out, name, document, &document->findings->items[i]);
  bv_counts counts = bv_count(document);
  write_summary(out, name, &counts, file->since);
}

const bv_findings_format bv_findings_text = {.name = "text", .file = write_file};
