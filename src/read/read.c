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
  if (reader->document->source->line_count > BV_MOST_LINES)
    return bv_limit_refusal(reader->scratch, BV_LIMIT_MOST_LINES);
  if (is_xml(reader->document->source))
    return bv_read_xml(reader, bytes, length);
  return bv_read_markdown(reader) ? reader->refusal : MSG_READ_NO_FRONT_MATTER;
}

/* A number of things in a draft, and the place of its limit. */
typedef struct counted {
  size_t count;
  int limit;
} counted;

/* Why one of them is beyond its limit, in the arena; or NULL. */
static const char *too_many(bv_arena *arena, const counted *all, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (all[i].count > (size_t)bv_limits[all[i].limit].value)
      return bv_limit_refusal(arena, all[i].limit);
  return NULL;
}

/* Whether the tree is too large, before anything is made of it. */
static const char *too_large(bv_arena *arena, const bv_document *document) {
  size_t elements = 0;
  for (const bv_node *node = document->root; node; node = bv_node_following(node, document->root))
    elements++;
  const counted all[] = {{elements, BV_LIMIT_MOST_ELEMENTS},
                         {document->front.persons.count, BV_LIMIT_MOST_PERSONS},
                         {document->front.sources.count, BV_LIMIT_MOST_SOURCES}};
  return too_many(arena, all, sizeof all / sizeof *all);
}

/* Whether there is too much in it for rules and versions. */
static const char *too_much(const bv_document *document) {
  const counted all[] = {{document->claims.count, BV_LIMIT_MOST_CLAIMS},
                         {document->reactions.count, BV_LIMIT_MOST_REACTIONS},
                         {document->plain_texts.count, BV_LIMIT_MOST_PLAIN_TEXTS}};
  return too_many(document->arena, all, sizeof all / sizeof *all);
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
  if (!refusal)
    refusal = too_large(reader.scratch, document);
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
  if (!result.document)
    return result;
  bv_model_resolve(result.document);
  const char *refusal = too_much(result.document);
  if (refusal) {
    bv_document *document = result.document;
    result = refuse(refusal);
    bv_document_free(document);
  }
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
