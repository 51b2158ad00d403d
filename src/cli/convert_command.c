/* bronvast convert: a draft from one notation into the other. Nothing is lost: what was written is read again and
 * compared with what was meant before it goes anywhere. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/messages.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "cli/sandbox.h"
#include "read/read.h"
#include "write/draft.h"
#include "write/findings.h"
#include "write/output.h"

static const bv_option options[] = {
    {"to", 0, "md|xml", MSG_HELP_CONVERT_TO},
    {"output", 'o', "BESTAND", MSG_HELP_OUTPUT},
    BV_OPTION_TIME_LIMIT,
    BV_OPTION_NO_SANDBOX,
    {NULL, 0, NULL, NULL},
};

typedef struct notation {
  const char *option, *name;
  void (*write)(bv_buf *out, const bv_document *document);
} notation;

static const notation notations[] = {{"md", "Markdown", bv_write_draft_markdown}, {"xml", "XML", bv_write_draft_xml}};

static int compare_findings(const void *a, const void *b) {
  const bv_finding *left = a, *right = b;
  return left->rule != right->rule ? (left->rule < right->rule ? -1 : 1) : strcmp(left->message, right->message);
}

/* The findings in the order of their rules and messages. */
static bv_finding *sorted(bv_arena *arena, const bv_findings *findings) {
  bv_finding *items = bv_calloc(arena, findings->count, sizeof *items);
  if (findings->count) {
    memcpy(items, findings->items, findings->count * sizeof *items);
    qsort(items, findings->count, sizeof *items, compare_findings);
  }
  return items;
}

/* The findings of `before` that `after` has not. */
static bv_findings *lost(bv_arena *arena, const bv_findings *before, const bv_findings *after) {
  bv_findings *missing = bv_findings_new(arena);
  const bv_finding *left = sorted(arena, before), *right = sorted(arena, after);
  for (size_t i = 0, k = 0; i < before->count; i++) {
    while (k < after->count && compare_findings(&right[k], &left[i]) < 0)
      k++;
    if (k < after->count && compare_findings(&right[k], &left[i]) == 0)
      k++;
    else
      BV_PUSH(arena, missing, left[i]);
  }
  bv_findings_sort(missing);
  return missing;
}

/* Whether both are the same draft: the same tree and front matter, whatever the notation. */
static bool same_draft(const bv_document *a, const bv_document *b) {
  bv_arena *arena = bv_arena_new();
  bv_buf left = bv_buf_new(arena), right = bv_buf_new(arena);
  bv_write_draft_xml(&left, a);
  bv_write_draft_xml(&right, b);
  bool same = left.length == right.length && memcmp(left.bytes, right.bytes, left.length) == 0;
  bv_arena_free(arena);
  return same;
}

static void refuse(const bv_document *document, const notation *to) {
  fprintf(stderr, "%s: " MSG_CONVERT_IMPOSSIBLE "\n", document->source->name, to->name);
}

/* Whether what was written reads back as the draft it came from; else says why not. Findings that are gone are faults
 * in how the draft is written, which only its own notation can have. */
static int verify(const bv_document *document, const notation *to, const bv_buf *out) {
  int status = BV_EXIT_UNREADABLE;
  bv_read_result again = bv_read_bytes(document->source->name, bv_buf_string(out), out->length, NULL);
  if (!again.document) {
    refuse(document, to);
    free(again.error);
    return status;
  }
  const bv_findings *new = lost(document->arena, again.document->findings, document->findings);
  bv_findings *missing = lost(document->arena, document->findings, again.document->findings);
  if (missing->count) {
    bv_document shown = *document;
    shown.findings = missing;
    bv_findings_text.file(stderr, &(bv_reported){.name = shown.source->name, .document = &shown});
    fprintf(stderr, "%s: " MSG_CONVERT_FAULTS "\n", document->source->name, to->name);
    status = BV_EXIT_FINDINGS;
  } else if (new->count || !same_draft(document, again.document)) {
    refuse(document, to);
  } else {
    status = BV_EXIT_FINE;
  }
  bv_document_free(again.document);
  return status;
}

