#include "write/findings.h"

#include <string.h>

static const bv_findings_format *const formats[] = {&bv_findings_text,  &bv_findings_json,  &bv_findings_jsonl,
                                                    &bv_findings_sarif, &bv_findings_junit, &bv_findings_errorformat,
                                                    &bv_findings_html};

const bv_findings_format *bv_findings_format_find(const char *name) {
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (strcmp(formats[i]->name, name) == 0)
      return formats[i];
  return NULL;
}

const char *bv_findings_format_names(void) { return "text, json, jsonl, sarif, junit, errorformat, html"; }
