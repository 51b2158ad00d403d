/* Counting results over organisations and periods, and what may not be shown. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/chance.h"
#include "../support/run.h"
#include "base/buf.h"
#include "monitor/outputs.h"

#define RAAD "\"Raad voor de Kinderbescherming\""
#define GI "\"Jeugdbescherming Aarland\""

/* A line of results; `organisation` and the findings as JSON. */
static const char *line_of(bv_arena *arena, const char *organisation, const char *date, int diagnoses, int reactions,
                           const char *findings) {
  return bv_sprintf(arena,
                    "{\"file\":\"geheim/Jansen.md\",\"kind\":\"raadsrapport\",\"date\":\"%s\",\"organisation\":%s,"
                    "\"counts\":{\"diagnoses\":%d,\"reactions\":%d},\"findings\":[%s]}",
                    date, organisation, diagnoses, reactions, findings);
}

static const char *finding(bv_arena *arena, const char *rule, const char *severity, bool suppressed) {
  return bv_sprintf(arena, "{\"rule\":\"%s\",\"severity\":\"%s\",\"suppressed\":%s,\"message\":\"Geheim\"}", rule,
                    severity, suppressed ? "true" : "false");
}

static void add(bv_monitor *monitor, const char *line, int times) {
  const char *error;
  for (int i = 0; i < times; i++)
    cr_assert(bv_monitor_add(monitor, line, strlen(line), &error) == BV_MONITOR_COUNTED, "%s: %s", error, line);
}

static void expect_share(const bv_share *share, size_t of, size_t count, int percent) {
  cr_expect(eq(sz, share->of, of));
  cr_expect(eq(sz, share->count, count));
  cr_expect(eq(int, bv_share_percent(share), percent));
}

Test(monitor, figures_are_counted_as_they_are_defined) {
  bv_arena *arena = bv_arena_new();
  bv_monitor *monitor = bv_monitor_new(arena, false);
  add(monitor, line_of(arena, RAAD, "2026-01-01", 0, 1, ""), 4);
  add(monitor, line_of(arena, RAAD, "2026-03-31", 2, 0, finding(arena, "label/feit-is-oordeel", "warning", false)), 2);
  add(monitor, line_of(arena, RAAD, "2026-02-01", 3, 2, finding(arena, "diagnose/herkomst", "error", false)), 3);
  add(monitor, line_of(arena, RAAD, "2026-02-01", 0, 2, finding(arena, "diagnose/ongelabeld", "error", true)), 1);
  add(monitor, line_of(arena, RAAD, "2026-02-01", 0, 2, finding(arena, "label/stapeling", "note", false)), 1);
  add(monitor, line_of(arena, RAAD, "2026-02-01", 0, 2, finding(arena, "wederhoor/ontbreekt", "error", false)), 1);
  const bv_overview *overview = bv_monitor_overview(monitor, 0);
  cr_assert(eq(sz, overview->organisations.count, 1));
  cr_assert(overview->organisations.items[0].group == BV_GROUP_RAAD &&
            overview->organisations.items[0].cell_count == 1);
  const bv_share *shares = overview->organisations.items[0].cells[0]->shares;
  expect_share(&shares[BV_FIGURE_SEPARATED], 12, 10, 83);
  expect_share(&shares[BV_FIGURE_UNSOURCED], 6, 3, 50); /* an excepted mention is one, and is not without source */
  expect_share(&shares[BV_FIGURE_DIAGNOSES], 14, 3, 21);
  expect_share(&shares[BV_FIGURE_HEARD], 12, 9, 75);
  cr_expect(eq(str, (char *)bv_period_name(arena, overview, overview->periods.items[0]), "2026-Q1"));
  bv_monitor_free(monitor);
  bv_arena_free(arena);
}

