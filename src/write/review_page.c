/* The review page: one draft with its findings in the margin, to be filtered, walked through and marked in a browser.
 * It says all of that without a script too; templates/beoordeling.js adds filter, keys and the file with what the
 * reviewer found (src/read/review.h). */
#include <stdlib.h>
#include <string.h>

#include "base/messages.h"
#include "check/counts.h"
#include "check/coverage.h"
#include "write/findings.h"
#include "write/names.h"
#include "write/page.h"
#include "write/review.h"
#include "write/rules.h"

static void write_number(bv_buf *out, size_t count, const char *one, const char *many) {
  bv_buf_printf(out, "%zu %s", count, count == 1 ? one : many);
}

/* ---- Head ---- */

static void write_head(bv_review_page *page, const bv_reported *file) {
  const bv_document *document = page->document;
  const bv_front *front = &document->front;
  bv_counts counts = bv_count(document);
  bv_buf *out = page->out;
  bv_buf_puts(out, "<header>\n<h1>" MSG_REVIEW_TITLE "</h1>\n<p class=\"draft\">");
  const char *const facts[] = {bv_name_as_text(out->arena, file->name), front->kind, front->reference,
                               front->author_name, front->date.year ? bv_date_dutch(out->arena, front->date) : NULL};
  for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
    bv_buf_puts(out, i && facts[i] ? " · " : "");
    bv_page_text(out, facts[i]);
  }
  bv_buf_puts(out, "</p>\n<p class=\"counts\">");
  write_number(out, counts.claims, MSG_CLAIM_ONE, MSG_CLAIM_MANY);
  bv_buf_puts(out, ": ");
  write_number(out, counts.errors, MSG_ERROR_ONE, MSG_ERROR_MANY);
  bv_buf_puts(out, ", ");
  write_number(out, counts.warnings, MSG_WARNING_ONE, MSG_WARNING_MANY);
  bv_buf_puts(out, ", ");
  write_number(out, counts.notes, MSG_NOTE_ONE, MSG_NOTE_MANY);
  bv_buf_puts(out, ", ");
  write_number(out, counts.suppressed, MSG_REVIEW_EXCEPTION, MSG_REVIEW_EXCEPTION_MANY);
  bv_buf_printf(out, "</p>\n<p class=\"hash\">SHA-256 %s</p>\n", document->source->sha256);
  bv_buf_puts(out, "<nav aria-label=\"" MSG_REVIEW_CONTENTS "\"><a href=\"#dekking\">" MSG_REVIEW_COVERAGE "</a> "
                   "<a href=\"#lijst\">" MSG_REVIEW_LIST "</a> <a href=\"#tekst\">" MSG_REVIEW_TEXT "</a> "
                   "<a href=\"#regels\">" MSG_REVIEW_RULES "</a></nav>\n</header>\n");
}

/* ---- Filter ---- */

static void begin_select(bv_buf *out, const char *name, const char *title, const char *all) {
  bv_buf_printf(out, "<label>%s <select data-filter=\"%s\"><option value=\"\">%s</option>", title, name, all);
}

static void write_option(bv_buf *out, const char *value, const char *text) {
  bv_buf_puts(out, "<option value=\"");
  bv_page_text(out, value);
  bv_buf_puts(out, "\">");
  bv_page_text(out, text);
  bv_buf_puts(out, "</option>");
}

static void write_kinds(bv_review_page *page) {
  static const char *const names[] = {"fout", "waarschuwing", "advies", MSG_REVIEW_EXCEPTION};
  const bv_findings *findings = page->document->findings;
  bv_buf_puts(page->out, "<fieldset><legend>" MSG_REVIEW_SEVERITY "</legend>");
  for (size_t kind = 0; kind < sizeof names / sizeof *names; kind++) {
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
      count += strcmp(bv_review_kind(&findings->items[i]), names[kind]) == 0;
    bv_buf_printf(page->out, "<label><input type=\"checkbox\" data-kind=\"%s\" checked> %s (%zu)</label>", names[kind],
                  names[kind], count);
  }
  bv_buf_puts(page->out, "</fieldset>\n");
}

static void write_rule_options(bv_review_page *page, const size_t *rules) {
  begin_select(page->out, "rule", MSG_REVIEW_RULE, MSG_REVIEW_ALL);
  for (int rule = 0; rule < BV_RULE_COUNT; rule++) {
    const char *name = bv_rule_info_of((bv_rule)rule)->name;
    if (rules[rule])
      write_option(page->out, name, bv_sprintf(page->out->arena, "%s (%zu)", name, rules[rule]));
  }
  bv_buf_puts(page->out, "</select></label>\n");
}

