/* Findings for editors and review tools, a line each, as compilers write them: FILE:LINE:COLUMN: SEVERITY: MESSAGE
 * [RULE; NORM]. The column is a byte of the line, as %c of Vim's errorformat and reviewdog count; exceptions are left out,
 * because such a line cannot say that it is one. */
#include "base/messages.h"
#include "write/findings.h"
#include "write/names.h"

static unsigned byte_column(const bv_source *source, uint32_t offset, uint32_t line) {
  return offset - bv_source_line(source, line).start + 1;
}

static void write_finding(FILE *out, const char *name, const bv_source *source, const bv_finding *finding) {
  uint32_t line = bv_source_position(source, finding->range.start).line;
  fprintf(out, "%s:%u:%u: %s: ", name, line, byte_column(source, finding->range.start, line),
          bv_severity_english(finding->severity));
  if (finding->known)
    fputs(MSG_KNOWN ": ", out);
  fprintf(out, "%s [%s; %s]\n", finding->message, bv_rule_info_of(finding->rule)->name, finding->norm);
}

static void write_file(FILE *out, const bv_reported *file) {
  bv_arena *scratch = bv_arena_new();
  const char *name = bv_name_as_line(scratch, file->name);
  if (!file->document)
    fprintf(out, "%s:1:1: error: %s\n", name, file->error);
  for (size_t i = 0; file->document && i < file->document->findings->count; i++)
    if (!file->document->findings->items[i].suppressed)
      write_finding(out, name, file->document->source, &file->document->findings->items[i]);
  bv_arena_free(scratch);
}

const bv_findings_format bv_findings_errorformat = {.name = "errorformat", .file = write_file};
