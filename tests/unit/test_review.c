/* The review page and what comes back from it. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/generate.h"
#include "../support/run.h"
#include "base/buf.h"
#include "check/check.h"
#include "check/coverage.h"
#include "read/read.h"
#include "read/review.h"
#include "write/draft.h"
#include "write/except.h"

#define FAULTY SOURCE_DIR "/samples/raadsrapport-fout.md"

static bv_document *checked(const char *name, const char *bytes) {
  bv_read_result read = bv_read_bytes(name, bytes, strlen(bytes), NULL);
  cr_assert(read.document != NULL, "%s", read.error);
  bv_check_document(read.document, bv_config_default(), (bv_date){0});
  return read.document;
}

/* ---- Exceptions ---- */

static const char front[] =
    "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"
    "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad}\n"
    "personen:\n  - {id: moeder, rol: ouder, gezag: ja, naam: Ans}\n"
    "bronnen:\n  - {id: brief, soort: document, auteur: K. Blom, datum: 2026-10-01, in-bezit: ja, aangekondigd: ja}\n"
    "---\n";

static const char *excepted(bv_arena *arena, const char *name, const char *draft, const char *rule, bool *good,
                            const char **obstacle) {
  bv_document *document = checked(name, draft), *changed = checked(name, draft);
  bv_exceptions exceptions = {0}, same = {0};
  for (size_t i = 0; i < document->findings->count; i++)
    if (!document->findings->items[i].suppressed &&
        (!rule || strcmp(bv_rule_info_of(document->findings->items[i].rule)->name, rule) == 0)) {
      BV_PUSH(arena, &exceptions, (bv_exception){.finding = i, .reason = "Omdat \"dit\" zo & zo is. (J, 2026-11-25)"});
      BV_PUSH(arena, &same, (bv_exception){.finding = i, .reason = "Omdat \"dit\" zo & zo is. (J, 2026-11-25)"});
    }
  bv_exceptions_place(arena, document, &exceptions);
  bv_exceptions_place(arena, changed, &same);
  bv_buf out = bv_buf_new(arena);
  if (draft[0] == '<')
    bv_except_xml(&out, changed, &same);
  else
    bv_except_markdown(&out, document, &exceptions);
  bv_document *after = checked(name, bv_buf_string(&out));
  *good = bv_exceptions_are_in(arena, document, after, &exceptions);
  *obstacle = exceptions.count ? exceptions.items[exceptions.count - 1].obstacle : NULL;
  bv_document_free(after);
  bv_document_free(document);
  bv_document_free(changed);
  return bv_buf_string(&out);
}

#define REASON "reden=\"Omdat \\\"dit\\\" zo & zo is. (J, 2026-11-25)\""

static void expect_body(const char *body, const char *rule, const char *expected) {
  bv_arena *arena = bv_arena_new();
  bool good;
  const char *obstacle, *draft = bv_sprintf(arena, "%s%s", front, body);
  const char *after = excepted(arena, "t.md", draft, rule, &good, &obstacle);
  cr_expect(good, "%s", body);
  cr_expect(eq(str, (char *)after + strlen(front), (char *)expected), "%s", body);
  bv_arena_free(arena);
}

Test(review, exceptions_come_where_they_cover_one_finding) {
  expect_body("\n## A\n\n[Zij is waarschijnlijk thuis.]{.feit bron=brief}\n", "label/feit-is-oordeel",
              "\n## A\n\n[Zij is waarschijnlijk thuis.]{.feit bron=brief negeer=label/feit-is-oordeel " REASON "}\n");
  expect_body("\n## A\n\n::: {.feit bron=brief}\nZij is waarschijnlijk thuis.\n:::\n", "label/feit-is-oordeel",
              "\n## A\n\n::: {.feit bron=brief negeer=label/feit-is-oordeel " REASON "}\nZij is waarschijnlijk thuis.\n:::\n");
  expect_body("\n## A {.feit bron=brief}\n\nZij is waarschijnlijk thuis.\n\nHet regent.\n", "label/feit-is-oordeel",
              "\n## A {.feit bron=brief}\n\n[Zij is waarschijnlijk thuis.]{negeer=label/feit-is-oordeel " REASON
              "}\n\nHet regent.\n");
  expect_body("\n## A\n\n[Zij is waarschijnlijk thuis.]{.feit bron=brief negeer=bron/vaag reden='Zomaar.'}\n",
              "label/feit-is-oordeel",
              "\n## A\n\n[Zij is waarschijnlijk thuis.]{.feit bron=brief negeer=bron/vaag,label/feit-is-oordeel "
              "reden=\"Zomaar.; Omdat \\\"dit\\\" zo & zo is. (J, 2026-11-25)\"}\n");
}