static void write_part_options(bv_review_page *page) {
  begin_select(page->out, "part", MSG_REVIEW_PART, MSG_REVIEW_ALL);
  write_option(page->out, "0", MSG_REVIEW_PART_FRONT);
  for (size_t i = 1; i < page->document->parts.count; i++) {
    const bv_part *part = &page->document->parts.items[i];
    write_option(page->out, bv_sprintf(page->out->arena, "%u", part->number),
                 bv_sprintf(page->out->arena, "%u. %s", part->number, part->title));
  }
  bv_buf_puts(page->out, "</select></label>\n");
}

static void write_person_options(bv_review_page *page) {
  begin_select(page->out, "persons", MSG_REVIEW_PERSON, MSG_REVIEW_ALL);
  for (size_t i = 0; i < page->document->front.persons.count; i++) {
    const bv_person *person = &page->document->front.persons.items[i];
    if (person->id)
      write_option(page->out, person->id, person->name);
  }
  bv_buf_puts(page->out, "</select></label>\n");
}

static void write_verdict_options(bv_buf *out) {
  begin_select(out, "verdict", MSG_REVIEW_VERDICT, MSG_REVIEW_ALL);
  write_option(out, "geen", MSG_REVIEW_UNDECIDED);
  write_option(out, "eens", MSG_REVIEW_AGREED);
  write_option(out, "niet-eens", MSG_REVIEW_DISAGREED);
  bv_buf_puts(out, "</select></label>\n");
}

/* What only works with the script, which shows it. */
static void write_tools(bv_review_page *page, const size_t *rules) {
  bv_buf *out = page->out;
  bv_buf_puts(out, "<form class=\"tools\" id=\"hulp\" hidden aria-label=\"" MSG_REVIEW_FILTER
                   "\" data-shown=\"" MSG_REVIEW_SHOWN "\" data-filtered=\"" MSG_REVIEW_FILTERED
                   "\" data-at=\"" MSG_REVIEW_AT "\" data-none=\"" MSG_REVIEW_NONE "\">\n");
  write_kinds(page);
  write_rule_options(page, rules);
  write_part_options(page);
  write_person_options(page);
  write_verdict_options(out);
  bv_buf_puts(out,
              "<div class=\"steps\"><button type=\"button\" id=\"vorige\">" MSG_REVIEW_PREVIOUS "</button>\n"
              "<button type=\"button\" id=\"volgende\">" MSG_REVIEW_NEXT "</button>\n"
              "<button type=\"button\" id=\"alles\">" MSG_REVIEW_SHOW_ALL "</button></div>\n"
              "<p class=\"state\"><output id=\"stand\"></output> <output id=\"plaats\"></output></p>\n"
              "<details class=\"keys\"><summary>" MSG_REVIEW_KEYS "</summary>\n" MSG_REVIEW_KEYS_TEXT
              "\n<label><input type=\"checkbox\" id=\"toetsen\" checked> " MSG_REVIEW_KEYS_ON "</label></details>\n"
              "</form>\n");
}

/* ---- Coverage ---- */

static void write_share(bv_buf *out, size_t part, size_t whole) {
  if (!whole)
    bv_buf_puts(out, "<td>–</td>");
  else
    bv_buf_printf(out, "<td%s>" MSG_REVIEW_OF "</td>", part < whole ? " class=\"short\"" : "", part, whole);
}

static void write_coverage_row(bv_buf *out, const bv_part *part, const bv_coverage *c) {
  size_t labelled = c->sentences > c->unlabelled ? c->sentences - c->unlabelled : 0;
  bv_buf_puts(out, "<tr><th scope=\"row\">");
  if (part->section) {
    bv_buf_printf(out, "<a href=\"#deel-%u\">%u. ", part->number, part->number);
    bv_page_text(out, part->title);
    bv_buf_puts(out, "</a></th>");
  } else {
    bv_buf_puts(out, MSG_REVIEW_PART_FRONT "</th>");
  }
  write_share(out, labelled, c->sentences);
  bv_buf_printf(out, "<td>%zu</td><td>%zu</td><td>%zu</td>", c->facts, c->opinions, c->hearsay);
  write_share(out, c->with_source, c->claims);
  write_share(out, c->with_date, c->claims);
  write_share(out, c->traced, c->diagnoses);
  bv_buf_printf(out, "<td>%zu</td><td>%zu</td><td>%zu</td><td>%zu</td></tr>\n", c->findings[BV_FOUT],
                c->findings[BV_WAARSCHUWING], c->findings[BV_ADVIES], c->suppressed);
}

