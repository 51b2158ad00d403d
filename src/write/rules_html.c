/* Rules as one HTML page: Markdown for the text (cmark), a plain page around it. */
#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "check/norms.h"
#include "write/page.h"
#include "write/rules.h"

/* "label/ontbreekt" as a name to link to. */
static void anchor(bv_buf *out, const char *name) {
  for (; *name; name++)
    bv_buf_putc(out, *name == '/' ? '-' : *name);
}

static void markdown(bv_buf *out, const char *text) {
  char *html = cmark_markdown_to_html(text, strlen(text), CMARK_OPT_DEFAULT);
  bv_buf_puts(out, html);
  free(html);
}

static void example(bv_buf *out, const char *title, const char *snippet) {
  if (!snippet)
    return;
  bv_buf_printf(out, "<h4>%s</h4>\n<pre><code>", title);
  bv_page_text(out, snippet);
  bv_buf_puts(out, "</code></pre>\n");
}

void bv_write_rule_section(bv_buf *out, const bv_explanations *all, bv_rule rule) {
  const bv_rule_info *info = bv_rule_info_of(rule);
  const bv_explanation *explanation = bv_explanation_of(all, rule);
  bv_buf_puts(out, "<section id=\"");
  anchor(out, info->name);
  bv_buf_printf(out, "\">\n<h3>%s</h3>\n<p class=\"kop\"><strong>%s</strong>: ", info->name,
                bv_severity_dutch(info->severity));
  bv_page_text(out, info->summary);
  bv_buf_puts(out, ". <span class=\"norm\">" MSG_RULE_NORM " ");
  bv_page_text(out, info->norm);
  bv_buf_puts(out, "</span></p>\n");
  if (explanation) {
    markdown(out, explanation->text);
    example(out, MSG_RULE_WRONG, explanation->wrong);
    example(out, MSG_RULE_RIGHT, explanation->right);
  }
  bv_buf_puts(out, "</section>\n");
}

static void rule_link(bv_buf *out, bv_rule rule) {
  const char *name = bv_rule_info_of(rule)->name;
  bv_buf_puts(out, "<a href=\"#");
  anchor(out, name);
  bv_buf_printf(out, "\">%s</a>", name);
}

static void norm_row(bv_buf *out, const bv_norm *norm) {
  bv_buf_puts(out, "<tr><th scope=\"row\">");
  bv_page_text(out, norm->name);
  bv_buf_puts(out, "</th><td>");
  bv_page_text(out, norm->about);
  bv_buf_puts(out, "</td><td>");
  for (size_t i = 0; i < norm->rules.count; i++) {
    bv_buf_puts(out, i ? ", " : "");
    rule_link(out, norm->rules.items[i]);
  }
  bv_buf_puts(out, "</td><td>");
  bv_page_text(out, norm->why_not);
  bv_buf_puts(out, "</td></tr>\n");
}

static void norm_table(bv_buf *out) {
  bv_norms norms = bv_norms_all(out->arena);
  bv_buf_puts(out, "<h2 id=\"normen\">" MSG_NORMS_TITLE "</h2>\n<table>\n<thead><tr><th scope=\"col\">" MSG_NORM_NAME
                   "</th><th scope=\"col\">" MSG_NORM_ASKS "</th><th scope=\"col\">" MSG_NORM_RULES
                   "</th><th scope=\"col\">" MSG_NORM_PEOPLE "</th></tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < norms.count; i++)
    norm_row(out, &norms.items[i]);
  bv_buf_puts(out, "</tbody>\n</table>\n");
}

void bv_write_rules_html(bv_buf *out) {
  bv_explanations all = bv_explanations_all(out->arena);
  bv_page_begin(out, MSG_RULES_TITLE, "regels.css");
  bv_buf_puts(out, "<main>\n<h1>" MSG_RULES_TITLE "</h1>\n<p>" MSG_RULES_INTRODUCTION "</p>\n");
  for (int rule = 0; rule < BV_RULE_COUNT; rule++)
    bv_write_rule_section(out, &all, (bv_rule)rule);
  norm_table(out);
  bv_buf_puts(out, "</main>\n");
  bv_page_end(out, NULL);
}
