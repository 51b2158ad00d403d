/* The command line as its users and pipelines meet it: statuses, messages, hostile files. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/run.h"
#include "model/rule.h"

static bv_ran run3(const char *a, const char *b, const char *c) {
  const char *argv[] = {"bronvast", a, b, c, NULL};
  return bv_run_program(argv, NULL);
}

static size_t lines_of(const char *text) {
  size_t lines = 0;
  for (; *text; text++)
    lines += *text == '\n';
  return lines;
}

Test(cli, wrong_use_is_two_and_says_what_to_try) {
  static const char *const cases[][3] = {{NULL},
                                         {"chek", NULL},
                                         {"check", NULL},
                                         {"check", "--formaat", "x"},
                                         {"check", "--format", NULL},
                                         {"check", "--as-of=2026-02-30", "x.md"},
                                         {"check", "--threshold=hoog", "x.md"},
                                         {"render", "--for=rechter", "x.md"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_ran ran = run3(cases[i][0], cases[i][1], cases[i][2]);
    cr_expect(eq(int, ran.status, 2), "case %zu: %s", i, ran.err);
    cr_expect(strstr(ran.err, "Probeer: bronvast") != NULL, "case %zu: %s", i, ran.err);
    cr_expect(eq(str, ran.out, ""));
    bv_ran_free(&ran);
  }
}

Test(cli, help_and_version_are_fine) {
  static const char *const cases[][2] = {{"--help"}, {"--version"}, {"check", "--help"}, {"render", "-h"}, {"explain", "-h"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_ran ran = run3(cases[i][0], cases[i][1], NULL);
    cr_expect(eq(int, ran.status, 0));
    cr_expect(eq(str, ran.err, ""));
    cr_expect(strlen(ran.out) > 10);
    bv_ran_free(&ran);
  }
}

/* No draft: one line that names the file, status 3, nothing on standard output. */
static void expect_no_draft(const char *path, const char *word) {
  bv_ran ran = run3("check", path, NULL);
  cr_expect(eq(int, ran.status, 3), "%s: status %d: %s", word, ran.status, ran.err);
  cr_expect(eq(sz, lines_of(ran.err), 1), "%s: %s", word, ran.err);
  cr_expect(strncmp(ran.err, path, strlen(path)) == 0, "%s", ran.err);
  cr_expect(strstr(ran.err, word) != NULL, "\"%s\" in: %s", word, ran.err);
  cr_expect(eq(str, ran.out, ""));
  bv_ran_free(&ran);
}

static void expect_bytes_are_no_draft(const char *folder, const char *bytes, size_t length, const char *word) {
  char path[256];
  snprintf(path, sizeof path, "%s/x.md", folder);
  bv_spill(path, bytes, length);
  expect_no_draft(path, word);
}

Test(cli, what_is_no_draft_is_three) {
  char *folder = bv_temporary_folder();
  expect_no_draft(folder, "map");
  expect_no_draft("/tmp/bestaat-niet/x.md", "niet");
  expect_bytes_are_no_draft(folder, "", 0, "leeg");
  expect_bytes_are_no_draft(folder, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 17, "afbeelding");
  expect_bytes_are_no_draft(folder, "## Aanleiding\n\nTekst.\n", 22, "voorblad");
  size_t large = 50u << 20;
  char *bytes = malloc(large);
  memset(bytes, 'a', large);
  memcpy(bytes, "---\n", 4);
  expect_bytes_are_no_draft(folder, bytes, large, "MB");
  free(bytes);
  bv_remove_folder(folder);
  free(folder);
}

/* Hostile shapes are read in bounded time and memory (bv_run limits both) and end in a clear status. */
Test(cli, hostile_shapes_are_bounded) {
  static const char *const units[] = {"[", "]", "[a]{.feit ", "::: {.feit}\n\n", "> ", "- ", "*a **a ", "`", "<", "{",
                                      "[x]{.feit bron=y}", "# a\n\n", "&", "![", "\\", "[a](", "1. ", "\t", "_a", "\xc3"};
  static const char front[] = "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n";
  char *folder = bv_temporary_folder(), path[256];
  snprintf(path, sizeof path, "%s/x.md", folder);
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    size_t unit = strlen(units[i]), length = sizeof front - 1 + 100000 * unit;
    char *bytes = malloc(length);
    memcpy(bytes, front, sizeof front - 1);
    for (size_t k = 0; k < 100000; k++)
      memcpy(bytes + sizeof front - 1 + k * unit, units[i], unit);
    bv_spill(path, bytes, length);
    bv_ran ran = run3("check", path, NULL);
    cr_expect(ran.status == 1 || ran.status == 3, "100,000 times \"%s\": status %d", units[i], ran.status);
    cr_expect(ran.status == 1 || lines_of(ran.err) == 1, "%s", ran.err);
    bv_ran_free(&ran);
    free(bytes);
  }
  bv_remove_folder(folder);
  free(folder);
}

Test(cli, the_worst_of_several_files_counts) {
  const char *argv[] = {"bronvast", "check", "--format=json", "/tmp/bestaat-niet.md", "-", NULL};
  bv_ran ran = bv_run_program(argv, "---\nbronvast: 1\nsoort: raadsrapport\ndatum: 2026-11-20\n---\n\n## Deel\n\nTekst zonder label.\n");
  cr_assert(eq(int, ran.status, 3));
  cr_assert(strstr(ran.out, "\"label/ontbreekt\"") != NULL, "the second file is still checked");
  cr_assert(strstr(ran.out, "\"error\"") != NULL);
  bv_ran_free(&ran);
}

/* A line each: the name, the severity and what the rule asks, in columns. */
Test(cli, explain_lists_every_rule) {
  bv_ran ran = run3("explain", NULL, NULL);
  cr_expect(eq(int, ran.status, 0));
  cr_expect(eq(sz, lines_of(ran.out), BV_RULE_COUNT));
  for (int rule = 0; rule < BV_RULE_COUNT; rule++) {
    const bv_rule_info *info = bv_rule_info_of((bv_rule)rule);
    char line[512];
    snprintf(line, sizeof line, "%-36s%-14s%s\n", info->name, bv_severity_dutch(info->severity), info->summary);
    cr_expect(strstr(ran.out, line) != NULL, "%s", line);
  }
  bv_ran_free(&ran);
}

Test(cli, explain_tells_of_a_rule_of_all_and_of_the_norms) {
  bv_ran one = run3("explain", "label/ontbreekt", NULL);
  cr_expect(eq(int, one.status, 0));
  cr_expect(strstr(one.out, "Norm: Jeugdwet 3.3; IGJ 5.2\n") != NULL);
  cr_expect(strstr(one.out, "\nGoed:\n") != NULL);
  bv_ran_free(&one);
  bv_ran page = run3("explain", "--to", "html");
  cr_expect(eq(int, page.status, 0));
  cr_expect(strstr(page.out, "<section id=\"label-ontbreekt\">") != NULL);
  cr_expect(strstr(page.out, "font-family") != NULL, "the style sheet is in the page");
  bv_ran_free(&page);
  bv_ran norms = run3("explain", "--norms", NULL);
  cr_expect(strstr(norms.out, "IGJ 5.2\n") != NULL);
  bv_ran_free(&norms);
  bv_ran wrong = run3("explain", "label/ontbrekt", NULL);
  cr_expect(eq(int, wrong.status, 2));
  cr_expect(strstr(wrong.err, "label/ontbreekt") != NULL);
  bv_ran_free(&wrong);
}