static void expect_obstacle(const char *body, const char *rule, const char *expected) {
  bv_arena *arena = bv_arena_new();
  bool good;
  const char *obstacle, *draft = bv_sprintf(arena, "%s%s", front, body);
  const char *after = excepted(arena, "t.md", draft, rule, &good, &obstacle);
  cr_expect(good, "%s", body);
  cr_expect(eq(str, (char *)after, (char *)draft), "%s", body);
  cr_expect(obstacle && strstr(obstacle, expected), "%s: %s", body, obstacle ? obstacle : "put in");
  bv_arena_free(arena);
}

Test(review, exceptions_that_cannot_be_put_in_say_why) {
  expect_obstacle("\n## A\n\n[Zij is thuis.]{.feit bron=brief}\n", "wederhoor/ontbreekt", "voorblad");
  expect_obstacle("\n## A\n\nZij is thuis.\n", "label/ontbreekt", "geen bewering of kop");
  expect_obstacle("\n## A\n\n[Zij is waarschijnlijk thuis.]{.feit bron=brief vertrouwelijk=moeder reden=\"privacy: x\"}\n",
                  "label/feit-is-oordeel", "voor iets anders");
  expect_obstacle("\n## A\n\n[Zij is thuis.]{.feit bron=brief negeer=bron/vaag reden=\"Zo.\"}\n", "negeer/overbodig",
                  "bestaat geen uitzondering");
}

/* One of two findings of a rule in a claim cannot be an exception alone. */
Test(review, an_exception_does_not_cover_its_neighbour) {
  bv_arena *arena = bv_arena_new();
  bv_document *document =
      checked("t.md", bv_sprintf(arena, "%s\n## A\n\n[Zij was vorig jaar ziek en onlangs weer.]{.feit bron=brief}\n", front));
  bv_exceptions exceptions = {0};
  size_t count = 0;
  for (size_t i = 0; i < document->findings->count; i++)
    if (document->findings->items[i].rule == BV_RULE_DATUM_RELATIEF && count++ == 0)
      BV_PUSH(arena, &exceptions, (bv_exception){.finding = i, .reason = "Zo."});
  cr_assert(eq(sz, count, 2));
  bv_exceptions_place(arena, document, &exceptions);
  cr_expect(exceptions.items[0].element == NULL);
  cr_expect(strstr(exceptions.items[0].obstacle, "geen uitzondering") != NULL);
  bv_document_free(document);
  bv_arena_free(arena);
}

/* Whatever the draft: all that can be an exception becomes one, and nothing else changes. */
Test(review, any_draft_takes_its_exceptions, .timeout = 120) {
  for (uint32_t seed = 1; seed <= 25; seed++) {
    bv_arena *arena = bv_arena_new();
    char *draft = bv_generate_draft(seed);
    bv_document *document = checked("t.md", draft);
    bv_buf xml = bv_buf_new(arena);
    bool good;
    const char *obstacle;
    bv_write_draft_xml(&xml, document);
    excepted(arena, "t.md", draft, NULL, &good, &obstacle);
    cr_expect(good, "seed %u", seed);
    excepted(arena, "t.xml", bv_buf_string(&xml), NULL, &good, &obstacle);
    cr_expect(good, "seed %u, xml", seed);
    bv_document_free(document);
    bv_arena_free(arena);
    free(draft);
  }
}

