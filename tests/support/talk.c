#include "talk.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

bv_talk *bv_talk_begin(const char *uri) {
  bv_talk *talk = calloc(1, sizeof *talk);
  talk->uri = uri;
  talk->in = open_memstream(&talk->input, &talk->length);
  return talk;
}

char *bv_talk_end(bv_talk *talk) {
  fclose(talk->in);
  char *input = talk->input;
  free(talk);
  return input;
}

void bv_talk_send(bv_talk *talk, const char *body) {
  fprintf(talk->in, "Content-Length: %zu\r\n\r\n%s", strlen(body), body);
}

void bv_talk_say(bv_talk *talk, json_t *message) {
  cr_assert(message != NULL);
  json_object_set_new(message, "jsonrpc", json_string("2.0"));
  char *body = json_dumps(message, 0);
  bv_talk_send(talk, body);
  free(body);
  json_decref(message);
}

void bv_talk_initialize(bv_talk *talk, const char *encoding) {
  bv_talk_say(talk, json_pack("{s:i, s:s, s:{s:{s:{s:[s]}, s:{s:{s:{}}}}}}", "id", 0, "method", "initialize", "params",
                         "capabilities", "general", "positionEncodings", encoding, "textDocument", "codeAction",
                         "codeActionLiteralSupport"));
  bv_talk_say(talk, json_pack("{s:s, s:{}}", "method", "initialized", "params"));
}

void bv_talk_open(bv_talk *talk, const char *text) {
  bv_talk_say(talk, json_pack("{s:s, s:{s:{s:s, s:s, s:i, s:s}}}", "method", "textDocument/didOpen", "params", "textDocument",
                         "uri", talk->uri, "languageId", "markdown", "version", 1, "text", text));
}

void bv_talk_ask(bv_talk *talk, int id, const char *method, int line, int character) {
  bv_talk_say(talk, json_pack("{s:i, s:s, s:{s:{s:s}, s:{s:i, s:i}}}", "id", id, "method", method, "params", "textDocument",
                         "uri", talk->uri, "position", "line", line, "character", character));
}

void bv_talk_change(bv_talk *talk, int version, int line, int from, int to, const char *text) {
  bv_talk_say(talk, json_pack("{s:s, s:{s:{s:s, s:i}, s:[{s:{s:{s:i, s:i}, s:{s:i, s:i}}, s:s}]}}", "method",
                         "textDocument/didChange", "params", "textDocument", "uri", talk->uri, "version", version,
                         "contentChanges", "range", "start", "line", line, "character", from, "end", "line", line,
                         "character", to, "text", text));
}

/* Asks for the quick fixes of the whole document, which bear its findings. */
static void ask_fixes(bv_talk *talk, int id) {
  bv_talk_say(talk, json_pack("{s:i, s:s, s:{s:{s:s}, s:{s:{s:i, s:i}, s:{s:i, s:i}}, s:{s:[]}}}", "id", id, "method",
                         "textDocument/codeAction", "params", "textDocument", "uri", talk->uri, "range", "start", "line",
                         0, "character", 0, "end", "line", 9999, "character", 0, "context", "diagnostics"));
}

char *bv_whole_talk(const char *uri, const char *draft, const char *point) {
  static const char *const methods[] = {"textDocument/hover", "textDocument/completion", "textDocument/definition",
                                        "textDocument/references", "textDocument/documentSymbol"};
  const char *at = strstr(draft, point);
  int line = 0, id = 1, character = 0;
  cr_assert(at != NULL);
  for (const char *before = draft; before < at; before++, character++)
    if (*before == '\n')
      line++, character = -1;
  bv_talk *talk = bv_talk_begin(uri);
  bv_talk_initialize(talk, "utf-8");
  bv_talk_open(talk, draft);
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
    bv_talk_ask(talk, id++, methods[i], line, character);
  ask_fixes(talk, id++);
  bv_talk_change(talk, 2, line, character, character, point);
  bv_talk_say(talk, json_pack("{s:s, s:{s:{s:s}}}", "method", "textDocument/didSave", "params", "textDocument", "uri", uri));
  ask_fixes(talk, id++);
  bv_talk_say(talk, json_pack("{s:s, s:{s:{s:s}}}", "method", "textDocument/didClose", "params", "textDocument", "uri", uri));
  bv_talk_say(talk, json_pack("{s:i, s:s}", "id", id, "method", "shutdown"));
  bv_talk_say(talk, json_pack("{s:s}", "method", "exit"));
  return bv_talk_end(talk);
}
