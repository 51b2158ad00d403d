/* The language server as an editor meets it: a whole conversation at once. What it says by itself when nothing comes in
 * is tested with a real client (tests/web/lsp.test.js). */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/run.h"
#include "../support/talk.h"

#define URI "file:///tmp/bestaat-niet/concept.md"

/* Ends the input, runs the server and gives what it said as a list of messages. */
static json_t *finish_talk(bv_talk *t, int *status) {
  const char *argv[] = {"bronvast", "lsp", "--stdio", NULL};
  char *input = bv_talk_end(t);
  bv_ran ran = bv_run_program(argv, input);
  free(input);
  json_t *all = json_array();
  const char *at = ran.out;
  for (size_t length; sscanf(at, "Content-Length: %zu", &length) == 1; at += length) {
    at = strstr(at, "\r\n\r\n") + 4;
    json_t *message = json_loadb(at, length, 0, NULL);
    cr_assert(message != NULL, "%s", at);
    json_array_append_new(all, message);
  }
  cr_expect(strlen(at) == 0, "%s", at);
  *status = ran.status;
  bv_ran_free(&ran);
  return all;
}

/* The answer with that id, -1: null; NULL when there is none. */
static const json_t *answer(const json_t *all, int id) {
  for (size_t i = 0; i < json_array_size(all); i++) {
    const json_t *message = json_array_get(all, i), *found = json_object_get(message, "id");
    if (id < 0 ? json_is_null(found) : json_is_integer(found) && json_integer_value(found) == id)
      return message;
  }
  return NULL;
}

static int code_of(const json_t *all, int id) {
  return (int)json_integer_value(json_object_get(json_object_get(answer(all, id), "error"), "code"));
}

static const char *hover_of(const json_t *all, int id) {
  const json_t *contents = json_object_get(json_object_get(answer(all, id), "result"), "contents");
  const char *value = json_string_value(json_object_get(contents, "value"));
  return value ? value : "";
}

Test(lsp, what_is_no_request_is_said_to_be_none) {
  bv_talk *t = bv_talk_begin(URI);
  int status;
  bv_talk_ask(t, 1, "textDocument/hover", 0, 0);
  bv_talk_initialize(t, "utf-16");
  bv_talk_send(t, "{\"jsonrpc\": ");
  bv_talk_ask(t, 2, "textDocument/vorkSpoons", 0, 0);
  bv_talk_ask(t, 3, "textDocument/hover", 0, 0);
  bv_talk_say(t, json_pack("{s:s, s:{s:i}}", "method", "$/cancelRequest", "params", "id", 3));
  bv_talk_say(t, json_pack("{s:i, s:s}", "id", 4, "method", "textDocument/hover"));
  bv_talk_say(t, json_pack("{s:i, s:s, s:[i]}", "id", 5, "method", "textDocument/codeAction", "params", 1));
  bv_talk_say(t, json_pack("{s:i, s:s}", "id", 6, "method", "initialize"));
  bv_talk_say(t, json_pack("{s:i, s:n}", "id", 7, "result"));
  bv_talk_say(t, json_pack("{s:i, s:s}", "id", 8, "method", "shutdown"));
  bv_talk_ask(t, 9, "textDocument/hover", 0, 0);
  bv_talk_say(t, json_pack("{s:s}", "method", "exit"));
  json_t *all = finish_talk(t, &status);
  cr_expect(eq(int, status, 0));
  static const int codes[] = {0, -32002, -32601, -32602, -32602, -32602, -32600, 0, 0, -32600};
  for (int id = 0; id < 10; id++)
    cr_expect(eq(int, code_of(all, id), codes[id]), "id %d", id);
  cr_expect(eq(int, code_of(all, -1), -32700));
  cr_expect(answer(all, 7) == NULL);
  bool nothing = json_is_null(json_object_get(answer(all, 8), "result"));
  cr_expect(nothing);
  json_decref(all);
}

static void expect_status(const char *input, int expected) {
  const char *argv[] = {"bronvast", "lsp", NULL};
  bv_ran ran = bv_run_program(argv, input);
  cr_expect(eq(int, ran.status, expected), "%s", input);
  bv_ran_free(&ran);
}

Test(lsp, the_status_says_whether_it_ended_well) {
  expect_status("", 1); /* an editor that is gone */
  expect_status("Content-Length: 33\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}", 1);
  expect_status("GET / HTTP/1.1\r\nHost: x\r\n\r\n", 1);
  expect_status("Content-Length: 100\r\n\r\n{", 1);
  const char *argv[] = {"bronvast", "lsp", "concept.md", NULL};
  bv_ran ran = bv_run_program(argv, NULL);
  cr_expect(eq(int, ran.status, 2));
  bv_ran_free(&ran);
}

