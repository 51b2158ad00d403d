#include "read/read.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
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

bv_read_result bv_read_unresolved(const char *name, const char *bytes, size_t length, const bv_kind_set *kinds) {
  const char *refused = bv_bytes_refused(bytes, length);
  if (refused)
    return refuse(refused);
  bv_document *document = new_document();
  bv_reader reader = {.document = document, .arena = document->arena, .scratch = bv_arena_new(), .kinds = kinds};
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

bv_read_result bv_read_bytes(const char *name, const char *bytes, size_t length, const bv_kind_set *kinds) {
  bv_read_result result = bv_read_unresolved(name, bytes, length, kinds);
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
  case EFBIG:
    return MSG_READ_TOO_LARGE;
  default:
    return MSG_READ_FAILED;
  }
}

bv_read_result bv_read_file(const char *name, const bv_kind_set *kinds) {
  bv_arena *arena = bv_arena_new();
  size_t length;
  const char *bytes = bv_file_read(arena, name, BV_LARGEST_DRAFT, &length);
  bv_read_result result = bytes ? bv_read_bytes(name, bytes, length, kinds) : refuse(why(errno));
  bv_arena_free(arena);
  return result;
}