/* Whether a '#' stands between `*at` and what comes next; goes on behind that. */
static bool remark_before(const char *bytes, uint32_t *at, bv_range next) {
  bool remark = next.start > *at && memchr(bytes + *at, '#', next.start - *at) != NULL;
  if (next.end > *at)
    *at = next.end;
  return remark;
}

/* Whether there is a remark before or between the entries of YAML, from `*at` on. In keys and values '#' is text. */
static bool remarks_among(const char *bytes, const bv_yaml *entries, uint32_t *at) {
  for (const bv_yaml *entry = entries->first; entry; entry = entry->next)
    if ((entry->key && remark_before(bytes, at, entry->key_range)) ||
        (entry->kind == BV_YAML_SCALAR ? remark_before(bytes, at, entry->range) : remarks_among(bytes, entry, at)))
      return true;
  return false;
}

/* Whether the draft has remarks that are no part of it: "# …" in the front matter, or comments of XML. */
static bool has_remarks(const bv_document *document) {
  const char *bytes = document->source->bytes;
  bv_range front = document->front.fields.range;
  uint32_t at = front.start;
  if (bytes[strspn(bytes, " \t\r\n")] == '<')
    return strstr(bytes, "<!--") != NULL;
  return document->front.entries && (remarks_among(bytes, document->front.entries, &at) ||
                                     remark_before(bytes, &at, (bv_range){front.end, front.end}));
}

static int convert(const char *name, const notation *to, const char *path) {
  bv_read_result read = bv_read_file(name, NULL);
  if (!read.document) {
    fprintf(stderr, "%s: %s\n", name, read.error);
    free(read.error);
    return BV_EXIT_UNREADABLE;
  }
  bv_buf out = bv_buf_new(read.document->arena);
  to->write(&out, read.document);
  int status = verify(read.document, to, &out);
  if (status == BV_EXIT_FINE && !bv_output_write(path, bv_output_mode_of(name), bv_buf_string(&out), out.length)) {
    fprintf(stderr, "bronvast: " MSG_CANNOT_WRITE "\n", path, bv_errno_dutch(errno));
    status = BV_EXIT_TOOL;
  }
  if (status == BV_EXIT_FINE && has_remarks(read.document))
    fprintf(stderr, "%s: " MSG_CONVERT_REMARKS "\n", name);
  bv_document_free(read.document);
  return status;
}

static void enter_sandbox(bv_arena *arena, const bv_given *given, const char *draft, const char *output) {
  bv_sandbox sandbox = bv_sandbox_new(arena, bv_option_value(&bv_command_convert, given, "no-sandbox"));
  bv_sandbox_read(&sandbox, draft);
  bv_sandbox_write(&sandbox, output);
  bv_sandbox_enter(&sandbox);
}

static int run(int argc, char **argv) {
  bv_given given = bv_options_read(&bv_command_convert, argc, argv);
  if (given.done)
    return given.status;
  const char *option = bv_option_value(&bv_command_convert, &given, "to");
  const char *path = bv_option_value(&bv_command_convert, &given, "output");
  const notation *to = NULL;
  for (size_t i = 0; option && i < sizeof notations / sizeof *notations; i++)
    if (strcmp(option, notations[i].option) == 0)
      to = &notations[i];
  if (!option)
    return bv_wrong_use(&bv_command_convert, "%s", MSG_CONVERT_TO_MISSING);
  if (!to)
    return bv_wrong_use(&bv_command_convert, MSG_FORMAT_UNKNOWN, option, "md, xml");
  if (argc - given.first != 1)
    return bv_wrong_use(&bv_command_convert, "%s", MSG_ONE_FILE);
  const char *draft = argv[given.first];
  if (path && bv_path_overwrites(path, &draft, 1))
    return bv_wrong_use(&bv_command_convert, MSG_OUTPUT_IS_DRAFT, path);
  bv_arena *arena = bv_arena_new();
  enter_sandbox(arena, &given, draft, path);
  int status = convert(draft, to, path ? path : "-");
  bv_arena_free(arena);
  return status;
}

const bv_command bv_command_convert = {"convert", MSG_HELP_CONVERT_USAGE, MSG_HELP_CONVERT, options, run};