Test(monitor, fewer_than_five_are_in_no_cell_and_in_no_total) {
  bv_arena *arena = bv_arena_new();
  bv_monitor *monitor = bv_monitor_new(arena, false);
  const char *mixed = finding(arena, "label/ontbreekt", "error", false);
  add(monitor, line_of(arena, RAAD, "2026-01-01", 1, 1, ""), 5);
  add(monitor, line_of(arena, RAAD, "2026-04-01", 1, 1, mixed), 4);            /* a period too small */
  add(monitor, line_of(arena, "\"Kleine GI\"", "2026-01-01", 1, 1, mixed), 4); /* an organisation too small */
  add(monitor, line_of(arena, GI, "2026-01-01", 0, 1, ""), 5);
  add(monitor, line_of(arena, GI, "2026-01-01", 1, 1, ""), 4); /* too few with a diagnosis */
  const bv_overview *overview = bv_monitor_overview(monitor, 0);
  cr_expect(eq(sz, overview->reports, 14));
  cr_expect(eq(sz, overview->organisations.count, 2));
  cr_expect(eq(sz, overview->periods.count, 1));
  cr_expect(eq(sz, overview->rules.count, 0));
  const bv_total *all = bv_overview_total(overview, BV_GROUP_NONE, -1);
  expect_share(&all->shares[BV_FIGURE_SEPARATED], 14, 14, 100);
  expect_share(&all->shares[BV_FIGURE_UNSOURCED], 5, 0, 0);
  bool shows = bv_share_shows(&bv_overview_total(overview, BV_GROUP_GI, -1)->shares[BV_FIGURE_UNSOURCED]);
  cr_expect(shows == false);
  bv_monitor_free(monitor);
  bv_arena_free(arena);
}

/* Whatever is put in cells that are too small, the outputs are the same byte for byte: nothing of it can be computed
 * back. */
static const char *outputs(bv_arena *arena, uint32_t seed, bool with_small) {
  static const char *const small[] = {"\"Klein\"", "null", "\"Ander Klein\"", "\"RAAD VOOR DE KINDERBESCHERMING\""};
  bv_generator chance = {.state = seed};
  bv_monitor *monitor = bv_monitor_new(arena, false);
  for (int i = 0; i < 4; i++) {
    int many = 5 + (int)bv_below(&chance, 9);
    const char *found = bv_chance(&chance, 50) ? finding(arena, "label/ontbreekt", "error", false) : "";
    add(monitor,
        line_of(arena, i % 2 ? RAAD : GI, i < 2 ? "2026-01-05" : "2026-09-05", (int)bv_below(&chance, 3), 1, found),
        many);
  }
  for (int i = 0; i < 4; i++) {
    int few = (int)bv_below(&chance, BV_MONITOR_LEAST);
    if (with_small)
      add(monitor,
          line_of(arena, small[i], i == 3 ? "2026-05-05" : "2026-01-05", 2, 0,
                  finding(arena, "label/ontbreekt", "error", false)),
          few);
  }
  const bv_overview *overview = bv_monitor_overview(monitor, 0);
  bv_buf out = bv_buf_new(arena);
  bv_write_overview_html(&out, overview);
  bv_write_overview_csv(&out, overview);
  bv_write_overview_json(&out, overview);
  bv_monitor_free(monitor);
  return bv_buf_string(&out);
}

Test(monitor, what_is_not_shown_cannot_be_computed_back) {
  for (uint32_t seed = 1; seed <= 100; seed++) {
    bv_arena *arena = bv_arena_new();
    cr_assert(eq(str, (char *)outputs(arena, seed, true), (char *)outputs(arena, seed, false)), "seed %u", seed);
    bv_arena_free(arena);
  }
}

Test(monitor, no_names_come_out) {
  bv_arena *arena = bv_arena_new();
  const char *text = outputs(arena, 3, true);
  cr_expect(strstr(text, "Jansen") == NULL);
  cr_expect(strstr(text, "eheim") == NULL);
  cr_expect(strstr(text, "Jeugdbescherming Aarland") != NULL);
  bv_arena_free(arena);
}

Test(monitor, spellings_of_one_organisation_are_one_and_markup_is_text) {
  bv_arena *arena = bv_arena_new();
  bv_monitor *monitor = bv_monitor_new(arena, true);
  add(monitor, line_of(arena, "\"JEUGDHULP <b>&\"", "2026-01-01", 0, 1, ""), 3);
  add(monitor, line_of(arena, "\"Jeugdhulp  <b>&\"", "2026-12-01", 0, 1, ""), 3);
  add(monitor, line_of(arena, "\"=SOM(A1)\\\"\"", "2026-12-01", 0, 1, ""), 5);
  const bv_overview *overview = bv_monitor_overview(monitor, 0);
  cr_expect(eq(sz, overview->organisations.count, 2));
  bv_buf html = bv_buf_new(arena), csv = bv_buf_new(arena);
  bv_write_overview_html(&html, overview);
  bv_write_overview_csv(&csv, overview);
  cr_expect(strstr(bv_buf_string(&html), "JEUGDHULP &lt;b&gt;&amp;") != NULL);
  cr_expect(strstr(bv_buf_string(&csv), "gi,\"'=SOM(A1)\"\"\",2026,5,5,5,100,50\r\n") != NULL, "%s",
            bv_buf_string(&csv));
  bv_monitor_free(monitor);
  bv_arena_free(arena);
}

