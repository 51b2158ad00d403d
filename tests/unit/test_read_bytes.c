/* From bytes to a source: what is no draft at all, and characters that are not let in. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/tree.h"
#include "base/messages.h"
#include "read/reader.h"

Test(read_bytes, what_is_no_draft_is_refused_with_a_sentence) {
  static const struct { const char *bytes; size_t length; const char *error; } cases[] = {
      {"", 0, MSG_READ_EMPTY},
      {"\x89PNG\r\n\x1a\n", 8, MSG_READ_PICTURE},
      {"\xFF\xD8\xFF\xE0", 4, MSG_READ_PICTURE},
      {"PK\x03\x04....", 8, MSG_READ_OFFICE},
      {"{\\rtf1 a}", 9, MSG_READ_OFFICE},
      {"%PDF-1.7", 8, MSG_READ_PDF},
      {"\xFF\xFE-\0-\0-\0", 8, MSG_READ_UTF16},
      {"---\na: \0\n---\n", 13, MSG_READ_BINARY},
      {"gewone tekst\n", 13, MSG_READ_NO_FRONT_MATTER},
      {"\n\n\n", 3, MSG_READ_NO_FRONT_MATTER},
      {"----\na: b\n---\n", 14, MSG_READ_NO_FRONT_MATTER}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bv_read_result result = bv_read_bytes("t.md", cases[i].bytes, cases[i].length, NULL);
    cr_assert(result.document == NULL, "%zu", i);
    cr_expect(eq(str, result.error, (char *)cases[i].error), "%zu", i);
    free(result.error);
  }
}

Test(read_bytes, what_is_too_large_is_refused_unread) {
  size_t length = (size_t)BV_LARGEST_DRAFT + 1;
  char *bytes = malloc(length);
  memset(bytes, '-', length);
  bv_read_result result = bv_read_bytes("t.md", bytes, length, NULL);
  cr_expect(eq(str, result.error, MSG_READ_TOO_LARGE));
  free(result.error);
  free(bytes);
}

Test(read_bytes, files_that_cannot_be_read_say_why) {
  bv_read_result missing = bv_read_file("/nergens/te/vinden.md", NULL), folder = bv_read_file("/", NULL);
  cr_expect(eq(str, missing.error, MSG_READ_NOT_THERE));
  cr_expect(eq(str, folder.error, MSG_READ_FOLDER));
  free(missing.error);
  free(folder.error);
}

Test(read_bytes, a_file_is_hashed_as_it_is) {
  static const char draft[] = "\xEF\xBB\xBF---\nsoort: raadsrapport\n---\nZo\xEB\n";
  char path[] = "/tmp/bronvast-XXXXXX";
  int file = mkstemp(path);
  cr_assert(file >= 0 && write(file, draft, sizeof draft - 1) == (ssize_t)sizeof draft - 1);
  close(file);
  bv_read_result result = bv_read_file(path, NULL);
  unlink(path);
  cr_assert(result.document != NULL, "%s", result.error);
  cr_expect(eq(str, result.document->source->sha256, "5def35d5990102b378e53e539c9f56d03a10b841fa17e5a0dd7169cbb613f125"));
  cr_expect(eq(str, (char *)result.document->source->name, path));
  bv_document_free(result.document);
}

/* Wrong bytes and hidden characters become one U+FFFD each, so that what stands behind keeps its column. */
Test(read_bytes, wrong_characters_are_replaced_and_told) {
  const char *body = "Zo\xEB was\xC3\x28 \xED\xA0\x80. a\x01\x02" "b\xE2\x80\xAE" "c\x7F" "d\re \xEF\xBF\xBD!\n";
  bv_document *document = bv_read_body(body, strlen(body));
  cr_expect(eq(str, (char *)document->root->first_child->text->bytes,
               "Zo\xEF\xBF\xBD was\xEF\xBF\xBD( \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD. a\xEF\xBF\xBD\xEF\xBF\xBD" "b\xEF\xBF\xBD"
               "c\xEF\xBF\xBD" "d\xEF\xBF\xBD" "e \xEF\xBF\xBD!"));
  cr_expect(eq(str, bv_found(document, BV_BODY_BEFORE),
               "1:3-1:4 markup/utf8\n1:8-1:9 markup/utf8\n1:11-1:14 markup/utf8\n1:17-1:19 markup/tekens\n"
               "1:20-1:21 markup/tekens\n1:22-1:23 markup/tekens\n1:24-1:25 markup/tekens\n1:27-1:28 markup/utf8\n"));
  bv_document_free(document);
}

Test(read_bytes, characters_of_all_writings_are_let_in) {
  static const char *const bodies[] = {"Zoë, Łukasz, Ömür, Ağa\n", "ሰላም سلام שלום 你好 👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿\n", "tab\there, nbsp\u00A0, shy\u00ADje, zwnj\u200C, lrm\u200E\n"};
  for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
    bv_expect(bodies[i], NULL, "");
}