/* ---- The file ---- */

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define FILE_WITH(marks)                                                                                               \
  "{\"bronvast-beoordeling\": 1, \"draft\": \"" HASH "\", \"reference\": null, \"reviewer\": \"N. Jansen\", "           \
  "\"date\": \"2026-11-25\", \"findings\": [" marks "]}"

static void expect_refused(const char *text, const char *word) {
  bv_arena *arena = bv_arena_new();
  const char *error = NULL;
  cr_expect(bv_review_read(arena, text, strlen(text), &error) == NULL, "%s", text);
  cr_expect(error && strstr(error, word), "%s: %s", text, error ? error : "-");
  bv_arena_free(arena);
}

Test(review, the_file_is_read_strictly) {
  bv_arena *arena = bv_arena_new();
  const char *error, *text = FILE_WITH("{\"fingerprint\": \"a:1\", \"rule\": \"bron/vaag\", \"verdict\": \"niet-eens\", "
                                       "\"remark\": \"Een\\r\\ntwee\"}, {\"fingerprint\": \"b:1\", \"rule\": \"bron/vaag\", "
                                       "\"verdict\": null, \"remark\": \"x\"}");
  const bv_review *review = bv_review_read(arena, text, strlen(text), &error);
  cr_assert(review != NULL, "%s", error);
  cr_expect(eq(sz, review->marks.count, 2));
  cr_expect(review->marks.items[0].verdict == BV_VERDICT_DISAGREE && review->marks.items[1].verdict == BV_VERDICT_NONE);
  cr_expect(eq(str, (char *)review->marks.items[0].remark, "Een\ntwee"));
  cr_expect(eq(int, review->date.day, 25));
  for (size_t length = 0; length < strlen(text); length++)
    cr_expect(bv_review_read(arena, text, length, &error) == NULL, "%zu bytes", length);
  bv_arena_free(arena);
  expect_refused("{}", "geen bewaarde beoordeling");
  expect_refused(FILE_WITH("{\"fingerprint\": \"a:1\", \"rule\": \"bron/vaag\"}"), "geen oordeel en geen opmerking");
  expect_refused(FILE_WITH("{\"fingerprint\": \"a:1\", \"rule\": \"bron/vaag\", \"verdict\": \"niet-eens\"}"), "geen reden");
  expect_refused(FILE_WITH("{\"fingerprint\": \"a:1\", \"rule\": \"bron/vaag\", \"verdict\": \"niet-eens\", \"remark\": \" \"}"), "geen reden");
  expect_refused(FILE_WITH("{\"fingerprint\": \"a:1\", \"rule\": \"bron/vaag\", \"verdict\": \"ja\"}"), "niet-eens");
  expect_refused(FILE_WITH("{\"fingerprint\": \"a:1\", \"rule\": \"bron/vaag\", \"verdict\": \"eens\", \"extra\": 1}"), "findings[1]");
  expect_refused("{\"bronvast-beoordeling\": 1, \"draft\": \"" HASH "\", \"reviewer\": \" \", \"date\": \"2026-11-25\", "
                 "\"findings\": []}", "van wie");
}

/* ---- The commands ---- */

static bv_ran run_with(const char *a, const char *b, const char *c, const char *d, const char *e) {
  const char *argv[] = {"bronvast", a, b, c, d, e, NULL};
  return bv_run_program(argv, NULL);
}

static void expect_run(int status, const char *said, bv_ran ran) {
  cr_expect(eq(int, ran.status, status), "%s%s", ran.out, ran.err);
  cr_expect(strstr(ran.out, said) || strstr(ran.err, said), "\"%s\" in: %s%s", said, ran.out, ran.err);
  bv_ran_free(&ran);
}

