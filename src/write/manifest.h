/* The manifest: a JSON file beside the versions of a draft, which says what was made from what
 * (schemas/manifest.schema.json).
 *
 * One manifest holds one version or several. Each has its own list of claims, taken from what its reader gets; so
 * a manifest with a single version tells that version's reader nothing that is not in it. Everything is in the
 * arena that is given. */
#ifndef BV_WRITE_MANIFEST_H
#define BV_WRITE_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/limits.h"
#include "publish/proof.h"

typedef struct bv_manifest_output {
  const char *file;    /* its path from the folder of the manifest */
  const char *sha256;
  const char *draft;   /* SHA-256 of the draft that it was made from */
  const char *version; /* of the program that made it */
  const char *reader;  /* id of the person, or NULL */
  const char *form;    /* "html", "xml", "pdf", "docx" or "markdown" */
  bool court, short_version, as_is;
  bv_proof proof;
} bv_manifest_output;

typedef struct bv_manifest {
  const char *draft;     /* path from the folder of the manifest; NULL: it came from standard input */
  const char *sha256;    /* of the draft */
  const char *kind, *reference, *date; /* of the draft; or NULL */
  struct { bv_manifest_output *items; size_t count, capacity; } outputs; /* in the order of their files */
} bv_manifest;

/* The manifest as JSON; the same manifest gives the same bytes. NULL when a name of a file cannot stand in JSON. */
const char *bv_manifest_write(bv_arena *arena, const bv_manifest *manifest);
/* Reads what bv_manifest_write gave, or what others made of it. NULL with a Dutch sentence in `error`. */
bv_manifest *bv_manifest_read(bv_arena *arena, const char *bytes, size_t length, const char **error);
/* Adds the version, in the place of the one with the same file. */
void bv_manifest_put(bv_arena *arena, bv_manifest *manifest, const bv_manifest_output *output);

#endif
