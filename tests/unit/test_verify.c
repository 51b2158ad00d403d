/* The command line on proof: verify finds what was changed, cut or mixed up, and render keeps manifests whole. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../support/forms.h"
#include "../support/run.h"

#define SAMPLE SOURCE_DIR "/samples/raadsrapport.md"

/* A folder with a draft, and the working directory in it. */
static char *enter_folder(void) {
  char *folder = bv_temporary_folder();
  size_t length;
  cr_assert(chdir(folder) == 0);
  char *draft = bv_slurp(SAMPLE, &length);
  bv_spill("concept.md", draft, length);
  free(draft);
  return folder;
}

static void leave_folder(char *folder) {
  cr_assert(chdir("/") == 0);
  bv_remove_folder(folder);
  free(folder);
}

static bv_ran run_with(const char *a, const char *b, const char *c, const char *d, const char *e, const char *f) {
  const char *argv[] = {"bronvast", a, b, c, d, e, f, NULL};
  return bv_run_program(argv, NULL);
}

static void expect_run(int status, const char *said, bv_ran ran) {
  cr_expect(eq(int, ran.status, status), "%s%s", ran.out, ran.err);
  cr_expect(said == NULL || strstr(ran.out, said) || strstr(ran.err, said), "\"%s\" in: %s%s", said, ran.out, ran.err);
  bv_ran_free(&ran);
}

static void render_court(const char *manifest) {
  expect_run(0, NULL, run_with("render", "--for=rechtbank", manifest, "-o", "rechtbank.html", "concept.md"));
}

static void render_mother(const char *manifest) {
  const char *argv[] = {"bronvast", "render", "--for=ouders", "--reader=moeder", manifest, "-o", "moeder.html", "concept.md", NULL};
  expect_run(0, NULL, bv_run_program(argv, NULL));
}

static void expect_verified(int status, const char *said) {
  expect_run(status, said, run_with("verify", "m.json", NULL, NULL, NULL, NULL));
}

/* Replaces the first stretch of that text in a file. */
static void replace(const char *path, const char *text, const char *by) {
  size_t length;
  char *bytes = bv_slurp(path, &length), *at = strstr(bytes, text);
  cr_assert(at != NULL, "\"%s\" in %s", text, path);
  FILE *file = fopen(path, "wb");
  fwrite(bytes, 1, (size_t)(at - bytes), file);
  fputs(by, file);
  fputs(at + strlen(text), file);
  fclose(file);
  free(bytes);
}

Test(verify, versions_as_they_were_made) {
  char *folder = enter_folder();
  render_court("--manifest=m.json");
  render_mother("--manifest=m.json");
  expect_verified(0, "elke bewering staat in beide");
  expect_run(0, "niet nagegaan", run_with("verify", "--without-draft", "m.json", NULL, NULL, NULL));
  render_court("--manifest");
  expect_run(0, "geen volledige versie voor ouders", run_with("verify", "rechtbank.html.manifest.json", NULL, NULL, NULL, NULL));
  leave_folder(folder);
}

Test(verify, a_changed_word_is_found_where_it_stands) {
  char *folder = enter_folder();
  render_court("--manifest=m.json");
  render_mother("--manifest=m.json");
  replace("rechtbank.html", "zeven maanden", "zes maanden");
  expect_verified(1, "  anders dan toen deze versie werd gemaakt: bewering 1.3\n");
  expect_run(1, "veranderd", run_with("verify", "--without-draft", "m.json", NULL, NULL, NULL));
  render_court("--manifest=m.json");
  expect_verified(0, NULL);
  replace("rechtbank.html", "Moeder zegt dat zij zelf als eerste", "Moeder zegt dat zij zelf als tweede");
  expect_verified(1, "buiten de beweringen");
  leave_folder(folder);
}

/* Takes the element of a point out of a version. */
static void cut_point(const char *path, const char *number, const char *next) {
  size_t length;
  char start[32], end[32], *bytes = bv_slurp(path, &length);
  snprintf(start, sizeof start, "id=\"punt-%s\"", number);
  snprintf(end, sizeof end, "id=\"punt-%s\"", next);
  char *from = strstr(bytes, start), *to = strstr(bytes, end);
  cr_assert(from && to && from < to);
  while (*from != '<')
    from--;
  while (*to != '<')
    to--;
  memmove(from, to, strlen(to) + 1);
  bv_spill(path, bytes, strlen(bytes));
  free(bytes);
}

/* The SHA-256 that the manifest gives for a file, made right again: as one would who changes both. */
static void mend_manifest(const char *file, bool cut_claim, const char *number) {
  char hash[BV_HASH_SIZE];
  size_t i;
  json_t *manifest = json_load_file("m.json", 0, NULL), *output;
  bv_hash_file(file, hash);
  json_array_foreach(json_object_get(manifest, "outputs"), i, output) {
    if (strcmp(json_string_value(json_object_get(output, "file")), file) != 0)
      continue;
    json_object_set_new(output, "sha256", json_string(hash));
    json_t *claims = json_object_get(output, "claims");
    for (size_t k = json_array_size(claims); cut_claim && k-- > 0;)
      if (strcmp(json_string_value(json_object_get(json_array_get(claims, k), "number")), number) == 0)
        json_array_remove(claims, k);
  }
  cr_assert(json_dump_file(manifest, "m.json", 0) == 0);
  json_decref(manifest);
}

