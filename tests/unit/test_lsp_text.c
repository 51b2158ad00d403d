/* Positions of editors, framing of messages, URIs. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/chance.h"
#include "lsp/text.h"
#include "lsp/uri.h"
#include "lsp/wire.h"

/* a, e with a combining acute, a sign beyond U+FFFF, emoji joined by U+200D, and three line ends. */
#define TEXT                                                                                                           \
  "a\r\n"                                                                                                              \
  "e\xCC\x81x\n"                                                                                                       \
  "\xF0\x9D\x84\x9Ey\r"                                                                                                \
  "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7z"

static bv_lsp_text text_of(const char *bytes) {
  bv_lsp_text text = {0};
  cr_assert(bv_lsp_text_replace(&text, (bv_range){0, 0}, bytes, strlen(bytes)));
  return text;
}

static void expect_position(bv_lsp_encoding encoding, const char *before, uint32_t line, uint32_t character) {
  bv_lsp_text text = text_of(TEXT);
  uint32_t offset = (uint32_t)(strstr(TEXT, before) - TEXT);
  bv_lsp_position at = bv_lsp_position_of(&text, encoding, offset);
  cr_expect(at.line == line && at.character == character, "%s before %s: %u:%u", bv_lsp_encoding_name(encoding), before,
            at.line, at.character);
  cr_expect(eq(u32, bv_lsp_offset(&text, encoding, (bv_lsp_position){line, character}), offset));
  bv_lsp_text_free(&text);
}

Test(lsp_text, each_encoding_counts_its_own_units) {
  expect_position(BV_LSP_UTF16, "x\n", 1, 2);
  expect_position(BV_LSP_UTF8, "x\n", 1, 3);
  expect_position(BV_LSP_UTF32, "x\n", 1, 2);
  expect_position(BV_LSP_UTF16, "y\r", 2, 2);
  expect_position(BV_LSP_UTF8, "y\r", 2, 4);
  expect_position(BV_LSP_UTF32, "y\r", 2, 1);
  expect_position(BV_LSP_UTF16, "z", 3, 5);
  expect_position(BV_LSP_UTF8, "z", 3, 11);
  expect_position(BV_LSP_UTF32, "z", 3, 3);
}

Test(lsp_text, positions_that_are_nowhere_are_the_nearest_place) {
  bv_lsp_text text = text_of(TEXT);
  uint32_t sign = (uint32_t)(strstr(TEXT, "\xF0\x9D") - TEXT);
  cr_expect(eq(u32, bv_lsp_offset(&text, BV_LSP_UTF16, (bv_lsp_position){2, 1}), sign)); /* between the halves */
  cr_expect(eq(u32, bv_lsp_offset(&text, BV_LSP_UTF8, (bv_lsp_position){2, 3}), sign));
  cr_expect(eq(u32, bv_lsp_offset(&text, BV_LSP_UTF16, (bv_lsp_position){0, 99}), 1)); /* before "\r\n" */
  cr_expect(eq(u32, bv_lsp_offset(&text, BV_LSP_UTF16, (bv_lsp_position){2, UINT32_MAX}), sign + 5));
  cr_expect(eq(u32, bv_lsp_offset(&text, BV_LSP_UTF16, (bv_lsp_position){99, 0}), (uint32_t)text.length));
  bv_lsp_position inside = bv_lsp_position_of(&text, BV_LSP_UTF16, sign + 2);
  cr_expect(inside.line == 2 && inside.character == 0);
  bv_lsp_text_free(&text);
}

static uint32_t any_place(bv_generator *chance, const bv_lsp_text *text) {
  return bv_lsp_offset(text, BV_LSP_UTF32, (bv_lsp_position){bv_below(chance, 6), bv_below(chance, 6)});
}

/* After any edits, lines and units are those of a text that was made at once. */
Test(lsp_text, edits_leave_what_a_fresh_text_would_have) {
  static const char *const pieces[] = {"", "a", "\n", "\r", "\r\n", "\xC3\xA9", "\xF0\x9D\x84\x9E", "woord\nwoord\n"};
  for (uint32_t seed = 1; seed <= 300; seed++) {
    bv_generator chance = {.state = seed};
    bv_lsp_text text = text_of(TEXT);
    for (int step = 0; step < 20; step++) {
      bv_range range = {any_place(&chance, &text), any_place(&chance, &text)};
      if (range.end < range.start)
        range = (bv_range){range.end, range.start};
      const char *piece = pieces[bv_below(&chance, sizeof pieces / sizeof *pieces)];
      cr_assert(bv_lsp_text_replace(&text, range, piece, strlen(piece)));
      bv_lsp_text fresh = text_of(text.bytes);
      cr_assert(eq(sz, text.line_count, fresh.line_count), "seed %d step %d", (int)seed, step);
      cr_assert(memcmp(text.lines, fresh.lines, text.line_count * sizeof *text.lines) == 0);
      bv_lsp_text_free(&fresh);
    }
    bv_lsp_text_free(&text);
  }
}

Test(lsp_text, a_very_long_line_is_counted_once) {
  size_t length = 4 << 20;
  char *bytes = malloc(length);
  for (size_t i = 0; i < length; i += 4)
    memcpy(bytes + i, "\xF0\x9D\x84\x9E", 4);
  bv_lsp_text text = {0};
  cr_assert(bv_lsp_text_replace(&text, (bv_range){0, 0}, bytes, length));
  for (uint32_t offset = 0; offset < length; offset += 400) {
    bv_lsp_position at = bv_lsp_position_of(&text, BV_LSP_UTF16, offset);
    cr_assert(at.line == 0 && at.character == offset / 2);
  }
  bv_lsp_text_free(&text);
  free(bytes);
}