/* A review of the draft: the first finding of a rule with that verdict. */
static void write_review(const char *path, const char *draft, const char *rule, const char *verdict) {
  bv_ran ran = run_with("check", "--format=json", draft, NULL, NULL);
  json_t *root = json_loads(ran.out, 0, NULL), *file = json_array_get(json_object_get(root, "files"), 0), *finding;
  json_t *marks = json_array();
  size_t i;
  json_array_foreach(json_object_get(file, "findings"), i, finding)
    if (json_array_size(marks) == 0 && strcmp(json_string_value(json_object_get(finding, "rule")), rule) == 0)
      json_array_append_new(marks, json_pack("{s:O, s:s, s:s, s:s}", "fingerprint", json_object_get(finding, "fingerprint"),
                                             "rule", rule, "verdict", verdict, "remark", "De huisarts belde."));
  cr_assert(eq(sz, json_array_size(marks), 1));
  json_t *review = json_pack("{s:i, s:O, s:s, s:s, s:o}", "bronvast-beoordeling", 1, "draft", json_object_get(file, "sha256"),
                             "reviewer", "N. Jansen", "date", "2026-11-25", "findings", marks);
  json_dump_file(review, path, 0);
  json_decref(review);
  json_decref(root);
  bv_ran_free(&ran);
}

static void copy(const char *from, const char *to) {
  size_t length;
  char *bytes = bv_slurp(from, &length);
  bv_spill(to, bytes, length);
  free(bytes);
}

Test(review, a_mark_that_names_nothing_is_of_no_finding, .init = bv_enter_folder, .fini = bv_leave_folder) {
  copy(FAULTY, "concept.md");
  write_review("b.json", "concept.md", "bron/vaag", "eens");
  json_t *review = json_load_file("b.json", 0, NULL), *mark = json_array_get(json_object_get(review, "findings"), 0);
  json_object_set_new(mark, "fingerprint", json_string(""));
  json_object_set_new(mark, "rule", json_string(""));
  json_dump_file(review, "b.json", 0);
  json_decref(review);
  expect_run(1, "is er niet meer", run_with("review", "--from=b.json", "concept.md", NULL, NULL));
}

Test(review, the_command_writes_exceptions_and_shows_remarks) {
  char *folder = bv_temporary_folder();
  cr_assert(chdir(folder) == 0);
  copy(FAULTY, "concept.md");
  write_review("b.json", "concept.md", "label/feit-is-oordeel", "niet-eens");
  expect_run(0, "nog niet geschreven", run_with("review", "--from=b.json", "concept.md", NULL, NULL));
  expect_run(0, "1 uitzondering in het concept gezet", run_with("review", "--from=b.json", "-ouit.md", "concept.md", NULL));
  expect_run(1, "onderdrukt (waarschuwing): “waarschijnlijk”", run_with("check", "uit.md", NULL, NULL, NULL));
  expect_run(1, "reden: De huisarts belde. (N. Jansen, 2026-11-25)", run_with("check", "uit.md", NULL, NULL, NULL));
  expect_run(1, "ander concept", run_with("review", "--from=b.json", "uit.md", NULL, NULL));
  write_review("b.json", "concept.md", "bron/vaag", "eens");
  expect_run(1, "opmerking van N. Jansen, 25 november 2026: De huisarts belde.", run_with("review", "--from=b.json", "concept.md", NULL, NULL));
  write_review("b.json", "concept.md", "opbouw/omgang", "niet-eens");
  expect_run(1, "op het voorblad kan geen uitzondering staan", run_with("review", "--from=b.json", "concept.md", NULL, NULL));
  expect_run(2, "--from", run_with("review", "concept.md", NULL, NULL, NULL));
  expect_run(2, "standaardinvoer", run_with("review", "--from=-", "-", NULL, NULL));
  expect_run(3, "niet te lezen", run_with("review", "--from=weg.json", "concept.md", NULL, NULL));
  expect_run(3, "geen bewaarde beoordeling", run_with("review", "--from=concept.md", "concept.md", NULL, NULL));
  cr_assert(chdir("/") == 0);
  bv_remove_folder(folder);
  free(folder);
}

/* ---- The page ---- */

static size_t times(const char *text, const char *word) {
  size_t count = 0;
  for (const char *at = strstr(text, word); at; at = strstr(at + 1, word))
    count++;
  return count;
}

