/* A block with its findings beside it: what is wrong, what to do, and what the reviewer says of it. */
#include <string.h>

#include "base/messages.h"
#include "check/coverage.h"
#include "write/page.h"
#include "write/review.h"

const char *bv_review_kind(const bv_finding *finding) {
  return finding->suppressed ? MSG_REVIEW_EXCEPTION : bv_severity_dutch(finding->severity);
}

/* A sign for each kind, so that colour need not tell them apart. */
static const char *sign_of(const bv_finding *finding) {
  static const char *const signs[] = {"○", "▲", "■"};
  return finding->suppressed ? "–" : signs[finding->severity];
}

void bv_review_number(bv_review_page *page, size_t index) {
  const bv_finding *finding = &page->document->findings->items[index];
  bv_buf_printf(page->out,
                "<a class=\"number %s\" id=\"plek-%zu\" href=\"#b-%zu\"><span class=\"said\">" MSG_REVIEW_FINDING
                " </span>%zu</a>",
                bv_review_kind(finding), index + 1, index + 1, index + 1);
}

void bv_review_open_mark(bv_review_page *page, const size_t *findings, size_t count) {
  const bv_finding *all = page->document->findings->items, *worst = &all[findings[0]];
  for (size_t i = 1; i < count; i++) {
    const bv_finding *finding = &all[findings[i]];
    if (worst->suppressed || (!finding->suppressed && finding->severity > worst->severity))
      worst = finding;
  }
  bv_buf_printf(page->out, "<mark class=\"%s\" data-findings=\"", bv_review_kind(worst));
  for (size_t i = 0; i < count; i++)
    bv_buf_printf(page->out, "%s%zu", i ? " " : "", findings[i] + 1);
  bv_buf_puts(page->out, "\">");
}

static void add_name(bv_buf *out, const char *name) {
  bv_page_text(out, name);
  bv_buf_putc(out, ' ');
}

/* The persons that the claim is about, comes from or leans on, by id: what the filter looks at. */
static void write_persons(bv_review_page *page, const bv_finding *finding) {
  const bv_claim *claim = finding->claim ? xmlHashLookup(page->claims, BAD_CAST finding->claim) : NULL;
  bv_buf_puts(page->out, " data-persons=\"");
  for (size_t i = 0; claim && i < claim->about.count; i++)
    add_name(page->out, claim->about.items[i]->id);
  for (size_t i = 0; claim && i < claim->from.count; i++)
    add_name(page->out, claim->from.items[i]->id);
  for (size_t i = 0; claim && i < claim->sources.count; i++)
    if (claim->sources.items[i]->person)
      add_name(page->out, claim->sources.items[i]->person->id);
  bv_buf_putc(page->out, '"');
}

/* Where it is: the claim, else the line of the draft. */
static void write_place(bv_review_page *page, const bv_finding *finding) {
  if (finding->claim)
    bv_buf_printf(page->out, MSG_REVIEW_AT_CLAIM, finding->claim);
  else
    bv_buf_printf(page->out, MSG_REVIEW_AT_LINE,
                  (unsigned)bv_source_position(page->document->source, finding->range.start).line);
}

static void write_verdict(bv_buf *out, size_t number) {
  static const struct {
    const char *value, *text;
  } choices[] = {{"eens", MSG_REVIEW_AGREE}, {"niet-eens", MSG_REVIEW_DISAGREE}, {"", MSG_REVIEW_UNDECIDED}};
  bv_buf_puts(out, "<fieldset class=\"verdict\" hidden>\n<legend>" MSG_REVIEW_VERDICT "</legend>\n");
  for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
    bv_buf_printf(out, "<label><input type=\"radio\" name=\"oordeel-%zu\" value=\"%s\"%s> %s</label>\n", number,
                  choices[i].value, *choices[i].value ? "" : " checked", choices[i].text);
  bv_buf_printf(out,
                "<label class=\"remark\" for=\"opmerking-%zu\">" MSG_REVIEW_REMARK
                "</label>\n<textarea id=\"opmerking-%zu\" rows=\"2\"></textarea>\n</fieldset>\n",
                number, number);
}

static void write_line(bv_buf *out, const char *class, const char *title, const char *text) {
  if (!text)
    return;
  bv_buf_printf(out, "<p class=\"%s\">%s ", class, title);
  bv_page_text(out, text);
  bv_buf_puts(out, "</p>\n");
}

static void write_rule(bv_buf *out, const bv_finding *finding) {
  const char *name = bv_rule_info_of(finding->rule)->name;
  bv_buf_puts(out, "<p class=\"rule\">" MSG_REVIEW_RULE " <a href=\"#");
  for (const char *at = name; *at; at++)
    bv_buf_putc(out, *at == '/' ? '-' : *at);
  bv_buf_printf(out, "\">%s</a></p>\n", name);
  write_line(out, "norm", MSG_RULE_NORM, finding->norm);
}

static void write_finding(bv_review_page *page, size_t index) {
  const bv_finding *finding = &page->document->findings->items[index];
  bv_buf *out = page->out;
  const char *kind = bv_review_kind(finding);
  bv_buf_printf(out,
                "<details class=\"finding %s\" id=\"b-%zu\" open data-number=\"%zu\" data-kind=\"%s\" data-rule=\"%s\"",
                kind, index + 1, index + 1, kind, bv_rule_info_of(finding->rule)->name);
  bv_buf_printf(out, " data-part=\"%u\" data-fingerprint=\"", bv_part_number_at(page->document, finding->range.start));
  bv_page_text(out, finding->fingerprint);
  bv_buf_putc(out, '"');
  write_persons(page, finding);
  bv_buf_printf(out, ">\n<summary><span class=\"head\">%zu <span class=\"sign\" aria-hidden=\"true\">%s</span> %s",
                index + 1, sign_of(finding), kind);
  write_place(page, finding);
  bv_buf_puts(out, "<span class=\"status\"></span></span> ");
  bv_page_text(out, finding->message);
  bv_buf_puts(out, "</summary>\n");
  write_line(out, "suggestion", MSG_REVIEW_SUGGESTION, finding->suggestion);
  write_line(out, "reason", MSG_REVIEW_REASON, finding->suppressed ? finding->reason : NULL);
  write_rule(out, finding);
  bv_buf_printf(out, "<p class=\"back\"><a href=\"#plek-%zu\">" MSG_REVIEW_TO_PLACE "</a></p>\n", index + 1);
  if (!finding->suppressed)
    write_verdict(out, index + 1);
  bv_buf_puts(out, "</details>\n");
}

void bv_review_begin_block(bv_review_page *page) {
  bv_buf_puts(page->out, "<div class=\"block\">\n<div class=\"text\">");
}

void bv_review_end_block(bv_review_page *page, const bv_review_block *block) {
  bv_buf_puts(page->out, "</div>\n");
  if (block->count) {
    bv_buf_puts(page->out, "<div class=\"margin\">\n");
    for (size_t i = 0; i < block->count; i++)
      write_finding(page, block->first + i);
    bv_buf_puts(page->out, "</div>\n");
  }
  bv_buf_puts(page->out, "</div>\n");
}
