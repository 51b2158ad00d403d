/* Rules as text, 78 columns wide. */
#include <string.h>

#include "base/messages.h"
#include "base/utf8.h"
#include "check/explain.h"
#include "check/norms.h"
#include "write/rules.h"

enum { WIDTH = 78, INDENT = 4 };

static void indent(bv_buf *out, size_t columns) {
  for (size_t i = 0; i < columns; i++)
    bv_buf_putc(out, ' ');
}

/* Paragraphs (separated by blank lines) as wrapped lines behind `columns` spaces. */
static void wrap(bv_buf *out, const char *text, size_t columns) {
  size_t used = 0;
  while (*text) {
    size_t length = strcspn(text, " \n"), width = bv_utf8_count(text, length);
    if (used && used + 1 + width > WIDTH) {
      bv_buf_putc(out, '\n');
      used = 0;
    }
    if (length) {
      if (used)
        bv_buf_putc(out, ' ');
      else
        indent(out, columns);
      used = (used ? used + 1 : columns) + width;
      bv_buf_add(out, text, length);
    }
    text += length;
    if (text[0] == '\n' && text[1] == '\n') {
      bv_buf_puts(out, "\n\n");
      used = 0;
    }
    text += strspn(text, " \n");
  }
  bv_buf_putc(out, '\n');
}

/* A column of a table: the text, filled up with spaces. */
static void pad(bv_buf *out, const char *text, size_t columns) {
  size_t width = bv_utf8_count(text, strlen(text));
  bv_buf_puts(out, text);
  indent(out, width < columns ? columns - width : 1);
}

void bv_write_rule_list(bv_buf *out) {
  for (int rule = 0; rule < BV_RULE_COUNT; rule++) {
    const bv_rule_info *info = bv_rule_info_of((bv_rule)rule);
    pad(out, info->name, 36);
    pad(out, bv_severity_dutch(info->severity), 14);
    bv_buf_printf(out, "%s\n", info->summary);
  }
}

/* A snippet, each line indented. */
static void example(bv_buf *out, const char *title, const char *snippet) {
  if (!snippet)
    return;
  bv_buf_printf(out, "\n%s\n\n", title);
  while (*snippet) {
    size_t length = strcspn(snippet, "\n");
    if (length)
      indent(out, INDENT);
    bv_buf_add(out, snippet, length);
    bv_buf_putc(out, '\n');
    snippet += length + (snippet[length] == '\n');
  }
}

void bv_write_rule(bv_buf *out, bv_rule rule) {
  const bv_rule_info *info = bv_rule_info_of(rule);
  bv_explanations all = bv_explanations_all(out->arena);
  const bv_explanation *explanation = bv_explanation_of(&all, rule);
  bv_buf_printf(out, "%s (%s): %s\n", info->name, bv_severity_dutch(info->severity), info->summary);
  bv_buf_printf(out, MSG_RULE_NORM " %s\n", info->norm);
  if (!explanation)
    return;
  bv_buf_putc(out, '\n');
  wrap(out, explanation->text, 0);
  example(out, MSG_RULE_WRONG, explanation->wrong);
  example(out, MSG_RULE_RIGHT, explanation->right);
}

void bv_write_norms(bv_buf *out) {
  bv_norms norms = bv_norms_all(out->arena);
  for (size_t i = 0; i < norms.count; i++) {
    const bv_norm *norm = &norms.items[i];
    bv_buf_printf(out, "%s\n", norm->name);
    if (norm->about)
      wrap(out, norm->about, INDENT);
    for (size_t r = 0; r < norm->rules.count; r++)
      bv_buf_printf(out, "      %s\n", bv_rule_info_of(norm->rules.items[r])->name);
    if (norm->why_not) {
      bv_buf_puts(out, "    " MSG_NORM_UNCHECKED "\n");
      wrap(out, norm->why_not, INDENT + 2);
    }
  }
}
