#include <stdarg.h>
#include <string.h>

#include "base/limits.h"
#include "base/messages.h"
#include "read/reader.h"

/* A value that is quoted in a message may have line ends; a message has none. */
static const char *one_line(bv_arena *arena, const char *message) {
  if (!strpbrk(message, "\n\t"))
    return message;
  char *line = bv_strdup(arena, message);
  for (char *at = line; (at = strpbrk(at, "\n\t"));)
    *at = ' ';
  return line;
}

bool bv_read_listed(const bv_reader *reader, bv_rule rule) { return reader->reported[rule] < BV_MOST_OF_MARKUP; }

void bv_read_report(bv_reader *reader, bv_rule rule, bv_range range, const char *suggestion, const char *format, ...) {
  bv_findings *findings = reader->document->findings;
  if (++reader->reported[rule] > BV_MOST_OF_MARKUP) {
    if (reader->reported[rule] == BV_MOST_OF_MARKUP + 1)
      bv_findings_add(findings, rule, range, MSG_READ_MANY, BV_MOST_OF_MARKUP);
    return;
  }
  va_list arguments;
  va_start(arguments, format);
  bv_finding *finding = bv_findings_vadd(findings, rule, range, format, arguments);
  va_end(arguments);
  finding->message = one_line(reader->arena, finding->message);
  finding->suggestion = suggestion;
}