Test(monitor, what_is_no_result_is_refused) {
  static const char *const lines[] = {
      "",
      "{",
      "[]",
      "7",
      "null",
      "{}",
      "{\"tool\": \"bronvast\", \"version\": \"1\", \"files\": [",
      "{\"file\":\"x\",\"date\":\"2026-13-01\",\"counts\":{\"diagnoses\":0,\"reactions\":0},\"findings\":[]}",
      "{\"file\":\"x\",\"date\":null,\"counts\":{\"diagnoses\":-1,\"reactions\":0},\"findings\":[]}",
      "{\"file\":\"x\",\"date\":null,\"counts\":{\"diagnoses\":0,\"reactions\":0},\"findings\":[7]}",
      "{\"file\":\"x\",\"date\":null,\"counts\":{\"diagnoses\":0,\"reactions\":0},\"findings\":{}}",
      "{\"file\":\"x\",\"file\":\"y\"}"};
  bv_arena *arena = bv_arena_new();
  bv_monitor *monitor = bv_monitor_new(arena, false);
  const char *error;
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    cr_expect(bv_monitor_add(monitor, lines[i], strlen(lines[i]), &error) == BV_MONITOR_WRONG, "%s", lines[i]);
  static const char undated[] =
      "{\"file\":\"x\",\"date\":null,\"counts\":{\"diagnoses\":0,\"reactions\":0},\"findings\":[]}";
  static const char unreadable[] = "{\"file\":\"x\",\"error\":\"dit is een map\"}";
  cr_expect(bv_monitor_add(monitor, undated, strlen(undated), &error) == BV_MONITOR_UNDATED);
  cr_expect(bv_monitor_add(monitor, unreadable, strlen(unreadable), &error) == BV_MONITOR_UNREADABLE);
  bv_monitor_free(monitor);
  bv_arena_free(arena);
}

Test(monitor, bad_lines_are_told_with_their_place_and_the_rest_is_counted) {
  bv_arena *arena = bv_arena_new();
  const char *good = line_of(arena, RAAD, "2026-01-01", 0, 1, "");
  const char *argv[] = {"bronvast", "monitor", "--format=json", "-", "/bestaat/niet.jsonl", NULL};
  bv_ran ran =
      bv_run_program(argv, bv_sprintf(arena, "%s\n\n%s\r\nkapot\n%s\n%s\n{}\n%s", good, good, good, good, good));
  cr_expect(eq(int, ran.status, 3));
  cr_expect(strstr(ran.err, "-:4: deze regel is geen JSON\n") != NULL, "%s", ran.err);
  cr_expect(strstr(ran.err, "-:7: deze regel is geen resultaat") != NULL, "%s", ran.err);
  cr_expect(strstr(ran.err, "/bestaat/niet.jsonl") != NULL, "%s", ran.err);
  cr_expect(strstr(ran.out, "\"reports\": 5,\n  \"wrong_lines\": 2,") != NULL, "%s", ran.out);
  bv_ran_free(&ran);
  bv_arena_free(arena);
}

/* What check writes is what the monitor reads. */
Test(monitor, results_of_check_are_read) {
  static const char *const drafts[] = {SOURCE_DIR "/samples/raadsrapport.md",
                                       SOURCE_DIR "/samples/raadsrapport-fout.md"};
  bv_arena *arena = bv_arena_new();
  const char *check[] = {"bronvast", "check",   "--format=jsonl", drafts[0], drafts[1],
                         drafts[0],  drafts[1], drafts[0],        NULL};
  const char *monitor[] = {"bronvast", "monitor", "--format=csv", "-", NULL};
  bv_ran results = bv_run_program(check, NULL);
  bv_ran ran = bv_run_program(monitor, results.out);
  cr_expect(eq(int, ran.status, 0), "%s", ran.err);
  cr_expect(strstr(ran.out, "organisation,separated,raad,\"Raad voor de Kinderbescherming\",2026-Q4,5,5,3,60,66\r\n") !=
                NULL,
            "%s", ran.out);
  bv_ran_free(&results);
  bv_ran_free(&ran);
  bv_arena_free(arena);
}