static void write_coverage(bv_review_page *page) {
  static const char *const heads[] = {MSG_REVIEW_PART,      MSG_REVIEW_LABELLED, MSG_REVIEW_FACTS,
                                      MSG_REVIEW_OPINIONS,  MSG_REVIEW_HEARSAY,  MSG_REVIEW_WITH_SOURCE,
                                      MSG_REVIEW_WITH_DATE, MSG_REVIEW_TRACED,   MSG_ERROR_MANY,
                                      MSG_WARNING_MANY,     MSG_NOTE_MANY,       MSG_REVIEW_EXCEPTION_MANY};
  const bv_document *document = page->document;
  bv_buf *out = page->out;
  const bv_coverage *parts = bv_coverage_of(out->arena, document);
  bv_buf_puts(out, "<section>\n<h2 id=\"dekking\">" MSG_REVIEW_COVERAGE "</h2>\n<p>" MSG_REVIEW_COVERAGE_TEXT
                   "</p>\n<div class=\"table\" tabindex=\"0\" role=\"region\" aria-labelledby=\"dekking\">"
                   "<table>\n<thead><tr>");
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    bv_buf_printf(out, "<th scope=\"col\">%s</th>", heads[i]);
  bv_buf_puts(out, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < document->parts.count; i++)
    write_coverage_row(out, &document->parts.items[i], &parts[i]);
  bv_buf_puts(out, "</tbody>\n</table></div>\n</section>\n");
}

/* ---- The list ---- */

/* For the script, which shows it: in which groups the list stands. */
static void write_grouping(bv_buf *out) {
  static const struct {
    const char *key, *name;
  } keys[] = {{"", MSG_REVIEW_BY_PLACE},
              {"kind", MSG_REVIEW_BY_SEVERITY},
              {"rule", MSG_REVIEW_BY_RULE},
              {"part", MSG_REVIEW_BY_PART},
              {"persons", MSG_REVIEW_BY_PERSON}};
  bv_buf_puts(out, "<p class=\"grouping\" hidden><label>" MSG_REVIEW_GROUPING
                   " <select id=\"groepering\" data-nobody=\"" MSG_REVIEW_NOBODY "\">");
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    write_option(out, keys[i].key, keys[i].name);
  bv_buf_puts(out, "</select></label></p>\n");
}

static void write_list(bv_review_page *page) {
  const bv_findings *findings = page->document->findings;
  bv_buf *out = page->out;
  bv_buf_puts(out, "<section aria-labelledby=\"lijst\">\n<h2 id=\"lijst\">" MSG_REVIEW_LIST "</h2>\n");
  if (!findings->count) {
    bv_buf_puts(out, "<p>" MSG_REVIEW_LIST_EMPTY "</p>\n</section>\n");
    return;
  }
  bv_buf_puts(out, "<details class=\"list\" open><summary>" MSG_REVIEW_LIST_OPEN "</summary>\n");
  write_grouping(out);
  bv_buf_puts(out, "<ol>\n");
  for (size_t i = 0; i < findings->count; i++) {
    const bv_finding *finding = &findings->items[i];
    bv_buf_printf(out, "<li value=\"%zu\" data-of=\"%zu\"><span class=\"kind\">%s</span> <a href=\"#b-%zu\">", i + 1,
                  i + 1, bv_review_kind(finding), i + 1);
    bv_page_text(out, finding->message);
    bv_buf_printf(out, "</a> <span class=\"rule\">%s%s%s</span></li>\n", bv_rule_info_of(finding->rule)->name,
                  finding->claim ? ", " : "", finding->claim ? finding->claim : "");
  }
  bv_buf_puts(out, "</ol>\n</details>\n</section>\n");
}

/* ---- Rules and saving ---- */

