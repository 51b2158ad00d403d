#include "read/read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/messages.h"
#include "read/bytes.h"
#include "read/reader.h"

void bv_document_free(bv_document *document) {
  if (document)
    bv_arena_free(document->arena);
}

static bv_read_result refuse(const char *message) {
  bv_read_result result = {.error = strdup(message)};
  if (!result.error)
    bv_out_of_memory();
  return result;
}

static bv_document *new_document(void) {
  bv_arena *arena = bv_arena_new();
  bv_document *document = bv_alloc(arena, sizeof *document);
  document->arena = arena;
  document->findings = bv_findings_new(arena);
  return document;
}

/* XML starts with a tag, a declaration or a comment; Markdown with its front matter. */
static bool is_xml(const bv_source *source) { return source->bytes[strspn(source->bytes, " \t\r\n")] == '<'; }

/* Fills the document's front and root. NULL, or why the bytes are no draft (in the scratch arena or forever). */
static const char *read_draft(bv_reader *reader, const char *bytes, size_t length) {
  if (is_xml(reader->document->source))
    return bv_read_xml(reader, bytes, length);
  return bv_read_markdown(reader) ? NULL : MSG_READ_NO_FRONT_MATTER;
}

bv_read_result bv_read_unresolved(const char *name, const char *bytes, size_t length) {
  const char *refused = bv_bytes_refused(bytes, length);
  if (refused)
    return refuse(refused);
  bv_document *document = new_document();
  bv_reader reader = {.document = document, .arena = document->arena, .scratch = bv_arena_new()};
  size_t clean_length;
  const char *clean = bv_clean_bytes(&reader, bytes, length, &clean_length);
  document->source = bv_source_new(document->arena, name, clean, clean_length);
  bv_source_hash(document->source, bytes, length);
  const char *refusal = read_draft(&reader, bytes, length);
  bv_read_result result = {.document = document};
  if (refusal) {
    result = refuse(refusal);
    bv_document_free(document);
  } else {
    bv_check_words(&reader);
  }
  bv_arena_free(reader.scratch);
  return result;
}

bv_read_result bv_read_bytes(const char *name, const char *bytes, size_t length) {
  bv_read_result result = bv_read_unresolved(name, bytes, length);
  if (result.document)
    bv_model_resolve(result.document);
  return result;
}

/* Why the system will not give the file. */
static const char *why(int error) {
  switch (error) {
  case ENOENT:
  case ENOTDIR:
    return MSG_READ_NOT_THERE;
  case EACCES:
  case EPERM:
    return MSG_READ_NOT_ALLOWED;
  case EISDIR:
    return MSG_READ_FOLDER;
  default:
    return MSG_READ_FAILED;
  }
}

/* Reads all there is, but no more than shows that it is too much. 0, or the error of the system. */
static int read_all(int file, char **bytes, size_t *length) {
  size_t capacity = 0;
  *bytes = NULL;
  *length = 0;
  while (*length <= BV_LARGEST_DRAFT) {
    if (*length == capacity) {
      capacity = capacity ? 2 * capacity : 64 * 1024;
      char *larger = realloc(*bytes, capacity);
      if (!larger)
        bv_out_of_memory();
      *bytes = larger;
    }
    ssize_t got = read(file, *bytes + *length, capacity - *length);
    if (got < 0 && errno != EINTR)
      return errno;
    if (got == 0)
      break;
    *length += got > 0 ? (size_t)got : 0;
  }
  return 0;
}

bv_read_result bv_read_file(const char *name) {
  bool standard_input = strcmp(name, "-") == 0;
  int file = standard_input ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return refuse(why(errno));
  char *bytes;
  size_t length;
  int error = read_all(file, &bytes, &length);
  if (!standard_input)
    close(file);
  bv_read_result result = error ? refuse(why(error)) : bv_read_bytes(name, bytes, length);
  free(bytes);
  return result;
}