Test(review, the_page_has_every_finding_once_and_nothing_from_outside) {
  bv_ran json = run_with("check", "--format=json", FAULTY, NULL, NULL);
  bv_ran page = run_with("check", "--format=html", FAULTY, NULL, NULL);
  size_t findings = times(json.out, "\"fingerprint\"");
  cr_expect(findings > 30);
  cr_expect(eq(sz, times(page.out, "<details class=\"finding "), findings));
  cr_expect(eq(sz, times(page.out, "id=\"plek-"), findings));
  cr_expect(eq(sz, times(page.out, " data-of="), findings));
  cr_expect(eq(sz, times(page.out, "src=") + times(page.out, "url(") + times(page.out, "http:") + times(page.out, "https:"), 0));
  expect_run(2, "over één concept; dit zijn er 2", run_with("check", "--format=html", FAULTY, FAULTY, NULL));
  bv_ran_free(&json);
  bv_ran_free(&page);
}

/* Whether every tag that opens is closed in its turn. */
static bool nests(const char *page) {
  static const char *const single[] = {"meta", "br", "input", "hr"};
  struct { char name[16]; } open[64];
  size_t depth = 0;
  for (const char *at = strchr(page, '<'); at; at = strchr(at + 1, '<')) {
    bool closes = at[1] == '/', alone = at[1] == '!';
    char name[16];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(at + 1 + closes, " >\n"), at + 1 + closes);
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
      alone = alone || strcmp(name, single[i]) == 0;
    if (strcmp(name, "script") == 0 || strcmp(name, "style") == 0)
      at = strstr(at, closes ? ">" : strcmp(name, "script") == 0 ? "</script>" : "</style>") - !closes;
    if (closes && (depth == 0 || strcmp(open[--depth].name, name) != 0))
      return false;
    if (!closes && !alone && depth == 64)
      return false;
    if (!closes && !alone)
      strcpy(open[depth++].name, name);
  }
  return depth == 0;
}

/* Every word of the draft is on the page, whatever its notation and marks. */
Test(review, the_page_shows_all_text) {
  for (uint32_t seed = 1; seed <= 12; seed++) {
    char *draft = bv_generate_draft(seed);
    const char *argv[] = {"bronvast", "check", "--format=html", "-", NULL};
    bv_ran page = bv_run_program(argv, draft);
    bv_document *document = checked("t.md", draft);
    cr_expect(nests(page.out), "seed %u", seed);
    for (size_t i = 0; i < document->findings->count; i++) {
      char id[32];
      snprintf(id, sizeof id, "id=\"b-%zu\"", i + 1);
      cr_expect(eq(sz, times(page.out, id), 1), "seed %u, %s", seed, id);
    }
    for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
      for (const char *at = node->text ? strstr(node->text->bytes, BV_MARK_START) : NULL; at; at = strstr(at + 1, BV_MARK_START)) {
        char mark[32];
        snprintf(mark, sizeof mark, "%.*s", (int)(2 + strspn(at + 2, "0123456789")), at);
        cr_expect(strstr(page.out, mark) != NULL, "seed %u has lost %s", seed, mark);
      }
    bv_document_free(document);
    bv_ran_free(&page);
    free(draft);
  }
}

Test(review, coverage_adds_up) {
  char *bytes = bv_slurp(FAULTY, NULL);
  bv_document *document = checked("t.md", bytes);
  const bv_coverage *parts = bv_coverage_of(document->arena, document);
  size_t claims = 0, findings = 0, with_source = 0, traced = 0, diagnoses = 0;
  for (size_t i = 0; i < document->parts.count; i++) {
    claims += parts[i].claims;
    with_source += parts[i].with_source;
    diagnoses += parts[i].diagnoses;
    traced += parts[i].traced;
    findings += parts[i].findings[BV_FOUT] + parts[i].findings[BV_WAARSCHUWING] + parts[i].findings[BV_ADVIES] + parts[i].suppressed;
  }
  cr_expect(eq(sz, claims, document->claims.count));
  cr_expect(eq(sz, findings, document->findings->count));
  cr_expect(eq(sz, with_source, claims - 2)); /* two of them lost theirs */
  cr_expect(eq(sz, traced, diagnoses - 1));
  bv_document_free(document);
  free(bytes);
}