static void write_rules(bv_buf *out, const size_t *rules) {
  bv_explanations all = bv_explanations_all(out->arena);
  bv_buf_puts(out,
              "<section class=\"rules\" aria-labelledby=\"regels\">\n<h2 id=\"regels\">" MSG_REVIEW_RULES "</h2>\n");
  for (int rule = 0; rule < BV_RULE_COUNT; rule++)
    if (rules[rule])
      bv_write_rule_section(out, &all, (bv_rule)rule);
  bv_buf_puts(out, "</section>\n");
}

static void write_saving(bv_review_page *page) {
  bv_buf *out = page->out;
  bv_buf_printf(out,
                "<form class=\"saving\" id=\"bewaren\" hidden aria-label=\"%s\" data-draft=\"%s\" data-reference=\"",
                MSG_REVIEW_SAVING, page->document->source->sha256);
  bv_page_text(out, page->document->front.reference);
  bv_buf_puts(out, "\" data-done=\"" MSG_REVIEW_DONE "\" data-reason=\"" MSG_REVIEW_REASON_MISSING
                   "\" data-name=\"" MSG_REVIEW_NAME_MISSING "\" data-other=\"" MSG_REVIEW_OTHER_DRAFT
                   "\" data-wrong=\"" MSG_REVIEW_WRONG_FILE "\" data-agreed=\"" MSG_REVIEW_AGREED
                   "\" data-disagreed=\"" MSG_REVIEW_DISAGREED "\" data-saved=\"" MSG_REVIEW_SAVED
                   "\" data-loaded=\"" MSG_REVIEW_LOADED "\">\n"
                   "<p id=\"voortgang\"></p>\n<label>" MSG_REVIEW_NAME
                   " <input type=\"text\" id=\"naam\" autocomplete=\"name\"></label>\n"
                   "<button type=\"button\" id=\"bewaar\">" MSG_REVIEW_SAVE
                   "</button>\n<label class=\"load\">" MSG_REVIEW_LOAD
                   " <input type=\"file\" id=\"open\" accept=\".json,application/json\"></label>\n"
                   "<p class=\"message\" id=\"melding\" role=\"status\"></p>\n</form>\n");
}

/* ---- The format ---- */

static void write_page(bv_review_page *page, const bv_reported *file) {
  const bv_document *document = page->document;
  size_t rules[BV_RULE_COUNT] = {0};
  page->claims = xmlHashCreate(0);
  if (!page->claims)
    bv_out_of_memory();
  for (size_t i = 0; i < document->claims.count; i++)
    xmlHashAddEntry(page->claims, BAD_CAST document->claims.items[i]->number, document->claims.items[i]);
  for (size_t i = 0; i < document->findings->count; i++)
    rules[document->findings->items[i].rule]++;
  bv_review_place(page);
  bv_page_begin(page->out, MSG_REVIEW_TITLE, "beoordeling.css");
  bv_buf_puts(page->out, "<a class=\"skip\" href=\"#tekst\">" MSG_REVIEW_SKIP "</a>\n");
  write_head(page, file);
  write_tools(page, rules);
  bv_buf_puts(page->out, "<main>\n");
  write_coverage(page);
  write_list(page);
  bv_buf_puts(page->out, "<section class=\"draft-text\" aria-labelledby=\"tekst\">\n<h2 id=\"tekst\">" MSG_REVIEW_TEXT
                         "</h2>\n<p class=\"legend\">" MSG_REVIEW_LEGEND "</p>\n");
  bv_review_front(page);
  bv_review_text(page);
  bv_buf_puts(page->out, "</section>\n");
  write_rules(page->out, rules);
  bv_buf_puts(page->out, "</main>\n");
  write_saving(page);
  bv_page_end(page->out, "beoordeling.js");
  xmlHashFree(page->claims, NULL);
}

static void write_file(FILE *stream, const bv_reported *file) {
  bv_arena *arena = bv_arena_new();
  bv_buf out = bv_buf_new(arena);
  if (file->document) {
    write_page(&(bv_review_page){.out = &out, .document = file->document}, file);
  } else {
    bv_page_begin(&out, MSG_REVIEW_TITLE, "beoordeling.css");
    bv_buf_puts(&out, "<main>\n<h1>" MSG_REVIEW_NOT_CHECKED "</h1>\n<p>");
    bv_page_text(&out, file->error);
    bv_buf_puts(&out, "</p>\n</main>\n");
    bv_page_end(&out, NULL);
  }
  fwrite(bv_buf_string(&out), 1, out.length, stream);
  bv_arena_free(arena);
}

const bv_findings_format bv_findings_html = {.name = "html", .single = true, .file = write_file};