#define DRAFT                                                                                                          \
  "---\nbronvast: 1\nsoort: raadsrapport\nkenmerk: K-1\ndatum: 2026-11-20\n"                                           \
  "opsteller: {naam: N. de Wit, functie: raadsonderzoeker, organisatie: Raad voor de Kinderbescherming}\n"             \
  "personen:\n  - {id: sam, rol: jeugdige, naam: \xF0\x9D\x84\x9E Sam, geboren: 2013-05-02}\n"                         \
  "bronnen:\n  - {id: verzuim, soort: document, titel: Overzicht, auteur: M. Vos, datum: 2026-10-01}\n---\n"           \
  "## School {.onderzoek over=sam}\n\n[Sam \xF0\x9D\x84\x9E was weg.]{#c .feit bron=verzuim}\n"

/* Line 13 is the claim: "[Sam 𝄞 was weg.]{#c .feit bron=verzuim}". */
static void expect_hover_of_source(const char *encoding, int character) {
  bv_talk *t = bv_talk_begin(URI);
  int status;
  bv_talk_initialize(t, encoding);
  bv_talk_open(t, DRAFT);
  bv_talk_ask(t, 1, "textDocument/hover", 13, character);
  bv_talk_ask(t, 2, "textDocument/definition", 13, character);
  bv_talk_ask(t, 3, "textDocument/completion", 13, character);
  json_t *all = finish_talk(t, &status);
  cr_expect(strstr(hover_of(all, 1), "bron 1: Overzicht") != NULL, "%s: %s", encoding, hover_of(all, 1));
  cr_expect(strstr(hover_of(all, 1), "Bewering 1.1: feit") != NULL, "%s", hover_of(all, 1));
  const json_t *start = json_object_get(json_object_get(json_object_get(answer(all, 2), "result"), "range"), "start");
  cr_expect(eq(int, (int)json_integer_value(json_object_get(start, "line")), 9));
  const json_t *items = json_object_get(json_object_get(answer(all, 3), "result"), "items");
  cr_expect(eq(sz, json_array_size(items), 2)); /* the author and the source */
  json_decref(all);
}

Test(lsp, a_place_is_found_in_every_encoding) {
  expect_hover_of_source("utf-16", 33);
  expect_hover_of_source("utf-8", 35);
  expect_hover_of_source("utf-32", 32);
  expect_hover_of_source("utf-7", 33); /* is none: what everyone knows */
}

Test(lsp, edits_are_followed) {
  bv_talk *t = bv_talk_begin(URI);
  int status;
  bv_talk_initialize(t, "utf-16");
  bv_talk_open(t, DRAFT);
  bv_talk_change(t, 2, 13, 5, 7, "niet"); /* the sign beyond U+FFFF */
  bv_talk_change(t, 3, 13, 24, 28, "mening");
  bv_talk_ask(t, 1, "textDocument/hover", 13, 25);
  bv_talk_change(t, 4, 99, 99, 99, "\n[Sam sliep.]{.feit bron=opsteller}\n");
  bv_talk_ask(t, 2, "textDocument/hover", 15, 3);
  json_t *all = finish_talk(t, &status);
  cr_expect(strstr(hover_of(all, 1), "Bewering 1.1: mening") != NULL, "%s", hover_of(all, 1));
  cr_expect(strstr(hover_of(all, 2), "Bewering 1.2: feit") != NULL, "%s", hover_of(all, 2));
  json_decref(all);
}

Test(lsp, a_change_that_cannot_be_followed_closes_the_document) {
  bv_talk *t = bv_talk_begin(URI);
  int status;
  bv_talk_initialize(t, "utf-16");
  bv_talk_open(t, DRAFT);
  bv_talk_change(t, 2, -1, 0, 0, "x");
  bv_talk_ask(t, 1, "textDocument/hover", 13, 3);
  json_t *all = finish_talk(t, &status);
  cr_expect(eq(int, code_of(all, 1), -32602));
  json_decref(all);
}

/* A byte order mark, a character that nobody sees, and a lone carriage return: the reader replaces them, the editor
 * does not. */
Test(lsp, places_are_those_of_the_editor_s_text) {
  bv_talk *t = bv_talk_begin(URI);
  int status;
  bv_talk_initialize(t, "utf-16");
  bv_talk_open(
      t,
      "\xEF\xBB\xBF---\nbronvast: 1\nsoort: x\n---\n\nEen\x07\xE2\x80\xAE [Sam was weg.]{#c .feit bron=opsteller}\n");
  bv_talk_ask(t, 1, "textDocument/definition", 5, 22); /* on the name #c */
  json_t *all = finish_talk(t, &status);
  const json_t *range = json_object_get(json_object_get(answer(all, 1), "result"), "range");
  const json_t *start = json_object_get(range, "start");
  cr_expect(eq(int, (int)json_integer_value(json_object_get(start, "line")), 5));
  cr_expect(eq(int, (int)json_integer_value(json_object_get(start, "character")), 22));
  json_decref(all);
}