Test(verify, a_cut_claim_is_found_even_when_the_manifest_is_changed_with_it) {
  char *folder = enter_folder();
  render_court("--manifest=m.json");
  render_mother("--manifest=m.json");
  cut_point("moeder.html", "1.3", "1.4");
  expect_verified(1, "  niet meer in deze versie: bewering 1.3\n");
  expect_run(1, "niet meer in deze versie: bewering 1.3\n", run_with("verify", "--without-draft", "m.json", NULL, NULL, NULL));
  mend_manifest("moeder.html", false, NULL);
  expect_verified(1, "  niet meer in deze versie: bewering 1.3\n");
  mend_manifest("moeder.html", true, "1.3");
  expect_verified(1, "niet in de lijst van wat deze lezer niet krijgt: bewering 1.3\n");
  expect_run(1, "voor de rechtbank, en niet hier", run_with("verify", "--without-draft", "m.json", NULL, NULL, NULL));
  leave_folder(folder);
}

Test(verify, another_draft_is_found) {
  char *folder = enter_folder();
  render_court("--manifest=m.json");
  render_mother("--manifest=m.json");
  expect_run(1, "een ander concept", run_with("verify", "--draft=" SOURCE_DIR "/samples/plan-van-aanpak.md", "m.json", NULL, NULL, NULL));
  expect_run(3, "--without-draft", run_with("verify", "--draft=/tmp/bestaat-niet.md", "m.json", NULL, NULL, NULL));
  replace("concept.md", "zeven maanden", "acht maanden");
  expect_verified(1, "concept concept.md: dit is een ander concept");
  expect_run(0, "moeder.html is van een ander concept",
             run_with("render", "--for=rechtbank", "--manifest=m.json", "-o", "rechtbank.html", "concept.md"));
  expect_verified(1, "gemaakt uit een ander concept");
  render_mother("--manifest=m.json");
  expect_verified(0, NULL);
  leave_folder(folder);
}

Test(verify, what_is_shown_of_the_withheld_is_found) {
  char *folder = enter_folder();
  render_mother("--manifest=m.json");
  json_t *manifest = json_load_file("m.json", 0, NULL), *output = json_array_get(json_object_get(manifest, "outputs"), 0);
  const char *withheld = json_string_value(json_array_get(json_object_get(output, "withheld"), 0));
  char element[64];
  snprintf(element, sizeof element, "<div id=\"punt-%s\">x</div></body>", withheld);
  replace("moeder.html", "</body>", element);
  expect_verified(1, "zij hoort er volgens het manifest niet in");
  json_decref(manifest);
  leave_folder(folder);
}

Test(verify, files_that_are_not_there_are_three) {
  char *folder = enter_folder();
  expect_run(3, "m.json", run_with("verify", "m.json", NULL, NULL, NULL, NULL));
  render_court("--manifest=m.json");
  unlink("rechtbank.html");
  expect_verified(3, "rechtbank.html (rechtbank, html): niet te lezen");
  cr_assert(mkfifo("rechtbank.html", 0600) == 0);
  expect_verified(3, "geen gewoon bestand");
  unlink("concept.md");
  expect_verified(3, "Geef het met --draft");
  expect_run(2, NULL, run_with("verify", NULL, NULL, NULL, NULL, NULL));
  expect_run(2, "niet samen", run_with("verify", "--draft=x", "--without-draft", "m.json", NULL, NULL));
  leave_folder(folder);
}

Test(verify, only_a_manifest_is_written_over) {
  char *folder = enter_folder();
  size_t before, after;
  char *draft = bv_slurp("concept.md", &before);
  expect_run(3, "geen manifest", run_with("render", "--for=rechtbank", "--manifest=concept.md", "-o", "r.html", "concept.md"));
  char *again = bv_slurp("concept.md", &after);
  cr_expect(before == after && memcmp(draft, again, before) == 0);
  cr_expect(access("r.html", F_OK) != 0, "nothing is written");
  expect_run(2, "-o", run_with("render", "--for=rechtbank", "--manifest", "concept.md", NULL, NULL));
  expect_run(2, "tegelijk", run_with("render", "--for=rechtbank", "--manifest=./r.html", "-o", "r.html", "concept.md"));
  expect_run(2, "UTF-8", run_with("render", "--for=rechtbank", "--manifest", "-o", "r\xff.html", "concept.md"));
  free(draft);
  free(again);
  leave_folder(folder);
}

Test(verify, the_same_versions_give_the_same_bytes_in_any_order) {
  char *folder = enter_folder();
  size_t one_length, two_length;
  render_court("--manifest=een.json");
  render_mother("--manifest=een.json");
  render_mother("--manifest=twee.json");
  render_court("--manifest=twee.json");
  render_court("--manifest=twee.json");
  char *one = bv_slurp("een.json", &one_length), *two = bv_slurp("twee.json", &two_length);
  cr_expect(one_length == two_length && memcmp(one, two, one_length) == 0);
  free(one);
  free(two);
  leave_folder(folder);
}

Test(verify, runs_at_once_all_stay_in_it) {
  char *folder = enter_folder();
  const char *argv[] = {"sh", "-c", "for i in 1 2 3 4 5 6; do \"$0\" render --for=rechtbank --manifest=m.json -o $i.html concept.md & done; wait",
                        BUILD_DIR "/bronvast", NULL};
  bv_ran ran = bv_run_program(argv, NULL);
  bv_ran_free(&ran);
  json_t *manifest = json_load_file("m.json", 0, NULL);
  cr_expect(eq(sz, json_array_size(json_object_get(manifest, "outputs")), 6));
  json_decref(manifest);
  leave_folder(folder);
}
