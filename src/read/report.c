#include <stdarg.h>
#include <stdio.h>

#include "base/messages.h"
#include "read/reader.h"

enum { MOST_FINDINGS = 1000 };

bool bv_read_listed(const bv_reader *reader, bv_rule rule) { return reader->reported[rule] < MOST_FINDINGS; }

void bv_read_report(bv_reader *reader, bv_rule rule, bv_range range, const char *suggestion, const char *format, ...) {
  bv_findings *findings = reader->document->findings;
  if (++reader->reported[rule] > MOST_FINDINGS) {
    if (reader->reported[rule] == MOST_FINDINGS + 1)
      bv_findings_add(findings, rule, range, MSG_READ_MANY, MOST_FINDINGS);
    return;
  }
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  char *message = bv_alloc(reader->arena, (length < 0 ? 0 : (size_t)length) + 1);
  vsnprintf(message, (length < 0 ? 0 : (size_t)length) + 1, format, again);
  va_end(again);
  bv_findings_add(findings, rule, range, "%s", message)->suggestion = suggestion;
}
