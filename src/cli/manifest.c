#include "cli/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "base/messages.h"
#include "bronvast.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "write/output.h"
#include "write/shown.h"

bv_manifest *bv_manifest_open(bv_arena *arena, const char *path, const char **error) {
  size_t length;
  const char *bytes = bv_file_read(arena, path, BV_LARGEST_MANIFEST, &length);
  if (!bytes) {
    *error = bv_sprintf(arena, MSG_CANNOT_READ, bv_errno_dutch(errno));
    return NULL;
  }
  bv_manifest *manifest = bv_manifest_read(arena, bytes, length, error);
  errno = 0;
  return manifest;
}

/* The manifest that is there, or an empty one; NULL after a message. A file that is no manifest is never
 * overwritten. */
static bv_manifest *open_or_new(bv_arena *arena, const char *path) {
  const char *error = NULL;
  bv_manifest *manifest = bv_manifest_open(arena, path, &error);
  if (!manifest && errno == ENOENT)
    return bv_alloc(arena, sizeof *manifest);
  if (!manifest)
    fprintf(stderr, "%s: %s\n", path, error);
  return manifest;
}

int bv_manifest_ready(const bv_manifest_job *job) {
  bv_arena *arena = bv_arena_new();
  int status = BV_EXIT_FINE;
  if (strcmp(job->output, "-") == 0)
    status = bv_wrong_use(&bv_command_render, "%s", MSG_MANIFEST_NO_OUTPUT);
  else if (bv_path_same(arena, job->path, job->output))
    status = bv_wrong_use(&bv_command_render, MSG_MANIFEST_SAME_FILE, job->path);
  else if (!open_or_new(arena, job->path))
    status = BV_EXIT_UNREADABLE;
  bv_arena_free(arena);
  return status;
}

static void add_shown(bv_arena *arena, const bv_document *document, bv_manifest_output *output, const char *bytes,
                      size_t length) {
  bv_proof_key key = bv_proof_key_of(document);
  bv_shown_list shown;
  if (!bv_shown_can_look(output->form) || !bv_shown_in(arena, output->form, bytes, length, &shown))
    return;
  for (size_t i = 0; i < output->proof.claims.count; i++) {
    bv_proof_claim *claim = &output->proof.claims.items[i];
    const bv_shown *found = bv_shown_find(&shown, claim->number);
    claim->shown = found ? bv_proof_fingerprint(arena, &key, BV_PROOF_OF_FILE, claim->number, found->text) : NULL;
  }
}

static bv_manifest_output entry_of(bv_arena *arena, const bv_manifest_job *job, const bv_document *document,
                                   const xmlDoc *published, const char *bytes, size_t length) {
  bv_source hashed = {0};
  bv_source_hash(&hashed, bytes, length);
  bv_manifest_output output = {.file = bv_path_from(arena, job->path, job->output),
                               .sha256 = bv_strdup(arena, hashed.sha256),
                               .draft = document->source->sha256,
                               .version = bv_version(),
                               .reader = job->options->court ? NULL : job->options->reader,
                               .form = job->form,
                               .court = job->options->court,
                               .short_version = job->options->short_version,
                               .as_is = job->options->as_is,
                               .proof = bv_proof_of_tree(arena, document, published)};
  add_shown(arena, document, &output, bytes, length);
  return output;
}

/* False with errno when the folder of the draft cannot be found. */
static bool set_draft(bv_arena *arena, bv_manifest *manifest, const bv_manifest_job *job, const bv_document *document) {
  const bv_front *front = &document->front;
  bool named = strcmp(job->draft, "-") != 0;
  manifest->draft = named ? bv_path_from(arena, job->path, job->draft) : NULL;
  manifest->sha256 = document->source->sha256;
  manifest->kind = front->kind;
  manifest->reference = front->reference;
  manifest->date = front->date.year ? bv_date_iso(arena, front->date) : NULL;
  return manifest->draft || !named;
}

/* Whether the manifest names claims that a version does not show. */
static bool tells_more(const bv_manifest *manifest, const bv_manifest_output *version) {
  for (size_t i = 0; i < manifest->outputs.count; i++) {
    const bv_proof *other = &manifest->outputs.items[i].proof;
    for (size_t k = 0; k < other->claims.count; k++)
      if (!bv_proof_find(&version->proof, other->claims.items[k].number))
        return true;
  }
  return false;
}

/* What the user must know of the versions in the manifest. */
static void warn(const bv_manifest_job *job, const bv_manifest *manifest) {
  for (size_t i = 0; i < manifest->outputs.count; i++) {
    const bv_manifest_output *output = &manifest->outputs.items[i];
    if (strcmp(output->draft, manifest->sha256) != 0)
      fprintf(stderr, "%s: " MSG_MANIFEST_STALE "\n", job->path, output->file);
    if (!output->court && tells_more(manifest, output))
      fprintf(stderr, "%s: " MSG_MANIFEST_NOT_FOR "\n", job->path, output->file);
  }
}

static int cannot_write(const bv_manifest_job *job) {
  fprintf(stderr, "bronvast: " MSG_CANNOT_WRITE "\n", job->path, bv_errno_dutch(errno));
  return BV_EXIT_TOOL;
}

static int write_manifest(bv_arena *arena, const bv_manifest_job *job, const bv_manifest *manifest) {
  const char *json = bv_manifest_write(arena, manifest);
  if (!json) {
    fprintf(stderr, "%s: %s\n", job->path, MSG_MANIFEST_NAME_BYTES);
    return BV_EXIT_USAGE;
  }
  if (bv_output_write(job->path, bv_output_mode_of(job->draft), json, strlen(json)))
    return BV_EXIT_FINE;
  return cannot_write(job);
}

/* Two runs at once (make -j) each add their version: the folder is locked from reading to writing. A file system
 * without locks goes without. The lock ends with the descriptor. */
static int lock_folder(bv_arena *arena, const char *path) {
  int folder = open(bv_path_beside(arena, path, ""), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  while (folder >= 0 && flock(folder, LOCK_EX) != 0 && errno == EINTR)
    continue;
  return folder;
}

int bv_manifest_keep(const bv_manifest_job *job, const bv_document *document, const xmlDoc *published, const char *bytes,
                     size_t length) {
  bv_arena *arena = bv_arena_new();
  int folder = lock_folder(arena, job->path), status = BV_EXIT_UNREADABLE;
  bv_manifest *manifest = open_or_new(arena, job->path);
  if (manifest) {
    bv_manifest_output output = entry_of(arena, job, document, published, bytes, length);
    if (output.file && set_draft(arena, manifest, job, document)) {
      bv_manifest_put(arena, manifest, &output);
      warn(job, manifest);
      status = write_manifest(arena, job, manifest);
    } else {
      status = cannot_write(job);
    }
  }
  if (folder >= 0)
    close(folder);
  bv_arena_free(arena);
  return status;
}