/* Gives the bytes as input. */
static bv_lsp_input input_of(const char *bytes, size_t length) {
  int ends[2];
  cr_assert(pipe(ends) == 0);
  cr_assert(write(ends[1], bytes, length) == (ssize_t)length);
  close(ends[1]);
  return (bv_lsp_input){.fd = ends[0]};
}

static void expect_arrivals(const char *bytes, const char *const *messages, bv_lsp_arrival last) {
  bv_lsp_input input = input_of(bytes, strlen(bytes));
  const char *message;
  size_t length;
  for (; *messages; messages++) {
    cr_assert(bv_lsp_receive(&input, &message, &length) == BV_LSP_MESSAGE, "%s", bytes);
    cr_expect(length == strlen(*messages) && memcmp(message, *messages, length) == 0, "%s", bytes);
  }
  cr_expect(bv_lsp_receive(&input, &message, &length) == last, "%s", bytes);
  close(input.fd);
  bv_lsp_input_free(&input);
}

Test(lsp_text, messages_are_framed_by_their_length) {
  expect_arrivals("Content-Length: 2\r\n\r\n{}content-length:3 \r\nContent-Type: x\r\n\r\n[1]",
                  (const char *const[]){"{}", "[1]", NULL}, BV_LSP_END);
  expect_arrivals("Content-Length: 0\r\n\r\nContent-Length: 1\n\n7", (const char *const[]){"", "7", NULL}, BV_LSP_END);
  expect_arrivals("Content-Length: 5\r\n\r\nkort", (const char *const[]){NULL}, BV_LSP_END);
  static const char *const broken[] = {"{}",
                                       "Content-Type: x\r\n\r\n{}",
                                       "Content-Length: -1\r\n\r\n",
                                       "Content-Length: 2x\r\n\r\n{}",
                                       "Content-Length:\r\n\r\n",
                                       ": 2\r\n\r\n",
                                       "\r\n\r\n",
                                       "Content-Length: 99999999999999999999999\r\n\r\n"};
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
    expect_arrivals(broken[i], (const char *const[]){NULL}, BV_LSP_BROKEN);
}

Test(lsp_text, a_header_without_end_and_a_message_too_large_end) {
  size_t length = 60000;
  char *bytes = malloc(length);
  memset(bytes, 'a', length);
  bv_lsp_input input = input_of(bytes, length);
  const char *message;
  size_t size;
  cr_expect(bv_lsp_receive(&input, &message, &size) == BV_LSP_BROKEN);
  close(input.fd);
  bv_lsp_input_free(&input);
  free(bytes);
  expect_arrivals("Content-Length: 99999999\r\n\r\nabc", (const char *const[]){NULL}, BV_LSP_END);
}

Test(lsp_text, an_input_that_fails_is_not_taken_for_an_editor_that_left) {
  bv_lsp_input input = {.fd = open("/", O_RDONLY | O_DIRECTORY)};
  const char *message;
  size_t length;
  cr_expect(bv_lsp_receive(&input, &message, &length) == BV_LSP_END);
  cr_expect(eq(int, input.failure, EISDIR));
  close(input.fd);
  bv_lsp_input_free(&input);
}

static void expect_parsed(const char *json, const char *string, size_t length) {
  json_t *parsed = bv_lsp_parse(json, strlen(json));
  cr_assert(parsed != NULL, "%s", json);
  cr_expect(json_string_length(parsed) == length && memcmp(json_string_value(parsed), string, length) == 0, "%s", json);
  json_decref(parsed);
}

Test(lsp_text, halves_of_surrogate_pairs_do_not_lose_a_message) {
  expect_parsed("\"\\ud834\\udd1e\"", "\xF0\x9D\x84\x9E", 4);
  expect_parsed("\"a\\ud834b\"",
                "a\xEF\xBF\xBD"
                "b",
                5);
  expect_parsed("\"\\udd1e\\ud834\\uDD1e\"", "\xEF\xBF\xBD\xF0\x9D\x84\x9E", 7);
  expect_parsed("\"\\\\ud834 \\ud834\"", "\\ud834 \xEF\xBF\xBD", 10);
  expect_parsed("\"\\u0000\"", "", 1);
  cr_expect(bv_lsp_parse("{", 1) == NULL);
  cr_expect(bv_lsp_parse("\"\\ud83", 6) == NULL);
}

Test(lsp_text, paths_of_uris) {
  static const char *const cases[][2] = {
      {"file:///tmp/een%20map/r%C3%A9sum%c3%a9.md", "/tmp/een map/r\xC3\xA9sum\xC3\xA9.md"},
      {"file://localhost/tmp/x.md", "/tmp/x.md"},
      {"file:///a%2", "/a%2"},
      {"file:///a%zz%", "/a%zz%"},
      {"file://server/share/x.md", "-"},
      {"untitled:Untitled-1", "-"},
      {"", "-"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char *path = bv_lsp_path_of(cases[i][0]);
    cr_expect(eq(str, path, (char *)cases[i][1]));
    free(path);
  }
}
